// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/proposalchoices.h"

#include "models/domain/language.h"
#include "models/view/casewords.h"

#include <QCoreApplication>

#include <cmath>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Proposals)
};

/** What counts for somebody is what they have in hand; cases handed in are open, and no load. */
QString wordsOf(const Reason &reason, bool ofPerson)
{
    return ofPerson && reason.kind() == ReasonKind::Load
               ? Words::tr("%n in hand", nullptr, static_cast<int>(std::lround(reason.value)))
               : reasonText(reason);
}

QList<Choice::Chip>
chipsOf(const QList<Reason> &reasons, const QList<ReasonKind> &without, bool ofPerson = false)
{
    QList<Choice::Chip> chips;
    for (const Reason &reason : reasons) {
        if (!without.contains(reason.kind())) {
            chips.append({wordsOf(reason, ofPerson), reason.good});
        }
    }
    return chips;
}

} // namespace

QString personReasonsText(const QList<Reason> &reasons, const QList<ReasonKind> &without)
{
    QStringList words;
    for (const Reason &reason : reasons) {
        if (!without.contains(reason.kind())) {
            words.append(wordsOf(reason, true));
        }
    }
    return words.join(u" · "_s);
}

QString dutyWord(const QString &role)
{
    const QString post = case_words::postWord(role);
    return post == role ? case_words::roleWord(role) : post;
}

QList<Choice> choicesOf(const QList<UnitProposal> &proposals)
{
    const bool english = isEnglish();
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
        QList<Choice::Chip> chips = chipsOf(one.reasons, {ReasonKind::Responsibility}, true);
        QString detail = personReasonsText(one.reasons, {ReasonKind::Responsibility});
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
