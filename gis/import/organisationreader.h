// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gis/import/importreport.h"
#include "models/domain/district.h"
#include "models/domain/result.h"

#include <QList>
#include <QSet>
#include <QString>
#include <QStringList>

namespace gridward {

/** A kind of organisations, as the catalogue's list of handling units has it. */
struct UnitKind
{
    QString key;
    QString name;
    QString nameEn;
    bool handles = false; ///< whether such units are given cases; else they supervise

    bool operator==(const UnitKind &) const = default;
};

struct OrganisationReadOptions
{
    SourceOptions source;
    QList<UnitKind> kinds;     ///< without them every kind is known
    QSet<QString> divisions;   ///< codes of the district's divisions
    QList<Organisation> known; ///< already in the store
};

/** What a list of organisations holds. Nothing is written anywhere. */
struct OrganisationReadReport
{
    QList<Organisation> organisations;
    QList<Refusal> refused;
    QStringList notes;
    qint64 read = 0;
};

/** The kinds of the catalogue (key, name, name_en, role). Errors as readOrganisations(). */
[[nodiscard]] Result<QList<UnitKind>> readUnitKinds(const QString &file);

/**
 * Reads a CSV or XLSX table with a row for each organisation; one that is parent of another may
 * come behind it. Errors as readGrids(); a row that cannot be taken is in the report, and so are
 * the rows below it. Any thread.
 */
[[nodiscard]] Result<OrganisationReadReport>
readOrganisations(const QString &file, const OrganisationReadOptions &options);

} // namespace gridward
