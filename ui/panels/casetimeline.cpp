// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/casetimeline.h"

#include "models/view/casewords.h"
#include "models/view/deadlinewords.h"
#include "ui/theme/theme.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr int kBarTop = 20;
constexpr int kBarHeight = 20;
constexpr int kLegendTop = kBarTop + kBarHeight + 26;
constexpr int kHeight = kLegendTop + 16;
constexpr int kSwatch = 12;
constexpr double kRoom = 0.06; ///< behind the last moment, so that its mark does not stick to it

constexpr std::array kKinds{StretchKind::Running,
                            StretchKind::OffHours,
                            StretchKind::Weekend,
                            StretchKind::Holiday,
                            StretchKind::Suspended,
                            StretchKind::Ended};

/** Running is solid; what does not count is pale or hatched, so that colour alone says nothing. */
QBrush brushOf(StretchKind kind, const std::optional<Stage> &stage, const Theme &theme)
{
    switch (kind) {
    case StretchKind::Running:
        return stage == Stage::Handle ? QBrush(theme.accent) : QBrush(theme.mutedText);
    case StretchKind::OffHours:
        return QBrush(theme.border);
    case StretchKind::Weekend:
        return {theme.mutedText, Qt::FDiagPattern};
    case StretchKind::Holiday:
        return {theme.mutedText, Qt::DiagCrossPattern};
    case StretchKind::Suspended:
        return {theme.warningText, Qt::BDiagPattern};
    case StretchKind::Ended:
        break;
    }
    return Qt::NoBrush;
}

} // namespace

CaseTimeline::CaseTimeline(QWidget *parent)
    : QWidget(parent)
    , mTheme(&theme(ThemeName::Day))
{
    setObjectName(u"caseTimeline"_s);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFixedHeight(kHeight);
}

void CaseTimeline::setExplanation(const std::optional<DeadlineExplanation> &explanation)
{
    mExplanation = explanation;
    if (mExplanation && !mExplanation->stretches.isEmpty()) {
        mBegin = mExplanation->stretches.first().from;
        mEnd = std::max(mExplanation->at, mExplanation->stretches.last().to);
        for (const std::optional<Instant> &due : {mExplanation->due, mExplanation->handlingDue}) {
            mEnd = due ? std::max(mEnd, *due) : mEnd;
        }
        const double length = static_cast<double>((mEnd - mBegin).count());
        mEnd += std::chrono::milliseconds(static_cast<qint64>(length * kRoom) + 1);
        setAccessibleDescription(deadline_words::headline(*mExplanation));
    }
    setVisible(mExplanation && !mExplanation->stretches.isEmpty());
    update();
}

void CaseTimeline::setTheme(const Theme &theme)
{
    mTheme = &theme;
    update();
}

QSize CaseTimeline::sizeHint() const
{
    return {320, kHeight};
}

double CaseTimeline::xOf(Instant moment) const
{
    const double whole = static_cast<double>(std::max<qint64>((mEnd - mBegin).count(), 1));
    const double part = static_cast<double>((moment - mBegin).count()) / whole;
    return std::clamp(part, 0.0, 1.0) * width();
}

void CaseTimeline::paintEvent(QPaintEvent * /*event*/)
{
    if (!mExplanation) {
        return;
    }
    QPainter painter(this);
    QFont small = font();
    small.setPixelSize(type_scale::kSmall);
    painter.setFont(small);
    paintBar(painter);
    if (mExplanation->handlingDue) {
        paintMark(painter, *mExplanation->handlingDue, mTheme->errorText, tr("Due"));
    }
    if (isOpen(mExplanation->state)) {
        paintMark(painter, mExplanation->at, mTheme->text, tr("Now"));
    }
    paintLegend(painter);
}

void CaseTimeline::paintBar(QPainter &painter) const
{
    painter.fillRect(0, kBarTop, width(), kBarHeight, mTheme->surface);
    for (const Stretch &stretch : mExplanation->stretches) {
        const QRectF part(xOf(stretch.from),
                          kBarTop,
                          std::max(xOf(stretch.to) - xOf(stretch.from), 1.0),
                          kBarHeight);
        painter.fillRect(part, mTheme->hover);
        painter.fillRect(part, brushOf(stretch.kind, stretch.stage, *mTheme));
    }
    painter.setPen(mTheme->border);
    painter.drawRect(QRectF(0.5, kBarTop + 0.5, width() - 1.0, kBarHeight - 1.0));
    painter.setPen(mTheme->mutedText);
    const Instant now = mExplanation->at;
    painter.drawText(QRect(0, kBarTop + kBarHeight + 4, width(), 18),
                     Qt::AlignLeft | Qt::AlignTop,
                     case_words::timeText(mBegin, now));
    if (mExplanation->handlingDue) {
        painter.drawText(QRect(0, kBarTop + kBarHeight + 4, width(), 18),
                         Qt::AlignRight | Qt::AlignTop,
                         tr("due %1").arg(case_words::timeText(*mExplanation->handlingDue, now)));
    }
}

void CaseTimeline::paintMark(QPainter &painter,
                             Instant moment,
                             const QColor &colour,
                             const QString &word) const
{
    const double x = xOf(moment);
    painter.setPen(QPen(colour, 2.0));
    painter.drawLine(QPointF(x, kBarTop - 4), QPointF(x, kBarTop + kBarHeight + 2));
    const int room = painter.fontMetrics().horizontalAdvance(word);
    const double left = std::clamp(x - room / 2.0, 0.0, std::max(width() - room, 0) * 1.0);
    painter.drawText(QPointF(left, kBarTop - 7), word);
}

/** Only what is there. */
void CaseTimeline::paintLegend(QPainter &painter) const
{
    double x = 0.0;
    const auto entry = [&](const QBrush &brush, const QString &word) {
        painter.fillRect(QRectF(x, kLegendTop + 1, kSwatch, kSwatch), mTheme->hover);
        painter.fillRect(QRectF(x, kLegendTop + 1, kSwatch, kSwatch), brush);
        painter.setPen(mTheme->border);
        painter.drawRect(QRectF(x + 0.5, kLegendTop + 1.5, kSwatch - 1, kSwatch - 1));
        painter.setPen(mTheme->mutedText);
        painter.drawText(QPointF(x + kSwatch + 4, kLegendTop + kSwatch), word);
        x += kSwatch + 4 + painter.fontMetrics().horizontalAdvance(word) + 12;
    };
    const auto there = [&](const auto &fits) {
        return std::ranges::any_of(mExplanation->stretches, fits);
    };
    const auto handles = [](const Stretch &one) {
        return one.kind == StretchKind::Running && one.stage == Stage::Handle;
    };
    const auto waits = [](const Stretch &one) {
        return one.kind == StretchKind::Running && one.stage != Stage::Handle;
    };
    if (there(handles)) {
        entry(brushOf(StretchKind::Running, Stage::Handle, *mTheme), tr("With the unit"));
    }
    if (there(waits)) {
        entry(brushOf(StretchKind::Running, Stage::Accept, *mTheme), tr("At the desks"));
    }
    for (const StretchKind kind : kKinds) {
        const auto same = [kind](const Stretch &one) { return one.kind == kind; };
        if (kind != StretchKind::Running && there(same)) {
            entry(brushOf(kind, std::nullopt, *mTheme), deadline_words::word(kind));
        }
    }
}

QString CaseTimeline::tipAt(int x) const
{
    if (!mExplanation) {
        return {};
    }
    for (const Stretch &stretch : mExplanation->stretches) {
        if (x < xOf(stretch.from) || x > xOf(stretch.to)) {
            continue;
        }
        const Instant now = mExplanation->at;
        QString text = deadline_words::word(stretch.kind);
        if (stretch.stage) {
            text = u"%1 · %2"_s.arg(deadline_words::word(*stretch.stage), text);
        }
        if (!stretch.name.isEmpty()) {
            text += u" · "_s + stretch.name;
        }
        return u"%1\n%2 – %3 (%4)"_s.arg(text,
                                         case_words::timeText(stretch.from, now),
                                         case_words::timeText(stretch.to, now),
                                         case_words::durationText(stretch.length()));
    }
    return {};
}

bool CaseTimeline::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        QToolTip::showText(help->globalPos(), tipAt(help->pos().x()), this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace gridward
