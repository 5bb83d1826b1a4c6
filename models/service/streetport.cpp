// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/streetport.h"

using namespace Qt::StringLiterals;

namespace gridward {

std::optional<StreetPart>
partSeen(const AccessRules &rules, const User &user, const QString &street)
{
    const auto sees = [&](const Spot &spot) {
        return !rules.denied(user, Thing::Case, u"see"_s, spot);
    };
    Spot spot{street, {}, {}, {}, {}};
    if (sees(spot)) {
        return StreetPart{street};
    }
    spot.community = user.division;
    // A grid is below the street too, but a community office is the least that has a list of its
    // own.
    const bool isCommunity = rules.tree().below(user.division).contains(user.division);
    if (isCommunity && rules.tree().isWithin(user.division, street) && sees(spot)) {
        return StreetPart{street, user.division};
    }
    return std::nullopt;
}

QStringList StreetOffice::unitCodes() const
{
    QStringList codes;
    for (const Organisation &unit : units) {
        codes.append(unit.code);
    }
    return codes;
}

} // namespace gridward
