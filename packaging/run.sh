#!/bin/sh
# Starts Lesepult, setting it up first where that is needed: sh packaging/run.sh [FILE]
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
(
    cd "$here"
    . packaging/setup.sh
    set_up run
)
exec "$here/.venv/bin/lesepult" "$@"
