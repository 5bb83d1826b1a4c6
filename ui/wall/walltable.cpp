// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wall/walltable.h"

#include <QPaintEvent>
#include <QPainter>

#include <algorithm>

namespace gridward {

WallTable::WallTable(const QString &name, const Heights &heights, QWidget *parent)
    : WallTile(name, parent)
    , mHeights(heights)
{
}

void WallTable::setProblem(const QString &text)
{
    if (text != mProblem) {
        mProblem = text;
        restyle();
        update();
    }
}

QRect WallTable::rowsBox() const
{
    return body().adjusted(pixels(0.6), pixels(mHeights.titles), -pixels(0.6), -pixels(0.4));
}

int WallTable::visibleRows() const
{
    const int room = static_cast<int>(rowsBox().height() / (mHeights.leastRow * unit()));
    return std::clamp(room, 0, rowCount());
}

double WallTable::rowHeight() const
{
    return std::min(mHeights.largestRow * unit(),
                    rowsBox().height() / std::max(1.0, 1.0 * visibleRows()));
}

void WallTable::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    paintHead(painter, event->rect());
    if (!mProblem.isEmpty()) {
        paintEmpty(painter, mProblem);
    } else if (showsRows()) {
        paintTitles(painter);
        paintRows(painter);
    }
}

QRect WallTable::column(double from, double to) const
{
    const QRect all = rowsBox();
    return {all.left() + static_cast<int>(all.width() * from),
            all.top(),
            static_cast<int>(all.width() * (to - from)),
            all.height()};
}

} // namespace gridward
