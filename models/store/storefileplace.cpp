// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/storefileplace.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

std::optional<struct stat> lookAt(const QString &path)
{
    struct stat file = {};
    return ::stat(QFile::encodeName(path).constData(), &file) == 0 ? std::optional(file)
                                                                   : std::nullopt;
}

/** Several programs find out at the same moment: one after the other. */
class FolderLock
{
public:
    explicit FolderLock(const QString &folder)
        : mFolder(::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC))
    {
        if (mFolder >= 0) {
            (void)::flock(mFolder, LOCK_EX); // where there are no such locks, without
        }
    }
    FolderLock(const FolderLock &) = delete;
    FolderLock &operator=(const FolderLock &) = delete;
    ~FolderLock()
    {
        if (mFolder >= 0) {
            ::close(mFolder);
        }
    }

private:
    int mFolder;
};

} // namespace

StoreFilePlace::StoreFilePlace(QString path)
    : mPath(std::move(path))
    , mFile(idOf(mPath))
    , mJournal(idOf(mPath + u"-wal"_s))
    , mIndex(idOf(mPath + u"-shm"_s))
{
}

std::optional<StoreFilePlace::Id> StoreFilePlace::idOf(const QString &path)
{
    const std::optional<struct stat> file = lookAt(path);
    return file ? std::optional(Id{file->st_dev, file->st_ino}) : std::nullopt;
}

bool StoreFilePlace::isSame() const
{
    return mFile && idOf(mPath) == mFile;
}

bool StoreFilePlace::isAny() const
{
    const std::optional<struct stat> file = lookAt(mPath);
    return file && S_ISREG(file->st_mode) && file->st_size > 0;
}

std::optional<qint64> StoreFilePlace::size() const
{
    const std::optional<struct stat> file = lookAt(mPath);
    const bool isTheOne = file && mFile == Id{file->st_dev, file->st_ino};
    return isTheOne ? std::optional<qint64>(file->st_size) : std::nullopt;
}

qint64 StoreFilePlace::journalSize() const
{
    const std::optional<struct stat> file = lookAt(mPath + u"-wal"_s);
    return file ? file->st_size : 0;
}

bool StoreFilePlace::putJournalAside(bool isEmpty) const
{
    const FolderLock lock(QFileInfo(mPath).absolutePath());
    const QString journal = mPath + u"-wal"_s;
    const QString index = mPath + u"-shm"_s;
    if (mIndex && idOf(index) == mIndex && !QFile::remove(index)) {
        return false;
    }
    if (!mJournal || idOf(journal) != mJournal) {
        return true;
    }
    const QString aside =
        journal + u"-before-"_s + QDateTime::currentDateTimeUtc().toString(u"yyyyMMddTHHmmsszzz"_s);
    return isEmpty ? QFile::remove(journal) : QFile::rename(journal, aside);
}

} // namespace gridward
