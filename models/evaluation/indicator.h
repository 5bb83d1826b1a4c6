// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/casemilestones.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>
#include <span>

namespace gridward {

/** By whom or where cases are counted (评价对象). */
enum class EvaluationLevel { District, Street, Community, Grid, Department, Post, Person };

/** What is counted of the cases registered in a period. The order is that of a report. */
enum class Indicator {
    Filing,            ///< 立案率
    InTimeFiling,      ///< 按时立案率
    Dispatch,          ///< 派遣率
    AccurateDispatch,  ///< 准确派遣率
    Handling,          ///< 处置率
    InTimeHandling,    ///< 按期处置率
    Closing,           ///< 结案率
    InTimeClosing,     ///< 按期结案率
    Rework,            ///< 返工率
    OverdueOpen,       ///< 超期未结案率
    SolvedInCommunity, ///< 社区网格内解决率 (SEED-105)
    PatrolFound,       ///< 主动发现率 (SEED-065)
    FirstLook,         ///< 早知道: hours until somebody looked (SEED-076)
    FirstAction,       ///< 早化解: hours until whoever handles it began
    Reply,             ///< 早回复: hours until the reporter was called back
};

/** Which of two definitions in use; most indicators have the first one only. */
enum class Definition { Standard, Other };

/** What is needed beside a case to judge it. */
struct EvaluationGround
{
    Instant asOf; ///< limits that end behind this moment have not ended
    /** Codes of the communities, streets and so on whom each handling unit serves. */
    QHash<QString, QString> divisionOfUnit;
};

/**
 * One definition of an indicator: of which cases (denominator), which of them (numerator), and in
 * whose figure a case counts. A ratio is part ÷ whole; a time is the median of the whole.
 */
struct IndicatorDefinition
{
    Indicator indicator;
    Definition definition;
    /** Id of the role whose step it judges; null: of no post and no person. */
    const char *post;
    bool isTime; ///< hours, not per cent
    bool lowerIsBetter;
    std::optional<double> target; ///< in per cent, that it is to reach
    bool (*isWhole)(const EvaluatedCase &, const EvaluationGround &);
    bool (*isPart)(const EvaluatedCase &, const EvaluationGround &); ///< of the whole
    /** Of a time: what is measured; only of cases of the whole. */
    std::optional<double> (*hours)(const EvaluatedCase &, const EvaluationGround &);
    /** The person whose step it was; empty: nobody has taken it. Null where `post` is. */
    QString (*person)(const EvaluatedCase &);
};

/** All of them: the first definitions in order, each followed by its other one. */
[[nodiscard]] std::span<const IndicatorDefinition> indicatorDefinitions();
/** The first definitions, in order. */
[[nodiscard]] QList<const IndicatorDefinition *> standardDefinitions();
/** Null if there is no such definition. */
[[nodiscard]] const IndicatorDefinition *definitionOf(Indicator indicator,
                                                      Definition definition = Definition::Standard);

[[nodiscard]] QString toId(EvaluationLevel level);
[[nodiscard]] std::optional<EvaluationLevel> evaluationLevelFromId(QStringView id);
[[nodiscard]] QStringList evaluationLevelIds();
[[nodiscard]] QString toId(Indicator indicator);
[[nodiscard]] std::optional<Indicator> indicatorFromId(QStringView id);

/** What is printed beside a figure, in the language of the program. */
struct IndicatorWords
{
    QString name;  ///< 立案率
    QString whole; ///< which cases are the denominator
    QString part;  ///< which of them are the numerator; of a time: what is measured
    QString note;  ///< what it leaves out, and where it comes from
};
[[nodiscard]] IndicatorWords wordsOf(const IndicatorDefinition &definition);

/** Figures over fewer cases than this are not ranked (domain reference 2.7.4). */
inline constexpr int kFewestRanked = 5;

} // namespace gridward
