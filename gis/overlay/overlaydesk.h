// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gis/overlay/caseoverlay.h"
#include "gis/overlay/districtindex.h"

#include <QObject>
#include <QPoint>

#include <memory>
#include <optional>

class QgsMapCanvas;
class QgsRubberBand;

namespace gridward {

/**
 * What MapView has of live cases: the overlay, what a click on the map picks, what the pointer
 * hovers over, and the mark on what the map was sent to. GUI thread; owned by the canvas.
 */
class OverlayDesk final : public QObject
{
    Q_OBJECT
public:
    OverlayDesk(QgsMapCanvas *canvas, MapMode mode);
    ~OverlayDesk() override;

    [[nodiscard]] CaseOverlay &overlay() { return *mOverlay; }

    void setDistrict(const DistrictPicture &picture);
    /** The layer tree has changed: the ticks of open cases and key places count. */
    void followLayers();
    void setTheme(MapTheme theme);

    /** What lies under a point of the view, logical pixels. */
    [[nodiscard]] MapPick pickAt(QPoint pixel);

    /** As MapPort::showThing(). */
    void showThing(MapThing kind, const QString &id, const std::optional<GeoPoint> &place);
    void clearMark();

signals:
    void picked(const gridward::MapPick &pick);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] bool isBrowsing() const;
    [[nodiscard]] QPointF onScene(QPoint pixel) const;
    void hover(QPoint pixel);
    void takeRelease(QPoint pixel);
    void showCase(const CaseId &id);
    void showPoint(QPointF place);
    void showArea(const QByteArray &outline);
    void moveTo(QPointF place, double unitsPerPixel);

    QgsMapCanvas *mCanvas;
    CaseOverlay *mOverlay; ///< a child of the canvas, as we are
    DistrictIndex mIndex;
    QgsRubberBand *mOutline; ///< owned by the canvas's scene, which goes just before us
    std::optional<QPoint> mPressed;
    bool mPlacesShown = true;
    bool mPointing = false; ///< the cursor is a pointing hand
};

} // namespace gridward
