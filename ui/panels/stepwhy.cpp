// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/stepwhy.h"

#include "models/domain/lifecycle.h"
#include "models/domain/rights.h"
#include "models/service/districtport.h"
#include "models/view/casewords.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr qsizetype kSpoken = 5;
constexpr qsizetype kDay = 10; ///< where the day stands in a number

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(StepWhy)
};

} // namespace

std::optional<QString> whyNot(const DistrictPort &district, CaseAction action, const Case &subject)
{
    if (action != CaseAction::Withdraw && !transition(subject.state, action)) {
        return Words::tr("not while the case is “%1”").arg(case_words::word(subject.state));
    }
    const User &user = district.user();
    const std::optional<Role> role = roleFromId(user.role);
    // A step that the role takes elsewhere, it takes only where its row of the table stands; one
    // that it was given besides, it takes as those whose step it is.
    if (action != CaseAction::Withdraw && role && mayDo(*role, action) &&
        !transition(subject.state, action, *role)) {
        return Words::tr("not as %1 while the case is “%2”")
            .arg(case_words::roleWord(user.role), case_words::word(subject.state));
    }
    Spot spot;
    spot.street = subject.street;
    spot.community = subject.community;
    spot.grid = subject.grid;
    spot.units = {subject.unit};
    spot.people = {subject.person};
    const std::optional<Denied> denied =
        district.access().denied(user, Thing::Case, toId(action), spot);
    if (!denied) {
        return std::nullopt;
    }
    return denied->has == Reach::None
               ? Words::tr("not as %1 (%2)").arg(user.name, case_words::roleWord(user.role))
               : Words::tr("not in your part of the district");
}

QString withNumber(const QString &number, const QString &text)
{
    return number.isEmpty() || text.contains(number) ? text : Words::tr("%1: %2").arg(number, text);
}

QString shortNumber(const QString &number)
{
    // District 6, year 4, day 4, running number 5 or more.
    if (number.size() >= kDay + 4 + kSpoken &&
        std::ranges::all_of(number, [](QChar one) { return one.isDigit(); })) {
        return number.mid(kDay, 4) + u'-' + number.mid(kDay + 4);
    }
    return number.size() > kSpoken ? u"…"_s + number.last(kSpoken) : number;
}

} // namespace gridward
