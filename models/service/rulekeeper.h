// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/caserules.h"
#include "models/domain/deadline.h"
#include "models/domain/result.h"
#include "models/store/store.h"

#include <QHash>
#include <QList>

namespace gridward {

/**
 * The rule books and calendars of a store, read once and again when they were written. A store
 * without any runs by the shipped examples, which are written to it with the first step that names
 * them. Blocks; runs on the store's thread.
 */
class RuleKeeper
{
public:
    /** The store outlives it. */
    explicit RuleKeeper(Store &store);

    /** Those in force on the local day of this moment; valid until the next call of any function.
     */
    [[nodiscard]] Result<Rules> at(Instant now);
    /** Those by which a case was decided last, so that what the program does by itself fits. */
    [[nodiscard]] Result<Rules> of(const CaseRecord &record, Instant now);
    /** For explaining: all versions there ever were. */
    [[nodiscard]] Result<RuleLibrary> library();
    /** Writes the examples if the store has no rules yet. Within a transaction. */
    [[nodiscard]] Result<void> keep();

private:
    [[nodiscard]] Result<void> read();
    [[nodiscard]] const WorkingCalendar &newest(const QString &key) const;

    Store &mStore;
    qint64 mEdition = -1;
    bool mKept = false; ///< the store has rules of its own
    QList<RuleBook> mBooks;
    QList<WorkingCalendar> mCalendars;
};

} // namespace gridward
