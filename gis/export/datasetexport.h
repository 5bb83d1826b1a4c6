// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/case.h"
#include "models/domain/caseevent.h"
#include "models/domain/district.h"
#include "models/domain/result.h"
#include "models/domain/stamp.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <functional>

namespace gridward {

/** Calls its argument for each thing to be exported until that says false. */
template <typename T>
using Feed = std::function<Result<void>(const std::function<bool(const T &)> &)>;
/** The same for cases with their events: what CaseStore::visitAll() does. */
using CaseFeed = std::function<Result<void>(
    const std::function<bool(const Case &, const QList<CaseEvent> &)> &)>;

/** The feed of a list, which must outlive it. */
template <typename T>
[[nodiscard]] Feed<T> feedOf(const QList<T> &list)
{
    return [&list](const std::function<bool(const T &)> &visit) {
        for (const T &one : list) {
            if (!visit(one)) {
                break;
            }
        }
        return Result<void>();
    };
}

struct ExportOptions
{
    QString file; ///< its extension says the format: see exportExtensions()
    /** An SQL condition on the exported fields, such as "street = '110101001'"; empty: all. */
    QString where;
    std::function<bool()> isCancelled; ///< asked now and then; may be absent
    /**
     * Who exports, and when: inside of the file where its format has a place for that (GeoPackage,
     * GeoJSON), else in FILE.meta.json beside it.
     */
    Stamp stamp = {};
};

struct ExportReport
{
    qint64 written = 0;
    qint64 passedOver = 0;   ///< that `where` did not want
    qint64 withoutPlace = 0; ///< of those written
    qint64 leftOut = 0;      ///< without a place, which the format cannot hold
    QStringList notes;       ///< what the format could not hold; translated
};

// Each writes into a new file beside the named one and renames it when it is complete, so that
// there is never half a file; a file of that name is replaced. Rows come and go one by one. Errors:
// Unsupported for an unknown extension (it lists the known ones) or a format that cannot hold the
// rows, InvalidInput for a condition that is none, NotFound for a missing folder, DiskFull,
// Unreadable if the folder cannot be written, Cancelled, and whatever the feed says. Any thread.

/** ".gpkg", ".geojson" …: the formats by their extensions. */
[[nodiscard]] QStringList exportExtensions();

/** Layer `grids`, geometry `geom`: polygons. */
[[nodiscard]] Result<ExportReport> exportGrids(const Feed<UnitGrid> &grids,
                                               const ExportOptions &options);
/** Layer `places`: points; of areas a point inside, the polygon as text in `outline`. */
[[nodiscard]] Result<ExportReport> exportPlaces(const Feed<KeyPlace> &places,
                                                const ExportOptions &options);
/** Layer `components`: points. */
[[nodiscard]] Result<ExportReport> exportComponents(const Feed<Component> &components,
                                                    const ExportOptions &options);
/** Layer `cases`: points; cases without a place are written without one (see leftOut). */
[[nodiscard]] Result<ExportReport> exportCases(const CaseFeed &cases, const ExportOptions &options);
/** Table `events`, in the order of the feed; times UTC, hashes hexadecimal, no row numbers. */
[[nodiscard]] Result<ExportReport> exportEvents(const CaseFeed &cases,
                                                const ExportOptions &options);

} // namespace gridward
