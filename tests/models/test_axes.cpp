// SPDX-License-Identifier: GPL-3.0-or-later
// Nobody judges their own work: tries to get round it through the desk of cases, below it through
// the store, in a batch, and under other names. What must hold is docs/axes.md.
#include "models/domain/caseaxes.h"
#include "tests/support/smalldesk.h"
#include "tests/support/testregistry.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

/** The person who tries it. */
const auto kPerson = u"P9"_s;

/** A step of a whole life, by a role. */
struct Turn
{
    CaseAction action;
    QString role;
    QString target{};
    QString id; ///< of the turn, where an action comes twice
};

/** From the filed case to the second answer of an appeal: every work and every judgement. */
QList<Turn> wholeLife()
{
    return {{CaseAction::Dispatch, u"dispatcher"_s, u"U1,U2"_s, u"dispatch"_s},
            {CaseAction::Transfer, u"dispatcher"_s, u"U2"_s, u"transfer"_s},
            {CaseAction::Transfer, u"dispatcher"_s, u"U1"_s, u"back"_s},
            {CaseAction::Accept, u"handler"_s, {}, u"accept"_s},
            {CaseAction::Assign, u"street"_s, u"p1"_s, u"assign"_s},
            {CaseAction::Handle, u"handler"_s, {}, u"handle"_s},
            {CaseAction::Feedback, u"handler"_s, {}, u"feedback"_s},
            {CaseAction::Check, u"checker"_s, {}, u"check"_s},
            {CaseAction::Close, u"filer"_s, {}, u"close"_s},
            {CaseAction::Appeal, u"handler"_s, {}, u"asks"_s},
            {CaseAction::Appeal, u"dispatcher"_s, {}, u"reviews"_s},
            {CaseAction::Appeal, u"acceptor"_s, {}, u"grants"_s}};
}

const QStringList kWork{
    u"dispatch"_s, u"transfer"_s, u"accept"_s, u"assign"_s, u"handle"_s, u"feedback"_s};
const QStringList kJudgement{u"check"_s, u"close"_s, u"reviews"_s, u"grants"_s};

/** How the same person comes back under something that looks like somebody else. */
enum class Way {
    TwoAccounts, ///< an account for each role, the person behind them named
    RoleChanged, ///< one account whose role is changed in between
    Relinked,    ///< the account of the work was of nobody then, and is of the person now
    Unlinked,    ///< the account of the work was of the person then, and is of nobody now
    SameName,    ///< the account of the work was given away: its name alone is the same
    Disabled,    ///< the account of the work is disabled, a new one made for the person
    ByThePerson, ///< the account is called as the person is
};

} // namespace

class TestAxes : public QObject
{
    Q_OBJECT
private:
    SmallDesk mSmall;

    /** The account by which the person takes a step of that role, at work or judging. */
    static User account(Way way, const QString &role, bool judging)
    {
        User user = userOf(role);
        user.person = kPerson;
        user.name = u"x-"_s + role;
        switch (way) {
        case Way::TwoAccounts:
            break;
        case Way::RoleChanged:
            user.name = u"x"_s;
            break;
        case Way::Relinked:
            user.name = judging ? u"new"_s : u"old"_s;
            user.person = judging ? kPerson : QString();
            break;
        case Way::Unlinked:
            user.name = u"x"_s;
            user.person = judging ? QString() : kPerson;
            break;
        case Way::SameName:
            user.name = u"x"_s;
            user.person = judging ? u"P8"_s : kPerson;
            break;
        case Way::Disabled:
            user.name = judging ? u"fresh"_s : u"stale"_s;
            break;
        case Way::ByThePerson:
            user.name = judging ? kPerson : u"x"_s;
            user.person = judging ? QString() : kPerson;
            break;
        }
        return user;
    }
    /** What an administrator does between the work and the judgement. */
    bool change(Way way)
    {
        if (way == Way::Relinked) {
            User old = account(way, u"dispatcher"_s, false);
            old.person = kPerson;
            return mSmall.store->write(QList<User>{old}).isOk();
        }
        if (way == Way::Disabled) {
            User old = account(way, u"dispatcher"_s, false);
            old.isDisabled = true;
            return mSmall.store->write(QList<User>{old}).isOk();
        }
        return true;
    }
    Result<Case> act(const CaseId &id, const Turn &turn, const User &user)
    {
        mSmall.later(std::chrono::minutes(1));
        ActionRequest request;
        request.action = turn.action;
        request.target = turn.target;
        request.note = u"why"_s;
        return mSmall.desk->act(id, request, user);
    }
    CaseId filed()
    {
        const Case reported =
            mSmall.desk->report(SmallDesk::draft(), userOf(u"acceptor"_s)).value();
        const CaseId id = reported.id;
        return act(id, {CaseAction::File, u"filer"_s, {}, {}}, userOf(u"filer"_s)).isOk()
                   ? id
                   : CaseId{};
    }
    /** Somebody else for every turn of this run, so that nobody is there twice. */
    static User other(const Turn &turn)
    {
        User user = userOf(turn.role, turn.role == "street"_L1 ? u"U1"_s : QString());
        user.name = u"o-"_s + turn.id;
        return user;
    }
    static User inUnit(User user)
    {
        if (user.role == "street"_L1) {
            user.organisation = u"U1"_s;
        }
        return user;
    }
    /** All turns until (without) that one; the one named is the person's. */
    QString live(const CaseId &id, const QString &until, const QString &own, Way way)
    {
        for (const Turn &turn : wholeLife()) {
            if (turn.id == until) {
                return {};
            }
            if (turn.id == u"handle"_s) { // parts of other units come first
                const QStringList open = mSmall.store->cases().record(id).value().process.assisting;
                for (const QString &unit : open) {
                    Turn part{CaseAction::Handle, u"handler"_s, unit, u"part"_s};
                    if (const Result<Case> done = act(id, part, other(part)); !done) {
                        return done.error().message;
                    }
                }
                mSmall.later(std::chrono::hours(24 * 9)); // too late: so that an appeal is possible
            }
            const User user = turn.id == own
                                  ? inUnit(account(way, turn.role, kJudgement.contains(own)))
                                  : other(turn);
            if (const Result<Case> done = act(id, turn, user); !done) {
                return turn.id + u": "_s + done.error().message;
            }
        }
        return {};
    }
    Turn turnOf(const QString &id) const
    {
        const QList<Turn> life = wholeLife();
        return *std::ranges::find(life, id, &Turn::id);
    }

private slots:
    void init()
    {
        QVERIFY(mSmall.open());
        Person one;
        one.id = u"p1"_s;
        one.name = u"P1"_s;
        one.organisation = u"U1"_s;
        QVERIFY(mSmall.store->write(QList{one}));
        QVERIFY(mSmall.store->publish());
    }
    void nobodyJudgesTheirOwnWork_data()
    {
        QTest::addColumn<QString>("work");
        QTest::addColumn<QString>("judgement");
        QTest::addColumn<int>("way");
        const QList<std::pair<QByteArray, Way>> ways{{"two accounts", Way::TwoAccounts},
                                                     {"role changed", Way::RoleChanged},
                                                     {"relinked", Way::Relinked},
                                                     {"unlinked", Way::Unlinked},
                                                     {"same name", Way::SameName},
                                                     {"disabled", Way::Disabled},
                                                     {"by the person", Way::ByThePerson}};
        for (const auto &[name, way] : ways) {
            for (const QString &work : kWork) {
                for (const QString &judgement : kJudgement) {
                    QTest::newRow(name + ": " + work.toLatin1() + ", " + judgement.toLatin1())
                        << work << judgement << static_cast<int>(way);
                }
            }
        }
    }
    void nobodyJudgesTheirOwnWork()
    {
        QFETCH(QString, work);
        QFETCH(QString, judgement);
        QFETCH(int, way);
        const Way how = static_cast<Way>(way);
        const CaseId id = filed();
        const QString fault = live(id, judgement, work, how);
        QVERIFY2(fault.isEmpty(), qPrintable(fault));
        QVERIFY(change(how));
        const Turn turn = turnOf(judgement);
        const User own = account(how, turn.role, true);
        QVERIFY(mSmall.store->write(QList<User>{own}));
        // The desk refuses, and a screen that asks it does not offer the step either.
        const Result<Case> done = act(id, turn, own);
        QVERIFY2(!done, "judged their own work");
        QCOMPARE(done.error().detail, u"own-work"_s);
        const CaseRecord record = mSmall.store->cases().record(id).value();
        const QList<ActionOffer> offers = mSmall.desk->offers(record, own).value();
        const auto offer = std::ranges::find(offers, turn.action, &ActionOffer::action);
        QVERIFY(offer != offers.end() && !offer->allowed && offer->why == StepRefusal::OwnWork);
        // Below the desk the store refuses what claims to be the step.
        CaseStep step;
        step.action = turn.action;
        step.at = mSmall.clock.now();
        step.actor = own.name;
        step.to = record.subject.state == CaseState::Checking ? CaseState::PendingClose
                                                              : CaseState::Closed;
        step.note = u"why"_s;
        if (!own.person.isEmpty()) {
            step.facts.insert(u"by"_s, own.person);
        }
        if (turn.action == CaseAction::Appeal) {
            step.facts.insert(u"request"_s, u"granted"_s);
        }
        QCOMPARE(mSmall.store->cases().append(id, record.subject.version, step).error().code,
                 ErrorCode::Refused);
        step.facts.remove(u"by"_s); // and what leaves the person out
        QCOMPARE(mSmall.store->cases().append(id, record.subject.version, step).error().code,
                 ErrorCode::Refused);
        // Somebody else may.
        QVERIFY(act(id, turn, other(turn)));
        QCOMPARE(mSmall.findings(), QStringList());
    }
    void whoJudgedDoesNotTakeItInHand_data()
    {
        QTest::addColumn<QString>("judgement");
        QTest::addColumn<QString>("work");
        for (const QString &judgement : kJudgement) {
            for (const QString &work : kWork) {
                QTest::newRow(judgement.toLatin1() + ", " + work.toLatin1()) << judgement << work;
            }
        }
    }
    /** Closed, opened again, and the whole life once more. */
    void whoJudgedDoesNotTakeItInHand()
    {
        QFETCH(QString, judgement);
        QFETCH(QString, work);
        const CaseId id = filed();
        QString fault = live(id, {}, judgement, Way::TwoAccounts);
        QVERIFY2(fault.isEmpty(), qPrintable(fault));
        const Turn reopen{CaseAction::Reopen, u"filer"_s, {}, u"reopen"_s};
        QVERIFY(act(id, reopen, userOf(u"filer"_s)));
        fault = live(id, work, {}, Way::TwoAccounts);
        QVERIFY2(fault.isEmpty(), qPrintable(fault));
        const Turn turn = turnOf(work);
        const Result<Case> done =
            act(id, turn, inUnit(account(Way::TwoAccounts, turn.role, false)));
        QVERIFY2(!done, "took in hand what they judged");
        QCOMPARE(done.error().detail, u"own-work"_s);
        QVERIFY(act(id, turn, other(turn)));
    }
    /** An assisting unit's part is work like any other. */
    void anAssistingPartIsWork()
    {
        const CaseId id = filed();
        const Turn dispatch = wholeLife().first();
        QVERIFY(act(id, dispatch, other(dispatch)));
        User own = account(Way::TwoAccounts, u"handler"_s, false);
        QVERIFY(act(id, {CaseAction::Handle, u"handler"_s, u"U2"_s, {}}, own));
        QVERIFY(act(id, {CaseAction::Handle, u"handler"_s, {}, {}}, userOf(u"handler"_s)));
        const Result<Case> done = act(id,
                                      {CaseAction::Check, u"checker"_s, {}, {}},
                                      account(Way::TwoAccounts, u"checker"_s, true));
        QVERIFY(!done && done.error().detail == "own-work"_L1);
    }
    /** What was taken back was done all the same. */
    void takingBackIsNoWayRound()
    {
        const CaseId id = filed();
        const User own = account(Way::TwoAccounts, u"dispatcher"_s, false);
        QVERIFY(act(id, wholeLife().first(), own));
        QVERIFY(act(id, {CaseAction::Withdraw, u"dispatcher"_s, {}, {}}, own));
        const QString fault = live(id, u"check"_s, {}, Way::TwoAccounts);
        QVERIFY2(fault.isEmpty(), qPrintable(fault));
        const Result<Case> done = act(id,
                                      {CaseAction::Check, u"checker"_s, {}, {}},
                                      account(Way::TwoAccounts, u"checker"_s, true));
        QVERIFY(!done && done.error().detail == "own-work"_L1);
        // Nor is a check that was taken back.
        const User checker = other(turnOf(u"check"_s));
        QVERIFY(act(id, turnOf(u"check"_s), checker));
        QVERIFY(act(id, {CaseAction::Withdraw, u"checker"_s, {}, {}}, checker));
        QVERIFY(act(id, {CaseAction::Rework, u"supervisor"_s, {}, {}}, userOf(u"supervisor"_s)));
        User handler = userOf(u"handler"_s);
        handler.name = checker.name;
        const Result<Case> handled = act(id, turnOf(u"accept"_s), handler);
        QVERIFY(!handled && handled.error().detail == "own-work"_L1);
    }
    /** A part that is split off is of the same matter. */
    void aPartIsNotJudgedByWhoHadTheWhole()
    {
        const CaseId parent = filed();
        const User own = account(Way::TwoAccounts, u"dispatcher"_s, false);
        QVERIFY(act(parent, wholeLife().first(), own));
        const Turn split{CaseAction::Split, u"dispatcher"_s, {}, {}};
        QVERIFY(act(parent, split, userOf(u"dispatcher"_s)));
        const CaseRecord record = mSmall.store->cases().record(parent).value();
        QCOMPARE(record.process.children.size(), 1);
        const CaseId child = *CaseId::fromText(record.process.children.first());
        QVERIFY(act(child, {CaseAction::File, u"filer"_s, {}, {}}, userOf(u"filer"_s)));
        const QString fault = live(child, u"check"_s, {}, Way::TwoAccounts);
        QVERIFY2(fault.isEmpty(), qPrintable(fault));
        const Result<Case> done =
            act(child, turnOf(u"check"_s), account(Way::TwoAccounts, u"checker"_s, true));
        QVERIFY(!done && done.error().detail == "own-work"_L1);
        QVERIFY(act(child, turnOf(u"check"_s), other(turnOf(u"check"_s))));
        QCOMPARE(mSmall.findings(), QStringList());
    }
    /** Of a duplicate too: it is the same matter. */
    void whatTookADuplicateInIsNotJudgedByWhoHadThat()
    {
        const CaseId duplicate = filed();
        const User own = account(Way::TwoAccounts, u"dispatcher"_s, false);
        QVERIFY(act(duplicate, wholeLife().first(), own));
        const Turn back{CaseAction::Return, u"handler"_s, {}, {}};
        QVERIFY(act(duplicate, back, userOf(u"handler"_s)));
        const CaseId survivor = filed();
        const Turn merge{CaseAction::Merge, u"filer"_s, survivor.toText(), {}};
        const Result<Case> merged = act(duplicate, merge, userOf(u"filer"_s));
        QVERIFY2(merged, merged ? "" : qPrintable(merged.error().message));
        const QString fault = live(survivor, u"check"_s, {}, Way::TwoAccounts);
        QVERIFY2(fault.isEmpty(), qPrintable(fault));
        const User checker = account(Way::TwoAccounts, u"checker"_s, true);
        const Result<Case> done = act(survivor, turnOf(u"check"_s), checker);
        QVERIFY(!done && done.error().detail == "own-work"_L1);
        CaseStep step;
        step.action = CaseAction::Check;
        step.at = mSmall.clock.now();
        step.actor = checker.name;
        step.to = CaseState::PendingClose;
        step.facts.insert(u"by"_s, kPerson);
        const int version = mSmall.store->cases().find(survivor).value().version;
        QCOMPARE(mSmall.store->cases().append(survivor, version, step).error().code,
                 ErrorCode::Refused);
        QVERIFY(act(survivor, turnOf(u"check"_s), other(turnOf(u"check"_s))));
        QCOMPARE(mSmall.findings(), QStringList());
    }
    /** Cases that share a deadline are cases of their own. */
    void aBundleIsNoFamily()
    {
        const CaseId leading = filed();
        const User own = account(Way::TwoAccounts, u"dispatcher"_s, false);
        QVERIFY(act(leading, wholeLife().first(), own));
        const CaseId member = filed();
        ActionRequest bundled;
        bundled.action = CaseAction::Dispatch;
        bundled.target = u"U1"_s;
        bundled.bundle = leading.toText();
        QVERIFY(mSmall.desk->act(member, bundled, userOf(u"dispatcher"_s)));
        QVERIFY(act(member, {CaseAction::Handle, u"handler"_s, {}, {}}, userOf(u"handler"_s)));
        QVERIFY(act(member, turnOf(u"check"_s), account(Way::TwoAccounts, u"checker"_s, true)));
    }
    /** Verifying before filing and rework judge the report and send back: they are no judgement. */
    void whatIsNoJudgement()
    {
        const CaseId id = filed();
        const User own = account(Way::TwoAccounts, u"dispatcher"_s, false);
        QVERIFY(act(id, wholeLife().first(), own));
        QVERIFY(act(id, {CaseAction::Handle, u"handler"_s, u"U2"_s, {}}, userOf(u"handler"_s)));
        QVERIFY(act(id, {CaseAction::Handle, u"handler"_s, {}, {}}, userOf(u"handler"_s)));
        QVERIFY(act(id, {CaseAction::Rework, u"dispatcher"_s, {}, {}}, own));
        // Whoever sent it back has not taken it off the unit's hands: they may not check it either.
        QVERIFY(act(id, {CaseAction::Handle, u"handler"_s, u"U2"_s, {}}, userOf(u"handler"_s)));
        QVERIFY(act(id, {CaseAction::Handle, u"handler"_s, {}, {}}, userOf(u"handler"_s)));
        QVERIFY(!act(id, turnOf(u"check"_s), account(Way::TwoAccounts, u"checker"_s, true)));
    }
    /** The owner of a store without accounts is one person, whatever he may do. */
    void theOwnerIsOnePerson()
    {
        User owner;
        owner.name = u"owner"_s;
        owner.role = u"owner"_s;
        owner.actsForAllUnits = true;
        const CaseId id = filed();
        QVERIFY(act(id, {CaseAction::Dispatch, u"owner"_s, u"U1"_s, {}}, owner));
        QVERIFY(act(id, {CaseAction::Handle, u"owner"_s, {}, {}}, owner));
        const Result<Case> done = act(id, turnOf(u"check"_s), owner);
        QVERIFY(!done && done.error().detail == "own-work"_L1);
    }
    /** A history that comes in one piece is judged like one that grew. */
    void aBatchOfHistoriesIsJudged_data()
    {
        QTest::addColumn<QString>("checker");
        QTest::addColumn<bool>("taken");
        QTest::newRow("another account of the person") << u"x-checker"_s << false;
        QTest::newRow("somebody else") << u"o-checker"_s << true;
    }
    void aBatchOfHistoriesIsJudged()
    {
        QFETCH(QString, checker);
        QFETCH(bool, taken);
        User first = userOf(u"dispatcher"_s);
        first.person = kPerson;
        User second = userOf(u"checker"_s);
        second.name = u"x-checker"_s;
        second.person = kPerson;
        QVERIFY(mSmall.store->write(QList<User>{first, second}));
        QList<CaseStep> steps{reportStep(testStart())};
        const auto add = [&](const QString &actor, CaseAction action, CaseState to) {
            CaseStep step = stepOf(action, to, testStart() + std::chrono::minutes(steps.size()));
            step.actor = actor;
            steps.append(step);
        };
        add(u"filer1"_s, CaseAction::File, CaseState::Filed);
        add(u"dispatcher1"_s, CaseAction::Dispatch, CaseState::AtUnit);
        add(u"handler1"_s, CaseAction::Handle, CaseState::FedBack);
        add(checker, CaseAction::Check, CaseState::PendingClose);
        const Result<std::unique_ptr<CaseBatch>> batch = mSmall.store->cases().beginBatch();
        QVERIFY(batch);
        const Result<bool> added = batch.value()->add(CaseId::make(testStart(), 3, 3), steps);
        const Result<void> done = added ? batch.value()->commit() : Result<void>(added.error());
        QCOMPARE(done.isOk(), taken);
        QVERIFY(taken || done.error().code == ErrorCode::Refused);
    }
    /** Two accounts that turn out to be one person's: what they did before is found. */
    void aCheckFindsWhoTurnedOutToBeOnePerson()
    {
        const CaseId id = filed();
        const QString fault = live(id, u"asks"_s, {}, Way::TwoAccounts);
        QVERIFY2(fault.isEmpty(), qPrintable(fault));
        QCOMPARE(mSmall.findings(), QStringList());
        User first = other(turnOf(u"dispatch"_s));
        User second = other(turnOf(u"check"_s));
        first.person = second.person = kPerson;
        QVERIFY(mSmall.store->write(QList<User>{first, second}));
        const QStringList found = mSmall.findings().filter(u"axes: "_s);
        QCOMPARE(found.size(), 1);
        QVERIFY(found.first().contains(u"o-check"_s));
    }
};

static const TestRegistration<TestAxes> registration;

} // namespace gridward

#include "test_axes.moc"
