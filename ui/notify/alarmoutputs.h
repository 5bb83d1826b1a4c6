// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/case.h"

#include <QString>

namespace gridward {

/** Makes an alarm heard. GUI thread; never blocks. */
class AlarmSound
{
public:
    AlarmSound() = default;
    AlarmSound(const AlarmSound &) = delete;
    AlarmSound &operator=(const AlarmSound &) = delete;
    virtual ~AlarmSound() = default;

    /** The tones of this level (orange or red), once; volume 0 to 100. */
    virtual void play(CaseLevel level, int volume) = 0;
};

/** Shows a notification of the desktop. GUI thread; never blocks. */
class AlarmNotifier
{
public:
    AlarmNotifier() = default;
    AlarmNotifier(const AlarmNotifier &) = delete;
    AlarmNotifier &operator=(const AlarmNotifier &) = delete;
    virtual ~AlarmNotifier() = default;

    /** Plain text; `urgent` ones stay until somebody looks at them, where the desktop can do so. */
    virtual void notify(const QString &title, const QString &text, bool urgent) = 0;
};

/** What the user wants of alarms. */
struct AlarmSettings
{
    bool sound = true;
    int volume = 70;                     ///< 0 to 100
    CaseLevel least = CaseLevel::Orange; ///< from which level on
    bool soundOnWall = false;

    bool operator==(const AlarmSettings &) const = default;
};

} // namespace gridward
