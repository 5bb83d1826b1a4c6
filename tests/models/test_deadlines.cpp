// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/workingcalendar.h"
#include "tests/support/testregistry.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

// Worked by hand from the notices of the State Council for 2025 and 2026, not by running the
// program:
//   start | limit | deadline | why
// Local times, UTC+8. A working day is 08:00–12:00 and 14:00–18:00, eight hours. 2026 began on a
// Thursday. A line without bars starts a group.
constexpr const char16_t *kTable = uR"(
an ordinary day: Monday 12 January 2026
2026-01-12 09:00 | 1 working-hour | 2026-01-12 10:00 | plainly an hour later
2026-01-12 11:00 | 2 working-hour | 2026-01-12 15:00 | 1 h until 12:00, 1 h from 14:00
2026-01-12 12:30 | 1 working-hour | 2026-01-12 15:00 | starts in the lunch break, counts from 14:00
2026-01-12 10:00 | 2 working-hour | 2026-01-12 12:00 | ends with the morning, not at 14:00
2026-01-12 12:00 | 1 working-hour | 2026-01-12 15:00 | the morning is over at 12:00
2026-01-12 14:00 | 1 working-hour | 2026-01-12 15:00 | the afternoon begins at 14:00
2026-01-12 16:00 | 2 working-hour | 2026-01-12 18:00 | ends with the day, not on Tuesday 08:00
2026-01-12 18:00 | 1 working-hour | 2026-01-13 09:00 | Monday is over at 18:00
2026-01-12 20:15 | 4 working-hour | 2026-01-13 12:00 | evening counts from Tuesday 08:00, the whole morning
2026-01-12 05:30 | 4 working-hour | 2026-01-12 12:00 | early morning counts from 08:00
2026-01-12 08:00 | 8 working-hour | 2026-01-12 18:00 | the whole day
2026-01-12 08:01 | 8 working-hour | 2026-01-13 08:01 | one minute is missing on Monday
2026-01-12 17:30 | 2 working-hour | 2026-01-13 09:30 | half an hour on Monday, 1.5 h on Tuesday
2026-01-12 11:59 | 4 working-hour | 2026-01-12 17:59 | a minute before the break, 3 h 59 min after it
2026-01-12 08:00 | 9 working-hour | 2026-01-13 09:00 | 8 h on Monday, 1 h on Tuesday
2026-01-12 11:59:30 | 1 working-hour | 2026-01-12 14:59:30 | 30 s before the break, 59 min 30 s after it
2026-01-12 17:59:59.999 | 1 working-hour | 2026-01-13 08:59:59.999 | a millisecond of Monday is used
2026-01-12 08:00 | 1 working-day | 2026-01-12 18:00 | a working day is the day it begins with
2026-01-12 10:30 | 1 working-day | 2026-01-13 10:30 | 5.5 h on Monday, 2.5 h on Tuesday
2026-01-12 13:00 | 1 working-day | 2026-01-13 12:00 | Monday afternoon and Tuesday morning
2026-01-12 18:00 | 1 working-day | 2026-01-13 18:00 | all of Tuesday
2026-01-12 09:00 | 5 working-day | 2026-01-19 09:00 | 39 h until Friday evening, 1 h on the next Monday

weekend: Saturday 17 and Sunday 18 January 2026
2026-01-16 14:00 | 4 working-hour | 2026-01-16 18:00 | ends with the week, not on Monday morning
2026-01-16 17:00 | 2 working-hour | 2026-01-19 09:00 | 1 h on Friday, 1 h on Monday
2026-01-17 10:00 | 1 working-hour | 2026-01-19 09:00 | Saturday counts from Monday 08:00
2026-01-18 23:59 | 4 working-hour | 2026-01-19 12:00 | Sunday night counts from Monday 08:00
2026-01-16 18:00 | 1 working-day | 2026-01-19 18:00 | all of Monday
2026-01-16 15:00 | 2 working-day | 2026-01-20 15:00 | 3 h on Friday, 8 h on Monday, 5 h on Tuesday
2026-01-17 12:00 | 5 working-day | 2026-01-23 18:00 | Monday to Friday
2026-01-17 12:00 | 15 working-day | 2026-02-06 18:00 | three weeks, from 19 January to Friday 6 February

New Year: 1 to 3 January 2026 off, Sunday 4 January worked
2025-12-31 16:00 | 4 working-hour | 2026-01-04 10:00 | 2 h in the old year, 2 h on the make-up Sunday
2025-12-31 18:00 | 1 working-hour | 2026-01-04 09:00 | the next working time is the make-up Sunday
2026-01-01 09:00 | 1 working-day | 2026-01-04 18:00 | all of the make-up Sunday
2026-01-03 12:00 | 2 working-day | 2026-01-05 18:00 | make-up Sunday and Monday
2026-01-04 17:30 | 1 working-hour | 2026-01-05 08:30 | from the make-up Sunday straight into Monday
2025-12-30 09:00 | 5 working-day | 2026-01-07 09:00 | 30 Dec 7 h, 31 Dec, 4, 5, 6 Jan 8 h each, 1 h on the 7th

Spring Festival: 15 to 23 February 2026 off, Saturdays 14 and 28 February worked
2026-02-13 17:00 | 2 working-hour | 2026-02-14 09:00 | 1 h on Friday, 1 h on the make-up Saturday
2026-02-14 16:00 | 4 working-hour | 2026-02-24 10:00 | 2 h before the festival, 2 h on Tuesday 24
2026-02-14 14:00 | 4 working-hour | 2026-02-14 18:00 | ends with the last day before the festival
2026-02-14 10:00 | 1 working-day | 2026-02-24 10:00 | 6 h before the festival, 2 h after it
2026-02-16 03:00 | 1 working-day | 2026-02-24 18:00 | New Year's Eve counts from Tuesday 24
2026-02-11 09:00 | 5 working-day | 2026-02-25 09:00 | 11th 7 h; 12th, 13th, 14th, 24th 8 h each; 1 h on the 25th
2026-02-24 08:00 | 5 working-day | 2026-02-28 18:00 | Tuesday to the make-up Saturday
2026-02-27 15:00 | 10 working-hour | 2026-02-28 17:00 | 3 h on Friday, 7 h on the make-up Saturday
2026-02-28 17:00 | 2 working-hour | 2026-03-02 09:00 | 1 h on Saturday, Sunday off, 1 h on Monday
2026-02-09 08:00 | 15 working-day | 2026-03-05 18:00 | 9–14 Feb six, 24–28 Feb five, 2–5 Mar four
2026-02-12 14:00 | 10 working-day | 2026-03-04 12:00 | half, 13, 14, 24–28 Feb, 2, 3 Mar are nine, half on the 4th

Tomb Sweeping: Saturday 4 to Monday 6 April 2026 off, nothing made up
2026-04-03 17:00 | 2 working-hour | 2026-04-07 09:00 | 1 h on Friday, 1 h on Tuesday
2026-04-05 10:00 | 2 working-day | 2026-04-08 18:00 | Tuesday and Wednesday
2026-04-02 11:00 | 3 working-day | 2026-04-08 11:00 | Thursday 5 h, Friday 8 h, Tuesday 8 h, Wednesday 3 h

Labour Day: 1 to 5 May 2026 off, Saturday 9 May worked
2026-04-30 16:30 | 3 working-hour | 2026-05-06 09:30 | 1.5 h in April, 1.5 h on Wednesday 6
2026-05-01 00:00 | 1 working-day | 2026-05-06 18:00 | all of Wednesday 6
2026-05-06 08:00 | 4 working-day | 2026-05-09 18:00 | Wednesday to the make-up Saturday
2026-05-08 16:00 | 1 working-day | 2026-05-09 16:00 | 2 h on Friday, 6 h on the make-up Saturday
2026-05-09 17:00 | 4 working-hour | 2026-05-11 11:00 | 1 h on Saturday, Sunday off, 3 h on Monday
2026-04-29 09:00 | 7 working-day | 2026-05-12 09:00 | 29 Apr 7 h; 30 Apr, 6–9, 11 May 8 h each: 55 h; 1 h on the 12th

Dragon Boat: Friday 19 to Sunday 21 June 2026 off, nothing made up
2026-06-18 14:00 | 1 working-day | 2026-06-22 12:00 | Thursday afternoon, Monday morning
2026-06-19 09:00 | 4 working-hour | 2026-06-22 12:00 | a Friday that is off: counts from Monday
2026-06-17 18:00 | 2 working-day | 2026-06-22 18:00 | Thursday and Monday

Mid-Autumn: Friday 25 to Sunday 27 September 2026 off
2026-09-24 17:00 | 2 working-hour | 2026-09-28 09:00 | 1 h on Thursday, 1 h on Monday
2026-09-26 12:00 | 3 working-day | 2026-09-30 18:00 | Monday, Tuesday, Wednesday before National Day

National Day: 1 to 7 October 2026 off, Sunday 20 September and Saturday 10 October worked
2026-09-18 16:00 | 4 working-hour | 2026-09-20 10:00 | 2 h on Friday, Saturday off, 2 h on the make-up Sunday
2026-09-19 09:00 | 1 working-day | 2026-09-20 18:00 | all of the make-up Sunday
2026-09-14 08:00 | 7 working-day | 2026-09-21 18:00 | five days, the make-up Sunday, Monday
2026-09-30 17:00 | 4 working-hour | 2026-10-08 11:00 | 1 h in September, 3 h on Thursday 8
2026-09-30 18:00 | 3 working-day | 2026-10-10 18:00 | Thursday, Friday, make-up Saturday
2026-10-10 16:00 | 1 working-day | 2026-10-12 16:00 | 2 h on Saturday, Sunday off, 6 h on Monday
2026-10-11 08:00 | 1 working-hour | 2026-10-12 09:00 | the Sunday after the make-up Saturday is off
2026-09-22 13:00 | 7 working-day | 2026-10-09 12:00 | half, 23, 24, 28, 29, 30 Sep, 8 Oct are six, half on the 9th

2025: its own holidays and make-up days
2025-01-01 10:00 | 1 working-hour | 2025-01-02 09:00 | New Year is one day off
2025-01-25 10:00 | 1 working-day | 2025-01-26 18:00 | the Sunday before Spring Festival is worked
2025-01-27 17:00 | 2 working-hour | 2025-02-05 09:00 | 28 January to 4 February off
2025-02-07 17:00 | 2 working-hour | 2025-02-08 09:00 | 1 h on Friday, 1 h on the make-up Saturday
2025-04-26 12:00 | 4 working-hour | 2025-04-27 12:00 | the Sunday before Labour Day is worked
2025-09-30 16:00 | 1 working-day | 2025-10-09 16:00 | 1 to 8 October off: 2 h before, 6 h after
2025-10-10 16:00 | 1 working-day | 2025-10-11 16:00 | 2 h on Friday, 6 h on the make-up Saturday

end of a month, end of the known years
2026-06-30 08:00 | 1 working-day | 2026-06-30 18:00 | the last day of the half year
2026-07-31 17:00 | 1 working-day | 2026-08-03 17:00 | 1 h on Friday, 7 h on Monday
2026-11-30 15:00 | 4 working-hour | 2026-12-01 09:00 | 3 h in November, 1 h in December
2026-12-31 16:00 | 4 working-hour | 2027-01-01 10:00 | no table for 2027: its first Friday counts as worked
2026-12-31 18:00 | 1 working-day | 2027-01-01 18:00 | as above
2026-12-28 09:00 | 5 working-day | 2027-01-04 09:00 | 31 h in 2026, Friday 1 January 8 h, 1 h on Monday 4
2027-02-05 08:00 | 2 working-day | 2027-02-08 18:00 | Spring Festival of 2027 is not known: Friday and Monday
2024-09-30 08:00 | 2 working-day | 2024-10-01 18:00 | National Day of 2024 is not known: Monday and Tuesday

urgent minutes, hours and days run day and night
2026-01-16 17:50 | 15 urgent-minute | 2026-01-16 18:05 | over the end of the week
2026-01-12 12:00 | 30 urgent-minute | 2026-01-12 12:30 | inside the lunch break
2026-02-17 23:30 | 2 urgent-hour | 2026-02-18 01:30 | over midnight in Spring Festival
2026-10-01 00:00 | 4 urgent-hour | 2026-10-01 04:00 | at night on a holiday
2026-02-28 22:30 | 2 urgent-hour | 2026-03-01 00:30 | over the end of a February of 28 days
2026-12-31 23:50 | 15 urgent-minute | 2027-01-01 00:05 | into a year that is not known: the clock needs no table
2026-02-14 18:00 | 2 urgent-day | 2026-02-16 18:00 | 48 h, both of them free days
2026-09-30 20:00 | 1 urgent-day | 2026-10-01 20:00 | 24 h into National Day

natural days run day and night
2026-02-13 09:00 | 7 natural-day | 2026-02-20 09:00 | the same hour a week later, in the festival
2026-01-31 12:00 | 1 natural-day | 2026-02-01 12:00 | over the end of a month
2026-02-26 10:00 | 3 natural-day | 2026-03-01 10:00 | 27, 28 February, 1 March
2025-12-29 08:00 | 7 natural-day | 2026-01-05 08:00 | over the end of the year
2028-02-28 10:00 | 2 natural-day | 2028-03-01 10:00 | 2028 has a 29 February
)";

std::optional<Instant> fromLocal(const QString &text)
{
    QString iso = text;
    return instantFromIso(iso.replace(u' ', u'T') + u"+08:00"_s);
}

QString toLocal(Instant instant)
{
    return toIsoText(instant + std::chrono::hours(8)).chopped(1);
}

} // namespace

class TestDeadlines : public QObject
{
    Q_OBJECT
private slots:
    void deadline_data()
    {
        QTest::addColumn<QString>("start");
        QTest::addColumn<QString>("limit");
        QTest::addColumn<QString>("expected");
        QTest::addColumn<QString>("why");
        QString group;
        int rows = 0;
        const QStringList lines = QString::fromUtf16(kTable).split(u'\n', Qt::SkipEmptyParts);
        for (const QString &line : lines) {
            const QStringList parts = line.split(u" | "_s);
            if (parts.size() == 1) {
                group = line.section(u':', 0, 0);
                continue;
            }
            QCOMPARE(parts.size(), 4);
            ++rows;
            QTest::newRow(qUtf8Printable(group + u": "_s + parts.at(0) + u" + "_s + parts.at(1)))
                << parts.at(0) << parts.at(1) << parts.at(2) << parts.at(3);
        }
        QVERIFY(rows >= 60);
    }
    void deadline()
    {
        QFETCH(QString, start);
        QFETCH(QString, limit);
        QFETCH(QString, expected);
        QFETCH(QString, why);
        const WorkingCalendar &calendar = sampleCalendar();
        const std::optional<Instant> from = fromLocal(start);
        const std::optional<Instant> due = fromLocal(expected);
        const std::optional<Limit> wanted = limitFromText(limit);
        QVERIFY2(from && due && wanted, "the table itself has a slip of the pen");

        const Instant result = calendar.deadline(*from, *wanted);
        const QString message =
            u"%1 is wrong, %2 is right: %3"_s.arg(toLocal(result), toLocal(*due), why);
        QVERIFY2(result == *due, qUtf8Printable(message));
        // The table counted the other way round.
        QVERIFY2(calendar.counted(*from, *due, wanted->unit) == calendar.length(*wanted),
                 qUtf8Printable(message));
    }
};

static const TestRegistration<TestDeadlines> registration;

} // namespace gridward

#include "test_deadlines.moc"
