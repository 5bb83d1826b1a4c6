// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/evaluationport.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QCategoryAxis;
class QChart;
class QChartView;
class QLabel;
class QValueAxis;

namespace gridward {

/**
 * How a figure goes through a period, with the same period of the year before as a broken line.
 * Where nothing was counted the line has a gap. GUI thread.
 */
class TrendChart final : public QWidget
{
    Q_OBJECT
public:
    explicit TrendChart(QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    /** Points by part of the period; those of the year before may be fewer or none. */
    void setTrend(const IndicatorDefinition &definition,
                  qsizetype figure,
                  const QList<TrendPoint> &now,
                  const QList<TrendPoint> &yearBefore);
    /** Why there is none. */
    void setProblem(const QString &text);
    void clear();

private:
    void restyle();
    void addLine(const IndicatorDefinition &definition,
                 qsizetype figure,
                 const QList<TrendPoint> &points,
                 bool isNow);

    const Theme *mTheme;
    QChart *mChart;
    QChartView *mView;
    QLabel *mProblem;
    QCategoryAxis *mParts;
    QValueAxis *mValues;
};

} // namespace gridward
