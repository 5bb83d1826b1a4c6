// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gis/import/featuresource.h"

#include <QFile>
#include <QJsonObject>

namespace gridward {

/**
 * A file with one JSON object a line (.jsonl, .ndjson) as a table: its columns are the names met in
 * the first lines. A line that is no object is refused, the others are read. One thread at a time.
 */
class JsonLinesSource final : public FeatureSource
{
public:
    /** By its name. */
    [[nodiscard]] static bool isJsonLines(const QString &file);
    /** NotFound, Unreadable; InvalidInput if there is no object in the first lines. */
    [[nodiscard]] static Result<std::unique_ptr<FeatureSource>> open(const QString &file);

    [[nodiscard]] Result<bool> next(SourceFeature &feature) override;

private:
    QFile mFile;
    qint64 mLine = 0;
    qint64 mNumber = 0;
};

} // namespace gridward
