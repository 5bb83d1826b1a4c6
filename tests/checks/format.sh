#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# format.sh [--fix] ROOT: every source file as .clang-format wants it (clang-format 14).
set -eu
fix=
[ "$1" != --fix ] || { fix=1; shift; }
cd "$1"
format=$(command -v clang-format-14 || command -v clang-format)
case $("$format" --version) in
*"version 14."*) ;;
*) echo "clang-format 14 is wanted; other versions format differently" >&2; exit 1 ;;
esac
files=$(find app ui gis models tests \( -name '*.h' -o -name '*.cpp' \) | sort)
[ -n "$files" ] || { echo "no source files below $1" >&2; exit 1; }
if [ -n "$fix" ]; then
    "$format" -i $files
else
    "$format" --dry-run --Werror $files || { echo "mend with: make format" >&2; exit 1; }
fi
