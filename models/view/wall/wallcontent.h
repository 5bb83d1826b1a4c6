// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/case.h"
#include "models/service/wallport.h"
#include "models/view/livecases.h"
#include "models/view/wall/wallfigure.h"
#include "models/view/wall/wallwords.h"

#include <QHash>
#include <QList>
#include <QString>

#include <optional>

/**
 * What the tiles of the wall show, as plain values made of what was read: words in the language of
 * the moment, figures with unit, period and the moment they are true for. Pure; GUI thread.
 */
namespace gridward {

/** How something is to be taken. */
enum class WallTone { Plain, Muted, Good, Warning, Alarm };

/** The line above a tile. */
struct TileHead
{
    QString title;
    QString period;              ///< of its figures; empty where each says its own
    std::optional<Instant> asOf; ///< when that was true; nothing: not known yet

    bool operator==(const TileHead &) const = default;
};

/** Two lines of a list, and what stands at their right end. */
struct WallLine
{
    QString key; ///< the same thing has the same key, wherever it stands
    std::optional<CaseLevel> level = {};
    QString title;
    QString detail = {};
    QString rightPlain = {}; ///< before `right`, never in its tone
    QString right = {};
    QString rightDetail = {};
    WallTone tone = WallTone::Plain; ///< of the right end

    bool operator==(const WallLine &) const = default;
};
struct LinesContent
{
    TileHead head;
    QList<WallLine> lines;
    QString empty;          ///< what is said when there is none
    bool isEndless = false; ///< nobody asks how many there are besides those shown
    QList<WallFigure> figures = {};

    bool operator==(const LinesContent &) const = default;
};

struct CountersContent
{
    struct Counter
    {
        WallFigure figure;
        QString word;
        WallTone tone = WallTone::Plain; ///< while it is above 0

        bool operator==(const Counter &) const = default;
    };
    TileHead head;
    QList<Counter> counters;

    bool operator==(const CountersContent &) const = default;
};

/** Streets against each other. */
struct RankContent
{
    struct Row
    {
        QString code;
        QString name;
        WallFigure open;
        WallFigure overdue;
        WallFigure inTime;
        QList<WallFigure> days; ///< cases registered, oldest first, today last

        bool operator==(const Row &) const = default;
    };
    TileHead head;
    QList<Row> rows;   ///< most open cases first
    WallFigure inTime; ///< of all

    bool operator==(const RankContent &) const = default;
};

/** Indicators of a month beside those of the month before. */
struct IndicatorsContent
{
    struct Row
    {
        QString name;
        WallFigure now;
        WallFigure before;
        std::optional<double> target; ///< in the unit of the figures
        /** Better or worse than before; nothing where there is no difference to speak of. */
        std::optional<bool> isBetter;

        bool operator==(const Row &) const = default;
    };
    TileHead head;
    QList<Row> rows;
    QString against; ///< what "before" is, in words

    bool operator==(const IndicatorsContent &) const = default;
};

/** The case that a takeover is about. */
struct IncidentContent
{
    TileHead head;
    CaseLevel level = CaseLevel::Blue;
    QString levelWord;
    QString title;   ///< the class
    QString place;   ///< street and grid
    QString address; ///< where it may be shown: see addressOf()
    QString near;    ///< the nearest key location and how far it is
    QString since;   ///< "16:02, 12 minutes ago"
    QString clock;   ///< of handling
    bool isLate = false;
    QString unit;   ///< who is on it
    QString people; ///< their names, or how many
    QString scene;  ///< who stays there, and when they were heard of
    WallTone sceneTone = WallTone::Plain;
    bool isThere = false; ///< otherwise it is being read, or the head says why not

    bool operator==(const IncidentContent &) const = default;
};

/** How many cases are open, by street and by unit; kept by nobody: counted when asked for. */
struct OpenTallies
{
    struct Tally
    {
        int open = 0;
        int overdue = 0;
    };
    QHash<QString, Tally> streets;
    QHash<QString, Tally> units;
};
[[nodiscard]] OpenTallies talliesOf(const QHash<QUuid, Case> &open, Instant now);

/** What the wall's contents are worded with. */
struct WallWording
{
    WallWords words;
    bool showsNames = false; ///< of staff: a setting
};

[[nodiscard]] CountersContent
countersOf(const CaseCounts &counts, bool isKnown, const WallWording &wording);
[[nodiscard]] LinesContent eventsOf(const WallEvents &events, const WallWording &wording);
[[nodiscard]] RankContent
streetsOf(const WallStreets &streets, const OpenTallies &tallies, const WallWording &wording);
[[nodiscard]] LinesContent
unitsOf(const OpenTallies &tallies, Instant asOf, const WallWording &wording);
[[nodiscard]] IncidentContent incidentOf(const WallIncident &incident, const WallWording &wording);
[[nodiscard]] LinesContent stagesOf(const WallIncident &incident, const WallWording &wording);
[[nodiscard]] LinesContent calledOf(const WallIncident &incident, const WallWording &wording);
[[nodiscard]] LinesContent nearOf(const WallIncident &incident, const WallWording &wording);
[[nodiscard]] LinesContent onDutyOf(const WallDuty &duty, const WallWording &wording);
[[nodiscard]] LinesContent gapsOf(const WallDuty &duty, const WallWording &wording);
[[nodiscard]] LinesContent vacanciesOf(const WallDuty &duty, const WallWording &wording);
[[nodiscard]] IndicatorsContent indicatorsOf(const WallMonth &month, const WallWording &wording);
/** Areas with more cases, or fewer, than in the same days of last month; see docs/wall.md. */
[[nodiscard]] LinesContent
changedAreasOf(const WallMonth &month, bool risen, const WallWording &wording);

} // namespace gridward
