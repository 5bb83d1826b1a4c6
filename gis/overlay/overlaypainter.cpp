// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/overlay/overlaypainter.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr double kWidest = 30.0; ///< more than any symbol reaches
constexpr int kHintPixels = 13;
constexpr int kNamePixels = 11;

QPointF hintTop(const OverlayView &view, const OverlayFrame &frame)
{
    return view.pixelOf(frame.hintAt.x(), frame.hintAt.y()) + QPointF(0, 26);
}

QFont plateFont(int pixels)
{
    QFont font(u"Noto Sans CJK SC"_s);
    font.setPixelSize(pixels);
    return font;
}

QColor ink(MapTheme theme)
{
    return theme == MapTheme::Day ? QColor(31, 41, 55) : QColor(232, 236, 243);
}

QColor plate(MapTheme theme, int alpha)
{
    return theme == MapTheme::Day ? QColor(255, 255, 255, alpha) : QColor(16, 20, 27, alpha);
}

} // namespace

QRectF nameBox(QPointF middle)
{
    return {middle.x() - 80.0, middle.y() - kStaffReach, 160.0, 50.0};
}

QRectF OverlayPainter::plateBox(QPointF top, const QString &text, int pixels)
{
    const QFontMetricsF metrics(plateFont(pixels));
    const QSizeF size(metrics.horizontalAdvance(text) + 10.0, metrics.height() + 2.0);
    return {top - QPointF(size.width() / 2.0, 0.0), size};
}

std::optional<QRectF> OverlayPainter::hoverBox(const OverlayView &view, const OverlayFrame &frame)
{
    constexpr double kRim = 2.0;
    if (frame.spread != nullptr && frame.spread->isOpen()) {
        const Spread &spread = *frame.spread;
        const QPointF middle = view.pixelOf(spread.middle.x(), spread.middle.y());
        const double reach = spread.reach() + 6.0 + kRim;
        return QRectF(middle - QPointF(reach, reach), QSizeF(2.0 * reach, 2.0 * reach));
    }
    if (!frame.hint.isEmpty()) {
        return plateBox(hintTop(view, frame), frame.hint, kHintPixels)
            .adjusted(-kRim, -kRim, kRim, kRim);
    }
    return std::nullopt;
}

std::optional<QRectF> OverlayPainter::markBox(const OverlayView &view, const OverlayFrame &frame)
{
    if (!frame.mark) {
        return std::nullopt;
    }
    const QPointF at = view.pixelOf(frame.mark->x(), frame.mark->y());
    const double reach = frame.markRadius + 5.0 + 8.0 + 4.0; // with its ticks and their ends
    return QRectF(at - QPointF(reach, reach), QSizeF(2.0 * reach, 2.0 * reach));
}

OverlayPainter::OverlayPainter(MapTheme theme, Medium medium)
    : mArt(theme)
    , mMedium(medium)
{
}

void OverlayPainter::setTheme(MapTheme theme)
{
    if (theme != mArt.theme()) {
        mArt = SymbolArt(theme);
        mAtlas.reset();
    }
}

void OverlayPainter::prepareAtlas(double scale)
{
    // A pixel density is a round number; what differs in the tenth digit is the same.
    const double density = std::clamp(std::round(scale * 64.0) / 64.0, 0.25, 8.0);
    if (!mAtlas || mAtlas->scale() != density) {
        mAtlas.emplace(mArt, density);
        ++mAtlasesMade;
    }
}

bool OverlayPainter::isExposed(const QRectF &box) const
{
    return std::ranges::any_of(mExposed, [&](const QRectF &part) { return part.intersects(box); });
}

bool OverlayPainter::isExposed(QPointF at, double radius) const
{
    return isExposed(QRectF(at.x() - radius, at.y() - radius, 2.0 * radius, 2.0 * radius));
}

void OverlayPainter::paint(QPainter &painter,
                           const OverlayView &view,
                           const OverlayFrame &frame,
                           std::span<const QRectF> exposed)
{
    mExposed = exposed;
    mSymbolsPainted = 0;
    painter.save();
    const QTransform own = painter.worldTransform();
    mToDevice = painter.deviceTransform();
    if (mMedium == Medium::Screen) {
        prepareAtlas(std::hypot(mToDevice.m11(), mToDevice.m12()));
        // Symbols are copied pixel by pixel, whatever was set up before us.
        painter.setWorldTransform(mToDevice.inverted() * own);
    }
    paintStaff(painter, view, frame);
    paintCases(painter, view, frame);
    painter.setWorldTransform(own);
    painter.setRenderHint(QPainter::Antialiasing);
    paintNames(painter, view, frame);
    paintPulses(painter, view, frame);
    paintMark(painter, view, frame);
    if (frame.spread != nullptr && frame.spread->isOpen()) {
        paintSpread(painter, view, frame);
    }
    if (!frame.hint.isEmpty()) {
        paintPlate(painter, hintTop(view, frame), frame.hint, kHintPixels);
    }
    painter.restore();
}

/** In the order of the symbols, whatever is exposed: one may lie over the badge of another. */
void OverlayPainter::findExposed(const OverlayView &view, const OverlayFrame &frame)
{
    mFound.clear();
    if (frame.index == nullptr) {
        mFound.resize(frame.cases.size());
        std::iota(mFound.begin(), mFound.end(), 0);
        mSymbolsVisited = static_cast<qint64>(frame.cases.size());
        return;
    }
    const qint64 before = frame.index->visited();
    for (const QRectF &part : mExposed) {
        frame.index->find(view.toMap.mapRect(part.adjusted(-kWidest, -kWidest, kWidest, kWidest)),
                          mFound);
    }
    mSymbolsVisited = frame.index->visited() - before;
    std::ranges::sort(mFound);
    mFound.erase(std::ranges::unique(mFound).begin(), mFound.end());
}

void OverlayPainter::paintCases(QPainter &painter,
                                const OverlayView &view,
                                const OverlayFrame &frame)
{
    findExposed(view, frame);
    for (const std::int32_t number : mFound) {
        const ClusterSymbol &symbol = frame.cases[static_cast<std::size_t>(number)];
        const QPointF at = view.pixelOf(symbol.x, symbol.y);
        if (isExposed(at, kWidest)) {
            paintSymbol(painter, at, symbol, frame.points);
            ++mSymbolsPainted;
        }
    }
}

void OverlayPainter::paintSymbol(QPainter &painter,
                                 QPointF at,
                                 const ClusterSymbol &symbol,
                                 const PointColumns &points) const
{
    const auto level = CaseLevel{symbol.level};
    const bool single = symbol.only >= 0;
    const int pictogram = single ? points.pictogram[static_cast<std::size_t>(symbol.only)] : 0;
    if (mMedium == Medium::Screen) {
        const QPoint pixel = mToDevice.map(at).toPoint();
        if (single) {
            mAtlas->drawCase(painter, pixel, level, pictogram, symbol.overdue > 0);
        } else {
            mAtlas->drawCluster(painter, pixel, level, symbol.count, symbol.overdue, mChinese);
        }
        return;
    }
    painter.save();
    painter.translate(at);
    if (single) {
        mArt.drawCase(painter, level, pictogram, symbol.overdue > 0);
    } else {
        const int size = clusterSizeOf(symbol.count);
        mArt.drawCluster(painter, level, size);
        if (const int steps = overdueStepsOf(symbol.overdue, symbol.count); steps > 0) {
            mArt.drawOverdueArc(painter, size, steps);
        }
        mArt.drawBadge(painter, level, size);
        mArt.drawNumber(painter, countText(symbol.count, mChinese), levelInk(level, mArt.theme()));
    }
    painter.restore();
}

void OverlayPainter::paintStaff(QPainter &painter,
                                const OverlayView &view,
                                const OverlayFrame &frame)
{
    if (view.denominator > kStaffFromScale) {
        return;
    }
    for (const ClusterSymbol &symbol : frame.staff) {
        const QPointF at = view.pixelOf(symbol.x, symbol.y);
        if (!isExposed(at, kWidest)) {
            continue;
        }
        ++mSymbolsPainted;
        if (mMedium == Medium::Screen) {
            mAtlas->drawStaff(painter, mToDevice.map(at).toPoint(), symbol.count);
            continue;
        }
        painter.save();
        painter.translate(at);
        mArt.drawStaff(painter, symbol.count > 1);
        if (symbol.count > 1) {
            mArt.drawNumber(painter, QString::number(symbol.count), mArt.staffInk());
        }
        painter.restore();
    }
}

void OverlayPainter::paintNames(QPainter &painter,
                                const OverlayView &view,
                                const OverlayFrame &frame) const
{
    if (view.denominator > kNamesFromScale) {
        return;
    }
    for (const ClusterSymbol &symbol : frame.staff) {
        const QPointF at = view.pixelOf(symbol.x, symbol.y);
        if (symbol.only >= 0 && isExposed(nameBox(at))) {
            paintPlate(painter,
                       at + QPointF(0, 9),
                       frame.staffNames[static_cast<std::size_t>(symbol.only)],
                       kNamePixels);
        }
    }
}

void OverlayPainter::paintPulses(QPainter &painter,
                                 const OverlayView &view,
                                 const OverlayFrame &frame) const
{
    painter.setBrush(Qt::NoBrush);
    for (const Pulse &pulse : frame.pulses) {
        const QPointF at = view.pixelOf(pulse.middle.x(), pulse.middle.y());
        if (!isExposed(at, Pulse::kReach)) {
            continue;
        }
        QColor color = levelColor(CaseLevel{pulse.level}, mArt.theme());
        color.setAlphaF(static_cast<float>(1.0 - pulse.progress));
        painter.setPen(QPen(color, 4.0 - 2.0 * pulse.progress));
        const double radius = 14.0 + (Pulse::kReach - 18.0) * pulse.progress;
        painter.drawEllipse(at, radius, radius);
    }
}

void OverlayPainter::paintMark(QPainter &painter,
                               const OverlayView &view,
                               const OverlayFrame &frame) const
{
    if (!frame.mark) {
        return;
    }
    const QPointF at = view.pixelOf(frame.mark->x(), frame.mark->y());
    const double radius = frame.markRadius + 5.0;
    // A ring with four ticks: the ring of what is overdue has none.
    const auto draw = [&](const QColor &color, double width) {
        painter.setPen(QPen(color, width, Qt::SolidLine, Qt::RoundCap));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(at, radius, radius);
        for (const QPointF &way : {QPointF(1, 0), QPointF(-1, 0), QPointF(0, 1), QPointF(0, -1)}) {
            painter.drawLine(at + way * radius, at + way * (radius + 8.0));
        }
    };
    draw(plate(mArt.theme(), 255), 6.0);
    draw(ink(mArt.theme()), 2.5);
}

void OverlayPainter::paintSpread(QPainter &painter,
                                 const OverlayView &view,
                                 const OverlayFrame &frame) const
{
    const Spread &spread = *frame.spread;
    const QPointF middle = view.pixelOf(spread.middle.x(), spread.middle.y());
    const double reach = spread.reach() + 6.0;
    QColor rim = ink(mArt.theme());
    rim.setAlpha(90);
    painter.setPen(QPen(rim, 1.0));
    painter.setBrush(plate(mArt.theme(), 240));
    painter.drawEllipse(middle, reach, reach);
    for (const Spread::Member &member : spread.members) {
        painter.drawLine(middle, middle + member.offset);
    }
    painter.setBrush(rim);
    painter.drawEllipse(middle, 3.0, 3.0);
    for (const Spread::Member &member : spread.members) {
        const auto row = static_cast<std::size_t>(member.index);
        painter.save();
        painter.translate(middle + member.offset);
        mArt.drawCase(painter,
                      CaseLevel{frame.points.level[row]},
                      frame.points.pictogram[row],
                      frame.points.overdue[row] != 0);
        painter.restore();
    }
}

void OverlayPainter::paintPlate(QPainter &painter,
                                QPointF top,
                                const QString &text,
                                int pixels) const
{
    const QRectF box = plateBox(top, text, pixels);
    painter.setPen(Qt::NoPen);
    painter.setBrush(plate(mArt.theme(), 215));
    painter.drawRoundedRect(box, 4.0, 4.0);
    painter.setFont(plateFont(pixels));
    painter.setPen(ink(mArt.theme()));
    painter.drawText(box, Qt::AlignCenter, text);
}

} // namespace gridward
