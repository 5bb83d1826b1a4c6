// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gis/import/featuresource.h"
#include "gis/import/geos.h"
#include "gis/import/positioning.h"
#include "models/domain/geopoint.h"
#include "models/domain/result.h"

#include <QByteArray>
#include <QString>

#include <memory>

namespace gridward {

/**
 * Says where the features of a source lie, in EPSG:4326: by their geometry, or in a table by its
 * columns of longitude and latitude. Refers to its source. One thread at a time.
 */
class FeaturePlacer
{
public:
    /** InvalidInput if the coordinate system is unknown or a table lacks the columns. */
    [[nodiscard]] static Result<std::unique_ptr<FeaturePlacer>>
    forSource(FeatureSource &source, const SourceOptions &options);
    FeaturePlacer(const FeaturePlacer &) = delete;
    FeaturePlacer &operator=(const FeaturePlacer &) = delete;

    [[nodiscard]] const QStringList &notes() const { return mPositioning->notes(); }

    /** The feature's point, or a point inside it. The error's message says what is wrong with it.
     */
    [[nodiscard]] Result<GeoPoint> pointOf(const SourceFeature &feature);
    /** The feature's polygon or multipolygon as WKB. The error's message says what is wrong. */
    [[nodiscard]] Result<QByteArray> outlineOf();
    /** A point inside such a polygon. */
    [[nodiscard]] Result<GeoPoint> innerPoint(const QByteArray &wkb) const;
    /** True if the feature last read has an area. */
    [[nodiscard]] bool isArea();
    /** The bounds of the feature. */
    [[nodiscard]] Result<CoordinateBox> boxOf(const SourceFeature &feature);

    /**
     * InvalidInput if there were coordinates, but none of them were degrees, and nobody said what
     * they are: to be asked at the end of a table.
     */
    [[nodiscard]] Result<void> finish() const;

private:
    explicit FeaturePlacer(FeatureSource &source)
        : mSource(source)
    {
    }
    [[nodiscard]] Result<GeoPoint> pointInTable(const SourceFeature &feature);

    FeatureSource &mSource;
    std::unique_ptr<Positioning> mPositioning;
    Geos mGeos;
    int mLongitude = -1; ///< columns of a table
    int mLatitude = -1;
    bool mIsGuessed = false; ///< nobody said what the columns hold
    bool mIsUnsaid = false;  ///< the shapes should be degrees, but no --crs says so
    bool mWasPlaced = false;
    qint64 mAstray = 0;    ///< rows whose coordinates are no place on the earth
    qint64 mExchanged = 0; ///< those of them that would be one the other way round
};

} // namespace gridward
