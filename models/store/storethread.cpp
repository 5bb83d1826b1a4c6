// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/storethread.h"

#include "models/store/storewatch.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QHash>

#include <algorithm>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr int kPace = 100;         ///< milliseconds between looks at the store
constexpr int kPatience = 50;      ///< times the pace, while the store cannot be read
constexpr int kPoll = 2000;        ///< milliseconds between looks at a store that tells by itself
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
        mWake.setParent(this);
        mWake.setSingleShot(true);
        connect(&mWake, &QTimer::timeout, this, &Worker::look);
    }

    Result<StoreInfo> open(const Opener &open)
    {
        mTimer.stop();
        mWake.stop();
        mFailing = mIsCutOff = false;
        mLost.reset();
        mWatch = nullptr;
        ++mTurn;
        mStore.reset();
        Result<std::unique_ptr<Store>> opened = open();
        if (!opened) {
            return opened.error();
        }
        mStore = std::move(opened).value();
        const Result<LogPosition> position = mStore->cases().lastPosition();
        const Result<StoreMark> mark = mStore->mark();
        if (!position || !mark) {
            const Error error = position ? mark.error() : position.error();
            mStore.reset();
            return error;
        }
        mPosition = position.value();
        mMark = mark.value();
        watch();
        keepPace();
        mTimer.start();
        return mStore->info();
    }
    void work(const std::function<void(Store *)> &work)
    {
        work(mStore.get());
        if (mStore && mWatch == nullptr) {
            look(); // our own changes are told at once
        } else if (mStore && mStore->isCutOff() && !mIsCutOff && !mFailing) {
            look(); // it may be no more than this connection
        }
    }
    void setPace(int milliseconds)
    {
        mPace = milliseconds;
        keepPace();
    }

private:
    void watch()
    {
        StoreWatch *watch = mStore->watch();
        mWatch = watch;
        if (watch == nullptr) {
            return;
        }
        // What a store told that is closed by now is of no interest.
        const auto whileOpen = [this, turn = mTurn](auto &&act) {
            if (turn == mTurn) {
                act();
            }
        };
        connect(watch, &StoreWatch::written, this, [this, whileOpen] {
            whileOpen([this] {
                if (!mFailing) { // else every step of the others would be a reason to connect again
                    wake();
                }
            });
        });
        connect(watch, &StoreWatch::lost, this, [this, whileOpen](const Error &error) {
            whileOpen([this, &error] { lose(error); });
        });
        connect(watch, &StoreWatch::found, this, [this, whileOpen] {
            whileOpen([this] { resume(); });
        });
    }
    void keepPace()
    {
        mTimer.setInterval(mWatch != nullptr ? kPoll : mFailing ? mPace * kPatience : mPace);
    }
    /** Soon, but not more often than somebody who looks at a file would. */
    void wake()
    {
        if (!mWake.isActive()) {
            const qint64 since = mLooked.isValid() ? mLooked.elapsed() : mPace;
            mWake.start(static_cast<int>(std::clamp<qint64>(mPace / 2 - since, 0, mPace)));
        }
    }
    void lose(const Error &error)
    {
        // It may be the second connection alone that is not let in; it does not say so twice.
        mLost = error;
        if (!mStore->mark()) {
            mIsCutOff = true;
            fail(error);
        }
    }
    void resume()
    {
        mIsCutOff = false;
        mLost.reset();
        look();
    }
    void fail(const Error &error)
    {
        // Once, and again if it is something else: a server that is back, and lets nobody in.
        const bool isNews = !std::exchange(mFailing, true) || error.code != mTold;
        mTold = error.code;
        if (isNews) {
            keepPace();
            emit mOwner.failed(error);
        }
    }

    /** One cheap question; only if somebody wrote, what it was. */
    void look()
    {
        if (mIsCutOff) {
            return; // we are told when it is back
        }
        mLooked.start();
        if (mStore->isCutOff()) {
            if (mWatch != nullptr && !mWatch->isThere()) {
                if (mLost) {
                    mIsCutOff = true;
                    fail(*mLost);
                }
                return; // to try it would hold up all that wait; we are told what becomes of it
            }
            if (const Result<void> back = mStore->reconnect(); !back) {
                fail(back.error());
                return;
            }
        }
        const Result<StoreMark> mark = mStore->mark();
        if (!mark) {
            // A lock is somebody else's writing: the next look will see what it was.
            if (mark.error().code != ErrorCode::Unreachable) {
                fail(mark.error());
            } else if (mStore->isCutOff()) {
                wake(); // try the connection again, and say so if that fails
            }
            return;
        }
        if (std::exchange(mFailing, false)) {
            keepPace();
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
        Result<CaseNews> read = mStore->cases().changesAfter(mPosition, kLargestTold);
        if (!read) {
            return false;
        }
        const CaseNews feed = std::move(read).value();
        mPosition = feed.position;
        if (feed.isTooMuch) {
            emit mOwner.manyCasesChanged();
        } else if (!feed.changes.isEmpty()) {
            emit mOwner.casesChanged(feed.changes);
        }
        return true;
    }

    StoreThread &mOwner;
    std::unique_ptr<Store> mStore;
    QTimer mTimer;
    QTimer mWake;
    QElapsedTimer mLooked;
    LogPosition mPosition;
    StoreMark mMark;
    int mPace = kPace;
    int mTurn = 0;                ///< of the stores that were opened
    StoreWatch *mWatch = nullptr; ///< the store's, if it tells by itself that somebody wrote
    bool mFailing = false;
    ErrorCode mTold = ErrorCode::Internal; ///< why it fails, as it was told last
    bool mIsCutOff = false;                ///< and will tell when it is back
    std::optional<Error> mLost;            ///< what the watch said when it lost the server
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
    const LaterAnswer<Result<StoreInfo>> answer(this);
    QMetaObject::invokeMethod(mWorker, [worker = mWorker, answer, open = std::move(open)] {
        answer.give(worker->open(open));
    });
    return answer.future();
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
