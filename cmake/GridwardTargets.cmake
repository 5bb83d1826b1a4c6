# SPDX-License-Identifier: GPL-3.0-or-later
# How our targets are made: language level, warnings, definitions, precompiled headers, run paths.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_CXX_VISIBILITY_PRESET hidden)
set(CMAKE_VISIBILITY_INLINES_HIDDEN ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_AUTOMOC ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}")

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM)
    # Precompiled headers carry time stamps; without these two settings every one is a miss.
    set(launcher "${CMAKE_COMMAND}" -E env
        "CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime"
        "CCACHE_BASEDIR=${CMAKE_SOURCE_DIR}" "${CCACHE_PROGRAM}")
    set(CMAKE_CXX_COMPILER_LAUNCHER ${launcher})
    set(CMAKE_C_COMPILER_LAUNCHER ${launcher})
endif()

add_library(gridward_rules INTERFACE)
target_compile_options(gridward_rules INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wnon-virtual-dtor -Woverloaded-virtual
    $<$<BOOL:${GRIDWARD_WERROR}>:-Werror>
    $<$<BOOL:${CCACHE_PROGRAM}>:-fpch-preprocess>
    "-ffile-prefix-map=${CMAKE_SOURCE_DIR}=.")
target_compile_definitions(gridward_rules INTERFACE
    QT_NO_CAST_TO_ASCII QT_NO_FOREACH
    # qgis.h relies on GCC's reading of this one; the clang of clang-tidy refuses it.
    $<$<NOT:$<BOOL:${GRIDWARD_TIDY}>>:QT_RESTRICTED_CAST_FROM_ASCII>
    GRIDWARD_VERSION="${PROJECT_VERSION}")
if(GRIDWARD_SANITIZE)
    target_compile_options(gridward_rules INTERFACE
        -fsanitize=address,undefined -fno-omit-frame-pointer -fno-sanitize-recover=undefined)
    target_link_options(gridward_rules INTERFACE -fsanitize=address,undefined)
endif()

if(GRIDWARD_TIDY)
    find_program(CLANG_TIDY NAMES clang-tidy-14 clang-tidy REQUIRED)
    set(CMAKE_CXX_CLANG_TIDY "${CLANG_TIDY}")
    set(CMAKE_DISABLE_PRECOMPILE_HEADERS ON) # clang cannot read those of GCC
    # What moc and rcc write is not ours to mend: a configuration nearer to it than ours.
    file(WRITE "${CMAKE_BINARY_DIR}/.clang-tidy" "Checks: '-*,misc-definitions-in-headers'\n")
endif()

# gridward_library(NAME [QGIS] SOURCES … [PUBLIC …] [PRIVATE …] [PCH …])
# One static library per row of the layering table, with the alias gridward::NAME. Headers are
# included by their path from the top of the source tree, which is what the layering check reads.
function(gridward_library name)
    cmake_parse_arguments(arg "QGIS" "" "SOURCES;PUBLIC;PRIVATE;PCH" ${ARGN})
    add_library(${name} STATIC ${arg_SOURCES})
    add_library(gridward::${name} ALIAS ${name})
    target_include_directories(${name} PUBLIC "${CMAKE_SOURCE_DIR}")
    target_link_libraries(${name} PUBLIC ${arg_PUBLIC} PRIVATE gridward_rules ${arg_PRIVATE})
    if(NOT arg_QGIS)
        # QGIS headers use what Qt 6 deprecates.
        target_compile_definitions(${name} PRIVATE QT_DISABLE_DEPRECATED_BEFORE=0x060400)
    endif()
    if(arg_PCH)
        target_precompile_headers(${name} PRIVATE ${arg_PCH})
    endif()
endfunction()
