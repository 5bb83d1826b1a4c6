// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/heat/heatramp.h"

#include "models/analysis/classbreaks.h"

#include <QColor>
#include <QLocale>

#include <array>
#include <cmath>
#include <span>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

using Anchors = std::span<const QRgb>;

// Every eighth of matplotlib's viridis and magma, every ninth of its cividis (all CC0), from dark
// to bright.
constexpr std::array<QRgb, 9> kViridis{0xff440154,
                                       0xff472d7b,
                                       0xff3b528b,
                                       0xff2c728e,
                                       0xff21918c,
                                       0xff28ae80,
                                       0xff5ec962,
                                       0xffaddc30,
                                       0xfffde725};
constexpr std::array<QRgb, 9> kMagma{0xff000004,
                                     0xff1c1044,
                                     0xff4f127b,
                                     0xff812581,
                                     0xffb5367a,
                                     0xffe55064,
                                     0xfffb8761,
                                     0xfffec287,
                                     0xfffcfdbf};

constexpr std::array<QRgb, 10> kCividis{0xff00224e,
                                        0xff123570,
                                        0xff3b496c,
                                        0xff575d6d,
                                        0xff707173,
                                        0xff8a8678,
                                        0xffa59c74,
                                        0xffc3b369,
                                        0xffe1cc55,
                                        0xfffee838};
constexpr std::array<QRgb, 2> kGreys{0xff101010, 0xfff4f4f4};

Anchors anchorsOf(HeatRamp ramp)
{
    switch (ramp) {
    case HeatRamp::Viridis:
        return kViridis;
    case HeatRamp::Magma:
        return kMagma;
    case HeatRamp::Cividis:
        return kCividis;
    case HeatRamp::Greys:
        break;
    }
    return kGreys;
}

// Less and more, by day and by night: blue and orange stay apart for all kinds of colour-blind
// eyes.
constexpr QRgb kLessByDay = 0xff1b4f9c;
constexpr QRgb kMoreByDay = 0xffb34700;
constexpr QRgb kLessByNight = 0xff7fb2ff;
constexpr QRgb kMoreByNight = 0xffffa24d;
/** About as many: a veil over the ground, which is bare where nothing is known. */
constexpr QRgb kSameByDay = 0x66808890;
constexpr QRgb kSameByNight = 0x66a0a8b4;

/** A colour just above a boundary begins so much of the class above it. */
constexpr double kSharp = 1.0e-6;

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
    const Anchors anchors = anchorsOf(ramp);
    const std::size_t last = anchors.size() - 1;
    const double place =
        (theme == MapTheme::Night ? share : 1.0 - share) * static_cast<double>(last);
    const auto below =
        static_cast<std::size_t>(std::clamp(std::floor(place), 0.0, static_cast<double>(last - 1)));
    QColor colour = mixed(QColor::fromRgb(anchors[below]),
                          QColor::fromRgb(anchors[below + 1]),
                          place - static_cast<double>(below));
    // What is next to nothing lets the ground through; a fifth of the most is seen in full.
    const double strength = std::sqrt(std::min(share / 0.2, 1.0));
    colour.setAlphaF(static_cast<float>(0.88 * strength));
    return colour;
}

/** From -1, much less, to 1, much more; 0 lets the ground through. */
QColor divergingAt(double share, MapTheme theme)
{
    const bool isDay = theme == MapTheme::Day;
    const QRgb end =
        share < 0.0 ? (isDay ? kLessByDay : kLessByNight) : (isDay ? kMoreByDay : kMoreByNight);
    QColor colour = QColor::fromRgb(end);
    colour.setAlphaF(static_cast<float>(0.88 * std::sqrt(std::min(std::abs(share), 1.0))));
    return colour;
}

} // namespace

QList<HeatStop> heatStops(double highest, HeatRamp ramp, MapTheme theme)
{
    return heatStops(equalBreaks(highest), false, ramp, theme);
}

QList<HeatStop>
heatStops(const std::vector<double> &breaks, bool isClassed, HeatRamp ramp, MapTheme theme)
{
    if (breaks.size() < 2) {
        return {};
    }
    const double first = breaks.front();
    const auto colourOf = [&](double share) {
        return first < 0.0 ? divergingAt(2.0 * share - 1.0, theme) : colourAt(ramp, theme, share);
    };
    QList<HeatStop> stops;
    const auto classes = static_cast<double>(breaks.size() - 1);
    for (std::size_t i = 0; i + 1 < breaks.size(); ++i) {
        const double width = breaks[i + 1] - breaks[i];
        if (isClassed) {
            const QRgb colour = colourOf((static_cast<double>(i) + 0.5) / classes).rgba();
            const bool isNothing = breaks[i] == 0.0; // it has no colour
            stops.append({breaks[i], isNothing ? colour & 0x00ffffffU : colour, true});
            if (isNothing) {
                stops.append({breaks[i] + kSharp * width, colour, false});
            }
            stops.append({breaks[i + 1] - kSharp * width, colour, false});
            continue;
        }
        for (int part = 0; part < kStopsPerStep; ++part) {
            const double value = breaks[i] + width * part / kStopsPerStep;
            stops.append(
                {value, colourOf((value - first) / (breaks.back() - first)).rgba(), part == 0});
        }
    }
    const QRgb last = isClassed ? stops.last().argb : colourOf(1.0).rgba();
    stops.append({breaks.back(), last, true});
    return stops;
}

QList<HeatStop> ratioStops(const std::vector<double> &breaks, MapTheme theme)
{
    QList<HeatStop> stops;
    const auto classes = static_cast<double>(breaks.size()) - 1.0;
    for (std::size_t i = 0; i + 1 < breaks.size(); ++i) {
        const bool isSame = 2 * i + 2 == breaks.size(); // known, unlike the ground beside it
        const QRgb same = theme == MapTheme::Day ? kSameByDay : kSameByNight;
        const QRgb colour =
            isSame
                ? same
                : divergingAt(2.0 * (static_cast<double>(i) + 0.5) / classes - 1.0, theme).rgba();
        stops.append({breaks[i], colour, true});
        stops.append({breaks[i + 1] - kSharp * (breaks[i + 1] - breaks[i]), colour, false});
    }
    if (!stops.isEmpty()) {
        stops.append({breaks.back(), stops.last().argb, true});
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
    const double size = std::abs(value);
    QString text = numbers.toString(size, 'f', size >= 10.0 || size == 0.0 ? 0 : 3);
    while (text.contains(u'.') && (text.endsWith(u'0') || text.endsWith(u'.'))) {
        text.chop(1);
    }
    return value < 0.0 && text != "0"_L1 ? QChar(0x2212) + text : text;
}

} // namespace gridward
