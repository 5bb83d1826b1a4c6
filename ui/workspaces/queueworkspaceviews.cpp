// SPDX-License-Identifier: GPL-3.0-or-later
// What a workspace of queues keeps: views, columns, limits.
#include "models/view/deskmemory.h"
#include "ui/dialogs/heatdialog.h"
#include "ui/dialogs/queueviewsdialog.h"
#include "ui/panels/casetable.h"
#include "ui/panels/queuefilterbar.h"
#include "ui/workspaces/queuedefaults.h"
#include "ui/workspaces/queueworkspace.h"

#include <QMenu>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr int kKeyedViews = 9; ///< Ctrl+Shift+1 to 9

} // namespace

QString QueueWorkspace::memoryKey(const QString &of) const
{
    return u"queue/%1/%2"_s.arg(objectName(), of);
}

void QueueWorkspace::setMemory(DeskMemory &memory)
{
    mMemory = &memory;
    connect(&memory, &DeskMemory::heatLimitsChanged, this, [this] {
        mCases.setHeatLimits(mMemory->heatLimits());
    });
    mCases.setHeatLimits(memory.heatLimits());
    readMemory();
}

void QueueWorkspace::readMemory()
{
    const QString &user = mDistrict.user().name;
    if (mMemory == nullptr || mMemoryOf == user + u'/' + mDistrict.user().role) {
        return;
    }
    mMemoryOf = user + u'/' + mDistrict.user().role;
    const QString views = mMemory->kept(user, memoryKey(u"views"_s));
    mViews = views.isEmpty() ? defaultQueueViews(objectName(), mDistrict.user().role)
                             : queueViewsFromText(views);
    for (const Queue &one : mQueues) {
        one.table->setColumns(
            queueColumnsFromText(mMemory->kept(user, memoryKey(one.definition.id))));
    }
}

void QueueWorkspace::keepColumns(int place)
{
    if (mMemory != nullptr) {
        const Queue &one = mQueues.at(static_cast<std::size_t>(place));
        mMemory->keep(mDistrict.user().name,
                      memoryKey(one.definition.id),
                      one.table->columns() == QueueColumns{} ? QString()
                                                             : toText(one.table->columns()));
    }
}

void QueueWorkspace::takeViews(const QList<QueueView> &views)
{
    for (const QueueView &one : views) {
        const auto before = std::ranges::find(mViews, one.name, &QueueView::name);
        const bool isSame = std::ranges::find(mViews, one) != mViews.end();
        if (!isSame && (before != mViews.end() || views.size() > mViews.size())) {
            emit messageRequested(
                {Message::Level::Success, tr("The view “%1” is saved.").arg(one.name)});
        }
    }
    mViews = views;
    if (mMemory != nullptr) {
        mMemory->keep(mDistrict.user().name, memoryKey(u"views"_s), toText(views));
    }
}

QueueView QueueWorkspace::presentView() const
{
    QueueView view;
    view.queue = shownQueue();
    mFilters->store(view);
    view.stage = mStage;
    view.sortColumn = queue().proxy->sortColumn();
    view.descending = queue().proxy->sortOrder() == Qt::DescendingOrder;
    view.columns = queue().table->columns();
    return view;
}

void QueueWorkspace::showView(int place)
{
    if (place < 0 || place >= mViews.size()) {
        return;
    }
    const QueueView view = mViews.at(place);
    showQueue(view.queue);
    mStage = view.stage;
    mHotOnly = false;
    mFilters->restore(view);
    table().setColumns(view.columns);
    table().sortBy(view.sortColumn, view.descending ? Qt::DescendingOrder : Qt::AscendingOrder);
    table().ensureCurrent();
    if (view.sortColumn == CaseFilterProxy::kByHeat && table().queue().rowCount() > 0) {
        table().selectCase(table().queue().idAt(0)); // the hottest, not the one of before
    }
    focusQueue();
}

void QueueWorkspace::showViewMenu()
{
    auto *menu = new QMenu(this);
    menu->setObjectName(u"queueViewMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (int place = 0; place < mViews.size(); ++place) {
        const QString keys = place < kKeyedViews ? u"\tCtrl+Shift+%1"_s.arg(place + 1) : QString();
        QString name = mViews.at(place).name;
        connect(menu->addAction(name.replace(u'&', u"&&"_s) + keys),
                &QAction::triggered,
                this,
                [this, place] { showView(place); });
    }
    menu->addSeparator();
    connect(menu->addAction(tr("Save or change views …")),
            &QAction::triggered,
            this,
            &QueueWorkspace::editViews);
    menu->popup(mViewsButton->mapToGlobal(QPoint(0, mViewsButton->height())));
}

void QueueWorkspace::editViews()
{
    auto *dialog = new QueueViewsDialog(mViews, presentView(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QueueViewsDialog::viewsChanged, this, &QueueWorkspace::takeViews);
    dialog->open();
}

void QueueWorkspace::editHeatLimits()
{
    auto *dialog = new HeatDialog(mCases.heatLimits(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &HeatDialog::limitsChosen, this, [this](const HeatLimits &limits) {
        if (mMemory != nullptr) {
            mMemory->setHeatLimits(limits); // and comes back to every queue
        } else {
            mCases.setHeatLimits(limits);
        }
    });
    dialog->open();
}

} // namespace gridward
