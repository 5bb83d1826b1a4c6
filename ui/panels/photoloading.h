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

// Both work on a thread of the pool: reading and scaling a picture takes longer than a frame.

/** Errors: NotFound for a file that is gone, otherwise as readPhotoFacts(). */
[[nodiscard]] QFuture<Result<LoadedPhoto>>
loadPhoto(const QString &path, const QTimeZone &zone, int side);
/** Null images for what is no picture. */
[[nodiscard]] QFuture<QList<QImage>> scalePictures(const QList<Attachment> &pictures, int side);

} // namespace gridward
