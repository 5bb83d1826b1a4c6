// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/densitychart.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace gridward::bench {

namespace {

constexpr double kWidth = 300.0; ///< of the plot of a panel
constexpr double kHeight = 330.0;
constexpr double kLeft = 80.0;
constexpr double kRight = 150.0; ///< room for the names of curves
constexpr double kTop = 75.0;
constexpr double kBottom = 60.0;
constexpr double kNameHeight = 15.0;

/** Powers of ten around values. */
struct Scale
{
    double least = 0.0;
    double most = 1.0;

    void take(double value)
    {
        least = std::min(least, std::floor(std::log10(value) + 1.0e-9));
        most = std::max(most, std::ceil(std::log10(value) - 1.0e-9));
    }
    [[nodiscard]] double at(double value) const
    {
        return (std::log10(value) - least) / (most - least);
    }
};

Scale emptyScale()
{
    return {1.0e9, -1.0e9};
}

/** "10,000". */
QString number(double value)
{
    return QLocale(QLocale::English).toString(value, 'f', value < 1.0 ? (value < 0.1 ? 2 : 1) : 0);
}

QString text(double x, double y, const QString &words, const QString &more)
{
    return u"<text x=\"%1\" y=\"%2\" %3>%4</text>\n"_s.arg(x, 0, 'f', 1)
        .arg(y, 0, 'f', 1)
        .arg(more, words.toHtmlEscaped());
}

QString line(double x1, double y1, double x2, double y2, const QString &colour)
{
    return u"<line x1=\"%1\" y1=\"%2\" x2=\"%3\" y2=\"%4\" stroke=\"%5\"/>\n"_s.arg(x1, 0, 'f', 1)
        .arg(y1, 0, 'f', 1)
        .arg(x2, 0, 'f', 1)
        .arg(y2, 0, 'f', 1)
        .arg(colour);
}

QString axes(double left, const Panel &panel, const Scale &across, const Scale &up)
{
    QString svg = text(left, kTop - 14.0, panel.title, u"font-weight=\"bold\""_s);
    for (double power = up.least; power <= up.most; power += 1.0) {
        const double y = kTop + kHeight * (1.0 - (power - up.least) / (up.most - up.least));
        svg += line(left, y, left + kWidth, y, u"#ddd"_s);
        svg += text(left - 6.0, y + 4.0, number(std::pow(10.0, power)), u"text-anchor=\"end\""_s);
    }
    for (double power = across.least; power <= across.most; power += 1.0) {
        const double x = left + kWidth * (power - across.least) / (across.most - across.least);
        svg += line(x, kTop, x, kTop + kHeight, u"#ddd"_s);
        svg += text(
            x, kTop + kHeight + 18.0, number(std::pow(10.0, power)), u"text-anchor=\"middle\""_s);
    }
    svg += line(left, kTop + kHeight, left + kWidth, kTop + kHeight, u"#555"_s);
    svg += line(left, kTop, left, kTop + kHeight, u"#555"_s);
    return svg + text(left + kWidth / 2.0,
                      kTop + kHeight + 40.0,
                      panel.across,
                      u"text-anchor=\"middle\""_s);
}

QString panelOf(double left, const Panel &panel, const Scale &up)
{
    Scale across = emptyScale();
    for (const Curve &curve : panel.curves) {
        for (const auto &[x, y] : curve.points) {
            across.take(x);
        }
    }
    QString svg = axes(left, panel, across, up);
    std::vector<std::pair<double, const Curve *>> names;
    double longest = 0.0;
    for (const Curve &curve : panel.curves) {
        longest = std::max(longest, curve.points.empty() ? 0.0 : curve.points.back().first);
    }
    for (const Curve &curve : panel.curves) {
        QString path;
        double end = 0.0;
        for (const auto &[x, y] : curve.points) {
            end = kTop + kHeight * (1.0 - up.at(y));
            const double at = left + kWidth * across.at(x);
            path += u"%1,%2 "_s.arg(at, 0, 'f', 1).arg(end, 0, 'f', 1);
            svg += u"<circle cx=\"%1\" cy=\"%2\" r=\"2.6\" fill=\"%3\"/>\n"_s.arg(at, 0, 'f', 1)
                       .arg(end, 0, 'f', 1)
                       .arg(curve.colour);
        }
        svg += u"<polyline points=\"%1\" fill=\"none\" stroke=\"%2\" stroke-width=\"2\"/>\n"_s.arg(
            path.trimmed(), curve.colour);
        if (!curve.points.empty() && curve.points.back().first < longest) {
            // It ends early: its name stands there.
            svg += text(left + kWidth * across.at(curve.points.back().first) + 6.0,
                        end - 6.0,
                        curve.name,
                        u"fill=\"%1\""_s.arg(curve.colour));
        } else {
            names.emplace_back(end, &curve);
        }
    }
    // From the top: no name on another.
    std::ranges::sort(names, {}, &std::pair<double, const Curve *>::first);
    double free = kTop;
    for (const auto &[end, curve] : names) {
        const double y = std::max(end + 4.0, free);
        free = y + kNameHeight;
        svg += text(left + kWidth + 8.0, y, curve->name, u"fill=\"%1\""_s.arg(curve->colour));
    }
    return svg;
}

} // namespace

QString chartOf(const std::vector<Panel> &panels, const QString &title)
{
    Scale up = emptyScale();
    for (const Panel &panel : panels) {
        for (const Curve &curve : panel.curves) {
            for (const auto &[x, y] : curve.points) {
                up.take(y);
            }
        }
    }
    const double step = kLeft + kWidth + kRight;
    const double wide = step * static_cast<double>(panels.size());
    QString svg = u"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%1\" height=\"%2\" "
                  "viewBox=\"0 0 %1 %2\" font-family=\"sans-serif\" font-size=\"12\">\n"
                  "<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n"_s.arg(wide, 0, 'f', 0)
                      .arg(kTop + kHeight + kBottom, 0, 'f', 0);
    svg += text(kLeft, 28.0, title, u"font-size=\"15\""_s);
    for (std::size_t i = 0; i < panels.size(); ++i) {
        svg += panelOf(step * static_cast<double>(i) + kLeft, panels[i], up);
    }
    return svg + u"</svg>\n"_s;
}

} // namespace gridward::bench
