#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced by a test of the shell that knows $program and $scratch, the folder it is in. use_store KIND
# ROOT: from then on d.gpkg is a file, or, of the kind "server", stands for a store on a private server;
# see seatprogram.sh.
use_store() {
    store_kind=$1
    . "$2/tests/support/cluster.sh"
    trap 'stop_cluster; rm -rf "$scratch"' EXIT
    [ "$store_kind" = server ] || return 0
    chmod 755 "$scratch"
    start_cluster "$scratch/pg"
    LC_ALL=C.UTF-8 createdb district
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
