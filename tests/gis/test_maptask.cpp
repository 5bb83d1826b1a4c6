// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/engine/maptask.h"
#include "tests/support/testregistry.h"

#include <QPointer>
#include <QThread>

#include <atomic>

namespace gridward {

namespace {

/** What became of the tasks of a test. */
struct Tally
{
    std::atomic_int begun = 0;
    std::atomic_int ended = 0;
    int finished = 0;
    std::atomic_bool mayEnd = true;
};

class CountedTask final : public MapTask
{
    Q_OBJECT
public:
    explicit CountedTask(Tally &tally)
        : mTally(tally)
    {
    }

protected:
    void run() override
    {
        ++mTally.begun;
        for (int i = 0; i <= 1000; ++i) {
            setProgress(i / 100.0);
        }
        while (!mTally.mayEnd && !isCancelled()) {
            QThread::usleep(100);
        }
        ++mTally.ended;
    }
    void finished() override { ++mTally.finished; }

private:
    Tally &mTally;
};

} // namespace

class TestMapTask : public QObject
{
    Q_OBJECT
private slots:
    void endsOnceAndIsDeleted()
    {
        Tally tally;
        const QPointer<CountedTask> task = new CountedTask(tally);
        QList<double> told;
        connect(task, &MapTask::progressChanged, this, [&told](double percent) {
            told.append(percent);
        });
        task->start();
        QTRY_VERIFY(task.isNull());
        QCOMPARE(tally.finished, 1);
        QCOMPARE(tally.ended.load(), 1);
        QCOMPARE(told.size(), 101); // of 1,001: each tenth of a per cent once
        QCOMPARE(told.last(), 10.0);
    }
    // As its thread takes it up, before and after: with QgsTask one in some thousands crashed.
    void cancelledAtAnyMoment()
    {
        constexpr int kTasks = 3000;
        Tally tally;
        for (int i = 0; i < kTasks; ++i) {
            auto *task = new CountedTask(tally);
            task->start();
            for (int turns = 0; turns < i % 60 * 20; ++turns) {
                std::atomic_signal_fence(std::memory_order_seq_cst);
            }
            task->cancel();
            QVERIFY(task->isCancelled());
            if (i % 50 == 0) {
                QCoreApplication::processEvents();
            }
        }
        QTRY_COMPARE(tally.finished, kTasks);
        QCOMPARE(tally.begun.load(), tally.ended.load());
        QVERIFY(tally.begun < kTasks); // some were cancelled before they began
    }
    void nothingRunsAfterTheWait()
    {
        Tally tally;
        tally.mayEnd = false;
        QPointer<CountedTask> task = new CountedTask(tally);
        task->start();
        QTRY_COMPARE(tally.begun.load(), 1);
        task->cancel();
        task->waitUntilStopped();
        QCOMPARE(tally.ended.load(), 1);
        QTRY_VERIFY(task.isNull());
        // One that was cancelled before there was a thread for it is not begun after the wait.
        task = new CountedTask(tally);
        task->cancel();
        task->start();
        task->waitUntilStopped();
        QTRY_COMPARE(tally.finished, 2);
        QCOMPARE(tally.begun.load(), 1);
    }
    void theEndLeavesNone()
    {
        Tally tally;
        tally.mayEnd = false;
        QList<QPointer<CountedTask>> tasks;
        for (int i = 0; i < 20; ++i) { // more than there are threads
            tasks.append(new CountedTask(tally));
            tasks.last()->start();
        }
        QTRY_VERIFY(tally.begun > 0);
        MapTask::endAll();
        QCOMPARE(tally.begun.load(), tally.ended.load());
        for (const QPointer<CountedTask> &task : std::as_const(tasks)) {
            QVERIFY(task.isNull());
        }
        QCoreApplication::processEvents();
        QCOMPARE(tally.finished, 0);
    }
};

static const TestRegistration<TestMapTask> sRegistration;

} // namespace gridward

#include "test_maptask.moc"
