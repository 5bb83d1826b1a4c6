// SPDX-License-Identifier: GPL-3.0-or-later
// What the form asks for the steps that need a date, an answer or something else than a unit.
#include "tests/support/fakedistrict.h"
#include "tests/support/testregistry.h"
#include "ui/panels/caseactionform.h"
#include "ui/panels/choicelist.h"

#include <QDateEdit>
#include <QPlainTextEdit>
#include <QPushButton>

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
                 std::optional(Instant(std::chrono::milliseconds(
                     QDate(2026, 12, 15).startOfDay().toMSecsSinceEpoch()))));
        open(u"handler"_s, fileIn(CaseState::Handling), CaseAction::Handle);
        QVERIFY(!mForm->findChild<QDateEdit *>(u"suspendedUntil"_s)->isVisibleTo(mForm.get()));
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
    void aCallBackHearsYesOrNo()
    {
        open(u"acceptor"_s, fileIn(CaseState::Closed), CaseAction::Callback);
        QVERIFY(!canSend()); // what was said is missing
        say(u"thanks"_s);
        QVERIFY(canSend());
        QCOMPARE(mForm->request().satisfied, std::optional(true));
        choices()->setCurrent(u"no"_s);
        QCOMPARE(mForm->request().satisfied, std::optional(false));
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
