// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/lateranswer.h"
#include "models/domain/result.h"
#include "models/store/store.h"

#include <QFuture>
#include <QObject>
#include <QThread>
#include <QTimer>

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

    /** Does the work on the store's thread. Internal if no store is open. */
    template <typename T>
    [[nodiscard]] QFuture<Result<T>> run(std::function<Result<T>(Store &)> work)
    {
        const LaterAnswer<Result<T>> answer(this);
        post([answer, work = std::move(work)](Store *store) {
            answer.give(store != nullptr ? work(*store) : Result<T>(notOpen()));
        });
        return answer.future();
    }

    /** How many milliseconds at most may pass until a change is told; 100 unless told otherwise. */
    void setPace(int milliseconds);

signals:
    /** Cases that have new events, oldest first; every event once. */
    void casesChanged(const QList<gridward::CaseChange> &changes);
    /** More changed at once than is worth telling one by one: read again what is shown. */
    void manyCasesChanged();
    /** Something that stands still was written: the names of the tables. */
    void tablesChanged(const QStringList &tables);
    /** The store can no longer be read, or is cut off; told once, while it is tried again. */
    void failed(const gridward::Error &error);
    /** It can be read again; what happened in between is told as ever. */
    void recovered();

private:
    class Worker;

    void post(std::function<void(Store *)> work);
    [[nodiscard]] static Error notOpen();

    QThread mThread;
    Worker *mWorker; ///< lives on mThread, deleted when it ends
};

} // namespace gridward

Q_DECLARE_METATYPE(gridward::CaseChange)
Q_DECLARE_METATYPE(gridward::Error)
