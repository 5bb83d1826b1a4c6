// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <atomic>
#include <thread>
#include <vector>

namespace gridward {

/**
 * A line between programs and a server on a socket of this machine, which can be cut as a cable is:
 * nothing arrives any more and nobody is told. On a thread of its own.
 */
class SilentRelay
{
public:
    explicit SilentRelay(QString serverSocket);
    SilentRelay(const SilentRelay &) = delete;
    SilentRelay &operator=(const SilentRelay &) = delete;
    ~SilentRelay();

    /** Of 127.0.0.1; 0 if it could not be opened. */
    [[nodiscard]] int port() const { return mPort; }
    /** Connections that were open then never say anything again, whatever comes later. */
    void cut() { mIsCut = true; }
    void mend() { mIsCut = false; }

private:
    struct Pair
    {
        int client = -1;
        int server = -1;
        bool isDead = false; ///< was open when the line was cut
    };

    void run();
    void take();
    [[nodiscard]] static bool pass(int from, int to);

    QString mServer;
    int mListener = -1;
    int mPort = 0;
    std::atomic_bool mIsCut = false;
    std::atomic_bool mStops = false;
    std::vector<Pair> mPairs;
    std::thread mThread;
};

} // namespace gridward
