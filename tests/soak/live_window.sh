#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# live_window.sh PROGRAM FOLDER SECONDS: leaves the window open with the map on a demo that is played
# live, while another program writes too, and watches its memory. Fails if the window ends, if it
# takes more than 400 MB, or if it grows after it has warmed up. The wall: wall.sh.
set -eu
program=$1 seconds=$3
scratch=$(mktemp -d "$2/soak-XXXXXX")
window=
trap 'kill "$window" 2>/dev/null || true; rm -rf "$scratch"' EXIT
store=$scratch/d.gpkg
export HOME="$scratch" XDG_CONFIG_HOME="$scratch/config" XDG_DATA_HOME="$scratch/data"
export XDG_CACHE_HOME="$scratch/cache" QT_QPA_PLATFORM=offscreen
"$program" demo --out "$store" 2>/dev/null
resident() { awk '/^VmRSS:/ {print int($2 / 1024)}' "/proc/$window/status"; }
limit=400
step=$((seconds / 20 > 0 ? seconds / 20 : 1))
for screen in map; do
    "$program" open "$store" --screen "$screen" --as admin1 --live 2>"$scratch/$screen.log" &
    window=$!
    warm=0 last=0 taken=0
    while [ "$taken" -lt "$seconds" ]; do
        sleep "$step"
        taken=$((taken + step))
        kill -0 "$window" 2>/dev/null || { echo "the window ended:"; cat "$scratch/$screen.log"; exit 1; }
        # Somebody else at work on the same file.
        "$program" case "$store" report --class 06010 --at 116.4076,39.9042 --text soak \
            --source patrol --as acceptor1 --json >/dev/null
        last=$(resident)
        # A quarter of the time fills the caches, and never less than half a minute.
        [ "$taken" -gt $((seconds / 4)) ] && [ "$taken" -gt 30 ] || warm=$last
        [ "$last" -le "$limit" ] || { echo "$screen: $last MB after $taken s, limit $limit MB"; exit 1; }
    done
    echo "$screen: $warm MB warm, $last MB after $taken s (limit $limit MB)"
    # Pages come and go; a leak of a byte here and there shows as tens of megabytes in ten minutes.
    [ "$last" -le $((warm + 25)) ] || { echo "$screen: grew from $warm to $last MB"; exit 1; }
    kill "$window"
    wait "$window" 2>/dev/null || true
done
