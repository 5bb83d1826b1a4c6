// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/inboxitem.h"
#include "models/domain/personal.h"
#include "models/domain/result.h"
#include "models/store/personalstore.h"

#include <QHash>
#include <QJsonObject>
#include <QList>

#include <optional>

namespace gridward {

/** A row as a file brings it. */
struct InboxArrival
{
    InboxItem item; ///< without id, state and version; its batch is that of the import
    QByteArray
        rowHash;   ///< of its content: tells the same row again, and tells two of one number apart
    Caller caller; ///< kept apart and masked at once; empty: nobody
};

/** What became of the rows of an import. */
struct InboxArrivals
{
    qint64 added = 0;
    qint64 known = 0; ///< the same row of the same source is there already
    /** Of those added: their number was there already, with something else told under it. */
    qint64 sameNumber = 0;
};

/** Which rows to read: all that is set must hold. By number of the row. */
struct InboxQuery
{
    std::optional<InboxState> state;
    QString batch;
    InboxId after; ///< start behind this one: for reading on
    int limit = 1000;
    bool newestFirst = false; ///< by number, downwards; `after` means nothing then
};

/** How many rows of a batch are in a state. */
struct InboxCount
{
    QString batch;
    InboxState state = InboxState::Waiting;
    qint64 rows = 0;

    bool operator==(const InboxCount &) const = default;
};

/** What was done to a row. */
struct InboxStep
{
    int version = 0;
    Instant at;
    QString actor;
    QString origin;
    QString action;    ///< "import", "classify", "locate", "join" …
    QJsonObject facts; ///< what changed, and what was proposed and what was chosen

    bool operator==(const InboxStep &) const = default;
};

/**
 * Rows that came in and are no cases yet (来件). Each one ends as a case, joined to a case or
 * refused with a reason, and none is ever deleted. Who may report cases ("case:report", at the
 * place where it is known) may read and work on them. An import makes no case: it needs
 * "case:report" for the whole district, or "case:import"; who imported a row may read it. Callers
 * are in none of the answers: they go over to PersonalStore with the case. Thread and errors: as
 * Store; Conflict with nothing written if a row is no longer at the version a change was based on.
 */
class InboxStore
{
public:
    InboxStore() = default;
    InboxStore(const InboxStore &) = delete;
    InboxStore &operator=(const InboxStore &) = delete;
    virtual ~InboxStore() = default;

    /** Adds rows that are not there yet, all or none. Without rows: asks whether one may. */
    [[nodiscard]] virtual Result<InboxArrivals> add(const QList<InboxArrival> &rows,
                                                    const PersonalActor &by) = 0;
    /** One entry of the audit log for an import of so many rows. */
    [[nodiscard]] virtual Result<void> noteImport(const QString &file,
                                                  const InboxArrivals &rows,
                                                  qint64 refused,
                                                  const PersonalActor &by) = 0;

    /**
     * Only what is theirs, and fewer than `limit` then; empty only if no more follow: who reads on
     * behind the last one until nothing comes has read all. Visits as many rows as it returns, and
     * those between that are not theirs.
     */
    [[nodiscard]] virtual Result<QList<InboxItem>> list(const InboxQuery &query) = 0;
    /** NotFound; Refused where it is not theirs. */
    [[nodiscard]] virtual Result<InboxItem> item(InboxId id) = 0;
    /** Those whose last change came behind this one, oldest first. Otherwise as list(). */
    [[nodiscard]] virtual Result<QList<InboxItem>> changedSince(qint64 change, int limit) = 0;
    /** The newest change; 0 in an empty inbox. */
    [[nodiscard]] virtual Result<qint64> lastChange() = 0;
    /** Batches in the order they came, and their states. Reads an index of all rows. */
    [[nodiscard]] virtual Result<QList<InboxCount>> counts() = 0;
    /** Rows that are treated as one with this one, whatever became of them; by number. */
    [[nodiscard]] virtual Result<QList<InboxItem>> followersOf(InboxId leader) = 0;
    /** Oldest first. */
    [[nodiscard]] virtual Result<QList<InboxStep>> history(InboxId id) = 0;

    /**
     * Writes what was made of a row that is still at `wanted.version`, and says how it stands now.
     * Refused by the rules of whyNotInto(). A row that becomes a case by `reportedAs` (a CaseId as
     * text) hands its caller over to that case.
     */
    [[nodiscard]] virtual Result<InboxItem> change(const InboxItem &wanted,
                                                   const QString &action,
                                                   const PersonalActor &by,
                                                   const QString &reportedAs = {}) = 0;

    /** Who it was, for a purpose; NotFound if nobody was entered or they are with the case now. */
    [[nodiscard]] virtual Result<Caller>
    openCaller(InboxId id, Purpose purpose, const PersonalActor &by) = 0;
};

} // namespace gridward
