#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# rights.sh PROGRAM SOURCE_DIR: what the server itself refuses, asked with psql as each role: the matrix
# of the roles, the logs, whoever goes past the program. Then the program as ten seats.
set -eu
program=$1
source=$2
scratch=$(mktemp -d)
chmod 755 "$scratch"
. "$source/tests/support/cluster.sh"
trap 'stop_cluster; rm -rf "$scratch"' EXIT
export HOME="$scratch/home" LC_ALL=en_US.UTF-8 LANG=en_US.UTF-8
unset DISPLAY WAYLAND_DISPLAY XDG_CONFIG_HOME XDG_STATE_HOME XDG_DATA_HOME || true
export QT_QPA_PLATFORM=offscreen
mkdir "$HOME"
cd "$scratch"
. "$source/tests/support/expect.sh"
ulimit -c 0
start_cluster "$scratch/pg"
# Seats prove who they are; the administrator of the cluster comes in by the socket.
as_server sh -c "printf 'local all gridward_admin trust\nlocal all all scram-sha-256\n' > '$cluster/data/pg_hba.conf'"
as_server $cluster_bin/pg_ctl -D "$cluster/data" -s reload
export PGPASSFILE="$scratch/pass"
echo "*:*:*:*:Correct-horse-7" >"$PGPASSFILE"
chmod 600 "$PGPASSFILE"
echo "Correct-horse-7" >password
roles="acceptor filer dispatcher handler street checker supervisor analyst leader admin"

# --- two districts begun at the same moment: they share the roles of the cluster ------------------
for twin in 1 2; do
    LC_ALL=C.UTF-8 createdb twin$twin
    "$program" admin init-db "$cluster_url/twin$twin?$cluster_at" --district 11010$twin --name Twin --administrator boss$twin \
        --password-file password >twin$twin.out 2>&1 &
    eval "twin$twin=\$!"
done
expect 0 "one of two at once" wait $twin1
expect 0 "the other of two at once" wait $twin2
check "both are there" 'grep -q "is ready" twin1.out && grep -q "is ready" twin2.out'

# --- a demo, for the matrix -------------------------------------------------------------------
LC_ALL=C.UTF-8 createdb demo
S="$cluster_url/demo?$cluster_at"
expect 0 "a demo" "$program" demo --out "$S" --at 2026-11-20T08:00:00Z --days 10 --open 60 --cases 200 --seed 5
expect 0 "it is sound" "$program" check "$S"
LC_ALL=C.UTF-8 psql -q -v ON_ERROR_STOP=1 demo -f "$source/tests/support/rightsfixture.sql" >/dev/null
for role in $roles; do
    expect 0 "a login for u-$role" "$program" admin user "$S" set-password u-$role --password-file password --as admin1
done
seat() { # USER SQL…: as that seat; the status is psql's
    user=$1
    shift
    PGUSER=$user LC_ALL=C.UTF-8 PGOPTIONS="-c search_path=gridward,public" psql -X -q -A -t -v ON_ERROR_STOP=1 "${database:-demo}" "$@"
}
refused() { # NAME USER SQL: fails, and because of the rights
    status=0
    seat "$2" -c "\set VERBOSITY sqlstate" -c "$3" >out 2>err || status=$?
    if [ $status != 0 ] && grep -qE "ERROR: +(42501|23000)" err; then
        passed=$((passed + 1))
    else
        echo "$1: not refused to $2 ($status)" >&2
        cat out err >&2
        failed=$((failed + 1))
    fi
}
check "the login is the user" '[ "$(seat u-filer -c "SELECT gridward_login()")" = u-filer ]'
expect 2 "a wrong password" env PGPASSWORD=wrong PGUSER=u-filer LC_ALL=C.UTF-8 psql -X -q demo -c "SELECT 1"
for role in $roles; do
    LC_ALL=C.UTF-8 python3 "$source/tests/support/rightsmatrix.py" "$source/tests/data/permissions.txt" $role >matrix.sql ||
        echo "not ok: the matrix of $role" >>matrix.sql
    seat u-$role -f matrix.sql >out 2>err || cat err >>out
    check "the matrix of $role: $(grep -v '^held' out | head -20)" \
        'grep -q "^held [1-9][0-9]* of " out && ! grep -qv "^held" out'
    grep '^held' out | sed "s/^/$role: /"
done

# --- past the program -------------------------------------------------------------------------
own="(SELECT id FROM public.test_cases WHERE role = 'X' AND spot = 'own')"
for role in $roles; do
    u=u-$role
    refused "changing the log" $u "UPDATE events SET actor = 'x'"
    refused "deleting from the log" $u "DELETE FROM events"
    refused "changing the audit log" $u "UPDATE audit_log SET actor = 'x'"
    refused "deleting from the audit log" $u "DELETE FROM audit_log"
    refused "emptying the log" $u "TRUNCATE events"
    refused "a part of the log" $u "SELECT * FROM events_other"
    refused "deleting cases" $u "DELETE FROM cases"
    refused "changing the schema" $u "ALTER TABLE events ADD COLUMN x text"
    refused "switching guards off" $u "ALTER TABLE events DISABLE TRIGGER ALL"
    refused "switching rights off" $u "ALTER TABLE cases DISABLE ROW LEVEL SECURITY"
    refused "going round guards" $u "SET session_replication_role = replica"
    refused "becoming the owner" $u "SET ROLE gridward_owner"
    refused "becoming the keeper" $u "SET ROLE gridward_keeper"
    refused "becoming somebody else" $u "SET SESSION AUTHORIZATION gridward_admin"
    refused "a program of the server" $u "COPY gridward_schema TO PROGRAM 'cat'"
    refused "a file of the server" $u "COPY gridward_store FROM '/etc/passwd'"
    refused "a new table in the schema" $u "CREATE TABLE gridward.x (a int)"
    refused "passwords" $u "SELECT * FROM gridward_passwords"
    refused "sessions" $u "SELECT * FROM gridward_sessions"
    refused "choosing the number of an event" $u \
        "INSERT INTO events (id, case_id, sequence, action, at, actor, state_after, hash) VALUES (1, 1, 1, 'report', now(), '$u', 'reported', '')"
    refused "choosing the login of an event" $u \
        "INSERT INTO events (login, case_id, sequence, action, at, actor, state_after, hash) VALUES ('x', 1, 1, 'report', now(), '$u', 'reported', '')"
    refused "an entry of the audit log in another name" $u "SELECT public.test_note('configuration', 'x', 'u-other')"
    refused "own rights" $u "UPDATE gridward_standard_grants SET reach = 'district'"
    refused "a role of the server" $u "CREATE ROLE friend"
    check "no drafts of others" '[ "$(seat u-'$role' -c "SELECT count(*) FROM gridward_drafts")" = 0 ]'
done
step="SELECT public.test_step(id, uuid"
of="FROM public.test_cases WHERE role = 'filer' AND spot = 'division'"
refused "a step in another name" u-filer "$step, 'file', 'u-checker') $of"
refused "a forged hash" u-filer "$step, 'file', 'u-filer', true) $of"
refused "a step of the program that is not due" u-filer "$step, 'urge', 'system') $of"
refused "a row without its step" u-filer "UPDATE cases SET text = 'x' WHERE id = (SELECT id $of)"
refused "a step without its row" u-filer \
    "BEGIN; $step, 'file') $of; SAVEPOINT s; UPDATE cases SET version = 1 WHERE id = (SELECT id $of); COMMIT"
refused "another number" u-filer "UPDATE cases SET number = '1', version = version + 1 WHERE id = (SELECT id $of)"
refused "a table of one's own in front of the store's" u-analyst \
    "CREATE TEMP TABLE users AS SELECT * FROM gridward.users; UPDATE pg_temp.users SET role = 'filer' WHERE name = 'u-analyst'; SET search_path TO pg_temp, gridward, public; $step, 'file') $of"
# Their own work, checked; as who may do both.
LC_ALL=C.UTF-8 psql -q demo -c "INSERT INTO gridward.user_posts (\"user\", role) VALUES ('u-handler', 'checker')"
work="FROM public.test_cases WHERE role = 'handler' AND spot = 'unit'"
expect 0 "work is done" seat u-handler -c "$step, 'accept') $work"
refused "own work is not checked" u-handler "BEGIN; SET CONSTRAINTS ALL DEFERRED; $step, 'check') $work; COMMIT"
check "it says why" 'seat u-handler -c "$step, '"'check'"') $work" 2>&1 | grep -q "nobody judges their own work"'
expect 0 "somebody else checks it" seat u-checker -c "$step, 'check') $work"
check "the server wrote down who" '[ "$(LC_ALL=C.UTF-8 psql -A -t demo -c "SELECT login FROM gridward.events WHERE case_id = (SELECT id $work) AND action = '"'accept'"'")" = u-handler ]'

check "a street office sees its street alone" \
    '[ "$(seat u-street -c "SELECT count(DISTINCT street) FROM cases")" = 1 ]'
check "in the log, too" \
    '[ "$(seat u-street -c "SELECT count(*) FROM events AS e WHERE NOT EXISTS (SELECT 1 FROM cases AS c WHERE c.id = e.case_id)")" = 0 ]'
check "and there are others" '[ "$(LC_ALL=C.UTF-8 psql -A -t demo -c "SELECT count(DISTINCT street) > 1 FROM gridward.cases")" = t ]'
refused "households past the note" u-street "SELECT gridward_erase_household('x')"
check "callers are not read without a note" '[ "$(seat u-street -c "SELECT count(*) FROM personal_callers")" = 0 ]'
check "they are there" '[ "$(LC_ALL=C.UTF-8 psql -A -t demo -c "SELECT count(*) > 0 FROM gridward.personal_callers")" = t ]'

# What is due is done for everybody, by whichever seat comes first, in the name of the program.
due=$(LC_ALL=C.UTF-8 psql -A -t demo -c "SELECT uuid FROM gridward.cases WHERE is_open = 1 AND next_at < now() AND state = 'handling'
    AND street = (SELECT street FROM public.test_places WHERE place = 1) ORDER BY id LIMIT 1")
expect 0 "a case that is overdue is urged" "$program" case "$cluster_url/demo?host=$cluster&user=u-street" act "$due" urge --note now
check "the program's step went before" '[ "$(LC_ALL=C.UTF-8 psql -A -t demo -c "SELECT count(*) > 0 FROM gridward.events AS e JOIN gridward.cases AS c ON c.id = e.case_id WHERE c.uuid = '"'$due'"' AND e.actor = '"'system'"' AND e.login = '"'u-street'"'")" = t ]'

# --- who only looks ---------------------------------------------------------------------------
LC_ALL=C.UTF-8 psql -q demo -c "CREATE ROLE qgis LOGIN IN ROLE gridward_reader PASSWORD 'Correct-horse-7'"
check "a reader sees all cases" \
    '[ "$(seat qgis -c "SELECT count(*) FROM cases")" = "$(LC_ALL=C.UTF-8 psql -A -t demo -c "SELECT count(*) FROM gridward.cases")" ]'
for table in personal_callers personal_households personal_inbox users user_posts people audit_log events \
    gridward_drafts gridward_inbox gridward_passwords gridward_logins staff_positions; do
    refused "$table to a reader" qgis "SELECT * FROM $table"
done
refused "a reader writes nothing" qgis "UPDATE cases SET text = 'x'"

# --- accounts ---------------------------------------------------------------------------------
at() { echo "$cluster_url/${2:-demo}?host=$cluster&user=$1"; }
refused "a login for one who is no user" u-admin "SELECT gridward_set_login('gridward_admin', 'x')"
refused "the administrator of the cluster" u-admin "SELECT gridward_lock_login('gridward_admin', true)"
refused "more for the counters of a stranger" u-filer "SELECT gridward_hand_over_caller('x', 1)"
refused "a plain password" u-admin "SELECT gridward_set_login('u-filer', 'secret')"
expect 4 "a claim is not believed" "$program" case "$(at u-filer)" list --as u-admin
check "it says who one is" 'grep -q "u-filer" err'
expect 4 "not by a leader" "$program" admin user "$(at u-leader)" disable u-filer
expect 0 "an account is locked" "$program" admin user "$(at u-admin)" disable u-analyst
expect 2 "nobody logs in with it" env PGUSER=u-analyst LC_ALL=C.UTF-8 psql -X -q demo -c "SELECT 1"
expect 0 "and unlocked" "$program" admin user "$(at u-admin)" enable u-analyst
expect 0 "an open session of a locked account" env PGUSER=u-analyst LC_ALL=C.UTF-8 psql -X -q demo -c "SELECT 1"
LC_ALL=C.UTF-8 psql -q demo -c "UPDATE gridward.users SET disabled = 1 WHERE name = 'u-analyst'"
check "sees nothing" '[ "$(seat u-analyst -c "SELECT count(*) FROM cases")" = 0 ]'
LC_ALL=C.UTF-8 psql -q demo -c "CREATE ROLE stranger LOGIN IN ROLE gridward_seat PASSWORD 'Correct-horse-7'" \
    -c "GRANT CONNECT ON DATABASE demo TO stranger"
expect 4 "a login that is no user" "$program" case "$(at stranger)" list
check "it says so" 'grep -q "no user of this store" err'
LC_ALL=C.UTF-8 psql -q demo -c "ALTER TABLE gridward.cases DISABLE ROW LEVEL SECURITY" \
    -c "UPDATE gridward.gridward_standard_grants SET reach = 'district' WHERE role = 'street'"
expect 1 "rights that were switched off are found" "$program" check "$S"
check "both" 'grep -q "row level security" out err && grep -q "standard rights" out err'

# --- older and newer ---------------------------------------------------------------------------
newest=$(LC_ALL=C.UTF-8 psql -A -t demo -c "SELECT max(version) FROM gridward.gridward_schema")
expect 4 "a seat migrates nothing" "$program" admin migrate "$(at u-admin)"
expect 0 "nothing to migrate" "$program" admin migrate "$S"
LC_ALL=C.UTF-8 psql -q demo -c "INSERT INTO gridward.gridward_schema (version, name, applied_at) VALUES (99, 'x', now())"
expect 1 "a newer schema" "$program" case "$(at u-filer)" list
check "it says so" 'grep -q "newer Gridward (schema 99" err'
LC_ALL=C.UTF-8 psql -q demo -c "DELETE FROM gridward.gridward_schema WHERE version > $((newest - 1))"
expect 1 "an older schema" "$program" case "$(at u-filer)" list
check "it says what to do" 'grep -q "admin migrate" err'

# --- a real district: ten seats -----------------------------------------------------------------
LC_ALL=C.UTF-8 createdb real
R="$cluster_url/real?$cluster_at"
expect 2 "not by init" "$program" init "$R" --district 110101 --name Dongcheng
printf '{"type":"Polygon","coordinates":[[[116.40,39.92],[116.42,39.92],[116.42,39.94],[116.40,39.94],[116.40,39.92]]]}' >there.geojson
expect 0 "a real district" "$program" admin init-db "$R" --district 110101 --name Dongcheng \
    --cells 500 --extent-of there.geojson \
    --administrator boss --password-file password
expect 4 "not twice" "$program" admin init-db "$R" --district 110101 --name Dongcheng \
    --administrator boss --password-file password
B=$(at boss real)
printf 'code,name,kind,handles\nU1,Unit one,sanitation,1\n' >units.csv
expect 0 "a unit" "$program" import "$B" organisations units.csv
for role in acceptor filer dispatcher handler street checker supervisor analyst leader; do
    unit=
    [ $role = handler ] && unit="--organisation U1"
    expect 0 "an account of $role" "$program" admin user "$B" add $role.1 --role $role $unit --password-file password
done
act() { # STATUS ROLE WORDS…
    wanted=$1
    who=$2
    shift 2
    expect "$wanted" "$who: $*" "$program" case "$(at $who.1 real)" "$@"
}
id=$("$program" case "$(at acceptor.1 real)" report --class 06010 --at 116.41632,39.92841 --text "井盖缺失" \
    --source hotline --json | LC_ALL=C.UTF-8 python3 -c 'import json, sys; print(json.load(sys.stdin)["id"])')
act 1 handler act "$id" file
check "it is not there for them" 'grep -q "There is no case" err'
act 0 filer act "$id" file
act 0 dispatcher act "$id" dispatch --to U1
act 0 handler act "$id" accept
act 0 handler act "$id" handle --note done
act 0 handler act "$id" feedback
act 0 checker act "$id" check --note seen
act 0 filer act "$id" close
act 0 leader show "$id" --json
check "closed" 'grep -q "\"state\":\"closed\"" out'
expect 0 "it is sound" "$program" check "$R"
database=real
LC_ALL=C.UTF-8 psql -q -v ON_ERROR_STOP=1 real >/dev/null <<'SQL'
CREATE TABLE public.test_places AS SELECT 1::bigint AS place, '' AS street, '' AS community, '' AS grid;
GRANT SELECT ON public.test_places TO gridward_seat;
SQL
sed -n '/^-- The newest link/,/^-- A new case/p' "$source/tests/support/rightsfixture.sql" | LC_ALL=C.UTF-8 psql -q -v ON_ERROR_STOP=1 real
step="SELECT public.test_step(id, uuid, 'reopen', 'filer.1', false"
refused "yesterday's step" filer.1 "$step, now() - interval '1 day') FROM cases"
refused "tomorrow's step" filer.1 "$step, now() + interval '1 day') FROM cases"
expect 0 "a step of today" seat filer.1 -c "BEGIN" -c "$step) FROM cases" -c "ROLLBACK"

# --- one's own password -----------------------------------------------------------------------------
echo "Battery-staple-8" >fresh
expect 0 "one's own password" "$program" admin user "$(at analyst.1 real)" set-password analyst.1 --password-file fresh
expect 4 "not another's" "$program" admin user "$(at leader.1 real)" set-password analyst.1 --password-file password
expect 2 "the old one is gone" env PGUSER=analyst.1 LC_ALL=C.UTF-8 psql -X -q real -c "SELECT 1"
expect 0 "the new one goes" env PGUSER=analyst.1 PGPASSWORD=Battery-staple-8 LC_ALL=C.UTF-8 psql -X -q real -c "SELECT 1"
check "no password stands in the server" '[ "$(LC_ALL=C.UTF-8 psql -A -t real -c "SELECT count(*) FROM pg_authid WHERE rolpassword IS NOT NULL AND rolpassword !~ '"'^SCRAM'"'")" = 0 ]'

# --- another district on the same server ----------------------------------------------------------
taking="INSERT INTO users (name, role) VALUES ('u-admin', 'admin'); SELECT gridward_set_login('u-admin', 'SCRAM-SHA-256\$4096:AAAA\$AAAA:AAAA')"
refused "a login of another district" boss "$taking"
check "for that reason" 'seat boss -c "$taking" 2>&1 | grep -q "another store"'
expect 2 "no seat of the one in the other" env PGUSER=u-admin LC_ALL=C.UTF-8 psql -X -q real -c "SELECT 1"
check "the database says so" 'grep -q "permission denied for database" err'

# --- a wall: no password anywhere but in libpq's own files ---------------------------------------
printf '[wall]\nhost=%s\ndbname=real\nuser=street.1\n' "$cluster" >services
expect 0 "a window of a street" env PGSERVICEFILE="$scratch/services" \
    "$program" render "postgresql:///?service=wall" --screen wall --out wall.png --size 1280x720
check "it was drawn" '[ -s wall.png ]'
echo "$passed passed, $failed failed"
[ $failed = 0 ]
