#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# postgis_locator.sh BENCH_LOCATOR: the same points and grids in our locator and in PostGIS, on one
# thread each. Starts a private PostgreSQL in a temporary folder, reached by a socket there only,
# and removes it at the end. Without PostgreSQL or PostGIS it prints our times alone.
set -eu
[ $# -eq 1 ] || { echo "usage: postgis_locator.sh BENCH_LOCATOR" >&2; exit 2; }
bench=$1
runs=5
folder=$(mktemp -d)
cleanup() {
    [ ! -f "$folder/cluster/postmaster.pid" ] || as_server "$bin/pg_ctl" -D "$folder/cluster" -m immediate -w stop >/dev/null
    rm -rf "$folder"
}
trap cleanup EXIT
trap 'exit 1' INT TERM HUP

# PostgreSQL refuses to run as root.
as_server() {
    if [ "$(id -u)" -eq 0 ]; then
        runuser -u postgres -- "$@"
    else
        "$@"
    fi
}
missing() {
    echo "  PostGIS was not compared: $1."
    echo "  To install on Debian 12: apt-get install postgresql-15 postgresql-15-postgis-3"
    exit 0
}

"$bench" "$folder"

initdb=$(command -v initdb || ls -d /usr/lib/postgresql/*/bin/initdb 2>/dev/null | sort -V | tail -n 1)
[ -n "$initdb" ] || missing "PostgreSQL is not installed"
bin=$(dirname "$(readlink -f "$initdb")")
share=$("$bin/pg_config" --sharedir 2>/dev/null || true)
[ -z "$share" ] || [ -f "$share/extension/postgis.control" ] || missing "PostGIS is not installed"
if [ "$(id -u)" -eq 0 ]; then
    id postgres >/dev/null 2>&1 || missing "as root it needs the account postgres"
    chown -R postgres "$folder"
fi

cd "$folder"
as_server "$bin/initdb" -A trust -U bench -E UTF8 --locale=C --no-sync -D "$folder/cluster" >"$folder/initdb.log"
cat >>"$folder/cluster/postgresql.conf" <<END
listen_addresses = ''
unix_socket_directories = '$folder'
fsync = off
autovacuum = off
shared_buffers = 512MB
work_mem = 256MB
maintenance_work_mem = 256MB
max_wal_size = 4GB
max_parallel_workers_per_gather = 0
jit = off
END
as_server "$bin/pg_ctl" -D "$folder/cluster" -l "$folder/server.log" -w start >/dev/null || {
    cat "$folder/server.log" >&2
    exit 1
}
sql() {
    as_server "$bin/psql" -X -q -A -t -v ON_ERROR_STOP=1 -h "$folder" -U bench -d postgres "$@"
}
sql -c 'CREATE EXTENSION postgis' 2>"$folder/extension.log" || {
    cat "$folder/extension.log" >&2
    missing "its extension cannot be created"
}
sql <<END
CREATE TABLE points (geom geometry(Point, 4326));
CREATE TABLE grids (code text PRIMARY KEY, geom geometry(Polygon, 4326));
\copy points FROM '$folder/points.copy'
\copy grids FROM '$folder/grids.copy'
END

# measure NAME: the median of the runs after a cold one; each must find as many points as we do.
measure() {
    {
        echo "SET client_min_messages = log; SET log_statement_stats = on;"
        for run in cold $(seq "$runs"); do
            echo "SELECT 'count ' || count(*) FROM points p JOIN grids g ON ST_Contains(g.geom, p.geom);"
        done
    } | sql >"$folder/answer" 2>&1 || { cat "$folder/answer" >&2; exit 1; }
    count=$(sed -n 's/^count //p' "$folder/answer" | sort -u)
    [ "$count" = "$our_count" ] || {
        echo "PostGIS finds $count points in a grid, we find $our_count" >&2
        exit 1
    }
    # "! 1.2 s user, 0.1 s system, 1.3 s elapsed" for each statement, the queries last.
    awk '/ s user, .* s elapsed/ { print $8 * 1e3, ($2 + $5) * 1e3 }' "$folder/answer" |
        tail -n "$runs" >"$folder/times"
    middle=$(((runs + 1) / 2))
    wall=$(cut -d ' ' -f 1 "$folder/times" | sort -n | sed -n "${middle}p")
    cpu=$(cut -d ' ' -f 2 "$folder/times" | sort -n | sed -n "${middle}p")
    printf '  PostGIS, %-26s %9.1f ms, %.1f ms CPU\n' "$1" "$wall" "$cpu"
    echo "$wall $cpu $1" >>"$folder/all"
}

read -r our_count our_wall our_cpu <"$folder/ours.txt"
sql -c 'CREATE INDEX grids_geom ON grids USING gist (geom)' -c 'VACUUM ANALYZE'
measure 'index on grids'
sql -c 'DROP INDEX grids_geom' -c 'CREATE INDEX points_geom ON points USING gist (geom)' -c 'VACUUM ANALYZE'
measure 'index on points'
# Our points stay in random order; with the index on grids clustering wins nothing.
sql -c 'CLUSTER points USING points_geom' -c 'VACUUM ANALYZE'
measure 'index on points, clustered'

sort -n "$folder/all" | head -n 1 | {
    read -r wall cpu name
    awk -v wall="$wall" -v cpu="$cpu" -v our_wall="$our_wall" -v our_cpu="$our_cpu" -v name="$name" 'BEGIN {
        printf "  ratio PostGIS / ours               %9.1f, by CPU %.1f (with %s)\n", wall / our_wall, cpu / our_cpu, name
    }'
}
echo "  $(sql -c 'SELECT split_part(version(), $$ on $$, 1) || $$, PostGIS $$ || postgis_lib_version() || $$, GEOS $$ || postgis_geos_version()')"
