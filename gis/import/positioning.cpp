// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/import/positioning.h"

#include "models/domain/coordinates.h"

#include <QCoreApplication>

#include <array>
#include <cmath>
#include <ogr_geometry.h>
#include <ogr_spatialref.h>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Positioning)
};

constexpr int kWgs84 = 4326;
constexpr int kCgcs2000 = 4490;

/** The shifted systems of Chinese online maps as GDAL takes a transformation. */
class ShiftedDegrees final : public OGRCoordinateTransformation
{
public:
    explicit ShiftedDegrees(CoordinateSystem system)
        : mSystem(system)
    {
    }
    OGRSpatialReference *GetSourceCS() override { return nullptr; }
    OGRSpatialReference *GetTargetCS() override { return nullptr; }
    int Transform(
        int count, double *x, double *y, double * /*z*/, double * /*t*/, int *success) override
    {
        for (int place = 0; place < count; ++place) {
            const GeoPoint point = toWgs84(GeoPoint{x[place], y[place]}, mSystem);
            x[place] = point.longitude;
            y[place] = point.latitude;
            if (success != nullptr) {
                success[place] = TRUE;
            }
        }
        return TRUE;
    }
    [[nodiscard]] OGRCoordinateTransformation *Clone() const override
    {
        return new ShiftedDegrees(mSystem);
    }
    [[nodiscard]] OGRCoordinateTransformation *GetInverse() const override { return nullptr; }

private:
    CoordinateSystem mSystem;
};

bool isSame(const OGRSpatialReference &system, int epsg)
{
    OGRSpatialReference known;
    constexpr std::array<const char *, 3> kOptions{"IGNORE_DATA_AXIS_TO_SRS_AXIS_MAPPING=YES",
                                                   "CRITERION=EQUIVALENT_EXCEPT_AXIS_ORDER_GEOGCRS",
                                                   nullptr};
    return known.importFromEPSG(epsg) == OGRERR_NONE &&
           system.IsSame(&known, kOptions.data()) != FALSE;
}

QString nameOf(const OGRSpatialReference &system)
{
    const char *authority = system.GetAuthorityName(nullptr);
    const char *code = system.GetAuthorityCode(nullptr);
    if (authority != nullptr && code != nullptr) {
        return u"%1:%2"_s.arg(QString::fromUtf8(authority), QString::fromUtf8(code));
    }
    const char *name = system.GetName();
    return name != nullptr ? QString::fromUtf8(name) : u"?"_s;
}

/** Why a file is refused whole of which most features do not lie in degrees. */
QString
notDegrees(const QString &file, bool namesSystem, const CoordinateSurvey &survey, DegreesRule rule)
{
    const auto said = [&](const QString &sentence) {
        return sentence.arg(file)
            .arg(survey.astray.west, 0, 'f', 2)
            .arg(survey.astray.south, 0, 'f', 2);
    };
    if (survey.exchanged > survey.unset + survey.other) {
        return said(Words::tr("“%1” has longitude and latitude exchanged: its coordinates (%2, %3) "
                              "begin with the latitude. Write the longitude first."));
    }
    if (rule == DegreesRule::Always) {
        return said(Words::tr("“%1” is GeoJSON and should hold longitude and latitude in degrees, "
                              "but its coordinates (%2, %3) are none. Convert it to EPSG:4326 "
                              "first."));
    }
    return said(namesSystem
                    ? Words::tr("“%1” should hold degrees, but its coordinates (%2, %3) are "
                                "none. Say what they are with --crs, such as --crs EPSG:4549.")
                    : Words::tr("“%1” names no coordinate system, and its coordinates (%2, %3) "
                                "are not degrees. Say which it is with --crs, such as --crs "
                                "EPSG:4549."));
}

QString cgcsNote()
{
    return Words::tr("The coordinates are CGCS2000 (EPSG:4490); they are taken as EPSG:4326, from "
                     "which they differ by less than a metre.");
}

} // namespace

CoordinateLook lookOf(const CoordinateBox &box)
{
    if (box.west >= -180.0 && box.east <= 180.0 && box.south >= -90.0 && box.north <= 90.0) {
        // Within a metre of the origin of some plane would be degrees too; nobody lives there.
        return std::abs(box.west) > 1.0 || std::abs(box.south) > 1.0 ? CoordinateLook::Degrees
                                                                     : CoordinateLook::Unset;
    }
    const bool isExchanged =
        box.west >= -90.0 && box.east <= 90.0 && box.south >= -180.0 && box.north <= 180.0;
    return isExchanged ? CoordinateLook::Exchanged : CoordinateLook::Other;
}

void CoordinateSurvey::add(const CoordinateBox &feature)
{
    const CoordinateLook look = lookOf(feature);
    if (look != CoordinateLook::Degrees && strays() == 0) {
        astray = feature;
    }
    switch (look) {
    case CoordinateLook::Degrees:
        ++degrees;
        break;
    case CoordinateLook::Exchanged:
        ++exchanged;
        break;
    case CoordinateLook::Unset:
        ++unset;
        break;
    case CoordinateLook::Other:
        ++other;
        break;
    }
}

Positioning::~Positioning() = default;

Result<void> Positioning::chooseSystem(const OGRSpatialReference &system)
{
    if (system.IsGeographic() != FALSE) {
        if (isSame(system, kWgs84)) {
            return {};
        }
        if (isSame(system, kCgcs2000)) {
            mNotes.append(cgcsNote());
            return {};
        }
    }
    OGRSpatialReference from(system);
    OGRSpatialReference to;
    to.importFromEPSG(kWgs84);
    from.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    to.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    mTransformation.reset(OGRCreateCoordinateTransformation(&from, &to));
    if (!mTransformation) {
        return Error{ErrorCode::Unsupported,
                     Words::tr("Coordinates in %1 cannot be converted to EPSG:4326. Convert the "
                               "file first, or say what it holds with --crs.")
                         .arg(nameOf(system)),
                     QString::fromUtf8(CPLGetLastErrorMsg())};
    }
    mNotes.append(
        Words::tr("The coordinates were converted from %1 to EPSG:4326.").arg(nameOf(system)));
    return {};
}

Result<void> Positioning::chooseNamed(const QString &wanted)
{
    if (const Result<CoordinateSystem> known = parseCoordinateSystem(wanted); known) {
        switch (known.value()) {
        case CoordinateSystem::Wgs84:
            return {};
        case CoordinateSystem::Cgcs2000:
            mNotes.append(cgcsNote());
            return {};
        case CoordinateSystem::Gcj02:
        case CoordinateSystem::Bd09:
            mTransformation = std::make_unique<ShiftedDegrees>(known.value());
            mNotes.append(Words::tr("The coordinates were converted from %1 to EPSG:4326.")
                              .arg(wanted.trimmed().toUpper()));
            return {};
        }
    }
    OGRSpatialReference system;
    const CPLErrorHandlerPusher quiet(CPLQuietErrorHandler);
    if (system.SetFromUserInput(wanted.trimmed().toUtf8().constData(),
                                OGRSpatialReference::SET_FROM_USER_INPUT_LIMITATIONS_get()) !=
        OGRERR_NONE) {
        return Error{ErrorCode::InvalidInput,
                     Words::tr("“%1” is not a coordinate system known here. Use EPSG and its "
                               "number (such as EPSG:4326 or EPSG:4549), gcj02 or bd09.")
                         .arg(wanted),
                     QString::fromUtf8(CPLGetLastErrorMsg())};
    }
    return chooseSystem(system);
}

Result<std::unique_ptr<Positioning>> Positioning::choose(const QString &file,
                                                         const QString &wanted,
                                                         const OGRSpatialReference *own,
                                                         const CoordinateSurvey &survey,
                                                         DegreesRule rule)
{
    std::unique_ptr<Positioning> result(new Positioning);
    Result<void> chosen;
    if (!wanted.trimmed().isEmpty()) {
        chosen = result->chooseNamed(wanted);
    } else if (own != nullptr && (own->IsProjected() != FALSE || survey.areDegrees())) {
        chosen = result->chooseSystem(*own);
    } else if (own == nullptr && survey.areDegrees()) {
        result->mNotes.append(Words::tr("“%1” names no coordinate system; longitude and latitude "
                                        "(EPSG:4326) are assumed. Say otherwise with --crs.")
                                  .arg(file));
    } else {
        return Error{ErrorCode::InvalidInput, notDegrees(file, own != nullptr, survey, rule), {}};
    }
    if (!chosen) {
        return chosen.error();
    }
    return result;
}

std::optional<GeoPoint> Positioning::toWgs84(double x, double y) const
{
    GeoPoint point{x, y};
    if (!std::isfinite(x) || !std::isfinite(y)) {
        return std::nullopt;
    }
    if (mTransformation) {
        const CPLErrorHandlerPusher quiet(CPLQuietErrorHandler);
        if (mTransformation->Transform(1, &point.longitude, &point.latitude) == FALSE) {
            return std::nullopt;
        }
    }
    return isValid(point) ? std::optional(point) : std::nullopt;
}

bool Positioning::toWgs84(OGRGeometry &geometry) const
{
    if (mTransformation) {
        const CPLErrorHandlerPusher quiet(CPLQuietErrorHandler);
        if (geometry.transform(mTransformation.get()) != OGRERR_NONE) {
            return false;
        }
    }
    OGREnvelope box;
    geometry.getEnvelope(&box);
    return isValid({box.MinX, box.MinY}) && isValid({box.MaxX, box.MaxY});
}

} // namespace gridward
