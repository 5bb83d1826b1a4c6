// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/import/geos.h"

namespace gridward {

Geos::Geos()
    : mContext(GEOS_init_r())
{
    GEOSContext_setErrorMessageHandler_r(handle(), &Geos::keep, &mSaid);
}

void Geos::keep(const char *message, void *said)
{
    *static_cast<QString *>(said) = QString::fromUtf8(message);
}

Geos::Geometry Geos::read(const QByteArray &wkb) const
{
    GEOSWKBReader *reader = GEOSWKBReader_create_r(handle());
    Geometry geometry =
        own(GEOSWKBReader_read_r(handle(),
                                 reader,
                                 reinterpret_cast<const unsigned char *>(wkb.constData()),
                                 static_cast<std::size_t>(wkb.size())));
    GEOSWKBReader_destroy_r(handle(), reader);
    return geometry;
}

Geos::Geometry Geos::readText(const QString &text) const
{
    GEOSWKTReader *reader = GEOSWKTReader_create_r(handle());
    Geometry geometry = own(GEOSWKTReader_read_r(handle(), reader, text.toUtf8().constData()));
    GEOSWKTReader_destroy_r(handle(), reader);
    return geometry;
}

QByteArray Geos::write(const GEOSGeometry *geometry) const
{
    GEOSWKBWriter *writer = GEOSWKBWriter_create_r(handle());
    GEOSWKBWriter_setByteOrder_r(handle(), writer, GEOS_WKB_NDR);
    GEOSWKBWriter_setOutputDimension_r(handle(), writer, 2);
    std::size_t size = 0;
    unsigned char *bytes = GEOSWKBWriter_write_r(handle(), writer, geometry, &size);
    QByteArray wkb(reinterpret_cast<const char *>(bytes), static_cast<qsizetype>(size));
    GEOSFree_r(handle(), bytes);
    GEOSWKBWriter_destroy_r(handle(), writer);
    return wkb;
}

QString Geos::toText(const GEOSGeometry *geometry) const
{
    GEOSWKTWriter *writer = GEOSWKTWriter_create_r(handle());
    GEOSWKTWriter_setTrim_r(handle(), writer, 1);
    GEOSWKTWriter_setRoundingPrecision_r(handle(), writer, 15);
    char *bytes = GEOSWKTWriter_write_r(handle(), writer, geometry);
    QString text = QString::fromLatin1(bytes);
    GEOSFree_r(handle(), bytes);
    GEOSWKTWriter_destroy_r(handle(), writer);
    return text;
}

Geos::Geometry Geos::unionOf(const std::vector<const GEOSGeometry *> &parts) const
{
    std::vector<GEOSGeometry *> clones;
    clones.reserve(parts.size());
    for (const GEOSGeometry *part : parts) {
        clones.push_back(GEOSGeom_clone_r(handle(), part));
    }
    const Geometry collection =
        own(GEOSGeom_createCollection_r(handle(),
                                        GEOS_GEOMETRYCOLLECTION,
                                        clones.data(),
                                        static_cast<unsigned int>(clones.size())));
    return own(collection ? GEOSUnaryUnion_r(handle(), collection.get()) : nullptr);
}

double Geos::areaOf(const GEOSGeometry *geometry) const
{
    double area = 0.0;
    return geometry != nullptr && GEOSArea_r(handle(), geometry, &area) == 1 ? area : 0.0;
}

std::vector<const GEOSGeometry *> Geos::polygonsOf(const GEOSGeometry *geometry) const
{
    std::vector<const GEOSGeometry *> result;
    if (geometry == nullptr) {
        return result;
    }
    const int type = GEOSGeomTypeId_r(handle(), geometry);
    if (type == GEOS_POLYGON) {
        if (GEOSisEmpty_r(handle(), geometry) == 0) {
            result.push_back(geometry);
        }
        return result;
    }
    if (type == GEOS_MULTIPOLYGON || type == GEOS_GEOMETRYCOLLECTION) {
        const int parts = GEOSGetNumGeometries_r(handle(), geometry);
        for (int part = 0; part < parts; ++part) {
            const auto inner = polygonsOf(GEOSGetGeometryN_r(handle(), geometry, part));
            result.insert(result.end(), inner.begin(), inner.end());
        }
    }
    return result;
}

} // namespace gridward
