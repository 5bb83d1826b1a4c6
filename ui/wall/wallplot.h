// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QChartView>
#include <QFont>
#include <QList>
#include <QPointF>
#include <QString>

class QAbstractSeries;
class QChart;
class QValueAxis;

namespace gridward {

/** A word or number in a plot, at a value. */
struct PlotLabel
{
    QPointF value; ///< in the units of the axes
    QPointF shift; ///< pixels, to the right and down
    QString text;
    QColor ink;
    QFont font;
    Qt::Alignment side = Qt::AlignCenter; ///< where the text stands to that point

    bool operator==(const PlotLabel &) const = default;
};

/**
 * A chart of Qt Charts for the wall: two value axes without words of their own, no legend, no
 * background, no animation; words and numbers stand at what they are about, in sizes that the wall
 * chooses, and are never cut by the chart. Series are made once and get other numbers. GUI thread.
 */
class WallPlot final : public QChartView
{
    Q_OBJECT
public:
    explicit WallPlot(QWidget *parent);

    /** Takes it over and ties it to both axes. */
    void addSeries(QAbstractSeries *series);
    [[nodiscard]] QValueAxis *across() const { return mAcross; }
    [[nodiscard]] QValueAxis *upwards() const { return mUpwards; }
    /** Where values are drawn, in pixels of the view. */
    void setPlotBox(const QRectF &box);
    void setLabels(const QList<PlotLabel> &labels);
    [[nodiscard]] const QList<PlotLabel> &labels() const { return mLabels; }
    /** Where a label's text stands, in pixels of the view. */
    [[nodiscard]] QRectF boxOf(const PlotLabel &label) const;

protected:
    void drawForeground(QPainter *painter, const QRectF &exposed) override;

private:
    QChart *mChart;
    QValueAxis *mAcross;
    QValueAxis *mUpwards;
    QRectF mBox;
    QList<PlotLabel> mLabels;
};

} // namespace gridward
