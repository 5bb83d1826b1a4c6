// SPDX-License-Identifier: GPL-3.0-or-later
// The pages of signing in, and what covers a desk and leaves a wall alone.
#include "tests/support/fakedistrict.h"
#include "tests/support/fakesignin.h"
#include "tests/support/testregistry.h"
#include "ui/signin/changepasswordpage.h"
#include "ui/signin/deskguard.h"
#include "ui/signin/firststartpage.h"
#include "ui/signin/passwordfield.h"
#include "ui/signin/signinpage.h"
#include "ui/signin/userchoicepage.h"

#include <QAction>
#include <QBoxLayout>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

User zhang()
{
    User user;
    user.name = u"zhang"_s;
    user.role = u"dispatcher"_s;
    return user;
}

/** A window with a field, a button and a shortcut. */
struct Desk
{
    Desk()
        : field(new QLineEdit)
        , action(new QAction(&window))
    {
        auto *column = new QVBoxLayout(&window);
        column->addWidget(field);
        action->setShortcut(Qt::CTRL | Qt::Key_1);
        window.addAction(action);
        QObject::connect(action, &QAction::triggered, &window, [this] { ++triggered; });
        window.resize(800, 600);
        window.show();
    }
    [[nodiscard]] SignInCover *cover() const
    {
        const QList<SignInCover *> covers = window.findChildren<SignInCover *>();
        for (SignInCover *one : covers) {
            if (!one->isHidden()) {
                return one;
            }
        }
        return nullptr;
    }

    QWidget window;
    QLineEdit *field;
    QAction *action;
    int triggered = 0;
};

template <typename T>
T *child(QWidget &page, const QString &name)
{
    return page.findChild<T *>(name);
}

void typeInto(QWidget &page, const QString &field, const QString &text)
{
    auto *line = child<QLineEdit>(page, field);
    line->clear();
    QTest::keyClicks(line, text);
}

} // namespace

class TestSignInPages final : public QObject
{
    Q_OBJECT
private slots:
    void signInPageAsks();
    void wrongAndWait();
    void keepingNeedsAKeyring();
    void passwordFieldHidesAndForgets();
    void forcedChangeTicksTheRules();
    void changingNeedsTheOldOne();
    void firstStartMakesAnAdministrator();
    void choosingAUserSaysThatItIsADemo();
    void lockCoversTheDesk();
    void wallIsNotCovered();
    void tornOffDesksAreCovered();
    void signedOutAWallIsAskedNothing();
    void idleLocks();
    void endedSessionAsksAgain();
    void ownerIsNotLocked();
};

void TestSignInPages::signInPageAsks()
{
    FakeSignIn port;
    SignInPage page(port, SignInPage::Use::SignIn);
    page.start();
    auto *go = child<QPushButton>(page, u"signInGo"_s);
    QVERIFY(!go->isEnabled());
    typeInto(page, u"signInName"_s, u"zhang"_s);
    QVERIFY(!go->isEnabled());
    typeInto(page, u"signInPassword"_s, u"secret words"_s);
    QVERIFY(go->isEnabled());
    port.say(SignInOutcome::Kind::In);
    go->click();
    QCOMPARE(port.requests.size(), 1);
    QCOMPARE(port.requests.first().name, u"zhang"_s);
    QCOMPARE(port.requests.first().password.text(), u"secret words"_s);
    // Nothing is left in the field, whatever comes back.
    QVERIFY(child<QLineEdit>(page, u"signInPassword"_s)->text().isEmpty());
}

void TestSignInPages::wrongAndWait()
{
    FakeSignIn port;
    SignInPage page(port, SignInPage::Use::SignIn);
    page.start();
    auto *go = child<QPushButton>(page, u"signInGo"_s);
    const auto attempt = [&] {
        typeInto(page, u"signInName"_s, u"zhang"_s);
        typeInto(page, u"signInPassword"_s, u"wrong"_s);
        go->click();
    };
    auto *said = child<QLabel>(page, u"signInSaid"_s);
    QVERIFY(said->isHidden());
    port.say(SignInOutcome::Kind::Wrong);
    attempt();
    QTRY_VERIFY(!said->isHidden());
    const QString words = said->text();
    port.say(SignInOutcome::Kind::Wait, std::chrono::seconds(2));
    attempt();
    QTRY_VERIFY(go->text().contains(u'2'));
    QCOMPARE(said->text(), words); // neither tells which of the two was wrong
    typeInto(page, u"signInPassword"_s, u"wrong"_s);
    QVERIFY(!go->isEnabled());
    QTRY_VERIFY_WITH_TIMEOUT(go->isEnabled(), 5000);
    QCOMPARE(port.requests.size(), 2);
}

void TestSignInPages::keepingNeedsAKeyring()
{
    FakeSignIn port;
    SignInPage page(port, SignInPage::Use::SignIn);
    page.start();
    QVERIFY(!child<QCheckBox>(page, u"signInKeep"_s)->isEnabled());
    QVERIFY(!child<QLabel>(page, u"panelNote"_s)->isHidden());
    port.keeps = true;
    emit port.wayChanged();
    QVERIFY(child<QCheckBox>(page, u"signInKeep"_s)->isEnabled());
    QVERIFY(child<QLabel>(page, u"panelNote"_s)->isHidden());
    child<QCheckBox>(page, u"signInKeep"_s)->setChecked(true);
    typeInto(page, u"signInName"_s, u"zhang"_s);
    typeInto(page, u"signInPassword"_s, u"x"_s);
    child<QPushButton>(page, u"signInGo"_s)->click();
    QVERIFY(port.requests.first().keep);
}

void TestSignInPages::passwordFieldHidesAndForgets()
{
    PasswordField field(u"field"_s);
    field.show();
    QLineEdit *line = field.line();
    QTest::keyClicks(line, u"abc"_s);
    QCOMPARE(line->echoMode(), QLineEdit::Password);
    field.findChild<QAction *>(u"showPassword"_s)->setChecked(true);
    QCOMPARE(line->echoMode(), QLineEdit::Normal);
    auto *caps = field.findChild<QLabel *>(u"capsHint"_s);
    QVERIFY(caps->isHidden());
    QKeyEvent capital(QEvent::KeyPress, Qt::Key_A, Qt::NoModifier, u"A"_s);
    QCoreApplication::sendEvent(line, &capital);
    QVERIFY(!caps->isHidden());
    QKeyEvent shifted(QEvent::KeyPress, Qt::Key_A, Qt::ShiftModifier, u"A"_s);
    QCoreApplication::sendEvent(line, &shifted);
    QVERIFY(caps->isHidden());
    QCOMPARE(field.take().text(), u"abcAA"_s);
    QVERIFY(field.isEmpty());
    QCOMPARE(line->echoMode(), QLineEdit::Password); // the eye closes again
}

void TestSignInPages::forcedChangeTicksTheRules()
{
    FakeSignIn port;
    ChangePasswordPage page(port);
    page.startForced(u"zhang"_s, Secret::fromText(u"given one"_s));
    auto *go = child<QPushButton>(page, u"changePasswordGo"_s);
    const auto met = [&] {
        int count = 0;
        for (const QLabel *rule : page.findChildren<QLabel *>(u"passwordRule"_s)) {
            count += rule->property("met").toBool() ? 1 : 0;
        }
        return count;
    };
    QVERIFY(child<QLineEdit>(page, u"oldPassword"_s)->parentWidget()->isHidden());
    QCOMPARE(met(), 0);
    typeInto(page, u"newPassword"_s, u"zhang"_s);
    QCOMPARE(met(), 2); // neither common nor a row of keys, but short and the name
    typeInto(page, u"newPassword"_s, u"correct-Horse-7"_s);
    QCOMPARE(met(), 4);
    QVERIFY(!go->isEnabled());
    typeInto(page, u"newPasswordAgain"_s, u"correct-Horse-7"_s);
    QCOMPARE(met(), 5);
    QVERIFY(go->isEnabled());
    QSignalSpy done(&page, &ChangePasswordPage::done);
    port.say(SignInOutcome::Kind::In);
    go->click();
    QTRY_COMPARE(done.size(), 1);
    QCOMPARE(port.changes.first(), (QStringList{u"zhang"_s, u"given one"_s, u"correct-Horse-7"_s}));
}

void TestSignInPages::changingNeedsTheOldOne()
{
    FakeSignIn port;
    ChangePasswordPage page(port);
    page.start(u"zhang"_s);
    auto *go = child<QPushButton>(page, u"changePasswordGo"_s);
    typeInto(page, u"newPassword"_s, u"correct-Horse-7"_s);
    typeInto(page, u"newPasswordAgain"_s, u"correct-Horse-7"_s);
    QVERIFY(!go->isEnabled());
    typeInto(page, u"oldPassword"_s, u"wrong"_s);
    QVERIFY(go->isEnabled());
    QSignalSpy done(&page, &ChangePasswordPage::done);
    port.say(SignInOutcome::Kind::Wrong);
    go->click();
    QTRY_VERIFY(!child<QLabel>(page, u"signInSaid"_s)->isHidden());
    QVERIFY(done.isEmpty());
}

void TestSignInPages::firstStartMakesAnAdministrator()
{
    FakeSignIn port;
    port.theWay = SignInWay::FirstStart;
    FirstStartPage page(port);
    page.start();
    QSignalSpy done(&page, &FirstStartPage::done);
    QSignalSpy owner(&page, &FirstStartPage::ownerChosen);
    child<QPushButton>(page, u"firstStartOwner"_s)->click();
    QCOMPARE(owner.size(), 1);
    auto *go = child<QPushButton>(page, u"firstStartGo"_s);
    typeInto(page, u"newPassword"_s, u"correct-Horse-7"_s);
    typeInto(page, u"newPasswordAgain"_s, u"correct-Horse-7"_s);
    QVERIFY(!go->isEnabled());
    typeInto(page, u"administratorName"_s, u"a b"_s);
    QVERIFY(!go->isEnabled());
    typeInto(page, u"administratorName"_s, u"chief"_s);
    QVERIFY(go->isEnabled());
    port.say(SignInOutcome::Kind::In);
    go->click();
    QTRY_COMPARE(done.size(), 1);
    QCOMPARE(port.changes.first(), (QStringList{u"chief"_s, u"correct-Horse-7"_s}));
}

void TestSignInPages::choosingAUserSaysThatItIsADemo()
{
    FakeDistrict district;
    district.storeInfo.purpose = u"demo"_s;
    User disabled = zhang();
    disabled.name = u"gone"_s;
    disabled.isDisabled = true;
    User admin;
    admin.name = u"admin1"_s;
    admin.role = u"admin"_s;
    district.known = {zhang(), disabled, admin};
    district.who = admin;
    UserChoicePage page(district);
    page.start();
    QVERIFY(!child<QLabel>(page, u"simulatedNotice"_s)->text().isEmpty());
    const QString demo = child<QLabel>(page, u"simulatedNotice"_s)->text();
    QSignalSpy chosen(&page, &UserChoicePage::chosen);
    child<QPushButton>(page, u"userChoiceGo"_s)->click();
    QCOMPARE(chosen.takeFirst().first().toString(), u"admin1"_s);
    QTest::keyClicks(page.focusWidget() != nullptr ? page.focusWidget()
                                                   : page.findChild<QLineEdit *>(),
                     u"zhan"_s);
    child<QPushButton>(page, u"userChoiceGo"_s)->click();
    QCOMPARE(chosen.takeFirst().first().toString(), u"zhang"_s);
    district.storeInfo.purpose = u"drill"_s;
    page.start();
    QVERIFY(child<QLabel>(page, u"simulatedNotice"_s)->text() != demo);
}

namespace {

/** A guard over a desk and another window, which may be walls. */
struct Post
{
    Post()
    {
        district.who = zhang();
        DeskGuard::Windows windows;
        windows.main = &desk.window;
        windows.mainIsWall = [this] { return mainIsWall; };
        windows.watchesWall = [this] { return mainIsWall || wallElsewhere; };
        windows.others = [this] { return QList<QWidget *>{&torn.window}; };
        guard = std::make_unique<DeskGuard>(district, port, windows);
    }
    void setState(StoreState state)
    {
        district.storeState = state;
        emit district.stateChanged(state);
    }

    FakeDistrict district;
    FakeSignIn port;
    Desk torn;
    Desk desk;
    bool mainIsWall = false;
    bool wallElsewhere = false;
    std::unique_ptr<DeskGuard> guard;
};

} // namespace

void TestSignInPages::lockCoversTheDesk()
{
    Post post;
    QSignalSpy covered(post.guard.get(), &DeskGuard::coveredChanged);
    post.desk.window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&post.desk.window));
    QTest::keyClick(&post.desk.window, Qt::Key_1, Qt::ControlModifier);
    QCOMPARE(post.desk.triggered, 1);
    post.guard->lock();
    QCOMPARE(covered.size(), 1);
    SignInCover *cover = post.desk.cover();
    QVERIFY(cover != nullptr);
    QCOMPARE(cover->page(), CoverPage::Lock);
    QCOMPARE(cover->geometry(), post.desk.window.rect());
    // On top, everything behind it out of reach of mouse, Tab and shortcuts.
    QCOMPARE(post.desk.window.childAt(400, 8),
             cover->childAt(400, 8) != nullptr ? cover->childAt(400, 8)
                                               : static_cast<QWidget *>(cover));
    QVERIFY(!post.desk.field->isEnabled());
    QTest::keyClick(&post.desk.window, Qt::Key_1, Qt::ControlModifier);
    QTest::keyClick(cover, Qt::Key_1, Qt::ControlModifier);
    QCOMPARE(post.desk.triggered, 1);
    auto *late = new QLineEdit(&post.desk.window);
    late->show();
    QTRY_VERIFY(!late->isEnabled()); // nor what comes later
    post.desk.window.resize(900, 700);
    QCOMPARE(cover->size(), QSize(900, 700));
    // Another password does not open it.
    post.port.say(SignInOutcome::Kind::Wrong);
    typeInto(*cover, u"unlockPassword"_s, u"wrong"_s);
    child<QPushButton>(*cover, u"unlockGo"_s)->click();
    QTRY_COMPARE(post.port.unlocks, QStringList{u"wrong"_s});
    QVERIFY(post.desk.cover() != nullptr);
    post.port.say(SignInOutcome::Kind::In);
    typeInto(*cover, u"unlockPassword"_s, u"right"_s);
    child<QPushButton>(*cover, u"unlockGo"_s)->click();
    QTRY_VERIFY(post.desk.cover() == nullptr);
    QVERIFY(post.desk.field->isEnabled());
    QVERIFY(!post.guard->isCovered());
    QTest::keyClick(&post.desk.window, Qt::Key_1, Qt::ControlModifier);
    QCOMPARE(post.desk.triggered, 2);
    // Again at once: the old cover, which is on its way out, gives nothing free.
    post.guard->lock();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QVERIFY(!post.desk.field->isEnabled());
}

void TestSignInPages::wallIsNotCovered()
{
    Post post;
    post.mainIsWall = true;
    post.guard->lock();
    QVERIFY(post.guard->isLocked());
    QVERIFY(post.desk.cover() == nullptr);
    QVERIFY(post.desk.field->isEnabled());
    QVERIFY(post.torn.cover() != nullptr);
    // As soon as it is a desk again, it is locked.
    post.mainIsWall = false;
    post.guard->update();
    QVERIFY(post.desk.cover() != nullptr);
}

void TestSignInPages::tornOffDesksAreCovered()
{
    Post post;
    post.guard->lock();
    QVERIFY(post.torn.cover() != nullptr);
    QVERIFY(!post.torn.field->isEnabled());
    post.port.say(SignInOutcome::Kind::In);
    typeInto(*post.torn.cover(), u"unlockPassword"_s, u"right"_s);
    child<QPushButton>(*post.torn.cover(), u"unlockGo"_s)->click();
    QTRY_VERIFY(post.torn.cover() == nullptr);
    QVERIFY(post.desk.cover() == nullptr);
}

void TestSignInPages::signedOutAWallIsAskedNothing()
{
    Post post;
    post.mainIsWall = true;
    post.district.who = {};
    post.setState(StoreState::SignedOut);
    QVERIFY(post.desk.cover() == nullptr); // its placeholder says what to do
    // Esc makes a desk of it: somebody has to sign in there.
    post.mainIsWall = false;
    post.guard->update();
    QVERIFY(post.desk.cover() != nullptr);
    QCOMPARE(post.desk.cover()->page(), CoverPage::SignIn);
    // A forced change is on the way in, not a way around it.
    post.port.say(SignInOutcome::Kind::MustChange);
    typeInto(*post.desk.cover(), u"signInName"_s, u"zhang"_s);
    typeInto(*post.desk.cover(), u"signInPassword"_s, u"given"_s);
    child<QPushButton>(*post.desk.cover(), u"signInGo"_s)->click();
    QTRY_COMPARE(post.desk.cover()->page(), CoverPage::ChangePassword);
    emit post.district.userChanged();
    QCOMPARE(post.desk.cover()->page(), CoverPage::ChangePassword);
    child<QPushButton>(*post.desk.cover(), u"changePasswordCancel"_s)->click();
    QCOMPARE(post.desk.cover()->page(), CoverPage::SignIn);
    post.district.who = zhang();
    post.setState(StoreState::Live);
    QVERIFY(post.desk.cover() == nullptr);
    post.port.theWay = SignInWay::FirstStart;
    post.setState(StoreState::SignedOut);
    QCOMPARE(post.desk.cover()->page(), CoverPage::FirstStart);
    child<QPushButton>(*post.desk.cover(), u"firstStartOwner"_s)->click();
    QCOMPARE(post.port.owners, 1);
}

void TestSignInPages::idleLocks()
{
    Post post;
    post.guard->setIdleMinutes(1);
    auto *idle = post.guard->findChild<QTimer *>(u"idle"_s);
    QVERIFY(idle != nullptr);
    QVERIFY(idle->isActive());
    QCOMPARE(idle->interval(), 60'000);
    idle->start(30'000);
    idle->setInterval(60'000);
    idle->stop();
    QTest::mouseMove(post.desk.field, QPoint(4, 4));
    QTest::mouseClick(post.desk.field, Qt::LeftButton);
    QVERIFY(idle->isActive()); // whoever moves the mouse is there
    QVERIFY(post.port.uses > 0);
    idle->setInterval(1);
    idle->start();
    QTRY_VERIFY(post.guard->isLocked());
    QVERIFY(post.desk.cover() != nullptr);
}

void TestSignInPages::endedSessionAsksAgain()
{
    Post post;
    emit post.port.sessionEnded(u"expired"_s);
    QCOMPARE(post.port.signOuts, 1);
    // With a wall the desk alone is closed; the wall goes on with what it has.
    post.wallElsewhere = true;
    emit post.port.sessionEnded(u"idle"_s);
    QCOMPARE(post.port.signOuts, 1);
    QVERIFY(post.guard->isLocked());
    // But not for somebody who may not be here any more.
    emit post.port.sessionEnded(u"disabled"_s);
    QCOMPARE(post.port.signOuts, 2);
}

void TestSignInPages::ownerIsNotLocked()
{
    Post post;
    post.district.who.role = u"owner"_s;
    post.guard->lock();
    QVERIFY(!post.guard->isLocked());
    post.district.who = {};
    post.guard->lock();
    QVERIFY(!post.guard->isLocked());
}

static const TestRegistration<TestSignInPages> registration;

} // namespace gridward

#include "test_signin.moc"
