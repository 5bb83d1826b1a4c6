// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gis/import/importreport.h"
#include "gis/import/positioning.h"
#include "models/domain/result.h"

#include <QString>
#include <QStringList>

#include <memory>

class OGRGeometry;

namespace gridward {

/** A row of a table or a feature of a map layer. */
struct SourceFeature
{
    qint64 number = 0;
    qint64 line = 0;
    QStringList values; ///< one a column
    QString refusal;    ///< why it cannot be used at all; empty if it can
};

/**
 * The features of one layer of a file, one after another: whatever OGR reads, and CSV (also .gz) by
 * our own reader, which knows lines. Values are text; numbers and dates are written out plainly.
 * One thread at a time.
 */
class FeatureSource
{
public:
    /**
     * NotFound, Unreadable, Unsupported (no file that OGR reads), InvalidInput (no such layer, not
     * the encoding it should be).
     */
    [[nodiscard]] static Result<std::unique_ptr<FeatureSource>> open(const QString &file,
                                                                     const SourceOptions &options);
    FeatureSource() = default;
    FeatureSource(const FeatureSource &) = delete;
    FeatureSource &operator=(const FeatureSource &) = delete;
    virtual ~FeatureSource() = default;

    [[nodiscard]] const QString &name() const { return mName; } ///< of the file, without folder
    [[nodiscard]] const QStringList &columns() const { return mColumns; }
    [[nodiscard]] const QStringList &notes() const { return mNotes; }

    /** The next feature; false at the end. Unreadable if the file breaks off. */
    [[nodiscard]] virtual Result<bool> next(SourceFeature &feature) = 0;
    /** Geometry of the feature last read, to be changed at will; null if it has none. */
    [[nodiscard]] virtual OGRGeometry *geometry() { return nullptr; }

    [[nodiscard]] virtual bool hasGeometry() const { return false; }
    [[nodiscard]] virtual const OGRSpatialReference *system() const { return nullptr; }
    /**
     * What the coordinates look like; to be asked before the first feature. The features are
     * counted one by one only if they do not all lie in degrees; else the file counts as one. Empty
     * if there are none or they have no places.
     */
    [[nodiscard]] virtual CoordinateSurvey survey() { return {}; }
    [[nodiscard]] virtual DegreesRule degreesRule() const { return DegreesRule::Usual; }

protected:
    QString mName;
    QStringList mColumns;
    QStringList mNotes;
};

} // namespace gridward
