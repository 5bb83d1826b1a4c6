// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/evaluation/trendchart.h"

#include <QCategoryAxis>
#include <QChart>
#include <QChartView>
#include <QGraphicsLayout>
#include <QLabel>
#include <QLegendMarker>
#include <QLineSeries>
#include <QStackedLayout>
#include <QValueAxis>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr int kRoomForLabel = 32; ///< pixels; with less it would be cut off
constexpr double kPerCent = 100.0;

QString partText(const Period &period)
{
    return period.kind == Period::Kind::Day ? QString::number(period.first.day())
                                            : period.first.toString(u"M"_s);
}

QFont fontOf(const QWidget &widget)
{
    QFont font = widget.font();
    font.setPixelSize(type_scale::kSmall);
    return font;
}

} // namespace

TrendChart::TrendChart(QWidget *parent)
    : QWidget(parent)
    , mTheme(&theme(ThemeName::Day))
    , mChart(new QChart)
    , mView(new QChartView(mChart, this))
    , mProblem(new QLabel(this))
    , mParts(new QCategoryAxis(mChart))
    , mValues(new QValueAxis(mChart))
{
    setObjectName(u"trendChart"_s);
    mParts->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
    mChart->addAxis(mParts, Qt::AlignBottom);
    mChart->addAxis(mValues, Qt::AlignLeft);
    mChart->setMargins({});
    mChart->setBackgroundRoundness(0);
    mChart->legend()->setAlignment(Qt::AlignTop);
    mChart->layout()->setContentsMargins(0, 0, 0, 0);
    mView->setRenderHint(QPainter::Antialiasing);
    mView->setFrameShape(QFrame::NoFrame);
    mView->setFocusPolicy(Qt::NoFocus);
    mProblem->setAlignment(Qt::AlignCenter);
    mProblem->setWordWrap(true);
    auto *stack = new QStackedLayout(this);
    stack->addWidget(mView);
    stack->addWidget(mProblem);
    setMinimumHeight(160);
}

void TrendChart::setTheme(const Theme &theme)
{
    mTheme = &theme;
    restyle();
}

void TrendChart::restyle()
{
    mChart->setBackgroundBrush(mTheme->surface);
    mView->setBackgroundBrush(mTheme->surface);
    mChart->legend()->setLabelColor(mTheme->text);
    mChart->legend()->setFont(fontOf(*this));
    for (QAbstractAxis *axis :
         {static_cast<QAbstractAxis *>(mParts), static_cast<QAbstractAxis *>(mValues)}) {
        axis->setLabelsFont(fontOf(*this));
        axis->setLabelsColor(mTheme->mutedText);
        axis->setGridLineColor(mTheme->border);
        axis->setLinePenColor(mTheme->border);
    }
    mParts->setGridLineVisible(false);
    for (QAbstractSeries *series : mChart->series()) {
        auto *line = static_cast<QLineSeries *>(series);
        const bool isNow = line->property("isNow").toBool();
        line->setPen(QPen(isNow ? mTheme->accent : mTheme->mutedText,
                          isNow ? 2.5 : 1.5,
                          isNow ? Qt::SolidLine : Qt::DashLine));
        line->setPointsVisible(isNow);
    }
}

void TrendChart::clear()
{
    mChart->removeAllSeries();
    for (const QString &label : mParts->categoriesLabels()) {
        mParts->remove(label);
    }
}

void TrendChart::setProblem(const QString &text)
{
    mProblem->setText(text);
    static_cast<QStackedLayout *>(layout())->setCurrentWidget(mProblem);
}

void TrendChart::addLine(const IndicatorDefinition &definition,
                         qsizetype figure,
                         const QList<TrendPoint> &points,
                         bool isNow)
{
    // A gap ends a line; another one of the same name begins behind it, and only one is named.
    QLineSeries *line = nullptr;
    bool isNamed = false;
    for (qsizetype place = 0; place < points.size(); ++place) {
        const std::optional<Figure> one = points.at(place).row.figures.value(figure);
        const std::optional<double> value = one ? one->value(definition.isTime) : std::nullopt;
        if (!value) {
            line = nullptr;
            continue;
        }
        if (line == nullptr) {
            line = new QLineSeries;
            line->setProperty("isNow", isNow);
            line->setName(isNow ? tr("this period") : tr("year before"));
            mChart->addSeries(line);
            line->attachAxis(mParts);
            line->attachAxis(mValues);
            for (QLegendMarker *marker : mChart->legend()->markers(line)) {
                marker->setVisible(!isNamed);
            }
            isNamed = true;
        }
        line->append(static_cast<double>(place), *value);
    }
}

void TrendChart::setTrend(const IndicatorDefinition &definition,
                          qsizetype figure,
                          const QList<TrendPoint> &now,
                          const QList<TrendPoint> &yearBefore)
{
    clear();
    const qsizetype most = std::max(2, width() / kRoomForLabel);
    const qsizetype step = std::max<qsizetype>(1, (now.size() + most - 1) / most);
    for (qsizetype place = 0; place < now.size(); place += step) {
        // A day of the month may come twice in a range; an axis holds each name once.
        mParts->append(partText(now.at(place).period) + QString(place, QChar(0x200b)),
                       static_cast<double>(place));
    }
    mParts->setRange(0.0, static_cast<double>(std::max<qsizetype>(1, now.size() - 1)));
    addLine(definition, figure, yearBefore, false);
    addLine(definition, figure, now, true);
    double highest = 0.0;
    for (const QAbstractSeries *series : mChart->series()) {
        for (const QPointF &point : static_cast<const QLineSeries *>(series)->points()) {
            highest = std::max(highest, point.y());
        }
    }
    mValues->setRange(0.0, definition.isTime ? std::max(1.0, highest * 1.1) : kPerCent);
    mValues->setTickCount(5);
    mValues->setLabelFormat(definition.isTime ? tr("%.1f h") : u"%.0f %%"_s);
    if (mChart->series().isEmpty()) {
        setProblem(tr("Nothing was counted in this period"));
        return;
    }
    static_cast<QStackedLayout *>(layout())->setCurrentWidget(mView);
    restyle();
}

} // namespace gridward
