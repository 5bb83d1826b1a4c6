// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspaces/supervisionqueues.h"

#include "ui/workspaces/supervisionworkspace.h"

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

using Column = CaseTableModel::Column;

QueueFilter inStates(const QList<CaseState> &states)
{
    QueueFilter filter;
    filter.states = states;
    return filter;
}

QueueFilter watching(Watch watch)
{
    QueueFilter filter;
    filter.watch = watch;
    return filter;
}

/** By the limit of the check; the states say which stages of the district it has. */
QueueFilter toCheck()
{
    QueueFilter filter = watching(Watch::Check);
    filter.states = {CaseState::FedBack, CaseState::Checking};
    return filter;
}

int section(Column column)
{
    return static_cast<int>(column);
}

} // namespace

QList<QueueDefinition> supervisionQueues()
{
    using S = CaseState;
    // A supervisor calls a unit about a number, on a narrow screen too.
    const int number = section(Column::Number);
    const QList<int> unit{section(Column::Unit), number};
    const QList<int> remaining{section(Column::Remaining), section(Column::Unit), number};
    return {
        {u"verify"_s,
         inStates({S::Verifying}),
         {section(Column::Unit), section(Column::State)},
         [] { return SupervisionWorkspace::tr("To verify"); },
         [] { return SupervisionWorkspace::tr("Nothing is to be verified"); },
         [] {
             return SupervisionWorkspace::tr(
                 "Reports appear here when somebody has to see whether they are true.");
         },
         {section(Column::Remaining), number}},
        {u"check"_s,
         toCheck(),
         {},
         [] { return SupervisionWorkspace::tr("To check"); },
         [] { return SupervisionWorkspace::tr("Nothing waits for a check"); },
         [] {
             return SupervisionWorkspace::tr("Cases appear here when a unit has handed them in.");
         },
         remaining},
        {u"tasks"_s,
         watching(Watch::Task),
         {section(Column::Reported)},
         [] { return SupervisionWorkspace::tr("Sent out"); },
         [] { return SupervisionWorkspace::tr("Nobody was sent to look at a case"); },
         [] {
             return SupervisionWorkspace::tr(
                 "Whoever is sent to verify or to check stands here until it is done.");
         },
         remaining},
        {u"overdue"_s,
         watching(Watch::Overdue),
         {},
         [] { return SupervisionWorkspace::tr("Overdue"); },
         [] { return SupervisionWorkspace::tr("Nothing is overdue"); },
         [] {
             return SupervisionWorkspace::tr(
                 "Cases appear here when their handling limit has passed.");
         },
         remaining},
        {u"stuck"_s,
         watching(Watch::Stuck),
         {},
         [] { return SupervisionWorkspace::tr("Stuck"); },
         [] { return SupervisionWorkspace::tr("Nothing is stuck"); },
         [] {
             return SupervisionWorkspace::tr(
                 "Cases appear here when nobody has taken a step with them for a day.");
         },
         remaining},
        {u"evidence"_s,
         watching(Watch::Evidence),
         {},
         [] { return SupervisionWorkspace::tr("No picture"); },
         [] { return SupervisionWorkspace::tr("No evidence is missing"); },
         [] {
             return SupervisionWorkspace::tr(
                 "Cases appear here when they were handed in without the picture that their class "
                 "asks for.");
         },
         unit},
        {u"supervised"_s,
         watching(Watch::Reply),
         {},
         [] { return SupervisionWorkspace::tr("To answer"); },
         [] { return SupervisionWorkspace::tr("No supervision waits for a reply"); },
         [] {
             return SupervisionWorkspace::tr(
                 "Cases that you supervise stand here until their unit has replied.");
         },
         remaining},
        {u"ladder"_s,
         watching(Watch::Ladder),
         {},
         [] { return SupervisionWorkspace::tr("Urged"); },
         [] { return SupervisionWorkspace::tr("Nobody was urged"); },
         [] {
             return SupervisionWorkspace::tr(
                 "Cases appear here as their limit runs out: the highest rung first.");
         },
         remaining},
        {u"callback"_s,
         watching(Watch::CallBack),
         {section(Column::State)},
         [] { return SupervisionWorkspace::tr("Call back"); },
         [] { return SupervisionWorkspace::tr("Nobody is to be called back"); },
         [] {
             return SupervisionWorkspace::tr(
                 "Cases with a reporter appear here when they passed the check, until the "
                 "reporter was called.");
         },
         unit}};
}

} // namespace gridward
