// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/geopoint.h"
#include "models/domain/instant.h"

#include <QByteArray>
#include <QDate>
#include <QList>
#include <QString>

#include <optional>

namespace gridward {

// What stands still in a district. Every `outline` and `shape` is well-known binary (little
// endian), EPSG:4326, longitude first; areas are square metres in the district's UTM zone.

/** A node of the division tree: district, street (街道), community (社区), or a level in between.
 */
struct Division
{
    QString code;   ///< 6, 9 or 12 digits after GB/T 2260, or what the district uses
    QString parent; ///< its code; empty for the root
    QString level;  ///< "district", "street", "community" or another; the tree's depth is free
    QString name;
    int population = 0; ///< 0: unknown
    double area = 0.0;
    QByteArray outline; ///< polygon or multipolygon; may be absent

    bool operator==(const Division &) const = default;
};

/** The four types of grids (SEED-008). */
enum class GridType { Residential, Business, Enterprise, Crowded };
/** The four levels of grids (SEED-009). */
enum class GridLevel { Daily, General, Key, Comprehensive };

/** A unit grid (单元网格). */
struct UnitGrid
{
    QString code; ///< 15 digits in the default scheme: see GridCodeTemplate
    QString name;
    QString community; ///< code of the division it belongs to
    QString street;    ///< code; the ancestor of `community` at level "street", or empty
    GridType type = GridType::Residential;
    GridLevel level = GridLevel::Daily;
    double area = 0.0;
    int residents = 0;
    int households = 0;
    QString organisation; ///< when it is a unit of its own, such as a property company (SEED-014)
    QDate validFrom;
    QDate validTo; ///< invalid while in force
    QByteArray outline;

    bool operator==(const UnitGrid &) const = default;
};

/** What a grid's type and level were, from when, who changed it and why. */
struct GridHistory
{
    QString grid;
    GridType type = GridType::Residential;
    GridLevel level = GridLevel::Daily;
    Instant since;
    QString actor;
    QString reason;

    bool operator==(const GridHistory &) const = default;
};

/** A key location (重点部位, a point) or key area (重点区域, a polygon). */
struct KeyPlace
{
    QString id;
    QString kind; ///< school, hospital, market …
    QString name;
    QString grid; ///< where it lies, by its middle
    int risk = 1; ///< 1 (low) to 4
    QDate lastCheck;
    QDate nextCheck;
    QString patrolRule; ///< of an area: "daily", "weekly" …
    bool isArea = false;
    QByteArray shape;

    bool operator==(const KeyPlace &) const = default;
};

/** A managed component (部件) with its mandatory attributes of GB/T 47678.5, table 2. */
struct Component
{
    QString code; ///< 17 digits: division 6 + class 5 + sequence 6
    QString scheme;
    QString classCode;
    QString name;
    QString supervisor; ///< ZGBMDM: code of the supervising department
    QString owner;
    QString maintainer;
    QString grid;
    QString state; ///< intact, damaged, lost, abandoned, removed
    QDate surveyed;
    QDate changed;
    QString source; ///< SJLY: field survey, topographic map, base data, other
    GeoPoint place;

    bool operator==(const Component &) const = default;
};

/** A standard address. */
struct Address
{
    QString id;
    QString text; ///< in full, as it is spoken
    QString road;
    QString number;
    QString grid;
    GeoPoint place;

    bool operator==(const Address &) const = default;
};

/** A prevention and control resource (SEED-053): team, vehicle, store, hydrant, shelter … */
struct Resource
{
    QString id;
    QString kind;
    QString name;
    QString organisation;
    QString grid;
    int capacity = 0; ///< people, seats or pieces, by kind
    GeoPoint place;

    bool operator==(const Resource &) const = default;
};

/** An organisation; handling units and supervising departments are organisations. */
struct Organisation
{
    QString code; ///< unified social credit code, 18 characters, or the district's own
    QString parent;
    QString name;
    QString nameEn;
    QString kind;     ///< key of the kinds of handling units
    QString division; ///< whom it serves; empty: the whole district
    bool handles = false;

    bool operator==(const Organisation &) const = default;
};

/** One who works in the system. Minimal on purpose: a name, an employer, a number at work. */
struct Person
{
    QString id;
    QString name;
    QString organisation;
    QString workPhone;
    QString skills;    ///< tags, comma separated
    QString languages; ///< BCP 47 tags, comma separated

    bool operator==(const Person &) const = default;
};

/** One person in one role in one grid (or division) from one day to another: many to many. */
struct Duty
{
    QString person;
    QString role; ///< manager, assistant, police, supervisor, judicial, fire, party-secretary …
    QString area; ///< code of the grid or division
    QDate from;
    QDate to; ///< invalid: until further notice

    bool operator==(const Duty &) const = default;
};

/** A turn of the duty roster. */
struct Shift
{
    QString person;
    QString post; ///< command-centre, street, grid …
    QString area;
    Instant from;
    Instant to;

    bool operator==(const Shift &) const = default;
};

/** Where somebody on duty was last seen. One row a person; nothing is kept of where they were. */
struct StaffPosition
{
    QString person;
    QString grid;
    Instant at;
    GeoPoint place;

    bool operator==(const StaffPosition &) const = default;
};

/** Something to be done by somebody until some time, mostly about a case. */
struct Task
{
    QString id;
    QString caseId; ///< text of the CaseId; empty if about none
    QString kind;   ///< verify, check, visit …
    QString person;
    QString area;
    QString text;
    Instant created;
    std::optional<Instant> due;
    std::optional<Instant> done;
    QString result;

    bool operator==(const Task &) const = default;
};

/** Who may sign in, as whom. */
struct User
{
    QString name; ///< to sign in with
    QString person;
    QString role;     ///< see models/domain/rights.h
    QString division; ///< whose cases they work on; empty: the whole district
    QString organisation;
    bool actsForAllUnits = false; ///< the demo's handler
    bool isDisabled = false;      ///< may not sign in; what they did stays in their name

    bool operator==(const User &) const = default;
};

/** Ids as stores and files have them. */
[[nodiscard]] QString toId(GridType type);
[[nodiscard]] QString toId(GridLevel level);
[[nodiscard]] std::optional<GridType> gridTypeFromId(QStringView id);
[[nodiscard]] std::optional<GridLevel> gridLevelFromId(QStringView id);

/**
 * How grid codes are built, as data: lengths of the parts, such as "6+3+3+3" (Beijing's local
 * standard and GB/T 47678: division, street, community, sequence), "6+4+3+3" or "6+6+3+3+2".
 */
class GridCodeTemplate
{
public:
    /** Nothing if the text is not two or more numbers from 1 to 12 joined by plus signs. */
    [[nodiscard]] static std::optional<GridCodeTemplate> parse(const QString &text);
    [[nodiscard]] static GridCodeTemplate standard(); ///< 6+3+3+3

    [[nodiscard]] int length() const;
    [[nodiscard]] bool matches(const QString &code) const;
    /** The code of the division it belongs to: all parts but the last. */
    [[nodiscard]] QString communityOf(const QString &code) const;
    [[nodiscard]] QString text() const;

private:
    QList<int> mParts;
};

} // namespace gridward
