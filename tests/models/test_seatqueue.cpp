// SPDX-License-Identifier: GPL-3.0-or-later
// What a street office's seat asks of a server all day: the rows that are read for it, with all
// that its rights cost, do not grow with the store.
#include "models/store/accountstore.h"
#include "models/store/sqlstore.h"
#include "tests/support/sqlwork.h"
#include "tests/support/storebuilders.h"
#include "tests/support/storekinds.h"
#include "tests/support/testregistry.h"

using namespace Qt::StringLiterals;

namespace gridward {

class TestSeatQueue : public QObject
{
    Q_OBJECT
private:
    StoreMaker mMaker;
    std::unique_ptr<Store> mSmall; ///< as the seat
    std::unique_ptr<Store> mLarge;

    std::unique_ptr<Store> seatAt(int cases)
    {
        const QString name = mMaker.make(u"server"_s);
        User user;
        user.name = u"queue.street"_s;
        user.role = u"street"_s;
        user.division = smallDivisions().at(1).code;
        {
            const Result<std::unique_ptr<Store>> store = openStore(name);
            if (!store || !fillSmallDistrict(*store.value()) || !addCases(*store.value(), cases) ||
                !store.value()->write(QList<User>{user}) ||
                !static_cast<SqlStore &>(*store.value()).publish() ||
                !SqlWork::tellPlansTo(static_cast<SqlStore &>(*store.value()).connection())) {
                return nullptr;
            }
            // A login is of the cluster: the first store makes it, the other one only lets it in.
            SqlConnection &connection = static_cast<SqlStore &>(*store.value()).connection();
            const Result<void> login = connection.execute(
                u"DO $$ BEGIN IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = "
                u"'queue.street') "
                "THEN CREATE ROLE \"queue.street\" LOGIN IN ROLE gridward_seat; END IF; "
                "EXECUTE format('GRANT CONNECT ON DATABASE %I TO \"queue.street\"', "
                "current_database()); END $$"_s);
            if (!login) {
                qWarning() << login.error().detail;
                return nullptr;
            }
        }
        Result<std::unique_ptr<Store>> seat =
            openStore(QString(name).replace(u"user=gridward_admin"_s, u"user=queue.street"_s));
        if (!seat) {
            qWarning() << seat.error().message << seat.error().detail;
            return nullptr;
        }
        std::unique_ptr<Store> store = std::move(seat).value();
        store->actAs(user, testStart());
        return store;
    }
    static qint64 rowsFor(Store &store, const std::function<bool(Store &)> &ask)
    {
        if (!ask(store)) { // what is asked for the first time, rights and plans, is known then
            return -1;
        }
        const SqlWork work(static_cast<SqlStore &>(store).connection());
        return ask(store) && work.statements() > 0 ? work.steps() : -1;
    }

private slots:
    void initTestCase()
    {
        mSmall = seatAt(40);
        mLarge = seatAt(4000);
        QVERIFY(mSmall && mLarge);
    }
    void theQueueOfAStreet_data()
    {
        QTest::addColumn<int>("which");
        QTest::newRow("all of its street") << 0;
        QTest::newRow("open") << 1;
        QTest::newRow("of a state") << 2;
        QTest::newRow("of a class") << 3;
        QTest::newRow("by number") << 4;
        QTest::newRow("one case") << 5;
        QTest::newRow("the log of a case") << 6;
        QTest::newRow("what is new") << 7;
        QTest::newRow("the last events") << 8;
    }
    void theQueueOfAStreet()
    {
        QFETCH(int, which);
        const auto ask = [which](Store &store) {
            CaseQuery query;
            query.street = smallDivisions().at(1).code;
            query.limit = 10;
            query.openOnly = which == 1 || which == 3;
            if (which == 2) {
                query.state = CaseState::Filed;
            }
            if (which == 3) {
                query.classCode = smallCatalogue().first().key.code;
            }
            const CaseId first = CaseId::make(testStart(), 0, 0);
            switch (which) {
            case 4: {
                const Result<Case> one = store.cases().find(first);
                return one && store.cases().findNumber(one.value().number).isOk();
            }
            case 5:
                return store.cases().findThose({first}).isOk();
            case 6: {
                const Result<QList<CaseEvent>> events = store.cases().events(first);
                return events && !events.value().isEmpty();
            }
            case 7: {
                const Result<LogPosition> end = store.cases().lastPosition();
                return end && store.cases().changesAfter(end.value(), 10).isOk();
            }
            case 8: {
                const Result<QList<LatestEvent>> latest = store.cases().latestEvents(12, {});
                return latest && latest.value().size() == 12;
            }
            default: {
                const Result<QList<Case>> list = store.cases().list(query);
                return list && list.value().size() == 10;
            }
            }
        };
        const qint64 small = rowsFor(*mSmall, ask);
        const qint64 large = rowsFor(*mLarge, ask);
        QVERIFY(small >= 0);
        QVERIFY2(large <= small + 40,
                 qPrintable(u"%1 rows, %2 in the large one"_s.arg(small).arg(large)));
    }
};

static const TestRegistration<TestSeatQueue> registration;

} // namespace gridward

#include "test_seatqueue.moc"
