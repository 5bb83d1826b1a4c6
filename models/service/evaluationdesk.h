// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/evaluationport.h"
#include "models/store/store.h"

#include <functional>
#include <memory>
#include <vector>

namespace gridward {

class DistrictService;

/** What goes before an evaluation: whom the units serve, what they are called. */
struct EvaluationFrame
{
    EvaluationGround ground;
    QString district; ///< its code
    QString timeZone;
    QList<std::pair<QString, QString>> expected; ///< code and name of each unit of the level
    QHash<QString, QString> names;               ///< by code
    bool isEnglish = false;
};

// All of these block; on the store's thread. Refused without "statistics:see".

/** Reads an evaluation piece by piece, so that others get their turn in between. */
class EvaluationReader
{
public:
    /** One evaluation for each of the periods, which lie in order and do not overlap. */
    EvaluationReader(QList<Period> periods,
                     EvaluationLevel level,
                     bool bothDefinitions,
                     Instant asOf);

    /** Reads on; false when all is read. */
    [[nodiscard]] Result<bool> readOn(Store &store);
    /** In the order of the periods, with names. */
    [[nodiscard]] QList<Evaluation> results() const;

private:
    [[nodiscard]] Result<void> begin(Store &store);

    QList<Period> mPeriods;
    EvaluationLevel mLevel;
    bool mBothDefinitions;
    Instant mAsOf;
    EvaluationFrame mFrame;
    std::vector<Evaluator> mEvaluators; ///< one a period; empty before the first piece
    std::vector<Instant> mEnds;
    EvaluatedQuery mQuery;
};

/** Reads the cases behind a figure piece by piece, in the same way. */
class FigureCasesReader
{
public:
    /** `limit`: so many cases are read in full; all are counted. */
    FigureCasesReader(const EvaluationOrder &order,
                      const FigureKey &figure,
                      Instant asOf,
                      int limit);

    /** Reads on; false when all is read. InvalidInput where there is no such definition. */
    [[nodiscard]] Result<bool> readOn(Store &store);
    [[nodiscard]] const FigureCases &result() const { return mFound; }

private:
    [[nodiscard]] Result<void> begin(Store &store);
    [[nodiscard]] Result<bool> look(Store &store);
    [[nodiscard]] Result<bool> fetch(Store &store);

    EvaluationOrder mOrder;
    FigureKey mFigure;
    Instant mAsOf;
    int mLimit;
    const IndicatorDefinition *mDefinition = nullptr; ///< null before the first piece
    EvaluationFrame mFrame;
    EvaluatedQuery mQuery;
    bool mLooked = false;                   ///< all cases of the period were looked at
    QList<std::pair<CaseId, bool>> mBehind; ///< oldest first; whether in the numerator
    FigureCases mFound;
};

/** All of it at once. `goOn` is asked after each piece; Cancelled when it says no. */
[[nodiscard]] Result<Evaluation> readEvaluation(
    Store &store,
    const EvaluationOrder &order,
    Instant asOf,
    const std::function<bool()> &goOn = [] { return true; });
/** The cases behind a figure of that evaluation, in the same way. */
[[nodiscard]] Result<FigureCases> readCasesBehind(
    Store &store,
    const EvaluationOrder &order,
    const FigureKey &figure,
    Instant asOf,
    int limit,
    const std::function<bool()> &goOn = [] { return true; });

/** Answers EvaluationPort from the store of a district, as its present user. GUI thread. */
class EvaluationDesk final : public EvaluationPort
{
    Q_OBJECT
public:
    /** The district outlives it. */
    explicit EvaluationDesk(DistrictService &district, QObject *parent = nullptr);

    QFuture<Result<Evaluation>> evaluate(const EvaluationOrder &order) override;
    QFuture<Result<QList<TrendPoint>>> trend(const EvaluationOrder &order,
                                             const std::optional<QString> &unit) override;
    QFuture<Result<FigureCases>>
    casesBehind(const EvaluationOrder &order, const FigureKey &figure, int limit) override;

private:
    /** Pieces are questions of their own, one behind the other. */
    template <typename Reader, typename T>
    struct Reading;
    template <typename Reader, typename T>
    void readOn(const std::shared_ptr<Reading<Reader, T>> &reading);
    template <typename Reader, typename T>
    QFuture<Result<T>> read(Reader reader, std::function<T(const Reader &)> finish);

    DistrictService &mDistrict;
};

} // namespace gridward
