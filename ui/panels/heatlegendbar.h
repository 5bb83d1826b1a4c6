// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/analysisport.h"

#include <QColor>
#include <QWidget>

namespace gridward {

/** The colours of a heat map as a bar with its numbers below. GUI thread. */
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
    void paintEvent(QPaintEvent *event) override;

private:
    HeatLegend mLegend;
    QColor mGround;
};

} // namespace gridward
