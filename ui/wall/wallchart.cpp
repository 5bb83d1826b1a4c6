// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wall/wallchart.h"

#include "ui/theme/theme.h"
#include "ui/wall/wallplot.h"

#include <QBarSet>
#include <QEvent>
#include <QFontMetrics>
#include <QLineSeries>
#include <QPaintEvent>
#include <QPainter>
#include <QPen>
#include <QStackedBarSeries>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr int kHours = 24;

/** A step of the axis that makes no more of them than there is room for: 1, 2, 5, 10, 20 … */
int stepFor(double most, int steps)
{
    int step = 1;
    for (int i = 0; step * steps < most; ++i) {
        step = i % 3 == 1 ? step / 2 * 5 : step * 2;
    }
    return step;
}

} // namespace

WallChart::WallChart(const QString &name, QWidget *parent)
    : WallTile(name, parent)
    , mPlot(new WallPlot(this))
    , mPassed(new QBarSet(QString(), this))
    , mRunning(new QBarSet(QString(), this))
    , mBars(new QStackedBarSeries)
    , mUsual(new QLineSeries)
{
    for (int hour = 0; hour < kHours; ++hour) {
        mPassed->append(0);
        mRunning->append(0);
    }
    mBars->append(mPassed);
    mBars->append(mRunning);
    mBars->setBarWidth(0.8);
    mPlot->addSeries(mBars);
    mPlot->addSeries(mUsual);
    mPlot->across()->setRange(-0.5, kHours - 0.5);
    mPlot->upwards()->setTickType(QValueAxis::TicksDynamic);
    mPlot->upwards()->setTickAnchor(0);
    mPlot->upwards()->setGridLineVisible(true);
}

void WallChart::setRhythm(const DayRhythm &rhythm)
{
    mRhythm = rhythm;
    showNumbers();
}

void WallChart::setProblem(const QString &text)
{
    if (text != mProblem) {
        mProblem = text;
        mPlot->setVisible(text.isEmpty());
        update();
    }
}

void WallChart::showNumbers()
{
    double most = 5.0;
    for (int hour = 0; hour < kHours; ++hour) {
        const auto at = static_cast<std::size_t>(hour);
        const bool running = hour == mRhythm.hoursPassed - 1;
        const double count = mRhythm.today.at(at);
        // Each replaced value lays the whole series out again.
        if (mPassed->at(hour) != (running ? 0.0 : count)) {
            mPassed->replace(hour, running ? 0.0 : count);
        }
        if (mRunning->at(hour) != (running ? count : 0.0)) {
            mRunning->replace(hour, running ? count : 0.0);
        }
        most = std::max({most, count, mRhythm.usual.at(at)});
    }
    QList<QPointF> usual;
    for (int hour = 0; hour < kHours && mRhythm.usualDays > 0; ++hour) {
        usual.append({static_cast<double>(hour), mRhythm.usual.at(static_cast<std::size_t>(hour))});
    }
    if (usual != mUsual->points()) {
        mUsual->replace(usual);
    }
    const double room = mPlot->height() / (mWordSize * unit()) - 4.0;
    const int step = stepFor(most * 1.15, std::clamp(static_cast<int>(room / 2.2), 1, 5));
    const double top = step * std::ceil(most * 1.15 / step);
    QValueAxis *axis = mPlot->upwards();
    if (axis->max() != top || axis->tickInterval() != step) {
        axis->setTickInterval(step);
        axis->setRange(0, top);
    }
    showLabels(top, step);
}

void WallChart::showLabels(double top, int step)
{
    const QFont words = textFont(mWordSize);
    QList<PlotLabel> labels;
    for (int value = 0; value <= static_cast<int>(top); value += step) {
        labels.append({{-0.5, static_cast<double>(value)},
                       {-0.3 * pixels(mWordSize), 0},
                       QString::number(value),
                       quietInk(),
                       words,
                       Qt::AlignLeft});
    }
    for (int hour = 0; hour < kHours; hour += 3) {
        labels.append(
            {{static_cast<double>(hour), 0},
             {},
             hour + 3 < kHours ? QString::number(hour) : tr("%1 h", "hour of the day").arg(hour),
             quietInk(),
             words,
             Qt::AlignBottom});
    }
    nameLines(labels);
    mPlot->setLabels(labels);
}

void WallChart::nameLines(QList<PlotLabel> &labels) const
{
    const QFont strong = textFont(mWordSize, QFont::DemiBold);
    const int passed = std::clamp(mRhythm.hoursPassed, 1, kHours);
    const auto at = static_cast<std::size_t>(passed - 1);
    // Above all that the words may cover.
    double above = 0.0;
    for (int hour = std::max(0, passed - 8); hour < std::min(kHours, passed + 8); ++hour) {
        const auto one = static_cast<std::size_t>(hour);
        const bool isCovered = passed > kHours / 2 ? hour < passed : hour >= passed - 1;
        if (isCovered) {
            above = std::max({above, 1.0 * mRhythm.today.at(one), mRhythm.usual.at(one)});
        }
    }
    if (mRhythm.today.at(at) > 0) { // without a bar it would seem to be about another one
        labels.append({{passed - 1.0, above},
                       {0, -0.1 * pixels(mWordSize)},
                       tr("%1 since %2:00").arg(mRhythm.today.at(at)).arg(passed - 1),
                       inkOn(look().accent, look().surface),
                       strong,
                       (passed > kHours / 2 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignTop});
    }
    if (mRhythm.usualDays == 0) {
        return;
    }
    // Where the line has most room: at its highest hour that has not come yet, or the last one.
    int best = kHours - 1;
    for (int hour = passed + 2; hour < kHours; ++hour) {
        const auto one = static_cast<std::size_t>(hour);
        if (mRhythm.usual.at(one) > mRhythm.usual.at(static_cast<std::size_t>(best))) {
            best = hour;
        }
    }
    labels.append({{static_cast<double>(best), mRhythm.usual.at(static_cast<std::size_t>(best))},
                   {0, -0.3 * pixels(mWordSize)},
                   tr("usual"),
                   inkOn(look().warningText, look().surface),
                   strong,
                   Qt::AlignTop});
}

void WallChart::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        showNumbers();
    }
    WallTile::changeEvent(event);
}

void WallChart::restyle()
{
    WallTile::restyle();
    mWordSize = std::clamp(height() / (24.0 * unit()), 1.0, 1.6);
    mPlot->setGeometry(body().adjusted(pixels(0.3), 0, -pixels(0.3), -pixels(0.2)));
    const int line = pixels(1.5 * mWordSize);
    mPlot->setPlotBox(QRectF(pixels(2.2 * mWordSize),
                             line,
                             std::max(1.0, mPlot->width() - pixels(2.8 * mWordSize) * 1.0),
                             std::max(1.0, mPlot->height() - 2.0 * line)));
    QColor lighter = ink(look().accent);
    lighter.setAlphaF(0.45F);
    for (const auto &[set, color] : {std::pair(mPassed, ink(look().accent)), {mRunning, lighter}}) {
        set->setColor(color);
        set->setBorderColor(ink(look().accent));
    }
    const double width = std::max(2.0, mWordSize * unit() / 6.0);
    mUsual->setPen(
        QPen(ink(look().warningText), width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    mPlot->upwards()->setGridLineColor(look().border);
    showNumbers();
}

void WallChart::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    paintHead(painter, event->rect());
    if (!mProblem.isEmpty()) {
        paintEmpty(painter, mProblem);
    }
}

} // namespace gridward
