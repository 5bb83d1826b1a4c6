// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/wall/walltile.h"

namespace gridward {

/**
 * A tile of rows of one line each below a line of titles: as many as can be read, as high as there
 * is room for. GUI thread.
 */
class WallTable : public WallTile
{
    Q_OBJECT
public:
    /** In place of the rows; empty: the rows. */
    void setProblem(const QString &text);
    [[nodiscard]] int visibleRows() const;

protected:
    /** Heights in units of the smallest text. */
    struct Heights
    {
        double titles;
        double leastRow;
        double largestRow;
    };
    WallTable(const QString &name, const Heights &heights, QWidget *parent);

    /** How many there are. */
    [[nodiscard]] virtual int rowCount() const = 0;
    virtual void paintTitles(QPainter &painter) const = 0;
    /** Those that have room; there is one at least. */
    virtual void paintRows(QPainter &painter) const = 0;
    void paintEvent(QPaintEvent *event) final;
    [[nodiscard]] const QString &problem() const { return mProblem; }
    [[nodiscard]] bool showsRows() const { return mProblem.isEmpty() && rowCount() > 0; }
    /** Below the titles. */
    [[nodiscard]] QRect rowsBox() const;
    [[nodiscard]] double rowHeight() const;
    /** A part of the rows' box, by shares of its width. */
    [[nodiscard]] QRect column(double from, double to) const;

private:
    Heights mHeights;
    QString mProblem;
};

} // namespace gridward
