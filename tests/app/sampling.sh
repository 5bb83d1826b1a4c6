#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# sampling.sh PROGRAM ROOT [server]: month-end sampling from the command line, drawn once more with what
# every system has. In a file, or on a private server with a login for everybody.
set -eu
program=$1
root=$2
. "$root/tests/support/expect.sh"
. "$root/tests/support/storekind.sh"
use_store "${3:-file}" "$root"

at=2026-11-20T02:00:00Z
expect 0 "demo" "$program" demo --out d.gpkg --days 40 --open 40 --cases 900 --seed 3 --at 2026-11-20T01:00:00Z --json
expect 0 "draw" "$program" sample d.gpkg draw --month 2026-10 --count 6 --by street --seed 42 \
    --as supervisor1 --at "$at" --json
expect 0 "the draw" "$program" sample d.gpkg show 1 --population --as supervisor1 --at "$at" --json
check "six cases" '[ "$(grep -o "\"place\":" out | wc -l)" = 6 ]'
sampled=$(grep -o '"number":"[^"]*"' out | sed -n '1s/.*:"\(.*\)"/\1/p')
# Whom to call back: the same cases as the desk has; the closed ones for whoever asks for them.
expect 0 "to call back" "$program" case d.gpkg list --queue callback --limit 10000 --as acceptor1 --at "$at" --json
check "only what waits to be closed" '[ "$(grep -o "\"state\":\"[a-z-]*\"" out | sort -u)" = "\"state\":\"pending-close\"" ]'
check "all of them" '[ "$(grep -o "\"state\":" out | wc -l)" = "$(ask_store "SELECT count(*) FROM cases
    WHERE state = '"'pending-close'"' AND called_back_at IS NULL AND source IN ('"'hotline', 'app', 'leader', 'department'"')")" ]'
expect 0 "and the closed ones" "$program" case d.gpkg list --queue callback --closed --limit 10000 --as acceptor1 --at "$at" --json
check "both kinds" 'grep -q "\"state\":\"pending-close\"" out && grep -q "\"state\":\"closed\"" out'
expect 2 "closed ones of another queue" "$program" case d.gpkg list --queue overdue --closed --as acceptor1 --at "$at"
# Repeated with what every system has: the smallest hash of all is the first of the draw.
ask_store "SELECT population_list FROM samplings WHERE id = 1" | grep . > population
hash=$(ask_store "SELECT population_hash FROM samplings WHERE id = 1")
check "the hash of the population" '[ "$(sha256sum < population | cut -c1-64)" = "$hash" ]'
first=$(cut -f1 population | while read -r number; do
    printf '%s %s\n' "$(printf '42|%s' "$number" | sha256sum | cut -c1-64)" "$number"
done | sort | awk '{print $2}' | while read -r number; do
    if ask_store "SELECT c.number FROM sampling_cases s JOIN cases c ON c.id = s.case_id WHERE s.sampling_id = 1" \
        | grep -q "$number"; then echo "$number"; break; fi
done)
check "the first of the draw" '[ "$first" = "$sampled" ]'
expect 4 "a draw by who dispatches" "$program" sample d.gpkg draw --month 2026-10 --as dispatcher1 --at "$at"
expect 2 "no month" "$program" sample d.gpkg draw --as supervisor1 --at "$at"
expect 2 "a month that is not over" "$program" sample d.gpkg draw --month 2026-11 --as supervisor1 --at "$at"
expect 2 "no reason" "$program" sample d.gpkg result 1 "$sampled" refuted --as supervisor1 --at "$at"
printf 'picture' > after.jpg
expect 0 "a result" "$program" sample d.gpkg result 1 "$sampled" refuted --note "垃圾还在" --attach after.jpg \
    --as supervisor1 --at "$at" --json
check "it is kept" 'grep -q "\"refuted\":1" out'
expect 4 "a second result" "$program" sample d.gpkg result 1 "$sampled" confirmed --as supervisor1 --at "$at"
expect 0 "the sheet" "$program" sample d.gpkg sheet 1 --out sheet.csv --as supervisor1 --at "$at"
check "seven lines" '[ "$(wc -l < sheet.csv)" = 7 ] && [ -s sheet.csv.meta.json ]'
expect 0 "sound at the end" "$program" check d.gpkg --json
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
