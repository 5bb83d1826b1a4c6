// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/wall/walltable.h"

class QBarSet;
class QLineSeries;

namespace gridward {

class WallPlot;

/**
 * Streets against each other, a row each: a bar of open cases with the overdue ones in it, the
 * cases of the last days as a line, all on one scale, and how many were handled in time. As many
 * rows as can be read. GUI thread.
 */
class WallRank final : public WallTable
{
    Q_OBJECT
public:
    WallRank(const QString &name, QWidget *parent);

    void setContent(const RankContent &content);
    [[nodiscard]] const RankContent &content() const { return mContent; }

protected:
    [[nodiscard]] int rowCount() const override;
    void restyle() override;
    void changeEvent(QEvent *event) override;
    void paintTitles(QPainter &painter) const override;
    void paintRows(QPainter &painter) const override;

private:
    /** Where the columns stand, in pixels. */
    struct Columns
    {
        QRect name;
        QRect bars;
        QRect days;
        QRect inTime;
    };
    [[nodiscard]] Columns columns() const;
    void showBars();
    void showDays();

    RankContent mContent;
    WallPlot *mBars;
    QBarSet *mOverdue;
    QBarSet *mOthers;
    WallPlot *mDays;
    QList<QLineSeries *> mLines; ///< one a row, made once
};

} // namespace gridward
