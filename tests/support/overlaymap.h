// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gis/map/mapcanvas.h"
#include "gis/map/mapview.h"
#include "gis/overlay/caseoverlay.h"

#include <QImage>
#include <QList>
#include <QRegion>

#include <memory>

namespace gridward {

class MapEngine;
class MapFurniture;

/** Notes what of a widget is painted, from now on until it goes. */
class PaintWatch final : public QObject
{
    Q_OBJECT
public:
    explicit PaintWatch(QWidget &widget);

    /** Rectangles of all paint events since the last restart(), and pixels within them. */
    [[nodiscard]] int boxes() const { return mBoxes; }
    [[nodiscard]] qint64 pixels() const { return mPixels; }
    [[nodiscard]] int events() const { return mEvents; }
    /** Events that painted half of the widget or more. */
    [[nodiscard]] int wholes() const { return mWholes; }
    void restart();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget &mWidget;
    int mBoxes = 0;
    qint64 mPixels = 0;
    int mEvents = 0;
    int mWholes = 0;
};

/** Open cases in and around crowded places of the small district, always the same ones. */
[[nodiscard]] QList<Case> crowdedCases(int count);

/** A map of the small district with such cases, shown and at rest. */
class OverlayMap
{
public:
    OverlayMap(MapEngine &engine,
               QList<Case> cases,
               QSize size,
               MapMode mode = MapMode::Headless,
               MapUse use = MapUse::Work);
    OverlayMap(MapEngine &engine,
               int cases,
               QSize size,
               MapMode mode = MapMode::Headless,
               MapUse use = MapUse::Work)
        : OverlayMap(engine, crowdedCases(cases), size, mode, use)
    {
    }

    /** Until nothing is rendered and every repaint that was asked for has been painted. */
    void settle();
    /** What is on the screen, as it was painted bit by bit. */
    [[nodiscard]] QImage onScreen() const;
    /** The same after painting all of it in one go. */
    [[nodiscard]] QImage paintedAnew();

    QList<Case> all;
    FixedClock clock;
    MapView map;
    MapCanvas *canvas = nullptr;
    CaseOverlay *overlay = nullptr;
    MapFurniture *furniture = nullptr;
};

} // namespace gridward
