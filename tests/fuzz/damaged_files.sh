#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# damaged_files.sh PROGRAM FOLDER COUNT: cuts and corrupts map files (always the same ones for the same
# COUNT) and lets the program draw them. It may refuse them; it may not crash or hang.
set -eu
program=$1
folder=$2
count=$3
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
source=$scratch/source.gpkg
ogr2ogr -f GPKG "$source" "$folder/dongcheng-streets.geojson"
ogr2ogr -f "ESRI Shapefile" "$scratch/source.shp" "$folder/dongcheng-streets.geojson" 2>/dev/null
cp "$folder/dongcheng-streets.geojson" "$scratch/source.geojson"
for kind in gpkg geojson shp; do
    "$program" render "$scratch/source.$kind" --screen map --size 640x480 --out "$scratch/out.png" >/dev/null 2>&1 ||
        { echo "the undamaged $kind file is not drawn: the run would prove nothing" >&2; exit 1; }
done
bad=0
i=0
passed=0
while [ "$i" -lt "$count" ]; do
    case $((i % 3)) in
    0) kind=gpkg ;;
    1) kind=geojson ;;
    2) kind=shp ;;
    esac
    file=$scratch/damaged-$i.$kind
    if [ $kind = shp ]; then
        for part in shx dbf prj; do
            cp "$scratch/source.$part" "$scratch/damaged-$i.$part"
        done
    fi
    size=$(stat -c %s "$scratch/source.$kind")
    if [ $((i % 2)) = 0 ]; then
        head -c $(((i * 7919 + 13) % size)) "$scratch/source.$kind" >"$file"
    else
        cp "$scratch/source.$kind" "$file"
        j=0
        while [ "$j" -lt 20 ]; do
            printf '\377' | dd of="$file" bs=1 seek=$(((i * 104729 + j * 7561) % size)) conv=notrunc 2>/dev/null
            j=$((j + 1))
        done
    fi
    status=0
    timeout 120 "$program" render "$file" --screen map --size 640x480 --out "$scratch/out.png" \
        >"$scratch/log" 2>&1 || status=$?
    case $status in
    0 | 1 | 5) passed=$((passed + 1)) ;;
    *)
        bad=$((bad + 1))
        echo "$kind file $i: exit status $status" >&2
        tail -n 5 "$scratch/log" >&2
        ;;
    esac
    rm -f "$scratch/damaged-$i".*
    i=$((i + 1))
done
echo "damaged files: $passed passed, $bad failed"
[ "$bad" = 0 ]
