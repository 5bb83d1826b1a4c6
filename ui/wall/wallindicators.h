// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/wall/walltable.h"

class QScatterSeries;

namespace gridward {

class WallPlot;

/**
 * Indicators of a month, a row each: the figure now, a dot for it on a scale from 0 to 100 % with a
 * tick for the month before and one for the target, and how much better or worse it became. Times
 * in hours have no dot. GUI thread.
 */
class WallIndicators final : public WallTable
{
    Q_OBJECT
public:
    WallIndicators(const QString &name, QWidget *parent);

    void setContent(const IndicatorsContent &content);
    [[nodiscard]] const IndicatorsContent &content() const { return mContent; }

protected:
    [[nodiscard]] int rowCount() const override;
    void restyle() override;
    void paintTitles(QPainter &painter) const override;
    void paintRows(QPainter &painter) const override;

private:
    /** As wide as their words; the dots have the rest. */
    struct Columns
    {
        double size; ///< of the text of the rows
        bool isCut;  ///< the names have no room for all of their words
        QRect name;
        QRect now;
        QRect dots;
        QRect before;
        QRect change;
    };
    [[nodiscard]] Columns columns() const;
    [[nodiscard]] Columns columnsFor(double size) const;
    void showDots();

    IndicatorsContent mContent;
    WallPlot *mPlot;
    QScatterSeries *mNow;
};

} // namespace gridward
