// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/view/caseheat.h"

#include <QColor>

class QPainter;
class QRectF;

namespace gridward {

struct Theme;

/** For flames and the words beside them: 4.5:1 or more on the grounds of rows. GUI thread. */
[[nodiscard]] QColor heatColor(Heat heat, const Theme &theme);
/** One to three flames side by side from the right of the box; nothing for Heat::None. */
void paintHeat(QPainter &painter, const QRectF &box, Heat heat, const Theme &theme);

} // namespace gridward
