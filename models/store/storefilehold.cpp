// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/storefilehold.h"

#include <QFile>

#include <fcntl.h>
#include <map>
#include <mutex>
#include <optional>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr off_t kSharedByte = 0x40000002; ///< SHARED_FIRST: a reader of the database
constexpr off_t kOpenByte = 128;          ///< UNIX_SHM_DMS: somebody has the index of the WAL open

using FileId = std::pair<dev_t, ino_t>;

struct Descriptor
{
    int number = -1;
    int users = 0;
};

/**
 * By file. A descriptor stays open after its last user: to close it would itself drop the locks of
 * this process, and another connection may have the file open. Those of deleted files are closed.
 */
struct Descriptors
{
    std::mutex mutex;
    std::map<FileId, Descriptor> open;
};

Descriptors &descriptors()
{
    static Descriptors all;
    return all;
}

FileId idOf(const struct stat &file)
{
    return {file.st_dev, file.st_ino};
}

bool setLock(int descriptor, short type, off_t byte)
{
    struct flock lock = {};
    lock.l_type = type;
    lock.l_whence = SEEK_SET;
    lock.l_start = byte;
    lock.l_len = 1;
    return fcntl(descriptor, F_OFD_SETLK, &lock) == 0;
}

void closeDeleted(std::map<FileId, Descriptor> &open)
{
    std::erase_if(open, [](const auto &entry) {
        struct stat file = {};
        const bool gone =
            entry.second.users == 0 && fstat(entry.second.number, &file) == 0 && file.st_nlink == 0;
        if (gone) {
            ::close(entry.second.number);
        }
        return gone;
    });
}

/** The file that is held now, if any. */
std::optional<FileId> hold(const QByteArray &path, off_t byte)
{
    Descriptors &all = descriptors();
    const std::scoped_lock guard(all.mutex);
    closeDeleted(all.open);
    struct stat file = {};
    if (stat(path.constData(), &file) != 0) {
        return std::nullopt;
    }
    Descriptor &found = all.open[idOf(file)];
    if (found.number < 0) {
        found.number = ::open(path.constData(), O_RDONLY | O_CLOEXEC);
    }
    if (found.number < 0 || (found.users == 0 && !setLock(found.number, F_RDLCK, byte))) {
        return std::nullopt; // read only, or no such locks here: SQLite's own are all there is
    }
    ++found.users;
    return idOf(file);
}

void release(const std::optional<FileId> &file, off_t byte)
{
    if (!file) {
        return;
    }
    Descriptors &all = descriptors();
    const std::scoped_lock guard(all.mutex);
    Descriptor &found = all.open[*file];
    if (--found.users == 0) {
        setLock(found.number, F_UNLCK, byte);
    }
}

} // namespace

struct StoreFileHold::Held
{
    std::optional<FileId> database;
    std::optional<FileId> index;
};

StoreFileHold::StoreFileHold(const QString &path)
    : mHeld(std::make_unique<Held>())
{
    mHeld->database = hold(QFile::encodeName(path), kSharedByte);
    mHeld->index = hold(QFile::encodeName(path + u"-shm"_s), kOpenByte);
}

StoreFileHold::~StoreFileHold()
{
    release(mHeld->index, kOpenByte);
    release(mHeld->database, kSharedByte);
}

} // namespace gridward
