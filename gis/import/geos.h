// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <geos_c.h>
#include <memory>
#include <type_traits>
#include <vector>

namespace gridward {

/**
 * GEOS for one thread: makes geometries that free themselves, and keeps what GEOS complains of.
 * Outlives its geometries.
 */
class Geos
{
public:
    struct GeometryDeleter
    {
        GEOSContextHandle_t context = nullptr;
        void operator()(GEOSGeometry *geometry) const { GEOSGeom_destroy_r(context, geometry); }
    };
    struct PreparedDeleter
    {
        GEOSContextHandle_t context = nullptr;
        void operator()(const GEOSPreparedGeometry *geometry) const
        {
            GEOSPreparedGeom_destroy_r(context, geometry);
        }
    };
    struct TreeDeleter
    {
        GEOSContextHandle_t context = nullptr;
        void operator()(GEOSSTRtree *tree) const { GEOSSTRtree_destroy_r(context, tree); }
    };
    using Geometry = std::unique_ptr<GEOSGeometry, GeometryDeleter>;
    using Prepared = std::unique_ptr<const GEOSPreparedGeometry, PreparedDeleter>;
    using Tree = std::unique_ptr<GEOSSTRtree, TreeDeleter>;

    Geos();

    [[nodiscard]] GEOSContextHandle_t handle() const { return mContext.get(); }
    [[nodiscard]] Geometry own(GEOSGeometry *geometry) const
    {
        return Geometry(geometry, GeometryDeleter{handle()});
    }
    [[nodiscard]] Prepared prepare(const Geometry &geometry) const
    {
        return Prepared(GEOSPrepare_r(handle(), geometry.get()), PreparedDeleter{handle()});
    }
    [[nodiscard]] Tree tree() const
    {
        return Tree(GEOSSTRtree_create_r(handle(), 10), TreeDeleter{handle()});
    }

    /** Null for bytes that are no geometry. */
    [[nodiscard]] Geometry read(const QByteArray &wkb) const;
    /** Null for a text that is no well-known text. */
    [[nodiscard]] Geometry readText(const QString &text) const;
    /** Little endian, two dimensions. */
    [[nodiscard]] QByteArray write(const GEOSGeometry *geometry) const;
    /** Well-known text with all digits. */
    [[nodiscard]] QString toText(const GEOSGeometry *geometry) const;
    /** Null if GEOS fails; the parts stay as they are. */
    [[nodiscard]] Geometry unionOf(const std::vector<const GEOSGeometry *> &parts) const;
    [[nodiscard]] double areaOf(const GEOSGeometry *geometry) const;
    /** All polygons in it, however nested; owned by `geometry`. */
    [[nodiscard]] std::vector<const GEOSGeometry *> polygonsOf(const GEOSGeometry *geometry) const;

    [[nodiscard]] const QString &said() const { return mSaid; }

private:
    struct ContextDeleter
    {
        void operator()(GEOSContextHandle_t context) const { GEOS_finish_r(context); }
    };
    static void keep(const char *message, void *said);

    QString mSaid;
    std::unique_ptr<std::remove_pointer_t<GEOSContextHandle_t>, ContextDeleter> mContext;
};

} // namespace gridward
