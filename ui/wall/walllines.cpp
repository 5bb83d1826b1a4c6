// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wall/walllines.h"

#include "ui/theme/theme.h"

#include <QFontMetrics>
#include <QPaintEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr double kLine = 1.32;   ///< height of a line, in the size of its text
constexpr double kLargest = 1.7; ///< text, in units
constexpr double kColumn = 30.0; ///< units: how wide a column of rows is at the least
constexpr int kMostColumns = 3;
constexpr double kRightShare = 0.45; ///< of the width, at most

} // namespace

WallLines::WallLines(const QString &name, QWidget *parent)
    : WallTile(name, parent)
    , mMotion(this)
{
    connect(&mMotion, &RowMotion::moved, this, [this] { update(body()); });
}

void WallLines::setContent(const LinesContent &content)
{
    const QList<WallLine> &lines = content.lines;
    const QString &empty = content.empty;
    const bool isSame = std::ranges::equal(lines, mLines, {}, &WallLine::key, &WallLine::key);
    if (isSame && lines == mLines && empty == mEmpty) {
        return;
    }
    const QList<WallLine> before = std::exchange(mLines, lines);
    mEmpty = empty;
    mTellsRest = !content.isEndless;
    const int width = mRightWidth;
    const double size = mSize;
    measure();
    if (isSame && !lines.isEmpty() && width == mRightWidth && size == mSize) {
        for (qsizetype i = 0; i < lines.size(); ++i) {
            if (lines.at(i) != before.at(i)) {
                update(rowBox(mMotion.positionOf(i)));
            }
        }
        return;
    }
    QStringList keys;
    for (const WallLine &line : lines) {
        keys.append(line.key);
    }
    mMotion.setRows(keys);
    update(body());
}

void WallLines::restyle()
{
    WallTile::restyle();
    measure();
}

void WallLines::measure()
{
    mHasLevels =
        std::ranges::any_of(mLines, [](const WallLine &line) { return line.level.has_value(); });
    mIsTwoLines = std::ranges::any_of(mLines, [](const WallLine &line) {
        return !line.detail.isEmpty() || !line.rightDetail.isEmpty();
    });
    // As large as the room allows for what there is, never smaller than the unit.
    const double lines = (mIsTwoLines ? 2.0 : 1.0) * kLine + 0.35;
    const double room = body().height() / (unit() * lines);
    const double needed = std::ceil(static_cast<double>(mLines.size()) / std::max(1.0, room));
    mColumns = std::clamp(
        static_cast<int>(std::min(needed, width() / (kColumn * unit()))), 1, kMostColumns);
    const double wide = columnWidth() / (22.0 * unit());
    const double each = std::ceil(static_cast<double>(mLines.size()) / mColumns);
    mSize = std::clamp(std::min(room / std::max(1.0, each), wide), 1.0, kLargest);
    while (mSize > 1.0 &&
           widest(mSize).first + widest(mSize).second > columnWidth() - pixels(2.4)) {
        mSize = std::max(1.0, mSize - 0.1); // rather smaller than cut
    }
    mRightWidth = std::min(widest(mSize).second + 1, static_cast<int>(columnWidth() * kRightShare));
}

int WallLines::gap(double size) const
{
    return pixels(0.6 * size);
}

std::pair<int, int> WallLines::widest(double size) const
{
    const QFontMetrics strong(textFont(size, QFont::DemiBold));
    const QFontMetrics plain(textFont(size));
    int left = 0;
    int right = 0;
    for (const WallLine &line : mLines) {
        left = std::max(
            {left, strong.horizontalAdvance(line.title), plain.horizontalAdvance(line.detail)});
        const int plainPart = strong.horizontalAdvance(line.rightPlain);
        right = std::max(
            {right,
             plainPart + (plainPart > 0 ? gap(size) : 0) + strong.horizontalAdvance(line.right),
             plain.horizontalAdvance(line.rightDetail)});
    }
    return {left + (mHasLevels ? pixels(size * 1.05 + 0.5) : 0), right};
}

double WallLines::rowHeight() const
{
    return ((mIsTwoLines ? 2.0 : 1.0) * kLine + 0.35) * mSize * unit();
}

int WallLines::visibleRows() const
{
    const int room = static_cast<int>((body().height() + 2) / rowHeight());
    if (mLines.size() <= room * mColumns || !mTellsRest) {
        return std::max(1, room);
    }
    // A line less, if need be, for how many there are besides.
    return std::max(0, static_cast<int>((body().height() - pixels(1.5)) / rowHeight()));
}

int WallLines::visibleLines() const
{
    return std::min(static_cast<int>(mLines.size()), visibleRows() * mColumns);
}

QRect WallLines::rowBox(double position) const
{
    const int rows = std::max(1, visibleRows());
    const int column = std::clamp(static_cast<int>(std::lround(position)) / rows, 0, mColumns - 1);
    const double top = body().top() + (position - column * rows) * rowHeight();
    const int first = static_cast<int>(std::lround(top));
    return {column * columnWidth(),
            first,
            columnWidth(),
            static_cast<int>(std::lround(top + rowHeight())) - first};
}

void WallLines::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    paintHead(painter, event->rect());
    const QRect area = body();
    if (!event->rect().intersects(area)) {
        return;
    }
    painter.setClipRect(area.intersected(event->rect()));
    if (mLines.isEmpty()) {
        paintEmpty(painter, mEmpty);
        return;
    }
    const int shown = visibleLines();
    for (int i = 0; i < shown; ++i) {
        const QRect box = rowBox(mMotion.positionOf(i));
        if (box.intersects(event->rect())) {
            paintLine(painter, box, mLines.at(i));
        }
    }
    const auto more = static_cast<int>(mLines.size()) - shown;
    if (more > 0 && mTellsRest) {
        const QRect last(
            pixels(0.6), area.bottom() - pixels(1.5), width() - pixels(1.2), pixels(1.5));
        painter.setFont(textFont(1.0));
        painter.fillRect(last, look().surface);
        paintText(painter, last, tr("and %n more", nullptr, more), quietInk(), Qt::AlignRight);
    }
}

void WallLines::paintLine(QPainter &painter, const QRect &box, const WallLine &line) const
{
    painter.fillRect(
        box.left() + pixels(0.6), box.top(), box.width() - pixels(1.2), 1, look().border);
    QRect inside = box.adjusted(pixels(0.6), pixels(0.15), -pixels(0.6), -pixels(0.1));
    if (mHasLevels) {
        const double side = pixels(mSize * 1.05);
        if (line.level) {
            paintLevel(painter,
                       QRectF(inside.left(), box.top() + (box.height() - side) / 2.0, side, side),
                       *line.level);
        }
        inside.setLeft(inside.left() + static_cast<int>(side) + pixels(0.5));
    }
    const bool isTwoLines = !line.detail.isEmpty() || !line.rightDetail.isEmpty();
    const int half = isTwoLines ? inside.height() / 2 : inside.height();
    const QRect right(inside.right() - mRightWidth, inside.top(), mRightWidth + 1, half);
    const QRect left(inside.left(),
                     inside.top(),
                     inside.width() - mRightWidth -
                         pixels(line.right.isEmpty() && line.rightPlain.isEmpty() ? 0.0 : 0.6),
                     half);
    painter.setFont(textFont(mSize, QFont::DemiBold));
    paintText(painter, left, line.title, textInk());
    const int told = paintText(painter, right, line.right, toneInk(line.tone), Qt::AlignRight);
    if (!line.rightPlain.isEmpty()) {
        const int taken = told > 0 ? told + gap(mSize) : 0;
        paintText(
            painter, right.adjusted(0, 0, -taken, 0), line.rightPlain, textInk(), Qt::AlignRight);
    }
    if (!isTwoLines) {
        return;
    }
    painter.setFont(textFont(mSize));
    paintText(painter, left.translated(0, half), line.detail, quietInk());
    const WallTone second = line.tone == WallTone::Plain ? WallTone::Muted : line.tone;
    paintText(
        painter, right.translated(0, half), line.rightDetail, toneInk(second), Qt::AlignRight);
}

} // namespace gridward
