// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gis/heat/heatraster.h"
#include "gis/heatfile/heatstudy.h"

#include <memory>

class QFile;

namespace gridward {

/** Takes the rows of a study into a plain tiled GeoTIFF, from which everything else is made. One
 * thread. */
class SurfaceTiff
{
public:
    [[nodiscard]] static Result<std::unique_ptr<SurfaceTiff>> create(const QString &path,
                                                                     const HeatStudy &study);
    ~SurfaceTiff();
    SurfaceTiff(const SurfaceTiff &) = delete;
    SurfaceTiff &operator=(const SurfaceTiff &) = delete;

    [[nodiscard]] Result<void> add(qint64 firstRow, qint64 rows, std::span<const double> values);
    /** Writes the notes and what is left. DiskFull, Unreadable. */
    [[nodiscard]] Result<void> close(const QString &unit, const RasterNotes &notes);

private:
    SurfaceTiff();

    struct Parts;
    std::unique_ptr<Parts> d;
};

/** The same values as a cloud optimised GeoTIFF: tiles, overviews, the directory first. */
[[nodiscard]] Result<void>
writeCog(const QString &from, const QString &to, int threads, const FileWatch &watch);

/** Takes the rows of a study into a table: easting, northing, value of a cell's centre. */
class SurfaceTable
{
public:
    /** `all`: cells without a case as well. */
    SurfaceTable(const CellGrid &grid, bool all);
    ~SurfaceTable();

    [[nodiscard]] Result<void> open(const QString &path);
    [[nodiscard]] Result<void> add(qint64 firstRow, qint64 rows, std::span<const double> values);
    [[nodiscard]] Result<void> close();

private:
    CellGrid mGrid;
    bool mAll;
    QString mPath;
    std::unique_ptr<QFile> mFile;
};

} // namespace gridward
