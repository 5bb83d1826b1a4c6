// SPDX-License-Identifier: GPL-3.0-or-later
// A desk while answers are on their way: others act, people change seats, steps are taken back.
#include "models/view/livecases.h"
#include "models/view/unitmodel.h"
#include "tests/support/casebuilder.h"
#include "tests/support/fakedistrict.h"
#include "tests/support/fakedrafts.h"
#include "tests/support/fakeunits.h"
#include "tests/support/testregistry.h"
#include "ui/panels/batchdispatch.h"
#include "ui/panels/caseactionform.h"
#include "ui/panels/casepanel.h"
#include "ui/panels/casetable.h"
#include "ui/panels/choicelist.h"
#include "ui/panels/runreport.h"
#include "ui/panels/stepwhy.h"
#include "ui/panels/unitspanel.h"
#include "ui/street/streetqueue.h"
#include "ui/theme/theme.h"
#include "ui/workspaces/dispatchworkspace.h"
#include "ui/workspaces/supervisionworkspace.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace gridward {

class TestDeskTurns : public QObject
{
    Q_OBJECT

    static constexpr Instant kNow{std::chrono::hours{24 * 365 * 56} + 24h};

    static CaseId idOf(int number) { return Case(aCase(number)).id; }

    struct Bench
    {
        LiveCases live;
        FakeDistrict district;
        FakeUnits units;
        FakeDrafts drafts;
        std::unique_ptr<DispatchWorkspace> workspace;
        std::unique_ptr<QSignalSpy> messages;

        Bench()
        {
            district.time.set(kNow);
            district.who.name = u"dispatcher1"_s;
            district.who.role = u"owner"_s;
            CaseFile file;
            file.subject = aCase(1);
            for (const auto &[code, name] : {std::pair{u"U1"_s, u"City management"_s},
                                             std::pair{u"U2"_s, u"Water company"_s}}) {
                Organisation unit;
                unit.code = code;
                unit.name = name;
                unit.handles = true;
                units.shown.units.append(unit);
                UnitProposal one;
                one.unit = unit;
                file.proposals.append(one);
            }
            for (const Transition &step : transitionsFrom(CaseState::Filed)) {
                file.offers.append({step.action, true, {}});
            }
            district.file = file;
            live.reset({aCase(1), aCase(2), aCase(3)});
            DispatchWorkspace::Desk desk;
            desk.units = &units;
            desk.drafts = &drafts;
            workspace = std::make_unique<DispatchWorkspace>(district, live, desk);
            messages =
                std::make_unique<QSignalSpy>(workspace.get(), &QueueWorkspace::messageRequested);
            workspace->setTheme(theme(ThemeName::Day));
            workspace->resize(1824, 960);
            workspace->show();
            workspace->activateWindow();
            QCoreApplication::processEvents();
        }
        template <typename T>
        [[nodiscard]] T *find(const QString &name) const
        {
            return workspace->findChild<T *>(name);
        }
        [[nodiscard]] Message lastMessage() const
        {
            return messages->isEmpty() ? Message{}
                                       : messages->last().at(0).template value<Message>();
        }
        void order(const QString &line) const
        {
            workspace->startCommand();
            auto *field = find<QLineEdit>(u"commandLine"_s);
            field->clear();
            QTest::keyClicks(field, line);
            QTest::keyClick(field, Qt::Key_Return);
        }
        void choose(const QList<int> &numbers) const
        {
            CaseTable &table = workspace->table();
            table.selectCase(idOf(numbers.first()));
            for (const int number : numbers) {
                table.selectionModel()->select(
                    table.queue().index(table.queue().rowOf(idOf(number)), 0),
                    QItemSelectionModel::Select | QItemSelectionModel::Rows);
            }
            QCoreApplication::processEvents();
        }
        /** Begins to hand the first case back, with a reason. */
        [[nodiscard]] QPlainTextEdit *typeReason() const
        {
            workspace->panel().startAction(CaseAction::Return);
            auto *note = find<QPlainTextEdit>(u"actionNote"_s);
            note->setPlainText(u"typed"_s);
            return note;
        }
    };

private slots:
    void aBatchHasNoUnitOfTheOneBefore()
    {
        Bench b;
        b.choose({1, 2});
        auto *batch = b.workspace->findChild<BatchDispatch *>();
        auto *units = batch->findChild<ChoiceList *>();
        units->setCurrent(u"U2"_s);
        QCOMPARE(units->current(), u"U2"_s);
        b.district.late = true;
        b.choose({2, 3});
        QCOMPARE(batch->cases(), (QList<CaseId>{idOf(2), idOf(3)}));
        QVERIFY(units->current().isEmpty());
        QVERIFY(!b.find<QPushButton>(u"sendBatch"_s)->isEnabled());
        b.district.giveAnswers();
        QCOMPARE(units->current(), u"U1"_s);
        QVERIFY(b.find<QPushButton>(u"sendBatch"_s)->isEnabled());
    }
    void anOutcomeIsToldWhoseCaseIsGone()
    {
        Bench b;
        CasePanel &panel = b.workspace->panel();
        QTRY_COMPARE(panel.shownCase(), idOf(1));
        QSignalSpy missed(&panel, &CasePanel::outcomeMissed);
        QSignalSpy taken(&panel, &CasePanel::stepTaken);
        (void)b.typeReason();
        QCOMPARE(b.drafts.kept_.size(), 1);
        b.district.late = true;
        b.district.acted = Error{ErrorCode::Conflict, u"somebody"_s, {}};
        b.find<QPushButton>(u"sendAction"_s)->click();
        panel.showCase(idOf(2)); // as the map does
        b.district.giveAnswers();
        QCOMPARE(missed.count(), 1);
        QVERIFY(missed.first().at(1).toString().contains(Case(aCase(1)).number));
        QCOMPARE(b.lastMessage().level, Message::Level::Warning);
        QCOMPARE(b.drafts.kept_.size(), 1); // nothing typed is lost
        // Sent again, and done: the draft of the case that was sent goes.
        panel.showCase(idOf(1));
        b.district.giveAnswers();
        b.district.acted = Case(aCase(1));
        panel.startAction(CaseAction::Return);
        b.find<QPlainTextEdit>(u"actionNote"_s)->setPlainText(u"typed"_s);
        b.find<QPushButton>(u"sendAction"_s)->click();
        panel.showCase(idOf(2));
        b.district.giveAnswers();
        QCOMPARE(taken.count(), 1);
        QVERIFY(b.drafts.kept_.isEmpty());
    }
    void whatIsUndecidedStaysInTheReport()
    {
        Bench b;
        b.district.acted = Error{ErrorCode::Conflict, u"somebody was first"_s, {}};
        b.order(u"d 1-3 water"_s);
        auto *report = b.workspace->findChild<RunReport *>();
        auto *rows = report->findChild<QListWidget *>(u"runFailures"_s);
        QCOMPARE(rows->count(), 3);
        auto *proceed = report->findChild<QPushButton *>(u"conflictProceed"_s);
        b.district.acted = Case(aCase(1));
        proceed->click();
        QCOMPARE(b.district.acts.size(), 4);
        QVERIFY(report->isVisible());
        QCOMPARE(rows->count(), 2);
        // While one is on its way a second order takes nothing away.
        b.district.late = true;
        proceed->click();
        QCOMPARE(b.district.acts.size(), 5);
        report->findChild<QPushButton *>(u"retryAll"_s)->click();
        QCOMPARE(b.district.acts.size(), 5);
        QVERIFY(b.lastMessage().text.contains(u"still being written"_s));
        QCOMPARE(rows->count(), 2);
        b.district.giveAnswers();
        QCOMPARE(rows->count(), 1);
        proceed->click();
        b.district.giveAnswers();
        QVERIFY(!report->isOpen());
        QVERIFY(!report->isVisible());
        QCOMPARE(b.district.acts.size(), 6);
    }
    void noKeyActsOnAnotherCase()
    {
        Bench b;
        QTRY_VERIFY(b.workspace->panel().file());
        const QPlainTextEdit *note = b.typeReason();
        QTest::keyClick(&b.workspace->table(), Qt::Key_J);
        QCOMPARE(b.workspace->table().currentCase(), idOf(2));
        QTest::keyClick(&b.workspace->table(), Qt::Key_D);
        QVERIFY2(b.lastMessage().text.contains(Case(aCase(1)).number + u" is being entered"_s),
                 qPrintable(b.lastMessage().text));
        QCOMPARE(note->toPlainText(), u"typed"_s);
        QCOMPARE(b.workspace->panel().findChild<CaseActionForm *>()->action(), CaseAction::Return);
    }
    void noUnitActsPastAForm()
    {
        Bench b;
        QTRY_VERIFY(b.workspace->panel().file());
        QTableView &units = b.workspace->findChild<UnitsPanel *>()->table();
        (void)b.typeReason();
        b.workspace->table().selectCase(idOf(2));
        QCoreApplication::processEvents();
        QTest::keyClick(&units, Qt::Key_Return);
        QVERIFY(b.district.acts.isEmpty());
        QVERIFY2(b.lastMessage().text.contains(Case(aCase(1)).number + u" is being entered"_s),
                 qPrintable(b.lastMessage().text));
        QVERIFY(b.workspace->findChild<UnitsPanel *>()
                    ->findChildren<QLabel *>(u"panelNote"_s)
                    .first()
                    ->text()
                    .contains(u"case "_s + shortNumber(Case(aCase(1)).number)));
    }
    void whatCannotBeTakenBackSaysWhy()
    {
        Bench b;
        QTRY_VERIFY(b.workspace->panel().file());
        Case after = aCase(1);
        after.version = 2;
        ActionRequest urge;
        urge.action = CaseAction::Urge;
        emit b.workspace->panel().stepTaken(after, urge, u"Urge"_s);
        QVERIFY(b.lastMessage().actionText.isEmpty());
        b.workspace->takeBack();
        QVERIFY(b.district.acts.isEmpty());
        QVERIFY2(b.lastMessage().text.contains(u"cannot be taken back"_s),
                 qPrintable(b.lastMessage().text));
        ActionRequest dispatch;
        dispatch.action = CaseAction::Dispatch;
        emit b.workspace->panel().stepTaken(after, dispatch, u"Dispatch"_s);
        QVERIFY(!b.lastMessage().actionText.isEmpty());
        CaseFile file = b.district.file.value();
        CaseEvent theirs;
        theirs.sequence = 3;
        theirs.action = CaseAction::Accept;
        theirs.actor = u"handler1"_s;
        file.events.append(theirs);
        b.district.file = file;
        b.district.acted = Error{ErrorCode::Conflict, u"at version 3, not 2"_s, {}};
        b.workspace->takeBack();
        const QString text = b.lastMessage().text;
        QVERIFY2(text.contains(u"handler1: Accept"_s) && !text.contains(u"version"_s),
                 qPrintable(text));
    }
    void theChosenUnitStaysForItsCase()
    {
        Bench b;
        QTRY_VERIFY(b.workspace->panel().file());
        QTableView &table = b.workspace->findChild<UnitsPanel *>()->table();
        table.selectRow(1);
        const auto chosen = [&] {
            return table.currentIndex().data(UnitModel::CodeRole).toString();
        };
        QCOMPARE(chosen(), u"U2"_s);
        b.live.update({aCase(1).level(CaseLevel::Red)});
        QCOMPARE(chosen(), u"U2"_s);
        UnitPicture other = b.units.shown;
        other.units.first().name = u"Another name"_s;
        b.units.set(other);
        QCOMPARE(chosen(), u"U2"_s);
        CaseFile file = b.district.file.value();
        file.subject = aCase(2);
        b.district.file = file;
        b.workspace->table().selectCase(idOf(2));
        QTRY_COMPARE(chosen(), u"U1"_s);
    }
    void theUnitsAreOfTheCaseThatGoesThere()
    {
        Bench b;
        QTRY_VERIFY(b.workspace->panel().file());
        auto *units = b.workspace->findChild<UnitsPanel *>();
        QTableView &table = units->table();
        const auto best = [&] { return table.currentIndex().data(UnitModel::CodeRole).toString(); };
        const auto says = [&](int number) {
            const auto labels = units->findChildren<QLabel *>(u"panelNote"_s);
            return labels.first()->text().contains(u"case "_s +
                                                   shortNumber(Case(aCase(number)).number));
        };
        b.workspace->table().selectCase(idOf(1));
        QTRY_VERIFY(says(1));
        QCOMPARE(best(), u"U1"_s);
        // The command line speaks of another case, for which the second one would be the best.
        CaseFile other = b.district.file.value();
        other.subject = aCase(2);
        std::ranges::reverse(other.proposals);
        const CaseFile own = std::exchange(b.district.file, other).value();
        b.workspace->startCommand();
        auto *line = b.find<QLineEdit>(u"commandLine"_s);
        QTest::keyClicks(line, u"d 2 water"_s);
        QVERIFY(b.district.asked.contains(idOf(2)));
        QVERIFY(says(1));
        QCOMPARE(best(), u"U1"_s);
        line->clear();
        QTest::keyClick(line, Qt::Key_Escape);
        b.district.file = own;
        QVERIFY(says(1));
        QTest::keyClick(&table, Qt::Key_Return);
        QCOMPARE(b.district.acts.size(), 1);
        QCOMPARE(b.district.acts.first().first, idOf(1));
        QCOMPARE(b.district.acts.first().second.target, u"U1"_s);
        // While those of the next one are still being read nothing goes anywhere.
        b.district.late = true;
        b.district.file = other;
        b.workspace->table().selectCase(idOf(2));
        QCoreApplication::processEvents();
        QTest::keyClick(&table, Qt::Key_Return);
        QCOMPARE(b.district.acts.size(), 1);
        b.district.giveAnswers();
        QTRY_VERIFY(says(2));
        QCOMPARE(best(), u"U2"_s);
    }
    void nobodyGoesOnWithSomebodyElsesWork()
    {
        Bench b;
        QTRY_VERIFY(b.workspace->panel().file());
        const QPlainTextEdit *note = b.typeReason();
        b.find<QPlainTextEdit>(u"batchNote"_s)->setPlainText(u"theirs"_s);
        b.find<QLineEdit>(u"commandLine"_s)->setText(u"r 1 theirs"_s);
        const auto theirs = std::exchange(b.drafts.kept_, {});
        QCOMPARE(theirs.size(), 1);
        b.district.setUser(u"dispatcher2"_s);
        QVERIFY(!b.workspace->panel().isBusy());
        QVERIFY(!note->isVisible());
        QVERIFY(note->toPlainText().isEmpty());
        QVERIFY(b.find<QPlainTextEdit>(u"batchNote"_s)->toPlainText().isEmpty());
        QVERIFY(b.workspace->command().line().isEmpty());
        b.drafts.kept_ = theirs;
        b.district.setUser(u"dispatcher1"_s);
        QTRY_COMPARE(note->toPlainText(), u"typed"_s); // who typed it finds it again
        QVERIFY(note->isVisible());
    }
    void aRunEndsWithItsUser()
    {
        Bench b;
        b.district.late = true;
        b.order(u"d 1-3 water"_s);
        QCOMPARE(b.district.acts.size(), 1);
        b.district.setUser(u"dispatcher2"_s);
        const qsizetype said = b.messages->count();
        b.district.giveAnswers();
        QCOMPARE(b.district.acts.size(), 1);
        QCOMPARE(b.messages->count(), said);
        QTest::keyClick(&b.workspace->table(), Qt::Key_U);
        QVERIFY(b.lastMessage().text.contains(u"no step"_s));
    }
    void aMessageTakesBackItsOwnStep()
    {
        Bench b;
        b.order(u"d 1 water"_s);
        const Message first = b.lastMessage();
        b.order(u"d 2 water"_s);
        const Message second = b.lastMessage();
        QCOMPARE(b.district.acts.size(), 2);
        first.action();
        QCOMPARE(b.district.acts.size(), 3);
        QCOMPARE(b.district.acts.last().second.action, CaseAction::Withdraw);
        first.action(); // it is taken back already
        QCOMPARE(b.district.acts.size(), 3);
        QCOMPARE(b.lastMessage().level, Message::Level::Info);
        // One that only found no answer can be tried again.
        b.district.acted = Error{ErrorCode::Unreachable, u"no answer"_s, {}};
        second.action();
        QCOMPARE(b.district.acts.size(), 4);
        b.district.acted = Case(aCase(2));
        second.action();
        QCOMPARE(b.district.acts.size(), 5);
        QCOMPARE(b.lastMessage().level, Message::Level::Success);
    }
    void everyQueueTakesBack()
    {
        Bench b;
        b.live.reset({aCase(1).due(kNow - 1h)});
        SupervisionWorkspace supervision(b.district, b.live);
        b.live.update({aCase(1).state(CaseState::Handling).due(kNow - 1h)});
        supervision.show();
        supervision.showQueue(u"overdue"_s);
        QTRY_VERIFY(supervision.panel().file());
        supervision.panel().startAction(CaseAction::Return);
        supervision.panel().findChild<QPlainTextEdit *>(u"actionNote"_s)->setPlainText(u"no"_s);
        supervision.panel().findChild<QPushButton *>(u"sendAction"_s)->click();
        QCOMPARE(b.district.acts.size(), 1);
        QTest::keyClick(&supervision.table(), Qt::Key_U);
        QCOMPARE(b.district.acts.size(), 2);
        QCOMPARE(b.district.acts.last().second.action, CaseAction::Withdraw);
    }
    void whoWorksOnOneGridSeesIt()
    {
        Bench b;
        Case other = aCase(2);
        other.grid = u"110101001001002"_s;
        Case far = aCase(3).street(u"110101002"_s);
        far.grid = u"110101002001001"_s;
        b.live.reset({aCase(1), other, far});
        const auto hot = [&] { return b.find<QPushButton>(u"queueHot"_s)->text(); };
        QTRY_VERIFY(hot().startsWith(u'3'));
        b.district.who.division = u"110101001001002"_s;
        emit b.district.userChanged();
        QTRY_COMPARE(b.workspace->count(u"dispatch"_s), 1);
        QCOMPARE(b.workspace->stageCount(CaseStage::Dispatch), 1);
        QTRY_VERIFY(hot().startsWith(u'1'));
        // A street desk counts its street, whoever opens it.
        b.district.who.division.clear();
        StreetQueue street(b.district, b.live);
        StreetScope scope;
        scope.street = u"110101002"_s;
        street.setScope(scope);
        street.show();
        QCOMPARE(street.stageCount(CaseStage::Dispatch), 1);
        QTRY_VERIFY(street.findChild<QPushButton *>(u"queueHot"_s)->text().startsWith(u'1'));
    }
};
static const TestRegistration<TestDeskTurns> sRegistration;

} // namespace gridward

#include "test_deskturns.moc"
