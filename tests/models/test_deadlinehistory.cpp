// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/casehistory.h"
#include "tests/support/testregistry.h"

using namespace Qt::StringLiterals;

namespace gridward {

/**
 * Deadlines of whole histories, worked out by hand. Times are Beijing's; people work 8–12 and
 * 14–18. In 2026: 11-16 is a Monday; days off are 01-01…01-03, 02-15…02-23, 04-04…04-06,
 * 05-01…05-05, 06-19…06-21, 09-25…09-27, 10-01…10-07; worked on instead are Su 01-04, Sa 02-14, Sa
 * 02-28, Sa 05-09, Su 09-20, Sa 10-10.
 */
class TestDeadlineHistory : public QObject
{
    Q_OBJECT
private slots:
    void due_data()
    {
        QTest::addColumn<QString>("script");
        QTest::addColumn<QString>("due");
        QTest::addColumn<QString>("overdueSince"); ///< asked an hour after the last line
        QTest::addColumn<QString>("why");
        suspensions();
        extensions();
        returns();
        reworks();
        others();
    }
    void due()
    {
        QFETCH(QString, script);
        QFETCH(QString, due);
        QFETCH(QString, overdueSince);
        QFETCH(QString, why);
        CaseHistory history;
        const QString start = script.trimmed().left(16);
        QVERIFY2(history.play(start + u" report\n"_s + script), qPrintable(history.refusal));
        QVERIFY2(cnText(history.record.subject.dueAt) == due,
                 qPrintable(u"stored %1: %2"_s.arg(cnText(history.record.subject.dueAt), why)));
        const Instant at = history.events.last().at + std::chrono::hours(1);
        const DeadlineExplanation explanation = history.explain(at);
        QVERIFY2(cnText(explanation.handlingDue) == due,
                 qPrintable(u"explained %1: %2"_s.arg(cnText(explanation.handlingDue), why)));
        QCOMPARE(cnText(explanation.overdueSince), overdueSince);
        const QString contradiction = history.contradiction();
        QVERIFY2(contradiction.isEmpty(), qPrintable(contradiction));
    }

private:
    static void row(const char *name,
                    const QString &script,
                    const QString &due,
                    const QString &why,
                    const QString &overdueSince = u"–"_s)
    {
        QTest::newRow(name) << script << due << overdueSince << why;
    }
    static void suspensions();
    static void extensions();
    static void returns();
    static void reworks();
    static void others();
};

void TestDeadlineHistory::suspensions()
{
    row("over a weekend",
        u"2026-11-20 15:50 file 4 working-hour\n"
        "2026-11-20 16:00 dispatch U1\n"
        "2026-11-20 17:00 suspend 2026-11-24 09:00\n"
        "2026-11-24 09:00 tick"_s,
        u"2026-11-24 12:00"_s,
        u"Friday 16–17 uses 1 of 4 hours. The date is Tuesday 9:00, and 3 hours on it is 12:00."_s);
    row("resumed early",
        u"2026-11-20 15:50 file 4 working-hour\n"
        "2026-11-20 16:00 dispatch U1\n"
        "2026-11-20 17:00 suspend 2026-11-24 09:00\n"
        "2026-11-23 10:30 resume"_s,
        u"2026-11-23 15:30"_s,
        u"3 hours are left; Monday 10:30–12:00 is half of them, 14:00–15:30 the other half."_s);
    row("until a Sunday at midnight",
        u"2026-11-19 09:50 file 1 working-day\n"
        "2026-11-19 10:00 dispatch U1\n"
        "2026-11-19 11:00 suspend 2026-11-22 00:00"_s,
        u"2026-11-23 17:00"_s,
        u"1 of 8 hours is used. Nothing counts on Sunday; Monday 8–12 is 4, 14–17 the last 3."_s);
    row("from lunch break to lunch break",
        u"2026-11-18 08:50 file 4 working-hour\n"
        "2026-11-18 09:00 dispatch U1\n"
        "2026-11-18 13:00 suspend 2026-11-19 13:00\n"
        "2026-11-19 13:00 tick"_s,
        u"2026-11-19 15:00"_s,
        u"9–12 uses 3 hours, the break none. From 13:00 the next day nothing counts before 14:00."_s);
    row("over National Day",
        u"2026-09-30 14:50 file 2 working-day\n"
        "2026-09-30 15:00 dispatch U1\n"
        "2026-09-30 20:00 suspend 2026-10-08 00:00\n"
        "2026-10-08 00:00 tick"_s,
        u"2026-10-09 15:00"_s,
        u"15–18 uses 3 of 16 hours. 13 are left: 8 on Thursday 10-08, 4 on Friday morning, and 1 "
        "after 14:00."_s);
    row("until a Saturday that is worked",
        u"2026-10-09 10:50 file 1 working-day\n"
        "2026-10-09 11:00 dispatch U1\n"
        "2026-10-09 16:00 suspend 2026-10-10 08:00"_s,
        u"2026-10-10 15:00"_s,
        u"11–12 and 14–16 use 3 hours. Saturday 10-10 is worked: 8–12 is 4, 14–15 the fifth."_s);
    row("until a day of Qingming",
        u"2026-04-03 17:20 file 2 working-hour\n"
        "2026-04-03 17:30 dispatch U1\n"
        "2026-04-03 17:45 suspend 2026-04-04 12:00\n"
        "2026-04-04 12:00 tick"_s,
        u"2026-04-07 09:45"_s,
        u"A quarter of an hour is used. Saturday to Monday are off; Tuesday 8:00 and 1 h 45 min."_s);
    row("the program slept over its date",
        u"2026-11-16 08:50 file 4 working-hour\n"
        "2026-11-16 09:00 dispatch U1\n"
        "2026-11-16 10:00 suspend 2026-11-17 16:00\n"
        "2026-11-18 10:00 resume"_s,
        u"2026-11-18 09:00"_s,
        u"3 hours are left at its date, Tuesday 16:00: two of them that day, one until Wednesday "
        "9:00. That somebody resumes it at 10:00 gives no time back."_s,
        u"2026-11-18 09:00"_s);
    row("an urgent limit over a weekend",
        u"2026-11-20 14:50 file 1 working-day, 10 urgent-hour\n"
        "2026-11-20 15:00 dispatch U1\n"
        "2026-11-20 17:00 suspend 2026-11-22 08:00"_s,
        u"2026-11-22 16:00"_s,
        u"10 urgent hours end on Saturday at 1:00, before the working day does. 8 of them are "
        u"left, "
        "day and night, so Sunday 16:00."_s);
}

void TestDeadlineHistory::extensions()
{
    row("over lunch",
        u"2026-11-20 16:00 file 4 working-hour\n"
        "2026-11-20 16:05 dispatch U1\n"
        "2026-11-23 09:00 extend"_s,
        u"2026-11-23 16:05"_s,
        u"Due on Monday 10:05 (1 h 55 min on Friday, 2 h 05 min on Monday). 4 hours more: 1 h 55 "
        u"min "
        "until 12:00, 2 h 05 min after 14:00."_s);
    row("twice over the end of the year",
        u"2026-12-31 22:20 file 2 urgent-hour\n"
        "2026-12-31 22:30 dispatch U1\n"
        "2026-12-31 23:00 extend\n"
        "2026-12-31 23:30 extend"_s,
        u"2027-01-01 04:30"_s,
        u"00:30, then 02:30, then 04:30: clock time knows no New Year."_s);
    row("over Spring Festival",
        u"2026-02-14 09:50 file 1 working-day\n"
        "2026-02-14 10:00 dispatch U1\n"
        "2026-02-14 17:00 extend"_s,
        u"2026-02-25 10:00"_s,
        u"Saturday 02-14 is worked: 6 of 8 hours, the other 2 on Tuesday 02-24, so 10:00. 8 more: "
        u"6 "
        "that day, 2 on Wednesday."_s);
    row("then suspended",
        u"2026-11-16 08:00 file 4 working-hour\n"
        "2026-11-16 08:00 dispatch U1\n"
        "2026-11-16 10:00 extend\n"
        "2026-11-16 11:00 suspend 2026-11-18 14:30"_s,
        u"2026-11-19 09:30"_s,
        u"Of 8 hours 3 are used. From Wednesday 14:30: 3.5 hours until 18:00, 1.5 on Thursday."_s);
    row("after a suspension over Labour Day",
        u"2026-04-30 15:50 file 1 working-day\n"
        "2026-04-30 16:00 dispatch U1\n"
        "2026-04-30 17:00 suspend 2026-05-06 10:00\n"
        "2026-05-06 10:00 tick\n"
        "2026-05-06 16:00 extend"_s,
        u"2026-05-08 09:00"_s,
        u"7 hours left from Wednesday 05-06 10:00: 6 that day, 1 on Thursday: 9:00. 8 more: 7 on "
        "Thursday, 1 on Friday."_s);
    row("at night, handed back and reworked",
        u"2026-11-17 23:05 file 90 urgent-minute\n"
        "2026-11-17 23:15 dispatch U1\n"
        "2026-11-17 23:50 extend\n"
        "2026-11-18 00:30 handle\n"
        "2026-11-18 03:00 rework"_s,
        u"2026-11-18 04:45"_s,
        u"Of 180 minutes 75 are used at 00:30. 105 are left from 03:00 on."_s);
    row("denied",
        u"2026-11-20 16:00 file 4 working-hour\n"
        "2026-11-20 16:05 dispatch U1\n"
        "2026-11-23 08:30 ask-extend\n"
        "2026-11-23 09:00 deny-extend"_s,
        u"2026-11-23 10:05"_s,
        u"Who is denied has no more than before."_s);
}

void TestDeadlineHistory::returns()
{
    row("to the same unit the same day",
        u"2026-11-16 08:50 file 1 working-day\n"
        "2026-11-16 09:00 dispatch U1\n"
        "2026-11-16 11:00 return\n"
        "2026-11-16 15:00 dispatch U1"_s,
        u"2026-11-17 11:00"_s,
        u"2 of 8 hours are used. 15–18 is 3, Tuesday 8–11 the last 3."_s);
    row("to another unit",
        u"2026-11-16 08:50 file 1 working-day\n"
        "2026-11-16 09:00 dispatch U1\n"
        "2026-11-16 11:00 return\n"
        "2026-11-16 15:00 dispatch U2"_s,
        u"2026-11-17 15:00"_s,
        u"The whole 8 hours: 3 on Monday, 4 on Tuesday morning, 1 after 14:00."_s);
    row("over the end of what is known",
        u"2026-12-30 15:50 file 1 working-day\n"
        "2026-12-30 16:00 dispatch U1\n"
        "2026-12-30 20:00 return\n"
        "2026-12-31 17:00 dispatch U1"_s,
        u"2027-01-01 15:00"_s,
        u"6 hours left: 1 on Thursday. Nobody knows the days off of 2027 yet, so Friday 01-01 is a "
        "Friday: 4 in the morning, 1 after 14:00."_s);
    row("over New Year 2026",
        u"2025-12-31 16:50 file 4 working-hour\n"
        "2025-12-31 17:00 dispatch U1\n"
        "2026-01-01 09:00 return\n"
        "2026-01-03 20:00 dispatch U1"_s,
        u"2026-01-04 11:00"_s,
        u"1 hour is used. Thursday to Saturday are off, Sunday 01-04 is worked: 8–11."_s);
    row("on a Saturday that is worked",
        u"2026-05-08 14:50 file 2 working-day\n"
        "2026-05-08 15:00 dispatch U1\n"
        "2026-05-09 10:00 return\n"
        "2026-05-09 16:00 dispatch U1"_s,
        u"2026-05-12 09:00"_s,
        u"Friday 3 and Saturday 2 hours are used, 11 left: Saturday 16–18, Monday 8, Tuesday 1."_s);
    row("of natural days",
        u"2026-04-27 11:50 file 7 natural-day\n"
        "2026-04-27 12:00 dispatch U1\n"
        "2026-04-28 12:00 return\n"
        "2026-04-30 09:30 dispatch U1"_s,
        u"2026-05-06 09:30"_s,
        u"6 natural days are left; Labour Day counts like every other day."_s);
    row("while it waits there is no deadline",
        u"2026-11-16 08:50 file 1 working-day\n"
        "2026-11-16 09:00 dispatch U1\n"
        "2026-11-16 11:00 return"_s,
        u"–"_s,
        u"Nobody has it."_s);
    row("of what had run out",
        u"2026-11-17 08:50 file 2 urgent-hour\n"
        "2026-11-17 09:00 dispatch U1\n"
        "2026-11-17 11:30 return\n"
        "2026-11-17 14:00 dispatch U1"_s,
        u"2026-11-17 11:00"_s,
        u"Handing it back wins no time: it ran out at 11:00."_s,
        u"2026-11-17 11:00"_s);
    row("a transfer between two holidays",
        u"2026-09-21 08:50 file 5 working-day\n"
        "2026-09-21 09:00 dispatch U1\n"
        "2026-09-23 17:00 transfer U2"_s,
        u"2026-10-08 17:00"_s,
        u"40 hours for U2: 1 on Wednesday, 8 on Thursday, 24 from Monday 09-28 to Wednesday 09-30, "
        "and 7 on Thursday 10-08 after two holidays."_s);
    row("three units in a morning",
        u"2026-11-16 08:00 file 4 working-hour\n"
        "2026-11-16 08:00 dispatch U1\n"
        "2026-11-16 09:00 return\n"
        "2026-11-16 09:30 dispatch U2\n"
        "2026-11-16 11:30 transfer U3"_s,
        u"2026-11-16 17:30"_s,
        u"U3 has 4 hours: half an hour before noon, 3.5 from 14:00 on."_s);
}

void TestDeadlineHistory::reworks()
{
    row("over lunch",
        u"2026-11-17 09:20 file 4 working-hour\n"
        "2026-11-17 09:30 dispatch U1\n"
        "2026-11-17 11:00 handle\n"
        "2026-11-17 11:40 rework"_s,
        u"2026-11-17 16:10"_s,
        u"1.5 hours are used, 2.5 left: 20 minutes until noon, 2 h 10 min from 14:00 on."_s);
    row("twice, over a night",
        u"2026-11-17 09:20 file 4 working-hour\n"
        "2026-11-17 09:30 dispatch U1\n"
        "2026-11-17 11:00 handle\n"
        "2026-11-17 11:40 rework\n"
        "2026-11-17 15:00 handle\n"
        "2026-11-18 17:30 rework"_s,
        u"2026-11-19 08:40"_s,
        u"20 + 60 more minutes are used, 70 left: 30 on Wednesday, 40 on Thursday."_s);
    row("of what had run out",
        u"2026-11-17 08:50 file 2 urgent-hour\n"
        "2026-11-17 09:00 dispatch U1\n"
        "2026-11-17 12:00 handle\n"
        "2026-11-17 13:00 rework"_s,
        u"2026-11-17 11:00"_s,
        u"It was handed back an hour late; there is nothing to go on with."_s,
        u"2026-11-17 11:00"_s);
    row("of what was handed back on the dot",
        u"2026-11-16 13:50 file 4 working-hour\n"
        "2026-11-16 14:00 dispatch U1\n"
        "2026-11-16 18:00 handle\n"
        "2026-11-17 09:00 rework"_s,
        u"2026-11-16 18:00"_s,
        u"In time, but with nothing left; from the rework on it is late."_s,
        u"2026-11-16 18:00"_s);
    row("through the night of a holiday",
        u"2026-06-18 16:50 file 1 urgent-day\n"
        "2026-06-18 17:00 dispatch U1\n"
        "2026-06-18 23:00 handle\n"
        "2026-06-19 01:00 rework"_s,
        u"2026-06-19 19:00"_s,
        u"6 of 24 hours are used, 18 left, holiday or not."_s);
    row("then suspended over National Day",
        u"2026-09-29 13:50 file 1 working-day\n"
        "2026-09-29 14:00 dispatch U1\n"
        "2026-09-30 09:00 handle\n"
        "2026-09-30 17:00 rework\n"
        "2026-09-30 17:30 suspend 2026-10-09 17:00\n"
        "2026-10-09 17:00 tick"_s,
        u"2026-10-10 09:30"_s,
        u"4 + 1 hours, then half an hour are used; 2.5 left: Friday 17–18 and, as Saturday 10-10 "
        u"is "
        "worked, 8:00–9:30."_s);
    row("after the check had passed",
        u"2026-11-19 15:50 file 2 working-hour\n"
        "2026-11-19 16:00 dispatch U1\n"
        "2026-11-19 17:15 handle\n"
        "2026-11-19 17:20 check\n"
        "2026-11-20 19:00 rework"_s,
        u"2026-11-23 08:45"_s,
        u"1 h 15 min are used. It comes back on Friday evening: Monday 8:00 and 45 min."_s);
}

void TestDeadlineHistory::others()
{
    row("reopened to the same unit",
        u"2026-11-16 08:00 file 1 working-day\n"
        "2026-11-16 08:00 dispatch U1\n"
        "2026-11-16 10:00 handle\n"
        "2026-11-16 10:20 check\n"
        "2026-11-16 10:30 close\n"
        "2026-11-20 15:00 reopen\n"
        "2026-11-20 15:10 dispatch U1"_s,
        u"2026-11-23 15:10"_s,
        u"The whole 8 hours: 2 h 50 min on Friday, 4 hours on Monday morning, 1 h 10 min after "
        "14:00."_s);
    row("reopened after it was late",
        u"2026-11-16 08:00 file 2 working-hour\n"
        "2026-11-16 08:00 dispatch U1\n"
        "2026-11-16 11:00 handle\n"
        "2026-11-16 11:10 check\n"
        "2026-11-16 11:20 close\n"
        "2026-12-31 17:00 reopen\n"
        "2026-12-31 17:00 dispatch U1"_s,
        u"2027-01-01 09:00"_s,
        u"2 hours anew: one on Thursday, one on Friday, which is a plain Friday as far as the "
        "calendar knows. The mark of the first time stays."_s,
        u"2026-11-16 10:00"_s);
    row("returned, extended, reworked",
        u"2026-11-16 08:00 file 4 working-hour\n"
        "2026-11-16 08:00 dispatch U1\n"
        "2026-11-16 09:00 return\n"
        "2026-11-16 10:00 dispatch U1\n"
        "2026-11-16 11:00 extend\n"
        "2026-11-16 14:30 handle\n"
        "2026-11-16 16:00 rework"_s,
        u"2026-11-17 10:30"_s,
        u"Used: 1 before the return, 10–12 and 14:00–14:30 after it: 3.5 of 4 + 4 hours. 4.5 left: "
        "16–18 and 2.5 on Tuesday."_s);
    row("suspended, resumed early, returned, sent to another unit",
        u"2026-09-18 08:00 file 1 working-day\n"
        "2026-09-18 08:00 dispatch U1\n"
        "2026-09-18 09:00 suspend 2026-10-08 08:00\n"
        "2026-09-19 10:00 resume\n"
        "2026-09-20 09:00 return\n"
        "2026-09-20 16:00 dispatch U2"_s,
        u"2026-09-21 16:00"_s,
        u"Sunday 09-20 is worked. U2 has the whole 8 hours: 16–18 and 6 on Monday, 8–12 and 14–16."_s);
    row("a bundle, then a unit of its own",
        u"2026-11-16 08:00 file 1 working-day\n"
        "2026-11-16 08:00 dispatch U1 with 2026-11-16 11:00\n"
        "2026-11-16 09:00 return\n"
        "2026-11-16 17:00 dispatch U1"_s,
        u"2026-11-17 09:00"_s,
        u"Due with the leading case at 11:00, and 2 hours are left at 9:00. On its own again: "
        u"17–18 "
        "and one on Tuesday."_s);
}

static const TestRegistration<TestDeadlineHistory> testRegistration;

} // namespace gridward

#include "test_deadlinehistory.moc"
