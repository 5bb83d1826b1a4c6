// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wall/wallcaselist.h"

#include "models/domain/language.h"
#include "ui/theme/theme.h"

#include <QFontMetrics>
#include <QPaintEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr int kMoveTime = 450; ///< milliseconds
constexpr double kHeading = 2.3;
constexpr double kLine = 1.3;     ///< of three lines that do not touch, in the size of their text
constexpr double kSmallest = 0.9; ///< text of a row

} // namespace

WallCaseList::WallCaseList(const QString &name, Style style, int capacity, QWidget *parent)
    : WallPanel(parent)
    , mStyle(style)
    , mCapacity(capacity)
{
    setObjectName(name);
    mMove.setDuration(kMoveTime);
    mMove.setStartValue(0.0);
    mMove.setEndValue(1.0);
    mMove.setEasingCurve(QEasingCurve::OutCubic);
    connect(&mMove, &QVariantAnimation::valueChanged, this, [this] { update(rowArea()); });
}

void WallCaseList::setHeading(const QString &heading)
{
    if (heading != mHeading) {
        mHeading = heading;
        setAccessibleName(heading);
        update(0, 0, width(), rowArea().top());
    }
}

void WallCaseList::setEmptyText(const QString &text)
{
    if (text != mEmptyText) {
        mEmptyText = text;
        if (mRows.isEmpty()) {
            update();
        }
    }
}

void WallCaseList::setRows(const QList<WallRow> &rows)
{
    const QList<WallRow> wanted = rows.mid(0, mCapacity);
    if (wanted == mRows) {
        return;
    }
    const bool sameOrder = std::ranges::equal(wanted, mRows, {}, &WallRow::id, &WallRow::id);
    if (sameOrder) {
        for (qsizetype i = 0; i < wanted.size(); ++i) {
            if (wanted.at(i) != mRows.at(i)) {
                mRows[i] = wanted.at(i);
                update(rowBox(positionOf(i)));
            }
        }
        return;
    }
    QHash<QUuid, double> before;
    for (qsizetype i = 0; i < mRows.size(); ++i) {
        before.insert(mRows.at(i).id, positionOf(i));
    }
    mRows = wanted;
    startMoving(before);
    update(rowArea());
}

void WallCaseList::startMoving(const QHash<QUuid, double> &before)
{
    mMove.stop();
    mFrom.clear();
    if (before.isEmpty() || !isVisible()) {
        return; // the first ones are simply there
    }
    int entering = 0;
    for (const WallRow &row : std::as_const(mRows)) {
        entering += before.contains(row.id) ? 0 : 1;
    }
    for (qsizetype i = 0; i < mRows.size(); ++i) {
        const QUuid &id = mRows.at(i).id;
        mFrom.insert(id, before.value(id, static_cast<double>(i - entering)));
    }
    mMove.start();
}

double WallCaseList::positionOf(qsizetype index) const
{
    const double target = static_cast<double>(index);
    if (mMove.state() != QAbstractAnimation::Running) {
        return target;
    }
    const double from = mFrom.value(mRows.at(index).id, target);
    return from + (target - from) * mMove.currentValue().toDouble();
}

QRect WallCaseList::rowArea() const
{
    return rect().adjusted(0, pixels(kHeading), 0, 0);
}

double WallCaseList::rowHeight() const
{
    // Newest cases always keep the height of ten; what burns fills the room there is.
    const bool prominent = mStyle == Style::Prominent;
    const double least = (prominent ? 4.1 : 2.55) * unit();
    const double most = (prominent ? 10.0 : 5.6) * unit();
    const auto room = static_cast<double>(rowArea().height());
    const double fitting = std::max(1.0, std::floor((room + 2.0) / least));
    const auto wanted = static_cast<double>(prominent ? mRows.size() : mCapacity);
    return std::min(most, room / std::clamp(wanted, 1.0, fitting));
}

int WallCaseList::visibleRows() const
{
    const int room = static_cast<int>((rowArea().height() + 2) / rowHeight());
    return std::min(room, static_cast<int>(mRows.size()));
}

QRect WallCaseList::rowBox(double position) const
{
    const double height = rowHeight();
    const double top = rowArea().top() + position * height;
    const int first = static_cast<int>(std::lround(top));
    return {0, first, width(), static_cast<int>(std::lround(top + height)) - first};
}

void WallCaseList::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    painter.fillRect(event->rect(), look().surface);
    const QRect head(pixels(0.6), 0, width() - pixels(1.2), pixels(kHeading));
    const int shown = visibleRows();
    if (event->rect().intersects(head)) {
        QRect words = head;
        if (shown < mRows.size()) {
            painter.setFont(textFont(1.0));
            words.setRight(words.right() -
                           paintText(painter,
                                     head,
                                     tr("first %1 shown").arg(shown),
                                     ink(look().mutedText),
                                     Qt::AlignRight) -
                           pixels(0.6));
        }
        const double size = std::clamp(width() / (34.0 * unit()), 1.3, 1.8);
        painter.setFont(textFont(size, QFont::DemiBold));
        paintText(painter, words, mHeading, ink(look().text));
    }
    const QRect area = rowArea();
    painter.setClipRect(area.intersected(event->rect()));
    if (mRows.isEmpty()) {
        painter.setFont(textFont(1.3));
        painter.setPen(ink(look().mutedText));
        painter.drawText(area.adjusted(pixels(1), 0, -pixels(1), -pixels(1)),
                         Qt::AlignCenter | Qt::TextWordWrap,
                         mEmptyText);
        return;
    }
    for (int i = 0; i < shown; ++i) {
        const QRect box = rowBox(positionOf(i));
        if (!box.intersects(event->rect())) {
            continue;
        }
        if (mStyle == Style::Rows) {
            paintRow(painter, box, mRows.at(i));
        } else {
            paintProminent(painter, box, mRows.at(i));
        }
    }
}

void WallCaseList::paintLevelColumn(QPainter &painter,
                                    const QRect &box,
                                    const WallRow &row,
                                    double t) const
{
    const double side = pixels(t * 1.05);
    const QRect word(box.left(), box.center().y(), box.width(), box.bottom() - box.center().y());
    paintLevel(painter,
               QRectF(box.center().x() - side / 2.0,
                      box.top() + (box.height() / 2.0 - side) / 2.0 + pixels(0.1),
                      side,
                      side),
               row.level);
    painter.setFont(textFont(t, QFont::DemiBold));
    paintText(painter, word, row.levelWord, ink(look().text), Qt::AlignHCenter);
}

void WallCaseList::paintRow(QPainter &painter, const QRect &box, const WallRow &row) const
{
    painter.fillRect(
        box.left() + pixels(0.6), box.top(), box.width() - pixels(1.2), 1, look().border);
    const double most = static_cast<double>(width()) / (36.0 * unit());
    // By what a row should have: boxes differ by a pixel, and their words would stand elsewhere.
    const double t = std::clamp(rowHeight() / (2.7 * unit()), 1.0, std::max(1.0, most));
    const QRect inside = box.adjusted(pixels(0.6), pixels(0.15), -pixels(0.6), -pixels(0.1));
    const QRect level(inside.left(), inside.top(), pixels(t * 4.0), inside.height());
    paintLevelColumn(painter, level, row, t);

    const int left = level.right() + pixels(0.6);
    // Units have long names in English, places and classes need the room in Chinese.
    const int share = !isEnglish() ? 53 : 46;
    const int middle = left + (inside.right() - left) * share / 100;
    const int half = inside.height() / 2;
    const QRect upperLeft(left, inside.top(), middle - left - pixels(0.5), half);
    const QRect upperRight(middle, inside.top(), inside.right() - middle, half);
    const QRect lowerLeft = upperLeft.translated(0, half);
    const QRect lowerRight = upperRight.translated(0, half);
    painter.setFont(textFont(t, QFont::DemiBold));
    paintText(painter, upperLeft, row.title, ink(look().text));
    const int taken = paintText(painter, upperRight, row.since, ink(look().text));
    painter.setFont(textFont(t));
    const QColor stateInk = row.overdue ? look().errorText : look().mutedText;
    paintText(painter,
              upperRight.adjusted(taken + pixels(0.7), 0, 0, 0),
              row.overdue ? u"%1 · %2"_s.arg(row.state, row.clock) : row.state,
              ink(stateInk));
    paintText(painter, lowerLeft, row.place, ink(look().mutedText));
    paintText(painter, lowerRight, row.unit, ink(look().text));
}

void WallCaseList::paintProminent(QPainter &painter, const QRect &box, const WallRow &row) const
{
    const QRect ground = box.adjusted(pixels(0.4), pixels(0.1), -pixels(0.4), -pixels(0.2));
    painter.fillRect(ground, isStale() ? look().hover : look().errorGround);
    painter.fillRect(QRect(ground.topLeft(), QSize(pixels(0.45), ground.height())),
                     levelInk(row.level));
    const double most = static_cast<double>(width()) / (31.0 * unit());
    const double t = std::clamp(
        (rowHeight() / unit() - 0.5) / (3.0 * kLine), kSmallest, std::max(kSmallest, most));
    const QRect inside = ground.adjusted(pixels(0.9), pixels(0.1), -pixels(0.5), -pixels(0.1));
    const QRect level(inside.left(), inside.top(), pixels(t * 4.7), inside.height());
    paintLevelColumn(painter, level, row, t * 1.1);

    const int left = level.right() + pixels(0.6);
    const int share = !isEnglish() ? 52 : 46;
    const int middle = left + (inside.right() - left) * share / 100;
    const int line = inside.height() / 3;
    const QRect first(left, inside.top(), middle - left - pixels(0.5), line);
    const QRect other(middle, inside.top(), inside.right() - middle, line);
    const QColor strong = isStale() ? look().text : look().errorText;
    painter.setFont(textFont(t * 1.1, QFont::Bold));
    paintText(painter, first, row.title, isStale() ? look().mutedText : look().text);
    paintText(painter, other, row.clock, ink(strong));
    painter.setFont(textFont(t));
    const QColor plain = isStale() ? look().mutedText : look().text;
    paintText(painter, first.translated(0, line), row.place, plain);
    paintText(painter, first.translated(0, 2 * line), row.address, plain);
    paintText(painter, other.translated(0, 2 * line), tr("Since %1").arg(row.since), plain);
    painter.setFont(textFont(t, QFont::DemiBold));
    paintText(painter, other.translated(0, line), row.unit, plain);
}

} // namespace gridward
