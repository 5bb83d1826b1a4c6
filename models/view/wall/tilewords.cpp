// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/view/wall/tilewords.h"

#include <QCoreApplication>

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(WallTile)
};

} // namespace

QString tileWord(TileKind kind)
{
    switch (kind) {
    case TileKind::Map:
        return Words::tr("Map");
    case TileKind::Counters:
        return Words::tr("Open, overdue, urgent, to check");
    case TileKind::Burning:
        return Words::tr("Burning cases");
    case TileKind::Events:
        return Words::tr("Last events");
    case TileKind::Rhythm:
        return Words::tr("Today against the usual day");
    case TileKind::Streets:
        return Words::tr("Ranking of streets");
    case TileKind::Units:
        return Words::tr("Load of units");
    case TileKind::Incident:
        return Words::tr("Urgent case");
    case TileKind::Stages:
        return Words::tr("Clocks of the urgent case");
    case TileKind::Called:
        return Words::tr("Who was called and arrived");
    case TileKind::Near:
        return Words::tr("Resources and staff near it");
    case TileKind::OnDuty:
        return Words::tr("Who is on duty");
    case TileKind::Gaps:
        return Words::tr("Hours that nobody covers");
    case TileKind::Vacancies:
        return Words::tr("Grids without their people");
    case TileKind::Indicators:
        return Words::tr("Indicators of the month");
    case TileKind::Risen:
        return Words::tr("Areas with more cases");
    case TileKind::Fallen:
        return Words::tr("Areas with fewer cases");
    }
    return {};
}

} // namespace gridward
