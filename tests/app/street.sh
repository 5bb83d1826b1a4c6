#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# street.sh PROGRAM SOURCE_DIR [server]: the list for the round on paper, and how the month stands.
set -eu
program=$1
source=$2
. "$source/tests/support/expect.sh"
. "$source/tests/support/storekind.sh"
use_store "${3:-file}" "$source"
export LC_ALL=en_US.UTF-8
AT=2026-11-20T08:00:00Z
street=110101001

expect 0 "a demo" "$program" demo --out d.gpkg --at $AT --days 60 --open 600 --cases 4000 --seed 3
expect 0 "the list as JSON" "$program" street d.gpkg list --street $street --at $AT --json
cp out list.json
count=$(python3 -c "import json; print(json.load(open('list.json'))['count'])")
check "there are cases on the list" '[ "$count" -gt 5 ]'
expect 0 "the list on paper" "$program" street d.gpkg list --street $street --at $AT --as street1 \
    --out list.pdf --json
cp out printed.json
pages=$(python3 -c "import json; print(json.load(open('printed.json'))['pages'])")
pdftotext -layout list.pdf list.txt
check "as many pages as it says" '[ "$(pdfinfo list.pdf | sed -n "s/^Pages: *//p")" = "$pages" ]'
check "A4" 'pdfinfo list.pdf | grep -q "^Page size: .*A4"'
python3 - "$pages" <<'END' || failed=$((failed + 1))
import json, re, sys
pages = int(sys.argv[1])
text = open('list.txt', encoding='utf-8').read()
flat = re.sub(r'\s', '', text)
data = json.load(open('list.json'))
bad = []
for group in data['groups']:
    for case in group['cases']:
        if flat.count(case['number']) != 1:
            bad.append('case %s is there %d times' % (case['number'], flat.count(case['number'])))
for page in range(1, pages + 1):
    if 'Page%dof%d' % (page, pages) not in flat:
        bad.append('page %d says not which it is' % page)
if flat.count('Numberandclass') != pages:
    bad.append('the head is not on every page')
if flat.count('(street1)') != pages:
    bad.append('who printed it is not on every page')
if 'Simulateddata' not in flat or 'listfortheround' not in flat:
    bad.append('title or notice is missing')
print('\n'.join(bad), file=sys.stderr)
sys.exit(bool(bad))
END
check "fonts are embedded" '[ "$(pdffonts list.pdf | tail -n +3 | grep -c " yes ")" -gt 0 ]'
expect 0 "it was noted" "$program" admin audit d.gpkg list --limit 20 --json
check "in the audit log" 'grep -q round-list out'
# The same in Chinese, with fonts that have the characters.
LANG=zh_CN.UTF-8 LC_ALL=zh_CN.UTF-8 "$program" street d.gpkg list --street $street --at $AT \
    --as street1 --out zh.pdf >out 2>err || failed=$((failed + 1))
expect 4 "another street is not theirs" "$program" street d.gpkg list --street $street --at $AT \
    --as street2 --out no.pdf
check "and nothing was written" '[ ! -e no.pdf ]'
expect 0 "the month" "$program" street d.gpkg standing --street $street --at $AT --json
check "adds up" 'python3 -c "
import json
d = json.load(open(\"out\"))
for month in (\"this_month\", \"month_before\"):
    for figure in (\"registered\", \"closed\", \"overdue_open\", \"returned\", \"reworked\"):
        assert d[\"all\"][month][figure] == sum(c[month][figure] for c in d[\"communities\"])
assert d[\"month\"] == \"2026-11\" and d[\"all\"][\"this_month\"][\"registered\"] > 0
"'
expect 4 "a unit sees only its own of a street" "$program" street d.gpkg standing \
    --street $street --at $AT --as handler2
check "says so" 'grep -q "sees single cases" err'
expect 4 "and gets no list of it" "$program" street d.gpkg list --street $street --at $AT \
    --as handler2 --json
expect 2 "no street named" "$program" street d.gpkg list --out x.pdf
expect 2 "no such street" "$program" street d.gpkg list --street 999999999 --out x.pdf
expect 2 "nowhere to write" "$program" street d.gpkg list --street $street
expect 2 "no such work" "$program" street d.gpkg walk --street $street
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
