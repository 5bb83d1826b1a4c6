// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/case.h"
#include "models/domain/catalogue.h"
#include "models/domain/district.h"
#include "models/domain/result.h"
#include "models/service/reason.h"

#include <QList>
#include <QString>

#include <functional>
#include <optional>

namespace gridward {

class Store;

/** A unit that could take a case, best first. */
struct UnitProposal
{
    Organisation unit;
    int openCases = 0;
    QString reason;          ///< the words of `reasons`, in the language of whoever asked
    QList<Reason> reasons{}; ///< in the order in which they count
};

/** Somebody who answers for a place, or could handle a case, best first. */
struct PersonProposal
{
    Person person;
    QString role; ///< id of the post that counts most here; empty without one
    int openCases = 0;
    QList<Reason> reasons; ///< in the order in which they count

    [[nodiscard]] bool isOnDuty() const;
};

/** Is the case at its unit, so that somebody of it may be put in charge? */
[[nodiscard]] bool isAssignable(const Case &subject);

/** Who is responsible for a place at a moment (SEED-022). */
struct ResponsibleHere
{
    QString grid; ///< code; empty outside of every grid, and then there is nobody
    QString gridName;
    QString community; ///< code
    QString communityName;
    QString street; ///< code
    QString streetName;
    QList<PersonProposal> staff; ///< 20 at the most
    QList<UnitProposal> units;   ///< every unit that serves the place

    /** How many of the staff are on duty. */
    [[nodiscard]] int onDuty() const;
};

/**
 * Who is responsible here now: from a place and a class to its grid, to the people by post and day,
 * to the units by class and area, each ranked and each with its reasons.
 *
 * Units, by what comes first:
 *  1. responsibility: a filing standard of the class names the unit or its kind; a standard of this
 *     part of the district before a general one, a unit that is named before one of the kind, the
 *     community's and the street's own units before the district's. If nobody fits, or no class is
 *     asked for: the street office (that the class is nobody's is said), then units of no kind,
 *     then the street's own, then the others. Units of other streets never.
 *  2. duty: somebody of theirs is on duty. 3. distance, in steps of 250 m, to the nearest of their
 *     people seen within the last hour and of their vehicles and posts; unknown is last.
 *  4. load: the fewer open cases.
 *
 * People of the place, by what comes first:
 *  1. responsibility: the post that the class calls for (fire: the fire officer), the manager or
 *     head of the grid, other posts of the grid, of its community, of its street.
 *  2. duty: a turn of the roster for one of these areas covers now, or they were seen within the
 *     last hour. 3. distance as above. 4. skills that fit the class. 5. load.
 *
 * Nobody on leave is ever named: whoever acts for them is, with the post of the absent.
 *
 * Straight distances; positions older than an hour say nothing, nor do those after the moment.
 * What is not known gives no reason. Blocks; on the store's thread. The work does not grow with the
 * number of cases, people or grids of the district, but with the units of the district, the roster
 * ahead and those seen within the last hour.
 */
class ResponsibilityDesk
{
public:
    /** The code of the grid at a place, empty outside: CaseDesk::gridAt() for one. */
    using GridFinder = std::function<Result<QString>(const GeoPoint &)>;

    /** The store outlives it. at() alone needs the finder. */
    explicit ResponsibilityDesk(Store &store, GridFinder gridAt = {});

    /** Without a class (empty code): for whatever it may be. `standard` may be empty: all. */
    [[nodiscard]] Result<ResponsibleHere>
    at(const GeoPoint &place, const ClassKey &key, const QString &standard, Instant now);
    /** Units that could take a case; by the standard under which it was filed. */
    [[nodiscard]] Result<QList<UnitProposal>> unitsFor(const Case &subject, Instant now);
    /**
     * The people of the handling unit and, behind them, of the units below it, 500 at the most: on
     * duty first, then those with a post at the place, then by skills, distance and load. Empty at
     * no unit.
     */
    [[nodiscard]] Result<QList<PersonProposal>> peopleFor(const Case &subject, Instant now);

private:
    Store &mStore;
    GridFinder mGridAt;
};

} // namespace gridward
