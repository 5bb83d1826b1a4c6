// SPDX-License-Identifier: GPL-3.0-or-later
// Signing in at a seat: what the district shows to whom, and what a keyring is given.
#include "models/service/accountdesk.h"
#include "models/service/keyring.h"
#include "models/service/signinservice.h"
#include "tests/support/storebuilders.h"
#include "tests/support/storekinds.h"
#include "tests/support/testregistry.h"

#include <QHash>
#include <QPromise>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr HashCost kCheap{1, 8192};
const auto kRight = u"correct-Horse-7-staple"_s;

/** A desktop with a keyring, or without one. */
class MemoryKeyring final : public Keyring
{
public:
    void look() override
    {
        ++looked;
        known = there;
        QMetaObject::invokeMethod(
            this, [this] { emit foundOut(); }, Qt::QueuedConnection);
    }
    [[nodiscard]] bool isThere() const override { return known; }
    QFuture<Result<Secret>> read(const QString &key) override
    {
        return answer<Secret>(Secret(entries.value(key)));
    }
    QFuture<Result<bool>> write(const QString &key, const Secret &secret) override
    {
        entries.insert(key, secret.bytes().toByteArray());
        return answer<bool>(true);
    }
    QFuture<Result<bool>> remove(const QString &key) override
    {
        entries.remove(key);
        return answer<bool>(true);
    }

    bool there = true;
    bool known = false;
    int looked = 0;
    QHash<QString, QByteArray> entries;

private:
    template <typename T>
    static QFuture<Result<T>> answer(T value)
    {
        QPromise<Result<T>> promise;
        promise.start();
        promise.addResult(Result<T>(std::move(value)));
        promise.finish();
        return promise.future();
    }
};

/** A seat at a store; the clock does not stand in the way of its timers. */
struct Seat
{
    explicit Seat(const QString &path, MemoryKeyring *keyring = nullptr)
        : district(clock, u"desk-1"_s)
        , port(district, keyring, kCheap)
    {
        port.setStoreName(path);
        district.open([path] { return openStore(path); });
    }
    SignInOutcome signIn(const QString &name, const QString &password, bool keep = false)
    {
        return wait(port.signIn({name, Secret::fromText(password), keep}));
    }
    static SignInOutcome wait(const QFuture<Result<SignInOutcome>> &answer)
    {
        [&] { QTRY_VERIFY(answer.isFinished()); }();
        return answer.isFinished() && answer.result() ? answer.result().value() : SignInOutcome{};
    }

    SystemClock clock;
    DistrictService district;
    SignInService port;
};

using Kind = SignInOutcome::Kind;

} // namespace

class TestSignInService final : public QObject
{
    Q_OBJECT
    StoreMaker mMaker;

    QString makeStore(const QString &purpose, bool withAccounts)
    {
        QFETCH_GLOBAL(QString, kind);
        const QString path = mMaker.make(kind);
        StoreInfo info = smallInfo();
        info.purpose = purpose;
        const std::unique_ptr<SqlStore> store = StoreMaker::again(path);
        if (!store || !store->writeInfo(info)) {
            return {};
        }
        const SystemClock clock;
        const PasswordHasher hasher(kCheap);
        bool ready = fillSmallDistrict(*store);
        if (withAccounts) {
            NewAccount account;
            account.user.name = u"zhang"_s;
            account.user.role = u"dispatcher"_s;
            account.password = Secret::fromText(kRight);
            ready = ready &&
                    SignInDesk(*store, clock, u"test"_s, hasher)
                        .makeAdministrator(u"chief"_s, Secret::fromText(kRight))
                        .isOk() &&
                    AccountDesk(*store, clock, u"test"_s, hasher).add(account).isOk();
        }
        return ready ? path : QString();
    }

private slots:
    /** On a server the login is what is proved: see TestServerLogin. */
    void initTestCase_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::newRow("GeoPackage") << u"file"_s;
    }
    void nothingIsShownToNobody()
    {
        const QString path = makeStore(u"real"_s, true);
        Seat seat(path);
        QTRY_COMPARE(seat.district.state(), StoreState::SignedOut);
        QTRY_COMPARE(seat.port.way(), SignInWay::Password);
        QVERIFY(seat.district.user().name.isEmpty());
        QCOMPARE(seat.signIn(u"zhang"_s, u"wrong"_s).kind, Kind::Wrong);
        QCOMPARE(seat.district.state(), StoreState::SignedOut);
        QCOMPARE(seat.signIn(u"zhang"_s, kRight).kind, Kind::In);
        QTRY_COMPARE(seat.district.state(), StoreState::Live);
        QCOMPARE(seat.district.user().name, u"zhang"_s);
        seat.port.signOut();
        QCOMPARE(seat.district.state(), StoreState::SignedOut);
        // What was on its way for somebody does not bring them back.
        seat.district.readAgain();
        QTRY_VERIFY(!seat.district.isBusy());
        QCOMPARE(seat.district.state(), StoreState::SignedOut);
    }
    void signingOutDuringAReadStays()
    {
        const QString path = makeStore(u"real"_s, true);
        Seat seat(path);
        QTRY_COMPARE(seat.port.way(), SignInWay::Password);
        QCOMPARE(seat.signIn(u"zhang"_s, kRight).kind, Kind::In);
        QTRY_COMPARE(seat.district.state(), StoreState::Live);
        QSignalSpy pictures(&seat.district, &DistrictService::pictureRead);
        seat.district.readAgain();
        seat.port.signOut();
        QTRY_VERIFY(!seat.district.isBusy());
        QTest::qWait(50);
        QCOMPARE(seat.district.state(), StoreState::SignedOut);
        for (const QList<QVariant> &shown : pictures) {
            QVERIFY(shown.first().value<DistrictPicture>().grids.isEmpty());
        }
    }
    void disabledElsewhereIsThrownOut()
    {
        const QString path = makeStore(u"real"_s, true);
        Seat seat(path);
        QTRY_COMPARE(seat.port.way(), SignInWay::Password);
        QCOMPARE(seat.signIn(u"zhang"_s, kRight).kind, Kind::In);
        QTRY_COMPARE(seat.district.state(), StoreState::Live);
        const SystemClock clock;
        const PasswordHasher hasher(kCheap);
        const std::unique_ptr<SqlStore> other = StoreMaker::again(path);
        QVERIFY(AccountDesk(*other, clock, u"test"_s, hasher).setDisabled(u"zhang"_s, true).isOk());
        QTRY_COMPARE_WITH_TIMEOUT(seat.district.state(), StoreState::SignedOut, 1000);
    }
    void aPasswordChangedElsewhereEndsTheSession()
    {
        const QString path = makeStore(u"real"_s, true);
        Seat seat(path);
        QTRY_COMPARE(seat.port.way(), SignInWay::Password);
        QCOMPARE(seat.signIn(u"zhang"_s, kRight).kind, Kind::In);
        QTRY_COMPARE(seat.district.state(), StoreState::Live);
        QSignalSpy ended(&seat.port, &SignInPort::sessionEnded);
        const SystemClock clock;
        const PasswordHasher hasher(kCheap);
        const std::unique_ptr<SqlStore> other = StoreMaker::again(path);
        QVERIFY(AccountDesk(*other, clock, u"test"_s, hasher)
                    .setPassword(u"zhang"_s, Secret::fromText(u"another-Good-one-5"_s), false)
                    .isOk());
        QTRY_VERIFY_WITH_TIMEOUT(!ended.isEmpty(), 1000);
        QCOMPARE(ended.first().first().toString(), u"password"_s);
    }
    void aDemoStaysSignedOut()
    {
        const QString path = makeStore(u"drill"_s, false);
        Seat seat(path);
        QTRY_COMPARE(seat.district.state(), StoreState::Live);
        QCOMPARE(seat.port.way(), SignInWay::Choice);
        seat.port.signOut();
        QCOMPARE(seat.district.state(), StoreState::SignedOut);
        seat.district.readAgain();
        QTRY_VERIFY(!seat.district.isBusy());
        QCOMPARE(seat.district.state(), StoreState::SignedOut);
        QVERIFY(!seat.district.users().isEmpty()); // to choose from
        seat.district.setUser(seat.district.users().first().name);
        QTRY_COMPARE(seat.district.state(), StoreState::Live);
    }
    void firstStart()
    {
        const QString path = makeStore(u"real"_s, false);
        Seat seat(path);
        QTRY_COMPARE(seat.port.way(), SignInWay::FirstStart);
        QCOMPARE(seat.district.user().name, u"owner"_s);
        seat.port.signOut();
        QTRY_VERIFY(!seat.district.isBusy());
        QCOMPARE(seat.port.way(), SignInWay::FirstStart);
        seat.port.workAsOwner();
        QTRY_COMPARE(seat.district.user().name, u"owner"_s);
        QCOMPARE(Seat::wait(seat.port.makeAdministrator(u"chief"_s, Secret::fromText(kRight))).kind,
                 Kind::In);
        QTRY_COMPARE(seat.district.user().name, u"chief"_s);
        QCOMPARE(seat.port.way(), SignInWay::Password);
        // The owner is nobody any more, here or elsewhere.
        seat.port.signOut();
        QTRY_VERIFY(!seat.district.isBusy());
        QCOMPARE(seat.port.way(), SignInWay::Password);
        seat.port.workAsOwner();
        QTRY_VERIFY(!seat.district.isBusy());
        QCOMPARE(seat.district.state(), StoreState::SignedOut);
    }
    void unlockingProvesWhoIsThere()
    {
        const QString path = makeStore(u"real"_s, true);
        Seat seat(path);
        QTRY_COMPARE(seat.port.way(), SignInWay::Password);
        QCOMPARE(seat.signIn(u"zhang"_s, kRight).kind, Kind::In);
        QTRY_COMPARE(seat.district.state(), StoreState::Live);
        QCOMPARE(Seat::wait(seat.port.unlock(Secret::fromText(u"wrong"_s))).kind, Kind::Wrong);
        QCOMPARE(Seat::wait(seat.port.unlock(Secret::fromText(kRight))).kind, Kind::In);
        QCOMPARE(seat.district.user().name, u"zhang"_s);
    }
    void aKeptSessionIsOpenedAgain()
    {
        const QString path = makeStore(u"real"_s, true);
        MemoryKeyring keyring;
        {
            Seat seat(path, &keyring);
            QTRY_COMPARE(seat.port.way(), SignInWay::Password);
            QTRY_VERIFY(seat.port.canKeep());
            QCOMPARE(seat.signIn(u"zhang"_s, kRight, true).kind, Kind::In);
            QTRY_COMPARE(keyring.entries.size(), 1);
            QVERIFY(!keyring.entries.begin().value().contains(kRight.toUtf8()));
        }
        {
            Seat again(path, &keyring);
            QTRY_COMPARE(again.district.state(), StoreState::Live);
            QCOMPARE(again.district.user().name, u"zhang"_s);
            again.port.signOut();
            QTRY_VERIFY(keyring.entries.isEmpty());
        }
        Seat third(path, &keyring);
        QTRY_COMPARE(third.port.way(), SignInWay::Password);
        QTRY_VERIFY(!third.district.isBusy());
        QCOMPARE(third.district.state(), StoreState::SignedOut);
    }
    void withoutAKeyringNothingIsKept()
    {
        const QString path = makeStore(u"real"_s, true);
        MemoryKeyring keyring;
        keyring.there = false;
        Seat seat(path, &keyring);
        QTRY_COMPARE(seat.port.way(), SignInWay::Password);
        QTRY_COMPARE(keyring.looked, 1);
        QSignalSpy said(&seat.port, &SignInPort::messageRaised);
        const SignInOutcome outcome = seat.signIn(u"zhang"_s, kRight, true);
        QCOMPARE(outcome.kind, Kind::In);
        QVERIFY(outcome.token.isEmpty());
        QTRY_COMPARE(said.size(), 1);
        QVERIFY(keyring.entries.isEmpty());
    }
};

static const TestRegistration<TestSignInService> registration;

} // namespace gridward

#include "test_signinservice.moc"
