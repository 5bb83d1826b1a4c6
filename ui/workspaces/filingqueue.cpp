// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspaces/filingqueue.h"

#include "models/view/casefilterproxy.h"
#include "ui/panels/casepanel.h"
#include "ui/panels/casetable.h"

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

QList<QueueDefinition> queues()
{
    QueueFilter all;
    all.states = {
        CaseState::Registered, CaseState::Reported, CaseState::Verifying, CaseState::PendingFiling};
    QueueFilter toFile;
    toFile.states = {CaseState::Registered, CaseState::Reported, CaseState::PendingFiling};
    QueueFilter verifying;
    verifying.states = {CaseState::Verifying};
    const QList<int> same{static_cast<int>(CaseTableModel::Column::Unit),
                          static_cast<int>(CaseTableModel::Column::Remaining)};
    const auto emptyText = [] {
        return FilingQueue::tr("Reports appear here until they are filed or refused.");
    };
    return {{u"awaiting"_s,
             all,
             same,
             [] { return FilingQueue::tr("All"); },
             [] { return FilingQueue::tr("Nothing awaits filing"); },
             emptyText},
            {u"toFile"_s,
             toFile,
             same,
             [] { return FilingQueue::tr("To be filed"); },
             [] { return FilingQueue::tr("Nothing awaits filing"); },
             emptyText},
            {u"verifying"_s,
             verifying,
             same,
             [] { return FilingQueue::tr("Being verified"); },
             [] { return FilingQueue::tr("Nothing is being verified"); },
             [] {
                 return FilingQueue::tr(
                     "Reports appear here while somebody looks whether they are true.");
             }}};
}

} // namespace

FilingQueue::FilingQueue(DistrictPort &district, LiveCases &live, QWidget *parent)
    : QueueWorkspace(district, live, queues(), parent)
{
    setObjectName(u"filingQueue"_s);
    setHeading([] { return tr("Awaiting filing"); });
    connect(&panel(),
            &CasePanel::stepTaken,
            this,
            [this](const Case &after, const ActionRequest &request) {
                if (request.action == CaseAction::Verify && table().currentCase() == after.id) {
                    goOn();
                }
            });
}

void FilingQueue::goOn()
{
    // Filed or refused, a case leaves the list; one that is verified stays in it.
    const CaseFilterProxy &rows = table().queue();
    const int row = rows.rowOf(table().currentCase());
    const int next = row + 1 < rows.rowCount() ? row + 1 : row - 1;
    if (row >= 0 && next >= 0) {
        table().selectCase(rows.idAt(next));
    }
}

qint64 FilingQueue::awaiting() const
{
    return stageCount(CaseStage::Filing);
}

} // namespace gridward
