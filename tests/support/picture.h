// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QString>

namespace gridward {

/** How far two pictures of the same size are apart. */
struct PictureDifference
{
    double mean = 0.0;      ///< mean difference of a channel, 0 to 255
    double farPixels = 0.0; ///< share of pixels with a channel more than 40 apart
    bool sameSize = true;
};

[[nodiscard]] PictureDifference compare(const QImage &one, const QImage &other);

/**
 * True if the picture is close enough to tests/data/NAME.png (fonts and anti-aliasing may differ a
 * little). GRIDWARD_UPDATE_PICTURES=1 writes the reference instead; look at it before committing.
 */
[[nodiscard]] bool matchesReference(const QImage &picture, const QString &name);

} // namespace gridward
