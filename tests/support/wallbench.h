// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/view/livecases.h"
#include "models/view/wall/wallwords.h"
#include "tests/support/fakedistrict.h"
#include "tests/support/fakemap.h"
#include "tests/support/fakewall.h"
#include "ui/wall/wallcaselist.h"
#include "ui/wall/wallcounter.h"
#include "ui/wall/walllines.h"
#include "ui/wall/wallscreen.h"
#include "ui/workspaces/wallworkspace.h"

#include <memory>

namespace gridward {

/** A Friday, 16:00 in Beijing. */
inline Instant four()
{
    return *instantFromIso(u"2026-11-20T08:00:00Z");
}

inline Case
openCase(quint64 number, CaseLevel level, Instant reported = four() - std::chrono::minutes(5))
{
    Case subject;
    subject.id = CaseId::make(reported, 0, number);
    subject.version = 1;
    subject.state = CaseState::Handling;
    subject.classKey = {defaultScheme(), CaseKind::Matter, QStringLiteral("06010")};
    subject.level = level;
    subject.reportedAt = reported;
    subject.street = QStringLiteral("110101001");
    subject.grid = QStringLiteral("110101001001001");
    subject.unit = QStringLiteral("UNIT");
    return subject;
}

/** What happened to these cases, the newest first. */
inline WallEvents eventsOf(const QList<Case> &cases)
{
    WallEvents events;
    events.asOf = four();
    for (const Case &subject : cases) {
        events.events.append({CaseAction::Report,
                              subject.reportedAt.value_or(four()),
                              subject.version,
                              caseForWall(subject)});
    }
    return events;
}

/** A wall on fakes. */
struct WallBench
{
    FakeDistrict district;
    LiveCases live;
    FakeMap map;
    FakeWall port;
    QWidget *mapWidget = new QWidget;
    std::unique_ptr<WallWorkspace> wall;

    explicit WallBench(StoreState state = StoreState::Live)
    {
        district.time.set(four());
        district.storeState = state;
        district.storeInfo.name = QStringLiteral("东城区");
        district.storeInfo.purpose = QStringLiteral("demo");
        WallRhythm rhythm;
        rhythm.asOf = four();
        rhythm.rhythm.day = QDate(2026, 11, 20);
        rhythm.rhythm.hoursPassed = 17;
        rhythm.rhythm.today.at(9) = 12;
        rhythm.rhythm.today.at(16) = 3;
        rhythm.rhythm.usual.fill(2.5);
        rhythm.rhythm.usualDays = 20;
        port.rhythmAnswer = rhythm;
    }
    void show(QSize size = {1920, 1080})
    {
        wall = std::make_unique<WallWorkspace>(district, live, port, map, mapWidget);
        wall->resize(size);
        wall->show();
    }
    void setState(StoreState state)
    {
        district.storeState = state;
        emit district.stateChanged(state);
    }
    template <typename T>
    [[nodiscard]] T *part(const QString &name) const
    {
        return wall->findChild<T *>(name);
    }
    [[nodiscard]] std::optional<int> counter(const QString &name) const
    {
        return part<WallCounter>(name)->number();
    }
    [[nodiscard]] QList<QUuid> burning() const
    {
        QList<QUuid> ids;
        for (const WallRow &row : part<WallCaseList>(QStringLiteral("burningList"))->rows()) {
            ids.append(row.id);
        }
        return ids;
    }
    [[nodiscard]] QStringList lines(const QString &tile) const
    {
        QStringList titles;
        for (const WallLine &line : part<WallLines>(tile)->lines()) {
            titles.append(line.title);
        }
        return titles;
    }
};

} // namespace gridward
