#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# analysisdocs.sh GRIDWARD SOURCE: every command of docs/analysis.md as it stands, on the real sets
# that GRIDWARD_DATA names, and the numbers beside them; the Chinese page has the same commands.
set -eu
gridward=$1
source=$2
if [ -z "${GRIDWARD_DATA:-}" ]; then
    echo "skipped: GRIDWARD_DATA names no folder with the sets of docs/analysis.md"
    exit 0
fi
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
ln -s "$(cd "$GRIDWARD_DATA" && pwd)"/* "$scratch/"
cd "$scratch"
QT_QPA_PLATFORM=offscreen python3 - "$gridward" "$source/docs" <<'END'
import json, re, subprocess, sys
gridward, docs = sys.argv[1:]

def blocks(page):
    """Each command of a page, and the numbers of the table that follows it."""
    text = open(docs + '/' + page, encoding='utf-8').read()
    found = []
    for code, after in re.findall(r'```sh\n(.*?)```(.*?)(?=```|\Z)', text, re.S):
        table = re.findall(r'^\| (?!---)[^|]*[^| ][^|]* \| ([\d.]+)[^|]*\|$', after.split('\n## ')[0], re.M)
        found.append((code.strip().split('\n'), [float(number) for number in table[:2]]))
    return found

english, chinese = blocks('analysis.md'), blocks('analysis.zh.md')
if english != chinese or len(english) < 4:
    sys.exit('the two pages do not say the same')
bad = 0
for lines, (count, highest) in english:
    for line in lines:
        if not line.startswith('gridward '):
            subprocess.run(line, shell=True, check=True)
            continue
        made = json.loads(subprocess.run(line.replace('gridward ', gridward + ' ', 1) + ' --json', shell=True,
                                         check=True, capture_output=True).stdout)
        ok = made['total_weight'] == count and abs(made['highest'] - highest) <= 0.05
        print('ok ' if ok else 'BAD', made['total_weight'], made['highest'], line[:60])
        bad += not ok
sys.exit(bool(bad))
END
