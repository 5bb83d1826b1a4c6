// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/batchdispatch.h"

#include "models/view/casewords.h"
#include "models/view/livecases.h"
#include "ui/panels/answer.h"
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
#include <QMap>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalBlocker>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr std::array kActions{CaseAction::Dispatch,
                              CaseAction::File,
                              CaseAction::Return,
                              CaseAction::Urge,
                              CaseAction::Extend,
                              CaseAction::Suspend};
constexpr int kInARow = 3;
constexpr qsizetype kMostRead = 500; ///< cases that are looked into for requests

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
    mAnswer->setObjectName(u"batchAnswer"_s);
    mNoteLabel->setObjectName(u"fieldLabel"_s);
    mNoteLabel->setBuddy(mNote);
    mNote->setObjectName(u"batchNote"_s);
    mNote->setFixedHeight(48);
    mUnits->setVisibleRows(3);
    mNote->setTabChangesFocus(true);
    mProgress->setTextVisible(false);
    mProgress->setFixedHeight(6);
    mSend->setObjectName(u"sendBatch"_s);
    mSend->setProperty("primary", true);
    mSend->setAutoDefault(true);
    mStop->setObjectName(u"stopBatch"_s);
    auto *actions = new QGridLayout;
    actions->setSpacing(8);
    makeActions(*actions);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(mSend);
    buttons->addWidget(mStop);
    buttons->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 16);
    layout->setSpacing(8);
    layout->addWidget(mHeading);
    layout->addLayout(actions);
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
    connect(mNote, &QPlainTextEdit::textChanged, this, &BatchDispatch::updateSend);
    connect(mSend, &QPushButton::clicked, this, &BatchDispatch::start);
    connect(mStop, &QPushButton::clicked, this, [this] {
        if (mRunner.isRunning()) {
            mRunner.stop();
        } else {
            mNote->clear();
            emit leaveAsked();
        }
    });
    connect(
        &mRunner, &StepRunner::progressed, this, [this](int done) { mProgress->setValue(done); });
    connect(&mRunner, &StepRunner::finished, this, [this] {
        mNote->clear();
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

void BatchDispatch::makeActions(QGridLayout &grid)
{
    mActions->setExclusive(true);
    int place = 0;
    for (const CaseAction action : kActions) {
        auto *button = new QPushButton;
        button->setObjectName(u"batch-"_s + toId(action));
        button->setCheckable(true);
        button->setProperty("chip", true);
        mActions->addButton(button, static_cast<int>(action));
        grid.addWidget(button, place / kInARow, place % kInARow);
        ++place;
    }
    connect(mActions, &QButtonGroup::idClicked, this, [this](int id) {
        choose(static_cast<CaseAction>(id));
        focusChoice();
    });
}

void BatchDispatch::choose(CaseAction action)
{
    mAction = action;
    askProposals();
    update();
}

void BatchDispatch::setCases(const QList<CaseId> &cases)
{
    if (mRunner.isRunning() || cases == mCases) {
        return;
    }
    const bool areSame = cases.size() <= kMostRead && std::ranges::is_permutation(cases, mCases);
    mCases = cases;
    if (areSame || isTouched()) {
        lookForRequests();
        update(); // rows moved, or one more was chosen: what is being entered stays
        return;
    }
    mRequests.clear();
    mReading = 0;
    lookForRequests();
    // What most of such a choice is made for; the next one that anything can be done with.
    mAction = CaseAction::Dispatch;
    for (const CaseAction action : kActions) {
        if (!possible(action).isEmpty()) {
            mAction = action;
            break;
        }
    }
    askProposals();
    update();
}

std::optional<QString> BatchDispatch::refusal(CaseAction action, const Case &subject) const
{
    const std::optional<QString> why = whyNot(mDistrict, action, subject);
    if (why || !isDecision(action)) {
        return why;
    }
    const auto known = mRequests.constFind(subject.id.value);
    if (known == mRequests.constEnd()) {
        return mReading != 0 ? tr("still being looked at")
                             : tr("not looked at: choose %1 at the most").arg(kMostRead);
    }
    return known->contains(action) ? std::nullopt : std::optional(tr("nothing was asked for"));
}

/** One after the other, so that the queue comes between; what is asked for is in no list. */
void BatchDispatch::lookForRequests()
{
    if (mReading != 0) {
        return;
    }
    for (const CaseId &id : mCases.first(std::min(mCases.size(), kMostRead))) {
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

/** "not while the case is “At the unit” (3)": why so many of the chosen cannot. */
QString BatchDispatch::whyNotAll(CaseAction action) const
{
    QMap<QString, int> reasons;
    for (const CaseId &id : mCases) {
        const Case *subject = mLive.find(id);
        if (subject == nullptr) {
            ++reasons[tr("no longer open")];
        } else if (const auto why = refusal(action, *subject)) {
            ++reasons[*why];
        }
    }
    QStringList lines;
    for (auto one = reasons.cbegin(); one != reasons.cend(); ++one) {
        lines.append(one.value() == mCases.size()
                         ? one.key()
                         : tr("%1 (%2)").arg(one.key(), QString::number(one.value())));
    }
    return lines.join(u"; "_s);
}

bool BatchDispatch::decides() const
{
    return isDecision(mAction);
}

/** As the life cycle has it: who decides on a suspension says why. */
bool BatchDispatch::needsNote() const
{
    return mAction == CaseAction::Return || mAction == CaseAction::Suspend;
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
    first->setFocus(Qt::ShortcutFocusReason);
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
    mWhat = case_words::word(mAction);
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

void BatchDispatch::updateActions()
{
    QStringList refused;
    const bool running = mRunner.isRunning();
    for (const CaseAction action : kActions) {
        QAbstractButton *button = mActions->button(static_cast<int>(action));
        const qsizetype can = possible(action).size();
        const QString word = case_words::word(action);
        const QString why = whyNotAll(action);
        button->setText(
            tr("%1  %2/%3").arg(word, QString::number(can), QString::number(mCases.size())));
        button->setEnabled(can > 0 && !running);
        button->setChecked(action == mAction);
        const QString count =
            tr("%1: %2 of %3 can").arg(word, QString::number(can), QString::number(mCases.size()));
        button->setToolTip(why.isEmpty() ? count : count + u'\n' + why);
        button->setAccessibleName(count);
        button->setAccessibleDescription(why);
        if (can == 0) {
            refused.append(tr("%1: %2").arg(word, why));
        }
    }
    // In words as well: the keyboard reaches no tool tip of what is disabled.
    mWhyNot->setText(refused.join(u'\n'));
    mWhyNot->setVisible(!refused.isEmpty() &&
                        refused.size() < static_cast<qsizetype>(kActions.size()));
}

void BatchDispatch::update()
{
    const bool running = mRunner.isRunning();
    const auto count = static_cast<int>(possible(mAction).size());
    const int others = static_cast<int>(mCases.size()) - count;
    const User &user = mDistrict.user();
    const bool allowed = mDistrict.may(Thing::Case, toId(mAction));
    const bool dispatches = mAction == CaseAction::Dispatch;
    const bool needsReason = needsNote();
    mHeading->setText(tr("%n case(s) chosen", nullptr, static_cast<int>(mCases.size())));
    updateActions();
    if (!allowed) {
        mHint->setText(tr("You work as %1 (%2), who cannot do that.")
                           .arg(user.name, case_words::roleWord(user.role)));
    } else if (others > 0) {
        mHint->setText(
            tr("%n of them cannot take this step and stay as they are: %1.", nullptr, others)
                .arg(whyNotAll(mAction)));
    } else if (mAction == CaseAction::File) {
        mHint->setText(tr("Each is filed under the one condition of its class. Where there are "
                          "several, the case is left for you to open."));
    } else if (decides()) {
        mHint->setText(tr("For those whose unit has asked for it; the others are left."));
    } else if (dispatches) {
        mHint->setText(tr("All go to one unit. The units are proposed for the first one."));
    } else {
        mHint->setText(tr("All of them, one after the other."));
    }
    mUnits->setVisible(dispatches);
    mUnits->setPlaceholder(tr("Find a unit"), tr("Unit that is to handle the cases"));
    mUnits->setEmptyText(tr("No unit of that name takes this case."));
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
    mNoteLabel->setText(needsReason ? tr("&Reason (needed)") : tr("&Note (optional)"));
    mNote->setAccessibleName(needsReason ? tr("Reason") : tr("Note"));
    mNote->setEnabled(allowed && !running);
    mProgress->setVisible(running);
    mSend->setText(tr("%1: %n case(s)", nullptr, running ? mRunner.total() : count)
                       .arg(case_words::word(mAction)));
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
