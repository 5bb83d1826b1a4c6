// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/lateranswer.h"
#include "models/domain/result.h"
#include "models/store/store.h"

#include <QFuture>
#include <QObject>
#include <QThread>
#include <QTimer>

#include <atomic>
#include <functional>

namespace gridward {

/**
 * Owns a store on a thread of its own. Work is handed over with run() and done in that order; what
 * changed, here or in another program on the same file, is told by signal on the thread of this
 * object. Created, asked and destroyed on one thread (that of the windows), where the answers
 * arrive.
 */
class StoreThread final : public QObject
{
    Q_OBJECT
public:
    using Opener = std::function<Result<std::unique_ptr<Store>>()>;

    explicit StoreThread(QObject *parent = nullptr);
    ~StoreThread() override; ///< waits for the work handed over so far, then closes the store

    /** Opens the store on its thread; what `open` captures must outlive the call. */
    [[nodiscard]] QFuture<Result<StoreInfo>> open(Opener open);

    /**
     * Does the work on the store's thread. Internal if no store is open; what failed() said if its
     * file is gone.
     */
    template <typename T>
    [[nodiscard]] QFuture<Result<T>> run(std::function<Result<T>(Store &)> work)
    {
        const LaterAnswer<Result<T>> answer(this);
        post([answer, work = std::move(work)](Store *store, const Error &why) {
            answer.give(store != nullptr ? work(*store) : Result<T>(why));
        });
        return answer.future();
    }

    /** How many milliseconds at most may pass until a change is told; 100 unless told otherwise. */
    void setPace(int milliseconds);

    /** How often the store was looked at so far, with whatever result. Any thread. */
    [[nodiscard]] qint64 looks() const { return mLooks; }

signals:
    /** The store has answered: what was told is all there is. Once a second at the most. */
    void looked();
    /** Cases that have new events, oldest first; every event once. */
    void casesChanged(const QList<gridward::CaseChange> &changes);
    /** More changed at once than is worth telling one by one: read again what is shown. */
    void manyCasesChanged();
    /** Something that stands still was written: the names of the tables. */
    void tablesChanged(const QStringList &tables);
    /**
     * The store can no longer be read, is cut off, is another one, or has left a simple question
     * unanswered for a second and a half; told once, while it is tried again.
     */
    void failed(const gridward::Error &error);
    /** It can be read again; what happened in between is told as ever. */
    void recovered();

private:
    class Worker;

    void post(std::function<void(Store *, const Error &)> work);
    [[nodiscard]] static Error notOpen();
    /** Is the thread held up by a look: somebody's lock, a disk that hangs? */
    void watch();

    std::atomic<qint64> mLooks = 0;
    std::atomic<qint64> mLookingSince = 0; ///< milliseconds of a steady clock; 0: it does not look
    std::atomic_bool mIsStuck = false;     ///< and that was told
    QTimer mWatch;
    QThread mThread;
    Worker *mWorker; ///< lives on mThread, deleted when it ends
};

} // namespace gridward

Q_DECLARE_METATYPE(gridward::CaseChange)
Q_DECLARE_METATYPE(gridward::Error)
