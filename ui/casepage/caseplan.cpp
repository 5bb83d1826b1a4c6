// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/casepage/caseplan.h"

#include "ui/panels/papertext.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPainterPath>
#include <QPolygonF>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CasePlan)
};

constexpr double kMetresOfADegree = 111'320.0;
constexpr double kHalfHeight = 170.0; ///< metres from the middle to the upper edge
constexpr double kScaleBar = 100.0;   ///< metres
constexpr qreal kCaseMark = 13.0;
constexpr qreal kOtherMark = 8.0;
constexpr qreal kSource = 11.0;   ///< below the frame, where nothing is drawn over it
constexpr qsizetype kNumbers = 5; ///< digits of a case number: those that differ from case to case

const QColor kOwnGrid(0xe8, 0xee, 0xf6);
const QColor kBorder(0x55, 0x66, 0x80);
const QColor kQuiet(0x70, 0x70, 0x70);
const QColor kComponent(0x9a, 0x6a, 0x2a);
const QColor kPlace(0x2a, 0x6a, 0x4a);
const QColor kAccent(0xb4, 0x23, 0x18);

/** Degrees to points: exact enough for some hundred metres. */
class Plane
{
public:
    Plane(const GeoPoint &middle, const QRectF &area)
        : mMiddle(middle)
        , mCentre(area.center())
        , mScale(area.height() / 2.0 / kHalfHeight)
        , mStretch(std::cos(middle.latitude * std::numbers::pi / 180.0))
    {
    }
    [[nodiscard]] QPointF at(const GeoPoint &place) const
    {
        return {mCentre.x() +
                    (place.longitude - mMiddle.longitude) * kMetresOfADegree * mStretch * mScale,
                mCentre.y() - (place.latitude - mMiddle.latitude) * kMetresOfADegree * mScale};
    }
    [[nodiscard]] qreal points(double metres) const { return metres * mScale; }
    [[nodiscard]] QPainterPath path(const OutlineRings &rings) const
    {
        QPainterPath path;
        for (const QList<GeoPoint> &ring : rings) {
            QPolygonF polygon;
            for (const GeoPoint &point : ring) {
                polygon.append(at(point));
            }
            path.addPolygon(polygon);
            path.closeSubpath();
        }
        return path;
    }

private:
    GeoPoint mMiddle;
    QPointF mCentre;
    qreal mScale;
    qreal mStretch;
};

void label(QPainter &painter,
           const QPointF &at,
           const QString &text,
           const QColor &ink,
           qreal size,
           int flags = Qt::AlignLeft | Qt::AlignVCenter)
{
    painter.setPen(ink);
    const qreal height = size * 1.6;
    const bool isCentred = (flags & Qt::AlignHCenter) != 0;
    const QRectF box(at.x() - (isCentred ? 100.0 : 0.0), at.y() - height / 2.0, 200.0, height);
    PaperText(size).draw(painter, box, flags | Qt::TextSingleLine, text);
}

void paintGrids(QPainter &painter,
                const QRectF &area,
                const Plane &plane,
                const CaseSurroundings &around)
{
    for (const CaseSurroundings::Area &grid : around.grids) {
        painter.setPen(QPen(kBorder, grid.isOwn ? 1.4 : 0.7));
        painter.setBrush(grid.isOwn ? QBrush(kOwnGrid) : QBrush(Qt::NoBrush));
        painter.drawPath(plane.path(grid.rings));
    }
    for (const CaseSurroundings::Area &grid : around.grids) {
        // Written in the middle of what of it can be seen.
        QPainterPath seen;
        seen.addRect(area);
        const QRectF box = seen.intersected(plane.path(grid.rings)).boundingRect();
        if (box.width() > 60.0 && box.height() > 14.0) {
            label(painter,
                  {box.center().x(), box.top() + 10.0},
                  grid.name,
                  kBorder,
                  7.0,
                  Qt::AlignHCenter | Qt::AlignVCenter);
        }
    }
}

void paintThings(QPainter &painter, const Plane &plane, const CaseSurroundings &around)
{
    for (const Address &address : around.addresses) {
        const QPointF at = plane.at(address.place);
        label(painter, at, address.number, kQuiet, 4.5, Qt::AlignHCenter | Qt::AlignVCenter);
    }
    painter.setBrush(kComponent);
    painter.setPen(Qt::NoPen);
    for (const Component &component : around.components) {
        painter.drawRect(QRectF(-1.3, -1.3, 2.6, 2.6).translated(plane.at(component.place)));
    }
    for (const CaseSurroundings::NearPlace &near : around.places) {
        const QPointF at = plane.at(near.middle);
        painter.setPen(QPen(kPlace, 0.9));
        painter.setBrush(Qt::NoBrush);
        painter.drawPath(plane.path(near.rings));
        painter.setBrush(kPlace);
        painter.drawPolygon(
            QPolygonF{at + QPointF(0, -3.5), at + QPointF(3.2, 2.6), at + QPointF(-3.2, 2.6)});
        label(painter, at + QPointF(5.0, 0), near.place.name, kPlace, 7.0);
    }
}

void paintCases(QPainter &painter,
                const Plane &plane,
                const CaseSurroundings &around,
                CaseLevel level)
{
    // The nearest last: it lies on top.
    for (auto other = around.cases.crbegin(); other != around.cases.crend(); ++other) {
        const QPointF at = plane.at(*other->place);
        const QRectF box(-kOtherMark / 2.0, -kOtherMark / 2.0, kOtherMark, kOtherMark);
        paintPaperMark(painter, box.translated(at), other->level);
        label(
            painter, at + QPointF(6.0, 0), u"…"_s + other->number.right(kNumbers), Qt::black, 6.0);
    }
    const QPointF middle = plane.at(*around.middle);
    painter.setPen(QPen(kAccent, 1.6));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(middle, kCaseMark, kCaseMark);
    const QRectF box(-kCaseMark / 2.0, -kCaseMark / 2.0, kCaseMark, kCaseMark);
    paintPaperMark(painter, box.translated(middle), level);
}

void paintFurniture(QPainter &painter, const QRectF &area, const Plane &plane)
{
    const QPointF bar(area.left() + 10.0, area.bottom() - 12.0);
    const qreal length = plane.points(kScaleBar);
    painter.fillRect(QRectF(bar.x() - 6.0, bar.y() - 14.0, length + 40.0, 20.0),
                     QColor(255, 255, 255, 220));
    painter.setPen(QPen(Qt::black, 1.2));
    painter.drawLine(bar, bar + QPointF(length, 0));
    for (const qreal part : {0.0, 0.5, 1.0}) {
        painter.drawLine(bar + QPointF(length * part, -3.0), bar + QPointF(length * part, 3.0));
    }
    label(
        painter, bar + QPointF(length + 4.0, 0), Words::tr("%1 m").arg(kScaleBar), Qt::black, 7.0);
    const QPointF north(area.right() - 16.0, area.top() + 26.0);
    painter.setPen(QPen(Qt::black, 0.8));
    painter.setBrush(Qt::black);
    painter.drawPolygon(QPolygonF{north + QPointF(0, -12),
                                  north + QPointF(4.5, 4),
                                  north + QPointF(0, 1),
                                  north + QPointF(-4.5, 4)});
    label(painter,
          north + QPointF(0, -17.0),
          Words::tr("N", "north"),
          Qt::black,
          7.0,
          Qt::AlignHCenter | Qt::AlignVCenter);
}

} // namespace

void paintCasePlan(QPainter &painter,
                   const QRectF &whole,
                   const CaseSurroundings &around,
                   CaseLevel level,
                   const QString &attribution)
{
    if (!around.middle) {
        return;
    }
    const QRectF area = whole.adjusted(0, 0, 0, -kSource);
    const Plane plane(*around.middle, area);
    painter.save();
    painter.setPen(kQuiet);
    PaperText(6.5).drawLine(painter, {area.left(), area.bottom() + 1.5}, attribution);
    painter.setClipRect(area);
    painter.fillRect(area, Qt::white);
    paintGrids(painter, area, plane, around);
    painter.setPen(QPen(kQuiet, 0.4, Qt::DashLine));
    painter.setBrush(Qt::NoBrush);
    for (const double metres : {50.0, 100.0}) {
        painter.drawEllipse(area.center(), plane.points(metres), plane.points(metres));
    }
    paintThings(painter, plane, around);
    paintCases(painter, plane, around, level);
    paintFurniture(painter, area, plane);
    painter.setClipping(false);
    painter.setPen(QPen(Qt::black, 0.7));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(area);
    painter.restore();
}

} // namespace gridward
