// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/caseevent.h"
#include "models/domain/caseprocess.h"
#include "models/domain/dutyroster.h"
#include "models/evaluation/evaluator.h"
#include "models/service/districtport.h"

#include <QFuture>
#include <QHash>
#include <QList>
#include <QObject>
#include <QString>

#include <array>
#include <optional>

namespace gridward {

/**
 * The address of a case as a wall may show it, which everybody in the room reads: none of a case
 * that somebody outside reported, for it may be where they live.
 */
[[nodiscard]] QString addressOf(const Case &subject);
/** A case as it may leave for a wall: with that address, and without what was said. */
[[nodiscard]] Case caseForWall(const Case &subject);

/** Today by the hour, and the days of the same kind (working day or not) before it. */
struct WallRhythm
{
    Instant asOf;
    DayRhythm rhythm;
    bool isWorkday = true; ///< by the calendar of the store
};

/** Something that happened to a case. */
struct WallEvent
{
    CaseAction action = CaseAction::Report;
    Instant at;
    int sequence = 0; ///< of the case
    Case subject;     ///< as it stands now; see caseForWall()
};
struct WallEvents
{
    Instant asOf;
    QList<WallEvent> events; ///< by when they happened, newest first
};

/** How a street does; its open cases are known from LiveCases. */
struct WallStreet
{
    QString code;
    QList<int> registered;   ///< on each of the last kWallDays days, oldest first, today last
    Figure inTime;           ///< handled in time (按期处置率), of the last 30 days
    std::optional<int> rank; ///< by that, 1 the best; nothing over too few cases
};
inline constexpr int kWallDays = 14;
struct WallStreets
{
    Instant asOf;
    QDate today;
    QList<WallStreet> streets; ///< by code
    Figure inTime;             ///< of all cases that the user may see
};

/** Something or somebody near a place. */
struct WallNear
{
    QString id;
    QString kind; ///< of a resource or key place; of staff the id of the post
    QString name; ///< of staff: who may see names decides whether it is shown
    double metres = 0.0;
    std::optional<Instant> seen; ///< staff: when they were there
};
/** A case that takes a wall over, with what is around it. */
struct WallIncident
{
    Instant asOf;
    CaseRecord record;              ///< see caseForWall(); the process without words of people
    QList<WallNear> resources;      ///< within kNearMetres, nearest first, at most kMostNear
    QList<WallNear> keyPlaces;      ///< the same; 0 m within an area
    QList<WallNear> staff;          ///< seen in the last hour, the same
    QHash<QString, QString> people; ///< names of those it was assigned to, and at its scene, by id
};
inline constexpr double kNearMetres = 1500.0;
inline constexpr qsizetype kMostNear = 12;

/** A post in an area, and who covers it. */
struct WallPost
{
    QString post; ///< id
    QString area; ///< code of a division
    int needed = 0;
    QStringList people; ///< names of those whose turn it is, deputies in place of who is away
    Instant until;      ///< when the first of these turns ends; 0: nobody is there
};
/** A street and its grids. */
struct WallStaffing
{
    QString street;
    int grids = 0;
    int vacantGrids = 0; ///< without somebody whom they must have, or whose people are away
};
struct WallDuty
{
    Instant asOf;
    QList<WallPost> posts;          ///< what must be covered now, by post and area
    QList<UncoveredSpan> gaps;      ///< of the 24 hours that come
    QList<NextHandover> handovers;  ///< next first; names in `people`
    QList<WallStaffing> streets;    ///< by code
    int seen = 0;                   ///< people whose position came within the last hour
    QHash<QString, QString> people; ///< names by id
};

/** Cases of an area in this month so far, and in the month before up to the same day and hour. */
struct WallArea
{
    QString code;
    QString level; ///< "community" or "grid"
    QString name;
    double squareKilometres = 0.0;
    int now = 0;
    int before = 0;
};
struct WallMonth
{
    Instant asOf;
    Instant asOfBefore;  ///< the same hour of the same day of the month before, or its end
    Period period;       ///< from the first of the month to today
    Period before;       ///< the same days of the month before, or all it has
    Evaluation present;  ///< of the district; its row of all
    Evaluation previous; ///< of the period before, as it stood at `asOfBefore`
    QList<WallArea> areas;
};

/**
 * What the wall asks of a district beside the open cases, each answer from one moment and as the
 * present user sees it. Futures on the GUI thread, where this lives; nothing blocks, and what takes
 * long (streets, month) is read in pieces: what is written meanwhile may be in it. Errors as Store;
 * Refused without "statistics:see" for streets and month, without "roster:see" for duty.
 */
class WallPort : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    [[nodiscard]] virtual QFuture<Result<WallRhythm>> rhythm() = 0;
    [[nodiscard]] virtual QFuture<Result<WallEvents>> lastEvents(int limit) = 0;
    [[nodiscard]] virtual QFuture<Result<WallStreets>> streets() = 0;
    /** NotFound for a case that is not there or that the user may not see. */
    [[nodiscard]] virtual QFuture<Result<WallIncident>> incident(const CaseId &id) = 0;
    [[nodiscard]] virtual QFuture<Result<WallDuty>> duty() = 0;
    [[nodiscard]] virtual QFuture<Result<WallMonth>> month() = 0;
};

} // namespace gridward
