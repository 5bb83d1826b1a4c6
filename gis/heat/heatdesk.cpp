// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/heat/heatdesk.h"

#include <QLoggingCategory>

#include <cmath>
#include <utility>

namespace gridward {

namespace {

Q_LOGGING_CATEGORY(heatLog, "gridward.gis.heat")

/** A hand that rests so long has let go of the slider. */
constexpr std::chrono::milliseconds kSettle{150};

} // namespace

HeatDesk::HeatDesk(QObject *parent)
    : QObject(parent)
    , mInput(std::make_shared<HeatInput>())
    , mCount(std::make_shared<SurfaceCount>())
{
    mDue.setSingleShot(true);
    mDue.setInterval(0);
    mSettle.setSingleShot(true);
    mSettle.setInterval(kSettle);
    connect(&mDue, &QTimer::timeout, this, &HeatDesk::next);
    connect(&mSettle, &QTimer::timeout, this, &HeatDesk::next);
}

HeatDesk::~HeatDesk()
{
    if (mRunning) {
        mRunning->disconnect(this);
        mRunning->cancel();
        mRunning->waitUntilStopped();
    }
}

void HeatDesk::setInput(HeatInput input)
{
    mInput = std::make_shared<const HeatInput>(std::move(input));
    mPlaced.reset();
}

void HeatDesk::setWanted(const HeatOrder &order, const HeatPlay &play)
{
    mWanted = {order, play, false};
}

void HeatDesk::request()
{
    mWantsCoarse = true;
    mWantsExact = true;
    mDue.start();
    mSettle.start();
    if (mRunning && mRunsExact) {
        mRunning->cancel(); // what it makes is out of date
    }
}

bool HeatDesk::stop()
{
    const bool was = isBusy();
    mWantsCoarse = false;
    mWantsExact = false;
    mDue.stop();
    mSettle.stop();
    if (mRunning) {
        mRunning->cancel();
    }
    return was;
}

bool HeatDesk::isBusy() const
{
    return mWantsCoarse || mWantsExact || (mRunning && !mRunning->isCancelled());
}

HeatWork HeatDesk::work() const
{
    HeatWork work = mWork;
    work.mostAtOnce = mCount->most;
    return work;
}

void HeatDesk::next()
{
    if (mRunning) {
        return; // take() comes back here
    }
    if (mWantsCoarse) {
        start(true);
    } else if (mWantsExact && !mSettle.isActive()) {
        start(false);
    }
}

void HeatDesk::start(bool isCoarse)
{
    (isCoarse ? mWantsCoarse : mWantsExact) = false;
    mRunsExact = !isCoarse;
    HeatWanted wanted = mWanted;
    wanted.isCoarse = isCoarse;
    auto *task = new SurfaceTask({mInput, mPlaced, wanted, mCount});
    mRunning = task;
    mWork.coarse += isCoarse ? 1 : 0;
    connect(task, &HeatTask::done, this, [this, task, isCoarse] { take(*task, isCoarse); });
    if (!isCoarse) {
        connect(task, &MapTask::progressChanged, this, [this](double percent) {
            emit progressed(static_cast<int>(std::lround(percent)));
        });
    }
    task->start(); // it owns itself
}

void HeatDesk::take(const SurfaceTask &task, bool isCoarse)
{
    mRunning.clear();
    if (task.input() == mInput && task.placed()) {
        mPlaced = task.placed();
    }
    const Result<std::shared_ptr<const ShownSurface>> result = task.result();
    const bool isStopped = task.isCancelled();
    if (isCoarse) {
        if (result && !isStopped) {
            emit coarseMade(result.value());
        }
    } else if (!isStopped && !mWantsExact) {
        if (result) {
            ++mWork.exact;
            qCDebug(heatLog) << "surface of" << result.value()->surface.facts.cases << "cases,"
                             << result.value()->surface.values.size() << "cells," << task.elapsed()
                             << "ms";
            emit made(result.value());
        } else {
            qCInfo(heatLog).noquote() << "no surface:" << result.error().detail;
            emit failed(result.error());
        }
    }
    next();
}

} // namespace gridward
