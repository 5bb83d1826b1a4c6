// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QByteArray>
#include <QList>
#include <QRect>
#include <QSize>
#include <QString>
#include <QStringList>

#include <optional>

namespace gridward {

/** What can stand on a wall. Each shows one question's answer. */
enum class TileKind {
    Map,        ///< grids by open load, cases, key locations, staff
    Counters,   ///< open, overdue, urgent, waiting for their check
    Burning,    ///< every red case, and orange ones that are late
    Events,     ///< what happened last
    Rhythm,     ///< today by the hour against the usual day
    Streets,    ///< ranking: open and overdue cases, the last 14 days, handled in time
    Units,      ///< open and overdue cases of each handling unit
    Incident,   ///< the case of a takeover: what, where, since when, who
    Stages,     ///< its clocks
    Called,     ///< who was called and who arrived
    Near,       ///< resources and staff around it
    OnDuty,     ///< who is on duty where
    Gaps,       ///< posts and hours that nobody covers
    Vacancies,  ///< grids without their people
    Indicators, ///< how the month does against the one before
    Risen,      ///< areas with more cases than in the same days of last month
    Fallen,     ///< areas with fewer
};
[[nodiscard]] QString toId(TileKind kind);
[[nodiscard]] std::optional<TileKind> tileKindFromId(QStringView id);
[[nodiscard]] QStringList tileKindIds();

/** One tile of a scene. */
struct SceneTile
{
    TileKind kind = TileKind::Map;
    int share = 1;    ///< of the height of its column, as the others' shares are
    int priority = 1; ///< where room is short, the tile with the largest number goes first

    bool operator==(const SceneTile &) const = default;
};

/** Tiles upon each other. */
struct SceneColumn
{
    int share = 1; ///< of the width
    QList<SceneTile> tiles;

    bool operator==(const SceneColumn &) const = default;
};

inline constexpr int kDayMinutes = 24 * 60;

/** What the file of a scene may say at the most: docs/wall-scene.schema.json. */
struct SceneLimits
{
    static constexpr int kSeconds = 3600;
    static constexpr int kOrder = 999;  ///< from 1
    static constexpr int kShare = 100;  ///< from 1
    static constexpr int kPriority = 9; ///< from 1
    static constexpr int kColumns = 6;
    static constexpr int kTiles = 6; ///< of a column
};

/** The scene that an urgent case takes a wall over with. */
inline const QString kIncidentScene = QStringLiteral("incident");

/** A picture of the wall, as a file says it: docs/wall-scene.schema.json. */
struct WallScene
{
    QString id;         ///< letters, digits and hyphens
    QString title;      ///< in Chinese
    QString titleEn;    ///< in English
    int order = 50;     ///< its turn among the others
    int seconds = 45;   ///< before the next one's turn; 0: only shown when something calls for it
    int fromMinute = 0; ///< of the local day: when it has turns …
    int toMinute = kDayMinutes; ///< … until then; before fromMinute: until then on the day after
    QList<SceneColumn> columns;

    bool operator==(const WallScene &) const = default;

    /** Has it a turn at this minute of the local day? */
    [[nodiscard]] bool isOnAt(int minute) const;

    /** InvalidInput with the place in the file and what would do. */
    [[nodiscard]] static Result<WallScene> fromJson(const QByteArray &json);
    /** The same scene gives the same bytes. */
    [[nodiscard]] QByteArray toJson() const;
};

/** How small a tile may be before it is left out, in units of the wall's smallest text. */
struct TileNeed
{
    double width = 0.0;
    double height = 0.0;
};
[[nodiscard]] TileNeed needOf(TileKind kind);

/** A tile and where it stands, in pixels. */
struct PlacedTile
{
    TileKind kind = TileKind::Map;
    QRect box;

    bool operator==(const PlacedTile &) const = default;
};

/** A scene on a screen of some size. */
struct SceneArrangement
{
    QList<PlacedTile> tiles;
    QList<TileKind> leftOut; ///< for which there was no room

    bool operator==(const SceneArrangement &) const = default;
    /** Null where the scene has none, or no room for it. */
    [[nodiscard]] const PlacedTile *find(TileKind kind) const;
};

/**
 * Places the tiles of a scene in a box: columns beside each other, tiles upon each other. On a
 * screen that stands the columns lie upon each other; on one much wider than high, tiles of one
 * column stand side by side. Text is never made smaller: tiles are left out by priority until all
 * others have what they need.
 */
[[nodiscard]] SceneArrangement arrangeScene(const WallScene &scene, const QRect &box, int unit);

} // namespace gridward
