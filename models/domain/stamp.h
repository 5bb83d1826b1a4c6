// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"

#include <QDateTime>
#include <QJsonObject>
#include <QString>

namespace gridward {

/** "2026-11-20 16:00:00 +08:00 Asia/Shanghai": a moment in an IANA zone, for what leaves the
 * program.
 */
[[nodiscard]] QString zonedText(Instant moment, const QString &timeZone);

/** Who made a file or a sheet of paper, and when: whatever leaves the program carries it. */
struct Stamp
{
    QString user;                                       ///< user name; empty: no stamp at all
    QString person;                                     ///< what they are called; may be empty
    Instant at;                                         ///< when it was made
    QString timeZone = QStringLiteral("Asia/Shanghai"); ///< IANA, of the district

    bool operator==(const Stamp &) const = default;
    [[nodiscard]] bool isEmpty() const { return user.isEmpty(); }
    /** "王芳 (admin1)", or the user name alone. */
    [[nodiscard]] QString who() const;
    /** "2026-11-20 16:00:00 +08:00 Asia/Shanghai". */
    [[nodiscard]] QString when() const;
    /** The moment in the zone of the district. */
    [[nodiscard]] QDateTime localTime() const;
    /** Both in a sentence, translated: for paper. Empty without a user. */
    [[nodiscard]] QString line() const;
    /** Members made_by, made_by_name, made_at (local ISO 8601 with offset), time_zone, program. */
    [[nodiscard]] QJsonObject toJson() const;
};

} // namespace gridward
