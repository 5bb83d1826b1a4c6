// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/heatlegendbar.h"

#include <QLinearGradient>
#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace gridward {

namespace {

constexpr int kBarHeight = 16;
constexpr int kTick = 4;
constexpr double kBetween = 6.0;

} // namespace

HeatLegendBar::HeatLegendBar(QWidget *parent)
    : QWidget(parent)
    , mGround(palette().color(QPalette::Base))
{
    setObjectName(QStringLiteral("heatLegend"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void HeatLegendBar::setLegend(const HeatLegend &legend)
{
    mLegend = legend;
    setAccessibleDescription(
        legend.stops.isEmpty()
            ? QString()
            : tr("From 0 to %1 %2").arg(valueText(legend.stops.last().value), legend.unit));
    update();
}

void HeatLegendBar::setGround(const QColor &ground)
{
    mGround = ground;
    update();
}

QSize HeatLegendBar::sizeHint() const
{
    return {240, kBarHeight + kTick + fontMetrics().height() + 2};
}

QSize HeatLegendBar::minimumSizeHint() const
{
    return {160, sizeHint().height()};
}

QString HeatLegendBar::valueText(double value)
{
    QString text = QLocale(QLocale::English).toString(value, 'f', value >= 10.0 ? 0 : 3);
    while (text.contains(QLatin1Char('.')) &&
           (text.endsWith(QLatin1Char('0')) || text.endsWith(QLatin1Char('.')))) {
        text.chop(1);
    }
    return text;
}

void HeatLegendBar::paintEvent(QPaintEvent * /*event*/)
{
    if (mLegend.stops.isEmpty()) {
        return;
    }
    QPainter painter(this);
    // The outermost numbers stand centred below the ends of the bar.
    const double most = mLegend.stops.last().value;
    const int margin = std::max(8, (fontMetrics().horizontalAdvance(valueText(most)) + 1) / 2);
    const QRectF bar(margin + 0.5, 0.5, width() - 2 * margin - 1, kBarHeight);
    QLinearGradient colours(bar.topLeft(), bar.topRight());
    for (const HeatStop &stop : mLegend.stops) {
        colours.setColorAt(stop.value / most, QColor::fromRgba(stop.argb));
    }
    painter.fillRect(bar, mGround);
    painter.fillRect(bar, colours);
    painter.setPen(palette().color(QPalette::Mid));
    painter.drawRect(bar);
    const QColor ink = palette().color(QPalette::WindowText);
    // Numbers never touch: one that would is left out, but never the highest.
    const double highest =
        bar.right() - fontMetrics().horizontalAdvance(valueText(most)) / 2.0 - kBetween;
    double free = -1.0;
    for (const HeatStop &stop : mLegend.stops) {
        if (!stop.labelled) {
            continue;
        }
        const double x = bar.left() + bar.width() * stop.value / most;
        painter.setPen(ink);
        painter.drawLine(QPointF(x, bar.bottom()), QPointF(x, bar.bottom() + kTick));
        const QString text = valueText(stop.value);
        const double half = fontMetrics().horizontalAdvance(text) / 2.0;
        if (x - half > free && (stop.value == most || x + half < highest)) {
            painter.drawText(
                QRectF(
                    x - half - 2.0, bar.bottom() + kTick, 2.0 * half + 4.0, fontMetrics().height()),
                Qt::AlignCenter,
                text);
            free = x + half + kBetween;
        }
    }
}

} // namespace gridward
