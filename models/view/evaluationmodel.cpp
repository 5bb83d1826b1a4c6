// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/view/evaluationmodel.h"

#include "models/evaluation/evaluationtable.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(EvaluationWords)
};

const QString kNothing = u"–"_s;

std::optional<double> valueOf(const IndicatorDefinition &definition,
                              const std::optional<Figure> &figure)
{
    return figure ? figure->value(definition.isTime) : std::nullopt;
}

/** "93 / 100"; of a time how many were measured. */
QString casesText(const IndicatorDefinition &definition, const std::optional<Figure> &figure)
{
    if (!figure) {
        return kNothing;
    }
    return definition.isTime ? evaluation_words::count(figure->whole)
                             : u"%1 / %2"_s.arg(evaluation_words::count(figure->part),
                                                evaluation_words::count(figure->whole));
}

std::optional<Figure> allOf(const std::optional<Evaluation> &evaluation, qsizetype place)
{
    return evaluation ? evaluation->all.figures.value(place) : std::nullopt;
}

} // namespace

QString evaluation_words::count(qint64 count)
{
    return QLocale(QLocale::English).toString(count);
}

QString evaluation_words::word(EvaluationLevel level)
{
    switch (level) {
    case EvaluationLevel::District:
        return Words::tr("District");
    case EvaluationLevel::Street:
        return Words::tr("Streets");
    case EvaluationLevel::Community:
        return Words::tr("Communities");
    case EvaluationLevel::Grid:
        return Words::tr("Unit grids");
    case EvaluationLevel::Department:
        return Words::tr("Handling units");
    case EvaluationLevel::Post:
        return Words::tr("Posts");
    case EvaluationLevel::Person:
        return Words::tr("Persons");
    }
    return {};
}

QString evaluation_words::word(Period::Kind kind)
{
    switch (kind) {
    case Period::Kind::Day:
        return Words::tr("Day");
    case Period::Kind::Week:
        return Words::tr("Week");
    case Period::Kind::Month:
        return Words::tr("Month");
    case Period::Kind::Quarter:
        return Words::tr("Quarter");
    case Period::Kind::Year:
        return Words::tr("Year");
    case Period::Kind::Range:
        return Words::tr("Range");
    }
    return {};
}

QString evaluation_words::figure(const IndicatorDefinition &definition,
                                 const std::optional<Figure> &figure)
{
    const std::optional<double> value = valueOf(definition, figure);
    if (!value) {
        return kNothing;
    }
    return definition.isTime ? Words::tr("%1 h").arg(figureText(value))
                             : figureText(value) + u" %"_s;
}

QString evaluation_words::name(const IndicatorDefinition &definition)
{
    const QString name = wordsOf(definition).name;
    return definition.definition == Definition::Other ? Words::tr("%1 (2nd)").arg(name) : name;
}

QString evaluation_words::change(const IndicatorDefinition &definition,
                                 const std::optional<Figure> &earlier,
                                 const std::optional<Figure> &later)
{
    const std::optional<double> from = valueOf(definition, earlier);
    const std::optional<double> to = valueOf(definition, later);
    if (!from || !to) {
        return kNothing;
    }
    const double change = *to - *from;
    const QString text = QString::number(std::abs(change), 'f', 2);
    const QString withSign = text == "0.00"_L1 ? u"±0.00"_s : (change > 0 ? u"+"_s : u"−"_s) + text;
    return definition.isTime ? Words::tr("%1 h").arg(withSign) : Words::tr("%1 pp").arg(withSign);
}

QString evaluation_words::formula(const IndicatorDefinition &definition)
{
    const IndicatorWords words = wordsOf(definition);
    const QString formula = definition.isTime ? Words::tr("Of: %1.\nMeasured: %2.")
                                              : Words::tr("Denominator: %1.\nNumerator: %2.");
    const QString text = formula.arg(words.whole, words.part);
    return words.note.isEmpty() ? text : text + u'\n' + words.note;
}

QString evaluation_words::unit(const EvaluationRow &row, EvaluationLevel level)
{
    if (!row.code.isEmpty()) {
        return row.name;
    }
    switch (level) {
    case EvaluationLevel::Department:
        return Words::tr("at no unit yet");
    case EvaluationLevel::Person:
        return Words::tr("nobody yet");
    default:
        return Words::tr("outside of every area");
    }
}

void IndicatorModel::setEvaluation(const ComparedEvaluation &evaluation)
{
    const bool isSame = mEvaluation.now.definitions == evaluation.now.definitions;
    if (!isSame) {
        beginResetModel();
    }
    mEvaluation = evaluation;
    if (!isSame) {
        endResetModel();
    } else if (rowCount() > 0) {
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    }
}

void IndicatorModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (rowCount() > 0) {
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    }
}

const IndicatorDefinition *IndicatorModel::definitionAt(int row) const
{
    return row >= 0 && row < rowCount() ? mEvaluation.now.definitions.at(row) : nullptr;
}

int IndicatorModel::rowOf(const IndicatorDefinition *definition) const
{
    if (definition == nullptr) {
        return 0;
    }
    const QList<const IndicatorDefinition *> &all = mEvaluation.now.definitions;
    if (const qsizetype row = all.indexOf(definition); row >= 0) {
        return static_cast<int>(row);
    }
    const auto same =
        std::ranges::find(all, definition->indicator, &IndicatorDefinition::indicator);
    return same != all.end() ? static_cast<int>(same - all.begin()) : 0;
}

int IndicatorModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(mEvaluation.now.definitions.size());
}

int IndicatorModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant IndicatorModel::data(const QModelIndex &index, int role) const
{
    const IndicatorDefinition *one = definitionAt(index.row());
    if (one == nullptr) {
        return {};
    }
    const std::optional<Figure> figure = mEvaluation.now.all.figures.value(index.row());
    if (role == Qt::TextAlignmentRole && index.column() != Name) {
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    }
    if (role == Qt::ToolTipRole) {
        return evaluation_words::formula(*one);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (index.column()) {
    case Name:
        return evaluation_words::name(*one);
    case Value:
        return evaluation_words::figure(*one, figure);
    case Cases:
        return casesText(*one, figure);
    case Before:
        return evaluation_words::change(*one, allOf(mEvaluation.before, index.row()), figure);
    case YearBefore:
        return evaluation_words::change(*one, allOf(mEvaluation.yearBefore, index.row()), figure);
    default:
        return {};
    }
}

QVariant IndicatorModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return QVariant((section == Name ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Name:
        return Words::tr("Indicator");
    case Value:
        return Words::tr("Figure");
    case Cases:
        return Words::tr("Cases");
    case Before:
        return Words::tr("Δ before");
    case YearBefore:
        return Words::tr("Δ year");
    default:
        return {};
    }
}

void UnitFigureModel::setEvaluation(const ComparedEvaluation &evaluation)
{
    beginResetModel();
    mEvaluation = evaluation;
    mRanks = definition() != nullptr ? mEvaluation.now.ranks(mFigure) : QList<std::optional<int>>();
    endResetModel();
}

void UnitFigureModel::setFigure(qsizetype figure)
{
    mFigure = figure;
    mRanks = definition() != nullptr ? mEvaluation.now.ranks(mFigure) : QList<std::optional<int>>();
    if (rowCount() > 0) {
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    }
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

void UnitFigureModel::retranslate()
{
    setFigure(mFigure);
}

const EvaluationRow *UnitFigureModel::rowAt(int row) const
{
    return row >= 0 && row < rowCount() ? &mEvaluation.now.rows.at(row) : nullptr;
}

const IndicatorDefinition *UnitFigureModel::definition() const
{
    return mFigure >= 0 && mFigure < mEvaluation.now.definitions.size()
               ? mEvaluation.now.definitions.at(mFigure)
               : nullptr;
}

std::optional<Figure> UnitFigureModel::figureOf(const std::optional<Evaluation> &of,
                                                const QString &code) const
{
    const EvaluationRow *row = of ? of->row(code) : nullptr;
    return row != nullptr ? row->figures.value(mFigure) : std::nullopt;
}

int UnitFigureModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(mEvaluation.now.rows.size());
}

int UnitFigureModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString UnitFigureModel::text(const EvaluationRow &row, int number, int column) const
{
    const IndicatorDefinition &one = *definition();
    const std::optional<Figure> figure = row.figures.value(mFigure);
    const std::optional<int> rank = mRanks.value(number);
    switch (column) {
    case Name:
        return evaluation_words::unit(row, mEvaluation.now.level);
    case Value:
        return evaluation_words::figure(one, figure);
    case Cases:
        return casesText(one, figure);
    case Rank:
        if (rank) {
            return QString::number(*rank);
        }
        return figure && figure->whole > 0 && figure->whole < kFewestRanked && !row.code.isEmpty()
                   ? Words::tr("too few")
                   : kNothing;
    case Before:
        return evaluation_words::change(one, figureOf(mEvaluation.before, row.code), figure);
    case YearBefore:
        return evaluation_words::change(one, figureOf(mEvaluation.yearBefore, row.code), figure);
    default:
        return {};
    }
}

QVariant UnitFigureModel::sortKey(const EvaluationRow &row, int number, int column) const
{
    const IndicatorDefinition &one = *definition();
    const std::optional<Figure> figure = row.figures.value(mFigure);
    const auto keyOf = [](const std::optional<double> &value) {
        return value.value_or(-1e9); // what has no value lies at one end
    };
    const auto changeFrom = [&](const std::optional<Evaluation> &earlier) {
        const std::optional<double> from = valueOf(one, figureOf(earlier, row.code));
        const std::optional<double> to = valueOf(one, figure);
        return from && to ? std::optional(*to - *from) : std::nullopt;
    };
    switch (column) {
    case Value:
        return keyOf(valueOf(one, figure));
    case Cases:
        return figure ? figure->whole : qint64{-1};
    case Rank:
        return mRanks.value(number).value_or(std::numeric_limits<int>::max());
    case Before:
        return keyOf(changeFrom(mEvaluation.before));
    case YearBefore:
        return keyOf(changeFrom(mEvaluation.yearBefore));
    default:
        return row.code;
    }
}

QVariant UnitFigureModel::data(const QModelIndex &index, int role) const
{
    const EvaluationRow *row = rowAt(index.row());
    if (row == nullptr || definition() == nullptr) {
        return {};
    }
    if (role == Qt::DisplayRole) {
        return text(*row, index.row(), index.column());
    }
    if (role == Qt::UserRole) {
        return sortKey(*row, index.row(), index.column());
    }
    if (role == Qt::TextAlignmentRole && index.column() != Name) {
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    }
    return role == Qt::ToolTipRole ? QVariant(row->code) : QVariant();
}

QVariant UnitFigureModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return QVariant((section == Name ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Name:
        return Words::tr("Unit");
    case Value:
        return Words::tr("Figure");
    case Cases:
        return Words::tr("Cases");
    case Rank:
        return Words::tr("Rank");
    case Before:
        return Words::tr("Δ before");
    case YearBefore:
        return Words::tr("Δ year");
    default:
        return {};
    }
}

} // namespace gridward
