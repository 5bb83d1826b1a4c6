// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/street/batchassign.h"

#include "models/domain/rights.h"
#include "models/view/casewords.h"
#include "models/view/livecases.h"
#include "ui/panels/answer.h"
#include "ui/panels/choicelist.h"
#include "ui/panels/proposalchoices.h"

#include <QBoxLayout>
#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace gridward {

BatchAssign::BatchAssign(DistrictPort &district, const LiveCases &live, QWidget *parent)
    : QWidget(parent)
    , mDistrict(district)
    , mLive(live)
    , mRunner(district)
    , mHeading(new QLabel(this))
    , mHint(new QLabel(this))
    , mPeople(new ChoiceList(this))
    , mProgress(new QProgressBar(this))
    , mSend(new QPushButton(this))
    , mStop(new QPushButton(this))
{
    setObjectName(u"batchAssign"_s);
    setAttribute(Qt::WA_StyledBackground);
    mHeading->setObjectName(u"panelHeading"_s);
    mHint->setObjectName(u"panelNote"_s);
    mHint->setWordWrap(true);
    mProgress->setTextVisible(false);
    mProgress->setFixedHeight(6);
    mSend->setObjectName(u"sendAssignments"_s);
    mSend->setProperty("primary", true);
    mStop->setObjectName(u"stopAssignments"_s);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(mSend);
    buttons->addWidget(mStop);
    buttons->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 16);
    layout->setSpacing(8);
    layout->addWidget(mHeading);
    layout->addWidget(mHint);
    layout->addWidget(mPeople, 1);
    layout->addWidget(mProgress);
    layout->addLayout(buttons);

    connect(mPeople, &ChoiceList::accepted, this, &BatchAssign::start);
    connect(mPeople, &ChoiceList::currentChanged, this, &BatchAssign::update);
    connect(mSend, &QPushButton::clicked, this, &BatchAssign::start);
    connect(mStop, &QPushButton::clicked, this, [this] {
        if (mRunner.isRunning()) {
            mRunner.stop();
        } else {
            emit leaveAsked();
        }
    });
    connect(
        &mRunner, &StepRunner::progressed, this, [this](int done) { mProgress->setValue(done); });
    connect(&mRunner, &StepRunner::finished, this, [this] {
        begin();
        emit finished(mWhat, mRunner.outcomes());
    });
    connect(&district, &DistrictPort::userChanged, this, [this] {
        mFirst = {};
        begin();
    });
    update();
}

void BatchAssign::setCases(const QList<CaseId> &cases)
{
    if (!mRunner.isRunning() && cases != mCases) {
        mCases = cases;
        begin();
    }
}

/** Whoever was searched for last is not who is meant now; what changes from here on is told. */
void BatchAssign::begin()
{
    mOrders = assignable();
    mFirst = {}; // who has how much to do may be another now
    mPeople->clearFilter();
    askPeople();
    mPeople->chooseVisible(0);
    update();
}

QList<StepOrder> BatchAssign::assignable() const
{
    QList<StepOrder> orders;
    QString unit; // of the first one: nobody handles the cases of another
    for (const CaseId &id : mCases) {
        const Case *subject = mLive.find(id);
        if (subject != nullptr && isAssignable(*subject) &&
            (orders.isEmpty() || subject->unit == unit)) {
            unit = subject->unit;
            StepOrder order{id, subject->number, {}};
            order.request.action = CaseAction::Assign;
            order.request.expectedVersion = subject->version;
            orders.append(order);
        }
    }
    return orders;
}

void BatchAssign::askPeople()
{
    const CaseId first = mOrders.isEmpty() ? CaseId{} : mOrders.first().id;
    if (first == mFirst) {
        return;
    }
    mFirst = first;
    const int question = ++mQuestion;
    mPeople->setChoices({});
    if (first.isNull()) {
        return;
    }
    whenAnswered(
        mDistrict.caseFile(first), mDistrict, this, [this, question](const Result<CaseFile> &file) {
            if (question == mQuestion && file) {
                mPeople->setChoices(choicesOf(file.value().assignees));
                update();
            }
        });
}

void BatchAssign::focusChoice()
{
    if (!mRunner.isRunning()) {
        begin();
    }
    mPeople->field()->setFocus(Qt::ShortcutFocusReason);
}

void BatchAssign::setTheme(const Theme &theme)
{
    mPeople->setTheme(theme);
}

void BatchAssign::start()
{
    if (mRunner.isRunning() || !mSend->isEnabled()) {
        return;
    }
    QList<StepOrder> orders = mOrders;
    for (StepOrder &order : orders) {
        order.request.target = mPeople->current();
    }
    mWhat = case_words::word(CaseAction::Assign) + u" → "_s + mPeople->currentTitle();
    mProgress->setRange(0, static_cast<int>(orders.size()));
    mRunner.start(orders);
    update();
}

void BatchAssign::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        update();
    }
    QWidget::changeEvent(event);
}

void BatchAssign::keyPressEvent(QKeyEvent *event)
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

void BatchAssign::update()
{
    const bool running = mRunner.isRunning();
    const auto count = running ? mRunner.total() : static_cast<int>(mOrders.size());
    const int others = running ? 0 : static_cast<int>(mCases.size()) - count;
    const User &user = mDistrict.user();
    const bool allowed = mDistrict.may(Thing::Case, toId(CaseAction::Assign));
    mHeading->setText(tr("%n case(s) chosen", nullptr, static_cast<int>(mCases.size())));
    if (!allowed) {
        mHint->setText(tr("You work as %1 (%2), who cannot assign.")
                           .arg(user.name, case_words::roleWord(user.role)));
    } else if (others > 0) {
        mHint->setText(tr("%n of them are with another unit than the first one, or with none that "
                          "could assign them, and stay as they are. The people are those of the "
                          "first one's unit.",
                          nullptr,
                          others));
    } else {
        mHint->setText(tr("All go to one person of the unit that has them."));
    }
    mPeople->setPlaceholder(tr("Find a person"), tr("Person who is to handle the cases"));
    mPeople->setEmptyText(tr("Nobody of that name works for this unit."));
    mPeople->setEnabled(allowed && !running);
    mProgress->setVisible(running);
    mSend->setText(tr("Assign %n case(s)", nullptr, count));
    mSend->setToolTip(tr("Ctrl+Enter"));
    mSend->setEnabled(allowed && !running && count > 0 && !mPeople->current().isEmpty());
    mStop->setText(running ? tr("Stop") : tr("Cancel"));
}

} // namespace gridward
