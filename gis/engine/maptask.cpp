// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/engine/maptask.h"

#include <QSet>
#include <QThreadPool>

#include <algorithm>
#include <utility>

namespace gridward {

namespace {

/** Threads of their own: what waits for a server must not hold up who draws. */
QThreadPool &threads()
{
    constexpr int kLeast = 4;
    static QThreadPool pool;
    pool.setMaxThreadCount(std::max(kLeast, QThread::idealThreadCount()));
    return pool;
}

/** Started and not yet deleted; of the GUI thread. */
QSet<MapTask *> &living()
{
    static QSet<MapTask *> tasks;
    return tasks;
}

} // namespace

MapTask::MapTask() = default;

MapTask::~MapTask()
{
    living().remove(this);
}

void MapTask::start()
{
    mTime.start();
    living().insert(this);
    threads().start([this] { runHere(); });
}

void MapTask::cancel()
{
    const std::lock_guard lock(mMutex);
    mCancelled = true;
}

void MapTask::waitUntilStopped()
{
    std::unique_lock lock(mMutex);
    mStopped.wait(lock, [this] { return !mIsRunning; });
}

void MapTask::endAll()
{
    const QSet<MapTask *> left = std::exchange(living(), {});
    for (MapTask *task : left) {
        task->cancel();
    }
    threads().waitForDone();
    qDeleteAll(left);
}

void MapTask::setProgress(double percent)
{
    const int tenths = static_cast<int>(percent * 10.0);
    if (tenths != std::exchange(mToldProgress, tenths)) {
        emit progressChanged(percent);
    }
}

void MapTask::runHere()
{
    {
        const std::lock_guard lock(mMutex);
        mIsRunning = !mCancelled;
    }
    if (mIsRunning) {
        run();
        const std::lock_guard lock(mMutex);
        mIsRunning = false;
        mStopped.notify_all();
    }
    // The last that this thread does with it: from here on the GUI thread may delete it.
    QMetaObject::invokeMethod(this, &MapTask::arrive, Qt::QueuedConnection);
}

void MapTask::arrive()
{
    finished();
    deleteLater();
}

} // namespace gridward
