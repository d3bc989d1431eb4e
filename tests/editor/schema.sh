#!/bin/sh
# Usage: tests/editor/schema.sh BOTE, from the top of the project. Two validators (python3-jsonschema, and ajv of npm,
# which a scratch folder gets) pass all valid files and all JSON answers, and flag the mistakes below.
set -eu
bote=$1
here=tests/editor
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
(cd "$scratch" && npm init -y && npm install ajv@8 yaml@2) >"$scratch/npm.log" 2>&1
cp $here/validate.js "$scratch"
"$bote" schema >"$scratch/workload.schema"
"$bote" schema json >"$scratch/answer.schema"
mkdir "$scratch/json" "$scratch/wrong"

failed=0
# all_are valid|invalid SCHEMA FILE...
all_are() {
    wanted=$1; shift
    for validator in "python3 $here/validate.py" "node $scratch/validate.js"; do
        $validator "$@" >"$scratch/answer"
        good=$(grep -c ": $wanted" "$scratch/answer" || true)
        total=$(($# - 1))
        echo "${validator##*/}: $good of $total $wanted"
        grep -v ": $wanted" "$scratch/answer" && failed=1
    done
    return 0
}

all_are valid "$scratch/workload.schema" presets/*.yaml tests/corpus/*.yaml tests/spelling/*.yaml tests/golden/store.yaml

number=0
while IFS= read -r line; do
    number=$((number + 1))
    printf '%b\n' "$line" >"$scratch/wrong/$number.yaml"
done <"$here/mistakes.txt"
all_are invalid "$scratch/workload.schema" "$scratch"/wrong/*.yaml

for preset in presets/*.yaml; do
    name=$(basename "$preset" .yaml)
    for command in estimate explain drivers check timeline; do
        "$bote" $command "$preset" --format json >"$scratch/json/$command-$name.json" 2>/dev/null ||
            [ -s "$scratch/json/$command-$name.json" ] || rm "$scratch/json/$command-$name.json"
    done
done
"$bote" estimate tinyurl twitter --format json >"$scratch/json/two.json"
"$bote" explain tinyurl --say --format json >"$scratch/json/say.json"
"$bote" value tinyurl qps --format json >"$scratch/json/value.json"
"$bote" compare tinyurl twitter --format json >"$scratch/json/compare.json"
"$bote" sweep twitter dau=1M..1B --format json >"$scratch/json/sweep.json"
"$bote" sweep tinyurl writes=1M/day..1B/day retention=1y..5y --format json >"$scratch/json/map.json"
"$bote" solve twitter dau 'app.servers <= 100' --format json >"$scratch/json/solve.json"
for command in presets constants 'constants latency' quantities tiers 'tiers kafka' units; do
    "$bote" $command --format json >"$scratch/json/list-$(echo "$command" | tr ' ' '-').json"
done
all_are valid "$scratch/answer.schema" "$scratch"/json/*.json
exit $failed
