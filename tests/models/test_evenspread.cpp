// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/evenspread.h"
#include "tests/support/gridpartition.h"
#include "tests/support/testregistry.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

GridNumber box(const QString &code, double west, double south, double side, double number)
{
    const Ring ring{
        {west, south}, {west + side, south}, {west + side, south + side}, {west, south + side}};
    return {{code, polygonWkb({ring})}, number};
}

bool isIn(const GeoPoint &place, double west, double south, double side)
{
    return place.longitude >= west && place.longitude <= west + side && place.latitude >= south &&
           place.latitude <= south + side;
}

} // namespace

class TestEvenSpread : public QObject
{
    Q_OBJECT
private slots:
    void eachGridKeepsItsNumber()
    {
        // A kilometre each way, beside one of forty metres that no point of the lattice meets.
        const auto spread = evenSpread({box(u"a"_s, 116.0, 40.0, 0.01, 5000.0),
                                        box(u"b"_s, 116.01, 40.0, 0.01, 80.0),
                                        box(u"c"_s, 116.0201, 40.0001, 0.0004, 7.0),
                                        box(u"d"_s, 116.03, 40.0, 0.01, 0.0)},
                                       100.0,
                                       1'000'000);
        QVERIFY(spread);
        double a = 0.0;
        double b = 0.0;
        double c = 0.0;
        QList<double> weights;
        for (const WeightedPlace &one : spread.value()) {
            QVERIFY(one.weight > 0.0);
            if (isIn(one.place, 116.0201, 40.0001, 0.0004)) {
                c += one.weight;
            } else if (isIn(one.place, 116.01, 40.0, 0.01)) {
                b += one.weight;
            } else {
                QVERIFY(isIn(one.place, 116.0, 40.0, 0.01));
                a += one.weight;
                weights.append(one.weight);
            }
        }
        QVERIFY(std::abs(a - 5000.0) < 1e-6);
        QVERIFY(std::abs(b - 80.0) < 1e-6);
        QCOMPARE(c, 7.0);
        // Even: 111 m by 111 m for each of the 9 × 11 points of a box of 851 m by 1,113 m.
        QVERIFY(weights.size() > 80 && weights.size() < 110);
        QCOMPARE(std::ranges::min(weights), std::ranges::max(weights));
    }
    void aHoleHasNobody()
    {
        const Ring outer{{116.0, 40.0}, {116.01, 40.0}, {116.01, 40.01}, {116.0, 40.01}};
        const Ring hole{{116.002, 40.002}, {116.002, 40.008}, {116.008, 40.008}, {116.008, 40.002}};
        const auto spread =
            evenSpread({{{u"a"_s, polygonWkb({outer, hole})}, 100.0}}, 50.0, 1'000'000);
        QVERIFY(spread);
        double sum = 0.0;
        for (const WeightedPlace &one : spread.value()) {
            QVERIFY(!isIn(one.place, 116.0021, 40.0021, 0.0058));
            sum += one.weight;
        }
        QVERIFY(std::abs(sum - 100.0) < 1e-9);
    }
    void aLargeDistrictHasNoMorePlacesThanAskedFor()
    {
        QList<GridNumber> grids;
        for (int i = 0; i < 100; ++i) {
            grids.append(box(u"%1"_s.arg(i, 3, 10, QLatin1Char('0')),
                             116.0 + 0.1 * (i % 10),
                             40.0 + 0.1 * (i / 10),
                             0.1,
                             10.0));
        }
        const auto spread = evenSpread(grids, 25.0, 20'000);
        QVERIFY(spread);
        QVERIFY(spread.value().size() > 15'000);
        QVERIFY(spread.value().size() < 21'000);
        double sum = 0.0;
        for (const WeightedPlace &one : spread.value()) {
            sum += one.weight;
        }
        QVERIFY(std::abs(sum - 1000.0) < 1e-6);
    }
    void nothingComesOfNothing()
    {
        QVERIFY(evenSpread({}, 25.0, 100).value().isEmpty());
        QVERIFY(evenSpread({box(u"a"_s, 116.0, 40.0, 0.01, -3.0)}, 25.0, 100).value().isEmpty());
        QVERIFY(!evenSpread({{{u"a"_s, "x"_ba}, 3.0}}, 25.0, 100));
    }
};

static const TestRegistration<TestEvenSpread> sRegistration;

} // namespace gridward

#include "test_evenspread.moc"
