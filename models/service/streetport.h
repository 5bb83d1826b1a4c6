// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/district.h"
#include "models/domain/permission.h"
#include "models/domain/result.h"
#include "models/domain/standing.h"

#include <QFuture>
#include <QObject>

#include <optional>

namespace gridward {

/** Somebody of a street office or of a unit below it. */
struct OfficePerson
{
    Person person;
    bool isOnDuty = false; ///< a turn of the roster covers now, or seen within the last hour
    bool isAway = false;   ///< on leave today

    bool operator==(const OfficePerson &) const = default;
};

/** What somebody sees all of: a street, or one community of it. */
struct StreetPart
{
    QString street;
    QString community = {}; ///< code; empty: all of the street

    bool operator==(const StreetPart &) const = default;
};

/**
 * How much of the street the user sees without a gap; nothing if they see single cases of it only,
 * as a unit does, or none: figures and lists of those would pass for the whole. Pure.
 */
[[nodiscard]] std::optional<StreetPart>
partSeen(const AccessRules &rules, const User &user, const QString &street);

/** A street office: who works for it. */
struct StreetOffice
{
    QString street;            ///< code
    QList<Organisation> units; ///< the office itself, then those below it; empty: there is none
    QList<OfficePerson> people;

    bool operator==(const StreetOffice &) const = default;
    [[nodiscard]] QStringList unitCodes() const;
};

/**
 * What the street workspace asks of a district beside its cases. Answers come as futures on the
 * GUI thread, where this lives. Errors: as Store; Refused for a street that the user may not see.
 */
class StreetPort : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    [[nodiscard]] virtual QFuture<Result<StreetOffice>> office(const QString &street) = 0;
    /**
     * This month and the one before: of the street, or of the community where that is all that the
     * user sees of it; Refused for anybody who sees less. Reads the street's cases of these
     * two months, and the logs of those that changed since it was asked last; in small pieces, so
     * that nobody else waits.
     */
    [[nodiscard]] virtual QFuture<Result<Standing>> standing(const QString &street) = 0;
};

} // namespace gridward
