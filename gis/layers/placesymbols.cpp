// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/layers/placesymbols.h"

#include "models/view/casewords.h"

#include <qgsapplication.h>
#include <qgscategorizedsymbolrenderer.h>
#include <qgsmarkersymbol.h>
#include <qgsmarkersymbollayer.h>
#include <qgsproperty.h>
#include <qgssymbollayerutils.h>
#include <qgsvectorlayer.h>

#include <QHash>

#include <memory>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr double kPlate = 4.4;     ///< millimetres, near
constexpr double kFarPlate = 1.7;  ///< millimetres, far
constexpr double kPictogram = 3.0; ///< millimetres
constexpr int kNear = 16'000;      ///< map scale from which there are pictograms

/** Pictograms of QGIS's own collection; of a kind that is not here, a flag. */
QString pictogramOf(const QString &kind)
{
    static const QHash<QString, QString> files{
        {u"construction-site"_s, u"shopping/shopping_diy.svg"_s},
        {u"elderly-home"_s, u"gpsicons/house.svg"_s},
        {u"gas-regulating"_s, u"transport/transport_fuel_lpg.svg"_s},
        {u"gas-station"_s, u"transport/transport_fuel.svg"_s},
        {u"hospital"_s, u"health/health_hospital.svg"_s},
        {u"hotel"_s, u"accommodation/accommodation_hotel2.svg"_s},
        {u"library"_s, u"amenity/amenity_library.svg"_s},
        {u"mall"_s, u"shopping/shopping_clothes.svg"_s},
        {u"market"_s, u"shopping/shopping_greengrocer.svg"_s},
        {u"museum"_s, u"tourist/tourist_museum.svg"_s},
        {u"office-tower"_s, u"gpsicons/city_building.svg"_s},
        {u"park"_s, u"gpsicons/tree.svg"_s},
        {u"pedestrian-street"_s, u"shopping/shopping_gift.svg"_s},
        {u"refuse-station"_s, u"amenity/amenity_waste_bin.svg"_s},
        {u"residential-gate"_s, u"transport/barrier_gate.svg"_s},
        {u"restaurant-street"_s, u"food/food_restaurant.svg"_s},
        {u"school"_s, u"symbol/education_school.svg"_s},
        {u"square"_s, u"amenity/amenity_fountain.svg"_s},
        {u"station"_s, u"transport/transport_train_station2.svg"_s},
        {u"substation"_s, u"symbol/poi_tower_power.svg"_s},
        {u"supermarket"_s, u"shopping/shopping_supermarket.svg"_s},
        {u"temple"_s, u"religion/place_of_worship_buddhist3.svg"_s},
        {u"theatre"_s, u"tourist/tourist_theatre.svg"_s},
        {u"toilet"_s, u"amenity/amenity_toilets.svg"_s},
        {u"transport-hub"_s, u"transport/transport_bus_station.svg"_s},
        {u"underpass"_s, u"arrows/Arrow_06.svg"_s}};
    return files.value(kind, u"gpsicons/flag.svg"_s);
}

/** The size when the map is near, another one when it is far. */
QgsProperty sizeByScale(double nearSize, double farSize)
{
    return QgsProperty::fromExpression(
        u"if(@map_scale <= %1, %2, %3)"_s.arg(kNear).arg(nearSize).arg(farSize));
}

std::unique_ptr<QgsSymbol> symbolOf(const QString &kind, MapTheme theme)
{
    const bool day = theme == MapTheme::Day;
    auto plate = std::make_unique<QgsSimpleMarkerSymbolLayer>(Qgis::MarkerShape::Square, kPlate);
    plate->setFillColor(day ? QColor(0x4f, 0x5d, 0x70) : QColor(0x9c, 0xab, 0xbf));
    plate->setStrokeColor(day ? QColor(0xff, 0xff, 0xff) : QColor(0x10, 0x14, 0x1b));
    plate->setStrokeWidth(0.3);
    plate->setDataDefinedProperty(QgsSymbolLayer::Property::Size, sizeByScale(kPlate, kFarPlate));
    const QString path =
        QgsSymbolLayerUtils::svgSymbolNameToPath(pictogramOf(kind), QgsPathResolver());
    auto picture = std::make_unique<QgsSvgMarkerSymbolLayer>(path, kPictogram);
    picture->setFillColor(day ? QColor(0xff, 0xff, 0xff) : QColor(0x10, 0x14, 0x1b));
    picture->setStrokeWidth(0.0);
    picture->setDataDefinedProperty(QgsSymbolLayer::Property::Size, sizeByScale(kPictogram, 0.0));
    QgsSymbolLayerList layers;
    layers.append(plate.release());
    layers.append(picture.release());
    return std::make_unique<QgsMarkerSymbol>(layers);
}

} // namespace

void dressKeyPlaces(QgsVectorLayer &layer, MapTheme theme)
{
    const int field = layer.fields().lookupField(u"kind"_s);
    QStringList kinds;
    for (const QVariant &kind : layer.uniqueValues(field)) {
        kinds.append(kind.toString());
    }
    kinds.sort(); // the set has no order of its own
    QgsCategoryList categories;
    for (const QString &kind : std::as_const(kinds)) {
        categories.append(QgsRendererCategory(
            kind, symbolOf(kind, theme).release(), case_words::placeKindWord(kind)));
    }
    layer.setRenderer(new QgsCategorizedSymbolRenderer(u"kind"_s, categories));
}

} // namespace gridward
