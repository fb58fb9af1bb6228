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

# A short morning in Lhasa: visitors come, are served or do not come, and one slip does not print.
data=$(mktemp -d)
touch "$data/said"
sed 's/^pass_after_s = .*/pass_after_s = 0/' hallcall/halls/lhasa.toml > "$data/hall.toml" # nobody waits for a picture
python -m hallcall core --hall "$data/hall.toml" --data "$data" --host 127.0.0.1 --port 0 --always-open > "$data/said" 2>&1 &
core=$!
trap 'kill "$core"; wait "$core" || true; rm -rf "$own" "$data"' EXIT
until grep -q 'ready at' "$data/said"; do kill -0 "$core" && sleep 0.1; done
url=$(grep -o 'http://[^ ]*' "$data/said" | tail -1)
token=$(python -m hallcall token admin --data "$data")
post() { # path, body
    curl --silent --show-error --fail -X POST -H "Authorization: Bearer $token" -H 'Content-Type: application/json' \
        --data "${2:-{\}}" "$url$1"
}
visit() { # queue, phone
    post /api/tickets "{\"queue\": \"$1\", \"phone\": \"$2\", \"slip\": true}" |
        python -c 'import json, sys; print(json.load(sys.stdin)["id"])'
}
printed() { post "/api/tickets/$1/slip" "{\"state\": \"$2\"}" > /dev/null; }
serve() { # window, acts
    local window=$1 act
    shift
    for act in "$@"; do post "/api/windows/$window/$act" > /dev/null; done
}
for last in 5678 0412 7731; do printed "$(visit company "1380000$last")" printed; done
for last in 2096 8854; do printed "$(visit tax "1390000$last")" printed; done
printed "$(visit tax 13900001177)" failed
first=$(python - "$url" "$token" <<'PYTHON'
import json, sys, urllib.request
request = urllib.request.Request(sys.argv[1] + "/api/hall", headers={"Authorization": "Bearer " + sys.argv[2]})
windows = json.load(urllib.request.urlopen(request))["windows"]
print(*(next(w["number"] for w in windows if queue in w["queues"][:1]) for queue in ("company", "tax")))
PYTHON
)
serve "${first% *}" open call-next start finish call-next start finish call-next pass
serve "${first#* }" open call-next start finish call-next start finish
for act in closing callbacks; do slip $act --core "$url" --token "$token" --out $shown/paper-$act.png; done
