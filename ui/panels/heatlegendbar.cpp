// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/heatlegendbar.h"

#include <QEvent>
#include <QLinearGradient>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>

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
    describe();
    updateGeometry();
    update();
}

void HeatLegendBar::describe()
{
    QStringList words;
    if (!mLegend.stops.isEmpty()) {
        words.append(tr("From %1 to %2 %3")
                         .arg(valueText(mLegend.stops.first().value),
                              valueText(mLegend.stops.last().value),
                              mLegend.unit));
        if (mLegend.isClassed) {
            QStringList ends;
            for (const Class &one : classes()) {
                ends.append(tr("%1 to %2").arg(valueText(one.from), valueText(one.to)));
            }
            words.append(tr("Classes: %1").arg(ends.join(tr(", "))));
        }
        if (mLegend.hasUnknown) {
            words.append(tr("Without colour: not known, too few are in reach"));
        }
    }
    setAccessibleDescription(words.join(tr(". ")));
}

QList<HeatLegendBar::Class> HeatLegendBar::classes() const
{
    QList<Class> classes;
    for (const HeatStop &stop : mLegend.stops) {
        if (!stop.labelled) {
            if (!classes.isEmpty()) {
                classes.last().colour = QColor::fromRgba(stop.argb);
            }
            continue;
        }
        if (!classes.isEmpty()) {
            classes.last().to = stop.value;
        }
        classes.append({stop.value, stop.value, QColor::fromRgba(stop.argb)});
    }
    if (!classes.isEmpty()) {
        classes.removeLast(); // begins where the last one ends
    }
    return classes;
}

void HeatLegendBar::setGround(const QColor &ground)
{
    mGround = ground;
    update();
}

QSize HeatLegendBar::sizeHint() const
{
    const int line = fontMetrics().height() + 2;
    const int lines = 1 + (mLegend.isDiverging ? 1 : 0) + (mLegend.hasUnknown ? 1 : 0);
    return {240, kBarHeight + kTick + lines * line};
}

QSize HeatLegendBar::minimumSizeHint() const
{
    return {160, sizeHint().height()};
}

QString HeatLegendBar::valueText(double value)
{
    const double size = std::abs(value);
    QString text = QLocale(QLocale::English).toString(size, 'f', size >= 10.0 ? 0 : 3);
    while (text.contains(QLatin1Char('.')) &&
           (text.endsWith(QLatin1Char('0')) || text.endsWith(QLatin1Char('.')))) {
        text.chop(1);
    }
    return value < 0.0 && text != QLatin1String("0") ? QChar(0x2212) + text : text;
}

void HeatLegendBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        describe();
        update();
    }
    QWidget::changeEvent(event);
}

void HeatLegendBar::paintEvent(QPaintEvent * /*event*/)
{
    if (mLegend.stops.isEmpty()) {
        return;
    }
    QPainter painter(this);
    // The outermost numbers stand centred below the ends of the bar.
    const auto half = [this](double value) {
        return (fontMetrics().horizontalAdvance(valueText(value)) + 1) / 2;
    };
    const int margin =
        std::max({8, half(mLegend.stops.first().value), half(mLegend.stops.last().value)});
    const QRectF bar(margin + 0.5, 0.5, width() - 2 * margin - 1, kBarHeight);
    painter.fillRect(bar, mGround);
    if (mLegend.isClassed) {
        paintClasses(painter, bar);
    } else {
        paintSmooth(painter, bar);
    }
    paintWords(painter, bar);
}

void HeatLegendBar::paintSmooth(QPainter &painter, const QRectF &bar) const
{
    const double least = mLegend.stops.first().value;
    const double most = mLegend.stops.last().value;
    QLinearGradient colours(bar.topLeft(), bar.topRight());
    QList<std::pair<double, double>> numbers;
    for (const HeatStop &stop : mLegend.stops) {
        const double share = (stop.value - least) / (most - least);
        colours.setColorAt(share, QColor::fromRgba(stop.argb));
        if (stop.labelled) {
            numbers.append({bar.left() + bar.width() * share, stop.value});
        }
    }
    painter.fillRect(bar, colours);
    painter.setPen(palette().color(QPalette::Mid));
    painter.drawRect(bar);
    paintNumbers(painter, bar, numbers);
}

void HeatLegendBar::paintClasses(QPainter &painter, const QRectF &bar) const
{
    // As wide as each other: narrow classes have to be read, too.
    const QList<Class> all = classes();
    const double width = bar.width() / static_cast<double>(std::max<qsizetype>(1, all.size()));
    QList<std::pair<double, double>> numbers;
    double left = bar.left();
    for (const Class &one : all) {
        const QRectF box(left, bar.top(), width, bar.height());
        painter.fillRect(box, one.colour);
        painter.setPen(palette().color(QPalette::Mid));
        painter.drawRect(box);
        numbers.append({left, one.from});
        left += width;
    }
    if (!all.isEmpty()) {
        numbers.append({bar.right(), all.last().to});
    }
    paintNumbers(painter, bar, numbers);
}

void HeatLegendBar::paintNumbers(QPainter &painter,
                                 const QRectF &bar,
                                 const QList<std::pair<double, double>> &placesAndValues) const
{
    if (placesAndValues.isEmpty()) {
        return;
    }
    const double most = placesAndValues.last().second;
    const double highest =
        bar.right() - fontMetrics().horizontalAdvance(valueText(most)) / 2.0 - kBetween;
    double free = -1.0;
    painter.setPen(palette().color(QPalette::WindowText));
    for (const auto &[x, value] : placesAndValues) {
        painter.drawLine(QPointF(x, bar.bottom()), QPointF(x, bar.bottom() + kTick));
        const QString text = valueText(value);
        const double half = fontMetrics().horizontalAdvance(text) / 2.0;
        if (x - half > free && (value == most || x + half < highest)) {
            painter.drawText(
                QRectF(
                    x - half - 2.0, bar.bottom() + kTick, 2.0 * half + 4.0, fontMetrics().height()),
                Qt::AlignCenter,
                text);
            free = x + half + kBetween;
        }
    }
}

void HeatLegendBar::paintWords(QPainter &painter, const QRectF &bar) const
{
    const int line = fontMetrics().height() + 2;
    double top = bar.bottom() + kTick + line;
    painter.setPen(palette().color(QPalette::WindowText));
    if (mLegend.isDiverging) {
        const QRectF row(0.0, top, width(), line);
        painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter, tr("← fewer"));
        painter.drawText(row, Qt::AlignRight | Qt::AlignVCenter, tr("more →"));
        top += line;
    }
    if (mLegend.hasUnknown) {
        const QRectF box(bar.left(), top + 2.0, 20.0, line - 6.0);
        painter.fillRect(box, mGround);
        painter.drawRect(box);
        painter.drawText(QRectF(box.right() + kBetween, top, width(), line),
                         Qt::AlignLeft | Qt::AlignVCenter,
                         tr("Too few in reach: not known"));
    }
}

} // namespace gridward
