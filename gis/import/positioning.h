// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/geopoint.h"
#include "models/domain/result.h"

#include <QString>
#include <QStringList>

#include <memory>
#include <optional>

class OGRCoordinateTransformation;
class OGRGeometry;
class OGRSpatialReference;

namespace gridward {

/** The box of a file's coordinates, in its own units. */
struct CoordinateBox
{
    double west = 0.0;
    double south = 0.0;
    double east = 0.0;
    double north = 0.0;
};

/** Takes the coordinates of one file to EPSG:4326, longitude first. One thread at a time. */
class Positioning
{
public:
    /**
     * By `wanted` (what the user said), else by the file's own system, else by assumption if the
     * box plainly holds degrees. InvalidInput if the system is unknown, or if nobody says which it
     * is and the coordinates are no degrees.
     */
    [[nodiscard]] static Result<std::unique_ptr<Positioning>>
    choose(const QString &file,
           const QString &wanted,
           const OGRSpatialReference *own,
           const std::optional<CoordinateBox> &box);
    Positioning(const Positioning &) = delete;
    Positioning &operator=(const Positioning &) = delete;
    ~Positioning();

    /** What was assumed and what was converted, for the report; translated. */
    [[nodiscard]] const QStringList &notes() const { return mNotes; }

    /** Nothing if it is no place on the earth. */
    [[nodiscard]] std::optional<GeoPoint> toWgs84(double x, double y) const;
    /** In place; false if it does not lie on the earth. */
    [[nodiscard]] bool toWgs84(OGRGeometry &geometry) const;

private:
    Positioning() = default;
    [[nodiscard]] Result<void> chooseNamed(const QString &wanted);
    [[nodiscard]] Result<void> chooseSystem(const OGRSpatialReference &system);

    QStringList mNotes;
    std::unique_ptr<OGRCoordinateTransformation> mTransformation; ///< none: it is EPSG:4326
};

} // namespace gridward
