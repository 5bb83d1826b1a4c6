// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/storethread.h"

#include "models/store/storewatch.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QHash>

#include <algorithm>
#include <chrono>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr int kPace = 100;         ///< milliseconds between looks at the store
constexpr int kAgain = 500;        ///< milliseconds between looks at a file that cannot be read
constexpr int kAgainServer = 1000; ///< … at a server: fifty seats ask it
constexpr int kBelief = 1000;      ///< milliseconds at least between two words that it answers
constexpr int kLockedLong = 1500;  ///< milliseconds until a lock is more than somebody's writing
constexpr int kStuckLong = 1500;   ///< milliseconds until a look is one that gets no answer
constexpr int kWatch = 250;        ///< milliseconds between looks at that
constexpr int kPoll = 2000;        ///< milliseconds between looks at a store that tells by itself
constexpr int kLargestTold = 2000; ///< events told one by one; above it a reload is cheaper

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(StoreThread)
};

qint64 steadyMilliseconds()
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

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
        mFailing = mIsCutOff = mOwner.mIsStuck = false;
        mLost.reset();
        mWhy.reset();
        mLocked.invalidate();
        mBelieved.invalidate();
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
    void work(const std::function<void(Store *, const Error &)> &work)
    {
        // Never from a file that is not there any more: it would be answered from its remains.
        if (isFileGone() && !mFailing) {
            look();
        }
        if (isFileGone()) {
            work(nullptr, mWhy.value_or(notOpen()));
            return;
        }
        work(mStore.get(), notOpen());
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
    /** While it lives, the owner sees how long a look takes. A server has a watch for that. */
    class Looking
    {
    public:
        Looking(StoreThread &owner, bool isWatched)
            : mOwner(owner)
        {
            mOwner.mLookingSince = isWatched ? 0 : steadyMilliseconds();
        }
        Looking(const Looking &) = delete;
        Looking &operator=(const Looking &) = delete;
        ~Looking()
        {
            mOwner.mLookingSince = 0;
            ++mOwner.mLooks;
        }

    private:
        StoreThread &mOwner;
    };

    [[nodiscard]] bool isFileGone() const
    {
        return mStore && mWatch == nullptr && mStore->isCutOff();
    }
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
        const int again = mWatch != nullptr ? kAgainServer : std::max(kAgain, mPace);
        mTimer.setInterval(mFailing ? again : mWatch != nullptr ? kPoll : mPace);
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
        mWhy = error;
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
        const Looking looking(mOwner, mWatch != nullptr);
        if (mStore->isCutOff() && !connectAgain()) {
            return;
        }
        const Result<StoreMark> mark = mStore->mark();
        if (!mark) {
            miss(mark.error());
            return;
        }
        const bool wasStuck = mOwner.mIsStuck.exchange(false);
        if (std::exchange(mFailing, false) || wasStuck) {
            keepPace();
            emit mOwner.recovered();
        }
        const Result<void> told =
            mark.value().version == mMark.version ? Result<void>() : tell(mark.value());
        if (!told) {
            miss(told.error());
            return;
        }
        mLocked.invalidate();
        if (!mBelieved.isValid() || mBelieved.elapsed() >= kBelief) {
            mBelieved.start();
            emit mOwner.looked();
        }
    }
    [[nodiscard]] bool connectAgain()
    {
        if (mWatch != nullptr && !mWatch->isThere()) {
            if (mLost) {
                mIsCutOff = true;
                fail(*mLost);
            }
            return false; // to try it would hold up all that wait; we are told what becomes of it
        }
        if (const Result<void> back = mStore->reconnect(); !back) {
            fail(back.error());
            return false;
        }
        if (mWatch == nullptr) {
            // It may be an older copy, whose log ends sooner. All is read again as it is back.
            const Result<LogPosition> end = mStore->cases().lastPosition();
            if (!end) {
                miss(end.error());
                return false;
            }
            mPosition.number = std::min(mPosition.number, end.value().number);
        }
        return true;
    }
    /** The look got no answer. */
    void miss(const Error &error)
    {
        if (error.code != ErrorCode::Unreachable) {
            fail(error);
        } else if (mStore->isCutOff()) {
            wake(); // try the connection again, and say so if that fails
        } else if (!mLocked.isValid()) {
            mLocked.start(); // somebody else's writing: the next look will see what it was
        } else if (mLocked.elapsed() >= kLockedLong) {
            fail(error);
        }
    }
    [[nodiscard]] Result<void> tell(const StoreMark &mark)
    {
        if (Result<void> told = tellCases(); !told) {
            return told; // what changed is told at the next look
        }
        QStringList tables;
        for (auto entry = mark.tables.cbegin(); entry != mark.tables.cend(); ++entry) {
            if (mMark.tables.value(entry.key()) != entry.value()) {
                tables.append(entry.key());
            }
        }
        mMark = mark;
        if (!tables.isEmpty()) {
            emit mOwner.tablesChanged(tables);
        }
        return {};
    }
    [[nodiscard]] Result<void> tellCases()
    {
        Result<CaseNews> read = mStore->cases().changesAfter(mPosition, kLargestTold);
        if (!read) {
            return read.error();
        }
        const CaseNews feed = std::move(read).value();
        mPosition = feed.position;
        if (feed.isTooMuch) {
            emit mOwner.manyCasesChanged();
        } else if (!feed.changes.isEmpty()) {
            emit mOwner.casesChanged(feed.changes);
        }
        return {};
    }

    StoreThread &mOwner;
    std::unique_ptr<Store> mStore;
    QTimer mTimer;
    QTimer mWake;
    QElapsedTimer mLooked;
    QElapsedTimer mBelieved; ///< since it was said that the store answers
    QElapsedTimer mLocked;   ///< since looks are kept out
    LogPosition mPosition;
    StoreMark mMark;
    int mPace = kPace;
    int mTurn = 0;                ///< of the stores that were opened
    StoreWatch *mWatch = nullptr; ///< the store's, if it tells by itself that somebody wrote
    bool mFailing = false;
    ErrorCode mTold = ErrorCode::Internal; ///< why it fails, as it was told last
    bool mIsCutOff = false;                ///< and will tell when it is back
    std::optional<Error> mLost;            ///< what the watch said when it lost the server
    std::optional<Error> mWhy;             ///< it failed last
};

StoreThread::StoreThread(QObject *parent)
    : QObject(parent)
    , mWorker(new Worker(*this))
{
    qRegisterMetaType<QList<CaseChange>>();
    qRegisterMetaType<Error>();
    connect(&mWatch, &QTimer::timeout, this, &StoreThread::watch);
    mWatch.start(kWatch);
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

void StoreThread::watch()
{
    const qint64 since = mLookingSince;
    if (since == 0 || steadyMilliseconds() - since < kStuckLong || mIsStuck.exchange(true)) {
        return;
    }
    emit failed(Error{ErrorCode::Unreachable,
                      Words::tr("The store does not answer: another program holds it, or its disk "
                                "does not answer. What is shown may be old; it goes on by itself."),
                      {}});
}

void StoreThread::post(std::function<void(Store *, const Error &)> work)
{
    QMetaObject::invokeMethod(mWorker,
                              [worker = mWorker, work = std::move(work)] { worker->work(work); });
}

Error StoreThread::notOpen()
{
    return Error{ErrorCode::Internal, Words::tr("No store is open."), {}};
}

} // namespace gridward
