// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/batchdispatch.h"

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
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace gridward {

BatchDispatch::BatchDispatch(DistrictPort &district, const LiveCases &live, QWidget *parent)
    : QWidget(parent)
    , mDistrict(district)
    , mLive(live)
    , mHeading(new QLabel(this))
    , mHint(new QLabel(this))
    , mUnits(new ChoiceList(this))
    , mNoteLabel(new QLabel(this))
    , mNote(new QPlainTextEdit(this))
    , mProgress(new QProgressBar(this))
    , mSend(new QPushButton(this))
    , mStop(new QPushButton(this))
{
    setObjectName(u"batchDispatch"_s);
    setAttribute(Qt::WA_StyledBackground);
    mHeading->setObjectName(u"panelHeading"_s);
    mHint->setObjectName(u"panelNote"_s);
    mHint->setWordWrap(true);
    mNoteLabel->setObjectName(u"fieldLabel"_s);
    mNoteLabel->setBuddy(mNote);
    mNote->setFixedHeight(64);
    mNote->setTabChangesFocus(true);
    mProgress->setTextVisible(false);
    mProgress->setFixedHeight(6);
    mSend->setObjectName(u"sendBatch"_s);
    mSend->setProperty("primary", true);
    mStop->setObjectName(u"stopBatch"_s);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(mSend);
    buttons->addWidget(mStop);
    buttons->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 16);
    layout->setSpacing(8);
    layout->addWidget(mHeading);
    layout->addWidget(mHint);
    layout->addWidget(mUnits, 1);
    layout->addWidget(mNoteLabel);
    layout->addWidget(mNote);
    layout->addWidget(mProgress);
    layout->addLayout(buttons);

    connect(mUnits, &ChoiceList::accepted, this, &BatchDispatch::start);
    connect(mUnits, &ChoiceList::currentChanged, this, &BatchDispatch::update);
    connect(mSend, &QPushButton::clicked, this, &BatchDispatch::start);
    connect(mStop, &QPushButton::clicked, this, [this] {
        if (mRunning) {
            mStopped = true;
        } else {
            emit leaveAsked();
        }
    });
    connect(&district, &DistrictPort::userChanged, this, [this] {
        mFirst = {};
        askProposals();
        update();
    });
    update();
}

void BatchDispatch::setCases(const QList<CaseId> &cases)
{
    if (!mRunning && cases != mCases) {
        mCases = cases;
        askProposals();
        update();
    }
}

QList<BatchDispatch::Order> BatchDispatch::sendable() const
{
    QList<Order> orders;
    for (const CaseId &id : mCases) {
        const Case *subject = mLive.find(id);
        if (subject != nullptr && transition(subject->state, CaseAction::Dispatch)) {
            orders.append({id, subject->number, subject->version});
        }
    }
    return orders;
}

void BatchDispatch::askProposals()
{
    const QList<Order> orders = sendable();
    const CaseId first = orders.isEmpty() ? CaseId{} : orders.first().id;
    if (first == mFirst) {
        return;
    }
    mFirst = first;
    const int question = ++mQuestion;
    if (first.isNull()) {
        mUnits->setChoices({});
        return;
    }
    whenAnswered(
        mDistrict.caseFile(first), mDistrict, this, [this, question](const Result<CaseFile> &file) {
            if (question != mQuestion || !file) {
                return;
            }
            mUnits->setChoices(choicesOf(file.value().proposals));
            update();
        });
}

void BatchDispatch::focusChoice()
{
    mUnits->setFocus(Qt::ShortcutFocusReason);
}

void BatchDispatch::setTheme(const Theme &theme)
{
    mUnits->setTheme(theme);
}

void BatchDispatch::start()
{
    if (mRunning || !mSend->isEnabled()) {
        return;
    }
    mOrders = sendable();
    mNext = 0;
    mSent = 0;
    mFailures.clear();
    mStopped = false;
    mRunning = true;
    mRequest = {};
    mRequest.action = CaseAction::Dispatch;
    mRequest.target = mUnits->current();
    mRequest.note = mNote->toPlainText().trimmed();
    update();
    sendNext();
}

void BatchDispatch::sendNext()
{
    if (mStopped || mNext == mOrders.size()) {
        mRunning = false;
        mNote->clear();
        update();
        emit finished(mSent, mFailures);
        return;
    }
    const Order order = mOrders.at(mNext++);
    mProgress->setValue(static_cast<int>(mNext));
    mRequest.expectedVersion = order.version;
    whenAnswered(mDistrict.act(order.id, mRequest),
                 mDistrict,
                 this,
                 [this, number = order.number](const Result<Case> &outcome) {
                     if (outcome) {
                         ++mSent;
                     } else {
                         mFailures.append(tr("%1: %2").arg(number, outcome.error().message));
                     }
                     sendNext();
                 });
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
    const auto count = static_cast<int>(sendable().size());
    const int others = static_cast<int>(mCases.size()) - count;
    const User &user = mDistrict.user();
    const bool allowed = mDistrict.may(Thing::Case, toId(CaseAction::Dispatch));
    mHeading->setText(tr("%n case(s) chosen", nullptr, static_cast<int>(mCases.size())));
    if (!allowed) {
        mHint->setText(tr("You work as %1 (%2), who cannot dispatch.")
                           .arg(user.name, case_words::roleWord(user.role)));
    } else if (others > 0) {
        mHint->setText(tr("%n of them do not await dispatch and stay as they are. The units are "
                          "proposed for the first one.",
                          nullptr,
                          others));
    } else {
        mHint->setText(tr("All go to one unit. The units are proposed for the first one."));
    }
    mUnits->setPlaceholder(tr("Find a unit"), tr("Unit that is to handle the cases"));
    mUnits->setEmptyText(tr("No unit of that name takes this case."));
    mUnits->setEnabled(allowed && !mRunning);
    mNoteLabel->setText(tr("&Note (optional)"));
    mNote->setAccessibleName(tr("Note"));
    mNote->setEnabled(allowed && !mRunning);
    mProgress->setRange(0, static_cast<int>(mOrders.size()));
    mProgress->setVisible(mRunning);
    mSend->setText(
        tr("Dispatch %n case(s)", nullptr, mRunning ? static_cast<int>(mOrders.size()) : count));
    mSend->setToolTip(tr("Ctrl+Enter"));
    mSend->setEnabled(allowed && !mRunning && count > 0 && !mUnits->current().isEmpty());
    mStop->setText(mRunning ? tr("Stop") : tr("Cancel"));
}

} // namespace gridward
