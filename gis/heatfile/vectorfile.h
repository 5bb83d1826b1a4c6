// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QString>

#include <memory>

class GDALDataset;
class OGRLayer;

namespace gridward {

struct CloseVectorFile
{
    void operator()(GDALDataset *dataset) const;
};

/** A file of shapes, opened by OGR for reading; one thread at a time. */
struct VectorFile
{
    std::unique_ptr<GDALDataset, CloseVectorFile> dataset;
    OGRLayer *layer = nullptr; ///< the one that is wanted; of the dataset
    QString crs;               ///< WKT; empty if the file does not say
};

/**
 * Opens a file, also one packed by gzip, and finds the layer: the named one, or the only one. A CSV
 * gets its points from the columns that name them. NotFound, Unsupported, InvalidInput.
 */
[[nodiscard]] Result<VectorFile> openVectorFile(const QString &file, const QString &layer);

/** Names of the layer's fields, for messages. */
[[nodiscard]] QString fieldNames(const OGRLayer &layer);

/** The coordinate system that the user named, as WKT; InvalidInput if there is none of that name.
 */
[[nodiscard]] Result<QString> crsNamed(const QString &text);

} // namespace gridward
