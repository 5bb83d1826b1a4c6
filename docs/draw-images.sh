#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# draw-images.sh PROGRAM FOLDER: the pictures of the guides, drawn anew from the demo into FOLDER.
set -eu
program=$1
folder=$2
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export QT_QPA_PLATFORM=offscreen
AT=2026-11-20T08:00:00Z
"$program" demo --out "$scratch/d.gpkg" --at $AT >/dev/null 2>&1
# NAME ENGLISH_THEME CHINESE_THEME USER SIZE SCREEN [SCENE]
while read -r name english chinese user size screen scene; do
    for language in en zh; do
        [ $language = en ] && theme=$english locale=en || { theme=$chinese locale=zh_CN; }
        "$program" render "$scratch/d.gpkg" --screen "$screen" ${scene:+--scene "$scene"} --size "$size" \
            --lang "$locale" --theme "$theme" --at $AT --as "$user" --out "$folder/$name-$language-$theme.png" ||
            { echo "$name in $language was not drawn" >&2; exit 1; }
    done
done <<'END'
map day night supervisor1 1920x1080 map
intake day day acceptor1 1920x1080 intake duplicates
triage day day acceptor1 1920x1080 triage
dispatch night day dispatcher1 1920x1080 dispatch
street day day street1 1920x1080 street assign
supervision day night checker1 1920x1080 supervision check
wall night night supervisor1 1920x1080 wall situation
wall-streets day night supervisor1 1920x1080 wall streets
wall-duty day night supervisor1 1920x1080 wall duty
wall-month day night supervisor1 1920x1080 wall month
wall-incident night day supervisor1 1920x1080 wall incident
analysis day day analyst1 1920x1080 analysis
evaluation day day supervisor1 1600x900 evaluation unit
leader day day leader1 1600x900 leader
roles day day admin1 1920x1080 admin roles
staffing day day admin1 1920x1080 admin staffing
END
