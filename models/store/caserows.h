// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/caseaxes.h"
#include "models/domain/caseevent.h"
#include "models/domain/casemilestones.h"
#include "models/domain/caseprocess.h"
#include "models/domain/district.h"
#include "models/store/casestore.h"
#include "models/store/sqlconnection.h"

#include <QHash>
#include <QTimeZone>

#include <utility>

namespace gridward {

// Cases and events as rows of SQL tables, and the pure part of writing them.

/**
 * The columns of `cases`, in the order in which readCase() takes them; the id comes first. What a
 * case has been through (`process`) is none of them: lists do not read it.
 */
[[nodiscard]] const QString &caseColumns();
/** How many caseColumns() there are: the number of the first column behind them. */
[[nodiscard]] int caseColumnCount();
/** The columns of `events`, in the order of readEvent(). */
[[nodiscard]] const QString &eventColumns();

[[nodiscard]] Case readCase(const SqlStatement &row);
/** A case with its process, which is the first column behind caseColumns(). Unreadable. */
[[nodiscard]] Result<CaseRecord> readRecord(const SqlStatement &row);
/** In the order of caseColumns() without the id: what an insert and an update have in common. */
void bindCase(SqlStatement &to, const Case &subject);
void bindCase(SqlInsert &to, const Case &subject);
/** From this column on. */
[[nodiscard]] CaseEvent readEvent(const SqlStatement &row, int from);

/** The events of a bound statement that gives eventColumns(). */
[[nodiscard]] Result<QList<CaseEvent>> readEvents(SqlStatement &statement);
/** All events of the case in this row, in order. */
[[nodiscard]] Result<QList<CaseEvent>> eventsOfRow(SqlConnection &connection, qint64 row);

/** The step as an event that follows `before`, and the record after it; InvalidInput if it does
 * not.
 */
[[nodiscard]] Result<std::pair<CaseRecord, CaseEvent>>
follow(CaseRecord before, const QByteArray &head, const CaseStep &step);

/** A step was based on another version than the one the case is at. */
[[nodiscard]] Error someoneWasFirst(const Case &now, int expectedVersion);
/** Who may not write this event of the case, and why: the axes are separate. */
[[nodiscard]] Error refusedOwnWork(const QString &number, const CaseEvent &event);

/** Who is behind which account. */
[[nodiscard]] Result<PeopleBehind> peopleBehindAccounts(SqlConnection &connection);

/** A case ready to be written: folded, chained, its facts in canonical text. */
struct PreparedCase
{
    Case row;
    QByteArray process; ///< CaseProcess::toJson()
    QList<CaseEvent> events;
    QByteArray head;                          ///< hash of the last event
    std::optional<CaseMilestones> milestones; ///< none of an import in one piece
    QList<Task> tasks; ///< as they were written one after another: the last of an id counts
};

/**
 * Numbers, folds and chains a history; `number` is used unless the first step brings its own. Pure:
 * may run on any thread. InvalidInput if the steps do not make a case, Refused if somebody judges
 * their own work in them.
 */
[[nodiscard]] Result<PreparedCase> prepareCase(const CaseId &id,
                                               const QList<CaseStep> &steps,
                                               const QString &number,
                                               const PeopleBehind &people = {});

/** Calendar days of a time zone, fast: offsets are looked up once an hour of time. Not thread safe.
 */
class LocalDays
{
public:
    /** "20261121". */
    [[nodiscard]] QString dayOf(Instant instant, const QString &timeZone);

private:
    QString mZoneId;
    QTimeZone mZone;
    QHash<qint64, int> mOffsets; ///< hours since 1970 → seconds east
};

} // namespace gridward
