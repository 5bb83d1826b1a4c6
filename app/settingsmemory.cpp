// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settingsmemory.h"

#include "models/settings/queuesettings.h"
#include "models/settings/settings.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

SettingsEntry<QString> entryOf(const QString &user, const QString &key)
{
    // A name may hold what means something in a key; who works without one is the owner.
    const QString name = user == DeskMemory::kSeat ? user
                         : user.isEmpty()          ? u"owner"_s
                                          : QString::fromLatin1(QUrl::toPercentEncoding(user));
    return {u"desk/%1/%2"_s.arg(name, key), {}, u"What a screen remembers for this user"_s};
}

} // namespace

SettingsMemory::SettingsMemory(Settings &settings, QObject *parent)
    : DeskMemory(parent)
    , mSettings(settings)
{
}

QString SettingsMemory::kept(const QString &user, const QString &key) const
{
    return mSettings.value(entryOf(user, key));
}

void SettingsMemory::keep(const QString &user, const QString &key, const QString &text)
{
    mSettings.setValue(entryOf(user, key), text);
}

HeatLimits SettingsMemory::heatLimits() const
{
    HeatLimits limits;
    for (std::size_t level = 0; level < kHeatMinutes.size(); ++level) {
        limits.byLevel.at(level) = std::chrono::minutes(mSettings.value(kHeatMinutes.at(level)));
    }
    return limits;
}

void SettingsMemory::setHeatLimits(const HeatLimits &limits)
{
    for (std::size_t level = 0; level < kHeatMinutes.size(); ++level) {
        mSettings.setValue(kHeatMinutes.at(level),
                           static_cast<int>(limits.byLevel.at(level).count()));
    }
    emit heatLimitsChanged();
}

} // namespace gridward
