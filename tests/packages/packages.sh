#!/bin/bash
# Makes the packages, and tries each in a bare Debian 12: the .deb of the program, that of the library with a project
# that is built against it, the tarball and the wheel. Needs root, and a tool that runs a command in a clean root.
#
#   CLEANROOT=/tmp/cleanroot tests/packages/packages.sh [TOOL]      default: ../shared/tools/cleanroot
#
# BOTE_BUILT=1 takes the packages that an earlier run has made.
set -euo pipefail
cd "$(dirname -- "$0")/../.."
tool=${1:-../shared/tools/cleanroot}
export CLEANROOT=${CLEANROOT:-/tmp/cleanroot}
packages=build/packages

step() { printf '\n== %s (after %s s)\n' "$1" "$SECONDS"; }

if [ "${BOTE_BUILT:-0}" != 1 ]; then
    rm -rf $packages
    step 'program'
    cmake --preset release -DBOTE_ZSH_COMPLETIONS=share/zsh/vendor-completions >/dev/null
    cmake --build --preset release
    cpack --config build/release/CPackConfig.cmake -G 'DEB;TGZ' -B $packages >/dev/null
    step 'wheel'
    cmake --install build/release --component runtime --prefix build/prefix >/dev/null
    src/packaging/wheel.py build/prefix $packages
    step 'library'
    cmake --preset library >/dev/null
    cmake --build --preset library
    cpack --config build/library/CPackConfig.cmake -G DEB -B $packages >/dev/null
    rm -rf $packages/_CPack_Packages
fi
ls -l $packages

step 'clean root'
CLEANROOT_KEEP=${CLEANROOT_KEEP:-0} "$tool" true
rm -rf "$CLEANROOT/packages"
cp -r $packages "$CLEANROOT/packages"
CLEANROOT_KEEP=1 "$tool" 'tests/packages/try.sh /packages'
