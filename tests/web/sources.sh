#!/usr/bin/env bash
# The libraries of the WebAssembly build as Debian's sources, for where GitHub is out of reach: fetches them into a
# folder with apt, whose lists it leaves alone, and prints the options that CMake takes for them.
#
#   cmake --preset web $(tests/web/sources.sh FOLDER)
set -euo pipefail
mkdir -p "$1/lists/partial" "$1/archives/partial"
cd "$1"
sed 's/^Types:.*/Types: deb-src/' /etc/apt/sources.list.d/debian.sources >sources.sources
apt=(apt-get -qq -o "Dir::Etc::sourcelist=/dev/null" -o "Dir::Etc::sourceparts=$PWD/parts" -o "Dir::State::lists=$PWD/lists"
    -o "Dir::Cache::srcpkgcache=" -o "Dir::Cache::pkgcache=")
mkdir -p parts && mv sources.sources parts/debian.sources
"${apt[@]}" update >&2
for pair in CLI11=cli11 FMT=fmtlib NLOHMANN_JSON=nlohmann-json3 UTF8PROC=utf8proc YAML-CPP=yaml-cpp ZLIB=zlib; do
    package=${pair#*=}
    if [ ! -d "$package" ]; then
        "${apt[@]}" source --download-only "$package" >&2
        dpkg-source --no-check --extract "$package"_*.dsc "$package" >&2
    fi
    echo "-DFETCHCONTENT_SOURCE_DIR_${pair%=*}=$PWD/$package"
done
