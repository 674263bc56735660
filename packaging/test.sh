#!/bin/sh
# Checks everything: sh packaging/test.sh
# Runs pytest alone, with arguments of its own: sh packaging/test.sh tests/store -k undo
set -eu
cd "$(dirname "$0")/.."
. packaging/setup.sh
set_up test
failed=

# check NAME COMMAND...: goes on after a failure, so that one run tells all.
check() {
    name=$1
    shift
    say "== $name"
    "$@" || failed="$failed $name"
}

# Lesepult promises to work offline, so its tests have no network but this machine's own.
offline() {
    for cut in "unshare --net" "unshare --net --map-root-user"; do
        if $cut true 2>/dev/null; then
            $cut sh -c 'ip link set lo up && exec "$@"' sh "$@"
            return
        fi
    done
    say "The network cannot be cut here; the tests run with it."
    "$@"
}

if [ $# -gt 0 ]; then
    offline .venv/bin/pytest "$@"
    exit
fi
check lint .venv/bin/ruff check
check format .venv/bin/ruff format --check
check scripts .venv/bin/shellcheck --external-sources packaging/*.sh .ci/run
check types .venv/bin/basedpyright
check architecture .venv/bin/lint-imports --no-logo
check tests offline .venv/bin/pytest --cov --cov-report=term
[ -z "$failed" ] || {
    say "failed:$failed"
    exit 1
}
