// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/attachmentfiles.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QMimeDatabase>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CaseCommand)
};

constexpr qint64 kLargestAttachment = 64LL * 1024 * 1024;

} // namespace

Result<QList<Attachment>> attachmentsFrom(const QStringList &paths)
{
    QList<Attachment> attachments;
    const QMimeDatabase types;
    for (const QString &path : paths) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly)) {
            return Error{
                ErrorCode::InvalidInput,
                Words::tr("The attachment “%1” cannot be read: %2").arg(path, file.errorString()),
                {}};
        }
        if (file.size() > kLargestAttachment) {
            return Error{ErrorCode::InvalidInput,
                         Words::tr("The attachment “%1” is larger than 64 MB.").arg(path),
                         {}};
        }
        // Phones call every picture the same: the second one gets a number.
        const QFileInfo info(path);
        QString name = info.fileName();
        const auto taken = [&](const Attachment &other) { return other.name == name; };
        for (int copy = 2; std::ranges::any_of(attachments, taken); ++copy) {
            name = u"%1-%2.%3"_s.arg(info.completeBaseName()).arg(copy).arg(info.suffix());
        }
        attachments.append({name, types.mimeTypeForFile(path).name(), file.readAll()});
    }
    return attachments;
}

} // namespace gridward
