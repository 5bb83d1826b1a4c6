// SPDX-License-Identifier: GPL-3.0-or-later
// Rows that came in: what the store keeps of them, who may work on them, where their callers go,
// and how they end.
#include "models/service/inboxclerk.h"
#include "models/service/inboxtwins.h"
#include "models/store/accessstore.h"
#include "models/store/auditstore.h"
#include "models/store/geopackagestore.h"
#include "tests/support/sentinel.h"
#include "tests/support/storebuilders.h"
#include "tests/support/testregistry.h"

#include <QDir>
#include <QTemporaryDir>

#include <thread>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

const QString kName = u"哨兵欧阳某某ZQX"_s;
const QString kPhone = u"10009876543"_s;

User userOf(const QString &role, const QString &division = {})
{
    User user;
    user.name = role + u'1';
    user.role = role;
    user.division = division;
    return user;
}

InboxArrival arrival(int number, const QString &text, const QString &address = {})
{
    InboxArrival row;
    row.item.batch = u"b1"_s;
    row.item.source = u"12345"_s;
    row.item.number = QString::number(number);
    row.item.text = text;
    row.item.address = address;
    row.item.receivedAt = testStart();
    row.rowHash = text.toUtf8() + '/' + address.toUtf8();
    return row;
}

/** A reader of a file of these rows. */
InboxFileReader readerOf(const QList<InboxArrival> &rows)
{
    return [rows](const QString &,
                  const InboxFileOptions &,
                  const std::function<bool(QList<InboxArrival> &)> &take,
                  const std::function<bool(int)> &) -> Result<InboxFileReport> {
        QList<InboxArrival> block = rows;
        take(block);
        InboxFileReport report;
        report.read = rows.size();
        return report;
    };
}

InboxOrder orderOf(InboxOrder::Kind kind, const InboxItem &item)
{
    InboxOrder order;
    order.kind = kind;
    order.id = item.id;
    order.version = item.version;
    return order;
}

} // namespace

class TestInbox : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> mFolder;
    std::unique_ptr<GeoPackageStore> mStore;
    FixedClock mClock{testStart() + std::chrono::hours(1)};
    std::unique_ptr<InboxClerk> mClerk;

    [[nodiscard]] QString path() const { return mFolder->filePath(u"inbox.gpkg"_s); }
    [[nodiscard]] PersonalActor by(const QString &name) const
    {
        return {name, u"test"_s, mClock.now()};
    }
    void actAs(const User &user) { mStore->actAs(user, mClock.now()); }
    QByteArray fileContent() const
    {
        QByteArray content;
        const QDir folder(mFolder->path());
        for (const QString &name : folder.entryList(QDir::Files)) {
            QFile file(folder.filePath(name));
            if (file.open(QIODevice::ReadOnly)) {
                content += file.readAll();
            }
        }
        return content;
    }
    /** As the program does it: imports need no acceptor. */
    InboxItem added(const InboxArrival &row)
    {
        mStore->actAs(std::nullopt, {});
        const Result<InboxArrivals> done = mStore->inbox().add({row}, by(u"admin1"_s));
        const Result<qint64> change = mStore->inbox().lastChange();
        const InboxItem item = mStore->inbox().changedSince(change.value() - 1, 1).value().first();
        actAs(userOf(u"acceptor"_s));
        return done ? item : InboxItem{};
    }
    /** With class and place, ready to be registered. */
    InboxItem ready(int number, const QString &text = u"路口有暴露垃圾"_s)
    {
        InboxItem item = added(arrival(number, text));
        InboxOrder classify = orderOf(InboxOrder::Kind::Classify, item);
        classify.chosen = InboxClass{CaseKind::Matter, u"06010"_s};
        item = mClerk->carryOut(classify, userOf(u"acceptor"_s)).value();
        InboxOrder locate = orderOf(InboxOrder::Kind::Locate, item);
        locate.place = GeoPoint{116.301, 39.901};
        return mClerk->carryOut(locate, userOf(u"acceptor"_s)).value();
    }

private slots:
    void init()
    {
        mFolder = std::make_unique<QTemporaryDir>();
        mStore = GeoPackageStore::create(path(), smallInfo()).value();
        QVERIFY(fillSmallDistrict(*mStore));
        QVERIFY(mStore->write(smallAddresses()));
        QList<User> users{userOf(u"acceptor"_s),
                          userOf(u"analyst"_s),
                          userOf(u"admin"_s),
                          userOf(u"dispatcher"_s)};
        users.append(userOf(u"acceptor"_s));
        users.last().name = u"acceptor2"_s;
        QVERIFY(mStore->write(users));
        QVERIFY(mStore->publish());
        mClerk = std::make_unique<InboxClerk>(*mStore, mClock, u"test"_s);
    }
    void cleanup()
    {
        mClerk.reset();
        mStore.reset();
        mFolder.reset();
    }

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

    void aRefusalGoesForThoseThatWaitAndBackForThoseRefusedWithIt()
    {
        const User user = userOf(u"acceptor"_s);
        const InboxItem leader = added(arrival(1, u"一"_s));
        QList<InboxItem> followers;
        for (const int number : {2, 3}) {
            InboxOrder follow =
                orderOf(InboxOrder::Kind::Follow, added(arrival(number, QString::number(number))));
            follow.leader = leader.id;
            followers.append(mClerk->carryOut(follow, user).value());
        }
        // One of them is refused by itself, for a reason of its own.
        InboxOrder refuse = orderOf(InboxOrder::Kind::Refuse, followers.at(0));
        refuse.text = u"打错了"_s;
        QVERIFY(mClerk->carryOut(refuse, user));
        refuse = orderOf(InboxOrder::Kind::Refuse, leader);
        refuse.text = u"外区"_s;
        const InboxItem refused = mClerk->carryOut(refuse, user).value();
        QCOMPARE(mStore->inbox().item(followers.at(0).id).value().reason, u"打错了"_s);
        QCOMPARE(mStore->inbox().item(followers.at(1).id).value().reason, u"外区"_s);
        QVERIFY(mClerk->carryOut(orderOf(InboxOrder::Kind::TakeBack, refused), user));
        const InboxItem back = mStore->inbox().item(followers.at(1).id).value();
        QVERIFY(back.isWaiting());
        QCOMPARE(back.leader, leader.id);
        QCOMPARE(mStore->inbox().item(followers.at(0).id).value().state, InboxState::Refused);
    }

    void aRowWhoseLeaderEndedIsOnItsOwn()
    {
        const User user = userOf(u"acceptor"_s);
        const InboxItem leader = added(arrival(1, u"一"_s));
        InboxOrder follow = orderOf(InboxOrder::Kind::Follow, ready(2));
        follow.leader = leader.id;
        const InboxItem follower = mClerk->carryOut(follow, user).value();
        InboxOrder refuse = orderOf(InboxOrder::Kind::Refuse, leader);
        refuse.text = u"外区"_s;
        QVERIFY(mClerk->carryOut(refuse, user));
        InboxItem alone = mStore->inbox().item(follower.id).value();
        alone = mClerk->carryOut(orderOf(InboxOrder::Kind::TakeBack, alone), user).value();
        QVERIFY(alone.leader.isNull());
        QVERIFY(mClerk->carryOut(orderOf(InboxOrder::Kind::Register, alone), user));
        // One that was left behind with a leader that has ended can be registered as well.
        const InboxItem left = ready(3);
        QVERIFY(mStore->connection().execute(
            u"UPDATE gridward_inbox SET leader = %1, version = version + 1, change = change + 100 "
            "WHERE id = %2"_s.arg(leader.id.value)
                .arg(left.id.value)));
        const InboxItem stray = mStore->inbox().item(left.id).value();
        const Result<InboxItem> done =
            mClerk->carryOut(orderOf(InboxOrder::Kind::Register, stray), user);
        QVERIFY2(done, done ? "" : qPrintable(done.error().message));
    }

    void anImportThatIsStoppedLeavesNothing()
    {
        QList<InboxArrival> rows;
        for (int number = 1; number <= 2500; ++number) {
            rows.append(arrival(number, QString::number(number)));
        }
        actAs(userOf(u"acceptor"_s));
        int asked = 0;
        const Result<InboxImportReport> stopped =
            mClerk->importFile(u"x.csv"_s, {}, userOf(u"acceptor"_s), readerOf(rows), [&](int) {
                return ++asked < 2;
            });
        QVERIFY(!stopped);
        QCOMPARE(stopped.error().code, ErrorCode::Cancelled);
        QVERIFY(mStore->inbox().list({}).value().isEmpty());
        // Who may not is told before the file is read.
        actAs(userOf(u"dispatcher"_s));
        bool isRead = false;
        const InboxFileReader never = [&](const QString &,
                                          const InboxFileOptions &,
                                          const std::function<bool(QList<InboxArrival> &)> &,
                                          const std::function<bool(int)> &) {
            isRead = true;
            return Result<InboxFileReport>(InboxFileReport{});
        };
        QVERIFY(!mClerk->importFile(
            u"x.csv"_s, {}, userOf(u"dispatcher"_s), never, [](int) { return true; }));
        QVERIFY(!isRead);
    }

    void callersAreInNothingAndGoWithTheCase()
    {
        InboxArrival row = arrival(1, u"路口有暴露垃圾"_s);
        row.caller = {kName, kPhone, true};
        InboxItem item = added(row);
        QVERIFY(item.hasCaller);
        // Nothing in the tables that are read tells them; the one place is the masked table.
        for (const QString &table :
             {u"gridward_inbox"_s, u"gridward_inbox_log"_s, u"audit_log"_s}) {
            const Result<QVariant> all = mStore->connection().scalar(
                u"SELECT count(*) FROM "_s + table +
                u" WHERE '' || CAST(facts AS TEXT) LIKE '%10009876543%'"_s);
            if (table != u"gridward_inbox"_s) {
                QCOMPARE(all.value().toInt(), 0);
            }
        }
        const User user = userOf(u"acceptor"_s);
        InboxOrder classify = orderOf(InboxOrder::Kind::Classify, item);
        classify.chosen = InboxClass{CaseKind::Matter, u"06010"_s};
        item = mClerk->carryOut(classify, user).value();
        InboxOrder locate = orderOf(InboxOrder::Kind::Locate, item);
        locate.place = GeoPoint{116.301, 39.901};
        item = mClerk->carryOut(locate, user).value();
        item = mClerk->carryOut(orderOf(InboxOrder::Kind::Register, item), user).value();
        QVERIFY(!item.hasCaller);
        const Result<Caller> moved = mStore->personal().openCaller(
            *CaseId::fromText(item.caseId), Purpose::CallBack, by(u"acceptor1"_s));
        QVERIFY(moved);
        QCOMPARE(moved.value(), (Caller{kName, kPhone, true}));
        QVERIFY(!mStore->inbox().openCaller(item.id, Purpose::CallBack, by(u"acceptor1"_s)));
        QCOMPARE(
            mStore->connection().scalar(u"SELECT count(*) FROM personal_inbox"_s).value().toInt(),
            0);
    }

    void callerOfARefusedRowIsErasedInTime()
    {
        InboxArrival row = arrival(1, u"喂"_s);
        row.caller = {kName, kPhone, true};
        InboxOrder refuse = orderOf(InboxOrder::Kind::Refuse, added(row));
        refuse.text = u"测试"_s;
        QVERIFY(mClerk->carryOut(refuse, userOf(u"acceptor"_s)));
        mStore->actAs(std::nullopt, {});
        QVERIFY(betrays(fileContent(), kPhone));
        const Result<qint64> erased =
            mStore->personal().purgeCallers(mClock.now() + std::chrono::hours(1), by(u"admin1"_s));
        QCOMPARE(erased.value(), 1);
        QVERIFY(!betrays(fileContent(), kPhone));
        QVERIFY(!betrays(fileContent(), kName));
    }

    void opensACallerForAPurposeOnly()
    {
        InboxArrival row = arrival(1, u"喂"_s);
        row.caller = {kName, kPhone, true};
        const InboxItem item = added(row);
        QVERIFY(mStore->inbox().openCaller(item.id, Purpose::FindThePlace, by(u"acceptor1"_s)));
        mStore->actAs(std::nullopt, {});
        AuditQuery query;
        query.kind = AuditKind::PersonalOpened;
        QCOMPARE(mStore->audit().list(query).value().size(), 1);
        actAs(userOf(u"admin"_s));
        QVERIFY(!mStore->inbox().openCaller(item.id, Purpose::FindThePlace, by(u"admin1"_s)));
    }

    void registersWithThoseThatFollow()
    {
        InboxItem leader = ready(1);
        const InboxItem other = added(arrival(2, u"路口有暴露垃圾，又来了"_s));
        const User user = userOf(u"acceptor"_s);
        InboxOrder follow = orderOf(InboxOrder::Kind::Follow, other);
        follow.leader = leader.id;
        const InboxItem follower = mClerk->carryOut(follow, user).value();
        QVERIFY(!mClerk->carryOut(orderOf(InboxOrder::Kind::Register, follower), user));
        leader = mClerk->carryOut(orderOf(InboxOrder::Kind::Register, leader), user).value();
        const InboxItem joined = mStore->inbox().item(other.id).value();
        QCOMPARE(joined.state, InboxState::Joined);
        QCOMPARE(joined.caseId, leader.caseId);
        // The case knows that it was told of twice.
        const QList<CaseEvent> events =
            mStore->cases().events(*CaseId::fromText(leader.caseId)).value();
        QCOMPARE(events.size(), 2);
    }

    void joinsAnOpenCaseWithoutAClassOfItsOwn()
    {
        const User user = userOf(u"acceptor"_s);
        const InboxItem first =
            mClerk->carryOut(orderOf(InboxOrder::Kind::Register, ready(1)), user).value();
        InboxOrder join = orderOf(InboxOrder::Kind::Join, added(arrival(2, u"那里又有垃圾"_s)));
        join.text = first.caseId;
        const InboxItem joined = mClerk->carryOut(join, user).value();
        QCOMPARE(joined.state, InboxState::Joined);
        QCOMPARE(joined.caseId, first.caseId);
        join = orderOf(InboxOrder::Kind::Join, added(arrival(3, u"x"_s)));
        join.text = u"no-such-case"_s;
        QVERIFY(!mClerk->carryOut(join, user));
    }

    void ofTwoOnOneRowOneIsTold()
    {
        const InboxItem item = ready(1);
        Result<std::unique_ptr<Store>> second = openStore(path());
        QVERIFY(second);
        std::array<std::optional<Error>, 2> errors;
        std::array<int, 2> registered{};
        const auto race = [&](std::size_t who, Store &store, const QString &name) {
            User user = userOf(u"acceptor"_s);
            user.name = name;
            store.actAs(user, mClock.now());
            InboxClerk clerk(store, mClock, u"test"_s);
            const Result<InboxItem> done =
                clerk.carryOut(orderOf(InboxOrder::Kind::Register, item), user);
            registered.at(who) = done ? 1 : 0;
            if (!done) {
                errors.at(who) = done.error();
            }
        };
        // Each store lives on its own thread.
        std::thread other([&] {
            Result<std::unique_ptr<Store>> own = openStore(path());
            race(1, *own.value(), u"acceptor2"_s);
        });
        race(0, *mStore, u"acceptor1"_s);
        other.join();
        QCOMPARE(registered.at(0) + registered.at(1), 1);
        const std::optional<Error> &loser = registered.at(0) == 1 ? errors.at(1) : errors.at(0);
        QVERIFY(loser);
        QCOMPARE(loser->code, ErrorCode::Conflict);
        QCOMPARE(mStore->cases().list({}).value().size(), 1);
    }

    void aChangeOfAnOlderVersionIsAConflict()
    {
        const User user = userOf(u"acceptor"_s);
        const InboxItem seen = added(arrival(1, u"一"_s));
        InboxOrder level = orderOf(InboxOrder::Kind::SetLevel, seen);
        level.level = CaseLevel::Orange;
        QVERIFY(mClerk->carryOut(level, user));
        level.level = CaseLevel::Red;
        QCOMPARE(mClerk->carryOut(level, user).error().code, ErrorCode::Conflict);
        InboxItem wanted = seen;
        wanted.level = CaseLevel::Red;
        const Result<InboxItem> late =
            mStore->inbox().change(wanted, u"level"_s, by(u"acceptor1"_s), {});
        QVERIFY(!late);
        QCOMPARE(late.error().code, ErrorCode::Conflict);
        QCOMPARE(mStore->inbox().item(seen.id).value().level, CaseLevel::Orange);
    }

    void aLateChangeKeepsNoneOfTheOthersBack()
    {
        const User user = userOf(u"acceptor"_s);
        const InboxItem one = added(arrival(1, u"一"_s));
        const InboxItem two = added(arrival(2, u"二"_s));
        const auto classify = [](const InboxItem &item) {
            InboxOrder order = orderOf(InboxOrder::Kind::Classify, item);
            order.chosen = InboxClass{CaseKind::Matter, u"06010"_s};
            return order;
        };
        QVERIFY(mClerk->carryOut(classify(one), user)); // somebody was first
        const QList<InboxOutcome> outcomes =
            mClerk->carryOutAll({classify(one), classify(two)}, user);
        QCOMPARE(outcomes.size(), 2);
        QCOMPARE(outcomes.at(0).error->code, ErrorCode::Conflict);
        QVERIFY(outcomes.at(1).after);
    }

    void finishesADumpOfFiveThousand()
    {
        constexpr int kRows = 5000;
        mStore->actAs(std::nullopt, {});
        // A file of people who say the same in turn; every fifth says nothing that is known.
        const auto reader = [](const QString &,
                               const InboxFileOptions &,
                               const std::function<bool(QList<InboxArrival> &)> &take,
                               const std::function<bool(int)> &) -> Result<InboxFileReport> {
            QList<InboxArrival> rows;
            for (int number = 0; number < kRows; ++number) {
                const bool isClear = number % 5 != 0;
                InboxArrival row = arrival(
                    number,
                    isClear
                        ? u"多福巷%1号门前有暴露垃圾，第%2次反映"_s.arg(1 + number % 2).arg(number)
                        : u"请你们管一管第%1回了"_s.arg(number));
                row.item.batch.clear();
                row.caller = {u"某人"_s, QString::number(13'800'000'000 + number), true};
                rows.append(row);
            }
            take(rows);
            InboxFileReport report;
            report.read = kRows;
            return report;
        };
        const InboxImportReport imported =
            mClerk
                ->importFile(
                    u"dump.csv"_s, {}, userOf(u"admin"_s), reader, [](int) { return true; })
                .value();
        QCOMPARE(imported.rows.added, kRows);
        actAs(userOf(u"acceptor"_s));
        const User user = userOf(u"acceptor"_s);
        QList<InboxOrder> classify;
        QList<InboxOrder> locate;
        QList<InboxOrder> refuse;
        InboxQuery all;
        all.limit = kRows;
        for (const InboxItem &item : mStore->inbox().list(all).value()) {
            if (!item.proposedClass) {
                refuse.append(orderOf(InboxOrder::Kind::Refuse, item));
                refuse.last().text = u"内容不清"_s;
                continue;
            }
            QVERIFY(item.proposedPlace);
            classify.append(orderOf(InboxOrder::Kind::Classify, item));
            classify.last().chosen = item.proposedClass;
            locate.append(orderOf(InboxOrder::Kind::Locate, item));
            locate.last().version = item.version + 1;
            locate.last().place = item.proposedPlace->point;
        }
        QCOMPARE(refuse.size(), kRows / 5);
        QList<InboxOrder> registers;
        for (const QList<InboxOrder> &orders : {refuse, classify, locate}) {
            for (const InboxOutcome &outcome : mClerk->carryOutAll(orders, user)) {
                QVERIFY2(outcome.after, qPrintable(outcome.error ? outcome.error->message : u""_s));
                if (outcome.after->isReady()) {
                    registers.append(orderOf(InboxOrder::Kind::Register, *outcome.after));
                }
            }
        }
        QCOMPARE(registers.size(), kRows - kRows / 5);
        for (const InboxOutcome &outcome : mClerk->carryOutAll(registers, user)) {
            QVERIFY2(outcome.after, qPrintable(outcome.error ? outcome.error->message : u""_s));
        }
        const QList<InboxCount> counts = mStore->inbox().counts().value();
        QCOMPARE(counts.size(), 2);
        for (const InboxCount &count : counts) {
            QVERIFY(count.state != InboxState::Waiting);
        }
        CaseQuery newest;
        newest.limit = kRows;
        QCOMPARE(mStore->cases().list(newest).value().size(), kRows - kRows / 5);
    }
};

static const TestRegistration<TestInbox> sRegistration;

} // namespace gridward

#include "test_inbox.moc"
