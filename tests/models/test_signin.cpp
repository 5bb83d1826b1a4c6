// SPDX-License-Identifier: GPL-3.0-or-later
// Signing in: who gets in, how long who does not has to wait, and what is kept of all that.
#include "models/service/accountdesk.h"
#include "models/service/signindesk.h"
#include "models/store/accessstore.h"
#include "models/store/auditstore.h"
#include "tests/support/storebuilders.h"
#include "tests/support/storekinds.h"
#include "tests/support/testregistry.h"

#include <QTest>

#include <algorithm>
#include <atomic>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace gridward {

namespace {

/** The least that libsodium does: tests try ten thousand times. */
constexpr HashCost kCheap{1, 8192};
const auto kRight = u"correct-Horse-7-staple"_s;
const auto kSeat = u"desk-1"_s;

/** The real hasher, and how often it was asked. */
class CountingHasher final : public PasswordHasher
{
public:
    explicit CountingHasher(HashCost cost = kCheap)
        : PasswordHasher(cost)
    {
    }
    [[nodiscard]] bool verify(const QByteArray &hash, const Secret &password) const override
    {
        ++verified;
        return PasswordHasher::verify(hash, password);
    }
    mutable int verified = 0;
};

/** An empty store of a real district, of the kind that the test is run on. */
std::unique_ptr<SqlStore> realStore(StoreMaker &maker)
{
    QFETCH_GLOBAL(QString, kind);
    StoreInfo info = smallInfo();
    info.purpose = u"real"_s;
    return maker.empty(kind, info);
}

/** A real district with an administrator and a dispatcher. */
struct Office
{
    Office()
        : store(realStore(maker))
    {
        ready = store && fillSmallDistrict(*store) &&
                desk(kSeat).makeAdministrator(u"chief"_s, Secret::fromText(kRight)).isOk() &&
                addUser(u"zhang"_s, u"dispatcher"_s).isOk();
    }
    SignInDesk desk(const QString &origin) { return {*store, clock, origin, hasher}; }
    AccountDesk accounts() { return {*store, clock, kSeat, hasher}; }
    Result<Account> addUser(const QString &name, const QString &role, bool mustChange = false)
    {
        NewAccount account;
        account.user.name = name;
        account.user.role = role;
        account.password = Secret::fromText(kRight);
        account.mustChange = mustChange;
        return accounts().add(account);
    }
    SignInOutcome signIn(const QString &name,
                         const QString &password,
                         const QString &origin = kSeat,
                         bool keep = false)
    {
        const Result<SignInOutcome> outcome =
            desk(origin).signIn({name, Secret::fromText(password), keep});
        return outcome ? outcome.value() : SignInOutcome{};
    }
    void later(std::chrono::milliseconds time) { clock.set(clock.now() + time); }
    QList<AuditRecord> log(AuditKind kind)
    {
        AuditQuery query;
        query.kind = kind;
        const auto list = store->audit().list(query);
        return list ? list.value() : QList<AuditRecord>{};
    }

    FixedClock clock{testStart()};
    CountingHasher hasher;
    StoreMaker maker;
    std::unique_ptr<SqlStore> store;
    bool ready = false;
};

using Kind = SignInOutcome::Kind;

} // namespace

class TestSignIn final : public QObject
{
    Q_OBJECT
private slots:
    /** On a server the login is what is proved: see TestServerLogin. */
    void initTestCase_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::newRow("memory") << u"memory"_s;
        QTest::newRow("GeoPackage") << u"file"_s;
    }
    void passwordRules_data();
    void passwordRules();
    void rightAndWrong();
    void oneVerificationAnAttempt();
    void delayGrowsAndIsCapped();
    void waitingIsNotVerifiedNorExtended();
    void tenThousandWrongTriesLockNobodyOut();
    void othersDoNotHoldUpAKnownSeat();
    void countersAreBounded();
    void sessionsEnd_data();
    void sessionsEnd();
    void sessionEndsWithAccountAndPassword();
    void tokenOpensItsSession();
    void forcedChange();
    void changingOnesOwn();
    void outdatedHashesAreRenewed();
    void firstStart();
    void lastAdministratorStays();
    void nobodyWritesAnothersPassword();
    void everythingIsInTheAuditLog();
    void noSecretIsInTheFile();
    void accountRules();
};

void TestSignIn::passwordRules_data()
{
    QTest::addColumn<QString>("password");
    QTest::addColumn<int>("broken"); // -1: none
    const auto row = [](const char *name, const QString &password, int broken) {
        QTest::newRow(name) << password << broken;
    };
    row("long enough", u"correct-Horse-7"_s, -1);
    row("Chinese", u"春江潮水连海平海上明月"_s, -1);
    row("empty", u""_s, 0);
    row("nine characters", u"k7!mQp2xZ"_s, 0);
    row("ten characters", u"k7!mQp2xZv"_s, -1);
    row("128 characters", u"k7!mQp2x"_s.repeated(16), -1);
    row("129 characters", u"k7!mQp2x"_s.repeated(16) + u'y', 0);
    row("ten letters, nine after NFKC", u"k7!mQp2xe\u0301"_s, 0);
    row("common", u"woaini1314520"_s, 1);
    row("common in capitals", u"WoAiNi1314520"_s, 1);
    row("common, full width", u"ｗｏａｉｎｉ１３１４"_s, 1);
    row("common with a year", u"password2026"_s, 1);
    row("common between signs", u"!!sunshine!!"_s, 1);
    row("common twice", u"woaini1314woaini1314"_s, 1);
    row("the user's name", u"dear-zhangwl-77"_s, 2);
    row("the user's name in capitals", u"dear-ZHANGWL-77"_s, 2);
    row("the district's name", u"hello东城区hello"_s, 2);
    row("the district's code", u"my-110101-key"_s, 2);
    row("one character", u"zzzzzzzzzzzz"_s, 3);
    row("two characters", u"xyxyxyxyxyxy"_s, 3);
    row("the alphabet", u"defghijklmnop"_s, 3);
    row("backwards", u"ponmlkjihgfed"_s, 3);
    row("keys", u"poiuytrewq;"_s, 3);
}

void TestSignIn::passwordRules()
{
    QFETCH(QString, password);
    QFETCH(int, broken);
    const PasswordContext context{u"zhangwl"_s, u"张卫"_s, u"东城区"_s, u"110101"_s};
    const QList<PasswordCheck> checks = checkPassword(password, context);
    QCOMPARE(checks.size(), 4);
    for (int i = 0; i < checks.size(); ++i) {
        QVERIFY(!passwordRuleWords(checks.at(i).rule).isEmpty());
        if (i == broken) {
            QVERIFY2(!checks.at(i).isMet, qUtf8Printable(QString::number(i)));
        } else if (broken < 0) {
            QVERIFY2(checks.at(i).isMet, qUtf8Printable(QString::number(i)));
        }
    }
    QCOMPARE(acceptPassword(password, context).isOk(), broken < 0);
}

void TestSignIn::rightAndWrong()
{
    Office office;
    QVERIFY(office.ready);
    QVERIFY(office.addUser(u"nopassword"_s, u"street"_s).isOk());
    SignInOutcome in = office.signIn(u"zhang"_s, kRight);
    QCOMPARE(in.kind, Kind::In);
    QCOMPARE(in.user.role, u"dispatcher"_s);
    QVERIFY(!in.session.isEmpty());
    QVERIFY(in.token.isEmpty());
    QCOMPARE(office.signIn(u"  zhang "_s, kRight).kind, Kind::In);
    QCOMPARE(office.signIn(u"ｚｈａｎｇ"_s, kRight).kind, Kind::In);
    const SignInOutcome wrong = office.signIn(u"zhang"_s, u"x"_s);
    const SignInOutcome unknown = office.signIn(u"nobody"_s, u"x"_s);
    const SignInOutcome empty = office.signIn(u""_s, u""_s);
    QCOMPARE(wrong.kind, Kind::Wrong);
    QCOMPARE(unknown.kind, Kind::Wrong);
    QCOMPARE(empty.kind, Kind::Wrong);
    QCOMPARE(outcomeWords(unknown), outcomeWords(wrong));
    QCOMPARE(unknown.wait, wrong.wait);
    // Disabled is as if there were no such account.
    QVERIFY(office.accounts().setDisabled(u"zhang"_s, true).isOk());
    office.later(1h);
    QCOMPARE(office.signIn(u"zhang"_s, kRight).kind, Kind::Wrong);
}

void TestSignIn::oneVerificationAnAttempt()
{
    Office office;
    QVERIFY(office.ready);
    QVERIFY(office.accounts().setDisabled(u"zhang"_s, true).isOk());
    for (const auto &[name, password] : {std::pair{u"chief"_s, kRight},
                                         {u"chief"_s, u"wrong"_s},
                                         {u"zhang"_s, kRight},
                                         {u"nobody"_s, kRight},
                                         {u""_s, u""_s}}) {
        const int before = office.hasher.verified;
        office.signIn(name, password);
        QCOMPARE(office.hasher.verified, before + 1);
    }
    // What it verifies for nobody costs what it costs for somebody.
    QVERIFY(!office.hasher.isOutdated(office.hasher.nobody()));
    QVERIFY(PasswordHasher({2, 8192}).isOutdated(office.hasher.nobody()));
}

void TestSignIn::delayGrowsAndIsCapped()
{
    QCOMPARE(SignInDesk::delayAfter(0), 0s);
    QCOMPARE(SignInDesk::delayAfter(SignInDesk::kFreeTries), 0s);
    std::chrono::seconds before{0};
    for (int failures = SignInDesk::kFreeTries + 1; failures < 12'000; ++failures) {
        const std::chrono::seconds delay = SignInDesk::delayAfter(failures);
        QVERIFY(delay > before || delay == SignInDesk::kLongestDelay);
        QVERIFY(delay <= SignInDesk::kLongestDelay);
        before = delay;
    }
    QCOMPARE(before, SignInDesk::kLongestDelay);
}

void TestSignIn::waitingIsNotVerifiedNorExtended()
{
    for (const QString &name : {u"zhang"_s, u"nobody"_s}) {
        Office office;
        QVERIFY(office.ready);
        for (int i = 0; i < SignInDesk::kFreeTries; ++i) {
            const SignInOutcome outcome = office.signIn(name, u"wrong"_s);
            QCOMPARE(outcome.kind, Kind::Wrong);
            QCOMPARE(outcome.wait, 0s);
        }
        QCOMPARE(office.signIn(name, u"wrong"_s).wait, SignInDesk::kFirstDelay);
        const int verified = office.hasher.verified;
        for (int i = 0; i < 50; ++i) {
            const SignInOutcome outcome = office.signIn(name, kRight);
            QCOMPARE(outcome.kind, Kind::Wait);
            QCOMPARE(outcome.wait, SignInDesk::kFirstDelay);
        }
        QCOMPARE(office.hasher.verified, verified);
        office.later(1500ms);
        QCOMPARE(office.signIn(name, kRight).wait, 1s);
        office.later(500ms);
        QCOMPARE(office.signIn(name, kRight).kind, name == "zhang"_L1 ? Kind::In : Kind::Wrong);
        if (name == "zhang"_L1) {
            // Right once: the count begins anew.
            QCOMPARE(office.signIn(name, u"wrong"_s).wait, 0s);
        } else {
            QCOMPARE(office.signIn(name, kRight).wait, 2 * SignInDesk::kFirstDelay);
        }
    }
}

void TestSignIn::tenThousandWrongTriesLockNobodyOut()
{
    Office office;
    QVERIFY(office.ready);
    QFETCH_GLOBAL(QString, kind);
    const int tries = kind == "memory"_L1 ? 10'000 : 1'000; // of the rest, that it is the same
    int looked = 0;
    for (int i = 0; i < tries; ++i) {
        // As fast as somebody may: always again when the delay is over.
        const SignInOutcome outcome = office.signIn(u"zhang"_s, u"wrong%1"_s.arg(i), u"evil"_s);
        QVERIFY(outcome.kind == Kind::Wrong || outcome.kind == Kind::Wait);
        looked += outcome.kind == Kind::Wrong ? 1 : 0;
        office.later(i < tries / 2 ? std::chrono::milliseconds(10)
                                   : std::chrono::milliseconds(outcome.wait));
    }
    QVERIFY(looked > tries * 2 / 5);
    office.later(SignInDesk::kLongestDelay);
    QCOMPARE(office.signIn(u"zhang"_s, kRight, u"new desk"_s).kind, Kind::In);
}

void TestSignIn::othersDoNotHoldUpAKnownSeat()
{
    Office office;
    QVERIFY(office.ready);
    QCOMPARE(office.signIn(u"zhang"_s, kRight).kind, Kind::In);
    for (int i = 0; i < 20; ++i) {
        office.signIn(u"zhang"_s, u"wrong"_s, u"evil %1"_s.arg(i));
    }
    QCOMPARE(office.signIn(u"zhang"_s, kRight, u"evil"_s).kind, Kind::Wait);
    QCOMPARE(office.signIn(u"zhang"_s, kRight).kind, Kind::In);
}

void TestSignIn::countersAreBounded()
{
    Office office;
    QVERIFY(office.ready);
    AccountStore &accounts = office.store->accounts();
    for (int i = 0; i < AccountStore::kMostFailures + 100; ++i) {
        QVERIFY(accounts
                    .write(SignInFailures{
                        QString::number(i), {}, 1, testStart() + std::chrono::seconds(i)})
                    .isOk());
    }
    QCOMPARE(accounts.failures(u"99"_s, {}).value().count, 0);
    QCOMPARE(accounts.failures(u"100"_s, {}).value().count, 1);
    for (int i = 0; i < AccountStore::kMostOrigins + 5; ++i) {
        office.later(1s);
        QCOMPARE(office.signIn(u"zhang"_s, kRight, u"seat %1"_s.arg(i)).kind, Kind::In);
    }
    QVERIFY(!accounts.knowsOrigin(u"zhang"_s, u"seat 4"_s).value());
    QVERIFY(accounts.knowsOrigin(u"zhang"_s, u"seat 5"_s).value());
}

void TestSignIn::sessionsEnd_data()
{
    QTest::addColumn<bool>("keep");
    QTest::addColumn<int>("stepMinutes");
    QTest::addColumn<int>("hours");
    QTest::addColumn<QString>("why");
    QTest::newRow("in use") << false << 30 << 11 << QString();
    QTest::newRow("over") << false << 30 << 12 << u"expired"_s;
    QTest::newRow("idle") << false << 0 << 4 << u"idle"_s;
    QTest::newRow("not idle yet") << false << 0 << 3 << QString();
    QTest::newRow("kept") << true << 0 << 7 * 24 - 1 << QString();
    QTest::newRow("kept, over") << true << 0 << 7 * 24 << u"expired"_s;
}

void TestSignIn::sessionsEnd()
{
    QFETCH(bool, keep);
    QFETCH(int, stepMinutes);
    QFETCH(int, hours);
    QFETCH(QString, why);
    Office office;
    QVERIFY(office.ready);
    const QString session = office.signIn(u"zhang"_s, kRight, kSeat, keep).session;
    const Instant end = office.clock.now() + std::chrono::hours(hours);
    while (stepMinutes > 0 && office.clock.now() < end - std::chrono::minutes(stepMinutes)) {
        office.later(std::chrono::minutes(stepMinutes));
        QVERIFY(!office.desk(kSeat).touch(session, true).value());
    }
    office.clock.set(end);
    QCOMPARE(office.desk(kSeat).touch(session, true).value().value_or(QString()), why);
    // It stays as it is.
    QCOMPARE(office.desk(kSeat).touch(session, true).value().value_or(QString()), why);
    QCOMPARE(office.log(AuditKind::SignOut).size(), why.isEmpty() ? 0 : 1);
    QCOMPARE(office.desk(kSeat).touch(u"unheard of"_s, true).value(), u"expired"_s);
}

void TestSignIn::sessionEndsWithAccountAndPassword()
{
    Office office;
    QVERIFY(office.ready);
    const QString first = office.signIn(u"zhang"_s, kRight).session;
    const QString second = office.signIn(u"zhang"_s, kRight, u"desk-2"_s).session;
    const Result<SignInOutcome> changed = office.desk(kSeat).changePassword(
        u"zhang"_s, Secret::fromText(kRight), Secret::fromText(u"another-Good-one-5"_s), first);
    QVERIFY(changed.isOk());
    QVERIFY(!office.desk(kSeat).touch(first, true).value());
    QCOMPARE(office.desk(kSeat).touch(second, true).value(), u"password"_s);
    QVERIFY(office.accounts().setDisabled(u"zhang"_s, true).isOk());
    QCOMPARE(office.desk(kSeat).touch(first, true).value(), u"disabled"_s);
    QCOMPARE(office.signIn(u"zhang"_s, u"another-Good-one-5"_s).kind, Kind::Wrong);
    QVERIFY(office.accounts().setDisabled(u"zhang"_s, false).isOk());
    const QString third = office.signIn(u"zhang"_s, u"another-Good-one-5"_s).session;
    QVERIFY(!third.isEmpty());
    QVERIFY(office.accounts().setPassword(u"zhang"_s, Secret::fromText(kRight), false).isOk());
    QCOMPARE(office.desk(kSeat).touch(third, true).value(), u"password"_s);
    const QString fourth = office.signIn(u"zhang"_s, kRight).session;
    QVERIFY(office.desk(kSeat).signOut(fourth).isOk());
    QCOMPARE(office.desk(kSeat).touch(fourth, true).value(), u"signed-out"_s);
}

void TestSignIn::tokenOpensItsSession()
{
    Office office;
    QVERIFY(office.ready);
    const SignInOutcome in = office.signIn(u"zhang"_s, kRight, kSeat, true);
    QVERIFY(in.token.bytes().size() >= 40);
    const auto resumed = [&](const QString &origin) {
        return office.desk(origin).resume(in.token).value();
    };
    QCOMPARE(resumed(kSeat).kind, Kind::In);
    QCOMPARE(resumed(kSeat).session, in.session);
    QCOMPARE(resumed(u"elsewhere"_s).kind, Kind::Wrong); // a token is of one seat
    QCOMPARE(office.desk(kSeat).resume(Secret()).value().kind, Kind::Wrong);
    QCOMPARE(office.desk(kSeat).resume(Secret::fromText(u"guess"_s)).value().kind, Kind::Wrong);
    office.later(SignInDesk::kKeptLife);
    QCOMPARE(resumed(kSeat).kind, Kind::Wrong);
    const SignInOutcome again = office.signIn(u"zhang"_s, kRight, kSeat, true);
    QVERIFY(office.desk(kSeat).signOut(again.session).isOk());
    QCOMPARE(office.desk(kSeat).resume(again.token).value().kind, Kind::Wrong);
}

void TestSignIn::forcedChange()
{
    Office office;
    QVERIFY(office.ready);
    QVERIFY(office.addUser(u"li"_s, u"filer"_s, true).isOk());
    const SignInOutcome outcome = office.signIn(u"li"_s, kRight);
    QCOMPARE(outcome.kind, Kind::MustChange);
    QVERIFY(outcome.session.isEmpty());
    const auto change = [&](const QString &fresh) {
        return office.desk(kSeat).changePassword(
            u"li"_s, Secret::fromText(kRight), Secret::fromText(fresh), {});
    };
    QCOMPARE(change(kRight).error().code, ErrorCode::Refused); // the same again is no change
    QCOMPARE(change(u"short"_s).error().code, ErrorCode::Refused);
    QCOMPARE(office.signIn(u"li"_s, kRight).kind, Kind::MustChange);
    const Result<SignInOutcome> changed = change(u"my-own-Secret-44"_s);
    QVERIFY(changed.isOk());
    QCOMPARE(changed.value().kind, Kind::In);
    QVERIFY(!changed.value().session.isEmpty());
    QCOMPARE(office.signIn(u"li"_s, kRight).kind, Kind::Wrong);
    QCOMPARE(office.signIn(u"li"_s, u"my-own-Secret-44"_s).kind, Kind::In);
}

void TestSignIn::changingOnesOwn()
{
    Office office;
    QVERIFY(office.ready);
    const Result<SignInOutcome> wrong = office.desk(kSeat).changePassword(
        u"zhang"_s, Secret::fromText(u"wrong"_s), Secret::fromText(u"another-Good-one-5"_s), {});
    QCOMPARE(wrong.value().kind, Kind::Wrong);
    QCOMPARE(office.signIn(u"zhang"_s, kRight).kind, Kind::In);
    // Wrong old passwords are counted as wrong attempts are.
    for (int i = 0; i <= SignInDesk::kFreeTries; ++i) {
        QVERIFY(office.desk(kSeat)
                    .changePassword(u"zhang"_s,
                                    Secret::fromText(u"wrong"_s),
                                    Secret::fromText(u"another-Good-one-5"_s),
                                    {})
                    .isOk());
    }
    QCOMPARE(office.signIn(u"zhang"_s, kRight).kind, Kind::Wait);
}

void TestSignIn::outdatedHashesAreRenewed()
{
    Office office;
    QVERIFY(office.ready);
    const CountingHasher stronger({2, 16384});
    SignInDesk desk(*office.store, office.clock, kSeat, stronger);
    QVERIFY(stronger.isOutdated(office.store->accounts().password(u"zhang"_s).value()->hash));
    QCOMPARE(desk.signIn({u"zhang"_s, Secret::fromText(u"wrong"_s), false}).value().kind,
             Kind::Wrong);
    QVERIFY(stronger.isOutdated(office.store->accounts().password(u"zhang"_s).value()->hash));
    QCOMPARE(desk.signIn({u"zhang"_s, Secret::fromText(kRight), false}).value().kind, Kind::In);
    QVERIFY(!stronger.isOutdated(office.store->accounts().password(u"zhang"_s).value()->hash));
    QCOMPARE(desk.signIn({u"zhang"_s, Secret::fromText(kRight), false}).value().kind, Kind::In);
}

void TestSignIn::firstStart()
{
    StoreMaker maker;
    const std::unique_ptr<SqlStore> store = realStore(maker);
    QVERIFY(store && fillSmallDistrict(*store));
    const FixedClock clock{testStart()};
    const CountingHasher hasher;
    SignInDesk desk(*store, clock, kSeat, hasher);
    const auto make = [&](const QString &name, const QString &password) {
        return desk.makeAdministrator(name, Secret::fromText(password));
    };
    QVERIFY(!store->access().hasPasswords().value());
    QVERIFY(!make(u"chief"_s, u"short"_s).isOk());
    QVERIFY(!make(u"a b"_s, kRight).isOk());
    QVERIFY(!make(u""_s, kRight).isOk());
    QVERIFY(!store->access().hasPasswords().value());
    QVERIFY(!store->user(u"chief"_s).value());
    const Result<SignInOutcome> made = make(u"chief"_s, kRight);
    QVERIFY(made.isOk());
    QVERIFY(!made.value().session.isEmpty());
    QVERIFY(store->access().hasPasswords().value());
    QCOMPARE(make(u"other"_s, kRight).error().code, ErrorCode::Refused);
    // The first password of all is that of an administrator.
    const std::unique_ptr<SqlStore> second = realStore(maker);
    QVERIFY(second && fillSmallDistrict(*second));
    AccountDesk accounts(*second, clock, kSeat, hasher);
    NewAccount account;
    account.user.name = u"li"_s;
    account.user.role = u"filer"_s;
    account.password = Secret::fromText(kRight);
    QCOMPARE(accounts.add(account).error().code, ErrorCode::Refused);
    QVERIFY(!second->access().hasPasswords().value());
}

void TestSignIn::lastAdministratorStays()
{
    Office office;
    QVERIFY(office.ready);
    QCOMPARE(office.accounts().setDisabled(u"chief"_s, true).error().code, ErrorCode::Refused);
    User demoted = office.store->user(u"chief"_s).value().value();
    demoted.role = u"filer"_s;
    QCOMPARE(office.store->write(QList<User>{demoted}).error().code, ErrorCode::Refused);
    QCOMPARE(office.store->user(u"chief"_s).value()->role, u"admin"_s);
    Permissions permissions = Permissions::standard();
    permissions.set({u"admin"_s, Thing::Account, u"change"_s, Reach::None});
    QCOMPARE(office.store->access().write(permissions).error().code, ErrorCode::Refused);
    // A further post may begin later, or end: only whose own row says so keeps the keys.
    UserPost post{u"zhang"_s, u"admin"_s, {}, {}, {}, {}};
    QVERIFY(office.accounts().addPost(post).isOk());
    QCOMPARE(office.accounts().setDisabled(u"chief"_s, true).error().code, ErrorCode::Refused);
    QVERIFY(office.accounts().endPost(post, QDate(2026, 11, 30)).isOk());
    QCOMPARE(office.store->access().posts(u"zhang"_s).value().first().to, QDate(2026, 11, 30));
    User promoted = office.store->user(u"zhang"_s).value().value();
    promoted.role = u"admin"_s;
    QVERIFY(office.store->write(QList<User>{promoted}).isOk());
    QVERIFY(office.accounts().setDisabled(u"chief"_s, true).isOk());
}

void TestSignIn::nobodyWritesAnothersPassword()
{
    Office office;
    QVERIFY(office.ready);
    const User zhang = office.store->user(u"zhang"_s).value().value();
    const QByteArray hash = office.store->accounts().password(u"chief"_s).value()->hash;
    const auto write = [&](const QString &user) {
        return office.store->accounts().write(StoredPassword{{user, false, testStart()}, hash});
    };
    office.store->actAs(zhang, testStart());
    QCOMPARE(write(u"chief"_s).error().code, ErrorCode::Refused);
    QVERIFY(write(u"zhang"_s).isOk());
    // Hashes, counters and marks are for the program alone; of others nothing is listed.
    AccountStore &accounts = office.store->accounts();
    QCOMPARE(accounts.password(u"zhang"_s).error().code, ErrorCode::Refused);
    QCOMPARE(accounts.nameKey().error().code, ErrorCode::Refused);
    QCOMPARE(accounts.failures(u"x"_s, {}).error().code, ErrorCode::Refused);
    QCOMPARE(accounts.write(SignInFailures{}).error().code, ErrorCode::Refused);
    QCOMPARE(accounts.write(UserSession{}).error().code, ErrorCode::Refused);
    QCOMPARE(accounts.sessions({}).error().code, ErrorCode::Refused);
    QVERIFY(accounts.sessions(u"zhang"_s).isOk());
    QCOMPARE(accounts.passwordStates().value().size(), 1);
    QCOMPARE(office.accounts().setDisabled(u"chief"_s, true).error().code, ErrorCode::Refused);
    QCOMPARE(office.addUser(u"mole"_s, u"admin"_s).error().code, ErrorCode::Refused);
    const User chief = office.store->user(u"chief"_s).value().value();
    office.store->actAs(chief, testStart());
    QCOMPARE(accounts.password(u"zhang"_s).error().code, ErrorCode::Refused);
    QCOMPARE(accounts.passwordStates().value().size(), 2);
    QVERIFY(write(u"zhang"_s).isOk());
    for (const UserSession &session : accounts.sessions({}).value()) {
        QVERIFY(session.tokenHash.isEmpty());
    }
}

void TestSignIn::everythingIsInTheAuditLog()
{
    Office office;
    QVERIFY(office.ready);
    const QString session = office.signIn(u"zhang"_s, kRight).session;
    office.signIn(u"zhang"_s, u"wrong"_s);
    office.signIn(u"MyPassword-in-the-name"_s, u""_s);
    QVERIFY(office.desk(kSeat).signOut(session).isOk());
    QVERIFY(office.accounts().setPassword(u"zhang"_s, Secret::fromText(kRight), true).isOk());
    const QList<AuditRecord> refused = office.log(AuditKind::SignInRefused);
    QCOMPARE(refused.size(), 2);
    QCOMPARE(refused.at(0).entry.actor, u"unknown"_s);
    QCOMPARE(refused.at(0).entry.facts.value(u"mark"_s).toString().size(), 4);
    QVERIFY(refused.at(0).entry.subject.isEmpty());
    QCOMPARE(refused.at(1).entry.actor, u"zhang"_s);
    QCOMPARE(refused.at(1).entry.origin, kSeat);
    QVERIFY(!office.log(AuditKind::SignIn).isEmpty());
    QCOMPARE(office.log(AuditKind::SignOut).size(), 1);
    QCOMPARE(office.log(AuditKind::Password).size(), 3); // chief, zhang, zhang again
    QVERIFY(office.store->audit().findings().value().isEmpty());
}

void TestSignIn::noSecretIsInTheFile()
{
    const auto mistyped = u"zhang-Typed-this-as-name"_s;
    Office office;
    QVERIFY(office.ready);
    const SignInOutcome in = office.signIn(u"zhang"_s, kRight, kSeat, true);
    office.signIn(mistyped, {});
    office.signIn(u"zhang"_s, u"nearly-Right-one"_s);
    QVERIFY(office.desk(kSeat)
                .changePassword(u"zhang"_s,
                                Secret::fromText(kRight),
                                Secret::fromText(u"another-Good-one-5"_s),
                                in.session)
                .isOk());
    QCOMPARE(in.kind, Kind::In);
    const QByteArray bytes = contentOf(*office.store);
    QVERIFY(bytes.contains("$argon2id$"));
    for (const QByteArray &secret : {kRight.toUtf8(),
                                     QByteArray("another-Good-one-5"),
                                     QByteArray("nearly-Right-one"),
                                     mistyped.toUtf8(),
                                     in.token.bytes().toByteArray()}) {
        QVERIFY2(!bytes.contains(secret), secret.constData());
    }
}

void TestSignIn::accountRules()
{
    Office office;
    QVERIFY(office.ready);
    QCOMPARE(office.addUser(u"zhang"_s, u"filer"_s).error().code, ErrorCode::Conflict);
    QCOMPARE(office.addUser(u"new"_s, u"emperor"_s).error().code, ErrorCode::InvalidInput);
    QCOMPARE(office.addUser(u"a b"_s, u"filer"_s).error().code, ErrorCode::InvalidInput);
    NewAccount account;
    account.user.name = u"li"_s;
    account.user.role = u"street"_s;
    account.user.division = u"999999"_s;
    QCOMPARE(office.accounts().add(account).error().code, ErrorCode::InvalidInput);
    account.user.division = smallDivisions().last().code;
    account.user.organisation = u"none"_s;
    QCOMPARE(office.accounts().add(account).error().code, ErrorCode::InvalidInput);
    account.user.organisation.clear();
    QVERIFY(office.accounts().add(account).isOk());
    QCOMPARE(
        office.accounts().setPassword(u"nobody"_s, Secret::fromText(kRight), false).error().code,
        ErrorCode::Refused);
    const QList<Account> all = office.accounts().list().value();
    QCOMPARE(all.size(), office.store->users().value().size());
    const auto li =
        std::ranges::find_if(all, [](const Account &one) { return one.user.name == "li"_L1; });
    QVERIFY(li != all.end() && !li->password);
    QCOMPARE(office.signIn(u"li"_s, {}).kind, Kind::Wrong); // no password is not an empty one
}

/** What takes two programs on one store. */
class TestSignInRace final : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::newRow("GeoPackage") << u"file"_s; // a server counts for itself who is not let in
    }
    void twoAtOnceAreTwo()
    {
        Office office;
        QVERIFY(office.ready);
        const QString path = office.store->connection().path();
        const auto count = [](Store &store, const std::function<void()> &meanwhile) {
            return store.transaction([&]() -> Result<void> {
                Result<SignInFailures> before = store.accounts().failures(u"m"_s, u"o"_s);
                if (!before) {
                    return before.error();
                }
                meanwhile();
                SignInFailures after = before.value();
                ++after.count;
                after.lastAt = testStart();
                return store.accounts().write(after);
            });
        };
        std::thread other;
        std::atomic<bool> isOtherGood = false;
        QVERIFY(count(*office.store, [&] {
            other = std::thread([&] {
                const std::unique_ptr<SqlStore> own = StoreMaker::again(path);
                isOtherGood = own && count(*own, [] {}).isOk();
            });
            QTest::qSleep(500); // it has asked by now, and waits
        }));
        other.join();
        QVERIFY(isOtherGood);
        QCOMPARE(office.store->accounts().failures(u"m"_s, u"o"_s).value().count, 2);
    }
};

static const TestRegistration<TestSignIn> registration;
static const TestRegistration<TestSignInRace> raceRegistration;

} // namespace gridward

#include "test_signin.moc"
