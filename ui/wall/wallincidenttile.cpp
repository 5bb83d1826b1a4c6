// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wall/wallincidenttile.h"

#include "ui/theme/theme.h"

#include <QFontMetrics>
#include <QPaintEvent>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr double kBand = 3.0;    ///< height of the band of the level, in units
constexpr double kLine = 1.32;   ///< height of a line, in the size of its text
constexpr double kLargest = 2.2; ///< times the sizes below

} // namespace

WallIncidentTile::WallIncidentTile(const QString &name, QWidget *parent)
    : WallTile(name, parent)
{
}

void WallIncidentTile::setContent(const IncidentContent &content)
{
    IncidentContent shown = content;
    shown.head = {}; // it goes by setHead()
    if (shown != mContent) {
        mContent = shown;
        setAccessibleName(shown.title);
        update();
    }
}

void WallIncidentTile::setEmptyText(const QString &text)
{
    if (text != mEmpty) {
        mEmpty = text;
        update();
    }
}

QList<WallIncidentTile::Line> WallIncidentTile::lines() const
{
    const WallTone clock = mContent.isLate ? WallTone::Alarm : WallTone::Plain;
    QString who = mContent.unit;
    if (!mContent.people.isEmpty()) {
        who += u" · "_s + mContent.people;
    }
    QList<Line> lines{{mContent.title, 2.2, QFont::Bold, WallTone::Plain},
                      {mContent.place, 1.5, QFont::DemiBold, WallTone::Plain},
                      {mContent.address, 1.1, QFont::Normal, WallTone::Plain},
                      {mContent.near, 1.0, QFont::Normal, WallTone::Muted},
                      {mContent.since, 1.2, QFont::Normal, WallTone::Plain},
                      {mContent.clock, 1.5, QFont::DemiBold, clock},
                      {who, 1.2, QFont::DemiBold, WallTone::Plain},
                      {mContent.scene, 1.1, QFont::Normal, mContent.sceneTone}};
    lines.removeIf([](const Line &line) { return line.text.isEmpty(); });
    return lines;
}

void WallIncidentTile::paintBand(QPainter &painter, const QRect &box, double scale) const
{
    const QColor ground = levelInk(mContent.level);
    painter.fillRect(box, ground);
    const double side = 1.4 * scale * unit();
    const QRectF mark(
        box.left() + pixels(0.8), box.top() + (box.height() - side) / 2.0, side, side);
    paintLevel(painter, mark, mContent.level, inkOn(look().text, ground));
    painter.setFont(textFont(1.6 * scale, QFont::Bold));
    const auto left = static_cast<int>(mark.right()) + pixels(0.8);
    paintText(painter,
              QRect(left, box.top(), box.right() - left, box.height()),
              mContent.levelWord,
              inkOn(look().text, ground));
}

void WallIncidentTile::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    paintHead(painter, event->rect());
    if (!mContent.isThere) {
        paintEmpty(painter, mEmpty);
        return;
    }
    const QRect area = body().adjusted(pixels(0.6), 0, -pixels(0.6), -pixels(0.4));
    const QList<Line> all = lines();
    double height = kBand;
    for (const Line &line : all) {
        height += line.size * kLine + 0.2;
    }
    double scale = std::clamp(area.height() / (height * unit()), 1.0, kLargest);
    const auto widest = [&](double by) {
        int width = 0;
        for (const Line &line : all) {
            width = std::max(width,
                             QFontMetrics(textFont(std::max(1.0, line.size * by), line.weight))
                                 .horizontalAdvance(line.text));
        }
        return width;
    };
    while (scale > 1.0 && widest(scale) > area.width()) {
        scale = std::max(1.0, scale - 0.1);
    }
    const QRect band(area.left(), area.top(), area.width(), pixels(kBand * scale));
    paintBand(painter, band, scale);
    int top = band.bottom() + pixels(0.3 * scale);
    for (const Line &line : all) {
        const double size = std::max(1.0, line.size * scale);
        const QRect box(area.left(), top, area.width(), pixels(size * kLine));
        if (box.bottom() > area.bottom() + pixels(0.4)) {
            break; // what comes first matters most
        }
        painter.setFont(textFont(size, line.weight));
        paintText(painter, box, line.text, toneInk(line.tone));
        top = box.bottom() + pixels(0.2 * scale);
    }
}

} // namespace gridward
