// SPDX-License-Identifier: GPL-3.0-or-later
// Where the tiles of a scene stand on a screen.
#include "models/view/wall/wallscene.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace gridward {

namespace {

constexpr double kUltraWide = 2.6; ///< wider than this, tiles stand side by side

/** Something along one axis that needs some room and gets its share of what is left. */
struct Stretch
{
    int need = 0;
    int share = 1;
};

/** Their ends from 0 to `room`, gaps in between; what is needed fits. */
QList<std::pair<int, int>> spread(const QList<Stretch> &parts, int room, int gap)
{
    int free = room - gap * static_cast<int>(parts.size() - 1);
    int shares = 0;
    for (const Stretch &part : parts) {
        free -= part.need;
        shares += part.share;
    }
    QList<std::pair<int, int>> placed;
    int start = 0;
    int given = 0;
    int counted = 0;
    for (const Stretch &part : parts) {
        counted += part.share;
        const int sum = static_cast<int>(std::lround(1.0 * free * counted / std::max(1, shares)));
        const int length = part.need + sum - given;
        given = sum;
        placed.append({start, length});
        start += length + gap;
    }
    return placed;
}

int sumOf(const QList<Stretch> &parts, int gap)
{
    return std::accumulate(parts.begin(),
                           parts.end(),
                           gap * std::max(0, static_cast<int>(parts.size()) - 1),
                           [](int sum, const Stretch &part) { return sum + part.need; });
}

int pixels(double units, int unit)
{
    return static_cast<int>(std::ceil(units * unit));
}

QList<SceneColumn> columnsFor(const WallScene &scene, const QSize &size)
{
    if (size.height() > size.width()) {
        SceneColumn all;
        for (const SceneColumn &column : scene.columns) {
            all.tiles.append(column.tiles);
        }
        std::ranges::stable_sort(all.tiles, {}, &SceneTile::priority);
        return {all};
    }
    if (size.width() <= kUltraWide * size.height()) {
        return scene.columns;
    }
    QList<SceneColumn> columns;
    for (const SceneColumn &column : scene.columns) {
        for (const SceneTile &tile : column.tiles) {
            columns.append({column.share * tile.share, {tile}});
        }
    }
    return columns;
}

QList<Stretch> widthsOf(const QList<SceneColumn> &columns, int unit)
{
    QList<Stretch> parts;
    for (const SceneColumn &column : columns) {
        double width = 0.0;
        for (const SceneTile &tile : column.tiles) {
            width = std::max(width, needOf(tile.kind).width);
        }
        parts.append({pixels(width, unit), column.share});
    }
    return parts;
}

QList<Stretch> heightsOf(const SceneColumn &column, int unit)
{
    QList<Stretch> parts;
    for (const SceneTile &tile : column.tiles) {
        parts.append({pixels(needOf(tile.kind).height, unit), tile.share});
    }
    return parts;
}

/** The best of its priorities: by that a column stays or goes. */
int priorityOf(const SceneColumn &column)
{
    return std::ranges::min(column.tiles, {}, &SceneTile::priority).priority;
}

/** Of what may go, the last one with the largest number. */
template <typename T, typename Priority>
qsizetype leastOf(const QList<T> &all, Priority priority)
{
    qsizetype least = 0;
    for (qsizetype i = 1; i < all.size(); ++i) {
        if (std::invoke(priority, all.at(i)) >= std::invoke(priority, all.at(least))) {
            least = i;
        }
    }
    return least;
}

} // namespace

TileNeed needOf(TileKind kind)
{
    switch (kind) {
    case TileKind::Map:
        return {16, 12};
    case TileKind::Counters:
        return {14, 7};
    case TileKind::Burning:
        return {26, 8.5};
    case TileKind::Events:
        return {24, 9};
    case TileKind::Rhythm:
        return {22, 13};
    case TileKind::Streets:
        return {32, 14};
    case TileKind::Units:
        return {24, 9};
    case TileKind::Incident:
        return {26, 13};
    case TileKind::Stages:
        return {20, 9};
    case TileKind::Called:
    case TileKind::Near:
    case TileKind::OnDuty:
    case TileKind::Gaps:
    case TileKind::Vacancies:
    case TileKind::Risen:
    case TileKind::Fallen:
        return {22, 8};
    case TileKind::Indicators:
        return {32, 14};
    }
    return {};
}

const PlacedTile *SceneArrangement::find(TileKind kind) const
{
    const auto tile = std::ranges::find(tiles, kind, &PlacedTile::kind);
    return tile == tiles.end() ? nullptr : &*tile;
}

SceneArrangement arrangeScene(const WallScene &scene, const QRect &box, int unit)
{
    const int gap = std::max(2, unit / 2);
    SceneArrangement arrangement;
    QList<SceneColumn> columns = columnsFor(scene, box.size());
    while (columns.size() > 1 && sumOf(widthsOf(columns, unit), gap) > box.width()) {
        const SceneColumn gone = columns.takeAt(leastOf(columns, priorityOf));
        for (const SceneTile &tile : gone.tiles) {
            arrangement.leftOut.append(tile.kind);
        }
    }
    const QList<std::pair<int, int>> across = spread(widthsOf(columns, unit), box.width(), gap);
    for (qsizetype i = 0; i < columns.size(); ++i) {
        SceneColumn &column = columns[i];
        while (column.tiles.size() > 1 && sumOf(heightsOf(column, unit), gap) > box.height()) {
            arrangement.leftOut.append(
                column.tiles.takeAt(leastOf(column.tiles, &SceneTile::priority)).kind);
        }
        const QList<std::pair<int, int>> down = spread(heightsOf(column, unit), box.height(), gap);
        for (qsizetype j = 0; j < column.tiles.size(); ++j) {
            arrangement.tiles.append({column.tiles.at(j).kind,
                                      QRect(box.left() + across.at(i).first,
                                            box.top() + down.at(j).first,
                                            across.at(i).second,
                                            down.at(j).second)});
        }
    }
    return arrangement;
}

} // namespace gridward
