// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>

class QWidget;

namespace gridward {

class MapCanvas;
class MapFurniture;

/**
 * Makes a map one that is looked at from afar (MapUse::Watch): no input; words and symbols as
 * large as the font of the frame asks for, on every screen; fitted again with each change of size;
 * nothing drawn while hidden. GUI thread, owned by the map view.
 */
class WatchedMap final : public QObject
{
    Q_OBJECT
public:
    /** `zoom` brings into view what shall be seen. */
    WatchedMap(QWidget &frame,
               MapCanvas &canvas,
               MapFurniture &furniture,
               std::function<void()> zoom);

    void fit();

signals:
    /** What else lies over the map shall be so many times larger. */
    void magnified(double factor);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget &mFrame;
    MapCanvas &mCanvas;
    MapFurniture &mFurniture;
    std::function<void()> mZoom;
};

} // namespace gridward
