// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QString>

#include <memory>

class QTemporaryDir;

namespace gridward {

/**
 * A file that is written in a hidden folder beside where it belongs and renamed when it is
 * complete: there is never half a file. Without putInPlace() nothing is left. Any thread.
 */
class AsideFile
{
public:
    /** NotFound for a missing folder, InvalidInput if a folder has that name, Unreadable if the
     * folder cannot be written. */
    [[nodiscard]] static Result<std::unique_ptr<AsideFile>> beside(const QString &path);
    ~AsideFile();
    AsideFile(const AsideFile &) = delete;
    AsideFile &operator=(const AsideFile &) = delete;

    /** Where to write; of the same name as the file. */
    [[nodiscard]] const QString &path() const { return mAside; }
    /** A file of that name is replaced. Errors as fileError(). */
    [[nodiscard]] Result<void> putInPlace();
    /** The same for another file of the hidden folder, which belongs beside this one. */
    [[nodiscard]] Result<void> putBeside(const QString &name);

private:
    explicit AsideFile(QString path);
    [[nodiscard]] static Result<void> rename(const QString &from, const QString &to);

    QString mPath;
    QString mAside;
    std::unique_ptr<QTemporaryDir> mFolder;
};

/** Why a file could not be written: DiskFull or Unreadable; `code` is an errno or 0. */
[[nodiscard]] Error fileError(const QString &path, int code, const QString &detail);

} // namespace gridward
