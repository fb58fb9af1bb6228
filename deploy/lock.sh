#!/usr/bin/env bash
# Work out requirements.lock from pyproject.toml: run time with PostgreSQL, and development, for Linux and Windows, with hashes.
#
#   deploy/lock.sh [--upgrade]
#
# Without --upgrade the pins of the old lock stay where they still fit. The file names no package index:
# pip takes whichever the machine has configured, and the hashes say that the files are the right ones.

set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

[[ -x .venv/bin/python ]] || deploy/setup.sh
[[ -x .venv/bin/uv ]] || .venv/bin/python -m pip install --quiet 'uv>=0.9'
.venv/bin/uv pip compile pyproject.toml --extra postgres --group dev --quiet "$@" \
    --universal --python-version 3.11 --generate-hashes \
    --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" \
    --output-file requirements.lock
