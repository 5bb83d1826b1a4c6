// SPDX-License-Identifier: GPL-3.0-or-later
// Going through all cases: in stretches on a server, by few statements, and all of one moment.
#include "models/store/casestretches.h"
#include "models/store/postgisstore.h"
#include "tests/support/sqlwork.h"
#include "tests/support/storebuilders.h"
#include "tests/support/storekinds.h"
#include "tests/support/testregistry.h"

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr int kCases = kCasesOfStretch * 2 + 150; ///< three stretches, the last one short
constexpr int kMostStatements = 12;               ///< where the ends are, rows and logs of three

CasePlaceQuery allPlaces()
{
    CasePlaceQuery query;
    query.from = testStart() - std::chrono::minutes(kCases);
    query.to = testStart() + std::chrono::minutes(1);
    return query;
}

} // namespace

class TestStoreStretches : public QObject
{
    Q_OBJECT

private:
    /** The cases of addCases() come newest first; every second one was filed. */
    [[nodiscard]] static std::unique_ptr<SqlStore> filledStore(StoreMaker &maker,
                                                               const QString &kind)
    {
        std::unique_ptr<Store> store = maker.empty(kind);
        if (!store || !addCases(*store, kCases)) {
            return nullptr;
        }
        return std::unique_ptr<SqlStore>(static_cast<SqlStore *>(store.release()));
    }

private slots:
    void everyVisitSeesAllInOrderByFewStatements_data() { addStoreKinds(); }
    void everyVisitSeesAllInOrderByFewStatements()
    {
        QFETCH(QString, kind);
        StoreMaker maker;
        const std::unique_ptr<SqlStore> store = filledStore(maker, kind);
        QVERIFY(store);
        CaseStore &cases = store->cases();
        QList<CaseId> ids;
        const auto ends = [&](auto &&visit) {
            const SqlWork work(store->connection());
            const Result<void> done = visit();
            if (!done) {
                qWarning() << done.error().message << done.error().detail;
            }
            const int most = store->connection().isServer() ? kMostStatements : 0;
            const bool isFew = work.statements() <= most;
            return QPair(done.isOk() && isFew, work.statements());
        };
        const auto rows = ends([&] {
            return cases.visitAll([&](const Case &one, const QList<CaseEvent> &events) {
                const Result<Case> derived = replay(one.id, events);
                const bool isRight = derived && derived.value() == one;
                ids.append(isRight ? one.id : CaseId{});
                return true;
            });
        });
        QVERIFY2(rows.first, qPrintable(QString::number(rows.second)));
        QCOMPARE(ids.size(), kCases);
        for (int i = 0; i < kCases; ++i) {
            const int minute = kCases - 1 - i;
            QCOMPARE(ids.at(i),
                     CaseId::make(testStart() - std::chrono::minutes(minute),
                                  0,
                                  static_cast<quint64>(minute)));
        }
        int visited = 0;
        const auto records = ends([&] {
            return cases.visitRecords([&](const CaseRecord &, const QList<CaseEvent> &events) {
                visited += static_cast<int>(events.size());
                return true;
            });
        });
        QVERIFY2(records.first, qPrintable(QString::number(records.second)));
        QCOMPARE(visited, kCases + kCases / 2);
        visited = 0;
        const auto places = ends([&] {
            return cases.visitPlaces(allPlaces(), [&](const CasePlace &) {
                ++visited;
                return true;
            });
        });
        QVERIFY2(places.first, qPrintable(QString::number(places.second)));
        QCOMPARE(visited, kCases);
        visited = 0;
        const EvaluatedQuery query{allPlaces().from, allPlaces().to, ids.at(kCasesOfStretch / 2)};
        const auto evaluated = ends([&] {
            return cases.visitEvaluated(query, [&](const EvaluatedCase &) {
                ++visited;
                return true;
            });
        });
        QVERIFY2(evaluated.first, qPrintable(QString::number(evaluated.second)));
        QCOMPARE(visited, kCases - kCasesOfStretch / 2 - 1);
    }
    void whatIsNotToBeSeenIsInNoStretch_data() { addStoreKinds(); }
    void whatIsNotToBeSeenIsInNoStretch()
    {
        QFETCH(QString, kind);
        StoreMaker maker;
        const std::unique_ptr<SqlStore> store = filledStore(maker, kind);
        QVERIFY(store && fillSmallDistrict(*store));
        const User here{u"street1"_s, {}, u"street"_s, u"110101001"_s, {}, false};
        const User elsewhere{u"street2"_s, {}, u"street"_s, u"110101002"_s, {}, false};
        QVERIFY(store->write(QList<User>{here, elsewhere}));
        store->actAs(elsewhere, testStart());
        int visited = 0;
        QVERIFY(store->cases().visitAll([&](const Case &, const QList<CaseEvent> &) {
            ++visited;
            return true;
        }));
        QCOMPARE(visited, 0);
        store->actAs(here, testStart());
        int events = 0;
        QVERIFY(store->cases().visitAll([&](const Case &, const QList<CaseEvent> &log) {
            ++visited;
            events += static_cast<int>(log.size());
            return true;
        }));
        QCOMPARE(visited, kCases);
        QCOMPARE(events, kCases + kCases / 2);
    }
    void aVisitIsOfOneMoment()
    {
        StoreMaker maker;
        const std::unique_ptr<SqlStore> store = filledStore(maker, u"server"_s);
        QVERIFY(store);
        Result<std::unique_ptr<PostgisStore>> other =
            PostgisStore::open(store->connection().path());
        QVERIFY(other);
        const Instant late = testStart() + std::chrono::hours(1);
        const CaseId newest = CaseId::make(testStart(), 0, 0);
        int visited = 0;
        int events = 0;
        QVERIFY(store->cases().visitAll([&](const Case &one, const QList<CaseEvent> &log) {
            if (++visited == 1) { // in the first stretch: those behind it are still to be read
                CaseStore &cases = other.value()->cases();
                if (!cases.add(CaseId::make(late, 1, 1), reportStep(late)) ||
                    !cases.append(newest, 1, stepOf(CaseAction::File, CaseState::Filed, late))) {
                    return false;
                }
            }
            events += one.id == newest ? static_cast<int>(log.size()) : 0;
            return true;
        }));
        QCOMPARE(visited, kCases);
        QCOMPARE(events, 1);
        QCOMPARE(store->cases().events(newest).value().size(), 2);
    }
};

static const TestRegistration<TestStoreStretches> registration;

} // namespace gridward

#include "test_storestretches.moc"
