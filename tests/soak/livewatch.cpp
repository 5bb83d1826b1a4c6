// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/soak/livewatch.h"

#include <QAbstractEventDispatcher>
#include <QCoreApplication>
#include <QDir>
#include <QThread>
#include <QWidget>

#include <utility>

// Exported by Qt for debuggers; its places: qhooks_p.h.
extern quintptr Q_CORE_EXPORT qtHookData[];

namespace gridward {

namespace {

constexpr int kAddObject = 3;
constexpr int kRemoveObject = 4;

} // namespace

ObjectWatch *ObjectWatch::sWatch = nullptr;

ObjectWatch::ObjectWatch()
{
    sWatch = this;
    qtHookData[kAddObject] = reinterpret_cast<quintptr>(&ObjectWatch::added);
    qtHookData[kRemoveObject] = reinterpret_cast<quintptr>(&ObjectWatch::removed);
}

ObjectWatch::~ObjectWatch()
{
    qtHookData[kAddObject] = 0;
    qtHookData[kRemoveObject] = 0;
    sWatch = nullptr;
}

void ObjectWatch::added(QObject *object)
{
    const std::scoped_lock lock(sWatch->mMutex);
    sWatch->mObjects.insert(object);
}

void ObjectWatch::removed(QObject *object)
{
    const std::scoped_lock lock(sWatch->mMutex);
    sWatch->mObjects.remove(object);
}

void ObjectWatch::count(Holding &into)
{
    const QThread *gui = QThread::currentThread();
    QAbstractEventDispatcher *dispatcher = QAbstractEventDispatcher::instance();
    // Locked: none of another thread is gone while it is looked at.
    const std::scoped_lock lock(mMutex);
    into.objects = static_cast<int>(mObjects.size());
    into.widgets = 0;
    into.timers = 0;
    for (QObject *object : std::as_const(mObjects)) {
        if (object->thread() != gui) {
            continue;
        }
        into.widgets += object->isWidgetType() ? 1 : 0;
        into.timers += static_cast<int>(dispatcher->registeredTimers(object).size());
    }
}

qint64 kilobytesOf(QByteArrayView line)
{
    QFile file(QStringLiteral("/proc/self/status"));
    if (!file.open(QIODevice::ReadOnly)) {
        return 0;
    }
    for (const QByteArray &one : file.readAll().split('\n')) {
        const QList<QByteArray> words = one.simplified().split(' ');
        if (words.first().chopped(words.first().endsWith(':') ? 1 : 0) == line) {
            return words.value(1).toLongLong();
        }
    }
    return 0;
}

int openHandles()
{
    // One of them is the folder itself.
    return static_cast<int>(QDir(QStringLiteral("/proc/self/fd"))
                                .entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot)
                                .size()) -
           1;
}

FrameGaps::FrameGaps()
{
    mTimer.setTimerType(Qt::PreciseTimer);
    QObject::connect(&mTimer, &QTimer::timeout, &mTimer, [this] { strike(); });
    mTimer.start(Beat::kEvery);
}

void FrameGaps::strike()
{
    const ThreadTimes times = ThreadTimes::now();
    if (mSince.isValid()) {
        const double passed = static_cast<double>(mSince.nsecsElapsed()) / 1e6 - Beat::kEvery;
        const double others = static_cast<double>(times.queueing - mBefore.queueing) / 1e6;
        mPassed = std::max(mPassed, passed);
        mLongest = std::max(mLongest, passed - others);
    }
    mBefore = times;
    mSince.start();
}

} // namespace gridward
