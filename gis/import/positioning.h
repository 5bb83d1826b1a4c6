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

/** The box of some coordinates, in the units of their file. */
struct CoordinateBox
{
    double west = 0.0;
    double south = 0.0;
    double east = 0.0;
    double north = 0.0;
};

/** What coordinates look like when nobody says what they are. */
enum class CoordinateLook {
    Degrees,
    Exchanged, ///< degrees, latitude first
    Unset,     ///< beside the origin, where nobody lives
    Other      ///< metres of some plane, or nonsense
};
[[nodiscard]] CoordinateLook lookOf(const CoordinateBox &box);

/** What the coordinates of a file look like, feature by feature. A plain value. */
struct CoordinateSurvey
{
    qint64 degrees = 0;   ///< features that lie somewhere in degrees
    qint64 exchanged = 0; ///< the others, by their look
    qint64 unset = 0;
    qint64 other = 0;
    CoordinateBox astray; ///< of the first feature that is not in degrees

    void add(const CoordinateBox &feature);
    [[nodiscard]] qint64 strays() const { return exchanged + unset + other; }
    /** True unless most features lie elsewhere; also if there are none. */
    [[nodiscard]] bool areDegrees() const { return strays() <= degrees; }
};

/** Whether the format of a file leaves open what its coordinates are. GeoJSON (RFC 7946) does not.
 */
enum class DegreesRule { Usual, Always };

/** Takes the coordinates of one file to EPSG:4326, longitude first. One thread at a time. */
class Positioning
{
public:
    /**
     * By `wanted` (what the user said), else by the file's own system, else by assumption if most
     * features plainly lie in degrees; the rest is for their reader to refuse one by one.
     * InvalidInput if the system is unknown, or if nobody says which it is and the coordinates are
     * no degrees.
     */
    [[nodiscard]] static Result<std::unique_ptr<Positioning>>
    choose(const QString &file,
           const QString &wanted,
           const OGRSpatialReference *own,
           const CoordinateSurvey &survey,
           DegreesRule rule = DegreesRule::Usual);
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
