// SPDX-License-Identifier: GPL-3.0-or-later
// What became of the steps of the street desk, and taking them back.
#include "ui/panels/casepanel.h"
#include "ui/panels/casetable.h"
#include "ui/panels/runreport.h"
#include "ui/street/batchassign.h"
#include "ui/street/streetqueue.h"

#include <QPointer>
#include <QShortcut>
#include <QStackedWidget>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr qsizetype kMostReasons = 5; ///< so many fit into a message
constexpr qsizetype kMostOwn = 20;    ///< steps that can be taken back, one after the other

QStringList failuresOf(const QList<StepOutcome> &outcomes)
{
    QStringList lines;
    for (const StepOutcome &one : outcomes) {
        if (one.error) {
            lines.append(StreetQueue::tr("%1: %2").arg(one.order.number, one.error->message));
        }
    }
    return lines;
}

void appendReasons(QStringList &lines, const QStringList &failures)
{
    lines += failures.first(std::min(failures.size(), kMostReasons));
    if (failures.size() > kMostReasons) {
        lines.append(u"…"_s);
    }
}

} // namespace

void StreetQueue::connectSteps()
{
    auto *undo = new QShortcut(QKeySequence(QKeySequence::Undo), this);
    undo->setContext(Qt::WidgetWithChildrenShortcut);
    connect(undo, &QShortcut::activated, this, &StreetQueue::takeBack);
    connect(mBatch, &BatchAssign::finished, this, &StreetQueue::takeRun);
    connect(&panel(),
            &CasePanel::stepTaken,
            this,
            [this](const Case &after, const ActionRequest &request, const QString &what) {
                remember({request.action, what, {{after.id, after.number, after.version}}});
                emit messageRequested(
                    withTakeBack({Message::Level::Success, tr("%1: %2").arg(after.number, what)}));
            });
    connect(mReport, &RunReport::closed, this, [this] {
        table().setFocus();
        takeChoice();
    });
    connect(mReport, &RunReport::retryWanted, this, [this](const QList<StepOrder> &orders) {
        if (!mRunner.start(orders)) {
            emit messageRequested({Message::Level::Info,
                                   tr("Steps are still being written. Try again in a moment.")});
        }
    });
    connect(&mRunner, &StepRunner::finished, this, [this] {
        if (std::exchange(mWithdrawing, false)) {
            takeWithdrawal(mRunner.outcomes());
        } else {
            takeRun(mWhat, mRunner.outcomes());
        }
    });
    connect(&district(), &DistrictPort::userChanged, this, [this] {
        mOwn.clear(); // somebody else takes back nothing of this one's
    });
}

void StreetQueue::remember(const OwnSteps &own)
{
    mOwn.append(own);
    if (mOwn.size() > kMostOwn) {
        mOwn.removeFirst();
    }
}

Message StreetQueue::withTakeBack(Message message)
{
    message.actionText = tr("Take back");
    message.action = [self = QPointer(this)] {
        if (self) {
            self->takeBack();
        }
    };
    return message;
}

void StreetQueue::takeRun(const QString &what, const QList<StepOutcome> &outcomes)
{
    mWhat = what;
    OwnSteps own;
    for (const StepOutcome &one : outcomes) {
        own.action = one.order.request.action;
        if (one.after) {
            own.steps.append({one.after->id, one.after->number, one.after->version});
        }
    }
    const auto went = static_cast<int>(own.steps.size());
    if (went > 0) {
        own.what = tr("%1 (%n case(s))", nullptr, went).arg(what);
        remember(own);
    }
    const QStringList failures = failuresOf(outcomes);
    QStringList lines{tr("%n case(s) assigned.", nullptr, went)};
    if (failures.isEmpty()) {
        emit messageRequested(withTakeBack({Message::Level::Success, lines.first()}));
        table().setFocus();
        takeChoice();
        return;
    }
    lines.append(tr("%n could not be:", nullptr, static_cast<int>(failures.size())));
    appendReasons(lines, failures);
    const Message message{Message::Level::Warning, lines.join(u'\n')};
    emit messageRequested(went > 0 ? withTakeBack(message) : message);
    // What others did meanwhile is shown beside what this one wanted, to decide anew.
    mReport->open(what, outcomes);
    side().setCurrentWidget(mReport);
    mReport->setFocus();
    showOffers();
}

void StreetQueue::takeBack()
{
    if (mRunner.isRunning() || mBatch->isRunning()) {
        emit messageRequested(
            {Message::Level::Info, tr("Steps are still being written. Try again in a moment.")});
        return;
    }
    if (mOwn.isEmpty()) {
        emit messageRequested(
            {Message::Level::Info, tr("There is no step of yours here to take back.")});
        return;
    }
    mWithdrawing = true;
    mRunner.start(withdrawals(mOwn.last()));
}

void StreetQueue::takeWithdrawal(const QList<StepOutcome> &outcomes)
{
    const OwnSteps own = mOwn.isEmpty() ? OwnSteps{} : mOwn.takeLast();
    const QStringList failures = failuresOf(outcomes);
    if (failures.isEmpty()) {
        emit messageRequested({Message::Level::Success, tr("Taken back: %1.").arg(own.what)});
    } else {
        QStringList lines{tr("%n of “%1” can no longer be taken back:",
                             nullptr,
                             static_cast<int>(failures.size()))
                              .arg(own.what)};
        appendReasons(lines, failures);
        emit messageRequested({Message::Level::Warning, lines.join(u'\n')});
    }
    takeChoice();
}

} // namespace gridward
