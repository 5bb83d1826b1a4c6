// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gis/overlay/clusterer.h"
#include "gis/overlay/overlayview.h"
#include "gis/overlay/spread.h"
#include "gis/overlay/symbolart.h"
#include "gis/overlay/symbolatlas.h"

#include <QFont>
#include <QPointF>
#include <QRectF>
#include <QString>

#include <optional>
#include <span>
#include <vector>

class QPainter;

namespace gridward {

/** Staff are drawn from this scale on, 1:n; smaller, they would only cover the cases. */
inline constexpr double kStaffFromScale = 15'000.0;
/** Their names from this one on. */
inline constexpr double kNamesFromScale = 5'000.0;

// How far what is drawn reaches from its middle, logical pixels.
inline constexpr double kCaseReach = 20.0;    ///< with the ring of what is overdue
inline constexpr double kClusterReach = 27.0; ///< with its badge
inline constexpr double kStaffReach = 14.0;
/** A symbol of staff with its name below. */
[[nodiscard]] QRectF nameBox(QPointF middle);

/** A ring that grows and fades where a new case has come. */
struct Pulse
{
    QPointF middle;        ///< EPSG:3857
    double progress = 0.0; ///< 0 to 1
    std::uint8_t level = 0;

    static constexpr double kReach = 46.0; ///< logical pixels
};

/** What one frame shows. Only views: everything belongs to the caller, for the time of a call. */
struct OverlayFrame
{
    std::span<const ClusterSymbol> cases;
    const SymbolIndex *index = nullptr; ///< of cases; without it all of them are looked at
    PointColumns points;
    std::span<const ClusterSymbol> staff;
    std::span<const QString> staffNames; ///< by point
    std::span<const Pulse> pulses;
    const Spread *spread = nullptr;
    std::optional<QPointF> mark; ///< EPSG:3857
    double markRadius = 0.0;     ///< logical pixels
    QString hint;                ///< a line of words below hintAt
    QPointF hintAt;              ///< EPSG:3857
};

/**
 * Draws a frame of the overlay: onto the screen from an atlas that it makes when theme or pixel
 * density change, onto paper as vectors. Never asks for memory for a frame of symbols. One thread.
 */
class OverlayPainter
{
public:
    enum class Medium { Screen, Paper };

    explicit OverlayPainter(MapTheme theme, Medium medium = Medium::Screen);

    void setTheme(MapTheme theme);
    void setChinese(bool chinese) { mChinese = chinese; }

    /** Only what touches one of `exposed` (logical pixels of the view) is drawn, and once. */
    void paint(QPainter &painter,
               const OverlayView &view,
               const OverlayFrame &frame,
               std::span<const QRectF> exposed);
    void paint(QPainter &painter,
               const OverlayView &view,
               const OverlayFrame &frame,
               const QRectF &exposed)
    {
        paint(painter, view, frame, std::span(&exposed, 1));
    }

    /** The ground of a line of words that begins at `top`, its middle there. */
    [[nodiscard]] static QRectF plateBox(QPointF top, const QString &text, int pixels);
    /** What a frame draws of what is open under the pointer; nothing if nothing is. */
    [[nodiscard]] static std::optional<QRectF> hoverBox(const OverlayView &view,
                                                        const OverlayFrame &frame);
    /** What a frame draws of its mark. */
    [[nodiscard]] static std::optional<QRectF> markBox(const OverlayView &view,
                                                       const OverlayFrame &frame);

    /** How many symbols the last frame had, and how often the atlas was made: for tests. */
    [[nodiscard]] int symbolsPainted() const { return mSymbolsPainted; }
    /** How many symbols of cases it had to look at for that. */
    [[nodiscard]] qint64 symbolsVisited() const { return mSymbolsVisited; }
    [[nodiscard]] int atlasesMade() const { return mAtlasesMade; }

private:
    void prepareAtlas(double scale);
    void findExposed(const OverlayView &view, const OverlayFrame &frame);
    void paintStaff(QPainter &painter, const OverlayView &view, const OverlayFrame &frame);
    void paintCases(QPainter &painter, const OverlayView &view, const OverlayFrame &frame);
    void paintSymbol(QPainter &painter,
                     QPointF at,
                     const ClusterSymbol &symbol,
                     const PointColumns &points) const;
    void paintNames(QPainter &painter, const OverlayView &view, const OverlayFrame &frame) const;
    void paintPulses(QPainter &painter, const OverlayView &view, const OverlayFrame &frame) const;
    void paintMark(QPainter &painter, const OverlayView &view, const OverlayFrame &frame) const;
    void paintSpread(QPainter &painter, const OverlayView &view, const OverlayFrame &frame) const;
    void paintPlate(QPainter &painter, QPointF top, const QString &text, int pixels) const;
    [[nodiscard]] bool isExposed(const QRectF &box) const;
    [[nodiscard]] bool isExposed(QPointF at, double radius) const;

    SymbolArt mArt;
    Medium mMedium;
    bool mChinese = false;
    std::optional<SymbolAtlas> mAtlas;
    std::span<const QRectF> mExposed; ///< while painting
    QTransform mToDevice;             ///< from logical pixels; while symbols are copied
    std::vector<std::int32_t> mFound; ///< numbers of symbols; while painting
    int mSymbolsPainted = 0;
    qint64 mSymbolsVisited = 0;
    int mAtlasesMade = 0;
};

} // namespace gridward
