// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wall/wallpanel.h"

#include "ui/theme/levelmarks.h"
#include "ui/theme/theme.h"

#include <QFontMetrics>
#include <QPainter>
#include <QPainterPath>

#include <cmath>

namespace gridward {

namespace {

/** Circle, triangle, diamond, square. */
QPainterPath levelShape(const QRectF &box, CaseLevel level)
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
    return shape;
}

constexpr double kLegible = 7.1; ///< contrast: 7:1, and a little for what is rounded
constexpr float kStep = 0.08F;
constexpr int kSteps = 40;

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

QColor WallPanel::inkOn(const QColor &wanted, const QColor &ground) const
{
    // Text that is out of date still has to be read: grey, and no paler.
    QColor color = mStale ? mTheme->mutedText : wanted;
    const QColor strong = contrastRatio(Qt::white, ground) > contrastRatio(Qt::black, ground)
                              ? QColor(Qt::white)
                              : QColor(Qt::black);
    for (int step = 0; step < kSteps && contrastRatio(color, ground) < kLegible; ++step) {
        color.setRedF(color.redF() + (strong.redF() - color.redF()) * kStep);
        color.setGreenF(color.greenF() + (strong.greenF() - color.greenF()) * kStep);
        color.setBlueF(color.blueF() + (strong.blueF() - color.blueF()) * kStep);
    }
    return color;
}

QColor WallPanel::textInk() const
{
    return inkOn(mTheme->text, mTheme->surface);
}

QColor WallPanel::quietInk() const
{
    return inkOn(mTheme->mutedText, mTheme->surface);
}

QColor WallPanel::toneInk(WallTone tone) const
{
    switch (tone) {
    case WallTone::Plain:
        return textInk();
    case WallTone::Muted:
        return quietInk();
    case WallTone::Good:
        return inkOn(mTheme->successText, mTheme->surface);
    case WallTone::Warning:
        return inkOn(mTheme->warningText, mTheme->surface);
    case WallTone::Alarm:
        return inkOn(mTheme->errorText, mTheme->surface);
    }
    return textInk();
}

QColor WallPanel::levelInk(CaseLevel level) const
{
    return ink(levelFill(level, *mTheme)); // as the map draws it
}

void WallPanel::paintLevel(QPainter &painter, const QRectF &box, CaseLevel level) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    // A rim, so that yellow is seen on white too.
    painter.setPen(QPen(ink(mTheme->text), std::max(1.0, mUnit / 16.0)));
    painter.setBrush(levelInk(level));
    painter.drawPath(levelShape(box, level));
    painter.restore();
}

void WallPanel::paintLevel(QPainter &painter,
                           const QRectF &box,
                           CaseLevel level,
                           const QColor &color)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillPath(levelShape(box, level), color);
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
