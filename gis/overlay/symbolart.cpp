// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/overlay/symbolart.h"

#include "models/view/levelcolors.h"

#include <QFile>
#include <QPainter>
#include <QPainterPath>
#include <QSvgRenderer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

/** Radii of the discs of clusters, logical pixels; the overdue arc runs just outside. */
constexpr std::array kDiscs{11.5, 13.5, 15.5, 18.0};
constexpr double kArcWidth = 2.5;
constexpr double kRing = 15.5; ///< radius of the ring around a single overdue case

QColor ground(MapTheme theme)
{
    return theme == MapTheme::Day ? QColor(255, 255, 255) : QColor(16, 20, 27);
}

/** The shape of a level, of this half width. */
QPainterPath levelShape(CaseLevel level, double half)
{
    QPainterPath path;
    switch (level) {
    case CaseLevel::Blue:
        path.addEllipse(QPointF(0, 0), half, half);
        break;
    case CaseLevel::Yellow:
        path.moveTo(0, -1.15 * half);
        path.lineTo(1.2 * half, 0.85 * half);
        path.lineTo(-1.2 * half, 0.85 * half);
        path.closeSubpath();
        break;
    case CaseLevel::Orange:
        path.moveTo(0, -1.2 * half);
        path.lineTo(1.2 * half, 0);
        path.lineTo(0, 1.2 * half);
        path.lineTo(-1.2 * half, 0);
        path.closeSubpath();
        break;
    case CaseLevel::Red:
        path.addRect(QRectF(-0.92 * half, -0.92 * half, 1.84 * half, 1.84 * half));
        break;
    }
    return path;
}

QPen outline(MapTheme theme, double width)
{
    return {ground(theme), width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin};
}

} // namespace

QColor levelColor(CaseLevel level, MapTheme theme)
{
    return QColor(levelFillRgb(level, theme == MapTheme::Day ? Daylight::Day : Daylight::Night));
}

QColor levelInk(CaseLevel level, MapTheme theme)
{
    const bool onDark = level == CaseLevel::Blue || level == CaseLevel::Red;
    return theme == MapTheme::Day && onDark ? QColor(255, 255, 255) : QColor(0x16, 0x1b, 0x24);
}

QColor overdueColor(MapTheme theme)
{
    return theme == MapTheme::Day ? QColor(0xa6, 0x0a, 0x84) : QColor(0xff, 0x7b, 0xe0);
}

QColor staffColor(MapTheme theme)
{
    return theme == MapTheme::Day ? QColor(0x0b, 0x7a, 0x75) : QColor(0x4f, 0xd1, 0xc5);
}

int clusterSizeOf(int count)
{
    return count < 10 ? 0 : count < 100 ? 1 : count < 1000 ? 2 : 3;
}

int overdueStepsOf(int overdue, int count)
{
    if (overdue <= 0 || count <= 0) {
        return 0;
    }
    return std::clamp(overdue * kOverdueSteps / count, 1, kOverdueSteps);
}

QString countText(int count, bool chinese)
{
    if (count < 10'000) {
        return QString::number(count);
    }
    if (!chinese) {
        return u"%1k"_s.arg(count / 1000);
    }
    // Cut, not rounded: the number never promises more than there is.
    const int tenths = count / 1000;
    return tenths % 10 == 0 || tenths >= 100 ? u"%1万"_s.arg(tenths / 10)
                                             : u"%1.%2万"_s.arg(tenths / 10).arg(tenths % 10);
}

SymbolArt::SymbolArt(MapTheme theme)
    : mTheme(theme)
{
    for (int i = 1; i <= kPictograms; ++i) {
        QFile file(u":/icons/classes/%1.svg"_s.arg(i, 2, 10, '0'_L1));
        if (file.open(QIODevice::ReadOnly)) {
            mPictograms.at(static_cast<std::size_t>(i - 1)) = file.readAll();
        }
    }
}

void SymbolArt::drawPictogram(
    QPainter &painter, int pictogram, QPointF middle, double size, const QColor &ink) const
{
    QByteArray svg = mPictograms.at(static_cast<std::size_t>(std::clamp(pictogram, 1, 10) - 1));
    if (svg.isEmpty() || pictogram < 1) {
        return; // shape and colour say the level all the same
    }
    svg.replace("#000000", ink.name().toLatin1());
    QSvgRenderer renderer(svg);
    renderer.render(&painter, QRectF(middle.x() - size / 2, middle.y() - size / 2, size, size));
}

void SymbolArt::drawCase(QPainter &painter, CaseLevel level, int pictogram, bool overdue) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    if (overdue) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(outline(mTheme, 4.5));
        painter.drawEllipse(QPointF(0, 0), kRing, kRing);
        painter.setPen(QPen(overdueColor(mTheme), kArcWidth));
        painter.drawEllipse(QPointF(0, 0), kRing, kRing);
    }
    painter.setPen(outline(mTheme, 1.5));
    painter.setBrush(levelColor(level, mTheme));
    const double half = level == CaseLevel::Yellow ? 11.5 : 10.5;
    painter.drawPath(levelShape(level, half));
    const QColor ink = levelInk(level, mTheme);
    if (level == CaseLevel::Yellow) {
        drawPictogram(painter, pictogram, {0, 2.5}, 11, ink);
    } else {
        drawPictogram(painter, pictogram, {0, 0}, level == CaseLevel::Orange ? 12 : 14, ink);
    }
}

void SymbolArt::drawCluster(QPainter &painter, CaseLevel level, int size) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    const double radius = kDiscs.at(static_cast<std::size_t>(size));
    const QColor color = levelColor(level, mTheme);
    QColor halo = color;
    halo.setAlpha(110);
    painter.setPen(Qt::NoPen);
    painter.setBrush(halo);
    painter.drawEllipse(QPointF(0, 0), radius + 3.0, radius + 3.0);
    painter.setPen(outline(mTheme, 1.25));
    painter.setBrush(color);
    painter.drawEllipse(QPointF(0, 0), radius, radius);
}

void SymbolArt::drawBadge(QPainter &painter, CaseLevel level, int size) const
{
    if (level == CaseLevel::Blue) {
        return;
    }
    const double radius = kDiscs.at(static_cast<std::size_t>(size));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.save();
    painter.translate(0.72 * radius + 1.0, -0.72 * radius - 1.0);
    painter.setPen(outline(mTheme, 1.25));
    painter.setBrush(levelColor(level, mTheme));
    painter.drawPath(levelShape(level, 4.6));
    painter.restore();
}

void SymbolArt::drawOverdueArc(QPainter &painter, int size, int steps) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    const double radius = kDiscs.at(static_cast<std::size_t>(size)) + 2.0;
    const QRectF box(-radius, -radius, 2 * radius, 2 * radius);
    const int span = steps * 360 * 16 / kOverdueSteps;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(ground(mTheme), kArcWidth + 1.5, Qt::SolidLine, Qt::FlatCap));
    painter.drawArc(box, 225 * 16, -span);
    painter.setPen(QPen(overdueColor(mTheme), kArcWidth, Qt::SolidLine, Qt::FlatCap));
    painter.drawArc(box, 225 * 16, -span);
}

void SymbolArt::drawStaff(QPainter &painter, bool several) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(outline(mTheme, 1.25));
    painter.setBrush(staffColor(mTheme));
    if (several) {
        painter.drawRoundedRect(QRectF(-11, -8, 22, 16), 8, 8);
        return;
    }
    painter.drawEllipse(QPointF(0, -3.6), 3.4, 3.4);
    QPainterPath body;
    body.moveTo(-6.5, 7.0);
    body.arcTo(QRectF(-6.5, 0.6, 13, 13), 180, -180);
    body.closeSubpath();
    painter.drawPath(body);
}

QFont SymbolArt::numberFont(qsizetype length) const
{
    // All its figures are equally wide.
    QFont font(u"Noto Sans CJK SC"_s);
    font.setStyleHint(QFont::SansSerif);
    font.setWeight(QFont::Bold);
    font.setPixelSize(length < 4 ? 12 : 11);
    return font;
}

QColor SymbolArt::staffInk() const
{
    return mTheme == MapTheme::Day ? QColor(255, 255, 255) : QColor(0x10, 0x14, 0x1b);
}

void SymbolArt::drawNumber(QPainter &painter, const QString &text, const QColor &ink) const
{
    const QFont font = numberFont(text.size());
    const QFontMetricsF metrics(font);
    painter.setFont(font);
    painter.setPen(ink);
    painter.drawText(QPointF(-metrics.horizontalAdvance(text) / 2, metrics.capHeight() / 2), text);
}

} // namespace gridward
