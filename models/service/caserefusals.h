// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/caserules.h"
#include "models/domain/result.h"

#include <QString>

#include <functional>

namespace gridward {

/**
 * How steps, states and roles are called in messages: by their ids where somebody types them, by
 * their names on a screen. Functions that may be called from any thread.
 */
struct CaseWording
{
    std::function<QString(CaseState)> state = [](CaseState it) { return toId(it); };
    std::function<QString(CaseAction)> action = [](CaseAction it) { return toId(it); };
    std::function<QString(const QString &)> role = [](const QString &id) { return id; };
    bool namesOptions = true; ///< a message may say which option of the command line is missing
};

/** Why a step was refused, as a sentence: what, where, and what to do. */
[[nodiscard]] QString refusalText(const Refused &refused,
                                  const Case &subject,
                                  CaseAction action,
                                  const Actor &actor,
                                  const CaseWording &wording);

/** The same as an error: InvalidInput for what was left out, else Refused. */
[[nodiscard]] Error refusalError(const Refused &refused,
                                 const Case &subject,
                                 CaseAction action,
                                 const Actor &actor,
                                 const CaseWording &wording);

} // namespace gridward
