#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# migrate.sh PROGRAM SOURCE_DIR: a whole store moves from a file to a server and back, is killed on the
# way, and whatever differs is told.
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
server() { # DATABASE: its address, made
    LC_ALL=C.UTF-8 createdb "$1" 2>/dev/null || true
    echo "$cluster_url/$1?$cluster_at"
}
sql() { # DATABASE STATEMENT
    LC_ALL=C.UTF-8 psql -qAt "$1" -c "$2"
}

# Long enough that a month is over and can be drawn from.
expect 0 "a demo" "$program" demo --out a.gpkg --at $AT --days 50 --open 200 --cases 800 --seed 5
expect 0 "a sampling" "$program" sample a.gpkg draw --month 2026-10 --count 5 --as supervisor1 --at $AT --json
expect 0 "evidence" "$program" case a.gpkg report --class 06010 --at 116.41632,39.92841 --text "井盖	缺失\\N" \
    --source hotline --as acceptor1 --attach a.gpkg --json || true
expect 0 "an account" "$program" admin user a.gpkg add migrator --role analyst --json
S=$(server one)
expect 0 "to a server" "$program" migrate a.gpkg "$S" --json
cp out there.json
expect 0 "and back" "$program" migrate "$S" b.gpkg --json
cp out back.json
expect 0 "from file to file" "$program" migrate a.gpkg c.gpkg --json
cp out copy.json
T=$(server two)
expect 0 "from server to server" "$program" migrate "$S" "$T" --json
cp out twin.json
cat >equal.py <<'END'
import json, sys
first, *others = [json.load(open(name)) for name in sys.argv[1:]]
def sums(report):
    assert report["equal"] and not report["findings"] and not report["source_went_on"], report
    for table in report["tables"]:
        assert table["sha256"] == table["sha256_of_copy"] and table["rows"] == table["rows_of_copy"], table
    return {t["table"]: (t["rows"], t["sha256"]) for t in report["tables"]}
known = sums(first)
assert known["cases"][0] == 801 == first["chains"] and known["personal_households"][0] > 0, known
for table in ("sampling_cases", "attachments", "gridward_inbox", "personal_callers", "audit_log", "users"):
    assert known[table][0] > 0, (table, known[table])
assert len({sum for rows, sum in known.values() if rows}) == sum(1 for rows, _ in known.values() if rows)
for other in others:
    assert sums(other) == known, (other["from"], other["to"])
END
check "equal everywhere" 'python3 equal.py there.json back.json copy.json twin.json'
for store in "$S" b.gpkg c.gpkg "$T"; do
    expect 0 "sound: $store" "$program" check "$store"
done
for store in a.gpkg "$S" b.gpkg; do
    expect 0 "indicators of $store" "$program" evaluate "$store" --period 2026-11 --by grid --at $AT --out figures.csv
    cat figures.csv >>"figures"
    sha256sum <figures.csv >>sums
    rm figures.csv
done
check "the same indicators" '[ "$(sort -u sums | wc -l)" = 1 ] && [ "$(wc -l <sums)" = 3 ] && grep -q 110101 figures'
expect 0 "a new case there" "$program" case "$S" report --class 06010 --at 116.41632,39.92841 --text "新" \
    --source hotline --as acceptor1 --at $AT --json
expect 0 "and it is sound still" "$program" check "$S"

expect 4 "a server with a store" "$program" migrate a.gpkg "$T"
check "it was left alone" 'grep -q "left alone" err'
expect 4 "a file that is there" "$program" migrate "$T" c.gpkg
check "it was left alone, too" 'grep -q "left alone" err'
expect 4 "not by an analyst" "$program" migrate a.gpkg no.gpkg --as analyst1
check "nothing was begun" '[ ! -e no.gpkg ] && [ ! -e no.gpkg.part ]'
expect 2 "one name" "$program" migrate a.gpkg

# Killed: as soon as so many tables are begun. More rows, so that there is a middle.
expect 0 "a larger demo" "$program" demo --out large.gpkg --at $AT --days 60 --open 400 --cases 4000 --seed 6
K=$(server killed)
began() { # how many tables the unfinished copy has begun
    sql killed "SELECT count(*) FROM gridward.gridward_move" 2>/dev/null || echo 0
}
kill_at() { # TABLES COMMAND…
    wanted=$1
    shift
    "$@" >out 2>err &
    mover=$!
    while kill -0 $mover 2>/dev/null && [ "$(counter)" -lt "$wanted" ]; do :; done
    kill -9 $mover 2>/dev/null || true
    wait $mover 2>/dev/null || true
}
counter() { began; }
last=0
for tables in 3 8 32; do
    kill_at $tables "$program" migrate large.gpkg "$K"
    now=$(began)
    check "killed further on ($last, $now)" '[ "$now" -ge "$tables" ] && [ "$now" -gt "$last" ]'
    last=$now
    expect 3 "nobody opens it" "$program" check "$K"
    check "it says why" 'grep -q "unfinished copy" err'
done
expect 0 "it goes on" "$program" migrate large.gpkg "$K" --json
check "where it was" 'python3 -c "import json; r = json.load(open(\"out\")); assert r[\"resumed\"] and r[\"equal\"], r"'
expect 0 "and is sound" "$program" check "$K"
counter() {
    python3 -c 'import sqlite3, sys
try:
    print(sqlite3.connect("file:back.gpkg.part?mode=ro", uri=True).execute("SELECT count(*) FROM gridward_move").fetchone()[0])
except sqlite3.Error:
    print(0)'
}
kill_at 5 "$program" migrate "$K" back.gpkg
check "no file of that name yet" '[ ! -e back.gpkg ] && [ -e back.gpkg.part ]'
expect 3 "nobody opens the part" "$program" check back.gpkg.part
expect 0 "it goes on, too" "$program" migrate "$K" back.gpkg --json
check "from there" 'python3 -c "import json; r = json.load(open(\"out\")); assert r[\"resumed\"] and r[\"equal\"], r"'
check "nothing is left beside it" '[ "$(ls back.gpkg*)" = back.gpkg ]'
expect 0 "sound in the file" "$program" check back.gpkg

# Stopped by the user.
"$program" migrate large.gpkg stopped.gpkg >out 2>err &
mover=$!
while kill -0 $mover 2>/dev/null && [ ! -e stopped.gpkg.part ]; do :; done
status=0
kill -INT $mover
wait $mover || status=$?
check "stopped with a status" '[ $status = 1 ]'
check "it says how to go on" 'grep -q "run the same command again" err'

# The store went on since: two states are never mixed.
expect 0 "somebody reports" "$program" case large.gpkg report --class 06010 --at 116.41632,39.92841 --text "新" \
    --source hotline --as acceptor1 --at $AT --json
expect 4 "that is refused" "$program" migrate large.gpkg stopped.gpkg
check "it says so" 'grep -q "Two states are never mixed" err'
expect 0 "begun anew" "$program" migrate large.gpkg stopped.gpkg --anew --json
check "as from the start" 'python3 -c "import json; r = json.load(open(\"out\")); assert not r[\"resumed\"] and r[\"equal\"], r"'

# Somebody changes a row of the copy before it is done.
C=$(server changed)
began() { sql changed "SELECT count(*) FROM gridward.gridward_move" 2>/dev/null || echo 0; }
counter() { began; }
kill_at 20 "$program" migrate large.gpkg "$C"
sql changed "UPDATE gridward.grids SET name = 'x' WHERE id = 7"
expect 1 "the proof fails" "$program" migrate large.gpkg "$C" --json
check "it says which table" 'grep -q "Table “grids” of the copy" err'
check "and that one alone" 'python3 -c "import json; r = json.load(open(\"out\")); assert not r[\"equal\"] and [t[\"table\"] for t in r[\"tables\"] if not t[\"equal\"]] == [\"grids\"], r"'
expect 3 "it is no store" "$program" check "$C"
expect 0 "anew" "$program" migrate large.gpkg "$C" --anew
check "with the sums for people" 'grep -q "^grids  *589  [0-9a-f]\{16\}$" out'

# A district with accounts: passwords of a file are no logins of a server, nor the other way round.
echo a-long-first-password >pw
expect 0 "a real district" "$program" init real.gpkg --district 110101 --name 东城区
expect 0 "with an account" "$program" admin user real.gpkg add li.na --role admin --password-file pw
R=$(server real)
expect 4 "it asks who moves it" "$program" migrate real.gpkg "$R"
expect 0 "moved" "$program" migrate real.gpkg "$R" --as li.na --password-file pw
check "it says that nobody can log in" 'grep -q "Nobody has a login there yet" err'
expect 0 "the superuser is not asked" "$program" check "$R"
expect 0 "a login" "$program" admin user "$R" set-password li.na --password-file pw
expect 0 "and back" "$program" migrate "$R" real-back.gpkg
check "for nobody else to read" '[ "$(stat -c %a real-back.gpkg)" = 600 ]'
expect 4 "with the passwords that it had" "$program" check real-back.gpkg
expect 0 "which is sound" "$program" check real-back.gpkg --as li.na --password-file pw
N=$(server never)
expect 0 "made on the server" "$program" admin init-db "$N" --district 110101 --name 东城区 \
    --administrator wang.wu --password-file pw
expect 0 "and taken away" "$program" migrate "$N" never.gpkg
check "it says who can read it" 'grep -q "holds no passwords" err && [ "$(stat -c %a never.gpkg)" = 600 ]'
expect 0 "by its owner" "$program" check never.gpkg

echo "$passed passed, $failed failed"
[ $failed = 0 ]
