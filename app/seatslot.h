// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLockFile>
#include <QString>

#include <memory>

namespace gridward {

/**
 * The place that a running window has among those of this user on this machine, so that two of them
 * do not write over each other's drafts. It is held as long as this lives; that of a program which
 * crashed is free again, and the next one to start finds its drafts there. Any one thread.
 */
class SeatSlot
{
public:
    /** Takes the first free slot; the folder is made where it is missing. */
    SeatSlot(const QString &folder, const QString &machine);

    /** From 1; 0 where none could be held (a folder that cannot be written). */
    [[nodiscard]] int number() const { return mNumber; }
    /** "desk-7" of the first window, "desk-7 (2)" of the second. */
    [[nodiscard]] QString name() const;

private:
    QString mMachine;
    std::unique_ptr<QLockFile> mLock;
    int mNumber = 0;
};

} // namespace gridward
