// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/workingcalendar.h"
#include "tests/support/testregistry.h"

#include <QDateTime>
#include <QSet>
#include <QTimeZone>

#include <algorithm>
#include <random>
#include <vector>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::minutes;

constexpr std::size_t kMinutesADay = 1440;
constexpr std::size_t kMinutesOf2026 = 365 * kMinutesADay;

Instant startOf2026()
{
    return *instantFromIso(u"2026-01-01T00:00:00+08:00");
}

/** Typed from the notice for 2026, apart from the file that the program reads. */
bool isWorked2026(int dayOfYear) // from 0
{
    static const QSet<QString> kOff{
        u"0101"_s, u"0102"_s, u"0103"_s, u"0215"_s, u"0216"_s, u"0217"_s, u"0218"_s,
        u"0219"_s, u"0220"_s, u"0221"_s, u"0222"_s, u"0223"_s, u"0404"_s, u"0405"_s,
        u"0406"_s, u"0501"_s, u"0502"_s, u"0503"_s, u"0504"_s, u"0505"_s, u"0619"_s,
        u"0620"_s, u"0621"_s, u"0925"_s, u"0926"_s, u"0927"_s, u"1001"_s, u"1002"_s,
        u"1003"_s, u"1004"_s, u"1005"_s, u"1006"_s, u"1007"_s};
    static const QSet<QString> kOn{
        u"0104"_s, u"0214"_s, u"0228"_s, u"0509"_s, u"0920"_s, u"1010"_s};
    const QString day = QDate(2026, 1, 1).addDays(dayOfYear).toString(u"MMdd"_s);
    const int weekday = (dayOfYear + 3) % 7; // a Thursday, Monday is 0
    return kOn.contains(day) || (weekday < 5 && !kOff.contains(day));
}

/** Is the minute worked that begins so long after the year? */
std::vector<bool> workedMinutes2026()
{
    std::vector<bool> worked(kMinutesOf2026);
    for (int day = 0; day < 365; ++day) {
        const bool isWorked = isWorked2026(day);
        for (std::size_t minute = 0; minute < kMinutesADay; ++minute) {
            const std::size_t hour = minute / 60;
            worked[static_cast<std::size_t>(day) * kMinutesADay + minute] =
                isWorked && ((hour >= 8 && hour < 12) || (hour >= 14 && hour < 18));
        }
    }
    return worked;
}

/** Moments of 2026 at odd distances, in minutes, and some at the edges of working hours. */
std::vector<std::size_t> starts2026()
{
    std::vector<std::size_t> starts;
    for (std::size_t minute = 0; minute < kMinutesOf2026; minute += 17'393) {
        starts.push_back(minute);
    }
    for (const std::size_t day : {4U, 43U, 44U, 58U, 92U, 180U, 262U, 282U}) {
        for (const std::size_t hour : {8U, 12U, 14U, 18U}) {
            starts.push_back((day * 24 + hour) * 60);
        }
    }
    return starts;
}

/** Every minute from the first few starts; from the others fewer, each time other ones. */
std::size_t strideFrom(std::size_t startIndex)
{
    return startIndex < 3 ? 1 : 31;
}

QByteArray calendarJson(const QString &zone, const QString &hoursText, bool allWeek)
{
    return uR"({"id":"T","version":1,"name":"","source":"","time_zone":"%1","workdays":[%3],)"
           uR"("hours":[%2],"years":[],"holidays":[],"make_up":[]})"_s
               .arg(zone, hoursText, allWeek ? u"1,2,3,4,5,6,7"_s : u"1,2,3,4,5"_s)
               .toUtf8();
}

Instant instantOf(const QDateTime &time)
{
    return Instant(milliseconds(time.toMSecsSinceEpoch()));
}

} // namespace

/** The arithmetic of working time against counting minutes one by one. */
class TestWorkTimeTable : public QObject
{
    Q_OBJECT
private slots:
    void theYearAsAWhole()
    {
        const WorkingCalendar &calendar = sampleCalendar();
        const Instant start = startOf2026();
        const milliseconds year = calendar.workingTime(start, start + days(365));
        QCOMPARE(year / hours(8), 248); // working days of 2026
        const Instant before = *instantFromIso(u"2025-01-01T00:00:00+08:00");
        QCOMPARE(calendar.workingTime(before, start) / hours(8), 248);
    }
    void workingTimeMinuteByMinute()
    {
        const WorkingCalendar &calendar = sampleCalendar();
        const std::vector<bool> worked = workedMinutes2026();
        std::vector<int> sum(kMinutesOf2026 + 1);
        for (std::size_t i = 0; i < kMinutesOf2026; ++i) {
            sum[i + 1] = sum[i] + (worked[i] ? 1 : 0);
        }
        const std::vector<std::size_t> starts = starts2026();
        for (std::size_t i = 0; i < starts.size(); ++i) {
            const std::size_t start = starts[i];
            const Instant from = startOf2026() + minutes(start);
            for (std::size_t end = start % strideFrom(i); end <= kMinutesOf2026;
                 end += strideFrom(i)) {
                const milliseconds time = calendar.workingTime(from, startOf2026() + minutes(end));
                if (time != minutes(sum[end] - sum[start])) {
                    QFAIL(qPrintable(u"from minute %1 to minute %2"_s.arg(start).arg(end)));
                }
            }
        }
    }
    void addWorkingTimeMinuteByMinute()
    {
        const WorkingCalendar &calendar = sampleCalendar();
        const std::vector<bool> worked = workedMinutes2026();
        std::vector<std::size_t> all; // the worked minutes in order
        for (std::size_t i = 0; i < kMinutesOf2026; ++i) {
            if (worked[i]) {
                all.push_back(i);
            }
        }
        const std::vector<std::size_t> starts = starts2026();
        for (std::size_t i = 0; i < starts.size(); ++i) {
            const std::size_t start = starts[i];
            const Instant from = startOf2026() + minutes(start);
            const auto next =
                static_cast<std::size_t>(std::ranges::lower_bound(all, start) - all.begin());
            QCOMPARE(calendar.addWorkingTime(from, milliseconds(0)), from);
            for (std::size_t count = 1; next + count <= all.size(); count += strideFrom(i)) {
                // The first moment: the end of the minute that was still missing.
                const Instant expected = startOf2026() + minutes(all[next + count - 1] + 1);
                if (calendar.addWorkingTime(from, minutes(count)) != expected) {
                    QFAIL(qPrintable(u"minute %1 and %2 more"_s.arg(start).arg(count)));
                }
            }
            for (std::size_t count = 1; count <= next; count += strideFrom(i)) {
                // Back, the last moment: the beginning of the earliest minute that is needed.
                const Instant expected = startOf2026() + minutes(all[next - count]);
                if (calendar.addWorkingTime(from, -minutes(count)) != expected) {
                    QFAIL(qPrintable(u"minute %1 and %2 less"_s.arg(start).arg(count)));
                }
            }
        }
    }
    void inverse_data()
    {
        QTest::addColumn<QByteArray>("json");
        const QString day = u"\"08:00-12:00\",\"14:00-18:00\""_s;
        QTest::newRow("China") << sampleCalendar().toJson();
        QTest::newRow("Berlin") << calendarJson(u"Europe/Berlin"_s, day, false);
        QTest::newRow("New York, night shift")
            << calendarJson(u"America/New_York"_s, u"\"00:00-06:30\",\"22:00-24:00\""_s, true);
        QTest::newRow("round the clock")
            << calendarJson(u"Asia/Shanghai"_s, u"\"00:00-24:00\""_s, true);
    }
    void inverse()
    {
        QFETCH(QByteArray, json);
        const Result<WorkingCalendar> read = WorkingCalendar::fromJson(json);
        QVERIFY2(read, read ? "" : qUtf8Printable(read.error().message));
        const WorkingCalendar &calendar = read.value();
        std::mt19937_64 random(2026);
        // Beyond both ends of what the table holds day by day.
        const qint64 first = QDateTime(QDate(1975, 1, 1), QTime(0, 0), Qt::UTC).toMSecsSinceEpoch();
        const qint64 last = QDateTime(QDate(2085, 1, 1), QTime(0, 0), Qt::UTC).toMSecsSinceEpoch();
        std::uniform_int_distribution<qint64> moments(first, last);
        std::uniform_int_distribution<qint64> amounts(1, 86'400'000LL * 400);
        for (int i = 0; i < 20'000; ++i) {
            const Instant from{milliseconds(moments(random))};
            const milliseconds time(amounts(random));
            const Instant later = calendar.addWorkingTime(from, time);
            QCOMPARE(calendar.workingTime(from, later), time);
            QVERIFY(calendar.workingTime(from, later - milliseconds(1)) < time);
            const Instant earlier = calendar.addWorkingTime(from, -time);
            QCOMPARE(calendar.workingTime(from, earlier), -time);
            QVERIFY(calendar.workingTime(from, earlier + milliseconds(1)) > -time);

            const Instant to{milliseconds(moments(random))};
            const milliseconds between = calendar.workingTime(from, to);
            QCOMPARE(calendar.workingTime(to, from), -between);
            const Instant reached = calendar.addWorkingTime(from, between);
            QCOMPARE(calendar.workingTime(from, reached), between);
            QVERIFY(between > milliseconds(0) ? reached <= to : reached >= to || from == reached);
        }
    }
    void otherZones_data()
    {
        QTest::addColumn<QString>("zone");
        QTest::addColumn<int>("year");
        QTest::addColumn<QString>("hours");
        QTest::addColumn<bool>("allWeek");
        const QString day = u"\"08:00-12:00\",\"14:00-18:00\""_s;
        const QString night = u"\"01:30-02:30\",\"22:00-24:00\""_s;
        const QString always = u"\"00:00-24:00\""_s;
        QTest::newRow("summer time") << u"Europe/Berlin"_s << 2026 << day << false;
        QTest::newRow("work in the hour of change") << u"Europe/Berlin"_s << 2026 << night << true;
        QTest::newRow("around the clock") << u"Europe/Berlin"_s << 2026 << always << false;
        QTest::newRow("far year by rule") << u"Europe/Berlin"_s << 2060 << night << true;
        QTest::newRow("west, southern") << u"America/Santiago"_s << 2024 << night << true;
        QTest::newRow("no midnight") << u"America/Sao_Paulo"_s << 2017 << always << false;
        QTest::newRow("half an hour") << u"Australia/Lord_Howe"_s << 2026 << night << true;
        QTest::newRow("midnight comes twice") << u"America/St_Johns"_s << 2006 << always << true;
        QTest::newRow("a day left out") << u"Pacific/Apia"_s << 2011 << day << true;
        QTest::newRow("China's summer time") << u"Asia/Shanghai"_s << 1991 << day << false;
        QTest::newRow("a fixed offset") << u"UTC-03:30"_s << 2026 << day << false;
    }
    /** Every ten minutes of a year: what the wall clock shows decides. */
    void otherZones()
    {
        QFETCH(QString, zone);
        QFETCH(int, year);
        QFETCH(QString, hours);
        QFETCH(bool, allWeek);
        const Result<WorkingCalendar> read =
            WorkingCalendar::fromJson(calendarJson(zone, hours, allWeek));
        QVERIFY2(read, read ? "" : qUtf8Printable(read.error().message));
        const WorkingCalendar &calendar = read.value();
        const QTimeZone timeZone(zone.toLatin1());
        QList<std::pair<QString, QString>> pieces;
        const QStringList texts = QString(hours).remove(u'"').split(u',');
        for (const QString &piece : texts) {
            pieces.append({piece.left(5), piece.right(5)});
        }
        const auto isWorked = [&](const QDateTime &local) {
            if (!allWeek && local.date().dayOfWeek() > 5) {
                return false;
            }
            const QTime time = local.time();
            const QString text = u"%1:%2"_s.arg(time.hour(), 2, 10, QChar(u'0'))
                                     .arg(time.minute(), 2, 10, QChar(u'0'));
            return std::ranges::any_of(pieces, [&](const std::pair<QString, QString> &piece) {
                return text >= piece.first && text < piece.second;
            });
        };
        constexpr milliseconds kStep = minutes(10);
        const Instant start = instantOf(QDateTime(QDate(year, 1, 1), QTime(0, 0), Qt::UTC));
        milliseconds sum{0};
        QDate lastDate;
        for (Instant now = start; now < start + days(366); now += kStep) {
            if (calendar.workingTime(start, now) != sum) {
                QFAIL(qPrintable(toIsoText(now)));
            }
            const QDateTime local =
                QDateTime::fromMSecsSinceEpoch(now.time_since_epoch().count(), timeZone);
            // Where midnight comes twice, the second is still the new day: days have no holes.
            const QDate date = std::max(lastDate, local.date());
            if (calendar.localDay(now) != date) {
                QFAIL(qPrintable(toIsoText(now) + u" is not on "_s + date.toString()));
            }
            if (lastDate.isValid() && date != lastDate && calendar.startOfDay(date) > now) {
                QFAIL(qPrintable(date.toString() + u" begins too late"_s));
            }
            lastDate = date;
            if (isWorked(local)) {
                sum += kStep;
                if (calendar.addWorkingTime(start, sum) != now + kStep) {
                    QFAIL(qPrintable(toIsoText(now) + u", the other way round"_s));
                }
            }
        }
    }
    void outsideOfTheTable()
    {
        // Plain weeks: nobody knows what a clock will show, but work still gets done and is due.
        const WorkingCalendar &calendar = sampleCalendar();
        const Instant far = *instantFromIso(u"2123-03-01T08:00:00+08:00"); // a Monday
        QCOMPARE(calendar.deadline(far, {5, LimitUnit::WorkingDay}), far + days(4) + hours(10));
        const Instant early = *instantFromIso(u"1949-10-03T08:00:00+08:00"); // a Monday
        QCOMPARE(calendar.deadline(early, {6, LimitUnit::WorkingDay}), early + days(7) + hours(10));
        // A hundred years of weeks; 2025 and 2026 had 13 working days less than 261 each.
        QCOMPARE(calendar.workingTime(early, early + days(7 * 5218)),
                 (5218 * 5 - 2 * 13) * hours(8));
        QCOMPARE(calendar.localDay(early), QDate(1949, 10, 3));
        QCOMPARE(calendar.startOfDay(QDate(2123, 3, 1)), far - hours(8));
        QCOMPARE(calendar.dayKind(QDate(2123, 3, 6)), DayKind::Weekend);
    }
    void ends()
    {
        // Nonsense must neither overflow nor take long.
        const WorkingCalendar &calendar = sampleCalendar();
        QVERIFY(calendar.workingTime(Instant::min(), Instant::max()) > milliseconds(0));
        QCOMPARE(calendar.workingTime(Instant::max(), Instant::min()),
                 -calendar.workingTime(Instant::min(), Instant::max()));
        QVERIFY(calendar.addWorkingTime(startOf2026(), milliseconds::max()) > startOf2026());
        QVERIFY(calendar.addWorkingTime(startOf2026(), milliseconds::min()) < startOf2026());
        QVERIFY(calendar.addWorkingTime(Instant::max(), -hours(1)) < Instant::max());
        const Instant due = calendar.deadline(startOf2026(), {100'000, LimitUnit::WorkingDay});
        QCOMPARE(calendar.workingTime(startOf2026(), due), 100'000 * hours(8));
    }
};

static const TestRegistration<TestWorkTimeTable> registration;

} // namespace gridward

#include "test_worktimetable.moc"
