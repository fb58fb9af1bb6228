#!/usr/bin/env bash
# The pictures of docs/slips.md, taken anew; the layout is the one that the page shows.
set -euo pipefail
cd "$(dirname "$0")/.."
export QT_QPA_PLATFORM=offscreen
[ -d .venv/bin ] && PATH="$PWD/.venv/bin:$PATH"

shown=docs/pictures
own=$(mktemp --suffix .toml)
trap 'rm -f "$own"' EXIT
{ cat hallcall/halls/lhasa.toml; sed -n '/^```toml$/,/^```$/{/^```/!p}' docs/slips.md; } > "$own"

slip() { python -m hallcall slip "$@"; }
slip preview --hall lhasa --out $shown/paper-lhasa-80.png
slip preview --hall lhasa --paper 58 --lang bo --marked --out $shown/paper-lhasa-58-bo.png
slip preview --hall pingliang --paper 58 --copy --out $shown/paper-pingliang-58-copy.png
slip preview --hall "$own" --marked --out $shown/paper-own-layout.png
slip told-once limited_company_new --hall lhasa --missing id_card,articles --clerk '王*' --window 3 --number A017 \
    --out $shown/paper-told-once.png
