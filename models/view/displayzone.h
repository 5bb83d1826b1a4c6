// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"

#include <QDateTime>
#include <QObject>
#include <QTimeZone>

namespace gridward {

class DistrictPort;

// In which time zone the words of the interface tell times: that of the district that is open, for
// a limit, a shift or a suspension means its days, wherever the computer stands. Like the language
// it is one for the whole program; until a district is open it is the computer's. GUI thread.

void setDisplayZone(const QTimeZone &zone);
[[nodiscard]] QTimeZone displayZone();
/** The moment on the clocks of the district. */
[[nodiscard]] QDateTime inDisplayZone(Instant moment);

/**
 * While one of these lives, every time is told with its year, that of this year too: what goes on
 * paper is read years later. GUI thread.
 */
class YearsTold final
{
public:
    YearsTold();
    ~YearsTold();
    YearsTold(const YearsTold &) = delete;
    YearsTold &operator=(const YearsTold &) = delete;
    [[nodiscard]] static bool areTold();
};

/** Keeps it that of a district; made before the screens, so that none of them hears first. */
class DisplayZoneKeeper final : public QObject
{
    Q_OBJECT
public:
    /** The district outlives it. */
    explicit DisplayZoneKeeper(DistrictPort &district, QObject *parent = nullptr);
};

} // namespace gridward
