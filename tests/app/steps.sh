#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# steps.sh PROGRAM ROOT [server]: every example of the manual page's "STEPS OF A CASE", run as it stands
# there on a case for which it is the step to take; and what the steps that need two people ask for. In a
# file, or on a private server, where everybody comes with a login of their own.
set -eu
program=$1
root=$2
. "$root/tests/support/expect.sh"
. "$root/tests/support/storekind.sh"
use_store "${3:-file}" "$root"

at=2026-11-20T02:00:00Z
expect 0 "demo" "$program" demo --out d.gpkg --days 3 --open 40 --cases 200 --seed 3 --at 2026-11-20T01:00:00Z --json
value() { sed -n 's/.*"'"$1"'":"\([^"]*\)".*/\1/p' "${2-out}" | head -n 1; }
# The 20th is a Friday: its clock is told, not asked.
go() { expect 0 "$1 (making ready)" "$program" case d.gpkg act "$id" "$@" --at "$at" --json; }
report() { # [OPTIONS…]
    expect 0 "report" "$program" case d.gpkg report --class 06010 --at 116.4163,39.9284 --at "$at" \
        --text "门前有暴露垃圾" --as acceptor1 --json "$@"
    value id
}
id=$(report --source hotline)
expect 0 "actions" "$program" case d.gpkg actions "$id" --as dispatcher1 --json
expect 0 "responsible" "$program" case d.gpkg responsible --at 116.4163,39.9284 --class 06010 --json
unit=$(grep -o '"unit":"[^"]*"' out | sed -n '1s/.*:"\(.*\)"/\1/p')
unit2=$(grep -o '"unit":"[^"]*"' out | sed -n '2s/.*:"\(.*\)"/\1/p')
person=$(grep -o '"person":"[^"]*"' out | sed -n '1s/.*:"\(.*\)"/\1/p')
expect 0 "show" "$program" case d.gpkg show "$id" --json
area=$(value street)
street=$(ask_store "SELECT name FROM users WHERE role = 'street' AND division = '$area'")
check "no unit, second unit, person or street user" '[ -n "$unit" ] && [ -n "$unit2" ] && [ -n "$person" ] && [ -n "$street" ]'

filed() { id=$(report "$@"); go file --as filer1; }
atunit() { filed "$@"; go dispatch --to "$unit" --as dispatcher1; }
handled() { atunit "$@"; go handle --as handler1; }
checked() { handled "$@"; go check --as checker1; }
closed() { checked "$@"; go close --as filer1; }
other=$(report --source app)

ready() { # brings a fresh case to where the step is to be taken
    at=2026-11-20T02:00:00Z
    case $1 in
    verify | file | refuse | void | merge | split) id=$(report --source hotline) ;;
    dispatch) filed --source hotline ;;
    accept | return | transfer | extend | suspend | handle) atunit --source hotline ;;
    assign) # to somebody of the unit that has it
        atunit --source hotline
        expect 0 "who of the unit could take it" "$program" case d.gpkg actions "$id" --json
        person=$(grep -o '"assignees":\[{[^]]*' out | grep -o '"person":"[^"]*"' | sed -n '1s/.*:"\(.*\)"/\1/p')
        ;;
    resume)
        atunit --source hotline
        go suspend --until 2026-12-15 --note x --as dispatcher1
        ;;
    feedback | check | rework) handled --source hotline ;;
    entrust) # the nearest who is on duty, none of the unit
        handled --source hotline
        expect 0 "who could be sent" "$program" case d.gpkg actions "$id" --at "$at" --json
        person=$(grep -o '"collectors":\[{[^]]*' out | grep -o '"person":"[^"]*"' | sed -n '1s/.*:"\(.*\)"/\1/p')
        check "nobody could be sent" '[ -n "$person" ]'
        ;;
    close) checked --source hotline ;;
    archive | reopen | callback) closed --source hotline ;;
    appeal) # handed back after the limit
        atunit --source hotline
        at=2026-11-25T02:00:00Z
        go handle --as handler1
        go check --as checker1
        go close --as filer1
        ;;
    checkin | handover | release) id=$(report --source patrol --level orange) ;;
    withdraw) atunit --source hotline ;;
    urge | supervise | call) atunit --source hotline ;;
    answer | arrive)
        atunit --source hotline
        go call --to "$unit2" --as dispatcher1
        ;;
    *) check "the manual has a step of which nothing is known here: $1" false ;;
    esac
}

# The page as it is read, an example a line.
awk '/^\.SH / { inside = ($0 ~ /STEPS OF A CASE/) }
    inside && /^\.B [a-z]+$/ { step = $2 }
    inside && /Example: /  {
        sub(/^\.RI "Example: " "/, ""); sub(/"$/, ""); gsub(/\\\(dq/, "\""); gsub(/\\-/, "-")
        print step "\t" $0 }' "$root/resources/linux/gridward.1" >examples
count=0
while IFS="$(printf '\t')" read -r step words; do
    ready "$step"
    words=$(printf '%s' "$words" | sed "s/OTHER/$other/; s/UNIT2/$unit2/; s/UNIT/$unit/; s/DEPARTMENT/$unit2/; s/PERSON/$person/; s/STREET/$street/")
    check "the example of $step takes another step" '[ "${words%% *}" = "$step" ]'
    eval "expect 0 \"example: $step\" \"\$program\" case d.gpkg act \"\$id\" $words --at \"\$at\""
    check "$step does not tell id, version and state" 'grep -q "\"id\":\"$id\"" out && grep -q "\"version\":[0-9]" out && grep -q "\"state\":\"" out'
    expect 0 "explain after $step" "$program" case d.gpkg explain "$id" --at "$at" --json
    check "the events of $step disagree with the rules" 'grep -q "\"disagreements\":\[\]" out'
    count=$((count + 1))
done <examples
expect 0 "the steps there are" "$program" case d.gpkg actions "$id" --json
steps=$(grep -o '"action":"' out | wc -l)
check "$count examples for $steps steps" '[ "$count" = "$steps" ] && [ "$count" = 33 ]'

# two approvals by two people, and only before it is overdue
at=2026-11-20T02:00:00Z
atunit --source hotline
expect 0 "due" "$program" case d.gpkg show "$id" --json
due=$(value due_at)
expect 4 "nobody asked for more time" "$program" case d.gpkg act "$id" extend --as dispatcher1 --at "$at" --json
go extend --note "more time" --as handler1
expect 4 "the dispatcher decides, not the unit" "$program" case d.gpkg act "$id" extend --note again --as handler1 --at "$at" --json
go extend --as dispatcher1
expect 0 "due now" "$program" case d.gpkg show "$id" --json
check "the extension did not move the deadline" '[ "$(value due_at)" != "$due" ]'
at=2026-11-27T02:00:00Z
expect 4 "overdue cases are not extended" "$program" case d.gpkg act "$id" extend --note "more time" --as handler1 --at "$at" --json

# a suspension ends by itself at its date
at=2026-11-20T02:00:00Z
atunit --source hotline
go suspend --until 2026-11-23 --note x --as dispatcher1
check "not suspended" 'grep -q "\"state\":\"suspended\"" out'
expect 4 "no handling while suspended" "$program" case d.gpkg act "$id" handle --as handler1 --at "$at" --json
at=2026-11-23T03:00:00Z
go handle --as handler1
expect 0 "show it" "$program" case d.gpkg show "$id" --json
check "it did not resume by itself" 'grep -q "\"action\":\"resume\"[^}]*\"at\":\"2026-11-22T16:00:00.000Z\"" out'

# one's own last step is taken back, by nobody else, in time, once
at=2026-11-20T02:00:00Z
filed --source hotline
expect 0 "as filed" "$program" case d.gpkg show "$id" --json
stage=$(value stage_due_at)
go dispatch --to "$unit" --as dispatcher1
expect 4 "somebody else's step" "$program" case d.gpkg act "$id" withdraw --as filer1 --at "$at" --json
check "why not is not said" 'grep -q "not-own-step\|dispatcher1" err out'
at=2026-11-20T02:05:00Z
go withdraw --as dispatcher1
check "not where it was" 'grep -q "\"state\":\"filed\"" out'
expect 0 "as it was" "$program" case d.gpkg show "$id" --json
check "another clock than before" '[ -n "$stage" ] && [ "$(value stage_due_at)" = "$stage" ]'
check "it still has a unit" 'grep -q "\"unit\":null" out'
expect 4 "once is enough" "$program" case d.gpkg act "$id" withdraw --as dispatcher1 --at "$at" --json
go dispatch --to "$unit2" --as dispatcher1
at=2026-11-20T02:16:00Z
expect 4 "too late" "$program" case d.gpkg act "$id" withdraw --as dispatcher1 --at "$at" --json

# nobody checks what he or she handled; the scene is released before the case is closed
at=2026-11-20T02:00:00Z
checked --source patrol --level red
expect 4 "the scene is held" "$program" case d.gpkg act "$id" close --as filer1 --at "$at" --json
go release --note "safe" --as supervisor1
go close --as filer1
expect 4 "somebody else decides on an appeal" "$program" case d.gpkg act "$id" appeal --as dispatcher1 --at "$at" --json

expect 0 "explained in words" "$program" case d.gpkg explain "$id" --at "$at"
check "nothing is said" '[ "$(wc -l <out)" -gt 3 ]'
# Limits are those of the district's days, wherever the computer stands; units have names.
at=2026-11-20T02:00:00Z
atunit --source hotline
at=2026-11-20T02:30:00Z
expect 0 "explained here" "$program" case d.gpkg explain "$id" --at "$at"
cp out explained
expect 0 "explained elsewhere" env TZ=America/New_York "$program" case d.gpkg explain "$id" --at "$at"
check "other times elsewhere" 'cmp -s out explained'
check "the zone is not named" 'grep -q "Asia/Shanghai" out'
unit_name=$(ask_store "SELECT name FROM organisations WHERE code = '$unit'")
check "the unit has no name" '[ -n "$unit_name" ] && grep -q "$unit_name" out && ! grep -qw "$unit" out'
expect 0 "all of it is sound" "$program" check d.gpkg --json
check "the check found something" 'grep -q "\"ok\":true" out'

echo "$passed passed, $failed failed; $count examples of the manual page"
[ "$failed" = 0 ]
