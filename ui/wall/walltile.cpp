// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wall/walltile.h"

#include "ui/theme/theme.h"

#include <QFontMetrics>
#include <QPainter>

#include <algorithm>

namespace gridward {

namespace {

constexpr int kMoveTime = 450;     ///< milliseconds
constexpr double kTitleSize = 1.4; ///< units
constexpr double kNoteSize = 1.0;
constexpr double kNoteLine = 1.4; ///< height of a line of it
constexpr double kEdge = 0.6;

} // namespace

WallTile::WallTile(const QString &name, QWidget *parent)
    : WallPanel(parent)
{
    setObjectName(name);
}

void WallTile::setHead(const QString &title, const QString &note)
{
    if (title == mTitle && note == mNote) {
        return;
    }
    mTitle = title;
    mNote = note;
    setAccessibleName(title);
    setAccessibleDescription(note);
    const int before = mHeadHeight;
    WallTile::restyle();
    if (before != mHeadHeight) {
        restyle();
        update();
    } else {
        update(0, 0, width(), mHeadHeight);
    }
}

void WallTile::setMark(const QString &mark)
{
    if (mark != mMark) {
        mMark = mark;
        restyle();
        update();
    }
}

void WallTile::restyle()
{
    const QFontMetrics title(textFont(kTitleSize, QFont::DemiBold));
    const QFontMetrics note(textFont(kNoteSize));
    const QString beside = mMark.isEmpty() ? mNote : mMark;
    const int wanted = title.horizontalAdvance(mTitle) + note.horizontalAdvance(beside);
    mNoteLines = beside.isEmpty() || wanted + pixels(2.5 * kEdge) <= width() ? 0 : 1;
    if (mNoteLines > 0 && note.horizontalAdvance(beside) > width() - 2 * pixels(kEdge)) {
        mNoteLines = 2;
    }
    mHeadHeight = pixels(kTitleSize * 1.5) + pixels(0.1 + kNoteLine * mNoteLines);
}

QRect WallTile::body() const
{
    return rect().adjusted(0, mHeadHeight, 0, 0);
}

void WallTile::paintHead(QPainter &painter, const QRect &exposed) const
{
    painter.fillRect(exposed, look().surface);
    if (exposed.top() >= mHeadHeight) {
        return;
    }
    const QRect head(pixels(kEdge), 0, width() - 2 * pixels(kEdge), mHeadHeight);
    const int line = pixels(kTitleSize * 1.5);
    const QString text = mMark.isEmpty() ? mNote : mMark;
    const QRect beside = mNoteLines == 0 ? QRect(head.left(), 0, head.width(), line)
                                         : head.adjusted(0, line - pixels(0.2), 0, -pixels(0.1));
    const int side = mNoteLines == 0 ? Qt::AlignRight : Qt::AlignLeft;
    const int flags = side | Qt::AlignVCenter | (mNoteLines == 2 ? Qt::TextWordWrap : 0);
    painter.setFont(textFont(kNoteSize, mMark.isEmpty() ? QFont::Normal : QFont::DemiBold));
    const QRect taken =
        text.isEmpty() ? QRect() : painter.fontMetrics().boundingRect(beside, flags, text);
    if (!mMark.isEmpty()) {
        painter.fillRect(taken.adjusted(-pixels(0.3), 0, pixels(0.3), 0), look().warningGround);
    }
    painter.setPen(mMark.isEmpty() ? quietInk() : inkOn(look().warningText, look().warningGround));
    painter.drawText(beside, flags, text);
    painter.setFont(textFont(kTitleSize, QFont::DemiBold));
    const int cut = mNoteLines == 0 && !text.isEmpty() ? taken.width() + pixels(kEdge) : 0;
    paintText(painter, QRect(head.left(), 0, head.width() - cut, line), mTitle, textInk());
}

void WallTile::paintEmpty(QPainter &painter, const QString &text) const
{
    painter.setFont(textFont(1.3));
    painter.setPen(quietInk());
    painter.drawText(body().adjusted(pixels(1), 0, -pixels(1), -pixels(1)),
                     Qt::AlignCenter | Qt::TextWordWrap,
                     text);
}

RowMotion::RowMotion(QWidget *widget)
    : QObject(widget)
    , mWidget(widget)
{
    mMove.setDuration(kMoveTime);
    mMove.setStartValue(0.0);
    mMove.setEndValue(1.0);
    mMove.setEasingCurve(QEasingCurve::OutCubic);
    connect(&mMove, &QVariantAnimation::valueChanged, this, &RowMotion::moved);
}

void RowMotion::setRows(const QStringList &keys)
{
    if (keys == mKeys) {
        return;
    }
    QHash<QString, double> before;
    for (qsizetype i = 0; i < mKeys.size(); ++i) {
        before.insert(mKeys.at(i), positionOf(i));
    }
    mMove.stop();
    mFrom.clear();
    mKeys = keys;
    if (before.isEmpty() || !mWidget->isVisible()) {
        return; // the first ones are simply there
    }
    const auto entering = std::ranges::count_if(
        keys, [&before](const QString &key) { return !before.contains(key); });
    for (qsizetype i = 0; i < keys.size(); ++i) {
        mFrom.insert(keys.at(i), before.value(keys.at(i), static_cast<double>(i - entering)));
    }
    mMove.start();
}

double RowMotion::positionOf(qsizetype index) const
{
    const auto target = static_cast<double>(index);
    if (!isMoving()) {
        return target;
    }
    const double from = mFrom.value(mKeys.at(index), target);
    return from + (target - from) * mMove.currentValue().toDouble();
}

} // namespace gridward
