// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/gridlocator.h"
#include "models/service/districtpicture.h"
#include "models/service/mapport.h"

#include <QByteArray>
#include <QList>
#include <QPointF>
#include <QRectF>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace gridward {

/**
 * Where things of a district are that stand still: grids, divisions, key places. Shares the values
 * of the picture it is made from; what takes time is made when it is first asked for. GUI thread.
 */
class DistrictIndex
{
public:
    void set(const DistrictPicture &picture);

    /** Code of the grid; empty outside of the district. Costs the same however many there are. */
    [[nodiscard]] QString gridAt(const GeoPoint &place);
    /** The nearest key location within `tolerance` metres (EPSG:3857), else the key area there. */
    [[nodiscard]] QString keyPlaceAt(const GeoPoint &place, double tolerance);

    /** Well-known binary, EPSG:4326, of a grid, division or key area; empty for anything else. */
    [[nodiscard]] QByteArray outlineOf(MapThing kind, const QString &id) const;
    /** EPSG:3857, as the map shows it. */
    [[nodiscard]] std::optional<QPointF> keyPlace(const QString &id);

private:
    struct Place
    {
        QString id;
        QPointF middle; ///< EPSG:3857
        QRectF box;     ///< degrees; of areas
        QByteArray area;
    };
    void prepareGrids();
    void preparePlaces();

    QList<UnitGrid> mGrids;
    QList<Division> mDivisions;
    QList<KeyPlace> mKeyPlaces;
    std::shared_ptr<const GridLocator> mLocator;
    std::vector<Place> mPlaces;
    bool mPlacesReady = false;
};

} // namespace gridward
