// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

namespace gridward {

/** What to read from a file, and how; the same for every kind of import. A plain value. */
struct SourceOptions
{
    QString layer; ///< its name; empty: the first
    /** "EPSG:n", "gcj02" or "bd09"; empty: what the file says. */
    QString crs;
    QString encoding; ///< of CSV and DBF text, such as "GBK"; empty: UTF-8, or what the DBF says
    /** Our field name to the name of the file's column; wins over the names known here. */
    QHash<QString, QString> mapping;
};

/** A row or feature that was not taken, and why. */
struct Refusal
{
    qint64 number = 0; ///< of the feature or row, counted from 1
    qint64 line = 0;   ///< where it begins in a CSV file, its row in a sheet; 0 in other files
    QString code;      ///< as far as it could be read
    QString reason;    ///< translated

    bool operator==(const Refusal &) const = default;
};

} // namespace gridward
