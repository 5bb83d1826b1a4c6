// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/casehistory.h"
#include "tests/support/testregistry.h"

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

using std::chrono::milliseconds;
using namespace std::chrono_literals;

const QString kHandled = u"2026-11-20 15:50 report\n"
                         "2026-11-20 16:00 file 4 working-hour\n"
                         "2026-11-20 16:05 dispatch U1\n"
                         "2026-11-20 16:30 accept\n"_s;

/** The sample calendar in another version, with other days off. */
WorkingCalendar calendarWith(int version, const QByteArray &date, const QByteArray &name)
{
    QByteArray json = sampleCalendar().toJson();
    json.replace("\"version\":1", "\"version\":" + QByteArray::number(version));
    json.replace("\"holidays\":[",
                 "\"holidays\":[{\"date\":\"" + date + "\",\"name\":\"" + name + "\"},");
    return WorkingCalendar::fromJson(json).value();
}

RuleBook bookWith(int version, const QString &calendar)
{
    RuleBook book = sampleRuleBook();
    book.version = version;
    book.calendar = calendar;
    return book;
}

} // namespace

/** What every kind of step does to the stretches, the changes and the accounts. */
class TestDeadlineSteps : public QObject
{
    Q_OBJECT
private slots:
    void suspended();
    void suspendedPastItsDate();
    void notesMoveNothing();
    void extended();
    void returned();
    void reworked();
    void reopened();
    void transferred();
    void bundled();
    void bundleEndsWithAReturn();
    void verified();
    void ended();
    void newCalendar();
    void newCalendarWithoutADeadline();
    void beyondTheCalendar();
    void imported();
    void fromBeforeThereWereRules();
    void rulesCameWhileItRan();
    void toldDeadlineIsSuspended();
};

void TestDeadlineSteps::suspended()
{
    CaseHistory history;
    QVERIFY(history.play(kHandled + u"2026-11-20 17:05 suspend 2026-11-24 09:00"_s));
    const DeadlineExplanation explanation = history.explain(u"2026-11-23 10:00"_s);
    QCOMPARE(explanation.state, CaseState::Suspended);
    QCOMPARE(explanation.stage, Stage::Handle);
    QCOMPARE(explanation.left, milliseconds(3h));
    QCOMPARE(cnText(explanation.due), u"2026-11-24 12:00"_s);
    const StageAccount account = accountOf(explanation, Stage::Handle);
    QVERIFY(!account.isRunning);
    QCOMPARE(account.running, milliseconds(1h));
    QCOMPARE(account.counted, milliseconds(1h));
    QCOMPARE(account.paused, milliseconds(64h + 55min));
    QVERIFY(!accountOf(explanation, Stage::Total).isRunning);
    QCOMPARE(accountOf(explanation, Stage::Total).paused, account.paused);
    QCOMPARE(lines(explanation.stretches).last(),
             u"suspended handle 11-20 17:05…11-23 10:00 e5 U1"_s);
    QCOMPARE(linesOf(Stage::Handle, explanation.changes),
             QStringList({u"began handle e3 14400 11-23 10:05 4 working-hour"_s,
                          u"suspended handle e5 10800 11-24 12:00"_s}));
    QCOMPARE(explanation.changes.last().note, u"suspend it"_s);
}

void TestDeadlineSteps::suspendedPastItsDate()
{
    CaseHistory history;
    QVERIFY(history.play(kHandled + u"2026-11-20 17:05 suspend 2026-11-24 09:00"_s));
    const DeadlineExplanation explanation = history.explain(u"2026-11-24 10:00"_s);
    QCOMPARE(explanation.state, CaseState::Suspended); // nobody wrote it down
    QCOMPARE(explanation.left, milliseconds(2h));
    QVERIFY(accountOf(explanation, Stage::Handle).isRunning);
    QCOMPARE(lines(explanation.stretches).mid(3),
             QStringList({u"suspended handle 11-20 17:05…11-24 09:00 e5 U1"_s,
                          u"running handle 11-24 09:00…11-24 10:00 e5 U1"_s}));
    QCOMPARE(lines(explanation.changes).last(), u"resumed handle e5 10800 11-24 12:00"_s);
    // Written down late, it says the same of the past as before.
    QVERIFY(history.tick(cn(u"2026-11-24 11:00"_s)));
    QCOMPARE(cnText(history.record.subject.dueAt), u"2026-11-24 12:00"_s);
    QCOMPARE(history.events.at(5).at, cn(u"2026-11-24 09:00"_s));
    QCOMPARE(history.explain(u"2026-11-24 10:00"_s).left, explanation.left);
    QCOMPARE(lines(history.explain(u"2026-11-24 10:00"_s).changes).last(),
             u"resumed handle e6 10800 11-24 12:00"_s);
    QCOMPARE(history.contradiction(), QString());
}

void TestDeadlineSteps::notesMoveNothing()
{
    CaseHistory history;
    QVERIFY(history.play(kHandled + u"2026-11-20 17:05 suspend 2026-11-24 09:00\n"
                                    "2026-11-21 09:00 call D1\n"
                                    "2026-11-22 09:00 call D2"_s));
    QCOMPARE(cnText(history.record.subject.dueAt), u"2026-11-24 12:00"_s);
    QVERIFY(history.tick(cn(u"2026-11-24 09:00"_s)));
    QCOMPARE(cnText(history.record.subject.dueAt), u"2026-11-24 12:00"_s);
    QCOMPARE(linesOf(Stage::Handle, history.explain(u"2026-11-24 09:00"_s).changes).size(), 3);
    QCOMPARE(history.contradiction(), QString());
}

void TestDeadlineSteps::extended()
{
    CaseHistory history;
    QVERIFY(history.play(kHandled + u"2026-11-23 09:00 extend"_s));
    const DeadlineExplanation explanation = history.explain(u"2026-11-23 09:00"_s);
    QCOMPARE(explanation.extensions, 1);
    QCOMPARE(explanation.left, milliseconds(5h + 5min));
    QCOMPARE(lines(explanation.changes).last(),
             u"extended handle e6 18300 11-23 16:05 4 working-hour"_s);
    // The stretch goes on: nothing stopped.
    QCOMPARE(lines(explanation.stretches).last(),
             u"running handle 11-23 08:00…11-23 09:00 e3 U1"_s);
    QCOMPARE(history.explain(u"2026-11-23 08:59"_s).extensions, 0);
    QCOMPARE(history.contradiction(), QString());
}

void TestDeadlineSteps::returned()
{
    CaseHistory history;
    QVERIFY(history.play(kHandled + u"2026-11-20 17:05 return\n"
                                    "2026-11-20 17:10 dispatch U1\n"
                                    "2026-11-20 17:20 return\n"
                                    "2026-11-20 17:25 dispatch U2"_s));
    const DeadlineExplanation explanation = history.explain(u"2026-11-20 18:00"_s);
    QCOMPARE(lines(explanation.changes).mid(3),
             QStringList({u"ended dispatch e3 600 11-20 16:15"_s,
                          u"began handle e3 14400 11-23 10:05 4 working-hour"_s,
                          u"ended handle e5 10800 11-23 10:05"_s,
                          u"returned dispatch e5 600 11-20 17:15"_s,
                          u"ended dispatch e6 300 11-20 17:15"_s,
                          u"went-on handle e6 10800 11-23 10:10"_s,
                          u"ended handle e7 10200 11-23 10:10"_s,
                          u"returned dispatch e7 300 11-20 17:25"_s,
                          u"ended dispatch e8 0 11-20 17:25"_s,
                          u"began handle e8 14400 11-23 11:25 4 working-hour"_s}));
    QCOMPARE(lines(explanation.stretches).mid(2),
             QStringList({u"running handle 11-20 16:05…11-20 17:05 e3 U1"_s,
                          u"running dispatch 11-20 17:05…11-20 17:10 e5"_s,
                          u"running handle 11-20 17:10…11-20 17:20 e6 U1"_s,
                          u"running dispatch 11-20 17:20…11-20 17:25 e7"_s,
                          u"running handle 11-20 17:25…11-20 18:00 e8 U2"_s}));
    // All that two units took, but only what counts against the second one's limit.
    const StageAccount account = accountOf(explanation, Stage::Handle);
    QCOMPARE(account.running, milliseconds(1h + 45min));
    QCOMPARE(account.counted, milliseconds(35min));
    QCOMPARE(history.contradiction(), QString());
}

void TestDeadlineSteps::reworked()
{
    CaseHistory history;
    QVERIFY(history.play(kHandled + u"2026-11-20 17:05 handle\n"
                                    "2026-11-20 17:15 rework\n"
                                    "2026-11-20 17:45 handle\n"
                                    "2026-11-20 17:50 check"_s));
    const DeadlineExplanation explanation = history.explain(u"2026-11-20 17:55"_s);
    QCOMPARE(linesOf(Stage::Handle, explanation.changes),
             QStringList({u"began handle e3 14400 11-23 10:05 4 working-hour"_s,
                          u"ended handle e5 10800 11-23 10:05"_s,
                          u"went-on handle e6 10800 11-23 10:15"_s,
                          u"ended handle e7 9000 11-23 10:15"_s}));
    // Checking goes on with what the first check left; waiting to be closed is part of it.
    QCOMPARE(linesOf(Stage::Check, explanation.changes),
             QStringList({u"began check e5 1800 11-20 17:35 30 urgent-minute"_s,
                          u"ended check e6 1200 11-20 17:35"_s,
                          u"went-on check e7 1200 11-20 18:05"_s}));
    QCOMPARE(explanation.left, milliseconds(10min));
    QCOMPARE(cnText(explanation.handlingDue), u"2026-11-23 10:15"_s);
    QCOMPARE(history.contradiction(), QString());
}

void TestDeadlineSteps::reopened()
{
    CaseHistory history;
    QVERIFY(history.play(kHandled + u"2026-11-20 16:35 handle\n"
                                    "2026-11-20 17:00 check\n"
                                    "2026-11-20 17:01 close\n"
                                    "2026-11-21 09:00 callback\n"
                                    "2026-11-23 09:00 reopen\n"
                                    "2026-11-23 09:05 dispatch U1\n"
                                    "2026-11-23 10:00 handle"_s));
    const DeadlineExplanation explanation = history.explain(u"2026-11-23 10:10"_s);
    QCOMPARE(lines(explanation.stretches).mid(4),
             QStringList({u"ended - 11-20 17:01…11-23 09:00 e7"_s,
                          u"running dispatch 11-23 09:00…11-23 09:05 e9"_s,
                          u"running handle 11-23 09:05…11-23 10:00 e10 U1"_s,
                          u"running check 11-23 10:00…11-23 10:10 e11"_s}));
    QCOMPARE(accountOf(explanation, Stage::Total).paused, milliseconds(63h + 59min));
    // Everything anew: the check had taken 26 of its 30 minutes the first time.
    QCOMPARE(cnText(explanation.due), u"2026-11-23 10:30"_s);
    QCOMPARE(linesOf(Stage::Check, explanation.changes),
             QStringList({u"began check e5 1800 11-20 17:05 30 urgent-minute"_s,
                          u"ended check e7 240 11-20 17:05"_s,
                          u"began check e11 1800 11-23 10:30 30 urgent-minute"_s}));
    QCOMPARE(cnText(explanation.handlingDue), u"2026-11-23 15:05"_s);
    QCOMPARE(history.contradiction(), QString());
    // Before it was reopened, the case had ended.
    const DeadlineExplanation closed = history.explain(u"2026-11-22 12:00"_s);
    QVERIFY(!closed.stage && !closed.due && !closed.left);
    QCOMPARE(cnText(closed.handlingDue), u"2026-11-23 10:05"_s);
    QCOMPARE(closed.stretches.last().to, cn(u"2026-11-20 17:01"_s));
    QCOMPARE(accountOf(closed, Stage::Total).paused, milliseconds(0));
}

void TestDeadlineSteps::transferred()
{
    CaseHistory history;
    QVERIFY(history.play(u"2026-11-20 16:00 report\n"
                         "2026-11-20 16:00 file 4 working-hour\n"
                         "2026-11-20 16:05 dispatch U1\n"
                         "2026-11-20 16:20 ask-extend\n"
                         "2026-11-20 17:05 transfer U2"_s));
    const DeadlineExplanation explanation = history.explain(u"2026-11-20 17:35"_s);
    QCOMPARE(cnText(explanation.due), u"2026-11-23 11:05"_s);
    QCOMPARE(explanation.left, milliseconds(3h + 30min));
    QCOMPARE(lines(explanation.stretches),
             QStringList({u"running dispatch 11-20 16:00…11-20 16:05 e2"_s,
                          u"running handle 11-20 16:05…11-20 17:05 e3 U1"_s,
                          u"running handle 11-20 17:05…11-20 17:35 e5 U2"_s}));
    // What the first unit asked for is not the second one's.
    QVERIFY(!history.record.process.asksFor(CaseRequest::Kind::Extend));
    QCOMPARE(history.contradiction(), QString());
}

void TestDeadlineSteps::bundled()
{
    CaseHistory history;
    QVERIFY(history.play(u"2026-11-20 16:00 report\n"
                         "2026-11-20 16:00 file 4 working-hour\n"
                         "2026-11-20 16:05 dispatch U1 with 2026-11-23 09:00"_s));
    QVERIFY(history.follow(cn(u"2026-11-20 17:05"_s), cn(u"2026-11-24 09:00"_s)));
    const DeadlineExplanation first = history.explain(u"2026-11-20 16:05"_s);
    QCOMPARE(cnText(first.due), u"2026-11-23 09:00"_s);
    QCOMPARE(first.left, milliseconds(1h + 55min + 1h));
    QCOMPARE(lines(first.changes).last(), u"shared handle e3 10500 11-23 09:00"_s);
    QCOMPARE(first.changes.last().note, u"1101012026112000002"_s);
    const DeadlineExplanation second = history.explain(u"2026-11-20 17:05"_s);
    QCOMPARE(cnText(second.due), u"2026-11-24 09:00"_s);
    QCOMPARE(lines(second.changes).last(), u"shared handle e4 35700 11-24 09:00"_s);
    QCOMPARE(second.extensions, 0);
    // Handed back and reworked, it goes on with what was left of the shared deadline.
    QVERIFY(history.play(u"2026-11-23 08:00 handle\n2026-11-23 08:30 rework"_s));
    QCOMPARE(cnText(history.record.subject.dueAt), u"2026-11-24 09:30"_s);
    QCOMPARE(history.contradiction(), QString());
}

void TestDeadlineSteps::bundleEndsWithAReturn()
{
    CaseHistory history;
    QVERIFY(history.play(u"2026-11-20 16:00 report\n"
                         "2026-11-20 16:00 file 4 working-hour\n"
                         "2026-11-20 16:05 dispatch U1 with 2026-11-23 09:00\n"
                         "2026-11-20 16:35 return\n"
                         "2026-11-20 16:40 dispatch U2"_s));
    QCOMPARE(history.record.subject.bundle, QString());
    QCOMPARE(cnText(history.record.subject.dueAt), u"2026-11-23 10:40"_s);
    QVERIFY2(history.play(u"2026-11-20 17:00 extend"_s), qPrintable(history.refusal));
    QCOMPARE(history.contradiction(), QString());
}

void TestDeadlineSteps::verified()
{
    CaseHistory history;
    QVERIFY(history.play(u"2026-11-20 16:00 report\n"
                         "2026-11-20 16:05 verify\n"
                         "2026-11-20 16:20 verify\n"
                         "2026-11-20 16:25 file 4 working-hour"_s));
    const DeadlineExplanation explanation = history.explain(u"2026-11-20 16:25"_s);
    QCOMPARE(lines(explanation.changes),
             QStringList({u"began accept e1 900 11-20 16:15 15 urgent-minute"_s,
                          u"ended accept e2 600 11-20 16:15"_s,
                          u"began verify e2 1800 11-20 16:35 30 urgent-minute"_s,
                          u"ended verify e3 900 11-20 16:35"_s,
                          u"went-on accept e3 600 11-20 16:30"_s,
                          u"ended accept e4 300 11-20 16:30"_s,
                          u"began dispatch e4 900 11-20 16:40 15 urgent-minute"_s}));
    QCOMPARE(history.contradiction(), QString());
}

void TestDeadlineSteps::ended()
{
    CaseHistory history;
    QVERIFY(history.play(u"2026-11-20 16:00 report\n2026-11-20 16:20 void"_s));
    const DeadlineExplanation explanation = history.explain(u"2026-11-24 00:00"_s);
    QVERIFY(!explanation.stage && !explanation.due && !explanation.handlingDue);
    QCOMPARE(lines(explanation.stretches),
             QStringList(u"running accept 11-20 16:00…11-20 16:20 e1"_s));
    QCOMPARE(lines(explanation.changes).last(), u"ended accept e2 -300 11-20 16:15"_s);
    QVERIFY(!explanation.overdue); // that is about handling
    QCOMPARE(history.contradiction(), QString());
}

void TestDeadlineSteps::newCalendar()
{
    // The 24th, a Tuesday, is given off after the deadline was counted.
    CaseHistory history;
    QVERIFY(history.play(u"2026-11-20 16:00 report\n"
                         "2026-11-20 16:00 file 2 working-day\n"
                         "2026-11-20 16:00 dispatch U1"_s));
    QCOMPARE(cnText(history.record.subject.dueAt), u"2026-11-24 16:00"_s);
    const WorkingCalendar later = calendarWith(2, "2026-11-24", "雪");
    history.useRules(bookWith(2, later.key()), later);
    QVERIFY(history.play(u"2026-11-23 08:00 accept"_s));
    const DeadlineExplanation accepted = history.explain(u"2026-11-23 08:00"_s);
    QCOMPARE(accepted.rules, 2);
    QCOMPARE(accepted.calendar, u"CN/1"_s); // it stands as it was counted
    QCOMPARE(cnText(accepted.due), u"2026-11-24 16:00"_s);
    QCOMPARE(accepted.left, milliseconds(14h));
    // What is left of it is measured by the calendar in force when it stops, and goes on by that.
    QVERIFY(history.play(u"2026-11-23 10:00 suspend 2026-11-24 00:00"_s));
    const DeadlineExplanation paused = history.explain(u"2026-11-23 12:00"_s);
    QCOMPARE(paused.calendar, u"CN/2"_s);
    QCOMPARE(paused.left, milliseconds(6h));
    QCOMPARE(cnText(paused.due), u"2026-11-25 16:00"_s);
    QVERIFY(history.tick(cn(u"2026-11-24 00:00"_s)));
    QCOMPARE(lines(history.explain(u"2026-11-25 09:00"_s).stretches).mid(6),
             QStringList({u"holiday handle 11-24 00:00…11-25 00:00 e6 U1 雪"_s,
                          u"off-hours handle 11-25 00:00…11-25 08:00 e6 U1"_s,
                          u"running handle 11-25 08:00…11-25 09:00 e6 U1"_s}));
    QCOMPARE(history.contradiction(), QString());
}

void TestDeadlineSteps::newCalendarWithoutADeadline()
{
    // A rule book that names another calendar, and an event that ends everything: no deadline says
    // with what the rest was counted, so the book does.
    CaseHistory history;
    QVERIFY(history.play(u"2026-11-20 16:00 report\n"
                         "2026-11-20 16:00 file 2 working-day\n"
                         "2026-11-20 16:00 dispatch U1\n"
                         "2026-11-20 17:00 return"_s));
    const WorkingCalendar later = calendarWith(2, "2026-11-24", "雪");
    RuleBook book = bookWith(2, later.key());
    book.stageLimits.fill(std::nullopt);
    history.useRules(book, later);
    QVERIFY(history.play(u"2026-11-20 17:05 return\n2026-11-20 17:10 void"_s));
    QCOMPARE(history.contradiction(), QString());
}

void TestDeadlineSteps::beyondTheCalendar()
{
    CaseHistory history;
    QVERIFY(history.play(u"2026-12-31 15:00 report\n"
                         "2026-12-31 15:00 file 1 working-day\n"
                         "2026-12-31 15:00 dispatch U1\n"
                         "2026-12-31 16:00 handle"_s));
    const DeadlineExplanation explanation = history.explain(u"2026-12-31 15:30"_s);
    QCOMPARE(explanation.lastKnownYear, 2026);
    QCOMPARE(explanation.calendarName, sampleCalendar().name());
    QCOMPARE(cnText(explanation.due), u"2027-01-01 15:00"_s);
    QVERIFY(explanation.beyondCalendar);
    QVERIFY(!history.explain(u"2026-12-31 16:10"_s).beyondCalendar); // the check is due this year
    // By the local day: 2026-12-31 17:00 in UTC is next year.
    CaseHistory night;
    QVERIFY(night.play(u"2026-12-31 22:00 report\n"
                       "2026-12-31 22:00 file 3 urgent-hour\n"
                       "2026-12-31 22:00 dispatch U1"_s));
    QVERIFY(night.explain(u"2026-12-31 22:30"_s).beyondCalendar);
}

void TestDeadlineSteps::imported()
{
    CaseHistory history;
    const QJsonObject facts{{u"number"_s, u"1"_s},
                            {u"reported_at"_s, u"2026-11-01T00:00:00.000Z"_s},
                            {u"due_at"_s, u"2026-11-25T00:00:00.000Z"_s},
                            {u"unit"_s, u"U1"_s}};
    QVERIFY(
        history.write(CaseAction::Import, cn(u"2026-11-20 12:00"_s), CaseState::Handling, facts));
    const DeadlineExplanation explanation = history.explain(u"2026-11-24 08:00"_s);
    QCOMPARE(explanation.rules, 0);
    QCOMPARE(cnText(explanation.due), u"2026-11-25 08:00"_s);
    QCOMPARE(explanation.left, milliseconds(24h));
    QCOMPARE(lines(explanation.stretches),
             QStringList(u"running handle 11-20 12:00…11-24 08:00 e1 U1"_s));
    QVERIFY(explanation.disagreements.isEmpty());
    QVERIFY(!explanation.beyondCalendar);
    QVERIFY(history.explain(u"2026-11-26 08:00"_s).overdue);
    QCOMPARE(history.contradiction(), QString());
    // It goes on here by the rules, and comes back with what was left by the clock.
    QVERIFY(history.play(u"2026-11-24 08:00 handle\n2026-11-24 08:10 rework"_s));
    QCOMPARE(cnText(history.record.subject.dueAt), u"2026-11-25 08:10"_s);
    QCOMPARE(history.contradiction(), QString());

    CaseHistory closed;
    QVERIFY(closed.write(CaseAction::Import, cn(u"2026-11-20 12:00"_s), CaseState::Closed, facts));
    QVERIFY(closed.explain(u"2026-11-24 08:00"_s).stretches.isEmpty());
    QCOMPARE(cnText(closed.explain(u"2026-11-24 08:00"_s).handlingDue), u"2026-11-25 08:00"_s);
    QCOMPARE(closed.contradiction(), QString());
}

void TestDeadlineSteps::fromBeforeThereWereRules()
{
    CaseHistory history;
    const auto at = [](const char *time) {
        return cn(u"2026-11-20 "_s + QString::fromLatin1(time));
    };
    const auto due = [](const char *time) {
        return QJsonObject{{u"due_at"_s, QString::fromLatin1(time)}, {u"unit"_s, u"U1"_s}};
    };
    QVERIFY(history.write(CaseAction::Report, at("08:00"), CaseState::Registered, {}));
    QVERIFY(history.write(CaseAction::File, at("08:30"), CaseState::Filed));
    QVERIFY(history.write(
        CaseAction::Dispatch, at("09:00"), CaseState::AtUnit, due("2026-11-20T04:00:00.000Z")));
    QVERIFY(history.write(CaseAction::Handle, at("11:00"), CaseState::FedBack));
    QVERIFY(history.write(CaseAction::Rework, at("11:30"), CaseState::Rework));
    const DeadlineExplanation explanation = history.explain(u"2026-11-20 13:00"_s);
    QCOMPARE(cnText(explanation.due), u"2026-11-20 12:00"_s); // as told, not half an hour later
    QCOMPARE(explanation.left, milliseconds(-1h));
    QCOMPARE(cnText(explanation.overdueSince), u"2026-11-20 12:00"_s);
    QCOMPARE(explanation.calendar, QString());
    QCOMPARE(linesOf(Stage::Handle, explanation.changes),
             QStringList({u"began handle e3 10800 11-20 12:00"_s,
                          u"ended handle e4 3600 11-20 12:00"_s,
                          u"went-on handle e5 1800 11-20 12:00"_s}));
    QCOMPARE(history.contradiction(), QString());
    // Nobody needs a library for it.
    QVERIFY(explainDeadline(history.record.subject.id, history.events, RuleLibrary{}, at("13:00")));
}

void TestDeadlineSteps::rulesCameWhileItRan()
{
    CaseHistory history;
    const QJsonObject facts{{u"due_at"_s, u"2026-11-20T10:00:00.000Z"_s}, {u"unit"_s, u"U1"_s}};
    QVERIFY(history.write(CaseAction::Report, cn(u"2026-11-20 08:00"_s), CaseState::Registered));
    QVERIFY(history.write(CaseAction::File, cn(u"2026-11-20 08:30"_s), CaseState::Filed));
    QVERIFY(
        history.write(CaseAction::Dispatch, cn(u"2026-11-20 09:00"_s), CaseState::AtUnit, facts));
    QVERIFY2(history.play(u"2026-11-20 09:30 accept\n"
                          "2026-11-20 10:00 handle\n"
                          "2026-11-20 10:20 rework"_s),
             qPrintable(history.refusal));
    // Told without a limit it counts by the clock: 8 hours were left at 10:00.
    QCOMPARE(cnText(history.record.subject.dueAt), u"2026-11-20 18:20"_s);
    QCOMPARE(history.contradiction(), QString());
    // Another unit gets the limit of the rules.
    QVERIFY(history.play(u"2026-11-20 10:30 handle\n2026-11-20 10:35 check\n"
                         "2026-11-20 10:40 close\n2026-11-20 10:50 reopen\n"
                         "2026-11-20 11:00 dispatch U2"_s));
    QCOMPARE(cnText(history.record.subject.dueAt), u"2026-11-27 11:00"_s);
    QCOMPARE(history.contradiction(), QString());
    // One that was handed back in the old days and is reworked by the rules keeps what was told.
    CaseHistory old;
    QVERIFY(old.write(CaseAction::Report, cn(u"2026-11-20 08:00"_s), CaseState::Registered));
    QVERIFY(old.write(CaseAction::File, cn(u"2026-11-20 08:30"_s), CaseState::Filed));
    QVERIFY(old.write(CaseAction::Dispatch, cn(u"2026-11-20 09:00"_s), CaseState::AtUnit, facts));
    QVERIFY(old.write(CaseAction::Handle, cn(u"2026-11-20 10:00"_s), CaseState::FedBack));
    QVERIFY(old.play(u"2026-11-20 10:20 rework"_s));
    QCOMPARE(cnText(old.record.subject.dueAt), u"2026-11-20 18:00"_s);
    QCOMPARE(old.contradiction(), QString());
}

void TestDeadlineSteps::toldDeadlineIsSuspended()
{
    CaseHistory history;
    const QJsonObject facts{{u"due_at"_s, u"2026-11-20T10:00:00.000Z"_s}, {u"unit"_s, u"U1"_s}};
    QVERIFY(
        history.write(CaseAction::Import, cn(u"2026-11-20 09:00"_s), CaseState::Handling, facts));
    QVERIFY(history.play(u"2026-11-20 10:00 suspend 2026-11-22 10:00"_s));
    QCOMPARE(cnText(history.record.subject.dueAt), u"2026-11-22 18:00"_s);
    QVERIFY(history.play(u"2026-11-21 10:00 resume"_s));
    QCOMPARE(cnText(history.record.subject.dueAt), u"2026-11-21 18:00"_s);
    QCOMPARE(history.contradiction(), QString());
}

static const TestRegistration<TestDeadlineSteps> testRegistration;

} // namespace gridward

#include "test_deadlinesteps.moc"
