// SPDX-License-Identifier: GPL-3.0-or-later
// What a queue is read from, beside the long way over all cases; and what it costs, counted.
#include "models/view/casefilterproxy.h"
#include "models/view/casestages.h"
#include "models/view/casetablemodel.h"
#include "models/view/livecases.h"
#include "tests/support/casebuilder.h"
#include "tests/support/fakedistrict.h"
#include "tests/support/testregistry.h"

#include <QAbstractItemModelTester>
#include <QItemSelectionModel>
#include <QRandomGenerator>
#include <QSignalSpy>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace gridward {

class TestCaseIndex : public QObject
{
    Q_OBJECT

    using Column = CaseTableModel::Column;
    static constexpr Instant kNow{std::chrono::hours{24 * 365 * 56} + 24h};

    struct Bench
    {
        LiveCases live;
        FakeDistrict district;
        std::unique_ptr<CaseTableModel> cases;
        std::unique_ptr<CaseFilterProxy> queue;

        explicit Bench(const QList<Case> &open = {})
        {
            district.time.set(kNow);
            live.reset(open);
            cases = std::make_unique<CaseTableModel>(live, district);
            queue = std::make_unique<CaseFilterProxy>(*cases);
        }
    };

    static Case randomCase(QRandomGenerator &random, int number)
    {
        const auto street = u"11010100%1"_s.arg(random.bounded(3));
        Case one = aCase(number)
                       .street(street)
                       .state(static_cast<CaseState>(random.bounded(16)))
                       .level(static_cast<CaseLevel>(random.bounded(4)))
                       .unit(random.bounded(3) == 0 ? QString() : u"U%1"_s.arg(random.bounded(3)))
                       .text(random.bounded(2) == 0 ? u"lamp is dark"_s : u"hole in the road"_s);
        one.community = street + u"00%1"_s.arg(random.bounded(2));
        one.classKey.code = u"0601%1"_s.arg(random.bounded(3));
        one.classKey.kind = static_cast<CaseKind>(random.bounded(2));
        const auto moment = [&] { return kNow + std::chrono::minutes{random.bounded(200) - 100}; };
        one.reportedAt = kNow - std::chrono::minutes{random.bounded(300)};
        if (random.bounded(4) > 0) {
            one.dueAt = moment();
        }
        if (random.bounded(4) == 0) {
            one.handledAt = moment();
        }
        if (random.bounded(4) == 0) {
            one.request = RequestKind::Extend;
        }
        one.steppedAt = kNow - std::chrono::hours{random.bounded(1200)};
        if (random.bounded(4) == 0) {
            one.taskPerson = u"p"_s;
            one.taskDueAt = moment();
            one.replyDueAt = moment();
        }
        if (random.bounded(4) == 0) {
            one.suspendedUntil = kNow + std::chrono::hours{random.bounded(200) - 150};
        }
        one.rung = random.bounded(3) * 50;
        one.lacksPicture = random.bounded(3) == 0;
        one.source = random.bounded(2) == 0 ? CaseSource::Hotline : CaseSource::Patrol;
        if (random.bounded(2) == 0) {
            one.calledBackAt = kNow;
        }
        return one;
    }

    static QueueFilter randomFilter(QRandomGenerator &random)
    {
        QueueFilter filter;
        if (random.bounded(2) == 0) {
            filter.street = u"11010100%1"_s.arg(random.bounded(4)); // the last one has no case
        }
        if (random.bounded(2) == 0) {
            filter.classKey = ClassKey{defaultScheme(),
                                       static_cast<CaseKind>(random.bounded(2)),
                                       u"0601%1"_s.arg(random.bounded(4))};
        }
        if (random.bounded(3) == 0) {
            filter.states = {CaseState::Filed, CaseState::Handling};
        }
        if (random.bounded(3) == 0) {
            filter.levels = {CaseLevel::Red, CaseLevel::Blue};
        }
        if (random.bounded(4) == 0) {
            filter.unit = u"U1"_s;
        }
        if (random.bounded(5) == 0) {
            filter.division =
                random.bounded(2) == 0 ? u"110101001"_s : u"110101001001"_s; // street, community
        }
        if (random.bounded(4) == 0) {
            filter.text = u"LAMP dark"_s;
        }
        filter.overdueOnly = random.bounded(3) == 0;
        filter.asksOnly = random.bounded(4) == 0;
        if (random.bounded(3) == 0) {
            filter.overdueOnly = false;
            filter.asksOnly = false;
            filter.watch = static_cast<Watch>(1 + random.bounded(kWatches - 1));
            if (random.bounded(2) == 0) {
                filter.band = kAgeBands.at(static_cast<std::size_t>(random.bounded(5)));
            }
        }
        return filter;
    }

    /** The long way. */
    static bool passes(const QueueFilter &f, const Case &one, Instant now)
    {
        return isOpen(one.state) && (f.states.isEmpty() || f.states.contains(one.state)) &&
               (f.levels.isEmpty() || f.levels.contains(one.level)) &&
               (f.street.isEmpty() || one.street == f.street) &&
               (f.unit.isEmpty() || one.unit == f.unit) &&
               (!f.classKey || *f.classKey == one.classKey) &&
               (f.division.isEmpty() || one.community.startsWith(f.division)) &&
               (!f.overdueOnly || isOverdue(one, now)) &&
               (!f.asksOnly || one.request != RequestKind::None) &&
               (f.text.isEmpty() || one.text.contains(u"lamp"_s));
    }
    /** The same of what is watched, and what comes first there. */
    static std::optional<qint64> watched(const QueueFilter &f, const Case &one, Instant now)
    {
        const auto at = [](const std::optional<Instant> &moment) {
            return qint64{moment->time_since_epoch().count()};
        };
        const auto fits = [&](Instant since, bool isStuck) {
            const auto days = std::chrono::floor<std::chrono::days>(now - since);
            const bool began = now > since;
            if (isStuck && now - since <= 24h) {
                return false;
            }
            if (!f.band) {
                return began;
            }
            constexpr std::array kFrom{0, 1, 3, 7, 30, 100'000};
            const auto place = static_cast<std::size_t>(*f.band);
            return began && now - since > std::chrono::days{kFrom.at(place)} &&
                   now - since <= std::chrono::days{kFrom.at(place + 1)} && days.count() >= 0;
        };
        const bool isDone = one.state == CaseState::FedBack || one.state == CaseState::Checking ||
                            one.state == CaseState::PendingClose;
        switch (f.watch) {
        case Watch::Overdue:
            return one.dueAt && !one.handledAt && fits(*one.dueAt, false)
                       ? std::optional(at(one.dueAt))
                       : std::nullopt;
        case Watch::Stuck: {
            const Instant since = std::max(*one.steppedAt, one.suspendedUntil.value_or(Instant{}));
            return fits(since, true) ? std::optional(at(since)) : std::nullopt;
        }
        case Watch::Task:
            return one.taskDueAt ? std::optional(at(one.taskDueAt)) : std::nullopt;
        case Watch::Evidence:
            return isDone && one.lacksPicture && one.handledAt ? std::optional(at(one.handledAt))
                                                               : std::nullopt;
        case Watch::Reply:
            return one.replyDueAt ? std::optional(at(one.replyDueAt)) : std::nullopt;
        case Watch::Ladder:
            return one.rung > 0 && !one.handledAt ? std::optional(qint64{-one.rung}) : std::nullopt;
        case Watch::CallBack:
            return one.state == CaseState::PendingClose && one.source == CaseSource::Hotline &&
                           !one.calledBackAt
                       ? std::optional(at(one.reportedAt))
                       : std::nullopt;
        case Watch::Check:
            if (one.state != CaseState::FedBack && one.state != CaseState::Checking) {
                return std::nullopt;
            }
            return at(one.stageDueAt  ? one.stageDueAt
                      : one.handledAt ? one.handledAt
                                      : one.reportedAt);
        case Watch::None:
            break;
        }
        return 0;
    }
    static bool isMoreUrgent(const Case &one, const Case &other)
    {
        const auto key = [](const Case &c) {
            const auto at = [](const std::optional<Instant> &moment) {
                return moment ? static_cast<qint64>(moment->time_since_epoch().count()) : qint64(0);
            };
            return c.handledAt ? std::tuple(2, at(c.handledAt), qint64(0), c.id.value)
                   : c.dueAt
                       ? std::tuple(0, at(c.dueAt), qint64(0), c.id.value)
                       : std::tuple(1, -static_cast<qint64>(c.level), at(c.reportedAt), c.id.value);
        };
        return key(one) < key(other);
    }
    static QList<CaseId> wanted(const LiveCases &live, const QueueFilter &filter, Instant now)
    {
        QList<Case> all;
        for (const Case &one : live.all()) {
            if (passes(filter, one, now) && watched(filter, one, now)) {
                all.append(one);
            }
        }
        std::ranges::sort(all, [&](const Case &one, const Case &other) {
            const auto first = watched(filter, one, now);
            const auto second = watched(filter, other, now);
            return first != second ? first < second : isMoreUrgent(one, other);
        });
        QList<CaseId> ids;
        for (const Case &one : std::as_const(all)) {
            ids.append(one.id);
        }
        return ids;
    }
    static QList<CaseId> rowsOf(const CaseFilterProxy &queue)
    {
        QList<CaseId> ids;
        for (int row = 0; row < queue.rowCount(); ++row) {
            ids.append(queue.idAt(row));
        }
        return ids;
    }
    /** Every combination of 2 streets, 2 classes, 3 states and 4 levels alike; all overdue. */
    static QList<Case> evenly(int count)
    {
        QList<Case> open;
        open.reserve(count);
        for (int i = 0; i < count; ++i) {
            const std::array states{CaseState::Filed, CaseState::AtUnit, CaseState::Handling};
            Case one = aCase(i)
                           .street(u"11010100%1"_s.arg(i % 2))
                           .state(states.at(static_cast<std::size_t>(i / 4 % 3)))
                           .level(static_cast<CaseLevel>(i / 12 % 4))
                           .due(kNow - 1h - std::chrono::seconds{(i * 7919) % 100'000});
            one.classKey.code = u"0601%1"_s.arg(i / 2 % 2);
            open.append(one);
        }
        return open;
    }

private slots:
    void isTheSameAsTheLongWay()
    {
        QRandomGenerator random(20261121);
        QList<Case> first;
        for (int i = 0; i < 900; ++i) {
            first.append(randomCase(random, i));
        }
        Bench b(first);
        const QAbstractItemModelTester tester(b.queue.get());
        for (int round = 0; round < 60; ++round) {
            const QueueFilter filter = randomFilter(random);
            b.queue->setFilter(filter);
            // Updates come while rows are still being filled in.
            for (int update = 0; update < 6; ++update) {
                QList<Case> changed;
                const int many = round % 10 == 9 ? 300 : 5;
                for (int i = 0; i < many; ++i) {
                    changed.append(randomCase(random, random.bounded(1000)));
                }
                b.live.update(changed);
                if (update == 3) {
                    b.district.time.set(b.district.time.now() + 1min);
                    b.cases->passTime();
                }
                const QList<CaseId> all = wanted(b.live, filter, b.district.time.now());
                const QList<CaseId> rows = rowsOf(*b.queue);
                QVERIFY(rows == all.first(std::min(rows.size(), all.size())));
                QVERIFY(rows.size() <= all.size());
                QVERIFY(rows.size() >= std::min<qsizetype>(all.size(), 50));
                QVERIFY(b.queue->allCases() == all);
                if (!b.queue->isCounting()) {
                    QCOMPARE(b.queue->count(), all.size());
                }
            }
            b.queue->fill();
            QVERIFY(b.queue->isFilled());
            QVERIFY(rowsOf(*b.queue) == wanted(b.live, filter, b.district.time.now()));
            QCOMPARE(b.queue->count(), b.queue->rowCount());
        }
    }
    void everyOrderIsOne()
    {
        QRandomGenerator random(7);
        QList<Case> first;
        for (int i = 0; i < 3000; ++i) { // more than one slice
            first.append(randomCase(random, i));
        }
        Bench b(first);
        const QAbstractItemModelTester tester(b.queue.get());
        for (int round = 0; round < 40; ++round) {
            b.queue->setFilter(round % 3 == 0 ? randomFilter(random) : QueueFilter{});
            const int column = random.bounded(CaseTableModel::kColumns + 2) - 2;
            const auto order = random.bounded(2) == 0 ? Qt::AscendingOrder : Qt::DescendingOrder;
            b.queue->sort(column, order);
            for (int update = 0; update < 4; ++update) {
                QList<Case> changed;
                for (int i = 0; i < (round % 10 == 9 ? 300 : 5); ++i) {
                    changed.append(randomCase(random, random.bounded(3100)));
                }
                b.live.update(changed);
                QCoreApplication::processEvents(); // a slice or two
            }
            b.queue->fill();
            const QueueFilter filter = b.queue->filter();
            QList<CaseId> rows = rowsOf(*b.queue);
            for (int row = 1; row < rows.size() && column >= 0; ++row) {
                const Case &one = *b.queue->caseAt(row - 1);
                const Case &other = *b.queue->caseAt(row);
                const auto before = [&](const auto &upper, const auto &lower) {
                    return order == Qt::AscendingOrder ? upper <= lower : upper >= lower;
                };
                const auto what = static_cast<Column>(column);
                QVERIFY(what != Column::Number || before(one.number, other.number));
                QVERIFY(what != Column::Level || before(one.level, other.level));
                QVERIFY(what != Column::State || before(one.state, other.state));
                QVERIFY(what != Column::Unit || before(one.unit, other.unit));
                QVERIFY(what != Column::Reported || before(one.reportedAt, other.reportedAt));
            }
            QList<CaseId> all = wanted(b.live, filter, kNow);
            const auto byId = [](const CaseId &one, const CaseId &other) {
                return one.value < other.value;
            };
            std::ranges::sort(rows, byId);
            std::ranges::sort(all, byId);
            QVERIFY(rows == all);
        }
    }
    void theFirstRowsCostTheSameHoweverManyThereAre()
    {
        QList<qint64> opening;
        QList<qint64> filtering;
        QList<qsizetype> signalsOfAnEvent;
        for (const int count : {1000, 10'000, 100'000}) {
            const QList<Case> open = evenly(count);
            Bench b(open);
            b.queue->setFilling(false);
            QueueFilter filter;
            filter.states = {CaseState::Filed};
            qint64 before = b.queue->visits();
            b.queue->setFilter(filter);
            opening.append(b.queue->visits() - before);
            filter.states.clear();
            filter.street = u"110101001"_s;
            filter.classKey = ClassKey{defaultScheme(), CaseKind::Matter, u"06011"_s};
            filter.overdueOnly = true;
            before = b.queue->visits();
            b.queue->setFilter(filter);
            filtering.append(b.queue->visits() - before);
            QCOMPARE(b.queue->rowCount(), CaseFilterProxy::kFirst);
            QCOMPARE(b.queue->count(), count / 4);
            // One event: one row moves, goes or changes, and nothing is looked at again.
            QSignalSpy data(b.queue.get(), &QAbstractItemModel::dataChanged);
            QSignalSpy moved(b.queue.get(), &QAbstractItemModel::rowsMoved);
            before = b.queue->visits();
            Case one = *b.queue->caseAt(50);
            one.text = u"another"_s;
            b.live.update({one});
            QCOMPARE(data.size(), 1);
            QCOMPARE(data.first().at(0).toModelIndex().row(), 50);
            QCOMPARE(data.first().at(1).toModelIndex().row(), 50);
            one.dueAt = *b.queue->caseAt(10)->dueAt - 1ms;
            b.live.update({one});
            QCOMPARE(moved.size(), 1);
            QCOMPARE(data.size(), 2);
            QCOMPARE(data.last().at(0).toModelIndex().row(), 10);
            QCOMPARE(b.queue->visits(), before);
            signalsOfAnEvent.append(data.size() + moved.size());
        }
        QCOMPARE(opening, QList<qint64>(3, 4 + 100));    // a list for each level
        QCOMPARE(filtering, QList<qint64>(3, 12 + 100)); // a list for each state and level
        QCOMPARE(signalsOfAnEvent, QList<qsizetype>(3, 3));
    }
    void whatIsWatchedCostsTheSameHoweverManyThereAre()
    {
        QList<qint64> opening;
        QList<qsizetype> signalsOfAnEvent;
        for (const int count : {1000, 10'000, 100'000}) {
            QList<Case> open = evenly(count);
            for (int i = 0; i < count; ++i) {
                open[i].steppedAt = kNow - std::chrono::hours{48} - std::chrono::seconds{i % 3600};
            }
            Bench b(open);
            b.queue->setFilling(false);
            QueueFilter filter;
            filter.watch = Watch::Stuck;
            filter.band = AgeBand::ThreeDays;
            filter.street = u"110101001"_s;
            const qint64 before = b.queue->visits();
            b.queue->setFilter(filter);
            opening.append(b.queue->visits() - before);
            QCOMPARE(b.queue->count(), count / 2);
            // One event: one row goes, and nothing is looked at again.
            QSignalSpy data(b.queue.get(), &QAbstractItemModel::dataChanged);
            QSignalSpy removed(b.queue.get(), &QAbstractItemModel::rowsRemoved);
            const qint64 visits = b.queue->visits();
            Case one = *b.queue->caseAt(50);
            one.steppedAt = kNow;
            b.live.update({one});
            QCOMPARE(removed.size(), 1);
            QCOMPARE(b.queue->visits(), visits);
            signalsOfAnEvent.append(data.size() + removed.size());
            // A second later nobody has come into the band or left it: nothing is read again.
            b.district.time.set(kNow + 1ms);
            b.cases->passTime();
            QCOMPARE(b.queue->visits(), visits);
        }
        QCOMPARE(opening, QList<qint64>(3, 1 + 100)); // one list
        QCOMPARE(signalsOfAnEvent, QList<qsizetype>(3, 1));
    }
    void theRestComesInSlices()
    {
        Bench b(evenly(30'000));
        QSignalSpy inserted(b.queue.get(), &QAbstractItemModel::rowsInserted);
        QCOMPARE(b.queue->rowCount(), CaseFilterProxy::kFirst);
        QCOMPARE(b.queue->count(), 30'000);
        QTRY_VERIFY(b.queue->isFilled());
        QCOMPARE(b.queue->rowCount(), 30'000);
        QVERIFY(inserted.size() >= 7);
        for (const QList<QVariant> &one : std::as_const(inserted)) {
            QVERIFY(one.at(2).toInt() - one.at(1).toInt() < 4000);
        }
        // Words are looked for in slices too, and counted as they are found.
        QueueFilter filter;
        filter.text = u"Problem 7"_s;
        b.queue->setFilter(filter);
        QVERIFY(b.queue->isCounting());
        const qint64 soFar = b.queue->count();
        QTRY_VERIFY(!b.queue->isCounting());
        QVERIFY(b.queue->count() > soFar);
    }
    void whatIsBeyondTheFilledRowsIsOnlyCounted()
    {
        const QList<Case> open = evenly(5000);
        Bench b(open);
        b.queue->setFilling(false);
        QSignalSpy inserted(b.queue.get(), &QAbstractItemModel::rowsInserted);
        QSignalSpy data(b.queue.get(), &QAbstractItemModel::dataChanged);
        b.live.update({aCase(9000).due(kNow + 9h)});
        QCOMPARE(b.queue->count(), 5001);
        QCOMPARE(inserted.size() + data.size(), 0);
        b.live.update({aCase(9001).due(kNow - 900h)});
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(b.queue->rowOf(Case(aCase(9001)).id), 0);
        QVERIFY(b.queue->passes(Case(aCase(9000)).id));
        QCOMPARE(b.queue->rowOf(Case(aCase(9000)).id), -1);
        QVERIFY(b.queue->reveal(Case(aCase(9000)).id));
        QCOMPARE(b.queue->rowOf(Case(aCase(9000)).id), 5001);
    }
    void whatRunsOutComesByItself()
    {
        QList<Case> open;
        for (int i = 0; i < 50; ++i) {
            open.append(aCase(i).due(kNow + std::chrono::seconds{i}));
        }
        Bench b(open);
        QueueFilter filter;
        filter.overdueOnly = true;
        b.queue->setFilter(filter);
        const QAbstractItemModelTester tester(b.queue.get());
        QSignalSpy data(b.queue.get(), &QAbstractItemModel::dataChanged);
        for (int second = 0; second < 60; ++second) {
            QCOMPARE(b.queue->count(), std::min(second, 50));
            QCOMPARE(b.queue->rowCount(), std::min(second, 50));
            b.district.time.set(kNow + std::chrono::seconds{second + 1});
            b.cases->passTime();
        }
        QCOMPARE(data.size(), 0);
    }
    void everyOpenStateHasOneStage()
    {
        for (int i = 0; i <= static_cast<int>(CaseState::Archived); ++i) {
            const auto state = static_cast<CaseState>(i);
            const auto stages = std::ranges::count_if(
                kCaseStages, [&](CaseStage stage) { return statesOf(stage).contains(state); });
            QCOMPARE(stages, isOpen(state) ? 1 : 0);
        }
        for (const CaseStage stage : kCaseStages) {
            QVERIFY(caseStageFromId(toId(stage)) == stage);
        }
    }
    void heat()
    {
        const HeatLimits limits;
        const Case red = aCase(1).level(CaseLevel::Red); // awaits dispatch
        const auto after = [&](const Case &one, std::chrono::seconds waited) {
            return heatOf(one, limits, *one.reportedAt + waited);
        };
        QCOMPARE(after(red, 59s), Heat::None);
        QCOMPARE(after(red, 60s), Heat::Warm);
        QCOMPARE(after(red, 120s), Heat::Hot);
        QCOMPARE(after(red, 240s), Heat::Burning);
        QCOMPARE(after(aCase(1), 29min), Heat::None);
        QCOMPARE(after(aCase(1), 30min), Heat::Warm);
        QCOMPARE(after(aCase(1).level(CaseLevel::Orange), 5min), Heat::Warm);
        QCOMPARE(after(aCase(1).level(CaseLevel::Yellow), 15min), Heat::Warm);
        QCOMPARE(after(aCase(1).state(CaseState::AtUnit), 99h), Heat::None);
        // Given back by a unit: the desk has its own limit for it anew.
        Case back = aCase(1);
        back.filedAt = *back.reportedAt;
        back.dispatchedAt = *back.reportedAt + 1h;
        back.stageDueAt = *back.reportedAt + 100h;
        QCOMPARE(after(back, 99h), Heat::None);
        QCOMPARE(after(back, 100h + 29min), Heat::None);
        QCOMPARE(after(back, 100h + 30min), Heat::Warm);
        Case filed = red;
        filed.filedAt = *filed.reportedAt + 1h;
        QCOMPARE(after(filed, 1h), Heat::None); // it waits for its dispatch since then
        QRandomGenerator random(3);
        QList<Case> open;
        for (int i = 0; i < 400; ++i) {
            open.append(randomCase(random, i));
        }
        Bench b(open);
        const auto tooLong = [&](const QString &division) {
            return std::ranges::count_if(b.live.all(), [&](const Case &one) {
                return one.street.startsWith(division) && heatOf(one, limits, kNow) != Heat::None;
            });
        };
        QVERIFY(tooLong({}) > 10);
        QCOMPARE(b.live.index().waitingTooLong({}, limits, kNow), tooLong({}));
        QueueFilter street;
        street.division = u"110101001"_s;
        QCOMPARE(b.live.index().waitingTooLong(street, limits, kNow), tooLong(street.division));
        std::swap(street.street, street.division);
        QCOMPARE(b.live.index().waitingTooLong(street, limits, kNow), tooLong(street.street));
        b.queue->sort(CaseFilterProxy::kByHeat);
        b.queue->fill();
        for (int row = 1; row < b.queue->rowCount(); ++row) {
            QVERIFY(heatShare(*b.queue->caseAt(row - 1), limits, kNow) >=
                    heatShare(*b.queue->caseAt(row), limits, kNow));
        }
    }
};
static const TestRegistration<TestCaseIndex> sRegistration;

} // namespace gridward

#include "test_caseindex.moc"
