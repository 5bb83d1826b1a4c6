// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/steprunner.h"
#include "tests/support/casebuilder.h"
#include "tests/support/fakedistrict.h"
#include "tests/support/testregistry.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;

namespace gridward {

class TestStepRunner : public QObject
{
    Q_OBJECT

    static StepOrder order(int number, CaseAction action = CaseAction::Urge)
    {
        const Case subject = aCase(number);
        StepOrder made{subject.id, subject.number, {}};
        made.request.action = action;
        made.request.expectedVersion = subject.version;
        return made;
    }

private slots:
    void eachIsAStepOfItsOwn()
    {
        FakeDistrict district;
        StepRunner runner(district);
        QSignalSpy finished(&runner, &StepRunner::finished);
        QVERIFY(runner.start({order(1), order(2), order(3)}));
        QCOMPARE(finished.count(), 1);
        QCOMPARE(district.acts.size(), 3);
        QCOMPARE(district.acts.at(2).second.expectedVersion, 2);
        QCOMPARE(runner.outcomes().size(), 3);
        QVERIFY(runner.outcomes().first().after);
        QVERIFY(runner.start({})); // nothing to do is done at once
        QCOMPARE(finished.count(), 2);
    }
    void aConflictBringsTheNewState()
    {
        FakeDistrict district;
        district.acted = Error{ErrorCode::Conflict, u"somebody"_s, {}};
        CaseFile file;
        file.subject = aCase(1).state(CaseState::AtUnit);
        district.file = file;
        StepRunner runner(district);
        runner.start({order(1)});
        const StepOutcome outcome = runner.outcomes().value(0);
        QVERIFY(!outcome.after);
        QCOMPARE(outcome.error->code, ErrorCode::Conflict);
        QCOMPARE(outcome.now->subject.state, CaseState::AtUnit);
    }
    void stopsBetweenTwoSteps()
    {
        FakeDistrict district;
        StepRunner runner(district);
        connect(&runner, &StepRunner::progressed, &runner, [&](int done) {
            if (done == 2) {
                runner.stop();
            }
        });
        runner.start({order(1), order(2), order(3)});
        QCOMPARE(district.acts.size(), 2);
        QVERIFY(!runner.isRunning());
    }
    void whoeverSitsDownDoesNotGoOnWithIt()
    {
        FakeDistrict district;
        district.who.name = u"dispatcher1"_s;
        StepRunner runner(district);
        connect(&runner, &StepRunner::progressed, &runner, [&](int done) {
            if (done == 1) {
                district.setUser(u"dispatcher2"_s);
            }
        });
        runner.start({order(1), order(2)});
        QCOMPARE(district.acts.size(), 1);
        QVERIFY(runner.isAbandoned());
        QVERIFY(!runner.isRunning());
        runner.start({order(2)});
        QVERIFY(!runner.isAbandoned());
        QCOMPARE(district.acts.size(), 2);
    }
    void whatMayStillBeTakenBackStays()
    {
        OwnSteps own;
        own.steps = {{Case(aCase(1)).id, u"1"_s, 3},
                     {Case(aCase(2)).id, u"2"_s, 5},
                     {Case(aCase(3)).id, u"3"_s, 5}};
        const OwnSteps left =
            leftToWithdraw(own,
                           {{order(1), Case(aCase(1)), {}, {}},
                            {order(2), {}, Error{ErrorCode::Unreachable, u"no answer"_s, {}}, {}},
                            {order(3), {}, Error{ErrorCode::Refused, u"accepted"_s, {}}, {}}});
        QCOMPARE(left.steps.size(), 1);
        QCOMPARE(left.steps.first().number, u"2"_s);
    }
    void filesOnlyUnderTheOneCondition()
    {
        FakeDistrict district;
        StepOrder filing = order(1, CaseAction::File);
        filing.soleStandard = true;
        CaseFile file;
        FilingStandard one;
        one.id = u"S1"_s;
        file.possibleStandards = {one};
        district.file = file;
        StepRunner runner(district);
        runner.start({filing});
        QCOMPARE(district.acts.value(0).second.standard, u"S1"_s);
        file.possibleStandards.append(one);
        district.file = file;
        runner.start({filing});
        QCOMPARE(district.acts.size(), 1); // which one is for a person to say
        QVERIFY(runner.outcomes().first().error->message.contains(u"2"_s));
    }
    void stepsAreTakenBackLastFirst()
    {
        OwnSteps own;
        own.steps = {{Case(aCase(1)).id, u"1"_s, 3}, {Case(aCase(2)).id, u"2"_s, 5}};
        const QList<StepOrder> orders = withdrawals(own);
        QCOMPARE(orders.size(), 2);
        QCOMPARE(orders.first().id, Case(aCase(2)).id);
        QCOMPARE(orders.first().request.action, CaseAction::Withdraw);
        QCOMPARE(orders.first().request.expectedVersion, 5);
    }
};
static const TestRegistration<TestStepRunner> sRegistration;

} // namespace gridward

#include "test_steprunner.moc"
