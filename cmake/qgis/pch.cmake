# SPDX-License-Identifier: GPL-3.0-or-later
# Given to QGIS as CMAKE_PROJECT_qgis_INCLUDE: precompiled Qt headers for its three big libraries.
# Only the time it takes depends on it, never what is built.
function(gridward_precompile)
    set(core QColor QDateTime QDir QDomDocument QFile QFileInfo QFont QHash QImage QIcon
        QJsonDocument QMap QMetaEnum QMutex QObject QPainter QPicture QPointF QPolygonF
        QRegularExpression QSet QSettings QString QStringList QTextStream QThread QUrl QUuid
        QVariant QVector algorithm cmath functional limits memory)
    set(widgets QAction QApplication QCheckBox QComboBox QDialog QDialogButtonBox QDoubleSpinBox
        QFileDialog QHBoxLayout QHeaderView QLabel QLineEdit QMenu QMessageBox QPushButton
        QSpinBox QTableWidget QToolButton QTreeView QTreeWidget QVBoxLayout QWidget)
    foreach(target IN ITEMS qgis_core qgis_analysis qgis_gui)
        set(headers ${core})
        if(target STREQUAL "qgis_gui")
            list(APPEND headers ${widgets})
        endif()
        foreach(header IN LISTS headers)
            target_precompile_headers(${target} PRIVATE
                "$<$<COMPILE_LANGUAGE:CXX>:<${header}$<ANGLE-R>>")
        endforeach()
    endforeach()
endfunction()
cmake_language(DEFER CALL gridward_precompile)
