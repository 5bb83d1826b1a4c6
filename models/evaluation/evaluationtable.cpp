// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/evaluation/evaluationtable.h"

#include "models/domain/csvtext.h"

#include <QCoreApplication>

#include <cmath>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(EvaluationTable)
};

constexpr int kDecimals = 2;
constexpr double kHundredths = 100.0;

QVariant numberOr(const std::optional<double> &value)
{
    return value ? QVariant(std::round(*value * kHundredths) / kHundredths) : QVariant();
}

QString unitWord(const IndicatorDefinition &definition)
{
    return definition.isTime ? Words::tr("h") : u"%"_s;
}

QString titleOf(const IndicatorDefinition &definition)
{
    const QString name = wordsOf(definition).name;
    return definition.definition == Definition::Other ? Words::tr("%1, other definition").arg(name)
                                                      : name;
}

QList<TableColumn> columnsOf(const Evaluation &evaluation, const TableForm &form)
{
    QList<TableColumn> columns{{u"code"_s, Words::tr("Code"), false}};
    if (form.names) {
        columns.append({u"name"_s, Words::tr("Name"), false});
    }
    if (form.counts) {
        columns.append({u"cases"_s, Words::tr("Cases"), true});
    }
    for (const IndicatorDefinition *one : evaluation.definitions) {
        const QString id = columnId(*one);
        const QString title = titleOf(*one);
        columns.append({id, Words::tr("%1 (%2)").arg(title, unitWord(*one)), true});
        if (form.counts && !one->isTime) {
            columns.append({id + u"_part"_s, Words::tr("%1: numerator").arg(title), true});
        }
        if (form.counts) {
            columns.append({id + u"_whole"_s, Words::tr("%1: denominator").arg(title), true});
        }
        if (form.ranks) {
            columns.append({id + u"_rank"_s, Words::tr("%1: rank").arg(title), true});
        }
    }
    return columns;
}

QString cellText(const QVariant &cell)
{
    if (!cell.isValid()) {
        return {};
    }
    return cell.typeId() == QMetaType::Double ? QString::number(cell.toDouble(), 'f', kDecimals)
                                              : cell.toString();
}

} // namespace

QString columnId(const IndicatorDefinition &definition)
{
    return definition.definition == Definition::Other ? toId(definition.indicator) + u"_other"_s
                                                      : toId(definition.indicator);
}

QString figureText(const std::optional<double> &value)
{
    return value ? QString::number(*value, 'f', kDecimals) : QString();
}

TableSheet figuresTable(const Evaluation &evaluation, const TableForm &form)
{
    TableSheet sheet{Words::tr("Figures"), columnsOf(evaluation, form), {}};
    QList<QList<std::optional<int>>> ranks;
    for (qsizetype place = 0; form.ranks && place < evaluation.definitions.size(); ++place) {
        ranks.append(evaluation.ranks(place));
    }
    const auto add = [&](const EvaluationRow &row, qsizetype number) {
        QVariantList cells{row.code};
        if (form.names) {
            cells.append(row.name);
        }
        if (form.counts) {
            cells.append(row.cases);
        }
        for (qsizetype place = 0; place < evaluation.definitions.size(); ++place) {
            const IndicatorDefinition &one = *evaluation.definitions.at(place);
            const std::optional<Figure> &figure = row.figures.at(place);
            cells.append(figure ? numberOr(figure->value(one.isTime)) : QVariant());
            if (form.counts && !one.isTime) {
                cells.append(figure ? QVariant(figure->part) : QVariant());
            }
            if (form.counts) {
                cells.append(figure ? QVariant(figure->whole) : QVariant());
            }
            if (form.ranks) {
                const std::optional<int> rank =
                    number < 0 ? std::nullopt : ranks.at(place).at(number);
                cells.append(rank ? QVariant(*rank) : QVariant());
            }
        }
        sheet.rows.append(cells);
    };
    for (qsizetype number = 0; number < evaluation.rows.size(); ++number) {
        add(evaluation.rows.at(number), number);
    }
    if (form.total) {
        EvaluationRow all = evaluation.all;
        all.name = Words::tr("All");
        add(all, -1);
    }
    return sheet;
}

TableSheet definitionsTable(const Evaluation &evaluation)
{
    TableSheet sheet{Words::tr("Definitions"),
                     {{u"id"_s, Words::tr("Id"), false},
                      {u"name"_s, Words::tr("Name"), false},
                      {u"denominator"_s, Words::tr("Denominator"), false},
                      {u"numerator"_s, Words::tr("Numerator"), false},
                      {u"note"_s, Words::tr("Note"), false}},
                     {}};
    for (const IndicatorDefinition *one : evaluation.definitions) {
        const IndicatorWords words = wordsOf(*one);
        sheet.rows.append({columnId(*one), titleOf(*one), words.whole, words.part, words.note});
    }
    return sheet;
}

QList<TableSheet> evaluationBook(const Evaluation &evaluation,
                                 const QString &district,
                                 bool isSimulated,
                                 const Stamp &stamp)
{
    const TableSheet about{
        Words::tr("About"),
        {{u"what"_s, Words::tr("What"), false}, {u"value"_s, Words::tr("Value"), false}},
        {{Words::tr("District"), district},
         {Words::tr("Cases registered in"), evaluation.period.toText()},
         {Words::tr("Limits judged as of"), zonedText(evaluation.asOf, stamp.timeZone)},
         {Words::tr("Made"), stamp.when()},
         {Words::tr("Made by"), stamp.who()},
         {Words::tr("Data"), isSimulated ? Words::tr("simulated") : Words::tr("real")}}};
    return {
        figuresTable(evaluation, {true, true, true, true}), definitionsTable(evaluation), about};
}

QByteArray csvOf(const TableSheet &sheet, CsvHead head)
{
    QStringList header;
    for (const TableColumn &column : sheet.columns) {
        header.append(head == CsvHead::Ids ? column.id : column.title);
    }
    QByteArray text = csvLine(header);
    for (const QVariantList &row : sheet.rows) {
        QByteArrayList cells;
        for (const QVariant &cell : row) {
            // A code is what it is, whatever a spreadsheet may take it for.
            cells.append(cells.isEmpty() ? csvExact(cellText(cell)) : csvCell(cellText(cell)));
        }
        text += csvLine(cells);
    }
    return text;
}

QString definitionsDocument()
{
    QString text;
    for (const IndicatorDefinition &one : indicatorDefinitions()) {
        const IndicatorWords words = wordsOf(one);
        text += u"### %1 `%2`\n\n"_s.arg(titleOf(one), columnId(one));
        text += Words::tr("- of: %1\n").arg(words.whole);
        text += one.isTime ? Words::tr("- measured: %1\n").arg(words.part)
                           : Words::tr("- which of them: %1\n").arg(words.part);
        if (!words.note.isEmpty()) {
            text += u"- %1\n"_s.arg(words.note);
        }
        text += u'\n';
    }
    return text;
}

} // namespace gridward
