// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/mapport.h"

#include <QRectF>
#include <QString>
#include <QWidget>

#include <optional>

namespace gridward {

/**
 * Scale bar, north arrow and attribution over the map. Lets the mouse through. Plain painting on
 * values that MapView sets; lives on the GUI thread, owned by its parent. It is asked to paint
 * whenever something moves on the map below: only the parts that are exposed are painted.
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
    /** What the symbols mean, along the lower edge; empty: nothing. */
    void setKey(const QString &text);
    void setTheme(MapTheme theme);
    /** How many times its usual size it is drawn in. */
    void setMagnification(double factor);

    /** How much of the lower edge it takes all in all, pixels of this widget. */
    [[nodiscard]] double heightBelow() const;

    /** How many parts were painted so far: for tests. */
    [[nodiscard]] int partsPainted() const { return mPartsPainted; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    /** Where things are, pixels before magnification. */
    struct Places
    {
        double metres = 0.0; ///< that the bar stands for
        double length = 0.0; ///< of the bar
        QRectF bar;
        QPointF north; ///< its middle
        QRectF northBox;
        QString attribution; ///< cut to what there is room for
        QRectF attributionBox;
        QRectF key;
    };

    /** Something that is painted is another now. */
    void change();
    [[nodiscard]] Places places() const;
    [[nodiscard]] QFont noteFont() const;
    void paintScaleBar(QPainter &painter, const Places &places) const;
    void paintNorth(QPainter &painter, const Places &places) const;
    void paintAttribution(QPainter &painter, const Places &places) const;
    void paintKey(QPainter &painter, const Places &places) const;
    void paintNote(QPainter &painter, const QRectF &box, const QString &text) const;
    /** Magnified, that is. */
    [[nodiscard]] bool isSeenFromAfar() const { return mMagnification > 1.0; }
    /** The size of the map before magnification. */
    [[nodiscard]] QSizeF room() const { return QSizeF(size()) / mMagnification; }

    double mMetresPerPixel = 0.0;
    double mRotation = 0.0;
    QString mAttribution;
    QString mKey;
    MapTheme mTheme = MapTheme::Day;
    double mMagnification = 1.0;
    std::optional<Places> mPlaces; ///< until something changes
    int mPartsPainted = 0;
};

/** "200 m" or "5 km"; whole numbers, except below a metre. */
[[nodiscard]] QString lengthText(double metres);

} // namespace gridward
