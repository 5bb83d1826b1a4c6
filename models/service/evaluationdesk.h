// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/evaluationport.h"
#include "models/store/store.h"

#include <QSet>

#include <functional>
#include <optional>
#include <utility>
#include <vector>

namespace gridward {

class DistrictService;

/** Those divisions that lie in the user's part, which may be all of the district. */
[[nodiscard]] QSet<QString> divisionsSeen(const QList<Division> &all,
                                          const std::optional<User> &user);

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
    /** Told of each case that counts, and in which of the periods. */
    using Watcher = std::function<void(const EvaluatedCase &, qsizetype period)>;

    /** One evaluation for each of the periods, which lie in order and do not overlap; there may be
     * time between them. */
    EvaluationReader(QList<Period> periods,
                     EvaluationLevel level,
                     bool bothDefinitions,
                     Instant asOf);

    /** What else is counted in the same pass. Called on the store's thread. */
    void setWatcher(Watcher watcher) { mWatcher = std::move(watcher); }
    /**
     * Cases as their events up to `at` make them, without those that came later; whose they are to
     * see is judged as of now. Reads the log of each case: for pictures of the past.
     */
    void setThen(const std::optional<Instant> &at) { mThen = at; }

    /** Reads on; false when all is read. */
    [[nodiscard]] Result<bool> readOn(Store &store);
    /** In the order of the periods, with names. */
    [[nodiscard]] QList<Evaluation> results() const;

private:
    [[nodiscard]] Result<void> begin(Store &store);
    /** Reads so many cases at the most, and says how many there were. */
    [[nodiscard]] Result<int> readPiece(Store &store);
    [[nodiscard]] Result<int> readPieceThen(Store &store, Instant at);
    void take(const EvaluatedCase &subject);

    QList<Period> mPeriods;
    EvaluationLevel mLevel;
    bool mBothDefinitions;
    Instant mAsOf;
    EvaluationFrame mFrame;
    std::vector<Evaluator> mEvaluators; ///< one a period; empty before the first piece
    std::vector<Instant> mBegins;
    std::vector<Instant> mEnds;
    EvaluatedQuery mQuery;
    Watcher mWatcher;
    std::optional<Instant> mThen;
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
    DistrictService &mDistrict;
};

} // namespace gridward
