#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# workbook.sh PROGRAM SOURCE_DIR: the workbooks of an evaluation opened by LibreOffice, which nobody
# here wrote, and each of their cells compared with the figures that the program prints.
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
AT=2026-11-20T08:00:00Z
# All sheets, UTF-8, every text quoted, values as they are stored and not as they are shown.
CSV='csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,false,false,false,false,-1'

expect 0 "a demo" "$program" demo --out d.gpkg --at $AT --days 120 --open 400 --cases 4000 --seed 9
for level in street grid department person; do
    expect 0 "its figures by $level" "$program" evaluate d.gpkg --at $AT --period 2026-10 --by $level --both --json
    cp out $level.json
    for ending in xlsx ods; do
        expect 0 "as $ending" "$program" evaluate d.gpkg --at $AT --period 2026-10 --by $level --both --out $level.$ending
        rm -rf read && mkdir read
        expect 0 "opened by LibreOffice" timeout 120 env LC_ALL=C.UTF-8 soffice --headless \
            "-env:UserInstallation=file://$scratch/office" --convert-to "$CSV" --outdir read $level.$ending
        python3 - $level read <<'END' || { echo "$level.$ending" >&2; failed=$((failed + 1)); }
import csv, glob, json, sys
level, folder = sys.argv[1:]
told = json.load(open(level + '.json'))
sheets = {path: list(csv.reader(open(path, newline='', encoding='utf-8')))
          for path in sorted(glob.glob(folder + '/*.csv'))}
figures = [rows for path, rows in sheets.items() if path.endswith('-Figures.csv')]
bad = []
if len(sheets) != 3 or len(figures) != 1:
    sys.exit('sheets: ' + ', '.join(sheets))
heads, rows = figures[0][0], figures[0][1:]
rows = {row[0] + '|' + row[1]: dict(zip(heads, row)) for row in rows}
names = {one['id']: one['name'] + (', other definition' if one['id'].endswith('_other') else '')
         for one in told['definitions']}
compared = 0


def cell(row, head):
    """The number of a cell, None where it is empty."""
    return float(row[head]) if row[head] != '' else None


for one in told['rows'] + [dict(told['all'], name='All')]:
    row = rows.pop(one['code'] + '|' + one['name'], None)
    if row is None:
        bad.append('no row of %s %s' % (one['code'], one['name']))
        continue
    for id, name in names.items():
        figure = one['figures'].get(id)
        head = [h for h in heads if h == name or h.startswith(name + ' (')]
        if len(head) != 1:
            sys.exit('columns of %s: %s' % (name, head))
        value = figure and figure.get('hours', figure.get('percent'))
        found = cell(row, head[0])
        compared += 1
        if (value is None) != (found is None) or (value is not None and abs(found - value) > 0.00501):
            bad.append('%s %s: %r, not %r' % (one['code'], head[0], found, value))
        for column, key in ((name + ': numerator', 'numerator'), (name + ': denominator', 'denominator')):
            if column in heads and figure and key in figure:
                compared += 1
                if cell(row, column) != figure[key]:
                    bad.append('%s %s: %r, not %r' % (one['code'], column, row[column], figure[key]))
if rows:
    bad.append('rows that nobody told of: %s' % list(rows))
if compared < 23 * len(told['rows']):
    bad.append('only %d cells were compared' % compared)
print('\n'.join(bad[:20]), file=sys.stderr)
print('%s: %d cells equal' % (level, compared)) if not bad else None
sys.exit(bool(bad))
END
    done
done
echo "$passed passed, $failed failed"
[ $failed = 0 ]
