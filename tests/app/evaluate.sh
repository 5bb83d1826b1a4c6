#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# evaluate.sh PROGRAM SOURCE_DIR: figures, the cases behind them, the files they are written to, and
# an independent recount in plain SQL.
set -eu
program=$1
source=$2
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export HOME="$scratch/home" LC_ALL=en_US.UTF-8 LANG=en_US.UTF-8
unset DISPLAY WAYLAND_DISPLAY QT_QPA_PLATFORM XDG_CONFIG_HOME XDG_STATE_HOME XDG_DATA_HOME || true
mkdir "$HOME"
cd "$scratch"
. "$source/tests/support/expect.sh"
ulimit -c 0
AT=2026-11-20T08:00:00Z

expect 0 "a demo" "$program" demo --out d.gpkg --at $AT --days 200 --open 600 --cases 6000 --seed 5
evaluate() { "$program" evaluate d.gpkg --at $AT "$@"; }

expect 0 "by street" evaluate --period 2026-11 --by street --out street.csv
check "a row for each street" '[ "$(wc -l <street.csv)" = 18 ]'
check "the code, then the ten indicators" 'head -1 street.csv | tr -d "\r" | grep -q "^code,filing,in_time_filing,dispatch,accurate_dispatch,handling,in_time_handling,closing,in_time_closing,rework,overdue_open,"'
check "per cent with two decimals" 'sed 1d street.csv | tr -d "\r" | grep -Eq "^110101001,[0-9]+\.[0-9]{2},[0-9]+\.[0-9]{2},"'
check "who made it stands beside it" 'grep -q made_by street.csv.meta.json'
expect 0 "it was noted" "$program" admin audit d.gpkg list --limit 5 --json
check "in the audit log" 'grep -q evaluation out'
for level in district community grid department post person; do
    expect 0 "by $level" evaluate --period 2026 --by $level --out $level.csv
    check "it has rows" '[ "$(wc -l <$level.csv)" -gt 1 ]'
done

expect 0 "the lists behind a figure" evaluate --period 2026-11 --by street --json
cp out all.json
expect 0 "its denominator" evaluate --period 2026-11 --by street --cases in_time_closing --unit 110101001
cp out whole.json
expect 0 "its numerator" evaluate --period 2026-11 --by street --cases in_time_closing --unit 110101001 --numerator
cp out part.json
expect 0 "the rest" evaluate --period 2026-11 --by street --cases in_time_closing --unit 110101001 --rest
cp out rest.json
python3 - <<'END' || failed=$((failed + 1))
import json, sys
rows = {row['code']: row for row in json.load(open('all.json'))['rows']}
figure = rows['110101001']['figures']['in_time_closing']
whole, part, rest = (json.load(open(name + '.json')) for name in ('whole', 'part', 'rest'))
bad = []
if len(whole) != figure['denominator'] or len(part) != figure['numerator'] or not whole:
    bad.append('the lists are not the figure: %s, %d, %d' % (figure, len(whole), len(part)))
if sorted(c['id'] for c in part + rest) != sorted(c['id'] for c in whole):
    bad.append('numerator and rest are not the denominator')
if any(c['street'] != '110101001' for c in whole):
    bad.append('a case of another street')
print('\n'.join(bad), file=sys.stderr)
sys.exit(bool(bad))
END

expect 0 "a workbook" evaluate --period 2026-11 --by street --both --out street.xlsx
expect 0 "an open one" evaluate --period 2026-11 --by street --both --out street.ods
/usr/bin/python3 - <<'END' || failed=$((failed + 1))
import csv, sys
from osgeo import gdal, ogr
gdal.UseExceptions()
gdal.SetConfigOption('OGR_XLSX_HEADERS', 'FORCE')
gdal.SetConfigOption('OGR_ODS_HEADERS', 'FORCE')
figures = {row['code']: row for row in csv.DictReader(open('street.csv', newline=''))}
bad = []
for name in ('street.xlsx', 'street.ods'):
    book = gdal.OpenEx(name, gdal.OF_VECTOR)
    if book.GetLayerCount() != 3:
        bad.append(name + ': not three sheets')
    sheet = book.GetLayer(0)
    names = [sheet.GetLayerDefn().GetFieldDefn(i).GetName() for i in range(sheet.GetLayerDefn().GetFieldCount())]
    found = {}
    for row in sheet:
        found[row.GetField(0)] = row.GetField(names.index('In-time closing rate (%)'))
    for code, row in figures.items():
        if abs(found.get(code, -1) - float(row['in_time_closing'])) > 1e-9:
            bad.append('%s: %s is %s, not %s' % (name, code, found.get(code), row['in_time_closing']))
print('\n'.join(bad), file=sys.stderr)
sys.exit(bool(bad))
END
expect 0 "on paper" evaluate --period 2026-11 --by street --out street.pdf
pdftotext -layout street.pdf street.txt
check "with its name and definition" 'grep -q "In-time closing rate" street.txt && grep -q "How the figures are made" street.txt'
check "no page ends with a heading" 'python3 - street.txt <<END
import sys
for page in open(sys.argv[1]).read().split("\f"):
    lines = [line.strip() for line in page.splitlines() if line.strip()]
    if len(lines) > 1 and lines[-2] in ("Streets", "All together", "How the figures are made"):
        sys.exit(1)
END'
check "it has the headings" '[ "$(grep -c "^ *Streets$" street.txt)" -ge 2 ]'
check "and all definitions" 'grep -q "^ *Time to reply =" street.txt'
check "and who made it on every page" '[ "$(grep -c "Made by\|(admin1)" street.txt | head -1)" -ge "$(pdfinfo street.pdf | sed -n "s/^Pages: *//p")" ]'

expect 4 "a handler sees no statistics" evaluate --period 2026-11 --as handler1 --json
expect 2 "no such period" evaluate --period 2026-13 --json
check "it says how one is written" 'grep -q 2026-Q4 err'
expect 2 "no such level" evaluate --period 2026-11 --by village --json
expect 0 "people by name" evaluate --period 2026 --by person --names --out named.csv
check "no two of one name" '[ -z "$(sed 1d named.csv | cut -d, -f2 | sort | uniq -d)" ]'
expect 3 "no such unit" evaluate --period 2026-11 --by street --cases filing --unit nonsense
check "it is named" 'grep -q nonsense err'
expect 2 "no such indicator" evaluate --period 2026-11 --cases happiness
expect 2 "no such ending" evaluate --period 2026-11 --out street.doc
expect 0 "what a street supervisor sees" evaluate --period 2026-11 --by street --as street1 --json
check "their own street alone" '[ "$(python3 -c "import json; print(len(json.load(open(\"out\"))[\"rows\"]))")" = 1 ]'

for language in en zh; do
    suffix=$([ $language = en ] && echo "" || echo ".zh")
    locale=$([ $language = en ] && echo en_US || echo zh_CN).UTF-8
    LANG=$locale LC_ALL=$locale "$program" evaluate --definitions >definitions.md
    python3 - "$source/docs/indicators$suffix.md" <<'END' || failed=$((failed + 1))
import sys
if open('definitions.md', encoding='utf-8').read().strip() not in open(sys.argv[1], encoding='utf-8').read():
    print(sys.argv[1] + ' does not hold what “gridward evaluate --definitions” prints', file=sys.stderr)
    sys.exit(1)
END
done

# Boston's real cases: the city says of each whether it was in time. All of them where GRIDWARD_DATA
# names the folder of the whole sets.
boston=$source/tests/data/cases/boston-311.csv
[ -z "${GRIDWARD_DATA:-}" ] || boston=$GRIDWARD_DATA/boston-311/cases-2011-07_10.csv.gz
expect 0 "boston" "$program" init b.gpkg --district 250250 --name Boston --cells 500 --extent-of "$boston" \
    --time-zone America/New_York
expect 0 "boston's cases" "$program" import b.gpkg cases "$boston" --profile boston-311
expect 0 "boston by department" "$program" evaluate b.gpkg --period 2011 --by department --both --counts --out b.csv
python3 - "$boston" <<'END' || failed=$((failed + 1))
import collections, csv, gzip, sys
path = sys.argv[1]
opened = gzip.open(path, 'rt', newline='') if path.endswith('.gz') else open(path, newline='')
told = collections.defaultdict(lambda: [0, 0])
for row in csv.DictReader(opened):
    if row['target_at'] and row['closed_at'] and row['department'] != 'No Q':
        # A few late ones have no word of the city; all others equal the comparison of the times.
        in_time = row['on_time'] == 'ONTIME' if row['on_time'] else row['closed_at'] <= row['target_at']
        told[row['department']][0] += in_time
        told[row['department']][1] += 1
found = {row['code']: row for row in csv.DictReader(open('b.csv', newline=''))}
bad = []
for department, (part, whole) in told.items():
    row = found.get(department)
    if row is None or (int(row['in_time_closing_part']), int(row['in_time_closing_whole'])) != (part, whole):
        bad.append('%s: the city says %d of %d, the figures %s' % (department, part, whole, row))
    elif abs(float(row['in_time_closing']) - 100 * part / whole) > 0.005001:
        bad.append('%s: %s is not %d of %d' % (department, row['in_time_closing'], part, whole))
if len(told) < 3:
    bad.append('too few departments: ' + ', '.join(told))
print('\n'.join(bad), file=sys.stderr)
sys.exit(bool(bad))
END

for period in 2026 2026-11 2026-W46 2026-10-15..2026-11-15; do
    timeout 300 python3 "$source/tests/support/recount/compare.py" "$program" d.gpkg $period $AT >recount.txt 2>&1 \
        || { tail -20 recount.txt >&2; failed=$((failed + 1)); }
done
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
