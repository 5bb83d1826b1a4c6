#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# can_fail.sh ROOT CMAKE QT_HEADERS LUPDATE: breaks a copy of the tree once for each check; a check that
# still passes is no check.
set -eu
root=$1
cmake=$2
qt=$3
lupdate=$4
checks=$root/tests/checks
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
fresh() {
    rm -rf "$scratch/tree"
    mkdir "$scratch/tree"
    (cd "$root" && tar -cf - app ui gis models tests translations resources cmake/*.cmake CMakeLists.txt \
        Makefile .clang-format) | tar -xf - -C "$scratch/tree"
}
bad=0
must_fail() {
    what=$1
    shift
    if "$@" >"$scratch/log" 2>&1; then
        echo "not noticed: $what" >&2
        bad=1
    else
        echo "noticed: $what"
    fi
}
layering() { "$cmake" "-DROOT=$scratch/tree" "-DQT_HEADERS=$qt" -P "$checks/layering.cmake"; }
fresh
layering >/dev/null
echo '#include <qgsproject.h>' >>"$scratch/tree/ui/theme/theme.cpp"
must_fail "QGIS in ui" layering
fresh
echo '#include <QWidget>' >>"$scratch/tree/models/domain/geopoint.cpp"
must_fail "a widget in the domain" layering
fresh
echo '#include "ui/theme/theme.h"' >>"$scratch/tree/gis/map/mapview.cpp"
must_fail "ui in gis" layering
fresh
printf 'int  x  =1 ;\n' >>"$scratch/tree/models/domain/geopoint.cpp"
must_fail "bad format" sh "$checks/format.sh" "$scratch/tree"
fresh
sed -i 's/tr("Zoom to layer")/tr("Zoom to this layer")/' "$scratch/tree/gis/map/layerpanel.cpp"
must_fail "a new string" sh "$checks/translations.sh" "$lupdate" "$scratch/tree"
fresh
sed -i '0,/<translation>图层</s//<translation type="unfinished">图层</' "$scratch/tree/translations/gridward_zh_CN.ts"
must_fail "a string without words" sh "$checks/translations.sh" "$lupdate" "$scratch/tree"
fresh
sed -i 's/比例尺 1:%1/比例尺/' "$scratch/tree/translations/gridward_zh_CN.ts"
must_fail "a lost placeholder" sh "$checks/translations.sh" "$lupdate" "$scratch/tree"
fresh
sed -i 1d "$scratch/tree/ui/theme/theme.cpp"
must_fail "a file without licence" sh "$checks/spdx.sh" "$scratch/tree"
fresh
sed -i s/^Type=.*// "$scratch/tree/resources/linux/org.gridward.Gridward.desktop"
must_fail "a bad desktop entry" sh "$checks/desktop.sh" "$scratch/tree"
must_fail "a program without Qt 6" sh "$checks/linkage.sh" /bin/ls
exit $bad
