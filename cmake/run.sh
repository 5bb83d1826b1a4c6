#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# run.sh BUILD: opens the window on the demo data; without a display draws every screen instead.
set -eu
program=$1/gridward
demo=$1/demo.gpkg
if [ ! -e "$demo" ]; then
    echo "== making the demo district"
    "$program" demo --out "$demo"
fi
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    echo "== opening $program"
    exec "$program" open "$demo" --live
fi
out=$1/screens
mkdir -p "$out"
echo "== no display: drawing every screen into $out"
for screen in $("$program" render --list-screens); do
    for language in zh_CN en; do
        for theme in day night; do
            picture=$out/$screen-$language-$theme.png
            "$program" render "$demo" --screen "$screen" --size 1920x1080 \
                --lang "$language" --theme "$theme" --out "$picture"
            echo "   $picture"
        done
    done
done
