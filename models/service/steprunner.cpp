// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/steprunner.h"

#include <QPointer>

namespace gridward {

namespace {

/** Continues on the GUI thread, unless the runner is gone by then. */
template <typename T, typename Take>
void whenThere(QFuture<Result<T>> future, DistrictPort &district, StepRunner *runner, Take take)
{
    future.then(&district,
                [runner = QPointer(runner), take = std::move(take)](const Result<T> &answer) {
                    if (runner) {
                        take(answer);
                    }
                });
}

} // namespace

StepRunner::StepRunner(DistrictPort &district, QObject *parent)
    : QObject(parent)
    , mDistrict(district)
{
    connect(&district, &DistrictPort::userChanged, this, [this] {
        if (mRunning && mDistrict.user().name != mUser) {
            mStopped = true;
            mAbandoned = true;
        }
    });
}

bool StepRunner::start(const QList<StepOrder> &orders)
{
    if (mRunning) {
        return false;
    }
    mOrders = orders;
    mOutcomes.clear();
    mUser = mDistrict.user().name;
    mStopped = false;
    mAbandoned = false;
    mRunning = true;
    emit progressed(0, total());
    next();
    return true;
}

void StepRunner::next()
{
    if (mStopped || mOutcomes.size() == mOrders.size()) {
        mRunning = false;
        emit finished();
        return;
    }
    const StepOrder order = mOrders.at(mOutcomes.size());
    if (order.soleStandard) {
        prepare(order);
    } else {
        send(order);
    }
}

void StepRunner::prepare(const StepOrder &order)
{
    whenThere(
        mDistrict.caseFile(order.id), mDistrict, this, [this, order](const Result<CaseFile> &file) {
            if (!file) {
                put({order, {}, file.error(), {}});
                return;
            }
            const QList<FilingStandard> &standards = file.value().possibleStandards;
            if (standards.size() > 1) {
                put({order,
                     {},
                     Error{ErrorCode::InvalidInput,
                           tr("The class has %n conditions: open the case and choose one.",
                              nullptr,
                              static_cast<int>(standards.size())),
                           {}},
                     {}});
                return;
            }
            StepOrder prepared = order;
            prepared.request.standard = standards.isEmpty() ? QString() : standards.first().id;
            send(prepared);
        });
}

void StepRunner::send(const StepOrder &order)
{
    if (mAbandoned) {
        next(); // what it was prepared for is not this one's to send
        return;
    }
    whenThere(mDistrict.act(order.id, order.request),
              mDistrict,
              this,
              [this, order](const Result<Case> &outcome) { take(order, outcome); });
}

void StepRunner::take(const StepOrder &order, const Result<Case> &outcome)
{
    if (outcome) {
        put({order, outcome.value(), {}, {}});
        return;
    }
    const Error error = outcome.error();
    if (error.code != ErrorCode::Conflict) {
        put({order, {}, error, {}});
        return;
    }
    whenThere(mDistrict.caseFile(order.id),
              mDistrict,
              this,
              [this, order, error](const Result<CaseFile> &file) {
                  put({order, {}, error, file ? std::optional(file.value()) : std::nullopt});
              });
}

void StepRunner::put(const StepOutcome &outcome)
{
    mOutcomes.append(outcome);
    emit progressed(done(), total());
    next();
}

QList<StepOrder> withdrawals(const OwnSteps &own)
{
    QList<StepOrder> orders;
    for (auto one = own.steps.crbegin(); one != own.steps.crend(); ++one) {
        StepOrder order{one->id, one->number, {}};
        order.request.action = CaseAction::Withdraw;
        order.request.expectedVersion = one->version;
        orders.append(order);
    }
    return orders;
}

OwnSteps leftToWithdraw(const OwnSteps &own, const QList<StepOutcome> &outcomes)
{
    OwnSteps left = own;
    for (const StepOutcome &one : outcomes) {
        const bool maySucceedLater =
            one.error && one.error->code != ErrorCode::Conflict &&
            one.error->code != ErrorCode::Refused && one.error->code != ErrorCode::NotFound &&
            one.error->code != ErrorCode::InvalidInput && one.error->code != ErrorCode::Unsupported;
        if (!maySucceedLater) {
            left.steps.removeIf([&](const OwnSteps::One &step) { return step.id == one.order.id; });
        }
    }
    return left;
}

} // namespace gridward
