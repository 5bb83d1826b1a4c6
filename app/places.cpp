// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/places.h"

#include <QCoreApplication>
#include <QDir>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace gridward::places {

QString settingsFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) +
           u"/gridward/gridward.ini"_s;
}

QString profileFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
           u"/gridward/qgis"_s;
}

QString demoStore()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
           u"/gridward/demo.gpkg"_s;
}

QString ownImportProfiles()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) +
           u"/gridward/profiles"_s;
}

QString ownWallScenes()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) +
           u"/gridward/wall"_s;
}

QString sharedFolder(const QString &name)
{
    // Beside the program in the build folder, above it when installed.
    const QDir programs(QCoreApplication::applicationDirPath());
    for (const QString &root : {u"share/gridward/"_s, u"../share/gridward/"_s}) {
        if (programs.exists(root + name)) {
            return QDir::cleanPath(programs.filePath(root + name));
        }
    }
    return QDir::cleanPath(programs.filePath(u"../share/gridward/"_s + name));
}

namespace {

QString stateFolder()
{
    // Qt 6.4 does not know the state folder of the XDG base directory specification yet.
    QString state = qEnvironmentVariable("XDG_STATE_HOME");
    if (!QDir::isAbsolutePath(state)) {
        state = QDir::homePath() + u"/.local/state"_s;
    }
    return state + u"/gridward"_s;
}

} // namespace

QString logFile()
{
    return stateFolder() + u"/gridward.log"_s;
}

QString seatFolder()
{
    return stateFolder() + u"/seats"_s;
}

} // namespace gridward::places
