#!/usr/bin/env bash
# The threads of the sampler share nothing that one of them writes. Needs clang with its thread sanitizer.
#
#   tests/security/threads.sh [FOLDER]      default: build/threads
set -euo pipefail
top=$(realpath -- "$(dirname -- "$0")/../..")
build=${1:-$top/build/threads}
cmake -S "$top" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Debug -DCMAKE_CXX_COMPILER=clang++ -DCMAKE_C_COMPILER=clang \
    '-DCMAKE_CXX_FLAGS=-O1 -g1 -fsanitize=thread' -DBOTE_TESTS=OFF >/dev/null
cmake --build "$build" --target bote
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cat >"$scratch/ranges.yaml" <<'YAML'
dau: 1M to 3M
writes_per_user: 1/day to 9/day
reads_per_user: triangular(5/day, 20/day, 90/day)
object_size: 1 KB to 7 KB
retention: 1 year to 5 years
growth: 10% to 80%
horizon: 3 years
tiers:
  queue: {kind: kafka, load: writes, message: object_size, keeps: 1 day to 7 days}
scenarios:
  big: {dau: 10M to 30M}
expect: [storage < 100 TB at 90%, peak_qps < 10k/s at 99%]
correlate: {dau with reads_per_user: 0.7}
YAML
export TSAN_OPTIONS='halt_on_error=1 exitcode=66'
runs=0
run() {
    local code=0
    "$build/bote" "$@" >/dev/null 2>"$scratch/errors" || code=$?
    if [ "$code" != 0 ] && [ "$code" != 1 ]; then
        cat "$scratch/errors"
        echo "bote $*: exit code $code"
        exit 1
    fi
    runs=$((runs + 1))
}
for samples in 1000 100000 1000000; do
    run "$scratch/ranges.yaml" --samples "$samples"
    run "$scratch/ranges.yaml" --samples "$samples" --format json --all
    run check "$scratch/ranges.yaml" --samples "$samples"
done
run drivers "$scratch/ranges.yaml" storage
run timeline "$scratch/ranges.yaml" storage --until '5 years'
run sweep "$scratch/ranges.yaml" retention=1d..1000d storage
run solve "$scratch/ranges.yaml" retention 'storage < 100 TB at 90%'
run compare "$scratch/ranges.yaml" --set retention='2 years'
echo "$runs runs without a race"
