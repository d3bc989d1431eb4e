#!/usr/bin/env bash
# Half an input is never taken for a whole one: where reading standard input or looking at a file goes wrong, the exit
# code says so and nothing is written. Needs strace.
#
#   tests/security/reading.sh [BOTE]      default: build/release/bote
set -euo pipefail
here=$(dirname -- "$(realpath -- "$0")")
bote=$(realpath -- "${1:-$here/../../build/release/bote}")
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch"
export HOME=$scratch/home XDG_DATA_HOME=$scratch/data XDG_CONFIG_HOME=$scratch/config
{
    printf 'writes: 100/s\nobject_size: 1 KB\n'
    for i in $(seq 5000); do printf '# comment %s\n' "$i"; done
} >long.yaml
checks=0
failed=0
complain() {
    echo "$*"
    failed=1
}

# The exit code, and a message of this text.
expect() {
    local what=$1 wanted=$2 code=$3 message=$4
    checks=$((checks + 1))
    [ "$code" = "$wanted" ] || complain "$what: exit code $code"
    grep -q "$message" err || complain "$what: $(head -1 err)"
}

broken='cannot read standard input: '
for words in 'value - qps' 'embed --check -' 'open -' 'practice --no-history' 'lsp' 'mcp'; do
    read -ra arguments <<<"$words"
    code=0
    strace -qq -o calls -e trace=read -P "$scratch/long.yaml" -e inject=read:error=EIO:when=1+ "$bote" "${arguments[@]}" \
        <long.yaml >out 2>err || code=$?
    expect "$words, an error" 2 $code "${broken}Input/output error"
    code=0
    "$bote" "${arguments[@]}" </tmp >out 2>err || code=$?
    expect "$words, a folder" 2 $code "${broken}Is a directory"
    code=0
    "$bote" "${arguments[@]}" <&- >out 2>err || code=$?
    expect "$words, closed" 2 $code "${broken}Bad file descriptor"
done
code=0
strace -qq -o calls -e trace=read -P "$scratch/long.yaml" -e inject=read:error=EIO:when=2 "$bote" value - qps \
    <long.yaml >out 2>err || code=$?
expect 'an error behind the first half' 2 $code "${broken}Input/output error"

# A file that cannot be looked at is there nevertheless.
for when in 1 2 3 4; do
    printf 'old\n' >there.yaml
    code=0
    strace -qq -o calls -e trace=newfstatat,stat -P there.yaml -e inject=newfstatat,stat:error=EIO:when=$when \
        "$bote" new Chat -o there.yaml >out 2>err || code=$?
    checks=$((checks + 1))
    [ "$code" = 2 ] || [ "$code" = 3 ] || complain "stat $when fails: exit code $code"
    [ "$(cat there.yaml)" = old ] || complain "stat $when fails: the old file has changed"
done

echo "$checks checks, $([ $failed = 0 ] && echo 'nothing was taken for what it is not' || echo 'some failed')"
exit $failed
