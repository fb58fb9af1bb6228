#!/usr/bin/env bash
# The README's pictures, taken anew from the running programs; then every screen in every state (docs/pictures/all, not
# in the repository: some 150 MB, and ten minutes).
set -euo pipefail
cd "$(dirname "$0")/.."

take() { # hall, then the pictures wanted
    local hall=$1 out
    shift
    out=$(mktemp -d)
    .venv/bin/hallcall demo --headless --hall "$hall" --out "$out"
    for name in "$@"; do
        cp "$out/$name.png" "docs/pictures/$hall-$name.png"
    done
    cp "$out/slip-A001.png" "docs/pictures/$hall-slip.png"
    rm -rf "$out"
}

take lhasa kiosk-home-zh kiosk-home-bo kiosk-ticket caller-serving
take pingliang kiosk-home-zh
.venv/bin/hallcall pictures --hall lhasa --docs docs/pictures
.venv/bin/hallcall pictures --hall lhasa --out docs/pictures/all
