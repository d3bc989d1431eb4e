#!/usr/bin/env bash
# The same question has the same answer, byte for byte, whatever the machine looks like: locale, time zone, number of
# processors, vector instructions, where the kernel puts the program, how small its stack is, and which compiler built
# it with which options. Needs setarch and taskset; localedef for locales that the system lacks.
#
#   tests/security/determinism.sh [BOTE...]      default: build/release/bote; all builds have to agree
set -euo pipefail
here=$(dirname -- "$(realpath -- "$0")")
builds=()
for build in "${@:-$here/../../build/release/bote}"; do builds+=("$(realpath -- "$build")"); done
presets=$(realpath -- "$here/../../presets")
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch"
cp "$presets"/*.yaml .
cat >ranges.yaml <<'YAML'
dau: 1M to 3M
writes_per_user: 1/day to 9/day
reads_per_user: triangular(5/day, 20/day, 90/day)
object_size: 1 KB to 7 KB
retention: 1 year to 5 years
zipf_exponent: 0.5 to 1.5
growth: 10% to 80%
horizon: 3 years
expect: [storage < 100 TB at 90%, peak_qps < 1k/s]
correlate: {dau with reads_per_user: 0.7}
YAML
cat >plain.yaml <<'YAML'
dau: 1.7M
writes_per_user: 3/day
object_size: 1.3 KB
growth: 37%
horizon: 3 years
retention: 5 years
expect: [storage < 100 TB]
YAML
{
    echo 'dau: 1M'
    echo 'define:'
    for i in $(seq 300); do
        echo "  e$i: exp($i / 37)"
        echo "  l$i: ln($i * 1.37)"
        echo "  p$i: ($i / 7) ^ ($i / 91)"
        echo "  t$i: log10($i / 3)"
    done
} >digits.yaml

# Each command, its exit code, all it writes.
answers() {
    local bote=$1 each
    ask() { "$bote" "$@" </dev/null 2>&1 || echo "[exit $?]"; }
    for each in "$presets"/*.yaml; do ask "$(basename "$each")" --format json; done
    for each in json csv svg html markdown table; do ask ranges.yaml --format "$each"; done
    ask digits.yaml --format json
    ask ranges.yaml --exact --samples 100k --format json
    ask ranges.yaml --samples 1M --percentiles 1,50,99.9 --format json
    ask drivers ranges.yaml storage --format json
    ask solve ranges.yaml dau 'storage <= 10 TB at 90%' --format json
    ask solve plain.yaml dau 'storage <= 10 TB' --format json
    ask timeline plain.yaml storage --format json
    ask sweep plain.yaml dau=1k..1B storage peak_qps --steps 3000 --format csv
    ask explain plain.yaml storage --format json
    ask compare plain.yaml --set dau=2M --format json
    ask practice --seed 7
    ask missing.yaml
    ask plain.yaml --set dua=1
}

sum() { answers "$1" | sha256sum | cut -d' ' -f1; }

first=${builds[0]}
answers "$first" >expected
[ "$(grep -c '^\[exit 2\]$' expected)" = 2 ] || { echo 'other answers are errors than the two that are meant to be'; exit 1; }
expected=$(sha256sum <expected | cut -d' ' -f1)
failed=0
same() {
    local name=$1 found=$2
    if [ "$found" = "$expected" ]; then
        echo "same      $name"
    else
        echo "DIFFERENT $name"
        failed=1
    fi
}

export LOCPATH=$scratch/locales
mkdir "$LOCPATH"
for locale in de_DE tr_TR; do localedef -i $locale -f UTF-8 "$LOCPATH/$locale.UTF-8" 2>/dev/null || true; done
for locale in C de_DE.UTF-8 tr_TR.UTF-8 xx_XX.NONE; do same "locale $locale" "$(LC_ALL=$locale LANG=$locale sum "$first")"; done
for zone in UTC America/St_Johns Asia/Kathmandu nowhere; do same "time zone $zone" "$(TZ=$zone sum "$first")"; done
same 'one processor' "$(taskset -c 0 bash -c "$(declare -f answers sum); presets='$presets' sum '$first'")"
without() { GLIBC_TUNABLES="glibc.cpu.hwcaps=$1" sum "$first"; }
same 'without AVX-512' "$(without -AVX512F,-AVX512VL,-AVX512DQ,-AVX512BW)"
same 'without AVX-512 and AVX2' "$(without -AVX512F,-AVX512VL,-AVX512DQ,-AVX512BW,-AVX2)"
same 'without AVX-512, AVX2 and FMA' "$(without -AVX512F,-AVX512VL,-AVX512DQ,-AVX512BW,-AVX2,-FMA,-FMA4)"
same 'without AVX-512, AVX2, FMA and AVX' "$(without -AVX512F,-AVX512VL,-AVX512DQ,-AVX512BW,-AVX2,-FMA,-FMA4,-AVX)"
same 'addresses not random' "$(setarch -R bash -c "$(declare -f answers sum); presets='$presets' sum '$first'")"
same 'a stack of 256 KB' "$(ulimit -s 256; sum "$first")"
same 'an environment of 100 KB' "$(FILLED=$(head -c 100000 /dev/zero | tr '\0' x) sum "$first")"
for other in "${builds[@]:1}"; do same "$other" "$(sum "$other")"; done
[ $failed = 0 ] || exit 1
echo "$(wc -c <expected) bytes of answers, the same everywhere"
