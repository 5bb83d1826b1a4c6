// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gis/import/caserow.h"
#include "models/domain/coordinates.h"
#include "models/domain/gridlocator.h"

#include <QHash>
#include <QString>

#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace gridward {

/**
 * Turns positions of rows into places of cases: converts them to WGS 84, refuses those that cannot
 * be meant (swapped, outside of the earth or of the system's area) and finds their grids. Not
 * thread safe; may move to another thread between calls.
 */
class CasePlacer
{
public:
    CasePlacer(const CasePlacer &) = delete;
    CasePlacer &operator=(const CasePlacer &) = delete;
    ~CasePlacer();

    /** InvalidInput for an unknown system (it says what is allowed) or a grid that is damaged. */
    [[nodiscard]] static Result<std::unique_ptr<CasePlacer>>
    create(const CasePositionProfile &profile, const CaseGround &ground);

    /** All rows that have a position and are not refused yet. */
    void place(std::span<CaseRow> rows);

private:
    struct Projection;
    enum class Verdict { Good, Swapped, Nowhere };

    explicit CasePlacer(const CasePositionProfile &profile);

    [[nodiscard]] Result<void> openSystem();
    [[nodiscard]] Result<void> openGrids(const CaseGround &ground);
    void convert(std::vector<GeoPoint> &points) const;
    [[nodiscard]] bool lies(const GeoPoint &point) const;
    void judge(std::span<CaseRow *const> rows, const std::vector<GeoPoint> &points);
    void findGrids(std::span<CaseRow *const> rows) const;

    const CasePositionProfile mProfile;
    std::optional<CoordinateSystem> mSystem; ///< else by PROJ
    std::unique_ptr<Projection> mProjection;
    std::optional<GeoExtent> mArea;  ///< for which the projected system is made
    std::vector<GeoExtent> mExtents; ///< of the district and of the set
    std::shared_ptr<const GridLocator> mLocator;
    std::vector<UnitGrid> mGrids; ///< as the locator numbers them; without outlines
};

} // namespace gridward
