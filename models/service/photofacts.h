// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/geopoint.h"
#include "models/domain/instant.h"
#include "models/domain/result.h"

#include <QByteArray>
#include <QString>
#include <QTimeZone>

#include <chrono>
#include <optional>

namespace gridward {

/** The largest picture that goes with a report, and how many of them. */
inline constexpr qint64 kLargestPhoto = 10LL * 1024 * 1024;
inline constexpr int kMostPhotos = 9;
/** A picture from farther away or longer ago is worth a question. */
inline constexpr double kPhotoMetres = 200.0;
inline constexpr std::chrono::hours kPhotoAge{24};

/** What a picture says about itself; much of it may be missing, or wrong as a camera's clock. */
struct PhotoFacts
{
    QString mediaType;
    std::optional<GeoPoint> place;  ///< where it was taken
    std::optional<Instant> takenAt; ///< when

    bool operator==(const PhotoFacts &) const = default;
};

/**
 * Reads EXIF of a JPEG, PNG or WebP. A time without an offset is one of `zone`. What is damaged or
 * makes no sense (0, 0; the year 0) is left out. Unsupported for HEIC and everything that is no
 * picture, InvalidInput for one that is too large. Any thread.
 */
[[nodiscard]] Result<PhotoFacts> readPhotoFacts(const QByteArray &content, const QTimeZone &zone);

} // namespace gridward
