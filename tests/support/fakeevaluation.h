// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/evaluationport.h"

#include <QHash>
#include <QPromise>

#include <algorithm>
#include <functional>
#include <memory>
#include <utility>

namespace gridward {

/**
 * Figures without a store: what a test put there, counted from cases of its own. At once, or when
 * giveAnswers() is called if it is late.
 */
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

    /** The oldest question first, or the newest. */
    void giveAnswers(bool newestFirst = false)
    {
        QList<std::function<void()>> answers = std::exchange(waiting, {});
        if (newestFirst) {
            std::ranges::reverse(answers);
        }
        for (const auto &one : std::as_const(answers)) {
            one();
        }
    }

    /** The same cases in every period that has none of its own. */
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
        for (const EvaluatedCase &one : casesIn.value(order.period.toText(), cases)) {
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
    QHash<QString, QList<EvaluatedCase>> casesIn; ///< by period
    bool late = false;
    QList<std::function<void()>> waiting;
    FigureCases behind;
    std::optional<Error> refusal;

    QList<EvaluationOrder> orders;
    QList<std::optional<QString>> trends;
    QList<FigureKey> asked;

private:
    template <typename T>
    QFuture<Result<T>> answer(const Result<T> &result)
    {
        const auto promise = std::make_shared<QPromise<Result<T>>>();
        promise->start();
        waiting.append([promise, result] {
            promise->addResult(result);
            promise->finish();
        });
        QFuture<Result<T>> future = promise->future();
        if (!late) {
            giveAnswers();
        }
        return future;
    }
};

} // namespace gridward
