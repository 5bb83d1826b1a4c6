// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/engine/mapengine.h"

#include "gis/engine/maptask.h"

#include <qgis.h>
#include <qgsapplication.h>
#include <qgscoordinatereferencesystem.h>
#include <qgsmessagelog.h>
#include <qgsproject.h>
#include <qgsproviderregistry.h>
#include <qgssettings.h>

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QLoggingCategory>
#include <QSettings>
#include <QThread>
#include <QThreadPool>

#include <gdal.h>
#include <geos_c.h>
#include <proj.h>
#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

Q_LOGGING_CATEGORY(engineLog, "gridward.gis.engine")

struct EnginePaths
{
    QString prefix;
    QString plugins;
    QString data;
};

/** Our own QGIS lies beside the program, in the build folder and when installed alike. */
EnginePaths enginePaths()
{
#ifdef GRIDWARD_QGIS_PREFIX
    const QString prefix = QStringLiteral(GRIDWARD_QGIS_PREFIX);
    return {prefix, prefix + u"/lib/qgis/plugins"_s, prefix + u"/share/qgis"_s};
#else
    const QString here = QCoreApplication::applicationDirPath();
    for (const QString &base : {here, here + u"/.."_s}) {
        if (QFileInfo::exists(base + u"/lib/gridward/qgis/plugins"_s)) {
            const QString root = QDir::cleanPath(base);
            return {root, root + u"/lib/gridward/qgis/plugins"_s, root + u"/share/gridward/qgis"_s};
        }
    }
    return {};
#endif
}

void forwardToLog(const QString &message, const QString &tag, Qgis::MessageLevel level)
{
    if (level == Qgis::MessageLevel::Warning || level == Qgis::MessageLevel::Critical) {
        qCWarning(engineLog).noquote() << tag << message;
    } else {
        qCDebug(engineLog).noquote() << tag << message;
    }
}

constexpr int kSpareThreads = 8;
constexpr int kIdleThread = 2000; ///< milliseconds until a thread with nothing to do ends

/** How every map of ours counts. */
void prepare(QgsProject &project)
{
    project.setCrs(QgsCoordinateReferenceSystem(u"EPSG:3857"_s));
    project.setEllipsoid(u"EPSG:7030"_s);
}

} // namespace

std::unique_ptr<QApplication> MapEngine::createApplication(int &argc, char **argv)
{
    // QCA looks for its cryptography beside the libraries; this must be known before it starts.
    auto application = std::make_unique<QgsApplication>(argc, argv, true);
    return application;
}

Result<std::unique_ptr<MapEngine>> MapEngine::start(const QString &profileFolder)
{
    const EnginePaths paths = enginePaths();
    if (paths.prefix.isEmpty() || !QFileInfo::exists(paths.data + u"/resources/srs.db"_s)) {
        return Error{
            ErrorCode::Unreadable,
            QCoreApplication::translate(
                "MapEngine",
                "The map engine is incomplete. Install Gridward again, or run “make” anew."),
            u"no QGIS beside %1"_s.arg(QCoreApplication::applicationDirPath())};
    }
    if (!QDir().mkpath(profileFolder)) {
        return Error{
            ErrorCode::Unreadable,
            QCoreApplication::translate(
                "MapEngine", "The folder “%1” cannot be made. Check its permissions and the disk.")
                .arg(profileFolder),
            {}};
    }
    // Whatever QGIS itself remembers goes into the profile too.
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, profileFolder);

    QgsApplication::init(profileFolder);
    QgsApplication::setPrefixPath(paths.prefix, false);
    QgsApplication::setPluginPath(paths.plugins);
    QgsApplication::setPkgDataPath(paths.data);
    QCoreApplication::addLibraryPath(QDir::cleanPath(paths.plugins + u"/../../qca-qt6"_s));
    QgsApplication::setAuthDatabaseDirPath(profileFolder);
    // Files are shown, not edited: without this QGIS switches every GeoPackage to write-ahead
    // logging.
    QgsSettings().setValue(u"qgis/walForSqlite3"_s, false);
    QgsApplication::initQgis();

    QObject::connect(QgsApplication::messageLog(),
                     qOverload<const QString &, const QString &, Qgis::MessageLevel>(
                         &QgsMessageLog::messageReceived),
                     QgsApplication::instance(),
                     &forwardToLog);

    if (QgsProviderRegistry::instance()->providerList().isEmpty() ||
        !QgsCoordinateReferenceSystem(u"EPSG:4326"_s).isValid()) {
        return Error{
            ErrorCode::Unreadable,
            QCoreApplication::translate(
                "MapEngine",
                "The map engine is incomplete. Install Gridward again, or run “make” anew."),
            u"no providers or no coordinate systems below %1"_s.arg(paths.prefix)};
    }
    // Maps are drawn in Qt's pool, and Qt waits for that pool when it paints large shapes on the
    // GUI thread: layers that wait for a silent server must never take all of it.
    QThreadPool::globalInstance()->setMaxThreadCount(QThread::idealThreadCount() + kSpareThreads);
    // Each thread that draws words opens every font for itself and keeps it. Left alone, all of
    // them take turns and none ever ends: a wall took 80 MB more, and went on growing.
    QThreadPool::globalInstance()->setExpiryTimeout(kIdleThread);
    auto engine = std::unique_ptr<MapEngine>(new MapEngine);
    engine->mProject = QgsProject::instance();
    prepare(*engine->mProject);
    qCInfo(engineLog).noquote() << "QGIS" << Qgis::version() << "from" << paths.prefix;
    return engine;
}

void MapEngine::clear()
{
    mProject->removeAllMapLayers();
}

std::unique_ptr<QgsProject> MapEngine::makeProject() const
{
    auto project = std::make_unique<QgsProject>();
    prepare(*project);
    return project;
}

MapEngine::~MapEngine()
{
    MapTask::endAll();
    mProject->clear();
    QgsApplication::exitQgis();
}

QList<ComponentVersion> MapEngine::versions()
{
    return {
        {u"QGIS"_s, Qgis::version()},
        {u"GDAL"_s, QString::fromLatin1(GDALVersionInfo("RELEASE_NAME"))},
        {u"PROJ"_s, QString::fromLatin1(proj_info().version)},
        {u"GEOS"_s, QString::fromLatin1(GEOSversion()).section(u'-', 0, 0)},
        {u"SQLite"_s, QString::fromLatin1(sqlite3_libversion())},
    };
}

QString MapEngine::filePatterns()
{
    return u"*.gpkg *.shp *.geojson *.json *.kml *.kmz *.gpx *.csv *.fgb *.gml *.tab *.mif *.dxf "
           "*.pbf *.osm *.tif *.tiff *.vrt *.jp2 *.png *.jpg *.mbtiles *.sqlite *.zip *.gz"_s;
}

} // namespace gridward
