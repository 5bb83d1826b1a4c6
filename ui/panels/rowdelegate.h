// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QIcon>
#include <QStyledItemDelegate>

namespace gridward {

struct Theme;

/**
 * Draws the rows of rowrole.h: a mark or an icon, a title with a short text at its end, and a
 * second line below. Headings are lines of their own. GUI thread.
 */
class RowDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void setTheme(const Theme &theme);
    /** Pixels that stay free at both sides; 16 unless told otherwise. */
    void setInset(int inset) { mInset = inset; }

    void paint(QPainter *painter,
               const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;

private:
    void paintMark(QPainter *painter, const QRect &box, const QModelIndex &index) const;
    /** The first line; a title that does not fit is shortened. */
    void paintTitle(QPainter *painter,
                    const QStyleOptionViewItem &option,
                    const QRect &line,
                    const QModelIndex &index) const;

    const Theme *mTheme = nullptr;
    int mInset = 16;
    mutable QHash<QString, QIcon> mIcons; ///< of this theme, made when first needed
};

} // namespace gridward
