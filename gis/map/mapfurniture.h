// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/mapport.h"

#include <QString>
#include <QWidget>

namespace gridward {

/**
 * Scale bar, north arrow and attribution over the map. Lets the mouse through. Plain painting on
 * values that MapView sets; lives on the GUI thread, owned by its parent.
 */
class MapFurniture final : public QWidget
{
    Q_OBJECT
public:
    explicit MapFurniture(QWidget *parent);

    /** Ground length of one logical pixel at the middle of the map, in metres; 0 hides the bar. */
    void setMetresPerPixel(double metres);
    /** Clockwise turn of the map, degrees. */
    void setRotation(double degrees);
    void setAttribution(const QString &text);
    void setTheme(MapTheme theme);
    /** How many times its usual size it is drawn in. */
    void setMagnification(double factor);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    /** Its right end. */
    double paintScaleBar(QPainter &painter) const;
    void paintNorth(QPainter &painter) const;
    void paintAttribution(QPainter &painter, double from) const;
    /** The size of the map before magnification. */
    [[nodiscard]] QSizeF room() const { return QSizeF(size()) / mMagnification; }

    double mMetresPerPixel = 0.0;
    double mRotation = 0.0;
    QString mAttribution;
    MapTheme mTheme = MapTheme::Day;
    double mMagnification = 1.0;
};

/** "200 m" or "5 km"; whole numbers, except below a metre. */
[[nodiscard]] QString lengthText(double metres);

} // namespace gridward
