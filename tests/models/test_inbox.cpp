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
    return row;
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
        QTest::addColumn<bool>("works");
        QTest::addColumn<bool>("imports");
        QTest::newRow("acceptor") << u"acceptor"_s << true << false;
        QTest::newRow("analyst") << u"analyst"_s << false << false;
        QTest::newRow("dispatcher") << u"dispatcher"_s << false << false;
        QTest::newRow("admin") << u"admin"_s << false << true;
    }
    void asksWhoMay()
    {
        QFETCH(QString, role);
        QFETCH(bool, works);
        QFETCH(bool, imports);
        const InboxItem item = added(arrival(1, u"一"_s));
        const User user = userOf(role);
        actAs(user);
        QCOMPARE(mStore->inbox().list({}).isOk(), works);
        QCOMPARE(mStore->inbox().item(item.id).isOk(), works);
        QCOMPARE(mStore->inbox().counts().isOk(), works);
        QCOMPARE(mStore->inbox().changedSince(0, 10).isOk(), works);
        QCOMPARE(mStore->inbox().history(item.id).isOk(), works);
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
