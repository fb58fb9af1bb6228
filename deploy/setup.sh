#!/usr/bin/env bash
# Prepare this checkout: system packages, the virtual environment .venv, and Hallcall itself in it.
#
#   deploy/setup.sh [run|test] [--no-system]
#
#   run          only what running needs of the system
#   test         what the tests need as well (the default)
#   --no-system  install nothing outside the checkout; say what is missing
#   PYTHON=...   the Python to use (3.11 or newer)
#
# Safe to run again at any time: when nothing has changed it ends at once and says nothing.
# Exit: 0 ready, 1 something is missing (said on stderr), 2 wrong use.

set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
here=$PWD
venv=$here/.venv
stamp=$venv/.hallcall-setup
table=deploy/system-packages.txt
scope=test
may_install=yes
export PATH="$PATH:/usr/sbin:/sbin" # ldconfig lives there, and not everybody's PATH says so

for argument in "$@"; do
    case $argument in
        run | test) scope=$argument ;;
        --no-system) may_install=no ;;
        -h | --help) sed -n '2,/^$/s/^# \{0,1\}//p' "${BASH_SOURCE[0]}"; exit 0 ;;
        *) echo "setup: unknown argument '$argument' (try --help)" >&2; exit 2 ;;
    esac
done

say() { printf 'setup: %s\n' "$*"; }
fail() { printf 'setup: %s\n' "$@" >&2; exit 1; }

# One set-up at a time in one checkout; the second one then finds everything done.
if command -v flock >/dev/null; then
    exec 9<"${BASH_SOURCE[0]}"
    flock 9
fi

# --- what the system lacks -----------------------------------------------------------------------

python_is_new_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

find_python() {
    local candidate
    for candidate in ${PYTHON:-python3 python3.13 python3.12 python3.11}; do
        if python_is_new_enough "$candidate"; then
            command -v "$candidate"
            return
        fi
    done
    return 1
}

font_folders() {
    printf '%s\n' /usr/share/fonts /usr/local/share/fonts "${XDG_DATA_HOME:-$HOME/.local/share}/fonts" "$HOME/.fonts"
}

has_font() {
    local folder
    while read -r folder; do
        [[ -d $folder && -n $(find -L "$folder" -name "$1" -print -quit) ]] && return 0
    done < <(font_folders)
    return 1
}

is_there() { # kind, what
    case $1 in
        lib) [[ $libraries == *"$2 "* ]] ;;
        font) has_font "$2" ;;
        cmd) command -v "$2" >/dev/null ;;
    esac
}

# Sets the arrays "missing" (Debian's package names) and "details" (what was looked for).
look_for_missing() {
    local package kind what needed_for python libraries server
    missing=() details=()
    for server in /usr/lib/postgresql/*/bin; do # Debian keeps PostgreSQL's own programs out of every PATH
        [[ :$PATH: == *":$server:"* ]] || PATH="$PATH:$server"
    done
    libraries=$(ldconfig -p 2>/dev/null || true)
    while read -r package kind what needed_for; do
        [[ -z $package || $package == \#* ]] && continue
        [[ $needed_for == test && $scope == run ]] && continue
        is_there "$kind" "$what" && continue
        missing+=("$package")
        details+=("$what")
    done <"$table"
    if [[ -x $venv/bin/python ]]; then return; fi
    if ! python=$(find_python); then
        missing+=(python3 python3-venv)
        details+=("Python 3.11 or newer")
    elif ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
        missing+=(python3-venv)
        details+=("the modules venv and ensurepip of $python")
    fi
}

# Prints what must stand before a command to run it as root; fails where nothing may.
as_root() {
    if [[ $(id -u) == 0 ]]; then
        return 0
    elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
        echo "sudo -n"
    else
        return 1
    fi
}

# Runs a command twice at most; its output is shown only if both runs failed.
twice() { # what it is, command...
    local what=$1 log attempt
    shift
    log=$(mktemp)
    for attempt in 1 2; do
        if "$@" >"$log" 2>&1 </dev/null; then
            rm -f "$log"
            return 0
        fi
        if [[ $attempt == 1 ]]; then
            say "$what did not succeed; trying once more"
            sleep 3
        fi
    done
    printf 'setup: %s failed twice. Its last words:\n' "$what" >&2
    tail -n 8 "$log" | cut -c 1-240 | sed 's/^/    /' >&2
    explain "$log" >&2
    rm -f "$log"
    return 1
}

explain() { # log
    if grep -q 'DO NOT MATCH THE HASHES' "$1"; then
        echo "setup: the package index served other files than requirements.lock names; nothing of them was installed."
    elif grep -qiE 'temporary failure|could not resolve|connection|timed out|unreachable|proxy|SSL|failed to fetch|no matching distribution|unable to locate' "$1"; then
        echo "setup: the network or the package index could not be reached, or does not have what is asked for;" \
            "check the connection, the proxy and the settings (pip config list; /etc/apt)."
    fi
}

# The tests start a server of their own; installing PostgreSQL must not start another on the default port. Debian
# asks this folder before it makes its first cluster; a server that is there already is left as it is.
keep_postgres_down() { # as root...
    local folder=/etc/postgresql-common/createcluster.d
    [[ -e $folder/hallcall.conf ]] && return
    # shellcheck disable=SC2086  # "sudo -n" is two words
    $1 mkdir -p "$folder" && echo "create_main_cluster = false" | $1 tee "$folder/hallcall.conf" >/dev/null
}

apt_install() { # as root..., then the packages
    local root=$1
    shift
    if [[ " $* " == *" postgresql "* ]]; then
        keep_postgres_down "$root" || return
    fi
    # shellcheck disable=SC2086  # "sudo -n" is two words
    $root env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=120 update &&
        $root env DEBIAN_FRONTEND=noninteractive apt-get -qq -y -o DPkg::Lock::Timeout=120 \
            install --no-install-recommends "$@"
}

say_what_to_install() {
    echo "setup: this machine lacks: $(printf '%s, ' "${details[@]}" | sed 's/, $//')" >&2
    if command -v apt-get >/dev/null || ! command -v dnf >/dev/null; then
        echo "setup: install it as root on Debian, Ubuntu, UOS or Kylin desktop, then start again:" >&2
        echo "    apt-get update && apt-get install -y --no-install-recommends ${missing[*]}" >&2
    else
        echo "setup: install what holds these as root, then start again; Debian's names are: ${missing[*]}" >&2
    fi
}

prepare_system() {
    local missing details root
    look_for_missing
    ((${#missing[@]} == 0)) && return
    if [[ $may_install == no ]] || ! command -v apt-get >/dev/null || ! root=$(as_root); then
        say_what_to_install
        exit 1
    fi
    say "installing system packages: ${missing[*]}"
    twice "apt-get" apt_install "$root" "${missing[@]}" || exit 1
    look_for_missing
    if ((${#missing[@]} > 0)); then
        say_what_to_install
        exit 1
    fi
}

# --- the virtual environment ---------------------------------------------------------------------

# Changes whenever .venv must be prepared again: other pins, other metadata, another place.
wanted_stamp() {
    echo "$here"
    sha256sum requirements.lock pyproject.toml deploy/setup.sh
}

is_current() {
    [[ -f $stamp && $(<"$stamp") == "$(wanted_stamp)" ]] && "$venv/bin/python" -I -S -c '' 2>/dev/null
}

make_venv() {
    local python
    if [[ -x $venv/bin/python ]] && python_is_new_enough "$venv/bin/python" && "$venv/bin/python" -m pip --version >/dev/null 2>&1; then
        return
    fi
    python=$(find_python) || fail "no Python 3.11 or newer found (looked for ${PYTHON:-python3 and python3.11 to 3.13})"
    say "making .venv with $("$python" -V)"
    "$python" -m venv --clear "$venv" || fail "$python could not make a virtual environment in $venv"
}

pip() { "$venv/bin/python" -m pip "$@"; }

prepare_venv() {
    is_current && return
    make_venv
    rm -f "$stamp"
    say "installing the Python packages of requirements.lock (the first time some 350 MB)"
    twice "pip" pip --disable-pip-version-check --no-input install --quiet --progress-bar off \
        --require-hashes --only-binary :all: -r requirements.lock || exit 1
    twice "pip" pip --disable-pip-version-check --no-input install --quiet --progress-bar off \
        --no-deps --no-build-isolation -e . || exit 1
    check_qt
    wanted_stamp >"$stamp"
    say "ready"
}

# The last word on Qt's libraries: load the modules the screens use and start the offscreen platform.
check_qt() {
    local answer
    answer=$(QT_QPA_PLATFORM=offscreen "$venv/bin/python" -c '
from PySide6 import QtGui, QtMultimedia, QtNetwork, QtQuick, QtWebSockets, QtWidgets
QtWidgets.QApplication([])' 2>&1) || fail "Qt does not start on this machine:" "$answer"
}

[[ -f requirements.lock ]] || fail "requirements.lock is not there: this is not a whole checkout"
prepare_system
prepare_venv
