#!/usr/bin/env bash
# What `bote tinyurl` costs as a whole process, next to a static C program that only returns 0: the least that any
# program costs on this machine. The two run in turn (see pairs.c), so only the ratio is worth comparing between days.
#
#   tests/bench/startup.sh [BOTE [PAIRS]]      default: build/release/bote, 300 pairs
set -euo pipefail
here=$(dirname -- "$(realpath -- "$0")")
bote=$(realpath -- "${1:-$here/../../build/release/bote}")
[ -x "$bote" ] || { echo "startup.sh: no program $bote: build the release preset first" >&2; exit 2; }
pairs=${2:-300}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

echo 'int main(void) { return 0; }' >"$scratch/empty.c"
cc -O2 -static "$scratch/empty.c" -o "$scratch/empty"
cc -O2 "$here/pairs.c" -o "$scratch/pairs"
printf '%s: %s bytes, %s pairs\n' "${bote##*/}" "$(stat -c %s "$bote")" "$pairs"
"$scratch/pairs" "$pairs" bote "$bote" tinyurl -- empty "$scratch/empty"
