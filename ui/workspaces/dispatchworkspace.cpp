// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspaces/dispatchworkspace.h"

#include "ui/panels/batchdispatch.h"
#include "ui/panels/casepanel.h"
#include "ui/panels/casetable.h"

#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

using Column = CaseTableModel::Column;

constexpr qsizetype kMostReasons = 5; ///< so many fit into a message

QueueFilter inStates(const QList<CaseState> &states)
{
    QueueFilter filter;
    filter.states = states;
    return filter;
}

QList<QueueDefinition> queues()
{
    using S = CaseState;
    const auto section = [](Column column) { return static_cast<int>(column); };
    return {
        {u"filing"_s,
         inStates({S::Registered, S::Reported, S::Verifying, S::PendingFiling}),
         {section(Column::Unit), section(Column::Remaining)},
         [] { return DispatchWorkspace::tr("Awaiting filing"); },
         [] { return DispatchWorkspace::tr("Nothing awaits filing"); },
         [] { return DispatchWorkspace::tr("New reports appear here by themselves."); }},
        {u"dispatch"_s,
         inStates({S::Filed}),
         {section(Column::Unit), section(Column::State)}, // one that came back has a limit
         [] { return DispatchWorkspace::tr("Awaiting dispatch"); },
         [] { return DispatchWorkspace::tr("Nothing awaits dispatch"); },
         [] { return DispatchWorkspace::tr("Cases appear here as soon as they are filed."); }},
        {u"units"_s,
         inStates({S::AtUnit, S::Handling, S::Suspended, S::Rework}),
         {},
         [] { return DispatchWorkspace::tr("At the units"); },
         [] { return DispatchWorkspace::tr("No unit has an open case"); },
         [] { return DispatchWorkspace::tr("Cases appear here as soon as they are dispatched."); }},
        {u"open"_s,
         {},
         {},
         [] { return DispatchWorkspace::tr("All open"); },
         [] { return DispatchWorkspace::tr("No case is open"); },
         [] { return DispatchWorkspace::tr("New reports appear here by themselves."); }}};
}

} // namespace

DispatchWorkspace::DispatchWorkspace(DistrictPort &district, LiveCases &live, QWidget *parent)
    : QueueWorkspace(district, live, queues(), parent)
    , mBatch(new BatchDispatch(district, live))
{
    setObjectName(u"dispatchWorkspace"_s);
    side().addWidget(mBatch);
    setHeading([] { return tr("Dispatch"); });
    for (CaseTable *table : findChildren<CaseTable *>()) {
        connect(table, &CaseTable::dispatchAsked, this, &DispatchWorkspace::dispatchChosen);
    }
    connect(mBatch, &BatchDispatch::finished, this, &DispatchWorkspace::tellBatch);
    connect(mBatch, &BatchDispatch::leaveAsked, this, [this] {
        table().selectCase(table().currentCase());
        table().setFocus();
    });
    showQueue(u"dispatch"_s);
}

void DispatchWorkspace::setTheme(const Theme &theme)
{
    QueueWorkspace::setTheme(theme);
    mBatch->setTheme(theme);
}

void DispatchWorkspace::takeChoice()
{
    if (mBatch->isRunning()) {
        return;
    }
    const QList<CaseId> chosen = table().selectedCases();
    if (chosen.size() > 1 && !panel().isBusy()) {
        mBatch->setCases(chosen);
        side().setCurrentWidget(mBatch);
    } else {
        QueueWorkspace::takeChoice();
    }
}

void DispatchWorkspace::dispatchChosen()
{
    takeChoice();
    if (side().currentWidget() == mBatch) {
        mBatch->focusChoice();
    } else {
        panel().startAction(CaseAction::Dispatch);
    }
}

void DispatchWorkspace::tellBatch(int sent, const QStringList &failures)
{
    const QString went = tr("%n case(s) dispatched.", nullptr, sent);
    if (failures.isEmpty()) {
        emit messageRequested({Message::Level::Success, went});
    } else {
        QStringList lines{went, tr("%n could not be:", nullptr, static_cast<int>(failures.size()))};
        lines += failures.first(std::min(failures.size(), kMostReasons));
        if (failures.size() > kMostReasons) {
            lines.append(u"…"_s);
        }
        emit messageRequested({Message::Level::Warning, lines.join(u'\n')});
    }
    table().setFocus();
    takeChoice();
}

} // namespace gridward
