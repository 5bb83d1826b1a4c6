// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/view/queueview.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace gridward {

/**
 * Saves what a queue shows now under a name; renames, orders and deletes what was saved. Everything
 * by keyboard: F2 renames, Delete deletes, Ctrl+Z brings back what was deleted here, Ctrl+Up and
 * Ctrl+Down move. GUI thread.
 */
class QueueViewsDialog final : public QDialog
{
    Q_OBJECT
public:
    /** `present` is what is shown now, without a name. */
    QueueViewsDialog(const QList<QueueView> &views,
                     const QueueView &present,
                     QWidget *parent = nullptr);

    [[nodiscard]] const QList<QueueView> &views() const { return mViews; }

signals:
    /** At once, after each change. */
    void viewsChanged(const QList<gridward::QueueView> &views);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void save();
    void rename(int row, const QString &name);
    void remove();
    void bringBack();
    void showHint();
    void move(int step);
    void fill(int current);
    void check();
    [[nodiscard]] int rowNamed(const QString &name) const;

    QList<QueueView> mViews;
    QueueView mPresent;
    QList<std::pair<int, QueueView>> mDeleted; ///< and where they stood; the last one last
    QLineEdit *mName;
    QPushButton *mSave;
    QListWidget *mList;
    QLabel *mHint;
    bool mFilling = false;
};

} // namespace gridward
