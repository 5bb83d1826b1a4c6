#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# spdx.sh ROOT: every source, script and build file names its licence in its first three lines.
set -eu
cd "$1"
bad=0
count=0
for file in $(find app ui gis models tests cmake translations resources \( -name '*.h' -o -name '*.cpp' \
    -o -name '*.sh' -o -name '*.cmake' -o -name 'CMakeLists.txt' -o -name '*.qss' -o -name '*.py' \) | sort) \
    CMakeLists.txt Makefile; do
    count=$((count + 1))
    head -n 3 "$file" | grep -q 'SPDX-License-Identifier: GPL-3.0-or-later' || {
        echo "$file has no SPDX line" >&2
        bad=1
    }
done
[ "$count" -gt 10 ] || { echo "only $count files found below $1" >&2; exit 1; }
exit $bad
