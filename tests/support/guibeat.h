// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QFile>
#include <QObject>
#include <QTimer>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <thread>

namespace gridward {

/** Where the time of a thread went, in nanoseconds. Linux: /proc/thread-self/schedstat. */
struct ThreadTimes
{
    qint64 running = 0;
    qint64 queueing = 0; ///< ready, but others had the processor

    /** Of the thread that asks. */
    [[nodiscard]] static ThreadTimes now()
    {
        QFile file(QStringLiteral("/proc/thread-self/schedstat"));
        if (!file.open(QIODevice::ReadOnly)) {
            return {};
        }
        const QList<QByteArray> numbers = file.readAll().split(' ');
        return {numbers.value(0).toLongLong(), numbers.value(1).toLongLong()};
    }
};

/**
 * How long a thread stood still between two beats of a clock that wakes it: how long it waited for
 * something that was no processor (an answer, a lock, a disk), and how long it worked. What others
 * on the machine took away is in neither.
 */
class Beat
{
public:
    static constexpr int kEvery = 5; ///< milliseconds

    /** Called at every beat. */
    void strike()
    {
        const ThreadTimes times = ThreadTimes::now();
        if (mElapsed.isValid()) {
            const qint64 worked = times.running - mBefore.running;
            const qint64 waited =
                mElapsed.nsecsElapsed() - worked - (times.queueing - mBefore.queueing);
            mWorked = std::max(mWorked.load(), worked);
            mWaited = std::max(mWaited.load(), waited - kEvery * 1'000'000LL);
            ++mCount;
        }
        mBefore = times;
        mElapsed.start();
    }
    /** Forgets what was longest. */
    void reset()
    {
        mWorked = 0;
        mWaited = 0;
        mCount = 0;
    }
    [[nodiscard]] double workedMilliseconds() const { return static_cast<double>(mWorked) / 1e6; }
    [[nodiscard]] double waitedMilliseconds() const { return static_cast<double>(mWaited) / 1e6; }
    [[nodiscard]] int count() const { return mCount; }

private:
    QElapsedTimer mElapsed;
    ThreadTimes mBefore;
    std::atomic<qint64> mWorked = 0;
    std::atomic<qint64> mWaited = 0;
    std::atomic<int> mCount = 0;
};

/** The beat of the GUI thread; made in it. */
class GuiBeat
{
public:
    GuiBeat()
    {
        mTimer.setTimerType(Qt::PreciseTimer);
        QObject::connect(&mTimer, &QTimer::timeout, &mTimer, [this] { mBeat.strike(); });
        mTimer.start(Beat::kEvery);
    }
    [[nodiscard]] Beat &beat() { return mBeat; }

private:
    Beat mBeat;
    QTimer mTimer;
};

/** The beat of a thread that does nothing else: what the machine itself does to any thread. */
class IdleBeat
{
public:
    IdleBeat()
        : mThread([this] {
            while (!mStops) {
                mBeat.strike();
                std::this_thread::sleep_for(std::chrono::milliseconds(Beat::kEvery));
            }
        })
    {
    }
    ~IdleBeat()
    {
        mStops = true;
        mThread.join();
    }
    IdleBeat(const IdleBeat &) = delete;
    IdleBeat &operator=(const IdleBeat &) = delete;
    [[nodiscard]] Beat &beat() { return mBeat; }

private:
    Beat mBeat;
    std::atomic_bool mStops = false;
    std::thread mThread; ///< last: it uses the others
};

} // namespace gridward
