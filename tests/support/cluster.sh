#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced: a private PostgreSQL cluster on a socket in a folder of its own, never the system's.
# start_cluster FOLDER, which must not be there; then databases are at $cluster_url/NAME?$cluster_at.
# PostgreSQL refuses to be root: then it runs as "postgres", whom its package has made.
cluster_bin=/usr/lib/postgresql/15/bin
as_server() {
    if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi
}
start_cluster() {
    cluster=$1
    mkdir "$cluster"
    chmod 777 "$cluster"
    as_server $cluster_bin/initdb -D "$cluster/data" -E UTF8 --locale=C.UTF-8 -U gridward_admin -A trust \
        --no-sync >/dev/null
    as_server $cluster_bin/pg_ctl -D "$cluster/data" -w -s -l "$cluster/log" \
        -o "-k $cluster -c listen_addresses='' -c fsync=off" start
    cluster_url=postgresql://
    cluster_at="host=$cluster&user=gridward_admin"
    export PGHOST="$cluster" PGUSER=gridward_admin
}
stop_cluster() {
    [ ! -d "${cluster:-/nowhere}" ] || {
        as_server $cluster_bin/pg_ctl -D "$cluster/data" -s -m immediate stop || true
        as_server rm -rf "$cluster/data"
    }
}
