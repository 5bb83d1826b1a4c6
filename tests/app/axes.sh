#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# axes.sh PROGRAM ROOT: nobody judges their own work, tried through the shell: with the program, with
# SQLite's own, and with a copy of the store.
set -eu
program=$1
root=$2
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export HOME="$scratch/home" LC_ALL=C.UTF-8 LANG=en_US.UTF-8
unset DISPLAY WAYLAND_DISPLAY QT_QPA_PLATFORM XDG_CONFIG_HOME XDG_STATE_HOME XDG_DATA_HOME || true
mkdir "$HOME"
cd "$scratch"
. "$root/tests/support/expect.sh"

at=2026-11-20T02:00:00Z
expect 0 "demo" "$program" demo --out d.gpkg --days 40 --open 40 --cases 900 --seed 3 --at 2026-11-20T01:00:00Z --json
value() { sed -n 's/.*"'"$1"'":"\([^"]*\)".*/\1/p' "${2-out}" | head -n 1; }

# One person with an account for every axis, as an administrator may make them.
expect 0 "a second account" "$program" admin user d.gpkg add twin --role checker --person P00001
expect 0 "a first account" "$program" admin user d.gpkg add worker --role dispatcher --person P00001

report() {
    expect 0 "report" "$program" case d.gpkg report --class 06010 --at 116.4163,39.9284 --at "$at" \
        --text "门前有暴露垃圾" --source hotline --as acceptor1 --json
    id=$(value id)
    expect 0 "file" "$program" case d.gpkg act "$id" file --as filer1 --at "$at" --json
}
report
expect 0 "actions" "$program" case d.gpkg actions "$id" --as dispatcher1 --json
unit=$(grep -o '"unit":"[^"]*"' out | sed -n '1s/.*:"\(.*\)"/\1/p')
check "a unit to send it to" '[ -n "$unit" ]'
expect 0 "dispatch" "$program" case d.gpkg act "$id" dispatch --to "$unit" --as worker --at "$at" --json
expect 0 "take back" "$program" case d.gpkg act "$id" withdraw --as worker --at "$at" --json
expect 0 "dispatch again" "$program" case d.gpkg act "$id" dispatch --to "$unit" --as dispatcher1 --at "$at" --json
expect 0 "handle" "$program" case d.gpkg act "$id" handle --as handler1 --at "$at" --json

# Neither offered nor done, under whichever account.
expect 4 "check by the other account" "$program" case d.gpkg act "$id" check --as twin --at "$at" --json
expect 0 "what twin is offered" "$program" case d.gpkg actions "$id" --as twin --json
check "check is not offered to twin" '! grep -q "\"allowed\":\[[^]]*\"check\"" out'
# Nor by an account that was made anew for the person, nor by that of the work itself.
expect 0 "disabled" "$program" admin user d.gpkg disable worker
expect 0 "made anew" "$program" admin user d.gpkg add fresh --role checker --person P00001
expect 4 "check by the new account" "$program" case d.gpkg act "$id" check --as fresh --at "$at" --json
expect 4 "nor is it dispatcher1's" "$program" case d.gpkg act "$id" check --as dispatcher1 --at "$at" --json

# SQLite itself: what the file refuses, whoever writes.
raw() { # STATUS NAME SQL
    status=0
    sqlite3 d.gpkg "$3" > raw 2>&1 || status=$?
    if [ "$1" = refused ]; then check "$2 is refused" '[ "$status" != 0 ]'; else check "$2" '[ "$status" = 0 ]'; fi
}
row=$(sqlite3 d.gpkg "SELECT id FROM cases WHERE uuid = '$id'")
next=$(sqlite3 d.gpkg "SELECT version + 1 FROM cases WHERE uuid = '$id'")
judge() { # VERB SEQUENCE ACTOR
    echo "$1 INTO events (case_id, sequence, action, at, actor, state_before, state_after, facts, hash)
        VALUES ($row, $2, 'check', '2026-11-20T02:00:00.000Z', '$3', 'fed-back', 'pending-close', '', x'00')"
}
raw refused "a check by the handler" "$(judge INSERT "$next" handler1)"
raw refused "a check by the other account" "$(judge INSERT "$next" twin)"
raw refused "an event put in the place of another" "$(judge 'INSERT OR REPLACE' 3 nobody)"
raw refused "another name in the log" "UPDATE events SET actor = 'nobody' WHERE case_id = $row"
raw refused "a log without the work" "DELETE FROM events WHERE case_id = $row AND action = 'dispatch'"
expect 0 "sound" "$program" check d.gpkg --json

# Who owns the file may take the guards away: it is told, and what was written then is found.
sqlite3 d.gpkg ".backup 'own.gpkg'"
sqlite3 own.gpkg "DROP TRIGGER events_keep_the_axes_apart"
expect 1 "a guard that is missing" "$program" check own.gpkg --json
check "the guard is named" 'grep -q events_keep_the_axes_apart out'
sqlite3 own.gpkg "$(judge INSERT "$next" handler1)"
expect 1 "a forged check" "$program" check own.gpkg --json
check "the axes are told" 'grep -q "\"axes\"" out'
# The copy that was made by the way of the manual guards as the store does.
sqlite3 d.gpkg "VACUUM INTO 'copy.gpkg'"
expect 4 "check in a copy" "$program" case copy.gpkg act "$id" check --as twin --at "$at" --json

# Somebody else may.
expect 0 "check by somebody else" "$program" case d.gpkg act "$id" check --as checker1 --at "$at" --json

expect 0 "sound at the end" "$program" check d.gpkg --json
echo "$passed checks passed, $failed failed"
[ "$failed" = 0 ]
