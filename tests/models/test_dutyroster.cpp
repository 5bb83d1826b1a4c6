// SPDX-License-Identifier: GPL-3.0-or-later
// Uncovered hours and hand-overs: rows worked by hand.
#include "models/domain/dutyroster.h"
#include "tests/support/testregistry.h"

#include <QObject>
#include <QTest>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

const QTimeZone kZone("Asia/Shanghai");

/** By the clock in Shanghai, of 20 November 2026; hours over 24 are of the next day. */
Instant at(int hour, int minute = 0)
{
    return startOfDay(QDate(2026, 11, 20), kZone) + std::chrono::hours(hour) +
           std::chrono::minutes(minute);
}

Shift shift(const QString &person, int from, int to, const QString &area = u"S1"_s)
{
    return {person, u"street"_s, area, at(from), at(to)};
}

Leave leave(const QString &person, int from, int to, const QString &deputy = {})
{
    return {person, QDate(2026, 11, from), QDate(2026, 11, to), LeaveKind::Sick, deputy, {}};
}

QList<Division> divisions()
{
    return {{u"D"_s, {}, u"district"_s, {}, 0, 0.0, {}},
            {u"S1"_s, u"D"_s, u"street"_s, {}, 0, 0.0, {}},
            {u"S2"_s, u"D"_s, u"street"_s, {}, 0, 0.0, {}}};
}

/** "S1 0-8 1 of 1": area, hours of the 20th, how many are missing. */
QString said(const UncoveredSpan &span)
{
    const auto hour = [](Instant moment) {
        return QString::number(
            std::chrono::duration<double, std::ratio<3600>>(moment - at(0)).count());
    };
    return u"%1 %2-%3 %4/%5"_s.arg(span.area, hour(span.from), hour(span.to))
        .arg(span.missing)
        .arg(span.needed);
}

CoverageNeed need(int count, int from = 0, int to = 1440, const QString &scope = u"S1"_s)
{
    return {u"street"_s, scope, count, from, to, 127};
}

} // namespace

class TestDutyRoster : public QObject
{
    Q_OBJECT
private slots:
    void gaps_data()
    {
        QTest::addColumn<CoverageNeed>("needed");
        QTest::addColumn<QList<Shift>>("shifts");
        QTest::addColumn<QList<Leave>>("leaves");
        QTest::addColumn<QStringList>("gaps"); // of the 20th
        const QList<Shift> whole{shift(u"a"_s, 0, 12), shift(u"b"_s, 12, 24)};
        QTest::newRow("covered") << need(1) << whole << QList<Leave>{} << QStringList{};
        QTest::newRow("nobody") << need(1) << QList<Shift>{} << QList<Leave>{}
                                << QStringList{u"S1 0-24 1/1"_s};
        QTest::newRow("an hour between")
            << need(1) << QList<Shift>{shift(u"a"_s, 0, 3), shift(u"b"_s, 4, 24)} << QList<Leave>{}
            << QStringList{u"S1 3-4 1/1"_s};
        QTest::newRow("two needed, one there")
            << need(2) << QList<Shift>{shift(u"a"_s, 0, 24), shift(u"b"_s, 8, 24)} << QList<Leave>{}
            << QStringList{u"S1 0-8 1/2"_s};
        QTest::newRow("one person is not two")
            << need(2) << QList<Shift>{shift(u"a"_s, 0, 24), shift(u"a"_s, 6, 24)} << QList<Leave>{}
            << QStringList{u"S1 0-24 1/2"_s};
        QTest::newRow("two, then one is missing, then both")
            << need(2) << QList<Shift>{shift(u"a"_s, 0, 6), shift(u"b"_s, 0, 9)} << QList<Leave>{}
            << QStringList{u"S1 6-9 1/2"_s, u"S1 9-24 2/2"_s};
        QTest::newRow("away without a deputy")
            << need(1) << whole << QList<Leave>{leave(u"a"_s, 20, 20)}
            << QStringList{u"S1 0-12 1/1"_s};
        QTest::newRow("away with one")
            << need(1) << whole << QList<Leave>{leave(u"a"_s, 20, 20, u"c"_s)} << QStringList{};
        QTest::newRow("the deputy is there already")
            << need(2) << QList<Shift>{shift(u"a"_s, 0, 24), shift(u"b"_s, 0, 24)}
            << QList<Leave>{leave(u"a"_s, 20, 20, u"b"_s)} << QStringList{u"S1 0-24 1/2"_s};
        QTest::newRow("a leave ends at midnight in a turn")
            << need(1) << QList<Shift>{shift(u"a"_s, -4, 8), shift(u"b"_s, 8, 24)}
            << QList<Leave>{leave(u"a"_s, 18, 19)} << QStringList{};
        QTest::newRow("a leave begins at midnight in a turn")
            << need(1) << QList<Shift>{shift(u"a"_s, -4, 8), shift(u"b"_s, 8, 24)}
            << QList<Leave>{leave(u"a"_s, 20, 21)} << QStringList{u"S1 0-8 1/1"_s};
        QTest::newRow("withdrawn") << need(1) << QList<Shift>{shift(u"a"_s, 0, 0)} << QList<Leave>{}
                                   << QStringList{u"S1 0-24 1/1"_s};
        QTest::newRow("office hours only")
            << need(1, 9 * 60, 17 * 60) << QList<Shift>{shift(u"a"_s, 9, 12)} << QList<Leave>{}
            << QStringList{u"S1 12-17 1/1"_s};
        QTest::newRow("over midnight")
            << need(1, 22 * 60, 6 * 60) << QList<Shift>{} << QList<Leave>{}
            << QStringList{u"S1 0-6 1/1"_s, u"S1 22-24 1/1"_s};
        QTest::newRow("of every street")
            << need(1, 0, 1440, u"street"_s) << QList<Shift>{shift(u"a"_s, 0, 24)} << QList<Leave>{}
            << QStringList{u"S2 0-24 1/1"_s};
        QTest::newRow("elsewhere does not count")
            << need(1) << QList<Shift>{shift(u"a"_s, 0, 24, u"S2"_s)} << QList<Leave>{}
            << QStringList{u"S1 0-24 1/1"_s};
        CoverageNeed mondays = need(1);
        mondays.days = 1; // the 20th is a Friday
        QTest::newRow("on other days")
            << mondays << QList<Shift>{} << QList<Leave>{} << QStringList{};
    }
    void gaps()
    {
        QFETCH(CoverageNeed, needed);
        QFETCH(QList<Shift>, shifts);
        QFETCH(QList<Leave>, leaves);
        QFETCH(QStringList, gaps);
        QStringList found;
        for (const UncoveredSpan &span : uncoveredSpans(
                 {needed}, divisions(), shifts, LeaveBook(leaves), kZone, at(0), at(24))) {
            found.append(said(span));
        }
        QCOMPARE(found, gaps);
    }
    void handovers_data()
    {
        QTest::addColumn<QList<Shift>>("shifts");
        QTest::addColumn<QList<Leave>>("leaves");
        QTest::addColumn<QStringList>("next"); // at 7 o'clock
        QTest::newRow("one to the other") << QList<Shift>{shift(u"a"_s, 0, 8), shift(u"b"_s, 8, 16)}
                                          << QList<Leave>{} << QStringList{u"a>b 8"_s};
        QTest::newRow("nobody comes")
            << QList<Shift>{shift(u"a"_s, 0, 8)} << QList<Leave>{} << QStringList{u"a> 8"_s};
        QTest::newRow("nobody is there")
            << QList<Shift>{shift(u"b"_s, 8, 16)} << QList<Leave>{} << QStringList{};
        QTest::newRow("somebody stays on")
            << QList<Shift>{shift(u"a"_s, 0, 8), shift(u"a"_s, 8, 12), shift(u"b"_s, 12, 16)}
            << QList<Leave>{} << QStringList{u"a>b 12"_s};
        QTest::newRow("two to two") << QList<Shift>{shift(u"a"_s, 0, 8),
                                                    shift(u"b"_s, 0, 8),
                                                    shift(u"c"_s, 8, 16),
                                                    shift(u"d"_s, 8, 16)}
                                    << QList<Leave>{} << QStringList{u"a>c 8"_s, u"b>d 8"_s};
        QTest::newRow("two to one")
            << QList<Shift>{shift(u"a"_s, 0, 8), shift(u"b"_s, 0, 8), shift(u"c"_s, 8, 16)}
            << QList<Leave>{} << QStringList{u"a>c 8"_s, u"b> 8"_s};
        QTest::newRow("to the deputy")
            << QList<Shift>{shift(u"a"_s, 0, 8), shift(u"b"_s, 8, 16)}
            << QList<Leave>{leave(u"b"_s, 20, 20, u"c"_s)} << QStringList{u"a>c 8"_s};
    }
    void handovers()
    {
        QFETCH(QList<Shift>, shifts);
        QFETCH(QList<Leave>, leaves);
        QFETCH(QStringList, next);
        QStringList found;
        for (const NextHandover &one : nextHandovers(shifts, LeaveBook(leaves), kZone, at(7))) {
            found.append(u"%1>%2 %3"_s.arg(one.fromPerson, one.toPerson)
                             .arg((one.at - at(0)) / std::chrono::hours(1)));
        }
        QCOMPARE(found, next);
    }
    void turnsAreChecked()
    {
        QVERIFY(checkShift(shift(u"a"_s, 0, 8)));
        QVERIFY(checkShift(shift(u"a"_s, 8, 8))); // withdrawn
        QVERIFY(!checkShift(shift(u"a"_s, 8, 0)));
        QVERIFY(!checkShift(shift({}, 0, 8)));
        QVERIFY(!checkShift(shift(u"a"_s, 0, 49)));
    }
};

static const TestRegistration<TestDutyRoster> kRegistration;

} // namespace gridward

#include "test_dutyroster.moc"
