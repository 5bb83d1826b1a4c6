// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wall/wallplot.h"

#include <QAbstractSeries>
#include <QChart>
#include <QFontMetricsF>
#include <QGraphicsLayout>
#include <QLegend>
#include <QPainter>
#include <QValueAxis>

namespace gridward {

WallPlot::WallPlot(QWidget *parent)
    : QChartView(parent)
    , mChart(new QChart)
    , mAcross(new QValueAxis)
    , mUpwards(new QValueAxis)
{
    setChart(mChart);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    viewport()->setFocusPolicy(Qt::NoFocus);
    viewport()->setAutoFillBackground(false); // what the tile paints shows through
    setInteractive(false);
    setRenderHint(QPainter::Antialiasing);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    mChart->setAnimationOptions(QChart::NoAnimation);
    mChart->layout()->setContentsMargins(0, 0, 0, 0);
    mChart->setMargins({});
    mChart->setBackgroundVisible(false);
    mChart->legend()->hide();
    for (QValueAxis *axis : {mAcross, mUpwards}) {
        axis->setLabelsVisible(false);
        axis->setLineVisible(false);
        axis->setGridLineVisible(false);
    }
    mChart->addAxis(mAcross, Qt::AlignBottom);
    mChart->addAxis(mUpwards, Qt::AlignLeft);
}

void WallPlot::addSeries(QAbstractSeries *series)
{
    mChart->addSeries(series);
    series->attachAxis(mAcross);
    series->attachAxis(mUpwards);
}

void WallPlot::setPlotBox(const QRectF &box)
{
    if (box != mBox) {
        mBox = box;
        mChart->setPlotArea(box);
    }
}

void WallPlot::setLabels(const QList<PlotLabel> &labels)
{
    if (labels != mLabels) {
        mLabels = labels;
        viewport()->update();
    }
}

QRectF WallPlot::boxOf(const PlotLabel &label) const
{
    // By the axes, not by a series: a label may stand where none has a point.
    const double across =
        (label.value.x() - mAcross->min()) / std::max(1e-9, mAcross->max() - mAcross->min());
    double up =
        (label.value.y() - mUpwards->min()) / std::max(1e-9, mUpwards->max() - mUpwards->min());
    if (mUpwards->isReverse()) {
        up = 1.0 - up;
    }
    const QPointF place(mBox.left() + across * mBox.width(), mBox.bottom() - up * mBox.height());
    const QFontMetricsF metrics(label.font);
    QRectF box(QPointF(), QSizeF(metrics.horizontalAdvance(label.text), metrics.height()));
    box.moveCenter(place);
    if (label.side.testFlag(Qt::AlignLeft)) {
        box.moveRight(place.x());
    } else if (label.side.testFlag(Qt::AlignRight)) {
        box.moveLeft(place.x());
    }
    if (label.side.testFlag(Qt::AlignTop)) {
        box.moveBottom(place.y());
    } else if (label.side.testFlag(Qt::AlignBottom)) {
        box.moveTop(place.y());
    }
    box.translate(label.shift);
    // Beside what it is about rather than cut off.
    box.moveLeft(std::clamp(box.left(), 0.0, std::max(0.0, width() - box.width())));
    box.moveTop(std::clamp(box.top(), 0.0, std::max(0.0, height() - box.height())));
    return box;
}

void WallPlot::drawForeground(QPainter *painter, const QRectF & /*exposed*/)
{
    painter->save();
    painter->resetTransform(); // labels are in pixels of the view
    for (const PlotLabel &label : mLabels) {
        painter->setFont(label.font);
        painter->setPen(label.ink);
        painter->drawText(boxOf(label), Qt::AlignCenter | Qt::TextDontClip, label.text);
    }
    painter->restore();
}

} // namespace gridward
