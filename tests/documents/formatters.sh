#!/usr/bin/env bash
# What formatters and renderers make of bote's Markdown. prettier must leave it as it is, markdownlint must have nothing
# to say (but for the length of lines: tables have no line breaks), and a document that was formatted must be fresh.
# Needs node; the packages are fetched into a scratch folder, or taken from the one in NODE_TOOLS.
#
#   tests/documents/formatters.sh [BOTE]      default: build/release/bote
set -euo pipefail
here=$(dirname -- "$(realpath -- "$0")")
top=$(realpath -- "$here/../..")
bote=$(realpath -- "${1:-$top/build/release/bote}")
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
tools=${NODE_TOOLS:-$scratch/tools}
[ -d "$tools/node_modules/prettier" ] ||
    npm install --silent --prefix "$tools" prettier@3.10 markdownlint-cli2@0.22 >/dev/null
prettier=$tools/node_modules/.bin/prettier
lint=$tools/node_modules/.bin/markdownlint-cli2
cd "$scratch"
echo '{"config": {"MD013": false}}' >.markdownlint-cli2.jsonc

cp "$top/tests/golden/design.md" "$top/tests/golden/tinyurl.yaml" .
echo "# Page" >chat.md
"$bote" new Chat --doc >>chat.md
sed -i '1a\\' chat.md
mkdir pages
for preset in $("$bote" presets --format csv | tail -n +2 | cut -d, -f1); do
    "$bote" "$preset" >"pages/$preset.md"
    "$bote" "$preset" --all >"pages/$preset-all.md"
    "$bote" check "$preset" >"pages/$preset-check.md"
done
"$bote" timeline tinyurl storage qps --set growth=40% >pages/timeline.md
"$bote" sweep tinyurl hot_fraction=1%..50% >pages/sweep.md
"$bote" solve tinyurl hot_fraction 'cache_memory <= 100 GB' >pages/solve.md
"$bote" drivers tinyurl storage >pages/drivers.md
"$bote" explain tinyurl >pages/explain.md
"$bote" compare tinyurl twitter >pages/compare.md
"$bote" presets >pages/presets.md
"$bote" quantities >pages/quantities.md
"$bote" constants >pages/constants.md
"$bote" units >pages/units.md
"$bote" diagram twitter >pages/diagram.md
"$bote" twitter --scenario 10x >pages/failure.md

"$prettier" --check design.md chat.md
"$lint" design.md chat.md
"$prettier" --write design.md chat.md >/dev/null
"$bote" embed --check design.md chat.md
"$prettier" --write --prose-wrap always --print-width 60 design.md chat.md >/dev/null
"$bote" embed --check design.md chat.md
"$prettier" --check pages
echo '{"config": {"MD013": false, "MD041": false}}' >.markdownlint-cli2.jsonc  # listings have no title
"$lint" "pages/*.md"
echo "all pages are stable"
