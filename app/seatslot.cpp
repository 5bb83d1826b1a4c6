// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/seatslot.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr int kMostSlots = 32; ///< windows of one user on one machine

} // namespace

SeatSlot::SeatSlot(const QString &folder, const QString &machine)
    : mMachine(machine)
{
    if (!QDir().mkpath(folder)) {
        return;
    }
    for (int number = 1; number <= kMostSlots && mNumber == 0; ++number) {
        auto lock = std::make_unique<QLockFile>(
            QDir(folder).filePath(u"%1-%2.lock"_s.arg(machine).arg(number)));
        lock->setStaleLockTime(0); // a window is open for days; only one that died is gone
        if (lock->tryLock(0)) {
            mLock = std::move(lock);
            mNumber = number;
        }
    }
}

QString SeatSlot::name() const
{
    return mNumber <= 1 ? mMachine : u"%1 (%2)"_s.arg(mMachine).arg(mNumber);
}

} // namespace gridward
