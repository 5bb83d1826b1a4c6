// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/tools/measuretool.h"

#include <qgsexception.h>
#include <qgsmapcanvas.h>
#include <qgsproject.h>
#include <qgsrubberband.h>

#include <QLabel>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

const QColor kInk(0xd8, 0x1b, 0x60); ///< apart from every colour of the grids and the cases
const QColor kCasing(255, 255, 255, 220);
constexpr int kBesideMouse = 16;

QgsRubberBand *band(QgsMapCanvas *canvas, Qgis::GeometryType type)
{
    auto *made = new QgsRubberBand(canvas, type); // the scene of the canvas owns it
    made->setStrokeColor(kInk);
    made->setSecondaryStrokeColor(kCasing);
    made->setFillColor(QColor(kInk.red(), kInk.green(), kInk.blue(), 36));
    made->setWidth(2);
    return made;
}

} // namespace

QString groundLengthText(double metres)
{
    if (metres < 999.95) {
        return u"%1 m"_s.arg(metres, 0, 'f', 1);
    }
    return u"%1 km"_s.arg(metres / 1000.0, 0, 'f', metres < 99'995.0 ? 2 : 1);
}

QString groundAreaText(double squareMetres)
{
    if (squareMetres < 9'999.5) {
        return u"%1 m²"_s.arg(squareMetres, 0, 'f', 0);
    }
    if (squareMetres < 999'950.0) {
        return u"%1 ha"_s.arg(squareMetres / 1e4, 0, 'f', 2);
    }
    return u"%1 km²"_s.arg(squareMetres / 1e6, 0, 'f', 2);
}

MeasureTool::MeasureTool(QgsMapCanvas *canvas, const QgsProject &project, What what)
    : ClickTool(canvas)
    , mProject(project)
    , mWhat(what)
    , mBand(
          band(canvas, what == What::Line ? Qgis::GeometryType::Line : Qgis::GeometryType::Polygon))
    , mDots(band(canvas, Qgis::GeometryType::Point))
    , mLabel(new QLabel(canvas->viewport()))
{
    mDots->setIcon(QgsRubberBand::ICON_CIRCLE);
    mDots->setIconSize(7);
    mLabel->setObjectName(u"measureLabel"_s);
    mLabel->setAttribute(Qt::WA_TransparentForMouseEvents);
    mLabel->setStyleSheet(u"QLabel { background: rgba(20, 24, 32, 215); color: white; "
                          "border-radius: 4px; padding: 3px 7px; }"_s);
    mLabel->hide();
    connect(canvas, &QgsMapCanvas::extentsChanged, this, &MeasureTool::placeLabel);
}

void MeasureTool::deactivate()
{
    clear();
    ClickTool::deactivate();
}

void MeasureTool::click(const QgsPointXY &place)
{
    if (mFinished) {
        clear();
    }
    mCorners.append(place);
    mMouse.reset();
    draw();
    emit measured(measure(mCorners));
}

void MeasureTool::hover(const QgsPointXY &place, const QPoint & /*position*/)
{
    if (!mFinished && !mCorners.isEmpty()) {
        mMouse = place;
        draw();
    }
}

void MeasureTool::finish()
{
    if (mFinished || mCorners.isEmpty()) {
        return;
    }
    mFinished = true;
    mMouse.reset();
    draw();
    emit measured(measure(mCorners));
}

void MeasureTool::stepBack()
{
    if (mFinished || mCorners.isEmpty()) {
        return;
    }
    mCorners.removeLast();
    if (mCorners.isEmpty()) {
        mMouse.reset();
    }
    draw();
    emit measured(measure(mCorners));
}

Measurement MeasureTool::measure(const QList<QgsPointXY> &corners) const
{
    Measurement result;
    result.corners = static_cast<int>(corners.size());
    result.finished = mFinished;
    QgsDistanceArea ground;
    ground.setSourceCrs(canvas()->mapSettings().destinationCrs(), mProject.transformContext());
    ground.setEllipsoid(mProject.ellipsoid());
    try {
        QList<QgsPointXY> line = corners;
        if (mWhat == What::Area && corners.size() > 2) {
            line.append(corners.first());
            result.squareMetres = ground.convertAreaMeasurement(ground.measurePolygon(line),
                                                                Qgis::AreaUnit::SquareMeters);
        }
        result.metres =
            ground.convertLengthMeasurement(ground.measureLine(line), Qgis::DistanceUnit::Meters);
    } catch (const QgsCsException &) {
        // A corner beyond the edge of the world: there is no length to tell.
        result.metres = 0.0;
        result.squareMetres = 0.0;
    }
    return result;
}

QList<QgsPointXY> MeasureTool::withMouse() const
{
    QList<QgsPointXY> all = mCorners;
    if (mMouse) {
        all.append(*mMouse);
    }
    return all;
}

QString MeasureTool::text() const
{
    const Measurement now = measure(withMouse());
    return mWhat == What::Area && now.corners > 2 ? groundAreaText(now.squareMetres)
                                                  : groundLengthText(now.metres);
}

void MeasureTool::clear()
{
    mCorners.clear();
    mMouse.reset();
    mFinished = false;
    draw();
}

void MeasureTool::draw()
{
    mBand->reset(mWhat == What::Line ? Qgis::GeometryType::Line : Qgis::GeometryType::Polygon);
    mDots->reset(Qgis::GeometryType::Point);
    const QList<QgsPointXY> all = withMouse();
    for (const QgsPointXY &corner : all) {
        mBand->addPoint(corner);
    }
    for (const QgsPointXY &corner : std::as_const(mCorners)) {
        mDots->addPoint(corner);
    }
    placeLabel();
}

void MeasureTool::placeLabel()
{
    if (!mLabel) {
        return;
    }
    const QList<QgsPointXY> all = withMouse();
    mLabel->setVisible(all.size() > 1);
    if (all.size() < 2) {
        return;
    }
    mLabel->setText(text());
    mLabel->adjustSize();
    const QPoint last = toCanvasCoordinates(all.last());
    const QSize room = mLabel->parentWidget()->size() - mLabel->size();
    mLabel->move(std::clamp(last.x() + kBesideMouse, 0, std::max(0, room.width())),
                 std::clamp(last.y() + kBesideMouse, 0, std::max(0, room.height())));
}

} // namespace gridward
