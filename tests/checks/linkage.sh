#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# linkage.sh PROGRAM [QGIS_PREFIX]: Qt 6 alone, nothing missing, one SQLite; QGIS by RUNPATH.
set -eu
program=$1
libraries=$(ldd "$program")
fail() { echo "$program: $1" >&2; echo "$libraries" | grep -E "$2" >&2 || true; exit 1; }
echo "$libraries" | grep -q 'libQt6Core\.so' || fail "does not load Qt 6" libQt
! echo "$libraries" | grep -q 'libQt5' || fail "loads Qt 5" libQt5
! echo "$libraries" | grep -q 'not found' || fail "libraries are missing" 'not found'
[ "$(echo "$libraries" | grep -c 'libsqlite3\.so')" = 1 ] || fail "not exactly one SQLite" libsqlite3
echo "$libraries" | grep -q 'libqgis_core\.so' || fail "does not load QGIS" libqgis
readelf -d "$program" | grep -q 'RUNPATH.*\$ORIGIN' || fail "has no RUNPATH of its own" qgis
# What is loaded at run time must be of Qt 6 too.
if [ $# -gt 1 ]; then
    for plugin in "$2"/lib/qgis/plugins/*.so "$2"/lib/qca-qt6/crypto/*.so; do
        ! ldd "$plugin" | grep -E 'libQt5|not found' || { echo "$plugin is not for Qt 6 alone" >&2; exit 1; }
    done
fi
