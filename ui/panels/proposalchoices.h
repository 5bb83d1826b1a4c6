// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/responsibility.h"
#include "ui/panels/choicelist.h"

#include <QHash>

namespace gridward {

// Proposals as something to choose from: who it is, and why as chips. In the language of the
// moment.

[[nodiscard]] QList<Choice> choicesOf(const QList<UnitProposal> &proposals);
/** `units`: names of the units they work for, by person; whoever is in there is shown with it. */
[[nodiscard]] QList<Choice> choicesOf(const QList<PersonProposal> &proposals,
                                      const QHash<QString, QString> &units = {});

/** Why somebody is proposed, but for those kinds, in one line. */
[[nodiscard]] QString personReasonsText(const QList<Reason> &reasons,
                                        const QList<ReasonKind> &without = {});

/** Of a post in a grid or a role at a desk; an unknown id is its own word. */
[[nodiscard]] QString dutyWord(const QString &role);

} // namespace gridward
