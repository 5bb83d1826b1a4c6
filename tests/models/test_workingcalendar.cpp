// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/workingcalendar.h"
#include "tests/support/testregistry.h"

#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::minutes;

/** A calendar in canonical form: keys sorted, no white space. */
const QByteArray kJson =
    R"({"holidays":[{"date":"2026-01-01","name":"元旦"},{"date":"2026-01-02","name":"元旦"}],)"
    R"("hours":["08:00-12:00","14:00-18:00"],"id":"CN-110101","make_up":[{"date":"2026-01-04",)"
    R"("name":"元旦"}],"name":"东城区","source":"例","time_zone":"Asia/Shanghai","version":3,)"
    R"("workdays":[1,2,3,4,5],"years":[2025,2026]})";

Instant at(const QString &local)
{
    return *instantFromIso(local + u"+08:00"_s);
}

WorkingCalendar calendarFrom(const QByteArray &json)
{
    const Result<WorkingCalendar> calendar = WorkingCalendar::fromJson(json);
    if (!calendar) {
        qCritical("%s", qUtf8Printable(calendar.error().message));
    }
    return calendar ? calendar.value() : WorkingCalendar();
}

QByteArray changed(const QByteArray &from, const QByteArray &to)
{
    QByteArray json = kJson;
    Q_ASSERT(json.contains(from));
    return json.replace(from, to);
}

} // namespace

class TestWorkingCalendar : public QObject
{
    Q_OBJECT
private slots:
    void theDefault()
    {
        const WorkingCalendar calendar;
        QCOMPARE(calendar.key(), u"default/1"_s);
        QCOMPARE(calendar.timeZone(), u"Asia/Shanghai"_s);
        QCOMPARE(calendar.lastKnownYear(), 0);
        QVERIFY(!calendar.knows(2026));
        QCOMPARE(calendar.dayLength(), hours(8));
        QCOMPARE(calendar.dayKind(QDate(2026, 1, 1)), DayKind::Workday);
        QCOMPARE(calendar.dayKind(QDate(2026, 1, 4)), DayKind::Weekend);
        QCOMPARE(calendar, WorkingCalendar());
        QCOMPARE(calendarFrom(calendar.toJson()), calendar);
    }
    void theOneThatComesWithTheProgram()
    {
        const WorkingCalendar &calendar = sampleCalendar();
        QCOMPARE(calendar.key(), u"CN/1"_s);
        QVERIFY(!calendar.name().isEmpty());
        QVERIFY(calendar.knows(2025));
        QVERIFY(calendar.knows(2026));
        QCOMPARE(calendar.lastKnownYear(), 2026);
        QCOMPARE(&calendar, &sampleCalendar());
        QCOMPARE(calendarFrom(calendar.toJson()), calendar);
    }
    void days_data()
    {
        QTest::addColumn<QDate>("date");
        QTest::addColumn<DayKind>("kind");
        QTest::addColumn<QString>("name");
        QTest::newRow("workday") << QDate(2026, 1, 5) << DayKind::Workday << QString();
        QTest::newRow("weekend") << QDate(2026, 1, 10) << DayKind::Weekend << QString();
        QTest::newRow("holiday") << QDate(2026, 2, 17) << DayKind::Holiday << u"春节"_s;
        QTest::newRow("holiday at a weekend")
            << QDate(2026, 2, 15) << DayKind::Holiday << u"春节"_s;
        QTest::newRow("worked Saturday") << QDate(2026, 2, 28) << DayKind::MakeUp << u"春节"_s;
        QTest::newRow("worked Sunday") << QDate(2026, 9, 20) << DayKind::MakeUp << u"国庆节"_s;
        QTest::newRow("unknown year") << QDate(2027, 10, 1) << DayKind::Workday << QString();
        QTest::newRow("weekend, unknown year")
            << QDate(2027, 10, 2) << DayKind::Weekend << QString();
    }
    void days()
    {
        QFETCH(QDate, date);
        QFETCH(DayKind, kind);
        QFETCH(QString, name);
        QCOMPARE(sampleCalendar().dayKind(date), kind);
        QCOMPARE(sampleCalendar().dayName(date), name);
    }
    void localDays()
    {
        const WorkingCalendar calendar;
        QCOMPARE(calendar.localDay(at(u"2026-03-05T00:00:00"_s)), QDate(2026, 3, 5));
        QCOMPARE(calendar.localDay(at(u"2026-03-04T23:59:59.999"_s)), QDate(2026, 3, 4));
        QCOMPARE(calendar.startOfDay(QDate(2026, 3, 5)), at(u"2026-03-05T00:00:00"_s));
        const WorkingCalendar berlin = calendarFrom(changed("Asia/Shanghai", "Europe/Berlin"));
        QCOMPARE(berlin.startOfDay(QDate(2026, 1, 5)), *instantFromIso(u"2026-01-04T23:00:00Z"));
        QCOMPARE(berlin.startOfDay(QDate(2026, 7, 5)), *instantFromIso(u"2026-07-04T22:00:00Z"));
    }
    void summerTime()
    {
        // Berlin: 29 March 2026 has 23 hours, 25 October 25. Working days stay as long as they are.
        const WorkingCalendar berlin = calendarFrom(changed("Asia/Shanghai", "Europe/Berlin"));
        const Instant friday = *instantFromIso(u"2026-03-27T17:00:00+01:00");
        QCOMPARE(berlin.deadline(friday, {2, LimitUnit::WorkingHour}),
                 *instantFromIso(u"2026-03-30T09:00:00+02:00"));
        const Instant saturday = *instantFromIso(u"2026-03-28T12:00:00+01:00");
        QCOMPARE(berlin.deadline(saturday, {1, LimitUnit::NaturalDay}),
                 *instantFromIso(u"2026-03-29T13:00:00+02:00")); // 24 hours by the clock
    }
    void lengths_data()
    {
        QTest::addColumn<QString>("limit");
        QTest::addColumn<milliseconds>("length");
        QTest::newRow("minutes") << u"15 urgent-minute"_s << milliseconds(minutes(15));
        QTest::newRow("hours") << u"2 urgent-hour"_s << milliseconds(hours(2));
        QTest::newRow("urgent days") << u"2 urgent-day"_s << milliseconds(hours(48));
        QTest::newRow("working hours") << u"4 working-hour"_s << milliseconds(hours(4));
        QTest::newRow("working days") << u"5 working-day"_s << milliseconds(hours(40));
        QTest::newRow("natural days") << u"7 natural-day"_s << milliseconds(hours(168));
    }
    void lengths()
    {
        QFETCH(QString, limit);
        QFETCH(milliseconds, length);
        QCOMPARE(sampleCalendar().length(*limitFromText(limit)), length);
    }
    void aWorkingDayIsItsHours()
    {
        const WorkingCalendar calendar = calendarFrom(
            changed(R"(["08:00-12:00","14:00-18:00"])", R"(["09:00-11:30","13:00-17:00"])"));
        QCOMPARE(calendar.dayLength(), minutes(390));
        QCOMPARE(calendar.deadline(at(u"2026-01-05T09:00:00"_s), {2, LimitUnit::WorkingDay}),
                 at(u"2026-01-06T17:00:00"_s));
    }
    void zeroAndBack()
    {
        const WorkingCalendar &calendar = sampleCalendar();
        const Instant night = at(u"2026-01-12T22:00:00"_s);
        QCOMPARE(calendar.addWorkingTime(night, milliseconds(0)), night);
        QCOMPARE(calendar.addWorkingTime(night, -hours(4)), at(u"2026-01-12T14:00:00"_s));
        QCOMPARE(calendar.addWorkingTime(night, -hours(5)), at(u"2026-01-12T11:00:00"_s));
        // A day that is taken back whole begins at 08:00, not at 18:00 of the day before.
        QCOMPARE(calendar.addWorkingTime(night, -hours(8)), at(u"2026-01-12T08:00:00"_s));
        QCOMPARE(calendar.addWorkingTime(at(u"2026-02-24T08:00:00"_s), -hours(1)),
                 at(u"2026-02-14T17:00:00"_s));
        QCOMPARE(calendar.addCounted(night, -hours(4), LimitUnit::UrgentHour), night - hours(4));
    }
    void counted()
    {
        const WorkingCalendar &calendar = sampleCalendar();
        const Instant from = at(u"2026-02-13T08:00:00"_s);
        const Instant to = at(u"2026-02-24T12:00:00"_s);
        QCOMPARE(calendar.counted(from, to, LimitUnit::WorkingHour), hours(20));
        QCOMPARE(calendar.counted(to, from, LimitUnit::WorkingDay), -hours(20));
        QCOMPARE(calendar.counted(from, to, LimitUnit::NaturalDay), hours(11 * 24 + 4));
        QCOMPARE(calendar.workingTime(at(u"2026-02-15T00:00:00"_s), at(u"2026-02-23T23:59:00"_s)),
                 milliseconds(0));
    }
    void spans()
    {
        const WorkingCalendar &calendar = sampleCalendar();
        const QList<CalendarSpan> spans =
            calendar.spans(at(u"2026-02-13T15:00:00"_s), at(u"2026-02-24T09:00:00"_s));
        const QString festival = u"春节"_s;
        const QList<CalendarSpan> expected{
            {at(u"2026-02-13T15:00:00"_s), at(u"2026-02-13T18:00:00"_s), true, {}, {}},
            {at(u"2026-02-13T18:00:00"_s), at(u"2026-02-14T00:00:00"_s), false, {}, {}},
            {at(u"2026-02-14T00:00:00"_s),
             at(u"2026-02-14T08:00:00"_s),
             false,
             DayKind::MakeUp,
             festival},
            {at(u"2026-02-14T08:00:00"_s),
             at(u"2026-02-14T12:00:00"_s),
             true,
             DayKind::MakeUp,
             festival},
            {at(u"2026-02-14T12:00:00"_s),
             at(u"2026-02-14T14:00:00"_s),
             false,
             DayKind::MakeUp,
             festival},
            {at(u"2026-02-14T14:00:00"_s),
             at(u"2026-02-14T18:00:00"_s),
             true,
             DayKind::MakeUp,
             festival},
            {at(u"2026-02-14T18:00:00"_s),
             at(u"2026-02-15T00:00:00"_s),
             false,
             DayKind::MakeUp,
             festival},
            {at(u"2026-02-15T00:00:00"_s),
             at(u"2026-02-24T00:00:00"_s),
             false,
             DayKind::Holiday,
             festival},
            {at(u"2026-02-24T00:00:00"_s), at(u"2026-02-24T08:00:00"_s), false, {}, {}},
            {at(u"2026-02-24T08:00:00"_s), at(u"2026-02-24T09:00:00"_s), true, {}, {}}};
        QCOMPARE(spans, expected);
        QVERIFY(
            calendar.spans(at(u"2026-02-13T15:00:00"_s), at(u"2026-02-13T15:00:00"_s)).isEmpty());
        QVERIFY(
            calendar.spans(at(u"2026-02-13T15:00:00"_s), at(u"2026-02-12T15:00:00"_s)).isEmpty());
    }
    void spansOfAYear()
    {
        const WorkingCalendar &calendar = sampleCalendar();
        const Instant from = at(u"2026-01-01T03:00:00"_s);
        const Instant to = at(u"2027-01-01T00:00:00"_s);
        milliseconds working{0};
        Instant end = from;
        const QList<CalendarSpan> spans = calendar.spans(from, to);
        for (qsizetype i = 0; i < spans.size(); ++i) {
            const CalendarSpan &span = spans.at(i);
            QCOMPARE(span.from, end); // no gaps
            QVERIFY(span.from < span.to);
            QVERIFY(i == 0 || span.working != spans.at(i - 1).working ||
                    span.day != spans.at(i - 1).day || span.name != spans.at(i - 1).name);
            working += span.working ? span.to - span.from : milliseconds(0);
            end = span.to;
        }
        QCOMPARE(end, to);
        QCOMPARE(working, calendar.workingTime(from, to));
    }
    void json()
    {
        const WorkingCalendar calendar = calendarFrom(kJson);
        QCOMPARE(calendar.toJson(), kJson);
        QCOMPARE(calendar.key(), u"CN-110101/3"_s);
        QCOMPARE(calendarFrom(calendar.toJson()), calendar);
        // Order and white space in a file do not make another calendar.
        QByteArray other = kJson;
        other.replace("[2025,2026]", "[2026, 2025]").replace("[1,2,3,4,5]", "[5,1,2,3,4]");
        other.replace(R"({"date":"2026-01-01","name":"元旦"},{"date":"2026-01-02","name":"元旦"})",
                      R"({"name":"元旦","date":"2026-01-02"},{"date":"2026-01-01","name":"元旦"})");
        QCOMPARE(calendarFrom(other).toJson(), kJson);
        QVERIFY(calendarFrom(changed("元旦", "新年")) != calendar);
        QVERIFY(calendarFrom(changed("14:00", "13:30")) != calendar);
        QVERIFY(calendarFrom(changed("\"version\":3", "\"version\":4")) != calendar);
    }
    void aDayUntilMidnight()
    {
        const QByteArray json =
            changed(R"(["08:00-12:00","14:00-18:00"])", R"(["00:00-02:00","16:00-24:00"])");
        const WorkingCalendar calendar = calendarFrom(json);
        QCOMPARE(calendar.toJson(), json);
        QCOMPARE(calendar.deadline(at(u"2026-01-12T23:00:00"_s), {2, LimitUnit::WorkingHour}),
                 at(u"2026-01-13T01:00:00"_s));
        QCOMPARE(calendar.deadline(at(u"2026-01-12T23:00:00"_s), {1, LimitUnit::WorkingHour}),
                 at(u"2026-01-13T00:00:00"_s));
    }
    void refuses_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("wanted"); // in the message
        const auto row = [](const char *name, const QByteArray &json, const QString &wanted) {
            QTest::newRow(name) << json << wanted;
        };
        row("nothing", {}, u"no JSON"_s);
        row("cut short", kJson.chopped(1), u"no JSON; the fault is at byte"_s);
        row("a list", "[]", u"one JSON object"_s);
        row("unknown key",
            changed(R"("name":"东城区")", R"("nmae":"","name":"")"),
            u"no key “nmae”"_s);
        row("missing key", changed(R"("source":"例",)", ""), u"“source” is missing"_s);
        row("unknown key of a day",
            changed(R"({"date":"2026-01-01",)", R"({"day":1,"date":"2026-01-01",)"),
            u"“holidays[0].day”"_s);
        row("id empty", changed("CN-110101", ""), u"“id”"_s);
        row("id with a slash", changed("CN-110101", "CN/2"), u"“id”"_s);
        row("version 0", changed("\"version\":3", "\"version\":0"), u"“version”"_s);
        row("version 1.5", changed("\"version\":3", "\"version\":1.5"), u"“version”"_s);
        row("version as text", changed("\"version\":3", "\"version\":\"3\""), u"“version”"_s);
        row("version too high", changed("\"version\":3", "\"version\":1e99"), u"“version”"_s);
        row("name a number",
            changed(R"("name":"东城区")", R"("name":7)"),
            u"“name” must be a text"_s);
        row("unknown time zone", changed("Asia/Shanghai", "Asia/Beijing"), u"“Asia/Beijing”"_s);
        row("no time zone", changed("Asia/Shanghai", ""), u"“time_zone”"_s);
        row("no workdays", changed("[1,2,3,4,5]", "[]"), u"“workdays”"_s);
        row("day 8", changed("[1,2,3,4,5]", "[1,8]"), u"“workdays[1]”"_s);
        row("day twice", changed("[1,2,3,4,5]", "[1,2,1]"), u"“workdays” names 1 twice"_s);
        row("workdays no list", changed("[1,2,3,4,5]", "5"), u"“workdays” must be a list"_s);
        row("no hours", changed(R"(["08:00-12:00","14:00-18:00"])", "[]"), u"“hours”"_s);
        row("hours of another form", changed("14:00-18:00", "14-18"), u"“14-18”"_s);
        row("25 o'clock", changed("14:00-18:00", "14:00-25:00"), u"“14:00-25:00”"_s);
        row("minute 60", changed("14:00-18:00", "14:00-17:60"), u"“14:00-17:60”"_s);
        row("24:01", changed("14:00-18:00", "14:00-24:01"), u"“14:00-24:01”"_s);
        row("hours a number", changed(R"("14:00-18:00")", "14"), u"“hours[1]” must be a text"_s);
        row("overlap",
            changed("14:00-18:00", "11:59-18:00"),
            u"11:59-18:00 overlap with 08:00-12:00"_s);
        row("out of order",
            changed("14:00-18:00", "06:00-07:00"),
            u"06:00-07:00 are out of order"_s);
        row("backwards", changed("14:00-18:00", "18:00-14:00"), u"18:00-14:00 end before"_s);
        row("no length", changed("14:00-18:00", "14:00-14:00"), u"14:00-14:00 end before"_s);
        row("year twice", changed("[2025,2026]", "[2026,2026]"), u"“years” names 2026 twice"_s);
        row("year of long ago", changed("[2025,2026]", "[1989,2026]"), u"“years[0]”"_s);
        row("no date", changed("2026-01-02", "2026-02-30"), u"“2026-02-30”"_s);
        row("date of another form", changed("2026-01-02", "2026-1-2"), u"“holidays[1].date”"_s);
        row("date twice",
            changed("2026-01-02", "2026-01-01"),
            u"“holidays[1].date”: 2026-01-01 is listed twice"_s);
        row("day without a name",
            changed(R"("2026-01-02","name":"元旦")", R"("2026-01-02","name":" ")"),
            u"“holidays[1].name”"_s);
        row("year not listed",
            changed("2026-01-02", "2027-01-02"),
            u"“holidays[1].date”: 2027-01-02 is not in one of the “years”"_s);
        row("make-up of a year not listed",
            changed("2026-01-04", "2024-01-06"),
            u"“make_up[0].date”"_s);
        row("holiday and make-up", changed("2026-01-02", "2026-01-04"), u"2026-01-04 is both"_s);
        row("make-up on a workday",
            changed("2026-01-04", "2026-01-05"),
            u"2026-01-05, which is a working day"_s);
        row("day no object",
            changed(R"({"date":"2026-01-04","name":"元旦"})", "\"2026-01-04\""),
            u"“make_up[0]” must be an object"_s);
        row("holidays no list",
            changed(R"([{"date":"2026-01-04","name":"元旦"}])", "{}"),
            u"“make_up” must be a list"_s);
    }
    void refuses()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, wanted);
        const Result<WorkingCalendar> calendar = WorkingCalendar::fromJson(json);
        QVERIFY(!calendar);
        QCOMPARE(calendar.error().code, ErrorCode::InvalidInput);
        QVERIFY2(calendar.error().message.contains(wanted),
                 qUtf8Printable(calendar.error().message));
    }
};

static const TestRegistration<TestWorkingCalendar> registration;

} // namespace gridward

#include "test_workingcalendar.moc"
