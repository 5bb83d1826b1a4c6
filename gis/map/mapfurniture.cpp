// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/map/mapfurniture.h"

#include "models/analysis/roundnumber.h"

#include <QEvent>
#include <QFontMetricsF>
#include <QPaintEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr double kMargin = 16.0;
constexpr double kLongestBar = 160.0;
constexpr double kLongestFromAfar = 40.0;
constexpr double kBarSide = 8.0;    ///< to its sides
constexpr double kNoteSides = 12.0; ///< of words with a ground, both together
constexpr double kHalo = 2.5;       ///< around what has no ground: cases below it stay as they are

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
        change();
    }
}

void MapFurniture::setRotation(double degrees)
{
    if (degrees != mRotation) {
        mRotation = degrees;
        change();
    }
}

void MapFurniture::setAttribution(const QString &text)
{
    if (text != mAttribution) {
        mAttribution = text;
        change();
    }
}

void MapFurniture::setKey(const QString &text)
{
    if (text != mKey) {
        mKey = text;
        change();
    }
}

double MapFurniture::heightBelow() const
{
    const Places there = mPlaces ? *mPlaces : places();
    const double top = mAttribution.isEmpty()
                           ? there.bar.top()
                           : std::min(there.bar.top(), there.attributionBox.top());
    return (room().height() - top) * mMagnification;
}

void MapFurniture::setTheme(MapTheme theme)
{
    mTheme = theme;
    change();
}

void MapFurniture::setMagnification(double factor)
{
    if (factor != mMagnification) {
        mMagnification = factor;
        change();
    }
}

void MapFurniture::change()
{
    mPlaces.reset();
    update();
}

void MapFurniture::resizeEvent(QResizeEvent * /*event*/)
{
    mPlaces.reset();
}

void MapFurniture::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LanguageChange) {
        change();
    }
    QWidget::changeEvent(event);
}

QFont MapFurniture::noteFont() const
{
    QFont small = font();
    small.setPixelSize(12);
    return small;
}

MapFurniture::Places MapFurniture::places() const
{
    Places places;
    const double metresPerPixel = mMetresPerPixel * mMagnification;
    places.metres =
        roundNumberBelow((isSeenFromAfar() ? kLongestFromAfar : kLongestBar) * metresPerPixel);
    places.length = places.metres / metresPerPixel;
    const QFontMetricsF small(noteFont());
    double floor = room().height();
    if (!mKey.isEmpty()) {
        constexpr double kAround = 4.0;
        const QRectF text = small.boundingRect(
            QRectF(0.0, 0.0, room().width() - 2.0 * kAround, 1000.0), Qt::TextWordWrap, mKey);
        floor -= text.height() + kAround;
        places.key = QRectF(0.0, floor, room().width(), text.height() + kAround);
    }
    const QFontMetricsF metrics(font());
    const double words = metrics.horizontalAdvance(lengthText(places.metres));
    if (isSeenFromAfar()) {
        // In one line: what stands below takes the map's room.
        const double height = metrics.height() + 4.0;
        places.bar = QRectF(0.0, floor - height, places.length + words + 3.0 * kBarSide, height);
    } else {
        const double height = metrics.height() + 20.0;
        places.bar = QRectF(kMargin,
                            floor - kMargin - height,
                            std::max(places.length, words) + 2.0 * kBarSide,
                            height);
    }
    places.north = {room().width() - kMargin - 20.0, kMargin + 20.0};
    constexpr double kNorthReach = 20.0; // turned, with its letter
    places.northBox = QRectF(places.north - QPointF(kNorthReach, kNorthReach),
                             QSizeF(2.0 * kNorthReach, 2.0 * kNorthReach));
    if (mAttribution.isEmpty()) {
        return places;
    }
    // Two lines at the most: whoever must be named should not be cut on a narrow map.
    const double beside = room().width() - places.bar.right() - kMargin - kNoteSides;
    const bool isBelow =
        isSeenFromAfar() && small.horizontalAdvance(mAttribution) > beside; // else over the bar
    const double longest =
        isBelow ? room().width() - kNoteSides : std::max(room().width() * 0.6, beside);
    places.attribution = small.elidedText(mAttribution, Qt::ElideRight, 1.9 * longest);
    const QSizeF extent =
        small.boundingRect(QRectF(0.0, 0.0, longest, 1000.0), Qt::TextWordWrap, places.attribution)
            .size();
    places.attributionBox = QRectF(room().width() - extent.width() - kNoteSides,
                                   floor - extent.height() - 4.0,
                                   extent.width() + kNoteSides,
                                   extent.height() + 4.0);
    if (isBelow) {
        places.attributionBox.setLeft(0.0);
        places.bar.moveBottom(places.attributionBox.top());
    }
    return places;
}

void MapFurniture::paintEvent(QPaintEvent *event)
{
    if (mMetresPerPixel <= 0.0) {
        return; // no map, nothing to say about it
    }
    if (!mPlaces) {
        mPlaces = places();
    }
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(mMagnification, mMagnification);
    const auto paintExposed = [&](const QRectF &box, auto paint) {
        const QRectF there(box.topLeft() * mMagnification, box.size() * mMagnification);
        if (event->region().intersects(there.toAlignedRect())) {
            ++mPartsPainted;
            (this->*paint)(painter, *mPlaces);
        }
    };
    const auto withHalo = [](const QRectF &box) {
        return box.adjusted(-2.0 * kHalo, -2.0 * kHalo, 2.0 * kHalo, 2.0 * kHalo);
    };
    paintExposed(withHalo(mPlaces->bar), &MapFurniture::paintScaleBar);
    paintExposed(withHalo(mPlaces->northBox), &MapFurniture::paintNorth);
    if (!mPlaces->attribution.isEmpty()) {
        paintExposed(withHalo(mPlaces->attributionBox), &MapFurniture::paintAttribution);
    }
    if (!mPlaces->key.isEmpty()) {
        paintExposed(mPlaces->key, &MapFurniture::paintKey);
    }
}

void MapFurniture::paintScaleBar(QPainter &painter, const Places &places) const
{
    const QString text = lengthText(places.metres);
    const QFontMetricsF metrics(font());
    const Inks inks = inksOf(mTheme);
    const double base = places.bar.bottom() - 8.0;
    const double left = places.bar.left() + kBarSide;
    const double right = left + places.length;
    const QPolygonF bar{{left, base - 6.0}, {left, base}, {right, base}, {right, base - 6.0}};
    if (isSeenFromAfar()) { // among symbols as large as itself
        painter.setPen(Qt::NoPen);
        painter.setBrush(inks.ground);
        painter.drawRect(places.bar);
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(
        QPen(inks.ground, 2.0 + 2.0 * kHalo, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(bar);
    painter.setPen(QPen(inks.ink, 2.0, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
    painter.drawPolyline(bar);
    painter.setFont(font());
    const QPointF word = isSeenFromAfar()
                             ? QPointF(right + kBarSide, places.bar.top() + 2.0 + metrics.ascent())
                             : QPointF(left, places.bar.top() + 4.0 + metrics.ascent());
    paintWord(painter, word, text, inks);
}

void MapFurniture::paintNorth(QPainter &painter, const Places &places) const
{
    const Inks inks = inksOf(mTheme);
    painter.save();
    painter.translate(places.north);
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

void MapFurniture::paintAttribution(QPainter &painter, const Places &places) const
{
    paintNote(painter, places.attributionBox, places.attribution);
}

void MapFurniture::paintKey(QPainter &painter, const Places &places) const
{
    paintNote(painter, places.key, mKey);
}

void MapFurniture::paintNote(QPainter &painter, const QRectF &box, const QString &text) const
{
    const Inks inks = inksOf(mTheme);
    painter.setFont(noteFont());
    painter.setPen(Qt::NoPen);
    painter.setBrush(inks.ground);
    painter.drawRect(box);
    painter.setPen(inks.ink);
    painter.drawText(box, Qt::AlignCenter | Qt::TextWordWrap, text);
}

} // namespace gridward
