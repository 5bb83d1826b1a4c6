// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/mapport.h"
#include "models/store/store.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QPointer>

#include <optional>

class QgsMapLayer;
class QgsProject;
class QgsRasterLayer;

namespace gridward {

class BaseMapLoader;

/** Dims a base map from a server by night; leaves every other layer alone. */
void dressBaseMap(QgsMapLayer &layer, MapTheme theme);

/**
 * Brings base maps from servers below all other layers, and those declared GCJ-02 to where they
 * belong: by one shift for the district, refused where that would be wrong by 5 m or more. The
 * schematic base map of a demo is unticked when a real one comes. Owned by MapView; the project
 * owns the layers and outlives any call. GUI thread; servers are asked in tasks.
 */
class BaseMaps final : public QObject
{
    Q_OBJECT
public:
    explicit BaseMaps(QgsProject &project);
    ~BaseMaps() override; ///< stops what is under way, and waits for it

    /** added() follows, sooner or later. */
    void add(const BaseMapOrder &order);
    /**
     * Another district has come: base maps go below it, and GCJ-02 ones move to where they belong
     * there; those that cannot are taken off, and are in the report.
     */
    [[nodiscard]] LoadReport follow();
    [[nodiscard]] bool isLoading() const { return !mLoaders.isEmpty(); }

signals:
    /** The layer is on the map by now; null if it was refused. */
    void added(QgsMapLayer *layer, const gridward::LoadReport &report);

private:
    [[nodiscard]] std::optional<GeoExtent> area() const;
    [[nodiscard]] Result<QString> shift(QgsRasterLayer &layer) const;
    void take(BaseMapLoader *loader);
    void moveToBottom(const QgsMapLayer &layer);

    QgsProject &mProject;
    QList<QPointer<BaseMapLoader>> mLoaders;
};

} // namespace gridward
