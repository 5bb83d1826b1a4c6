// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/evaluation/period.h"
#include "tests/support/testregistry.h"

#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

QString daysOf(const Period &period)
{
    return period.first.toString(Qt::ISODate) + u' ' + period.last.toString(Qt::ISODate);
}

Period periodOf(const char *text)
{
    return Period::fromText(QString::fromLatin1(text)).value();
}

} // namespace

class TestPeriod : public QObject
{
    Q_OBJECT

private slots:
    void isRead_data()
    {
        QTest::addColumn<QString>("days");
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("yearBefore");
        QTest::newRow("2026") << u"2026-01-01 2026-12-31"_s << u"2025"_s << u"2025"_s;
        QTest::newRow("2026-Q1") << u"2026-01-01 2026-03-31"_s << u"2025-Q4"_s << u"2025-Q1"_s;
        QTest::newRow("2026-Q4") << u"2026-10-01 2026-12-31"_s << u"2026-Q3"_s << u"2025-Q4"_s;
        QTest::newRow("2024-02") << u"2024-02-01 2024-02-29"_s << u"2024-01"_s << u"2023-02"_s;
        QTest::newRow("2026-01") << u"2026-01-01 2026-01-31"_s << u"2025-12"_s << u"2025-01"_s;
        QTest::newRow("2026-W47") << u"2026-11-16 2026-11-22"_s << u"2026-W46"_s << u"2025-W47"_s;
        // The first week of 2026 begins in 2025; 2025 has no week 53.
        QTest::newRow("2026-W01") << u"2025-12-29 2026-01-04"_s << u"2025-W52"_s << u"2025-W01"_s;
        QTest::newRow("2026-W53") << u"2026-12-28 2027-01-03"_s << u"2026-W52"_s << u"2025-W52"_s;
        QTest::newRow("2024-02-29")
            << u"2024-02-29 2024-02-29"_s << u"2024-02-28"_s << u"2023-02-28"_s;
        QTest::newRow("2026-11-01..2026-11-22")
            << u"2026-11-01 2026-11-22"_s << u"2026-10-10..2026-10-31"_s
            << u"2025-11-01..2025-11-22"_s;
    }
    void isRead()
    {
        QFETCH(QString, days);
        const QString text = QString::fromLatin1(QTest::currentDataTag());
        const Result<Period> period = Period::fromText(text);
        QVERIFY2(period, period ? "" : qPrintable(period.error().message));
        QCOMPARE(daysOf(period.value()), days);
        QCOMPARE(period.value().toText(), text);
        QTEST(period.value().before().toText(), "before");
        QTEST(period.value().yearBefore().toText(), "yearBefore");
        QCOMPARE(period.value().before().after(), period.value());
        // Nothing lies between it and the one before, and its parts are the whole.
        QCOMPARE(period.value().before().last.addDays(1), period.value().first);
        const QList<Period> parts = period.value().parts();
        QCOMPARE(parts.first().first, period.value().first);
        QCOMPARE(parts.last().last, period.value().last);
        for (qsizetype i = 1; i < parts.size(); ++i) {
            QCOMPARE(parts.at(i).first, parts.at(i - 1).last.addDays(1));
        }
    }
    void isRefused_data()
    {
        QTest::addColumn<bool>("bad");
        for (const char *text : {"",
                                 "26",
                                 "2026-13",
                                 "2026-00",
                                 "2026-Q5",
                                 "2026-W54",
                                 "2025-W53",
                                 "2026-W00",
                                 "2026-02-30",
                                 "2026-11-22..2026-11-01",
                                 "2026-11..2026-12",
                                 "0026-11-22",
                                 "2026-1-1",
                                 "11/2026",
                                 "2026-11-22T08:00"}) {
            QTest::newRow(text[0] != 0 ? text : "nothing") << true;
        }
    }
    void isRefused()
    {
        const Result<Period> period =
            Period::fromText(QString::fromLatin1(QTest::currentDataTag()));
        QVERIFY(!period);
        QCOMPARE(period.error().code, ErrorCode::InvalidInput);
        QVERIFY(period.error().message.contains(u"2026-Q4"_s)); // says how it is written
    }
    void isOfTheDistrictsDays()
    {
        const Period month = periodOf("2026-11");
        const QTimeZone beijing("Asia/Shanghai");
        QCOMPARE(toIsoText(month.begin(beijing)), u"2026-10-31T16:00:00.000Z"_s);
        QCOMPARE(toIsoText(month.end(beijing)), u"2026-11-30T16:00:00.000Z"_s);
        // In Boston the clocks are turned in it: its end lies an hour later than thirty days.
        const QTimeZone boston("America/New_York");
        QCOMPARE(toIsoText(month.begin(boston)), u"2026-11-01T04:00:00.000Z"_s);
        QCOMPARE(toIsoText(month.end(boston)), u"2026-12-01T05:00:00.000Z"_s);
        // The day on which they are turned has twenty-five hours.
        QCOMPARE(toIsoText(periodOf("2026-11-01").end(boston)), u"2026-11-02T05:00:00.000Z"_s);
    }
    void isOfADay_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("text");
        QTest::newRow("day") << int(Period::Kind::Day) << u"2026-11-22"_s;
        QTest::newRow("week") << int(Period::Kind::Week) << u"2026-W47"_s;
        QTest::newRow("month") << int(Period::Kind::Month) << u"2026-11"_s;
        QTest::newRow("quarter") << int(Period::Kind::Quarter) << u"2026-Q4"_s;
        QTest::newRow("year") << int(Period::Kind::Year) << u"2026"_s;
    }
    void isOfADay()
    {
        QFETCH(int, kind);
        const Period period = Period::of(static_cast<Period::Kind>(kind), QDate(2026, 11, 22));
        QTEST(period.toText(), "text");
        QCOMPARE(Period::fromText(period.toText()).value(), period);
    }
    void hasParts()
    {
        QCOMPARE(periodOf("2026-11").parts().size(), 30);
        QCOMPARE(periodOf("2026").parts().size(), 12);
        QCOMPARE(periodOf("2026-Q4").parts().size(), 3);
        QCOMPARE(periodOf("2026-W47").parts().size(), 7);
        QCOMPARE(periodOf("2026-11-22").parts().size(), 1);
        const QList<Period> longRange = periodOf("2026-01-15..2026-06-10").parts();
        QCOMPARE(longRange.size(), 6);
        QCOMPARE(longRange.first().toText(), u"2026-01-15..2026-01-31"_s);
        QCOMPARE(longRange.at(1).toText(), u"2026-02"_s);
        QCOMPARE(longRange.last().toText(), u"2026-06-01..2026-06-10"_s);
    }
};
static const TestRegistration<TestPeriod> sRegistration;

} // namespace gridward

#include "test_period.moc"
