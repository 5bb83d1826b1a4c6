// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/map/mapfurniture.h"

#include "models/analysis/roundnumber.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr double kMargin = 16.0;
constexpr double kLongestBar = 160.0;
constexpr double kHalo = 2.5; ///< around what has no ground: cases below it stay as they are

struct Inks
{
    QColor ink;
    QColor ground;
};

Inks inksOf(MapTheme theme)
{
    return theme == MapTheme::Day ? Inks{QColor(31, 41, 55), QColor(255, 255, 255, 230)}
                                  : Inks{QColor(232, 236, 243), QColor(16, 20, 27, 230)};
}

/** Words on the map itself, with their left end on the base line there. */
void paintWord(QPainter &painter, const QPointF &place, const QString &text, const Inks &inks)
{
    QPainterPath word;
    word.addText(place, painter.font(), text);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(inks.ground, 2.0 * kHalo, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(word);
    painter.setPen(Qt::NoPen);
    painter.setBrush(inks.ink);
    painter.drawPath(word);
}

} // namespace

QString lengthText(double metres)
{
    if (metres >= 1000.0) {
        return MapFurniture::tr("%1 km").arg(std::round(metres / 1000.0));
    }
    return metres >= 1.0 ? MapFurniture::tr("%1 m").arg(std::round(metres))
                         : MapFurniture::tr("%1 cm").arg(metres * 100.0, 0, 'g', 2);
}

MapFurniture::MapFurniture(QWidget *parent)
    : QWidget(parent)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_NoSystemBackground);
    setObjectName(u"mapFurniture"_s);
}

void MapFurniture::setMetresPerPixel(double metres)
{
    const double valid = std::isfinite(metres) && metres > 0.0 ? metres : 0.0;
    if (valid != mMetresPerPixel) {
        mMetresPerPixel = valid;
        update();
    }
}

void MapFurniture::setRotation(double degrees)
{
    if (degrees != mRotation) {
        mRotation = degrees;
        update();
    }
}

void MapFurniture::setAttribution(const QString &text)
{
    if (text != mAttribution) {
        mAttribution = text;
        update();
    }
}

void MapFurniture::setTheme(MapTheme theme)
{
    mTheme = theme;
    update();
}

void MapFurniture::setMagnification(double factor)
{
    if (factor != mMagnification) {
        mMagnification = factor;
        update();
    }
}

void MapFurniture::paintEvent(QPaintEvent * /*event*/)
{
    if (mMetresPerPixel <= 0.0) {
        return; // no map, nothing to say about it
    }
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(mMagnification, mMagnification);
    const double used = paintScaleBar(painter);
    paintNorth(painter);
    paintAttribution(painter, used + kMargin);
}

double MapFurniture::paintScaleBar(QPainter &painter) const
{
    const double metresPerPixel = mMetresPerPixel * mMagnification;
    const double metres = roundNumberBelow(kLongestBar * metresPerPixel);
    const double length = metres / metresPerPixel;
    const QString text = lengthText(metres);
    const QFontMetricsF metrics(font());
    const Inks inks = inksOf(mTheme);

    const double boxWidth = std::max(length, metrics.horizontalAdvance(text)) + 16.0;
    const double boxHeight = metrics.height() + 20.0;
    const QRectF box(kMargin, room().height() - kMargin - boxHeight, boxWidth, boxHeight);
    const double base = box.bottom() - 8.0;
    const double left = box.left() + 8.0;
    const QPolygonF bar{
        {left, base - 6.0}, {left, base}, {left + length, base}, {left + length, base - 6.0}};
    painter.setBrush(Qt::NoBrush);
    painter.setPen(
        QPen(inks.ground, 2.0 + 2.0 * kHalo, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(bar);
    painter.setPen(QPen(inks.ink, 2.0, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
    painter.drawPolyline(bar);
    painter.setFont(font());
    paintWord(painter, {left, box.top() + 4.0 + metrics.ascent()}, text, inks);
    return box.right();
}

void MapFurniture::paintNorth(QPainter &painter) const
{
    const Inks inks = inksOf(mTheme);
    painter.save();
    painter.translate(room().width() - kMargin - 20.0, kMargin + 20.0);
    painter.rotate(mRotation);
    QPainterPath needle;
    needle.moveTo(0, -15);
    needle.lineTo(6, 3);
    needle.lineTo(0, -1);
    needle.lineTo(-6, 3);
    needle.closeSubpath();
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(inks.ground, 2.0 * kHalo, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(needle);
    painter.setPen(Qt::NoPen);
    painter.setBrush(inks.ink);
    painter.drawPath(needle);
    QFont small = font();
    small.setPixelSize(11);
    small.setBold(true);
    painter.setFont(small);
    const QString north = u"N"_s;
    paintWord(painter, {-QFontMetricsF(small).horizontalAdvance(north) / 2.0, 13.0}, north, inks);
    painter.restore();
}

void MapFurniture::paintAttribution(QPainter &painter, double from) const
{
    if (mAttribution.isEmpty()) {
        return;
    }
    const Inks inks = inksOf(mTheme);
    QFont small = font();
    small.setPixelSize(12);
    painter.setFont(small);
    const QFontMetricsF metrics(small);
    // Two lines at the most: whoever must be named should not be cut on a narrow map.
    const double longest = std::max(room().width() * 0.6, room().width() - from - 12.0);
    const QString text = metrics.elidedText(mAttribution, Qt::ElideRight, 1.9 * longest);
    const QSizeF extent =
        metrics.boundingRect(QRectF(0.0, 0.0, longest, 1000.0), Qt::TextWordWrap, text).size();
    const QRectF box(room().width() - extent.width() - 12.0,
                     room().height() - extent.height() - 4.0,
                     extent.width() + 12.0,
                     extent.height() + 4.0);
    painter.setPen(Qt::NoPen);
    painter.setBrush(inks.ground);
    painter.drawRect(box);
    painter.setPen(inks.ink);
    painter.drawText(box, Qt::AlignCenter | Qt::TextWordWrap, text);
}

} // namespace gridward
