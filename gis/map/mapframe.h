// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QgsProject;

namespace gridward {

class MapCanvas;
class MapFurniture;

/** A map with what lies on it, as large as the map; and what that says of it. GUI thread. */
class MapFrame final : public QWidget
{
    Q_OBJECT
public:
    MapFrame();

    [[nodiscard]] MapCanvas *canvas() const { return mCanvas; }
    [[nodiscard]] MapFurniture *furniture() const { return mFurniture; }

    /** Ground length of a pixel in the middle of the picture; 0 if there is none. */
    [[nodiscard]] double metresPerPixel(const QgsProject &project) const;
    /** Who is to be named for the layers that are shown. */
    [[nodiscard]] QString attribution() const;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    MapCanvas *mCanvas;
    MapFurniture *mFurniture;
};

} // namespace gridward
