// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/case.h"
#include "models/domain/district.h"
#include "models/domain/result.h"
#include "models/domain/staffing.h"
#include "models/service/reason.h"

#include <QDate>
#include <QHash>
#include <QList>
#include <QString>

#include <optional>

namespace gridward {

class Store;

/**
 * What is known of a place, a class and a moment when the responsible are asked for: the areas that
 * the place lies in, the filing standards that hold there, who is on duty and where they were seen.
 * A plain value, read once for each question.
 */
struct ResponsibilityScene
{
    enum class Level { Grid, Community, Street };
    struct Area
    {
        QString code;
        QString name;
        Level level = Level::Street;
    };
    struct Standard
    {
        QString unitKind;    ///< or the code of a unit
        qsizetype depth = 0; ///< whose it is: see depthOf()
    };

    QList<Area> areas; ///< the grid first, up to the last one below the whole district
    QString root;      ///< code of the whole district
    std::optional<GeoPoint> place;
    ClassKey key;
    QString majorClass;
    QList<Standard> standards;
    Instant now;
    QDate day;
    /** Of those whose turn covers now, here; of a turn of somebody away, of who acts for them. */
    QHash<QString, Instant> shiftEnds;
    QHash<QString, StaffPosition> seen; ///< within the last hour, by person
    LeaveBook leaves;                   ///< who is away that day, and who acts instead
    bool knowsDuty = false;             ///< there is a roster, or somebody's position

    /** Of a case: its place, areas, class and standard count. Blocks; on the store's thread. */
    [[nodiscard]] static Result<ResponsibilityScene>
    read(Store &store, const Case &subject, Instant now);

    /** Place of an area in `areas`, behind the last one for the whole district; -1: elsewhere. */
    [[nodiscard]] qsizetype depthOf(const QString &area) const;
    [[nodiscard]] bool hasClass() const { return !key.code.isEmpty(); }
    [[nodiscard]] bool hasKind(QStringView unitKind) const;
    /** Does the class call for this force of the grid? */
    [[nodiscard]] bool isForceOfClass(const QString &role) const;
    /** The person's skills that help with the class. */
    [[nodiscard]] QStringList skillsOf(const Person &person) const;
    /** From the place to where the person was seen; nothing if either is not known. */
    [[nodiscard]] std::optional<double> metresTo(const QString &person) const;
    /** Is the person on duty? Nothing where nobody's duty is known. */
    [[nodiscard]] std::optional<Reason> dutyOf(const QString &person) const;

private:
    [[nodiscard]] Result<void> readAreas(Store &store, const Case &subject);
    [[nodiscard]] Result<void> readStandards(Store &store, const Case &subject);
    [[nodiscard]] Result<void> readDuty(Store &store);
    [[nodiscard]] bool helps(const QString &skill) const;
};

} // namespace gridward
