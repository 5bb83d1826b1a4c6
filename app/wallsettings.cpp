// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wallsettings.h"

#include "app/places.h"
#include "models/domain/sunclock.h"
#include "models/settings/settings.h"
#include "models/view/wall/wallwords.h"

#include <QTime>

#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

const SettingsEntry<int> kDistance{u"wall/distance_cm"_s,
                                   800,
                                   u"from the eye to the wall, centimetres, 100 to 5000"_s,
                                   [](int value) { return value >= 100 && value <= 5000; }};
const SettingsEntry<int> kHeight{u"wall/screen_height_mm"_s,
                                 2000,
                                 u"height of the picture on the wall, millimetres, 200 to 20000"_s,
                                 [](int value) { return value >= 200 && value <= 20000; }};
const SettingsEntry<bool> kNames{
    u"wall/staff_names"_s, false, u"whether the wall shows names of staff"_s};
const SettingsEntry<QString> kTakeover{u"wall/takeover_from"_s,
                                       u"orange"_s,
                                       u"orange, red or none: which new cases take the wall over"_s,
                                       [](const QString &value) {
                                           return value == "orange"_L1 || value == "red"_L1 ||
                                                  value == "none"_L1;
                                       }};
const SettingsEntry<QString> kMonitors{
    u"wall/monitors"_s,
    u"one"_s,
    u"one, one:NAME, span, each or each:NAME=scene+scene,NAME=scene: the monitors of the wall"_s,
    [](const QString &value) { return monitorRuleOf(value).has_value(); }};
const SettingsEntry<QByteArray> kState{
    u"wall/state"_s, QByteArray(), u"what the wall showed last"_s};

constexpr double kCentimetres = 100.0;

/** "06:30-20:00"; nothing for what is no such stretch. */
std::optional<std::pair<QTime, QTime>> daylightOf(const QString &setting)
{
    const QTime from = QTime::fromString(setting.section(u'-', 0, 0), u"HH:mm"_s);
    const QTime to = QTime::fromString(setting.section(u'-', 1), u"HH:mm"_s);
    return from.isValid() && to.isValid() && from != to ? std::optional(std::pair(from, to))
                                                        : std::nullopt;
}

} // namespace

WallOptions wallOptions(const Settings &settings)
{
    WallOptions options;
    options.sight.metres = settings.value(kDistance) / kCentimetres;
    options.sight.heightMillimetres = settings.value(kHeight);
    options.showsNames = settings.value(kNames);
    options.takeover.from = caseLevelFromId(settings.value(kTakeover)); // "none" is no level
    options.ownScenes = places::ownWallScenes();
    return options;
}

MonitorRule wallMonitors(const Settings &settings)
{
    return monitorRuleOf(settings.value(kMonitors)).value_or(MonitorRule());
}

bool isWallTheme(const QString &setting)
{
    return setting == "day"_L1 || setting == "night"_L1 || setting == "sun"_L1 ||
           daylightOf(setting).has_value();
}

ThemeName wallThemeAt(const QString &setting,
                      Instant moment,
                      const std::optional<GeoPoint> &place,
                      const QTimeZone &zone)
{
    bool isDay = setting == "day"_L1;
    if (setting == "sun"_L1) {
        isDay = place && isSunUp(moment, *place);
    } else if (const std::optional<std::pair<QTime, QTime>> day = daylightOf(setting)) {
        const QTime now = localTime(moment, zone).time();
        isDay = day->first < day->second ? now >= day->first && now < day->second
                                         : now >= day->first || now < day->second;
    }
    return isDay ? ThemeName::Day : ThemeName::Night;
}

QByteArray wallState(const Settings &settings)
{
    return settings.value(kState);
}

void keepWallState(Settings &settings, const QByteArray &state)
{
    settings.setValue(kState, state);
}

} // namespace gridward
