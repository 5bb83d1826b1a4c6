// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/geopoint.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace gridward {

bool isValid(const GeoPoint &point)
{
    // The comparisons are false for NaN as well.
    return std::abs(point.longitude) <= 180.0 && std::abs(point.latitude) <= 90.0;
}

QString toDisplayText(const GeoPoint &point)
{
    if (!isValid(point)) {
        return {};
    }
    return u"%1° %2  %3° %4"_s.arg(QString::number(std::abs(point.longitude), 'f', 6),
                                   point.longitude < 0 ? u"W"_s : u"E"_s,
                                   QString::number(std::abs(point.latitude), 'f', 6),
                                   point.latitude < 0 ? u"S"_s : u"N"_s);
}

} // namespace gridward
