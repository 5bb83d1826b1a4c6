// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/stamp.h"

#include <QImage>
#include <QString>

namespace gridward {

/**
 * Writes who made a PDF, when and what it is called into the information of the file. False if this
 * GDAL cannot: the file is as it was. Nothing happens without a user. Any thread.
 */
[[nodiscard]] bool stampPdf(const QString &file, const Stamp &stamp, const QString &title);

/** The same for a picture: its texts, which a PNG keeps. */
void stampImage(QImage &picture, const Stamp &stamp);

} // namespace gridward
