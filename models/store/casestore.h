// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/caseevent.h"
#include "models/domain/casemilestones.h"
#include "models/domain/caseprocess.h"
#include "models/domain/result.h"

#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace gridward {

/** Which cases: all that is set must hold. Newest registration first. */
struct CaseQuery
{
    std::optional<CaseState> state;
    QString street;
    QString classCode;
    QString grid; ///< with openOnly, overdueAt and before only
    QString unit; ///< open cases only; with overdueAt and before only
    bool openOnly = false;
    std::optional<Instant> overdueAt; ///< open, and late at this moment
    std::optional<CaseId> before;     ///< older than this one, which need not exist: for reading on
    int limit = 100;
};

/** Which cases to take the places of: all that is set must hold. */
struct CasePlaceQuery
{
    Instant from; ///< registered from this moment …
    Instant to;   ///< … until before this one
    std::optional<CaseKind> kind;
    QString classCode; ///< a class, or the beginning of its code
    QString street;
    bool openOnly = false;
    std::optional<CaseLevel> level = {};
    std::optional<CaseSource> source = {};
    /** Whether the handling limit ran out before it was handled (or before `at`, while it is not);
     * cases exempt from such statistics match neither. */
    std::optional<bool> late = {};
    Instant at = {}; ///< the moment by which open cases are late or not
};

/** A case and where it is. */
struct CasePlace
{
    CaseId id; ///< says when it was registered, too
    std::optional<GeoPoint> place;
    bool isPersonal = false; ///< somebody outside reported it: see hasReporter()
};

/** Whether a case that is not exempt is late as CasePlaceQuery means it. */
[[nodiscard]] bool ranLate(const std::optional<Instant> &overdueAt,
                           const std::optional<Instant> &dueAt,
                           const std::optional<Instant> &ended,
                           Instant at);

/** Which cases to look at for the indicators. */
struct EvaluatedQuery
{
    Instant from;                ///< registered from this moment …
    Instant to;                  ///< … until before this one
    std::optional<CaseId> after; ///< behind this one, which is there: for reading on
};

/** A case that changed, as the feed tells of it. */
struct CaseChange
{
    CaseId id;
    int version = 0;
    CaseState state = CaseState::Registered;
};

/**
 * Up to where the log of a store was read. In a file events come one after the other, and a number
 * says it. On a server those of several transactions come at once, and who took a number first may
 * commit last: there it is what had been committed when the log was read (a snapshot), so that
 * nobody who commits late is passed over. Opaque to all but the store that gave it.
 */
struct LogPosition
{
    qint64 number = 0; ///< of the last event; of a server about that
    QString seen = {}; ///< server: a pg_snapshot
};

/** A line of the log with its case as it stands now. */
struct LatestEvent
{
    CaseAction action = CaseAction::Report;
    Instant at;
    int sequence = 0;
    Case subject;
};

/** What happened since then. */
struct CaseNews
{
    QList<CaseChange> changes; ///< oldest first; those of a case in their order
    LogPosition position;      ///< where to go on
    /** Nothing is told, for more happened than was asked for, or the log is not the one of that
     * position (a backup was put back): all that is shown has to be read again. */
    bool isTooMuch = false;
};

/**
 * Writes whole histories, fast: for imports and simulations. Everything is kept with commit(), or
 * nothing. A case whose external source and id are there already is skipped. Not thread safe.
 */
class CaseBatch
{
public:
    CaseBatch() = default;
    CaseBatch(const CaseBatch &) = delete;
    CaseBatch &operator=(const CaseBatch &) = delete;
    virtual ~CaseBatch() = default; ///< without commit(): nothing is kept

    /**
     * Numbers the case (unless the first step's facts do), chains and writes its events and its
     * row. False if it was there already. InvalidInput if the steps do not make a case, Refused if
     * the axes are not separate in them: see CaseStore::append(). May be told by commit() only.
     */
    [[nodiscard]] virtual Result<bool> add(const CaseId &id, const QList<CaseStep> &steps) = 0;
    [[nodiscard]] virtual Result<void> commit() = 0;
};

/** A piece of the open cases that press: see CaseStore::pressing(). */
struct PressingCases
{
    QList<CaseId> ids;
    qint64 mark = 0; ///< where to go on
    bool isLast = true;
};

/** The cases of a store. Thread and errors: as Store. */
class CaseStore
{
public:
    CaseStore() = default;
    CaseStore(const CaseStore &) = delete;
    CaseStore &operator=(const CaseStore &) = delete;
    virtual ~CaseStore() = default;

    /** Registers a case: row and first event in one transaction. It gets its number here. */
    [[nodiscard]] virtual Result<Case> add(const CaseId &id, const CaseStep &report) = 0;

    /**
     * Appends an event to a case and derives its row, in one transaction. Conflict, with nothing
     * written, if the case is no longer at `expectedVersion`. Refused, whatever the caller decided,
     * if somebody would check, close or review the appeal of a case that he or she dispatched or
     * handled (the axes are separate).
     */
    [[nodiscard]] virtual Result<Case>
    append(const CaseId &id, int expectedVersion, const CaseStep &step) = 0;

    [[nodiscard]] virtual Result<Case> find(const CaseId &id) = 0;
    /** Those of them that are there and that the user may see, in any order; in one question. */
    [[nodiscard]] virtual Result<QList<Case>> findThose(const QList<CaseId> &ids) = 0;
    /** The case and what it has been through. */
    [[nodiscard]] virtual Result<CaseRecord> record(const CaseId &id) = 0;
    /** By its number. */
    [[nodiscard]] virtual Result<Case> findNumber(const QString &number) = 0;
    /**
     * Visits a number of rows that does not grow with the number of cases (with overdueAt: with the
     * number of open ones). InvalidInput for a combination for which that cannot be promised.
     */
    [[nodiscard]] virtual Result<QList<Case>> list(const CaseQuery &query) = 0;
    [[nodiscard]] virtual Result<QList<CaseEvent>> events(const CaseId &id) = 0;

    /** The evidence that came with a case, in order. */
    [[nodiscard]] virtual Result<QList<Attachment>> attachments(const CaseId &id) = 0;

    /** Every case, by id, with its events: for checks and exports. Stops when `visit` says false.
     */
    [[nodiscard]] virtual Result<void>
    visitAll(const std::function<bool(const Case &, const QList<CaseEvent> &)> &visit) = 0;

    /** The same with what each case has been through; where that cannot be read, it is empty. */
    [[nodiscard]] virtual Result<void> visitRecords(
        const std::function<bool(const CaseRecord &, const QList<CaseEvent> &)> &visit) = 0;

    /**
     * The place of each case that matches, or nothing where nobody said it; by registration. Visits
     * the cases registered in that time. Stops when `visit` says false.
     */
    [[nodiscard]] virtual Result<void>
    visitPlaces(const CasePlaceQuery &query,
                const std::function<bool(const CasePlace &)> &visit) = 0;
    /** How many were registered from `from` until before `to`. Visits as many index entries. */
    [[nodiscard]] virtual Result<qint64> countRegistered(Instant from, Instant to) = 0;
    /**
     * How many in each stretch of that length, from `from` until before `to`; the last one may be
     * cut short. In one question, which visits the cases registered in that time.
     */
    [[nodiscard]] virtual Result<QList<int>>
    registeredPer(std::chrono::milliseconds length, Instant from, Instant to) = 0;
    /**
     * What the indicators look at, of each case that matches and that the user may see; by
     * registration. Visits the cases registered in that time. Stops when `visit` says false. The
     * case that is passed is used again for the next one.
     */
    [[nodiscard]] virtual Result<void>
    visitEvaluated(const EvaluatedQuery &query,
                   const std::function<bool(const EvaluatedCase &)> &visit) = 0;
    /** Kept beside the row; those of an import in one piece are what its row says. */
    [[nodiscard]] virtual Result<CaseMilestones> milestones(const CaseId &id) = 0;
    /** Cases whose number begins so, lowest first. */
    [[nodiscard]] virtual Result<QList<Case>> withNumber(const QString &beginning, int limit) = 0;

    /**
     * Open cases for which the program itself has to act by now (Case::nextAt), longest due first.
     * Visits as many rows as it returns.
     */
    [[nodiscard]] virtual Result<QList<CaseId>> due(Instant now, int limit) = 0;
    /**
     * Open cases that the ladder has urged or to which departments are called, in pieces: those
     * behind a mark (0: from the start). Reads the process of open cases alone.
     */
    [[nodiscard]] virtual Result<PressingCases> pressing(qint64 behind, int limit) = 0;
    /** Cases that were split from this one, by number. */
    [[nodiscard]] virtual Result<QList<Case>> childrenOf(const CaseId &id) = 0;
    /** Open cases whose deadline is this one's, by number. */
    [[nodiscard]] virtual Result<QList<Case>> bundledWith(const CaseId &id) = 0;

    /** Starts a batch; other writers wait until it ends. */
    [[nodiscard]] virtual Result<std::unique_ptr<CaseBatch>> beginBatch() = 0;

    /** How many cases are open at each unit that has any; those at no unit are not counted. */
    [[nodiscard]] virtual Result<QHash<QString, int>> openByUnit() = 0;

    /**
     * How many open cases each of these people has in hand, handed in ones not; with none left out.
     * Visits as many index entries as there are.
     */
    [[nodiscard]] virtual Result<QHash<QString, int>> openByPerson(const QStringList &people) = 0;

    /**
     * What happened behind this position of the log, if it is not more than `most` events; every
     * event once for whoever goes on from where that ended. Visits as many rows as it tells.
     */
    [[nodiscard]] virtual Result<CaseNews> changesAfter(const LogPosition &position, int most) = 0;
    /**
     * The last things that happened, until `at` if given, to cases that the user may see, newest
     * first; not that the program urged by itself: most of a log, news to nobody. Looks at about as
     * many events as it tells; for a user who may see little at up to kMostLookedAt of them, and
     * tells what is among those.
     */
    [[nodiscard]] virtual Result<QList<LatestEvent>>
    latestEvents(int limit, const std::optional<Instant> &at) = 0;
    static constexpr int kMostLookedAt = 5000;
    /** The end of the log. */
    [[nodiscard]] virtual Result<LogPosition> lastPosition() = 0;
};

} // namespace gridward
