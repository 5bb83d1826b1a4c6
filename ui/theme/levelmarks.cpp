// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/levelmarks.h"

#include "models/view/levelcolors.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QPixmap>

namespace gridward {

namespace {

Daylight daylight(const Theme &theme)
{
    return theme.name == ThemeName::Day ? Daylight::Day : Daylight::Night;
}

} // namespace

QColor levelColor(CaseLevel level, const Theme &theme)
{
    return QColor(levelWordRgb(level, daylight(theme)));
}

QColor levelFill(CaseLevel level, const Theme &theme)
{
    return QColor(levelFillRgb(level, daylight(theme)));
}

void paintLevel(QPainter &painter, const QRectF &box, CaseLevel level, const Theme &theme)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal side = qMin(box.width(), box.height()) - 2.0;
    const QRectF area(box.center().x() - side / 2.0, box.center().y() - side / 2.0, side, side);
    QPen pen(levelColor(level, theme), qMax(1.0, side / 12.0));
    pen.setJoinStyle(Qt::MiterJoin);
    painter.setPen(pen);
    painter.setBrush(levelFill(level, theme));
    switch (level) {
    case CaseLevel::Blue:
        painter.drawEllipse(area.adjusted(1, 1, -1, -1));
        break;
    case CaseLevel::Yellow:
        painter.drawPolygon(QPolygonF{{area.center().x(), area.top() + 1},
                                      {area.right(), area.bottom() - 1},
                                      {area.left(), area.bottom() - 1}});
        break;
    case CaseLevel::Orange:
        painter.drawPolygon(QPolygonF{{area.center().x(), area.top()},
                                      {area.right(), area.center().y()},
                                      {area.center().x(), area.bottom()},
                                      {area.left(), area.center().y()}});
        break;
    case CaseLevel::Red:
        painter.drawRect(area.adjusted(1, 1, -1, -1));
        break;
    }
    painter.restore();
}

QIcon levelIcon(CaseLevel level, const Theme &theme)
{
    QIcon icon;
    for (const int size : {16, 20, 24, 32, 48}) {
        QPixmap pixmap(size, size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paintLevel(painter, QRectF(0, 0, size, size), level, theme);
        painter.end();
        icon.addPixmap(pixmap);
    }
    return icon;
}

QColor selectionGround(const Theme &theme)
{
    const float share = theme.name == ThemeName::Day ? 0.14F : 0.24F;
    const auto mix = [share](float over, float under) {
        return over * share + under * (1.0F - share);
    };
    return QColor::fromRgbF(mix(theme.accent.redF(), theme.surface.redF()),
                            mix(theme.accent.greenF(), theme.surface.greenF()),
                            mix(theme.accent.blueF(), theme.surface.blueF()));
}

} // namespace gridward
