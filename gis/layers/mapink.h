// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/mapport.h"

#include <qgstextformat.h>

#include <QString>

namespace gridward {

/** One colour by day and one by night, as "#rrggbb". */
struct Ink
{
    const char *day;
    const char *night;

    [[nodiscard]] QString in(MapTheme theme) const
    {
        return QString::fromLatin1(theme == MapTheme::Day ? day : night);
    }
};

/** Text of our own layers: Noto Sans CJK SC with a halo; `size` in points, `weight` of QFont. */
[[nodiscard]] QgsTextFormat textFormat(MapTheme theme, double size, int weight, const Ink &ink);

} // namespace gridward
