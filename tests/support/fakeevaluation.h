// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/evaluationport.h"

#include <QPromise>

#include <functional>

namespace gridward {

/** Figures without a store: what a test put there, counted from cases of its own. */
class FakeEvaluation final : public EvaluationPort
{
    Q_OBJECT
public:
    QFuture<Result<Evaluation>> evaluate(const EvaluationOrder &order) override
    {
        orders.append(order);
        if (refusal) {
            return answer<Evaluation>(*refusal);
        }
        return answer<Evaluation>(make(order));
    }
    QFuture<Result<QList<TrendPoint>>> trend(const EvaluationOrder &order,
                                             const std::optional<QString> &unit) override
    {
        trends.append(unit);
        QList<TrendPoint> points;
        for (const Period &part : order.period.parts()) {
            const Evaluation all = make(order);
            const EvaluationRow *row = unit ? all.row(*unit) : &all.all;
            points.append({part, row != nullptr ? *row : EvaluationRow{}});
        }
        return answer<QList<TrendPoint>>(points);
    }
    QFuture<Result<FigureCases>>
    casesBehind(const EvaluationOrder &, const FigureKey &figure, int) override
    {
        asked.append(figure);
        return answer<FigureCases>(behind);
    }

    /** The same cases in every period. */
    [[nodiscard]] Evaluation make(const EvaluationOrder &order) const
    {
        QList<const IndicatorDefinition *> definitions = standardDefinitions();
        if (order.bothDefinitions) {
            definitions.clear();
            for (const IndicatorDefinition &one : indicatorDefinitions()) {
                definitions.append(&one);
            }
        }
        Evaluator evaluator(order.level, definitions, {}, QStringLiteral("110101"));
        for (const EvaluatedCase &one : cases) {
            evaluator.add(one);
        }
        Evaluation evaluation = evaluator.result();
        evaluation.period = order.period;
        for (EvaluationRow &row : evaluation.rows) {
            row.name = row.code;
        }
        return evaluation;
    }

    QList<EvaluatedCase> cases;
    FigureCases behind;
    std::optional<Error> refusal;

    QList<EvaluationOrder> orders;
    QList<std::optional<QString>> trends;
    QList<FigureKey> asked;

private:
    template <typename T>
    static QFuture<Result<T>> answer(const Result<T> &result)
    {
        QPromise<Result<T>> promise;
        promise.start();
        promise.addResult(result);
        promise.finish();
        return promise.future();
    }
};

} // namespace gridward
