// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspaces/queuedefaults.h"

#include "models/view/casefilterproxy.h"
#include "models/view/casetablemodel.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct QueueDefaults
{
    Q_DECLARE_TR_FUNCTIONS(gridward::QueueDefaults)
};

QueueView viewOf(const QString &name, const QString &queue)
{
    QueueView view;
    view.name = name;
    view.queue = queue;
    return view;
}

QueueView hottest(const QString &name, const QString &queue)
{
    QueueView view = viewOf(name, queue);
    view.sortColumn = CaseFilterProxy::kByHeat;
    return view;
}

QList<QueueView> dispatchViews(const QString &role)
{
    QueueView urgent = viewOf(QueueDefaults::tr("Red and orange"), u"open"_s);
    urgent.levels = {CaseLevel::Orange, CaseLevel::Red};
    QueueView late = viewOf(QueueDefaults::tr("Overdue at the units"), u"units"_s);
    late.overdueOnly = true;
    QueueView byUnit = late;
    byUnit.name = QueueDefaults::tr("Overdue, by unit");
    byUnit.sortColumn = static_cast<int>(CaseTableModel::Column::Unit);
    QList<QueueView> views{hottest(QueueDefaults::tr("To dispatch, hottest first"), u"dispatch"_s),
                           hottest(QueueDefaults::tr("To file, hottest first"), u"filing"_s),
                           urgent,
                           late,
                           byUnit};
    if (role == "acceptor"_L1 || role == "filer"_L1) {
        std::swap(views[0], views[1]); // theirs is the first one
    }
    return views;
}

QList<QueueView> supervisionViews(const QString &role)
{
    QueueView urgent = viewOf(QueueDefaults::tr("Overdue, red and orange"), u"overdue"_s);
    urgent.levels = {CaseLevel::Orange, CaseLevel::Red};
    QueueView byUnit = viewOf(QueueDefaults::tr("Overdue, by unit"), u"overdue"_s);
    byUnit.sortColumn = static_cast<int>(CaseTableModel::Column::Unit);
    QList<QueueView> views{
        urgent, byUnit, viewOf(QueueDefaults::tr("To check, longest waiting first"), u"check"_s)};
    if (role == "checker"_L1) {
        std::rotate(views.begin(), views.end() - 1, views.end());
    }
    return views;
}

} // namespace

QList<QueueView> defaultQueueViews(const QString &workspace, const QString &role)
{
    if (workspace == "dispatchWorkspace"_L1) {
        return dispatchViews(role);
    }
    return workspace == "supervisionWorkspace"_L1 ? supervisionViews(role) : QList<QueueView>();
}

} // namespace gridward
