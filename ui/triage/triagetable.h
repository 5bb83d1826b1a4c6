// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/inboxitem.h"

#include <QTableView>

namespace gridward {

class InboxModel;
struct Theme;

/**
 * The rows of a lane, made for the keyboard: J and K are taken by actions, so the arrows move, with
 * Shift they select. Columns go one by one where there is no room for all. GUI thread.
 */
class TriageTable final : public QTableView
{
    Q_OBJECT
public:
    /** The rows outlive it. */
    explicit TriageTable(InboxModel &rows, QWidget *parent = nullptr);

    void setTheme(const Theme &theme);

    /** Null if there is none. */
    [[nodiscard]] InboxId currentRow() const;
    /** In the order of the rows. */
    [[nodiscard]] QList<InboxId> selectedIds() const;
    /** Selects those that are shown; the first of them is current. If none is, nothing changes. */
    void selectIds(const QList<InboxId> &ids);
    /** Lies over the rows, where there are none: the keyboard stays with the table. */
    void setOverlay(QWidget *overlay);
    /** Letters and digits are keys of actions; none looks for a row by its number. */
    void keyboardSearch(const QString &) override {}

signals:
    void choiceChanged();
    /** A letter that an action has. */
    void keyAsked(int key);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void selectionChanged(const QItemSelection &selected,
                          const QItemSelection &deselected) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    void fitColumns();
    void tell();
    void makeCurrent(int row);
    void keepPlace();
    void goOn();

    InboxModel &mRows;
    class Delegate;
    Delegate *mDelegate;
    QWidget *mOverlay = nullptr;
    bool mTelling = false;
    QList<InboxId> mKept; ///< selected, while the rows are shown anew
    InboxId mKeptCurrent;
    int mKeptRow = 0;
    int mLostRow = -1; ///< where the current row was, while it is taken away
};

} // namespace gridward
