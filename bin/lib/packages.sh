# shellcheck shell=bash
# The system's packages: what is missing is told by looking, not by asking dpkg.

find_python() {
    local name
    for name in python3 /usr/bin/python3 python3.13 python3.12 python3.11; do
        "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null &&
            "$name" -c 'import ensurepip' 2>/dev/null && echo "$name" && return
    done
    return 1
}

# The programs of one PostgreSQL: of the version the data was made with, else the newest.
find_postgres() { # wanted major version, or nothing
    local place found=
    while read -r place; do
        [[ -x $place/initdb ]] && fits_version "$place" "${1:-}" &&
            found=$(newer_postgres "$found" "$place")
    done < <(postgres_places)
    [[ -n $found ]] && echo "$found"
}

postgres_places() {
    printf '%s\n' /usr/lib/postgresql/*/bin /usr/pgsql-*/bin
    pg_config --bindir 2>/dev/null || true
}

major_version() { "$1/postgres" --version | sed -E 's/^[^0-9]*([0-9]+).*/\1/'; }

fits_version() { # bin directory, wanted version or nothing
    local major
    major=$(major_version "$1")
    if [[ -n $2 ]]; then ((major == $2)); else ((major >= 15)); fi
}

newer_postgres() {
    if [[ -z $1 ]] || (($(major_version "$2") > $(major_version "$1"))); then
        echo "$2"
    else
        echo "$1"
    fi
}

has_library() { [[ $(PATH=$PATH:/sbin:/usr/sbin ldconfig -p) == *"$1"* ]]; }

has_fonts() { has_font NotoSansBengali-Regular.ttf && has_font NotoSans-Regular.ttf; }

has_font() {
    [[ -n $(find -L /usr/share/fonts /usr/local/share/fonts -name "$1" -print -quit 2>/dev/null) ]]
}

find_chromium() { command -v chromium || command -v chromium-browser; }

# Ubuntu's Chromium is a snap, which Playwright cannot drive.
wants_chromium() { ! grep -q '^ID=ubuntu' /etc/os-release 2>/dev/null; }

missing_packages() { # serve or test
    [[ -x $PYTHON ]] || find_python >/dev/null || echo python3-venv
    [[ -n ${DATABASE_URL:-} ]] || find_postgres >/dev/null || echo postgresql
    has_library libpango-1.0 || echo libpango-1.0-0
    has_library libpangoft2-1.0 || echo libpangoft2-1.0-0
    has_library libharfbuzz-subset || echo libharfbuzz-subset0
    command -v msgfmt >/dev/null || echo gettext
    has_fonts || echo fonts-noto-core
    [[ -e /usr/share/zoneinfo/Asia/Dhaka ]] || echo tzdata
    [[ $1 == serve ]] || { missing_browser; missing_readers; }
}

# Playwright's own driver needs libatomic, which a bare system lacks.
missing_browser() {
    wants_chromium || return 0
    find_chromium >/dev/null || echo chromium
    has_library libatomic || echo libatomic1
}

# Programs that read a PDF back: poppler's, and Firefox's for the bench.
missing_readers() {
    command -v pdftotext >/dev/null || echo poppler-utils
    has_pdf_js || echo libjs-pdf
}

has_pdf_js() { [[ -e /usr/share/javascript/pdf/build/pdf.js ]]; }

install_packages() { # serve or test
    local missing
    mapfile -t missing < <(missing_packages "$1")
    ((${#missing[@]})) || return 0
    command -v apt-get >/dev/null ||
        fail "missing on this system, by the names Debian gives them: ${missing[*]}"
    become_root || fail "packages are missing; as root, run: apt-get install -y ${missing[*]}"
    say "Installing ${missing[*]} …"
    need_space /var 1000
    apt_install "${missing[@]}" ||
        fail "apt-get could not install ${missing[*]}: $(last_error); all of it in $SETUP_LOG"
    mapfile -t missing < <(missing_packages "$1")
    ((!${#missing[@]})) || fail "still missing after apt-get install: ${missing[*]}"
}

# Sets AS_ROOT to what must stand before a command that root runs.
become_root() {
    AS_ROOT=()
    ((EUID)) || return 0
    command -v sudo >/dev/null || return
    AS_ROOT=(sudo)
    sudo -n true 2>/dev/null || { [[ -t 0 ]] && sudo -v; }
}

apt_install() {
    local hold=/etc/postgresql-common/createcluster.d/innovation-portal.conf result=0
    local apt=("${AS_ROOT[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q
        -o DPkg::Lock::Timeout=300)
    # The portal makes a cluster of its own; Debian need not make and start its "main".
    "${AS_ROOT[@]}" mkdir -p "${hold%/*}"
    echo 'create_main_cluster = false' | "${AS_ROOT[@]}" tee "$hold" >/dev/null
    quietly "${apt[@]}" update || true
    quietly "${apt[@]}" install -y --no-install-recommends "$@" || result=$?
    "${AS_ROOT[@]}" rm -f "$hold"
    return "$result"
}

last_error() { grep -E '^(E:|ERROR)' "$SETUP_LOG" | tail -n 1; }
