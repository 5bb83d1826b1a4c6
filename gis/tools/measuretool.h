// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gis/tools/clicktool.h"
#include "models/service/mapport.h"

#include <qgsdistancearea.h>

#include <QList>
#include <QPointer>

#include <optional>

class QLabel;
class QgsProject;
class QgsRubberBand;

namespace gridward {

/** "86.3 m", "1.24 km": what a hand can measure, not more digits. */
[[nodiscard]] QString groundLengthText(double metres);
/** "640 m²", "1.24 ha", "3.07 km²". */
[[nodiscard]] QString groundAreaText(double squareMetres);

/**
 * Measures a line or an area on the ellipsoid of the project, with a label at the cursor that runs
 * along. Clicks make corners; see MapTool for the keys. A click after the end starts anew. Owned by
 * its canvas, as are the bands and the label; GUI thread.
 */
class MeasureTool final : public ClickTool
{
    Q_OBJECT
public:
    enum class What { Line, Area };

    MeasureTool(QgsMapCanvas *canvas, const QgsProject &project, What what);

    void deactivate() override;

signals:
    /** The corners that were clicked; not the segment that follows the mouse. */
    void measured(const gridward::Measurement &measurement);

protected:
    void click(const QgsPointXY &place) override;
    void hover(const QgsPointXY &place, const QPoint &position) override;
    void finish() override;
    void stepBack() override;

private:
    [[nodiscard]] Measurement measure(const QList<QgsPointXY> &corners) const;
    [[nodiscard]] QList<QgsPointXY> withMouse() const;
    [[nodiscard]] QString text() const;
    void clear();
    void draw();
    void placeLabel();

    const QgsProject &mProject;
    What mWhat;
    QgsRubberBand *mBand;
    QgsRubberBand *mDots;
    QPointer<QLabel> mLabel;
    QList<QgsPointXY> mCorners;
    std::optional<QgsPointXY> mMouse;
    bool mFinished = false;
};

} // namespace gridward
