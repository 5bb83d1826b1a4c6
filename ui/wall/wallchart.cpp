// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wall/wallchart.h"

#include "ui/theme/theme.h"

#include <QBarSet>
#include <QChart>
#include <QChartView>
#include <QEvent>
#include <QFontMetrics>
#include <QGraphicsLayout>
#include <QLegend>
#include <QLineSeries>
#include <QPainter>
#include <QPen>
#include <QStackedBarSeries>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

/** A step of the axis that makes no more of them than there is room for: 1, 2, 5, 10, 20 … */
int stepFor(double most, int steps)
{
    int step = 1;
    for (int i = 0; step * steps < most; ++i) {
        step = i % 3 == 1 ? step / 2 * 5 : step * 2;
    }
    return step;
}

bool isWorkday(QDate day)
{
    return day.dayOfWeek() <= Qt::Friday;
}

} // namespace

WallChart::WallChart(QWidget *parent)
    : WallPanel(parent)
    , mChart(new QChart)
    , mView(new QChartView(mChart, this))
    , mPassed(new QBarSet(QString(), this))
    , mRunning(new QBarSet(QString(), this))
    , mBars(new QStackedBarSeries)
    , mUsual(new QLineSeries)
    , mHours(new QValueAxis)
    , mCases(new QValueAxis)
{
    setObjectName(u"wallChart"_s);
    mView->setFrameShape(QFrame::NoFrame);
    mView->setFocusPolicy(Qt::NoFocus);
    mView->viewport()->setFocusPolicy(Qt::NoFocus);
    mView->setInteractive(false);
    mView->setRenderHint(QPainter::Antialiasing);
    mView->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    mView->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    mChart->setAnimationOptions(QChart::NoAnimation);
    mChart->layout()->setContentsMargins(0, 0, 0, 0);
    mChart->setBackgroundRoundness(0);
    mChart->legend()->hide(); // painted here: below the title it costs the chart less room
    for (int hour = 0; hour < 24; ++hour) {
        mPassed->append(0);
        mRunning->append(0);
    }
    mBars->append(mPassed);
    mBars->append(mRunning);
    mBars->setBarWidth(0.8);
    mChart->addSeries(mBars);
    mChart->addSeries(mUsual);
    mHours->setRange(-0.5, 23.5);
    mHours->setTickType(QValueAxis::TicksDynamic);
    mHours->setTickAnchor(0);
    mHours->setTickInterval(3);
    mHours->setLabelFormat(u"%d"_s);
    mHours->setGridLineVisible(false);
    mCases->setTickType(QValueAxis::TicksDynamic);
    mCases->setTickAnchor(0);
    mCases->setLabelFormat(u"%d"_s);
    mChart->addAxis(mHours, Qt::AlignBottom);
    mChart->addAxis(mCases, Qt::AlignLeft);
    for (QAbstractSeries *series :
         {static_cast<QAbstractSeries *>(mBars), static_cast<QAbstractSeries *>(mUsual)}) {
        series->attachAxis(mHours);
        series->attachAxis(mCases);
    }
    compose();
    showNumbers();
}

void WallChart::setRhythm(const DayRhythm &rhythm)
{
    mRhythm = rhythm;
    compose();
    showNumbers();
}

void WallChart::countMore(const std::array<int, 24> &perHour)
{
    for (std::size_t hour = 0; hour < perHour.size(); ++hour) {
        mRhythm.today.at(hour) += perHour.at(hour);
    }
    showNumbers();
}

void WallChart::setProblem(const QString &text)
{
    if (text != mProblem) {
        mProblem = text;
        mView->setVisible(text.isEmpty());
        update();
    }
}

void WallChart::showNumbers()
{
    double most = 5.0;
    for (int hour = 0; hour < 24; ++hour) {
        const auto at = static_cast<std::size_t>(hour);
        const bool running = hour == mRhythm.hoursPassed - 1;
        const double count = mRhythm.today.at(at);
        if (mPassed->at(hour) != (running ? 0.0 : count)) {
            mPassed->replace(hour, running ? 0.0 : count);
        }
        if (mRunning->at(hour) != (running ? count : 0.0)) {
            mRunning->replace(hour, running ? count : 0.0);
        }
        most = std::max({most, count, mRhythm.usual.at(at)});
    }
    QList<QPointF> usual;
    for (int hour = 0; hour < 24 && mRhythm.usualDays > 0; ++hour) {
        usual.append({static_cast<double>(hour), mRhythm.usual.at(static_cast<std::size_t>(hour))});
    }
    if (usual != mUsual->points()) {
        mUsual->replace(usual);
    }
    // Figures closer together than two lines would be cut by the chart.
    const double room = mView->height() / (mWordSize * unit()) - 5.0;
    const int step = stepFor(most, std::clamp(static_cast<int>(room / 2.2), 1, 5));
    const double top = step * std::ceil(most / step);
    if (mCases->max() != top || mCases->tickInterval() != step) {
        mCases->setTickInterval(step);
        mCases->setRange(0, top);
    }
}

void WallChart::compose()
{
    const int days = mRhythm.usualDays;
    if (days == 0) {
        mTitle = tr("Cases registered today, by the hour; no earlier days to compare with");
    } else if (isWorkday(mRhythm.day)) {
        mTitle = tr("Cases registered today, by the hour, against the mean of %n workday(s)",
                    nullptr,
                    days);
    } else {
        mTitle = tr("Cases registered today, by the hour, against the mean of %n weekend day(s)",
                    nullptr,
                    days);
    }
    setAccessibleName(mTitle);
    mPassed->setLabel(tr("Today"));
    mRunning->setLabel(tr("This hour so far"));
    mUsual->setName(tr("Usual"));
    mHours->setTitleText(tr("Hour"));
    mCases->setTitleText(tr("Cases"));
    mUsual->setVisible(days > 0);
    restyle();
    update();
}

void WallChart::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        compose();
    }
    WallPanel::changeEvent(event);
}

void WallChart::restyle()
{
    mWordSize = std::clamp(height() / (24.0 * unit()), 1.0, 1.6);
    const QFontMetrics metrics(textFont(mWordSize * 1.2, QFont::DemiBold));
    const bool oneLine = metrics.horizontalAdvance(mTitle) <= width() - pixels(1.4);
    mTitleHeight = pixels(mWordSize * (oneLine ? 2.0 : 3.2));
    const int head = mTitleHeight + pixels(1.6 * mWordSize);
    mView->setGeometry(rect().adjusted(pixels(0.2), head, -pixels(0.2), -pixels(0.2)));
    mView->setBackgroundBrush(look().surface);
    mChart->setBackgroundVisible(false);
    mChart->setMargins(QMargins(0, 0, pixels(0.3), 0));
    for (const auto &[set, color] :
         {std::pair(mPassed, ink(look().accent)), std::pair(mRunning, runningInk())}) {
        set->setColor(color);
        set->setBorderColor(ink(look().accent));
    }
    mUsual->setPen(usualPen());
    const QFont words = textFont(mWordSize);
    for (QValueAxis *axis : {mHours, mCases}) {
        axis->setLabelsFont(words);
        axis->setTitleFont(words);
        axis->setLabelsBrush(look().mutedText);
        axis->setTitleBrush(look().mutedText);
        axis->setLinePenColor(look().border);
        axis->setGridLineColor(look().border);
    }
    showNumbers();
}

QColor WallChart::runningInk() const
{
    QColor lighter = ink(look().accent);
    lighter.setAlphaF(0.45F);
    return lighter;
}

QPen WallChart::usualPen() const
{
    const double width = std::max(2.0, mWordSize * unit() / 6.0);
    return QPen(ink(look().warningText), width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
}

void WallChart::paintLegend(QPainter &painter, const QRect &box) const
{
    painter.setFont(textFont(mWordSize));
    const QFontMetrics metrics(painter.font());
    const int sample = pixels(0.9 * mWordSize);
    int left = box.left();
    for (const QString &word : {mPassed->label(), mRunning->label(), mUsual->name()}) {
        const bool isLine = word == mUsual->name();
        if (isLine && !mUsual->isVisible()) {
            continue;
        }
        const QRect mark(left, box.center().y() - sample / 2, isLine ? 2 * sample : sample, sample);
        if (isLine) {
            painter.setPen(usualPen());
            painter.drawLine(mark.left(), mark.center().y(), mark.right(), mark.center().y());
        } else {
            painter.setPen(ink(look().accent));
            painter.setBrush(word == mPassed->label() ? ink(look().accent) : runningInk());
            painter.drawRect(mark.adjusted(0, 0, -1, -1));
        }
        const int start = mark.right() + pixels(0.4 * mWordSize);
        paintText(painter,
                  QRect(start, box.top(), box.right() - start, box.height()),
                  word,
                  ink(look().text));
        left = start + metrics.horizontalAdvance(word) + pixels(1.1 * mWordSize);
    }
}

void WallChart::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), look().surface);
    double size = 1.2 * mWordSize;
    painter.setFont(textFont(size, QFont::DemiBold));
    const QRect words(pixels(0.6), pixels(0.2), width() - pixels(1.2), mTitleHeight - pixels(0.2));
    const int flags = Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap;
    while (size > 1.0 && QFontMetrics(painter.font()).boundingRect(words, flags, mTitle).height() >
                             words.height()) {
        size -= 0.05;
        painter.setFont(textFont(size, QFont::DemiBold));
    }
    painter.setPen(ink(look().text));
    painter.drawText(words, flags, mTitle);
    if (mProblem.isEmpty()) {
        paintLegend(painter,
                    QRect(words.left(), mTitleHeight, words.width(), pixels(1.4 * mWordSize)));
    } else {
        painter.setFont(textFont(1.2));
        painter.setPen(look().mutedText);
        painter.drawText(rect().adjusted(pixels(1), mTitleHeight, -pixels(1), 0),
                         Qt::AlignCenter | Qt::TextWordWrap,
                         mProblem);
    }
}

} // namespace gridward
