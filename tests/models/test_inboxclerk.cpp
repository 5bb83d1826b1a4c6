// SPDX-License-Identifier: GPL-3.0-or-later
// Rows that came in: how they go together, how they end, and where their callers go.
#include "models/domain/dutyroster.h"
#include "models/service/inboxtwins.h"
#include "tests/support/inboxbench.h"
#include "tests/support/sentinel.h"
#include "tests/support/testregistry.h"

#include <QDateTime>
#include <QTimeZone>

#include <thread>

using namespace Qt::StringLiterals;

namespace gridward {

class TestInboxClerk : public InboxBench
{
    Q_OBJECT

private slots:
    void whatMayBeToldOfAlreadyIsKnown()
    {
        const InboxItem one = ready(1, u"多福巷1号门前堆放垃圾无人清理"_s);
        const InboxItem again = ready(2, u"多福巷1号门前堆放垃圾无人清理"_s);
        InboxItem other = ready(3, u"别处的另一件事，与前面说的完全不同"_s);
        InboxOrder away = orderOf(InboxOrder::Kind::Locate, other);
        away.place = GeoPoint{116.309, 39.909};
        other = mClerk->carryOut(away, userOf(u"acceptor"_s)).value();
        const Result<QSet<InboxId>> known = mClerk->likelyKnown({one, again, other});
        QVERIFY2(known.isOk(), known ? "" : qPrintable(known.error().message));
        QCOMPARE(known.value(), (QSet<InboxId>{one.id, again.id}));
        // And what an open case tells of.
        const Result<InboxItem> made =
            mClerk->carryOut(orderOf(InboxOrder::Kind::Register, one), userOf(u"acceptor"_s));
        QVERIFY2(made.isOk(), made ? "" : qPrintable(made.error().message));
        QCOMPARE(mClerk->likelyKnown({again, other}).value(), QSet<InboxId>{again.id});
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
        QVERIFY(betrays(contentOf(*mStore), kPhone));
        const Result<qint64> erased =
            mStore->personal().purgeCallers(mClock.now() + std::chrono::hours(1), by(u"admin1"_s));
        QCOMPARE(erased.value(), 1);
        QVERIFY(!betrays(contentOf(*mStore), kPhone));
        QVERIFY(!betrays(contentOf(*mStore), kName));
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
        // Who asks is told the number, of the one and of the other.
        const CaseId id = *CaseId::fromText(leader.caseId);
        const QString number = mStore->cases().find(id).value().number;
        QVERIFY(!number.isEmpty());
        QCOMPARE(leader.caseNumber, number);
        QCOMPARE(joined.caseNumber, number);
        // When the complaint came in is a fact of the report, an hour before its registration.
        const QString note = mStore->cases().events(id).value().first().note;
        const QString came =
            QDateTime::fromMSecsSinceEpoch(leader.receivedAt->time_since_epoch().count(),
                                           timeZoneNamed(mStore->info().timeZone))
                .toString(u"yyyy-MM-dd HH:mm"_s);
        QVERIFY2(note.contains(came), qPrintable(note));
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
        QFETCH_GLOBAL(QString, kind);
        const int count = kind == "file"_L1 ? 5000 : 500; // of the rest, that it is the same
        mStore->actAs(std::nullopt, {});
        // A file of people who say the same in turn; every fifth says nothing that is known.
        const auto reader = [count](const QString &,
                                    const InboxFileOptions &,
                                    const std::function<bool(QList<InboxArrival> &)> &take,
                                    const std::function<bool(int)> &) -> Result<InboxFileReport> {
            QList<InboxArrival> rows;
            for (int number = 0; number < count; ++number) {
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
            report.read = count;
            return report;
        };
        const InboxImportReport imported =
            mClerk
                ->importFile(
                    u"dump.csv"_s, {}, userOf(u"admin"_s), reader, [](int) { return true; })
                .value();
        QCOMPARE(imported.rows.added, count);
        actAs(userOf(u"acceptor"_s));
        const User user = userOf(u"acceptor"_s);
        QList<InboxOrder> classify;
        QList<InboxOrder> locate;
        QList<InboxOrder> refuse;
        InboxQuery all;
        all.limit = count;
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
        QCOMPARE(refuse.size(), count / 5);
        QList<InboxOrder> registers;
        for (const QList<InboxOrder> &orders : {refuse, classify, locate}) {
            for (const InboxOutcome &outcome : mClerk->carryOutAll(orders, user)) {
                QVERIFY2(outcome.after, qPrintable(outcome.error ? outcome.error->message : u""_s));
                if (outcome.after->isReady()) {
                    registers.append(orderOf(InboxOrder::Kind::Register, *outcome.after));
                }
            }
        }
        QCOMPARE(registers.size(), count - count / 5);
        for (const InboxOutcome &outcome : mClerk->carryOutAll(registers, user)) {
            QVERIFY2(outcome.after, qPrintable(outcome.error ? outcome.error->message : u""_s));
        }
        const QList<InboxCount> counts = mStore->inbox().counts().value();
        QCOMPARE(counts.size(), 2);
        for (const InboxCount &one : counts) {
            QVERIFY(one.state != InboxState::Waiting);
        }
        CaseQuery newest;
        newest.limit = count;
        QCOMPARE(mStore->cases().list(newest).value().size(), count - count / 5);
    }
};

/** What takes two programs on one store. */
class TestInboxRace : public InboxBench
{
    Q_OBJECT

private slots:
    void initTestCase_data() { addSharedStoreKinds(); }

    void ofTwoOnOneRowOneIsTold()
    {
        const InboxItem item = ready(1);
        const QString path = mStore->connection().path();
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
            const std::unique_ptr<SqlStore> own = StoreMaker::again(path);
            race(1, *own, u"acceptor2"_s);
        });
        race(0, *mStore, u"acceptor1"_s);
        other.join();
        QCOMPARE(registered.at(0) + registered.at(1), 1);
        const std::optional<Error> &loser = registered.at(0) == 1 ? errors.at(1) : errors.at(0);
        QVERIFY(loser);
        QCOMPARE(loser->code, ErrorCode::Conflict);
        QCOMPARE(mStore->cases().list({}).value().size(), 1);
    }
};

static const TestRegistration<TestInboxClerk> sRegistration;
static const TestRegistration<TestInboxRace> sRaceRegistration;

} // namespace gridward

#include "test_inboxclerk.moc"
