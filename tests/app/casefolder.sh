#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# casefolder.sh PROGRAM SOURCE_DIR: the folder of a case, as other programs read it.
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
photos="$source/tests/data/photos"

expect 0 "a demo" "$program" demo --out d.gpkg --at $AT --days 10 --open 40 --cases 200 --seed 3
cp "$photos/placed.jpg" '前 (1).jpg'
python3 -c "print('路面井盖缺失，夜间有人摔倒。' * 400)" > long.txt
echo 欧阳守密 > caller.txt
echo 13900000042 > phone.txt
expect 0 "a case with evidence" "$program" case d.gpkg report --class 06010 --at 116.41632,39.92841 \
    --text "井盖缺失 missing manhole cover" --source hotline --attach '前 (1).jpg' \
    --attach "$photos/plain.jpg" --attach long.txt --caller-name-file caller.txt \
    --caller-phone-file phone.txt --at $AT --as acceptor1 --json
id=$(python3 -c "import json; print(json.load(open('out'))['id'])")
for step in "file --as filer1" "dispatch --to auto --as dispatcher1"; do
    set -- $step
    if [ "$1" = dispatch ]; then
        "$program" case d.gpkg actions "$id" --at $AT --as dispatcher1 --json > actions.json 2>err
        unit=$(python3 -c "import json; print(json.load(open('actions.json'))['proposals'][0]['unit'])")
        expect 0 "dispatch" "$program" case d.gpkg act "$id" dispatch --to "$unit" --at $AT --as dispatcher1
    else
        expect 0 "$1" "$program" case d.gpkg act "$id" "$@" --at $AT
    fi
done
expect 0 "handled, with a picture" "$program" case d.gpkg act "$id" handle \
    --note "$(cat long.txt)" --attach "$photos/nowhere.jpg" --at 2026-11-20T09:00:00Z --as handler1
NOW=2026-11-20T10:00:00Z
expect 0 "the log" "$program" case d.gpkg show "$id" --json --at $NOW --as supervisor1
cp out show.json
expect 0 "the folder" "$program" case d.gpkg folder "$id" --out en.pdf --lang en --at $NOW \
    --as supervisor1 --json
cp out told.json
expect 0 "the folder in Chinese" "$program" case d.gpkg folder "$id" --out zh.pdf --lang zh_CN \
    --at $NOW --as supervisor1
pages=$(python3 -c "import json; print(json.load(open('told.json'))['pages'])")
check "as many pages as it says" '[ "$(pdfinfo en.pdf | sed -n "s/^Pages: *//p")" = "$pages" ]'
check "A4" 'pdfinfo en.pdf | grep -q "^Page size: .*A4"'
check "who made it stands in the file" 'pdfinfo -meta en.pdf | grep -q "supervisor1"'
mkdir files
pdfdetach -saveall -o files en.pdf
check "five files inside" '[ "$(pdfdetach -list en.pdf | head -1 | cut -d" " -f1)" = 5 ]'
check "the log is what show prints" 'cmp files/00-log.json show.json'
check "a picture with a Chinese name is whole" 'cmp files/01-_1_.jpg "前 (1).jpg"'
check "the second picture is whole" 'cmp files/02-plain.jpg "$photos/plain.jpg"'
check "the text is whole" 'cmp files/03-long.txt long.txt'
check "the picture of the work is whole" 'cmp files/04-nowhere.jpg "$photos/nowhere.jpg"'
pdftotext -layout en.pdf en.txt
pdftotext -layout zh.pdf zh.txt
python3 - "$pages" <<'END' || failed=$((failed + 1))
import json, re, sys, unicodedata
pages = int(sys.argv[1])
data = json.load(open('show.json'))
bad = []
def flat(name):
    # Fonts draw some characters and their radicals by one glyph: searches in PDFs take them as one.
    text = unicodedata.normalize('NFKC', open(name, encoding='utf-8').read())
    return re.sub(r'\s', '', text)
en, zh = flat('en.txt'), flat('zh.txt')
for page in range(1, pages + 1):
    if 'Page%dof%d' % (page, pages) not in en:
        bad.append('page %d says not which it is' % page)
for text in (en, zh):
    if text.count(data['number']) < pages:
        bad.append('the number of the case is not on every page')
    for event in data['events']:
        if event['hash'][:12] not in text:
            bad.append('step %d has no hash' % event['sequence'])
    if data['events'][-1]['hash'] not in text:
        bad.append('the head of the chain is not there in full')
    if '井盖缺失missingmanholecover' not in text:
        bad.append('the problem is not there')
    # In the log, and with the deadline that it changed; pages are turned between any two letters.
    if text.count('摔') != 2 * 400:
        bad.append('of the long note there is %d of 800' % text.count('摔'))
for words in ('Verified:all', 'Surroundings', 'Clocksanddeadline', 'Simulateddata', '01-_1_.jpg', 'masked'):
    if words not in en:
        bad.append(words + ' is missing')
for words in ('证据', '日志', '周边'):
    if words not in zh:
        bad.append(words + ' is missing')
for name in ('en.txt', 'zh.txt', 'files/00-log.json'):
    if '守密' in flat(name) or '13900000042' in flat(name):
        bad.append('the caller is named in ' + name)
if 'CHANGED' in en:
    bad.append('a sound log is called changed')
print('\n'.join(bad), file=sys.stderr)
sys.exit(bool(bad))
END
expect 0 "it was noted" "$program" admin audit d.gpkg list --limit 20 --json
check "in the audit log" 'grep -q case-folder out'
before=$(cksum < en.pdf)
expect 4 "a filer does not take it out" "$program" case d.gpkg folder "$id" --out en.pdf --at $NOW --as filer1
check "and what was there is there" '[ "$(cksum < en.pdf)" = "$before" ]'
expect 4 "another street does not see it" "$program" case d.gpkg folder "$id" --out no.pdf --at $NOW --as street9
check "nothing was written" '[ ! -e no.pdf ]'
expect 4 "a store is not written over" "$program" case d.gpkg folder "$id" --out d.gpkg --at $NOW --as supervisor1
expect 2 "without a file" "$program" case d.gpkg folder "$id" --as supervisor1
expect 2 "in no language" "$program" case d.gpkg folder "$id" --out x.pdf --lang xx --as supervisor1
expect 1 "no such case" "$program" case d.gpkg folder 1101010000000000000 --out x.pdf --as supervisor1
expect 0 "again" "$program" case d.gpkg folder "$id" --out en.pdf --lang en --at $NOW --as supervisor1
check "it says that it replaced one" 'grep -q "was replaced" err'
# A log that somebody changed with another program says so, in the folder and on the way.
cp d.gpkg bad.gpkg
python3 - "$id" <<'END'
import sqlite3, sys
store = sqlite3.connect('bad.gpkg')
for (name,) in store.execute("SELECT name FROM sqlite_master WHERE type='trigger' AND "
                             "tbl_name IN ('events', 'attachments')").fetchall():
    store.execute('DROP TRIGGER "%s"' % name)
case = store.execute('SELECT id FROM cases WHERE uuid = ?', sys.argv[1:]).fetchone()
store.execute("UPDATE events SET note = 'nothing happened' WHERE case_id = ? AND action = 'file'", case)
store.execute("UPDATE attachments SET content = x'00' WHERE case_id = ? AND name = 'plain.jpg'", case)
store.commit()
END
expect 0 "the folder of a changed case" "$program" case bad.gpkg folder "$id" --out bad.pdf --lang en \
    --at $NOW --as supervisor1
check "the command says so" 'grep -q "CHANGED" err'
pdftotext -layout bad.pdf bad.txt
check "and the folder: the log" 'grep -q "The log was CHANGED" bad.txt && grep -q "DOES NOT" bad.txt'
check "and the evidence" 'grep -q "The evidence is NOT what the log says" bad.txt'
echo "$passed checks passed, $failed failed"
[ "$failed" = 0 ]
