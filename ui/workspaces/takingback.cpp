// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspaces/takingback.h"

#include "models/domain/lifecycle.h"
#include "ui/panels/conflictview.h"
#include "ui/panels/stepwhy.h"

#include <QPointer>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr qsizetype kMostReasons = 5; ///< so many fit into a message
constexpr qsizetype kMostOwn = 20;    ///< steps that can be taken back, one after the other

} // namespace

TakingBack::TakingBack(DistrictPort &district, QObject *parent)
    : QObject(parent)
    , mDistrict(district)
    , mRunner(district)
    , mUser(district.user().name)
{
    connect(&mRunner, &StepRunner::finished, this, &TakingBack::take);
    connect(&district, &DistrictPort::userChanged, this, [this] {
        const QString before = std::exchange(mUser, mDistrict.user().name);
        if (before != mUser) {
            mOwn.clear();
        }
    });
}

int TakingBack::remember(OwnSteps own)
{
    if (own.isEmpty()) {
        return 0;
    }
    own.id = ++mLastId;
    mOwn.append(own);
    if (mOwn.size() > kMostOwn) {
        mOwn.removeFirst();
    }
    return own.id;
}

void TakingBack::forget()
{
    mOwn.clear();
}

Message TakingBack::messageOf(const QString &text, Message::Level level, int id)
{
    Message message{level, text};
    if (id != 0) {
        message.actionText = tr("Take back");
        message.action = [self = QPointer(this), id] {
            if (self) {
                self->takeBack(id);
            }
        };
    }
    return message;
}

void TakingBack::takeLastBack()
{
    if (mOwn.isEmpty()) {
        emit messageRequested(
            {Message::Level::Info, tr("There is no step of yours here to take back.")});
        return;
    }
    if (const OwnSteps last = mOwn.last(); !canBeTakenBack(last.action)) {
        mOwn.removeLast(); // the one before it is the next to be asked for
        const QString text = tr("%1: this kind of step cannot be taken back, others may have seen "
                                "it already. Nothing was done.")
                                 .arg(last.what);
        emit messageRequested({Message::Level::Info, text});
        emit tried(text, true);
        return;
    }
    start(mOwn.last());
}

void TakingBack::takeBack(int id)
{
    const auto own = std::ranges::find(mOwn, id, &OwnSteps::id);
    if (own == mOwn.end()) {
        emit messageRequested({Message::Level::Info,
                               tr("That step is taken back already, or can no longer be taken back "
                                  "here: nothing was done.")});
        return;
    }
    start(*own);
}

void TakingBack::start(const OwnSteps &own)
{
    if (mRunner.isRunning()) {
        emit messageRequested(
            {Message::Level::Info, tr("Steps are still being written. Try again in a moment.")});
        return;
    }
    mTaken = own; // a copy: the run may end before start() does
    mRunner.start(withdrawals(mTaken));
}

/** Who went on from it and when, where somebody did: versions are nobody's words. */
QString TakingBack::whyKept(const StepOutcome &outcome) const
{
    const QString &number = outcome.order.number;
    if (outcome.error->code != ErrorCode::Conflict) {
        return withNumber(number, outcome.error->message);
    }
    const QStringList since = outcome.now
                                  ? happenedSince(*outcome.now,
                                                  outcome.order.request.expectedVersion.value_or(0),
                                                  mDistrict)
                                  : QStringList();
    return since.isEmpty() ? tr("%1: somebody has gone on from it since.").arg(number)
                           : tr("%1: it has gone on since: %2").arg(number, since.last());
}

void TakingBack::take()
{
    if (mRunner.isAbandoned()) {
        return; // whoever sits here now has not asked for it
    }
    const QList<StepOutcome> &outcomes = mRunner.outcomes();
    const OwnSteps left = leftToWithdraw(mTaken, outcomes);
    const auto place = std::ranges::find(mOwn, mTaken.id, &OwnSteps::id);
    if (place != mOwn.end()) {
        if (left.isEmpty()) {
            mOwn.erase(place);
        } else {
            *place = left;
        }
    }
    QStringList failures;
    for (const StepOutcome &one : outcomes) {
        if (one.error) {
            failures.append(whyKept(one));
        }
    }
    const QString done = tr("Taken back: %1.").arg(mTaken.what);
    if (failures.isEmpty()) {
        emit messageRequested({Message::Level::Success, done});
    } else {
        const auto back = static_cast<int>(outcomes.size() - failures.size());
        QStringList lines{
            tr("%1: %n taken back.", nullptr, back).arg(mTaken.what),
            left.isEmpty()
                ? tr("%n can no longer be taken back:", nullptr, static_cast<int>(failures.size()))
                : tr("%n could not be taken back:", nullptr, static_cast<int>(failures.size()))};
        lines += failures.first(std::min(failures.size(), kMostReasons));
        emit messageRequested(
            messageOf(lines.join(u'\n'), Message::Level::Warning, left.isEmpty() ? 0 : left.id));
    }
    emit tried(failures.isEmpty() ? done : failures.first(), !failures.isEmpty());
}

} // namespace gridward
