// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/district.h"

#include <QHash>
#include <QList>
#include <QString>

namespace gridward {

/** How many digits of a grid code name its divisions; 0: the template has no such level. */
struct CodeLengths
{
    int district = 0;
    int street = 0;
    int community = 0;

    /** The last part is the sequence, before it community, street, and all the rest the district.
     */
    [[nodiscard]] static CodeLengths of(const GridCodeTemplate &codeTemplate);
};

/**
 * The divisions that the grids name and that are not among `known`: communities, streets and the
 * district, each the union of its grids. `names` has what the file calls them, by code; without a
 * name the code is taken. Parents first.
 */
[[nodiscard]] QList<Division> divisionsOf(const QList<UnitGrid> &grids,
                                          const CodeLengths &lengths,
                                          const QHash<QString, QString> &names,
                                          const QList<Division> &known);

} // namespace gridward
