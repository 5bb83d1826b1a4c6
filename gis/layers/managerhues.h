// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/district.h"

#include <QHash>
#include <QList>
#include <QString>

namespace gridward {

inline constexpr int kManagerHues = 8;

/**
 * A number from 0 to 7 for each grid, in their order: the same for all grids of a manager, another
 * one where grids of two managers share a corner (as long as eight suffice). `managers`: grid code
 * → names. Grids without a manager count as of one. Pure; any thread.
 */
[[nodiscard]] QList<int> managerHues(const QList<UnitGrid> &grids,
                                     const QHash<QString, QString> &managers);

} // namespace gridward
