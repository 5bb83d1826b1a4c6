// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/heatmark.h"

#include "ui/theme/theme.h"

#include <QPainter>
#include <QPainterPath>

namespace gridward {

namespace {

constexpr double kWidth = 9;
constexpr double kHeight = 13;
constexpr double kGap = 1;

/** A flame of 9 by 13 logical pixels with its tip at the top. */
QPainterPath flame()
{
    QPainterPath path;
    path.moveTo(5.0, 0.0);
    path.cubicTo(5.6, 3.2, 9.0, 4.8, 9.0, 8.6);
    path.cubicTo(9.0, 11.2, 7.0, 13.0, 4.5, 13.0);
    path.cubicTo(2.0, 13.0, 0.0, 11.2, 0.0, 8.6);
    path.cubicTo(0.0, 6.6, 1.0, 5.4, 2.0, 4.2);
    path.cubicTo(2.2, 5.4, 2.8, 6.0, 3.4, 6.2);
    path.cubicTo(3.2, 3.8, 3.8, 1.6, 5.0, 0.0);
    path.closeSubpath();
    return path;
}

} // namespace

QColor heatColor(Heat heat, const Theme &theme)
{
    return heat == Heat::Warm ? theme.warningText : theme.errorText;
}

void paintHeat(QPainter &painter, const QRectF &box, Heat heat, const Theme &theme)
{
    if (heat == Heat::None) {
        return;
    }
    static const QPainterPath sFlame = flame();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(heatColor(heat, theme));
    painter.translate(box.right() - kWidth, box.center().y() - kHeight / 2);
    for (int step = 0; step < static_cast<int>(heat); ++step) {
        painter.drawPath(sFlame);
        painter.translate(-kWidth - kGap, 0);
    }
    painter.restore();
}

} // namespace gridward
