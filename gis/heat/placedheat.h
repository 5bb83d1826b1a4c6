// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gis/heat/heatsurface.h"
#include "models/analysis/densitysurface.h"

#include <qgsrectangle.h>

namespace gridward {

/** Cases in metres, by registration. */
struct PlacedCases
{
    DensityPoints points;
    std::vector<qsizetype> rows; ///< of each in the CasePoints it comes from
    std::vector<bool> personal;  ///< reported by somebody outside; or empty: all of them may be
    std::vector<double> days;    ///< when it was registered, in days since 1970; or empty
    QList<CaseId> ids;           ///< of all CasePoints, not only of those that have been placed
    qint64 all = 0;              ///< also those that lie beyond the ground
    qint64 withoutPlace = 0;
    Instant from;
    Instant to;
};

/** A part of them: a step of their period, or all. */
struct PlacedPart
{
    std::size_t first = 0;
    std::size_t end = 0;
    qint64 outside = 0;
    Instant from;
    Instant to;

    bool operator==(const PlacedPart &) const = default;
};

/**
 * What surfaces are made of, in the metres of the ground's UTM zone, found once for all of them.
 * Keeps what the last coarse surface was made of for the next one. Any thread, but one at a time;
 * cases that are near may be asked for meanwhile.
 */
class PlacedHeat
{
public:
    /** InvalidInput for a ground that cannot be measured, Cancelled. */
    [[nodiscard]] static Result<std::shared_ptr<PlacedHeat>>
    place(const HeatInput &input, const std::function<bool()> &isCancelled);

    [[nodiscard]] int epsg() const { return mEpsg; }
    [[nodiscard]] const QgsRectangle &ground() const { return mGround; }
    [[nodiscard]] const PlacedCases &cases() const { return mCases; }
    [[nodiscard]] const std::optional<PlacedCases> &compared() const { return mCompared; }
    [[nodiscard]] const DensityPoints &denominator() const { return mDenominator.points; }
    [[nodiscard]] const GroundRings &rings() const { return mRings; }

    /** All of them, or a step. */
    [[nodiscard]] static PlacedPart
    partOf(const PlacedCases &cases, const HeatPlay &play, int step);
    [[nodiscard]] static PlacedPart partOf(const PlacedCases &cases, const HeatPlay &play)
    {
        return partOf(cases, play, play.step);
    }

    /** The part, aged, with those of one square of so many metres in their middle. */
    [[nodiscard]] const DensityPoints &
    gathered(const PlacedCases &cases, const PlacedPart &part, double square, double halfLifeDays);
    [[nodiscard]] const DensityPoints &gatheredDenominator(double square);

    /** Cases within reach of a place, nearest first. */
    [[nodiscard]] HeatSpot near(const GeoPoint &place, const HeatPlay &play, double reach) const;

    /** What the last exact surface by a rule had: for coarse ones. */
    struct Chosen
    {
        BandwidthRule rule = BandwidthRule::ByHand;
        KernelShape shape = KernelShape::Quartic;
        double bandwidth = 0.0;
    };
    std::optional<Chosen> chosen;

    /** Breaks for all steps, and what they belong to. */
    struct Scale
    {
        HeatOrder order;
        QList<Instant> bounds;
        std::vector<double> breaks;
    };
    std::optional<Scale> scale;

private:
    struct Gathered
    {
        PlacedPart part;
        double square = 0.0;
        double halfLife = 0.0;
        DensityPoints points;
    };

    int mEpsg = 0;
    QgsRectangle mGround;
    PlacedCases mCases;
    std::optional<PlacedCases> mCompared;
    PlacedCases mDenominator;
    GroundRings mRings;
    std::optional<Gathered> mGathered[3]; ///< of the cases, the other period, the denominator
};

/** The value of the cell in which a place lies; nothing beyond the surface or where it is not
 * known.
 */
[[nodiscard]] std::optional<double> valueAt(const HeatSurface &surface, const GeoPoint &place);

/** The part as a value of its own, with ages in days before its end. */
[[nodiscard]] SurfaceInput inputOf(const PlacedCases &cases, const PlacedPart &part);

} // namespace gridward
