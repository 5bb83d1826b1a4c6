// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wall/wallcaselist.h"

#include "ui/theme/theme.h"

#include <QFontMetrics>
#include <QPaintEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr double kLine = 1.3; ///< of three lines that do not touch, in the size of their text

} // namespace

WallCaseList::WallCaseList(const QString &name, int capacity, QWidget *parent)
    : WallTile(name, parent)
    , mCapacity(capacity)
    , mMotion(this)
{
    connect(&mMotion, &RowMotion::moved, this, [this] { update(body()); });
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
                update(rowBox(mMotion.positionOf(i)));
            }
        }
        return;
    }
    QStringList keys;
    for (const WallRow &row : wanted) {
        keys.append(row.id.toString());
    }
    mRows = wanted;
    mMotion.setRows(keys);
    update(body());
}

double WallCaseList::rowHeight() const
{
    const double least = (3.0 * kLine + 0.5) * unit();
    const double most = 10.0 * unit();
    const auto room = static_cast<double>(body().height());
    const double fitting = std::max(1.0, std::floor((room + 2.0) / least));
    return std::min(most, room / std::clamp(static_cast<double>(mRows.size()), 1.0, fitting));
}

int WallCaseList::visibleRows() const
{
    const int room = static_cast<int>((body().height() + 2) / rowHeight());
    return std::min(room, static_cast<int>(mRows.size()));
}

QRect WallCaseList::rowBox(double position) const
{
    const double height = rowHeight();
    const double top = body().top() + position * height;
    const int first = static_cast<int>(std::lround(top));
    return {0, first, width(), static_cast<int>(std::lround(top + height)) - first};
}

void WallCaseList::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    paintHead(painter, event->rect());
    painter.setClipRect(body().intersected(event->rect()));
    if (mRows.isEmpty()) {
        paintEmpty(painter, mEmptyText);
        return;
    }
    const int shown = visibleRows();
    for (int i = 0; i < shown; ++i) {
        const QRect box = rowBox(mMotion.positionOf(i));
        if (box.intersects(event->rect())) {
            paintRow(painter, box, mRows.at(i));
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
    const QColor ground = isStale() ? look().hover : look().errorGround;
    paintText(painter, word, row.levelWord, inkOn(look().text, ground), Qt::AlignHCenter);
}

void WallCaseList::paintRow(QPainter &painter, const QRect &box, const WallRow &row) const
{
    const QRect ground = box.adjusted(pixels(0.4), pixels(0.1), -pixels(0.4), -pixels(0.2));
    const QColor below = isStale() ? look().hover : look().errorGround;
    painter.fillRect(ground, below);
    painter.fillRect(QRect(ground.topLeft(), QSize(pixels(0.45), ground.height())),
                     levelInk(row.level));
    const double most = static_cast<double>(width()) / (31.0 * unit());
    const double t =
        std::clamp((rowHeight() / unit() - 0.5) / (3.0 * kLine), 1.0, std::max(1.0, most));
    const QRect inside = ground.adjusted(pixels(0.9), pixels(0.1), -pixels(0.5), -pixels(0.1));
    painter.setFont(textFont(t, QFont::DemiBold));
    int widest = pixels(t * 1.4);
    for (const WallRow &one : mRows) {
        widest = std::max(widest, painter.fontMetrics().horizontalAdvance(one.levelWord));
    }
    const QRect level(inside.left(), inside.top(), widest + pixels(0.4), inside.height());
    paintLevelColumn(painter, level, row, t);

    // Where it is has a line of its own: that is what people go by.
    const int left = level.right() + pixels(0.5);
    const int line = inside.height() / 3;
    const QRect first(left, inside.top(), inside.right() - left, line);
    const QColor plain = inkOn(look().text, below);
    painter.setFont(textFont(t, QFont::Bold));
    const int clock = paintText(painter,
                                first,
                                row.clock,
                                row.isPressing ? inkOn(look().errorText, below) : plain,
                                Qt::AlignRight);
    paintText(painter, first.adjusted(0, 0, -clock - pixels(0.6), 0), row.title, plain);
    painter.setFont(textFont(t));
    paintText(painter, first.translated(0, line), row.place, plain);
    const QRect last = first.translated(0, 2 * line);
    const int since =
        paintText(painter, last, tr("since %1").arg(row.since), plain, Qt::AlignRight);
    painter.setFont(textFont(t, QFont::DemiBold));
    paintText(painter, last.adjusted(0, 0, -since - pixels(0.6), 0), row.unit, plain);
}

} // namespace gridward
