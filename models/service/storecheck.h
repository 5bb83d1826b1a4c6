// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/store/store.h"

#include <QList>
#include <QString>

#include <functional>

namespace gridward {

/** Something in a store that is not as it must be. */
struct CheckFinding
{
    QString kind;    ///< neutral id: "damage", "chain", "row", "life-cycle", "axes", "queue" …
    QString subject; ///< which case, grid, unit or row
    QString message; ///< what, where, what to do; translated
};

/**
 * Reads the whole store and proves what can be proved of it: the file is sound, every chain of
 * events is unbroken, every row and process of a case is what its events make of it, every step was
 * one the life cycle allows, nobody judged their own work, every open case stands in a queue and in
 * the grid it names, every reference leads somewhere, and the open cases of each unit are as many
 * as the store counts. At most 1000 findings of one kind are
 * listed. All of it is of one moment; others may write meanwhile. Blocks; `progress` (percent) may
 * return false to cancel.
 */
[[nodiscard]] Result<QList<CheckFinding>> checkStore(Store &store,
                                                     const std::function<bool(int)> &progress);

} // namespace gridward
