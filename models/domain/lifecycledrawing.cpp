// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/lifecycledrawing.h"

#include "models/domain/lifecycle.h"
#include "models/domain/stepnaming.h"

#include <QHash>
#include <QSet>
#include <QStringList>

#include <array>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

/** The terms of the field, whatever a district calls them on its screens. */
constexpr std::array kTerms{u"登记",
                            u"上报",
                            u"核实中",
                            u"待立案",
                            u"不予受理",
                            u"作废",
                            u"待派遣",
                            u"待处置",
                            u"处置中",
                            u"挂账",
                            u"已反馈",
                            u"核查中",
                            u"返工",
                            u"待结案",
                            u"已结案",
                            u"已归档"};

QString termOf(CaseState state)
{
    return QString::fromUtf16(kTerms[static_cast<std::size_t>(state)]);
}

QString rolesOf(const Transition &row)
{
    QStringList roles;
    for (const QString &id : roleIds() + QStringList{u"system"_s}) {
        const Role role = roleFromId(id).value_or(Role::Owner);
        if (role != Role::Owner && row.roles.contains(role)) {
            roles.append(id);
        }
    }
    return roles.isEmpty() ? u"with the other case's step"_s : roles.join(u", "_s);
}

QString effectOf(const Transition &row)
{
    switch (row.effect) {
    case Effect::Move:
        return {};
    case Effect::Note:
        return u"written down"_s;
    case Effect::Ask:
        return u"asks"_s;
    case Effect::Decide:
        return u"grants or denies"_s;
    case Effect::Review:
        return u"first decision"_s;
    case Effect::Part:
        return u"an assisting unit's part"_s;
    case Effect::Absorb:
        return u"takes in a duplicate"_s;
    case Effect::Follow:
        return u"follows the leading case's deadline"_s;
    case Effect::Undo:
        return u"back to the state before one's own last step"_s;
    }
    return {};
}

QString needsOf(const Transition &row)
{
    QStringList needs;
    if (row.needsReason) {
        needs.append(u"reason"_s);
    }
    if (row.needsTarget) {
        needs.append(u"target"_s);
    }
    return needs.join(u", "_s);
}

/** Mermaid takes no hyphen in the name of a state. */
QString nodeOf(CaseState state)
{
    return toId(state).replace(u'-', u'_');
}

QString diagram()
{
    QString text = u"```mermaid\nstateDiagram-v2\n"_s;
    for (const QString &id : caseStateIds()) {
        const CaseState state = caseStateFromId(id).value_or(CaseState::Registered);
        text += u"    state \"%1 %2\" as %3\n"_s.arg(termOf(state), id, nodeOf(state));
    }
    text += u"    [*] --> registered : report\n    [*] --> reported : report (patrol)\n"_s;
    QSet<QString> drawn;
    for (const Transition &row : lifeCycle()) {
        const QString line =
            u"    %1 --> %2 : %3\n"_s.arg(nodeOf(row.from), nodeOf(row.to), toId(row.action));
        if (row.from != row.to && !drawn.contains(line)) {
            drawn.insert(line);
            text += line;
        }
    }
    for (const CaseState end : {CaseState::Refused, CaseState::Void, CaseState::Archived}) {
        text += u"    %1 --> [*]\n"_s.arg(nodeOf(end));
    }
    return text + u"```\n"_s;
}

QString stateTable()
{
    QString text = u"| state | 内部状态 | stage whose clock runs | in the queues of |"_s;
    QString rule = u"| --- | --- | --- | --- |"_s;
    for (const StepNaming &naming : stepNamings()) {
        text += u" %1 steps |"_s.arg(naming.id);
        rule += u" --- |"_s;
    }
    text += u'\n' + rule + u'\n';
    for (const QString &id : caseStateIds()) {
        const CaseState state = caseStateFromId(id).value_or(CaseState::Registered);
        QString stage = u"–"_s;
        if (const std::optional<Stage> running = stageOf(state)) {
            stage = toId(*running) + (state == CaseState::Suspended ? u" (paused)"_s : QString());
        }
        QStringList queues;
        for (const Role role : queuesOf(state)) {
            queues.append(toId(role));
        }
        text += u"| `%1` | %2 | %3 | %4 |"_s.arg(
            id, termOf(state), stage, queues.isEmpty() ? u"–"_s : queues.join(u", "_s));
        for (const StepNaming &naming : stepNamings()) {
            text += u" %1 |"_s.arg(naming.labels.value(naming.stepOf(state)));
        }
        text += u'\n';
    }
    return text;
}

QString rowTable()
{
    QString text = u"| state | action | to | who | needs | effect |\n"
                   "| --- | --- | --- | --- | --- | --- |\n"_s;
    QStringList everywhere;
    for (const Transition &row : lifeCycle()) {
        text += u"| `%1` | `%2` | `%3` | %4 | %5 | %6 |\n"_s.arg(toId(row.from),
                                                                 toId(row.action),
                                                                 toId(row.to),
                                                                 rolesOf(row),
                                                                 needsOf(row),
                                                                 effectOf(row));
    }
    return text;
}

} // namespace

QString lifeCycleDrawing()
{
    QString text =
        u"<!-- Drawn from the code by test_lifecycle; do not edit. -->\n"
        "# The life cycle of a case\n\n"
        "One table decides what may be done: the screens ask it what to offer, the service asks "
        "it\n"
        "again before it writes, the store refuses what breaks the separation of the axes, and\n"
        "`gridward check` asks it over the whole history. States and actions have neutral ids; "
        "what\n"
        "a district calls them is a matter of labels (the four-, five-, six- and seven-step "
        "namings\n"
        "below).\n\n## States\n\n"_s;
    text += stateTable();
    text += u"\n## Moves\n\n"_s + diagram();
    text += u"\n## Every row\n\nThe owner of a store without accounts may take every step that a "
            "role may, but nobody may\ncheck, close or review the appeal of a case that he or she "
            "dispatched or handled.\n\n"_s;
    text += rowTable();
    return text;
}

} // namespace gridward
