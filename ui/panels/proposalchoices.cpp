// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/proposalchoices.h"

#include "models/view/casewords.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

QList<Choice::Chip> chipsOf(const QList<Reason> &reasons, const QList<ReasonKind> &without)
{
    QList<Choice::Chip> chips;
    for (const Reason &reason : reasons) {
        if (!without.contains(reason.kind())) {
            chips.append({reasonText(reason), reason.good});
        }
    }
    return chips;
}

} // namespace

QString dutyWord(const QString &role)
{
    const QString post = case_words::postWord(role);
    return post == role ? case_words::roleWord(role) : post;
}

QList<Choice> choicesOf(const QList<UnitProposal> &proposals)
{
    const bool english = QLocale().language() != QLocale::Chinese;
    const QList<ReasonKind> load{ReasonKind::Load}; // stands at the right
    QList<Choice> choices;
    for (const UnitProposal &one : proposals) {
        const Organisation &unit = one.unit;
        choices.append({unit.code,
                        english && !unit.nameEn.isEmpty() ? unit.nameEn : unit.name,
                        one.reasons.isEmpty() ? one.reason : reasonsText(one.reasons, load),
                        reasonText({ReasonCode::Load, static_cast<double>(one.openCases)}),
                        unit.name + u' ' + unit.nameEn,
                        chipsOf(one.reasons, load)});
    }
    return choices;
}

QList<Choice> choicesOf(const QList<PersonProposal> &proposals,
                        const QHash<QString, QString> &units)
{
    QList<Choice> choices;
    for (const PersonProposal &one : proposals) {
        QList<Choice::Chip> chips = chipsOf(one.reasons, {ReasonKind::Responsibility});
        QString detail = reasonsText(one.reasons, {ReasonKind::Responsibility});
        if (const QString unit = units.value(one.person.id); !unit.isEmpty()) {
            chips.prepend({unit, true});
            detail = detail.isEmpty() ? unit : unit + u" · "_s + detail;
        }
        if (!one.role.isEmpty()) { // the post says it better than its weight
            const QString post = dutyWord(one.role);
            chips.prepend({post, true});
            detail = detail.isEmpty() ? post : post + u" · "_s + detail;
        }
        choices.append({one.person.id, one.person.name, detail, one.person.workPhone, {}, chips});
    }
    return choices;
}

} // namespace gridward
