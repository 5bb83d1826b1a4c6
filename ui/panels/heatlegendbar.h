// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/analysisport.h"

#include <QColor>
#include <QList>
#include <QWidget>

namespace gridward {

/**
 * The colours of a heat map as a bar with its numbers below: evenly, or a box for each class; less
 * and more at its ends for a comparison; what stands for not known below. GUI thread.
 */
class HeatLegendBar final : public QWidget
{
    Q_OBJECT
public:
    explicit HeatLegendBar(QWidget *parent = nullptr);

    void setLegend(const HeatLegend &legend);
    /** What the map is drawn on: colours of a legend let it through. */
    void setGround(const QColor &ground);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

    /** "1,250" or "0.5": grouped the same way in both languages. */
    [[nodiscard]] static QString valueText(double value);

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    /** A colour of the map and what it ends at. */
    struct Class
    {
        double from = 0.0;
        double to = 0.0;
        QColor colour;
    };
    [[nodiscard]] QList<Class> classes() const;
    void describe();
    void paintSmooth(QPainter &painter, const QRectF &bar) const;
    void paintClasses(QPainter &painter, const QRectF &bar) const;
    void paintWords(QPainter &painter, const QRectF &bar) const;
    /** Numbers below the bar; those that would touch are left out, but never the last one. */
    void paintNumbers(QPainter &painter,
                      const QRectF &bar,
                      const QList<std::pair<double, double>> &placesAndValues) const;

    HeatLegend mLegend;
    QColor mGround;
};

} // namespace gridward
