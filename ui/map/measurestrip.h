// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/mapport.h"

#include <QFrame>

class QLabel;
class QToolButton;

namespace gridward {

struct Theme;

/** On the map while somebody measures: what it comes to so far, to be copied. GUI thread. */
class MeasureStrip final : public QFrame
{
    Q_OBJECT
public:
    explicit MeasureStrip(QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    /** Shows itself for the measuring tools and goes with them. */
    void setTool(MapTool tool);
    void setMeasurement(const Measurement &measurement);

    /** "456 m" or "1.24 km". */
    [[nodiscard]] static QString lengthText(double metres);
    /** "830 m²", "4.52 ha" or "1.24 km²". */
    [[nodiscard]] static QString areaText(double squareMetres);

signals:
    void stopped();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void update();

    QLabel *mResult;
    QLabel *mHint;
    QToolButton *mCopy;
    QToolButton *mStop;
    MapTool mTool = MapTool::Browse;
    Measurement mMeasured;
};

} // namespace gridward
