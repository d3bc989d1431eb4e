#!/usr/bin/env bash
# Builds the fuzz targets with ASan and UBSan (clang, libFuzzer) and runs each for so many seconds, from the corpus and
# from what the project holds anyway. What is found stands in BUILD/found; exit code 1 where anything is.
#
#   tests/fuzz/fuzz.sh [SECONDS] [TARGET...]      default: 30 seconds, all targets
#   BOTE_FUZZ_BUILD=FOLDER                        default: build/fuzz
#   BOTE_FUZZ_MERGE=COUNT                         adds so many of the inputs that were grown to tests/fuzz/corpus: those
#                                                 that reach most (pick.py)
set -euo pipefail
top=$(realpath -- "$(dirname -- "$0")/../..")
build=${BOTE_FUZZ_BUILD:-$top/build/fuzz}
seconds=${1:-30}
[ $# -gt 0 ] && shift
readonly most_megabytes=512 most_seconds=10 most_bytes=4096

cmake -S "$top" -B "$build" -G Ninja -DCMAKE_CXX_COMPILER=clang++ -DCMAKE_C_COMPILER=clang -DCMAKE_BUILD_TYPE=Debug \
    -DCMAKE_CXX_FLAGS='-O1 -gline-tables-only' -DBOTE_SANITIZE=ON -DBOTE_FUZZ=ON -DBOTE_TESTS=OFF >/dev/null
names=("$@")
[ $# -gt 0 ] || mapfile -t names < <(basename -s .cpp "$top"/tests/fuzz/targets/*.cpp)
cmake --build "$build" --target "${names[@]/%/_fuzz}"

# What the project holds anyway, as inputs of a target: a letter chooses the question where the target takes one.
seed() {
    local folder=$1 from number=0
    case $2 in
        answers)
            for from in "$top"/presets/*.yaml "$top"/tests/{golden,spelling,errors}/*.yaml; do
                number=$((number + 1))
                { printf "\\x$(printf %x $((97 + number % 16)))\\x$(printf %x $((97 + number % 14)))"; cat "$from"; } \
                    >"$folder/$(basename "$from")"
            done ;;
        agent)
            for from in "$top"/presets/*.yaml; do
                number=$((number + 1))
                { printf "\\x$(printf %x $((97 + number % 4)))quantity=storage\ninput=dau\ncondition=storage < 1 PB\nworkload:\n"
                    cat "$from"; } >"$folder/$(basename "$from")"
            done ;;
        editor)
            for from in "$top"/presets/*.yaml "$top"/tests/{golden,spelling,errors}/*.yaml "$top"/tests/golden/*.md; do
                number=$((number + 1))
                case $from in *.md) printf b ;; *) printf a ;; esac >"$folder/$(basename "$from")"
                # What stands in a line of its middle is typed.
                awk -v line=$((number % 20 + 1)) 'NR == line { sub(/[^ ]+/, "|&|") } 1' "$from" >>"$folder/$(basename "$from")"
            done ;;
        embed)
            for from in "$top"/tests/golden/*.md; do
                { printf a; cat "$from"; } >"$folder/check-$(basename "$from")"
                { printf e; cat "$from"; } >"$folder/fill-$(basename "$from")"
            done ;;
        command_line)
            grep -hoE '^\$ bote [^|<>`]+$' "$top"/tests/golden/*.txt "$top"/README.md | sort -u | while IFS= read -r from; do
                number=$((number + 1))
                { printf "\\x$(printf %x $((97 + number % 2)))"; xargs -n1 <<<"${from#* bote }" 2>/dev/null || true; } >"$folder/$number"
            done ;;
        settings)
            grep -hoE -- "--(set|define) ('[^']+'|[^ '\`]+)" "$top"/tests/golden/*.txt "$top"/README.md | sort -u |
                while IFS= read -r from; do
                    number=$((number + 1))
                    { printf "\\x$(printf %x $((97 + number % 4)))"; sed "s/^--define '*/+/; s/^--set '*//; s/'$//" <<<"$from"; } \
                        >"$folder/$number"
                done ;;
        practice)
            for from in "$top"/tests/golden/*.answers; do { printf a; cat "$from"; } >"$folder/$(basename "$from")"; done ;;
        formula)
            sed -nE 's/^ *[a-z_.]+: ([^{[#]+)$/\1/p; s/^ +- (.+)$/\1/p' "$top"/presets/*.yaml "$top"/tests/spelling/*.yaml |
                sort -u | while IFS= read -r from; do
                number=$((number + 1))
                printf '%s' "$from" >"$folder/$number"
            done ;;
    esac
}

export ASAN_OPTIONS=${ASAN_OPTIONS:-quarantine_size_mb=16:detect_leaks=1:allocator_may_return_null=1}
export UBSAN_OPTIONS=${UBSAN_OPTIONS:-print_stacktrace=1}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
failed=0
for name in "${names[@]}"; do
    grown=$build/corpus/$name
    mkdir -p "$grown" "$build/found" "$scratch/$name" "$top/tests/fuzz/corpus/$name"
    seed "$scratch/$name" "$name"
    (cd "$scratch" && "$build/${name}_fuzz" -max_total_time="$seconds" -max_len=$most_bytes -timeout=$most_seconds \
        -rss_limit_mb=$most_megabytes -print_final_stats=1 -verbosity=1 -dict="$top/tests/fuzz/bote.dict" \
        -artifact_prefix="$build/found/$name-" "$grown" "$top/tests/fuzz/corpus/$name" "$scratch/$name") \
        >"$build/$name.log" 2>&1 || failed=1
    awk -v name="$name" '/number_of_executed_units/ { runs = $2 } /average_exec_per_sec/ { rate = $2 }
        /peak_rss_mb/ { peak = $2 }
        END { printf "%-13s %9d executions, %6d/s, at most %d MB\n", name, runs, rate, peak }' "$build/$name.log"
    if [ -n "${BOTE_FUZZ_MERGE:-}" ]; then
        control=$build/$name.control
        rm -f "$control"
        mkdir "$scratch/kept" # what is replayed, or stands elsewhere
        cp "$top/tests/fuzz/corpus/$name"/* "$scratch/$name"/* "$scratch/kept" 2>/dev/null || true
        (cd "$scratch" && "$build/${name}_fuzz" -merge=1 -max_len=$most_bytes -merge_control_file="$control" \
            "$scratch/kept" "$grown") >>"$build/$name.log" 2>&1
        "$top/tests/fuzz/pick.py" "$control" "$BOTE_FUZZ_MERGE" | while IFS= read -r picked; do
            cp "$picked" "$top/tests/fuzz/corpus/$name/grown-$(sha1sum "$picked" | cut -c1-12)"
        done
        rm -r "$scratch/kept"
    fi
done
[ $failed = 0 ] || grep -hE '^(==[0-9]+==ERROR|SUMMARY|artifact_prefix|.*runtime error)' "$build"/*.log
exit $failed
