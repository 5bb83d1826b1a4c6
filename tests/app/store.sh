#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# store.sh PROGRAM ROOT: the store's commands as scripts use them: JSON, exit statuses, bad input.
set -eu
program=$1
data=$2/tests/data
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export HOME="$scratch/home" LC_ALL=C.UTF-8 LANG=en_US.UTF-8
unset DISPLAY WAYLAND_DISPLAY QT_QPA_PLATFORM XDG_CONFIG_HOME XDG_STATE_HOME XDG_DATA_HOME || true
mkdir "$HOME"
cd "$scratch"
. "$2/tests/support/expect.sh"

# --- the store and its commands
expect 0 "demo" "$program" demo --out d.gpkg --days 10 --open 200 --cases 1500 --seed 7 --at 2026-11-21T08:00:00Z --json
check "not 589 grids" 'grep -q "\"grids\":589" out'
check "not 1500 cases" 'grep -q "\"cases\":1500" out'
expect 4 "demo over a file" "$program" demo --out d.gpkg
expect 2 "demo with nonsense" "$program" demo --out e.gpkg --days x
check "a store was left behind" '[ ! -e e.gpkg ]'
expect 0 "the same demo again" "$program" demo --out e.gpkg --days 10 --open 200 --cases 1500 --seed 7 --at 2026-11-21T08:00:00Z
expect 0 "events" "$program" export d.gpkg events d.csv
expect 0 "events again" "$program" export e.gpkg events e.csv
check "the same seed gives other events" 'cmp -s d.csv e.csv'
expect 0 "another seed" "$program" demo --out f.gpkg --days 10 --open 200 --cases 1500 --seed 8 --at 2026-11-21T08:00:00Z
expect 0 "other events" "$program" export f.gpkg events f.csv
check "another seed gives the same events" '! cmp -s d.csv f.csv'
expect 0 "check" "$program" check d.gpkg --json
check "the check is not clean" 'grep -q "\"ok\":true" out'

# every layer is read by GDAL and passes its validator
expect 0 "ogrinfo" ogrinfo -ro -so -al d.gpkg
check "ogrinfo complains" '! grep -qi "warning\|error" err'
expect 0 "GDAL's validator" /usr/bin/python3 -m osgeo_utils.samples.validate_gpkg -q d.gpkg
check "the validator complains" '[ ! -s out ] && [ ! -s err ]'

# a case from report to close
case_id() { sed -n 's/.*"id":"\([^"]*\)".*/\1/p' out; }
run_case() { "$program" case d.gpkg "$@"; }
expect 0 "report" run_case report --class 06010 --at 116.4163,39.9284 --text "门前有暴露垃圾" --source patrol --as acceptor1 --json
id=$(case_id)
check "not reported" 'grep -q "\"state\":\"reported\"" out && grep -q "\"version\":1" out'
expect 4 "wrong role" run_case act "$id" file --as analyst1 --json
expect 4 "unknown user" run_case act "$id" file --as nobody --json
expect 4 "not now" run_case act "$id" close --as filer1 --json
expect 2 "no reason" run_case act "$id" refuse --as filer1 --json
expect 2 "unknown step" run_case act "$id" dance --as filer1 --json
expect 2 "swapped place" run_case report --class 06010 --at 39.9284,116.4163 --text x --as acceptor1
expect 2 "no such class" run_case report --class 99999 --at 116.4163,39.9284 --text x --as acceptor1
expect 2 "no place" run_case report --class 06010 --text x --as acceptor1
expect 4 "permission before options" run_case report --class 06010 --text x --as analyst1
expect 0 "file" run_case act "$id" file --as filer1 --expect-version 1 --json
expect 4 "conflict" run_case act "$id" void --note x --as filer1 --expect-version 1 --json
expect 2 "dispatch to nobody" run_case act "$id" dispatch --as dispatcher1 --json
expect 0 "actions" run_case actions "$id" --as dispatcher1 --json
check "dispatch is not offered" 'grep -q "\"allowed\":\[{\"action\":\"dispatch\"}" out'
unit=$(sed 's/.*"proposals"//' out | grep -o '"unit":"[^"]*"' | sed -n '1s/.*:"\(.*\)"/\1/p')
check "no unit is proposed" '[ -n "$unit" ]'
check "no reasons are given" 'grep -q "\"reasons\":\[{[^]]*\"kind\":\"responsibility\"" out'
check "somebody is to handle what is nowhere yet" 'grep -q "\"assignees\":\[\]" out'
expect 0 "dispatch" run_case act "$id" dispatch --to "$unit" --as dispatcher1 --json
expect 0 "who could handle it" run_case actions "$id" --json
check "nobody of the unit is proposed" 'grep -q "\"assignees\":\[{[^]]*\"kind\":\"load\"" out'
expect 0 "responsible" run_case responsible --at 116.4163,39.9284 --class 06010 --json
check "nobody is responsible" 'grep -q "\"staff\":\[{" out && grep -q "\"units\":\[{" out && grep -q "\"grid\":\"110101" out'
expect 0 "responsible for anything" run_case responsible --at 116.4163,39.9284
check "the words are missing" 'grep -q "^110101" out && [ "$(wc -l <out)" -gt 2 ]'
expect 0 "responsible outside" run_case responsible --at 121.5,31.2 --json
check "outside somebody is responsible" 'grep -q "\"grid\":null" out && [ -s err ]'
expect 2 "responsible nowhere" run_case responsible --class 06010
expect 2 "responsible for no class" run_case responsible --at 116.4163,39.9284 --class 99999
expect 4 "responsible for a stranger" run_case responsible --at 116.4163,39.9284 --as nobody
expect 4 "responsible in another street" run_case responsible --at 116.4163,39.9284 --as street17
expect 0 "handle" run_case act "$id" handle --as handler1 --json
expect 0 "evidence" run_case act "$id" feedback --attach "$data/README.md" --as handler1 --json
expect 0 "check it" run_case act "$id" check --as checker1 --json
expect 0 "close" run_case act "$id" close --as filer1 --json
check "not closed" 'grep -q "\"state\":\"closed\"" out'
expect 0 "show" run_case show "$id" --json
check "not seven events with hashes" '[ "$(grep -o "\"hash\":\"[0-9a-f]\{64\}\"" out | wc -l)" = 7 ]'
check "no clocks" 'grep -q "\"clocks\":\[{" out'
expect 1 "no such case" run_case show 1101012026112199999 --json
expect 0 "list" run_case list --state closed --limit 3 --json
check "the list is no array of three" '[ "$(grep -o "\"id\":" out | wc -l)" = 3 ] && grep -q "^\[{" out'
expect 0 "overdue" run_case list --overdue --limit 5 --json
expect 2 "unknown state" run_case list --state dancing --json
expect 2 "list of an unknown street" run_case list --street 110101999 --json
check "the unknown street is not named" 'grep -q 110101999 err && [ ! -s out ]'
expect 2 "list of an unknown class" run_case list --class 99999 --json
check "the unknown class is not named" 'grep -q 99999 err && [ ! -s out ]'
expect 4 "before the last step" run_case act "$id" archive --as filer1 --at 2020-01-01T00:00:00Z
expect 4 "another street" run_case list --street 110101002 --as street1 --json
expect 0 "one's own street" run_case list --as street1 --limit 5 --json
check "another street is shown" '! grep -q "\"street\":\"11010100[2-9]" out'
expect 0 "still sound" "$program" check d.gpkg

# two programs on one store; nobody may take the write-ahead log away while it is open
env QT_QPA_PLATFORM=offscreen "$program" open d.gpkg 2>/dev/null &
window=$!
for _ in $(seq 600); do # until it has opened the store
    [ -s d.gpkg-shm ] && break
    sleep 0.1
done
sleep 1
check "the window did not live" 'kill -0 $window'
check "another program may change the journal" '[ "$(sqlite3 d.gpkg "PRAGMA journal_mode=DELETE" 2>&1 | grep -c "^delete$")" = 0 ]'
expect 0 "reporting beside a window" run_case report --class 06010 --at 116.4163,39.9284 --text "x" --as acceptor1
kill $window
wait $window || true
expect 0 "sound after the window" "$program" check d.gpkg

# a demo that is played, an hour in a second
events() { sqlite3 e.gpkg "SELECT count(*) FROM events WHERE at > '2026-11-21T08:00:00.000Z'"; }
check "something has happened already" '[ "$(events)" = 0 ]'
expect 124 "a demo played" env QT_QPA_PLATFORM=offscreen timeout 15 "$program" open e.gpkg --screen wall --as admin1 --live --speed 3600
check "little has happened" '[ "$(events)" -gt 200 ]'
check "nothing was closed" '[ "$(sqlite3 e.gpkg "SELECT count(*) FROM cases WHERE closed_at > '"'2026-11-21T08:00:00.000Z'"'")" -gt 20 ]'
check "nobody has moved" '[ "$(sqlite3 e.gpkg "SELECT count(*) FROM staff_positions WHERE at > '"'2026-11-21T09:00:00.000Z'"'")" -gt 100 ]'
expect 0 "sound after it was played" "$program" check e.gpkg
expect 2 "played from before its end" env QT_QPA_PLATFORM=offscreen "$program" open e.gpkg --live --speed 10 --from 2026-11-21T08:00:00Z
check "where it stands is not said" 'grep -q "2026-11-2[12]T" err'
expect 2 "played too fast" env QT_QPA_PLATFORM=offscreen "$program" open e.gpkg --live --speed 1e9

# pictures of a store
expect 0 "a store drawn" "$program" render d.gpkg --screen map --size 1280x720 --out s1.png --json --at 2026-11-21T08:00:00Z
check "seven layers" '[ "$(sed "s/.*layers\":\[\([^]]*\)\].*/\1/" out | tr "," "\n" | wc -l)" = 7 ]'
expect 0 "the store before" "$program" render d.gpkg --screen map --size 1280x720 --out s2.png --at 2026-11-15T08:00:00Z
# Behind the texts, which name the moment: the last pixels.
tail -c 20000 s1.png >s1.end
tail -c 20000 s2.png >s2.end
check "an earlier day looks the same" '! cmp -s s1.end s2.end'
for screen in map intake dispatch supervision wall analysis; do
    for picture in one two; do
        expect 0 "drawing $screen" "$program" render d.gpkg --screen $screen --size 1920x1080 --out $picture.png --at 2026-11-21T08:00:00Z
    done
    check "$screen drawn twice gives other pixels" 'cmp -s one.png two.png'
done
expect 4 "unknown user" "$program" render d.gpkg --screen map --out x.png --as nobody
expect 2 "no time" "$program" render d.gpkg --screen map --out x.png --at yesterday

# a real district
printf 'a;b\n1;2\n' >wrong.csv
expect 0 "init" "$program" init real.gpkg --district 110101 --name "东城区"
expect 4 "claims in a real store" "$program" case real.gpkg list --as admin1 --json
expect 0 "its owner" "$program" case real.gpkg list --json
expect 4 "a real store is played" env QT_QPA_PLATFORM=offscreen "$program" open real.gpkg --live --speed 10
expect 2 "no such district" "$program" init x.gpkg --district 11 --name x
expect 0 "grids" "$program" import real.gpkg grids "$2/resources/demo/dongcheng-grids.geojson" --json
check "not 589 grids taken" 'grep -q "\"accepted\":589" out'
expect 0 "a sound real store" "$program" check real.gpkg
expect 0 "reporting as owner" "$program" case real.gpkg report --class 06010 --at 116.4163,39.9284 --text x --source hotline --json
check "a hotline case is not registered" 'grep -q "\"state\":\"registered\"" out'
run_real() { "$program" case real.gpkg "$@"; }
expect 0 "a case to dispatch" run_real report --class 06010 --at 116.4163,39.9284 --text x --source patrol --json
id=$(case_id)
expect 0 "filed by the owner" run_real act "$id" file --json
expect 2 "dispatch without units" run_real act "$id" dispatch --to HW1 --json
cat >units.csv <<'END'
单位编码,单位名称,单位类别,上级单位,服务区域
HW1,环卫一队,环卫作业单位,CGW,110101006
CGW,城市管理委员会,dept-city-management,,
HW2,环卫二队,sanitation,NOBODY,
HW3,环卫三队,dragons,,
HW1,环卫四队,sanitation,,
END
expect 5 "organisations" "$program" import real.gpkg organisations units.csv --json
check "the refused lines are not named" '[ "$(grep -o "\"line\":[456]" out | wc -l)" = 3 ] && grep -q "4.*NOBODY" err && grep -q "5.*dragons" err && grep -q "6.*2" err'
check "not two taken" 'grep -q "\"accepted\":2" out'
expect 0 "who could take it" run_real actions "$id" --json
check "the new unit is not proposed alone" 'grep -q "\"proposals\":\[{[^]]*\][^]]*\"unit\":\"HW1\"}\]" out'
expect 2 "dispatch to a department" run_real act "$id" dispatch --to CGW --json
expect 0 "dispatch to the new unit" run_real act "$id" dispatch --to HW1 --json
check "not at the unit" 'grep -q "\"state\":\"at-unit\"" out'
expect 5 "organisations again" "$program" import real.gpkg organisations units.csv
check "organisations were doubled" '[ "$(sqlite3 real.gpkg "SELECT count(*) FROM organisations")" = 2 ]'
expect 2 "organisations without codes" "$program" import real.gpkg organisations wrong.csv
expect 0 "sound with organisations" "$program" check real.gpkg
# the catalogue as a workbook: out, in, edited, looked at, and the cases as they were
run_catalogue() { "$program" catalogue d.gpkg "$@"; }
expect 0 "schemes" run_catalogue schemes --json
check "not both editions" 'grep -q "\"components\":153,[^}]*\"matters\":250,[^}]*\"of_new_cases\":true" out && grep -q "\"scheme\":\"GBT30428.2-2013\"" out'
expect 0 "one edition" run_catalogue list --scheme GBT30428.2-2013 --kind matter
check "not 97 matters" '[ "$(wc -l <out)" = 97 ]'
expect 2 "no such scheme" run_catalogue list --scheme CJT214-2007
check "the schemes are not named" 'grep -q "CJT214-2007.*GBT30428.2-2013" err'
expect 0 "a class" run_catalogue show 01001 --json
check "not the component and the matter" '[ "$(grep -o "\"history\":" out | wc -l)" = 2 ]'
expect 1 "no class" run_catalogue show 99999
expect 0 "crosswalk" run_catalogue crosswalk --json
check "what cannot be mapped is not told" 'grep -q "\"unmapped\":2" out && grep -q "\"code\":\"0500\",\"kind\":\"matter\",\"mapping\":\"unmapped\",\"reason\":\"[^\"]" out'
expect 2 "crosswalk into itself" run_catalogue crosswalk --from GBT47678.5-2026
expect 2 "no verb" run_catalogue dance
expect 2 "a catalogue as text" "$program" export d.gpkg catalogue c.csv
expect 0 "catalogue out" "$program" export d.gpkg catalogue c.xlsx --json
check "not all of it" 'grep -q "\"classes\":626" out && grep -q "\"standards\":978" out'
expect 0 "catalogue in" "$program" import d.gpkg catalogue c.xlsx --json
check "something changed" 'grep -q "\"unchanged\":1604" out && grep -q "\"changes\":\[\]" out'
expect 0 "out again" "$program" export d.gpkg catalogue c2.xlsx
check "other bytes" 'cmp -s c.xlsx c2.xlsx'
edit="import sys; from osgeo import gdal, ogr
[gdal.SetConfigOption('OGR_XLSX_'+k, v) for k, v in (('HEADERS', 'FORCE'), ('FIELD_TYPES', 'STRING'))]
book=ogr.Open(sys.argv[1], 1); sheet=book.GetLayer(1)
for row in list(sheet):
    if row['条件编号 condition_id'] == 'M06010-1':
        row['处置时限 limit_value']=sys.argv[2]; sheet.SetFeature(row)
    elif row['条件编号 condition_id'] == 'M06011-1':
        row['立案条件 condition']=sys.argv[3]; sheet.SetFeature(row)
book=None"
/usr/bin/python3 -c "$edit" c.xlsx 6 "存在积存垃圾渣土。"
run_case list --class 06010 --limit 5 --json >cases.before 2>/dev/null
"$program" export d.gpkg events events.before.csv 2>/dev/null
expect 0 "preview" "$program" import d.gpkg catalogue c.xlsx --preview
check "the difference is not shown" 'grep -q "limit_value: 4 → 6" out && grep -q "M06010-1 v2" out'
check "a preview wrote" '[ "$(sqlite3 d.gpkg "SELECT count(*) FROM filing_standards WHERE version = 2")" = 0 ]'
expect 0 "edited catalogue in" "$program" import d.gpkg catalogue c.xlsx --json
check "not two changes" 'grep -q "\"standards\":{\"added\":0,\"changed\":2,\"ended\":0}" out'
expect 0 "the condition" run_catalogue show M06010-1 --json
check "not both versions" 'grep -q "\"limit_value\":4,[^}]*\"valid_to\":\"20[^}]*\"version\":1}" out && grep -q "\"limit_value\":6,[^}]*\"valid_to\":null,\"version\":2}" out'
run_case list --class 06010 --limit 5 --json >cases.after 2>/dev/null
"$program" export d.gpkg events events.after.csv 2>/dev/null
check "cases changed with the catalogue" 'cmp -s cases.before cases.after && cmp -s events.before.csv events.after.csv'
/usr/bin/python3 -c "$edit" c.xlsx soon "存在积存垃圾渣土"
expect 5 "a row that is no good" "$program" import d.gpkg catalogue c.xlsx --json
check "the cell is not named" 'grep -q "limit_value" err && grep -q "\"column\":\"limit_value\"" out && grep -q "\"changed\":1" out'
expect 1 "no workbook" "$program" import d.gpkg catalogue wrong.csv
expect 3 "no file" "$program" import d.gpkg catalogue absent.xlsx
expect 2 "preview of something else" "$program" import d.gpkg grids c.xlsx --preview
expect 0 "sound with another catalogue" "$program" check d.gpkg
expect 0 "GDAL's validator again" /usr/bin/python3 -m osgeo_utils.samples.validate_gpkg -q d.gpkg
# one feature written latitude first is named and left out; a file of such features is refused
"$program" init swapped.gpkg --district 110101 --name "东城区" >/dev/null 2>&1
one=$(grep -o "\"code\": *\"[0-9]\{15\}\"" "$2/resources/demo/dongcheng-grids.geojson" | head -n 1 | grep -o "[0-9]\{15\}")
swap="import json,sys; d=json.load(open(sys.argv[1])); f=d['features'][:int(sys.argv[2])]
turn=lambda c: c[::-1] if isinstance(c[0], float) else [turn(x) for x in c]
for x in f: x['geometry']['coordinates']=turn(x['geometry']['coordinates'])
json.dump(d, open(sys.argv[3], 'w'))"
/usr/bin/python3 -c "$swap" "$2/resources/demo/dongcheng-grids.geojson" 1 one.geojson
/usr/bin/python3 -c "$swap" "$2/resources/demo/dongcheng-grids.geojson" 589 all.geojson
expect 5 "one swapped grid" "$program" import swapped.gpkg grids one.geojson --json
check "the swapped grid is not named" 'grep -q "1.*$one.*39\.9.*116\." err'
check "the others were not taken" 'grep -q "\"accepted\":588" out'
expect 2 "all grids swapped" "$program" import swapped.gpkg grids all.geojson
check "wrong advice for swapped grids" 'grep -q "39\.9.*116\." err && ! grep -q -- "--crs" err'
expect 0 "boston" "$program" init b.gpkg --district 999900 --name Boston --cells 500 --extent-of "$data/cases/boston-311.csv" --drill
expect 0 "boston's cases" "$program" import b.gpkg cases "$data/cases/boston-311.csv" --profile boston-311 --json
check "not all known the second time" '"$program" import b.gpkg cases "$data/cases/boston-311.csv" --profile boston-311 --json 2>/dev/null | grep -q "\"accepted\":0"'
expect 2 "no profile" "$program" import b.gpkg cases "$data/cases/boston-311.csv"
expect 0 "sound after import" "$program" check b.gpkg
expect 0 "export" "$program" export b.gpkg grids b.geojson
expect 2 "export to nothing known" "$program" export b.gpkg grids b.docx

# nothing that is stored is written over
cp d.gpkg keep.gpkg
expect 4 "exporting over a store" "$program" export b.gpkg grids keep.gpkg
expect 4 "drawing over a store" "$program" render d.gpkg --screen map --out keep.gpkg
expect 4 "refused lines over a store" "$program" import b.gpkg cases "$data/cases/boston-311.csv" --profile boston-311 --refused keep.gpkg
expect 2 "importing a store into itself" "$program" import b.gpkg grids b.gpkg
check "a store was written over" 'cmp -s d.gpkg keep.gpkg'
expect 1 "a full standard output" sh -c '"$0" case d.gpkg list --json >/dev/full' "$program"

# input that is no good
expect 2 "wrong columns" "$program" import b.gpkg cases wrong.csv --profile boston-311
check "the missing columns are not named" 'grep -q case_id err'
printf 'not a database' >letter.gpkg
expect 1 "letter" "$program" check letter.gpkg
head -c 20000 d.gpkg >half.gpkg
expect 1 "truncated" "$program" check half.gpkg
ogr2ogr -f GPKG foreign.gpkg "$data/streets.geojson"
expect 1 "foreign GeoPackage" "$program" case foreign.gpkg list --json
expect 3 "absent" "$program" check absent.gpkg
# a store that cannot be opened is no map file, neither alone nor among others
cp b.gpkg shut.gpkg
mkdir shut.gpkg-wal
expect 3 "a store that cannot be opened" "$program" render shut.gpkg --screen map --out x.png
check "the store is not named" 'grep -q shut.gpkg err && [ ! -e x.png ]'
expect 5 "the same beside a map file" "$program" render b.geojson shut.gpkg --screen map --out x.png
check "what cannot be opened is not named" 'grep -q shut.gpkg err'
expect 3 "drawing over it" "$program" render b.geojson --screen map --out shut.gpkg
expect 3 "networked" "$program" check postgresql://h/d

# rules and calendars: a new version beside the old one
expect 0 "rules out" "$program" export d.gpkg rules r.json
expect 0 "the same rules again" "$program" import d.gpkg rules r.json
sed 's/"scene_interval_minutes": 30/"scene_interval_minutes": 20/' r.json >r1.json
expect 4 "another version 1" "$program" import d.gpkg rules r1.json
sed 's/"version": 1/"version": 2/' r1.json >r2.json
expect 0 "version 2" "$program" import d.gpkg rules r2.json --json
sed 's/"ladder"/"laddder"/' r.json >r3.json
expect 2 "a key that is none" "$program" import d.gpkg rules r3.json
check "the key is not named" 'grep -q "ladder" err'
expect 0 "calendar out" "$program" export d.gpkg calendar k.json
sed 's/"id": "CN"/"id": "XX"/; s/"version": 1/"version": 3/' k.json >k3.json
expect 0 "another calendar" "$program" import d.gpkg calendar k3.json
expect 0 "sound with both" "$program" check d.gpkg --json
id=$("$program" case d.gpkg report --class 06010 --at 116.4163,39.9284 --text x --level red --as acceptor1 --json 2>/dev/null | sed -n 's/.*"id":"\([^"]*\)".*/\1/p')
expect 0 "by the new rules" "$program" case d.gpkg show "$id" --json
check "not by version 2" 'grep -q "\"rules\":2" out && grep -q "\"scene_minutes\":20" out'

echo "store: $passed passed, $failed failed"
[ "$failed" = 0 ]
