# Sets up .venv/ and the system libraries that Qt needs. Read with `.` by run.sh and test.sh,
# in the folder of the checkout. All it says goes to standard error.
# shellcheck shell=sh

# What PySide6 itself links to, beyond its own libraries, for X11, Wayland and no screen.
LIBRARIES="libdbus-1-3 libegl1 libfontconfig1 libgl1 libglib2.0-0 libgssapi-krb5-2 \
libwayland-cursor0 libwayland-egl1 libx11-xcb1 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-randr0 \
libxcb-shape0 libxcb-sync1 libxcb-xfixes0 libxkbcommon-x11-0 libpulse0 libspeechd2"
# Charis is made for long reading on a screen, in four true styles; Inter for interfaces.
# 7 MB to download. Without them the text is set in what the system has.
FONTS="fonts-sil-charis fonts-inter"
# COMMAND:PACKAGE, for the tests alone.
TOOLS="Xvfb:xvfb xdotool:xdotool strace:strace ip:iproute2 desktop-file-validate:desktop-file-utils \
faketime:faketime"

say() {
    printf '%s\n' "$*" >&2
}

# set_up run|test: does what is not done yet; takes milliseconds when all of it is.
set_up() {
    wanted="$PWD $(cat pyproject.toml packaging/constraints.txt packaging/setup.sh | cksum)"
    set_up_environment "$1" >&2
    set_up_system "$1" >&2
}

set_up_environment() {
    is_done "environment-$1" && return
    say "Setting up .venv/ (once; about 400 MB to download)"
    make_environment
    case $1 in
        run) what=. ;;
        test) what=".[test]" ;;
    esac
    # The build warns that an editable installation is one.
    PYTHONWARNINGS=ignore .venv/bin/python -m pip install --disable-pip-version-check --no-input \
        --constraint packaging/constraints.txt --editable "$what"
    mark_done environment-run
    mark_done "environment-$1"
}

set_up_system() {
    [ "$(uname)" = Linux ] || return 0
    is_done "system-$1" && return
    # shellcheck disable=SC2046 # lists of words
    install_packages $(missing_packages "$1") $(missing_fonts) || true
    if [ -z "$(missing_packages "$1")" ]; then
        mark_done "system-$1" # With or without the fonts: they are asked for once.
    else
        say "Not found: $(missing_libraries | tr '\n' ' ')$(missing_tools "$1" | tr '\n' ' ')"
    fi
}

# A step is done when its stamp holds what is wanted now.
is_done() {
    [ -x .venv/bin/python ] && [ "$(cat ".venv/done-$1" 2>/dev/null)" = "$wanted" ]
}

mark_done() {
    printf '%s\n' "$wanted" >".venv/done-$1"
}

make_environment() {
    .venv/bin/python -m pip --version >/dev/null 2>&1 && return
    python=$(find_python) || {
        say "Lesepult needs Python 3.11 or newer. On Debian or Ubuntu this command installs it:"
        say "    sudo apt-get install python3 python3-venv"
        exit 1
    }
    if "$python" -c 'import ensurepip' 2>/dev/null; then
        "$python" -m venv --clear .venv
    elif "$python" -m pip --version >/dev/null 2>&1; then
        # Debian keeps ensurepip, which brings pip into an environment, in a package of its own.
        "$python" -m venv --clear --without-pip .venv
        "$python" -m pip --python .venv/bin/python install --no-input pip
    else
        install_packages "$("$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')" ||
            exit 1
        "$python" -m venv --clear .venv
    fi
}

find_python() {
    for name in python3 python3.14 python3.13 python3.12 python3.11 python; do
        if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            echo "$name"
            return
        fi
    done
    return 1
}

missing_packages() {
    [ -z "$(missing_libraries)" ] || echo "$LIBRARIES"
    missing_tools "$1"
}

missing_tools() {
    [ "$1" = test ] || return 0
    for tool in $TOOLS; do
        command -v "${tool%:*}" >/dev/null || echo "${tool#*:}"
    done
}

# Asks the loader, not the package list: libraries may have come another way.
missing_libraries() {
    for pyside in .venv/lib/python3*/site-packages/PySide6; do
        ldd "$pyside/QtNetwork.abi3.so" "$pyside/QtTextToSpeech.abi3.so" \
            "$pyside"/Qt/plugins/texttospeech/*.so "$pyside"/Qt/plugins/xcbglintegrations/*.so \
            "$pyside/Qt/plugins/platforms/libqoffscreen.so" \
            "$pyside/Qt/plugins/platforms/libqwayland.so" \
            "$pyside/Qt/plugins/platforms/libqxcb.so"
    done | sed -n 's/^[[:space:]]*\(.*\) => not found$/\1/p' | sort -u
}

missing_fonts() {
    find /usr/share/fonts /usr/local/share/fonts "$HOME/.local/share/fonts" "$HOME/.fonts" \
        -name 'Charis*' 2>/dev/null | grep -q . || echo "$FONTS"
}

# install_packages NAME...: installs Debian packages where nobody has to be asked, else says
# how to. False if they are missing still.
install_packages() {
    [ $# = 0 ] && return
    if ! command -v apt-get >/dev/null; then
        say "Some system packages are missing. On Debian they are called: $*"
        return 1
    fi
    if [ "$(id -u)" = 0 ]; then
        as_root=
    elif sudo -n true 2>/dev/null; then
        as_root="sudo -n"
    else
        say "Some system packages are missing. This command installs them:"
        say "    sudo apt-get install --no-install-recommends $*"
        return 1
    fi
    say "Installing system packages: $*"
    $as_root apt-get update -qq || true
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qq --no-install-recommends \
        -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 "$@"
}
