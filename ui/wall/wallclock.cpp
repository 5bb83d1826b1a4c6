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
    // The date goes beside the time while there is room for it; the time is what counts.
    painter.setFont(textFont(2.6, QFont::DemiBold));
    const int taken =
        paintText(painter, inside, mTimeText, inkOn(look().text, look().rail), Qt::AlignRight);
    painter.setFont(textFont(1.2));
    const QRect rest = inside.adjusted(0, 0, -taken - pixels(1.0), 0);
    if (QFontMetrics(painter.font()).horizontalAdvance(mDateText) <= rest.width()) {
        paintText(painter, rest, mDateText, inkOn(look().mutedText, look().rail), Qt::AlignRight);
    }
}

} // namespace gridward
