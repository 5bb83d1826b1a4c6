// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/heat/heatramp.h"

#include "models/analysis/roundnumber.h"

#include <QColor>
#include <QLocale>

#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr std::size_t kAnchors = 9;
using Anchors = std::array<QRgb, kAnchors>;

// Every eighth of matplotlib's viridis and magma (both CC0), from dark to bright.
constexpr Anchors kViridis{0xff440154,
                           0xff472d7b,
                           0xff3b528b,
                           0xff2c728e,
                           0xff21918c,
                           0xff28ae80,
                           0xff5ec962,
                           0xffaddc30,
                           0xfffde725};
constexpr Anchors kMagma{0xff000004,
                         0xff1c1044,
                         0xff4f127b,
                         0xff812581,
                         0xffb5367a,
                         0xffe55064,
                         0xfffb8761,
                         0xfffec287,
                         0xfffcfdbf};

/** Labelled steps of a legend: from three to seven come of this. */
constexpr double kFewestSteps = 2.5;
/** Stops to a step: between two of them, colours are mixed evenly. */
constexpr int kStopsPerStep = 4;

QColor mixed(const QColor &one, const QColor &other, double share)
{
    const auto mix = [share](float a, float b) { return static_cast<float>(a + (b - a) * share); };
    return QColor::fromRgbF(mix(one.redF(), other.redF()),
                            mix(one.greenF(), other.greenF()),
                            mix(one.blueF(), other.blueF()));
}

QColor colourAt(HeatRamp ramp, MapTheme theme, double share)
{
    const Anchors &anchors = ramp == HeatRamp::Viridis ? kViridis : kMagma;
    const double place =
        (theme == MapTheme::Night ? share : 1.0 - share) * static_cast<double>(kAnchors - 1);
    const auto below =
        static_cast<std::size_t>(std::clamp(std::floor(place), 0.0, double(kAnchors - 2)));
    QColor colour = mixed(QColor::fromRgb(anchors.at(below)),
                          QColor::fromRgb(anchors.at(below + 1)),
                          place - static_cast<double>(below));
    // What is next to nothing lets the ground through; a fifth of the most is seen in full.
    const double strength = std::sqrt(std::min(share / 0.2, 1.0));
    colour.setAlphaF(static_cast<float>(0.88 * strength));
    return colour;
}

} // namespace

QList<HeatStop> heatStops(double highest, HeatRamp ramp, MapTheme theme)
{
    const double step = roundNumberBelow(highest / kFewestSteps);
    if (step <= 0.0) {
        return {};
    }
    const int steps = static_cast<int>(std::ceil(highest / step - 1.0e-9));
    const int count = steps * kStopsPerStep;
    QList<HeatStop> stops;
    for (int i = 0; i <= count; ++i) {
        const double share = static_cast<double>(i) / count;
        stops.append({step * i / kStopsPerStep,
                      colourAt(ramp, theme, share).rgba(),
                      i % kStopsPerStep == 0});
    }
    return stops;
}

quint32 onWhite(quint32 argb)
{
    const QColor colour = QColor::fromRgba(argb);
    return mixed(Qt::white, colour, static_cast<double>(colour.alphaF())).rgb();
}

QString heatValueText(double value)
{
    const QLocale numbers(QLocale::English); // grouped the same way in both languages
    QString text = numbers.toString(value, 'f', value >= 10.0 || value == 0.0 ? 0 : 3);
    while (text.contains(u'.') && (text.endsWith(u'0') || text.endsWith(u'.'))) {
        text.chop(1);
    }
    return text;
}

} // namespace gridward
