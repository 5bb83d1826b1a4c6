#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# install-packages.sh SECTION…: installs those packages of packages.txt that are missing, and says so.
# Needs root or sudo only when something is missing.
set -eu
# `su` without `-` leaves these out, and dpkg wants them.
PATH=$PATH:/usr/local/sbin:/usr/sbin:/sbin
export PATH
list=$(dirname "$0")/packages.txt
wanted=
for section; do
    wanted="$wanted $(sed -n "s/^$section  *//p" "$list" | tr '\n' ' ')"
done
# dpkg-query prints only what it knows; whatever is not "installed" there is missing.
have=$(dpkg-query -W -f '${db:Status-Status} ${Package}\n' $wanted 2>/dev/null |
    sed -n 's/^installed //p' || true)
missing=
for package in $wanted; do
    printf '%s\n' "$have" | grep -qxF "$package" || missing="$missing $package"
done
[ -n "$missing" ] || exit 0

. /etc/os-release
if [ "${ID:-}:${VERSION_ID:-}" != debian:12 ]; then
    echo "gridward: made for Debian 12, this is ${PRETTY_NAME:-unknown}; trying all the same" >&2
fi
if [ "$(id -u)" = 0 ]; then
    as_root=
elif command -v sudo >/dev/null 2>&1; then
    as_root=sudo
else
    echo "gridward: these packages are missing, and installing them needs root or sudo:" >&2
    echo "   apt-get install --no-install-recommends$missing" >&2
    exit 1
fi
echo "== installing $(echo $missing | wc -w) Debian packages:$missing"
export DEBIAN_FRONTEND=noninteractive
run_apt() {
    # Another apt may hold the lock on a fresh machine (unattended upgrades): wait for it.
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=300 "$@" \
        >"$log" 2>&1
}
log=$(mktemp)
trap 'rm -f "$log"' EXIT
if ! run_apt update || ! run_apt install -y --no-install-recommends $missing; then
    cat "$log" >&2
    echo "gridward: installing packages failed (above is what apt said); the same by hand:" >&2
    echo "   apt-get update && apt-get install --no-install-recommends$missing" >&2
    exit 1
fi
