// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace gridward {

struct Theme;

/**
 * Draws the cells of the table of rights: how far a right reaches as a word on a ground that grows
 * stronger with it, and a mark where it is not what the program gives. GUI thread.
 */
class PermissionDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void setTheme(const Theme &theme) { mTheme = &theme; }
    void paint(QPainter *painter,
               const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

private:
    const Theme *mTheme = nullptr;
};

} // namespace gridward
