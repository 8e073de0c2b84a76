# shellcheck shell=bash
# bin/serve's own part: the site made ready, then gunicorn and the worker watched over.

declare -A CHILD=() # process numbers by what they are: step, web, worker

# On its own cluster the portal is a trial run: plain HTTP, this machine's names and
# addresses, demo data. Else it believes the nginx before it, and listens to this machine.
choose_settings() {
    if [[ -n ${DATABASE_URL:-} ]]; then
        HOST=${HOST:-127.0.0.1}
        return
    fi
    HOST=${HOST:-0.0.0.0}
    export PORTAL_HTTPS=${PORTAL_HTTPS:-0}
    export PORTAL_HOSTS=${PORTAL_HOSTS:-$(own_names)}
    export PORTAL_DEMO=${PORTAL_DEMO:-1}
}

own_names() {
    printf 'localhost,127.0.0.1,[::1],%s' "$(uname -n)"
    for address in $(hostname -I 2>/dev/null); do
        [[ $address == *:* ]] && printf ',[%s]' "$address" || printf ',%s' "$address"
    done
}

# Waits a little: the port of a portal that was killed is freed within seconds.
free_port() { # uses HOST and PORT of bin/serve
    local error
    for _ in {1..12}; do
        error=$(try_port) && return
        sleep 0.25
    done
    fail "port $PORT of $HOST: $error$(port_holder); --port and --host choose another"
}

try_port() {
    "$PYTHON" - "${HOST//[\[\]]/}" "$PORT" <<'END'
import socket, sys

family = socket.AF_INET6 if ":" in sys.argv[1] else socket.AF_INET
try:
    with socket.socket(family) as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        trial.bind((sys.argv[1], int(sys.argv[2])))
except (OSError, OverflowError) as error:
    sys.exit(print(getattr(error, "strerror", None) or error) or 1)
END
}

# Names the process that listens there, as far as this user may see it.
port_holder() {
    local inode fd pid
    inode=$(awk -v port="$(printf ':%04X' "$PORT")" \
        '$4 == "0A" && substr($2, length($2) - 4) == port { print $10; exit }' \
        /proc/net/tcp /proc/net/tcp6 2>/dev/null)
    fd=$(find /proc/[0-9]*/fd -lname "socket:\[$inode\]" -print -quit 2>/dev/null) || true
    [[ -n $inode && -n $fd ]] || return 0
    pid=${fd#/proc/} && pid=${pid%%/*}
    printf ' (process %s: %s)' "$pid" "$(tr '\0' ' ' <"/proc/$pid/cmdline" | cut -c 1-60)"
}

prepare_site() {
    step prepare_fonts || fail "the web fonts could not be made"
    step migrate --verbosity 0 || fail "the database could not be brought up to date"
    step rekey --if-old --verbosity 0 || fail "the search columns could not be made again"
    collect_static step || fail "the static files could not be collected"
    [[ ${PORTAL_DEMO:-0} == 0 ]] || step load_demo --verbosity 0 ||
        fail "the demo data could not be loaded"
}

# Waited for, since bash hears of a signal only when what it runs in front has ended.
step() {
    local result=0
    start_child "$PYTHON" "$ROOT/manage.py" "$@"
    CHILD[step]=$!
    wait "${CHILD[step]}" || result=$?
    unset 'CHILD[step]'
    return "$result"
}

# In a session of its own, so that the terminal's signals reach it only through
# stop_serving; it ends with this script even when that is killed.
start_child() { setpriv --pdeathsig TERM setsid "$@" </dev/null & }

start_web() {
    local address=$HOST
    [[ $HOST != *:* ]] || address="[${HOST//[\[\]]/}]"
    start_child "$PYTHON" -m gunicorn --config "$ROOT/gunicorn.conf.py" \
        --chdir "$ROOT" --bind "$address:$PORT"
    CHILD[web]=$!
}

start_worker() {
    start_child "$PYTHON" "$ROOT/manage.py" work
    CHILD[worker]=$!
}

wait_for_web() {
    for _ in {1..240}; do
        kill -0 "${CHILD[web]}" 2>/dev/null || break
        web_answers 2>/dev/null && return
        sleep 0.25
    done
    fail "gunicorn does not answer on port $PORT; its own words are above"
}

web_answers() (
    local place=${HOST//[\[\]]/}
    [[ $place != 0.0.0.0 ]] || place=127.0.0.1
    [[ $place != :: ]] || place=::1
    exec 3<>"/dev/tcp/$place/$PORT"
    printf 'GET /healthz HTTP/1.0\r\nHost: localhost\r\n\r\n' >&3
    read -r -t 60 line <&3 && [[ $line == HTTP/1* ]]
)

say_where() {
    local address
    address=$(hostname -I 2>/dev/null | cut -d ' ' -f 1)
    say "The portal is open at http://localhost:$PORT/"
    [[ $HOST != 0.0.0.0 || -z $address ]] ||
        say "  from other desks: http://$address:$PORT/"
    say "Stop it with Ctrl-C."
}

# A worker that dies is replaced; without gunicorn there is nothing to serve.
supervise() {
    while kill -0 "${CHILD[web]}" 2>/dev/null; do
        wait -n "${CHILD[web]}" "${CHILD[worker]}" || true
        kill -0 "${CHILD[worker]}" 2>/dev/null || { sleep 1 && start_worker; }
    done
    fail "gunicorn has ended; its own words are above"
}

stop_serving() {
    local result=$?
    trap '' INT TERM HUP
    end_children "${CHILD[@]}"
    leave_cluster
    exit "$result"
}

# A job cut short after half a minute is taken up again at the next start.
end_children() {
    (($#)) || return 0
    kill -TERM "$@" 2>/dev/null || true
    for _ in {1..300}; do
        kill -0 "$@" 2>/dev/null || return 0
        sleep 0.1
    done
    kill -KILL "$@" 2>/dev/null || true
}
