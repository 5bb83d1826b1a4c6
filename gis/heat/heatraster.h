// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gis/heat/heatsurface.h"

#include <QString>

#include <functional>
#include <utility>
#include <vector>

namespace gridward {

/** A file of GDAL's in memory, of a name of its own; gone with this object. Any thread. */
class MemoryFile
{
public:
    /** The file itself is made by whoever writes to path(), a GeoTIFF. */
    explicit MemoryFile(const QString &name);
    ~MemoryFile();
    MemoryFile(const MemoryFile &) = delete;
    MemoryFile &operator=(const MemoryFile &) = delete;

    [[nodiscard]] const QString &path() const { return mPath; }

private:
    QString mPath;
};

/** The value that means "not known" in our rasters; no cell of a surface has it. */
inline constexpr double kHeatNoData = -9999.0;

/** What a raster says about itself: GDAL metadata items. */
using RasterNotes = std::vector<std::pair<QString, QString>>;

/** All cells of the only band; Internal if the raster is not of that grid. */
[[nodiscard]] Result<std::vector<float>> readValues(const QString &path, const HeatGrid &grid);

/** The notes of a surface that goes out as a file; times are UTC. */
[[nodiscard]] RasterNotes
notesOf(const HeatSurface &surface, const HeatExport &order, bool simulated);

/**
 * Writes a plain 32-bit GeoTIFF in the UTM zone of the surface, to be looked at or made into
 * something else. Any thread; `progress` gets 0 to 100. Errors: Cancelled, DiskFull, Unreadable
 * (may not be written).
 */
[[nodiscard]] Result<void> writeHeatRaster(const HeatSurface &surface,
                                           const QString &path,
                                           const RasterNotes &notes,
                                           const std::function<bool()> &isCancelled,
                                           const std::function<void(double)> &progress);

} // namespace gridward
