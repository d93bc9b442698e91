#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# Loads the signed-in GET /api/v1/auth/me and the same bytes from a bare Undertow handler, in turns, and prints the
# medians. Run it from the project's root after a build; it needs wrk.
#
#   app-server/src/bench/me.sh [RUNS]
set -euo pipefail
runs=${1:-5}
out=$(mktemp)
./mvnw -q -pl app-server -am -Pbench -DskipTests -Dbench.main=app.homekeep.server.MeBench test >"$out" 2>/dev/null &
bench=$!
trap 'pkill -f app.homekeep.server.MeBench || true; wait "$bench" 2>/dev/null || true; rm -f "$out"' EXIT
until grep -q '^cookie ' "$out"; do
    kill -0 "$bench"
    sleep 1
done
bare=$(sed -n 's/^bare //p' "$out")
me=$(sed -n 's/^me //p' "$out")
cookie=$(sed -n 's/^cookie //p' "$out")

load() { wrk -t1 -c32 -d"$1" -H "Cookie: $cookie" "$2" | sed -n 's/^Requests\/sec: *//p'; }

load 5s "$bare" >/dev/null
load 5s "$me" >/dev/null
for ((i = 0; i < runs; i++)); do
    echo "bare $(load 5s "$bare")"
    echo "me $(load 5s "$me")"
done | sort -k1,1 -k2,2n | awk '
    {all[$1] = all[$1] " " $2; n[$1]++}
    END {
        for (who in all) {split(all[who], v, " "); median[who] = v[int((n[who] + 1) / 2)]}
        printf "bare %.0f/s, me %.0f/s: %.2f x\n", median["bare"], median["me"], median["me"] / median["bare"]
    }'
