#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The program for a test of the shell whose store d.gpkg is to be on a private server: there everybody
# whom --as names comes with a login of their own, and has no other rights than that login has. Without
# --as it is the superuser of the cluster. SEAT_PROGRAM is the program itself; PGHOST the cluster.
set -eu
who=
before=
for argument; do
    [ "$before" != --as ] || who=$argument
    before=$argument
done
if [ -n "$who" ]; then
    LC_ALL=C.UTF-8 psql -q -U gridward_admin postgres -v who="$who" >/dev/null 2>&1 <<'END' || true
SELECT format('CREATE ROLE %I LOGIN IN ROLE gridward_seat', :'who') WHERE NOT EXISTS
    (SELECT 1 FROM pg_roles WHERE rolname = :'who') \gexec
SELECT format('GRANT CONNECT ON DATABASE district TO %I', :'who') \gexec
END
fi
url="postgresql:///district?host=$PGHOST&user=${who:-gridward_admin}"
rest=$#
while [ "$rest" -gt 0 ]; do
    argument=$1
    shift
    rest=$((rest - 1))
    [ "$argument" != d.gpkg ] || argument=$url
    set -- "$@" "$argument"
done
exec "$SEAT_PROGRAM" "$@"
