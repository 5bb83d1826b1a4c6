// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wall/wallpanel.h"

#include "ui/theme/theme.h"

#include <QFontMetrics>
#include <QPainter>
#include <QPainterPath>

#include <array>
#include <cmath>

namespace gridward {

namespace {

/** Blue, yellow, orange, red as the map draws them. */
constexpr std::array<QRgb, 4> kDayLevels{0xff1f5fbf, 0xfff2c200, 0xffef7d00, 0xffd31f2b};
constexpr std::array<QRgb, 4> kNightLevels{0xff5aa0ff, 0xffffd84d, 0xffff9d3c, 0xffff4d57};

} // namespace

WallPanel::WallPanel(QWidget *parent)
    : QWidget(parent)
    , mTheme(&theme(ThemeName::Night))
{
    setAttribute(Qt::WA_OpaquePaintEvent);
    setFocusPolicy(Qt::NoFocus);
}

void WallPanel::setUnit(int pixels)
{
    if (pixels != mUnit) {
        mUnit = pixels;
        restyle();
        update();
    }
}

void WallPanel::setTheme(const Theme &theme)
{
    mTheme = &theme;
    restyle();
    update();
}

void WallPanel::setStale(bool stale)
{
    if (stale != mStale) {
        mStale = stale;
        restyle();
        update();
    }
}

void WallPanel::resizeEvent(QResizeEvent * /*event*/)
{
    restyle();
}

QFont WallPanel::textFont(double units, QFont::Weight weight) const
{
    QFont result = font();
    result.setPixelSize(pixels(units));
    result.setWeight(weight);
    return result;
}

int WallPanel::pixels(double units) const
{
    return static_cast<int>(std::lround(units * mUnit));
}

QColor WallPanel::ink(const QColor &color) const
{
    return mStale ? mTheme->mutedText : color;
}

QColor WallPanel::levelInk(CaseLevel level) const
{
    const auto &levels = mTheme->name == ThemeName::Day ? kDayLevels : kNightLevels;
    return ink(QColor(levels.at(static_cast<std::size_t>(level))));
}

void WallPanel::paintLevel(QPainter &painter, const QRectF &box, CaseLevel level) const
{
    QPainterPath shape;
    const QPointF middle = box.center();
    switch (level) {
    case CaseLevel::Blue:
        shape.addEllipse(box.adjusted(1, 1, -1, -1));
        break;
    case CaseLevel::Yellow:
        shape.addPolygon(QPolygonF{{middle.x(), box.top()}, box.bottomRight(), box.bottomLeft()});
        break;
    case CaseLevel::Orange:
        shape.addPolygon(QPolygonF{{middle.x(), box.top()},
                                   {box.right(), middle.y()},
                                   {middle.x(), box.bottom()},
                                   {box.left(), middle.y()}});
        break;
    case CaseLevel::Red:
        shape.addRect(box.adjusted(1, 1, -1, -1));
        break;
    }
    shape.closeSubpath();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    // A rim, so that yellow is seen on white too.
    painter.setPen(QPen(ink(mTheme->text), std::max(1.0, mUnit / 16.0)));
    painter.setBrush(levelInk(level));
    painter.drawPath(shape);
    painter.restore();
}

int WallPanel::paintText(QPainter &painter,
                         const QRect &box,
                         const QString &text,
                         const QColor &color,
                         Qt::Alignment alignment) const
{
    const QFontMetrics metrics(painter.font());
    const QString shown = metrics.elidedText(text, Qt::ElideRight, box.width());
    painter.setPen(color);
    painter.drawText(box, static_cast<int>(alignment | Qt::AlignVCenter) | Qt::TextDontClip, shown);
    return metrics.horizontalAdvance(shown);
}

} // namespace gridward
