// SPDX-License-Identifier: GPL-3.0-or-later
// The supervising axis: who is sent to look, what is to be answered, who is called back; and that
// nobody gets round the separation of the axes.
#include "models/domain/caseaxes.h"
#include "models/domain/casetasks.h"
#include "models/domain/dutyroster.h"
#include "models/service/collectorranking.h"
#include "models/store/staffstore.h"
#include "tests/support/smalldesk.h"
#include "tests/support/storekinds.h"
#include "tests/support/testregistry.h"

#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace gridward {

using std::chrono::hours;
using std::chrono::minutes;

class TestSupervision : public QObject
{
    Q_OBJECT
private:
    StoreMaker mMaker;
    SmallDesk mSmall;

    Result<Case> act(const Case &subject,
                     CaseAction action,
                     const QString &role,
                     const QString &to = {},
                     const QString &note = u"why"_s)
    {
        ActionRequest request;
        request.action = action;
        request.target = to;
        request.note = note;
        return take(subject, request, userOf(role));
    }
    Result<Case> take(const Case &subject, const ActionRequest &request, const User &user)
    {
        mSmall.later(minutes(1));
        return mSmall.desk->act(subject.id, request, user);
    }
    Case reported(CaseSource source = CaseSource::Hotline)
    {
        ReportDraft draft = SmallDesk::draft();
        draft.source = source;
        return mSmall.desk->report(draft, userOf(u"acceptor"_s)).value();
    }
    Case sent(CaseSource source = CaseSource::Hotline)
    {
        const Case filed = act(reported(source), CaseAction::File, u"filer"_s, {}, {}).value();
        return act(filed, CaseAction::Dispatch, u"dispatcher"_s, u"U1"_s).value();
    }
    Case handedIn(CaseSource source = CaseSource::Hotline)
    {
        return act(sent(source), CaseAction::Handle, u"handler"_s).value();
    }
    /** As handedIn(), but the second unit did a part of it. */
    Case handedInByTwo()
    {
        const Case filed = act(reported(), CaseAction::File, u"filer"_s, {}, {}).value();
        const Case out = act(filed, CaseAction::Dispatch, u"dispatcher"_s, u"U1,U2"_s).value();
        const Case part = act(out, CaseAction::Handle, u"handler"_s, u"U2"_s).value();
        return act(part, CaseAction::Handle, u"handler"_s).value();
    }
    QVariant scalar(const QString &sql) { return mSmall.store->connection().scalar(sql).value(); }
    QList<Task> tasks() { return mSmall.store->openTasks({}).value(); }
    bool addPeople()
    {
        const auto person = [](const QString &id, const QString &unit = {}) {
            Person one;
            one.id = id;
            one.name = id.toUpper();
            one.organisation = unit;
            return one;
        };
        return mSmall.store->write(QList<Person>{person(u"c1"_s),
                                                 person(u"c2"_s),
                                                 person(u"c3"_s),
                                                 person(u"h1"_s, u"U1"_s),
                                                 person(u"h2"_s, u"U2"_s)}) &&
               mSmall.store->publish();
    }

private slots:
    void initTestCase_data() { addStoreKinds(); }
    void init()
    {
        QFETCH_GLOBAL(QString, kind);
        QVERIFY(mSmall.open(mMaker.empty(kind)) && addPeople());
    }

    void somebodyIsSentToVerify()
    {
        const Case asked = act(reported(), CaseAction::Verify, u"filer"_s, u"c1"_s).value();
        QCOMPARE(asked.state, CaseState::Verifying);
        QCOMPARE(asked.taskPerson, u"c1"_s);
        QCOMPARE(asked.taskDueAt, mSmall.clock.now() + minutes(30)); // the limit of the book
        QCOMPARE(tasks().size(), 1);
        QCOMPARE(tasks().first().kind, u"verify"_s);
        QCOMPARE(tasks().first().person, u"c1"_s);
        QCOMPARE(tasks().first().due, asked.taskDueAt);
        QCOMPARE(mSmall.findings(), QStringList());
        // Another one takes over: the first task ends, a new one begins.
        const Case other = act(asked, CaseAction::Entrust, u"checker"_s, u"c2"_s).value();
        QCOMPARE(other.state, CaseState::Verifying);
        QCOMPARE(tasks().size(), 1);
        QCOMPARE(tasks().first().person, u"c2"_s);
        QVERIFY(!act(other, CaseAction::Entrust, u"checker"_s, u"c2"_s)); // is there already
        // Whoever answers, at the desk or there, ends it.
        const Case done = act(other, CaseAction::Verify, u"checker"_s, {}, u"seen"_s).value();
        QCOMPARE(done.state, CaseState::PendingFiling);
        QVERIFY(done.taskPerson.isEmpty() && !done.taskDueAt);
        QVERIFY(tasks().isEmpty());
        QCOMPARE(mSmall.findings(), QStringList());
    }
    void somebodyIsSentToCheck()
    {
        const Case waiting = handedIn();
        ActionRequest request;
        request.action = CaseAction::Entrust;
        request.target = u"c1"_s;
        request.until = mSmall.clock.now() + hours(3);
        const Case asked = take(waiting, request, userOf(u"checker"_s)).value();
        QCOMPARE(asked.state, CaseState::Checking);
        QCOMPARE(asked.taskDueAt, request.until);
        QCOMPARE(tasks().first().kind, u"check"_s);
        const Case rework = act(asked, CaseAction::Rework, u"checker"_s).value();
        QVERIFY(tasks().isEmpty());
        QVERIFY(rework.taskPerson.isEmpty());
        QCOMPARE(mSmall.findings(), QStringList());
    }
    void eachTaskHasTheLimitOfItsStage()
    {
        RuleBook book = sampleRuleBook();
        book.version += 1;
        book.stageLimits[static_cast<std::size_t>(Stage::Verify)] = {20, LimitUnit::UrgentMinute};
        book.stageLimits[static_cast<std::size_t>(Stage::Check)] = {50, LimitUnit::UrgentMinute};
        QVERIFY(mSmall.store->write(book) && mSmall.store->publish());
        mSmall.desk = std::make_unique<CaseDesk>(*mSmall.store, mSmall.clock, u"test"_s);
        const Case verified = act(reported(), CaseAction::Verify, u"filer"_s, u"c1"_s).value();
        QCOMPARE(verified.taskDueAt, mSmall.clock.now() + minutes(20));
        const Case checked = act(handedIn(), CaseAction::Entrust, u"checker"_s, u"c1"_s).value();
        QCOMPARE(checked.taskDueAt, mSmall.clock.now() + minutes(50));
    }
    void noTaskIsForADayThatIsOverOrYearsAway()
    {
        const Case waiting = handedIn();
        for (const hours away : {hours(-1), hours(24 * 400)}) {
            for (const CaseAction action : {CaseAction::Entrust, CaseAction::Supervise}) {
                ActionRequest request;
                request.action = action;
                request.target = action == CaseAction::Entrust ? u"c1"_s : QString();
                request.note = u"why"_s;
                request.until = mSmall.clock.now() + away;
                const Result<Case> refused =
                    take(waiting,
                         request,
                         userOf(action == CaseAction::Entrust ? u"checker"_s : u"supervisor"_s));
                QVERIFY2(!refused, qPrintable(toId(action)));
                QCOMPARE(refused.error().detail, toId(StepRefusal::BadDate));
            }
        }
        QVERIFY(tasks().isEmpty());
    }
    void aTaskTellsWhereItIsAndHowItEnded()
    {
        const Case asked = act(handedIn(), CaseAction::Entrust, u"checker"_s, u"c1"_s).value();
        QVERIFY(!asked.grid.isEmpty());
        QCOMPARE(tasks().first().area, asked.grid);
        // A word about the case ends nothing: they are still on their way.
        const Case supervised = act(asked, CaseAction::Supervise, u"supervisor"_s).value();
        QCOMPARE(supervised.taskPerson, u"c1"_s);
        QCOMPARE(tasks().size(), 1);
        QVERIFY(act(supervised, CaseAction::Rework, u"checker"_s));
        QVERIFY(tasks().isEmpty());
        QCOMPARE(scalar(u"SELECT result FROM tasks WHERE person = 'c1'"_s), u"rework"_s);
        QCOMPARE(mSmall.findings(), QStringList());
    }
    void whatIsTakenBackBringsTheTaskBack()
    {
        const Case asked = act(handedIn(), CaseAction::Entrust, u"checker"_s, u"c1"_s).value();
        const Case passed = act(asked, CaseAction::Check, u"checker"_s).value();
        QVERIFY(tasks().isEmpty());
        const Case back = act(passed, CaseAction::Withdraw, u"checker"_s).value();
        QCOMPARE(back.state, CaseState::Checking);
        QCOMPARE(back.taskPerson, u"c1"_s);
        QCOMPARE(tasks().size(), 1);
        QCOMPARE(mSmall.findings(), QStringList());
    }
    void nobodyChecksOrIsSentToTheirOwnWork()
    {
        const Case waiting = handedIn();
        // By the desk: neither who sends nor who is sent had it in hand, nor anybody of the unit.
        for (const QString &one : {u"dispatcher1"_s, u"handler1"_s, u"h1"_s}) {
            User known;
            known.name = one;
            known.role = u"checker"_s;
            QVERIFY(mSmall.store->write(QList<User>{known}));
            const Result<Case> refused = act(waiting, CaseAction::Entrust, u"checker"_s, one);
            QVERIFY2(!refused, qPrintable(one));
            QCOMPARE(refused.error().detail, toId(StepRefusal::OwnWork));
        }
        User both = userOf(u"checker"_s);
        both.name = u"dispatcher1"_s;
        for (const CaseAction action : {CaseAction::Entrust,
                                        CaseAction::Check,
                                        CaseAction::Rework,
                                        CaseAction::Supervise,
                                        CaseAction::Callback}) {
            both.role = action == CaseAction::Supervise ? u"supervisor"_s : u"checker"_s;
            const Case subject = action == CaseAction::Callback
                                     ? act(handedIn(), CaseAction::Check, u"checker"_s).value()
                                     : waiting;
            ActionRequest request;
            request.action = action;
            request.target = action == CaseAction::Entrust ? u"c1"_s : QString();
            request.note = u"why"_s;
            const Result<Case> refused = take(subject, request, both);
            QVERIFY2(!refused, qPrintable(toId(action)));
            QCOMPARE(refused.error().detail, toId(StepRefusal::OwnWork));
        }
        // By the store, for whoever goes round the desk.
        for (const auto &[actor, person] :
             {std::pair{u"checker1"_s, u"dispatcher1"_s}, std::pair{u"dispatcher1"_s, u"c1"_s}}) {
            CaseStep step;
            step.action = CaseAction::Entrust;
            step.at = mSmall.clock.now();
            step.actor = actor;
            step.to = CaseState::Checking;
            step.facts = {
                {QLatin1String(fact::kTaskPerson), person},
                {QLatin1String(fact::kTaskUntil), toIsoText(mSmall.clock.now() + minutes(30))}};
            const Result<Case> refused =
                mSmall.store->cases().append(waiting.id, waiting.version, step);
            QVERIFY(!refused);
            QCOMPARE(refused.error().code, ErrorCode::Refused);
        }
        QCOMPARE(mSmall.findings(), QStringList());
    }
    void whoHelpedIsNotSentEither()
    {
        const Case waiting = handedInByTwo();
        QCOMPARE(waiting.state, CaseState::FedBack);
        const Result<Case> refused = act(waiting, CaseAction::Entrust, u"checker"_s, u"h2"_s);
        QVERIFY(!refused);
        QCOMPARE(refused.error().detail, toId(StepRefusal::OwnWork));
        const Instant now = mSmall.clock.now();
        QVERIFY(mSmall.store->write(
            QList<StaffPosition>{{u"h2"_s, {}, now - minutes(5), {116.305, 39.905}},
                                 {u"c1"_s, {}, now - minutes(5), {116.325, 39.905}}}));
        QVERIFY(mSmall.store->publish());
        const CaseRecord record = mSmall.store->cases().record(waiting.id).value();
        const QList<PersonProposal> near = rankCollectors(*mSmall.store, record, now).value();
        QCOMPARE(near.size(), 1);
        QCOMPARE(near.first().person.id, u"c1"_s);
    }
    void nobodyUrgesAsASupervisorWhatTheyDispatched()
    {
        User both = userOf(u"supervisor"_s);
        both.name = u"dispatcher1"_s;
        ActionRequest request;
        request.action = CaseAction::Urge;
        request.note = u"why"_s;
        const Case out = sent();
        const Result<Case> refused = take(out, request, both);
        QVERIFY(!refused);
        QCOMPARE(refused.error().detail, toId(StepRefusal::OwnWork));
        QVERIFY(act(out, CaseAction::Urge, u"supervisor"_s));
    }
    void aCheckOfTheLogFindsWhoWasSentToTheirOwnWork()
    {
        CaseEvent work;
        work.action = CaseAction::Dispatch;
        work.actor = u"d"_s;
        CaseEvent sent;
        sent.action = CaseAction::Entrust;
        sent.actor = u"c"_s;
        sent.facts = R"({"task_person":"d"})";
        QVERIFY(ownWork({&work, 1}, sent) == &work);
        sent.facts = R"({"task_person":"e"})";
        QVERIFY(ownWork({&work, 1}, sent) == nullptr);
        sent.actor = u"d"_s;
        QVERIFY(ownWork({&work, 1}, sent) == &work);
    }
    void theRowSaysWhoseWorkItIs()
    {
        const Case waiting = handedIn();
        QCOMPARE(waiting.hands, u"dispatcher1,handler1"_s);
        QVERIFY(isOwnWork(waiting, u"handler1"_s, {}));
        QVERIFY(isOwnWork(waiting, u"x"_s, u"dispatcher1"_s));
        QVERIFY(!isOwnWork(waiting, u"handler"_s, {}));
        QVERIFY(!isOwnWork(waiting, u"checker1"_s, u"c1"_s));
    }
    void checkNeverMeansToSend()
    {
        const Result<Case> refused = act(handedIn(), CaseAction::Check, u"checker"_s, u"c1"_s);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::InvalidInput);
        QVERIFY(refused.error().message.contains(u"entrust"_s));
        const Case asked = act(reported(), CaseAction::Verify, u"filer"_s).value();
        QVERIFY(!act(asked, CaseAction::Verify, u"checker"_s, u"c1"_s)); // nor does this
        QVERIFY(act(asked, CaseAction::Verify, u"checker"_s));
    }
    void aTaskWithoutItsCaseIsFound()
    {
        Task orphan;
        orphan.id = u"0/1"_s;
        orphan.caseId = CaseId::make(testStart(), 1, 99).toText();
        orphan.kind = u"check"_s;
        orphan.person = u"c1"_s;
        orphan.created = testStart();
        QVERIFY(mSmall.store->write(QList<Task>{orphan}));
        QCOMPARE(mSmall.findings().size(), 1);
        QVERIFY(mSmall.findings().first().startsWith(u"task: "_s));
        orphan.done = testStart();
        QVERIFY(mSmall.store->write(QList<Task>{orphan}));
        QCOMPARE(mSmall.findings(), QStringList());
        // A case whose task somebody gave to another one.
        QVERIFY(act(handedIn(), CaseAction::Entrust, u"checker"_s, u"c1"_s));
        const Task known = tasks().first();
        Task given = known;
        given.person = u"c2"_s;
        QVERIFY(mSmall.store->write(QList<Task>{given}));
        QCOMPARE(mSmall.findings().size(), 1);
        QVERIFY(mSmall.findings().first().contains(u"is not what its log says"_s));
        QVERIFY(mSmall.store->write(QList<Task>{known}));
        QCOMPARE(mSmall.findings(), QStringList());
        // And one whose task somebody struck off.
        Task struck = known;
        struck.done = mSmall.clock.now();
        QVERIFY(mSmall.store->write(QList<Task>{struck}));
        QCOMPARE(mSmall.findings().size(), 1);
        QVERIFY(mSmall.findings().first().startsWith(u"task: "_s));
    }

    void aSupervisionWaitsForItsReply()
    {
        const Case waiting = sent();
        QVERIFY(!act(waiting, CaseAction::Supervise, u"supervisor"_s, {}, {})); // says why
        ActionRequest request;
        request.action = CaseAction::Supervise;
        request.note = u"为何未处置"_s;
        request.until = mSmall.clock.now() - hours(1);
        QVERIFY(!take(waiting, request, userOf(u"supervisor"_s)));
        request.until = mSmall.clock.now() + hours(4);
        const Case supervised = take(waiting, request, userOf(u"supervisor"_s)).value();
        QCOMPARE(supervised.replyDueAt, request.until);
        // Another unit does not answer for it, and nobody without a word.
        User other = userOf(u"handler"_s, u"U2"_s);
        other.name = u"other"_s;
        other.actsForAllUnits = false;
        ActionRequest reply;
        reply.action = CaseAction::Answer;
        reply.note = u"明日完成"_s;
        QVERIFY(!take(supervised, reply, other));
        reply.note.clear();
        User unit = userOf(u"handler"_s, u"U1"_s);
        unit.actsForAllUnits = false;
        const Result<Case> silent = take(supervised, reply, unit);
        QVERIFY(!silent);
        QCOMPARE(silent.error().code, ErrorCode::InvalidInput);
        reply.note = u"明日完成"_s;
        const Case answered = take(supervised, reply, unit).value();
        QVERIFY(!answered.replyDueAt);
        const CaseProcess process = mSmall.store->cases().record(waiting.id).value().process;
        QCOMPARE(process.supervisions.size(), 1);
        QCOMPARE(process.supervisions.first().reply, u"明日完成"_s);
        QCOMPARE(process.supervisions.first().reason, u"为何未处置"_s);
        QVERIFY(process.supervised);
        QCOMPARE(CaseProcess::fromJson(process.toJson()).value(), process);
        QVERIFY(!take(answered, reply, unit)); // nothing waits any more
        QCOMPARE(mSmall.findings(), QStringList());
    }
    void aReplyAnswersWhatWasAskedUntilThen()
    {
        const Case out = sent();
        const auto supervise = [&](const Case &subject, hours within) {
            ActionRequest request;
            request.action = CaseAction::Supervise;
            request.note = u"why"_s;
            request.until = mSmall.clock.now() + within;
            return take(subject, request, userOf(u"supervisor"_s)).value();
        };
        const auto answer = [&](const Case &subject, const QString &words) {
            return act(subject, CaseAction::Answer, u"handler"_s, {}, words).value();
        };
        const Case once = supervise(out, hours(4));
        const Case twice = supervise(once, hours(9));
        QVERIFY(twice.replyDueAt > once.replyDueAt); // what was asked last
        const Case again = supervise(answer(twice, u"明日"_s), hours(5));
        QVERIFY(again.replyDueAt);
        QVERIFY(!answer(again, u"完成"_s).replyDueAt);
        QStringList replies;
        for (const CaseSupervision &one :
             mSmall.store->cases().record(out.id).value().process.supervisions) {
            replies.append(one.reply);
        }
        QCOMPARE(replies, (QStringList{u"明日"_s, u"明日"_s, u"完成"_s}));
    }
    void whoIsCalledInDoesNotAnswerForTheUnit()
    {
        const Case out = sent();
        const Case called = act(out, CaseAction::Call, u"dispatcher"_s, u"U2"_s).value();
        const Case supervised = act(called, CaseAction::Supervise, u"supervisor"_s).value();
        User other = userOf(u"handler"_s, u"U2"_s);
        other.actsForAllUnits = false;
        ActionRequest reply;
        reply.action = CaseAction::Answer;
        reply.note = u"来了"_s;
        const Case answered = take(supervised, reply, other).value();
        QCOMPARE(answered.replyDueAt, supervised.replyDueAt); // that was to the whistle
        const CaseProcess process = mSmall.store->cases().record(out.id).value().process;
        QVERIFY(process.calls.first().answered);
        QVERIFY(process.supervisions.first().waits());
    }
    void theOfficeAboveTheUnitAnswersForIt()
    {
        const Organisation below{
            u"U3"_s, u"U2"_s, u"一街道环卫所"_s, u"Station"_s, u"sanitation"_s, {}, true};
        QVERIFY(mSmall.store->write(QList<Organisation>{below}) && mSmall.store->publish());
        const Case filed = act(reported(), CaseAction::File, u"filer"_s, {}, {}).value();
        const Case out = act(filed, CaseAction::Dispatch, u"dispatcher"_s, u"U3"_s).value();
        const Case supervised = act(out, CaseAction::Supervise, u"supervisor"_s).value();
        ActionRequest reply;
        reply.action = CaseAction::Answer;
        reply.note = u"明日完成"_s;
        QVERIFY(!take(supervised, reply, userOf(u"street"_s, u"U1"_s)));
        const Result<Case> answered = take(supervised, reply, userOf(u"street"_s, u"U2"_s));
        QVERIFY2(answered, answered ? "" : qPrintable(answered.error().message));
        QVERIFY(!answered.value().replyDueAt);
    }
    void withoutADateItIsToBeAnsweredWithinAWorkingDay()
    {
        const Case supervised = act(sent(), CaseAction::Supervise, u"supervisor"_s).value();
        // Saturday afternoon: Monday, at the end of the day.
        QCOMPARE(supervised.replyDueAt, instantFromIso(u"2026-11-23T10:00:00Z"_s));
    }
    void beforeDispatchTheDesksAnswer()
    {
        const Case filed = act(reported(), CaseAction::File, u"filer"_s, {}, {}).value();
        const Case supervised = act(filed, CaseAction::Supervise, u"supervisor"_s).value();
        QVERIFY(!act(supervised, CaseAction::Answer, u"street"_s));
        QVERIFY(!act(supervised, CaseAction::Answer, u"dispatcher"_s).value().replyDueAt);
    }

    void onlyWhoReportedIsCalledBack()
    {
        for (const CaseSource source :
             {CaseSource::Patrol, CaseSource::Video, CaseSource::Sensor}) {
            const Case passed = act(handedIn(source), CaseAction::Check, u"checker"_s).value();
            const Result<Case> refused = act(passed, CaseAction::Callback, u"acceptor"_s);
            QVERIFY(!refused);
            QCOMPARE(refused.error().detail, toId(StepRefusal::NoReporter));
        }
        const Case passed = act(handedIn(), CaseAction::Check, u"checker"_s).value();
        ActionRequest call;
        call.action = CaseAction::Callback;
        call.note = u"无人接听"_s;
        call.reached = false;
        const Case missed = take(passed, call, userOf(u"acceptor"_s)).value();
        QVERIFY(!missed.calledBackAt);
        QVERIFY(!mSmall.store->cases().milestones(passed.id).value().repliedAt);
        call.reached = true;
        call.satisfied = false;
        const Case reached = take(missed, call, userOf(u"acceptor"_s)).value();
        QCOMPARE(reached.calledBackAt, mSmall.clock.now());
        const CaseProcess process = mSmall.store->cases().record(passed.id).value().process;
        QCOMPARE(process.satisfied, false);
        QCOMPARE(process.missedCalls, 1);
        QCOMPARE(mSmall.findings(), QStringList());
    }
    void aLetterIsNoPicture()
    {
        RuleBook book = sampleRuleBook();
        book.version += 1;
        ClassRule rule;
        rule.scheme = defaultScheme();
        rule.classCode = u"06010"_s;
        rule.evidenceFor = {u"handle"_s};
        book.classes.append(rule);
        QVERIFY(mSmall.store->write(book) && mSmall.store->publish());
        mSmall.desk = std::make_unique<CaseDesk>(*mSmall.store, mSmall.clock, u"test"_s);
        for (const auto &[type, lacks] :
             {std::pair{u"application/pdf"_s, true}, std::pair{u"image/jpeg"_s, false}}) {
            const Case subject = sent();
            QVERIFY(!act(subject, CaseAction::Handle, u"handler"_s)); // nothing at all
            ActionRequest request;
            request.action = CaseAction::Handle;
            request.attachments = {{u"a"_s, type, "content"}};
            QCOMPARE(take(subject, request, userOf(u"handler"_s)).value().lacksPicture, lacks);
        }
        QCOMPARE(mSmall.findings(), QStringList());
    }
    void onlyStepsCountAsSteps()
    {
        const Case subject = sent();
        const std::optional<Instant> at = subject.steppedAt;
        QCOMPARE(at, mSmall.clock.now());
        QCOMPARE(act(subject, CaseAction::Urge, u"supervisor"_s).value().steppedAt, at);
        QCOMPARE(act(subject, CaseAction::Supervise, u"supervisor"_s).value().steppedAt, at);
        QVERIFY(act(subject, CaseAction::Accept, u"handler"_s).value().steppedAt > at);
    }

    void theNearestOnDutyComesFirst()
    {
        const Case waiting = handedIn();
        const Instant now = mSmall.clock.now();
        const auto seen = [&](const QString &person, double longitude) {
            return StaffPosition{person, {}, now - minutes(5), {longitude, 39.905}};
        };
        QVERIFY(mSmall.store->write(QList<StaffPosition>{
            seen(u"c1"_s, 116.325), seen(u"c2"_s, 116.306), seen(u"h1"_s, 116.305)}));
        QVERIFY(mSmall.store->publish());
        const CaseRecord record = mSmall.store->cases().record(waiting.id).value();
        QList<PersonProposal> near = rankCollectors(*mSmall.store, record, now).value();
        QCOMPARE(near.size(), 2); // h1 belongs to the unit, c3 is not there
        QCOMPARE(near.first().person.id, u"c2"_s);
        QVERIFY(near.first().isOnDuty());
        QVERIFY(std::ranges::any_of(near.first().reasons, [](const Reason &one) {
            return one.code == ReasonCode::Distance && one.value < 150;
        }));
        // Whoever dispatched it is none, however near: by the person behind the account too.
        User dispatcher = userOf(u"dispatcher"_s);
        dispatcher.person = u"c2"_s;
        QVERIFY(mSmall.store->write(QList<User>{dispatcher}) && mSmall.store->publish());
        near = rankCollectors(*mSmall.store, record, now).value();
        QCOMPARE(near.size(), 1);
        QCOMPARE(near.first().person.id, u"c1"_s);
    }
    void ofThoseAsNearWhoHasLessToDoComesFirst()
    {
        const Case waiting = handedIn();
        const Case other = handedIn();
        const Instant now = mSmall.clock.now();
        QVERIFY(mSmall.store->write(
            QList<StaffPosition>{{u"c1"_s, {}, now - minutes(5), {116.3051, 39.905}},
                                 {u"c2"_s, {}, now - minutes(5), {116.3053, 39.905}}}));
        QVERIFY(mSmall.store->publish());
        const CaseRecord record = mSmall.store->cases().record(waiting.id).value();
        const auto ranked = [&] {
            QStringList people;
            for (const PersonProposal &one : rankCollectors(*mSmall.store, record, now).value()) {
                people.append(one.person.id);
            }
            return people;
        };
        QCOMPARE(ranked(), (QStringList{u"c1"_s, u"c2"_s}));
        QVERIFY(act(other, CaseAction::Entrust, u"checker"_s, u"c1"_s));
        QCOMPARE(ranked(), (QStringList{u"c2"_s, u"c1"_s}));
        // Once it is known who collects, nobody else is proposed; and nobody on leave ever.
        const QDate today(2026, 11, 21);
        Duty duty;
        duty.area = waiting.grid;
        duty.role = u"monitor"_s;
        duty.person = u"c1"_s;
        duty.from = today.addDays(-9);
        QVERIFY(mSmall.store->write(QList<Duty>{duty}));
        QCOMPARE(ranked(), QStringList{u"c1"_s});
        duty.person = u"c2"_s;
        const Leave leave{u"c1"_s, today, today, LeaveKind::Sick, {}, {}};
        QVERIFY(mSmall.store->write(QList<Duty>{duty}) &&
                mSmall.store->staff().write(QList<Leave>{leave}));
        QCOMPARE(ranked(), QStringList{u"c2"_s});
    }
};
static const TestRegistration<TestSupervision> sRegistration;

} // namespace gridward

#include "test_supervision.moc"
