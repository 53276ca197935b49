# shellcheck shell=sh
# Set-up shared by ./run and ./test: sourced, never run. Works in any POSIX shell, from the root of the repository.
#
# Everything it makes is inside .venv and var: remove the two directories to begin again.

VENV=.venv

say() { printf '%s\n' "$*" >&2; }
stop() {
    say ""
    say "curule: $1"
    shift
    for line in "$@"; do say "        $line"; done
    exit 1
}

# The first Python of the machine that is 3.11 or later; PYTHON=... chooses one.
find_python() {
    for candidate in ${PYTHON:-python3 python3.13 python3.12 python3.11 python}; do
        found=$(command -v "$candidate" 2>/dev/null) || continue
        if "$found" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            printf '%s\n' "$found"
            return 0
        fi
    done
    return 1
}

make_venv() {
    # A virtual environment breaks when its Python is removed or the folder is moved: then it is made anew.
    if [ -x "$VENV/bin/python" ] && "$VENV/bin/python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
        return 0
    fi
    python=$(find_python) || stop "Python 3.11 or later is needed, and none was found (looked for: ${PYTHON:-python3, python3.13, python3.12, python3.11})." \
        "Debian 12 or later, Ubuntu 24.04 or later:  sudo apt-get install python3 python3-venv" \
        "Another one:  PYTHON=/path/to/python3.12 $0"
    "$python" -c 'import venv, ensurepip' 2>/dev/null || stop "$python cannot make virtual environments: its venv module is missing." \
        "Debian and Ubuntu:  sudo apt-get install python3-venv"
    say "Making a virtual environment in $VENV with $("$python" --version 2>&1) ..."
    rm -rf "$VENV"
    "$python" -m venv "$VENV" || stop "the virtual environment could not be made in $(pwd)/$VENV." \
        "Is the disk full, or the folder not yours? Debian and Ubuntu also need:  sudo apt-get install python3-venv"
}

digest() { "$VENV/bin/python" -c 'import hashlib, sys; print(hashlib.sha256(open(sys.argv[1], "rb").read()).hexdigest())' "$1"; }

is_installed() { [ -f "$VENV/.lock-$1" ] && [ "$(cat "$VENV/.lock-$1")" = "$(digest "requirements/$1.txt")" ]; }

# install_lock NAME: the packages of requirements/NAME.txt, each checked against its hash; nothing when the file has not changed.
install_lock() {
    is_installed "$1" && return 0
    # dev.txt holds app.txt, version for version (tests/web/test_scripts.py): whoever has run ./test needs no more for ./run.
    if [ "$1" = app ] && is_installed dev; then return 0; fi
    say "Installing the locked dependencies of requirements/$1.txt (the first time takes a minute) ..."
    rm -f "$VENV/.lock-$1"
    "$VENV/bin/python" -m pip install --quiet --quiet --disable-pip-version-check --no-input --no-deps --require-hashes \
        --requirement "requirements/$1.txt" || stop "the dependencies of requirements/$1.txt could not be installed; pip's message stands above." \
        "A network or proxy fault: try again. No network at all: fill a folder on another machine with" \
        "  pip download --require-hashes --dest wheels --requirement requirements/$1.txt" \
        "and start again with  PIP_NO_INDEX=1 PIP_FIND_LINKS=\$PWD/wheels $0"
    digest "requirements/$1.txt" >"$VENV/.lock-$1"
}

# The package itself is used where it lies: a path file instead of an installation, so that no build is needed.
link_package() {
    [ "$(cat "$VENV/.linked" 2>/dev/null)" = "$(pwd)" ] && [ -x "$VENV/bin/curule" ] && return 0
    site=$("$VENV/bin/python" -c 'import sysconfig; print(sysconfig.get_path("purelib"))')
    printf '%s\n' "$(pwd)/src" >"$site/curule.pth"
    cat >"$VENV/bin/curule" <<SHIM
#!/bin/sh
exec "$(pwd)/$VENV/bin/python" -m curule "\$@"
SHIM
    chmod +x "$VENV/bin/curule"
    pwd >"$VENV/.linked"
}

# French is maintained as text and compiled here, whenever the text is newer.
compile_translations() {
    for source in src/curule/*/locale/*/LC_MESSAGES/django.po; do
        [ -f "$source" ] || continue
        compiled=${source%.po}.mo
        if [ ! -f "$compiled" ] || [ -n "$(find "$source" -newer "$compiled")" ]; then
            "$VENV/bin/pybabel" --quiet compile --input-file "$source" --output-file "$compiled" ||
                stop "$source could not be compiled; the message above names the line."
        fi
    done
}

set_up() {
    make_venv
    install_lock "$1"
    link_package
    compile_translations
}
