#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# qgisproject.sh GRIDWARD SOURCE: a QGIS project that the program wrote, opened by plain QGIS 3.40 of
# Debian's backports. It has the same SONAME as our own QGIS, so that it gets a small Debian of its
# own (once, 1 GB) in the user's cache and touches nothing else; that takes root and debootstrap.
set -eu
gridward=$1
source=$2
cache=${XDG_CACHE_HOME:-$HOME/.cache}/gridward/plain-qgis
if [ "$(id -u)" != 0 ] || ! command -v debootstrap >/dev/null 2>&1; then
    echo "skipped: plain QGIS is set up by root with debootstrap; install it and run this as root"
    exit 0
fi
mirror=$({ sed -nE 's/^URIs: *([^ ]+).*/\1/p' /etc/apt/sources.list.d/*.sources 2>/dev/null
    sed -nE 's/^deb +(\[[^]]*\] +)?([^ ]+).*/\2/p' /etc/apt/sources.list 2>/dev/null; } |
    grep -v security | grep debian | head -n 1)
if [ ! -e "$cache/ready" ]; then
    rm -rf "$cache"
    mkdir -p "$cache"
    echo "== setting up plain QGIS in $cache"
    debootstrap --variant=minbase --include=ca-certificates bookworm "$cache/root" "$mirror" \
        >"$cache/log" 2>&1 || { tail -n 5 "$cache/log"; exit 1; }
    echo "deb $mirror bookworm-backports main" >"$cache/root/etc/apt/sources.list.d/backports.list"
    cp /etc/apt/apt.conf.d/*proxy* "$cache/root/etc/apt/apt.conf.d/" 2>/dev/null || true
    chroot "$cache/root" sh -c 'apt-get -q update && DEBIAN_FRONTEND=noninteractive \
        apt-get -q install -y --no-install-recommends -t bookworm-backports python3-qgis \
        qgis-providers fonts-noto-cjk' >>"$cache/log" 2>&1 || { tail -n 5 "$cache/log"; exit 1; }
    touch "$cache/ready"
fi
work=$cache/root/tmp/gridward-peer
rm -rf "$work"
mkdir -p "$work"
trap 'rm -rf "$work"' EXIT
export QT_QPA_PLATFORM=offscreen
"$gridward" heatmap "$source/tests/data/density/points.csv" --crs EPSG:2056 --bandwidth 400 --cell 20 \
    --out "$work/waste.qgz" 2>/dev/null
cp "$source/tests/peers/qgisproject.py" "$work/"
chroot "$cache/root" env QT_QPA_PLATFORM=offscreen XDG_RUNTIME_DIR=/tmp HOME=/tmp \
    python3 /tmp/gridward-peer/qgisproject.py /tmp/gridward-peer/waste.qgz /tmp/gridward-peer/picture.png
[ -z "${GRIDWARD_PEER_PICTURES:-}" ] || cp "$work/picture.png" "$GRIDWARD_PEER_PICTURES/plain-qgis.png"
echo "the project opens in plain QGIS without a bad layer"
