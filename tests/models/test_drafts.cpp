// SPDX-License-Identifier: GPL-3.0-or-later
// Forms that were begun: nobody else's, there after a crash, gone from the file when they are sent.
#include "models/service/districtservice.h"
#include "models/service/draftdesk.h"
#include "models/store/personalstore.h"
#include "tests/support/storebuilders.h"
#include "tests/support/storekinds.h"
#include "tests/support/testregistry.h"

#include <QFile>
#include <QSignalSpy>

using namespace Qt::StringLiterals;

namespace gridward {

class TestDrafts : public QObject
{
    Q_OBJECT
private:
    StoreMaker mMaker;
    QString mName; ///< of the store
    FixedClock mClock{testStart()};

    static User as(const QString &role)
    {
        User user;
        user.name = role + u'1';
        user.role = role;
        return user;
    }
    [[nodiscard]] std::unique_ptr<SqlStore> open() const { return StoreMaker::again(mName); }
    static FormDraft draft(const QString &form, const QString &text)
    {
        return {form, {}, testStart(), QJsonObject{{u"text"_s, text}}};
    }

private slots:
    void initTestCase_data() { addSharedStoreKinds(); } // a form is begun by a second program
    void init()
    {
        QFETCH_GLOBAL(QString, kind);
        mName = mMaker.make(kind);
        const std::unique_ptr<SqlStore> store = open();
        QVERIFY(store && fillSmallDistrict(*store));
    }
    void areOnesOwn()
    {
        const std::unique_ptr<SqlStore> store = open();
        QCOMPARE(store->drafts().drafts().error().code, ErrorCode::Refused); // of the program
        store->actAs(as(u"acceptor"_s), mClock.now());
        QVERIFY(store->drafts().save(draft(u"report"_s, u"一"_s)));
        QVERIFY(store->drafts().save(draft(u"step"_s, u"二"_s)));
        FormDraft later = draft(u"report"_s, u"三"_s); // the last one counts
        later.savedAt += std::chrono::seconds(1);
        QVERIFY(store->drafts().save(later));
        QCOMPARE(store->drafts().drafts().value().size(), 2);
        store->actAs(as(u"dispatcher"_s), mClock.now());
        QVERIFY(store->drafts().drafts().value().isEmpty());
        QVERIFY(store->drafts().remove(u"report"_s, {})); // none of theirs: nothing happens
        store->actAs(as(u"acceptor"_s), mClock.now());
        QCOMPARE(store->drafts().drafts().value().last().content[u"text"].toString(), u"二"_s);
        QVERIFY(store->drafts().remove(u"report"_s, {}));
        QCOMPARE(store->drafts().drafts().value().size(), 1);
    }
    void areNoPartOfTheDistrict()
    {
        const std::unique_ptr<SqlStore> store = open();
        const StoreMark before = store->mark().value();
        store->actAs(as(u"acceptor"_s), mClock.now());
        QVERIFY(store->drafts().save(draft(u"report"_s, u"一"_s)));
        QVERIFY(store->mark().value().tables == before.tables); // no screen reads anything for it
    }
    /** A purge of callers takes old drafts and those of people who may not sign in any more. */
    void arePurgedWithCallers()
    {
        const std::unique_ptr<SqlStore> store = open();
        QList<User> users = store->users().value();
        users.first().isDisabled = true;
        store->actAs(users.first(), mClock.now());
        users.first().isDisabled = false;
        QVERIFY(store->drafts().save(draft(u"report"_s, u"一"_s)));
        users.first().isDisabled = true;
        store->actAs(std::nullopt, mClock.now());
        QVERIFY(store->write(users));
        QVERIFY(store->personal().purgeCallers(testStart() - std::chrono::days(1),
                                               {u"test"_s, u"test"_s, mClock.now()}));
        users.first().isDisabled = false;
        QVERIFY(store->write(users));
        store->actAs(users.first(), mClock.now());
        QVERIFY(store->drafts().drafts().value().isEmpty());
    }
    void refusesWhatIsNoForm()
    {
        const std::unique_ptr<SqlStore> store = open();
        store->actAs(as(u"acceptor"_s), mClock.now());
        QCOMPARE(store->drafts().save(draft(u"report"_s, QString(300'000, u'x'))).error().code,
                 ErrorCode::InvalidInput);
    }
    /** What was sent must go, also when the store was busy; and a user's last words are kept. */
    void isWrittenInTheNameItWasMadeIn()
    {
        DistrictService district(mClock, u"test"_s);
        QSignalSpy read(&district, &DistrictService::pictureRead);
        DistrictSeat seat;
        seat.user = u"acceptor1"_s;
        district.open([this] { return openStore(mName); }, seat);
        QVERIFY(read.wait());
        DraftDesk desk(district);
        desk.keep(u"report"_s, {}, QJsonObject{{u"text"_s, u"first"_s}});
        desk.keep(u"report"_s, {}, QJsonObject{{u"text"_s, u"last words"_s}});
        district.setUser(u"dispatcher1"_s); // before the pause is over
        QTRY_COMPARE(district.user().name, u"dispatcher1"_s);
        const std::unique_ptr<SqlStore> store = open();
        const auto textOf = [&](const QString &role) {
            store->actAs(as(role), mClock.now());
            const QList<FormDraft> drafts = store->drafts().drafts().value();
            return drafts.isEmpty() ? QString() : drafts.first().content[u"text"].toString();
        };
        QTRY_COMPARE(textOf(u"acceptor"_s), u"last words"_s);
        QCOMPARE(textOf(u"dispatcher"_s), QString());
    }
    /** Typing is no load: the first letter is written at once, the rest at most twice a second. */
    void gathersWhatIsTyped()
    {
        DistrictService district(mClock, u"test"_s);
        QSignalSpy read(&district, &DistrictService::pictureRead);
        DistrictSeat seat;
        seat.user = u"acceptor1"_s;
        district.open([this] { return openStore(mName); }, seat);
        QVERIFY(read.wait());
        DraftDesk desk(district);
        QSignalSpy kept(&desk, &DraftPort::kept);
        for (int i = 1; i <= 40; ++i) {
            desk.keep(u"report"_s, {}, QJsonObject{{u"text"_s, QString::number(i)}});
        }
        QTRY_COMPARE(kept.size(), 2); // the first one, and the last of those that came after
        const auto drafts = desk.drafts();
        QTRY_VERIFY(drafts.isFinished());
        QCOMPARE(drafts.result().value().first().content[u"text"].toString(), u"40"_s);
        desk.drop(u"report"_s, {});
        const auto isEmpty = [&desk] {
            const auto again = desk.drafts();
            return QTest::qWaitFor([&again] { return again.isFinished(); }) &&
                   again.result().value().isEmpty();
        };
        QTRY_VERIFY(isEmpty());
    }
};

/** A file is overwritten at once; on a server it is the purge that sweeps. */
class TestDraftsFile : public QObject
{
    Q_OBJECT
private slots:
    void leaveNothingBehind()
    {
        StoreMaker maker;
        const QString path = maker.make(u"file"_s);
        const QString caller = u"DRAFT-SENTINEL-13800138000"_s;
        {
            const std::unique_ptr<SqlStore> store = StoreMaker::again(path);
            QVERIFY(store);
            User acceptor;
            acceptor.name = u"acceptor1"_s;
            acceptor.role = u"acceptor"_s;
            store->actAs(acceptor, testStart());
            for (const QString &text : {caller, u"kurz"_s}) {
                QVERIFY(store->drafts().save(
                    {u"report"_s, {}, testStart(), QJsonObject{{u"text"_s, text}}}));
            }
            QVERIFY(store->drafts().remove(u"report"_s, {}));
        } // the journal goes with the last connection
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains(caller.toUtf8()));
        QVERIFY(!QFile::exists(path + u"-wal"_s));
    }
};

static const TestRegistration<TestDrafts> registration;
static const TestRegistration<TestDraftsFile> fileRegistration;

} // namespace gridward

#include "test_drafts.moc"
