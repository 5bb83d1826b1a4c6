// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <memory>

namespace gridward {

/**
 * Keeps other programs from taking an open store for one that nobody has open.
 *
 * SQLite says with POSIX locks that a file is open, and POSIX drops all locks of a process on a
 * file as soon as the process closes any descriptor of it: a file dialog that looks into a file to
 * choose its icon is enough. Another program that then closes the store as "the last one" deletes
 * the journal that is still written to, and what is stored afterwards is lost. This holds the same
 * standing locks once more, by descriptors of its own (open file description locks), which no
 * other descriptor takes away. Sources: fcntl(2), "Open file description locks"; "How To Corrupt
 * An SQLite Database File", 2.2; SQLite's os_unix.c for the bytes.
 *
 * Locks inside of a transaction are not held twice: SQLite takes them anew with each. Where the
 * file system knows no such locks, nothing is held. Any thread.
 */
class StoreFileHold
{
public:
    /** Of a store that is open in WAL mode, so that both of its files are there. */
    explicit StoreFileHold(const QString &path);
    /** Before the connection closes: the last one to close a store puts its journal away. */
    ~StoreFileHold();
    StoreFileHold(const StoreFileHold &) = delete;
    StoreFileHold &operator=(const StoreFileHold &) = delete;

private:
    struct Held;
    std::unique_ptr<Held> mHeld;
};

} // namespace gridward
