#!/bin/bash
# Usage: tests/editor/action.sh BOTE. What the GitHub action runs, with the environment that it would have; JUnit and
# SARIF as other programs read them; the hooks of pre-commit where that is there.
set -euo pipefail
bote=$(realpath -- "$1")
top=$(realpath -- "$(dirname -- "$0")/../..")
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch"
printf 'writes: 1k/s\nobject_size: 1 KB\nexpect: [qps == 1k/s]\n' >right.bote.yaml
printf 'writes: 1k/s\nexpect: [qps < 1/s]\n' >fails.bote.yaml
printf 'writse: 1k/s\n' >wrong.bote.yaml
printf 'It stores <!-- bote: value right.bote.yaml storage -->1 TB<!-- /bote -->.\n' >stale.md

failed=0
expect() {  # CODE FILES DOCUMENTS TEXT...: the code, and texts in what it prints or leaves in the summary
    code=$1 files=$2 documents=$3
    shift 3
    rm -f summary
    result=0
    FILES=$files DOCUMENTS=$documents COMMAND=$bote GITHUB_STEP_SUMMARY=$PWD/summary \
        "$top/.github/actions/bote/check.sh" >log 2>errors || result=$?
    [ "$result" = "$code" ] || { failed=1; echo "'$files' '$documents': $result, not $code"; cat log errors; }
    touch summary
    for text; do
        grep -qF -- "$text" log summary || { failed=1; echo "'$files' '$documents' lacks '$text'"; cat log summary; }
    done
}
expect 0 'right.bote.yaml' '' 'checks, 0 errors' '1 expectation holds'
expect 1 'right.bote.yaml fails.bote.yaml' '' '::error file=fails.bote.yaml,line=2' '| FAILS |'
expect 2 '*.bote.yaml' '' '::error file=wrong.bote.yaml,line=1,col=1'
expect 2 'none*.yaml' '' 'no files match'
expect 1 '' 'stale.md' 'stale answers' '```text'
"$bote" embed stale.md >/dev/null
expect 0 'right.bote.yaml' '*.md'

"$bote" check ./*.bote.yaml --format junit >results.xml 2>/dev/null || true
python3 - <<'END'
import xml.etree.ElementTree as tree
root = tree.parse("results.xml").getroot()
assert root.tag == "testsuites" and len(root) == 3, root
assert len(root.findall("*/testcase")) == int(root.get("tests"))
END
if command -v pre-commit >/dev/null; then
    mkdir bin hooks
    ln -s "$bote" bin/bote
    export PATH=$PWD/bin:$PATH
    cp ./*.bote.yaml hooks && cd hooks && git init -q . && git add .
    pre-commit try-repo "$top" bote-check --files right.bote.yaml >../log 2>&1 || { failed=1; cat ../log; }
    pre-commit try-repo "$top" bote-check --files fails.bote.yaml >../log 2>&1 && { failed=1; cat ../log; }
fi
[ "$failed" = 0 ] && echo "action: all as expected"
