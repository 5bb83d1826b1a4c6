// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/batchrunner.h"

#include "ui/panels/answer.h"

namespace gridward {

BatchRunner::BatchRunner(DistrictPort &district, QObject *parent)
    : QObject(parent)
    , mDistrict(district)
{
}

void BatchRunner::start(const QList<Order> &orders, const ActionRequest &request)
{
    if (mRunning) {
        return;
    }
    mRunning = true;
    mStopped = false;
    mOrders = orders;
    mRequest = request;
    mNext = 0;
    mDone = 0;
    mFailures.clear();
    next();
}

void BatchRunner::next()
{
    if (mStopped || mNext == mOrders.size()) {
        mRunning = false;
        emit finished(mDone, mFailures);
        return;
    }
    const Order order = mOrders.at(mNext++);
    emit progressed(static_cast<int>(mNext));
    mRequest.expectedVersion = order.version;
    whenAnswered(mDistrict.act(order.id, mRequest),
                 mDistrict,
                 this,
                 [this, number = order.number](const Result<Case> &outcome) {
                     if (outcome) {
                         ++mDone;
                     } else {
                         mFailures.append(tr("%1: %2").arg(number, outcome.error().message));
                     }
                     next();
                 });
}

} // namespace gridward
