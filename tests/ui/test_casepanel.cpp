// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/view/livecases.h"
#include "tests/support/casebuilder.h"
#include "tests/support/fakedistrict.h"
#include "tests/support/fakedrafts.h"
#include "tests/support/testregistry.h"
#include "ui/panels/caseactionform.h"
#include "ui/panels/casepanel.h"
#include "ui/panels/choicelist.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace gridward {

class TestCasePanel : public QObject
{
    Q_OBJECT

    static constexpr Instant kNow{std::chrono::hours{24 * 365 * 56} + 24h};

    struct Bench
    {
        LiveCases live;
        FakeDistrict district;
        std::unique_ptr<CasePanel> panel;
        Case subject;

        explicit Bench(const Case &shown, const QString &role = u"owner"_s)
            : subject(shown)
        {
            district.time.set(kNow);
            district.who.name = u"someone"_s;
            district.who.role = role;
            live.reset({shown});
            setFile(shown);
            panel = std::make_unique<CasePanel>(district, live);
            panel->setTheme(theme(ThemeName::Day));
            panel->resize(420, 700);
            panel->show();
            panel->showCase(shown.id);
        }
        /** The file that the store would give: every step of the state allowed. */
        void setFile(const Case &shown)
        {
            CaseFile file;
            file.subject = shown;
            CaseEvent first;
            first.sequence = 1;
            first.action = CaseAction::Report;
            first.actor = u"patrol001"_s;
            first.note = u"a note <b>as it is</b>"_s;
            first.at = kNow - 1h;
            file.events = {first};
            for (const Transition &step : transitionsFrom(shown.state)) {
                const bool allowed = district.who.role == "owner"_L1;
                file.offers.append({step.action, allowed, allowed ? QString() : u"no right"_s});
            }
            file.offers.append({CaseAction::Archive, false, u"not possible"_s});
            for (const auto &[code, name] : {std::pair{u"U1"_s, u"City management"_s},
                                             std::pair{u"U2"_s, u"Water company"_s}}) {
                UnitProposal proposal;
                proposal.unit.code = code;
                proposal.unit.name = name;
                proposal.openCases = 3;
                proposal.reason = u"serves the whole district"_s;
                file.proposals.append(proposal);
            }
            FilingStandard standard;
            standard.id = u"S1"_s;
            standard.condition = u"broken"_s;
            standard.closingCondition = u"repaired"_s;
            FilingStandard other = standard;
            other.id = u"S2"_s;
            file.possibleStandards = {standard, other};
            if (shown.standard == "S1"_L1) {
                file.standard = standard;
            }
            district.file = file;
        }
        [[nodiscard]] QPushButton *button(const QString &action) const
        {
            return panel->findChild<QPushButton *>(u"act-"_s + action);
        }
        [[nodiscard]] QString notice() const
        {
            auto *label = panel->findChild<QLabel *>(u"caseNotice"_s);
            return label->isHidden() ? QString() : label->text();
        }
        [[nodiscard]] CaseActionForm *form() const
        {
            return panel->findChild<CaseActionForm *>(u"caseActionForm"_s);
        }
        [[nodiscard]] QPushButton *send() const
        {
            return form()->findChild<QPushButton *>(u"sendAction"_s);
        }
    };

private slots:
    void showsWhatThereIs()
    {
        Bench b(aCase(7).level(CaseLevel::Orange).due(kNow - 2h).unit(u"U1"_s));
        const auto texts = [&] {
            QStringList all;
            for (const QLabel *label : b.panel->findChildren<QLabel *>()) {
                all.append(label->text());
            }
            return all.join(u'\n');
        }();
        for (const QString &expected : {b.subject.number,
                                        b.subject.text,
                                        b.subject.address,
                                        u"Orange"_s,
                                        u"Awaiting dispatch"_s,
                                        u"2 h 0 min overdue"_s,
                                        u"patrol001"_s,
                                        u"a note <b>as it is</b>"_s}) {
            QVERIFY2(texts.contains(expected), qPrintable(expected));
        }
        QCOMPARE(b.panel->findChild<QLabel *>(u"caseClock"_s)->property("late").toString(),
                 u"yes"_s);
        for (const QLabel *label : b.panel->findChildren<QLabel *>()) {
            QVERIFY2(label->text().isEmpty() || label->textFormat() == Qt::PlainText ||
                         !label->text().contains(u'<'),
                     qPrintable(label->text()));
        }
    }
    void dispatchSendsTheChosenUnitAndTheVersion()
    {
        Bench b(aCase(7));
        QSignalSpy acted(b.panel.get(), &CasePanel::acted);
        b.button(u"dispatch"_s)->click();
        QVERIFY(b.panel->isBusy());
        auto *units = b.form()->findChild<ChoiceList *>();
        QCOMPARE(units->visibleCount(), 2);
        QTest::keyClicks(units->field(), u"water"_s);
        QCOMPARE(units->visibleCount(), 1);
        QTest::keyClick(units->field(), Qt::Key_Return);
        QCOMPARE(b.district.acts.size(), 1);
        QCOMPARE(b.district.acts.first().first, b.subject.id);
        const ActionRequest &request = b.district.acts.first().second;
        QCOMPARE(request.action, CaseAction::Dispatch);
        QCOMPARE(request.target, u"U2"_s);
        QCOMPARE(request.expectedVersion, b.subject.version);
        QCOMPARE(acted.count(), 1);
        QVERIFY(!b.panel->isBusy());
        QVERIFY(b.notice().contains(u"Water company"_s));
    }
    void aProposalSaysWhy()
    {
        Bench b(aCase(7));
        CaseFile file = b.district.file.value();
        file.proposals[0].reasons = {{ReasonCode::ClassStreet, 4.0},
                                     {ReasonCode::PeopleOnDuty, 2.0},
                                     {ReasonCode::Distance, 320.0},
                                     {ReasonCode::Load, 3.0, false}};
        b.district.file = file;
        b.live.update({b.subject});
        b.button(u"dispatch"_s)->click();
        const auto *rows = b.form()->findChild<QListWidget *>(u"choiceRows"_s);
        QTRY_VERIFY2(rows->item(0)->toolTip().endsWith(
                         u"handles this class in this street · 2 on duty nearby · 320 m away"_s),
                     qPrintable(rows->item(0)->toolTip()));
        const QString said = rows->item(0)->data(Qt::AccessibleDescriptionRole).toString();
        QVERIFY2(said.endsWith(u"3 open"_s), qPrintable(said)); // the load stands at the right
        QVERIFY(rows->item(1)->toolTip().endsWith(u"serves the whole district"_s));
        // Chips are drawn: the two rows differ in their second line.
        const QImage drawn = rows->viewport()->grab().toImage();
        const QRect first = rows->visualItemRect(rows->item(0));
        const QRect second = rows->visualItemRect(rows->item(1));
        const QRect half(0, first.height() / 2, first.width(), first.height() / 2);
        QVERIFY(drawn.copy(half.translated(first.topLeft())) !=
                drawn.copy(half.translated(second.topLeft())));
    }
    void assigningProposesThePeopleOfTheUnit()
    {
        Bench b(aCase(7).state(CaseState::AtUnit).unit(u"U1"_s));
        CaseFile file = b.district.file.value();
        PersonProposal one;
        one.person = {u"P7"_s, u"Zhao"_s, u"U1"_s, u"010-7"_s, {}, {}};
        one.role = u"manager"_s;
        one.reasons = {{ReasonCode::PostForGrid},
                       {ReasonCode::OnShift, 90.0},
                       {ReasonCode::Skills, 1.0, true, {u"electrician"_s}},
                       {ReasonCode::Load, 2.0}};
        PersonProposal other;
        other.person = {u"P8"_s, u"Qian"_s, u"U1"_s, {}, {}, {}};
        other.reasons = {{ReasonCode::NotOnDuty, 0.0, false}};
        file.assignees = {one, other};
        b.district.file = file;
        b.live.update({b.subject});
        b.button(u"assign"_s)->click();
        const auto *rows = b.form()->findChild<QListWidget *>(u"choiceRows"_s);
        QTRY_COMPARE(rows->count(), 2);
        QCOMPARE(rows->item(0)->toolTip(),
                 u"Zhao\nGrid manager · on duty now · skills: electrician · 2 in hand"_s);
        // The unit that all have is that of the case: it is not said in each row again.
        QCOMPARE(rows->item(1)->toolTip(), u"Qian\nnot on duty now"_s);
        QVERIFY(rows->item(0)->data(Qt::AccessibleDescriptionRole).toString().contains(u"010-7"_s));
        QTest::keyClick(b.form()->findChild<ChoiceList *>()->field(), Qt::Key_Return);
        QCOMPARE(b.district.acts.value(0).second.target, u"P7"_s);
        QVERIFY(b.notice().contains(u"Zhao"_s));
    }
    void aReasonIsAskedFor()
    {
        Bench b(aCase(7));
        b.button(u"void"_s)->click();
        QVERIFY(!b.send()->isEnabled());
        auto *note = b.form()->findChild<QPlainTextEdit *>(u"actionNote"_s);
        note->setPlainText(u"  "_s);
        QVERIFY(!b.send()->isEnabled());
        note->setPlainText(u"twice reported"_s);
        QTest::keyClick(note, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(b.district.acts.value(0).second.note, u"twice reported"_s);
    }
    void filingNamesTheCondition()
    {
        Bench b(aCase(7).state(CaseState::PendingFiling));
        b.button(u"file"_s)->click();
        b.form()->findChild<ChoiceList *>()->setCurrent(u"S2"_s);
        b.send()->click();
        QCOMPARE(b.district.acts.value(0).second.standard, u"S2"_s);
    }
    void checkingNeedsTheTick()
    {
        Case shown = aCase(7).state(CaseState::FedBack);
        shown.standard = u"S1"_s;
        Bench b(shown);
        b.button(u"check"_s)->click();
        QVERIFY(!b.send()->isEnabled());
        b.form()->findChild<QCheckBox *>()->setChecked(true);
        b.send()->click();
        QCOMPARE(b.district.acts.value(0).second.met, QStringList{u"S1"_s});
    }
    void assigningFindsPeople()
    {
        Bench b(aCase(7).state(CaseState::AtUnit));
        GridCard card;
        card.responsible = {{Person{u"P1"_s, u"Guo"_s, {}, u"010"_s, {}, {}}, u"manager"_s}};
        b.district.grid = card;
        SearchHit hit;
        hit.kind = SearchHit::Kind::Person;
        hit.id = u"P2"_s;
        hit.title = u"Wang"_s;
        b.district.hits = {SearchHit{}, hit};
        b.button(u"assign"_s)->click();
        auto *people = b.form()->findChild<ChoiceList *>();
        QCOMPARE(people->current(), u"P1"_s);
        QTest::keyClicks(people->field(), u"Wa"_s);
        QCOMPARE(people->visibleCount(), 1);
        QTest::keyClick(people->field(), Qt::Key_Return);
        QCOMPARE(b.district.acts.value(0).second.target, u"P2"_s);
    }
    void somebodyWasFirst()
    {
        Bench b(aCase(7));
        b.button(u"dispatch"_s)->click();
        b.district.acted = Error{ErrorCode::Conflict, u"conflict"_s, {}};
        Case newer = b.subject;
        newer.version = 9;
        b.setFile(newer);
        const qsizetype asked = b.district.asked.size();
        b.send()->click();
        QVERIFY2(b.notice().contains(u"changed meanwhile"_s), qPrintable(b.notice()));
        QVERIFY(b.district.asked.size() > asked);
        QVERIFY(b.panel->isBusy()); // what was entered is still there
        QVERIFY(b.panel->isInConflict());
        QVERIFY(!b.send()->isEnabled()); // not before one has seen both versions
        b.district.acted = newer;
        b.panel->findChild<QPushButton *>(u"conflictProceed"_s)->click();
        QCOMPARE(b.district.acts.value(1).second.expectedVersion, 9);
    }
    void nothingTypedIsLostWhenSomebodyElseIsFirst()
    {
        Bench b(aCase(7));
        b.button(u"dispatch"_s)->click();
        auto *units = b.form()->findChild<ChoiceList *>();
        units->setCurrent(u"U2"_s);
        auto *note = b.form()->findChild<QPlainTextEdit *>(u"actionNote"_s);
        note->setPlainText(u"the gate is locked"_s);
        // Somebody else returns it meanwhile.
        Case newer = aCase(7).state(CaseState::PendingFiling);
        newer.version = 3;
        b.setFile(newer);
        CaseFile file = b.district.file.value();
        CaseEvent theirs;
        theirs.sequence = 3;
        theirs.action = CaseAction::Return;
        theirs.actor = u"dispatcher2"_s;
        theirs.note = u"wrong class"_s;
        file.events.append(theirs);
        b.district.file = file;
        b.live.update({newer});
        QVERIFY(b.panel->isInConflict());
        QVERIFY(b.panel->isBusy());
        const auto text = [&](const QString &name) {
            return b.panel->findChild<QLabel *>(name)->text();
        };
        QVERIFY(text(u"conflictBetween"_s).contains(u"dispatcher2: Return · wrong class"_s));
        QVERIFY(text(u"conflictPlan"_s).contains(u"Dispatch → Water company"_s));
        QVERIFY(text(u"conflictPlan"_s).contains(u"the gate is locked"_s));
        QVERIFY(text(u"conflictWhy"_s).contains(u"Awaiting filing"_s) ||
                text(u"conflictWhy"_s).contains(u"not while"_s));
        QVERIFY(b.panel->findChild<QPushButton *>(u"conflictProceed"_s)->isHidden());
        QCOMPARE(note->toPlainText(), u"the gate is locked"_s);
        // They change their mind: it can be done on the new state.
        Case again = aCase(7);
        again.version = 4;
        b.setFile(again);
        b.live.update({again});
        QVERIFY(b.panel->isInConflict());
        QTest::keyClick(b.panel->findChild<QWidget *>(u"conflictView"_s), Qt::Key_Return);
        QVERIFY(b.district.acts.isEmpty()); // a plain Enter on its way decides nothing
        // Nor does a second Ctrl+Enter: it goes to the button that does.
        QTest::keyClick(
            b.panel->findChild<QWidget *>(u"conflictView"_s), Qt::Key_Return, Qt::ControlModifier);
        auto *proceed = b.panel->findChild<QPushButton *>(u"conflictProceed"_s);
        QCOMPARE(b.panel->focusWidget(), proceed);
        QTest::keyClick(proceed, Qt::Key_Return, Qt::ControlModifier);
        QTest::keyClick(note, Qt::Key_Return, Qt::ControlModifier); // wherever the keyboard is
        QTest::keyClick(b.panel.get(), Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(b.district.acts.isEmpty());
        QTest::keyClick(proceed, Qt::Key_Return);
        QCOMPARE(b.district.acts.size(), 1);
        QCOMPARE(b.district.acts.first().second.target, u"U2"_s);
        QCOMPARE(b.district.acts.first().second.note, u"the gate is locked"_s);
        QCOMPARE(b.district.acts.first().second.expectedVersion, 4);
    }
    void theUsualStepIsTheMainOne()
    {
        Bench b(aCase(7), u"filer"_s);
        CaseFile file = b.district.file.value();
        for (ActionOffer &offer : file.offers) {
            offer.allowed = offer.action == CaseAction::Void || offer.action == CaseAction::Merge;
        }
        b.district.file = file;
        b.live.update({b.subject});
        QVERIFY(b.button(u"void"_s) != nullptr);
        QVERIFY(!b.button(u"void"_s)->property("primary").toBool());
        Bench all(aCase(7));
        QVERIFY(all.button(u"dispatch"_s)->property("primary").toBool());
        QVERIFY(!all.button(u"return"_s)->property("primary").toBool());
        // A request that waits is decided first.
        Bench asked(aCase(7).state(CaseState::Handling));
        file = asked.district.file.value();
        file.process.request.kind = CaseRequest::Kind::Suspend;
        file.process.request.answers = 1;
        for (ActionOffer &offer : file.offers) {
            offer.effect = offer.action == CaseAction::Suspend ? Effect::Decide : Effect::Move;
        }
        asked.district.file = file;
        asked.live.update({asked.subject});
        QVERIFY(asked.button(u"suspend"_s)->property("primary").toBool());
        QVERIFY(!asked.button(u"handle"_s)->property("primary").toBool());
        QCoreApplication::processEvents(); // the new buttons are laid out
        asked.panel->focusActions();
        QCOMPARE(asked.panel->focusWidget(), asked.button(u"suspend"_s));
    }
    void aKeyOverAFormKeepsWhatIsInIt()
    {
        Bench b(aCase(7));
        FakeDrafts drafts;
        b.panel->setDrafts(drafts);
        b.panel->startAction(CaseAction::Return);
        auto *note = b.form()->findChild<QPlainTextEdit *>(u"actionNote"_s);
        note->setPlainText(u"wrong class"_s);
        b.panel->startAction(CaseAction::Return); // the same key again
        QCOMPARE(note->toPlainText(), u"wrong class"_s);
        b.panel->startAction(CaseAction::Void); // another one
        QCOMPARE(b.form()->action(), CaseAction::Return);
        QCOMPARE(note->toPlainText(), u"wrong class"_s);
        QVERIFY2(b.notice().contains(u"is being entered here"_s), qPrintable(b.notice()));
        // Restored after another case was looked at, and begun again by its key.
        b.panel->showCase(Case(aCase(8)).id);
        b.panel->showCase(b.subject.id);
        QVERIFY(!b.panel->isBusy());
        b.panel->startAction(CaseAction::Return);
        QCOMPARE(note->toPlainText(), u"wrong class"_s);
        QVERIFY(b.panel->isBusy());
        QCOMPARE(drafts.kept_.size(), 1);
    }
    void escFromAConflictKeepsWhatWasTyped()
    {
        Bench b(aCase(7));
        FakeDrafts drafts;
        b.panel->setDrafts(drafts);
        b.panel->startAction(CaseAction::Return);
        auto *note = b.form()->findChild<QPlainTextEdit *>(u"actionNote"_s);
        note->setPlainText(u"wrong class"_s);
        Case newer = b.subject;
        newer.version = 3;
        b.setFile(newer);
        b.live.update({newer});
        auto *conflict = b.panel->findChild<QWidget *>(u"conflictView"_s);
        QCOMPARE(b.panel->focusWidget(), conflict);
        QTest::keyClick(conflict, Qt::Key_Escape);
        QVERIFY(!b.panel->isInConflict() && !b.panel->isBusy());
        QCOMPARE(drafts.kept_.size(), 1);
        // Begun again it is still not decided, until somebody does.
        b.panel->startAction(CaseAction::Return);
        QVERIFY(b.panel->isInConflict());
        QCOMPARE(note->toPlainText(), u"wrong class"_s);
        b.panel->findChild<QPushButton *>(u"conflictDiscard"_s)->click();
        QVERIFY(drafts.kept_.isEmpty());
        QVERIFY(!b.panel->isInConflict() && !b.panel->isBusy());
        QVERIFY(b.district.acts.isEmpty());
    }
    void whatOneTookBackOneselfIsNoConflict_data()
    {
        QTest::addColumn<QString>("actor");
        QTest::addColumn<bool>("conflict");
        QTest::newRow("oneself") << u"someone"_s << false;
        QTest::newRow("somebody else") << u"dispatcher2"_s << true;
    }
    void whatOneTookBackOneselfIsNoConflict()
    {
        QFETCH(QString, actor);
        QFETCH(bool, conflict);
        CaseEvent report;
        report.sequence = 1;
        report.action = CaseAction::Report;
        report.at = kNow - 2h;
        report.to = CaseState::AtUnit;
        report.facts = factsText(factsOf(aCase(7).unit(u"U1"_s)));
        CaseEvent assign = report;
        assign.sequence = 2;
        assign.action = CaseAction::Assign;
        assign.from = CaseState::AtUnit;
        assign.to = CaseState::Handling;
        assign.actor = actor;
        assign.facts = factsText({{u"person"_s, u"p1"_s}});
        CaseEvent back = assign;
        back.sequence = 3;
        back.action = CaseAction::Withdraw;
        back.from = CaseState::Handling;
        back.to = CaseState::AtUnit;
        back.facts = factsText({{u"person"_s, QString()}});
        const CaseId id = Case(aCase(7)).id;
        const Result<Case> begun = replay(id, {report});
        const Result<Case> now = replay(id, {report, assign, back});
        QVERIFY(begun && now);
        Bench b(begun.value());
        FakeDrafts drafts;
        b.panel->setDrafts(drafts);
        b.panel->startAction(CaseAction::Return);
        auto *note = b.form()->findChild<QPlainTextEdit *>(u"actionNote"_s);
        note->setPlainText(u"wrong class"_s);
        QTest::keyClick(note, Qt::Key_Escape);
        b.panel->showCase(Case(aCase(8)).id);
        b.setFile(now.value());
        CaseFile file = b.district.file.value();
        file.events = {report, assign, back};
        b.district.file = file;
        b.live.update({now.value()});
        b.panel->showCase(id);
        QCOMPARE(b.panel->isInConflict(), conflict);
        QCOMPARE(note->toPlainText(), u"wrong class"_s);
        QCOMPARE(b.form()->version(), 3);
    }
    void aChangeIsToldThoughNothingWasTyped()
    {
        Bench b(aCase(7));
        b.button(u"dispatch"_s)->click();
        Case newer = b.subject;
        newer.version = 9;
        b.setFile(newer);
        CaseFile file = b.district.file.value();
        CaseEvent theirs;
        theirs.sequence = 9;
        theirs.action = CaseAction::Urge;
        theirs.actor = u"someone"_s; // at another window
        file.events.append(theirs);
        b.district.file = file;
        b.live.update({newer});
        QVERIFY(b.panel->isInConflict());
        const auto heading = [&] {
            return b.panel->findChild<QLabel *>(u"conflictHeading"_s)->text();
        };
        QVERIFY2(heading().contains(u"You changed case"_s), qPrintable(heading()));
        QTest::keyClick(b.form()->findChild<ChoiceList *>()->field(), Qt::Key_Return);
        QVERIFY(b.district.acts.isEmpty());
        file.events.last().actor = u"dispatcher2"_s;
        b.district.file = file;
        b.live.update({newer}); // still to be decided
        QVERIFY(b.panel->isInConflict());
        QVERIFY2(heading().contains(u"Somebody else"_s), qPrintable(heading()));
        b.panel->findChild<QPushButton *>(u"conflictProceed"_s)->click();
        QCOMPARE(b.district.acts.size(), 1);
        QCOMPARE(b.district.acts.first().second.expectedVersion, 9);
    }
    void aCaseThatGoesAwayStaysInItsForm()
    {
        Bench b(aCase(7));
        QSignalSpy left(b.panel.get(), &CasePanel::actionLeft);
        b.button(u"dispatch"_s)->click();
        Case newer = aCase(7).state(CaseState::Handling);
        newer.version = 3;
        b.setFile(newer);
        b.live.update({newer});
        QVERIFY(b.panel->isInConflict() && b.panel->isBusy());
        QCOMPARE(left.count(), 0); // the queue does not go on by itself
        QVERIFY(b.panel->findChild<QPushButton *>(u"conflictProceed"_s)->isHidden());
        QVERIFY(b.panel->findChild<QPushButton *>(u"conflictDiscard"_s)->isHidden());
        const QString why = b.panel->findChild<QLabel *>(u"conflictWhy"_s)->text();
        QVERIFY2(!why.isEmpty() && !why.contains(u".."_s), qPrintable(why));
        QTest::keyClick(b.panel->findChild<QWidget *>(u"conflictView"_s), Qt::Key_Return);
        QVERIFY(b.panel->isInConflict() && b.district.acts.isEmpty());
    }
    void everyStepKeepsItsOwnDraft()
    {
        Bench b(aCase(7));
        FakeDrafts drafts;
        b.panel->setDrafts(drafts);
        auto *note = b.form()->findChild<QPlainTextEdit *>(u"actionNote"_s);
        const auto leave = [&](CaseAction action, const QString &reason) {
            b.panel->startAction(action);
            note->setPlainText(reason);
            QTest::keyClick(note, Qt::Key_Escape);
        };
        leave(CaseAction::Return, u"wrong class"_s);
        leave(CaseAction::Void, u"a test call"_s);
        QCOMPARE(drafts.kept_.size(), 1); // one row of the store
        b.panel->startAction(CaseAction::Return);
        QCOMPARE(note->toPlainText(), u"wrong class"_s);
        b.form()->findChild<QPushButton *>(u"cancelAction"_s)->click(); // thrown away
        b.panel->startAction(CaseAction::Return);
        QVERIFY(note->toPlainText().isEmpty());
        QTest::keyClick(note, Qt::Key_Escape);
        b.panel->startAction(CaseAction::Void);
        QCOMPARE(note->toPlainText(), u"a test call"_s);
        b.form()->findChild<QPushButton *>(u"cancelAction"_s)->click();
        QVERIFY(drafts.kept_.isEmpty());
    }
    void whoTypesOnTypesNoSteps()
    {
        QWidget behind; // a queue, where letters are steps
        Bench b(aCase(7), u"owner"_s);
        int pressed = 0;
        b.panel->setParent(&behind);
        behind.resize(420, 700);
        behind.show();
        b.panel->show();
        QApplication::setActiveWindow(&behind); // at once: a letter goes to who has the keyboard
        struct Keys final : QObject
        {
            int *pressed = nullptr;
            bool eventFilter(QObject *, QEvent *event) override
            {
                *pressed += event->type() == QEvent::KeyPress ? 1 : 0;
                return false;
            }
        } keys;
        keys.pressed = &pressed;
        behind.installEventFilter(&keys);
        b.panel->startAction(CaseAction::Return);
        auto *note = b.form()->findChild<QPlainTextEdit *>(u"actionNote"_s);
        note->setFocus();
        QTest::keyClicks(note, u"unclea"_s);
        Case newer = aCase(7).unit(u"U1"_s);
        newer.version = 3;
        b.setFile(newer);
        b.live.update({newer});
        QVERIFY(b.panel->isInConflict());
        for (const char letter : "r uu") {
            if (letter != 0) {
                QTest::keyClick(behind.focusWidget(), letter);
            }
        }
        QCOMPARE(pressed, 0);
        QCOMPARE(note->toPlainText(), u"unclear uu"_s);
        QVERIFY(b.panel->findChild<QLabel *>(u"conflictPlan"_s)->text().contains(u"unclear uu"_s));
        // On a button, too.
        QTest::keyClick(b.panel->findChild<QPushButton *>(u"conflictGiveUp"_s), Qt::Key_U);
        QCOMPARE(pressed, 0);
    }
    void theHeadKeepsItsHeightBesideAConflict()
    {
        for (const int height : {600, 760, 1000}) {
            Bench b(aCase(7));
            b.panel->resize(420, height);
            QCoreApplication::processEvents();
            auto *head = b.panel->findChild<QWidget *>(u"caseHead"_s);
            const int before = head->height();
            b.panel->startAction(CaseAction::Return);
            Case newer = aCase(7).unit(u"U1"_s);
            newer.version = 3;
            b.setFile(newer);
            b.live.update({newer});
            QVERIFY(b.panel->isInConflict());
            QCoreApplication::processEvents();
            QVERIFY2(head->height() <= before + 8, qPrintable(QString::number(head->height())));
        }
    }
    void escKeepsWhatWasTyped()
    {
        Bench b(aCase(7));
        FakeDrafts drafts;
        b.panel->setDrafts(drafts);
        b.panel->startAction(CaseAction::Return);
        auto *note = b.form()->findChild<QPlainTextEdit *>(u"actionNote"_s);
        note->setPlainText(u"wrong class"_s);
        QTest::keyClick(note, Qt::Key_Escape);
        QVERIFY(!b.panel->isBusy() && b.form()->isHidden());
        QVERIFY2(b.notice().contains(u"is kept"_s), qPrintable(b.notice()));
        QCOMPARE(drafts.kept_.size(), 1);
        b.panel->startAction(CaseAction::Return);
        QCOMPARE(note->toPlainText(), u"wrong class"_s);
        // Found again after another case: with the form its line goes, too.
        b.panel->showCase(Case(aCase(8)).id);
        b.panel->showCase(b.subject.id);
        QVERIFY2(b.notice().contains(u"You had begun"_s), qPrintable(b.notice()));
        b.form()->findChild<QPushButton *>(u"cancelAction"_s)->click();
        QVERIFY2(b.notice().isEmpty(), qPrintable(b.notice()));
        QVERIFY(drafts.kept_.isEmpty() && b.form()->isHidden());
        b.panel->startAction(CaseAction::Return);
        QVERIFY(note->toPlainText().isEmpty());
    }
    void everyFormFitsALowScreen()
    {
        for (const CaseState state : {CaseState::Registered,
                                      CaseState::PendingFiling,
                                      CaseState::Filed,
                                      CaseState::AtUnit,
                                      CaseState::Handling,
                                      CaseState::Checking}) {
            Bench b(aCase(7).state(state).unit(u"U1"_s));
            const QList<ActionOffer> offers = b.district.file.value().offers;
            for (const ActionOffer &offer : offers) {
                if (!offer.allowed) {
                    continue;
                }
                b.panel->startAction(offer.action);
                QVERIFY(!b.form()->isHidden());
                QCoreApplication::processEvents();
                const int least = b.panel->minimumSizeHint().height();
                QVERIFY2(least < 480, qPrintable(u"%1: %2"_s.arg(toId(offer.action)).arg(least)));
                QVERIFY(b.panel->showConflictWith(1));
                QCoreApplication::processEvents();
                const int both = b.panel->minimumSizeHint().height();
                QVERIFY2(both < 480, qPrintable(u"%1: %2"_s.arg(toId(offer.action)).arg(both)));
                QTest::keyClick(b.panel->findChild<QWidget *>(u"conflictView"_s), Qt::Key_Escape);
            }
        }
    }
    void whatIsRareIsReachedByEnterAlone()
    {
        Bench b(aCase(1).state(CaseState::Handling).unit(u"U1"_s));
        CaseFile file = b.district.file.value();
        file.offers = {{CaseAction::Transfer, true, {}}};
        b.district.file = file;
        b.live.update({b.subject});
        auto *more = b.panel->findChild<QToolButton *>(u"moreActions"_s);
        QTRY_VERIFY(more->isVisible());
        QApplication::setActiveWindow(b.panel.get());
        b.panel->focusActions();
        QTRY_VERIFY(more->hasFocus());
    }
    void aReasonIsWrittenWithAnEyeOnTheCase()
    {
        Bench b(aCase(1).text(u"Rubbish at the gate"_s));
        b.panel->resize(420, 520); // a laptop
        QTRY_VERIFY(b.panel->file().has_value());
        b.panel->startAction(CaseAction::Return);
        QTRY_VERIFY(b.form()->isVisible());
        QTRY_VERIFY(b.panel->findChild<QWidget *>(u"caseScroll"_s)->isVisible());
        QTRY_VERIFY(b.form()->height() <= b.form()->sizeHint().height());
    }
    void nobodyIsUrgedWhereNoUnitIs()
    {
        Bench b(aCase(7));
        const std::optional<QString> refusal = b.panel->refusalOf(CaseAction::Urge);
        QVERIFY(refusal && refusal->contains(u"nobody to urge"_s));
        b.panel->startAction(CaseAction::Urge);
        QVERIFY(b.form()->isHidden());
        QVERIFY2(b.notice().contains(u"nobody to urge"_s), qPrintable(b.notice()));
        Bench with(aCase(7).state(CaseState::AtUnit).unit(u"U1"_s));
        QCOMPARE(with.panel->refusalOf(CaseAction::Urge), QString());
    }
    void whatIsAsideIsSaid()
    {
        Bench b(aCase(7).state(CaseState::Handling).unit(u"U1"_s));
        CaseFile file = b.district.file.value();
        for (ActionOffer &offer : file.offers) {
            offer.allowed = offer.action == CaseAction::Call;
            offer.effect = Effect::Note;
        }
        b.district.file = file;
        b.live.update({b.subject});
        QStringList notes;
        for (const QLabel *label : b.panel->findChildren<QLabel *>(u"panelNote"_s)) {
            notes.append(label->text());
        }
        QVERIFY2(notes.join(u'\n').contains(u"under “More steps”"_s),
                 qPrintable(notes.join(u'\n')));
        QVERIFY(!notes.join(u'\n').contains(u"cannot take a step"_s));
    }
    void whatWaitsForADecisionStandsAtTheTop()
    {
        Bench b(aCase(7).state(CaseState::Handling));
        auto *request = b.panel->findChild<QLabel *>(u"caseRequest"_s);
        QVERIFY(request->isHidden());
        CaseFile file = b.district.file.value();
        file.process.request.kind = CaseRequest::Kind::Extend;
        file.process.request.answers = 1;
        file.process.request.by = u"P7"_s;
        file.process.request.at = kNow - 2h;
        file.process.request.reason = u"parts are on the way"_s;
        file.people.insert(u"P7"_s, u"Zhao"_s);
        b.district.file = file;
        b.live.update({b.subject});
        QVERIFY(!request->isHidden());
        for (const QString &part : {u"Zhao"_s, u"parts are on the way"_s, u"2 h"_s}) {
            QVERIFY2(request->text().contains(part), qPrintable(request->text()));
        }
    }
    void whatWasDoneIsSaidInItsOwnCard()
    {
        Bench b(aCase(7));
        b.button(u"dispatch"_s)->click();
        b.send()->click();
        QVERIFY(b.notice().contains(b.subject.number));
        b.panel->showCase(Case(aCase(8)).id);
        QVERIFY2(b.notice().isEmpty(), qPrintable(b.notice()));
    }
    void givingUpLeavesTheCase()
    {
        Bench b(aCase(7));
        b.button(u"void"_s)->click();
        b.form()->findChild<QPlainTextEdit *>(u"actionNote"_s)->setPlainText(u"twice"_s);
        Case newer = b.subject;
        newer.version = 3;
        b.setFile(newer);
        b.live.update({newer});
        QVERIFY(b.panel->isInConflict());
        QTest::keyClick(b.panel->findChild<QWidget *>(u"conflictView"_s), Qt::Key_Escape);
        QVERIFY(!b.panel->isInConflict());
        QVERIFY(!b.panel->isBusy());
        QVERIFY(b.district.acts.isEmpty());
    }
    void errorsAreSaidHere()
    {
        Bench b(aCase(7));
        b.button(u"dispatch"_s)->click();
        b.district.acted = Error{ErrorCode::Refused, u"the sentence"_s, {}};
        b.send()->click();
        QCOMPARE(b.notice(), u"the sentence"_s);
        QVERIFY(b.send()->isEnabled());
        QTest::keyClick(b.form(), Qt::Key_Escape);
        QVERIFY(!b.panel->isBusy());
    }
    void saysWhoMayNot()
    {
        Bench b(aCase(7), u"analyst"_s);
        QVERIFY(b.button(u"dispatch"_s) == nullptr);
        QStringList notes;
        for (const QLabel *label : b.panel->findChildren<QLabel *>(u"panelNote"_s)) {
            notes.append(label->text());
        }
        QVERIFY(notes.join(u'\n').contains(u"someone (Analyst)"_s));
        auto *refused = b.panel->findChild<QLabel *>(u"refusedActions"_s);
        QVERIFY(refused->isHidden());
        b.panel->findChild<QToolButton *>(u"whyNot"_s)->click();
        QVERIFY(!refused->isHidden());
        QVERIFY(refused->text().contains(u"Dispatch: not as someone (Analyst)"_s));
        QVERIFY(refused->text().contains(u"Archive"_s));
        b.panel->startAction(CaseAction::Dispatch);
        QVERIFY(!b.panel->isBusy());
        QVERIFY(!b.notice().isEmpty());
        b.district.who.role = u"owner"_s;
        b.setFile(b.subject);
        b.district.setUser(u"owner"_s);
        QVERIFY(b.button(u"dispatch"_s) != nullptr);
    }
    void followsItsCase()
    {
        Bench b(aCase(7));
        const qsizetype asked = b.district.asked.size();
        b.live.update({aCase(8)});
        QCOMPARE(b.district.asked.size(), asked); // another case is none of its business
        Case newer = aCase(7).state(CaseState::AtUnit);
        newer.version = 3;
        b.setFile(newer);
        b.live.update({newer});
        QCOMPARE(b.district.asked.size(), asked + 1);
        QVERIFY(b.button(u"accept"_s) != nullptr);
        b.district.file = Error{ErrorCode::Refused, u"not yours"_s, {}};
        b.live.update({newer});
        QCOMPARE(b.notice(), u"not yours"_s);
        b.panel->clear();
        QVERIFY(!b.panel->shownCase());
    }
};
static const TestRegistration<TestCasePanel> sRegistration;

} // namespace gridward

#include "test_casepanel.moc"
