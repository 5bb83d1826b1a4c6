// SPDX-License-Identifier: GPL-3.0-or-later
// Which cases of a table are chosen, filled in or not, and its clocks.
#include "models/service/districtport.h"
#include "models/view/casefilterproxy.h"
#include "ui/panels/casetable.h"

#include <QMouseEvent>

#include <algorithm>

namespace gridward {

namespace {

using Column = CaseTableModel::Column;

constexpr int kMostSlices = 5; ///< so far the current row is followed at once
constexpr qsizetype kMostRemembered = 10'000;
constexpr std::chrono::milliseconds kSecond{1000};

} // namespace

QList<CaseId> CaseTable::selectedCases() const
{
    // By ranges: a hundred thousand single indexes would take their time.
    QList<std::pair<int, int>> ranges;
    for (const QItemSelectionRange &range : selectionModel()->selection()) {
        ranges.append({range.top(), range.bottom()});
    }
    std::ranges::sort(ranges);
    QList<CaseId> ids;
    for (const auto &[first, last] : std::as_const(ranges)) {
        for (int row = first; row <= last; ++row) {
            ids.append(mQueue.idAt(row));
        }
    }
    if (!mBeyond.isEmpty()) {
        const QList<CaseId> all = mQueue.allCases();
        for (const CaseId &id : all) {
            if (mBeyond.contains(id.value)) {
                ids.append(id);
            }
        }
    }
    return ids;
}

qint64 CaseTable::selectedCount() const
{
    qint64 rows = mBeyond.size();
    for (const QItemSelectionRange &range : selectionModel()->selection()) {
        rows += range.height();
    }
    return rows;
}

bool CaseTable::selectCase(const CaseId &id)
{
    if (!mQueue.reveal(id)) {
        return false;
    }
    mBeyond.clear();
    mAnchor = id;
    selectionModel()->setCurrentIndex(mQueue.index(mQueue.rowOf(id), 0),
                                      QItemSelectionModel::ClearAndSelect |
                                          QItemSelectionModel::Rows);
    return true;
}

void CaseTable::goToRow(int row, bool extend)
{
    if (row < 0 || row >= mQueue.rowCount()) {
        return;
    }
    if (!extend) {
        selectCase(mQueue.idAt(row));
        scrollTo(currentIndex()); // it may be current already, and out of sight
        return;
    }
    // All from where it began to here and no others: going back takes out what was too much.
    const int anchor = mQueue.rowOf(mAnchor);
    const int from = anchor >= 0 ? anchor : std::max(0, currentIndex().row());
    mAnchor = mQueue.idAt(from);
    mBeyond.clear();
    selectionModel()->select(
        QItemSelection(mQueue.index(std::min(from, row), 0), mQueue.index(std::max(from, row), 0)),
        QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    selectionModel()->setCurrentIndex(mQueue.index(row, 0), QItemSelectionModel::NoUpdate);
}

void CaseTable::mousePressEvent(QMouseEvent *event)
{
    const QModelIndex under = indexAt(event->position().toPoint());
    const bool extends = event->button() == Qt::LeftButton && under.isValid() &&
                         event->modifiers() == Qt::ShiftModifier;
    if (extends) {
        goToRow(under.row(), true);
        return;
    }
    QTableView::mousePressEvent(event);
    if (under.isValid()) {
        mAnchor = mQueue.idAt(under.row());
    }
}

void CaseTable::selectAll()
{
    QTableView::selectAll();
    if (mQueue.isFilled()) {
        return;
    }
    const QList<CaseId> all = mQueue.allCases();
    for (const CaseId &id : all) {
        if (mQueue.rowOf(id) < 0) {
            mBeyond.insert(id.value);
        }
    }
    tell();
}

QItemSelectionModel::SelectionFlags CaseTable::selectionCommand(const QModelIndex &index,
                                                                const QEvent *event) const
{
    const auto command = QTableView::selectionCommand(index, event);
    if (event != nullptr && event->type() == QEvent::KeyPress &&
        command.testFlag(QItemSelectionModel::Toggle)) {
        mAnchor = mQueue.idAt(index.row()); // Ctrl and the space bar
    }
    if (command.testFlag(QItemSelectionModel::Clear)) {
        mBeyond.clear();
    }
    return command;
}

void CaseTable::rememberChoice()
{
    mRearranging = true;
    mCurrentBefore = currentCase();
    mCurrentSeen = viewport()->rect().intersects(visualRect(currentIndex()));
    mSelectedBefore = mBeyond;
    if (selectedCount() <= kMostRemembered) {
        for (const CaseId &id : selectedCases()) {
            mSelectedBefore.insert(id.value);
        }
    }
}

void CaseTable::restoreChoice()
{
    mRearranging = false;
    mBeyond.clear();
    for (const QUuid &id : std::as_const(mSelectedBefore)) {
        if (mQueue.rowOf(CaseId{id}) < 0 && mQueue.passes(CaseId{id})) {
            mBeyond.insert(id);
        }
    }
    mSelectedBefore.clear();
    const CaseId wanted = mCurrentBefore;
    if (!wanted.isNull() && currentCase() != wanted && mQueue.reveal(wanted, kMostSlices)) {
        selectionModel()->setCurrentIndex(mQueue.index(mQueue.rowOf(wanted), 0),
                                          QItemSelectionModel::NoUpdate);
    }
    if (!wanted.isNull() && !mQueue.passes(wanted) && mQueue.rowCount() > 0) {
        // The one that was current is not among them: on from the first, not from wherever it fell.
        const QModelIndexList left = selectionModel()->selectedRows();
        const auto first = std::ranges::min_element(left, {}, &QModelIndex::row);
        selectionModel()->setCurrentIndex(first == left.end() ? mQueue.index(0, 0) : *first,
                                          first == left.end() && mBeyond.isEmpty()
                                              ? QItemSelectionModel::ClearAndSelect |
                                                    QItemSelectionModel::Rows
                                              : QItemSelectionModel::NoUpdate);
    }
    if (mCurrentSeen && currentIndex().isValid()) {
        scrollTo(currentIndex()); // but nobody who looks elsewhere is torn away
    }
    tell();
}

void CaseTable::selectRows(int first, int last)
{
    if (first <= last) {
        selectionModel()->select(QItemSelection(mQueue.index(first, 0), mQueue.index(last, 0)),
                                 QItemSelectionModel::Select | QItemSelectionModel::Rows);
    }
}

void CaseTable::rowsInserted(const QModelIndex &parent, int start, int end)
{
    QTableView::rowsInserted(parent, start, end);
    if (!mBeyond.isEmpty()) {
        // In runs, so that a hundred thousand chosen cases are a few ranges.
        int first = start;
        for (int row = start; row <= end; ++row) {
            if (!mBeyond.remove(mQueue.idAt(row).value)) {
                selectRows(first, row - 1);
                first = row + 1;
            }
        }
        selectRows(first, end);
    }
    tell();
}

// What changes with the time

CaseTable::Said CaseTable::saidOf(const Case &subject) const
{
    const CaseTableModel &cases = mQueue.cases();
    return {mQueue.remainingText(subject),
            cases.text(subject, Column::Reported),
            static_cast<int>(mQueue.heat(subject))};
}

void CaseTable::tick()
{
    mQueue.cases().passTime();
    const int first = rowAt(0);
    const int bottom = rowAt(viewport()->height() - 1);
    const int last = bottom < 0 ? mQueue.rowCount() - 1 : bottom;
    QHash<QUuid, Said> said;
    const auto paint = [this](int row, Column column) {
        viewport()->update(visualRect(mQueue.index(row, static_cast<int>(column))));
        ++mCellsTicked;
    };
    for (int row = std::max(0, first); first >= 0 && row <= last; ++row) {
        const Case *subject = mQueue.caseAt(row);
        if (subject == nullptr) {
            continue;
        }
        const Said now = saidOf(*subject);
        const auto before = mSaid.constFind(subject->id.value);
        if (before != mSaid.constEnd()) {
            if (before->remaining != now.remaining) {
                paint(row, Column::Remaining);
            }
            if (before->reported != now.reported) {
                paint(row, Column::Reported);
            }
            if (before->heat != now.heat) {
                paint(row, Column::Level);
            }
        }
        said.insert(subject->id.value, now);
    }
    mSaid = said;
    startTicking();
}

void CaseTable::startTicking()
{
    if (!isVisible()) {
        return;
    }
    // On the second, as every other clock of the room.
    const auto now = mQueue.cases().district().clock().now().time_since_epoch();
    const auto past = std::chrono::duration_cast<std::chrono::milliseconds>(now) % kSecond;
    mTick.start(kSecond - past);
}

void CaseTable::showEvent(QShowEvent *event)
{
    QTableView::showEvent(event);
    startTicking();
}

void CaseTable::hideEvent(QHideEvent *event)
{
    mTick.stop();
    mSaid.clear();
    QTableView::hideEvent(event);
}

} // namespace gridward
