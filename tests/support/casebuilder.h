// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/case.h"

#include <QStringLiteral>

namespace gridward {

/** A case as a test needs it: `aCase(7).state(CaseState::AtUnit).due(start + 2h)`. */
struct CaseBuilder
{
    Case made;

    explicit CaseBuilder(int number, Instant start = Instant{std::chrono::hours{24 * 365 * 56}})
    {
        const Instant at = start + std::chrono::minutes{number};
        // Spread as random bits are: Qt's hash of a QUuid folds numbers that count along into runs.
        made.id = CaseId::make(at, 1, (static_cast<quint64>(number) + 1) * 0x9e37'79b9'7f4a'7c15U);
        made.number = QStringLiteral("110101202611%1").arg(number, 7, 10, QLatin1Char('0'));
        made.version = 2;
        made.state = CaseState::Filed;
        made.classKey = {defaultScheme(), CaseKind::Matter, QStringLiteral("06010")};
        made.text = QStringLiteral("Problem %1").arg(number);
        made.address = QStringLiteral("Road %1").arg(number);
        made.street = QStringLiteral("110101001");
        made.community = QStringLiteral("110101001001");
        made.grid = QStringLiteral("110101001001001");
        made.reportedAt = at;
    }
    CaseBuilder &state(CaseState state)
    {
        made.state = state;
        return *this;
    }
    CaseBuilder &level(CaseLevel level)
    {
        made.level = level;
        return *this;
    }
    CaseBuilder &due(Instant at)
    {
        made.dueAt = at;
        return *this;
    }
    CaseBuilder &handled(Instant at)
    {
        made.handledAt = at;
        return *this;
    }
    CaseBuilder &street(const QString &code)
    {
        made.street = code;
        made.community = code + QStringLiteral("001");
        return *this;
    }
    CaseBuilder &unit(const QString &code)
    {
        made.unit = code;
        return *this;
    }
    CaseBuilder &text(const QString &text)
    {
        made.text = text;
        return *this;
    }
    operator Case() const { return made; } // NOLINT(google-explicit-constructor): that is its use
};

inline CaseBuilder aCase(int number)
{
    return CaseBuilder(number);
}

} // namespace gridward
