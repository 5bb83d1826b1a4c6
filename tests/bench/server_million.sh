#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# server_million.sh PROGRAM BENCH_SERVERQUEUE STORE FOLDER: moves a large store to a server and back
# to a file, each with its proof, timed; says whether every table has the same hash in all three;
# and what a street office's queue costs there. A private cluster in FOLDER, removed at the end.
set -eu
[ $# -eq 4 ] || { echo "usage: server_million.sh PROGRAM BENCH_SERVERQUEUE STORE FOLDER" >&2; exit 2; }
program=$1 bench=$2 store=$3
scratch=$(mktemp -d "$4/million-XXXXXX")
chmod 755 "$scratch"
. "$(dirname "$0")/../support/cluster.sh"
trap 'stop_cluster; rm -rf "$scratch"' EXIT
trap 'exit 1' INT TERM HUP
start_cluster "$scratch/pg"
createdb million
psql -q million -c "ALTER SYSTEM SET max_wal_size = '8GB'" -c "SELECT pg_reload_conf()" >/dev/null
url="postgresql:///million?$cluster_at"
# moved FROM TO NAME: the seconds, and a file of table and hash on either side.
moved() {
    from=$(date +%s)
    "$program" migrate "$1" "$2" --as admin1 --json >"$scratch/$3.json" 2>/dev/null ||
        { cat "$scratch/$3.json"; echo "  $3: not equal" >&2; exit 1; }
    printf '  %-48s %7d s\n' "$3" $(($(date +%s) - from))
    sed 's/},{/}\n{/g' "$scratch/$3.json" | sed -n 's/.*"sha256":"\([0-9a-f]*\)".*"table":"\([^"]*\)".*/\2 \1/p' |
        sort >"$scratch/$3.from"
    sed 's/},{/}\n{/g' "$scratch/$3.json" | sed -n 's/.*"sha256_of_copy":"\([0-9a-f]*\)".*"table":"\([^"]*\)".*/\2 \1/p' |
        sort >"$scratch/$3.to"
}
echo "a store of $(du -h "$store" | cut -f 1) moved to a server and back, with its proof"
moved "$store" "$url" "from the file to the server"
moved "$url" "$scratch/back.gpkg" "from the server to a file"
tables=$(wc -l <"$scratch/from the file to the server.from")
[ "$tables" -gt 30 ] && cmp -s "$scratch/from the file to the server.from" "$scratch/from the server to a file.to" ||
    { echo "  the tables differ" >&2; exit 1; }
printf '  %-48s %7d\n' "tables that have the same hash in all three" "$tables"
rm -f "$scratch/back.gpkg"
"$bench" "$url"
