// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gis/map/mapview.h"

#include <qgsrectangle.h>

#include <QObject>
#include <QVariantAnimation>

namespace gridward {

class MapCanvas;

/**
 * Moves a map to another extent so that whoever watches sees where it goes: for 700 ms of real time
 * the picture that is there is stretched, and what lies over it follows; the base is rendered once,
 * at the end. At once instead where nobody would see it (headless, hidden), where the map is
 * turned, and where the way is farther than four screens. GUI thread; the canvas must outlive it.
 */
class MapEase final : public QObject
{
    Q_OBJECT
public:
    static constexpr int kLength = 700;         ///< ms
    static constexpr double kFarthest = 4.0;    ///< screens
    static constexpr double kMostDoublings = 7; ///< of the scale: the picture is a blur by then

    MapEase(MapCanvas &canvas, MapMode mode);
    ~MapEase() override;

    /** To this extent (CRS of the map), enlarged to the shape of the canvas. */
    void to(const QgsRectangle &extent);
    /** The same at once, also where it is on its way to somewhere. */
    void cutTo(const QgsRectangle &extent);
    [[nodiscard]] bool isRunning() const;

signals:
    /** It goes, and the largest map units per pixel on its way are these. */
    void begun(double coarsest);
    /** It is there, and the base is about to be rendered. */
    void ended();

private:
    [[nodiscard]] QgsRectangle fitted(const QgsRectangle &extent) const;
    [[nodiscard]] bool isWorthSeeing(const QgsRectangle &target) const;
    void advance(double share);
    void arrive();

    MapCanvas &mCanvas;
    MapMode mMode;
    QgsRectangle mFrom;
    QgsRectangle mTo;
    QVariantAnimation mTime;
    bool mRunning = false;
};

} // namespace gridward
