#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# masked.sh PROGRAM SOURCE_DIR [server]: callers and households by the commands, and that nothing which
# leaves the program tells who they are.
set -eu
program=$1
source=$2
. "$source/tests/support/expect.sh"
. "$source/tests/support/storekind.sh"
use_store "${3:-file}" "$source"
AT=2026-11-20T08:00:00Z

# What must not come out, in all the ways in which it could be written.
caller=哨兵欧阳某某ZQX
telephone=10009876543
printf '%s\n' "$caller" >name.txt
printf '%s\n' "$telephone" >phone.txt
cat >traces.py <<'END'
import base64, re, sys, urllib.parse, zipfile
found = False
traces = []
for value in (open('name.txt', encoding='utf-8').read().strip(), open('phone.txt').read().strip()):
    plain = value.encode()
    traces += [plain, value.encode('utf-16-le'), value.encode('utf-16-be'), plain.hex().encode()]
    traces += [urllib.parse.quote(value).encode(), re.sub(b'..', rb'%\g<0>', plain.hex().upper().encode())]
    for shift in range(3):  # base64, wherever in a longer text it begins
        traces.append(base64.b64encode(b'x' * shift + plain)[4:12])
for name in sys.argv[1:]:
    try:
        contents = [open(name, 'rb').read()]
    except OSError:
        continue
    if zipfile.is_zipfile(name):
        with zipfile.ZipFile(name) as packed:
            contents += [packed.read(part) for part in packed.namelist()]
    for content in contents:
        if any(trace in content for trace in traces):
            print('in', name, file=sys.stderr)
            found = True
sys.exit(0 if found else 1)
END
# betrays FILE…: true if one of them holds a trace
betrays() { /usr/bin/python3 traces.py "$@"; }

expect 0 "demo" "$program" demo --out d.gpkg --days 10 --open 200 --cases 1500 --at $AT --json
check "no callers or households were made" 'grep -q "\"callers\":[1-9]" out && grep -q "\"households\":[1-9]" out'
personal() { "$program" personal d.gpkg "$@"; }
case_of() { "$program" case d.gpkg "$@"; }

# a caller, entered and opened
expect 0 "report" case_of report --class 06010 --at 116.4163,39.9284 --text "x" --source hotline \
    --caller-name-file name.txt --caller-phone-file phone.txt --as acceptor1 --json
id=$(sed -n 's/.*"id":"\([^"]*\)".*/\1/p' out)
number=$(sed -n 's/.*"number":"\([^"]*\)".*/\1/p' out)
check "the search finds nothing at all" 'betrays d.gpkg d.gpkg-wal $(find pg -type f 2>/dev/null)'
expect 2 "without a purpose" personal open case "$id" --as acceptor1
expect 2 "a purpose of one's own" personal open case "$id" --purpose curiosity --as acceptor1
expect 4 "an administrator" personal open case "$id" --purpose call-back --as admin1 --json
check "the refusal does not name the permission" 'grep -q "personal:open" err && ! betrays out err'
expect 4 "a stranger" personal open case "$id" --purpose call-back --as nobody
expect 0 "opened" personal open case "$id" --purpose call-back --as acceptor1 --json
check "the caller is not told" 'grep -q "$caller" out && grep -q "$telephone" out'
expect 0 "audit" "$program" admin audit d.gpkg list --kind personal-opened --user acceptor1 --json
check "the look is not in the log" 'grep -q "$number" out && grep -q "call-back" out && ! betrays out'
expect 4 "somebody else's log" "$program" admin audit d.gpkg list --as filer1
expect 0 "the chain" "$program" admin audit d.gpkg check --json
check "the chain is not intact" 'grep -q "\"ok\":true" out'
expect 2 "no caller on the command line" case_of report --caller-name "$caller" --class 06010 --text x

# households
grid=$(ask_store "SELECT code FROM grids ORDER BY code LIMIT 1")
cat >homes.csv <<END
户编号,网格编码,户主,联系电话,地址,服务类型,同意日期
T1,$grid,$caller,$telephone,$caller胡同,空巢;独居,2026-01-05
T2,nowhere,$caller,$telephone,x,,
T3,$grid,$caller,$telephone,x,神仙,
T1,$grid,$caller,$telephone,x,,
T5,$grid,$caller,$telephone,x,,then
END
expect 4 "import by a street office" "$program" import d.gpkg households homes.csv --as street1
expect 5 "import" "$program" import d.gpkg households homes.csv --json
check "not one taken, four refused by line" 'grep -q "\"accepted\":1" out && [ "$(grep -o "\"line\":[3-6]" out | wc -l)" = 4 ]'
check "the refusals tell who" '! betrays out err'
expect 0 "opened" personal open household T1 --purpose care-visit --as street1 --json
check "the household is not told" 'grep -q "$caller" out && grep -q "empty-nest" out'
expect 4 "in another street" personal open household T1 --purpose care-visit --as street17
expect 0 "counts" personal households --grid "$grid" --as analyst1 --json
check "the count is no count" 'grep -q "\"households\":" out && ! betrays out'
expect 1 "no such grid" personal households --grid 1
expect 2 "neither grid nor community" personal households
expect 0 "of a community" personal households --community "$(printf %s "$grid" | cut -c1-12)" --json
check "a count below five is told" '! grep -qE ":[0-4][,}]" out'
expect 2 "fewer than five" personal smallest-cell --set 3
expect 4 "not by an analyst" personal smallest-cell --set 10 --as analyst1
expect 0 "more than five" personal smallest-cell --set 10 --json

# rows that came in
cat >dump.csv <<END
编号,诉求内容,来电人,联系电话
Z1,路口有暴露垃圾两处,$caller,$telephone
Z2,,$caller,$telephone
END
expect 4 "import by an analyst" "$program" import d.gpkg inbox dump.csv --as analyst1
expect 5 "import of rows" "$program" import d.gpkg inbox dump.csv --json
check "not one row taken, one refused by line" 'grep -q "\"accepted\":1" out && grep -q "\"line\":3" out'
check "the import tells who" '! betrays out err'
expect 0 "what the administrator brought in" "$program" inbox d.gpkg list --json
check "the list of who brought it in tells" '! betrays out err'
n=$(sed -n 's/.*"id":\([0-9]*\).*/\1/p' out)
expect 4 "no work of an administrator" "$program" inbox d.gpkg classify "$n" --class 06010
expect 2 "a leader without a number" "$program" inbox d.gpkg follow "$n" --as acceptor1
expect 2 "a leader that is no number" "$program" inbox d.gpkg follow "$n" --leader 1x --as acceptor1
expect 2 "a row that is no number" "$program" inbox d.gpkg refuse 1x --note x --as acceptor1
expect 2 "a row that is not named" "$program" inbox d.gpkg show --as acceptor1
for verb in list counts "show $n" "classify $n --class 06010" "locate $n --place 116.4163,39.9284" "register $n"; do
    expect 0 "inbox $verb" "$program" inbox d.gpkg $verb --as acceptor1 --json
    check "inbox $verb tells" '! betrays out err'
done
row=$(sed -n 's/.*"case":"\([^"]*\)".*/\1/p' out)
expect 0 "the caller went over" personal open case "$row" --purpose call-back --as acceptor1 --json
check "the caller was lost" 'grep -q "$caller" out && grep -q "$telephone" out'
expect 0 "the row as it ended" "$program" inbox d.gpkg show "$n" --as acceptor1 --json
check "the row has a caller still" 'grep -q "\"has_caller\":false" out && ! betrays out'
expect 4 "it ended" "$program" inbox d.gpkg refuse "$n" --note x --as acceptor1

# nothing that leaves tells: every kind in every format
for kind in grids places cases events; do
    for format in gpkg geojson shp csv xlsx fgb kml; do
        "$program" export d.gpkg $kind "e-$kind.$format" >out 2>err || true
        check "export $kind $format tells" '! betrays out err'
    done
done
check "not every export was written" '[ "$(ls e-* | wc -l)" -ge 50 ]'
check "an export tells" '! betrays e-*'
expect 0 "the log out" "$program" admin audit d.gpkg list --limit 10000 --json
check "the log tells" '! betrays out'
# a condition can ask for fields that are there, and for nothing else
expect 2 "by name" "$program" export d.gpkg cases w.csv --where "caller = '$caller'"
expect 2 "by a table of its own" "$program" export d.gpkg cases w.csv --where "id IN (SELECT case_id FROM personal_callers)"
expect 0 "by text" "$program" export d.gpkg cases w.csv --where "text LIKE '%$telephone%'" --json
check "a filter finds it" 'grep -q "\"written\":0" out'
for verb in "list --limit 100000" "show $id" "actions $id --as filer1" "explain $id"; do
    expect 0 "case $verb" case_of $verb --json
    check "case $verb tells" '! betrays out err'
done
expect 0 "check" "$program" check d.gpkg --json
check "check tells" '! betrays out err'

# who made it, and when
for file in e-cases.csv e-cases.xlsx e-grids.shp e-grids.fgb e-grids.kml; do
    check "$file has no stamp beside it" 'grep -q "\"made_by\": \"admin1\"" "$file.meta.json" && grep -q "+08:00" "$file.meta.json"'
done
check "no stamp in GeoJSON" 'grep -q "\"gridward\":{.*\"made_by\":\"admin1\"" e-grids.geojson'
expect 0 "no stamp in the GeoPackage" ogrinfo -ro -so e-grids.gpkg
check "GDAL does not read it" 'grep -q "MADE_BY=admin1" out'
expect 0 "GDAL's validator" /usr/bin/python3 -m osgeo_utils.samples.validate_gpkg -q e-grids.gpkg

# pictures
for screen in map intake dispatch street triage supervision wall analysis admin; do
    expect 0 "drawing $screen" "$program" render d.gpkg --screen $screen --size 1280x720 --at $AT --out p-$screen.png
    check "$screen tells" '! betrays p-$screen.png out err'
    check "$screen has no stamp" 'grep -aq "Author" p-$screen.png && grep -aq "2026-11-20T16:00:00+08:00" p-$screen.png'
done

# a window that crashes leaves nothing behind
env QT_QPA_PLATFORM=offscreen "$program" open d.gpkg 2>window.err &
window=$!
for _ in $(seq 60); do
    sleep 1
    find . -name "*.log" ! -path "./pg/*" -size +0 | grep -q . && break
done
sleep 2
kill -SEGV $window
wait $window 2>/dev/null || true
find . -type f ! -path "./pg/*" ! -name "d.gpkg*" ! -name "name.txt" ! -name "phone.txt" ! -name homes.csv ! -name dump.csv \
    ! -name out ! -name err >left
check "it left no log" 'grep -q "home/.*\.log" left'
check "something that it left tells" '! betrays $(cat left)'

# no longer needed
expect 0 "ended" case_of act "$id" void --note "x" --as filer1
expect 4 "purge by a filer" personal purge --older-than 1d --as filer1
expect 0 "too early" personal purge --older-than 180d --json
check "it was erased too early" 'grep -q "\"erased\":0" out'
expect 0 "purge" personal purge --older-than 1d --at "$(date -u -d '+3 days' +%Y-%m-%dT%H:%M:%SZ)" --json
check "nothing was erased" 'grep -q "\"erased\":[1-9]" out'
expect 1 "nobody is there any more" personal open case "$id" --purpose call-back --as acceptor1

echo "masked: $passed passed, $failed failed"
[ "$failed" = 0 ]
