// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/storethread.h"

#include <QCoreApplication>
#include <QHash>

#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr int kPace = 100;         ///< milliseconds between looks at the store
constexpr int kPatience = 50;      ///< times the pace, while the store cannot be read
constexpr int kLargestTold = 2000; ///< events told one by one; above it a reload is cheaper

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(StoreThread)
};

} // namespace

/** The half that lives on the store's thread. */
class StoreThread::Worker final : public QObject
{
public:
    explicit Worker(StoreThread &owner)
        : mOwner(owner)
    {
        mTimer.setParent(this);
        mTimer.setInterval(kPace);
        connect(&mTimer, &QTimer::timeout, this, &Worker::look);
    }

    Result<StoreInfo> open(const Opener &open)
    {
        mTimer.stop();
        mTimer.setInterval(mPace);
        mFailing = false;
        mStore.reset();
        Result<std::unique_ptr<Store>> opened = open();
        if (!opened) {
            return opened.error();
        }
        mStore = std::move(opened).value();
        const Result<qint64> position = mStore->cases().lastPosition();
        const Result<StoreMark> mark = mStore->mark();
        if (!position || !mark) {
            const Error error = position ? mark.error() : position.error();
            mStore.reset();
            return error;
        }
        mPosition = position.value();
        mMark = mark.value();
        mTimer.start();
        return mStore->info();
    }
    void work(const std::function<void(Store *)> &work)
    {
        work(mStore.get());
        if (mStore) {
            look(); // our own changes are told at once
        }
    }
    void setPace(int milliseconds)
    {
        mPace = milliseconds;
        mTimer.setInterval(milliseconds);
    }

private:
    /** One cheap question; only if somebody wrote, what it was. */
    void look()
    {
        const Result<StoreMark> mark = mStore->mark();
        if (!mark) {
            // A lock is somebody else's writing: the next look will see what it was.
            if (mark.error().code != ErrorCode::Unreachable && !mFailing) {
                mFailing = true;
                mTimer.setInterval(mPace * kPatience);
                emit mOwner.failed(mark.error());
            }
            return;
        }
        if (mFailing) {
            mFailing = false;
            mTimer.setInterval(mPace);
            emit mOwner.recovered();
        }
        if (mark.value().version == mMark.version) {
            return;
        }
        const StoreMark before = std::exchange(mMark, mark.value());
        if (!tellCases()) {
            mMark = before; // what changed is told at the next look
            return;
        }
        QStringList tables;
        for (auto entry = mMark.tables.cbegin(); entry != mMark.tables.cend(); ++entry) {
            if (before.tables.value(entry.key()) != entry.value()) {
                tables.append(entry.key());
            }
        }
        if (!tables.isEmpty()) {
            emit mOwner.tablesChanged(tables);
        }
    }
    bool tellCases()
    {
        const Result<QList<CaseChange>> changes =
            mStore->cases().changesAfter(mPosition, kLargestTold + 1);
        if (!changes || changes.value().isEmpty()) {
            return changes.isOk();
        }
        if (changes.value().size() > kLargestTold) {
            const Result<qint64> last = mStore->cases().lastPosition();
            mPosition = last ? last.value() : changes.value().last().position;
            emit mOwner.manyCasesChanged();
            return true;
        }
        mPosition = changes.value().last().position;
        emit mOwner.casesChanged(changes.value());
        return true;
    }

    StoreThread &mOwner;
    std::unique_ptr<Store> mStore;
    QTimer mTimer;
    qint64 mPosition = 0;
    StoreMark mMark;
    int mPace = kPace;
    bool mFailing = false;
};

StoreThread::StoreThread(QObject *parent)
    : QObject(parent)
    , mWorker(new Worker(*this))
{
    qRegisterMetaType<QList<CaseChange>>();
    qRegisterMetaType<Error>();
    mThread.setObjectName(u"store"_s);
    mWorker->moveToThread(&mThread);
    connect(&mThread, &QThread::finished, mWorker, &QObject::deleteLater);
    mThread.start();
}

StoreThread::~StoreThread()
{
    // Behind everything that was handed over before.
    QMetaObject::invokeMethod(mWorker, [this] { mThread.quit(); });
    mThread.wait();
}

QFuture<Result<StoreInfo>> StoreThread::open(Opener open)
{
    auto promise = std::make_shared<QPromise<Result<StoreInfo>>>();
    QFuture<Result<StoreInfo>> future = promise->future();
    promise->start();
    QMetaObject::invokeMethod(mWorker, [worker = mWorker, promise, open = std::move(open)] {
        promise->addResult(worker->open(open));
        promise->finish();
    });
    return future;
}

void StoreThread::setPace(int milliseconds)
{
    QMetaObject::invokeMethod(mWorker,
                              [worker = mWorker, milliseconds] { worker->setPace(milliseconds); });
}

void StoreThread::post(std::function<void(Store *)> work)
{
    QMetaObject::invokeMethod(mWorker,
                              [worker = mWorker, work = std::move(work)] { worker->work(work); });
}

Error StoreThread::notOpen()
{
    return Error{ErrorCode::Internal, Words::tr("No store is open."), {}};
}

} // namespace gridward
