// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/batchdispatch.h"

#include "models/view/casewords.h"
#include "models/view/livecases.h"
#include "models/view/stepwords.h"
#include "ui/panels/answer.h"
#include "ui/panels/batchactions.h"
#include "ui/panels/choicelist.h"
#include "ui/panels/proposalchoices.h"
#include "ui/panels/stepwhy.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalBlocker>

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr int kLeastInARow = 3;

bool isDecision(CaseAction action)
{
    return action == CaseAction::Extend || action == CaseAction::Suspend;
}

} // namespace

BatchDispatch::BatchDispatch(DistrictPort &district, const LiveCases &live, QWidget *parent)
    : QWidget(parent)
    , mDistrict(district)
    , mLive(live)
    , mRunner(district)
    , mUser(district.user().name)
    , mHeading(new QLabel(this))
    , mLeft(new QLabel(this))
    , mGrid(new QGridLayout)
    , mActions(new QButtonGroup(this))
    , mWhyNot(new QLabel(this))
    , mHint(new QLabel(this))
    , mUnits(new ChoiceList(this))
    , mAnswer(new QComboBox(this))
    , mNoteLabel(new QLabel(this))
    , mNote(new QPlainTextEdit(this))
    , mProgress(new QProgressBar(this))
    , mSend(new QPushButton(this))
    , mStop(new QPushButton(this))
{
    setObjectName(u"batchDispatch"_s);
    setAttribute(Qt::WA_StyledBackground);
    mHeading->setObjectName(u"panelHeading"_s);
    for (QLabel *label : {mHint, mWhyNot}) {
        label->setObjectName(u"panelNote"_s);
        label->setWordWrap(true);
    }
    mLeft->setObjectName(u"batchLeft"_s);
    mLeft->setWordWrap(true);
    mAnswer->setObjectName(u"batchAnswer"_s);
    mNoteLabel->setObjectName(u"fieldLabel"_s);
    mNoteLabel->setBuddy(mNote);
    mNote->setObjectName(u"batchNote"_s);
    mNote->setFixedHeight(48);
    mUnits->setVisibleRows(3, 1); // on a low screen it ends with its frame all the same
    mNote->setTabChangesFocus(true);
    mProgress->setTextVisible(false);
    mProgress->setFixedHeight(6);
    mSend->setObjectName(u"sendBatch"_s);
    mSend->setProperty("primary", true);
    mSend->setAutoDefault(true);
    mStop->setObjectName(u"stopBatch"_s);
    mGrid->setSpacing(8);
    makeActions();
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(mSend);
    buttons->addWidget(mStop);
    buttons->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 16);
    layout->setSpacing(8);
    layout->addWidget(mHeading);
    layout->addWidget(mLeft);
    layout->addLayout(mGrid);
    layout->addWidget(mWhyNot);
    layout->addWidget(mHint);
    layout->addWidget(mUnits, 1);
    layout->addWidget(mAnswer);
    layout->addWidget(mNoteLabel);
    layout->addWidget(mNote);
    layout->addWidget(mProgress);
    layout->addLayout(buttons);
    layout->addStretch(0);

    connect(mUnits, &ChoiceList::accepted, this, &BatchDispatch::start);
    connect(mUnits, &ChoiceList::currentChanged, this, &BatchDispatch::update);
    connect(mUnits->field(), &QLineEdit::textChanged, this, &BatchDispatch::update);
    connect(mNote, &QPlainTextEdit::textChanged, this, &BatchDispatch::updateSend);
    connect(mAnswer, &QComboBox::currentIndexChanged, this, &BatchDispatch::update);
    connect(mSend, &QPushButton::clicked, this, &BatchDispatch::start);
    connect(mStop, &QPushButton::clicked, this, [this] {
        if (mRunner.isRunning()) {
            mRunner.stop();
        } else {
            mNote->clear();
            forget();
            emit leaveAsked();
        }
    });
    connect(
        &mRunner, &StepRunner::progressed, this, [this](int done) { mProgress->setValue(done); });
    connect(&mRunner, &StepRunner::finished, this, [this] {
        mNote->clear();
        forget();
        update();
        if (!mRunner.isAbandoned()) {
            emit finished(mWhat, mRunner.outcomes());
        }
    });
    connect(&live, &LiveCases::changed, this, [this](const QList<Case> &cases) {
        for (const Case &one : cases) {
            mRequests.remove(one.id.value); // it may have been asked for, or decided
        }
        lookForRequests();
        if (isVisible() && !mRunner.isRunning()) {
            update(); // what can be done is another number now
        }
    });
    connect(&district, &DistrictPort::userChanged, this, [this] {
        const QString before = std::exchange(mUser, mDistrict.user().name);
        if (before != mUser) {
            mNote->clear(); // what somebody else wrote is not for this one to send
        }
        mRequests.clear();
        mReading = 0;
        mFirst = {};
        lookForRequests();
        askProposals();
        update();
    });
    update();
}

void BatchDispatch::makeActions()
{
    mActions->setExclusive(true);
    for (const CaseAction action : batch::kActions) {
        auto *button = new QPushButton(this);
        button->setObjectName(u"batch-"_s + toId(action));
        button->setCheckable(true);
        button->setProperty("chip", true);
        mActions->addButton(button, static_cast<int>(action));
    }
    placeActions();
    // Through the steps first, then through what the chosen one needs.
    QWidget *before = nullptr;
    const QList<QAbstractButton *> buttons = mActions->buttons();
    for (QWidget *next : QWidgetList(buttons.cbegin(), buttons.cend()) +
                             QWidgetList{mUnits->field(), mAnswer, mNote, mSend, mStop}) {
        if (before != nullptr) {
            setTabOrder(before, next);
        }
        before = next;
    }
    connect(mActions, &QButtonGroup::idClicked, this, [this](int id) {
        choose(static_cast<CaseAction>(id));
        focusChoice();
    });
}

/** What this user may do somewhere; all, if there is nothing: it is said then why not. */
QList<CaseAction> BatchDispatch::offered() const
{
    QList<CaseAction> some;
    std::ranges::copy_if(batch::kActions, std::back_inserter(some), [this](CaseAction action) {
        return mDistrict.may(Thing::Case, toId(action));
    });
    return some.isEmpty() ? QList<CaseAction>(batch::kActions.begin(), batch::kActions.end())
                          : some;
}

/** What so many steps beside each other need, whatever stands on them. */
int BatchDispatch::widthOf(const QList<CaseAction> &some, int columns) const
{
    QList<int> widths(columns, 0);
    for (int place = 0; place < some.size(); ++place) {
        const QAbstractButton *button = mActions->button(static_cast<int>(some.at(place)));
        int &width = widths[place % columns];
        width = std::max(width, button->sizeHint().width());
    }
    const QMargins margins = layout() != nullptr ? layout()->contentsMargins() : QMargins();
    return std::accumulate(widths.cbegin(), widths.cend(), 0) + (columns - 1) * mGrid->spacing() +
           margins.left() + margins.right();
}

int BatchDispatch::columnsFor(const QList<CaseAction> &some) const
{
    for (auto columns = static_cast<int>(some.size()); columns > kLeastInARow; --columns) {
        if (widthOf(some, columns) <= width()) {
            return columns;
        }
    }
    return kLeastInARow;
}

/** Beside each other in one row, the steps must not hold the panel as wide as that. */
QSize BatchDispatch::minimumSizeHint() const
{
    return {widthOf(offered(), kLeastInARow), QWidget::minimumSizeHint().height()};
}

void BatchDispatch::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placeActions();
}

void BatchDispatch::placeActions()
{
    const QList<CaseAction> some = offered();
    const int columns = columnsFor(some);
    if (some == mPlaced && columns == mColumns) {
        return;
    }
    mPlaced = some;
    mColumns = columns;
    int place = 0;
    for (const CaseAction action : batch::kActions) {
        QAbstractButton *button = mActions->button(static_cast<int>(action));
        mGrid->removeWidget(button);
        button->setVisible(some.contains(action));
        if (some.contains(action)) {
            mGrid->addWidget(button, place / columns, place % columns);
            ++place;
        }
    }
}

/** What most of such a choice is made for; the next one that anything can be done with. */
void BatchDispatch::standOnFirst()
{
    const QList<CaseAction> some = offered();
    const auto first = std::ranges::find_if(
        some, [this](CaseAction action) { return !possible(action).isEmpty(); });
    mAction = first == some.end() ? some.first() : *first;
    mActionWasChosen = false;
}

void BatchDispatch::choose(CaseAction action)
{
    mAction = action;
    mActionWasChosen = true;
    askProposals();
    update();
}

std::optional<QString> BatchDispatch::refusal(CaseAction action, const Case &subject) const
{
    if (mGone.contains(subject.id.value)) {
        return tr("changed by somebody else since it was chosen");
    }
    const std::optional<QString> why = whyNot(mDistrict, action, subject);
    if (why || !isDecision(action)) {
        return why;
    }
    const auto known = mRequests.constFind(subject.id.value);
    if (known == mRequests.constEnd()) {
        return mReading != 0 ? tr("still being looked at")
                             : tr("not looked at: choose %1 at the most").arg(batch::kMostRead);
    }
    return known->contains(action) ? std::nullopt : std::optional(tr("nothing was asked for"));
}

/** One after the other, so that the queue comes between; what is asked for is in no list. */
void BatchDispatch::lookForRequests()
{
    if (mReading != 0) {
        return;
    }
    for (const CaseId &id : mCases.first(std::min(mCases.size(), batch::kMostRead))) {
        const Case *subject = mLive.find(id);
        if (subject == nullptr || mRequests.contains(id.value) ||
            (whyNot(mDistrict, CaseAction::Extend, *subject) &&
             whyNot(mDistrict, CaseAction::Suspend, *subject))) {
            continue;
        }
        const int reading = mReading = ++mLastReading;
        whenAnswered(mDistrict.caseFile(id),
                     mDistrict,
                     this,
                     [this, id, reading](const Result<CaseFile> &file) {
                         if (reading == mReading) {
                             takeRequests(id, file);
                         }
                     });
        return;
    }
}

void BatchDispatch::takeRequests(const CaseId &id, const Result<CaseFile> &file)
{
    QList<CaseAction> asked;
    if (file) {
        using Kind = CaseRequest::Kind;
        const Kind kind = file.value().process.request.kind;
        for (const ActionOffer &offer : file.value().offers) {
            const bool isAsked = (offer.action == CaseAction::Extend && kind == Kind::Extend) ||
                                 (offer.action == CaseAction::Suspend && kind == Kind::Suspend);
            if (isAsked && offer.allowed) {
                asked.append(offer.action);
            }
        }
    }
    mRequests.insert(id.value, asked);
    mReading = 0;
    lookForRequests();
    if (mReading == 0 && !isTouched() && possible(mAction).isEmpty() && !mActionWasChosen) {
        standOnFirst(); // some ask for what can be decided on here
        askProposals();
    }
    // Not for each of hundreds: some say that it goes on, the last one says what it is.
    if (!mRunner.isRunning() && (mReading == 0 || mRequests.size() % 20 == 0)) {
        update();
    }
}

QList<Case> BatchDispatch::possible(CaseAction action) const
{
    QList<Case> some;
    for (const CaseId &id : mCases) {
        const Case *subject = mLive.find(id);
        if (subject != nullptr && !refusal(action, *subject)) {
            some.append(*subject);
        }
    }
    return some;
}

bool BatchDispatch::decides() const
{
    return isDecision(mAction);
}

/** As the life cycle has it: who decides on a suspension says why. And as for one case alone: to
 * urge somebody without a word tells them nothing. */
bool BatchDispatch::needsNote() const
{
    return mAction == CaseAction::Return || mAction == CaseAction::Suspend ||
           mAction == CaseAction::Urge;
}

bool BatchDispatch::isTouched() const
{
    return mRunner.isRunning() || !mNote->toPlainText().trimmed().isEmpty();
}

void BatchDispatch::askProposals()
{
    const QList<Case> some = possible(CaseAction::Dispatch);
    const CaseId first =
        some.isEmpty() || mAction != CaseAction::Dispatch ? CaseId{} : some.first().id;
    if (first == mFirst) {
        return;
    }
    mFirst = first;
    const int question = ++mQuestion;
    // Those of other cases are not for these: nothing can be sent until the answer is there.
    mUnits->field()->clear();
    mUnits->setChoices({});
    if (first.isNull()) {
        return;
    }
    whenAnswered(
        mDistrict.caseFile(first), mDistrict, this, [this, question](const Result<CaseFile> &file) {
            if (question != mQuestion || !file) {
                return;
            }
            mStreets.clear();
            for (const UnitProposal &one : file.value().proposals) {
                mStreets.insert(one.unit.code, one.unit.division);
            }
            mUnits->setChoices(choicesOf(file.value().proposals));
            update();
            emit proposalsRead(
                file.value().subject.id, file.value().subject.number, file.value().proposals);
        });
}

void BatchDispatch::focusChoice()
{
    QWidget *first = mAction == CaseAction::Dispatch ? static_cast<QWidget *>(mUnits)
                     : decides()                     ? static_cast<QWidget *>(mAnswer)
                     : mAction == CaseAction::File   ? static_cast<QWidget *>(mSend)
                                                     : static_cast<QWidget *>(mNote);
    // Of units that are not shown none can be chosen.
    (first->isHidden() ? mStop : first)->setFocus(Qt::ShortcutFocusReason);
}

void BatchDispatch::setTheme(const Theme &theme)
{
    mUnits->setTheme(theme);
}

void BatchDispatch::start()
{
    if (mRunner.isRunning() || !mSend->isEnabled()) {
        return;
    }
    QList<StepOrder> orders;
    for (const Case &subject : possible(mAction)) {
        StepOrder order{subject.id, subject.number, {}};
        order.request.action = mAction;
        order.request.note = mNote->toPlainText().trimmed();
        order.request.expectedVersion = subject.version;
        order.soleStandard = mAction == CaseAction::File;
        if (mAction == CaseAction::Dispatch) {
            order.request.target = mUnits->current();
        } else if (decides()) {
            order.request.grants = mAnswer->currentIndex() == 0;
        }
        orders.append(order);
    }
    // What others made impossible meanwhile is for the store to tell, with both versions.
    for (const CaseId &id : lost()) {
        const AsChosen &then = mAsChosen.constFind(id.value).value();
        StepOrder order{id, then.number, {}};
        order.request = orders.isEmpty() ? ActionRequest{} : orders.first().request;
        order.request.action = mAction;
        order.request.expectedVersion = then.version;
        orders.append(order);
    }
    mWhat =
        decides() ? decisionText(mAction, mAnswer->currentIndex() == 0) : case_words::word(mAction);
    if (mAction == CaseAction::Dispatch) {
        mWhat += u" → "_s + mUnits->currentTitle();
    }
    mProgress->setRange(0, static_cast<int>(orders.size()));
    mProgress->show();
    mRunner.start(orders);
    update();
}

void BatchDispatch::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        update();
    }
    QWidget::changeEvent(event);
}

void BatchDispatch::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers().testFlag(Qt::ControlModifier)) {
        start();
    } else if (event->key() == Qt::Key_Escape) {
        mStop->click();
    } else {
        QWidget::keyPressEvent(event);
    }
}

void BatchDispatch::update()
{
    const bool running = mRunner.isRunning();
    const auto count = static_cast<int>(possible(mAction).size());
    const bool allowed = mDistrict.may(Thing::Case, toId(mAction));
    const bool dispatches = mAction == CaseAction::Dispatch;
    const bool needsReason = needsNote();
    mHeading->setText(tr("%n case(s) chosen", nullptr, static_cast<int>(mCases.size())));
    updateActions();
    tellLost();
    tellHint(count);
    // With nothing to send there is nothing to choose: why that is so stands above.
    mUnits->setVisible(dispatches && (count > 0 || !mUnits->current().isEmpty()));
    mUnits->setPlaceholder(tr("Find a unit"), tr("Unit that is to handle the cases"));
    mUnits->setEmptyText(mUnits->field()->text().trimmed().isEmpty()
                             ? QString()
                             : tr("No unit of that name takes this case."));
    mUnits->setEnabled(allowed && !running);
    const QSignalBlocker quiet(mAnswer);
    const int answer = std::max(0, mAnswer->currentIndex());
    mAnswer->clear();
    mAnswer->addItems({tr("Grant"), tr("Deny")});
    mAnswer->setCurrentIndex(answer);
    mAnswer->setVisible(decides());
    mAnswer->setEnabled(!running);
    mNoteLabel->setVisible(mAction != CaseAction::File);
    mNote->setVisible(mAction != CaseAction::File);
    const bool isNote = !needsReason || mAction == CaseAction::Urge; // to somebody, not why
    mNoteLabel->setText(!needsReason ? tr("&Note (optional)")
                        : isNote     ? tr("&Note (needed)")
                                     : tr("&Reason (needed)"));
    mNote->setAccessibleName(isNote ? tr("Note") : tr("Reason"));
    mNote->setEnabled(allowed && !running);
    mProgress->setVisible(running);
    mSend->setText(tr("%1: %n case(s)", nullptr, running ? mRunner.total() : count)
                       .arg(decides() ? decisionName(mAction, mAnswer->currentIndex() == 0)
                                      : case_words::word(mAction)));
    mSend->setToolTip(tr("Ctrl+Enter"));
    mCount = allowed ? count : 0;
    mStop->setText(running ? tr("Stop") : tr("Cancel"));
    updateSend();
}

void BatchDispatch::updateSend()
{
    const bool complete = (mAction != CaseAction::Dispatch || !mUnits->current().isEmpty()) &&
                          (!needsNote() || !mNote->toPlainText().trimmed().isEmpty());
    mSend->setEnabled(!mRunner.isRunning() && mCount > 0 && complete);
}

} // namespace gridward
