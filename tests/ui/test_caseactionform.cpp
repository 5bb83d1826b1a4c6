// SPDX-License-Identifier: GPL-3.0-or-later
// What the form asks for the steps that need a date, an answer or something else than a unit.
#include "tests/support/fakedistrict.h"
#include "tests/support/testregistry.h"
#include "ui/panels/caseactionform.h"
#include "ui/panels/choicelist.h"

#include <QDateEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScopeGuard>
#include <QSignalSpy>

#include <algorithm>
#include <ctime>
#include <tuple>

using namespace Qt::StringLiterals;

namespace gridward {

class TestCaseActionForm : public QObject
{
    Q_OBJECT

    FakeDistrict mDistrict;
    std::unique_ptr<CaseActionForm> mForm;

    CaseFile fileIn(CaseState state) const
    {
        CaseFile file;
        file.subject.id = CaseId::make(mDistrict.time.now(), 1, 1);
        file.subject.state = state;
        file.subject.version = 7;
        return file;
    }
    void open(const QString &role, const CaseFile &file, CaseAction action)
    {
        mDistrict.who.role = role;
        mForm = std::make_unique<CaseActionForm>(mDistrict);
        mForm->open(file, action);
    }
    ChoiceList *choices() const { return mForm->findChild<ChoiceList *>(); }
    void say(const QString &note) const
    {
        mForm->findChild<QPlainTextEdit *>(u"actionNote"_s)->setPlainText(note);
    }
    bool canSend() const { return mForm->findChild<QPushButton *>(u"sendAction"_s)->isEnabled(); }

private slots:
    void init() { mDistrict.time.set(*instantFromIso(u"2026-11-20T02:00:00Z"_s)); }

    void aSuspensionAsksForTheDay()
    {
        open(u"handler"_s, fileIn(CaseState::Handling), CaseAction::Suspend);
        auto *until = mForm->findChild<QDateEdit *>(u"suspendedUntil"_s);
        QVERIFY(until->isVisibleTo(mForm.get()));
        QVERIFY(!canSend()); // a reason is missing
        say(u"waits for the season"_s);
        QVERIFY(canSend());
        until->setDate(QDate(2026, 12, 15));
        QCOMPARE(mForm->request().until,
                 instantFromIso(u"2026-12-14T16:00:00Z"_s)); // as the day begins in Shanghai
        open(u"handler"_s, fileIn(CaseState::Handling), CaseAction::Handle);
        QVERIFY(!mForm->findChild<QDateEdit *>(u"suspendedUntil"_s)->isVisibleTo(mForm.get()));
    }
    void aReplyIsDueAtTheEndOfTheDay()
    {
        open(u"supervisor"_s, fileIn(CaseState::Handling), CaseAction::Supervise);
        auto *until = mForm->findChild<QDateEdit *>(u"suspendedUntil"_s);
        QVERIFY(until->isVisibleTo(mForm.get()));
        until->setDate(QDate(2026, 11, 23));
        QCOMPARE(mForm->request().until, instantFromIso(u"2026-11-23T16:00:00Z"_s));
        QCOMPARE(until->accessibleName(), u"Reply until the end of"_s);
        bool isSaid = false;
        for (const QLabel *label : mForm->findChildren<QLabel *>(u"fieldLabel"_s)) {
            isSaid = isSaid ||
                     (label->buddy() == until && label->text() == u"&Reply until the end of"_s);
        }
        QVERIFY(isSaid);
        QVERIFY(mForm->summary().contains(u"Reply until the end of 2026-11-23"_s));
    }
    void daysAreTheDistrictsOnEveryComputer()
    {
        const QByteArray before = qgetenv("TZ");
        qputenv("TZ", "America/New_York");
        tzset();
        const auto restore = qScopeGuard([before] {
            qputenv("TZ", before);
            tzset();
        });
        CaseFile file = fileIn(CaseState::Handling);
        file.process.request.kind = CaseRequest::Kind::Suspend;
        file.process.request.answers = 1;
        file.process.request.by = u"P7"_s;
        file.people.insert(u"P7"_s, u"Guo"_s);
        file.process.request.reason = u"waits for the season"_s;
        file.process.request.until = instantFromIso(u"2026-11-29T16:00:00Z"_s);
        open(u"dispatcher"_s, file, CaseAction::Suspend);
        // The thirtieth was asked for, and is what is granted.
        QCOMPARE(mForm->findChild<QDateEdit *>(u"suspendedUntil"_s)->date(), QDate(2026, 11, 30));
        QCOMPARE(mForm->request().until, file.process.request.until);
        const QString hint = mForm->findChild<QLabel *>(u"panelNote"_s)->text();
        for (const QString &part : {u"Guo"_s, u"2026-11-30"_s, u"waits for the season"_s}) {
            QVERIFY2(hint.contains(part), qPrintable(hint));
        }
        // A week from today, which has begun there already.
        mDistrict.time.set(*instantFromIso(u"2026-11-20T17:00:00Z"_s));
        open(u"handler"_s, fileIn(CaseState::Handling), CaseAction::Suspend);
        QCOMPARE(mForm->findChild<QDateEdit *>(u"suspendedUntil"_s)->date(), QDate(2026, 11, 28));
        QVERIFY(!mForm->isTouched());
        mForm->findChild<QDateEdit *>(u"suspendedUntil"_s)->setDate(QDate(2026, 12, 1));
        QVERIFY(mForm->isTouched());
    }
    void aDayMayBeTypedInDigits_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::newRow("digits") << u"20261204"_s;
        QTest::newRow("as it stands there") << u"2026-12-04"_s;
        QTest::newRow("points") << u"2026.12.04"_s;
        QTest::newRow("without noughts") << u"2026-12-4"_s;
        QTest::newRow("strokes") << u"2026/12/04"_s;
    }
    void aDayMayBeTypedInDigits()
    {
        QFETCH(QString, typed);
        open(u"handler"_s, fileIn(CaseState::Handling), CaseAction::Suspend);
        mForm->show();
        auto *until = mForm->findChild<QDateEdit *>(u"suspendedUntil"_s);
        until->setFocus();
        QTest::keyClick(until, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(until, typed);
        QTest::keyClick(until, Qt::Key_Tab);
        QCOMPARE(until->date(), QDate(2026, 12, 4));
    }
    void toAskIsNotToGrant()
    {
        open(u"handler"_s, fileIn(CaseState::Handling), CaseAction::Extend);
        QCOMPARE(mForm->findChild<QLabel *>(u"formHeading"_s)->text(), u"Ask for an extension"_s);
        CaseFile asked = fileIn(CaseState::Handling);
        asked.process.request.kind = RequestKind::Extend;
        asked.process.request.answers = 1;
        open(u"dispatcher"_s, asked, CaseAction::Extend);
        QCOMPARE(mForm->findChild<QLabel *>(u"formHeading"_s)->text(),
                 u"Decide on the extension"_s);
    }
    void whatIsMissingIsPointedAt()
    {
        open(u"dispatcher"_s, fileIn(CaseState::AtUnit), CaseAction::Return);
        auto *note = mForm->findChild<QPlainTextEdit *>(u"actionNote"_s);
        const auto isMarked = [this] {
            for (const QLabel *label : mForm->findChildren<QLabel *>(u"fieldLabel"_s)) {
                if (label->property("alert").toBool()) {
                    return true;
                }
            }
            return false;
        };
        QVERIFY(!isMarked());
        QTest::keyClick(note, Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(isMarked());
        QTest::keyClicks(note, u"x"_s);
        QVERIFY(!isMarked());
    }
    void urgingNeedsWords()
    {
        open(u"street"_s, fileIn(CaseState::Handling), CaseAction::Urge);
        QVERIFY(!canSend());
        QVERIFY(mForm->findChild<QPlainTextEdit *>(u"actionNote"_s) == mForm->focusWidget());
        say(u"  "_s);
        QVERIFY(!canSend());
        say(u"the school opens at eight"_s);
        QVERIFY(canSend());
    }
    void rejectionsAreNeverTheMainButton_data()
    {
        QTest::addColumn<CaseState>("state");
        QTest::addColumn<CaseAction>("action");
        QTest::addColumn<bool>("main");
        QTest::newRow("void") << CaseState::Filed << CaseAction::Void << false;
        QTest::newRow("refuse") << CaseState::Registered << CaseAction::Refuse << false;
        QTest::newRow("return") << CaseState::AtUnit << CaseAction::Return << false;
        QTest::newRow("rework") << CaseState::Checking << CaseAction::Rework << false;
        QTest::newRow("dispatch") << CaseState::Filed << CaseAction::Dispatch << true;
    }
    void rejectionsAreNeverTheMainButton()
    {
        QFETCH(CaseState, state);
        QFETCH(CaseAction, action);
        QFETCH(bool, main);
        open(u"owner"_s, fileIn(state), action);
        QCOMPARE(mForm->findChild<QPushButton *>(u"sendAction"_s)->property("primary").toBool(),
                 main);
    }
    void nobodyGetsWhatTheyHave()
    {
        CaseFile file = fileIn(CaseState::AtUnit);
        file.subject.unit = u"U1"_s;
        for (const QString &code : {u"U1"_s, u"U2"_s}) {
            UnitProposal one;
            one.unit.code = code;
            one.unit.name = u"Unit "_s + code;
            file.proposals.append(one);
        }
        open(u"dispatcher"_s, file, CaseAction::Transfer);
        QCOMPARE(choices()->visibleCount(), 1);
        QCOMPARE(choices()->current(), u"U2"_s);
        QVERIFY(mForm->findChild<QLabel *>(u"panelNote"_s)->text().contains(u"has it now"_s));
    }
    void whatWasChosenIsNotExchanged()
    {
        CaseFile file = fileIn(CaseState::Filed);
        for (const QString &code : {u"U1"_s, u"U2"_s}) {
            UnitProposal one;
            one.unit.code = code;
            one.unit.name = u"Unit "_s + code;
            file.proposals.append(one);
        }
        open(u"dispatcher"_s, file, CaseAction::Dispatch);
        choices()->setCurrent(u"U2"_s);
        const QJsonObject kept = mForm->content();
        CaseFile newer = file;
        newer.proposals.removeLast();
        mForm->refresh(newer);
        QVERIFY(choices()->current().isEmpty()); // not the first one instead
        QVERIFY(!canSend());
        // Nor when it is restored; it is there by its code wherever it stands now.
        open(u"dispatcher"_s, newer, CaseAction::Dispatch);
        mForm->restore(kept);
        QVERIFY(choices()->current().isEmpty());
        QVERIFY(mForm->summary().first().contains(u"Unit U2"_s));
        std::ranges::reverse(file.proposals);
        mForm->refresh(file);
        QCOMPARE(choices()->current(), u"U2"_s);
    }
    void peopleAreFoundInTheUnitOnly()
    {
        CaseFile file = fileIn(CaseState::AtUnit);
        for (const auto &[id, name, unit] : {std::tuple{u"p1"_s, u"王芳"_s, u"U1"_s},
                                             std::tuple{u"p2"_s, u"李建国"_s, u"U1a"_s}}) {
            PersonProposal one;
            one.person.id = id;
            one.person.name = name;
            one.person.organisation = unit;
            one.role = u"manager"_s;
            file.assignees.append(one);
        }
        open(u"street"_s, file, CaseAction::Assign);
        QTest::keyClicks(choices()->field(), u"ljg"_s); // by the initials
        QCOMPARE(choices()->visibleCount(), 1);
        QCOMPARE(choices()->current(), u"p2"_s);
        QVERIFY(mDistrict.searched.isEmpty()); // no strangers
        QCOMPARE(mForm->targetName(), u"李建国 (U1a)"_s);
        choices()->field()->clear();
        QTest::keyClicks(choices()->field(), u"fang"_s);
        QCOMPARE(choices()->current(), u"p1"_s);
        QVERIFY(mDistrict.searched.isEmpty());
    }
    void whatWasAskedForIsGrantedOrDenied()
    {
        CaseFile file = fileIn(CaseState::Handling);
        file.process.request.kind = CaseRequest::Kind::Extend;
        file.process.request.answers = 1;
        file.process.request.reason = u"parts are missing"_s;
        open(u"dispatcher"_s, file, CaseAction::Extend);
        QCOMPARE(choices()->visibleCount(), 2);
        QVERIFY(canSend()); // the unit said why
        QVERIFY(mForm->request().grants);
        choices()->setCurrent(u"no"_s);
        QVERIFY(!mForm->request().grants);
        QVERIFY(mForm->request().target.isEmpty());
    }
    void theButtonSaysWhatTheAnswerDoes()
    {
        CaseFile file = fileIn(CaseState::Handling);
        file.process.request.kind = CaseRequest::Kind::Extend;
        file.process.request.answers = 1;
        open(u"dispatcher"_s, file, CaseAction::Extend);
        const auto *send = mForm->findChild<QPushButton *>(u"sendAction"_s);
        QCOMPARE(send->text(), u"Grant the extension"_s);
        choices()->setCurrent(u"no"_s);
        QCOMPARE(send->text(), u"Deny the extension"_s);
        QVERIFY(!mForm->request().grants);
    }
    void theResultOfAVerificationIsAnotherDeed()
    {
        const auto hint = [this] { return mForm->findChild<QLabel *>(u"panelNote"_s)->text(); };
        const auto send = [this] {
            return mForm->findChild<QPushButton *>(u"sendAction"_s)->text();
        };
        open(u"filer"_s, fileIn(CaseState::Registered), CaseAction::Verify);
        const QString goAndLook = hint();
        const QString sent = send();
        open(u"filer"_s, fileIn(CaseState::Verifying), CaseAction::Verify);
        QVERIFY(!goAndLook.isEmpty() && !hint().isEmpty());
        QVERIFY(hint() != goAndLook && send() != sent);
    }
    void aCallBackHearsYesOrNo()
    {
        open(u"acceptor"_s, fileIn(CaseState::Closed), CaseAction::Callback);
        mForm->show();
        mForm->focusFirst();
        QCoreApplication::processEvents();
        QVERIFY(!canSend()); // what was said is missing
        say(u"thanks"_s);
        QVERIFY(!canSend()); // and what was heard is nobody's to guess
        QCOMPARE(choices()->current(), QString());
        QSignalSpy sent(mForm.get(), &CaseActionForm::submitted);
        const auto *hint = mForm->findChild<QLabel *>(u"panelNote"_s);
        QVERIFY(!hint->property("alert").toBool());
        QTest::keyClick(mForm->findChild<QPlainTextEdit *>(u"actionNote"_s),
                        Qt::Key_Return,
                        Qt::ControlModifier);
        QCOMPARE(sent.size(), 0);
        QVERIFY(hint->property("alert").toBool());
        QVERIFY2(hint->text().contains(u"what the reporter said"_s), qPrintable(hint->text()));
        QVERIFY(mForm->focusWidget() == choices()->focusProxy());
        QCOMPARE(choices()->current(), QString());
        choices()->setCurrent(u"yes"_s);
        QVERIFY(!hint->property("alert").toBool());
        QVERIFY(canSend());
        QCOMPARE(mForm->request().satisfied, std::optional(true));
        choices()->setCurrent(u"no"_s);
        QCOMPARE(mForm->request().satisfied, std::optional(false));
    }
    void whoIsSentInsteadIsSaid()
    {
        CaseFile file = fileIn(CaseState::FedBack);
        PersonProposal near;
        near.person.id = u"P1"_s;
        near.role = u"monitor"_s;
        Reason metres;
        metres.code = ReasonCode::Distance;
        metres.value = 120;
        near.reasons = {metres};
        PersonProposal anybody;
        anybody.person.id = u"P2"_s;
        file.collectors = {near, anybody};
        const auto hint = [this] { return mForm->findChild<QLabel *>(u"panelNote"_s)->text(); };
        open(u"checker"_s, file, CaseAction::Entrust);
        QCOMPARE(hint(), QString());
        near.reasons.clear(); // nobody's position is known
        file.collectors = {near};
        open(u"checker"_s, file, CaseAction::Entrust);
        QVERIFY2(hint().contains(u"is not known"_s) && !hint().contains(u"No collector"_s),
                 qPrintable(hint()));
        file.collectors = {anybody};
        open(u"checker"_s, file, CaseAction::Entrust);
        QVERIFY2(hint().contains(u"is not known"_s) && hint().contains(u"No collector"_s),
                 qPrintable(hint()));
    }
    void aDuplicateNeedsTheOtherCase()
    {
        open(u"filer"_s, fileIn(CaseState::Registered), CaseAction::Merge);
        QVERIFY(choices()->isVisibleTo(mForm.get()));
        QVERIFY(!canSend()); // nothing is found before one types
        choices()->setChoices({{u"the-other"_s, u"another case"_s}});
        QVERIFY(canSend());
        QCOMPARE(mForm->request().target, u"the-other"_s);
    }
};

static const TestRegistration<TestCaseActionForm> registration;

} // namespace gridward

#include "test_caseactionform.moc"
