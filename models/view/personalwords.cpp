// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/view/personalwords.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace gridward::personal_words {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(PersonalWords)
};

QString dayText(QDate day)
{
    return day.toString(Qt::ISODate);
}

} // namespace

QString word(Purpose purpose)
{
    switch (purpose) {
    case Purpose::CallBack:
        return Words::tr("Call back");
    case Purpose::FindThePlace:
        return Words::tr("Find out the place");
    case Purpose::Handling:
        return Words::tr("Arrange the handling");
    case Purpose::CareVisit:
        return Words::tr("Care visit");
    case Purpose::Correction:
        return Words::tr("Correct what was entered");
    case Purpose::Complaint:
        return Words::tr("Answer a complaint");
    }
    return {};
}

QString word(ServiceNeed need)
{
    switch (need) {
    case ServiceNeed::LowIncome:
        return Words::tr("Low income");
    case ServiceNeed::FiveGuarantee:
        return Words::tr("Five guarantees");
    case ServiceNeed::EmptyNest:
        return Words::tr("Empty nest");
    case ServiceNeed::Disabled:
        return Words::tr("Disability");
    case ServiceNeed::LivingAlone:
        return Words::tr("Living alone");
    case ServiceNeed::Unemployed:
        return Words::tr("Unemployed");
    }
    return {};
}

QString countText(const CellCount &count, int smallest)
{
    switch (count.telling) {
    case CellCount::Telling::Exact:
        return QLocale().toString(count.count);
    case CellCount::Telling::Few:
        return Words::tr("fewer than %1").arg(smallest);
    case CellCount::Telling::Withheld:
        return Words::tr("not told");
    }
    return {};
}

QStringList lines(const Caller &caller)
{
    QStringList lines;
    if (!caller.name.isEmpty()) {
        lines.append(Words::tr("Name: %1").arg(caller.name));
    }
    if (!caller.phone.isEmpty()) {
        lines.append(Words::tr("Telephone: %1").arg(caller.phone));
    }
    lines.append(caller.mayCallBack ? Words::tr("May be called back.")
                                    : Words::tr("Does not want to be called back."));
    return lines;
}

QStringList lines(const Household &household)
{
    QStringList lines;
    const auto add = [&lines](const QString &text, const QString &value) {
        if (!value.isEmpty()) {
            lines.append(text.arg(value));
        }
    };
    add(Words::tr("Head of household: %1"), household.head);
    add(Words::tr("Telephone: %1"), household.phone);
    add(Words::tr("Address: %1"), household.address);
    add(Words::tr("Dwelling: %1"), household.dwelling);
    add(Words::tr("Members: %1"), household.members.join(Words::tr(", ")));
    QStringList needs;
    for (const ServiceNeed need : household.needs) {
        needs.append(word(need));
    }
    add(Words::tr("Needs: %1"), needs.join(Words::tr(", ")));
    if (household.consentFor.isEmpty()) {
        lines.append(Words::tr("No consent was given."));
    } else {
        lines.append(household.consentOn.isValid()
                         ? Words::tr("Consent to %1, given on %2")
                               .arg(household.consentFor, dayText(household.consentOn))
                         : Words::tr("Consent to %1").arg(household.consentFor));
    }
    if (household.nextVisit.isValid()) {
        lines.append(Words::tr("Next visit: %1").arg(dayText(household.nextVisit)));
    }
    return lines;
}

} // namespace gridward::personal_words
