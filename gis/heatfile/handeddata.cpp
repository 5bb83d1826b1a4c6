// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/heatfile/handeddata.h"

#include "gis/heat/heatmeasure.h"
#include "gis/heatfile/heatpackage.h"
#include "gis/heatfile/surfacefile.h"

#include <QDir>
#include <QFileInfo>

#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr double kLaid = 30.0; ///< percent: the values are there, packed or not

CellGrid gridOf(const HeatGrid &grid)
{
    return {grid.west, grid.north, grid.pixel, grid.columns, grid.rows};
}

Result<void> writeTable(const HeatSurface &surface, const QString &path)
{
    std::vector<double> values(surface.values.begin(), surface.values.end());
    for (double &value : values) {
        if (value == static_cast<double>(static_cast<float>(kHeatNoData))) {
            value = std::numeric_limits<double>::quiet_NaN(); // which the table leaves out
        }
    }
    SurfaceTable table(gridOf(surface.grid), false);
    Result<void> done = table.open(path);
    if (done) {
        done = table.add(0, surface.grid.rows, values);
    }
    return done ? table.close() : done;
}

HeatLook lookOf(const HeatHandover &handover)
{
    HeatLook look;
    look.title = handover.order.title;
    const HeatFacts &facts = handover.surface.facts;
    look.measure = measureWords(facts.recipe.unit, facts.compare, facts.per); // names the layer
    look.legend = handover.legend;
    look.stamp = handover.order.stamp;
    return look;
}

} // namespace

Result<void> writeHandedData(const HeatHandover &handover,
                             const std::function<void(double)> &progress)
{
    const HeatSurface &surface = handover.surface;
    const QString &path = handover.order.path;
    if (handover.order.format == HeatFormat::Csv) {
        return writeTable(surface, path);
    }
    const RasterNotes notes = notesOf(surface, handover.order, handover.ground.simulated);
    const auto never = [] { return false; };
    const FileWatch rest{never,
                         [&progress](double share) { progress(kLaid + (100.0 - kLaid) * share); }};
    const HeatLook look = lookOf(handover);
    const CellGrid grid = gridOf(surface.grid);
    const MemoryFile plain(u"package"_s);
    if (const Result<void> laid =
            writeHeatRaster(surface, plain.path(), notes, never, [](double) {});
        !laid) {
        return laid.error();
    }
    progress(kLaid);
    if (handover.order.format == HeatFormat::GeoPackage) {
        return writePackage(plain.path(), grid, look, path, rest);
    }
    const QFileInfo place(path);
    const QStringList beside = namesBeside(handover, place.fileName());
    const QString tiff = place.dir().filePath(beside.first());
    const QString package = place.dir().filePath(beside.last());
    Result<void> done = writeHandedCog(surface, tiff, notes, never, [](double) {});
    if (done) {
        done = writePackage(plain.path(), grid, look, package, rest);
    }
    return done ? writeProject(tiff, package, grid, look, path) : done;
}

Result<void> writeHandedCog(const HeatSurface &surface,
                            const QString &path,
                            const RasterNotes &notes,
                            const std::function<bool()> &isCancelled,
                            const std::function<void(double)> &progress)
{
    constexpr double kHalf = 50.0;
    const MemoryFile plain(u"cog"_s);
    const Result<void> laid =
        writeHeatRaster(surface, plain.path(), notes, isCancelled, [&](double percent) {
            progress(percent * kHalf / 100.0);
        });
    const FileWatch rest{isCancelled,
                         [&progress](double share) { progress(kHalf + kHalf * share); }};
    return laid ? writeCog(plain.path(), path, 0, rest) : laid;
}

} // namespace gridward
