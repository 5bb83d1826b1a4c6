// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/wall/walltable.h"

class QScatterSeries;

namespace gridward {

class WallPlot;

/**
 * Indicators of a month, a row each: the figure now, a dot for it on a scale from 0 to 100 % with a
 * tick for the month before and one for the target, and whether it became better. Times in hours
 * have no dot. GUI thread.
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
    struct Columns
    {
        QRect name;
        QRect now;
        QRect dots;
        QRect before;
        QRect change;
    };
    [[nodiscard]] Columns columns() const;
    void showDots();

    IndicatorsContent mContent;
    WallPlot *mPlot;
    QScatterSeries *mNow;
};

} // namespace gridward
