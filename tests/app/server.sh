#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# server.sh PROGRAM SOURCE_DIR: a store on a PostgreSQL server, through the shell: made, written, read
# and checked as one in a file is.
set -eu
program=$1
source=$2
scratch=$(mktemp -d)
chmod 755 "$scratch"
. "$source/tests/support/cluster.sh"
trap 'stop_cluster; rm -rf "$scratch"' EXIT
export HOME="$scratch/home" LC_ALL=en_US.UTF-8 LANG=en_US.UTF-8
unset DISPLAY WAYLAND_DISPLAY QT_QPA_PLATFORM XDG_CONFIG_HOME XDG_STATE_HOME XDG_DATA_HOME || true
mkdir "$HOME"
cd "$scratch"
. "$source/tests/support/expect.sh"
ulimit -c 0
AT=2026-11-20T08:00:00Z
start_cluster "$scratch/pg"
LC_ALL=C.UTF-8 createdb demo
S="$cluster_url/demo?$cluster_at"

expect 3 "no store there yet" "$program" check "$S"
check "it says how one is made" 'grep -q "gridward admin init-db" err'
expect 0 "a demo" "$program" demo --out "$S" --at $AT --days 20 --open 200 --cases 800 --seed 5
expect 0 "the same in a file" "$program" demo --out d.gpkg --at $AT --days 20 --open 200 --cases 800 --seed 5
expect 0 "it is sound" "$program" check "$S"
both() { # NAME ARGUMENTS…: the same answer of both; STORE stands for the store
    name=$1
    shift
    expect 0 "$name, file" "$program" $(echo "$@" | sed "s|STORE|d.gpkg|")
    cp out file.out
    expect 0 "$name, server" "$program" $(echo "$@" | sed "s|STORE|$(echo "$S" | sed 's/&/\\&/')|")
    check "$name: the same" 'cmp -s out file.out'
}
both "cases of a street" case STORE list --street 110101006 --limit 20 --at $AT --as supervisor1 --json
both "what is overdue" case STORE list --overdue --limit 50 --at $AT --as supervisor1 --json
both "indicators" evaluate STORE --period 2026-11 --by grid --at $AT --json

id=$("$program" case "$S" report --class 06010 --at 116.41632,39.92841 --text "井盖缺失" --source hotline \
    --as acceptor1 --json | python3 -c 'import json, sys; print(json.load(sys.stdin)["id"])')
expect 0 "a case is filed" "$program" case "$S" act "$id" file --as filer1
expect 0 "and shown" "$program" case "$S" show "$id" --as filer1 --json
check "with both steps" 'python3 -c "import json; case = json.load(open(\"out\")); assert case[\"version\"] >= 2 and case[\"state\"] == \"filed\", case"'
expect 0 "still sound" "$program" check "$S"
# As a new version of PostgreSQL takes a database over: read in from what the old one wrote.
LC_ALL=C.UTF-8 createdb again
LC_ALL=C.UTF-8 pg_dump demo | LC_ALL=C.UTF-8 psql -q again >/dev/null 2>read.err
expect 0 "its guards are known again" "$program" check "$cluster_url/again?$cluster_at"
expect 4 "not twice" "$program" demo --out "$S" --at $AT
check "it was left alone" 'grep -q "left alone" err'
expect 1 "the log stands" env LC_ALL=C.UTF-8 psql -q demo -c "UPDATE gridward.events SET actor = 'x'"
check "it says so" 'grep -q "events are never changed" err'
LC_ALL=C.UTF-8 psql -q demo -c "ALTER TABLE gridward.events DISABLE TRIGGER events_are_not_changed" \
    -c "UPDATE gridward.events SET note = 'x' WHERE sequence = 1 AND case_id = (SELECT min(case_id) FROM gridward.events)"
expect 1 "who went past the guard is found" "$program" check "$S"
check "guard and step" 'grep -q events_are_not_changed out err'

expect 3 "no such server" "$program" check "$cluster_url/demo?host=$scratch/nowhere&user=nobody"
check "it says what" 'grep -q "cannot be reached" err'
echo "$passed passed, $failed failed"
[ $failed = 0 ]
