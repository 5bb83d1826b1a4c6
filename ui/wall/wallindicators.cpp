// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wall/wallindicators.h"

#include "ui/theme/theme.h"
#include "ui/wall/wallplot.h"

#include <QLocale>
#include <QPainter>
#include <QPen>
#include <QScatterSeries>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr double kTitles = 1.6; ///< height of the line of titles, in units
constexpr double kRow = 1.6;    ///< least height of a row
constexpr double kLargestRow = 2.8;
constexpr double kPerCent = 100.0;
constexpr double kLeastDots = 6.0; ///< width, in units
constexpr double kGap = 0.8;       ///< between columns, in units

constexpr int kRounding = 3; ///< pixels that a text may need more than it says

QString dotsTitle()
{
    return WallIndicators::tr("┃ before  △ target");
}

QString withUnit(const WallFigure &figure)
{
    const QString unit = figure.value ? wall_words::unitText(figure.unit) : QString();
    return wall_words::valueText(figure) + (unit.isEmpty() ? QString() : u' ' + unit);
}

/** "7.3 points worse". */
QString changeText(const IndicatorsContent::Row &row)
{
    if (!row.isBetter) {
        return WallIndicators::tr("same");
    }
    const double by = std::abs(row.now.value.value_or(0.0) - row.before.value.value_or(0.0));
    const QString size = QLocale(QLocale::English).toString(by, 'f', 1);
    const QString sized = row.now.unit == WallUnit::PerCent
                              ? WallIndicators::tr("%1 points").arg(size)
                              : size + u' ' + wall_words::unitText(row.now.unit);
    return (*row.isBetter ? WallIndicators::tr("%1 better") : WallIndicators::tr("%1 worse"))
        .arg(sized);
}

} // namespace

WallIndicators::WallIndicators(const QString &name, QWidget *parent)
    : WallTable(name, {kTitles, kRow, kLargestRow}, parent)
    , mPlot(new WallPlot(this))
    , mNow(new QScatterSeries)
{
    mNow->setMarkerShape(QScatterSeries::MarkerShapeCircle);
    mPlot->addSeries(mNow);
    mPlot->upwards()->setReverse(true);
}

void WallIndicators::setContent(const IndicatorsContent &content)
{
    setProblem({});
    if (content != mContent) {
        mContent = content;
        restyle();
        update();
    }
}

int WallIndicators::rowCount() const
{
    return static_cast<int>(mContent.rows.size());
}

WallIndicators::Columns WallIndicators::columns() const
{
    double size = std::clamp(rowHeight() / (1.9 * unit()), 1.0, 1.4);
    Columns columns = columnsFor(size);
    while (size > 1.0 && columns.isCut) {
        size = std::max(1.0, size - 0.05); // rather smaller than cut
        columns = columnsFor(size);
    }
    return columns;
}

WallIndicators::Columns WallIndicators::columnsFor(double size) const
{
    const QFontMetrics titles(textFont(1.0));
    const QFontMetrics strong(textFont(size, QFont::DemiBold));
    const QFontMetrics plain(textFont(size));
    int name = 0;
    int now = titles.horizontalAdvance(tr("this month")) + kRounding;
    int before = titles.horizontalAdvance(tr("before")) + kRounding;
    int change = titles.horizontalAdvance(tr("change")) + kRounding;
    for (const IndicatorsContent::Row &row : mContent.rows) {
        name = std::max(name, strong.horizontalAdvance(row.name) + kRounding);
        now = std::max(now, strong.horizontalAdvance(withUnit(row.now)) + kRounding);
        before = std::max(before, plain.horizontalAdvance(withUnit(row.before)) + kRounding);
        change = std::max(change, plain.horizontalAdvance(changeText(row)) + kRounding);
    }
    const int dots =
        std::max(pixels(kLeastDots), titles.horizontalAdvance(dotsTitle()) + kRounding);
    const QRect all = rowsBox();
    const int gap = pixels(kGap);
    const int figures = now + before + change + 4 * gap;
    const int room = std::max(0, all.width() - figures - dots);
    int left = all.left();
    const auto next = [&](int width) {
        const QRect column(left, all.top(), width, all.height());
        left += width + gap;
        return column;
    };
    Columns columns;
    columns.size = size;
    columns.isCut = name > room;
    columns.name = next(std::min(name, room));
    columns.now = next(now);
    columns.dots = next(std::max(0, all.width() - figures - columns.name.width()));
    columns.before = next(before);
    columns.change = next(change);
    return columns;
}

void WallIndicators::restyle()
{
    WallTile::restyle();
    mPlot->setVisible(showsRows());
    showDots();
}

void WallIndicators::showDots()
{
    const int rows = visibleRows();
    const QRect column = columns().dots;
    const int height = static_cast<int>(std::lround(rowHeight() * rows));
    mPlot->setGeometry(column.left(), column.top(), column.width(), height);
    const double dot = 0.75 * unit();
    // A margin on both sides, or the chart would cut the dots of 0 and 100 % in half.
    const double margin = kPerCent * dot / std::max(1.0, column.width() - 2 * dot);
    mPlot->across()->setRange(-margin, kPerCent + margin);
    mPlot->setPlotBox(QRectF(0, 0, std::max(1, column.width()), std::max(1, height)));
    mPlot->upwards()->setRange(-0.5, std::max(1, rows) - 0.5);
    QList<QPointF> now;
    for (int i = 0; i < rows; ++i) {
        const IndicatorsContent::Row &row = mContent.rows.at(i);
        if (row.now.unit == WallUnit::PerCent && row.now.value) {
            now.append({std::min(kPerCent, *row.now.value), static_cast<double>(i)});
        }
    }
    if (now != mNow->points()) {
        mNow->replace(now);
    }
    mNow->setMarkerSize(dot);
    mNow->setColor(ink(look().accent));
    mNow->setBorderColor(ink(look().text));
}

void WallIndicators::paintTitles(QPainter &painter) const
{
    const Columns at = columns();
    const int top = body().top();
    painter.setFont(textFont(1.0));
    const auto put = [&](const QRect &column, const QString &text, Qt::Alignment side) {
        paintText(painter,
                  QRect(column.left(), top, column.width(), pixels(kTitles)),
                  text,
                  quietInk(),
                  side);
    };
    put(at.now, tr("this month"), Qt::AlignRight);
    put(at.dots, dotsTitle(), Qt::AlignHCenter);
    put(at.before, tr("before"), Qt::AlignRight);
    put(at.change, tr("change"), Qt::AlignRight);
}

void WallIndicators::paintRows(QPainter &painter) const
{
    const Columns at = columns();
    const double height = rowHeight();
    const double size = at.size;
    const double dot = 0.75 * unit();
    const auto place = [&](double value) {
        return at.dots.left() + dot +
               (at.dots.width() - 2 * dot) * std::min(kPerCent, value) / kPerCent;
    };
    painter.setRenderHint(QPainter::Antialiasing);
    const int rows = visibleRows();
    for (int i = 0; i < rows; ++i) {
        const IndicatorsContent::Row &row = mContent.rows.at(i);
        const int top = at.name.top() + static_cast<int>(std::lround(i * height));
        const auto line = [&](const QRect &column) {
            return QRect(column.left(), top, column.width(), static_cast<int>(height));
        };
        painter.fillRect(rowsBox().left(), top, rowsBox().width(), 1, look().border);
        painter.setFont(textFont(size, QFont::DemiBold));
        paintText(painter, line(at.name), row.name, textInk());
        paintText(painter, line(at.now), withUnit(row.now), textInk(), Qt::AlignRight);
        painter.setFont(textFont(size));
        paintText(painter, line(at.before), withUnit(row.before), quietInk(), Qt::AlignRight);
        const WallTone tone = !row.isBetter   ? WallTone::Muted
                              : *row.isBetter ? WallTone::Good
                                              : WallTone::Alarm;
        paintText(painter, line(at.change), changeText(row), toneInk(tone), Qt::AlignRight);
        if (row.now.unit != WallUnit::PerCent) {
            continue;
        }
        const double middle = top + height / 2;
        painter.setPen(QPen(look().border, std::max(1.0, unit() / 12.0)));
        painter.drawLine(QPointF(place(0), middle), QPointF(place(kPerCent), middle));
        if (row.before.value) {
            painter.setPen(QPen(quietInk(), std::max(2.0, unit() / 6.0)));
            painter.drawLine(QPointF(place(*row.before.value), middle - 0.45 * unit()),
                             QPointF(place(*row.before.value), middle + 0.45 * unit()));
        }
        if (row.target) {
            const double x = place(*row.target);
            painter.setPen(QPen(toneInk(WallTone::Good), std::max(1.5, unit() / 10.0)));
            painter.setBrush(Qt::NoBrush);
            painter.drawPolygon(QPolygonF{{x, middle - 0.35 * unit()},
                                          {x + 0.35 * unit(), middle + 0.35 * unit()},
                                          {x - 0.35 * unit(), middle + 0.35 * unit()}});
        }
    }
}

} // namespace gridward
