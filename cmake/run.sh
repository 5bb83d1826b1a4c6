#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# run.sh BUILD: opens the window on the demo data; without a display draws every screen instead.
set -eu
program=$1/gridward
demo=$1/share/gridward/demo
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    echo "== opening $program"
    exec "$program" open "$demo/dongcheng-streets.geojson" "$demo/beijing-inner-subdistricts.geojson"
fi
out=$1/screens
set -- "$demo/dongcheng-streets.geojson" "$demo/beijing-inner-subdistricts.geojson"
mkdir -p "$out"
echo "== no display: drawing every screen into $out"
for screen in $("$program" render --list-screens); do
    for language in zh_CN en; do
        for theme in day night; do
            picture=$out/$screen-$language-$theme.png
            "$program" render "$@" --screen "$screen" --size 1920x1080 \
                --lang "$language" --theme "$theme" --out "$picture"
            echo "   $picture"
        done
    done
done
