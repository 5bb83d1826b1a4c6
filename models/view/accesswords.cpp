// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/view/accesswords.h"

#include "models/domain/caseevent.h"
#include "models/domain/language.h"
#include "models/view/casewords.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward::access_words {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(AccessWords)
};

} // namespace

QString word(Thing thing)
{
    switch (thing) {
    case Thing::Case:
        return Words::tr("Cases");
    case Thing::Personal:
        return Words::tr("Personal data");
    case Thing::Division:
        return Words::tr("Divisions and grids");
    case Thing::Place:
        return Words::tr("Places and components");
    case Thing::Staff:
        return Words::tr("Organisation and people");
    case Thing::Roster:
        return Words::tr("Duty roster");
    case Thing::Catalogue:
        return Words::tr("Catalogue and filing standards");
    case Thing::Rules:
        return Words::tr("Rules and calendars");
    case Thing::Statistics:
        return Words::tr("Heat maps and statistics");
    case Thing::Account:
        return Words::tr("Accounts");
    case Thing::Role:
        return Words::tr("Roles and permissions");
    case Thing::Audit:
        return Words::tr("Audit log");
    case Thing::Store:
        return Words::tr("Database");
    }
    return {};
}

QString word(Reach reach)
{
    switch (reach) {
    case Reach::None:
        return Words::tr("no");
    case Reach::Own:
        return Words::tr("own");
    case Reach::Unit:
        return Words::tr("own unit");
    case Reach::Division:
        return Words::tr("own area");
    case Reach::District:
        return Words::tr("everywhere");
    }
    return {};
}

QString word(Thing thing, const QString &action)
{
    if (action == "see"_L1) {
        return Words::tr("See");
    }
    if (action == "change"_L1) {
        return Words::tr("Change");
    }
    if (action == "export"_L1) {
        return Words::tr("Export");
    }
    if (action == "print"_L1) {
        return Words::tr("Print");
    }
    if (action == "import"_L1) {
        return Words::tr("Import");
    }
    if (action == "open"_L1) {
        return Words::tr("Open what is masked");
    }
    if (action == "back-up"_L1) {
        return Words::tr("Back up");
    }
    if (action == "hand-over"_L1) {
        return Words::tr("Hand over");
    }
    if (action == "sample"_L1) {
        return Words::tr("Draw for another look");
    }
    if (action == "recheck"_L1) {
        return Words::tr("Look at again");
    }
    const std::optional<CaseAction> step = caseActionFromId(action);
    return thing == Thing::Case && step ? case_words::word(*step) : action;
}

QString roleWord(const Permissions &permissions, const QString &role)
{
    const auto found = std::ranges::find(permissions.roles(), role, &RoleInfo::id);
    if (found == permissions.roles().end() || found->name.isEmpty()) {
        return case_words::roleWord(role);
    }
    const bool english = isEnglish();
    return english && !found->nameEn.isEmpty() ? found->nameEn : found->name;
}

QString postText(const Permissions &permissions, const DistrictNames &names, const User &post)
{
    const bool english = isEnglish();
    QStringList parts{roleWord(permissions, post.role)};
    if (!post.division.isEmpty()) {
        const QString path = names.path(post.division);
        parts.append(path.isEmpty() ? names.division(post.division) : path);
    }
    if (!post.organisation.isEmpty() && !post.actsForAllUnits) {
        parts.append(names.unit(post.organisation, english));
    }
    return parts.join(u" · "_s);
}

QString levelWord(const QString &level)
{
    if (level == "district"_L1) {
        return Words::tr("District");
    }
    if (level == "street"_L1) {
        return Words::tr("Street");
    }
    if (level == "community"_L1) {
        return Words::tr("Community");
    }
    return level == "grid"_L1 ? Words::tr("Grid") : level;
}

} // namespace gridward::access_words
