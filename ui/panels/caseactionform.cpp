// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/caseactionform.h"

#include "models/view/casewords.h"
#include "ui/panels/answer.h"
#include "ui/panels/proposalchoices.h"
#include "ui/panels/usualreasons.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QDateEdit>
#include <QDateTime>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>

#include <algorithm>

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

bool choosesPerson(CaseAction action)
{
    return action == CaseAction::Assign || action == CaseAction::Handover;
}

/** What is looked for in the whole district, as one types. */
bool searches(CaseAction action)
{
    return choosesPerson(action) || action == CaseAction::Merge;
}

const QString kYes = u"yes"_s;
const QString kNo = u"no"_s;
constexpr int kUsualSuspension = 7; ///< days

} // namespace

CaseActionForm::CaseActionForm(DistrictPort &district, QWidget *parent)
    : QFrame(parent)
    , mDistrict(district)
    , mHeading(new QLabel(this))
    , mHint(new QLabel(this))
    , mChoices(new ChoiceList(this))
    , mMet(new QCheckBox(this))
    , mUntilLabel(new QLabel(this))
    , mUntil(new QDateEdit(this))
    , mReasons(new UsualReasons(this))
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
    mUntilLabel->setObjectName(u"fieldLabel"_s);
    mUntilLabel->setBuddy(mUntil);
    mUntil->setObjectName(u"suspendedUntil"_s);
    mUntil->setCalendarPopup(true);
    mUntil->setDisplayFormat(u"yyyy-MM-dd"_s);
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
    layout->addWidget(mUntilLabel);
    layout->addWidget(mUntil);
    layout->addWidget(mReasons);
    layout->addWidget(mNoteLabel);
    layout->addWidget(mNote);
    layout->addLayout(buttons);

    connect(mChoices, &ChoiceList::accepted, this, &CaseActionForm::submit);
    connect(mChoices, &ChoiceList::currentChanged, this, [this] {
        update();
        if (!mFilling) {
            emit edited();
        }
    });
    connect(mChoices, &ChoiceList::filterEdited, this, &CaseActionForm::find);
    connect(mReasons, &UsualReasons::chosen, this, [this](const QString &reason) {
        mNote->setPlainText(reason); // and the caret behind it, for more
        mNote->moveCursor(QTextCursor::End);
        mNote->setFocus();
    });
    connect(mMet, &QCheckBox::toggled, this, [this] {
        update();
        emit edited();
    });
    connect(mUntil, &QDateEdit::dateChanged, this, &CaseActionForm::edited);
    connect(mNote, &QPlainTextEdit::textChanged, this, [this] {
        update();
        emit edited();
    });
    connect(mSend, &QPushButton::clicked, this, &CaseActionForm::submit);
    connect(mCancel, &QPushButton::clicked, this, &CaseActionForm::cancelled);
    hide();
}

/** The row for this user: the unit asks, the dispatcher decides. */
std::optional<Transition> CaseActionForm::step() const
{
    const std::optional<Role> role = roleFromId(mDistrict.user().role);
    const std::optional<Transition> own =
        role ? transition(mFile.subject.state, mAction, *role, mFile.process.request.answers)
             : std::nullopt;
    return own ? own : transition(mFile.subject.state, mAction);
}

/** Yes or no: to what was asked for, or what a call-back heard. */
bool CaseActionForm::choosesAnswer() const
{
    const bool waits = mFile.process.request.kind != CaseRequest::Kind::None;
    const bool decides =
        step() && (step()->effect == Effect::Decide || step()->effect == Effect::Review);
    return mAction == CaseAction::Callback || (decides && waits);
}

/** Who decides need not say why again what the unit said already. */
bool CaseActionForm::needsReason() const
{
    return step() && step()->needsReason && !(choosesAnswer() && mAction != CaseAction::Callback);
}

void CaseActionForm::open(const CaseFile &file, CaseAction action, bool takesKeyboard)
{
    mAction = action;
    clear();
    mChoices->setSearchesElsewhere(searches(action));
    const QDateTime until =
        file.process.request.until
            ? QDateTime::fromMSecsSinceEpoch(file.process.request.until->time_since_epoch().count())
            : QDateTime::fromMSecsSinceEpoch(mDistrict.clock().now().time_since_epoch().count())
                  .addDays(kUsualSuspension);
    mUntil->setDate(until.date());
    refresh(file);
    show();
    if (takesKeyboard) {
        focusFirst();
    }
}

void CaseActionForm::clear()
{
    mWanted.reset();
    mRunning = false;
    mMet->setChecked(false);
    mNote->clear();
    mChoices->clearFilter();
    offer({});
}

void CaseActionForm::focusFirst()
{
    const bool reason = needsReason();
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

/** What is offered chooses nothing for anybody; what was restored is chosen as soon as it is there.
 */
void CaseActionForm::offer(const QList<Choice> &choices)
{
    mFilling = true;
    QList<Choice> all = choices;
    const bool known = mWanted && std::ranges::find(all, mWanted->id, &Choice::id) != all.end();
    if (mWanted && !known && searches(mAction)) {
        all.prepend(*mWanted); // it was searched for
    }
    const bool wasTouched = !mChoices->current().isEmpty() && mChoices->current() != mByItself;
    mChoices->setChoices(all);
    if (mWanted && (known || searches(mAction))) {
        mChoices->setCurrent(mWanted->id);
        mWanted.reset();
    } else if (!wasTouched) {
        mByItself = mChoices->current();
    }
    mFilling = false;
}

void CaseActionForm::fillChoices()
{
    QList<Choice> choices;
    if (choosesUnit(mAction)) {
        offer(choicesOf(mFile.proposals));
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
    } else if (choosesPerson(mAction) && mChoices->field()->text().isEmpty()) {
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
    mChoices->setFilterVisible(!choosesAnswer() &&
                               (mAction != CaseAction::File || choices.size() > 5));
    const bool asksDate = mAction == CaseAction::Suspend;
    mUntilLabel->setVisible(asksDate);
    mUntil->setVisible(asksDate);
    mChoices->setVisibleRows(mAction == CaseAction::File
                                 ? static_cast<int>(std::clamp<qsizetype>(choices.size(), 1, 4))
                             : choosesAnswer() ? 2
                                               : 4);
    mMet->setVisible(mAction == CaseAction::Check && mFile.standard &&
                     !mFile.standard->closingCondition.isEmpty());
}

void CaseActionForm::fillPeople()
{
    const int question = ++mQuestion;
    if (!mFile.assignees.isEmpty()) {
        offer(choicesOf(mFile.assignees));
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
                     offer(choices);
                 });
}

void CaseActionForm::fillAnswers()
{
    const bool callback = mAction == CaseAction::Callback;
    offer({{kYes, callback ? tr("Satisfied") : tr("Grant"), {}, {}, {}},
           {kNo, callback ? tr("Not satisfied") : tr("Deny"), {}, {}, {}}});
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
                                             entry.majorName,
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
    if (!searches(mAction)) {
        return;
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

bool CaseActionForm::isTouched() const
{
    const bool chosen = !mChoices->isHidden() && mChoices->current() != mByItself;
    return chosen || !mNote->toPlainText().trimmed().isEmpty() || mMet->isChecked() ||
           !mChoices->field()->text().isEmpty();
}

QJsonObject CaseActionForm::content() const
{
    return {{u"action"_s, toId(mAction)},
            {u"version"_s, version()},
            {u"target"_s, mChoices->isHidden() ? QString() : mChoices->current()},
            {u"title"_s, mChoices->isHidden() ? QString() : mChoices->currentTitle()},
            {u"until"_s, mUntil->date().toString(Qt::ISODate)},
            {u"met"_s, mMet->isChecked()},
            {u"note"_s, mNote->toPlainText()}};
}

void CaseActionForm::restore(const QJsonObject &content)
{
    if (const QString target = content.value("target"_L1).toString(); !target.isEmpty()) {
        mWanted = Choice{target, content.value("title"_L1).toString()};
    }
    const QDate until = QDate::fromString(content.value("until"_L1).toString(), Qt::ISODate);
    if (until.isValid()) {
        mUntil->setDate(until);
    }
    mMet->setChecked(content.value("met"_L1).toBool());
    mNote->setPlainText(content.value("note"_L1).toString());
    fillChoices();
    update();
}

QStringList CaseActionForm::summary() const
{
    QStringList lines{case_words::word(mAction)};
    if (!mChoices->isHidden() && !mChoices->currentTitle().isEmpty()) {
        lines.first() += u" → "_s + mChoices->currentTitle();
    }
    if (!mUntil->isHidden()) {
        lines.append(tr("Until: %1").arg(mUntil->date().toString(Qt::ISODate)));
    }
    if (const QString note = mNote->toPlainText().trimmed(); !note.isEmpty()) {
        lines.append(note);
    }
    return lines;
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
    if (choosesUnit(mAction) || choosesAnswer() || !mFile.assignees.isEmpty()) {
        fillChoices(); // the reasons are words too
    }
    mHeading->setText(case_words::word(mAction));
    mReasons->setAction(mAction);
    QString hint;
    if (choosesUnit(mAction)) {
        mChoices->setPlaceholder(tr("Find a unit"), tr("Unit that is to handle the case"));
        mChoices->setEmptyText(tr("No unit of that name takes this case."));
    } else if (choosesPerson(mAction)) {
        mChoices->setPlaceholder(tr("Find a person by name"),
                                 mAction == CaseAction::Assign ? tr("Person who is to handle it")
                                                               : tr("Person who stays there"));
        mChoices->setEmptyText(tr("Nobody of that name."));
    } else if (mAction == CaseAction::Merge) {
        mChoices->setPlaceholder(tr("Find the other case by number or words"),
                                 tr("Case it is a duplicate of"));
        mChoices->setEmptyText(tr("Type a number or words of the other case."));
        hint = tr("This case becomes void; the other one notes its number.");
    } else if (mAction == CaseAction::Call) {
        mChoices->setPlaceholder(tr("Find a department"), tr("Department that is called in"));
        mChoices->setEmptyText(tr("No department of that name."));
    } else if (mAction == CaseAction::Split) {
        mChoices->setPlaceholder(tr("Find a class"), tr("Class of the new case"));
        mChoices->setEmptyText(tr("No class of that name."));
        hint = tr("A new case of this class; this one cannot be closed before it.");
    } else if (mAction == CaseAction::Extend && !choosesAnswer()) {
        hint = tr("One original limit more, if the dispatcher grants it.");
    } else if (choosesAnswer() && mAction != CaseAction::Callback) {
        hint = mFile.process.request.reason;
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
    mUntilLabel->setText(tr("&Until the beginning of"));
    mUntil->setAccessibleName(tr("Until"));
    const bool reason = needsReason();
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
    if (!now || (needsReason() && mNote->toPlainText().trimmed().isEmpty()) ||
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
    if (mAction == CaseAction::Suspend) {
        request.until =
            Instant(std::chrono::milliseconds(mUntil->date().startOfDay().toMSecsSinceEpoch()));
    }
    if (choosesAnswer()) {
        const bool yes = mChoices->current() != kNo;
        if (mAction == CaseAction::Callback) {
            request.satisfied = yes;
        } else {
            request.grants = yes;
        }
    } else if ((step() && step()->needsTarget) || mAction == CaseAction::Split) {
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
