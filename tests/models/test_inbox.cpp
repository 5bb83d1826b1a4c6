// SPDX-License-Identifier: GPL-3.0-or-later
// Rows that came in: what the store keeps of them and who may work on them.
#include "tests/support/inboxbench.h"
#include "tests/support/testregistry.h"

using namespace Qt::StringLiterals;

namespace gridward {

class TestInbox : public InboxBench
{
    Q_OBJECT

private slots:
    void keepsWhatWasTold()
    {
        InboxArrival row = arrival(7, u"楼下有垃圾"_s, u"多福巷1号"_s);
        row.item.toldAt = u"2026年11月21日 15时"_s;
        row.item.place = GeoPoint{116.3010001, 39.9010001};
        row.item.proposedClass = InboxClass{CaseKind::Matter, u"06010"_s};
        row.item.classWords = u"有垃圾"_s;
        row.item.proposedPlace = {{116.301, 39.901}, u"多福巷1号"_s};
        row.item.level = CaseLevel::Orange;
        const InboxItem item = added(row);
        QCOMPARE(item.text, row.item.text);
        QCOMPARE(item.toldAt, row.item.toldAt);
        QCOMPARE(item.receivedAt, row.item.receivedAt);
        QCOMPARE(item.place, row.item.place);
        QCOMPARE(item.proposedClass, row.item.proposedClass);
        QCOMPARE(item.proposedPlace, row.item.proposedPlace);
        QCOMPARE(item.level, row.item.level);
        QCOMPARE(item.version, 1);
        QCOMPARE(mStore->inbox().item(item.id).value(), item);
    }

    void takesARowOnce()
    {
        mStore->actAs(std::nullopt, {});
        InboxArrival bare = arrival(0, u"没有编号的一行"_s);
        bare.item.number.clear();
        bare.rowHash = "abc";
        const QList<InboxArrival> rows{arrival(1, u"一"_s), arrival(1, u"一"_s), bare, bare};
        const InboxArrivals first = mStore->inbox().add(rows, by(u"admin1"_s)).value();
        QCOMPARE(first.added, 2);
        QCOMPARE(first.known, 2);
        QCOMPARE(mStore->inbox().add(rows, by(u"admin1"_s)).value().known, 4);
        InboxArrival other = arrival(1, u"一"_s);
        other.item.source = u"12319"_s; // the same number of another system is another row
        QCOMPARE(mStore->inbox().add({other}, by(u"admin1"_s)).value().added, 1);
    }

    void aNumberAloneIsNoIdentity()
    {
        mStore->actAs(std::nullopt, {});
        InboxArrival later = arrival(1, u"一"_s);
        later.item.toldAt = u"2026/11/28"_s; // next week's sheet begins at 1 again
        later.item.receivedAt = testStart() + std::chrono::hours(168);
        later.rowHash = "later";
        const QList<InboxArrival> rows{
            arrival(1, u"一"_s), arrival(1, u"一，还没有人来"_s), later, arrival(11, u"一"_s)};
        const InboxArrivals first = mStore->inbox().add(rows, by(u"admin1"_s)).value();
        QCOMPARE(first.added, 4);
        QCOMPARE(first.known, 0);
        QCOMPARE(first.sameNumber, 2);
        // The same again, its time written in another way.
        InboxArrival again = rows.first();
        again.item.toldAt = u"2026年11月21日 7时"_s;
        again.rowHash = "written in another way";
        const InboxArrivals second =
            mStore->inbox().add(rows + QList<InboxArrival>{again}, by(u"admin1"_s)).value();
        QCOMPARE(second.added, 0);
        QCOMPARE(second.known, 5);
    }

    void nothingIsDeletedOrRetold()
    {
        const InboxItem item = added(arrival(1, u"一"_s));
        SqlConnection &sql = mStore->connection();
        QVERIFY(!sql.execute(u"DELETE FROM gridward_inbox"_s));
        QVERIFY(!sql.execute(u"DELETE FROM gridward_inbox_log"_s));
        QVERIFY(!sql.execute(u"UPDATE gridward_inbox SET text = 'x'"_s));
        QVERIFY(!sql.execute(u"UPDATE gridward_inbox_log SET actor = 'x'"_s));
        QVERIFY(!sql.execute(u"UPDATE gridward_inbox SET grid = 'x'"_s)); // no new version
        QCOMPARE(mStore->inbox().item(item.id).value(), item);
    }

    void whatEndedStays()
    {
        InboxItem item = ready(1);
        item = mClerk->carryOut(orderOf(InboxOrder::Kind::Register, item), userOf(u"acceptor"_s))
                   .value();
        QCOMPARE(item.state, InboxState::Registered);
        InboxOrder refuse = orderOf(InboxOrder::Kind::Refuse, item);
        refuse.text = u"x"_s;
        QVERIFY(!mClerk->carryOut(refuse, userOf(u"acceptor"_s)));
        QVERIFY(
            !mClerk->carryOut(orderOf(InboxOrder::Kind::Register, item), userOf(u"acceptor"_s)));
        QVERIFY(!mStore->connection().execute(
            u"UPDATE gridward_inbox SET state = 'waiting', case_id = '', version = version + 1, "
            "change = change + 100"_s));
    }

    void refusalNeedsAReasonAndCanBeTakenBack()
    {
        const InboxItem item = added(arrival(1, u"一"_s));
        const User user = userOf(u"acceptor"_s);
        QCOMPARE(mClerk->carryOut(orderOf(InboxOrder::Kind::Refuse, item), user).error().code,
                 ErrorCode::Refused);
        InboxOrder refuse = orderOf(InboxOrder::Kind::Refuse, item);
        refuse.text = u"不属于本区"_s;
        const InboxItem refused = mClerk->carryOut(refuse, user).value();
        QCOMPARE(refused.state, InboxState::Refused);
        QCOMPARE(refused.changedBy, u"acceptor1"_s);
        const InboxItem back =
            mClerk->carryOut(orderOf(InboxOrder::Kind::TakeBack, refused), user).value();
        QVERIFY(back.isWaiting());
        QVERIFY(back.reason.isEmpty());
        // The words are for people: no ids of states in them.
        const InboxItem ended =
            mClerk->carryOut(orderOf(InboxOrder::Kind::Register, ready(9)), user).value();
        const QString why = whyNotInto(ended, ended);
        QVERIFY2(!why.isEmpty() && !why.contains(u"registered:"_s) &&
                     !why.endsWith(u": registered."_s),
                 qPrintable(why));
        const QList<InboxStep> steps = mStore->inbox().history(item.id).value();
        QCOMPARE(steps.size(), 3);
        QCOMPARE(steps.at(1).action, u"refuse"_s);
        QCOMPARE(steps.at(1).facts.value(u"reason"_s).toString(), refuse.text);
    }

    void remembersWhatWasProposedAndChosen()
    {
        InboxArrival row = arrival(1, u"楼下有垃圾"_s);
        row.item.proposedClass = InboxClass{CaseKind::Matter, u"99999"_s};
        row.item.classWords = u"垃圾"_s;
        InboxOrder classify = orderOf(InboxOrder::Kind::Classify, added(row));
        classify.chosen = InboxClass{CaseKind::Matter, u"06010"_s};
        QVERIFY(mClerk->carryOut(classify, userOf(u"acceptor"_s)));
        const QJsonObject facts = mStore->inbox().history(classify.id).value().last().facts;
        QCOMPARE(facts.value(u"proposed_class"_s).toString(), u"matter:99999"_s);
        QCOMPARE(facts.value(u"class"_s).toString(), u"matter:06010"_s);
        QCOMPARE(facts.value(u"proposed_by"_s).toString(), u"垃圾"_s);
    }

    void asksWhoMay_data()
    {
        QTest::addColumn<QString>("role");
        QTest::addColumn<QString>("division");
        QTest::addColumn<bool>("reads");
        QTest::addColumn<bool>("works");
        QTest::addColumn<bool>("imports");
        const QString street = u"110101001"_s;
        QTest::newRow("acceptor") << u"acceptor"_s << QString() << true << true << true;
        QTest::newRow("acceptor of a street") << u"acceptor"_s << street << true << true << false;
        QTest::newRow("analyst") << u"analyst"_s << QString() << false << false << false;
        QTest::newRow("dispatcher") << u"dispatcher"_s << QString() << false << false << false;
        // Who brought the row in may see it; to work on it is another thing.
        QTest::newRow("admin") << u"admin"_s << QString() << true << false << true;
    }
    void asksWhoMay()
    {
        QFETCH(QString, role);
        QFETCH(QString, division);
        QFETCH(bool, reads);
        QFETCH(bool, works);
        QFETCH(bool, imports);
        const InboxItem item = added(arrival(1, u"一"_s));
        const User user = userOf(role, division);
        mStore->actAs(std::nullopt, {});
        QVERIFY(mStore->write(QList<User>{user}));
        actAs(user);
        QCOMPARE(mStore->inbox().list({}).isOk(), reads);
        QCOMPARE(reads ? mStore->inbox().list({}).value().size() : 1, 1);
        QCOMPARE(mStore->inbox().item(item.id).isOk(), reads);
        QCOMPARE(mStore->inbox().counts().isOk(), reads);
        QCOMPARE(mStore->inbox().changedSince(0, 10).isOk(), reads);
        QCOMPARE(mStore->inbox().history(item.id).isOk(), reads);
        InboxItem wanted = item;
        wanted.level = CaseLevel::Red;
        QCOMPARE(mStore->inbox().change(wanted, u"level"_s, by(user.name)).isOk(), works);
        QCOMPARE(mStore->inbox().add({arrival(2, u"二"_s)}, by(user.name)).isOk(), imports);
        // In nobody else's name.
        QVERIFY(!mStore->inbox().change(wanted, u"level"_s, by(u"somebody"_s)));
    }

    void listsByPage()
    {
        for (int number = 1; number <= 5; ++number) {
            added(arrival(number, QString::number(number)));
        }
        InboxQuery query;
        query.state = InboxState::Waiting;
        query.batch = u"b1"_s;
        query.limit = 2;
        QStringList seen;
        while (true) {
            const QList<InboxItem> page = mStore->inbox().list(query).value();
            if (page.isEmpty()) {
                break;
            }
            for (const InboxItem &item : page) {
                seen.append(item.text);
            }
            query.after = page.last().id;
        }
        QCOMPARE(seen.join(u' '), u"1 2 3 4 5"_s);
        const QList<InboxCount> counts = mStore->inbox().counts().value();
        QCOMPARE(counts, (QList<InboxCount>{{u"b1"_s, InboxState::Waiting, 5}}));
    }

    void whoImportedReadsTheirOwnRowsOnly()
    {
        const InboxItem own = added(arrival(1, u"一"_s));
        mStore->actAs(std::nullopt, {});
        QVERIFY(mStore->inbox().add({arrival(2, u"二"_s)}, by(u"acceptor2"_s)));
        actAs(userOf(u"admin"_s));
        const QList<InboxItem> seen = mStore->inbox().list({}).value();
        QCOMPARE(seen.size(), 1);
        QCOMPARE(seen.first().id, own.id);
    }

    void aPageWithoutTheirsIsNotTheEnd()
    {
        // Two streets; 500 rows of the other one stand in front of the one that is theirs.
        mStore->actAs(std::nullopt, {});
        const QString street = u"110101002"_s;
        const QString community = street + u"001"_s;
        UnitGrid grid = smallGrids().first();
        grid.code = community + u"001"_s;
        grid.community = community;
        grid.street = street;
        QVERIFY(mStore->write(
            QList<Division>{{street, u"110101"_s, u"street"_s, u"二街道"_s, 1, 1.0, {}},
                            {community, street, u"community"_s, u"二社区"_s, 1, 1.0, {}}}));
        QVERIFY(mStore->write(QList<UnitGrid>{grid}, u"test"_s, u"test"_s, testStart()));
        User user = userOf(u"acceptor"_s, street);
        user.name = u"acceptor9"_s;
        QVERIFY(mStore->write(QList<User>{user}));
        QList<InboxArrival> rows;
        for (int number = 1; number <= 501; ++number) {
            InboxArrival row = arrival(number, QString::number(number));
            row.item.grid = number <= 500 ? smallGrids().first().code : grid.code;
            row.item.place = GeoPoint{116.301, 39.901};
            rows.append(row);
        }
        QCOMPARE(mStore->inbox().add(rows, by(u"admin1"_s)).value().added, 501);
        actAs(user);
        InboxQuery query;
        query.state = InboxState::Waiting;
        query.limit = 100;
        const QList<InboxItem> page = mStore->inbox().list(query).value();
        QCOMPARE(page.size(), 1);
        QCOMPARE(page.first().text, u"501"_s);
        query.after = page.first().id;
        QVERIFY(mStore->inbox().list(query).value().isEmpty());
        QCOMPARE(mStore->inbox().changedSince(0, 100).value().size(), 1);
        query.newestFirst = true;
        mStore->actAs(std::nullopt, {});
        QCOMPARE(mStore->inbox().list(query).value().first().text, u"501"_s);
    }
};

static const TestRegistration<TestInbox> sRegistration;

} // namespace gridward

#include "test_inbox.moc"
