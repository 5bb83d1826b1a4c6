// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/caseevent.h"
#include "models/domain/language.h"

#include <QString>

namespace gridward {

/** What the form of a step offers to choose from, by the step; shared by its two files. */
namespace action_choices {

using namespace Qt::StringLiterals;

inline const QString kYes = u"yes"_s;
inline const QString kNo = u"no"_s;
inline const QString kNotReached = u"not-reached"_s; ///< a call-back that heard nobody

[[nodiscard]] inline const QString &inLanguage(const QString &chinese, const QString &english)
{
    return isEnglish() && !english.isEmpty() ? english : chinese;
}

[[nodiscard]] inline bool choosesUnit(CaseAction action)
{
    return action == CaseAction::Dispatch || action == CaseAction::Transfer;
}

[[nodiscard]] inline bool choosesPerson(CaseAction action)
{
    return action == CaseAction::Assign || action == CaseAction::Handover ||
           action == CaseAction::Entrust;
}

/** What is looked for in the whole district, as one types, where nobody is known beforehand. */
[[nodiscard]] inline bool searches(CaseAction action)
{
    return choosesPerson(action) || action == CaseAction::Merge;
}

} // namespace action_choices

} // namespace gridward
