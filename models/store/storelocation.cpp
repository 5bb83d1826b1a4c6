// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/storelocation.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(StoreLocation)
};
} // namespace

Result<StoreLocation> StoreLocation::parse(const QString &text)
{
    if (text.trimmed().isEmpty()) {
        return Error{ErrorCode::InvalidInput, Words::tr("No file or store was named."), {}};
    }
    if (text.startsWith("postgresql://"_L1) || text.startsWith("postgres://"_L1)) {
        return StoreLocation{Kind::Postgres, text};
    }
    QString path = text;
    const qsizetype scheme = text.indexOf("://"_L1);
    if (scheme > 0) {
        const QUrl url(text);
        if (!url.isLocalFile()) {
            return Error{ErrorCode::InvalidInput,
                         Words::tr("“%1” is neither a file nor a postgresql:// address.")
                             .arg(text.left(scheme + 3)),
                         {}};
        }
        path = url.toLocalFile();
    }
    const QFileInfo info(path);
    if (!info.exists()) {
        return Error{ErrorCode::NotFound,
                     Words::tr("There is no file “%1”. Check the name and the folder.").arg(path),
                     info.absoluteFilePath()};
    }
    if (!info.isReadable()) {
        return Error{ErrorCode::Unreadable,
                     Words::tr("You may not read “%1”. Ask its owner for permission.").arg(path),
                     info.absoluteFilePath()};
    }
    return StoreLocation{Kind::File, info.absoluteFilePath()};
}

} // namespace gridward
