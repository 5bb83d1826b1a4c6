// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace gridward {

struct Theme;

/** Draws a matter of LeaderModel in three lines: what, the facts, what is asked. GUI thread. */
class LeaderDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void setTheme(const Theme &theme) { mTheme = &theme; }

    void paint(QPainter *painter,
               const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;

private:
    void paintHeading(QPainter *painter,
                      const QStyleOptionViewItem &option,
                      const QModelIndex &index) const;
    void paintMatter(QPainter *painter,
                     const QStyleOptionViewItem &option,
                     const QModelIndex &index) const;

    const Theme *mTheme = nullptr;
};

} // namespace gridward
