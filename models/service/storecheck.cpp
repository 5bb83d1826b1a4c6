// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/storecheck.h"

#include "models/domain/caseaxes.h"
#include "models/domain/casetasks.h"
#include "models/domain/gridlocator.h"
#include "models/domain/lifecycle.h"
#include "models/service/rulekeeper.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <algorithm>
#include <span>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(StoreCheck)
};

constexpr int kMostOfAKind = 1000;

class StoreCheck
{
public:
    explicit StoreCheck(Store &store)
        : mStore(store)
    {
    }

    Result<void> prepare();
    void checkDistrict();
    void checkCase(const CaseRecord &record, const QList<CaseEvent> &events);
    /** After the last case: what the store counts is what there is. */
    void checkCounts(const QHash<QString, int> &told);
    /** After the last case: every open task is one that the log of its case tells of. */
    void checkTasks(const QList<Task> &told);
    void add(const QString &kind, const QString &subject, const QString &message);

    QList<CheckFinding> findings;

private:
    [[nodiscard]] bool checkChain(const Case &subject, const QList<CaseEvent> &events);
    void checkHistory(const CaseRecord &record, const QList<CaseEvent> &events, bool isUnbroken);
    void checkMilestones(const Case &subject, const QList<CaseEvent> &events);
    void checkStep(const CaseRecord &before, const CaseEvent &event, const QString &number);
    void checkTakenBack(const CaseId &id,
                        const QList<CaseEvent> &events,
                        qsizetype place,
                        const QString &number);
    void checkAxes(const Case &subject, const QList<CaseEvent> &events);
    void checkEvidence(const Case &subject, const QList<CaseEvent> &events);
    void checkDeadlines(const CaseRecord &record, const QList<CaseEvent> &events);
    void checkQueue(const Case &subject);
    void checkPlace(const Case &subject);
    void checkReferences(const Case &subject);

    Store &mStore;
    QList<Division> mDivisions;
    QList<UnitGrid> mGrids;
    RuleLibrary mLibrary;
    PeopleBehind mPeople;
    QHash<QString, const UnitGrid *> mGridByCode;
    QSet<QString> mDivisionCodes;
    QSet<QString> mUnits;
    QSet<QString> mClasses;
    QSet<CaseState> mQueueless; ///< open states that nobody would see
    std::shared_ptr<const GridLocator> mLocator;
    QHash<QString, int> mCounts;                     ///< findings of a kind
    QHash<QString, int> mOpen;                       ///< open cases of each unit
    QHash<QString, std::pair<QString, Task>> mTasks; ///< by id: number of the case, and the row
};

template <typename T>
bool take(Result<T> result, T &into, Result<void> &failure)
{
    if (!result) {
        failure = result.error();
        return false;
    }
    into = std::move(result).value();
    return true;
}

QString keyOf(const ClassKey &key)
{
    return key.scheme + u'/' + toId(key.kind) + u'/' + key.code;
}

Result<void> StoreCheck::prepare()
{
    Result<void> failure;
    QList<Organisation> units;
    if (!take(mStore.divisions(), mDivisions, failure) || !take(mStore.grids(), mGrids, failure) ||
        !take(mStore.organisations(), units, failure)) {
        return failure;
    }
    Result<RuleLibrary> library = RuleKeeper(mStore).library();
    if (!library) {
        return library.error();
    }
    mLibrary = std::move(library).value();
    QList<User> users;
    if (!take(mStore.users(), users, failure)) {
        return failure;
    }
    mPeople = peopleBehind(users);
    QList<GridOutline> outlines;
    for (const UnitGrid &grid : mGrids) {
        mGridByCode.insert(grid.code, &grid);
        outlines.append({grid.code, grid.outline});
    }
    for (const Division &division : mDivisions) {
        mDivisionCodes.insert(division.code);
    }
    for (const Organisation &unit : units) {
        mUnits.insert(unit.code);
    }
    for (const QString &id : caseStateIds()) {
        const std::optional<CaseState> state = caseStateFromId(id);
        if (state && isOpen(*state) && queuesOf(*state).isEmpty()) {
            mQueueless.insert(*state);
        }
    }
    Result<std::shared_ptr<const GridLocator>> locator = GridLocator::build(outlines);
    if (locator) {
        mLocator = std::move(locator).value();
    } else {
        add(u"outline"_s, {}, locator.error().message);
    }
    return {};
}

void StoreCheck::add(const QString &kind, const QString &subject, const QString &message)
{
    if (++mCounts[kind] <= kMostOfAKind) {
        findings.append({kind, subject, message});
    }
}

void StoreCheck::checkDistrict()
{
    for (const Division &division : mDivisions) {
        if (!division.parent.isEmpty() && !mDivisionCodes.contains(division.parent)) {
            add(u"reference"_s,
                division.code,
                Words::tr("Division %1 belongs to %2, which is not there.")
                    .arg(division.code, division.parent));
        }
    }
    for (const UnitGrid &grid : mGrids) {
        if (!mDivisionCodes.contains(grid.community)) {
            add(u"reference"_s,
                grid.code,
                Words::tr("Grid %1 belongs to %2, which is not there.")
                    .arg(grid.code, grid.community));
        }
    }
}

void StoreCheck::checkCase(const CaseRecord &record, const QList<CaseEvent> &events)
{
    const Case &subject = record.subject;
    checkHistory(record, events, checkChain(subject, events));
    checkAxes(subject, events);
    checkEvidence(subject, events);
    checkDeadlines(record, events);
    checkQueue(subject);
    checkPlace(subject);
    checkReferences(subject);
    if (isOpen(subject.state) && !subject.unit.isEmpty()) {
        ++mOpen[subject.unit];
    }
    if (record.process.task) {
        const Task task = taskRow(subject, *record.process.task);
        mTasks.insert(task.id, {subject.number, task});
    }
}

/** Every deadline counted anew from limits, calendars and the times of the events. */
void StoreCheck::checkDeadlines(const CaseRecord &record, const QList<CaseEvent> &events)
{
    if (record.process.rules == 0 || events.isEmpty()) {
        return; // from before there were rules, or imported as it was elsewhere
    }
    const Result<DeadlineExplanation> explained =
        clockState(record.subject.id, events, mLibrary, events.last().at);
    const QStringList wrong =
        explained ? explained.value().disagreements + differences(explained.value(), record)
                  : QStringList{explained.error().message};
    if (!wrong.isEmpty()) {
        add(u"deadline"_s,
            record.subject.number,
            Words::tr("The deadlines of case %1 are not what its events and the rules make of "
                      "them: %2")
                .arg(record.subject.number, wrong.join(u"; "_s)));
    }
}

void StoreCheck::checkCounts(const QHash<QString, int> &told)
{
    QStringList units = mOpen.keys() + told.keys();
    units.sort();
    units.removeDuplicates();
    for (const QString &unit : std::as_const(units)) {
        const int counted = mOpen.value(unit);
        if (counted != told.value(unit)) {
            add(u"count"_s,
                unit,
                Words::tr("Unit %1 has %2 open cases, but the store counts %3; somebody changed "
                          "the file. Take the last backup.")
                    .arg(unit)
                    .arg(counted)
                    .arg(told.value(unit)));
        }
    }
}

void StoreCheck::checkTasks(const QList<Task> &told)
{
    for (const Task &task : told) {
        if (task.caseId.isEmpty()) {
            continue; // of no case: nothing to compare it with
        }
        const auto known = mTasks.constFind(task.id);
        if (known == mTasks.constEnd()) {
            add(u"task"_s,
                task.id,
                Words::tr("Task %1 of %2 is open, but no case has sent them: its log knows nothing "
                          "of it. Somebody changed the file.")
                    .arg(task.id, task.person));
            continue;
        }
        const Task &derived = known->second;
        if (task.person != derived.person || task.kind != derived.kind || task.due != derived.due) {
            add(u"task"_s,
                known->first,
                Words::tr("Task %1 of case %2 is not what its log says. Somebody changed the file.")
                    .arg(task.id, known->first));
        }
        mTasks.remove(task.id);
    }
    for (const auto &[number, task] : std::as_const(mTasks)) {
        add(u"task"_s,
            number,
            Words::tr("Case %1 has sent %2 to look at it, but there is no such open task. Somebody "
                      "changed the file.")
                .arg(number, task.person));
    }
}

bool StoreCheck::checkChain(const Case &subject, const QList<CaseEvent> &events)
{
    QByteArray hash;
    for (const CaseEvent &event : events) {
        hash = chainHash(hash, subject.id, event);
        if (hash != event.hash) {
            add(u"chain"_s,
                subject.number,
                Words::tr(
                    "The log of case %1 was changed: event %2 does not have its hash. Compare "
                    "with a backup.")
                    .arg(subject.number)
                    .arg(event.sequence));
            return false;
        }
    }
    return true;
}

/** Goes through the log as it was written: every step from what the case was then. */
void StoreCheck::checkHistory(const CaseRecord &record,
                              const QList<CaseEvent> &events,
                              bool isUnbroken)
{
    const QString &number = record.subject.number;
    CaseRecord derived;
    derived.subject.id = record.subject.id;
    Instant last{};
    for (const CaseEvent &event : events) {
        checkStep(derived, event, number);
        if (event.action == CaseAction::Withdraw) {
            checkTakenBack(derived.subject.id, events, &event - events.constData(), number);
        }
        if (event.at < last) {
            add(u"time"_s,
                number,
                Words::tr("Case %1, event %2 is earlier than the one before it.")
                    .arg(number)
                    .arg(event.sequence));
        }
        last = event.at;
        Result<CaseRecord> next = applyRecord(std::move(derived), event);
        if (!next) {
            if (isUnbroken) { // else it was told already
                add(u"chain"_s,
                    number,
                    Words::tr("The log of case %1 is no history: %2.")
                        .arg(number, next.error().message));
            }
            return;
        }
        derived = std::move(next).value();
    }
    if (isUnbroken && derived != record) {
        add(u"row"_s,
            number,
            Words::tr("Case %1 is not what its %n event(s) make of it; somebody changed the row.",
                      nullptr,
                      static_cast<int>(events.size()))
                .arg(number));
    }
    if (isUnbroken) {
        checkMilestones(record.subject, events);
    }
}

void StoreCheck::checkMilestones(const Case &subject, const QList<CaseEvent> &events)
{
    const Result<CaseMilestones> derived = milestonesOf(subject.id, events);
    const Result<CaseMilestones> kept = mStore.cases().milestones(subject.id);
    if (derived && (!kept || kept.value() != derived.value())) {
        add(u"milestones"_s,
            subject.number,
            Words::tr("What the indicators count of case %1 is not what its events make of it; "
                      "somebody changed case_milestones.")
                .arg(subject.number));
    }
}

/** Does the log say what was asked for, granted or denied? */
std::optional<Effect> toldEffect(const CaseEvent &event)
{
    if (!event.facts.contains("\"request\"")) {
        return std::nullopt;
    }
    const QString told = QJsonDocument::fromJson(event.facts)
                             .object()
                             .value(QLatin1String(fact::kRequest))
                             .toString();
    if (told == "asked"_L1) {
        return Effect::Ask;
    }
    return told == "reviewed"_L1 ? Effect::Review : Effect::Decide;
}

bool isAskedFor(const CaseRequest &request, CaseAction action)
{
    switch (request.kind) {
    case CaseRequest::Kind::Extend:
        return action == CaseAction::Extend;
    case CaseRequest::Kind::Suspend:
        return action == CaseAction::Suspend;
    case CaseRequest::Kind::Appeal:
        return action == CaseAction::Appeal;
    case CaseRequest::Kind::None:
        break;
    }
    return false;
}

/** Is there a row of the life cycle by which this step may go without a reason? */
bool mayLackReason(const CaseRecord &before, const CaseEvent &event)
{
    const std::optional<Effect> told = toldEffect(event);
    return std::ranges::any_of(lifeCycle(), [&](const Transition &row) {
        const bool decides = row.effect == Effect::Decide;
        const bool fits = row.from == event.from && row.action == event.action &&
                          (row.to == event.to || (decides && event.to == row.from)) &&
                          (!told || *told == row.effect);
        // Whoever asked has said why.
        return fits &&
               (!row.needsReason || (decides && isAskedFor(before.process.request, event.action)));
    });
}

bool isAllowed(const CaseRecord &before, const CaseEvent &event)
{
    const bool start = event.action == CaseAction::Report || event.action == CaseAction::Import;
    if (start || !event.from) {
        return start && event.sequence == 1;
    }
    return isLawful(*event.from, event.action, event.to) &&
           (event.action == CaseAction::Withdraw || !event.note.isEmpty() ||
            mayLackReason(before, event));
}

void StoreCheck::checkStep(const CaseRecord &before, const CaseEvent &event, const QString &number)
{
    if (!isAllowed(before, event)) {
        add(u"life-cycle"_s,
            number,
            Words::tr("Case %1, event %2: “%3” was not possible then.")
                .arg(number)
                .arg(event.sequence)
                .arg(toId(event.action)));
    }
}

/** What was taken back must be what was: the event itself is no proof of it. */
void StoreCheck::checkTakenBack(const CaseId &id,
                                const QList<CaseEvent> &events,
                                qsizetype place,
                                const QString &number)
{
    const CaseEvent &event = events.at(place);
    const Result<CaseRecord> before =
        replayRecord(id, events.first(std::max<qsizetype>(place - 1, 0)));
    const Result<CaseRecord> after = replayRecord(id, events.first(place + 1));
    const QJsonObject facts = QJsonDocument::fromJson(event.facts).object();
    const bool isRight =
        before && after && place >= 2 &&
        facts.value(QLatin1String(fact::kWithdraws)).toInt() == event.sequence - 1 &&
        QJsonDocument(facts.value(QLatin1String(fact::kProcess)).toObject())
                .toJson(QJsonDocument::Compact) ==
            QJsonDocument::fromJson(before.value().process.toJson())
                .toJson(QJsonDocument::Compact) &&
        after.value().subject.state == before.value().subject.state &&
        factsBetween(after.value().subject, before.value().subject).isEmpty();
    if (!isRight) {
        add(u"life-cycle"_s,
            number,
            Words::tr("Case %1, event %2: what is taken back is not what was before.")
                .arg(number)
                .arg(event.sequence));
    }
}

void StoreCheck::checkAxes(const Case &subject, const QList<CaseEvent> &events)
{
    const std::span<const CaseEvent> log(events.constData(),
                                         static_cast<std::size_t>(events.size()));
    for (std::size_t i = 1; i < log.size(); ++i) {
        if (const CaseEvent *own = ownWork(log.first(i), log[i], mPeople)) {
            add(u"axes"_s,
                subject.number,
                Words::tr("Case %1, event %2: %3 did “%4” after “%5” in event %6. Nobody judges "
                          "their own work.")
                    .arg(subject.number)
                    .arg(log[i].sequence)
                    .arg(log[i].actor, toId(log[i].action), toId(own->action))
                    .arg(own->sequence));
        }
    }
}

void StoreCheck::checkQueue(const Case &subject)
{
    if (mQueueless.contains(subject.state)) {
        add(u"queue"_s,
            subject.number,
            Words::tr("Case %1 is open, but stands in nobody's queue while it is “%2”.")
                .arg(subject.number, toId(subject.state)));
    }
}

void StoreCheck::checkEvidence(const Case &subject, const QList<CaseEvent> &events)
{
    QStringList told;
    for (const CaseEvent &event : events) {
        if (!event.facts.contains("\"attachments\"")) {
            continue;
        }
        const QJsonArray list = QJsonDocument::fromJson(event.facts)
                                    .object()
                                    .value(QLatin1String(fact::kAttachments))
                                    .toArray();
        for (const QJsonValue &entry : list) {
            told.append(entry[u"sha256"].toString());
        }
    }
    if (told.isEmpty()) {
        return;
    }
    QStringList kept;
    if (const Result<QList<Attachment>> evidence = mStore.cases().attachments(subject.id)) {
        for (const Attachment &attachment : evidence.value()) {
            kept.append(QString::fromLatin1(
                QCryptographicHash::hash(attachment.content, QCryptographicHash::Sha256).toHex()));
        }
    }
    told.sort();
    kept.sort();
    if (told != kept) {
        add(u"evidence"_s,
            subject.number,
            Words::tr("The evidence of case %1 is not what its log says.").arg(subject.number));
    }
}

void StoreCheck::checkPlace(const Case &subject)
{
    if (!subject.place || !mLocator) {
        return;
    }
    const std::optional<QString> grid = mLocator->locate(*subject.place);
    if (grid && subject.grid.isEmpty()) {
        add(u"place"_s,
            subject.number,
            Words::tr("Case %1 names no grid, but lies in %2: it came before the grids did.")
                .arg(subject.number, *grid));
    } else if (grid.value_or(QString()) != subject.grid) {
        add(u"place"_s,
            subject.number,
            Words::tr("Case %1 lies in grid %2, not in %3.")
                .arg(subject.number, grid.value_or(u"–"_s), subject.grid));
    }
}

void StoreCheck::checkReferences(const Case &subject)
{
    const auto refersToNothing = [&](const QString &what) {
        add(u"reference"_s,
            subject.number,
            Words::tr("Case %1 names %2, which is not there.").arg(subject.number, what));
    };
    if (!subject.grid.isEmpty()) {
        const UnitGrid *grid = mGridByCode.value(subject.grid);
        if (grid == nullptr) {
            refersToNothing(subject.grid);
        } else if (grid->community != subject.community || grid->street != subject.street) {
            add(u"reference"_s,
                subject.number,
                Words::tr("Case %1 names another community or street than its grid %2.")
                    .arg(subject.number, subject.grid));
        }
    }
    if (!subject.unit.isEmpty() && !mUnits.contains(subject.unit)) {
        refersToNothing(subject.unit);
    }
    const QString key = keyOf(subject.classKey);
    if (!mClasses.contains(key)) {
        const Result<std::optional<CatalogueEntry>> entry = mStore.catalogueEntry(subject.classKey);
        if (entry && entry.value()) {
            mClasses.insert(key);
        } else {
            refersToNothing(key);
        }
    }
}

Result<QList<CheckFinding>> checkMoment(Store &store, const std::function<bool(int)> &progress)
{
    const Error cancelled{ErrorCode::Cancelled, Words::tr("The check was stopped."), {}};
    if (!progress(0)) {
        return cancelled;
    }
    StoreCheck check(store);
    const Result<QStringList> damage = store.integrityFindings();
    if (!damage) {
        return damage.error();
    }
    for (const QString &finding : damage.value()) {
        check.add(u"damage"_s, {}, finding);
    }
    if (const Result<void> prepared = check.prepare(); !prepared) {
        return prepared.error();
    }
    check.checkDistrict();
    if (!progress(20)) {
        return cancelled;
    }
    // Row numbers tell nothing of how many there are; the position of the last event does.
    const Result<LogPosition> end = store.cases().lastPosition();
    if (!end) {
        return end.error();
    }
    const qint64 total = std::max<qint64>(1, end.value().number);
    qint64 seen = 0;
    bool stopped = false;
    const Result<void> visited =
        store.cases().visitRecords([&](const CaseRecord &record, const QList<CaseEvent> &events) {
            check.checkCase(record, events);
            seen += events.size();
            stopped = seen % 512 < events.size() &&
                      !progress(20 + static_cast<int>(75 * std::min(seen, total) / total));
            return !stopped;
        });
    if (!visited) {
        return visited.error();
    }
    if (stopped) {
        return cancelled;
    }
    const Result<QHash<QString, int>> told = store.cases().openByUnit();
    if (!told) {
        return told.error();
    }
    check.checkCounts(told.value());
    const Result<QList<Task>> tasks = store.openTasks({});
    if (!tasks) {
        return tasks.error();
    }
    check.checkTasks(tasks.value());
    return check.findings;
}

} // namespace

Result<QList<CheckFinding>> checkStore(Store &store, const std::function<bool(int)> &progress)
{
    // Of one moment: what others write meanwhile is no contradiction.
    Result<QList<CheckFinding>> findings = Error{};
    const Result<void> read = store.snapshot([&]() -> Result<void> {
        findings = checkMoment(store, progress);
        return findings ? Result<void>() : Result<void>(findings.error());
    });
    return read ? findings : Result<QList<CheckFinding>>(read.error());
}

} // namespace gridward
