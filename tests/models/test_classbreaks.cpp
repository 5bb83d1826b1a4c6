// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/classbreaks.h"
#include "tests/support/testregistry.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

namespace gridward {

namespace {

using Breaks = std::vector<double>;

/** Sum of squares about the means of the classes. */
double spreadOf(const std::vector<float> &values, const Breaks &breaks)
{
    double spread = 0.0;
    for (std::size_t i = 0; i + 1 < breaks.size(); ++i) {
        double sum = 0.0;
        double squares = 0.0;
        int count = 0;
        for (const float value : values) {
            if (value > breaks[i] && value <= breaks[i + 1]) {
                sum += value;
                squares += static_cast<double>(value) * value;
                ++count;
            }
        }
        spread += count > 0 ? squares - sum * sum / count : 0.0;
    }
    return spread;
}

std::vector<float> skewed()
{
    std::mt19937 random(11);
    std::exponential_distribution<float> draw(0.01F);
    std::vector<float> values(5000);
    std::ranges::generate(values, [&] { return draw(random); });
    return values;
}

} // namespace

class TestClassBreaks : public QObject
{
    Q_OBJECT
private slots:
    void equalStepsAreRound()
    {
        QCOMPARE(equalBreaks(900.0), (Breaks{0.0, 200.0, 400.0, 600.0, 800.0, 1000.0}));
        QCOMPARE(equalBreaks(1000.0).back(), 1000.0);
        QVERIFY(equalBreaks(0.0).empty());
        QVERIFY(equalBreaks(std::numeric_limits<double>::quiet_NaN()).empty());
        QCOMPARE(divergingBreaks(-30.0, 90.0),
                 (Breaks{-100.0, -80.0, -60.0, -40.0, -20.0, 0.0, 20.0, 40.0, 60.0, 80.0, 100.0}));
    }
    void quantilesHoldAsMany()
    {
        const std::vector<float> values = skewed();
        const Breaks breaks = quantileBreaks(values, 5);
        QCOMPARE(breaks.size(), 6U);
        QCOMPARE(breaks.front(), 0.0);
        QVERIFY(breaks.back() >= static_cast<double>(*std::ranges::max_element(values)));
        for (std::size_t i = 0; i + 1 < breaks.size(); ++i) {
            const auto inside = std::ranges::count_if(
                values, [&](float value) { return value > breaks[i] && value <= breaks[i + 1]; });
            QVERIFY2(std::abs(static_cast<double>(inside) / 1000.0 - 1.0) < 0.1,
                     qPrintable(QString::number(inside)));
        }
    }
    void naturalBreaksFallBetweenHeaps()
    {
        std::vector<float> values;
        for (const float heap : {10.0F, 50.0F, 200.0F}) {
            for (int i = 0; i < 100; ++i) {
                values.push_back(heap + 0.05F * static_cast<float>(i));
            }
        }
        const Breaks breaks = naturalBreaks(values, 3);
        QCOMPARE(breaks.size(), 4U);
        QVERIFY(breaks[1] > 15.0 && breaks[1] < 50.0);
        QVERIFY(breaks[2] > 55.0 && breaks[2] < 200.0);
        // No other way to class is tighter, but for the rounding to two digits.
        const std::vector<float> all = skewed();
        const double natural = spreadOf(all, naturalBreaks(all, 5));
        QVERIFY(natural < spreadOf(all, quantileBreaks(all, 5)));
        QVERIFY(natural < 1.1 * spreadOf(all, equalBreaks(*std::ranges::max_element(all))));
    }
    void valuesThatAreAlike()
    {
        QVERIFY(quantileBreaks({}, 5).empty());
        QVERIFY(naturalBreaks(std::vector<float>(100, 0.0F), 5).empty());
        const Breaks breaks = quantileBreaks(std::vector<float>(100, 7.0F), 5);
        QCOMPARE(breaks, (Breaks{0.0, 7.0}));
        QCOMPARE(naturalBreaks(std::vector<float>(1, 7.0F), 5), (Breaks{0.0, 7.0}));
        // Not known is a value below 0 in a raster: it is in no class.
        QCOMPARE(quantileBreaks(std::vector<float>{-9999.0F, 3.0F}, 5), (Breaks{0.0, 3.0}));
    }
};

static const TestRegistration<TestClassBreaks> sRegistration;

} // namespace gridward

#include "test_classbreaks.moc"
