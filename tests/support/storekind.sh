#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced by a test of the shell that knows $program, behind expect.sh. use_store KIND ROOT goes into a
# folder of its own ($scratch), with a home of its own and no display. There d.gpkg is a file, or, of the
# kind "server", stands for a store on a private server; see seatprogram.sh.
use_store() {
    store_kind=$1
    . "$2/tests/support/cluster.sh"
    scratch=$(mktemp -d)
    trap 'stop_cluster; rm -rf "$scratch"' EXIT
    export HOME="$scratch/home" LC_ALL=C.UTF-8 LANG=en_US.UTF-8
    unset DISPLAY WAYLAND_DISPLAY QT_QPA_PLATFORM XDG_CONFIG_HOME XDG_STATE_HOME XDG_DATA_HOME || true
    mkdir "$HOME"
    cd "$scratch"
    ulimit -c 0
    [ "$store_kind" = server ] || return 0
    chmod 755 "$scratch"
    start_cluster "$scratch/pg"
    createdb district
    export SEAT_PROGRAM="$program"
    program=$2/tests/support/seatprogram.sh
}
# ask_store SQL: as its superuser, a row a line, as sqlite3 writes them.
ask_store() {
    if [ "$store_kind" = server ]; then
        LC_ALL=C.UTF-8 PGOPTIONS='-c search_path=gridward,public' psql -q -A -t district -c "$1"
    else
        sqlite3 d.gpkg "$1"
    fi
}
