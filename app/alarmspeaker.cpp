// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/alarmspeaker.h"

#include <QtGlobal>

#ifdef GRIDWARD_MULTIMEDIA
#include <QSoundEffect>
#include <QUrl>
#else
#include <QApplication>
#endif

using namespace Qt::StringLiterals;

namespace gridward {

#ifdef GRIDWARD_MULTIMEDIA

struct AlarmSpeaker::Tones
{
    QSoundEffect orange;
    QSoundEffect red;
};

AlarmSpeaker::AlarmSpeaker() = default;
AlarmSpeaker::~AlarmSpeaker() = default;

void AlarmSpeaker::play(CaseLevel level, int volume)
{
    if (!mTones) {
        mTones = std::make_unique<Tones>();
        mTones->orange.setSource(QUrl(u"qrc:/sounds/alarm-orange.wav"_s));
        mTones->red.setSource(QUrl(u"qrc:/sounds/alarm-red.wav"_s));
    }
    QSoundEffect &tones = level == CaseLevel::Red ? mTones->red : mTones->orange;
    tones.setVolume(static_cast<float>(qBound(0, volume, 100)) / 100.0F);
    tones.play();
}

#else

struct AlarmSpeaker::Tones
{
};

AlarmSpeaker::AlarmSpeaker() = default;
AlarmSpeaker::~AlarmSpeaker() = default;

void AlarmSpeaker::play(CaseLevel /*level*/, int volume)
{
    if (volume > 0) {
        QApplication::beep();
    }
}

#endif

} // namespace gridward
