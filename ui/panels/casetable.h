// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/case.h"

#include <QTableView>

class QMimeData;

namespace gridward {

class CaseDelegate;
class CaseFilterProxy;
struct Theme;

/**
 * A queue as a table: one row a case, colour, shape and word for its level, its clock in the colour
 * of its urgency. Columns go one by one where there is no room for all. Keys: J and K or the arrows
 * move, Enter opens, D dispatches, U asks to take back, / finds, digits choose the queue. The
 * selected cases can be dragged out: see casedrag.h. GUI thread.
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

    [[nodiscard]] CaseFilterProxy &queue() const { return mQueue; }
    /** Null if there is none. */
    [[nodiscard]] CaseId currentCase() const;
    /** In the order of the rows. */
    [[nodiscard]] QList<CaseId> selectedCases() const;
    /** The selected cases as they are dragged; the caller owns it, null with none selected. */
    [[nodiscard]] QMimeData *dragData() const;
    /** False if the queue does not show it. */
    bool selectCase(const CaseId &id);
    /** The current row or else the first, where none is selected. */
    void ensureCurrent();

signals:
    /** Another one is current, or several are selected. */
    void choiceChanged();
    void opened(const gridward::CaseId &id);
    void dispatchAsked();
    /** Take back one's own last step. */
    void withdrawAsked();
    void findAsked();
    /** The queue of that place among its neighbours, from 0. */
    void queueAsked(int place);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void startDrag(Qt::DropActions actions) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void selectionChanged(const QItemSelection &selected,
                          const QItemSelection &deselected) override;
    void rowsInserted(const QModelIndex &parent, int start, int end) override;

private:
    void fitColumns();
    void tell();
    void takeRemoval();
    void move(int step, bool extend);

    CaseFilterProxy &mQueue;
    CaseDelegate *mDelegate;
    class Header;
    Header *mHeader;
    QList<int> mHidden;
    bool mTelling = false;
};

} // namespace gridward
