// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/actionwords.h"

#include "models/view/casewords.h"
#include "models/view/stepwords.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Letter
{
    CaseAction action;
    char16_t letter;
};

/** The keys of the queues where they have one; no two of them in one state. */
constexpr std::array kLetters{Letter{CaseAction::File, u'F'},
                              Letter{CaseAction::Verify, u'V'},
                              Letter{CaseAction::Refuse, u'N'},
                              Letter{CaseAction::Void, u'O'},
                              Letter{CaseAction::Dispatch, u'D'},
                              Letter{CaseAction::Accept, u'C'},
                              Letter{CaseAction::Return, u'R'},
                              Letter{CaseAction::Assign, u'A'},
                              Letter{CaseAction::Handle, u'H'},
                              Letter{CaseAction::Feedback, u'B'},
                              Letter{CaseAction::Check, u'P'},
                              Letter{CaseAction::Rework, u'W'},
                              Letter{CaseAction::Close, u'C'},
                              Letter{CaseAction::Archive, u'I'},
                              Letter{CaseAction::Reopen, u'E'},
                              Letter{CaseAction::Extend, u'E'},
                              Letter{CaseAction::Suspend, u'S'},
                              Letter{CaseAction::Entrust, u'E'},
                              Letter{CaseAction::Urge, u'T'}};

/** With the key of the action: marked in the word, or behind it. */
QString withLetter(const QString &word, CaseAction action)
{
    const auto *found = std::ranges::find(kLetters, action, &Letter::action);
    if (found == kLetters.end()) {
        return word;
    }
    const qsizetype place = word.indexOf(QChar(found->letter), 0, Qt::CaseInsensitive);
    return place >= 0 ? QString(word).insert(place, u'&')
                      : u"%1(&%2)"_s.arg(word, QString(QChar(found->letter)));
}

} // namespace

QString actionButtonText(CaseAction action)
{
    return withLetter(case_words::word(action), action);
}

QString actionButtonText(CaseAction action, CaseState state)
{
    return withLetter(stepName(action, state), action);
}

} // namespace gridward
