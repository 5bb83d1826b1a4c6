#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# wall.sh PROGRAM SOAK FOLDER SECONDS: makes a demo and leaves the wall on it while it is played at
# 3,600 times real time: twenty minutes are fifty days. What must hold: wall_soak.cpp.
set -eu
program=$1 soak=$2 seconds=$4
scratch=$(mktemp -d "$3/wall-XXXXXX")
trap 'rm -rf "$scratch"' EXIT
export HOME="$scratch" XDG_CONFIG_HOME="$scratch/config" XDG_DATA_HOME="$scratch/data"
export XDG_CACHE_HOME="$scratch/cache" QT_QPA_PLATFORM=offscreen QT_FONT_DPI=96 QT_SCALE_FACTOR=1
"$program" demo --out "$scratch/d.gpkg" --at 2026-11-20T08:00:00Z 2>/dev/null
"$soak" "$scratch/d.gpkg" "$seconds"
"$program" check "$scratch/d.gpkg" >/dev/null || { echo "FAILED: the store is not sound"; exit 1; }
