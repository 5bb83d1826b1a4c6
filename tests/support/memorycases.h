// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/caseaxes.h"
#include "tests/support/memorycontent.h"

#include <algorithm>

namespace gridward {

/** The cases of a MemoryStore. */
class MemoryCases final : public CaseStore
{
public:
    explicit MemoryCases(MemoryStore &store)
        : mStore(store)
    {
    }

    Result<Case> add(const CaseId &id, const CaseStep &report) override
    {
        const Result<bool> added = mStore.addCase(id, {report});
        return added ? find(id) : Result<Case>(added.error());
    }
    Result<Case> append(const CaseId &id, int expectedVersion, const CaseStep &step) override
    {
        const auto found = mStore.mContent->cases.find(keyOf(id));
        if (found == mStore.mContent->cases.end()) {
            return missingRow(id.toText());
        }
        if (found->second.row.version != expectedVersion) {
            return Error{ErrorCode::Conflict,
                         QStringLiteral("based on version %1, now at version %2")
                             .arg(expectedVersion)
                             .arg(found->second.row.version),
                         {}};
        }
        Result<MemoryCase> next = MemoryStore::chain(found->second, {step});
        if (!next) {
            return next.error();
        }
        found->second = std::move(next).value();
        note(found->second.row);
        return found->second.row;
    }
    Result<Case> find(const CaseId &id) override
    {
        if (mStore.mBlind && *mStore.mBlind) {
            return Error{ErrorCode::Unreachable, QStringLiteral("blind"), {}};
        }
        const auto found = mStore.mContent->cases.find(keyOf(id));
        return found != mStore.mContent->cases.end() ? Result<Case>(found->second.row)
                                                     : Result<Case>(missingRow(id.toText()));
    }
    Result<CaseRecord> record(const CaseId &id) override
    {
        const auto found = mStore.mContent->cases.find(keyOf(id));
        return found != mStore.mContent->cases.end()
                   ? Result<CaseRecord>(CaseRecord{found->second.row, found->second.process})
                   : Result<CaseRecord>(missingRow(id.toText()));
    }
    Result<Case> findNumber(const QString &number) override
    {
        for (const auto &[id, one] : mStore.mContent->cases) {
            if (one.row.number == number) {
                return one.row;
            }
        }
        return missingRow(number);
    }
    Result<QList<Case>> list(const CaseQuery &query) override
    {
        QList<Case> rows;
        const auto &cases = mStore.mContent->cases;
        for (auto at = cases.rbegin(); at != cases.rend() && rows.size() < query.limit; ++at) {
            const Case &row = at->second.row;
            const auto fits = [](const QString &wanted, const QString &is) {
                return wanted.isEmpty() || wanted == is;
            };
            const bool late =
                !query.overdueAt || (isOpen(row.state) && isOverdue(row, *query.overdueAt));
            if ((!query.state || *query.state == row.state) && fits(query.street, row.street) &&
                fits(query.grid, row.grid) && fits(query.classCode, row.classKey.code) &&
                fits(query.unit, row.unit) && (!query.openOnly || isOpen(row.state)) && late &&
                (!query.before || keyOf(row.id) < keyOf(*query.before))) {
                rows.append(row);
            }
        }
        return rows;
    }
    Result<QList<CaseEvent>> events(const CaseId &id) override
    {
        const auto found = mStore.mContent->cases.find(keyOf(id));
        return found != mStore.mContent->cases.end()
                   ? Result<QList<CaseEvent>>(found->second.events)
                   : Result<QList<CaseEvent>>(missingRow(id.toText()));
    }
    Result<QList<Attachment>> attachments(const CaseId &) override { return QList<Attachment>(); }
    Result<void>
    visitAll(const std::function<bool(const Case &, const QList<CaseEvent> &)> &visit) override
    {
        for (const auto &[id, one] : mStore.mContent->cases) {
            if (!visit(one.row, one.events)) {
                break;
            }
        }
        return {};
    }
    Result<void> visitRecords(
        const std::function<bool(const CaseRecord &, const QList<CaseEvent> &)> &visit) override
    {
        for (const auto &[id, one] : mStore.mContent->cases) {
            if (!visit({one.row, one.process}, one.events)) {
                break;
            }
        }
        return {};
    }
    Result<void> visitPlaces(const CasePlaceQuery &query,
                             const std::function<bool(const CasePlace &)> &visit) override
    {
        for (const auto &[id, one] : mStore.mContent->cases) {
            const Case &row = one.row;
            const bool matches =
                row.reportedAt >= query.from && row.reportedAt < query.to &&
                (!query.kind || row.classKey.kind == *query.kind) &&
                row.classKey.code.startsWith(query.classCode) &&
                (query.street.isEmpty() || row.street == query.street) &&
                (!query.openOnly || isOpen(row.state)) &&
                (!query.level || row.level == *query.level) &&
                (!query.source || row.source == *query.source) &&
                (!query.late ||
                 (!row.exempt && ranLate(row.overdueAt,
                                         row.dueAt,
                                         row.handledAt ? row.handledAt : row.closedAt,
                                         query.at) == *query.late));
            if (matches && !visit({row.id, row.place, hasReporter(row.source)})) {
                break;
            }
        }
        return {};
    }
    Result<qint64> countRegistered(Instant from, Instant to) override
    {
        return std::ranges::count_if(mStore.mContent->cases, [&](const auto &entry) {
            return entry.second.row.reportedAt >= from && entry.second.row.reportedAt < to;
        });
    }
    Result<QList<int>>
    registeredPer(std::chrono::milliseconds length, Instant from, Instant to) override
    {
        QList<int> counts;
        for (Instant at = from; at < to; at += length) {
            counts.append(static_cast<int>(countRegistered(at, std::min(to, at + length)).value()));
        }
        return counts;
    }
    Result<void> visitEvaluated(const EvaluatedQuery &query,
                                const std::function<bool(const EvaluatedCase &)> &visit) override
    {
        for (const auto &[id, one] : mStore.mContent->cases) {
            const Case &row = one.row;
            if (row.reportedAt < query.from || row.reportedAt >= query.to ||
                (query.after && !(keyOf(*query.after) < id))) {
                continue;
            }
            const Result<CaseMilestones> found = milestones(row.id);
            if (!found) {
                return found.error();
            }
            const EvaluatedCase evaluated{row.id,
                                          row.state,
                                          row.source,
                                          row.level,
                                          row.classKey.code,
                                          row.street,
                                          row.community,
                                          row.grid,
                                          row.unit,
                                          row.person,
                                          row.reportedAt.value_or(Instant{}),
                                          row.dueAt,
                                          row.handledAt,
                                          row.closedAt,
                                          row.overdueAt,
                                          row.exempt,
                                          !row.mergedInto.isEmpty(),
                                          found.value()};
            if (!visit(evaluated)) {
                break;
            }
        }
        return {};
    }
    Result<CaseMilestones> milestones(const CaseId &id) override
    {
        const Result<QList<CaseEvent>> log = events(id);
        return log ? milestonesOf(id, log.value()) : Result<CaseMilestones>(log.error());
    }
    Result<QList<Case>> withNumber(const QString &beginning, int limit) override
    {
        QList<Case> found;
        for (const auto &[id, one] : mStore.mContent->cases) {
            if (one.row.number.startsWith(beginning) && found.size() < limit) {
                found.append(one.row);
            }
        }
        return found;
    }
    Result<PressingCases> pressing(qint64, int) override
    {
        PressingCases found;
        for (const auto &[id, one] : mStore.mContent->cases) {
            if (isOpen(one.row.state) &&
                !(one.process.rungs.isEmpty() && one.process.calls.isEmpty())) {
                found.ids.append(one.row.id);
            }
        }
        return found;
    }
    Result<QList<CaseId>> due(Instant now, int limit) override
    {
        QList<Case> rows = rowsWhere(
            [&](const Case &row) { return isOpen(row.state) && row.nextAt && *row.nextAt <= now; });
        std::ranges::stable_sort(
            rows, [](const Case &a, const Case &b) { return *a.nextAt < *b.nextAt; });
        QList<CaseId> ids;
        for (const Case &row : rows) {
            ids.append(row.id);
        }
        return ids.mid(0, limit);
    }
    Result<QList<Case>> childrenOf(const CaseId &id) override
    {
        return byNumber(rowsWhere([&](const Case &row) { return row.parent == id.toText(); }));
    }
    Result<QList<Case>> bundledWith(const CaseId &id) override
    {
        return byNumber(rowsWhere(
            [&](const Case &row) { return isOpen(row.state) && row.bundle == id.toText(); }));
    }
    Result<std::unique_ptr<CaseBatch>> beginBatch() override;
    Result<QHash<QString, int>> openByUnit() override
    {
        QHash<QString, int> counts;
        for (const auto &[id, one] : mStore.mContent->cases) {
            if (isOpen(one.row.state) && !one.row.unit.isEmpty()) {
                ++counts[one.row.unit];
            }
        }
        return counts;
    }
    Result<QHash<QString, int>> openByPerson(const QStringList &people) override
    {
        QHash<QString, int> counts;
        for (const auto &[id, one] : mStore.mContent->cases) {
            if (isOpen(one.row.state) && !one.row.handledAt && !one.row.person.isEmpty() &&
                people.contains(one.row.person)) {
                ++counts[one.row.person];
            }
        }
        return counts;
    }
    Result<CaseNews> changesAfter(const LogPosition &position, int most) override
    {
        const auto &log = mStore.mContent->log;
        const bool isTooMuch = log.size() - position.number > most;
        return CaseNews{isTooMuch ? QList<CaseChange>() : log.mid(position.number),
                        {log.size(), {}},
                        isTooMuch};
    }
    Result<QList<LatestEvent>> latestEvents(int limit, const std::optional<Instant> &at) override
    {
        QList<LatestEvent> latest;
        for (const auto &[id, one] : mStore.mContent->cases) {
            for (const CaseEvent &event : one.events) {
                const bool isNews = event.action != CaseAction::Urge || !isOfProgram(event);
                if (isNews && (!at || event.at <= *at)) {
                    latest.append({event.action, event.at, event.sequence, one.row});
                }
            }
        }
        std::ranges::stable_sort(latest, std::greater<>(), &LatestEvent::at);
        return latest.mid(0, limit);
    }
    Result<LogPosition> lastPosition() override
    {
        return LogPosition{mStore.mContent->log.size(), {}};
    }
    Result<QList<Case>> findThose(const QList<CaseId> &ids) override
    {
        QList<Case> found;
        for (const CaseId &id : ids) {
            Result<Case> one = find(id);
            if (one) {
                found.append(std::move(one).value());
            } else if (one.error().code != ErrorCode::NotFound &&
                       one.error().code != ErrorCode::Refused) {
                return one.error();
            }
        }
        return found;
    }

    void note(const Case &row)
    {
        auto &log = mStore.mContent->log;
        log.append({row.id, row.version, row.state});
    }

private:
    template <typename Fits>
    [[nodiscard]] QList<Case> rowsWhere(const Fits &fits) const
    {
        QList<Case> rows;
        for (const auto &[id, one] : mStore.mContent->cases) {
            if (fits(one.row)) {
                rows.append(one.row);
            }
        }
        return rows;
    }
    [[nodiscard]] static QList<Case> byNumber(QList<Case> rows)
    {
        std::ranges::sort(
            rows, {}, [](const Case &row) { return std::pair(row.number.size(), row.number); });
        return rows;
    }

    MemoryStore &mStore;
};

/** Undone unless committed. */
class MemoryBatch final : public CaseBatch
{
public:
    explicit MemoryBatch(MemoryStore &store)
        : mStore(store)
        , mBefore(store.mLean ? nullptr : std::make_unique<MemoryStore::Content>(*store.mContent))
    {
    }
    ~MemoryBatch() override
    {
        if (mBefore) {
            *mStore.mContent = std::move(*mBefore);
        }
    }
    Result<bool> add(const CaseId &id, const QList<CaseStep> &steps) override
    {
        return mStore.addCase(id, steps);
    }
    Result<void> commit() override
    {
        mBefore.reset();
        return {};
    }

private:
    MemoryStore &mStore;
    std::unique_ptr<MemoryStore::Content> mBefore;
};

inline Result<std::unique_ptr<CaseBatch>> MemoryCases::beginBatch()
{
    return std::unique_ptr<CaseBatch>(std::make_unique<MemoryBatch>(mStore));
}

} // namespace gridward
