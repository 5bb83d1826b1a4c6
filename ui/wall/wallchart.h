// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/districtport.h"
#include "ui/wall/wallpanel.h"

#include <QAbstractAxis>

class QBarSet;
class QChart;
class QChartView;
class QLineSeries;
class QStackedBarSeries;
class QValueAxis;

namespace gridward {

/**
 * Today by the hour against the usual day: bars for what was registered, the running hour in a
 * lighter tone, and a line for the mean of days of the same kind. Redraws when numbers change.
 */
class WallChart final : public WallPanel
{
    Q_OBJECT
public:
    explicit WallChart(QWidget *parent);

    void setRhythm(const DayRhythm &rhythm);
    /** That many more cases in each hour of today. */
    void countMore(const std::array<int, 24> &perHour);
    /** In place of the chart: why there is none. Empty: the chart. */
    void setProblem(const QString &text);
    [[nodiscard]] const DayRhythm &rhythm() const { return mRhythm; }
    [[nodiscard]] QString title() const { return mTitle; }

protected:
    void restyle() override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void compose();
    void showNumbers();
    [[nodiscard]] QColor runningInk() const;
    [[nodiscard]] QPen usualPen() const;
    void paintLegend(QPainter &painter, const QRect &box) const;

    DayRhythm mRhythm;
    QString mTitle;
    QString mProblem;
    double mWordSize = 1.0; ///< units
    int mTitleHeight = 0;
    QChart *mChart;
    QChartView *mView;
    QBarSet *mPassed;
    QBarSet *mRunning;
    QStackedBarSeries *mBars;
    QLineSeries *mUsual;
    QValueAxis *mHours;
    QValueAxis *mCases;
};

} // namespace gridward
