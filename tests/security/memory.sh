#!/usr/bin/env bash
# Nothing is read before it is written, and nothing is lost, in any command of the golden files: what the sanitizers of
# the dev preset cannot see. Needs valgrind, and tests that were built without sanitizers.
#
#   tests/security/memory.sh [BOTE_TESTS]      default: build/plain/bote_tests, which is built
set -euo pipefail
top=$(realpath -- "$(dirname -- "$0")/../..")
tests=${1:-$top/build/plain/bote_tests}
if [ $# = 0 ]; then
    cmake -S "$top" -B "$top/build/plain" -G Ninja -DCMAKE_BUILD_TYPE=Debug '-DCMAKE_CXX_FLAGS_DEBUG=-O0 -g1' -DBOTE_TESTS=ON >/dev/null
    cmake --build "$top/build/plain" --target bote_tests
fi
log=$(mktemp)
trap 'rm -f "$log"' EXIT
# Valgrind computes long doubles with 64 bits, so that last digits differ and tests fail: what counts is what it finds
# itself. What is still reachable at the end are the tables of the libraries.
valgrind --quiet --log-file="$log" --leak-check=full --show-leak-kinds=definite --errors-for-leak-kinds=definite \
    "$tests" --filenames-as-tags '[#golden_test],[#errors_test],[#session_test]' >/dev/null || true
if [ -s "$log" ]; then
    head -100 "$log"
    exit 1
fi
echo 'nothing is read before it is written, and nothing is lost'
