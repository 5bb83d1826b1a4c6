// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace gridward::bench {

struct Curve
{
    QString name;
    QString colour;
    std::vector<std::pair<double, double>> points; ///< both above 0
};

/** One panel; both axes are logarithmic. */
struct Panel
{
    QString title;
    QString across; ///< what and its unit
    std::vector<Curve> curves;
};

/** An SVG of panels side by side, milliseconds upwards, each curve named at its end. */
[[nodiscard]] QString chartOf(const std::vector<Panel> &panels, const QString &title);

} // namespace gridward::bench
