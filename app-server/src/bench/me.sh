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
cookie=$(sed -n 's/^cookie //p' "$out")
at() { sed -n "s/^$1 //p" "$out"; }

# Each door has its own name for the cookie.
load() {
    wrk -t1 -c32 -d"$1" -H "Cookie: $cookie; __Host-$cookie" "$2" | sed -n 's/^Requests\/sec: *//p'
}

all="bare me bare-secure me-secure"
for each in $all; do load 5s "$(at "$each")" >/dev/null; done
for ((i = 0; i < runs; i++)); do
    for each in $all; do echo "$each $(load 5s "$(at "$each")")"; done
done | sort -k1,1 -k2,2n | awk '
    {all[$1] = all[$1] " " $2; n[$1]++}
    END {
        for (who in all) {split(all[who], v, " "); median[who] = v[int((n[who] + 1) / 2)]}
        printf "HTTP:  bare %.0f/s, me %.0f/s: %.2f x\n", median["bare"], median["me"], median["me"] / median["bare"]
        printf "HTTPS: bare %.0f/s, me %.0f/s: %.2f x\n", median["bare-secure"], median["me-secure"],
            median["me-secure"] / median["bare-secure"]
    }'
