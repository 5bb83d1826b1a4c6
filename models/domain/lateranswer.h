// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QFuture>
#include <QMetaObject>
#include <QPromise>
#include <QThreadPool>

#include <memory>
#include <utility>

namespace gridward {

/**
 * An answer that another thread finds and that arrives on the thread of who asked, from its event
 * loop: then() and the arrival are never at the same time. Qt (6.4 at least) calls a continuation
 * twice, and crashes, if then() comes between the moment a promise is finished and the moment it
 * looks for continuations; on a busy machine that is long enough to be met.
 *
 * Whoever asks must have an event loop, and not wait() for the answer. Copies are the same answer.
 */
template <typename T>
class LaterAnswer
{
public:
    /** `home` lives on the thread that asks and outlives whoever works for the answer. */
    explicit LaterAnswer(QObject *home)
        : mHome(home)
        , mPromise(std::make_shared<QPromise<T>>())
    {
        mPromise->start();
    }
    [[nodiscard]] QFuture<T> future() const { return mPromise->future(); }
    /** Once; from any thread. */
    void give(T answer) const
    {
        QMetaObject::invokeMethod(
            mHome,
            [promise = mPromise, answer = std::make_shared<T>(std::move(answer))] {
                promise->addResult(std::move(*answer));
                promise->finish();
            },
            Qt::QueuedConnection);
    }

private:
    QObject *mHome;
    std::shared_ptr<QPromise<T>> mPromise;
};

/** Does the work on the global pool of threads. Asked on the thread of the application. */
template <typename T, typename Work>
[[nodiscard]] QFuture<T> onPool(Work work)
{
    // The application waits for the pool before it goes.
    const LaterAnswer<T> answer(QCoreApplication::instance());
    QThreadPool::globalInstance()->start([answer, work = std::move(work)] { answer.give(work()); });
    return answer.future();
}

} // namespace gridward
