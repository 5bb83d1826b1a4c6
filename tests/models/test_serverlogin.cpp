// SPDX-License-Identifier: GPL-3.0-or-later
// A seat at a store on a server that asks for passwords: the login is the user.
#include "models/service/accountdesk.h"
#include "models/service/signinservice.h"
#include "models/store/storelocation.h"
#include "tests/support/storebuilders.h"
#include "tests/support/storekinds.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr HashCost kCheap{1, 8192};
constexpr int kLongest = 30'000; ///< milliseconds
const auto kRight = u"correct-Horse-7-staple"_s;
const auto kLater = u"another-Horse-8-staple"_s;

} // namespace

class TestServerLogin : public QObject
{
    Q_OBJECT
private:
    StoreMaker mMaker;
    QString mName;
    QString mSeat; ///< the address with the login of a seat, without its password

    static SignInOutcome wait(const QFuture<Result<SignInOutcome>> &answer)
    {
        return QTest::qWaitFor([&] { return answer.isFinished(); }, kLongest) && answer.result()
                   ? answer.result().value()
                   : SignInOutcome{};
    }

    [[nodiscard]] bool setPassword(const QString &password) const
    {
        const Result<std::unique_ptr<Store>> store = openStore(mName);
        const SystemClock clock;
        return store && AccountDesk(*store.value(), clock, u"test"_s, PasswordHasher(kCheap))
                            .setPassword(u"seat.one"_s, Secret::fromText(password), false)
                            .isOk();
    }
    void endConnections() const
    {
        const Result<std::unique_ptr<Store>> store = openStore(mName);
        QVERIFY(store);
        QVERIFY(endOthers(static_cast<SqlStore &>(*store.value()).connection()));
    }

private slots:
    void initTestCase()
    {
        PrivateServer *server = PrivateServer::instance();
        QVERIFY(server != nullptr);
        mName = mMaker.make(u"server"_s);
        const Result<std::unique_ptr<Store>> store = openStore(mName);
        QVERIFY(store && fillSmallDistrict(*store.value()));
        const SystemClock clock;
        const PasswordHasher hasher(kCheap);
        // Somebody has to look after accounts before anybody else gets one.
        for (const auto &[user, role] :
             {std::pair{u"chief"_s, u"admin"_s}, std::pair{u"seat.one"_s, u"dispatcher"_s}}) {
            NewAccount account;
            account.user.name = user;
            account.user.role = role;
            account.password = Secret::fromText(kRight);
            const Result<Account> added =
                AccountDesk(*store.value(), clock, u"test"_s, hasher).add(account);
            QVERIFY2(added, added ? "" : qPrintable(added.error().message));
        }
        QVERIFY(server->asksForPasswordOf(u"seat.one"_s));
        mSeat = QString(mName).replace(u"user=gridward_admin"_s, u"user=seat.one"_s);
        QVERIFY(mSeat != mName);
    }
    void anAddressTakesAnotherLogin_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("login");
        QTest::addColumn<QString>("shown");
        QTest::newRow("plain") << u"postgresql://host/d"_s << QString() << u"postgresql://host/d"_s;
        QTest::newRow("in front") << u"postgresql://a:b@host:5433/d?sslmode=require"_s << u"a"_s
                                  << u"postgresql://a@host:5433/d?sslmode=require"_s;
        QTest::newRow("behind") << u"postgresql:///d?user=a%40b&password=p&host=/x"_s << u"a@b"_s
                                << u"postgresql:///d?user=a%40b&host=/x"_s;
        QTest::newRow("only a password")
            << u"postgresql:///d?password=p"_s << QString() << u"postgresql:///d"_s;
        QTest::newRow("two hosts")
            << u"postgres://a:b@h1:1,h2:2/d"_s << u"a"_s << u"postgres://a@h1:1,h2:2/d"_s;
        QTest::newRow("both") << u"postgresql://a:b@host/d?user=c"_s << u"c"_s
                              << u"postgresql://a@host/d?user=c"_s;
    }
    void anAddressTakesAnotherLogin()
    {
        QFETCH(QString, address);
        QFETCH(QString, login);
        QFETCH(QString, shown);
        QCOMPARE(loginOf(address), login);
        QCOMPARE(withoutPassword(address), shown);
        const QString other = withLogin(address, u"li.na"_s, u"p&w=1 %"_s);
        QCOMPARE(loginOf(other), u"li.na"_s);
        QVERIFY(other.endsWith(u"user=li.na&password=p%26w%3D1%20%25"_s));
        QCOMPARE(other.count(u'?'), 1);
        QVERIFY(!withoutPassword(other).contains(u"p%26"_s));
    }
    void whoDoesNotSayAPasswordIsAskedForIt()
    {
        const Result<std::unique_ptr<Store>> without = openStore(mSeat);
        QVERIFY(!without);
        QCOMPARE(without.error().code, ErrorCode::SignInNeeded);
        QVERIFY(without.error().message.contains(u"seat.one"_s));
        const Result<std::unique_ptr<Store>> wrong =
            openStore(withLogin(mSeat, u"seat.one"_s, u"wrong"_s));
        QVERIFY(!wrong);
        QCOMPARE(wrong.error().code, ErrorCode::SignInNeeded);
        const Result<std::unique_ptr<Store>> unknown =
            openStore(withLogin(mSeat, u"nobody.here"_s, kRight));
        QVERIFY(!unknown);
        QVERIFY(openStore(withLogin(mSeat, u"seat.one"_s, kRight)));
    }
    void aSeatSignsInAndOut()
    {
        const SystemClock clock;
        DistrictService district(clock, u"desk-1"_s);
        SignInService port(district, nullptr, kCheap);
        port.setServer(mSeat);
        district.open([this] { return openStore(mSeat); });
        QTRY_COMPARE_WITH_TIMEOUT(district.state(), StoreState::SignedOut, kLongest);
        QCOMPARE(port.way(), SignInWay::Password);
        QCOMPARE(port.expectedName(), u"seat.one"_s);
        using Kind = SignInOutcome::Kind;
        const auto signIn = [&](const QString &password) {
            return wait(port.signIn({u"seat.one"_s, Secret::fromText(password), false})).kind;
        };
        QCOMPARE(signIn(u"wrong"_s), Kind::Wrong);
        QCOMPARE(district.state(), StoreState::SignedOut);
        QCOMPARE(signIn(kRight), Kind::In);
        QTRY_COMPARE_WITH_TIMEOUT(district.state(), StoreState::Live, kLongest);
        QCOMPARE(district.user().name, u"seat.one"_s);
        QCOMPARE(district.user().role, u"dispatcher"_s);
        QCOMPARE(port.way(), SignInWay::Password);
        // A desk that was locked.
        QCOMPARE(wait(port.unlock(Secret::fromText(u"wrong"_s))).kind, Kind::Wrong);
        QCOMPARE(wait(port.unlock(Secret::fromText(kRight))).kind, Kind::In);
        // Nobody becomes somebody else by saying so, in a drill either.
        district.setUser(u"chief"_s);
        QTRY_COMPARE_WITH_TIMEOUT(district.user().name, u"seat.one"_s, kLongest);

        QCOMPARE(wait(port.changePassword(
                          u"seat.one"_s, Secret::fromText(kRight), Secret::fromText(kLater)))
                     .kind,
                 Kind::In);
        QTRY_COMPARE_WITH_TIMEOUT(district.state(), StoreState::Live, kLongest);
        port.signOut();
        QTRY_COMPARE_WITH_TIMEOUT(district.state(), StoreState::SignedOut, kLongest);
        QVERIFY(district.user().name.isEmpty());
        QCOMPARE(signIn(kRight), Kind::Wrong);
        QCOMPARE(signIn(kLater), Kind::In);
        QTRY_COMPARE_WITH_TIMEOUT(district.state(), StoreState::Live, kLongest);

        // Given another one by the administrator: asked for it when the connection ends.
        QVERIFY(setPassword(kRight));
        endConnections();
        QTRY_COMPARE_WITH_TIMEOUT(district.state(), StoreState::SignedOut, kLongest);
        QTest::qWait(1000); // what was being read when it ended makes nothing else of it
        QCOMPARE(district.state(), StoreState::SignedOut);
        QCOMPARE(port.way(), SignInWay::Password);
        QCOMPARE(signIn(kLater), Kind::Wrong);
        QCOMPARE(signIn(kRight), Kind::In);
        QTRY_COMPARE_WITH_TIMEOUT(district.state(), StoreState::Live, kLongest);
    }
    void anotherStoreOfTheServerTakesNoLogin()
    {
        {
            // The database is a copy of an empty one, and copies have no owner's rights to give.
            const Result<std::unique_ptr<Store>> first = openStore(mName);
            QVERIFY(first);
            QVERIFY(static_cast<SqlStore &>(*first.value())
                        .connection()
                        .execute(u"DO $$ BEGIN EXECUTE format('GRANT CONNECT ON DATABASE %I TO "
                                 "chief', current_database()); END $$"_s));
        }
        const std::unique_ptr<Store> other = mMaker.empty(u"server"_s);
        QVERIFY(other && fillSmallDistrict(*other));
        const SystemClock clock;
        AccountDesk desk(*other, clock, u"test"_s, PasswordHasher(kCheap));
        NewAccount account;
        account.user.name = u"chief"_s;
        account.user.role = u"admin"_s;
        account.password = Secret::fromText(kLater);
        const Result<Account> taken = desk.add(account);
        QVERIFY(!taken);
        QVERIFY2(taken.error().message.contains(u"another store"_s),
                 qPrintable(taken.error().message));
        QVERIFY(!other->user(u"chief"_s).value()); // neither the one nor the other
        // Nor does the server let anybody who goes round the program.
        auto &connection = static_cast<SqlStore &>(*other).connection();
        User chief;
        chief.name = u"chief"_s;
        chief.role = u"admin"_s;
        QVERIFY(other->write(QList<User>{chief}));
        const Result<void> round = connection.execute(
            u"SELECT gridward_set_login('chief', (SELECT rolpassword FROM pg_authid "
            "WHERE rolname = 'chief'))"_s);
        QVERIFY(!round && round.error().detail.contains(u"another store"_s));
    }
};

static const TestRegistration<TestServerLogin> registration;

} // namespace gridward

#include "test_serverlogin.moc"
