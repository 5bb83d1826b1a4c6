// SPDX-License-Identifier: GPL-3.0-or-later
// What the wall asks a store for: what happened last, registrations by the hour, who was seen; the
// same on every kind of store, and how much is read for it.
#include "models/store/accessstore.h"
#include "models/store/staffstore.h"
#include "tests/support/memorystore.h"
#include "tests/support/sqlorder.h"
#include "tests/support/sqlwork.h"
#include "tests/support/storebuilders.h"
#include "tests/support/storekinds.h"
#include "tests/support/testregistry.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace gridward {

namespace {

const auto kStreet = u"110101001"_s;
const auto kElsewhere = u"110101002"_s;

CaseId idAt(Instant at, quint64 bits)
{
    return CaseId::make(at, 3, bits);
}

/** "2 file, 1 report": sequence and action, in order. */
QString told(const QList<LatestEvent> &events)
{
    QStringList all;
    for (const LatestEvent &event : events) {
        all.append(u"%1 %2"_s.arg(event.sequence).arg(toId(event.action)));
    }
    return all.join(u", "_s);
}

} // namespace

class TestWallDeskStore : public QObject
{
    Q_OBJECT

    StoreMaker mMaker;
    std::unique_ptr<Store> mStore;

    [[nodiscard]] bool isMap() const
    {
        QFETCH_GLOBAL(QString, kind);
        return kind == "map"_L1;
    }
    [[nodiscard]] SqlConnection &connection() const
    {
        return static_cast<SqlStore &>(*mStore).connection();
    }
    [[nodiscard]] bool begin()
    {
        QFETCH_GLOBAL(QString, kind);
        mStore = isMap() ? std::unique_ptr<Store>(std::make_unique<MemoryStore>())
                         : std::unique_ptr<Store>(mMaker.empty(kind));
        return mStore && fillSmallDistrict(*mStore) &&
               mStore
                   ->write(QList<Division>{
                       {kElsewhere, u"110101"_s, u"street"_s, u"二街道"_s, 0, 0.0, {}}})
                   .isOk() &&
               mStore
                   ->write(QList<User>{{u"street2"_s, {}, u"street"_s, kElsewhere, u"U2"_s, false},
                                       {u"leader1"_s, {}, u"leader"_s, {}, {}, false}})
                   .isOk();
    }
    [[nodiscard]] bool add(const CaseId &id, QList<CaseStep> steps, const QString &street = kStreet)
    {
        steps.first().facts.insert(u"street"_s, street);
        Result<std::unique_ptr<CaseBatch>> batch = mStore->cases().beginBatch();
        const bool isAdded = batch && batch.value()->add(id, steps);
        return isAdded && batch.value()->commit();
    }
    /** So many reports of the first street, a minute apart, the last one at the start. */
    [[nodiscard]] bool addMany(int count, const QString &street)
    {
        Result<std::unique_ptr<CaseBatch>> batch = mStore->cases().beginBatch();
        for (int i = 0; i < count; ++i) {
            CaseStep report = reportStep(testStart() - std::chrono::minutes(i));
            report.facts.insert(u"street"_s, street);
            if (!batch || !batch.value()->add(idAt(report.at, 1'000'000U + i), {report})) {
                return false;
            }
        }
        return batch && batch.value()->commit();
    }
    [[nodiscard]] QList<LatestEvent> latest(int limit, const std::optional<Instant> &at = {})
    {
        const Result<QList<LatestEvent>> read = mStore->cases().latestEvents(limit, at);
        return read ? read.value() : QList<LatestEvent>();
    }
    void settle()
    {
        if (connection().isServer()) { // as it does by itself within a minute
            QVERIFY(connection().execute(u"ANALYZE"_s));
        }
    }

private slots:
    void initTestCase_data()
    {
        addStoreKinds();
        QTest::newRow("map") << u"map"_s;
    }
    void init() { QVERIFY(begin()); }

    void theLastEventsGoByTheirTime()
    {
        const Instant start = testStart();
        // Written first, but its last step is the newest of all.
        QVERIFY(add(
            idAt(start - 3h, 1),
            {reportStep(start - 3h), stepOf(CaseAction::File, CaseState::Filed, start - 1min)}));
        QVERIFY(
            add(idAt(start - 2h, 2),
                {reportStep(start - 2h), stepOf(CaseAction::Void, CaseState::Void, start - 1h)}));
        QCOMPARE(told(latest(10)), u"2 file, 2 void, 1 report, 1 report"_s);
        QCOMPARE(latest(10).first().at, start - 1min);
        QCOMPARE(latest(10).first().subject.state, CaseState::Filed);
        QCOMPARE(latest(10).first().subject.id, idAt(start - 3h, 1));
        QCOMPARE(told(latest(2)), u"2 file, 2 void"_s);
        // The case as it is now, whichever of its events is told.
        QCOMPARE(latest(10).last().subject.state, CaseState::Filed);
        // Until a moment, that one included.
        QCOMPARE(told(latest(10, start - 1h)), u"2 void, 1 report, 1 report"_s);
        QCOMPARE(told(latest(10, start - 1h - 1ms)), u"1 report, 1 report"_s);
        QCOMPARE(latest(10, start - 4h).size(), 0);
        QCOMPARE(latest(0).size(), 0);
    }
    void whatTheProgramUrgesIsNoNews()
    {
        const Instant start = testStart();
        CaseStep byItself = stepOf(CaseAction::Urge, CaseState::Reported, start - 2min);
        byItself.actor = programAccount();
        CaseStep byHand = stepOf(CaseAction::Urge, CaseState::Reported, start - 1min);
        byHand.actor = u"supervisor1"_s;
        QVERIFY(add(idAt(start - 3h, 1), {reportStep(start - 3h), byItself, byHand}));
        QCOMPARE(told(latest(10)), u"3 urge, 1 report"_s);
    }
    void ofOneMomentTheLaterStepComesFirst()
    {
        const Instant start = testStart();
        QVERIFY(add(idAt(start, 1),
                    {reportStep(start), stepOf(CaseAction::File, CaseState::Filed, start)}));
        if (!isMap()) {
            QCOMPARE(told(latest(10)), u"2 file, 1 report"_s);
        }
        QCOMPARE(latest(10).size(), 2);
    }
    void theLastEventsAreThoseThatTheUserMaySee()
    {
        if (isMap()) {
            return; // it knows no rights
        }
        const Instant start = testStart();
        QVERIFY(add(idAt(start - 5h, 1), {reportStep(start - 5h)}, kElsewhere));
        QVERIFY(addMany(300, kStreet)); // all of them later
        mStore->actAs(mStore->user(u"street2"_s).value(), start);
        const QList<LatestEvent> theirs = latest(12);
        QCOMPARE(theirs.size(), 1);
        QCOMPARE(theirs.first().subject.street, kElsewhere);
        QCOMPARE(latest(12, start - 6h).size(), 0);
        mStore->actAs(mStore->user(u"leader1"_s).value(), start);
        QCOMPARE(latest(12).size(), 12);
        QCOMPARE(latest(12).first().subject.street, kStreet);
        mStore->actAs(std::nullopt, start);
    }
    void theWorkForTheLastEventsDoesNotGrowWithTheStore()
    {
        if (isMap()) {
            return; // it goes through all that it has
        }
        QList<qint64> all;
        QList<qint64> theirs;
        QList<qint64> before;
        for (const int size : {7'000, 14'000}) {
            QVERIFY(begin());
            QVERIFY(addMany(size, kStreet));
            settle();
            const auto steps = [&](const std::optional<Instant> &at) {
                const SqlWork work(connection());
                const Result<QList<LatestEvent>> read = mStore->cases().latestEvents(12, at);
                return read ? work.steps() : -1;
            };
            all.append(steps({}));
            before.append(steps(testStart() - 50h));
            mStore->actAs(mStore->user(u"street2"_s).value(), testStart());
            theirs.append(steps({})); // has nothing at all: looks at the most it may
            mStore->actAs(std::nullopt, testStart());
        }
        for (const QList<qint64> &steps : {all, before, theirs}) {
            QVERIFY2(steps.first() > 0 && steps.last() <= steps.first() * 11 / 10 + 20,
                     qPrintable(u"%1, then %2"_s.arg(steps.first()).arg(steps.last())));
        }
        if (connection().isServer()) {
            QVERIFY(all.first() <= 3 * 12); // a dozen events, as the function tells them, and cases
        }
        QVERIFY2(all.first() * 20 < theirs.first(), qPrintable(QString::number(all.first())));
    }
    void registrationsAreCountedInOneQuestion()
    {
        const Instant start = testStart();
        for (const auto &[ago, bits] : {std::pair(0ms, 1),
                                        {1ms, 2},
                                        {59min, 3},
                                        {60min, 4},
                                        {61min, 5},
                                        {119min, 6},
                                        {10h, 7}}) {
            QVERIFY(add(idAt(start - ago, static_cast<quint64>(bits)), {reportStep(start - ago)}));
        }
        const auto counted = [&](std::chrono::milliseconds length, Instant from, Instant to) {
            return mStore->cases().registeredPer(length, from, to).value();
        };
        QCOMPARE(counted(1h, start - 3h, start), (QList<int>{0, 2, 3}));
        QCOMPARE(counted(1h, start - 3h, start + 1ms), (QList<int>{0, 2, 3, 1}));
        QCOMPARE(counted(1h, start - 150min, start - 60min), (QList<int>{1, 1}));
        QCOMPARE(counted(1h, start, start), QList<int>());
        int sum = 0;
        for (const int count : counted(15min, start - 11h, start + 1h)) {
            sum += count;
        }
        QCOMPARE(sum, mStore->cases().countRegistered(start - 11h, start + 1h).value());
        if (isMap()) {
            return;
        }
        const SqlOrder order(connection());
        QCOMPARE(counted(15min, start - 24h * 29, start + 1h).size(), 29 * 96 + 4);
        QCOMPARE(order.inside() + order.outside(), 1);
    }
    void registrationsAreThoseThatTheUserMaySee()
    {
        if (isMap()) {
            return; // it knows no rights
        }
        const Instant start = testStart();
        QVERIFY(add(idAt(start, 1), {reportStep(start)}));
        QVERIFY(add(idAt(start, 2), {reportStep(start)}, kElsewhere));
        QCOMPARE(mStore->cases().registeredPer(1h, start, start + 1h).value(), QList<int>{2});
        mStore->actAs(mStore->user(u"street2"_s).value(), start);
        QCOMPARE(mStore->cases().registeredPer(1h, start, start + 1h).value(), QList<int>{1});
        mStore->actAs(std::nullopt, start);
    }
    void whoWasSeenIsToldWithNameAndRole()
    {
        if (isMap()) {
            return; // what it keeps of staff is that of a store in memory
        }
        const Instant now = testStart();
        const QDate day(2026, 11, 21);
        const QString grid = smallGrids().first().code;
        const QString other = smallGrids().last().code;
        QVERIFY(mStore->write(QList<Person>{{u"p1"_s, u"王敏"_s, u"U1"_s, {}, {}, {}},
                                            {u"p2"_s, u"王强"_s, u"U1"_s, {}, {}, {}},
                                            {u"p4"_s, u"王磊"_s, u"U1"_s, {}, {}, {}}}));
        QVERIFY(mStore->write(QList<Duty>{
            {u"p1"_s, u"police"_s, grid, day.addDays(-5), {}},
            {u"p1"_s, u"manager"_s, grid, day, day},
            {u"p1"_s, u"fire"_s, other, day, {}},
            {u"p2"_s, u"manager"_s, grid, day.addDays(-9), day.addDays(-1)}})); // until yesterday
        QVERIFY(mStore->write(QList<StaffPosition>{{u"p1"_s, grid, now - 5min, {116.301, 39.901}},
                                                   {u"p2"_s, grid, now - 60min, {116.302, 39.9}},
                                                   {u"p3"_s, other, now, {116.303, 39.9}},
                                                   {u"p4"_s, other, now - 61min, {116.3, 39.9}}}));
        const QList<SeenPerson> seen = mStore->staff().seen(now - 1h, day).value();
        QCOMPARE(seen.size(), 3);
        QCOMPARE(
            seen.at(0),
            (SeenPerson{{u"p1"_s, grid, now - 5min, {116.301, 39.901}}, u"王敏"_s, u"manager"_s}));
        QCOMPARE(seen.at(1).role, QString());
        QCOMPARE(seen.at(1).name, u"王强"_s);
        QCOMPARE(seen.at(2).name, u"p3"_s); // nobody knows who that is
        const SqlOrder order(connection());
        QVERIFY(mStore->staff().seen(now - 2h, day));
        QCOMPARE(order.inside() + order.outside(), 1);
    }
};

static const TestRegistration<TestWallDeskStore> registration;

} // namespace gridward

#include "test_walldeskstore.moc"
