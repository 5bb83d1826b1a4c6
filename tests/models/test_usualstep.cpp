// SPDX-License-Identifier: GPL-3.0-or-later
// Which step stands in front, over the whole life cycle: for each role and state.
#include "models/domain/lifecycle.h"
#include "models/view/usualstep.h"
#include "tests/support/testregistry.h"

using namespace Qt::StringLiterals;

namespace gridward {

class TestUsualStep : public QObject
{
    Q_OBJECT

    /** As the life cycle offers them to a role, whatever else the rules may say. */
    static QList<ActionOffer> offersTo(Role role, CaseState state, int answers)
    {
        QList<ActionOffer> offers;
        for (const Transition &step : transitionsFrom(state)) {
            const std::optional<Transition> row = transition(state, step.action, role, answers);
            ActionOffer offer;
            offer.action = step.action;
            offer.allowed = row.has_value();
            offer.effect = row ? row->effect : Effect::Move;
            offers.append(offer);
        }
        return offers;
    }
    static std::optional<CaseAction> usual(Role role, CaseState state, CaseRequest::Kind asked)
    {
        CaseProcess process;
        process.request.kind = asked;
        process.request.answers = asked == CaseRequest::Kind::None ? 0 : 1;
        return usualStep(state, process, offersTo(role, state, process.request.answers));
    }

private slots:
    void neverARejection()
    {
        int some = 0;
        for (int role = 0; role <= static_cast<int>(Role::System); ++role) {
            for (int state = 0; state <= static_cast<int>(CaseState::Archived); ++state) {
                for (const auto asked : {CaseRequest::Kind::None,
                                         CaseRequest::Kind::Extend,
                                         CaseRequest::Kind::Suspend,
                                         CaseRequest::Kind::Appeal}) {
                    const auto step =
                        usual(static_cast<Role>(role), static_cast<CaseState>(state), asked);
                    QVERIFY2(!step || !isRejection(*step), qPrintable(step ? toId(*step) : u""_s));
                    some += step ? 1 : 0;
                }
            }
        }
        QVERIFY(some > 40);
    }
    void theOneThatComesNext_data()
    {
        using S = CaseState;
        using A = CaseAction;
        using K = CaseRequest::Kind;
        const std::optional<A> none;
        QTest::addColumn<Role>("role");
        QTest::addColumn<CaseState>("state");
        QTest::addColumn<CaseRequest::Kind>("asked");
        QTest::addColumn<std::optional<CaseAction>>("step");
        const auto row = [](const char *name, Role role, S state, K asked, std::optional<A> step) {
            QTest::newRow(name) << role << state << asked << step;
        };
        row("filing", Role::Filer, S::PendingFiling, K::None, A::File);
        row("only void is left", Role::Filer, S::Filed, K::None, none);
        row("dispatching", Role::Dispatcher, S::Filed, K::None, A::Dispatch);
        row("at the unit", Role::Dispatcher, S::AtUnit, K::None, none);
        row("an extension", Role::Dispatcher, S::AtUnit, K::Extend, A::Extend);
        row("a suspension", Role::Dispatcher, S::Handling, K::Suspend, A::Suspend);
        row("an appeal", Role::Dispatcher, S::Closed, K::Appeal, A::Appeal);
        row("who asked", Role::Handler, S::Handling, K::Extend, A::Handle);
        row("accepting", Role::Handler, S::AtUnit, K::None, A::Accept);
        row("assigning", Role::Street, S::AtUnit, K::None, A::Assign);
        row("checking", Role::Checker, S::Checking, K::None, A::Check);
        row("only rework is left", Role::Dispatcher, S::Checking, K::None, none);
        row("closing", Role::Filer, S::PendingClose, K::None, A::Close);
        row("archiving", Role::Filer, S::Closed, K::None, A::Archive);
    }
    void theOneThatComesNext()
    {
        QFETCH(Role, role);
        QFETCH(CaseState, state);
        QFETCH(CaseRequest::Kind, asked);
        QFETCH(std::optional<CaseAction>, step);
        const std::optional<CaseAction> found = usual(role, state, asked);
        QVERIFY2(found == step, qPrintable(found ? toId(*found) : u"none"_s));
    }
};

static const TestRegistration<TestUsualStep> registration;

} // namespace gridward

#include "test_usualstep.moc"
