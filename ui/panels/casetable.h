// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/case.h"
#include "models/view/queueview.h"

#include <QHash>
#include <QSet>
#include <QTableView>
#include <QTimer>
#include <QUuid>

class QMimeData;

namespace gridward {

class CaseDelegate;
class CaseFilterProxy;
struct ColumnFit;
enum class NumberFit;
struct Theme;

/**
 * A queue as a table: one row a case, colour, shape and word for its level, flames where it waits
 * too long to be filed or dispatched, its clock in the colour of its urgency. While it can be seen
 * it looks at the clock once a second and paints those cells anew whose words have changed; nothing
 * is asked of anybody for that. Columns go one by one where there is no room for all; the user may
 * move, draw and hide them. Keys: see keyWords(). The selected cases can be dragged out: see
 * casedrag.h. GUI thread.
 */
class CaseTable final : public QTableView
{
    Q_OBJECT
public:
    /** The queue outlives it. */
    explicit CaseTable(CaseFilterProxy &queue, QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    /** States, units … that every row has the same are no news. */
    void setHiddenColumns(const QList<int> &columns);
    /** The last ones to give way where there is little room. */
    void setKeptColumns(const QList<int> &columns);
    /** What the user has made of the columns. */
    [[nodiscard]] const QueueColumns &columns() const { return mColumns; }
    void setColumns(const QueueColumns &columns);
    /** A column of CaseTableModel, or an order of CaseFilterProxy. */
    void sortBy(int column, Qt::SortOrder order);
    /** How the rows are sorted, in words. */
    [[nodiscard]] QString orderWords() const;
    /** Key and what it does, a pair a line: for the sheet of keys. */
    [[nodiscard]] static QList<std::pair<QString, QString>> keyWords();

    [[nodiscard]] CaseFilterProxy &queue() const { return mQueue; }
    /** Null if there is none. */
    [[nodiscard]] CaseId currentCase() const;
    /** In the order of the rows, then those chosen that are not filled in yet. */
    [[nodiscard]] QList<CaseId> selectedCases() const;
    /** As many as selectedCases() has; cheap. */
    [[nodiscard]] qint64 selectedCount() const;
    /** The selected cases as they are dragged; the caller owns it, null with none selected. */
    [[nodiscard]] QMimeData *dragData() const;
    /** False if the queue does not show it. */
    bool selectCase(const CaseId &id);
    /** The current row or else the first, where none is selected. */
    void ensureCurrent();
    /** All that pass the filter, those too that are not filled in yet. */
    void selectAll() override;

    /** How many cells were painted anew for the time alone: for tests. */
    [[nodiscard]] qint64 cellsTicked() const { return mCellsTicked; }
    /** It looks at the clock: only while it can be seen. */
    [[nodiscard]] bool isTicking() const { return mTick.isActive(); }

public slots:
    /** A second has passed. */
    void tick();
    /** The menus of the header, at the keyboard. */
    void showColumnMenu();
    void showOrderMenu();

signals:
    /** Another one is current, or several are selected. */
    void choiceChanged();
    void opened(const gridward::CaseId &id);
    void dispatchAsked();
    /** Take back one's own last step. */
    void withdrawAsked();
    void findAsked();
    void viewsAsked();
    void keysAsked();
    /** The user has moved, drawn or hidden one. */
    void columnsChanged();
    void sortChanged();
    /** The queue of that place among its neighbours, from 0. */
    void queueAsked(int place);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void startDrag(Qt::DropActions actions) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void selectionChanged(const QItemSelection &selected,
                          const QItemSelection &deselected) override;
    void rowsInserted(const QModelIndex &parent, int start, int end) override;
    void rowsAboutToBeRemoved(const QModelIndex &parent, int start, int end) override;
    void dataChanged(const QModelIndex &topLeft,
                     const QModelIndex &bottomRight,
                     const QList<int> &roles = {}) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    QItemSelectionModel::SelectionFlags selectionCommand(const QModelIndex &index,
                                                         const QEvent *event) const override;

private:
    /** What the cells of a row say that change with the time. */
    struct Said
    {
        QString remaining;
        QString reported;
        int heat = 0;

        bool operator==(const Said &) const = default;
    };

    void makeHeader();
    void fitColumns();
    [[nodiscard]] QList<ColumnFit> shownFits(NumberFit number) const;
    void placeColumns();
    void takeColumns();
    void startTicking();
    [[nodiscard]] Said saidOf(const Case &subject) const;
    void rememberChoice();
    void restoreChoice();
    void selectRows(int first, int last);
    bool pressLetter(int key);
    void tell();
    void takeRemoval();
    void move(int step, bool extend);
    void goToRow(int row, bool extend);

    CaseFilterProxy &mQueue;
    CaseDelegate *mDelegate;
    mutable CaseId mAnchor; ///< where a choice with Shift begins
    class Header;
    Header *mHeader;
    QList<int> mKept;
    QList<int> mHidden; ///< they say the same in every row
    QueueColumns mColumns;
    bool mFitting = false; ///< sections change by themselves
    bool mTelling = false;
    bool mCurrentSeen = false;
    bool mMovedSeen = false;   ///< the current row could be seen before rows moved
    bool mRearranging = false; ///< rows go that may come back
    int mLeaving = -1;         ///< the row of the current case, which is going
    QTimer mTick;
    QHash<QUuid, Said> mSaid; ///< of the rows that can be seen
    qint64 mCellsTicked = 0;
    /** Chosen, passing, and not filled in. A click or key that chooses anew forgets them. */
    mutable QSet<QUuid> mBeyond;
    CaseId mCurrentBefore;
    QSet<QUuid> mSelectedBefore;
};

} // namespace gridward
