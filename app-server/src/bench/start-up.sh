#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# How long the server takes to `ready` and how much memory it holds idle, beside a bare Undertow on the same machine in
# the same minutes. Prints a table in Markdown.
#
#   app-server/src/bench/start-up.sh [RUNS]     default 11; the program must be built (./homekeep --version)
set -eu

cd "$(dirname "$0")/../../.."
. installer/src/shell/common.sh
find_jdk_25
runs=${1:-11}
lib=$PWD/installer/target/homekeep/lib
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

"$JAVA_HOME/bin/javac" -d "$work" -cp "$lib/server/*" app-server/src/bench/java/app/homekeep/bench/BareUndertow.java
echo "a-password-for-measuring" |
  ./homekeep init --data "$work/data" --owner owner --password-stdin >/dev/null

# The options as they are, and without the class archive.
plain=$work/plain.options
grep -v -e '-XX:SharedArchiveFile' "$lib/server.options" >"$plain"

bare() {
  exec "$JAVA_HOME/bin/java" "@$plain" -cp "$work:$lib/server/*" app.homekeep.bench.BareUndertow
}

homekeep() {
  serve "$lib/server.options"
}

unarchived() {
  serve "$plain"
}

serve() {
  exec "$JAVA_HOME/bin/java" "@$1" -Dhomekeep.home="${lib%/lib}" -cp "$lib/server/*" \
    app.homekeep.server.Main serve --data "$work/data" --local-port=0 --lan-port=0 --welcome-port=0
}

# Runs one until it says it is ready, then lets it idle; adds "milliseconds kibibytes" to a file.
measure() {
  mkfifo "$work/said"
  begun=$(date +%s%N)
  "$1" >"$work/said" 2>/dev/null &
  process=$!
  exec 3<"$work/said"
  read -r _ <&3
  ready=$((($(date +%s%N) - begun) / 1000000))
  sleep 2
  echo "$ready $(awk '/VmRSS/ { print $2 }' "/proc/$process/status")" >>"$work/$1"
  kill "$process"
  wait "$process" 2>/dev/null || true
  exec 3<&-
  rm "$work/said"
}

median() {
  sort -n | awk '{ value[NR] = $1 } END { print value[int((NR + 1) / 2)] }'
}

row() {
  ready=$(awk '{ print $1 }' "$work/$2" | median)
  best=$(awk '{ print $1 }' "$work/$2" | sort -n | head -1)
  memory=$(($(awk '{ print $2 }' "$work/$2" | median) / 1024))
  echo "| $1 | $ready | $best | $memory |"
}

# One of each before it counts, so that files are in memory; then by turns.
for kind in bare homekeep unarchived; do
  measure "$kind"
  rm "$work/$kind"
done
for _ in $(seq "$runs"); do
  measure bare
  measure homekeep
  measure unarchived
done

echo "| $runs runs each, $(nproc) cores | ready, median (ms) | best (ms) | RSS idle, median (MiB) |"
echo "|---|---|---|---|"
row "Homekeep, all doors open" homekeep
row "the same without its class archive" unarchived
row "bare Undertow, same Java options, no class archive" bare
