// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspaces/supervisionworkspace.h"

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

QList<QueueDefinition> queues()
{
    QueueFilter overdue;
    overdue.overdueOnly = true;
    QueueFilter waiting;
    waiting.states = {CaseState::FedBack, CaseState::Checking};
    return {{u"overdue"_s,
             overdue,
             {},
             [] { return SupervisionWorkspace::tr("Overdue"); },
             [] { return SupervisionWorkspace::tr("Nothing is overdue"); },
             [] {
                 return SupervisionWorkspace::tr(
                     "Cases appear here when their handling limit has passed.");
             },
             {static_cast<int>(CaseTableModel::Column::Unit)}},
            {u"check"_s,
             waiting,
             {},
             [] { return SupervisionWorkspace::tr("To check"); },
             [] { return SupervisionWorkspace::tr("Nothing waits for a check"); },
             [] {
                 return SupervisionWorkspace::tr(
                     "Cases appear here when a unit has handed them in.");
             },
             {static_cast<int>(CaseTableModel::Column::Unit)}}};
}

} // namespace

SupervisionWorkspace::SupervisionWorkspace(DistrictPort &district, LiveCases &live, QWidget *parent)
    : QueueWorkspace(district, live, queues(), parent)
{
    setObjectName(u"supervisionWorkspace"_s);
    setHeading([] { return tr("Supervision"); });
}

} // namespace gridward
