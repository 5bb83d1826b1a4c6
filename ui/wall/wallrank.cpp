// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wall/wallrank.h"

#include "models/domain/language.h"
#include "ui/theme/theme.h"
#include "ui/wall/wallplot.h"

#include <QBarSet>
#include <QEvent>
#include <QHorizontalStackedBarSeries>
#include <QLineSeries>
#include <QPainter>
#include <QPen>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr double kTitles = 2.6; ///< height of the line of titles, in units
constexpr double kRow = 1.5;    ///< least height of a row
constexpr double kLargestRow = 3.0;
constexpr int kMostRows = 40; ///< more streets than any district has

} // namespace

WallRank::WallRank(const QString &name, QWidget *parent)
    : WallTable(name, {kTitles, kRow, kLargestRow}, parent)
    , mBars(new WallPlot(this))
    , mOverdue(new QBarSet(QString(), this))
    , mOthers(new QBarSet(QString(), this))
    , mDays(new WallPlot(this))
{
    auto *bars = new QHorizontalStackedBarSeries;
    bars->append(mOverdue);
    bars->append(mOthers);
    bars->setBarWidth(0.62);
    for (int i = 0; i < kMostRows; ++i) {
        mOverdue->append(0);
        mOthers->append(0);
        auto *line = new QLineSeries;
        mLines.append(line);
        mDays->addSeries(line);
    }
    mBars->addSeries(bars);
    mBars->upwards()->setReverse(true); // the first row above
    mDays->upwards()->setReverse(true);
}

void WallRank::setContent(const RankContent &content)
{
    setProblem({});
    if (content != mContent) {
        mContent = content;
        restyle();
        update();
    }
}

int WallRank::rowCount() const
{
    return std::min(static_cast<int>(mContent.rows.size()), kMostRows);
}

WallRank::Columns WallRank::columns() const
{
    const double name = isEnglish() ? 0.26 : 0.18;
    return {column(0, name - 0.01), column(name, 0.57), column(0.59, 0.84), column(0.86, 1.0)};
}

void WallRank::restyle()
{
    WallTile::restyle();
    const bool isShown = showsRows();
    mBars->setVisible(isShown);
    mDays->setVisible(isShown);
    const int rows = visibleRows();
    const int height = static_cast<int>(std::lround(rowHeight() * rows));
    const Columns at = columns();
    for (const auto &[plot, column] : {std::pair(mBars, at.bars), {mDays, at.days}}) {
        plot->setGeometry(column.left(), column.top(), column.width(), height);
        plot->upwards()->setRange(-0.5, std::max(1, rows) - 0.5);
    }
    showBars();
    showDays();
}

void WallRank::showBars()
{
    const int rows = visibleRows();
    double most = 1.0;
    for (int i = 0; i < kMostRows; ++i) {
        const bool isRow = i < rows;
        const double overdue = isRow ? mContent.rows.at(i).overdue.value.value_or(0.0) : 0.0;
        const double open = isRow ? mContent.rows.at(i).open.value.value_or(0.0) : 0.0;
        most = std::max(most, open);
        if (mOverdue->at(i) != overdue) {
            mOverdue->replace(i, overdue);
        }
        if (mOthers->at(i) != open - overdue) {
            mOthers->replace(i, open - overdue);
        }
    }
    mOverdue->setColor(levelInk(CaseLevel::Red));
    mOthers->setColor(ink(look().accent));
    mOverdue->setBorderColor(levelInk(CaseLevel::Red));
    mOthers->setBorderColor(ink(look().accent));
    mBars->across()->setRange(0, most);
    const QFont font = textFont(std::clamp(rowHeight() / (1.8 * unit()), 1.0, 1.5));
    const QFontMetrics metrics(font);
    const int gap = pixels(0.6);
    const auto openOf = [](const RankContent::Row &row) { return wall_words::valueText(row.open); };
    const auto overdueOf = [](const RankContent::Row &row) {
        const int overdue = static_cast<int>(row.overdue.value.value_or(0.0));
        return overdue == 0 ? QString() : tr("%1 overdue").arg(overdue);
    };
    int room = 0;
    for (int i = 0; i < rows; ++i) {
        const RankContent::Row &row = mContent.rows.at(i);
        room = std::max(room,
                        metrics.horizontalAdvance(openOf(row)) + gap +
                            metrics.horizontalAdvance(overdueOf(row)));
    }
    room += pixels(0.5);
    mBars->setPlotBox(QRectF(0, 0, std::max(1, mBars->width() - room), mBars->height()));
    QList<PlotLabel> labels;
    for (int i = 0; i < rows; ++i) {
        const RankContent::Row &row = mContent.rows.at(i);
        const QPointF end(row.open.value.value_or(0.0), i);
        const double shift = 0.3 * unit();
        labels.append({end, {shift, 0}, openOf(row), textInk(), font, Qt::AlignRight});
        if (const QString overdue = overdueOf(row); !overdue.isEmpty()) {
            const int before = metrics.horizontalAdvance(openOf(row)) + gap;
            labels.append({end,
                           {shift + before, 0},
                           overdue,
                           toneInk(WallTone::Alarm),
                           font,
                           Qt::AlignRight});
        }
    }
    mBars->setLabels(labels);
}

void WallRank::showDays()
{
    constexpr double kBand = 0.78; ///< of a row that a line may take
    const int rows = visibleRows();
    double most = 1.0;
    int days = 1;
    for (const RankContent::Row &row : std::as_const(mContent.rows)) {
        for (const WallFigure &day : row.days) {
            most = std::max(most, day.value.value_or(0.0));
        }
        days = std::max(days, static_cast<int>(row.days.size()));
    }
    mDays->across()->setRange(0, days - 1);
    const QFont font = textFont(std::clamp(rowHeight() / (1.8 * unit()), 1.0, 1.5));
    const int room = QFontMetrics(font).horizontalAdvance(u"8888"_s) + pixels(0.4);
    mDays->setPlotBox(QRectF(
        pixels(0.2), 0, std::max(1.0, 1.0 * mDays->width() - room - pixels(0.2)), mDays->height()));
    QList<PlotLabel> labels;
    for (int i = 0; i < kMostRows; ++i) {
        QList<QPointF> points;
        if (i < rows) {
            const QList<WallFigure> &counts = mContent.rows.at(i).days;
            for (int day = 0; day < counts.size(); ++day) {
                const double share = counts.at(day).value.value_or(0.0) / most;
                points.append({static_cast<double>(day), i + kBand / 2 - share * kBand});
            }
            if (!points.isEmpty()) {
                labels.append({{points.last().x(), static_cast<double>(i)},
                               {0.3 * unit(), 0},
                               wall_words::valueText(counts.last()),
                               textInk(),
                               font,
                               Qt::AlignRight});
            }
        }
        if (mLines.at(i)->points() != points) {
            mLines.at(i)->replace(points);
        }
        mLines.at(i)->setPen(QPen(ink(look().accent), std::max(2.0, unit() / 9.0)));
    }
    mDays->setLabels(labels);
}

void WallRank::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        restyle();
    }
    WallTile::changeEvent(event);
}

void WallRank::paintTitles(QPainter &painter) const
{
    const Columns at = columns();
    const int top = body().top();
    painter.setFont(textFont(1.0));
    painter.setPen(quietInk());
    const auto put = [&](const QRect &column, const QString &text, Qt::Alignment side) {
        painter.drawText(QRect(column.left(), top, column.width(), pixels(kTitles)),
                         static_cast<int>(side | Qt::AlignVCenter) | Qt::TextWordWrap,
                         text);
    };
    put(at.bars, tr("Open cases now, overdue ones in red"), Qt::AlignLeft);
    put(at.days, tr("Cases a day, last 14 days; today so far"), Qt::AlignLeft);
    put(at.inTime, tr("In time, last 30 days"), Qt::AlignRight);
}

void WallRank::paintRows(QPainter &painter) const
{
    const Columns at = columns();
    const int rows = visibleRows();
    const double height = rowHeight();
    const double size = std::clamp(height / (1.8 * unit()), 1.0, 1.5);
    for (int i = 0; i < rows; ++i) {
        const RankContent::Row &row = mContent.rows.at(i);
        const int top = at.name.top() + static_cast<int>(std::lround(i * height));
        const int line = static_cast<int>(height);
        painter.fillRect(rowsBox().left(), top, rowsBox().width(), 1, look().border);
        painter.setFont(textFont(size, QFont::DemiBold));
        paintText(painter, QRect(at.name.left(), top, at.name.width(), line), row.name, textInk());
        painter.setFont(textFont(size));
        paintText(painter,
                  QRect(at.inTime.left(), top, at.inTime.width(), line),
                  wall_words::valueText(row.inTime),
                  row.inTime.value ? textInk() : quietInk(),
                  Qt::AlignRight);
    }
}

} // namespace gridward
