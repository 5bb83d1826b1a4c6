# SPDX-License-Identifier: GPL-3.0-or-later
# Where everything goes when installed, and the Debian package made of it.
install(TARGETS gridward RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}")
if(GRIDWARD_QGIS_BUNDLED)
    # Always lib/, never lib/x86_64-linux-gnu: private libraries, found by RUNPATH. Named one by one, since
    # the prefix may be any.
    install(DIRECTORY "${GRIDWARD_QGIS_PREFIX}/lib/" DESTINATION lib/gridward
        USE_SOURCE_PERMISSIONS FILES_MATCHING
        PATTERN "libqgis_*.so.*" PATTERN "libqca-qt6.so.*" PATTERN "libqwt.so.*"
        REGEX "/qgis/(plugins/.*\\.so|crssync)$" REGEX "/qca-qt6/.*\\.so$"
        PATTERN "cmake" EXCLUDE PATTERN "pkgconfig" EXCLUDE)
    install(DIRECTORY "${GRIDWARD_QGIS_PREFIX}/share/qgis/" DESTINATION share/gridward/qgis)
    install(DIRECTORY "${GRIDWARD_QGIS_PREFIX}/share/licenses/" DESTINATION share/doc/gridward/licenses
        OPTIONAL)
endif()
foreach(folder demo catalogue profiles rules)
    install(DIRECTORY "${CMAKE_SOURCE_DIR}/resources/${folder}/" DESTINATION share/gridward/${folder}
        PATTERN "*.py" EXCLUDE PATTERN "__pycache__" EXCLUDE)
endforeach()
install(FILES "${CMAKE_SOURCE_DIR}/resources/linux/org.gridward.Gridward.desktop"
    DESTINATION share/applications)
install(FILES "${CMAKE_SOURCE_DIR}/resources/linux/org.gridward.Gridward.metainfo.xml"
    DESTINATION share/metainfo)
install(FILES "${CMAKE_SOURCE_DIR}/resources/icons/gridward.svg"
    DESTINATION share/icons/hicolor/scalable/apps RENAME org.gridward.Gridward.svg)
install(FILES "${CMAKE_SOURCE_DIR}/resources/linux/gridward-wall.service"
    DESTINATION lib/systemd/user)
install(FILES "${CMAKE_SOURCE_DIR}/resources/linux/gridward.1" DESTINATION share/man/man1)
install(FILES "${CMAKE_SOURCE_DIR}/resources/linux/gridward.zh_CN.1"
    DESTINATION share/man/zh_CN/man1 RENAME gridward.1)
install(FILES "${CMAKE_SOURCE_DIR}/README.md" "${CMAKE_SOURCE_DIR}/README.zh.md"
    "${CMAKE_SOURCE_DIR}/CHANGELOG.md" "${CMAKE_SOURCE_DIR}/docs/manual.md"
    "${CMAKE_SOURCE_DIR}/docs/manual.zh.md" "${CMAKE_SOURCE_DIR}/docs/third-party-notices.md"
    DESTINATION share/doc/gridward)
install(FILES "${CMAKE_SOURCE_DIR}/LICENSE" DESTINATION share/doc/gridward RENAME copyright)

set(CPACK_GENERATOR DEB)
set(CMAKE_SKIP_INSTALL_ALL_DEPENDENCY ON) # packing does not want the tests
set(CPACK_PACKAGE_NAME gridward)
set(CPACK_PACKAGE_VENDOR "Gridward")
set(CPACK_PACKAGE_CONTACT "Gridward developers <gridward@localhost>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${PROJECT_DESCRIPTION}")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
# Needed libraries are read from the binaries; these are loaded at run time only.
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS_PRIVATE_DIRS "${GRIDWARD_QGIS_PREFIX}/lib")
set(CPACK_DEBIAN_PACKAGE_DEPENDS
    "libqt6sql6-sqlite, libqt6svg6, qt6-qpa-plugins, qt6-translations-l10n, fonts-noto-cjk, proj-data")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "libqt6sql6-psql, qt6-wayland, libsqlite3-mod-spatialite")
include(CPack)
