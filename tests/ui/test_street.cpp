// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/view/livecases.h"
#include "models/view/stepwords.h"
#include "tests/support/casebuilder.h"
#include "tests/support/fakedistrict.h"
#include "tests/support/fakepersonal.h"
#include "tests/support/fakestreet.h"
#include "tests/support/testregistry.h"
#include "ui/notify/alarmcentre.h"
#include "ui/notify/alarmstrip.h"
#include "ui/panels/casepanel.h"
#include "ui/panels/casetable.h"
#include "ui/panels/choicelist.h"
#include "ui/panels/runreport.h"
#include "ui/street/peoplepanel.h"
#include "ui/street/rounddialog.h"
#include "ui/street/roundpaper.h"
#include "ui/street/roundprinting.h"
#include "ui/street/streetqueue.h"
#include "ui/street/streetworkspace.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPdfWriter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace gridward {

namespace {

constexpr Instant kNow{std::chrono::hours{24 * 365 * 56} + 24h};
const auto kStreet = u"110101001"_s;

CaseBuilder atOffice(int number, CaseState state, const QString &person = {})
{
    CaseBuilder made = aCase(number).state(state).unit(u"U1"_s).due(kNow + 24h);
    made.made.person = person;
    return made;
}

RoundList longList(int cases)
{
    QList<Case> all;
    for (int number = 0; number < cases; ++number) {
        CaseBuilder one = atOffice(number, CaseState::AtUnit, u"p%1"_s.arg(number % 3));
        one.made.text = u"垃圾堆放在路边，需要清理。"_s.repeated(1 + number % 4);
        one.made.level = static_cast<CaseLevel>(number % 4);
        all.append(one);
    }
    RoundList list = makeRoundList(all, {kStreet, {}, {}, kNow, false}, DistrictNames(), {});
    list.streetName = u"东华门街道"_s;
    list.simulated = true;
    return list;
}

} // namespace

class TestStreet : public QObject
{
    Q_OBJECT

    struct Bench
    {
        LiveCases live;
        FakeDistrict district;
        FakeStreet street;
        FakeAudit audit;
        std::unique_ptr<StreetWorkspace> workspace;

        explicit Bench(const QList<Case> &open = some())
        {
            district.time.set(kNow);
            // The owner may every step: what the file offers is what counts here.
            district.who = {u"street1"_s, {}, u"owner"_s, kStreet, u"U1"_s, false, false};
            StreetOffice office;
            office.street = kStreet;
            office.units = {{u"U1"_s, {}, u"Office"_s, {}, {}, kStreet, true},
                            {u"U2"_s, u"U1"_s, u"Team"_s, {}, {}, kStreet, true}};
            office.people = {{{u"p1"_s, u"Li"_s, u"U1"_s, {}, {}, {}}, true, false},
                             {{u"p2"_s, u"Wang"_s, u"U2"_s, {}, {}, {}}, false, false}};
            street.theOffice = office;
            Standing standing;
            standing.month = QDate(2026, 11, 1);
            standing.all.now = {12, 4, 3, 6, 2, 5, 1, 1};
            standing.all.before = {30, 28, 21, 28, 0, 29, 2, 3};
            standing.handledByPerson = {{u"p1"_s, 7}};
            street.theStanding = standing;
            CaseFile file;
            file.subject = open.value(0);
            for (const CaseAction action :
                 {CaseAction::Assign, CaseAction::Return, CaseAction::Urge}) {
                file.offers.append({action, true, {}});
            }
            file.offers.append({CaseAction::Extend, false, u"asked twice already"_s});
            PersonProposal person;
            person.person = {u"p1"_s, u"Li"_s, u"U1"_s, {}, {}, {}};
            file.assignees = {person};
            district.file = file;
            workspace = std::make_unique<StreetWorkspace>(district, live, &street, &audit);
            workspace->setTheme(theme(ThemeName::Day));
            workspace->resize(1286, 700);
            workspace->show();
            live.reset(open);
            QCoreApplication::processEvents();
        }
        static QList<Case> some()
        {
            Case elsewhere = atOffice(7, CaseState::AtUnit).street(u"110101002"_s);
            Case notOurs = atOffice(8, CaseState::AtUnit);
            notOurs.unit = u"U9"_s;
            return {atOffice(1, CaseState::AtUnit),
                    atOffice(2, CaseState::AtUnit).unit(u"U2"_s),
                    atOffice(3, CaseState::Handling, u"p1"_s).due(kNow - 1h),
                    atOffice(4, CaseState::Handling, u"p2"_s).due(kNow + 1h),
                    atOffice(5, CaseState::FedBack, u"p1"_s).handled(kNow - 2h),
                    elsewhere,
                    notOurs};
        }
        static QList<Case> twoOfOneUnit()
        {
            return {atOffice(1, CaseState::AtUnit), atOffice(2, CaseState::AtUnit)};
        }
        [[nodiscard]] StreetQueue &queue() const { return workspace->queue(); }
        [[nodiscard]] QPushButton *button(const QString &name) const
        {
            return workspace->findChild<QPushButton *>(name);
        }
    };

private slots:
    void theKeyboardComesBackToAnEmptyQueue()
    {
        Bench b;
        b.workspace->activateWindow();
        b.queue().showQueue(u"late"_s);
        b.queue().begin();
        QTRY_VERIFY(b.queue().table().hasFocus());
        QTest::keyClick(b.workspace->focusWidget(), Qt::Key_W);
        auto *people = b.workspace->findChild<PeoplePanel *>();
        QTRY_VERIFY(people->isAncestorOf(b.workspace->focusWidget()));
        // Somebody who has nothing there.
        emit people->personChosen(u"p9"_s, u"Nobody"_s);
        QTRY_COMPARE(b.queue().count(u"late"_s), 0);
        QWidget *nothing = b.workspace->findChild<QWidget *>(u"queueNothing"_s);
        QTRY_VERIFY(nothing->isVisible());
        QTest::keyClick(b.workspace->focusWidget(), Qt::Key_Return);
        QTRY_VERIFY(b.queue().isAncestorOf(b.workspace->focusWidget()));
        QTest::keyClick(b.workspace->focusWidget(), Qt::Key_5);
        QCOMPARE(b.queue().shownQueue(), u"open"_s);
        QTest::keyClick(b.workspace->focusWidget(), Qt::Key_1);
        QCOMPARE(b.queue().shownQueue(), u"assign"_s);
        // And from a button that has it.
        b.button(u"streetList"_s)->setFocus();
        QTest::keyClick(b.button(u"streetList"_s), Qt::Key_5);
        QCOMPARE(b.queue().shownQueue(), u"open"_s);
    }
    void queuesAreOfTheOffice()
    {
        Bench b;
        QCOMPARE(b.workspace->street(), kStreet);
        QTRY_COMPARE(b.queue().count(u"assign"_s), 2);
        QTRY_COMPARE(b.queue().count(u"hand"_s), 2);
        QTRY_COMPARE(b.queue().count(u"late"_s), 2);
        QTRY_COMPARE(b.queue().count(u"check"_s), 1);
        QTRY_COMPARE(b.queue().count(u"open"_s), 6); // with that of another unit
        QTRY_COMPARE(b.button(u"queue-assign"_s)->text(), u"To assign  2"_s);
    }
    void aStreetIsChosenWhereThereAreMore()
    {
        Bench b;
        b.district.who = {u"admin1"_s, {}, u"admin"_s, {}, {}, false, false};
        emit b.district.userChanged();
        // Without any street there is none to show, and nothing is shown.
        QCOMPARE(b.workspace->street(), QString());
        QTRY_COMPARE(b.queue().count(u"open"_s), 0);
        QVERIFY(b.workspace->findChild<QComboBox *>(u"queueStreet"_s)->isHidden());
    }
    void keysTakeTheSteps()
    {
        Bench b;
        CaseTable &table = b.queue().table();
        QTRY_VERIFY(b.queue().panel().shownCase());
        QTRY_VERIFY(b.button(u"street-assign"_s)->isEnabled());
        QVERIFY(!b.button(u"street-extend"_s)->isEnabled());
        QVERIFY(b.button(u"street-extend"_s)->toolTip().contains(u"asked twice already"_s));
        // What is not possible says why, and nothing else happens.
        QTest::keyClick(&table, Qt::Key_E);
        QVERIFY(!b.queue().panel().isBusy());
        auto *notice = b.queue().panel().findChild<QLabel *>(u"caseNotice"_s);
        QVERIFY(notice->text().contains(u"asked twice already"_s));
        QTest::keyClick(&table, Qt::Key_A);
        QTRY_VERIFY(b.queue().panel().isBusy());
        QTest::keyClick(b.queue().panel().findChild<ChoiceList *>()->field(), Qt::Key_Return);
        QCOMPARE(b.district.acts.size(), 1);
        QCOMPARE(b.district.acts.first().second.action, CaseAction::Assign);
        QCOMPARE(b.district.acts.first().second.target, u"p1"_s);
        // Telling the unit: a note, and away.
        QTest::keyClick(&table, Qt::Key_T);
        QTRY_VERIFY(b.queue().panel().isBusy());
        auto *note = b.queue().panel().findChild<QPlainTextEdit *>(u"actionNote"_s);
        note->setPlainText(u"before noon, please"_s);
        QTest::keyClick(note, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(b.district.acts.size(), 2);
        QCOMPARE(b.district.acts.last().second.action, CaseAction::Urge);
        QCOMPARE(b.district.acts.last().second.note, u"before noon, please"_s);
    }
    void severalOfOneUnitGoTogether()
    {
        Bench b; // one of the office, one of its team
        b.queue().table().selectAll();
        QTRY_VERIFY(b.button(u"sendAssignments"_s)->isEnabled());
        QTest::keyClick(&b.queue().table(), Qt::Key_A);
        b.button(u"sendAssignments"_s)->click();
        QCOMPARE(b.district.acts.size(), 1);
        QCOMPARE(b.district.acts.first().first, Case(atOffice(1, CaseState::AtUnit)).id);
    }
    void severalGoToOnePerson()
    {
        Bench b(Bench::twoOfOneUnit());
        QSignalSpy messages(b.workspace.get(), &StreetWorkspace::messageRequested);
        b.queue().table().selectAll();
        auto *send = b.button(u"sendAssignments"_s);
        QTRY_VERIFY(send->isEnabled());
        QTest::keyClick(&b.queue().table(), Qt::Key_R); // one at a time
        QCOMPARE(messages.count(), 1);
        QTest::keyClick(&b.queue().table(), Qt::Key_A);
        send->click();
        QCOMPARE(b.district.acts.size(), 2);
        QCOMPARE(b.district.acts.at(1).second.target, u"p1"_s);
        QCOMPARE(b.district.acts.at(1).second.expectedVersion, 2);
        QCOMPARE(messages.last().at(0).value<Message>().level, Message::Level::Success);
        // Somebody else was first: both versions stand there, to be done anew or left.
        b.district.acted = Error{ErrorCode::Conflict, u"somebody was first"_s, {}};
        Case now = atOffice(1, CaseState::AtUnit);
        now.version = 5;
        CaseFile file = b.district.file.value();
        file.subject = now;
        b.district.file = file;
        send->click();
        QVERIFY(messages.last().at(0).value<Message>().text.contains(u"somebody was first"_s));
        auto *report = b.workspace->findChild<RunReport *>();
        QVERIFY(report->isOpen() && report->isVisible());
        b.district.acted = now;
        b.district.acts.clear();
        QTest::keyClick(report, Qt::Key_Return, Qt::ControlModifier); // sent twice in haste
        QVERIFY(b.district.acts.isEmpty());
        auto *all = report->findChild<QPushButton *>(u"retryAll"_s);
        QTest::keyClick(all, Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(b.district.acts.isEmpty());
        QTest::keyClick(all, Qt::Key_Return); // all on the new state
        QCOMPARE(b.district.acts.size(), 2);
        QCOMPARE(b.district.acts.first().second.expectedVersion, 5);
        QCOMPARE(b.district.acts.first().second.target, u"p1"_s);
        QVERIFY(!report->isOpen() && !report->isVisible());
    }
    void aBatchBeginsAnew()
    {
        Bench b(Bench::twoOfOneUnit());
        CaseTable &table = b.queue().table();
        table.selectAll();
        auto *send = b.button(u"sendAssignments"_s);
        QTRY_VERIFY(send->isEnabled());
        QTest::keyClick(&table, Qt::Key_A);
        auto *people =
            b.workspace->findChild<QWidget *>(u"batchAssign"_s)->findChild<ChoiceList *>();
        const QString first = people->current();
        QTest::keyClicks(people->field(), u"zzz"_s);
        QVERIFY(people->current().isEmpty());
        QTest::keyClick(&table, Qt::Key_A);
        QVERIFY(people->field()->text().isEmpty());
        QCOMPARE(people->current(), first);
        // What changes from here on is the store's to refuse, not to be gone over.
        Case newer = atOffice(1, CaseState::AtUnit);
        newer.version = 7;
        b.live.update({newer});
        send->click();
        QCOMPARE(b.district.acts.size(), 2);
        for (const auto &[id, request] : b.district.acts) {
            QCOMPARE(request.expectedVersion, 2);
        }
    }
    void ownStepsAreTakenBack()
    {
        Bench b(Bench::twoOfOneUnit());
        QSignalSpy messages(b.workspace.get(), &StreetWorkspace::messageRequested);
        const auto last = [&] { return messages.last().at(0).value<Message>(); };
        CaseTable &table = b.queue().table();
        QTest::keyClick(&table, Qt::Key_U); // nothing was done yet
        QCOMPARE(messages.count(), 1);
        QCOMPARE(b.district.acts.size(), 0);
        Case after = atOffice(1, CaseState::Handling, u"p1"_s);
        after.version = 9;
        b.district.acted = after;
        QTRY_VERIFY(b.button(u"street-assign"_s)->isEnabled());
        QTest::keyClick(&table, Qt::Key_A);
        QTRY_VERIFY(b.queue().panel().isBusy());
        QTest::keyClick(b.queue().panel().findChild<ChoiceList *>()->field(), Qt::Key_Return);
        QCOMPARE(b.district.acts.size(), 1);
        QVERIFY(!last().actionText.isEmpty()); // offered there, too
        QTest::keyClick(&table, Qt::Key_U);
        QCOMPARE(b.district.acts.size(), 2);
        QCOMPARE(b.district.acts.last().first, after.id);
        QCOMPARE(b.district.acts.last().second.action, CaseAction::Withdraw);
        QCOMPARE(b.district.acts.last().second.expectedVersion, 9);
        QCOMPARE(last().level, Message::Level::Success);
        QTest::keyClick(&table, Qt::Key_U); // once only
        QCOMPARE(b.district.acts.size(), 2);
        // Several are taken back as one, and what cannot be says why.
        b.queue().table().selectAll();
        QTRY_VERIFY(b.button(u"sendAssignments"_s)->isEnabled());
        b.button(u"sendAssignments"_s)->click();
        QCOMPARE(b.district.acts.size(), 4);
        b.district.acted = Error{ErrorCode::Refused, u"the unit has begun"_s, {}};
        table.setFocus();
        QTest::keyClick(&table, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(b.district.acts.size(), 6);
        QCOMPARE(last().level, Message::Level::Warning);
        QVERIFY(last().text.contains(u"the unit has begun"_s));
        emit b.district.userChanged();
        QTest::keyClick(&table, Qt::Key_U);
        QCOMPARE(b.district.acts.size(), 6);
    }
    void beginsAtTheTop()
    {
        QList<Case> some;
        for (int number = 1; number < 40; ++number) {
            Case theirs = atOffice(number, CaseState::AtUnit);
            theirs.dueAt = kNow + std::chrono::hours(number);
            some.append(theirs);
            Case elsewhere = atOffice(100 + number, CaseState::AtUnit);
            elsewhere.unit = u"U9"_s;
            elsewhere.dueAt = kNow + std::chrono::minutes(number);
            some.append(elsewhere);
        }
        Bench b(some);
        QTRY_COMPARE(b.queue().table().queue().rowCount(), 39);
        QCOMPARE(b.queue().table().currentIndex().row(), 0);
        QTRY_COMPARE(b.workspace->focusWidget(), &b.queue().table());
        // Another street and back.
        const StreetScope scope = b.queue().scope();
        b.queue().setScope({u"110101002"_s, {}, {}, {}, {}});
        b.queue().setScope({scope.street, {}, {}, {}, {}});
        b.queue().setScope(scope);
        QTRY_COMPARE(b.queue().table().queue().rowCount(), 39);
        QCOMPARE(b.queue().table().currentIndex().row(), 0);
    }
    void whoHasNothingIsFolded()
    {
        Bench b;
        b.live.reset({atOffice(3, CaseState::Handling, u"p1"_s)});
        auto *people = b.workspace->findChild<QTableView *>(u"officePeople"_s);
        QTRY_COMPARE(people->model()->rowCount(), 2); // Wang is not on duty and has nothing
        auto *fold = b.button(u"officeIdle"_s);
        QVERIFY(fold->isVisible() && fold->text().contains(u"1"_s));
        fold->click();
        QCOMPARE(people->model()->rowCount(), 3);
        QVERIFY(people->model()->index(2, 0).data(OfficePeopleModel::IdleRole).toBool());
        people->setCurrentIndex(people->model()->index(2, 0));
        QCOMPARE(b.queue().scope().person, u"p2"_s);
        fold->click(); // nobody is looked at who is not there
        QCOMPARE(b.queue().scope().person, QString());
    }
    void loadsAreCountedWhileSomebodyLooks()
    {
        Bench b;
        auto *people = b.workspace->findChild<QTableView *>(u"officePeople"_s);
        QTRY_COMPARE(people->model()->index(1, 1).data().toString(), u"1"_s);
        b.workspace->hide();
        QSignalSpy told(people->model(), &QAbstractItemModel::dataChanged);
        b.live.update({atOffice(4, CaseState::Handling, u"p1"_s)});
        QTest::qWait(500); // longer than changes are gathered: nothing is to happen
        QCOMPARE(told.count(), 0);
        b.workspace->show();
        QTRY_COMPARE(people->model()->index(1, 1).data().toString(), u"2"_s);
        // Of another street, or handed in: not theirs any more.
        b.live.update({atOffice(4, CaseState::FedBack, u"p1"_s).handled(kNow)});
        QTRY_COMPARE(people->model()->index(1, 1).data().toString(), u"1"_s);
        b.live.update({atOffice(3, CaseState::Closed, u"p1"_s)});
        QTRY_COMPARE(people->model()->index(1, 1).data().toString(), u"0"_s);
    }
    void partOfAStreetIsNotPrintedAsTheWhole()
    {
        Bench b;
        QSignalSpy messages(b.workspace.get(), &StreetWorkspace::messageRequested);
        b.district.who = {u"squad1"_s, {}, u"handler"_s, kStreet, u"U1"_s, false, false};
        b.street.theStanding = Error{ErrorCode::Refused, u"sees single cases only"_s, {}};
        emit b.district.userChanged();
        QTest::keyClick(&b.queue().table(), Qt::Key_P);
        QVERIFY(b.workspace->findChild<RoundDialog *>() == nullptr);
        QCOMPARE(messages.count(), 1);
        auto *heading = b.workspace->findChild<QLabel *>(u"standingHeading"_s);
        QTRY_COMPARE(heading->text(), u"sees single cases only"_s);
    }
    void whoIsBehindFiltersTheQueue()
    {
        Bench b;
        auto *people = b.workspace->findChild<QTableView *>(u"officePeople"_s);
        QTRY_COMPARE(people->model()->rowCount(), 3);
        // Everybody, then the one with something late.
        QTRY_COMPARE(people->model()->index(1, 0).data().toString(), u"Li"_s);
        QTRY_COMPARE(people->model()->index(1, 1).data().toString(), u"1"_s);
        QCOMPARE(people->model()->index(1, 2).data().toString(), u"1"_s);
        QCOMPARE(people->model()->index(1, 3).data().toString(), u"7"_s);
        QTest::keyClick(&b.queue().table(), Qt::Key_W);
        QTRY_COMPARE(b.workspace->focusWidget(), people);
        QTest::keyClick(people, Qt::Key_Down);
        QTRY_COMPARE(b.queue().count(u"hand"_s), 1);
        QTRY_COMPARE(b.queue().count(u"open"_s), 2);
        QCOMPARE(b.queue().count(u"assign"_s), 2); // nobody's are still to be assigned
        QTest::keyClick(people, Qt::Key_Escape);
        QTRY_COMPARE(b.queue().count(u"hand"_s), 2);
        // A change comes back through the feed.
        b.live.update({atOffice(4, CaseState::Handling, u"p1"_s)});
        QTRY_COMPARE(people->model()->index(1, 1).data().toString(), u"2"_s);
    }
    void whatLiesOverTheQueueGoesAwayWithEsc()
    {
        Bench b;
        b.workspace->activateWindow();
        auto *communities = b.workspace->findChild<QTableView *>(u"standingTable"_s);
        auto *people = b.workspace->findChild<QTableView *>(u"officePeople"_s);
        CaseTable &table = b.queue().table();
        QTRY_COMPARE(people->model()->rowCount(), 3);
        QTRY_COMPARE(b.workspace->focusWidget(), &table);
        QTest::keyClick(&table, Qt::Key_M);
        QVERIFY(communities->isVisible());
        // No click reaches what lies under it either.
        auto *shade = b.workspace->findChild<QWidget *>(u"standingShade"_s);
        const QRect below = shade->geometry();
        QVERIFY(shade->isVisible() && below.bottom() == b.workspace->rect().bottom());
        QTest::mouseClick(shade, Qt::LeftButton, {}, shade->rect().bottomLeft() + QPoint(9, -9));
        QVERIFY(!communities->isVisible() && !shade->isVisible());
        QTest::keyClick(&table, Qt::Key_M);
        QTest::keyClick(&table, Qt::Key_Escape);
        QVERIFY(!communities->isVisible());
        // No key acts on a row that lies under it.
        QTest::keyClick(&table, Qt::Key_M);
        QTest::keyClick(&table, Qt::Key_J);
        QVERIFY(!communities->isVisible());
        QTest::keyClick(&table, Qt::Key_M);
        auto *toggle = b.workspace->findChild<QToolButton *>(u"standingCommunities"_s);
        toggle->setFocus();
        QTest::keyClick(toggle, Qt::Key_Escape);
        QVERIFY(!communities->isVisible());
        QCOMPARE(b.workspace->focusWidget(), &table);
        // Somebody is looked at, and the keyboard is in the queue: Esc shows everybody again.
        QTest::keyClick(&table, Qt::Key_W);
        QTest::keyClick(people, Qt::Key_J);
        QTest::keyClick(people, Qt::Key_Return);
        QCOMPARE(b.workspace->focusWidget(), &table);
        QCOMPARE(b.queue().scope().person, u"p1"_s);
        QTest::keyClick(&table, Qt::Key_Escape);
        QCOMPARE(b.queue().scope().person, QString());
        QCOMPARE(b.workspace->focusWidget(), &table);
    }
    void whatIsAskedForIsNotGranted_data()
    {
        QTest::addColumn<QString>("role");
        QTest::addColumn<int>("answers");
        QTest::addColumn<bool>("grants");
        QTest::addColumn<QString>("said");
        const auto asked = u"Extension asked for; the dispatcher decides"_s;
        QTest::newRow("street") << u"street"_s << 0 << true << asked;
        QTest::newRow("unit") << u"handler"_s << 0 << true << asked;
        QTest::newRow("dispatcher") << u"dispatcher"_s << 1 << true << u"Extension granted"_s;
        QTest::newRow("denied") << u"dispatcher"_s << 1 << false << u"Extension denied"_s;
        QTest::newRow("owner asks") << u"owner"_s << 0 << true << asked;
        QTest::newRow("owner decides") << u"owner"_s << 1 << true << u"Extension granted"_s;
    }
    void whatIsAskedForIsNotGranted()
    {
        QFETCH(QString, role);
        QFETCH(int, answers);
        QFETCH(bool, grants);
        QFETCH(QString, said);
        ActionRequest request;
        request.action = CaseAction::Extend;
        request.grants = grants;
        QCOMPARE(stepText(request, CaseState::Handling, answers, role), said);
        request.action = CaseAction::Assign;
        QCOMPARE(stepText(request, CaseState::Handling, 0, u"street"_s), u"Assign"_s);
    }
    void whatNobodyAskedForIsNotGranted()
    {
        ActionRequest request;
        request.action = CaseAction::Suspend;
        const auto said = [&](int answers) {
            return stepText(request, CaseState::Handling, answers, u"dispatcher"_s);
        };
        QCOMPARE(said(0), u"Suspended"_s);
        QCOMPARE(said(1), u"Suspension granted"_s);
    }
    void toSendSomebodyIsNotToHaveSeenIt()
    {
        ActionRequest request;
        request.action = CaseAction::Verify;
        QSet<QString> words;
        for (const CaseState state : {CaseState::Registered, CaseState::Verifying}) {
            words.insert(stepText(request, state, 0, u"filer"_s));
            words.insert(stepName(CaseAction::Verify, state));
        }
        QCOMPARE(words.size(), 4);
    }
    void fitsALaptop()
    {
        Bench b;
        QTRY_VERIFY(b.queue().panel().shownCase());
        const QSize least = b.workspace->minimumSizeHint();
        // 1366×768 less the rail, the line of alarms and the status bar.
        QVERIFY2(least.width() <= 1366 - 96 && least.height() <= 768 - 32 - 32,
                 qPrintable(u"%1×%2"_s.arg(least.width()).arg(least.height())));
    }
    void namesAreNotCut()
    {
        Bench b;
        StreetOffice office = b.street.theOffice.value();
        office.people[1].person.name = u"赵丽华"_s;
        b.street.theOffice = office;
        emit b.district.districtChanged();
        auto *people = b.workspace->findChild<QTableView *>(u"officePeople"_s);
        QTRY_COMPARE(people->model()->rowCount(), 3);
        people->window()->resize(b.workspace->minimumSizeHint().width(), 700);
        QCoreApplication::processEvents();
        const QFontMetrics metrics(people->font());
        const int dot = 8 + 3 * 8; // and the margins around it
        QVERIFY(people->columnWidth(0) >= metrics.horizontalAdvance(u"赵丽华"_s) + dot);
        for (int column = 1; column < OfficePeopleModel::kColumns; ++column) {
            const QString head =
                people->model()->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
            QVERIFY2(people->columnWidth(column) >= metrics.horizontalAdvance(head),
                     qPrintable(head));
        }
    }
    void whoIsInChargeIsNamed()
    {
        Bench b;
        b.workspace->resize(1366 - 96, 700); // less the rail
        for (const QString &queue : {u"hand"_s, u"late"_s}) {
            b.queue().showQueue(queue);
            const CaseTable &table = b.queue().table();
            constexpr int unit = static_cast<int>(CaseTableModel::Column::Unit);
            QTRY_COMPARE(table.model()->index(0, unit).data().toString(), u"Li"_s);
            QVERIFY2(!table.isColumnHidden(unit), qPrintable(queue));
            QCOMPARE(table.model()->headerData(unit, Qt::Horizontal).toString(), u"In charge"_s);
            QVERIFY(
                table.model()->index(0, unit).data(Qt::ToolTipRole).toString().contains(u" · "_s));
        }
    }
    void theStagesCountTheStreet()
    {
        Bench b;
        b.district.who = {u"admin1"_s, {}, u"admin"_s, {}, {}, false, false};
        emit b.district.userChanged();
        b.queue().setScope({kStreet, {}, {}, {}, {}});
        QTRY_COMPARE(b.queue().count(u"open"_s), 6);
        qint64 all = 0;
        for (const CaseStage stage : kCaseStages) {
            all += b.queue().stageCount(stage);
        }
        QCOMPARE(all, 6);
        // Another street: the line and the queue follow together.
        b.queue().setScope({u"110101002"_s, {}, {}, {}, {}});
        QTRY_COMPARE(b.queue().count(u"open"_s), 1);
        QCOMPARE(b.queue().stageCount(CaseStage::AtUnits), 1);
        auto *stage = b.workspace->findChild<QPushButton *>(u"stage-units"_s);
        QTRY_VERIFY(stage->text().endsWith(u"  1"_s));
    }
    void theMonthIsReadAtMostEveryFewSeconds()
    {
        Bench b;
        QTRY_COMPARE(b.street.standings.size(), 1);
        QStringList values;
        for (const QLabel *one : b.workspace->findChildren<QLabel *>(u"standingValue"_s)) {
            values.append(one->text());
        }
        QVERIFY(values.contains(u"12"_s));
        QVERIFY(values.contains(u"50.0 %"_s)); // 3 in time of 6 due
        for (int i = 0; i < 20; ++i) {
            b.live.update({atOffice(20 + i, CaseState::AtUnit)});
            QCoreApplication::processEvents();
        }
        QCOMPARE(b.street.standings.size(), 1);
    }
    void theListOnPaper_data()
    {
        QTest::addColumn<int>("cases");
        QTest::addColumn<int>("fewest");
        QTest::addColumn<int>("most");
        QTest::newRow("one") << 1 << 1 << 1;
        QTest::newRow("a page") << 12 << 1 << 1;
        QTest::newRow("many") << 100 << 4 << 8;
    }
    void theListOnPaper()
    {
        QFETCH(int, cases);
        QFETCH(int, fewest);
        QFETCH(int, most);
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"list.pdf"_s);
        const Stamp stamp{u"street1"_s, u"Li"_s, kNow};
        const Result<int> pages = printRound(longList(cases), stamp, {path, {}});
        QVERIFY(pages);
        QVERIFY(pages.value() >= fewest && pages.value() <= most);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray pdf = file.readAll();
        QVERIFY(pdf.startsWith("%PDF"));
        QCOMPARE(pdf.count("/Type /Page\n"), pages.value());
        // A folder that is not there is told, not ignored.
        QVERIFY(!printRound(longList(1), stamp, {folder.filePath(u"no/list.pdf"_s), {}}));
    }
    void printingAsksAndIsNoted()
    {
        Bench b;
        const QTemporaryDir folder;
        QSignalSpy messages(b.workspace.get(), &StreetWorkspace::messageRequested);
        QTest::keyClick(&b.queue().table(), Qt::Key_P);
        auto *dialog = b.workspace->findChild<RoundDialog *>();
        QVERIFY(dialog != nullptr);
        dialog->findChild<QLineEdit *>(u"roundPath"_s)->setText(folder.filePath(u"x"_s));
        dialog->accept();
        QTRY_COMPARE(messages.count(), 1);
        QVERIFY(QFile::exists(folder.filePath(u"x.pdf"_s)));
        QCOMPARE(b.audit.notes.size(), 1);
        QCOMPARE(b.audit.notes.first().what, u"round-list"_s);
        QCOMPARE(b.audit.notes.first().rows, 4);
        b.live.reset({});
        QTest::keyClick(&b.queue().table(), Qt::Key_P);
        QCOMPARE(messages.last().at(0).value<Message>().level, Message::Level::Info);
    }
};

class TestAlarms : public QObject
{
    Q_OBJECT

    struct Bench
    {
        LiveCases live;
        FakeDistrict district;
        FakeSound sound;
        FakeNotifier notifier;
        bool wall = false;
        bool covered = false;
        AlarmStrip strip;
        std::unique_ptr<AlarmCentre> centre;

        explicit Bench(FakeAlarms &alarms, const QList<Case> &there = {}, Instant now = kNow)
        {
            district.time.set(now);
            district.who = {u"street1"_s, {}, u"street"_s, kStreet, {}, false, false};
            AlarmCentre::Parts parts{district, live};
            parts.port = &alarms;
            parts.sound = &sound;
            parts.notifier = &notifier;
            parts.isWall = [this] { return wall; };
            parts.isCovered = [this] { return covered; };
            centre = std::make_unique<AlarmCentre>(parts, strip);
            live.reset(there);
        }
        void come(int from, int count, CaseLevel level = CaseLevel::Orange)
        {
            QList<Case> cases;
            for (int number = from; number < from + count; ++number) {
                cases.append(aCase(number).level(level));
            }
            live.update(cases);
            QCoreApplication::processEvents();
        }
    };

private slots:
    void tenAtOnceAreHeardOnce()
    {
        FakeAlarms alarms;
        Bench b(alarms, {CaseBuilder(1, kNow - 240h).level(CaseLevel::Red)});
        QCoreApplication::processEvents();
        QVERIFY(b.sound.played.isEmpty()); // it was there before
        QCOMPARE(b.centre->waiting(), 0);
        b.come(10, 10);
        QCOMPARE(b.sound.played.size(), 1);
        QCOMPARE(b.sound.played.first().first, CaseLevel::Orange);
        QCOMPARE(b.notifier.told.size(), 1);
        QCOMPARE(b.centre->waiting(), 10);
        QCOMPARE(b.strip.waiting(), 10);
        b.come(10, 10); // changed, not new
        b.come(30, 1);  // in the same breath
        QCOMPARE(b.sound.played.size(), 1);
        b.come(31, 1, CaseLevel::Red); // worse
        QCOMPARE(b.sound.played.size(), 2);
        QCOMPARE(b.sound.played.last().first, CaseLevel::Red);
        b.district.time.set(kNow + 1min);
        b.come(32, 1);
        QCOMPARE(b.sound.played.size(), 3);
        b.come(33, 1, CaseLevel::Yellow);
        QCOMPARE(b.sound.played.size(), 3);
        QCOMPARE(b.centre->waiting(), 13);
    }
    void nothingIsKeptFromTheDesktop()
    {
        FakeAlarms alarms;
        Bench b(alarms);
        b.come(1, 1, CaseLevel::Red);
        QCOMPARE(b.notifier.told.size(), 1);
        b.come(2, 1, CaseLevel::Red); // in the same breath: no second sound, but told
        b.come(3, 1, CaseLevel::Orange);
        b.come(4, 1, CaseLevel::Orange);
        b.centre->acknowledge(Case(aCase(4)).id); // seen already
        QCOMPARE(b.sound.played.size(), 1);
        QTRY_COMPARE_WITH_TIMEOUT(b.notifier.told.size(), 2, 10'000);
        QVERIFY(b.notifier.told.last().first.contains(u"2 alarms"_s));
        QVERIFY(b.notifier.urgent);
        QCOMPARE(b.sound.played.size(), 1);
        // A worse one is told at once, with what is still to be told.
        b.district.time.set(kNow + 1min);
        b.come(5, 1, CaseLevel::Orange);
        b.come(6, 1, CaseLevel::Orange);
        QCOMPARE(b.notifier.told.size(), 3);
        b.come(7, 1, CaseLevel::Red);
        QCOMPARE(b.notifier.told.size(), 4);
        QVERIFY(b.notifier.told.last().first.contains(u"2 alarms, the worst: Red"_s));
    }
    void acknowledgedByKeyAndByOpening()
    {
        FakeAlarms alarms;
        Bench b(alarms);
        b.come(1, 3);
        // The same words with one and with several: it is no paging.
        QCOMPARE(b.strip.findChild<QPushButton *>(u"alarmAcknowledge"_s)->text(),
                 u"Acknowledge  F10"_s);
        b.centre->acknowledgeShown();
        QCOMPARE(b.centre->waiting(), 2);
        b.centre->acknowledge(Case(aCase(3)).id);
        b.centre->acknowledge(Case(aCase(77)).id); // no alarm
        QCOMPARE(b.centre->waiting(), 1);
        QSignalSpy wanted(b.centre.get(), &AlarmCentre::caseRequested);
        b.strip.findChild<QPushButton *>(u"alarmOpen"_s)->click();
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(b.centre->waiting(), 0);
        QCOMPARE(b.strip.text(), u"No alarm waits."_s);
        b.come(5, 1);
        b.covered = true;
        b.centre->acknowledgeAll(); // nobody is signed in to see it
        QCOMPARE(b.centre->waiting(), 1);
    }
    void onceOverRestartAndSeats()
    {
        FakeAlarms alarms;
        const QList<Case> there{aCase(1).level(CaseLevel::Red), aCase(2).level(CaseLevel::Red)};
        {
            Bench first(alarms);
            Bench second(alarms); // the same user at another desk
            first.live.update(there);
            second.live.update(there);
            QCoreApplication::processEvents();
            QCOMPARE(first.sound.played.size() + second.sound.played.size(), 1);
            QCOMPARE(second.centre->waiting(), 2); // it waits there too
            first.centre->acknowledge(there.first().id);
        }
        Bench again(alarms, there);
        QCoreApplication::processEvents();
        QVERIFY(again.sound.played.isEmpty());
        QVERIFY(again.notifier.told.isEmpty());
        QCOMPARE(again.centre->waiting(), 1); // the one that nobody acknowledged
        again.live.update({aCase(2).state(CaseState::Void)});
        QCoreApplication::processEvents();
        QCOMPARE(again.centre->waiting(), 0);
        QVERIFY(!alarms.kept.contains(there.last().id.value));
    }
    void whatCameWhileNobodyWasHereIsHeardAtTheStart()
    {
        FakeAlarms alarms;
        const QList<Case> old{CaseBuilder(1, kNow - 24h).level(CaseLevel::Red),
                              CaseBuilder(2, kNow - 24h).level(CaseLevel::Orange)};
        {
            Bench first(alarms, old);
            QCoreApplication::processEvents();
            QCOMPARE(first.centre->waiting(), 0);
        }
        QList<Case> later = old;
        later.append(CaseBuilder(20, kNow).level(CaseLevel::Red));
        later.append(CaseBuilder(10, kNow).level(CaseLevel::Red));
        later.append(CaseBuilder(11, kNow).level(CaseLevel::Orange));
        later.append(CaseBuilder(12, kNow).level(CaseLevel::Blue));
        later.append(CaseBuilder(13, kNow).level(CaseLevel::Red).state(CaseState::Closed));
        {
            Bench next(alarms, later, kNow + 12h);
            QCoreApplication::processEvents();
            QCOMPARE(next.centre->waiting(), 3);
            QCOMPARE(next.sound.played.size(), 1); // one for all, and one notification
            QCOMPARE(next.sound.played.first().first, CaseLevel::Red);
            QCOMPARE(next.notifier.told.size(), 1);
            next.centre->acknowledgeShown(); // the oldest of the worst
            QVERIFY(alarms.kept.value(Case(CaseBuilder(10, kNow)).id.value).acknowledged);
            QVERIFY(!alarms.kept.value(Case(CaseBuilder(20, kNow)).id.value).acknowledged);
        }
        Bench again(alarms, later, kNow + 12h + 1min); // once
        QCoreApplication::processEvents();
        QVERIFY(again.sound.played.isEmpty() && again.notifier.told.isEmpty());
        QCOMPARE(again.centre->waiting(), 2);
        // Who sits down there for another part of the district has seen nothing of it.
        Bench elsewhere(alarms, {}, kNow + 12h + 1min);
        elsewhere.district.who.division = u"110101002"_s;
        elsewhere.live.reset({});
        QCoreApplication::processEvents();
        QVERIFY(alarms.watched.contains(u"street/110101002"_s));
    }
    void theFirstStartEverIsQuiet()
    {
        FakeAlarms alarms;
        Bench b(alarms,
                {CaseBuilder(1, kNow - 24h).level(CaseLevel::Red),
                 CaseBuilder(2, kNow - 2h).level(CaseLevel::Red),
                 CaseBuilder(3, kNow - 2h).level(CaseLevel::Orange)});
        QCoreApplication::processEvents();
        QVERIFY(b.sound.played.isEmpty() && b.notifier.told.isEmpty());
        QCOMPARE(b.centre->waiting(), 1); // the red one of this shift
    }
    void anotherWindowLearnsSoonThatItWasSeen()
    {
        FakeAlarms alarms;
        Bench first(alarms);
        Bench second(alarms);
        first.come(1, 1, CaseLevel::Red);
        second.come(1, 1, CaseLevel::Red);
        QCOMPARE(second.centre->waiting(), 1);
        first.centre->acknowledgeShown();
        QTRY_COMPARE_WITH_TIMEOUT(second.centre->waiting(), 0, 6'000);
    }
    void whatIsSaidHoldsNothingMasked()
    {
        FakeAlarms alarms;
        Bench b(alarms);
        Case red = aCase(1).level(CaseLevel::Red).text(u"SECRET"_s);
        red.address = u"HOME"_s;
        b.live.update({red});
        QCoreApplication::processEvents();
        QCOMPARE(b.notifier.told.size(), 1);
        const QString said = b.notifier.told.first().first + b.notifier.told.first().second;
        QVERIFY(!said.contains(u"SECRET"_s) && !said.contains(u"HOME"_s));
        QVERIFY(said.contains(red.street));
        QVERIFY(b.notifier.urgent);
        b.covered = true;
        b.district.time.set(kNow + 1min);
        b.come(2, 1, CaseLevel::Red);
        QVERIFY(b.notifier.told.last().second.isEmpty());
    }
    void settingsAndTheWall()
    {
        FakeAlarms alarms;
        Bench b(alarms);
        AlarmSettings settings;
        settings.least = CaseLevel::Red;
        settings.volume = 25;
        b.centre->setSettings(settings);
        b.come(1, 1);
        QCOMPARE(b.centre->waiting(), 0);
        b.come(2, 1, CaseLevel::Red);
        QCOMPARE(b.sound.played.last().second, 25);
        b.wall = true;
        b.district.time.set(kNow + 1min);
        b.come(3, 1, CaseLevel::Red);
        QCOMPARE(b.sound.played.size(), 1);
        QCOMPARE(b.notifier.told.size(), 1);
        settings.soundOnWall = true;
        b.centre->setSettings(settings);
        b.district.time.set(kNow + 2min);
        b.come(4, 1, CaseLevel::Red);
        QCOMPARE(b.sound.played.size(), 2);
        b.wall = false;
        settings.sound = false;
        b.centre->setSettings(settings);
        QCOMPARE(b.strip.findChild<QToolButton *>(u"alarmBell"_s)->text(), u"Sound off"_s);
        b.district.time.set(kNow + 3min);
        b.come(5, 1, CaseLevel::Red);
        QCOMPARE(b.sound.played.size(), 2);
        QCOMPARE(b.notifier.told.size(), 2); // it is seen, though
    }
    void ofOnesOwnStreetOnly()
    {
        FakeAlarms alarms;
        Bench b(alarms);
        b.live.update({aCase(1).level(CaseLevel::Red).street(u"110101002"_s)});
        QCoreApplication::processEvents();
        QVERIFY(b.sound.played.isEmpty());
    }
};

static const TestRegistration<TestStreet> sStreet;
static const TestRegistration<TestAlarms> sAlarms;

} // namespace gridward

#include "test_street.moc"
