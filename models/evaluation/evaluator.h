// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/evaluation/indicator.h"
#include "models/evaluation/period.h"

#include <QHash>
#include <QList>
#include <QString>

#include <optional>
#include <vector>

namespace gridward {

/** One figure: how many of how many, or the median of so many measured times. */
struct Figure
{
    qint64 part = 0;
    qint64 whole = 0;
    std::optional<double> hours; ///< of a time

    bool operator==(const Figure &) const = default;

    /** Per cent, or hours; nothing where there is nothing to divide by. */
    [[nodiscard]] std::optional<double> value(bool isTime) const;
};

/** The figures of one unit, in the order of Evaluation::definitions. */
struct EvaluationRow
{
    QString code;     ///< as the store has it; empty: of no unit, or of nobody yet
    QString name;     ///< for people; the evaluator leaves it empty
    qint64 cases = 0; ///< that count for it in any way
    /** Nothing where the indicator judges no step of this post. */
    QList<std::optional<Figure>> figures;

    bool operator==(const EvaluationRow &) const = default;
};

/** How a district did in a period. A plain value. */
struct Evaluation
{
    EvaluationLevel level = EvaluationLevel::District;
    Period period;
    Instant asOf;
    QList<const IndicatorDefinition *> definitions;
    QList<EvaluationRow> rows; ///< by code
    EvaluationRow all;         ///< all cases of the period that the user may see
    qint64 visited = 0;        ///< cases that were looked at

    bool operator==(const Evaluation &) const = default;

    /** The row of a unit; null if there is none. Relies on the order of the rows. */
    [[nodiscard]] const EvaluationRow *row(const QString &code) const;
    /**
     * Place of each row by a figure, 1 the best, equal ones sharing it; nothing for those over
     * fewer than kFewestRanked cases and for the row of no unit.
     */
    [[nodiscard]] QList<std::optional<int>> ranks(qsizetype figure) const;
};

/** Which unit a case counts for in a figure; nothing if for none. */
[[nodiscard]] std::optional<QString> unitOf(const IndicatorDefinition &definition,
                                            const EvaluatedCase &subject,
                                            EvaluationLevel level,
                                            const QString &district);

/** Counts cases into figures, one at a time. Pure; not thread safe. */
class Evaluator
{
public:
    /** `district`: its code. */
    Evaluator(EvaluationLevel level,
              QList<const IndicatorDefinition *> definitions,
              EvaluationGround ground,
              QString district);

    /** That a row is there although no case counts for it. */
    void expect(const QString &code) { (void)countOf(code); }
    void add(const EvaluatedCase &subject);
    /** Without period and names. */
    [[nodiscard]] Evaluation result() const;

private:
    struct Tally
    {
        qint64 part = 0;
        qint64 whole = 0;
        std::vector<double> hours;
    };
    struct Count
    {
        qint64 cases = 0;
        qint64 last = 0; ///< number of the case that was counted last
        std::vector<Tally> tallies;
    };

    [[nodiscard]] Count &countOf(const QString &code);
    void count(Count &into, std::size_t definition, const EvaluatedCase &subject, bool isPart);
    [[nodiscard]] EvaluationRow rowOf(const QString &code, const Count &count) const;

    EvaluationLevel mLevel;
    QList<const IndicatorDefinition *> mDefinitions;
    EvaluationGround mGround;
    QString mDistrict;
    QHash<QString, qsizetype> mPlaces;
    std::vector<Count> mCounts;
    Count mAll;
    qint64 mVisited = 0;
};

} // namespace gridward
