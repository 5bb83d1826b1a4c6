// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gis/heatfile/heatstudy.h"
#include "models/service/analysisport.h"
#include "models/service/districtpicture.h"

#include <QByteArray>
#include <QJsonObject>
#include <QSize>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace gridward {

/** How a surface is shown, by day: everything but its cells. */
struct HeatLook
{
    QString title;
    QString about;
    QString measure; ///< "Density: cases per km²"
    QStringList facts;
    QString foot;
    QString made; ///< by whom and when; empty: as the stamp says
    bool simulated = false;
    HeatRamp ramp = HeatRamp::Viridis;
    std::optional<DistrictPicture> district; ///< borders over the surface, streets below it
    Stamp stamp;
    double scale = 0.0; ///< value of the last colour, at least; 0: the highest of the surface
    HeatClasses classes = HeatClasses::Smooth;
    int classCount = 5;
    std::vector<double> breaks; ///< of the classes, rising, by hand; empty: by `classes`
    HeatLegend legend;          ///< made here
    bool isWhole = true;        ///< a sheet shows all of the district, not only where cases are
    QString hidden;             ///< what cells without a value mean; made here
    QString frame;              ///< of a sheet: see HeatSheet
};

/** Everything that a heat map as a file needs. */
struct HeatmapJob
{
    PointOrder points;
    StudyOrder study;
    HeatLook look;     ///< title, about, measure, facts and foot are made here where they are empty
    QString out;       ///< its ending says the format: see heatmapEndings()
    QString source;    ///< how the points are called on paper
    QString selection; ///< --where, or whatever else chose them
    QString paper;     ///< "A4"; empty: a PNG is the map alone
    double dpi = 300.0;     ///< of paper
    QSize size{1600, 1200}; ///< of a PNG that is the map alone
    bool bare = false;      ///< which has no legend
    bool all = false;       ///< CSV: cells without a case as well
    bool isAtlas = false;   ///< PDF: a sheet for each street of look.district
};

/** What was made. */
struct HeatmapReport
{
    QStringList files;   ///< first the one that was named
    QStringList remarks; ///< what to know about it, translated
    QJsonObject facts;   ///< for programs
};

/** "tif", "png", "pdf", "svg", "gpkg", "csv", "qgz". */
[[nodiscard]] QStringList heatmapEndings();
/** Whether QGIS must be started for such a file (MapEngine::start()). */
[[nodiscard]] bool needsMapEngine(const QString &ending);

/**
 * Reads, computes, writes beside the place and renames: there is never half a file. The same job
 * gives the same bytes, however many threads compute. GUI thread if the ending needs QGIS; any
 * otherwise. Errors as of readPoints(), HeatStudy, AsideFile.
 */
[[nodiscard]] Result<HeatmapReport> makeHeatmap(const HeatmapJob &job, const FileWatch &watch);
/** The same with points that were read before; `others` are those of the period compared with. */
[[nodiscard]] Result<HeatmapReport> makeHeatmap(const HeatmapJob &job,
                                                PointSet points,
                                                std::optional<PointSet> others,
                                                const FileWatch &watch);

/** A part of a longer work. */
[[nodiscard]] FileWatch partOf(const FileWatch &watch, double from, double to);

} // namespace gridward
