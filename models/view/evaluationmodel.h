// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/evaluation/evaluator.h"

#include <QAbstractTableModel>

#include <optional>

namespace gridward {

/** Words for evaluations. */
namespace evaluation_words {

[[nodiscard]] QString word(EvaluationLevel level);
[[nodiscard]] QString word(Period::Kind kind);
/** "93.72 %", "1.25 h"; "–" where there is none. */
[[nodiscard]] QString figure(const IndicatorDefinition &definition,
                             const std::optional<Figure> &figure);
/** The name of an indicator; of its second definition with a mark that it is that. */
[[nodiscard]] QString name(const IndicatorDefinition &definition);
/** "5,143", grouped the same way in both languages. */
[[nodiscard]] QString count(qint64 count);
/** "+1.30 pp" (per cent points) or "+1.30 h", from the earlier to the later; "–" without both. */
[[nodiscard]] QString change(const IndicatorDefinition &definition,
                             const std::optional<Figure> &earlier,
                             const std::optional<Figure> &later);
/** What a definition counts, in full sentences. */
[[nodiscard]] QString formula(const IndicatorDefinition &definition);
/** What the unit of a row is called; "no unit" in words. */
[[nodiscard]] QString unit(const EvaluationRow &row, EvaluationLevel level);

} // namespace evaluation_words

/** An evaluation with what it is compared with; all of the same definitions. */
struct ComparedEvaluation
{
    Evaluation now;
    std::optional<Evaluation> before;     ///< the period before
    std::optional<Evaluation> yearBefore; ///< the same period of the year before
};

/** The indicators of all cases: a row each, with their comparison. GUI thread. */
class IndicatorModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Name, Value, Cases, Before, YearBefore, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    /** Rows stay where they are if the definitions are the same. */
    void setEvaluation(const ComparedEvaluation &evaluation);
    void retranslate();
    /** Null outside. */
    [[nodiscard]] const IndicatorDefinition *definitionAt(int row) const;
    /** Where a definition stands, or the first of its indicator; 0 for another one and for null. */
    [[nodiscard]] int rowOf(const IndicatorDefinition *definition) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant
    headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    ComparedEvaluation mEvaluation;
};

/** One figure of all units: a row each. Qt::UserRole is what a column is sorted by. GUI thread. */
class UnitFigureModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Name, Value, Cases, Rank, Before, YearBefore, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setEvaluation(const ComparedEvaluation &evaluation);
    /** Which of its definitions. */
    void setFigure(qsizetype figure);
    void retranslate();
    /** Null outside. */
    [[nodiscard]] const EvaluationRow *rowAt(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant
    headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] const IndicatorDefinition *definition() const;
    [[nodiscard]] std::optional<Figure> figureOf(const std::optional<Evaluation> &of,
                                                 const QString &code) const;
    [[nodiscard]] QString text(const EvaluationRow &row, int number, int column) const;
    [[nodiscard]] QVariant sortKey(const EvaluationRow &row, int number, int column) const;

    ComparedEvaluation mEvaluation;
    QList<std::optional<int>> mRanks;
    qsizetype mFigure = 0;
};

} // namespace gridward
