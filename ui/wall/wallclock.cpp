// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wall/wallclock.h"

#include "ui/theme/theme.h"

#include <QEvent>
#include <QFontMetrics>
#include <QLocale>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace gridward {

WallClock::WallClock(QWidget *parent)
    : WallPanel(parent)
{
    setObjectName(u"wallClock"_s);
}

void WallClock::setTime(const QDateTime &time)
{
    mTime = time;
    compose();
}

void WallClock::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        compose();
    }
    WallPanel::changeEvent(event);
}

void WallClock::compose()
{
    const QString time = mTime.toString(u"HH:mm:ss"_s);
    const QString date =
        u"%1 %2"_s.arg(mTime.toString(u"yyyy-MM-dd"_s),
                       QLocale().standaloneDayName(mTime.date().dayOfWeek(), QLocale::LongFormat));
    if (time != mTimeText || date != mDateText) {
        mTimeText = time;
        mDateText = date;
        setAccessibleName(date + u' ' + time);
        update();
    }
}

void WallClock::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), look().rail);
    const QRect inside = rect().adjusted(0, 0, -pixels(0.6), 0);
    const bool stands = height() > pixels(6);
    const QRect upper = stands ? inside.adjusted(0, 0, 0, -pixels(2.8)) : inside;
    painter.setFont(textFont(3.6, QFont::DemiBold));
    const int taken = paintText(painter, upper, mTimeText, look().text, Qt::AlignRight);
    painter.setFont(textFont(1.5));
    const QRect rest = stands ? inside.adjusted(0, pixels(4), 0, -pixels(0.5))
                              : inside.adjusted(0, pixels(0.9), -taken - pixels(1.2), 0);
    paintText(painter, rest, mDateText, look().mutedText, Qt::AlignRight);
}

} // namespace gridward
