// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/inboxitem.h"

#include "models/domain/idtable.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(InboxItem)
};

constexpr std::array kStates{IdOf{InboxState::Waiting, "waiting"},
                             IdOf{InboxState::Registered, "registered"},
                             IdOf{InboxState::Joined, "joined"},
                             IdOf{InboxState::Refused, "refused"}};

} // namespace

QString toId(InboxState state)
{
    return idIn(kStates, state);
}

std::optional<InboxState> inboxStateFromId(QStringView id)
{
    return valueIn(kStates, id);
}

QStringList inboxStateIds()
{
    QStringList ids;
    for (const auto &entry : kStates) {
        ids.append(QString::fromLatin1(entry.id));
    }
    return ids;
}

QString toText(const std::optional<InboxClass> &chosen)
{
    return chosen ? toId(chosen->kind) + u':' + chosen->code : QString();
}

std::optional<InboxClass> inboxClassFromText(QStringView text)
{
    const qsizetype colon = text.indexOf(u':');
    const std::optional<CaseKind> kind =
        colon < 0 ? std::nullopt : caseKindFromId(text.left(colon));
    if (!kind || colon + 1 == text.size()) {
        return std::nullopt;
    }
    return InboxClass{*kind, text.mid(colon + 1).toString()};
}

QString whyNotInto(const InboxItem &before, const InboxItem &after)
{
    const bool isSameReport = before.batch == after.batch && before.source == after.source &&
                              before.number == after.number && before.channel == after.channel &&
                              before.toldAt == after.toldAt &&
                              before.receivedAt == after.receivedAt && before.text == after.text &&
                              before.address == after.address;
    if (!isSameReport) {
        return Words::tr("What a row of the inbox says is never changed.");
    }
    const bool takesBack =
        before.state == InboxState::Refused && after.state == InboxState::Waiting;
    if (!before.isWaiting() && !takesBack) {
        return (before.state == InboxState::Registered
                    ? Words::tr("Row %1 has been registered as a case already.")
                : before.state == InboxState::Joined
                    ? Words::tr("Row %1 has been joined to a case already.")
                    : Words::tr("Row %1 has been refused already."))
            .arg(before.id.value);
    }
    if (after.state == InboxState::Refused && after.reason.trimmed().isEmpty()) {
        return Words::tr("Say why row %1 is refused.").arg(before.id.value);
    }
    const bool isCase = after.state == InboxState::Registered || after.state == InboxState::Joined;
    if (isCase != !after.caseId.isEmpty()) {
        return Words::tr("A row ends as a case only together with that case.");
    }
    if (after.leader == after.id) {
        return Words::tr("A row cannot be a part of itself.");
    }
    return {};
}

} // namespace gridward
