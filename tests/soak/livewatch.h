// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/guibeat.h"

#include <QSet>

#include <mutex>

namespace gridward {

/** What a process holds at a moment. */
struct Holding
{
    double seconds = 0.0; ///< since the beginning
    qint64 resident = 0;  ///< kB
    qint64 own = 0;       ///< kB of it that are no pages of files: programs, fonts, the store
    int handles = 0;      ///< open files, sockets, pipes …
    int objects = 0;      ///< QObjects alive
    int widgets = 0;
    int timers = 0; ///< running, of objects of the GUI thread
};

/**
 * Sees every QObject of the process come and go, by the hooks that Qt has for debuggers: what a
 * tree of objects does not show (no parent, another thread) is counted too. One at a time.
 */
class ObjectWatch
{
public:
    ObjectWatch();
    ~ObjectWatch();
    ObjectWatch(const ObjectWatch &) = delete;
    ObjectWatch &operator=(const ObjectWatch &) = delete;

    /** Puts objects, widgets and timers down. In the GUI thread. */
    void count(Holding &into);

private:
    static void added(QObject *object);
    static void removed(QObject *object);

    static ObjectWatch *sWatch;
    std::mutex mMutex;
    QSet<QObject *> mObjects;
};

/** A line of /proc/self/status that counts kilobytes, such as "VmRSS". */
[[nodiscard]] qint64 kilobytesOf(QByteArrayView line);
[[nodiscard]] int openHandles();

/**
 * The longest time in which the GUI thread could draw nothing, as Beat counts it: what it worked
 * and waited at a stretch, without what others on the machine took from it. Made in that thread.
 */
class FrameGaps
{
public:
    FrameGaps();

    /** Milliseconds, and begins anew. */
    [[nodiscard]] double takeLongest() { return std::exchange(mLongest, 0.0); }
    /** The same by the clock on the wall, with what others took. */
    [[nodiscard]] double takeLongestPassed() { return std::exchange(mPassed, 0.0); }

private:
    void strike();

    QTimer mTimer;
    QElapsedTimer mSince;
    ThreadTimes mBefore;
    double mLongest = 0.0;
    double mPassed = 0.0;
};

} // namespace gridward
