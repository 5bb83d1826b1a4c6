// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/view/wall/wallmonitors.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

/** "HDMI-1=situation,DP-2=streets+duty"; nothing for what is no such list. */
std::optional<QHash<QString, QStringList>> panelsOf(const QString &text)
{
    QHash<QString, QStringList> panels;
    for (const QString &one : text.split(u',')) {
        const QString monitor = one.section(u'=', 0, 0).trimmed();
        QStringList scenes = one.section(u'=', 1).split(u'+', Qt::SkipEmptyParts);
        for (QString &scene : scenes) {
            scene = scene.trimmed();
        }
        if (monitor.isEmpty() || scenes.isEmpty() || scenes.contains(QString()) ||
            panels.contains(monitor)) {
            return std::nullopt;
        }
        panels.insert(monitor, scenes);
    }
    return panels;
}

QStringList scenesWithTurns(const QList<WallScene> &scenes, const QStringList &except)
{
    QStringList ids;
    for (const WallScene &scene : scenes) {
        if (scene.seconds > 0 && !except.contains(scene.id)) {
            ids.append(scene.id);
        }
    }
    return ids;
}

/** Every n-th of them; one of them where there is none left. */
QStringList shareOf(const QStringList &scenes, qsizetype place, qsizetype of)
{
    QStringList share;
    for (qsizetype i = place; i < scenes.size(); i += of) {
        share.append(scenes.at(i));
    }
    if (share.isEmpty() && !scenes.isEmpty()) {
        share.append(scenes.at(place % scenes.size()));
    }
    return share;
}

QList<WallWindow>
oneEach(const MonitorRule &rule, QList<WallMonitor> monitors, const QList<WallScene> &scenes)
{
    std::ranges::stable_sort(monitors, {}, [](const WallMonitor &one) {
        return std::pair(one.place.left(), one.place.top());
    });
    QStringList given;
    qsizetype others = 0;
    for (const WallMonitor &one : std::as_const(monitors)) {
        given += rule.panels.value(one.name);
        others += rule.panels.contains(one.name) ? 0 : 1;
    }
    QStringList left = scenesWithTurns(scenes, given);
    if (left.isEmpty()) {
        left = scenesWithTurns(scenes, {});
    }
    QList<WallWindow> windows;
    qsizetype place = 0;
    for (const WallMonitor &one : std::as_const(monitors)) {
        const QStringList own = rule.panels.contains(one.name) ? rule.panels.value(one.name)
                                                               : shareOf(left, place++, others);
        windows.append({one.name, one.place, own, false});
    }
    const auto named = std::ranges::find_if(
        windows, [](const WallWindow &one) { return one.scenes.contains(kIncidentScene); });
    (named == windows.end() ? windows.begin() : named)->takesOver = true;
    return windows;
}

} // namespace

std::optional<MonitorRule> monitorRuleOf(const QString &text)
{
    const QString kind = text.section(u':', 0, 0);
    const QString rest = text.section(u':', 1).trimmed();
    MonitorRule rule;
    if (kind == "one"_L1) {
        rule.monitor = rest;
        return rule;
    }
    if (kind == "span"_L1 && rest.isEmpty()) {
        rule.kind = MonitorRule::Kind::Span;
        return rule;
    }
    if (kind != "each"_L1) {
        return std::nullopt;
    }
    rule.kind = MonitorRule::Kind::Each;
    if (!rest.isEmpty()) {
        std::optional<QHash<QString, QStringList>> panels = panelsOf(rest);
        if (!panels) {
            return std::nullopt;
        }
        rule.panels = std::move(*panels);
    }
    return rule;
}

QList<WallWindow> wallWindows(const MonitorRule &rule,
                              const QList<WallMonitor> &monitors,
                              const QList<WallScene> &scenes)
{
    if (monitors.isEmpty()) {
        return {};
    }
    if (rule.kind == MonitorRule::Kind::Each) {
        return oneEach(rule, monitors, scenes);
    }
    if (rule.kind == MonitorRule::Kind::Span && monitors.size() > 1) {
        QRect all;
        for (const WallMonitor &one : monitors) {
            all = all.united(one.place);
        }
        return {{QString(), all, {}, true, true}};
    }
    const auto named = std::ranges::find(monitors, rule.monitor, &WallMonitor::name);
    const WallMonitor &only = named == monitors.end() ? monitors.first() : *named;
    return {{only.name, only.place, {}, true}};
}

} // namespace gridward
