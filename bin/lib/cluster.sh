# shellcheck shell=bash
# The private PostgreSQL cluster in $PORTAL_VAR/pg, shared by all commands that run.
#
# Each of them holds a shared lock on pg.users (descriptor 8) for as long as it lives,
# and hands it on to what it executes. A watcher that waits for that lock alone stops
# the cluster when the last of them is gone, however it went.

USERS=$PORTAL_VAR/pg.users

join_cluster() {
    local home=$PORTAL_VAR/pg
    exec 8>>"$USERS" 9>>"$PORTAL_VAR/pg.start"
    flock -s -w 90 8 || fail "the database is still being stopped; try again"
    flock 9
    find_owner "$home"
    make_home "$home"
    home=$(realpath "$home")
    find_programs "$home"
    SOCKETS=$(socket_directory "$home") || exit
    [[ -e $home/data/global/pg_control ]] || make_cluster "$home"
    answers || start_cluster "$home" 9>&-
    [[ -e $home/ready ]] || make_database "$home"
    exec 9>&-
    export_urls
}

# Lets go of the cluster and waits until it has been stopped, if nobody else uses it.
leave_cluster() {
    [[ -n ${SOCKETS:-} ]] || return 0
    exec 8>&-
    flock -w 5 "$USERS" true || true
}

export_urls() {
    local place=${SOCKETS//\//%2F}
    export DATABASE_URL=postgres://portal_app@$place/portal
    export OWNER_DATABASE_URL=postgres://portal_owner@$place/portal
}

# PostgreSQL refuses to run as root: the data's owner runs it, at first `postgres`.
find_owner() { # home
    OWNER=$(id -un)
    ((EUID)) || OWNER=postgres
    [[ ! -d $1/. ]] || OWNER=$(stat -L -c %U "$1")
    AS_OWNER=()
    [[ $OWNER != root ]] || fail "the database in $1 belongs to root; chown it to postgres"
    [[ $OWNER != "$(id -un)" ]] || return 0
    ((!EUID)) || fail "the database in $1 belongs to $OWNER; run this as $OWNER or as root"
    id -u "$OWNER" >/dev/null 2>&1 || fail "the user $OWNER, who runs PostgreSQL, is missing"
    AS_OWNER=(setpriv --reuid "$OWNER" --regid "$(id -g "$OWNER")" --init-groups --)
}

as_owner() { (cd / && "${AS_OWNER[@]}" "$@"); }

# Under a place like /root that the owner cannot enter, home is a link to /var/lib.
make_home() {
    local place=$1 new
    [[ -d $1/. ]] && return
    as_owner test -x "$PORTAL_VAR" || place=/var/lib/innovation-portal/pg
    mkdir -p "${place%/*}"
    new=$(mktemp -d "$place-XXXXXX")
    chown "$OWNER" "$new"
    if [[ $place == "$1" ]]; then mv -T "$new" "$1"; else ln -sfn "$new" "$1"; fi
}

find_programs() {
    local made_with=
    [[ ! -e $1/data/PG_VERSION ]] || made_with=$(<"$1/data/PG_VERSION")
    POSTGRES=$(find_postgres "$made_with") ||
        fail "the programs of PostgreSQL ${made_with:-15 or newer} are not installed"
}

# A socket's path has at most 107 bytes, and PostgreSQL reads a comma as two places.
socket_directory() { # home
    local place
    place=$1/run
    if ((${#place} > 90)) || [[ $place == *[!a-zA-Z0-9/._-]* ]]; then
        place=/tmp/portal-$(sha256sum <<<"$place" | cut -c 1-16)
    fi
    as_owner mkdir -m 700 "$place" 2>/dev/null || true
    [[ $(stat -c '%U %a %F' "$place") == "$OWNER 700 directory" ]] ||
        fail "$place must be a directory of $OWNER with mode 700"
    echo "$place"
}

answers() { "$POSTGRES/pg_isready" -q -h "$SOCKETS" -U postgres -d postgres; }

# Made beside its place and moved there whole, so that a killed start leaves no half.
make_cluster() {
    local locale=(--locale=C.UTF-8)
    (($(major_version "$POSTGRES") < 17)) ||
        locale+=(--locale-provider=builtin --builtin-locale=C.UTF-8)
    say "Making the database …"
    [[ ! -e $1/data ]] || mv "$1/data" "$1/data.broken-$(date +%Y%m%d%H%M%S)"
    rm -rf "$1/data.new" "$1/ready"
    quietly as_owner "$POSTGRES/initdb" -D "$1/data.new" -U postgres --encoding=UTF8 \
        "${locale[@]}" --auth-local=trust --auth-host=reject ||
        fail "PostgreSQL could not make its cluster: $(tail -n 1 "$SETUP_LOG")"
    cluster_settings >>"$1/data.new/postgresql.conf"
    mv "$1/data.new" "$1/data"
}

cluster_settings() {
    cat <<'END'

# The portal's own: a Unix socket in a private directory and nothing else.
listen_addresses = ''
unix_socket_permissions = 0700
timezone = 'Asia/Dhaka'
log_timezone = 'Asia/Dhaka'
log_checkpoints = off
END
}

start_cluster() {
    local pid_file=$1/data/postmaster.pid
    forget_dead_postmaster "$pid_file"
    watch_cluster "$1"
    [[ -e $pid_file ]] || quietly as_owner "$POSTGRES/pg_ctl" -D "$1/data" -w -t 120 -s \
        -l "$1/log" -o "-k $SOCKETS" start 8>&- || true
    for _ in {1..600}; do
        answers && return
        [[ -e $pid_file ]] || break
        sleep 0.1
    done
    fail "PostgreSQL does not start: $(grep -E 'FATAL|PANIC|ERROR' "$1/log" | tail -n 1)"
}

# After a crash its number may have become that of another process.
forget_dead_postmaster() { # pid file
    local pid
    [[ -e $1 ]] || return 0
    pid=$(head -n 1 "$1")
    [[ $(cat "/proc/$pid/comm" 2>/dev/null) == postgres ]] || rm -f "$1"
}

watch_cluster() {
    (cd / && exec setsid flock "$USERS" "${AS_OWNER[@]}" "$POSTGRES/pg_ctl" \
        -D "$1/data" -m fast -s stop) </dev/null >>"$SETUP_LOG" 2>&1 8>&- &
}

make_database() {
    local name
    for name in portal_owner:createdb portal_app:; do
        [[ -n $(sql "select 1 from pg_roles where rolname = '${name%:*}'") ]] ||
            sql "create role ${name%:*} login ${name#*:}"
    done
    [[ -n $(sql "select 1 from pg_database where datname = 'portal'") ]] ||
        sql "create database portal owner portal_owner"
    as_owner touch "$1/ready"
}

sql() { "$POSTGRES/psql" -X -q -A -t -h "$SOCKETS" -U postgres -d postgres -c "$1"; }
