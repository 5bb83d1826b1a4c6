// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/cataloguereading.h"

#include <QDate>
#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

namespace gridward {

/** A catalogue as a store has it, with what it must remember of the past. */
struct CatalogueState
{
    QList<CatalogueEntry> classes;   ///< with those no longer in force
    QList<FilingStandard> standards; ///< in force
    QHash<QString, int> ended;       ///< ids of conditions no longer in force → newest version
};

/** A cell that is to be another one. */
struct CellChange
{
    QString column; ///< its id
    QString before;
    QString after;

    bool operator==(const CellChange &) const = default;
};

/** What happens to one class or condition. */
struct CatalogueChange
{
    enum class Kind { Added, Changed, Ended };

    CatalogueSheet sheet = CatalogueSheet::Classes;
    Kind kind = Kind::Added;
    ClassKey key;
    QString condition; ///< id; empty for a class
    int version = 0;   ///< of the condition: the new one, or the one that ends
    QString name;      ///< of the class, or the words of the condition
    qint64 row = 0;    ///< in the sheet; 0 if it is not there any more
    QList<CellChange> cells;

    bool operator==(const CatalogueChange &) const = default;
};

/** "added", "changed", "ended". */
[[nodiscard]] QString toId(CatalogueChange::Kind kind);

/** What a workbook would change, and the rows to be written for it. */
struct CatalogueDiff
{
    QList<CatalogueChange> changes; ///< classes first; each in the order of the workbook, ends last
    QList<SheetFault> faults;       ///< classes first, by row
    QStringList notes;
    qint64 read = 0;
    qint64 unchanged = 0;
    QList<CatalogueEntry> classes;   ///< to be written
    QList<FilingStandard> standards; ///< to be written: ended versions and new ones

    [[nodiscard]] qsizetype count(CatalogueSheet sheet, CatalogueChange::Kind kind) const;
    /** Rows of the workbook that are or will be in the store. */
    [[nodiscard]] qint64 accepted() const;
};

inline constexpr int kMostConditions = 8; ///< of a class, in an area

/**
 * Compares a workbook with a store. A sheet speaks for the schemes it names: what is in force there
 * and no longer listed ends; other schemes are left alone. Nothing ends while a row is refused: it
 * might have been that one. A condition that changes gets a new version and the old one ends on
 * `day`; nothing else of what is there is touched, and nothing is deleted. Pure; any thread.
 */
[[nodiscard]] CatalogueDiff compareCatalogue(const CatalogueState &store,
                                             const CatalogueWorkbook &workbook,
                                             const CatalogueSurroundings &surroundings,
                                             QDate day);

} // namespace gridward
