// SPDX-License-Identifier: GPL-3.0-or-later
// What the form of a step offers to choose from.
#include "models/view/casewords.h"
#include "models/view/classgroups.h"
#include "ui/panels/actionchoices.h"
#include "ui/panels/answer.h"
#include "ui/panels/caseactionform.h"
#include "ui/panels/proposalchoices.h"

#include <QCheckBox>
#include <QDateEdit>
#include <QLabel>
#include <QLineEdit>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr int kMostPeople = 20;

} // namespace

using namespace action_choices;

void CaseActionForm::fillChoices()
{
    QList<Choice> choices;
    if (choosesUnit(mAction)) {
        choices = choicesOf(mFile.proposals);
        if (mAction == CaseAction::Transfer) { // whoever has it already is not somebody else
            choices.removeIf([this](const Choice &one) { return one.id == mFile.subject.unit; });
        }
        offer(choices);
    } else if (mAction == CaseAction::File) {
        for (const FilingStandard &standard : mFile.possibleStandards) {
            choices.append(
                {standard.id,
                 inLanguage(standard.condition, standard.conditionEn),
                 tr("Limit: %1. Closed when: %2")
                     .arg(case_words::limitText(standard),
                          inLanguage(standard.closingCondition, standard.closingConditionEn)),
                 {},
                 {}});
        }
        offer(choices);
    } else if (choosesPerson(mAction) && !isSearching()) {
        fillPeople();
    } else if (choosesAnswer()) {
        fillAnswers();
    } else if (mAction == CaseAction::Call) {
        fillDepartments();
    } else if (mAction == CaseAction::Split) {
        fillClasses();
    }
    const bool chooses = choosesUnit(mAction) || searches(mAction) || choosesAnswer() ||
                         mAction == CaseAction::Call || mAction == CaseAction::Split ||
                         (mAction == CaseAction::File && !choices.isEmpty());
    mChoices->setVisible(chooses);
    mIsShort = !chooses;
    setSizePolicy(QSizePolicy::Preferred, mIsShort ? QSizePolicy::Maximum : QSizePolicy::Expanding);
    mChoices->setFilterVisible(!choosesAnswer() &&
                               (mAction != CaseAction::File || choices.size() > 5));
    const bool asksDate = mAction == CaseAction::Suspend || mAction == CaseAction::Supervise;
    mUntilLabel->setVisible(asksDate);
    mUntil->setVisible(asksDate);
    const int rows = mAction == CaseAction::File
                         ? static_cast<int>(std::clamp<qsizetype>(choices.size(), 1, 4))
                     : mAction == CaseAction::Callback ? 3
                     : choosesAnswer()                 ? 2
                                                       : 4;
    mChoices->setVisibleRows(rows, std::min(rows, 2)); // two on a low screen
    mMet->setVisible(mAction == CaseAction::Check && mFile.standard &&
                     !mFile.standard->closingCondition.isEmpty());
}

/** The unit that all who could be assigned work for; empty if there are several. */
QString CaseActionForm::oneUnit() const
{
    if (mAction != CaseAction::Assign || mFile.assignees.isEmpty()) {
        return {};
    }
    const QString &unit = mFile.assignees.first().person.organisation;
    const bool isOne = std::ranges::all_of(mFile.assignees, [&](const PersonProposal &one) {
        return one.person.organisation == unit;
    });
    return isOne ? mDistrict.names().unit(unit, isEnglish()) : QString();
}

void CaseActionForm::fillPeople()
{
    const int question = ++mQuestion;
    if (mAction == CaseAction::Entrust) {
        for (const PersonProposal &one : std::as_const(mFile.collectors)) {
            mUnitOf.insert(one.person.id,
                           mDistrict.names().unit(one.person.organisation, isEnglish()));
        }
        offer(choicesOf(mFile.collectors));
        return;
    }
    if (!mFile.assignees.isEmpty()) {
        for (const PersonProposal &one : std::as_const(mFile.assignees)) {
            mUnitOf.insert(one.person.id,
                           mDistrict.names().unit(one.person.organisation, isEnglish()));
        }
        // The unit that all have is said once above them: more of them are seen.
        offer(
            choicesOf(mFile.assignees, oneUnit().isEmpty() ? mUnitOf : QHash<QString, QString>()));
        return;
    }
    // Nobody is known to work for the unit: those responsible for the grid may know who does.
    whenAnswered(mDistrict.gridCard(mFile.subject.grid),
                 mDistrict,
                 this,
                 [this, question](const Result<GridCard> &card) {
                     if (question != mQuestion || !card) {
                         return; // one can still search
                     }
                     QList<Choice> choices;
                     for (const GridCard::Responsible &one : card.value().responsible) {
                         QStringList said{case_words::postWord(one.role)};
                         if (!one.person.organisation.isEmpty()) {
                             said.append(
                                 mDistrict.names().unit(one.person.organisation, isEnglish()));
                             mUnitOf.insert(one.person.id, said.last());
                         }
                         choices.append({one.person.id,
                                         one.person.name,
                                         said.join(u" · "_s),
                                         one.person.workPhone,
                                         {}});
                     }
                     offer(choices);
                 });
}

void CaseActionForm::fillAnswers()
{
    if (mAction == CaseAction::Callback) {
        offer({{kYes, tr("Satisfied"), {}, {}, {}},
               {kNo, tr("Not satisfied"), {}, {}, {}},
               {kNotReached, tr("Not reached"), {}, {}, {}}});
        return;
    }
    offer({{kYes, tr("Grant"), {}, {}, {}}, {kNo, tr("Deny"), {}, {}, {}}});
}

/** Handling units are the departments that there are to call. */
void CaseActionForm::fillDepartments()
{
    QList<Choice> choices = choicesOf(mFile.proposals);
    for (const CaseCall &call : mFile.process.calls) {
        choices.removeIf(
            [&](const Choice &choice) { return choice.id == call.department && !call.arrived; });
    }
    offer(choices);
}

void CaseActionForm::fillClasses()
{
    const int question = ++mQuestion;
    whenAnswered(mDistrict.classes(),
                 mDistrict,
                 this,
                 [this, question](const Result<QList<CatalogueEntry>> &classes) {
                     if (question != mQuestion || !classes) {
                         return;
                     }
                     QList<Choice> choices;
                     for (const CatalogueEntry &entry : classes.value()) {
                         if (entry.key.kind == mFile.subject.classKey.kind) {
                             choices.append({entry.key.code,
                                             inLanguage(entry.name, entry.nameEn),
                                             groupWord(entry),
                                             entry.key.code,
                                             entry.name + u' ' + entry.nameEn});
                         }
                     }
                     offer(choices);
                     update();
                 });
}

void CaseActionForm::find(const QString &text)
{
    if (!searches(mAction) || (mAction == CaseAction::Assign && !mFile.assignees.isEmpty())) {
        return; // the list narrows itself down
    }
    if (text.trimmed().isEmpty()) {
        if (choosesPerson(mAction)) {
            fillPeople();
        }
        return;
    }
    const SearchHit::Kind wanted =
        mAction == CaseAction::Merge ? SearchHit::Kind::Case : SearchHit::Kind::Person;
    const int question = ++mQuestion;
    whenAnswered(mDistrict.search(text.trimmed(), kMostPeople),
                 mDistrict,
                 this,
                 [this, question, wanted](const Result<QList<SearchHit>> &hits) {
                     if (question != mQuestion || !hits) {
                         return;
                     }
                     QList<Choice> choices;
                     for (const SearchHit &hit : hits.value()) {
                         if (hit.kind == wanted && hit.id != mFile.subject.id.toText()) {
                             choices.append({hit.id, hit.title, hit.detail, {}, {}});
                         }
                     }
                     offer(choices);
                     update();
                 });
}

} // namespace gridward
