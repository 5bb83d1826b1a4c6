// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/case.h"
#include "models/domain/district.h"
#include "models/domain/result.h"
#include "models/store/store.h"

#include <QHash>
#include <QList>
#include <QString>

#include <optional>

namespace gridward {

/** What a map shows of a district: a plain value, copied out of a store. */
struct DistrictPicture
{
    QString name;
    bool simulated = false;
    Instant at; ///< for which moment
    QList<Division> divisions;
    QList<UnitGrid> grids;
    QList<KeyPlace> keyPlaces;
    QList<Case> openCases;
    QHash<QString, QString> managers; ///< grid → who manages it that day; several: 、 between them
    QString baseMapFolder;            ///< where the schematic base map of a demo lies; empty: none
};

/** Who manages each grid on the day of that moment: see DistrictPicture::managers. Blocks. */
[[nodiscard]] Result<QHash<QString, QString>> managersOf(Store &store, Instant moment);

/**
 * Reads the picture of now or, if `asOf` is given, of then: cases as their events up to that moment
 * make them. All of it is of one moment, and every open case is in it. Blocks; on the store's
 * thread.
 */
[[nodiscard]] Result<DistrictPicture> readDistrictPicture(Store &store,
                                                          std::optional<Instant> asOf);

} // namespace gridward
