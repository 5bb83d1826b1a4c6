# SPDX-License-Identifier: GPL-3.0-or-later
# Finds a QGIS built for Qt 6 where GRIDWARD_QGIS says (see the top CMakeLists.txt) and defines
#   GridwardQgis::core  GridwardQgis::gui  GridwardQgis::analysis
#   GRIDWARD_QGIS_PREFIX        where its lib/ and share/qgis lie
#   GRIDWARD_QGIS_BUNDLED       true if it is ours and goes into the package
# A QGIS that is too old, or built for Qt 5, is refused: Qt 5 and Qt 6 cannot share a process.

set(GRIDWARD_QGIS_BUNDLED OFF)
if(GRIDWARD_QGIS STREQUAL "bundled")
    execute_process(COMMAND sh "${CMAKE_CURRENT_LIST_DIR}/unpack.sh"
        OUTPUT_VARIABLE GRIDWARD_QGIS_PREFIX OUTPUT_STRIP_TRAILING_WHITESPACE
        RESULT_VARIABLE unpacked)
    if(NOT unpacked EQUAL 0)
        message(FATAL_ERROR "QGIS could not be unpacked (see above)")
    endif()
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${CMAKE_CURRENT_LIST_DIR}/manifest.txt")
    set(GRIDWARD_QGIS_BUNDLED ON)
elseif(GRIDWARD_QGIS STREQUAL "system")
    set(GRIDWARD_QGIS_PREFIX "")
else()
    get_filename_component(GRIDWARD_QGIS_PREFIX "${GRIDWARD_QGIS}" ABSOLUTE)
    set(GRIDWARD_QGIS_BUNDLED ON)
endif()

if(GRIDWARD_QGIS_PREFIX)
    set(where PATHS "${GRIDWARD_QGIS_PREFIX}" NO_DEFAULT_PATH)
else()
    set(where)
endif()
# Not cached: another GRIDWARD_QGIS in the same build folder must not find the former one.
foreach(variable IN ITEMS INCLUDE_DIR CORE GUI ANALYSIS NATIVE QCA_INCLUDE QCA)
    unset(GridwardQgis_${variable} CACHE)
endforeach()
find_path(GridwardQgis_INCLUDE_DIR qgsconfig.h PATH_SUFFIXES include/qgis qgis include ${where})
find_library(GridwardQgis_CORE qgis_core PATH_SUFFIXES lib ${where})
find_library(GridwardQgis_GUI qgis_gui PATH_SUFFIXES lib ${where})
find_library(GridwardQgis_ANALYSIS qgis_analysis PATH_SUFFIXES lib ${where})
find_library(GridwardQgis_NATIVE qgis_native PATH_SUFFIXES lib ${where})
find_path(GridwardQgis_QCA_INCLUDE QtCrypto
    PATH_SUFFIXES include/Qca-qt6/QtCrypto Qca-qt6/QtCrypto qt6/Qca-qt6/QtCrypto ${where})
find_library(GridwardQgis_QCA NAMES qca-qt6 PATH_SUFFIXES lib ${where})

if(GridwardQgis_INCLUDE_DIR)
    file(STRINGS "${GridwardQgis_INCLUDE_DIR}/qgsconfig.h" line REGEX "define VERSION ")
    string(REGEX REPLACE ".*\"([0-9.]+).*" "\\1" GridwardQgis_VERSION "${line}")
    if(NOT GRIDWARD_QGIS_PREFIX)
        get_filename_component(GRIDWARD_QGIS_PREFIX "${GridwardQgis_CORE}" DIRECTORY)
        string(REGEX REPLACE "/lib(/[^/]+-linux-gnu)?$" "" GRIDWARD_QGIS_PREFIX "${GRIDWARD_QGIS_PREFIX}")
    endif()
endif()
if(GridwardQgis_CORE)
    # The library itself says which Qt it was linked to.
    execute_process(COMMAND readelf -d "${GridwardQgis_CORE}" OUTPUT_VARIABLE dynamic ERROR_QUIET)
    if(NOT dynamic MATCHES "libQt6Core\\.so")
        message(WARNING "${GridwardQgis_CORE} is not built for Qt 6; Gridward cannot use it. "
            "Use -DGRIDWARD_QGIS=bundled, or name the prefix of a QGIS >= 3.40 built for Qt 6.")
        unset(GridwardQgis_CORE CACHE)
    endif()
endif()

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(GridwardQgis
    REQUIRED_VARS GridwardQgis_CORE GridwardQgis_GUI GridwardQgis_ANALYSIS GridwardQgis_INCLUDE_DIR
        GridwardQgis_QCA_INCLUDE
    VERSION_VAR GridwardQgis_VERSION)

if(GridwardQgis_FOUND AND NOT TARGET GridwardQgis::core)
    find_package(Qt6 6.4 REQUIRED COMPONENTS Core Gui Widgets Xml Svg Sql Network Positioning PrintSupport Concurrent)
    find_package(GDAL REQUIRED)
    add_library(GridwardQgis::core SHARED IMPORTED)
    set_target_properties(GridwardQgis::core PROPERTIES
        IMPORTED_LOCATION "${GridwardQgis_CORE}"
        INTERFACE_INCLUDE_DIRECTORIES "${GridwardQgis_INCLUDE_DIR};${GridwardQgis_QCA_INCLUDE}"
        INTERFACE_LINK_LIBRARIES "Qt6::Core;Qt6::Gui;Qt6::Widgets;Qt6::Xml;Qt6::Svg;Qt6::Sql;Qt6::Network;Qt6::Positioning;Qt6::PrintSupport;Qt6::Concurrent;GDAL::GDAL")
    foreach(part IN ITEMS gui analysis)
        string(TOUPPER ${part} upper)
        add_library(GridwardQgis::${part} SHARED IMPORTED)
        set_target_properties(GridwardQgis::${part} PROPERTIES
            IMPORTED_LOCATION "${GridwardQgis_${upper}}"
            INTERFACE_LINK_LIBRARIES GridwardQgis::core)
    endforeach()
endif()
