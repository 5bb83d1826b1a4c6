// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wall/wallcounter.h"

#include "ui/theme/theme.h"

#include <QFontMetrics>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr double kLargest = 11.0; ///< of a number, in units
constexpr double kSmallest = 1.2;
constexpr double kBeforeUnit = 0.4; ///< between a number and its unit

double unitSize(double number)
{
    return std::max(1.0, number * 0.34);
}

} // namespace

WallCounter::WallCounter(const QString &name, QWidget *parent)
    : WallPanel(parent)
{
    setObjectName(name);
}

void WallCounter::setCounter(const CountersContent::Counter &counter)
{
    CountersContent::Counter shown = counter;
    shown.figure.asOf = mCounter.figure.asOf; // the tile says it for all of them
    if (shown != mCounter) {
        mCounter = shown;
        setAccessibleName(shown.word);
        setAccessibleDescription(numberText());
        update();
    }
}

std::optional<int> WallCounter::number() const
{
    return mCounter.figure.value ? std::optional(static_cast<int>(*mCounter.figure.value))
                                 : std::nullopt;
}

QString WallCounter::numberText() const
{
    return wall_words::valueText(mCounter.figure);
}

void WallCounter::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), look().surface);
    const bool isRaised = number().value_or(0) > 0 && mCounter.tone != WallTone::Plain;
    const QColor tone = toneInk(isRaised ? mCounter.tone : WallTone::Plain);
    if (isRaised) {
        painter.fillRect(0, pixels(0.3), pixels(0.4), height() - pixels(0.6), tone);
    }
    const QRect inside = rect().adjusted(pixels(1), 0, -pixels(0.5), 0);
    if (!paintBeside(painter, inside, tone)) {
        paintAbove(painter, inside.adjusted(0, 0, 0, -pixels(0.2)), tone);
    }
}

int WallCounter::widthOf(const QString &text, double size) const
{
    return QFontMetrics(textFont(size, QFont::DemiBold)).horizontalAdvance(text) +
           pixels(kBeforeUnit) +
           QFontMetrics(textFont(unitSize(size)))
               .horizontalAdvance(wall_words::unitText(mCounter.figure.unit));
}

double WallCounter::fittingSize(const QSize &room) const
{
    // By the height of the figures alone: they have no descenders.
    double size = std::min(kLargest, static_cast<double>(room.height()) / unit());
    // Those beside each other are of one size, whatever they are.
    const QString usual = u"8,888"_s;
    const QString own = numberText();
    const QString &text = own.size() > usual.size() ? own : usual;
    while (size > kSmallest && widthOf(text, size) > room.width()) {
        size -= 0.1;
    }
    return size;
}

void WallCounter::paintNumber(QPainter &painter,
                              const QPoint &start,
                              double size,
                              const QColor &tone) const
{
    painter.setFont(textFont(size, QFont::DemiBold));
    painter.setPen(tone);
    painter.drawText(start, numberText());
    const int width = painter.fontMetrics().horizontalAdvance(numberText());
    painter.setFont(textFont(unitSize(size)));
    painter.setPen(quietInk());
    painter.drawText(start + QPoint(width + pixels(kBeforeUnit), 0),
                     wall_words::unitText(mCounter.figure.unit));
}

bool WallCounter::paintBeside(QPainter &painter, const QRect &inside, const QColor &tone) const
{
    constexpr double kFlat = 3.2;   // how much wider than high it is, at the least
    constexpr double kShare = 0.55; // of the width that the number has
    constexpr double kCap = 0.74;   // of its size: how high a figure is
    if (inside.width() < kFlat * inside.height()) {
        return false;
    }
    const QRect left(
        inside.left(), inside.top(), static_cast<int>(inside.width() * kShare), inside.height());
    const QRect right = inside.adjusted(left.width() + pixels(0.8), 0, 0, 0);
    const int how = static_cast<int>(Qt::AlignVCenter | Qt::AlignLeft) | Qt::TextWordWrap;
    double wordSize = std::clamp(height() / (2.7 * unit()), 1.0, 2.2);
    const auto fits = [&] {
        const QRect box =
            QFontMetrics(textFont(wordSize, QFont::Medium)).boundingRect(right, how, mCounter.word);
        return box.width() <= right.width() && box.height() <= right.height();
    };
    while (!fits()) {
        if (wordSize <= 1.0) {
            return false;
        }
        wordSize = std::max(1.0, wordSize - 0.1);
    }
    const double size = fittingSize(left.size());
    const int cap = pixels(kCap * size);
    paintNumber(painter,
                {left.right() - widthOf(numberText(), size), left.center().y() + cap / 2},
                size,
                tone);
    painter.setFont(textFont(wordSize, QFont::Medium));
    painter.setPen(quietInk());
    painter.drawText(right, how, mCounter.word);
    return true;
}

void WallCounter::paintAbove(QPainter &painter, const QRect &inside, const QColor &tone) const
{
    const double wordSize = std::clamp(height() / (5.0 * unit()), 1.0, 2.2);
    const int wordHeight = pixels(wordSize * 1.35);
    const QRect below(inside.left(), inside.bottom() - wordHeight, inside.width(), wordHeight);
    const QRect above(inside.left(), inside.top(), inside.width(), below.top() - inside.top());
    const double size = fittingSize(above.size());
    paintNumber(painter, {above.left(), above.bottom() - pixels(0.16 * size)}, size, tone);
    double fitting = wordSize;
    painter.setFont(textFont(fitting, QFont::Medium));
    while (fitting > 1.0 &&
           QFontMetrics(painter.font()).horizontalAdvance(mCounter.word) > below.width()) {
        fitting = std::max(1.0, fitting - 0.1);
        painter.setFont(textFont(fitting, QFont::Medium));
    }
    paintText(painter, below, mCounter.word, quietInk());
}

} // namespace gridward
