// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/actionwords.h"

#include "models/view/casewords.h"

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

constexpr std::array kLetters{Letter{CaseAction::File, u'F'},
                              Letter{CaseAction::Verify, u'V'},
                              Letter{CaseAction::Refuse, u'N'},
                              Letter{CaseAction::Void, u'O'},
                              Letter{CaseAction::Dispatch, u'D'},
                              Letter{CaseAction::Accept, u'A'},
                              Letter{CaseAction::Return, u'T'},
                              Letter{CaseAction::Assign, u'S'},
                              Letter{CaseAction::Handle, u'H'},
                              Letter{CaseAction::Feedback, u'B'},
                              Letter{CaseAction::Check, u'P'},
                              Letter{CaseAction::Rework, u'W'},
                              Letter{CaseAction::Close, u'C'},
                              Letter{CaseAction::Archive, u'I'},
                              Letter{CaseAction::Reopen, u'E'}};

} // namespace

QString actionButtonText(CaseAction action)
{
    const QString word = case_words::word(action);
    const auto *found = std::ranges::find(kLetters, action, &Letter::action);
    if (found == kLetters.end()) {
        return word;
    }
    const qsizetype place = word.indexOf(QChar(found->letter), 0, Qt::CaseInsensitive);
    return place >= 0 ? QString(word).insert(place, u'&')
                      : u"%1(&%2)"_s.arg(word, QString(QChar(found->letter)));
}

} // namespace gridward
