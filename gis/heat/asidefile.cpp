// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/heat/asidefile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>

#include <cerrno>
#include <fcntl.h>
#include <filesystem>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(AsideFile)
};

/** Onto the disk before it gets its name: a crash leaves the former file, or all of this one. */
bool flush(const std::string &path)
{
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) {
        return false;
    }
    const bool isFlushed = ::fsync(descriptor) == 0;
    ::close(descriptor);
    return isFlushed;
}

} // namespace

Error fileError(const QString &path, int code, const QString &detail)
{
    const QString name = QFileInfo(path).fileName();
    if (code == ENOSPC || code == EDQUOT || detail.contains("No space left"_L1)) {
        return {ErrorCode::DiskFull,
                Words::tr("There is no room left to write “%1”. Free some, or choose another disk.")
                    .arg(name),
                detail};
    }
    return {ErrorCode::Unreadable,
            Words::tr("“%1” cannot be written. Check that you may write in its folder.").arg(name),
            detail};
}

AsideFile::AsideFile(QString path)
    : mPath(std::move(path))
{
}

AsideFile::~AsideFile() = default;

Result<std::unique_ptr<AsideFile>> AsideFile::beside(const QString &path)
{
    const QFileInfo info(path);
    const QString folder = info.absolutePath();
    if (!QFileInfo(folder).isDir()) {
        return Error{
            ErrorCode::NotFound,
            Words::tr("There is no folder “%1”. Make it first, or choose another.").arg(folder),
            {}};
    }
    if (info.fileName().isEmpty() || info.isDir()) {
        return Error{ErrorCode::InvalidInput,
                     Words::tr("“%1” is a folder. Choose a name for the file.").arg(path),
                     {}};
    }
    std::unique_ptr<AsideFile> file(new AsideFile(info.absoluteFilePath()));
    errno = 0;
    file->mFolder = std::make_unique<QTemporaryDir>(folder + u"/.gridward-XXXXXX"_s);
    if (!file->mFolder->isValid()) {
        return fileError(path, errno, file->mFolder->errorString());
    }
    file->mAside = file->mFolder->filePath(info.fileName());
    return file;
}

Result<void> AsideFile::rename(const QString &from, const QString &to)
{
    errno = 0;
    if (!flush(from.toStdString())) {
        return fileError(to, errno, u"fsync"_s);
    }
    std::error_code problem;
    std::filesystem::rename(from.toStdString(), to.toStdString(), problem);
    if (problem) {
        return fileError(to, problem.value(), QString::fromStdString(problem.message()));
    }
    return {};
}

Result<void> AsideFile::putInPlace()
{
    return rename(mAside, mPath);
}

Result<void> AsideFile::putBeside(const QString &name)
{
    return rename(mFolder->filePath(name), QFileInfo(mPath).dir().filePath(name));
}

} // namespace gridward
