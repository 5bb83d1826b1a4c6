#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# desktop.sh ROOT: the desktop entry, the AppStream metadata and the man pages are valid.
set -eu
cd "$1/resources/linux"
desktop-file-validate org.gridward.Gridward.desktop
appstreamcli validate --no-net org.gridward.Gridward.metainfo.xml
for page in gridward.1 gridward.zh_CN.1; do
    grep -q '^\.SH' "$page"
done
