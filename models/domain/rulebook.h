// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/case.h"
#include "models/domain/limit.h"
#include "models/domain/result.h"

#include <QByteArray>
#include <QDate>
#include <QList>
#include <QString>
#include <QStringList>

#include <array>
#include <chrono>
#include <optional>

namespace gridward {

/** The clocks of a case (domain reference 2.6): five stages, and the whole. */
enum class Stage { Accept, Verify, Dispatch, Handle, Check, Total };
inline constexpr std::size_t kStageCount = 6;

[[nodiscard]] QString toId(Stage stage);
[[nodiscard]] std::optional<Stage> stageFromId(QStringView id);

/** A rung of the ladder on which blue and yellow cases are urged (SEED-095). */
struct UrgeRung
{
    int percent = 50; ///< of the handling limit, in counted time
    QString tier;     ///< who is told: "unit", "street", "supervisor", "leader"

    bool operator==(const UrgeRung &) const = default;
};

/** Which level a case gets, and with it tier and route (SEED-097). All that is set must hold. */
struct LevelRule
{
    QString id;
    QString scheme;
    std::optional<CaseKind> kind;
    QString classCode; ///< a class or the beginning of its code
    QString standard;  ///< the filing condition; then it applies when the case is filed
    CaseLevel level = CaseLevel::Blue;
    QString tier;  ///< whose matter it is: "community", "street", "district"
    QString route; ///< who is told at once: role ids, comma separated

    bool operator==(const LevelRule &) const = default;
};

/** What a class asks for beyond its filing standard. The longest `classCode` that fits wins. */
struct ClassRule
{
    QString scheme;
    std::optional<CaseKind> kind;
    QString classCode;         ///< a class or the beginning of its code; empty: every class
    QStringList verifySources; ///< sources whose reports must be verified before filing
    QStringList evidenceFor;   ///< actions that need an attachment: "report", "handle", "check"

    bool operator==(const ClassRule &) const = default;
};

/**
 * The settings that a district runs by: stage limits, ladder, levels, what classes ask for.
 * Versioned and never changed: an event names the version it was decided by. A plain value.
 */
struct RuleBook
{
    static constexpr std::chrono::minutes kUsualTakeBack{10};

    int version = 1;
    QString name;
    QDate validFrom;
    QString calendar; ///< key of the working calendar, such as "CN/1"
    QString naming;   ///< id of the step naming that screens show: "four", "five", "six", "seven"
    std::array<std::optional<Limit>, kStageCount> stageLimits; ///< Handle: of what has no standard
    int extensions = 2;                                        ///< at the most
    int suspensions = 1;                                       ///< at the most
    int longestSuspension = 366;                               ///< days
    std::chrono::minutes sceneInterval{30}; ///< between check-ins at a red or orange scene
    std::chrono::minutes takeBackWithin{kUsualTakeBack}; ///< one's own last step; 0: never
    QList<UrgeRung> ladder;                              ///< by percent
    QList<LevelRule> levels;                             ///< the first that fits
    QList<ClassRule> classes;

    bool operator==(const RuleBook &) const = default;

    /** InvalidInput says which key does not fit and why. */
    [[nodiscard]] static Result<RuleBook> fromJson(const QByteArray &json);
    /** Keys sorted, no white space: the same book always gives the same bytes. */
    [[nodiscard]] QByteArray toJson() const;

    [[nodiscard]] std::optional<Limit> stageLimit(Stage stage) const;
    /** The rule for a class as it is reported (`standard` empty) or filed; nothing if none fits. */
    [[nodiscard]] std::optional<LevelRule> levelFor(const ClassKey &key,
                                                    const QString &standard) const;
    /** What the class asks for; a rule that asks for nothing if none fits. */
    [[nodiscard]] ClassRule ruleFor(const ClassKey &key) const;
};

/** The example that comes with the program (resources/rules), read once. It is no standard. */
[[nodiscard]] const RuleBook &sampleRuleBook();

} // namespace gridward
