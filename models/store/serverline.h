// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/storewatch.h"

#include <QString>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

struct pg_conn;

namespace gridward {

/**
 * The second connection of a program to its server, on a thread of its own. It wakes the others
 * when this program has committed (NOTIFY, as gridward_ring() does it: at most every 20 ms for all
 * programs together), hears when others have, and asks every half second whether the server is
 * there. If there is no answer for two seconds, it breaks the first connection, on which a thread
 * may be waiting for ever, and says so; then it tries until the server is back.
 */
class ServerLine final : public StoreWatch
{
public:
    /** `url`: as SqlConnection::openServer(), with the password if it has one. */
    explicit ServerLine(QString url);
    /** Wakes the others first, if that is due; waits a second for it at most. */
    ~ServerLine() override;

    [[nodiscard]] bool isThere() const override { return mIsThere; }
    /** From now on it hears others and watches the server; before, it connects only to wake. */
    void listen();
    /** This program has committed something. Any thread; returns at once. */
    void ring();
    /** The socket of the first connection; -1: none. Any thread. */
    void guard(int socket);

private:
    using Clock = std::chrono::steady_clock;
    enum class State { Down, Connecting, Live };

    void run();
    void connectNow();
    void goOnConnecting();
    void goOnLiving();
    /** Sends what has to be said next, if anything. */
    void speak();
    void say(const char *sql);
    /** The connection is of no use any more. */
    void drop(const QString &why, bool isSilent);
    void wait();
    void wake();
    [[nodiscard]] bool isWanted();

    const QString mUrl;
    int mWaker = -1; ///< an eventfd: something for the thread to do

    std::mutex mMutex; ///< of what follows
    bool mListens = false;
    bool mRings = false;
    bool mIsLeaving = false; ///< nothing follows that a ring could wait for
    bool mStops = false;
    int mGuarded = -1; ///< our own copy of the descriptor: the other may be closed and given away
    std::condition_variable mRung;

    std::atomic_bool mIsRinging = false; ///< the answer that is awaited is to a ring
    std::atomic_bool mIsLost = false;    ///< and that was told
    std::atomic_bool mIsThere = false;

    // The thread's own.
    pg_conn *mConnection = nullptr;
    State mState = State::Down;
    int mPollFor = 0;            ///< events that the connection waits for
    Clock::time_point mDeadline; ///< of what was said, or of connecting
    Clock::time_point mNext;     ///< when to connect, or to ask whether the server is there
    bool mIsWaiting = false;     ///< for an answer
    bool mIsSecondTry = false;
    bool mIsRefused = false; ///< and was told so

    std::thread mThread; ///< the last one: it uses all of them
};

} // namespace gridward
