#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# translations.sh [--update] LUPDATE ROOT
# Fails if lupdate would change a .ts file, if a Chinese string has no words or lost a placeholder.
set -eu
update=
[ "$1" != --update ] || { update=1; shift; }
lupdate=$1
cd "$2"
if [ -n "$update" ]; then
    "$lupdate" -silent -I . -locations none -no-obsolete app ui gis models -extensions cpp,h -ts translations/gridward_zh_CN.ts
    "$lupdate" -silent -I . -locations none -no-obsolete -pluralonly app ui gis models -extensions cpp,h -ts translations/gridward_en.ts
    exit
fi
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cp translations/*.ts "$scratch"
"$lupdate" -silent -I . -locations none -no-obsolete app ui gis models -extensions cpp,h -ts "$scratch/gridward_zh_CN.ts"
"$lupdate" -silent -I . -locations none -no-obsolete -pluralonly app ui gis models -extensions cpp,h -ts "$scratch/gridward_en.ts"
bad=0
for file in gridward_zh_CN.ts gridward_en.ts; do
    if ! diff -u "translations/$file" "$scratch/$file" >"$scratch/diff"; then
        head -n 40 "$scratch/diff"
        echo "translations/$file is not up to date: cmake --build build --target update_translations" >&2
        bad=1
    fi
    if grep -n 'type="unfinished"' "translations/$file"; then
        echo "translations/$file has strings without words" >&2
        bad=1
    fi
    grep -q '<source>' "translations/$file" || { echo "translations/$file holds no strings" >&2; bad=1; }
done
# What is counted is counted in Chinese: an English plural there would be a slip of the hand.
if grep '<numerusform>' translations/gridward_zh_CN.ts | LC_ALL=C.UTF-8 grep -vP '\p{Han}'; then
    echo "translations/gridward_zh_CN.ts counts in English" >&2
    bad=1
fi
# Each %1 and %n of the source must be in the translation too.
awk '
    /<message/ { source = ""; words = "" }
    /<source>/ { inside = "s" }
    /<translation|<numerusform>/ { inside = "t" }
    inside == "s" { source = source $0 }
    inside == "t" { words = words $0 }
    /<\/source>/ { inside = "" }
    /<\/translation>/ { inside = "" }
    /<\/message>/ {
        rest = source
        while (match(rest, /%[0-9n]/)) {
            mark = substr(rest, RSTART, 2)
            if (index(words, mark) == 0) { print "lost " mark " in: " source; bad = 1 }
            rest = substr(rest, RSTART + 2)
        }
    }
    END { exit bad }
' translations/gridward_zh_CN.ts || bad=1
exit $bad
