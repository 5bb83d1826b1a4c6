// SPDX-License-Identifier: GPL-3.0-or-later
// What became of the steps of the street desk, and taking them back.
#include "ui/panels/casepanel.h"
#include "ui/panels/casetable.h"
#include "ui/panels/runreport.h"
#include "ui/street/batchassign.h"
#include "ui/street/streetqueue.h"
#include "ui/workspaces/takingback.h"

#include <QStackedWidget>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr qsizetype kMostReasons = 5; ///< so many fit into a message

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
    connect(mBatch, &BatchAssign::finished, this, &StreetQueue::takeRun);
    connect(mReport, &RunReport::closed, this, [this] {
        table().setFocus();
        takeChoice();
    });
    connect(mReport,
            &RunReport::retryWanted,
            this,
            [this](const QString &what, const QList<StepOrder> &orders) {
                if (mRunner.start(orders)) {
                    mWhat = what;
                } else {
                    emit messageRequested(
                        {Message::Level::Info,
                         tr("Steps are still being written. Try again in a moment.")});
                }
            });
    connect(&mRunner, &StepRunner::finished, this, [this] { takeRun(mWhat, mRunner.outcomes()); });
    connect(&district(), &DistrictPort::userChanged, this, [this] {
        if (std::exchange(mUser, district().user().name) != district().user().name) {
            mReport->clear(); // whoever sits down now decides nothing of the one before
        }
    });
}

void StreetQueue::takeRun(const QString &what, const QList<StepOutcome> &outcomes)
{
    OwnSteps own;
    own.what = what;
    for (const StepOutcome &one : outcomes) {
        own.action = one.order.request.action;
        if (one.after) {
            own.steps.append({one.after->id, one.after->number, one.after->version});
        }
    }
    const auto went = static_cast<int>(own.steps.size());
    if (went > 1) {
        own.what = tr("%1 (%n case(s))", nullptr, went).arg(what);
    }
    const int id = takingBack().remember(own);
    const QStringList failures = failuresOf(outcomes);
    // To whom: the words of the run are "Assign → Wang Ping".
    const QString whom = what.section(u" → "_s, 1);
    QStringList lines{whom.isEmpty() ? tr("%n case(s) assigned.", nullptr, went)
                                     : tr("%n case(s) assigned to %1.", nullptr, went).arg(whom)};
    if (!failures.isEmpty()) {
        lines.append(tr("%n could not be:", nullptr, static_cast<int>(failures.size())));
        appendReasons(lines, failures);
    }
    emit messageRequested(takingBack().messageOf(lines.join(u'\n'),
                                                 failures.isEmpty() ? Message::Level::Success
                                                                    : Message::Level::Warning,
                                                 id));
    if (mReport->isOpen() || !failures.isEmpty()) {
        // What others did meanwhile is shown beside what this one wanted, to decide anew.
        mReport->take(what, outcomes);
    }
    if (mReport->isOpen()) {
        side().setCurrentWidget(mReport);
        mReport->setFocus();
        showOffers();
        return;
    }
    table().setFocus();
    takeChoice();
}

void StreetQueue::takeBack()
{
    if (mRunner.isRunning() || mBatch->isRunning()) {
        emit messageRequested(
            {Message::Level::Info, tr("Steps are still being written. Try again in a moment.")});
        return;
    }
    QueueWorkspace::takeBack();
}

} // namespace gridward
