#!/bin/bash
# Usage: tests/editor/completions.sh BOTE. Completions in bash, zsh and fish, each asked as at a prompt but without a
# terminal: zsh gets one of its own by zpty. Each line below is typed, and completed where it ends.
set -euo pipefail
bote=$(realpath -- "$1")
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
mkdir "$scratch/bin"
ln -s "$bote" "$scratch/bin/bote"
export PATH=$scratch/bin:$PATH
cd "$scratch"
printf 'writes: 1k/s\nscenarios: {calm: {writes: 10/s}, flash: {writes: 5k/s}}\n' >shop.bote.yaml

# What is typed, and a word that has to be offered.
cases='
bote est|estimate
bote tin|tinyurl
bote check tinyurl --format sa|sarif
bote check tinyurl --format=sa|sarif
bote tinyurl --prof|--profile
bote tinyurl --profile opt|optimized
bote explain tinyurl peak_q|peak_qps
bote value tinyurl storage peak_q|peak_qps
bote tinyurl --set write|writes=
bote shop.bote.yaml --scenario fl|flash
bote tiers load|load_balancer
bote explain sho|shop.bote.yaml
bote completions z|zsh
'

cat >"$scratch/in_bash" <<'END'
source <(bote completions bash)
line=$1
COMP_WORDS=()
for word in $line; do  # as readline parts them
    while [[ $word == *=* ]]; do COMP_WORDS+=("${word%%=*}" =) word=${word#*=}; done
    [[ -n $word ]] && COMP_WORDS+=("$word")
done
COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
_bote 2>/dev/null
printf '%s\n' "${COMPREPLY[@]}"
END

cat >"$scratch/in_zsh" <<'END'
zmodload zsh/zpty
zpty shell zsh -f -i
expect() {  # a text, in what the shell writes from now on
    local piece all= deadline=$((SECONDS + 20))
    while ((SECONDS < deadline)); do
        if zpty -r -t shell piece; then all+=$piece; else sleep 0.02; fi
        [[ $all == *"$1"* ]] && return 0
    done
    print -r -- "$all"
    return 1
}
zpty -w shell "PS1='> ' LISTMAX=0 TERM=dumb; cd ${(q)PWD}; PATH=${(q)PATH}"
zpty -w shell 'autoload -U compinit; compinit -u -D; source <(bote completions zsh); bindkey "^I" complete-word; print rea''dy'
expect ready || exit 1
zpty -w -n shell "$1"$'\t'
expect "$2"
END

cat >"$scratch/in_fish" <<'END'
bote completions fish | source
complete --do-complete $argv[1]
END

failed=0
count=0
while IFS='|' read -r line word; do
    [ -n "$line" ] || continue
    for shell in bash fish; do
        count=$((count + 1))
        offered=$($shell "$scratch/in_$shell" "$line" | cut -f1)
        grep -qxF -e "$word" -e "--format=$word" -e "$word " <<<"$offered" ||
            { failed=$((failed + 1)); echo "$shell: '$line' does not offer '$word' but: $offered"; }
    done
    count=$((count + 1))
    # What the line becomes.
    typed=${line##* }
    case $line in *=*) ending=${word#"${typed#*=}"} ;; *) ending=${word#"$typed"} ;; esac
    zsh -f "$scratch/in_zsh" "$line" "$ending" >"$scratch/zsh.log" ||
        { failed=$((failed + 1)); echo "zsh: '$line' does not become '$word':"; cat -v "$scratch/zsh.log"; }
done <<<"$cases"
echo "completions: $((count - failed)) of $count"
[ "$failed" = 0 ]
