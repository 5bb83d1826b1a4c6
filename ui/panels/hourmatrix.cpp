// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/hourmatrix.h"

#include <QEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr int kDays = 7;
constexpr int kHours = 24;
constexpr int kRow = 14;
constexpr int kColumn = 16;
constexpr int kGap = 4;

QStringList dayNames()
{
    return {HourMatrix::tr("Monday"),
            HourMatrix::tr("Tuesday"),
            HourMatrix::tr("Wednesday"),
            HourMatrix::tr("Thursday"),
            HourMatrix::tr("Friday"),
            HourMatrix::tr("Saturday"),
            HourMatrix::tr("Sunday")};
}

QStringList shortDayNames()
{
    return {HourMatrix::tr("Mon"),
            HourMatrix::tr("Tue"),
            HourMatrix::tr("Wed"),
            HourMatrix::tr("Thu"),
            HourMatrix::tr("Fri"),
            HourMatrix::tr("Sat"),
            HourMatrix::tr("Sun")};
}

QColor mixed(const QColor &one, const QColor &other, double share)
{
    const auto mix = [share](float a, float b) { return a + (b - a) * static_cast<float>(share); };
    return QColor::fromRgbF(mix(one.redF(), other.redF()),
                            mix(one.greenF(), other.greenF()),
                            mix(one.blueF(), other.blueF()));
}

} // namespace

HourMatrix::HourMatrix(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"hourMatrix"_s);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    retranslate();
}

void HourMatrix::setCounts(const HourCounts &counts)
{
    mCounts = counts;
    mMost = *std::ranges::max_element(counts);
    tell(mUnder >= 0 ? mUnder : mCursor);
    update();
}

void HourMatrix::setChosen(const HourChoice &chosen)
{
    mChosen = chosen;
    update();
}

QString HourMatrix::cellText(int hour) const
{
    const auto clock = [](int at) { return u"%1:00"_s.arg(at, 2, 10, QLatin1Char('0')); };
    return tr("%1, %2 to %3: %n case(s)",
              nullptr,
              static_cast<int>(mCounts.at(static_cast<std::size_t>(hour))))
        .arg(dayNames().value(hour / kHours), clock(hour % kHours), clock(hour % kHours + 1));
}

QSize HourMatrix::sizeHint() const
{
    const int left = fontMetrics().horizontalAdvance(tr("Wed")) + 2 * kGap;
    return {left + kHours * (kColumn + 8), fontMetrics().height() + kGap + kDays * (kRow + 2)};
}

QSize HourMatrix::minimumSizeHint() const
{
    return {kHours * 10 + 40, sizeHint().height()};
}

QRectF HourMatrix::cell(int hour) const
{
    const double left = fontMetrics().horizontalAdvance(tr("Wed")) + 2.0 * kGap;
    const double top = fontMetrics().height() + kGap;
    const double across = (width() - left - 1.0) / kHours;
    const double down = (height() - top - 1.0) / kDays;
    return {
        left + (hour % kHours) * across, top + (hour / kHours) * down, across - 1.0, down - 1.0};
}

int HourMatrix::hourAt(const QPointF &place) const
{
    const QRectF first = cell(0);
    const int column =
        static_cast<int>(std::floor((place.x() - first.left()) / (first.width() + 1.0)));
    const int row =
        static_cast<int>(std::floor((place.y() - first.top()) / (first.height() + 1.0)));
    return column >= 0 && column < kHours && row >= 0 && row < kDays ? row * kHours + column : -1;
}

void HourMatrix::chooseBlock(int from, int to)
{
    HourChoice chosen = mBefore;
    const auto [top, bottom] = std::minmax({from / kHours, to / kHours});
    const auto [left, right] = std::minmax({from % kHours, to % kHours});
    for (int row = top; row <= bottom; ++row) {
        for (int column = left; column <= right; ++column) {
            chosen.set(static_cast<std::size_t>(row * kHours + column));
        }
    }
    choose(chosen);
}

void HourMatrix::choose(const HourChoice &chosen)
{
    if (chosen != mChosen) {
        mChosen = chosen;
        retranslate();
        update();
        emit chosenChanged();
    }
}

void HourMatrix::tell(int hour)
{
    const QString text = hour >= 0 ? cellText(hour) : QString();
    setToolTip(text);
    setAccessibleDescription(text);
    emit hovered(text);
}

bool HourMatrix::event(QEvent *event)
{
    // Space chooses a cell here, wherever it may be a shortcut.
    if (event->type() == QEvent::ShortcutOverride &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Space) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void HourMatrix::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    const QColor ground = palette().color(QPalette::Base);
    const QColor ink = palette().color(QPalette::WindowText);
    const QColor accent = palette().color(QPalette::Highlight);
    const int line = fontMetrics().height();
    const QStringList days = shortDayNames();
    painter.setPen(ink);
    for (int row = 0; row < kDays; ++row) {
        const QRectF first = cell(row * kHours);
        painter.drawText(QRectF(0.0, first.top(), first.left() - kGap, first.height()),
                         Qt::AlignRight | Qt::AlignVCenter,
                         days.value(row));
    }
    for (int column = 0; column < kHours; column += 3) {
        const QRectF first = cell(column);
        painter.drawText(QRectF(first.left(), 0.0, 3.0 * first.width(), line),
                         Qt::AlignLeft | Qt::AlignVCenter,
                         QString::number(column));
    }
    for (int hour = 0; hour < kHoursOfWeek; ++hour) {
        const auto index = static_cast<std::size_t>(hour);
        const double share =
            mMost > 0 ? static_cast<double>(mCounts.at(index)) / static_cast<double>(mMost) : 0.0;
        const QRectF box = cell(hour);
        // Lightness alone says how many: it is read in grey and by all kinds of eyes.
        painter.fillRect(box, mixed(ground, ink, 0.06 + 0.80 * share));
        if (mChosen.test(index)) {
            painter.setPen(QPen(accent, 2.0));
            painter.drawRect(box.adjusted(1.0, 1.0, -1.0, -1.0));
        }
        if (hour == mUnder || (hasFocus() && hour == mCursor)) {
            painter.setPen(QPen(hour == mUnder ? ink : accent, 1.0, Qt::DashLine));
            painter.drawRect(box);
        }
    }
}

void HourMatrix::mousePressEvent(QMouseEvent *event)
{
    const int hour = hourAt(event->position());
    if (event->button() != Qt::LeftButton || hour < 0) {
        return;
    }
    const bool isAdded = event->modifiers().testFlag(Qt::ControlModifier);
    mBefore = isAdded ? mChosen : HourChoice();
    mCursor = hour;
    if (mChosen.test(static_cast<std::size_t>(hour)) && (isAdded || mChosen.count() == 1)) {
        HourChoice rest = mChosen;
        rest.reset(static_cast<std::size_t>(hour));
        choose(rest);
        return;
    }
    mFrom = hour;
    chooseBlock(hour, hour);
}

void HourMatrix::mouseMoveEvent(QMouseEvent *event)
{
    const int hour = hourAt(event->position());
    if (hour != mUnder) {
        mUnder = hour;
        tell(hour);
        update();
    }
    if (mFrom >= 0 && hour >= 0) {
        chooseBlock(mFrom, hour);
    }
}

void HourMatrix::mouseReleaseEvent(QMouseEvent * /*event*/)
{
    mFrom = -1;
}

void HourMatrix::leaveEvent(QEvent * /*event*/)
{
    mUnder = -1;
    tell(-1);
    update();
}

void HourMatrix::keyPressEvent(QKeyEvent *event)
{
    int to = mCursor;
    switch (event->key()) {
    case Qt::Key_Left:
        to -= to % kHours > 0 ? 1 : 0;
        break;
    case Qt::Key_Right:
        to += to % kHours < kHours - 1 ? 1 : 0;
        break;
    case Qt::Key_Up:
        to -= to >= kHours ? kHours : 0;
        break;
    case Qt::Key_Down:
        to += to < kHoursOfWeek - kHours ? kHours : 0;
        break;
    case Qt::Key_Home:
        to -= to % kHours;
        break;
    case Qt::Key_End:
        to += kHours - 1 - to % kHours;
        break;
    case Qt::Key_Space: {
        HourChoice chosen = mChosen;
        choose(chosen.flip(static_cast<std::size_t>(mCursor)));
        return;
    }
    case Qt::Key_Escape:
        if (mChosen.none()) {
            break;
        }
        choose({});
        return;
    default:
        QWidget::keyPressEvent(event);
        return;
    }
    if (event->modifiers().testFlag(Qt::ShiftModifier)) {
        if (mFrom < 0) {
            mFrom = mCursor;
            mBefore = mChosen;
        }
        chooseBlock(mFrom, to);
    } else {
        mFrom = -1;
    }
    mCursor = to;
    tell(to);
    update();
}

void HourMatrix::focusInEvent(QFocusEvent * /*event*/)
{
    tell(mCursor);
    update();
}

void HourMatrix::focusOutEvent(QFocusEvent * /*event*/)
{
    mFrom = -1;
    tell(mUnder);
    update();
}

void HourMatrix::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        update();
    }
    QWidget::changeEvent(event);
}

void HourMatrix::retranslate()
{
    setAccessibleName(mChosen.none() ? tr("Cases by hour of the week")
                                     : tr("Cases by hour of the week, %n hour(s) chosen",
                                          nullptr,
                                          static_cast<int>(mChosen.count())));
}

} // namespace gridward
