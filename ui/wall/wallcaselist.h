// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/wall/walltile.h"

#include <QList>

namespace gridward {

/**
 * The most urgent cases as large rows on a coloured ground. A new one moves in from above while the
 * others make room; a row whose words changed repaints alone. Keeps values, asks nobody. GUI
 * thread.
 */
class WallCaseList final : public WallTile
{
    Q_OBJECT
public:
    /** At most `capacity` rows; fewer where they would become too small to read. */
    WallCaseList(const QString &name, int capacity, QWidget *parent);

    /** What is said when there is no row: nothing wrong, or why they are not there. */
    void setEmptyText(const QString &text);
    void setRows(const QList<WallRow> &rows);
    [[nodiscard]] const QList<WallRow> &rows() const { return mRows; }
    /** How many of the rows there is room for. */
    [[nodiscard]] int visibleRows() const;
    [[nodiscard]] QString emptyText() const { return mEmptyText; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] double rowHeight() const;
    [[nodiscard]] QRect rowBox(double position) const;
    void paintRow(QPainter &painter, const QRect &box, const WallRow &row) const;
    void paintLevelColumn(QPainter &painter, const QRect &box, const WallRow &row, double t) const;

    int mCapacity;
    QString mEmptyText;
    QList<WallRow> mRows;
    RowMotion mMotion;
};

} // namespace gridward
