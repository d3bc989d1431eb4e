#!/usr/bin/env bash
# What the program of the release is protected by, read off the file: no memory that is written and run, tables read-only
# once it has started, guarded stacks, checked copies, and marks for indirect jumps in all that is compiled here.
# Needs readelf and objdump.
#
#   tests/security/hardening.sh [BUILD]      default: build/release, a folder with BOTE_HARDEN
#
# Not there, and why: a position-independent program would have to adjust the 24,000 pointers of its tables at each
# start, which takes 0.2 ms of 0.8. The note that turns on indirect-branch tracking and shadow stacks for the whole
# program is set by the linker only where all archives have it, which those of the C library and yaml-cpp may lack.
# A filter for system calls costs a program as short as this one more than it could keep from it: see confined.sh for
# what it calls.
set -euo pipefail
here=$(dirname -- "$(realpath -- "$0")")
build=$(realpath -- "${1:-$here/../../build/release}")
bote=$build/bote
failed=0
check() {
    local what=$1
    shift
    if "$@"; then
        echo "there   $what"
    else
        echo "MISSING $what"
        failed=1
    fi
}

segments=$(readelf -lW "$bote")
code=$(objdump -d --no-show-raw-insn "$bote")
check 'a stack that cannot be run' grep -qE 'GNU_STACK .* RW +0x' <<<"$segments"
# shellcheck disable=SC2016
check 'no memory that is written and run' bash -c '! grep -qE "LOAD .* RWE" <<<"$0"' "$segments"
check 'tables that are read-only after the start' grep -q GNU_RELRO <<<"$segments"
check 'guarded stacks' test "$(grep -c '%fs:0x28' <<<"$code")" -gt 200
check 'targets of indirect jumps are marked' test "$(grep -c 'endbr64' <<<"$code")" -gt 2000

marked=0
unmarked=()
while IFS= read -r object; do
    if readelf -n "$object" 2>/dev/null | grep -q 'IBT, SHSTK'; then marked=$((marked + 1)); else unmarked+=("$object"); fi
done < <(find "$build/CMakeFiles" -path '*/src/*.o')
check "the mark for indirect jumps and shadow stacks on $marked objects" test "$marked" -gt 0 -a "${#unmarked[@]}" = 0
[ "${#unmarked[@]}" = 0 ] || printf '        not on %s\n' "${unmarked[@]:0:3}"
exit $failed
