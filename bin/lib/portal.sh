# shellcheck shell=bash
# What every command of the portal shares; source it first.
set -euo pipefail

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
PORTAL_VAR=$(realpath -m -- "${PORTAL_VAR:-$ROOT/var}")
SETUP_LOG=$PORTAL_VAR/log/setup.log
PYTHON=$ROOT/.venv/bin/python
export PORTAL_VAR

# shellcheck source=bin/lib/packages.sh
. "$ROOT/bin/lib/packages.sh"
# shellcheck source=bin/lib/python.sh
. "$ROOT/bin/lib/python.sh"
# shellcheck source=bin/lib/cluster.sh
. "$ROOT/bin/lib/cluster.sh"

say() { printf '%s\n' "$*" || true; } # the terminal may be gone

fail() {
    printf 'portal: %s\n' "$*" >&2
    exit 1
}

# Runs a step whose output only matters when it fails.
quietly() { "$@" >>"$SETUP_LOG" 2>&1 </dev/null; }

need_space() { # directory, MB
    local free
    free=$(df -Pk -- "$1" | awk 'NR == 2 { print int($4 / 1024) }')
    ((free >= $2)) || fail "the disk of $1 is full: $free MB left, $2 MB needed"
}

open_var() {
    { mkdir -p -- "$PORTAL_VAR/log" && : >>"$SETUP_LOG"; } 2>/dev/null ||
        fail "$(id -un) cannot write to $PORTAL_VAR (PORTAL_VAR names another place)"
    need_space "$PORTAL_VAR" 200
}

# Linked into place, so that two starts at once agree on one key.
make_secret_key() {
    local key=$PORTAL_VAR/secret_key new
    [[ -e $key ]] && return
    new=$(umask 077 && mktemp "$key.XXXXXX")
    head -c 48 /dev/urandom | base64 -w 0 >"$new"
    ln "$new" "$key" 2>/dev/null || true
    rm -f "$new"
}

compile_messages() {
    local po mo
    while read -r po; do
        mo=${po%.po}.mo
        [[ $mo -nt $po ]] || { msgfmt --check-format -o "$mo.$$" "$po" && mv -f "$mo.$$" "$mo"; } ||
            fail "$po cannot be compiled"
    done < <(find "$ROOT/locale" -name '*.po')
}

list_files() { find "$1" -type f -printf '%p %s %T@\n' | sort; }

# Compressing takes seconds, so it is done when a file or a package has changed.
collect_static() { # how to call manage.py
    local stamp=$PORTAL_VAR/static/.stamp wanted
    wanted=$({
        cd "$ROOT" && cat requirements.txt innovation_portal/settings.py && list_files static
        cd "$PORTAL_VAR" && list_files fonts
    } | sha256sum)
    [[ $(cat "$stamp" 2>/dev/null) != "$wanted" ]] || return 0
    "$1" collectstatic --noinput --verbosity 0 && echo "$wanted" >"$stamp"
}

# All that a command needs before it starts; $1 is serve or test.
set_up() {
    open_var
    install_packages "$1"
    install_python "$1"
    compile_messages
    make_secret_key
    [[ -n ${DATABASE_URL:-} ]] || join_cluster
}

manage() { "$PYTHON" "$ROOT/manage.py" "$@"; }
