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
# What is still reachable at the end are the tables of the libraries.
valgrind --quiet --error-exitcode=1 --leak-check=full --show-leak-kinds=definite --errors-for-leak-kinds=definite \
    "$tests" --filenames-as-tags '[#golden_test],[#errors_test],[#session_test]'
