// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wall/walltitle.h"

#include "ui/theme/theme.h"

#include <QFontMetrics>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace gridward {

WallTitle::WallTitle(QWidget *parent)
    : WallPanel(parent)
{
    setObjectName(u"wallTitle"_s);
}

void WallTitle::setDistrict(const QString &name, const QString &badge)
{
    if (name != mName || badge != mBadge) {
        mName = name;
        mBadge = badge;
        setAccessibleName(name);
        setAccessibleDescription(badge);
        update();
    }
}

void WallTitle::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), look().rail);
    painter.fillRect(0, height() - 1, width(), 1, look().border);
    const int line = height() > pixels(6) ? height() - pixels(2.7) : height();
    painter.setFont(textFont(2.5, QFont::Bold));
    const int left = pixels(0.8);
    const int taken = paintText(painter, QRect(left, 0, pixels(20), line), mName, look().text);
    if (mBadge.isEmpty()) {
        return;
    }
    painter.setFont(textFont(1.3, QFont::DemiBold));
    const QFontMetrics metrics(painter.font());
    const int start = left + taken + pixels(taken > 0 ? 0.9 : 0);
    const QRect badge(start,
                      (line - pixels(2.2)) / 2,
                      metrics.horizontalAdvance(mBadge) + pixels(1.2),
                      pixels(2.2));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(look().warningGround);
    painter.drawRoundedRect(badge, pixels(0.4), pixels(0.4));
    paintText(painter, badge, mBadge, look().warningText, Qt::AlignHCenter);
}

WallNotice::WallNotice(QWidget *parent)
    : WallPanel(parent)
{
    setObjectName(u"wallNotice"_s);
}

void WallNotice::setText(const QString &text)
{
    if (text != mText) {
        mText = text;
        setAccessibleName(text);
        update();
    }
}

void WallNotice::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), look().errorGround);
    painter.fillRect(0, 0, pixels(0.5), height(), look().errorText);
    double size = 2.2;
    const QRect inside = rect().adjusted(pixels(1), 0, -pixels(0.5), 0);
    painter.setFont(textFont(size, QFont::Bold));
    while (size > 1.0 && QFontMetrics(painter.font()).horizontalAdvance(mText) > inside.width()) {
        size -= 0.1;
        painter.setFont(textFont(size, QFont::Bold));
    }
    paintText(painter, inside, mText, look().errorText, Qt::AlignHCenter);
}

WallPlaceholder::WallPlaceholder(QWidget *parent)
    : WallPanel(parent)
{
    setObjectName(u"wallPlaceholder"_s);
}

void WallPlaceholder::setWords(const QString &title, const QString &text, bool isError)
{
    if (title != mTitle || text != mText || isError != mIsError) {
        mTitle = title;
        mText = text;
        mIsError = isError;
        setAccessibleName(title);
        setAccessibleDescription(text);
        update();
    }
}

void WallPlaceholder::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), look().window);
    const int middle = height() / 2;
    const QRect inside = rect().adjusted(pixels(2), 0, -pixels(2), 0);
    painter.setFont(textFont(3.2, QFont::DemiBold));
    const QColor strong = mIsError ? look().errorText : look().text;
    paintText(painter,
              QRect(inside.left(), middle - pixels(5), inside.width(), pixels(4.4)),
              mTitle,
              strong,
              Qt::AlignHCenter);
    painter.setFont(textFont(1.6));
    painter.setPen(look().mutedText);
    painter.drawText(QRect(inside.left(), middle, inside.width(), pixels(8)),
                     Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap,
                     mText);
}

} // namespace gridward
