// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/innerpoint.h"

#include <geos_c.h>
#include <memory>

namespace gridward {

std::optional<GeoPoint> innerPoint(const QByteArray &wkb)
{
    const std::unique_ptr<std::remove_pointer_t<GEOSContextHandle_t>, decltype(&GEOS_finish_r)>
        context(GEOS_init_r(), &GEOS_finish_r);
    const auto destroy = [&](GEOSGeometry *geometry) {
        GEOSGeom_destroy_r(context.get(), geometry);
    };
    using Geometry = std::unique_ptr<GEOSGeometry, decltype(destroy)>;
    GEOSWKBReader *reader = GEOSWKBReader_create_r(context.get());
    const Geometry shape(GEOSWKBReader_read_r(context.get(),
                                              reader,
                                              reinterpret_cast<const unsigned char *>(wkb.data()),
                                              static_cast<std::size_t>(wkb.size())),
                         destroy);
    GEOSWKBReader_destroy_r(context.get(), reader);
    if (!shape || GEOSisEmpty_r(context.get(), shape.get()) != 0) {
        return std::nullopt;
    }
    const Geometry point(GEOSPointOnSurface_r(context.get(), shape.get()), destroy);
    GeoPoint inner;
    if (!point || GEOSGeomGetX_r(context.get(), point.get(), &inner.longitude) != 1 ||
        GEOSGeomGetY_r(context.get(), point.get(), &inner.latitude) != 1 || !isValid(inner)) {
        return std::nullopt;
    }
    return inner;
}

} // namespace gridward
