// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/layers/managerhues.h"

#include <qgsabstractgeometry.h>
#include <qgsgeometry.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>
#include <vector>

namespace gridward {

namespace {

constexpr double kSteps = 1e7; ///< corners within a centimetre are one

/** A corner, and one of those who have it. */
struct Corner
{
    std::pair<qint64, qint64> place;
    int owner;
    auto operator<=>(const Corner &) const = default;
};

std::vector<Corner> cornersOf(const QList<UnitGrid> &grids, const QList<int> &owners)
{
    std::vector<Corner> corners;
    for (qsizetype i = 0; i < grids.size(); ++i) {
        QgsGeometry outline;
        outline.fromWkb(grids.at(i).outline);
        for (auto vertex = outline.vertices_begin(); vertex != outline.vertices_end(); ++vertex) {
            const QgsPoint point = *vertex;
            if (std::isfinite(point.x()) && std::isfinite(point.y())) {
                corners.push_back(
                    {{std::llround(point.x() * kSteps), std::llround(point.y() * kSteps)},
                     owners.at(i)});
            }
        }
    }
    std::ranges::sort(corners);
    corners.erase(std::ranges::unique(corners).begin(), corners.end());
    return corners;
}

/** Who meets whom at a corner, both ways, each once. */
std::vector<std::vector<int>> neighboursOf(const std::vector<Corner> &corners, int owners)
{
    std::vector<std::vector<int>> neighbours(static_cast<std::size_t>(owners));
    for (auto first = corners.begin(); first != corners.end();) {
        const auto last = std::find_if(
            first, corners.end(), [&](const Corner &one) { return one.place != first->place; });
        for (auto one = first; one != last; ++one) {
            for (auto other = first; other != last; ++other) {
                if (one->owner != other->owner) {
                    neighbours[static_cast<std::size_t>(one->owner)].push_back(other->owner);
                }
            }
        }
        first = last;
    }
    return neighbours;
}

} // namespace

QList<int> managerHues(const QList<UnitGrid> &grids, const QHash<QString, QString> &managers)
{
    QHash<QString, int> numbers;
    QList<int> owners;
    for (const UnitGrid &grid : grids) {
        const QString manager = managers.value(grid.code);
        const auto known = numbers.constFind(manager);
        owners.append(known != numbers.constEnd() ? *known : static_cast<int>(numbers.size()));
        numbers.insert(manager, owners.last());
    }
    const int count = static_cast<int>(numbers.size());
    const std::vector<std::vector<int>> neighbours = neighboursOf(cornersOf(grids, owners), count);

    std::vector<int> hues(static_cast<std::size_t>(count), -1);
    std::array<int, kManagerHues> used{};
    for (std::size_t owner = 0; owner < hues.size(); ++owner) {
        std::array<bool, kManagerHues> taken{};
        for (const int neighbour : neighbours[owner]) {
            if (const int hue = hues[static_cast<std::size_t>(neighbour)]; hue >= 0) {
                taken.at(static_cast<std::size_t>(hue)) = true;
            }
        }
        // The rarest of those that are free, so that all eight are seen about as often.
        std::size_t best = 0;
        for (std::size_t hue = 1; hue < taken.size(); ++hue) {
            if (std::pair(taken[hue], used[hue]) < std::pair(taken[best], used[best])) {
                best = hue;
            }
        }
        hues[owner] = static_cast<int>(best);
        ++used[best];
    }
    QList<int> result;
    for (const int owner : std::as_const(owners)) {
        result.append(hues[static_cast<std::size_t>(owner)]);
    }
    return result;
}

} // namespace gridward
