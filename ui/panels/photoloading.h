// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/caseevent.h"
#include "models/service/photofacts.h"

#include <QFuture>
#include <QImage>
#include <QList>
#include <QString>
#include <QTimeZone>

namespace gridward {

/** A picture as it goes with a report. */
struct LoadedPhoto
{
    QString path;
    Attachment attachment;
    PhotoFacts facts;
    QImage preview; ///< upright, at most the asked number of pixels high and wide
};

// All of them work on a thread of the pool: reading and scaling a picture takes longer than a
// frame.

/** Errors: NotFound for a file that is gone, otherwise as readPhotoFacts(). */
[[nodiscard]] QFuture<Result<LoadedPhoto>>
loadPhoto(const QString &path, const QTimeZone &zone, int side);
/** Null images for what is no picture. */
[[nodiscard]] QFuture<QList<QImage>> scalePictures(const QList<Attachment> &pictures, int side);

// Pictures that were pasted have no file: they are given one in a folder of ours, since what is
// only in the clipboard would be lost in a crash. A draft names it, so it lives as long as that.

/** Where a picture that is pasted now will be kept. */
[[nodiscard]] QString newPastedPath();
/** Unreachable if it cannot be written. */
[[nodiscard]] QFuture<Result<void>> keepPasted(const QImage &picture, const QString &path);
/** Those of these files that were pasted are deleted; no others. */
void forgetPasted(const QStringList &paths);
/** Deletes pasted pictures that are older than 30 days, of drafts that nobody wants any more. */
void forgetOldPasted();

} // namespace gridward
