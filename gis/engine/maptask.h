// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>

#include <atomic>
#include <condition_variable>
#include <mutex>

namespace gridward {

/**
 * Work beside the GUI thread that ends with finished(), on the GUI thread, also when it was
 * cancelled. Made and started there with all it needs; from then on it owns itself and is deleted
 * after finished(), or by endAll().
 *
 * Not a QgsTask: one that is cancelled just as its thread takes it up is deleted while QgsTask's
 * start() still writes into it (QGIS 3.40, seen as a crash once in six runs on a busy machine).
 */
class MapTask : public QObject
{
    Q_OBJECT
public:
    MapTask();
    ~MapTask() override;

    /** Once; it runs as soon as there is a thread for it. */
    void start();
    /** Any thread. run() is not begun any more, or ends as soon as it looks. */
    virtual void cancel();
    [[nodiscard]] bool isCancelled() const { return mCancelled; }
    /** Returns when run() is over or, after cancel(), will not be begun. */
    void waitUntilStopped();
    /** Since it was started, milliseconds. */
    [[nodiscard]] qint64 elapsed() const { return mTime.elapsed(); }

    /** Cancels those that are left, waits for them and deletes them, without finished(). */
    static void endAll();

signals:
    /** 0 to 100, from the thread of the task. */
    void progressChanged(double percent);

protected:
    /** In a thread of its own. */
    virtual void run() = 0;
    /** On the GUI thread, after run(), or in its place. */
    virtual void finished() = 0;
    /** In run(). */
    void setProgress(double percent);

private:
    void runHere();
    void arrive();

    std::atomic_bool mCancelled = false;
    std::mutex mMutex; ///< of mIsRunning
    std::condition_variable mStopped;
    bool mIsRunning = false;
    int mToldProgress = -1; ///< in tenths of a per cent
    QElapsedTimer mTime;
};

} // namespace gridward
