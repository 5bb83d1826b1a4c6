// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/caseaxes.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

/** A fact that is text. Few events have it, so most need no parser. */
QString textFact(const CaseEvent &event, const char *key)
{
    if (!event.facts.contains(key)) {
        return {};
    }
    return QJsonDocument::fromJson(event.facts).object().value(QLatin1String(key)).toString();
}

} // namespace

bool judgesWork(const CaseEvent &event)
{
    return event.action == CaseAction::Check || event.action == CaseAction::Close ||
           event.action == CaseAction::Entrust ||
           (event.action == CaseAction::Verify && !textFact(event, fact::kTaskPerson).isEmpty()) ||
           (event.action == CaseAction::Appeal && textFact(event, fact::kRequest) != "asked"_L1);
}

bool isWork(CaseAction action)
{
    return action == CaseAction::Dispatch || action == CaseAction::Transfer ||
           action == CaseAction::Accept || action == CaseAction::Assign ||
           action == CaseAction::Handle || action == CaseAction::Feedback;
}

const CaseEvent *ownWork(std::span<const CaseEvent> earlier, const CaseEvent &next)
{
    const bool judges = judgesWork(next);
    if (!judges && !isWork(next.action)) {
        return nullptr;
    }
    const QString person = textFact(next, fact::kBy);
    const QString sent = textFact(next, fact::kTaskPerson);
    const auto is = [&](const QString &who) {
        return !who.isEmpty() && (who == next.actor || who == person || who == sent);
    };
    for (const CaseEvent &event : earlier) {
        const bool counts = judges ? isWork(event.action) : event.action == CaseAction::Check;
        if (counts && (is(event.actor) || is(textFact(event, fact::kBy)))) {
            return &event;
        }
    }
    return nullptr;
}

} // namespace gridward
