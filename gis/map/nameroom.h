// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <qgsrectangle.h>

#include <QElapsedTimer>
#include <QObject>
#include <QPointer>

#include <vector>

class QgsProject;
class QgsVectorLayer;

namespace gridward {

class CaseOverlay;
class MapCanvas;

/**
 * Keeps the names of a map that is only looked at clear of the symbols over it. The base does not
 * know the overlay: each symbol in view becomes an obstacle, unseen, for QGIS's placement of
 * labels. GUI thread; canvas, project and overlay outlive it.
 */
class NameRoom final : public QObject
{
    Q_OBJECT
public:
    NameRoom(QgsProject &project, MapCanvas &canvas, CaseOverlay &overlay);

    /** To be asked when there is another view, and when a picture is complete; true if the map is
     * drawn once more, because symbols lie elsewhere than when names were placed. For the same view
     * once a minute at the most. */
    [[nodiscard]] bool renew();

private:
    struct Obstacle
    {
        double x = 0.0; ///< of the project
        double y = 0.0;
        double reach = 0.0; ///< pixels of the canvas
    };

    [[nodiscard]] std::vector<Obstacle> obstacles() const;
    [[nodiscard]] bool isAsBefore(const std::vector<Obstacle> &now) const;
    void addLayer();
    void fill();

    QgsProject &mProject;
    MapCanvas &mCanvas;
    CaseOverlay &mOverlay;
    QPointer<QgsVectorLayer> mLayer; ///< the project's
    std::vector<Obstacle> mObstacles;
    QgsRectangle mView;
    QElapsedTimer mSince;
};

} // namespace gridward
