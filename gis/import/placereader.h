// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gis/import/importreport.h"
#include "models/domain/case.h"
#include "models/domain/district.h"
#include "models/domain/gridlocator.h"
#include "models/domain/result.h"

#include <QList>
#include <QSet>
#include <QString>
#include <QStringList>

#include <memory>

namespace gridward {

struct PlaceReadOptions
{
    SourceOptions source;
    QString district; ///< component codes of other districts are refused; empty: any
    /** Finds the grid of each place; without it the file's own grid is taken as it stands. */
    std::shared_ptr<const GridLocator> grids;
    bool keepsOutside = false; ///< places in no grid are kept without one instead of refused
    /** Scheme of component codes of 17 digits and its classes; without classes all are known. */
    QString scheme = defaultScheme();
    QSet<QString> classes;
    /** The same for codes of 16 digits. */
    QString legacyScheme = QStringLiteral("GBT30428.2-2013");
    QSet<QString> legacyClasses;
};

/** A place that the file puts into another grid than its position does. The position wins. */
struct GridCorrection
{
    qint64 number = 0; ///< of the feature
    QString code;
    QString given;
    QString found;

    bool operator==(const GridCorrection &) const = default;
};

/** What a file of places holds. Nothing is written anywhere. */
template <typename T>
struct PlaceReadReport
{
    QList<T> places;
    QList<Refusal> refused;
    QList<GridCorrection> corrected;
    QStringList notes; ///< what was assumed and converted; translated
    qint64 read = 0;   ///< features or rows in the file
};

// Errors for the file as a whole as readGrids(); what cannot be taken is in the report. Any thread.

[[nodiscard]] Result<PlaceReadReport<Component>> readComponents(const QString &file,
                                                                const PlaceReadOptions &options);
/** Addresses without an id get one from their text and place, the same each time. */
[[nodiscard]] Result<PlaceReadReport<Address>> readAddresses(const QString &file,
                                                             const PlaceReadOptions &options);
/** Key locations (points) and key areas (polygons), told apart by their shapes; ids as addresses.
 */
[[nodiscard]] Result<PlaceReadReport<KeyPlace>> readPlaces(const QString &file,
                                                           const PlaceReadOptions &options);

} // namespace gridward
