# shellcheck shell=bash
# The Python environment in .venv, with exactly the locked packages.

requirement_files() { # serve or test
    echo "$ROOT/requirements.txt"
    [[ $1 == serve ]] || echo "$ROOT/requirements-dev.txt"
}

# One stamp for each set of locked files and Python: .venv/.portal-<hash>.
python_stamp() {
    { readlink -f "$ROOT/.venv/bin/python" && cat -- "$@"; } | sha256sum | cut -c 1-16
}

install_python() { # serve or test
    local files lock
    mapfile -t files < <(requirement_files "$1")
    [[ -e $ROOT/.venv/.portal-$(python_stamp "${files[@]}") ]] && return
    exec {lock}<"$ROOT/requirements.txt"
    flock "$lock"
    has_packages "${files[@]}" || install_locked "${files[@]}"
    touch "$ROOT/.venv/.portal-$(python_stamp "${files[@]}")" 2>/dev/null || true
    exec {lock}<&-
}

# Are all the locked versions there? True of an environment made by hand as well.
has_packages() {
    [[ -x $PYTHON ]] && "$PYTHON" - "$@" 2>/dev/null <<'END'
import re, sys
from importlib.metadata import version

for path in sys.argv[1:]:
    for name, wanted in re.findall(r"^([\w.-]+)==([^\s;]+)", open(path).read(), re.M):
        if version(name) != wanted:
            sys.exit(1)
END
}

install_locked() {
    local file arguments=()
    [[ ! -L $ROOT/.venv ]] ||
        fail ".venv is a link to an environment without the locked packages: $*"
    need_space "$ROOT" 600
    say "Installing the Python packages (once; about a minute) …"
    rm -f "$ROOT"/.venv/.portal-*
    make_venv
    for file; do arguments+=(-r "$file"); done
    quietly "$PYTHON" -m pip install --disable-pip-version-check --require-hashes \
        "${arguments[@]}" ||
        fail "pip could not install the packages: $(last_error); all of it in $SETUP_LOG"
}

# Made anew where a start was killed half-way or the system's Python has moved on.
make_venv() {
    local program
    "$PYTHON" -m pip --version >/dev/null 2>&1 && return
    program=$(find_python) || fail "Python 3.11 or newer with its venv module is needed"
    quietly "$program" -m venv --clear "$ROOT/.venv" ||
        fail "$(id -un) cannot make $ROOT/.venv; the reason is in $SETUP_LOG"
}

# Calendar programs that the tests read our feeds with, in $PORTAL_VAR/clients: they must
# not choose the versions of what they test.
install_clients() {
    local home=$PORTAL_VAR/clients locked=$ROOT/requirements-clients.txt lock
    exec {lock}<"$locked"
    flock "$lock"
    [[ -e $home/.portal-$(python_stamp "$locked") ]] || make_clients "$home" "$locked"
    exec {lock}<&-
}

make_clients() { # directory, locked file
    need_space "$PORTAL_VAR" 200
    say "Installing the calendar programs of the tests (once) …"
    quietly "$PYTHON" -m venv --clear "$1" ||
        fail "$(id -un) cannot make $1; the reason is in $SETUP_LOG"
    quietly "$1/bin/python" -m pip install --disable-pip-version-check --require-hashes \
        -r "$2" || fail "pip could not install $2: $(last_error); all of it in $SETUP_LOG"
    touch "$1/.portal-$(python_stamp "$2")"
}
