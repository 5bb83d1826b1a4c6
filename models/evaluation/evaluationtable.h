// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/stamp.h"
#include "models/evaluation/evaluator.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QVariantList>

namespace gridward {

/** A column of a table that leaves the program. */
struct TableColumn
{
    QString id;    ///< for scripts
    QString title; ///< for people, in the language of the program
    bool isNumber = false;

    bool operator==(const TableColumn &) const = default;
};

/** A table that leaves the program; a cell is a text, a number or invalid (empty). */
struct TableSheet
{
    QString title;
    QList<TableColumn> columns;
    QList<QVariantList> rows;

    bool operator==(const TableSheet &) const = default;
};

/** What a table of figures has beside the code of the unit and its figures. */
struct TableForm
{
    bool names = false;  ///< of the units
    bool counts = false; ///< numerator and denominator beside each figure
    bool ranks = false;  ///< place of each unit beside each figure
    bool total = false;  ///< a last row of all cases
};

/**
 * The figures of an evaluation, a row for each unit: per cent and hours, rounded to two decimals.
 * The first column is `code`, as the store has it.
 */
[[nodiscard]] TableSheet figuresTable(const Evaluation &evaluation, const TableForm &form);
/** How each figure is made, a row for each definition. */
[[nodiscard]] TableSheet definitionsTable(const Evaluation &evaluation);
/** The id of a definition's column: that of its indicator, with `_other` behind the second one's.
 */
[[nodiscard]] QString columnId(const IndicatorDefinition &definition);
/** "93.72"; empty where there is no value. */
[[nodiscard]] QString figureText(const std::optional<double> &value);

/** What becomes a workbook: figures with all there is beside them, definitions, who made it. */
[[nodiscard]] QList<TableSheet> evaluationBook(const Evaluation &evaluation,
                                               const QString &district,
                                               bool isSimulated,
                                               const Stamp &stamp);
/** What stands in the first line of a CSV file. */
enum class CsvHead {
    Ids,    ///< of the columns, the same in every language
    Titles, ///< in words, with units
};
/** A table as a CSV file (RFC 4180, UTF-8). */
[[nodiscard]] QByteArray csvOf(const TableSheet &sheet, CsvHead head = CsvHead::Ids);

/** The definitions of all indicators as a document (Markdown) in the language of the program. */
[[nodiscard]] QString definitionsDocument();

} // namespace gridward
