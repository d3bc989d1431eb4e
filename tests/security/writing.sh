#!/usr/bin/env bash
# What becomes of the file that an answer is written to when writing it goes wrong: each write, sync, close and rename
# fails in turn, the disk is full, the target is read-only, a folder, a pipe, a link, missing, or written by two at once.
# The exit code is 3, there is a message, the old file is as it was, and no temporary file stays. Needs strace.
#
#   tests/security/writing.sh [BOTE]      default: build/release/bote
set -euo pipefail
here=$(dirname -- "$(realpath -- "$0")")
bote=$(realpath -- "${1:-$here/../../build/release/bote}")
scratch=$(mktemp -d)
trap 'chmod -R u+w "$scratch"; rm -rf "$scratch"' EXIT
cd "$scratch"
export HOME=$scratch/home XDG_DATA_HOME=$scratch/data XDG_CONFIG_HOME=$scratch/config
printf 'dau: 1M\nwrites_per_user: 1/day\nobject_size: 1 KB\n' >own.yaml
note='# Note

<!-- bote: value own.yaml storage -->
old
<!-- /bote -->'
checks=0
failed=0

complain() {
    echo "$*"
    failed=1
}

# Afterwards: the exit code, a message, the old content, and nothing beside it.
refused() {
    local what=$1 code=$2 target=$3 old=$4
    checks=$((checks + 1))
    [ "$code" = 3 ] || complain "$what: exit code $code"
    [ -s err ] || complain "$what: no message"
    [ -z "$old" ] || [ "$(cat "$target")" = "$old" ] || complain "$what: the old file has changed"
    [ -z "$(find . -name '*.part')" ] || complain "$what: a temporary file stays: $(find . -name '*.part')"
    find . -name '*.part' -delete
}

written() {
    local what=$1 code=$2
    checks=$((checks + 1))
    [ "$code" = 0 ] || complain "$what: exit code $code: $(cat err)"
    [ -z "$(find . -name '*.part')" ] || complain "$what: a temporary file stays"
}

run() {
    local code=0
    "$@" >out 2>err </dev/null || code=$?
    echo $code
}

# Each way of writing: a name, the target, and the command.
ways=(
    'answer|target.md|own.yaml -o target.md'
    'rows|target.csv|sweep own.yaml dau=1M..9M --steps 60000 --format csv -o target.csv'
    'new|target.yaml|new Chat --force -o target.yaml'
    'document|note.md|embed note.md'
)

restore() {
    local target=$1
    printf '%s\n' "old" >"$target"
    [ "$target" != note.md ] || printf '%s\n' "$note" >note.md
}

# The calls of one kind that deal with the temporary file, by their number among all of that kind.
calls_on_part() {
    local call=$1
    shift
    strace -qq -y -o calls -e trace="$call" "$bote" "$@" >/dev/null 2>&1 </dev/null || true
    grep -n '\.part' calls | cut -d: -f1
}

for way in "${ways[@]}"; do
    IFS='|' read -r name target words <<<"$way"
    for fault in openat:EMFILE openat:EACCES fchmod:EPERM write:ENOSPC write:EIO fsync:EIO fsync:ENOSPC close:EIO \
        rename:EACCES rename:EXDEV; do
        restore "$target"
        # shellcheck disable=SC2086
        for nth in $(calls_on_part "${fault%:*}" $words); do
            restore "$target"
            old=$(cat "$target")
            # shellcheck disable=SC2086
            code=$(run strace -qq -o calls -e trace="${fault%:*}" -e inject="${fault%:*}:error=${fault#*:}:when=$nth" \
                "$bote" $words)
            grep -q INJECTED calls || complain "$name: no ${fault%:*} was made to fail"
            refused "$name, ${fault%:*} $nth fails with ${fault#*:}" "$code" "$target" "$old"
        done
    done
    # A signal in between.
    for signal in INT TERM HUP QUIT ALRM USR1 USR2 PIPE VTALRM PROF XCPU ABRT; do
        for call in write fsync rename; do
            restore "$target"
            # shellcheck disable=SC2086
            nth=$(calls_on_part $call $words | head -1)
            restore "$target"
            old=$(cat "$target")
            # shellcheck disable=SC2086
            code=$(run env --default-signal=$signal strace -qq -o calls -e trace=$call -e inject="$call:error=EINTR:signal=$signal:when=$nth" \
                "$bote" $words)
            checks=$((checks + 1))
            [ "$code" -gt 128 ] || complain "$name: SIG$signal at $call: exit code $code"
            [ "$(cat "$target")" = "$old" ] || complain "$name: SIG$signal at $call: the old file has changed"
            [ -z "$(find . -name '*.part')" ] || complain "$name: SIG$signal at $call: a temporary file stays"
            find . -name '*.part' -delete
        done
    done
done

# Targets that cannot be written, or are no plain files.
rm -f target.*
refused 'a missing folder' "$(run "$bote" own.yaml -o missing/page.md)" missing ''
mkdir folder
refused 'a folder' "$(run "$bote" own.yaml -o folder)" folder ''
printf 'old\n' >folder/page.md
if [ "$(id -u)" != 0 ]; then  # whom permissions do not stop
    chmod a-w folder
    refused 'a folder without permission' "$(run "$bote" own.yaml -o folder/page.md)" folder/page.md old
    chmod u+w folder
    chmod a-w folder/page.md
    refused 'a file without permission' "$(run "$bote" own.yaml -o folder/page.md)" folder/page.md old
fi
refused 'a full device' "$(run "$bote" own.yaml -o /dev/full)" /dev/null ''
code=0
"$bote" own.yaml >/dev/full 2>err || code=$?
refused 'standard output to a full device' $code /dev/null ''
code=0
"$bote" own.yaml >&- 2>err || code=$?
refused 'a closed standard output' $code /dev/null ''
code=$(run bash -c 'ulimit -f 1; exec "$0" own.yaml --format html -o folder/page.md' "$bote")
refused 'a file that may not grow' "$code" folder/page.md old

rm folder/page.md
printf 'old\n' >folder/real.md
ln -s folder/real.md link.md
written 'a link' "$(run "$bote" own.yaml -o link.md)"
[ -L link.md ] && [ "$(head -1 folder/real.md)" = '# own' ] || complain 'a link: it or its target was lost'
ln -s nowhere/page.md dangling.md
refused 'a link to a missing folder' "$(run "$bote" own.yaml -o dangling.md)" dangling.md ''
ln -s loop.md loop.md
refused 'a link to itself' "$(run "$bote" own.yaml -o loop.md)" loop.md ''
mkfifo pipe
cat pipe >from_pipe &
written 'a pipe' "$(run "$bote" own.yaml -o pipe)"
wait
[ "$(head -1 from_pipe)" = '# own' ] || complain 'a pipe: nothing came out of it'
written 'a device' "$(run "$bote" own.yaml -o /dev/null)"

# Two writers at once: one of them wins, whole.
"$bote" own.yaml --format html -o whole.html
for _ in $(seq 20); do
    "$bote" own.yaml --format html -o both.html &
    "$bote" own.yaml --format html -o both.html &
    wait
    checks=$((checks + 1))
    cmp -s <(sed 's/whole/both/' whole.html) both.html || complain 'two writers: a mixture of both'
done
[ -z "$(find . -name '*.part')" ] || complain 'two writers: a temporary file stays'

# A pipe whose reader has had enough ends quietly.
code=0
("$bote" sweep own.yaml dau=1M..9M --steps 1000000 --format csv 2>err || true) | head -1 >/dev/null || code=$?
checks=$((checks + 1))
[ "$code" = 0 ] && [ ! -s err ] || complain 'a pipe into head: it was not quiet'

# Somebody presses Ctrl-C in the midst of a long answer.
for words in 'sweep own.yaml dau=1M..9M --steps 1000000000 --format csv' \
    'own.yaml --set dau=1M_to_3M --samples 1000000000'; do
    printf 'old\n' >long.csv
    read -ra arguments <<<"$words"
    env --default-signal=INT "$bote" "${arguments[@]//_/ }" -o long.csv >/dev/null 2>err &
    sleep 1
    kill -0 $! 2>/dev/null || complain "$words: it ended by itself: $(cat err)"
    kill -INT $! 2>/dev/null || true
    begin=$(date +%s%N)
    code=0
    wait $! || code=$?
    checks=$((checks + 1))
    [ $((($(date +%s%N) - begin) / 1000000)) -lt 500 ] || complain "$words: it did not end at once"
    [ "$code" = 130 ] || complain "$words: exit code $code"
    [ "$(cat long.csv)" = old ] || complain "$words: the old file has changed"
    [ -z "$(find . -name '*.part')" ] || complain "$words: a temporary file stays"
done

echo "$checks checks, $([ $failed = 0 ] && echo 'the old file was intact in all of them' || echo 'some failed')"
exit $failed
