// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gis/engine/maptask.h"
#include "models/domain/geopoint.h"
#include "models/service/mapport.h"

#include <qgscoordinatetransformcontext.h>
#include <qgsrasterlayer.h>

#include <memory>
#include <optional>

namespace gridward {

/**
 * Asks a map service whether it is there and makes a layer of it, beside the GUI thread: a server
 * that hangs costs nobody a moment. The layer is taken from the slot of loaded(), on the GUI
 * thread.
 */
class BaseMapLoader final : public MapTask
{
    Q_OBJECT
public:
    /** `place`, EPSG:4326: where the service should have something. */
    BaseMapLoader(BaseMapOrder order,
                  std::optional<GeoPoint> place,
                  const QgsCoordinateTransformContext &transforms);
    ~BaseMapLoader() override;

    [[nodiscard]] const BaseMapOrder &order() const { return mOrder; }
    /** On the GUI thread already; null if there is none, and then error() says why. */
    [[nodiscard]] std::unique_ptr<QgsRasterLayer> takeLayer();
    [[nodiscard]] const Error &error() const { return mError; }

signals:
    void loaded();

protected:
    void run() override;
    void finished() override;

private:
    [[nodiscard]] Result<QByteArray> fetch(const QUrl &address);
    [[nodiscard]] Result<void> tryTiles(const QString &url);
    [[nodiscard]] Result<void> load();

    BaseMapOrder mOrder;
    std::optional<GeoPoint> mPlace;
    QgsCoordinateTransformContext mTransforms;
    std::unique_ptr<QgsRasterLayer> mLayer;
    Error mError;
};

} // namespace gridward
