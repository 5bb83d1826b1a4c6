// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gis/export/datasetexport.h"

#include <QByteArray>
#include <QVariant>

#include <memory>
#include <optional>

class OGRFeature;

namespace gridward {

/** A column of an exported layer. */
struct ExportField
{
    enum class Type { Text, Integer, Real, Date, Time };

    const char *name;
    const char *shortName; ///< at most ten letters, for Shapefiles
    Type type = Type::Text;
    int width = 64; ///< of texts in a Shapefile, bytes; at most 254
};

/** What to write: name, kind of geometry and columns of the one layer. */
struct ExportSchema
{
    enum class Geometry { None, Point, Area };

    const char *layer;
    Geometry geometry = Geometry::None;
    QList<ExportField> fields;
};

/**
 * Writes one layer row by row into a new file and puts it in place at the end; without finish()
 * nothing is left behind. One thread at a time.
 */
class DatasetWriter
{
public:
    [[nodiscard]] static Result<std::unique_ptr<DatasetWriter>> open(const ExportSchema &schema,
                                                                     const ExportOptions &options);
    DatasetWriter(const DatasetWriter &) = delete;
    DatasetWriter &operator=(const DatasetWriter &) = delete;
    ~DatasetWriter();

    /**
     * Adds a row: a value for each field (invalid: none; times as ISO text in UTC) and its geometry
     * as WKB (empty: none). False if nothing more should come; the reason is kept for finish().
     */
    [[nodiscard]] bool add(const QVariantList &values, const QByteArray &wkb);

    [[nodiscard]] Result<ExportReport> finish();

private:
    struct Parts;

    DatasetWriter();
    [[nodiscard]] Result<void> create(const ExportSchema &schema, const ExportOptions &options);
    [[nodiscard]] Result<void> compileFilter();
    [[nodiscard]] Result<void> createLayer();
    [[nodiscard]] bool createFields();
    void stampDataset();
    /** Into the folder aside: it comes into its place with the file. */
    [[nodiscard]] Result<void> stampBeside();
    void copyField(int field, OGRFeature &feature);
    [[nodiscard]] bool write();
    [[nodiscard]] Result<void> closeDataset();
    [[nodiscard]] Result<void> putInPlace();
    void tellLimits();
    [[nodiscard]] Error failure() const;

    std::unique_ptr<Parts> mParts;
    std::optional<Error> mError;
    ExportReport mReport;
};

} // namespace gridward
