# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced by the scripts that test the program: counts what holds and what does not.
failed=0
passed=0
# expect STATUS NAME COMMAND…
expect() {
    wanted=$1
    name=$2
    shift 2
    status=0
    "$@" >out 2>err || status=$?
    if [ "$status" = "$wanted" ]; then
        passed=$((passed + 1))
    else
        echo "$name: exit status $status instead of $wanted" >&2
        cat out err >&2
        failed=$((failed + 1))
    fi
}
check() {
    if eval "$2"; then passed=$((passed + 1)); else echo "$1" >&2; failed=$((failed + 1)); fi
}
