#!/bin/bash
# Usage: tests/packages/try.sh FOLDER, as root in a bare Debian 12. Installs and runs each package of the folder.
set -euo pipefail
packages=$1
cd "$(dirname -- "$0")"
export DEBIAN_FRONTEND=noninteractive

step() { printf '\n== %s (after %s s)\n' "$1" "$SECONDS"; }

# runs PROGRAM: whether it answers, and is what it says it is.
runs() {
    "$1" --version --verbose
    "$1" value tinyurl storage
    "$1" tinyurl >/tmp/page.md
    grep -q '^## Traffic' /tmp/page.md
    "$1" check tinyurl >/dev/null
}

has() {
    for file; do [ -s "$file" ] || { echo "no $file" >&2; exit 1; }; done
}

step 'deb'
command -v bote && { echo 'there is a bote already' >&2; exit 1; }
dpkg -i "$packages"/bote_*.deb
runs /usr/bin/bote
share=/usr/share
has $share/man/man1/bote.1 $share/bash-completion/completions/bote $share/zsh/vendor-completions/_bote \
    $share/fish/vendor_completions.d/bote.fish $share/bote/presets/tinyurl.yaml $share/bote/bote.schema.json \
    $share/bote/answers.schema.json $share/bote/SKILL.md $share/doc/bote/LICENSE $share/doc/bote/copyright
bote check $share/bote/presets/*.yaml | tail -1

step 'library'
apt-get update -qq
apt-get install -y -qq --no-install-recommends cmake g++ make "$packages"/libbote-dev_*.deb >/dev/null
cmake -S consumer -B /tmp/consumer >/dev/null
cmake --build /tmp/consumer
[ "$(/tmp/consumer/consumer)" = '365 GB = 1 GB/day * 1 year' ] || { /tmp/consumer/consumer; exit 1; }
/tmp/consumer/consumer

step 'removed'
dpkg -r libbote-dev bote >/dev/null
[ ! -e /usr/bin/bote ] && [ ! -e $share/bote ] && [ ! -e /usr/include/bote ]

step 'tarball'
mkdir -p /tmp/tarball
tar -xzf "$packages"/bote-*.tar.gz -C /tmp/tarball --strip-components=1
runs /tmp/tarball/bin/bote
has /tmp/tarball/share/man/man1/bote.1 /tmp/tarball/share/bote/bote.schema.json /tmp/tarball/share/bote/SKILL.md \
    /tmp/tarball/share/doc/bote/LICENSE

step 'wheel'
apt-get install -y -qq --no-install-recommends python3-pip python3-venv >/dev/null
python3 -m venv /tmp/venv
/tmp/venv/bin/pip install --no-index "$packages"/bote-*.whl
runs /tmp/venv/bin/bote
has /tmp/venv/share/man/man1/bote.1
/tmp/venv/bin/pip uninstall -y bote >/dev/null
[ ! -e /tmp/venv/bin/bote ]
step 'all packages install, run and go'
