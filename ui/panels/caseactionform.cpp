// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/caseactionform.h"

#include "models/view/casewords.h"
#include "ui/panels/answer.h"
#include "ui/panels/choicelist.h"
#include "ui/panels/proposalchoices.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr int kMostPeople = 20;
constexpr int kReasonHeight = 80;
constexpr int kNoteHeight = 36;

bool isEnglish()
{
    return QLocale().language() != QLocale::Chinese;
}

const QString &inLanguage(const QString &chinese, const QString &english)
{
    return isEnglish() && !english.isEmpty() ? english : chinese;
}

bool choosesUnit(CaseAction action)
{
    return action == CaseAction::Dispatch || action == CaseAction::Transfer;
}

} // namespace

CaseActionForm::CaseActionForm(DistrictPort &district, QWidget *parent)
    : QFrame(parent)
    , mDistrict(district)
    , mHeading(new QLabel(this))
    , mHint(new QLabel(this))
    , mChoices(new ChoiceList(this))
    , mMet(new QCheckBox(this))
    , mNoteLabel(new QLabel(this))
    , mNote(new QPlainTextEdit(this))
    , mSend(new QPushButton(this))
    , mCancel(new QPushButton(this))
{
    setObjectName(u"caseActionForm"_s);
    mHeading->setObjectName(u"formHeading"_s);
    mHint->setObjectName(u"panelNote"_s);
    mHint->setWordWrap(true);
    mMet->setObjectName(u"closingConditionMet"_s);
    mNoteLabel->setObjectName(u"fieldLabel"_s);
    mNoteLabel->setBuddy(mNote);
    mNote->setObjectName(u"actionNote"_s);
    mNote->setTabChangesFocus(true);
    mSend->setObjectName(u"sendAction"_s);
    mSend->setProperty("primary", true);
    mCancel->setObjectName(u"cancelAction"_s);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(mSend);
    buttons->addWidget(mCancel);
    buttons->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(8);
    layout->addWidget(mHeading);
    layout->addWidget(mHint);
    layout->addWidget(mChoices, 1);
    layout->addWidget(mMet);
    layout->addWidget(mNoteLabel);
    layout->addWidget(mNote);
    layout->addLayout(buttons);

    connect(mChoices, &ChoiceList::accepted, this, &CaseActionForm::submit);
    connect(mChoices, &ChoiceList::currentChanged, this, &CaseActionForm::update);
    connect(mChoices, &ChoiceList::filterEdited, this, &CaseActionForm::findPeople);
    connect(mMet, &QCheckBox::toggled, this, &CaseActionForm::update);
    connect(mNote, &QPlainTextEdit::textChanged, this, &CaseActionForm::update);
    connect(mSend, &QPushButton::clicked, this, &CaseActionForm::submit);
    connect(mCancel, &QPushButton::clicked, this, &CaseActionForm::cancelled);
    hide();
}

std::optional<Transition> CaseActionForm::step() const
{
    return transition(mFile.subject.state, mAction);
}

void CaseActionForm::open(const CaseFile &file, CaseAction action)
{
    mAction = action;
    mRunning = false;
    mMet->setChecked(false);
    mNote->clear();
    mChoices->setSearchesElsewhere(action == CaseAction::Assign);
    mChoices->clearFilter();
    mChoices->setChoices({});
    refresh(file);
    show();
    focusFirst();
}

void CaseActionForm::focusFirst()
{
    const bool reason = step() && step()->needsReason;
    if (!mChoices->isHidden()) {
        mChoices->setFocus(Qt::OtherFocusReason);
    } else if (!mMet->isHidden()) {
        mMet->setFocus(Qt::OtherFocusReason);
    } else {
        (reason ? static_cast<QWidget *>(mNote) : mSend)->setFocus(Qt::OtherFocusReason);
    }
}

void CaseActionForm::refresh(const CaseFile &file)
{
    mFile = file;
    fillChoices();
    retranslate();
}

void CaseActionForm::fillChoices()
{
    QList<Choice> choices;
    if (choosesUnit(mAction)) {
        mChoices->setChoices(choicesOf(mFile.proposals));
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
        mChoices->setChoices(choices);
    } else if (mAction == CaseAction::Assign && mChoices->field()->text().isEmpty()) {
        fillPeople();
    }
    const bool chooses = choosesUnit(mAction) || mAction == CaseAction::Assign ||
                         (mAction == CaseAction::File && !choices.isEmpty());
    mChoices->setVisible(chooses);
    mChoices->setFilterVisible(mAction != CaseAction::File || choices.size() > 5);
    mChoices->setVisibleRows(mAction == CaseAction::File
                                 ? static_cast<int>(std::clamp<qsizetype>(choices.size(), 1, 4))
                                 : 4);
    mMet->setVisible(mAction == CaseAction::Check && mFile.standard &&
                     !mFile.standard->closingCondition.isEmpty());
}

void CaseActionForm::fillPeople()
{
    const int question = ++mQuestion;
    if (!mFile.assignees.isEmpty()) {
        mChoices->setChoices(choicesOf(mFile.assignees));
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
                         choices.append({one.person.id,
                                         one.person.name,
                                         case_words::postWord(one.role),
                                         one.person.workPhone,
                                         {}});
                     }
                     mChoices->setChoices(choices);
                 });
}

void CaseActionForm::findPeople(const QString &text)
{
    if (mAction != CaseAction::Assign) {
        return;
    }
    if (text.trimmed().isEmpty()) {
        fillPeople();
        return;
    }
    const int question = ++mQuestion;
    whenAnswered(mDistrict.search(text.trimmed(), kMostPeople),
                 mDistrict,
                 this,
                 [this, question](const Result<QList<SearchHit>> &hits) {
                     if (question != mQuestion || !hits) {
                         return;
                     }
                     QList<Choice> choices;
                     for (const SearchHit &hit : hits.value()) {
                         if (hit.kind == SearchHit::Kind::Person) {
                             choices.append({hit.id, hit.title, hit.detail, {}, {}});
                         }
                     }
                     mChoices->setChoices(choices);
                     update();
                 });
}

void CaseActionForm::setRunning(bool running)
{
    mRunning = running;
    update();
}

void CaseActionForm::setTheme(const Theme &theme)
{
    mChoices->setTheme(theme);
}

void CaseActionForm::retranslate()
{
    if (choosesUnit(mAction) || !mFile.assignees.isEmpty()) {
        fillChoices(); // the reasons are words too
    }
    mHeading->setText(case_words::word(mAction));
    QString hint;
    if (choosesUnit(mAction)) {
        mChoices->setPlaceholder(tr("Find a unit"), tr("Unit that is to handle the case"));
        mChoices->setEmptyText(tr("No unit of that name takes this case."));
    } else if (mAction == CaseAction::Assign) {
        mChoices->setPlaceholder(tr("Find a person by name"), tr("Person who is to handle it"));
        mChoices->setEmptyText(tr("Nobody of that name."));
    } else if (mAction == CaseAction::File) {
        mChoices->setPlaceholder(tr("Find a condition"), tr("Condition under which it is filed"));
        hint = mChoices->isHidden() ? tr("This class has no filing condition: the case gets no "
                                         "handling limit.")
                                    : tr("Under which condition?");
    } else if (mAction == CaseAction::Check) {
        hint = mMet->isHidden() ? QString() : tr("Closing condition: tick it if you saw it met.");
    }
    mHint->setText(hint);
    mHint->setVisible(!hint.isEmpty());
    if (mFile.standard) {
        mMet->setText(
            inLanguage(mFile.standard->closingCondition, mFile.standard->closingConditionEn));
    }
    const bool reason = step() && step()->needsReason;
    mNote->setVerticalScrollBarPolicy(reason ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    mNote->setFixedHeight(reason ? kReasonHeight : kNoteHeight);
    mNoteLabel->setText(reason ? tr("&Reason (needed)") : tr("&Note (optional)"));
    mNote->setAccessibleName(reason ? tr("Reason") : tr("Note"));
    mSend->setText(case_words::word(mAction));
    mSend->setToolTip(tr("Ctrl+Enter"));
    mCancel->setText(tr("Cancel"));
    mCancel->setToolTip(tr("Esc"));
    update();
}

bool CaseActionForm::isComplete() const
{
    const std::optional<Transition> now = step();
    if (!now || (now->needsReason && mNote->toPlainText().trimmed().isEmpty()) ||
        (now->needsTarget && mChoices->current().isEmpty())) {
        return false;
    }
    const bool mustTick = !mMet->isHidden() && mFile.standard && mFile.standard->closingMandatory;
    return !mustTick || mMet->isChecked();
}

void CaseActionForm::update()
{
    mSend->setEnabled(!mRunning && isComplete());
    mChoices->setEnabled(!mRunning);
    mNote->setReadOnly(mRunning);
    mMet->setEnabled(!mRunning);
}

ActionRequest CaseActionForm::request() const
{
    ActionRequest request;
    request.action = mAction;
    request.note = mNote->toPlainText().trimmed();
    request.expectedVersion = mFile.subject.version;
    if (step() && step()->needsTarget) {
        request.target = mChoices->current();
    } else if (mAction == CaseAction::File) {
        request.standard = mChoices->current();
    } else if (mAction == CaseAction::Check && mMet->isChecked() && mFile.standard) {
        request.met = {mFile.standard->id};
    }
    return request;
}

QString CaseActionForm::targetName() const
{
    return step() && step()->needsTarget ? mChoices->currentTitle() : QString();
}

void CaseActionForm::submit()
{
    if (!mRunning && isComplete()) {
        emit submitted(request());
    } else if (!mRunning && !mMet->isHidden() && !mMet->isChecked()) {
        mMet->setFocus();
    } else if (!mRunning) {
        mNote->setFocus();
    }
}

void CaseActionForm::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape) {
        emit cancelled();
    } else if (enter && (event->modifiers().testFlag(Qt::ControlModifier) || mSend->hasFocus())) {
        submit();
    } else {
        QFrame::keyPressEvent(event);
    }
}

} // namespace gridward
