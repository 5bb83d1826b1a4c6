// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wall/wallcounter.h"

#include "ui/theme/theme.h"

#include <QFontMetrics>
#include <QLocale>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

WallCounter::WallCounter(const QString &name, Tone tone, QWidget *parent)
    : WallPanel(parent)
    , mTone(tone)
{
    setObjectName(name);
}

void WallCounter::setWord(const QString &word)
{
    if (word != mWord) {
        mWord = word;
        setAccessibleName(word);
        update();
    }
}

void WallCounter::setNumber(std::optional<int> number)
{
    if (number != mNumber) {
        mNumber = number;
        setAccessibleDescription(numberText());
        update();
    }
}

QString WallCounter::numberText() const
{
    // Grouped the same way in both languages.
    return mNumber ? QLocale(QLocale::English).toString(*mNumber) : u"–"_s;
}

void WallCounter::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), look().surface);
    const bool alarmed = mNumber.value_or(0) > 0;
    const QColor tone = !alarmed || mTone == Tone::Plain ? look().text
                        : mTone == Tone::Alarm           ? look().errorText
                                                         : look().warningText;
    if (alarmed && mTone != Tone::Plain) {
        painter.fillRect(0, 0, pixels(0.4), height(), ink(tone));
    }
    const QRect inside = rect().adjusted(pixels(1), pixels(0.3), -pixels(0.5), -pixels(0.4));
    const double wordSize = std::clamp(height() / (5.4 * unit()), 1.2, 2.4);
    const QRect below(inside.left(),
                      inside.bottom() - pixels(wordSize * 1.35),
                      inside.width(),
                      pixels(wordSize * 1.35));
    const QRect above(inside.left(), inside.top(), inside.width(), below.top() - inside.top());
    const QString text = numberText();
    // By the height of the figures alone: they have no descenders.
    double size = std::min(13.0, static_cast<double>(above.height()) / unit());
    painter.setFont(textFont(size, QFont::DemiBold));
    while (size > 2.0 && QFontMetrics(painter.font()).horizontalAdvance(text) > above.width()) {
        size -= 0.2;
        painter.setFont(textFont(size, QFont::DemiBold));
    }
    painter.setPen(ink(tone));
    painter.drawText(QPoint(above.left(), above.bottom() - pixels(0.16 * size)), text);
    size = wordSize;
    painter.setFont(textFont(size, QFont::Medium));
    while (size > 1.0 && QFontMetrics(painter.font()).horizontalAdvance(mWord) > below.width()) {
        size -= 0.1;
        painter.setFont(textFont(size, QFont::Medium));
    }
    paintText(painter, below, mWord, ink(look().mutedText));
}

} // namespace gridward
