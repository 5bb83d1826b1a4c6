#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# accounts.sh PROGRAM ROOT: accounts of a real store on the command line, and as whom every command runs.
set -eu
program=$1
root=$2
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export HOME="$scratch/home" LC_ALL=C.UTF-8 LANG=en_US.UTF-8
unset DISPLAY WAYLAND_DISPLAY QT_QPA_PLATFORM XDG_CONFIG_HOME XDG_STATE_HOME XDG_DATA_HOME || true
mkdir "$HOME"
cd "$scratch"
. "$root/tests/support/expect.sh"

echo "correct-Horse-7-staple" >chief.pw
echo "another-Good-one-5" >zhang.pw
echo "my-own-Secret-44" >own.pw
echo "woaini1314520" >common.pw
printf '' >empty.pw
expect 0 "init" "$program" init real.gpkg --district 110101 --name 东城区
user() { "$program" admin user real.gpkg "$@"; }
chief="--as chief --as-password-file chief.pw"

# Nobody has a password: the local owner works, and claims are not believed.
expect 0 "the owner lists" user list --json
check "nobody yet" '[ "$(cat out)" = "[]" ]'
expect 0 "the owner checks" "$program" check real.gpkg
expect 4 "a claim" user list --as chief
expect 4 "the first one with a password is an administrator" \
    user add zhang --role dispatcher --password-file zhang.pw
expect 4 "a common password" user add chief --role admin --password-file common.pw
expect 2 "no password in the file" user add chief --role admin --password-file empty.pw
expect 2 "no such file" user add chief --role admin --password-file none.pw
expect 2 "no role" user add chief
expect 2 "unknown role" user add chief --role emperor
expect 0 "an account without a password" user add li --role filer
expect 0 "still the owner" user list
expect 0 "the administrator" user add chief --role admin --password-file chief.pw --json
check "has a password" 'grep -q "\"password\":true" out'
check "no hash leaves the store" '! grep -q argon2 out'

# From now on everybody has to say who they are.
for command in "check real.gpkg" "export real.gpkg grids x.geojson" "catalogue real.gpkg schemes" \
    "case real.gpkg list" "admin user real.gpkg list" "import real.gpkg places chief.pw" \
    "replay real.gpkg chief.pw --profile boston-311" \
    "render real.gpkg --screen map --out x.png" \
    "case real.gpkg responsible --at 116.4,39.9"; do
    # shellcheck disable=SC2086
    expect 4 "nobody: $command" "$program" $command
    # shellcheck disable=SC2086
    expect 4 "claimed: $command" "$program" $command --as chief
done
check "nothing was written" '[ ! -e x.geojson ] && [ ! -e x.png ]'
expect 4 "the wrong password" "$program" check real.gpkg --as chief --password-file zhang.pw
expect 4 "an unknown name" "$program" check real.gpkg --as nobody --password-file zhang.pw
expect 2 "a password for nobody" "$program" check real.gpkg --password-file chief.pw
expect 0 "the right one" "$program" check real.gpkg --as chief --password-file chief.pw
expect 0 "from a descriptor" sh -c '"$0" check real.gpkg --as chief --password-fd 7 7<chief.pw' "$program"
expect 0 "export" "$program" export real.gpkg catalogue c.xlsx --as chief --password-file chief.pw

# Others; what they lack they are told.
# shellcheck disable=SC2086
expect 0 "add" user add zhang --role dispatcher --password-file zhang.pw --must-change $chief
expect 4 "has to change it first" "$program" case real.gpkg list --as zhang --password-file zhang.pw
check "says so" 'grep -q old-password-file err'
expect 4 "to another one" user set-password zhang --old-password-file zhang.pw --password-file zhang.pw
expect 4 "with the old one" user set-password zhang --old-password-file chief.pw --password-file own.pw
expect 0 "changes it" user set-password zhang --old-password-file zhang.pw --password-file own.pw
expect 0 "works" "$program" case real.gpkg list --as zhang --password-file own.pw --json
expect 4 "may not keep accounts" user add mole --role admin --as zhang --as-password-file own.pw
check "says what is missing" 'grep -q "account:change" err'
expect 4 "nor list them" user list --as zhang --as-password-file own.pw
expect 4 "nor import" "$program" import real.gpkg places chief.pw --as zhang --password-file own.pw
# shellcheck disable=SC2086
expect 4 "nobody twice" user add zhang --role filer $chief
# shellcheck disable=SC2086
expect 0 "post" user post zhang add --role supervisor --from 2026-11-01 --to 2026-12-31 $chief --json
check "with its days" 'grep -q "\"from\":\"2026-11-01\"" out && grep -q "\"to\":\"2026-12-31\"" out'
# shellcheck disable=SC2086
expect 0 "ends" user post zhang end --role supervisor --to 2026-11-30 $chief --json
check "earlier" 'grep -q "\"to\":\"2026-11-30\"" out'
# shellcheck disable=SC2086
expect 2 "not a day" user post zhang add --role supervisor --from soon $chief
# shellcheck disable=SC2086
expect 4 "the last administrator stays" user disable chief $chief
# shellcheck disable=SC2086
expect 0 "disable" user disable zhang $chief
expect 4 "may nothing" "$program" case real.gpkg list --as zhang --password-file own.pw
# shellcheck disable=SC2086
expect 0 "enable" user enable zhang $chief
expect 0 "may again" "$program" case real.gpkg list --as zhang --password-file own.pw
# shellcheck disable=SC2086
expect 0 "sessions" user sessions --json $chief
check "are told, without tokens" 'grep -q "\"user\":\"zhang\"" out && ! grep -q token out'
expect 0 "render as somebody" "$program" render real.gpkg --screen map --size 800x600 --out x.png \
    --as zhang --password-file own.pw
expect 2 "usage" user
expect 2 "usage of admin" "$program" admin nothing
expect 0 "help" "$program" admin --help

# Too many wrong ones: held up, whoever it is, and told for how long.
for name in chief nobody; do
    for attempt in 1 2 3 4; do
        "$program" check real.gpkg --as $name --password-file common.pw >/dev/null 2>&1 || true
    done
    expect 4 "$name waits" "$program" check real.gpkg --as $name --password-file common.pw
done

# No password anywhere in what is left behind.
for secret in correct-Horse-7-staple another-Good-one-5 my-own-Secret-44; do
    check "$secret is in no file" '! grep -rqa --include="real.gpkg*" -e "$secret" . &&
        ! grep -rqa -e "$secret" "$HOME"'
done

# Demo and drill believe what they are told, and know nobody they do not know.
expect 0 "drill" "$program" init drill.gpkg --district 110101 --name 东城区 --drill
expect 0 "as admin1" "$program" check drill.gpkg
expect 0 "a claim" "$program" case drill.gpkg list --as dispatcher1
expect 4 "an unknown user" "$program" case drill.gpkg list --as nobody
expect 4 "what a claim does not give" "$program" admin user drill.gpkg list --as dispatcher1
expect 4 "export without the right" "$program" export drill.gpkg cases x.csv --as acceptor1
expect 0 "disable there" "$program" admin user drill.gpkg disable analyst1
expect 4 "as somebody disabled" "$program" case drill.gpkg list --as analyst1

echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
