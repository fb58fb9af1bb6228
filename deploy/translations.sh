#!/bin/sh
# The screens' words. `update` reads the source texts into the .ts files and compiles them;
# `check` fails if a text is missing or untranslated in zh or bo, or a .qm is not what its .ts says.
set -eu
cd "$(dirname "$0")/.."
[ -d .venv/bin ] && PATH="$PWD/.venv/bin:$PATH"
CATALOGUES="core/qt hardware/slip kiosk caller display"
LANGUAGES="zh bo"

extract() { # catalogue, language, .ts file
    # shellcheck disable=SC2046
    pyside6-lupdate -silent -no-obsolete -locations none -source-language en -target-language "$2_CN" \
        $(find "$1" \( -name '*.py' -o -name '*.qml' \) | sort) -ts "$3"
}

has_texts() { grep -q '<message' "$1"; }

update() {
    for catalogue in $CATALOGUES; do
        for language in $LANGUAGES; do
            ts="$catalogue/i18n/$(basename "$catalogue")_$language.ts"
            mkdir -p "$(dirname "$ts")"
            extract "$catalogue" "$language" "$ts"
            if has_texts "$ts"; then
                pyside6-lrelease -silent "$ts" -qm "${ts%.ts}.qm"
            else
                rm "$ts"
            fi
        done
        rmdir --ignore-fail-on-non-empty "$catalogue/i18n"
    done
}

check_one() { # catalogue, language, .ts file, scratch folder
    new="$4/new.ts"
    rm -f "$new"
    if [ -f "$3" ]; then cp "$3" "$new"; fi
    extract "$1" "$2" "$new"
    has_texts "$new" || return 0
    [ -f "$3" ] || { echo "$3: is missing; run $0 update"; return 1; }
    result=0
    cmp -s "$3" "$new" || { echo "$3: is older than the texts in $1; run $0 update"; result=1; }
    if grep -q 'type="unfinished"' "$new"; then
        echo "$3: $(grep -c 'type="unfinished"' "$new") text(s) untranslated"
        result=1
    fi
    pyside6-lrelease -silent "$3" -qm "$4/new.qm"
    cmp -s "$4/new.qm" "${3%.ts}.qm" || { echo "${3%.ts}.qm: is older than its .ts; run $0 update"; result=1; }
    return $result
}

check() {
    scratch=$(mktemp -d)
    trap 'rm -rf "$scratch"' EXIT
    bad=0
    for catalogue in $CATALOGUES; do
        for language in $LANGUAGES; do
            check_one "$catalogue" "$language" \
                "$catalogue/i18n/$(basename "$catalogue")_$language.ts" "$scratch" || bad=1
        done
    done
    return $bad
}

case "${1:-}" in
    update) update ;;
    check) check ;;
    *) echo "use: $0 update|check" >&2; exit 2 ;;
esac
