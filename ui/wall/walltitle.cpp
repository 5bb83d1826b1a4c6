// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wall/walltitle.h"

#include "ui/theme/theme.h"

#include <QFontMetrics>
#include <QPainter>

#include <algorithm>

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

void WallTitle::setScene(const QString &title)
{
    if (title != mScene) {
        mScene = title;
        update();
    }
}

void WallTitle::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), look().rail);
    painter.fillRect(0, height() - 1, width(), 1, look().border);
    const QColor strong = inkOn(look().text, look().rail);
    // Name and scene upon each other: the band is low and the notice wants room beside them.
    const int half = height() / 2;
    const int left = pixels(0.8);
    const auto room = [this](int from, double most) {
        return std::max(0, std::min(pixels(most), mRoom - from));
    };
    painter.setFont(textFont(1.6, QFont::Bold));
    const int named =
        paintText(painter, QRect(left, pixels(0.2), room(left, 17), half), mName, strong);
    const QFont sceneFont = textFont(1.4, QFont::DemiBold);
    const QFont badgeFont = textFont(1.0, QFont::DemiBold);
    const int badgeWidth = QFontMetrics(badgeFont).horizontalAdvance(mBadge) + pixels(1.0);
    // Beside the name, beside the scene, or in its place: that nothing of it is real is said.
    const auto behind = [&](int taken) { return left + taken + pixels(taken > 0 ? 0.9 : 0); };
    const auto fits = [&](int from) { return mBadge.isEmpty() || from + badgeWidth <= mRoom; };
    const int sceneWidth = std::min(QFontMetrics(sceneFont).horizontalAdvance(mScene), pixels(24));
    const bool isAbove = fits(behind(named));
    const bool showsScene = isAbove || fits(behind(sceneWidth));
    if (showsScene) {
        painter.setFont(sceneFont);
        paintText(painter,
                  QRect(left, half - pixels(0.1), room(left, 24), half - pixels(0.1)),
                  mScene,
                  strong);
    }
    if (mBadge.isEmpty()) {
        return;
    }
    painter.setFont(badgeFont);
    const QRect badge(isAbove      ? behind(named)
                      : showsScene ? behind(sceneWidth)
                                   : left,
                      (isAbove ? pixels(0.2) : half) + (half - pixels(1.6)) / 2,
                      badgeWidth,
                      pixels(1.6));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(look().warningGround);
    painter.drawRoundedRect(badge, pixels(0.3), pixels(0.3));
    paintText(
        painter, badge, mBadge, inkOn(look().warningText, look().warningGround), Qt::AlignHCenter);
}

void WallTitle::setRoom(int pixels)
{
    if (pixels != mRoom) {
        mRoom = pixels;
        update();
    }
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
    double size = std::clamp(height() / (1.5 * unit()), 1.0, 2.2);
    const QRect inside = rect().adjusted(pixels(1), 0, -pixels(0.5), 0);
    painter.setFont(textFont(size, QFont::Bold));
    while (size > 1.0 && QFontMetrics(painter.font()).horizontalAdvance(mText) > inside.width()) {
        size -= 0.1;
        painter.setFont(textFont(size, QFont::Bold));
    }
    paintText(
        painter, inside, mText, inkOn(look().errorText, look().errorGround), Qt::AlignHCenter);
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
    const QColor strong = inkOn(mIsError ? look().errorText : look().text, look().window);
    paintText(painter,
              QRect(inside.left(), middle - pixels(5), inside.width(), pixels(4.4)),
              mTitle,
              strong,
              Qt::AlignHCenter);
    painter.setFont(textFont(1.6));
    painter.setPen(inkOn(look().mutedText, look().window));
    painter.drawText(QRect(inside.left(), middle, inside.width(), pixels(8)),
                     Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap,
                     mText);
}

} // namespace gridward
