#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# Downloads one file of 1 GiB over HTTPS from Homekeep, Caddy and nginx, in turns, over HTTP/1.1 and HTTP/2, and prints
# the medians and the ratio to the better of the two. Run it from the project's root; it needs caddy, nginx, curl and
# openssl of the distribution.
#
#   app-server/src/bench/download.sh [RUNS]
set -euo pipefail
runs=${1:-5}
folder=$(mktemp -d)
data=$folder/data
mkdir "$data"
stop() {
    trap '' EXIT
    kill $(jobs -p) 2>/dev/null || true
    wait 2>/dev/null || true
    rm -rf "$folder"
}
trap stop EXIT

echo 'plum tree in the rain' | ./homekeep init --data "$data" --owner olga --password-stdin >/dev/null
./homekeep serve --data "$data" --local-port 0 --lan-port 0 --welcome-port 0 >"$folder/ready" 2>"$folder/log" &
until grep -q '^ready ' "$folder/ready"; do sleep 0.2; done
port=$(sed 's/.*:\([0-9]*\)$/\1/' "$folder/ready")
home=https://localhost:$port
curl -sk -c "$folder/cookies" -H 'Content-Type: application/json' \
    -d '{"username":"olga","password":"plum tree in the rain"}' "$home/api/v1/auth/login" >/dev/null
space=$(curl -sk -b "$folder/cookies" "$home/api/v1/spaces" | sed 's/.*"items":\[{"id":"\([^"]*\)".*/\1/')
# The folder is made when the space is first looked into.
curl -sk -b "$folder/cookies" "$home/api/v1/spaces/$space/entries" >/dev/null
head -c 1G /dev/urandom >"$data/files/olga/big.bin"

openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=localhost \
    -addext subjectAltName=DNS:localhost -keyout "$folder/key.pem" -out "$folder/cert.pem" 2>/dev/null
cat >"$folder/Caddyfile" <<END
{
    auto_https off
    admin off
}
https://localhost:9443 {
    tls $folder/cert.pem $folder/key.pem
    root * $data/files/olga
    file_server
}
END
caddy run --config "$folder/Caddyfile" --adapter caddyfile >/dev/null 2>&1 &
cat >"$folder/nginx.conf" <<END
daemon off;
pid $folder/nginx.pid;
error_log $folder/nginx.log;
user root;
worker_processes 2;
events {}
http {
    access_log off;
    sendfile on;
    server {
        listen 9444 ssl http2;
        ssl_certificate $folder/cert.pem;
        ssl_certificate_key $folder/key.pem;
        ssl_protocols TLSv1.2 TLSv1.3;
        root $data/files/olga;
    }
}
END
nginx -c "$folder/nginx.conf" >/dev/null 2>&1 &
until curl -sko /dev/null https://localhost:9443/ && curl -sko /dev/null https://localhost:9444/; do sleep 0.2; done

ours=$home/api/v1/spaces/$space/content?path=/big.bin
load() { curl -sk "$1" -b "$folder/cookies" -o /dev/null -w '%{speed_download} %{http_code} %{size_download}\n' "$2"; }

for version in --http1.1 --http2; do
    for ((i = 0; i <= runs; i++)); do
        for server in "homekeep $ours" "caddy https://localhost:9443/big.bin" "nginx https://localhost:9444/big.bin"; do
            echo "${version#--} ${server%% *} $(load "$version" "${server#* }") $i"
        done
    done
done | awk '
    $4 != 200 || $5 != 1073741824 {print "failed: " $0; bad = 1}
    $6 > 0 {print}
    END {exit bad}' | sort -k1,2 -k3,3n | awk '
    {key = $1 " " $2; n[key]++; value[key, n[key]] = $3 / 1048576}
    END {
        split("http1.1 http2", v, " ")
        for (i = 1; i <= 2; i++) {
            for (key in n) if (index(key, v[i] " ") == 1) median[key] = value[key, int((n[key] + 1) / 2)]
            best = median[v[i] " caddy"] > median[v[i] " nginx"] ? median[v[i] " caddy"] : median[v[i] " nginx"]
            printf "%s: homekeep %.0f MiB/s, caddy %.0f, nginx %.0f: %.2f x caddy, %.2f x the better\n", v[i],
                median[v[i] " homekeep"], median[v[i] " caddy"], median[v[i] " nginx"],
                median[v[i] " homekeep"] / median[v[i] " caddy"], median[v[i] " homekeep"] / best
        }
    }'
