#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# commands.sh PROGRAM FOLDER: how long the commands take that have a limit: demo, check, and, with
# GRIDWARD_DATA, the import of real sets. GRIDWARD_BENCH_MILLION=1 adds the million cases (minutes).
set -eu
program=$1
scratch=$(mktemp -d "$2/bench-XXXXXX")
trap 'rm -rf "$scratch"' EXIT
now() { date +%s.%N; }
# timed NAME LIMIT COMMAND…: the median of three, seconds
timed() {
    name=$1 limit=$2
    shift 2
    times=
    for _ in $RUNS; do
        [ -z "$BEFORE" ] || eval "$BEFORE"
        from=$(now)
        "$@" >/dev/null 2>&1 || [ $? = 5 ]
        times="$times $(echo "$(now) $from" | awk '{print $1 - $2}')"
    done
    printf '  %-48s %7.1f s (limit %s s)\n' "$name" \
        "$(printf '%s\n' $times | sort -n | awk '{a[NR]=$1} END {print a[int((NR+1)/2)]}')" "$limit"
}
RUNS="1 2 3"
echo "commands, median of three"
BEFORE='rm -f "$scratch/d.gpkg"' timed "demo: 589 grids, 90 days" 10 "$program" demo --out "$scratch/d.gpkg" --seed 1
BEFORE='' timed "check of the demo" 10 "$program" check "$scratch/d.gpkg"
data=${GRIDWARD_DATA:-}
if [ -n "$data" ]; then
    boston=$data/boston-311/cases-2011-07_10.csv.gz
    "$program" init "$scratch/b.gpkg" --district 999900 --name Boston --cells 500 --extent-of "$boston" 2>/dev/null
    cp "$scratch/b.gpkg" "$scratch/b0.gpkg"
    BEFORE='cp "$scratch/b0.gpkg" "$scratch/b.gpkg"' timed "import of 41,827 cases of Boston" 3 \
        "$program" import "$scratch/b.gpkg" cases "$boston" --profile boston-311
    # One file with one header, of a million rows.
    zcat "$data/taipei-1999/cases-2015.csv.gz" | head -n 1 >"$scratch/t.csv"
    for year in "$data"/taipei-1999/cases-20??.csv.gz; do
        zcat "$year" | tail -n +2 >>"$scratch/t.csv"
    done
    head -n 1000001 "$scratch/t.csv" >"$scratch/million.csv"
    "$program" init "$scratch/t0.gpkg" --district 999901 --name Taipei --time-zone Asia/Taipei 2>/dev/null
    RUNS=1
    BEFORE='cp "$scratch/t0.gpkg" "$scratch/t.gpkg"' timed "import of 1,000,000 cases of Taipei" 60 \
        "$program" import "$scratch/t.gpkg" cases "$scratch/million.csv" --profile taipei-1999
fi
if [ -n "${GRIDWARD_BENCH_MILLION:-}" ]; then
    RUNS=1
    BEFORE='rm -f "$scratch/m.gpkg"' timed "demo of 1,000,000 cases" 180 \
        "$program" demo --out "$scratch/m.gpkg" --cases 1000000
    RUNS="1 2 3"
    BEFORE='' timed "first hundred of them in a street" 0.5 \
        "$program" case "$scratch/m.gpkg" list --street 110101006 --limit 100 --json
fi
