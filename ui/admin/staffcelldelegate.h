// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

class QHeaderView;
class QWidget;

namespace gridward {

struct Theme;

/**
 * Draws the cells of the staffing matrix: names, and what is missing by a shape, a word and
 * hatching as well as by colour. GUI thread.
 */
class StaffCellDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void setTheme(const Theme &theme) { mTheme = &theme; }
    void paint(QPainter *painter,
               const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

private:
    void paintHeading(QPainter &painter,
                      const QStyleOptionViewItem &option,
                      const QModelIndex &index) const;
    void paintCell(QPainter &painter,
                   const QStyleOptionViewItem &option,
                   const QModelIndex &index) const;

    const Theme *mTheme = nullptr;
};

/** Draws the bars of a day of the roster: turns by name, gaps hatched and in words. GUI thread. */
class RosterDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void setTheme(const Theme &theme) { mTheme = &theme; }
    void paint(QPainter *painter,
               const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    /** Pixels for a row of so many lanes. */
    [[nodiscard]] static int heightOf(int lanes);

private:
    const Theme *mTheme = nullptr;
};

/** A header with two lines: what it is, and below it how many are missing or that it is today. */
[[nodiscard]] QHeaderView *makeStaffHeader(int gapsRole, int todayRole, QWidget *parent);
void setHeaderTheme(QHeaderView *header, const Theme &theme);

} // namespace gridward
