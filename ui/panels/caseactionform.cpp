// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/caseactionform.h"

#include "models/domain/dutyroster.h"
#include "models/view/casewords.h"
#include "models/view/stepwords.h"
#include "models/view/usualstep.h"
#include "ui/panels/actionchoices.h"
#include "ui/panels/dayfield.h"
#include "ui/panels/usualreasons.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QScrollArea>
#include <QStyle>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr int kReasonHeight = 80;
constexpr int kNoteHeight = 36;

constexpr int kUsualSuspension = 7; ///< days
constexpr int kUsualReply = 1;      ///< days, to answer a supervision
constexpr int kLeastFields = 180;   ///< the field of a list and two of its rows

/** What is asked for: as high as it is where there is room, scrolled where there is none. */
class Fields final : public QScrollArea
{
public:
    explicit Fields(QWidget *content)
    {
        setObjectName(u"formFields"_s);
        setFrameShape(QFrame::NoFrame);
        setWidgetResizable(true);
        setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        setFocusPolicy(Qt::NoFocus);
        setWidget(content);
        viewport()->setAutoFillBackground(false);
        content->setAutoFillBackground(false);
        content->installEventFilter(this);
    }
    [[nodiscard]] QSize sizeHint() const override { return widget()->sizeHint(); }
    [[nodiscard]] QSize minimumSizeHint() const override
    {
        const QSize least = widget()->minimumSizeHint();
        return {least.width(), std::min(least.height(), kLeastFields)};
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::LayoutRequest) {
            updateGeometry(); // another step asks for something else
        }
        return QScrollArea::eventFilter(watched, event);
    }
};

} // namespace

using namespace action_choices;

CaseActionForm::CaseActionForm(DistrictPort &district, QWidget *parent)
    : QFrame(parent)
    , mDistrict(district)
    , mHeading(new QLabel(this))
    , mHint(new QLabel(this))
    , mFields(new Fields(new QWidget))
    , mChoices(new ChoiceList(this))
    , mMet(new QCheckBox(this))
    , mUntilLabel(new QLabel(this))
    , mUntil(new DayField(this))
    , mReasons(new UsualReasons(this))
    , mNoteLabel(new QLabel(this))
    , mNote(new QPlainTextEdit(this))
    , mSend(new QPushButton(this))
    , mCancel(new QPushButton(this))
{
    setObjectName(u"caseActionForm"_s);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding);
    mHeading->setObjectName(u"formHeading"_s);
    mHint->setObjectName(u"panelNote"_s);
    mHint->setWordWrap(true);
    mMet->setObjectName(u"closingConditionMet"_s);
    mUntilLabel->setObjectName(u"fieldLabel"_s);
    mUntilLabel->setBuddy(mUntil);
    mUntil->setObjectName(u"suspendedUntil"_s);
    mNoteLabel->setObjectName(u"fieldLabel"_s);
    mNoteLabel->setBuddy(mNote);
    mNote->setObjectName(u"actionNote"_s);
    mNote->setTabChangesFocus(true);
    mSend->setObjectName(u"sendAction"_s);
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
    layout->addWidget(mFields, 1);
    mFields->widget()->setObjectName(u"caseActionFields"_s);
    auto *fields = new QVBoxLayout(mFields->widget());
    fields->setContentsMargins(0, 0, 0, 0);
    fields->setSpacing(8);
    fields->addWidget(mChoices, 1);
    fields->addWidget(mMet);
    fields->addWidget(mUntilLabel);
    fields->addWidget(mUntil);
    fields->addWidget(mReasons);
    fields->addWidget(mNoteLabel);
    fields->addWidget(mNote);
    for (QWidget *field : {static_cast<QWidget *>(mMet),
                           static_cast<QWidget *>(mUntil),
                           static_cast<QWidget *>(mNote),
                           static_cast<QWidget *>(mChoices->field())}) {
        field->installEventFilter(this);
    }
    layout->addLayout(buttons);

    connect(mChoices, &ChoiceList::accepted, this, &CaseActionForm::submit);
    connect(mChoices, &ChoiceList::currentChanged, this, &CaseActionForm::takeEdit);
    connect(mChoices, &ChoiceList::filterEdited, this, &CaseActionForm::find);
    connect(mReasons, &UsualReasons::chosen, this, [this](const QString &reason) {
        mNote->setPlainText(reason); // and the caret behind it, for more
        mNote->moveCursor(QTextCursor::End);
        mNote->setFocus();
    });
    connect(mMet, &QCheckBox::toggled, this, &CaseActionForm::takeEdit);
    connect(mUntil, &QDateEdit::dateChanged, this, &CaseActionForm::takeEdit);
    connect(mNote, &QPlainTextEdit::textChanged, this, &CaseActionForm::takeEdit);
    connect(mSend, &QPushButton::clicked, this, &CaseActionForm::submit);
    connect(mCancel, &QPushButton::clicked, this, &CaseActionForm::discarded);
    hide();
}

void CaseActionForm::takeEdit()
{
    update();
    if (!mFilling) { // what is put there for somebody was not entered by anybody
        emit edited();
    }
}

/** A limit, a suspension: their days are those of the district, wherever the computer stands. */
QTimeZone CaseActionForm::zone() const
{
    return timeZoneNamed(mDistrict.info().timeZone);
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

/** Yes or no to what the unit asked for. */
bool CaseActionForm::decides() const
{
    return choosesAnswer() && mAction != CaseAction::Callback;
}

/** What this user does: to ask for an extension is not to grant it. */
QString CaseActionForm::title() const
{
    const bool asks = step() && step()->effect == Effect::Ask;
    if (mAction == CaseAction::Extend && (asks || decides())) {
        return asks ? tr("Ask for an extension") : tr("Decide on the extension");
    }
    if (mAction == CaseAction::Suspend && (asks || decides())) {
        return asks ? tr("Ask for a suspension") : tr("Decide on the suspension");
    }
    return stepName(mAction, mFile.subject.state);
}

/** On the button: what it does to the request as the answer stands now. */
QString CaseActionForm::sendText() const
{
    return decides() ? decisionName(mAction, mChoices->current() != kNo) : title();
}

/** Who decides need not say why again what the unit said already. */
bool CaseActionForm::needsReason() const
{
    // To urge somebody without a word tells them nothing, though the rules let the ladder do it.
    const bool replies = mAction == CaseAction::Answer && mFile.process.replyDue().has_value();
    return mAction == CaseAction::Urge || replies || (step() && step()->needsReason && !decides());
}

void CaseActionForm::open(const CaseFile &file, CaseAction action, bool takesKeyboard)
{
    mAction = action;
    // What was heard is nobody's to guess: an answer that stood there would be sent by a stray key.
    mChoices->setMarksFirst(action != CaseAction::Callback);
    clear();
    {
        const QScopedValueRollback quiet(mFilling, true);
        const std::optional<Instant> &asked = file.process.request.until;
        const int days = action == CaseAction::Supervise ? kUsualReply : kUsualSuspension;
        mUntilByItself = asked ? localDayOf(*asked, zone())
                               : localDayOf(mDistrict.clock().now(), zone()).addDays(days);
        mUntil->setDate(mUntilByItself);
    }
    refresh(file);
    show();
    if (takesKeyboard) {
        focusFirst();
    }
}

void CaseActionForm::clear()
{
    const QScopedValueRollback quiet(mFilling, true);
    mWanted.reset();
    mRunning = false;
    mUnanswered = false;
    mMet->setChecked(false);
    mNote->clear();
    mChoices->clearFilter();
    mByItself.clear();
    mUnitOf.clear();
    mChoices->setChoices({});
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
    // People of the unit are known; only where none is, they are looked for in the district.
    mChoices->setSearchesElsewhere(mAction == CaseAction::Assign ? mFile.assignees.isEmpty()
                                                                 : searches(mAction));
    fillChoices();
    retranslate();
}

/** What is offered chooses nothing for anybody; what was restored is chosen as soon as it is there.
 */
void CaseActionForm::offer(const QList<Choice> &choices)
{
    const QScopedValueRollback quiet(mFilling, true);
    QList<Choice> all = choices;
    const bool known = mWanted && std::ranges::find(all, mWanted->id, &Choice::id) != all.end();
    if (mWanted && !known && searches(mAction)) {
        all.prepend(*mWanted); // it was searched for
    }
    const QString before = mChoices->current();
    const bool wasTouched = !before.isEmpty() && before != mByItself;
    mChoices->setChoices(all);
    if (mWanted && (known || searches(mAction))) {
        mChoices->setCurrent(mWanted->id);
        mWanted.reset();
    } else if (mWanted) {
        mChoices->setCurrent({}); // not the first one instead of what was chosen
        mByItself.clear();
    } else if (!wasTouched) {
        mByItself = mChoices->current();
    } else if (!all.isEmpty() && mChoices->current() != before && !isSearching()) {
        mChoices->setCurrent({}); // no longer there to choose, and no other was chosen instead
    }
}

bool CaseActionForm::isSearching() const
{
    return !mChoices->field()->text().isEmpty();
}

/** What was asked for, by whom and why: what is decided on. */
QString CaseActionForm::requestText() const
{
    const CaseRequest &request = mFile.process.request;
    QStringList lines{tr("Asked for by %1, %2.")
                          .arg(mFile.people.value(request.by, request.by),
                               case_words::timeText(request.at, mDistrict.clock().now()))};
    if (request.until) {
        lines.append(tr("Until the beginning of %1.")
                         .arg(localDayOf(*request.until, zone()).toString(Qt::ISODate)));
    }
    if (!request.reason.isEmpty()) {
        lines.append(tr("Reason: %1").arg(request.reason));
    }
    return lines.join(u'\n');
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
    mHeading->setText(title());
    if (mSend->property("primary").toBool() == isRejection(mAction)) {
        mSend->setProperty("primary", !isRejection(mAction));
        mSend->style()->unpolish(mSend); // a style sheet looks at a property only when told to
        mSend->style()->polish(mSend);
    }
    mReasons->setAction(mAction);
    QString hint;
    if (choosesUnit(mAction)) {
        mChoices->setPlaceholder(tr("Find a unit"), tr("Unit that is to handle the case"));
        mChoices->setEmptyText(tr("No unit of that name takes this case."));
        if (mAction == CaseAction::Transfer && !mFile.subject.unit.isEmpty()) {
            hint =
                tr("%1 has it now.").arg(mDistrict.names().unit(mFile.subject.unit, isEnglish()));
        }
    } else if (choosesPerson(mAction)) {
        mChoices->setPlaceholder(tr("Find a person by name"),
                                 mAction == CaseAction::Assign ? tr("Person who is to handle it")
                                 : mAction == CaseAction::Entrust
                                     ? tr("Person who is to look at it")
                                     : tr("Person who stays there"));
        mChoices->setEmptyText(mAction == CaseAction::Assign && !mFile.assignees.isEmpty()
                                   ? tr("Nobody of that name works for the unit that has it.")
                                   : tr("Nobody of that name."));
        const QString unit = oneUnit();
        hint = unit.isEmpty() || unit == mDistrict.names().unit(mFile.subject.unit, isEnglish())
                   ? QString() // that of the case, which is said there
                   : tr("People of %1.").arg(unit);
        if (mAction == CaseAction::Entrust) {
            hint = collectorsHint();
        }
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
    } else if (decides()) {
        hint = requestText();
    } else if (mAction == CaseAction::Callback) {
        hint = answerHint();
    } else if (mAction == CaseAction::Urge) {
        hint = tr("The unit that has the case reads the note in its log.");
    } else if (mAction == CaseAction::File) {
        mChoices->setPlaceholder(tr("Find a condition"), tr("Condition under which it is filed"));
        hint = mChoices->isHidden() ? tr("This class has no filing condition: the case gets no "
                                         "handling limit.")
                                    : tr("Under which condition?");
    } else if (mAction == CaseAction::Verify) {
        hint =
            mFile.subject.state == CaseState::Verifying
                ? tr("You enter what was found on the spot: the report is true and the case can "
                     "be filed. If it is not true, make the case void instead.")
                : tr("Somebody near by is sent to look; until the result is entered, the case is "
                     "being verified.");
    } else if (mAction == CaseAction::Check) {
        hint = mMet->isHidden() ? QString() : tr("Closing condition: tick it if you saw it met.");
    }
    showHint(hint);
    if (mFile.standard) {
        mMet->setText(
            inLanguage(mFile.standard->closingCondition, mFile.standard->closingConditionEn));
    }
    const bool asksReply = mAction == CaseAction::Supervise;
    mUntilLabel->setText(asksReply ? tr("&Reply until the end of") : tr("&Until the beginning of"));
    mUntil->setToolTip(tr("A day of the district (%1)").arg(mDistrict.info().timeZone));
    mUntil->setAccessibleName(asksReply ? tr("Reply until the end of") : tr("Until"));
    const bool reason = needsReason();
    mNote->setVerticalScrollBarPolicy(reason ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    mNote->setFixedHeight(reason ? kReasonHeight : kNoteHeight);
    const bool isNote = !reason || mAction == CaseAction::Urge ||
                        mAction == CaseAction::Callback; // to somebody, not why
    mNoteLabel->setText(!reason  ? tr("&Note (optional)")
                        : isNote ? tr("&Note (needed)")
                                 : tr("&Reason (needed)"));
    mNote->setAccessibleName(isNote ? tr("Note") : tr("Reason"));
    mSend->setToolTip(tr("Ctrl+Enter"));
    update();
}

void CaseActionForm::showHint(const QString &hint)
{
    mHint->setText(hint);
    mHint->setVisible(!hint.isEmpty());
    if (mHint->property("alert").toBool() != mUnanswered) {
        mHint->setProperty("alert", mUnanswered);
        mHint->style()->unpolish(mHint); // a style sheet looks at it only when told to
        mHint->style()->polish(mHint);
    }
}

bool CaseActionForm::isComplete() const
{
    const std::optional<Transition> now = step();
    if (!now || (needsReason() && mNote->toPlainText().trimmed().isEmpty()) ||
        ((now->needsTarget || choosesAnswer()) && mChoices->current().isEmpty())) {
        return false;
    }
    const bool mustTick = !mMet->isHidden() && mFile.standard && mFile.standard->closingMandatory;
    return !mustTick || mMet->isChecked();
}

void CaseActionForm::update()
{
    mSend->setText(sendText());
    mSend->setEnabled(!mRunning && isComplete());
    mChoices->setEnabled(!mRunning);
    mNote->setReadOnly(mRunning);
    mMet->setEnabled(!mRunning);
    if (!mNote->toPlainText().trimmed().isEmpty() || isHidden()) {
        showMissing(false);
    }
    if (!mChoices->current().isEmpty() || isHidden()) {
        showUnanswered(false);
    }
    const bool touched = isTouched();
    mCancel->setText(touched ? tr("Discard") : tr("Cancel"));
    mCancel->setToolTip(touched ? tr("Throws away what you entered. Esc leaves and keeps it.")
                                : tr("Esc"));
}

ActionRequest CaseActionForm::request() const
{
    ActionRequest request;
    request.action = mAction;
    request.note = mNote->toPlainText().trimmed();
    request.expectedVersion = mFile.subject.version;
    if (mAction == CaseAction::Suspend) {
        request.until = startOfDay(mUntil->date(), zone());
    } else if (mAction == CaseAction::Supervise) {
        request.until = startOfDay(mUntil->date().addDays(1), zone()); // that day is still theirs
    }
    if (choosesAnswer()) {
        const bool yes = mChoices->current() != kNo;
        if (mAction == CaseAction::Callback) {
            request.reached = mChoices->current() != kNotReached;
            if (request.reached) {
                request.satisfied = yes;
            }
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
    if (!step() || !step()->needsTarget) {
        return {};
    }
    const QString unit = mUnitOf.value(mChoices->current());
    return unit.isEmpty() ? mChoices->currentTitle()
                          : tr("%1 (%2)").arg(mChoices->currentTitle(), unit);
}

void CaseActionForm::submit()
{
    if (!mRunning && isComplete()) {
        emit submitted(request());
    } else if (!mRunning && choosesAnswer() && mChoices->current().isEmpty()) {
        mChoices->setFocus(Qt::OtherFocusReason);
        showUnanswered(true);
    } else if (!mRunning && step() && step()->needsTarget && mChoices->current().isEmpty()) {
        mChoices->setFocus(Qt::OtherFocusReason);
    } else if (!mRunning && needsReason() && mNote->toPlainText().trimmed().isEmpty()) {
        mNote->setFocus();
        showMissing(true);
    } else if (!mRunning && !mMet->isHidden()) {
        mMet->setFocus();
    }
}

/** What holds a step back is pointed at, once somebody tried to send it without. */
void CaseActionForm::showMissing(bool missing)
{
    if (mNoteLabel->property("alert").toBool() != missing) {
        mNoteLabel->setProperty("alert", missing);
        mNoteLabel->style()->unpolish(mNoteLabel); // a style sheet looks at it only when told to
        mNoteLabel->style()->polish(mNoteLabel);
    }
}

/** What the list of collectors cannot say of itself: whom it had to fall back on. */
QString CaseActionForm::collectorsHint() const
{
    if (mFile.collectors.isEmpty()) {
        return {};
    }
    QStringList lines;
    if (std::ranges::all_of(mFile.collectors,
                            [](const PersonProposal &one) { return one.role.isEmpty(); })) {
        lines.append(tr("No collector of the grids is on duty: these are others who are."));
    }
    const bool isFar = std::ranges::none_of(mFile.collectors, [](const PersonProposal &one) {
        return std::ranges::any_of(
            one.reasons, [](const Reason &why) { return why.code == ReasonCode::Distance; });
    });
    if (isFar) {
        lines.append(tr("How far away they are is not known: those with fewer tasks stand first."));
    }
    return lines.join(u'\n');
}

QString CaseActionForm::answerHint() const
{
    return mUnanswered ? tr("Choose first what the reporter said: nothing is chosen yet.")
                       : tr("What did the reporter say?");
}

/** The same of the answer, in words: there is no label above it to point at. */
void CaseActionForm::showUnanswered(bool missing)
{
    if (mUnanswered != missing) {
        mUnanswered = missing;
        showHint(answerHint());
    }
}

bool CaseActionForm::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn) {
        mFields->ensureWidgetVisible(static_cast<QWidget *>(watched), 0, 0);
    }
    return QFrame::eventFilter(watched, event);
}

void CaseActionForm::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (mRunning) {
        event->ignore(); // whoever holds it back knows what a key means now
    } else if (event->key() == Qt::Key_Escape) {
        emit left();
    } else if (enter && (event->modifiers().testFlag(Qt::ControlModifier) || mSend->hasFocus())) {
        submit();
    } else {
        QFrame::keyPressEvent(event);
    }
}

} // namespace gridward
