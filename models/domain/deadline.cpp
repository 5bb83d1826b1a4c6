// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/deadline.h"

#include "models/domain/deadlinewalk.h"
#include "models/domain/idtable.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Deadline)
};

constexpr std::array kStretchKinds{IdOf{StretchKind::Running, "running"},
                                   IdOf{StretchKind::OffHours, "off-hours"},
                                   IdOf{StretchKind::Weekend, "weekend"},
                                   IdOf{StretchKind::Holiday, "holiday"},
                                   IdOf{StretchKind::Suspended, "suspended"},
                                   IdOf{StretchKind::Ended, "ended"}};

constexpr std::array kChangeKinds{IdOf{DeadlineChange::Kind::Began, "began"},
                                  IdOf{DeadlineChange::Kind::WentOn, "went-on"},
                                  IdOf{DeadlineChange::Kind::Extended, "extended"},
                                  IdOf{DeadlineChange::Kind::Suspended, "suspended"},
                                  IdOf{DeadlineChange::Kind::Resumed, "resumed"},
                                  IdOf{DeadlineChange::Kind::Returned, "returned"},
                                  IdOf{DeadlineChange::Kind::Shared, "shared"},
                                  IdOf{DeadlineChange::Kind::Ended, "ended"}};

Result<DeadlineExplanation> walk(const CaseId &id,
                                 const QList<CaseEvent> &events,
                                 const RuleLibrary &library,
                                 Instant at,
                                 bool withDays)
{
    if (events.isEmpty()) {
        return Error{ErrorCode::InvalidInput, u"a case without events"_s, id.toText()};
    }
    if (events.first().at > at) {
        return Error{ErrorCode::NotFound,
                     Words::tr("The case was not yet there at %1; its first event is of %2.")
                         .arg(toIsoText(at), toIsoText(events.first().at)),
                     id.toText()};
    }
    DeadlineWalk walk(library, withDays);
    for (qsizetype place = 0; place < events.size() && events.at(place).at <= at; ++place) {
        const CaseEvent &event = events.at(place);
        // One who asks about a moment in between is told what held then.
        const bool isTakenBack = place + 1 < events.size() && events.at(place + 1).at <= at &&
                                 events.at(place + 1).action == CaseAction::Withdraw;
        std::optional<Error> error = isTakenBack || event.action == CaseAction::Withdraw
                                         ? walk.skip(event)
                                         : walk.take(event);
        if (error) {
            error->detail = id.toText();
            return *std::move(error);
        }
    }
    return walk.explain(at);
}

QString textOf(const QString &text)
{
    return text;
}
QString textOf(qint64 number)
{
    return QString::number(number);
}
QString textOf(std::chrono::milliseconds time)
{
    return QString::number(time.count());
}
QString textOf(const std::optional<Instant> &moment)
{
    return moment ? toIsoText(*moment) : u"–"_s;
}
QString textOf(const Limit &limit)
{
    return toText(limit);
}

/** Collects where two values that should be the same are not. */
class Comparison
{
public:
    QStringList entries;

    template <typename T>
    void add(const char *what, const T &stored, const T &counted, std::optional<Stage> stage = {})
    {
        if (stored == counted) {
            return;
        }
        const QString name = QString::fromLatin1(what);
        entries.append(
            Words::tr("The store says that “%1” is %2; by the events it is %3.")
                .arg(stage ? toId(*stage) + u'.' + name : name, textOf(stored), textOf(counted)));
    }
};

void compareClocks(Comparison &comparison,
                   const DeadlineExplanation &explanation,
                   const CaseRecord &stored)
{
    const std::array<StageClock, kStageCount> clocks = clocksAt(stored, explanation.at);
    for (const StageAccount &account : explanation.accounts) {
        const Stage stage = account.stage;
        const StageClock &clock = clocks[static_cast<std::size_t>(stage)];
        comparison.add("running_ms", clock.running, account.running, stage);
        comparison.add("paused_ms", clock.paused, account.paused, stage);
        if (account.limit && clock.limit) {
            comparison.add("limit", *clock.limit, *account.limit, stage);
        }
        if (stage != explanation.stage && clock.left && account.left) {
            comparison.add(fact::kLeft, *clock.left, *account.left, stage);
        }
    }
}

} // namespace

QString toId(StretchKind kind)
{
    return idIn(kStretchKinds, kind);
}

QString toId(DeadlineChange::Kind kind)
{
    return idIn(kChangeKinds, kind);
}

Result<DeadlineExplanation> explainDeadline(const CaseId &id,
                                            const QList<CaseEvent> &events,
                                            const RuleLibrary &library,
                                            Instant at)
{
    return walk(id, events, library, at, true);
}

Result<DeadlineExplanation>
clockState(const CaseId &id, const QList<CaseEvent> &events, const RuleLibrary &library, Instant at)
{
    return walk(id, events, library, at, false);
}

QStringList differences(const DeadlineExplanation &explanation, const CaseRecord &stored)
{
    const Case &row = stored.subject;
    const CaseProcess &process = stored.process;
    Comparison comparison;
    comparison.add<qint64>("version", row.version, explanation.version);
    comparison.add("state", toId(row.state), toId(explanation.state));
    comparison.add(fact::kDueAt, row.dueAt, explanation.handlingDue);
    // The mark is written by the first event after the limit ran out in somebody's hands: not yet
    // by the one that gave it there.
    const bool isJustGiven =
        !explanation.changes.isEmpty() && explanation.changes.last().event == explanation.version;
    if (row.overdueAt || (process.lastAt == explanation.at && !isJustGiven)) {
        comparison.add("overdue_at", row.overdueAt, explanation.overdueSince);
    }
    comparison.add<qint64>(fact::kExempt, row.exempt ? 1 : 0, explanation.exempt ? 1 : 0);
    comparison.add<qint64>(fact::kRules, process.rules, explanation.rules);
    if (explanation.rules == 0) {
        return comparison.entries; // from before there were rules: no clocks were kept
    }
    const auto isCurrent = [&](const StageAccount &account) {
        return account.stage == explanation.stage && account.limit;
    };
    if (!explanation.stage || std::ranges::any_of(explanation.accounts, isCurrent)) {
        comparison.add(fact::kStageDueAt, row.stageDueAt, explanation.due);
    }
    comparison.add<qint64>("extensions", process.extensions, explanation.extensions);
    // The clocks of a case that was imported begin with the first event after that.
    if (explanation.stretches.isEmpty() || explanation.stretches.first().from == process.firstAt) {
        compareClocks(comparison, explanation, stored);
    }
    return comparison.entries;
}

} // namespace gridward
