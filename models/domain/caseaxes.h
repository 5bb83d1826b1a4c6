// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/caseevent.h"
#include "models/domain/district.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <span>

namespace gridward {

// The axes are separate (SEED-034): whoever dispatched or handled a case does not judge it, and
// whoever judged it does not take it in hand. docs/axes.md says what of that holds where.

/** The person behind each account, as the store knows it now: accounts of nobody are left out. */
using PeopleBehind = QHash<QString, QString>;

[[nodiscard]] PeopleBehind peopleBehind(const QList<User> &users);

/** Everybody who had a case in hand and who judged it, by account and by person. */
struct CaseDeeds
{
    QStringList workers;
    QStringList judges;

    bool operator==(const CaseDeeds &) const = default;
};

/** Does this event judge the work: a check, sending somebody to check, a closing, the answer to an
 * appeal? */
[[nodiscard]] bool judgesWork(const CaseEvent &event);

/** Is it the work: dispatching, transferring, accepting, assigning, handling, feeding back? */
[[nodiscard]] bool isWork(CaseAction action);

/**
 * What a log tells of that, with what it took over from other cases: what is split off and what
 * takes a duplicate in carries the names of whoever had the other one in hand.
 */
[[nodiscard]] CaseDeeds deedsOf(std::span<const CaseEvent> log);

/** Is somebody of this account and person among them? */
[[nodiscard]] bool hasDeed(const CaseDeeds &deeds,
                           const QString &user,
                           const QString &person,
                           const PeopleBehind &people = {});

/** The deeds as facts of the event that begins a part of a case or takes a duplicate in. */
void addDeeds(QJsonObject &facts, const CaseDeeds &deeds);

/**
 * The earlier event of the same case that keeps whoever took the next one from taking it; null if
 * nothing does. Somebody is the same by the account or by the person behind it, as the events name
 * it or as `people` knows it. What a store refuses to write and what a check finds in one are both
 * this. Whoever is sent to look at a case may be none of those who had it in hand either.
 */
[[nodiscard]] const CaseEvent *
ownWork(std::span<const CaseEvent> earlier, const CaseEvent &next, const PeopleBehind &people = {});

} // namespace gridward
