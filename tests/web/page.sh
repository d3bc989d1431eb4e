#!/usr/bin/env bash
# The page in a browser, from file://: what somebody does with it, hostile files, its size and its speed; and the
# golden files under node. Needs node, npm and chromium; the packages are fetched into a scratch folder, or taken from
# NODE_TOOLS. BAD_INPUTS is a folder of files that have to be errors. SHOTS keeps the screenshots.
#
#   tests/web/page.sh [BUILD] [BOTE]      default: build/web build/release/bote
set -euo pipefail
here=$(dirname -- "$(realpath -- "$0")")
top=$(realpath -- "$here/../..")
build=$(realpath -- "${1:-$top/build/web}")
bote=$(realpath -- "${2:-$top/build/release/bote}")
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
tools=${NODE_TOOLS:-$scratch/tools}
[ -d "$tools/node_modules/playwright-core" ] && [ -d "$tools/node_modules/axe-core" ] ||
    npm install --silent --prefix "$tools" axe-core@4 playwright-core@1 >/dev/null
export NODE_PATH=$tools/node_modules

node "$here/goldens.mjs" "$build/bote_web.js"
node "$here/page.cjs" "$build/bote.html" "$bote" "$scratch"
[ -z "${SHOTS-}" ] || cp -r "$scratch/shots/." "$SHOTS"
[ -z "${BAD_INPUTS-}" ] || node "$here/hostile.cjs" "$build/bote.html" "$BAD_INPUTS"
node "$here/figures.cjs" "$build/bote.html" "$scratch"
