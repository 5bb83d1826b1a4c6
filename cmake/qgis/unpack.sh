#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Checks the archive against the manifest, unpacks it once into the cache and prints where it lies.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
line=$(grep '^archive ' "$here/manifest.txt")
# shellcheck disable=SC2086
set -- $line
hash=$2
archive=$here/$3
cache=${GRIDWARD_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/gridward}/qgis-$(printf %.16s "$hash")
root=$(basename "$archive" .tar.xz)

if [ ! -e "$cache/complete" ]; then
    echo "== unpacking QGIS into $cache" >&2
    [ -f "$archive" ] || { echo "gridward: $archive is missing; 'make sdk' makes it anew" >&2; exit 1; }
    actual=$(sha256sum "$archive" | cut -d' ' -f1)
    if [ "$actual" != "$hash" ]; then
        echo "gridward: $archive is not what manifest.txt names" >&2
        echo "   expected $hash" >&2
        echo "   found    $actual" >&2
        echo "   fetch it again (git checkout -- cmake/qgis), or run 'make sdk'" >&2
        exit 1
    fi
    # Two builds may come here at once: each unpacks beside, the first rename wins.
    mkdir -p "$(dirname "$cache")"
    part=$(mktemp -d "$cache.XXXXXX")
    trap 'rm -rf "$part"' EXIT
    tar -xJf "$archive" -C "$part"
    touch "$part/complete"
    chmod 755 "$part"
    [ -e "$cache/complete" ] || rm -rf "$cache"
    mv -T "$part" "$cache" 2>/dev/null || [ -e "$cache/complete" ]
fi
echo "$cache/$root"
