#!/usr/bin/env bash
# Fails every system call that `bote embed` makes with a file, one a run, and a full disk at every write: the document
# must then be the old one or the whole new one, and nothing may be left beside it. The same for signals while a long
# answer is written, and for a file over its limit. Needs strace.
#
#   tests/documents/faults.sh [BOTE]      default: build/release/bote
set -euo pipefail
here=$(dirname -- "$(realpath -- "$0")")
bote=$(realpath -- "${1:-$here/../../build/release/bote}")
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch"

printf '<!-- bote: value tinyurl storage -->\n<!-- /bote -->\n' >old
cp old note.md && "$bote" embed note.md >/dev/null && cp note.md new
cp old note.md && strace -o calls "$bote" embed note.md >/dev/null

no_part() {
    if find . -name '*.part' | grep -q .; then
        echo "$1: a part is left"
        exit 1
    fi
}

runs=0 kept=0
for call in openat read newfstatat access fchmod write fsync close rename; do
    count=$(grep -c "^$call(" calls || true)
    for number in $(seq 1 "$count"); do
        for error in EIO ENOSPC; do
            cp old note.md
            status=0
            strace -o /dev/null -e trace="$call" -e inject="$call:error=$error:when=$number" \
                "$bote" embed note.md >/dev/null 2>&1 || status=$?
            runs=$((runs + 1))
            if cmp -s old note.md; then kept=$((kept + 1)); fi
            if ! cmp -s old note.md && ! cmp -s new note.md; then
                echo "$call $number, $error: the document is neither old nor new (exit $status)"
                exit 1
            fi
            if cmp -s old note.md && [ "$status" -eq 0 ]; then
                echo "$call $number, $error: nothing is written, but the exit code is 0"
                exit 1
            fi
            no_part "$call $number, $error"
        done
    done
done
# A signal while a long answer is written, and a file that may not grow: the old one stays.
for signal in INT TERM HUP; do
    echo old >long.csv
    # A shell without job control has its background jobs ignore SIGINT.
    env --default-signal=INT "$bote" sweep twitter dau=1M..1B --steps 200000 -o long.csv &
    job=$!
    for _ in $(seq 100); do
        find . -name '*.part' | grep -q . && break
        sleep 0.05
    done
    kill -s "$signal" "$job"
    wait "$job" && { echo "SIG$signal: ended as if nothing had happened"; exit 1; }
    [ "$(cat long.csv)" = old ] || { echo "SIG$signal: the old file is gone"; exit 1; }
    no_part "SIG$signal"
done
status=0
(ulimit -f 1 && exec "$bote" twitter --format json -o long.csv) 2>message || status=$?
[ "$status" -eq 3 ] && [ "$(cat long.csv)" = old ] && grep -q 'cannot write' message ||
    { echo "a file over its limit: exit $status"; exit 1; }
no_part 'a file over its limit'

echo "$runs runs with a fault: the old document in $kept, the whole new one in $((runs - kept))"
