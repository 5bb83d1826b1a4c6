#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# draw-wall.sh PROGRAM FOLDER: every scene of the wall at four sizes, in Chinese and English, by night and
# by day, drawn anew from the demo; four to a sheet of FOLDER, made small. Needs ImageMagick.
set -eu
program=$1
folder=$2
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export QT_QPA_PLATFORM=offscreen
AT=2026-11-20T08:00:00Z
"$program" demo --out "$scratch/d.gpkg" --at $AT >/dev/null 2>&1
mkdir -p "$folder"
for size in ${SIZES:-1920x1080 3840x2160 5760x1080 7680x4320}; do
    for scene in situation streets duty month incident; do
        for locale in zh_CN en; do
            for theme in night day; do
                "$program" render "$scratch/d.gpkg" --screen wall --scene $scene --size $size --lang $locale \
                    --theme $theme --at $AT --as supervisor1 --out "$scratch/$locale-$theme.png" ||
                    { echo "$scene of $size was not drawn" >&2; exit 1; }
            done
        done
        # A wide wall is unreadable at half the width.
        [ $size = 5760x1080 ] && how="-tile 1x4 -geometry 1920x360+0+8" || how="-tile 2x2 -geometry 960x540+4+4"
        # shellcheck disable=SC2086
        montage "$scratch/zh_CN-night.png" "$scratch/en-night.png" "$scratch/zh_CN-day.png" "$scratch/en-day.png" \
            $how -background '#808080' "$scratch/sheet.png"
        convert "$scratch/sheet.png" +dither -colors 128 -strip "PNG8:$folder/$scene-$size.png"
        [ -z "${KEEP:-}" ] || for one in zh_CN-night en-night zh_CN-day en-day; do
            cp "$scratch/$one.png" "$KEEP/$scene-$size-$one.png"
        done
    done
done
