#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# program.sh PROGRAM ROOT: the command line as scripts use it: pictures, JSON, exit statuses.
set -eu
program=$1
data=$2/tests/data
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export HOME="$scratch/home" LC_ALL=C.UTF-8 LANG=en_US.UTF-8
unset DISPLAY WAYLAND_DISPLAY QT_QPA_PLATFORM XDG_CONFIG_HOME XDG_STATE_HOME || true
mkdir "$HOME"
cd "$scratch"
. "$2/tests/support/expect.sh"
draw() { "$program" render "$data/streets.geojson" --screen map --lang en "$@"; }
expect 0 version "$program" --version
check "the version is not printed" 'grep -q "^gridward [0-9]" out'
expect 0 help "$program" --help
cp out help
for command in open render demo init import export replay case inbox street sample staff personal admin evaluate check migrate; do
    check "$command is not in the help" "grep -q '^  $command ' help"
    expect 0 "help of $command" "$program" "$command" --help
done
expect 0 "help of case" "$program" case --help
for word in explain --queue --band --until --satisfied --decision --level --bundle; do
    check "$word is not in the help of case" "grep -q -e '$word' out"
done
expect 0 screens "$program" render --list-screens
check "map is not among the screens" 'grep -qx map out'
expect 2 "unknown command" "$program" dance
expect 2 "unknown screen" "$program" render "$data/streets.geojson" --screen none --out x.png
expect 3 "absent file" "$program" render absent.gpkg --screen map --out x.png
expect 3 "networked store" "$program" render postgresql://h/d --screen map --out x.png
expect 1 "no display" "$program"
printf 'no map' >letter.txt
expect 1 "nothing readable" "$program" render letter.txt --screen map --out x.png
check "a picture of nothing was written" '[ ! -e x.png ]'
# A store that is none any more is not told to be another kind of map.
cp letter.txt damaged.gpkg
: >zero.gpkg
for broken in damaged zero; do
    expect 1 "check of $broken" "$program" check $broken.gpkg
    cp err said
    expect 1 "$broken store" "$program" render $broken.gpkg --screen map --out x.png
    check "$broken: render says other words than check" 'cmp -s said err'
done
expect 5 "one of two" "$program" render letter.txt "$data/streets.geojson" --screen map --size 640x480 --out five.png
expect 5 "one is absent" draw absent.gpkg --size 640x480 --out absent.png
check "no picture of the one that is there" '[ -s absent.png ]'
expect 1 "unwritable" draw --size 640x480 --out /proc/none/x.png
expect 0 drawing draw --size 800x600 --out a.png --json
check "the JSON does not name the layer" 'grep -q "\"layers\":\[\"streets\"\]" out'
check "words on standard output" '[ "$(wc -l <out)" = 1 ]'
expect 0 "drawing again" draw --size 800x600 --out b.png
check "the same order gives other pixels" 'cmp -s a.png b.png'
expect 0 "other language" draw --size 800x600 --lang zh_CN --out zh.png
check "the language does not show" '! cmp -s a.png zh.png'
expect 0 "other theme" draw --size 800x600 --theme night --out night.png
check "the theme does not show" '! cmp -s a.png night.png'
expect 0 "4K" draw --size 1280x960 --scale 2 --out two.png
check "wrong size" '[ "$(od -An -tu1 -j16 -N8 two.png | tr -s " ")" = " 0 0 5 0 0 0 3 192" ]'
check "render left settings behind" '[ ! -e "$HOME/.config/gridward/gridward.ini" ]'
cp "$data/streets.geojson" live.geojson
(sleep 5; sed 's/"coordinates": *\[/&/; s/116\.4/116.5/g' "$data/streets.geojson" >new.geojson; mv new.geojson live.geojson) &
expect 124 "every" timeout 12 "$program" render live.geojson --screen map --lang en --size 640x480 --every 2s --out-dir many
check "not several pictures" '[ "$(ls many/*.png | wc -l)" -ge 2 ]'
check "the pictures do not follow the file" '[ "$(md5sum many/*.png | cut -d" " -f1 | sort -u | wc -l)" -ge 2 ]'
printf '{"type":"FeatureCollection","features":[]}' >none.geojson
expect 0 "a layer without objects" timeout 60 "$program" render none.geojson --screen map --size 640x480 --out none.png
printf 'lon,lat\n0,90\n' >pole.csv
expect 0 "a place at the pole" timeout 60 "$program" render pole.csv --screen map --size 640x480 --out pole.png
mkdir alone
ogr2ogr -f GPKG alone/a.gpkg "$data/streets.geojson"
before=$(md5sum alone/a.gpkg)
expect 0 "a GeoPackage" "$program" render alone/a.gpkg --screen map --size 640x480 --out gpkg.png
check "the GeoPackage was touched" '[ "$(md5sum alone/a.gpkg)" = "$before" ] && [ "$(ls alone)" = a.gpkg ]'
export QT_QPA_PLATFORM=xcb
expect 0 "another platform asked for" draw --size 640x480 --out xcb.png
unset QT_QPA_PLATFORM
expect 1 "a display that does not answer" env DISPLAY=:4077 "$program"
echo "program: $passed passed, $failed failed"
[ "$failed" = 0 ]
