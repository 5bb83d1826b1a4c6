// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/view/hourofweek.h"
#include "tests/support/testregistry.h"

#include <QDateTime>

#include <numeric>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

Instant at(const char *iso)
{
    return instantFromIso(QString::fromLatin1(iso)).value();
}

CaseId caseAt(Instant moment, quint64 number)
{
    return CaseId::make(moment, 0, number);
}

/** One case every 37 minutes, here and there in turn. */
CasePoints manyCases()
{
    CasePoints points;
    points.from = at("2026-03-01T00:00:00Z");
    points.to = points.from + std::chrono::days(60);
    quint64 number = 0;
    for (Instant moment = points.from; moment < points.to; moment += std::chrono::minutes(37)) {
        points.longitudes.append(number % 2 == 0 ? 7.0 : 8.0);
        points.latitudes.append(47.0);
        points.ids.append(caseAt(moment, ++number));
    }
    points.withoutPlace = 3;
    points.visited = points.ids.size() + 3;
    return points;
}

} // namespace

class TestHourOfWeek : public QObject
{
    Q_OBJECT
private slots:
    void idSaysWhen()
    {
        const Instant moment = at("2026-11-20T08:15:30.123Z");
        QCOMPARE(caseAt(moment, 77).registeredAt(), moment);
    }
    void hoursAreThoseOfTheDistrict()
    {
        const QTimeZone beijing("Asia/Shanghai");
        // Friday in London is Saturday in Beijing.
        QCOMPARE(hoursOfWeek({caseAt(at("2026-11-20T16:30:00Z"), 1)}, beijing),
                 (QList<quint8>{5 * 24}));
        QCOMPARE(hoursOfWeek({caseAt(at("2026-11-22T15:59:59Z"), 1)}, beijing),
                 (QList<quint8>{167}));
        QCOMPARE(hoursOfWeek({caseAt(at("2026-11-22T16:00:00Z"), 1)}, beijing), (QList<quint8>{0}));
    }
    void summerTimeIsMinded()
    {
        // Each is asked anew: the short way must tell the same, through the night without 2
        // o'clock.
        const QTimeZone zurich("Europe/Zurich");
        const CasePoints points = manyCases();
        const QList<quint8> hours = hoursOfWeek(points.ids, zurich);
        QCOMPARE(hours.size(), points.ids.size());
        for (qsizetype i = 0; i < hours.size(); ++i) {
            const QDateTime local = QDateTime::fromMSecsSinceEpoch(
                points.ids.at(i).registeredAt().time_since_epoch().count(), zurich);
            QCOMPARE(int(hours.at(i)), (local.date().dayOfWeek() - 1) * 24 + local.time().hour());
        }
    }
    void countsAndChooses()
    {
        const CasePoints points = manyCases();
        const QList<quint8> hours = hoursOfWeek(points.ids, QTimeZone::utc());
        const HourCounts all = countHours(points, hours, std::nullopt);
        QCOMPARE(std::accumulate(all.begin(), all.end(), qint64(0)), points.ids.size());
        const HourCounts half = countHours(points, hours, GeoExtent{6.5, 46.0, 7.5, 48.0});
        QCOMPARE(std::accumulate(half.begin(), half.end(), qint64(0)), (points.ids.size() + 1) / 2);

        HourChoice chosen;
        QCOMPARE(inHours(points, hours, chosen).ids.size(), points.ids.size());
        chosen.set(8);
        chosen.set(24 * 6 + 23);
        const CasePoints some = inHours(points, hours, chosen);
        QCOMPARE(some.ids.size(), all.at(8) + all.at(24 * 6 + 23));
        QCOMPARE(some.longitudes.size(), some.ids.size());
        QCOMPARE(some.withoutPlace, 3);
        QCOMPARE(some.from, points.from);
    }
    void inWords()
    {
        HourChoice chosen;
        QVERIFY(hoursText(chosen).isEmpty());
        for (int day = 0; day < 5; ++day) {
            chosen.set(static_cast<std::size_t>(24 * day + 7));
            chosen.set(static_cast<std::size_t>(24 * day + 8));
        }
        QCOMPARE(hoursText(chosen), u"registered Mon–Fri 07:00–09:00"_s);
        for (int hour = 0; hour < 24; ++hour) {
            chosen.set(static_cast<std::size_t>(24 * 6 + hour));
        }
        chosen.set(24 + 23); // to midnight
        // Five parts: their number says as much.
        QCOMPARE(hoursText(chosen), u"registered in 35 hour(s) of the week that were chosen"_s);
        chosen.set();
        QCOMPARE(hoursText(chosen), u"registered Mon–Sun"_s);
    }
    void steps()
    {
        const QTimeZone beijing("Asia/Shanghai");
        const Instant from = at("2026-10-30T05:00:00Z"); // Friday, 13:00 there
        const Instant to = at("2026-11-03T05:00:00Z");
        QCOMPARE(stepsOf(from, to, TimeStep::Day, beijing),
                 (QList<Instant>{from,
                                 at("2026-10-30T16:00:00Z"),
                                 at("2026-10-31T16:00:00Z"),
                                 at("2026-11-01T16:00:00Z"),
                                 at("2026-11-02T16:00:00Z"),
                                 to}));
        QCOMPARE(stepsOf(from, to, TimeStep::Week, beijing),
                 (QList<Instant>{from, at("2026-11-01T16:00:00Z"), to}));
        QCOMPARE(stepsOf(from, to, TimeStep::Month, beijing),
                 (QList<Instant>{from, at("2026-10-31T16:00:00Z"), to}));
        QVERIFY(stepsOf(to, from, TimeStep::Day, beijing).isEmpty());
    }
};

static const TestRegistration<TestHourOfWeek> sRegistration;

} // namespace gridward

#include "test_hourofweek.moc"
