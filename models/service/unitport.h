// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/district.h"
#include "models/domain/result.h"

#include <QFuture>
#include <QList>
#include <QObject>

namespace gridward {

/** Somebody of a unit who is there from one moment to another: a turn, or the hour after they were
 * seen. */
struct CrewMember
{
    QString person; ///< id
    QString name;
    QString unit; ///< code of the organisation that employs them
    Instant from;
    Instant to;

    bool operator==(const CrewMember &) const = default;
};

/** The handling units and who of them is there, from an hour ago to a day ahead. */
struct UnitPicture
{
    QList<Organisation> units; ///< those that handle cases, by code
    QList<CrewMember> crew;

    bool operator==(const UnitPicture &) const = default;
};

/**
 * Units and their people for whoever dispatches. The picture reaches ahead, so that the time alone
 * asks for nothing; it is read anew when roster, leave, staff or positions change. GUI thread.
 */
class UnitPort : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /** As last read; empty before. */
    [[nodiscard]] virtual const UnitPicture &picture() const = 0;
    /** NotFound for an unknown id. */
    [[nodiscard]] virtual QFuture<Result<Person>> person(const QString &id) = 0;

signals:
    void pictureChanged();
};

} // namespace gridward
