#!/usr/bin/env bash
# Which lines and branches of the engine, the formulas, the units, the parsers and the renderers the tests run. Needs
# gcovr. Exit code 1 below 97% of the lines or 90% of the branches.
#
#   tests/coverage.sh [FOLDER]      default: build/coverage; a page for each file: FOLDER/coverage.html
set -euo pipefail
top=$(realpath -- "$(dirname -- "$0")/..")
build=${1:-$top/build/coverage}
export CCACHE_DISABLE=1 # the counts of a file lie beside its object

cmake -S "$top" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Debug -DCMAKE_CXX_FLAGS=-O0 -DCMAKE_UNITY_BUILD=ON -DBOTE_COVERAGE=ON >/dev/null
cmake --build "$build" --target bote_tests bote_fuzz_replay
find "$build" -name '*.gcda' -delete
ctest --test-dir "$build" --output-on-failure -j "$(nproc)" -E 'readme_example|yaml/readers'
# What runs in vectors is there in a version for each width; the narrower ones run where the C library is told to hide the
# wider instructions.
for hidden in -AVX512F -AVX512F,-AVX2; do
    GLIBC_TUNABLES=glibc.cpu.hwcaps=$hidden ctest --test-dir "$build" --output-on-failure -j "$(nproc)" -R \
        '^(engine/(compare|draw|histogram|percentile|points|tally|tape|sample|chance|rows|gather|exact)|formula/operation|render/(number_block|csv_rows)|views/sweep.*)$'
done
# Branches that only an exception takes are those of the library, not ours.
gcovr --root "$top" --object-directory "$build" --exclude-throw-branches --exclude-unreachable-branches \
    --filter "$top/src/engine/" --filter "$top/src/formula/" --filter "$top/src/units/" --filter "$top/src/yaml/" \
    --filter "$top/src/render/" --print-summary --txt "$build/coverage.txt" --html-details "$build/coverage.html" \
    --fail-under-line 97 --fail-under-branch 90
