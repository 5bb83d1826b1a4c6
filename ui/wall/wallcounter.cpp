// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wall/wallcounter.h"

#include "ui/theme/theme.h"

#include <QFontMetrics>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

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
    const QRect inside = rect().adjusted(pixels(1), 0, -pixels(0.5), -pixels(0.2));
    const double wordSize = std::clamp(height() / (5.0 * unit()), 1.0, 2.2);
    const int wordHeight = pixels(wordSize * 1.35);
    const QRect below(inside.left(), inside.bottom() - wordHeight, inside.width(), wordHeight);
    const QRect above(inside.left(), inside.top(), inside.width(), below.top() - inside.top());
    const QString text = numberText();
    const QString unitWord = wall_words::unitText(mCounter.figure.unit);
    // By the height of the figures alone: they have no descenders.
    double size = std::min(11.0, static_cast<double>(above.height()) / unit());
    const auto unitSize = [](double number) { return std::max(1.0, number * 0.34); };
    const auto widthOf = [&](double number) {
        return QFontMetrics(textFont(number, QFont::DemiBold)).horizontalAdvance(text) +
               pixels(0.4) + QFontMetrics(textFont(unitSize(number))).horizontalAdvance(unitWord);
    };
    while (size > 1.2 && widthOf(size) > above.width()) {
        size -= 0.1;
    }
    const int base = above.bottom() - pixels(0.16 * size);
    painter.setFont(textFont(size, QFont::DemiBold));
    painter.setPen(tone);
    painter.drawText(QPoint(above.left(), base), text);
    const int start = above.left() + painter.fontMetrics().horizontalAdvance(text) + pixels(0.4);
    painter.setFont(textFont(unitSize(size)));
    painter.setPen(quietInk());
    painter.drawText(QPoint(start, base), unitWord);
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
