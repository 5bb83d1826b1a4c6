// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/heat/heatguard.h"

#include "gis/heat/casereach.h"
#include "gis/heat/placedheat.h"

#include <algorithm>
#include <cmath>

namespace gridward {

namespace {

Error stopped()
{
    return {ErrorCode::Cancelled, GuardTask::tr("The export was stopped."), {}};
}

/** Which cells of one period may be told; nothing if cancelled. */
std::optional<std::vector<bool>> toldCells(const PlacedCases &cases,
                                           const PlacedPart &part,
                                           const HeatSurface &surface,
                                           qint64 fewest,
                                           const AnalysisControl &control)
{
    const DensityPoints points = inputOf(cases, part).points;
    std::vector<bool> personal;
    if (!cases.personal.empty()) {
        personal.assign(cases.personal.begin() + static_cast<std::ptrdiff_t>(part.first),
                        cases.personal.begin() + static_cast<std::ptrdiff_t>(part.end));
    }
    const HeatGrid &grid = surface.grid;
    const CellGrid window{grid.west, grid.north, grid.pixel, grid.columns, grid.rows};
    const auto counted = [&](const std::vector<bool> &those) -> std::optional<std::vector<double>> {
        const std::optional<DensitySum> sum =
            casesInReach(points, those, surface.facts.recipe, surface.facts.radiusMetres, control);
        std::vector<double> counts(surface.values.size());
        return sum && sum->fill(window, counts, control) ? std::optional(std::move(counts))
                                                         : std::nullopt;
    };
    const std::optional<std::vector<double>> ofThem = counted(personal);
    const std::optional<std::vector<double>> ofAll =
        personal.empty() ? ofThem : counted(std::vector<bool>());
    if (!ofThem || !ofAll) {
        return std::nullopt;
    }
    std::vector<bool> told(surface.values.size());
    for (std::size_t i = 0; i < told.size(); ++i) {
        const qint64 few = std::llround((*ofThem)[i]);
        told[i] = few >= fewest || (few == 0 && std::llround((*ofAll)[i]) > 0);
    }
    return told;
}

void blank(HeatSurface &surface, const std::vector<bool> &told)
{
    const auto none = static_cast<float>(kHeatNoData);
    surface.facts.highest = 0.0;
    surface.facts.lowest = 0.0;
    for (std::size_t i = 0; i < told.size(); ++i) {
        float &value = surface.values[i];
        if (!told[i] && value != none) {
            surface.facts.hidden += value != 0.0F ? 1 : 0;
            value = none;
        }
        if (value == none) {
            surface.facts.hasUnknown = true;
            continue;
        }
        surface.facts.highest = std::max(surface.facts.highest, static_cast<double>(value));
        surface.facts.lowest = std::min(surface.facts.lowest, static_cast<double>(value));
    }
}

} // namespace

Result<std::shared_ptr<const ShownSurface>>
guardedSurface(const ShownSurface &shown, qint64 fewest, const std::function<bool()> &isCancelled)
{
    const AnalysisControl control{isCancelled, {}, 0};
    auto made = std::make_shared<ShownSurface>(shown);
    made->file.reset();
    made->otherFile.reset();
    const PlacedHeat &placed = *shown.placed;
    std::optional<std::vector<bool>> told =
        toldCells(placed.cases(),
                  PlacedHeat::partOf(placed.cases(), shown.wanted.play),
                  shown.surface,
                  fewest,
                  control);
    const bool isCompared = shown.surface.facts.compare != HeatCompare::Off;
    std::optional<std::vector<bool>> others;
    if (placed.compared() && (isCompared || shown.other)) {
        others = toldCells(*placed.compared(),
                           PlacedHeat::partOf(*placed.compared(), {}),
                           shown.other ? *shown.other : shown.surface,
                           fewest,
                           control);
    }
    if (!told || (!others && (isCompared || shown.other)) || isCancelled()) {
        return stopped();
    }
    if (isCompared) {
        for (std::size_t i = 0; i < told->size(); ++i) {
            (*told)[i] = (*told)[i] && (*others)[i];
        }
    } else if (made->other) {
        blank(*made->other, *others);
    }
    blank(made->surface, *told);
    return std::shared_ptr<const ShownSurface>(std::move(made));
}

GuardTask::GuardTask(std::shared_ptr<const ShownSurface> surface, qint64 fewest)
    : mSurface(std::move(surface))
    , mFewest(fewest)
{
}

Result<std::shared_ptr<const ShownSurface>> GuardTask::result() const
{
    return isCancelled() || !mResult ? Result<std::shared_ptr<const ShownSurface>>(stopped())
                                     : *mResult;
}

void GuardTask::run()
{
    mResult = guardedSurface(*mSurface, mFewest, stopAsked());
}

} // namespace gridward
