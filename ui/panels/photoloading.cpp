// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/photoloading.h"

#include "models/domain/lateranswer.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QImageReader>
#include <QSaveFile>
#include <QStandardPaths>
#include <QThreadPool>
#include <QUuid>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(PhotoLoading)
};

constexpr qint64 kMostPixels = 120'000'000; ///< a small file can unfold into all of the memory

QImage scaled(const QByteArray &content, int side)
{
    QByteArray bytes = content;
    QBuffer buffer(&bytes);
    QImageReader reader(&buffer);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (!size.isValid() || static_cast<qint64>(size.width()) * size.height() > kMostPixels) {
        return {};
    }
    if (size.width() > side || size.height() > side) {
        reader.setScaledSize(size.scaled(side, side, Qt::KeepAspectRatio));
    }
    return reader.read();
}

Result<LoadedPhoto> load(const QString &path, const QTimeZone &zone, int side)
{
    const QString name = QFileInfo(path).fileName();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return Error{ErrorCode::NotFound,
                     Words::tr("The picture “%1” is gone or cannot be read.").arg(name),
                     file.errorString()};
    }
    LoadedPhoto photo;
    photo.path = path;
    photo.attachment.name = name;
    photo.attachment.content =
        file.read(kLargestPhoto + 1); // no more than tells that it is too large
    Result<PhotoFacts> facts = readPhotoFacts(photo.attachment.content, zone);
    if (!facts) {
        return facts.error();
    }
    photo.facts = std::move(facts).value();
    photo.attachment.mediaType = photo.facts.mediaType;
    photo.preview = scaled(photo.attachment.content, side);
    if (photo.preview.isNull()) {
        return Error{ErrorCode::Unreadable,
                     Words::tr("The picture “%1” is damaged or too large to be shown.").arg(name),
                     {}};
    }
    return photo;
}

constexpr qint64 kPastedDays = 30;

QDir pastedFolder()
{
    return QDir(QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) +
                u"/pasted"_s);
}

} // namespace

QString newPastedPath()
{
    return pastedFolder().filePath(QUuid::createUuid().toString(QUuid::WithoutBraces) + u".png"_s);
}

QFuture<Result<void>> keepPasted(const QImage &picture, const QString &path)
{
    return onPool<Result<void>>([picture, path]() -> Result<void> {
        QSaveFile file(path); // half of a picture is none
        const bool kept = QDir().mkpath(QFileInfo(path).path()) &&
                          file.open(QIODevice::WriteOnly) && picture.save(&file, "png") &&
                          file.commit();
        if (!kept) {
            return Error{ErrorCode::Unreachable,
                         Words::tr("The picture could not be kept: the disk may be full."),
                         file.errorString()};
        }
        return {};
    });
}

void forgetPasted(const QStringList &paths)
{
    QStringList ours;
    const QString folder = pastedFolder().path() + u'/';
    for (const QString &path : paths) {
        if (path.startsWith(folder)) {
            ours.append(path);
        }
    }
    if (!ours.isEmpty()) {
        QThreadPool::globalInstance()->start([ours] {
            std::ranges::for_each(ours, [](const QString &path) { QFile::remove(path); });
        });
    }
}

void forgetOldPasted()
{
    QThreadPool::globalInstance()->start([folder = pastedFolder()] {
        // The age of a file is told by the clock of the machine, whatever day the program works in.
        const QDateTime oldest = QDateTime::currentDateTimeUtc().addDays(-kPastedDays);
        for (const QFileInfo &file : folder.entryInfoList({u"*.png"_s}, QDir::Files)) {
            if (file.lastModified() < oldest) {
                QFile::remove(file.filePath());
            }
        }
    });
}

QFuture<Result<LoadedPhoto>> loadPhoto(const QString &path, const QTimeZone &zone, int side)
{
    return onPool<Result<LoadedPhoto>>([path, zone, side] { return load(path, zone, side); });
}

QFuture<QList<QImage>> scalePictures(const QList<Attachment> &pictures, int side)
{
    return onPool<QList<QImage>>([pictures, side] {
        QList<QImage> images;
        for (const Attachment &picture : pictures) {
            images.append(scaled(picture.content, side));
        }
        return images;
    });
}

} // namespace gridward
