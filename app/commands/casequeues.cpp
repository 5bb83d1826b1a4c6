// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/casequeues.h"

#include "models/view/queuefilter.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CaseCommand)
};

constexpr int kPiece = 1000;
constexpr int kMostClosed = 10'000; ///< newest first: older ones nobody calls any more

struct NamedWatch
{
    const char *name;
    Watch watch;
};
constexpr std::array kQueues{NamedWatch{"verify", Watch::None},
                             NamedWatch{"check", Watch::Check},
                             NamedWatch{"tasks", Watch::Task},
                             NamedWatch{"overdue", Watch::Overdue},
                             NamedWatch{"stuck", Watch::Stuck},
                             NamedWatch{"evidence", Watch::Evidence},
                             NamedWatch{"supervised", Watch::Reply},
                             NamedWatch{"ladder", Watch::Ladder},
                             NamedWatch{"callback", Watch::CallBack}};
constexpr std::array kBands{"0-1", "1-3", "3-7", "7-30", "30+"};

template <typename List, typename Name>
Error unknown(const char *option, const List &list, Name name)
{
    QStringList names;
    for (const auto &one : list) {
        names.append(QLatin1String(name(one)));
    }
    return Error{
        ErrorCode::InvalidInput,
        Words::tr("--%1 must be one of: %2").arg(QLatin1String(option), names.join(u", "_s)),
        {}};
}

Result<QueueFilter> filterFrom(const CommandArguments &arguments)
{
    QueueFilter filter;
    const QString name = arguments.value("queue");
    const auto *queue = std::ranges::find_if(
        kQueues, [&](const NamedWatch &one) { return name == QLatin1String(one.name); });
    if (queue == kQueues.end()) {
        return unknown("queue", kQueues, [](const NamedWatch &one) { return one.name; });
    }
    filter.watch = queue->watch;
    if (name == "verify"_L1) {
        filter.states = {CaseState::Verifying};
    }
    if (arguments.has("band")) {
        const QString wanted = arguments.value("band");
        const auto *band = std::ranges::find_if(
            kBands, [&](const char *one) { return wanted == QLatin1String(one); });
        if (band == kBands.end()) {
            return unknown("band", kBands, [](const char *one) { return one; });
        }
        filter.band = kAgeBands.at(static_cast<std::size_t>(band - kBands.begin()));
    }
    return filter;
}

/** What the queue has of them, read piece by piece. */
Result<void> gather(CaseStore &cases,
                    CaseQuery query,
                    int most,
                    const std::function<bool(const Case &)> &fits,
                    QList<Case> &into)
{
    query.limit = kPiece;
    for (int seen = 0; seen < most;) {
        const Result<QList<Case>> some = cases.list(query);
        if (!some) {
            return some.error();
        }
        std::ranges::copy_if(some.value(), std::back_inserter(into), fits);
        seen += static_cast<int>(some.value().size());
        if (some.value().size() < kPiece) {
            break;
        }
        query.before = some.value().last().id;
    }
    return {};
}

} // namespace

Result<QList<Case>> casesInQueue(CaseStore &cases,
                                 const CaseQuery &query,
                                 const CommandArguments &arguments,
                                 Instant now)
{
    const Result<QueueFilter> filter = filterFrom(arguments);
    if (!filter) {
        return filter.error();
    }
    if (arguments.has("closed") && filter.value().watch != Watch::CallBack) {
        return Error{
            ErrorCode::InvalidInput, Words::tr("--closed goes with --queue callback."), {}};
    }
    const Watch watch = filter.value().watch;
    QList<Case> found;
    CaseQuery open = query;
    open.openOnly = true;
    Result<void> read = gather(
        cases,
        open,
        std::numeric_limits<int>::max(),
        [&](const Case &one) { return passes(one, filter.value(), now); },
        found);
    std::ranges::stable_sort(found, {}, [&](const Case &one) {
        return watch != Watch::None ? watchKey(one, watch).value_or(0)
                                    : one.stageDueAt.value_or(now).time_since_epoch().count();
    });
    if (read && watch == Watch::CallBack && arguments.has("closed")) {
        CaseQuery closed = query;
        closed.openOnly = false;
        closed.state = CaseState::Closed;
        read = gather(
            cases,
            closed,
            kMostClosed,
            [](const Case &one) { return hasReporter(one.source) && !one.calledBackAt; },
            found);
    }
    if (!read) {
        return read.error();
    }
    if (query.limit < found.size()) {
        found.resize(query.limit);
    }
    return found;
}

} // namespace gridward
