#!/bin/bash
# Marks lines of the pull request, and leaves the pages in the summary of the job. All it takes comes by the environment:
# FILES, DOCUMENTS, STRICT, COMMAND, and GitHub's own GITHUB_STEP_SUMMARY and GITHUB_OUTPUT.
set -uo pipefail
shopt -s globstar nullglob
command=${COMMAND:-bote}
summary=${GITHUB_STEP_SUMMARY:-/dev/null}
code=0

worst() { [ "$1" -le "$code" ] || code=$1; }

strict=()
[ "${STRICT:-false}" = true ] && strict=(--strict)
# shellcheck disable=SC2206  # patterns are to be expanded
files=(${FILES:-})
if [ -n "${FILES:-}" ] && [ ${#files[@]} = 0 ]; then
    echo "::error title=bote::no files match '$FILES'"
    worst 2
elif [ ${#files[@]} -gt 0 ]; then
    "$command" check "${strict[@]}" --format github -- "${files[@]}" 2>/dev/null
    worst $?
    "$command" check "${strict[@]}" --format markdown -- "${files[@]}" >>"$summary"
fi
# shellcheck disable=SC2206
documents=(${DOCUMENTS:-})
if [ ${#documents[@]} -gt 0 ]; then
    stale=$("$command" embed --check -- "${documents[@]}" 2>&1)
    result=$?
    worst $result
    if [ $result != 0 ]; then
        printf '%s\n' "$stale"
        echo "::error title=bote embed::stale answers in documents; \`bote embed\` refreshes them"
        printf '## Stale answers\n\n```text\n%s\n```\n' "$stale" >>"$summary"
    fi
fi
echo "exit-code=$code" >>"${GITHUB_OUTPUT:-/dev/null}"
exit "$code"
