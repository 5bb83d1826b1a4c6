#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The recipe: builds QGIS, QCA and Qwt for Qt 6 from Debian's source packages and packs the result.
#
#   build.sh [WORKDIR]     WORKDIR (default: $GRIDWARD_CACHE/sdk-build) keeps sources and objects;
#                          a finished step is not done again, delete its .done file to repeat it.
#
# Foreign suites are read through a private apt configuration inside WORKDIR; the system's own
# sources, lists and pins stay as they are. Takes about an hour on two cores.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
cache=${GRIDWARD_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/gridward}
work=${1:-$cache/sdk-build}
jobs=${JOBS:-$(nproc)}
manifest=$here/manifest.txt
name=qgis-3.40.6-qt6.4-debian12-amd64
mkdir -p "$work"
work=$(cd "$work" && pwd)
stage=$work/stage/$name
sources=$work/sources

say() { printf '== %s  %s\n' "$(date +%H:%M:%S)" "$*"; }
# step NAME FUNCTION: runs once, its output in WORKDIR/NAME.log.
step() {
    if [ -e "$work/$1.done" ]; then
        say "$1: done before"
        return
    fi
    local begin=$SECONDS
    say "$1 (output: $work/$1.log)"
    # In the background, because `set -e` sleeps inside a condition.
    $2 >"$work/$1.log" 2>&1 &
    if ! wait $!; then
        tail -n 40 "$work/$1.log" >&2
        echo "gridward: step '$1' failed; all of its output is in $work/$1.log" >&2
        exit 1
    fi
    echo "$((SECONDS - begin)) s" >"$work/$1.done"
    say "$1: $((SECONDS - begin)) s"
}

# The package mirror is whatever the machine itself uses for its main Debian archive.
mirror() {
    { sed -nE 's/^URIs: *([^ ]+).*/\1/p' /etc/apt/sources.list.d/*.sources 2>/dev/null
      sed -nE 's/^deb +(\[[^]]*\] +)?([^ ]+).*/\2/p' /etc/apt/sources.list /etc/apt/sources.list.d/*.list 2>/dev/null
    } | grep -E '/debian/?$' | head -n 1 || true
}

fetch() {
    local from apt=$work/apt
    from=$(mirror)
    [ -n "$from" ] || { echo "no Debian archive among this machine's apt sources"; return 1; }
    mkdir -p "$apt/lists/partial" "$apt/cache/archives/partial" "$sources"
    : >"$apt/sources.list"
    local kind pkg version suite rest
    for suite in $(awk '$1=="source"{print $4}' "$manifest" | sort -u); do
        echo "deb-src [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $from $suite main" \
            >>"$apt/sources.list"
    done
    # An old Release file does no harm: what is fetched is compared with the manifest's hashes.
    local options=(-o Acquire::Check-Valid-Until=false -o Dir::Etc::SourceList="$apt/sources.list" -o Dir::Etc::SourceParts=/dev/null
        -o Dir::Etc::Preferences=/dev/null -o Dir::Etc::PreferencesParts=/dev/null
        -o Dir::State::Lists="$apt/lists" -o Dir::Cache="$apt/cache" -o APT::Sandbox::User=root)
    apt-get "${options[@]}" -q update
    cd "$sources"
    while read -r _ pkg version suite kind; do
        local only=()
        [ "$kind" = full ] || only=(--tar-only)
        apt-get "${options[@]}" -q source --download-only "${only[@]}" "$pkg=$version"
    done < <(grep '^source ' "$manifest")
    sed -n 's/^sha256 \([0-9a-f]*\) \(.*\)$/\1  \2/p' "$manifest" | sha256sum --check --strict
}

unpack() {
    cd "$work"
    rm -rf qgis qca qwt
    # Debian's own patches are applied by dpkg-source, ours after them.
    dpkg-source --no-check -x "$sources"/qgis_*.dsc qgis
    mkdir qca qwt
    tar -xf "$sources"/qca2_*.orig.tar.* -C qca --strip-components=1
    tar -xf "$sources"/qwt_*.orig.tar.* -C qwt --strip-components=1
    local patch
    for patch in "$here"/patches/*.patch; do
        echo "$patch"
        patch -d qgis -p1 --fuzz=0 <"$patch"
    done
}

# No path of the machine it was built on belongs into the result.
flags="-O2 -g0 -ffile-prefix-map=$work=."

build_qca() {
    cmake -S "$work/qca" -B "$work/qca-build" -G Ninja -DCMAKE_BUILD_TYPE=None \
        -DCMAKE_CXX_FLAGS="$flags -DNDEBUG" -DBUILD_WITH_QT6=ON -DBUILD_TESTS=OFF -DBUILD_TOOLS=OFF \
        -DBUILD_PLUGINS=ossl -DCMAKE_INSTALL_PREFIX="$stage" -DCMAKE_INSTALL_LIBDIR=lib \
        -DQCA_PREFIX_INSTALL_DIR="$stage" -DQCA_LIBRARY_INSTALL_DIR="$stage/lib" \
        -DQCA_PLUGINS_INSTALL_DIR="$stage/lib/qca-qt6" -DQCA_INCLUDE_INSTALL_DIR="$stage/include/Qca-qt6" \
        -DQCA_MAN_INSTALL_DIR="$work/discard" -DQCA_FEATURE_INSTALL_DIR="$work/discard" \
        "-DCMAKE_INSTALL_RPATH=\$ORIGIN;\$ORIGIN/../.."
    ninja -C "$work/qca-build" -j "$jobs" install
}

build_qwt() {
    cd "$work/qwt"
    sed -i -E "s#^( *QWT_INSTALL_PREFIX *= ).*#\1$stage#
        /QWT_CONFIG *\+= *Qwt(Designer|Examples|Playground|Tests|OpenGL)\$/d" qwtconfig.pri
    sed -i -E '/^ *(doc|QwtDesigner|designer|examples|playground|tests) *\\?$/d' qwt.pro
    qmake6 "QMAKE_CXXFLAGS_RELEASE=$flags" "QMAKE_LFLAGS+=-Wl,-s" qwt.pro
    make -j "$jobs" sub-src
    make -C src install
}

# QGIS compiles its prefix in. Gridward tells it another at the start, so this one only has to be
# no path of the building machine.
prefix=/usr/lib/gridward

configure_qgis() {
    mapfile -t options < <(grep -v '^#' "$here/options.txt")
    cmake -S "$work/qgis" -B "$work/qgis-build" -G Ninja -DCMAKE_BUILD_TYPE=None \
        -DCMAKE_CXX_FLAGS="$flags -DNDEBUG -DQT_NO_DEBUG" -DCMAKE_C_FLAGS="$flags -DNDEBUG" \
        -DCMAKE_PROJECT_qgis_INCLUDE="$here/pch.cmake" -DUSE_CCACHE=OFF \
        -DCMAKE_INSTALL_PREFIX="$prefix" -DCMAKE_PREFIX_PATH="$stage" \
        "-DCMAKE_INSTALL_RPATH=\$ORIGIN;\$ORIGIN/../.." -DCMAKE_SKIP_BUILD_RPATH=OFF \
        -DQWT_INCLUDE_DIR="$stage/include" -DQWT_LIBRARY="$stage/lib/libqwt.so" \
        -DQCA_INCLUDE_DIR="$stage/include/Qca-qt6/QtCrypto" -DQCA_LIBRARY="$stage/lib/libqca-qt6.so" \
        "${options[@]}"
}

# `all` would add a second, static copy of every provider and thousands of copied files.
build_core() { ninja -C "$work/qgis-build" -j "$jobs" qgis_core; }
build_analysis() { ninja -C "$work/qgis-build" -j "$jobs" qgis_analysis; }
build_gui() { ninja -C "$work/qgis-build" -j "$jobs" qgis_gui crssync; }
build_modules() {
    local modules
    mapfile -t modules < <(ninja -C "$work/qgis-build" -t targets all |
        sed -nE 's#^(output/lib/qgis/plugins/lib[^:]*\.so):.*#\1#p' | sort -u)
    printf '%s\n' "${modules[@]}"
    ninja -C "$work/qgis-build" -j "$jobs" "${modules[@]}"
}

install_qgis() {
    local part
    for part in src/native src/core src/analysis src/gui src/auth src/providers src/crssync images resources; do
        echo "-- $part"
        DESTDIR=$work/install cmake -P "$work/qgis-build/$part/cmake_install.cmake"
    done
    cp -a "$work/install$prefix/." "$stage/"
    # Half of the size for what we do not show: colour ramps by the thousand, a world map, manuals.
    rm -rf "$stage"/share/qgis/resources/{cpt-city*,data} "$stage"/share/qgis/doc \
        "$stage"/share/man "$stage"/share/{applications,icons,mime,metainfo} "$stage"/bin "$stage"/doc
    find "$stage" -name '*.so*' -type f -exec strip --strip-unneeded {} +
    strip --strip-unneeded "$stage"/lib/qgis/crssync
    # Build-tree paths in package files of QCA and Qwt: gridward finds both by their place instead.
    rm -rf "$stage"/lib/cmake "$stage"/lib/pkgconfig "$stage"/mkspecs "$stage"/features
    mkdir -p "$stage"/share/licenses
    cp "$work/qgis/COPYING" "$stage"/share/licenses/qgis.COPYING
    cp "$work/qgis/debian/copyright" "$stage"/share/licenses/qgis.debian-copyright
    cp "$work/qca/COPYING" "$stage"/share/licenses/qca.COPYING
    cp "$work/qwt/COPYING" "$stage"/share/licenses/qwt.COPYING
}

# The same files give the same archive: sorted names, one time stamp, no owners.
pack() {
    cd "$work/stage"
    # libqgis_core is let through: its picture checker, which only QGIS's own tests use, keeps the name
    # of the source folder. So build in a folder whose name may be known, such as /sdk in a chroot.
    if grep -rlaF "$work" "$name" | grep -v '/libqgis_core\.so'; then
        echo "these files name the folder they were built in: $work"
        return 1
    fi
    tar --sort=name --mtime=@1745000000 --owner=0 --group=0 --numeric-owner --format=gnu \
        -cf - "$name" | xz -9e -T1 >"$work/$name.tar.xz"
    (cd "$work" && sha256sum "$name.tar.xz")
}

begin=$SECONDS
"$here/../install-packages.sh" build sdk
step fetch fetch
step unpack unpack
step qca build_qca
step qwt build_qwt
step configure configure_qgis
step core build_core
step analysis build_analysis
step gui build_gui
step modules build_modules
step install install_qgis
step pack pack
say "finished after $(((SECONDS - begin) / 60)) min: $work/$name.tar.xz"
cat "$work/pack.log"
echo "To use it: put the file into cmake/qgis/ and its hash into the line 'archive' of cmake/qgis/manifest.txt."
