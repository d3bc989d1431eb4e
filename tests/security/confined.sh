#!/usr/bin/env bash
# What bote does to the system while it answers: it starts no other program, opens no connection, and opens no file but
# those that are named, presets of that name, and what its libraries read. Needs strace.
#
#   tests/security/confined.sh [BOTE]      default: build/release/bote
set -euo pipefail
here=$(dirname -- "$(realpath -- "$0")")
bote=$(realpath -- "${1:-$here/../../build/release/bote}")
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch"
export HOME=$scratch/home XDG_CONFIG_HOME=$scratch/config XDG_DATA_HOME=$scratch/data
printf 'dau: 1M to 3M\nwrites_per_user: 1/day\nobject_size: 1 KB\nexpect: [storage < 1 PB]\n' >own.yaml
printf '# Note\n\n<!-- bote: value own.yaml storage -->\n<!-- /bote -->\n' >note.md
printf 'name: $(touch broken)\ndau: 1M\nwrites_per_user: "`touch broken`"\n' >shell.yaml

runs=0
input=/dev/null
confined() {
    strace -f -o calls -e trace=execve,socket,connect,openat,open,creat,unlink,rename "$bote" "$@" \
        >/dev/null 2>&1 <"$input" || true
    runs=$((runs + 1))
    if [ "$(grep -c 'execve(' calls)" -ne 1 ] || grep -qE '(socket|connect)\(' calls; then
        echo "bote $*: starts a program or opens a connection"
        exit 1
    fi
    # By their names: what was named, what lies below this folder, what every program opens.
    if grep -oE '(openat|open|creat)\([^"]*"[^"]*"' calls | sed 's/.*"\(.*\)"/\1/' |
        grep -vE '^(/etc/ld\.so|/lib|/usr/lib|/proc/|/sys/devices/system/cpu|/dev/null)|^[^/]|^'"$scratch" | grep .; then
        echo "bote $*: opens the files above"
        exit 1
    fi
}

# An agent's session, in which every call is answered, and an editor's.
call() { printf '{"jsonrpc":"2.0","id":%s,"method":"tools/call","params":{"name":"%s","arguments":%s}}\n' "$@"; }
{
    echo '{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18"}}'
    call 2 estimate '{"workload":"own.yaml"}'
    call 3 explain '{"workload":"dau: 5M\nwrites: dau * 1/day\n","quantity":"writes"}'
    call 4 check '{"workload":"tinyurl","set":["--output=written"]}'
    call 5 estimate '{"workload":"--output=written"}'
} >agent
message() { printf 'Content-Length: %s\r\n\r\n%s' "${#1}" "$1"; }
{
    message '{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"capabilities":{}}}'
    message '{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{"uri":"file:///etc/passwd.bote.yaml","languageId":"yaml","version":1,"text":"dua: 5M\n"}}}'
    message '{"jsonrpc":"2.0","id":2,"method":"shutdown"}'
} >editor
input=agent confined mcp
input=editor confined lsp
[ ! -e written ]

for workload in tinyurl twitter own.yaml shell.yaml missing.yaml; do
    for format in table markdown html svg csv json; do confined "$workload" --format "$format"; done
    confined explain "$workload" storage
    confined check "$workload" --strict
    confined timeline "$workload" storage --until '3 years' --set growth=10%
    confined sweep "$workload" dau=1M..1B storage -o "sweep.csv"
    confined drivers "$workload" storage
    confined solve "$workload" dau 'storage <= 1 PB'
    confined compare "$workload" --set dau=2M
done
confined embed note.md
confined embed --check note.md
confined practice --seed 1
confined presets
confined new Chat -o chat.yaml
[ ! -e broken ] || { echo 'a shell ran'; exit 1; }
echo "$runs runs: no other program, no connection, no file but those that are named"
