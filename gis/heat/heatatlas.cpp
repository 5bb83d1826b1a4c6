// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/heat/heatatlas.h"

#include "gis/print/paintedlayer.h"

#include <qgscoordinatetransform.h>
#include <qgscurve.h>
#include <qgscurvepolygon.h>
#include <qgsexception.h>
#include <qgsexpressioncontext.h>
#include <qgsfeatureiterator.h>
#include <qgsgeometry.h>
#include <qgslayoutatlas.h>
#include <qgsmaptopixel.h>
#include <qgspallabeling.h>
#include <qgsprintlayout.h>
#include <qgsproperty.h>
#include <qgsrendercontext.h>
#include <qgsvectorlayer.h>
#include <qgsvectorlayerlabeling.h>

#include <QCoreApplication>
#include <QPainter>
#include <QPainterPath>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(HeatSheet)
};

const auto kName = u"name"_s;    ///< field of a street
constexpr double kOutline = 0.9; ///< millimetres
constexpr QColor kInk(0x1f, 0x29, 0x37);
constexpr QColor kVeil(0xf8, 0xf9, 0xfb, 150); ///< the ground of a sheet, shone through

QPainterPath pathOf(const QgsGeometry &shape, const QTransform &toPixel)
{
    QPainterPath path; // odd and even: holes stay out
    for (auto part = shape.const_parts_begin(); part != shape.const_parts_end(); ++part) {
        const auto *polygon = qgsgeometry_cast<const QgsCurvePolygon *>(*part);
        if (polygon == nullptr || polygon->exteriorRing() == nullptr) {
            continue;
        }
        path.addPolygon(toPixel.map(polygon->exteriorRing()->asQPolygonF()));
        for (int i = 0; i < polygon->numInteriorRings(); ++i) {
            path.addPolygon(toPixel.map(polygon->interiorRing(i)->asQPolygonF()));
        }
    }
    path.closeSubpath();
    return path;
}

void paintVeil(QgsRenderContext &context, const QgsCoordinateReferenceSystem &crs, double unit)
{
    auto street = context.expressionContext().variable(u"atlas_geometry"_s).value<QgsGeometry>();
    if (street.isNull()) {
        return;
    }
    try {
        street.transform(QgsCoordinateTransform(
            QgsCoordinateReferenceSystem(u"EPSG:4326"_s), crs, QgsCoordinateTransformContext()));
    } catch (const QgsCsException &) {
        return; // the sheet stays as it would be without
    }
    const QgsMapToPixel &toPixel = context.mapToPixel();
    const QPainterPath outline = pathOf(street, toPixel.transform());
    QPainterPath others = outline;
    others.addRect(QRectF(0.0, 0.0, toPixel.mapWidth(), toPixel.mapHeight()));
    QPainter &painter = *context.painter();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillPath(others, kVeil);
    painter.strokePath(outline,
                       QPen(kInk,
                            kOutline * unit * context.scaleFactor(),
                            Qt::SolidLine,
                            Qt::FlatCap,
                            Qt::RoundJoin));
}

} // namespace

QString streetOfSheet()
{
    return u"[% @atlas_pagename %]"_s;
}

QString numberOfSheet()
{
    return Words::tr("Sheet %1 / %2")
        .arg(u"[% @atlas_featurenumber %]"_s, u"[% @atlas_totalfeatures %]"_s);
}

QString longestNameOf(QgsVectorLayer &streets)
{
    QString longest;
    QgsFeatureIterator rows = streets.getFeatures();
    QgsFeature street;
    while (rows.nextFeature(street)) {
        const QString name = street.attribute(kName).toString();
        longest = name.size() > longest.size() ? name : longest;
    }
    return longest;
}

std::unique_ptr<QgsMapLayer> makeVeil(const QgsCoordinateReferenceSystem &crs, double unit)
{
    return std::make_unique<PaintedLayer>(
        u"veil"_s, crs, [crs, unit](QgsRenderContext &context) { paintVeil(context, crs, unit); });
}

void makeAtlas(QgsPrintLayout &layout, QgsVectorLayer &streets)
{
    layout.atlas()->setEnabled(true);
    layout.atlas()->setCoverageLayer(&streets);
    layout.atlas()->setPageNameExpression(u"\"%1\""_s.arg(kName));
    if (streets.labeling() == nullptr) {
        return;
    }
    QgsPalLayerSettings labels = streets.labeling()->settings();
    QgsPropertyCollection properties = labels.dataDefinedProperties();
    properties.setProperty(QgsPalLayerSettings::Property::FontOpacity,
                           QgsProperty::fromExpression(u"if($id = @atlas_featureid, 100, 60)"_s));
    labels.setDataDefinedProperties(properties);
    // Half a name at the edge of a sheet says nothing; its own street has room for one.
    labels.placementSettings().setAllowDegradedPlacement(false);
    streets.setLabeling(new QgsVectorLayerSimpleLabeling(labels));
}

} // namespace gridward
