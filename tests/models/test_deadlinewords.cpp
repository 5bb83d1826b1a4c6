// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/view/casewords.h"
#include "models/view/deadlinewords.h"
#include "tests/support/casehistory.h"
#include "tests/support/testregistry.h"

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

using namespace std::chrono_literals;
using std::chrono::milliseconds;

const QString kStart = u"2026-11-20 15:50 report\n"
                       "2026-11-20 16:00 file 4 working-hour\n"
                       "2026-11-20 16:05 dispatch U1\n"_s;

QStringList linesOf(const CaseHistory &history, const QString &at)
{
    const deadline_words::Names names{[](const QString &code) { return u"unit "_s + code; }};
    return deadline_words::deadlineLines(history.explain(at), names);
}

} // namespace

/** Histories are told in Beijing's time, the words in that of the computer: here UTC. */
class TestDeadlineWords : public QObject
{
    Q_OBJECT
private slots:
    void headline_data()
    {
        QTest::addColumn<QString>("more");
        QTest::addColumn<QString>("at");
        QTest::addColumn<QString>("text");
        const auto row =
            [](const char *name, const QString &more, const QString &at, const QString &text) {
                QTest::newRow(name) << more << at << text;
            };
        row("runs",
            {},
            u"2026-11-23 09:00"_s,
            u"Handling: 1 h 5 min of working time left, until 11-23 02:05."_s);
        row("late by a few seconds",
            {},
            u"2026-11-23 10:05:20"_s,
            u"Handling: overdue since 11-23 02:05, by less than a minute."_s);
        row("late",
            {},
            u"2026-11-23 15:00"_s,
            u"Handling: overdue since 11-23 02:05, by 2 h 55 min of working time."_s);
        row("the clock on the wall",
            u"2026-11-20 17:00 handle"_s,
            u"2026-11-20 17:10"_s,
            u"Checking: 20 min left, until 11-20 09:30."_s);
        row("the clock on the wall, late",
            u"2026-11-20 17:00 handle"_s,
            u"2026-11-20 18:40"_s,
            u"Checking: overdue since 11-20 09:30, by 1 h 10 min."_s);
        row("suspended",
            u"2026-11-20 17:05 suspend 2026-11-24 09:00"_s,
            u"2026-11-23 10:00"_s,
            u"Handling: suspended with 3 h 0 min of working time left; due 11-24 04:00."_s);
        row("suspended when late",
            u"2026-11-23 15:00 suspend 2026-11-24 09:00"_s,
            u"2026-11-23 16:00"_s,
            u"Handling: suspended; the limit had run out at 11-23 02:05."_s);
        row("ended in time",
            u"2026-11-20 17:00 handle\n2026-11-20 17:10 check\n2026-11-20 17:20 close"_s,
            u"2027-01-02 10:00"_s,
            u"The case has ended. Handling was in time; it was due 2026-11-23 02:05."_s);
        row("ended late",
            u"2026-11-23 17:00 handle\n2026-11-23 17:10 check\n2026-11-23 17:20 close"_s,
            u"2026-11-24 10:00"_s,
            u"The case has ended. Handling had been overdue since 11-23 02:05."_s);
        row("ended before",
            u"2026-11-20 16:10 return\n2026-11-20 16:11 void"_s,
            u"2026-11-24 10:00"_s,
            u"The case has ended without a handling limit."_s);
    }
    void headline()
    {
        QFETCH(QString, more);
        QFETCH(QString, at);
        QFETCH(QString, text);
        CaseHistory history;
        QVERIFY2(history.play(kStart + more), qPrintable(history.refusal));
        QCOMPARE(deadline_words::headline(history.explain(at)), text);
    }
    void aLongStory()
    {
        CaseHistory history;
        QVERIFY2(history.play(kStart + u"2026-11-23 09:00 extend\n"
                                       "2026-11-23 09:30 return\n"
                                       "2026-11-23 09:35 dispatch U1\n"
                                       "2026-11-23 10:00 suspend 2026-11-24 09:00\n"
                                       "2026-11-24 09:00 tick\n"
                                       "2026-11-24 15:30 handle\n"_s),
                 qPrintable(history.refusal));
        QCOMPARE(
            linesOf(history, u"2026-11-24 15:40"_s),
            QStringList(
                {u"11-20 07:50 Acceptance begins: 15 minute(s), round the clock, until "
                 "11-20 08:05."_s,
                 u"11-20 08:00 Acceptance ends with 5 min left. Dispatching begins: 15 "
                 "minute(s), round the clock, until 11-20 08:15."_s,
                 u"11-20 08:05 Dispatching ends with 10 min left. Sent to unit U1: 4 working "
                 "hour(s), until 11-23 02:05. The limit is that of condition M99999-1, version 1: "
                 "takes 4 working-hour."_s,
                 u"11-23 01:00 Extended by 4 working hour(s), until 11-23 08:05. Note: extend it"_s,
                 u"11-23 01:30 Handling ends with 4 h 35 min left. Sent back. Dispatching goes on "
                 "with the 10 min that were left, until 11-23 01:40. Note: return it"_s,
                 u"11-23 01:35 Dispatching ends with 5 min left. Handling goes on with the 4 h 35 "
                 "min that were left, until 11-23 08:10."_s,
                 u"11-23 02:00 Suspended with 4 h 10 min left; the deadline moves to 11-24 07:10. "
                 "Note: suspend it"_s,
                 u"11-24 01:00 The suspension ends; the 4 h 10 min that were left run until 11-24 "
                 "07:10."_s,
                 u"11-24 07:30 Handling ends 20 min late. Checking begins: 30 minute(s), round "
                 "the clock, until 11-24 08:00. Note: handle it"_s,
                 u"Not counted: weekend, 11-20 10:00 to 11-23 00:00."_s,
                 u"Not counted: 1 break(s) and night(s), 2 h 0 min in all."_s,
                 u"Not counted: suspended, 11-23 02:00 to 11-24 01:00."_s,
                 u"The limit was extended 1 time(s)."_s,
                 u"Handling had been overdue since 11-24 07:10."_s,
                 u"Counted by version 1 of the rule book and the working calendar “%1” (CN/1)."_s
                     .arg(sampleCalendar().name())}));
    }
    void daysOff()
    {
        CaseHistory history;
        QVERIFY(history.play(u"2026-09-24 17:00 report\n"
                             "2026-09-24 17:00 file 5 working-day\n"
                             "2026-09-24 17:00 dispatch U1"_s));
        const QStringList lines = linesOf(history, u"2026-10-08 09:00"_s);
        QVERIFY(lines.contains(u"Not counted: 中秋节, 09-24 10:00 to 09-28 00:00."_s));
        QVERIFY(lines.contains(u"Not counted: 国庆节, 09-30 10:00 to 10-08 00:00."_s));
        QVERIFY(lines.contains(u"Not counted: 5 break(s) and night(s), 34 h 0 min in all."_s));
        // Many weekends are one line.
        QVERIFY(linesOf(history, u"2026-12-08 09:00"_s)
                    .contains(u"Not counted: 9 weekend(s), 22 d 6 h in all."_s));
    }
    void whatNobodyKnows()
    {
        CaseHistory history;
        QVERIFY(history.play(u"2026-12-31 17:00 report\n"
                             "2026-12-31 17:00 file 1 working-day\n"
                             "2026-12-31 17:00 dispatch U1"_s));
        QCOMPARE(
            linesOf(history, u"2026-12-31 17:10"_s).last(),
            u"The days off after 2026 are not yet known: the deadline leaves out weekends only."_s);
        // Clock time asks for no calendar.
        CaseHistory urgent;
        QVERIFY(urgent.play(u"2026-12-31 17:00 report\n"
                            "2026-12-31 17:00 file 1 urgent-day\n"
                            "2026-12-31 17:00 dispatch U1"_s));
        QVERIFY(!linesOf(urgent, u"2026-12-31 17:10"_s).last().contains("not yet known"_L1));
    }
    void fromBeforeThereWereRules()
    {
        CaseHistory history;
        QVERIFY(history.write(CaseAction::Import,
                              cn(u"2026-11-20 12:00"_s),
                              CaseState::Handling,
                              {{u"due_at"_s, u"2026-11-25T00:00:00.000Z"_s}}));
        QCOMPARE(deadline_words::headline(history.explain(u"2026-11-24 08:00"_s)),
                 u"Handling: 1 d 0 h left, until 11-25 00:00."_s);
        QCOMPARE(linesOf(history, u"2026-11-24 08:00"_s),
                 QStringList({u"11-20 04:00 Handling begins; the deadline was told: 11-25 00:00."_s,
                              u"The case is from before there were rules here: its deadlines are "
                              "as they were told, and its time is clock time."_s}));
    }
    void bundle()
    {
        CaseHistory history;
        QVERIFY(history.play(u"2026-11-20 16:00 report\n"
                             "2026-11-20 16:00 file 4 working-hour\n"
                             "2026-11-20 16:05 dispatch U1 with 2026-11-23 09:00"_s));
        QVERIFY(linesOf(history, u"2026-11-20 16:10"_s)
                    .filter(u"It shares the deadline of case 1101012026112000002: 11-23 01:00."_s)
                    .size() == 1);
    }
    void everyWord()
    {
        for (int i = 0; i < static_cast<int>(kStageCount); ++i) {
            QVERIFY(!deadline_words::word(static_cast<Stage>(i)).isEmpty());
        }
        for (const StretchKind kind : {StretchKind::Running,
                                       StretchKind::OffHours,
                                       StretchKind::Weekend,
                                       StretchKind::Holiday,
                                       StretchKind::Suspended,
                                       StretchKind::Ended}) {
            QVERIFY(!deadline_words::word(kind).isEmpty());
        }
        QCOMPARE(deadline_words::countedText(40h, true), u"40 h 0 min"_s);
        QCOMPARE(deadline_words::countedText(40h, false), u"1 d 16 h"_s);
        QCOMPARE(deadline_words::countedText(59min, true), u"59 min"_s);
        QCOMPARE(case_words::limitText(Limit{2, LimitUnit::WorkingDay}), u"2 working day(s)"_s);
    }
};

static const TestRegistration<TestDeadlineWords> testRegistration;

} // namespace gridward

#include "test_deadlinewords.moc"
