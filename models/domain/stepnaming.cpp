// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/stepnaming.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

// A table in code, not a file: which step a state belongs to is only right for the states of this
// program's life cycle, and a new state must not be forgotten. Which naming a district uses is data
// (the rule book's "naming").
struct StateSteps
{
    CaseState state;
    int four;
    int five;
    int six;
    int seven;
};

using S = CaseState;
constexpr std::array kSteps{
    // Verifying still asks whether there is something to file; what waits for a filing decision, or
    // ended by one, belongs to filing. Six steps know no filing: the centre decides, that is
    // command.
    StateSteps{S::Registered, 0, 0, 0, 0},
    StateSteps{S::Reported, 0, 0, 0, 0},
    StateSteps{S::Verifying, 0, 1, 0, 0},
    StateSteps{S::PendingFiling, 1, 1, 1, 1},
    StateSteps{S::Refused, 1, 1, 1, 1},
    StateSteps{S::Void, 1, 1, 1, 1},
    StateSteps{S::Filed, 2, 2, 1, 2},
    // From here on the unit has the case; with four steps that is part of dispatching.
    StateSteps{S::AtUnit, 2, 3, 2, 3},
    StateSteps{S::Handling, 2, 3, 2, 3},
    StateSteps{S::Suspended, 2, 3, 2, 3},
    StateSteps{S::Rework, 2, 3, 2, 3},
    StateSteps{S::FedBack, 2, 3, 2, 4},
    StateSteps{S::Checking, 3, 4, 3, 5},
    // Six steps store and evaluate the result before they close the sheet, seven only afterwards.
    StateSteps{S::PendingClose, 3, 4, 4, 5},
    StateSteps{S::Closed, 3, 4, 5, 6},
    StateSteps{S::Archived, 3, 4, 5, 6},
};

struct Naming
{
    const char *id;
    int StateSteps::*steps;
    const char16_t *labels;
    const char *labelsEn;
};

constexpr std::array kNamings{
    Naming{"four", &StateSteps::four, u"发现|立案|派遣|结案", "Find|File|Dispatch|Close"},
    Naming{"five",
           &StateSteps::five,
           u"发现上报|受理立案|任务派遣|处置反馈|核查结案",
           "Find and report|Accept and file|Dispatch|Handle and feed back|Check and close"},
    Naming{"six",
           &StateSteps::six,
           u"采集上报|指挥派遣|处置反馈|任务核查|入库评价|结单归档",
           "Collect and report|Command and dispatch|Handle and feed back|Check|Store and "
           "evaluate|Close and archive"},
    Naming{"seven",
           &StateSteps::seven,
           u"受理|立案|派遣|处理|反馈|核查|综合评价",
           "Accept|File|Dispatch|Handle|Feed back|Check|Evaluate"},
};

} // namespace

int StepNaming::stepOf(CaseState state) const
{
    const auto *naming = std::ranges::find_if(
        kNamings, [&](const Naming &one) { return id == QLatin1String(one.id); });
    const auto *entry = std::ranges::find(kSteps, state, &StateSteps::state);
    if (naming == kNamings.end() || entry == kSteps.end()) {
        return 0;
    }
    return (*entry).*(naming->steps);
}

QList<StepNaming> stepNamings()
{
    QList<StepNaming> namings;
    for (const Naming &naming : kNamings) {
        namings.append({QString::fromLatin1(naming.id),
                        QString::fromUtf16(naming.labels).split(u'|'),
                        QString::fromLatin1(naming.labelsEn).split(u'|')});
    }
    return namings;
}

std::optional<StepNaming> stepNaming(const QString &id)
{
    const QList<StepNaming> namings = stepNamings();
    const auto found = std::ranges::find(namings, id, &StepNaming::id);
    return found != namings.end() ? std::optional(*found) : std::nullopt;
}

QStringList stepNamingIds()
{
    QStringList ids;
    for (const Naming &naming : kNamings) {
        ids.append(QString::fromLatin1(naming.id));
    }
    return ids;
}

} // namespace gridward
