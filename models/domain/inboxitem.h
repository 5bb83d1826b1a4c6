// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/case.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <compare>
#include <cstdint>
#include <optional>

namespace gridward {

/** A row of the inbox (来件) by its running number in the store. */
struct InboxId
{
    qint64 value = 0;

    auto operator<=>(const InboxId &) const = default;
    [[nodiscard]] bool isNull() const { return value == 0; }
};

[[nodiscard]] inline size_t qHash(const InboxId &id, size_t seed = 0) noexcept
{
    return ::qHash(id.value, seed);
}

/** How far a row is: each one ends in one of the last three. */
enum class InboxState : std::uint8_t {
    Waiting,    ///< somebody has to look at it
    Registered, ///< it is a case now
    Joined,     ///< it told of a case that is known, and was merged into it
    Refused,    ///< it is none of ours, with a reason
};

[[nodiscard]] QString toId(InboxState state);
[[nodiscard]] std::optional<InboxState> inboxStateFromId(QStringView id);
[[nodiscard]] QStringList inboxStateIds();

/** A class by kind and code, of the scheme of the store. */
struct InboxClass
{
    CaseKind kind = CaseKind::Matter;
    QString code;

    bool operator==(const InboxClass &) const = default;
};

/** "matter:06010"; empty for none. */
[[nodiscard]] QString toText(const std::optional<InboxClass> &chosen);
[[nodiscard]] std::optional<InboxClass> inboxClassFromText(QStringView text);

/** A place that the program found in the words of a row. */
struct InboxPlace
{
    GeoPoint point;
    QString words; ///< the name of what is there, as the store has it

    bool operator==(const InboxPlace &) const = default;
};

/**
 * A row that came in and is no case yet: one complaint of a hotline dump, an export, a sheet. The
 * caller is not in it: see InboxStore. What was told is never changed; what was made of it is.
 */
struct InboxItem
{
    InboxId id;
    QString batch;  ///< name of the import it came with
    QString source; ///< name of the other system, such as "12345"
    QString number; ///< its number there; empty if it has none
    CaseSource channel = CaseSource::Hotline;
    QString toldAt; ///< the time as the file has it
    std::optional<Instant> receivedAt;
    QString text;
    QString address;
    bool hasCaller = false; ///< somebody's name or number is kept, masked

    std::optional<InboxClass> proposedClass;
    QString classWords; ///< the words that speak for it, with spaces between
    std::optional<InboxPlace> proposedPlace;

    std::optional<InboxClass> chosenClass;
    std::optional<CaseLevel> level; ///< left out: what the level rules say of the class
    std::optional<GeoPoint> place;
    QString grid;     ///< code; where the place is
    InboxId leader{}; ///< the row that it is treated as one with; null: none

    InboxState state = InboxState::Waiting;
    QString caseId;       ///< text of the id of the case it became or was joined to
    QString caseNumber{}; ///< its number, as people say it; read with the row, never written
    QString reason;       ///< of a refusal
    QString changedBy;
    Instant changedAt;
    int version = 0;
    qint64 change = 0; ///< grows with every change to any row: for reading on

    bool operator==(const InboxItem &) const = default;

    [[nodiscard]] bool isWaiting() const { return state == InboxState::Waiting; }
    /** It has its class and its place, and is no part of another row. */
    [[nodiscard]] bool isReady() const
    {
        return isWaiting() && leader.isNull() && chosenClass && place;
    }
};

/**
 * May a row that was `before` become `after`? What was told may not change, what has ended stays
 * ended (but a refusal can be taken back), a refusal has a reason, a case its id. The words say
 * what is wrong; empty: nothing.
 */
[[nodiscard]] QString whyNotInto(const InboxItem &before, const InboxItem &after);

} // namespace gridward
