// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/wallport.h"
#include "ui/wall/walltile.h"

class QBarSet;
class QLineSeries;
class QStackedBarSeries;

namespace gridward {

class WallPlot;
struct PlotLabel;

/**
 * Today by the hour against the usual day: bars for what was registered, the running hour in a
 * lighter tone, and a line for the mean of days of the same kind; each named where it stands.
 * Redraws when numbers change. GUI thread.
 */
class WallChart final : public WallTile
{
    Q_OBJECT
public:
    WallChart(const QString &name, QWidget *parent);

    void setRhythm(const DayRhythm &rhythm);
    /** In place of the chart: why there is none. Empty: the chart. */
    void setProblem(const QString &text);
    [[nodiscard]] const DayRhythm &rhythm() const { return mRhythm; }
    [[nodiscard]] const WallPlot &plot() const { return *mPlot; }

protected:
    void restyle() override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void showNumbers();
    void showLabels(double top, int step);
    void nameLines(QList<PlotLabel> &labels) const;

    DayRhythm mRhythm;
    QString mProblem;
    double mWordSize = 1.0; ///< units
    WallPlot *mPlot;
    QBarSet *mPassed;
    QBarSet *mRunning;
    QStackedBarSeries *mBars;
    QLineSeries *mUsual;
};

} // namespace gridward
