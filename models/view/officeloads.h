// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/view/officepeoplemodel.h"

#include <QHash>
#include <QUuid>

#include <map>

namespace gridward {

/**
 * Who of a street is in charge of how many open cases that are not handed in: counted once, then
 * kept by what changes. A plain value.
 */
class OfficeLoads
{
public:
    /** Counts anew, of this street alone. */
    void reset(const QHash<QUuid, Case> &open, const QString &street);
    /** These as they stand now, those that ended too. False if it makes no difference. */
    bool take(const QList<Case> &cases);
    /** By person; nothing is said of what they have done. */
    [[nodiscard]] QHash<QString, OfficeLoad> at(Instant now) const;

private:
    struct Counted
    {
        QString person;
        std::optional<Instant> due;

        bool operator==(const Counted &) const = default;
    };
    struct Load
    {
        int open = 0;
        std::map<Instant, int> due; ///< ends of limits, and how many end then
    };
    [[nodiscard]] std::optional<Counted> countedOf(const Case &subject) const;
    void count(const Counted &one, int step);

    QString mStreet;
    QHash<QUuid, Counted> mCounted;
    QHash<QString, Load> mLoads;
};

} // namespace gridward
