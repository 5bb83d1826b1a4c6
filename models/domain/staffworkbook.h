// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/cataloguediff.h"
#include "models/domain/sheetform.h"
#include "models/domain/staffing.h"

#include <QSet>
#include <QTimeZone>

#include <array>
#include <cstdint>

namespace gridward {

// Organisations, people, posts, duties, leave and shifts as the sheets of one workbook. Days are
// 2026-11-20, times 2026-11-20 08:00 by the district's clock.

enum class StaffSheet : std::uint8_t {
    Organisations,
    People,
    Posts,
    Holders,
    Duties,
    Leave,
    Shifts,
};
inline constexpr std::size_t kStaffSheets = 7;

/** "organisations", "people" … */
[[nodiscard]] QString toId(StaffSheet sheet);
/** All sheets, in the order in which they are written. Only people are needed. */
[[nodiscard]] QList<SheetForm> staffSheets();

/** What such a workbook holds. */
struct StaffContent
{
    QList<Organisation> organisations;
    QList<Person> people;
    QList<Post> posts;
    QList<PostHolding> holdings;
    QList<Duty> duties;
    QList<Leave> leaves;
    QList<Shift> shifts;

    bool operator==(const StaffContent &) const = default;
};

/** The cells of all sheets; the same content in whatever order gives the same cells. */
[[nodiscard]] SheetRows workbookOf(const StaffContent &content, const QTimeZone &zone);

/** A cell that cannot be taken: its row is not. */
struct StaffFault
{
    StaffSheet sheet = StaffSheet::People;
    qint64 row = 0;
    QString column; ///< id; empty: the row as a whole
    QString message;

    bool operator==(const StaffFault &) const = default;
};

/** A row that is new, or what of it is another. */
struct StaffChange
{
    StaffSheet sheet = StaffSheet::People;
    bool isNew = true;
    qint64 row = 0;
    QString key; ///< what tells it from the others
    QList<CellChange> cells;

    bool operator==(const StaffChange &) const = default;
};

/** What taking a workbook would change. */
struct StaffDiff
{
    StaffContent write; ///< new and changed rows alone
    QList<StaffChange> changes;
    QList<StaffFault> faults;
    QStringList notes;
    qint64 read = 0;
    qint64 unchanged = 0;

    [[nodiscard]] qint64 refused() const { return read - changes.size() - unchanged; }
    [[nodiscard]] qint64 count(StaffSheet sheet, bool isNew) const;
};

/**
 * Compares a workbook with what there is; what the workbook does not name stays as it is, for dates
 * end things. A row with a fault is not taken, the others are. `areas`: codes of all grids and
 * divisions.
 */
[[nodiscard]] StaffDiff compareStaff(const StaffContent &before,
                                     const SheetRows &workbook,
                                     const QSet<QString> &areas,
                                     const QTimeZone &zone);

} // namespace gridward
