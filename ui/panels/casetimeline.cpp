// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/casetimeline.h"

#include "models/view/casewords.h"
#include "models/view/deadlinewords.h"
#include "ui/theme/theme.h"

#include <QFontMetrics>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr int kBarTop = 20;
constexpr int kBarHeight = 20;
constexpr int kLegendTop = kBarTop + kBarHeight + 26;
constexpr int kLegendRow = 16;
constexpr int kHeight = kLegendTop + kLegendRow;
constexpr int kGap = 8; ///< between two words of one line
constexpr int kSwatch = 12;
constexpr double kRoom = 0.06; ///< behind the last moment, so that its mark does not stick to it

constexpr std::array kKinds{StretchKind::Running,
                            StretchKind::OffHours,
                            StretchKind::Weekend,
                            StretchKind::Holiday,
                            StretchKind::Suspended,
                            StretchKind::Ended};

/** Lines of a pattern lie this far apart, whatever the pixels of the screen are. */
constexpr double kHatch = 6.0;

enum class Hatch { None, Down, Up };

/** Slanting lines in the part, in step with those of its neighbours. */
void hatch(QPainter &painter, const QRectF &part, const QColor &colour, Hatch way)
{
    const double sign = way == Hatch::Down ? -1.0 : 1.0;
    painter.save();
    painter.setClipRect(part, Qt::IntersectClip);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, 1.0));
    const double first = std::floor((part.left() - 2.0 * part.height()) / kHatch) * kHatch;
    for (double x = first; x < part.right(); x += kHatch) {
        painter.drawLine(
            QPointF(x, part.center().y() + sign * part.height()),
            QPointF(x + 2.0 * part.height(), part.center().y() - sign * part.height()));
    }
    painter.restore();
}

/** Running is solid; what does not count is pale or hatched, so that colour alone says nothing. */
void fill(QPainter &painter,
          const QRectF &part,
          StretchKind kind,
          const QColor &running,
          const Theme &theme)
{
    painter.fillRect(part, theme.hover);
    switch (kind) {
    case StretchKind::Running:
        painter.fillRect(part, running);
        break;
    case StretchKind::OffHours:
        painter.fillRect(part, theme.border);
        break;
    case StretchKind::Weekend:
        hatch(painter, part, theme.mutedText, Hatch::Up);
        break;
    case StretchKind::Holiday:
        hatch(painter, part, theme.mutedText, Hatch::Up);
        hatch(painter, part, theme.mutedText, Hatch::Down);
        break;
    case StretchKind::Suspended:
        hatch(painter, part, theme.warningText, Hatch::Down);
        break;
    case StretchKind::Ended:
        break;
    }
}

bool isWithUnit(const Stretch &one)
{
    return one.kind == StretchKind::Running && one.stage == Stage::Handle;
}

bool isAtDesks(const Stretch &one)
{
    return one.kind == StretchKind::Running && one.stage != Stage::Handle;
}

QFont smallFont(const QFont &font)
{
    QFont small = font;
    small.setPixelSize(type_scale::kSmall);
    return small;
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
    fitHeight();
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
    painter.setFont(smallFont(font()));
    paintBar(painter);
    paintMarks(painter);
    paintTimes(painter);
    paintLegend(painter);
}

bool CaseTimeline::isLate(const Stretch &stretch) const
{
    return isWithUnit(stretch) && mExplanation->handlingDue &&
           stretch.to > *mExplanation->handlingDue;
}

void CaseTimeline::paintBar(QPainter &painter) const
{
    painter.fillRect(0, kBarTop, width(), kBarHeight, mTheme->surface);
    const auto part = [this](Instant from, Instant to) {
        const double left = xOf(from);
        return QRectF(left, kBarTop, std::max(xOf(to) - left, 1.0), kBarHeight);
    };
    for (const Stretch &stretch : mExplanation->stretches) {
        const QColor running = isWithUnit(stretch) ? mTheme->accent : mTheme->mutedText;
        fill(painter, part(stretch.from, stretch.to), stretch.kind, running, *mTheme);
        if (isLate(stretch)) {
            painter.fillRect(part(std::max(stretch.from, *mExplanation->handlingDue), stretch.to),
                             mTheme->errorText);
        }
    }
    painter.setPen(mTheme->border);
    painter.drawRect(QRectF(0.5, kBarTop + 0.5, width() - 1.0, kBarHeight - 1.0));
}

/** Where a word of this width stands so that it is in the middle above or below its moment. */
double CaseTimeline::leftOf(Instant moment, int room) const
{
    return std::clamp(xOf(moment) - room / 2.0, 0.0, std::max(width() - room, 0) * 1.0);
}

void CaseTimeline::paintMarks(QPainter &painter) const
{
    const QFontMetrics metrics = painter.fontMetrics();
    const auto mark = [&](Instant moment, const QColor &colour, const QString &word, double left) {
        painter.setPen(QPen(colour, 2.0));
        const double x = xOf(moment);
        painter.drawLine(QPointF(x, kBarTop - 4), QPointF(x, kBarTop + kBarHeight + 2));
        painter.drawText(QPointF(left, kBarTop - 7), word);
    };
    const QString now = tr("Now");
    const QString due = tr("Due");
    const int nowRoom = metrics.horizontalAdvance(now);
    const int dueRoom = metrics.horizontalAdvance(due);
    double nowLeft = leftOf(mExplanation->at, nowRoom);
    const bool hasNow = isOpen(mExplanation->state);
    if (mExplanation->handlingDue) {
        double left = leftOf(*mExplanation->handlingDue, dueRoom);
        if (hasNow && left < nowLeft + nowRoom + kGap && nowLeft < left + dueRoom + kGap) {
            // Both words are read: the earlier one gives way to the left, if there is room.
            double &earlier = *mExplanation->handlingDue < mExplanation->at ? left : nowLeft;
            double &later = *mExplanation->handlingDue < mExplanation->at ? nowLeft : left;
            const int room = &earlier == &left ? dueRoom : nowRoom;
            earlier = std::max(0.0, later - room - kGap);
            later = std::max(later, earlier + room + kGap);
        }
        mark(*mExplanation->handlingDue, mTheme->errorText, due, left);
    }
    if (hasNow) {
        mark(mExplanation->at, mTheme->text, now, nowLeft);
    }
}

void CaseTimeline::paintTimes(QPainter &painter) const
{
    constexpr int kTop = kBarTop + kBarHeight + 4;
    const QString begin = case_words::timeText(mBegin, mExplanation->at);
    const int beginRoom = painter.fontMetrics().horizontalAdvance(begin);
    const QRect due = dueLabel();
    if (!due.isNull()) {
        painter.setPen(mTheme->errorText);
        painter.drawText(due, Qt::AlignLeft | Qt::AlignTop, dueText());
    }
    if (due.isNull() || due.left() >= beginRoom + kGap) { // else the deadline is at the very start
        painter.setPen(mTheme->mutedText);
        painter.drawText(QRect(0, kTop, width(), 18), Qt::AlignLeft | Qt::AlignTop, begin);
    }
}

QString CaseTimeline::dueText() const
{
    return mExplanation && mExplanation->handlingDue
               ? tr("due %1").arg(
                     case_words::timeText(*mExplanation->handlingDue, mExplanation->at))
               : QString();
}

QRect CaseTimeline::dueLabel() const
{
    const QString text = dueText();
    if (text.isEmpty()) {
        return {};
    }
    const int room = QFontMetrics(smallFont(font())).horizontalAdvance(text) + 1;
    const auto left = static_cast<int>(std::lround(leftOf(*mExplanation->handlingDue, room)));
    return {left, kBarTop + kBarHeight + 4, room, 18};
}

QList<CaseTimeline::LegendEntry> CaseTimeline::legend() const
{
    QList<LegendEntry> entries;
    if (!mExplanation) {
        return entries;
    }
    const auto there = [&](const auto &fits) {
        return std::ranges::any_of(mExplanation->stretches, fits);
    };
    if (there(isWithUnit)) {
        entries.append({StretchKind::Running, mTheme->accent, tr("With the unit")});
    }
    if (there([this](const Stretch &one) { return isLate(one); })) {
        entries.append({StretchKind::Running, mTheme->errorText, tr("Overdue")});
    }
    if (there(isAtDesks)) {
        entries.append({StretchKind::Running, mTheme->mutedText, tr("At the desks")});
    }
    for (const StretchKind kind : kKinds) {
        if (kind != StretchKind::Running &&
            there([kind](const Stretch &one) { return one.kind == kind; })) {
            entries.append({kind, {}, deadline_words::word(kind)});
        }
    }
    // In rows, as many as the width asks for.
    const QFontMetrics metrics(smallFont(font()));
    QPoint place(0, kLegendTop);
    for (LegendEntry &entry : entries) {
        const int room = kSwatch + 4 + metrics.horizontalAdvance(entry.word);
        if (place.x() > 0 && place.x() + room > width()) {
            place = {0, place.y() + kLegendRow};
        }
        entry.place = place;
        place.rx() += room + 12;
    }
    return entries;
}

/** Only what is there. */
void CaseTimeline::paintLegend(QPainter &painter) const
{
    for (const LegendEntry &entry : legend()) {
        const QRectF swatch(entry.place.x(), entry.place.y() + 1, kSwatch, kSwatch);
        fill(painter, swatch, entry.kind, entry.running, *mTheme);
        painter.setPen(mTheme->border);
        painter.drawRect(swatch.adjusted(0.5, 0.5, -0.5, -0.5));
        painter.setPen(mTheme->mutedText);
        painter.drawText(entry.place + QPoint(kSwatch + 4, kSwatch), entry.word);
    }
}

void CaseTimeline::fitHeight()
{
    const QList<LegendEntry> entries = legend();
    setFixedHeight((entries.isEmpty() ? kLegendTop : entries.last().place.y()) + kLegendRow);
}

void CaseTimeline::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitHeight();
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
