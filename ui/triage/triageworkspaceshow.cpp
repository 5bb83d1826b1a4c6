// SPDX-License-Identifier: GPL-3.0-or-later
// What the triage says beside its rows and in place of them, and the scenes of its pictures.
#include "ui/triage/triagehead.h"
#include "ui/triage/triageimport.h"
#include "ui/triage/triagereader.h"
#include "ui/triage/triagetable.h"
#include "ui/triage/triageworkspace.h"

#include <QItemSelectionModel>
#include <QLabel>
#include <QLocale>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace gridward {

/** Beside the rows: rows that are shown as if they were all would be worked through as all. */
void TriageWorkspace::showTrouble()
{
    const int known = mRows.count(InboxLane::Done);
    const bool isPart =
        mRows.lane() == InboxLane::Done && mReader->hasDone() && known < mReader->doneRows();
    if (mReader->error() && mRows.rowCount() > 0) {
        mTrouble->setText(tr("Not all rows could be read, and it is tried again: %1")
                              .arg(mReader->error()->message));
    } else if (isPart) {
        mTrouble->setText(
            tr("The newest %1 of %2 rows that have ended are shown.")
                .arg(QLocale().toString(known), QLocale().toString(mReader->doneRows())));
    }
    mTrouble->setVisible((mReader->error() && mRows.rowCount() > 0) || isPart);
}

void TriageWorkspace::updateState()
{
    mHead->setCounts(mRows, mReader->doneRows());
    updateActions();
    showTrouble();
    if (mStack->currentWidget() == mImport) {
        return;
    }
    mNothing->setVisible(mRows.rowCount() == 0);
    if (mRows.rowCount() == 0) {
        showNothing();
    } else if (!mTable->selectionModel()->hasSelection()) {
        // A view that gets the focus has a current row, but none to do anything with.
        const InboxId current = mTable->currentRow();
        mTable->selectIds({current.isNull() ? mRows.idAt(0) : current});
    }
}

/** Of a lane in which no row is; of the first only where a batch has come to its end. */
QString TriageWorkspace::nothingIn(InboxLane lane)
{
    switch (lane) {
    case InboxLane::Waiting:
        return tr("No row is waiting");
    case InboxLane::NeedsPlace:
        return tr("No row needs a place");
    case InboxLane::NeedsClass:
        return tr("No row needs a class");
    case InboxLane::Duplicates:
        return tr("No rows are likely duplicates");
    case InboxLane::Ready:
        return tr("No row is ready to be registered");
    case InboxLane::Done:
        return tr("No row has come to its end yet");
    }
    return {};
}

/** Why there is no row, and what to do. */
void TriageWorkspace::showNothing()
{
    QString title;
    QString text;
    const StoreState state = mDistrict.state();
    if (state == StoreState::None) {
        title = tr("No district is open");
    } else if (state == StoreState::SignedOut) {
        title = tr("Nobody is signed in");
    } else if (mReader->isReading() || state == StoreState::Opening) {
        title = tr("Reading the inbox …");
    } else if (mReader->error()) {
        title = tr("The inbox cannot be shown");
        text = mReader->error()->message;
    } else if (!mHead->words().isEmpty()) {
        title = tr("No row matches");
        text = tr("Other rows are hidden by the words that are looked for. Esc takes them away.");
    } else if (!mHead->batch().isEmpty()) {
        title = nothingIn(mRows.lane());
        text = tr("Only the rows of one batch are shown. B chooses another one, or all of them.");
    } else if (mRows.lane() == InboxLane::Waiting) {
        title = tr("The inbox is empty");
        text = tr("Drop a hotline dump or an export of another system here: CSV, XLSX, ODS or "
                  "JSON lines.");
    } else {
        title = nothingIn(mRows.lane());
        text = tr("The other lanes are on the keys 1 to 6.");
    }
    mNothingTitle->setText(title);
    mNothingText->setText(text);
}

bool TriageWorkspace::showScene(const QString &id)
{
    static const QStringList kLanes{
        u"waiting"_s, u"needs-place"_s, u"needs-class"_s, u"duplicates"_s, u"ready"_s, u"done"_s};
    if (const qsizetype lane = kLanes.indexOf(id); lane >= 0) {
        chooseLane(kInboxLanes.at(static_cast<std::size_t>(lane)));
        return true;
    }
    static const QStringList kForms{u"classify"_s, u"locate"_s, u"merge"_s, u"refuse"_s};
    const qsizetype form = kForms.indexOf(id);
    if (form < 0) {
        return false;
    }
    if (form == 2) {
        chooseLane(InboxLane::Duplicates);
        mTable->selectIds({mRows.idAt(0)});
        group();
    }
    startForm(static_cast<TriageForm::Mode>(form));
    return true;
}

} // namespace gridward
