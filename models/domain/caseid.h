// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"

#include <QString>
#include <QUuid>

#include <optional>

namespace gridward {

/**
 * Which case: a time-ordered UUID (version 7, RFC 9562), so that ids sort by the time of
 * registration on every store and never clash between stores.
 */
struct CaseId
{
    QUuid value;

    bool operator==(const CaseId &) const = default;
    bool operator<(const CaseId &other) const { return value < other.value; }

    [[nodiscard]] bool isNull() const { return value.isNull(); }
    /** "0190c6a2-7d4e-7…": lower case, without braces. */
    [[nodiscard]] QString toText() const;
    [[nodiscard]] static std::optional<CaseId> fromText(QStringView text);
    /** `high` and `low` give the 74 random bits; the same three values give the same id. */
    [[nodiscard]] static CaseId make(Instant registered, quint16 high, quint64 low);
    /** With random bits of the operating system. */
    [[nodiscard]] static CaseId makeRandom(Instant registered);

    /**
     * The row number under which a store keeps it: milliseconds and twenty of the random bits.
     * Sorting by it is sorting by the time of registration. Never part of a hash or an export.
     */
    [[nodiscard]] qint64 rowNumber() const;
    /** When it was registered, as the id has it. */
    [[nodiscard]] Instant registeredAt() const;
};

/** The row number of the earliest case that can have been registered at this moment. */
[[nodiscard]] qint64 firstRowNumber(Instant registered);

} // namespace gridward
