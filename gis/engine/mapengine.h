// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QList>
#include <QString>

#include <memory>

class QApplication;
class QgsProject;

namespace gridward {

/** Name and version of a library at work, for the About window and bug reports. */
struct ComponentVersion
{
    QString name;
    QString version;
};

/**
 * QGIS, from start to stop. One for each process, made by app after createApplication() and before
 * any map, destroyed after every map. Lives on the GUI thread.
 */
class MapEngine
{
public:
    /** The application object: QGIS asks for one of its own kind. `argc` and `argv` must stay. */
    [[nodiscard]] static std::unique_ptr<QApplication> createApplication(int &argc, char **argv);

    /**
     * Starts QGIS with a profile folder and an authentication database of our own, never those of
     * the analyst's QGIS. Unreadable if its libraries or resources are not where they belong.
     */
    [[nodiscard]] static Result<std::unique_ptr<MapEngine>> start(const QString &profileFolder);
    ~MapEngine();
    MapEngine(const MapEngine &) = delete;
    MapEngine &operator=(const MapEngine &) = delete;

    /** QGIS, GDAL, PROJ, GEOS and SQLite as they are loaded, not as compiled against. */
    [[nodiscard]] static QList<ComponentVersion> versions();
    /** File name patterns QGIS reads, for a file dialog: "*.gpkg *.geojson …". */
    [[nodiscard]] static QString filePatterns();

    /** Takes every layer off the map. */
    void clear();

    /** The one project; its layers are what the map shows. Never null, owned by QGIS. */
    [[nodiscard]] QgsProject *project() const { return mProject; }
    /** An empty project that counts as the one does: for a second map with layers of its own. */
    [[nodiscard]] std::unique_ptr<QgsProject> makeProject() const;

private:
    MapEngine() = default;

    QgsProject *mProject = nullptr;
};

} // namespace gridward
