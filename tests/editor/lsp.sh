#!/bin/sh
# Usage: tests/editor/lsp.sh BOTE, from the top of the project. A session of `bote lsp` in Neovim (0.7 or newer) without
# a terminal, told as it goes and held against tests/editor/lsp.txt; BOTE_REWRITE=1 writes that instead.
set -eu
BOTE=$(realpath -- "$1")
here=tests/editor
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cp $here/session.bote.yaml "$scratch"
export BOTE SESSION_FILE="$scratch/session.bote.yaml"
timeout 60 nvim --clean --headless -n -c "luafile $here/lsp.lua" -c 'cquit' >"$scratch/told" 2>"$scratch/errors" || {
    cat "$scratch/told" "$scratch/errors"
    exit 1
}
if [ "${BOTE_REWRITE:-}" = 1 ]; then
    cp "$scratch/told" $here/lsp.txt
else
    diff $here/lsp.txt "$scratch/told"
    echo "the session is as told in $here/lsp.txt: $(grep -c . $here/lsp.txt) lines"
fi
