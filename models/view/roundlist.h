// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/case.h"
#include "models/service/districtnames.h"

#include <QDate>
#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

namespace gridward {

/** One case on the list of a round, in words. */
struct RoundEntry
{
    CaseId id;
    QString number;
    QString classCode;
    QString className;
    CaseLevel level = CaseLevel::Blue;
    CaseState state = CaseState::AtUnit;
    QString place; ///< grid, and the address if it has one
    QString problem;
    QString unit;
    std::optional<Instant> dueAt;
    bool isLate = false;

    bool operator==(const RoundEntry &) const = default;
};

/** What one person has to see to in one community. */
struct RoundGroup
{
    QString community; ///< code
    QString communityName;
    QString person; ///< id; empty: nobody is in charge yet
    QString personName;
    QList<RoundEntry> entries; ///< first due first

    bool operator==(const RoundGroup &) const = default;
};

/** Today's list for the round of a street (今日巡查单). */
struct RoundList
{
    QString district;
    QString street; ///< code
    QString streetName;
    QString community;     ///< code: only of this one; empty: of the whole street
    QString communityName; ///< of that one
    QString personName;    ///< only of this one; empty: of everybody
    Instant at;
    QString timeZone = QStringLiteral("Asia/Shanghai");
    bool simulated = false;
    QList<RoundGroup> groups; ///< by community, then by name, those without anybody last

    bool operator==(const RoundList &) const = default;
    [[nodiscard]] int count() const;
    /** What it is of: the street, and the community and person that it is narrowed to. */
    [[nodiscard]] QString scope() const;
};

/** What the list is made for. */
struct RoundOrder
{
    QString street;    ///< code
    QString community; ///< code; empty: all of the street
    QStringList units; ///< codes, of which a case is with one; none: all
    Instant at;
    bool english = false;
};

/** Is there something to be done about it outside: at its unit or being handled, not suspended. */
[[nodiscard]] bool isForTheRound(const Case &subject, const RoundOrder &order);

/** Pure; `people` are names by id. */
[[nodiscard]] RoundList makeRoundList(const QList<Case> &cases,
                                      const RoundOrder &order,
                                      const DistrictNames &names,
                                      const QHash<QString, QString> &people);

/** For scripts: members street, community, at, simulated, count, groups. */
[[nodiscard]] QJsonObject toJson(const RoundList &list);

} // namespace gridward
