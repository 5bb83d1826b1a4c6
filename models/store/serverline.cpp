// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/serverline.h"

#include "models/store/serverrefusal.h"
#include "models/store/serverstatement.h"

#include <QCoreApplication>
#include <QRandomGenerator>

#include <algorithm>
#include <array>
#include <libpq-fe.h>
#include <optional>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ServerLine)
};

constexpr auto kPatience = 2s;     ///< until silence counts as lost
constexpr auto kHeartbeat = 500ms; ///< between two questions whether it is there
constexpr auto kFarewell = 1s;     ///< at the end, for a ring that is due
constexpr int kRetry = 400;        ///< milliseconds until it tries again …
constexpr int kSpread = 300;       ///< … and up to so many more: fifty seats come back together
constexpr auto kRefused = 15s;     ///< until somebody who is not let in asks again
constexpr auto kLongSleep = 3600s;

} // namespace

ServerLine::ServerLine(QString url)
    : mUrl(std::move(url))
    , mWaker(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
    , mThread([this] { run(); })
{
}

ServerLine::~ServerLine()
{
    {
        std::unique_lock lock(mMutex);
        mIsLeaving = true;
        mRung.wait_for(lock, kFarewell, [this] { return (!mRings && !mIsRinging) || mIsLost; });
        mStops = true;
    }
    wake();
    mThread.join();
    guard(-1);
    close(mWaker);
}

void ServerLine::listen()
{
    {
        const std::lock_guard lock(mMutex);
        mListens = true;
    }
    wake();
}

void ServerLine::ring()
{
    bool listens = false;
    {
        const std::lock_guard lock(mMutex);
        mRings = true;
        listens = mListens;
    }
    wake();
    if (listens) {
        emit written(); // nobody has to tell us what we did
    }
}

void ServerLine::guard(int socket)
{
    const std::lock_guard lock(mMutex);
    if (mGuarded >= 0) {
        close(mGuarded);
    }
    mGuarded = socket >= 0 ? dup(socket) : -1;
}

void ServerLine::wake()
{
    (void)eventfd_write(mWaker, 1);
}

bool ServerLine::isWanted()
{
    const std::lock_guard lock(mMutex);
    return mListens || mRings;
}

void ServerLine::run()
{
    while (true) {
        wait();
        {
            const std::lock_guard lock(mMutex);
            if (mStops) {
                break;
            }
        }
        switch (mState) {
        case State::Down:
            if (isWanted() && Clock::now() >= mNext) {
                connectNow();
            }
            break;
        case State::Connecting:
            goOnConnecting();
            break;
        case State::Live:
            goOnLiving();
            break;
        }
    }
    PQfinish(mConnection);
}

/** Until there is something to do: an answer, an order, a time. */
void ServerLine::wait()
{
    std::array<pollfd, 2> watched{};
    watched[0] = {mWaker, POLLIN, 0};
    nfds_t count = 1;
    Clock::time_point until = Clock::now() + kLongSleep;
    if (mState == State::Down) {
        until = isWanted() ? mNext : until;
    } else {
        watched[1] = {PQsocket(mConnection), static_cast<short>(mPollFor), 0};
        count = 2;
        until = mIsWaiting || mState == State::Connecting ? mDeadline : mNext;
    }
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(until - Clock::now());
    (void)poll(watched.data(), count, static_cast<int>(std::max<qint64>(left.count(), 0)));
    eventfd_t ignored = 0;
    (void)eventfd_read(mWaker, &ignored);
}

void ServerLine::connectNow()
{
    const QByteArray url = mUrl.toUtf8();
    const std::array<const char *, 3> keys{"dbname", "application_name", nullptr};
    const std::array<const char *, 3> values{url.constData(), "gridward (line)", nullptr};
    mConnection = PQconnectStartParams(keys.data(), values.data(), 1);
    if (mConnection == nullptr || PQstatus(mConnection) == CONNECTION_BAD) {
        drop(QString::fromUtf8(PQerrorMessage(mConnection)).trimmed(), false);
        return;
    }
    PQsetNoticeReceiver(mConnection, server::takeNotice, nullptr);
    PQsetErrorVerbosity(mConnection, PQERRORS_VERBOSE);
    mState = State::Connecting;
    mPollFor = POLLOUT;
    mDeadline = Clock::now() + kPatience;
}

void ServerLine::goOnConnecting()
{
    if (Clock::now() >= mDeadline) {
        drop(Words::tr("no answer"), true);
        return;
    }
    pollfd ready{PQsocket(mConnection), static_cast<short>(mPollFor), 0};
    if (poll(&ready, 1, 0) == 0) {
        return; // woken by something else
    }
    switch (PQconnectPoll(mConnection)) {
    case PGRES_POLLING_READING:
        mPollFor = POLLIN;
        break;
    case PGRES_POLLING_WRITING:
        mPollFor = POLLOUT;
        break;
    case PGRES_POLLING_OK:
        mState = State::Live;
        mPollFor = POLLIN;
        mIsSecondTry = false;
        say("SET synchronous_commit TO off; SET search_path TO gridward, public; LISTEN gridward");
        break;
    default:
        drop(QString::fromUtf8(PQerrorMessage(mConnection)).trimmed(), false);
        break;
    }
}

void ServerLine::goOnLiving()
{
    if (PQconsumeInput(mConnection) == 0) {
        drop(QString::fromUtf8(PQerrorMessage(mConnection)).trimmed(), false);
        return;
    }
    bool isWoken = false;
    while (PGnotify *notify = PQnotifies(mConnection)) {
        PQfreemem(notify);
        isWoken = true;
    }
    while (mIsWaiting && PQisBusy(mConnection) == 0) {
        PGresult *answer = PQgetResult(mConnection);
        if (answer != nullptr) {
            PQclear(answer); // a ring that was refused wakes nobody: they look every two seconds
            continue;
        }
        mIsWaiting = false;
        mIsThere = true;
        mNext = Clock::now() + kHeartbeat;
        if (PQstatus(mConnection) == CONNECTION_BAD) {
            drop(QString::fromUtf8(PQerrorMessage(mConnection)).trimmed(), false);
            return;
        }
        if (mIsRinging.exchange(false)) {
            mRung.notify_all();
        }
        mIsRefused = false;
        if (mIsLost.exchange(false)) {
            emit found();
            isWoken = false;
        }
    }
    if (mIsWaiting && Clock::now() >= mDeadline) {
        drop(Words::tr("no answer"), true);
        return;
    }
    if (isWoken) {
        emit written();
    }
    if (!mIsWaiting) {
        speak();
    }
}

void ServerLine::speak()
{
    bool rings = false;
    bool listens = false;
    bool isLeaving = false;
    {
        const std::lock_guard lock(mMutex);
        mIsRinging = mRings;
        rings = std::exchange(mRings, false); // what is committed from now on needs another one
        listens = mListens;
        isLeaving = mIsLeaving;
    }
    if (rings) {
        say(isLeaving ? "SELECT gridward_ring(0)" : "SELECT gridward_ring(20)");
    } else if (Clock::now() >= mNext) {
        if (listens) {
            say("");
        } else {
            mNext = Clock::now() + kLongSleep;
        }
    }
}

void ServerLine::say(const char *sql)
{
    mIsWaiting = true;
    mDeadline = Clock::now() + kPatience;
    if (PQsendQuery(mConnection, sql) == 0) {
        drop(QString::fromUtf8(PQerrorMessage(mConnection)).trimmed(), false);
    }
}

void ServerLine::drop(const QString &why, bool isSilent)
{
    mIsThere = false; // before the other connection is broken: nobody is to try it again now
    const std::optional<Error> refusal =
        mState == State::Connecting ? server::refusalBy(mConnection, why) : std::nullopt;
    PQfinish(mConnection);
    mConnection = nullptr;
    mState = State::Down;
    mIsWaiting = false;
    mNext = Clock::now();
    if (mIsRinging.exchange(false)) {
        const std::lock_guard lock(mMutex);
        mRings = true;
    }
    // A connection may be closed for no more than its own sake: then the next one is there at once.
    if (!isSilent && !std::exchange(mIsSecondTry, true)) {
        return;
    }
    mNext += refusal
                 ? std::chrono::milliseconds(kRefused)
                 : std::chrono::milliseconds(kRetry + QRandomGenerator::global()->bounded(kSpread));
    bool listens = false;
    {
        const std::lock_guard lock(mMutex);
        listens = mListens;
        if (isSilent && mGuarded >= 0) {
            shutdown(mGuarded, SHUT_RDWR);
        }
    }
    // Whom it does not let in any more is told that too, though the server was gone before.
    const bool isNews = refusal && !std::exchange(mIsRefused, true);
    if ((!mIsLost.exchange(true) || isNews) && listens) {
        emit lost(refusal.value_or(
            Error{ErrorCode::Unreachable,
                  Words::tr("The server does not answer. What is shown may be old; it goes "
                            "on by itself when the server is back."),
                  why}));
    }
    mRung.notify_all();
}

} // namespace gridward
