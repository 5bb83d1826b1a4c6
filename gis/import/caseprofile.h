// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/case.h"
#include "models/domain/result.h"
#include "models/store/store.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace gridward {

/** Where a row's position comes from. */
struct CasePositionProfile
{
    QString crs;     ///< "EPSG:n", "gcj02" or "bd09"; empty: the set has no positions
    QString xColumn; ///< longitude or easting
    QString yColumn; ///< latitude or northing
    bool required = true;
    bool refuseOutside = false;      ///< a point outside every grid is refused, not only counted
    std::optional<GeoExtent> extent; ///< where the set's points lie; tells swapped ones
};

/** A category of the set and the class that it becomes. */
struct CaseClassRule
{
    QStringList values; ///< one for each class column; "*" stands for any
    std::optional<ClassKey> target;
    QString localCode; ///< in the set's own scheme; empty: made from the values
    QString name;      ///< empty: as in the file
    QString nameEn;
    std::optional<CaseKind> kind; ///< of the local class; empty: the target's, or the profile's
};

struct CaseClassProfile
{
    QStringList columns;
    QString majorColumn;
    CaseKind kind = CaseKind::Matter;
    QList<CaseClassRule> rules;
};

/** Words of a column that stand for one of our values. */
template <typename E>
struct CaseWords
{
    QString column; ///< empty: always the fallback
    QHash<QString, E> words;
    E fallback;
};

struct CaseUnitProfile
{
    QString column; ///< empty: no units
    QString kind;   ///< of the organisations that are made
    QHash<QString, QString> names;
    QStringList none; ///< words that mean nobody
};

/** What the words of a status mean for the case. */
enum class CaseOutcome { Open, Closed, Void };

struct CaseStatusRule
{
    QStringList status;  ///< any of these; empty: whatever it is
    QStringList closure; ///< any of these; empty: whatever it is
    CaseOutcome outcome = CaseOutcome::Open;
};

struct CaseStatusProfile
{
    QString column;
    QString closureColumn;
    QList<CaseStatusRule> rules; ///< the first that fits; if none does, the row is refused
    CaseState openState = CaseState::Registered; ///< of open cases that no unit has
};

/** A column that names a division of the district. */
struct CaseDivisionProfile
{
    QString level; ///< "community" or "street"
    QString codeColumn;
    QString nameColumn;
    QString withinColumn; ///< name of a division above it; empty: the name alone
};

struct CaseOnTimeProfile
{
    QString column; ///< empty: the set says nothing
    QStringList onTime;
    QStringList overdue;
};

/** How a set of cases is read: data, not code. See resources/profiles/README.md. A plain value. */
struct CaseProfile
{
    QString name;
    QString description;
    QString licence;
    QString attribution;
    QString externalSource;
    QString scheme; ///< of the set's own categories: "local:" and the name
    QStringList required;
    char delimiter = ',';
    QString encoding;
    QString idColumn; ///< empty: the row itself is the id
    QString timeZone;
    QStringList timeFormats;
    QString reportedColumn;
    QString filedColumn;
    QString dispatchedColumn;
    QString dueColumn;
    QString handledColumn;
    QString closedColumn;
    CasePositionProfile position;
    CaseClassProfile classes;
    QString text; ///< template with {column}
    QString address;
    CaseWords<CaseSource> source{{}, {}, CaseSource::Hotline};
    CaseWords<CaseLevel> level{{}, {}, CaseLevel::Blue};
    CaseUnitProfile unit;
    CaseStatusProfile status;
    QList<CaseDivisionProfile> placeBy;
    CaseOnTimeProfile onTime;

    /** InvalidInput or NotFound; the message says file, key and what is allowed. */
    [[nodiscard]] static Result<CaseProfile> fromFile(const QString &path);
    /**
     * By name ("boston-311": NAME.json in the first of the folders that has it) or, if it has a
     * slash or ends in .json, by path. NotFound names the profiles there are.
     */
    [[nodiscard]] static Result<CaseProfile> find(const QString &nameOrPath,
                                                  const QStringList &folders);
};

} // namespace gridward
