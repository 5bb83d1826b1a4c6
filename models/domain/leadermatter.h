// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/caseprocess.h"

#include <QList>
#include <QString>

#include <cstdint>
#include <optional>

namespace gridward {

/** The tier of the ladder (RuleBook::ladder) that means the leaders. */
[[nodiscard]] const QString &leaderTier();

/** The ladder has come to the leaders. */
struct Escalation
{
    int percent = 0; ///< of the handling limit that was used up then
    Instant since;   ///< when they were first told, of the limit that runs

    bool operator==(const Escalation &) const = default;
};

/** What of an open case concerns a leader beyond its row. */
struct LeaderFacts
{
    CaseId id;
    int version = 0;
    std::optional<Escalation> escalation;
    QList<CaseCall> waiting; ///< departments that were called and have not answered
    bool isSupervised = false;
    std::optional<CaseScene> scene; ///< while it is held

    bool operator==(const LeaderFacts &) const = default;
};

/** From what the case has been through and its log. Pure. */
[[nodiscard]] LeaderFacts leaderFacts(const CaseRecord &record, const QList<CaseEvent> &events);

/** Something that needs a leader's decision now. */
struct LeaderMatter
{
    /** In the order in which they are shown. */
    enum class Kind : std::uint8_t { Red, Escalation, Whistle };
    /** What is asked of the leader. */
    enum class Ask : std::uint8_t {
        Dispatch,  ///< nobody has it: who goes?
        TakeOver,  ///< the limit has passed: who takes it over?
        Scene,     ///< nobody reports from there
        Follow,    ///< somebody is on it: are more forces needed?
        Answerer,  ///< who answers for it, and until when?
        Reply,     ///< is supervised already: ask for the reply
        Department ///< the department does not answer
    };
    Kind kind = Kind::Red;
    Ask ask = Ask::Follow;
    Case subject;
    Instant since;      ///< reported, escalated or called
    int percent = 0;    ///< of an escalation
    QString department; ///< of a whistle: code

    bool operator==(const LeaderMatter &) const = default;
};

/**
 * What needs a decision about one open case: it is red, it was escalated, a department does not
 * answer; all that holds. While it is suspended only that it is red. Nothing for a case that ended.
 * Pure.
 */
[[nodiscard]] QList<LeaderMatter>
leaderMatters(const Case &subject, const std::optional<LeaderFacts> &facts, Instant now);

/**
 * Red cases, escalations, whistles; of each the highest level first, then the longest waiting, of
 * escalations the latest.
 */
[[nodiscard]] bool comesBefore(const LeaderMatter &one, const LeaderMatter &other);

} // namespace gridward
