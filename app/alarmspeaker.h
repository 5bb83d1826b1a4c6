// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/notify/alarmoutputs.h"

#include <memory>

namespace gridward {

/**
 * Plays the tones of alarms on this computer's loudspeaker, through Qt Multimedia where the program
 * was built with it, else as the beep of the desktop. Starts no sound system before the first
 * alarm. GUI thread.
 */
class AlarmSpeaker final : public AlarmSound
{
public:
    AlarmSpeaker();
    ~AlarmSpeaker() override;

    void play(CaseLevel level, int volume) override;

private:
    struct Tones;
    std::unique_ptr<Tones> mTones;
};

} // namespace gridward
