// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/case.h"
#include "models/domain/result.h"
#include "models/evaluation/evaluator.h"

#include <QFuture>
#include <QList>
#include <QObject>
#include <QString>

namespace gridward {

/** What is to be evaluated: the cases registered in a period, by unit. */
struct EvaluationOrder
{
    Period period;
    EvaluationLevel level = EvaluationLevel::Street;
    bool bothDefinitions = false; ///< where two are in use, the other one beside the first

    bool operator==(const EvaluationOrder &) const = default;
};

/** Which of the cases behind a figure. */
enum class FigureSide {
    Whole, ///< its denominator
    Part,  ///< its numerator
    Rest,  ///< the denominator without the numerator
};

/** One figure of an evaluation. */
struct FigureKey
{
    Indicator indicator = Indicator::Filing;
    Definition definition = Definition::Standard;
    std::optional<QString> unit; ///< code of the row; nothing: the row of all
    FigureSide side = FigureSide::Whole;

    bool operator==(const FigureKey &) const = default;
};

/** The cases behind a figure. */
struct FigureCases
{
    QList<Case> cases;  ///< newest registration first, so many as were asked for
    QList<bool> isPart; ///< of each: it is in the numerator, too
    qint64 total = 0;   ///< how many there are
};

/** The same unit in one part of a period. */
struct TrendPoint
{
    Period period;
    EvaluationRow row;

    bool operator==(const TrendPoint &) const = default;
};

/**
 * How a district does: figures and the cases behind them. Cases that the user may not see are in
 * none of them. Answers come as futures on the GUI thread, where this lives. Errors: as Store;
 * Refused without "statistics:see".
 */
class EvaluationPort : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    [[nodiscard]] virtual QFuture<Result<Evaluation>> evaluate(const EvaluationOrder &order) = 0;
    /** Of a unit (nothing: of all), for the parts of the period, in order. */
    [[nodiscard]] virtual QFuture<Result<QList<TrendPoint>>>
    trend(const EvaluationOrder &order, const std::optional<QString> &unit) = 0;
    [[nodiscard]] virtual QFuture<Result<FigureCases>>
    casesBehind(const EvaluationOrder &order, const FigureKey &figure, int limit) = 0;
};

} // namespace gridward
