// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gis/print/printlayout.h"
#include "models/service/mapport.h"

#include <QImage>
#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

class QgsMapCanvas;
class QgsMapRendererSequentialJob;
class QgsProject;

namespace gridward {

class PaintedLayer;

/**
 * Prints the view of a canvas into a PDF: vectors and embedded fonts, in the colours of the day
 * whatever the theme of the screen. One print at a time; another one asked for meanwhile is refused
 * (Conflict), so a button clicked twice prints once. Layers from servers are drawn beforehand, in
 * the background, so that a server that hangs never holds the window.
 *
 * QGIS exports layouts on the GUI thread: one page with the demo district takes well under a
 * second, and the window stands still for as long. Pages with hundreds of thousands of objects
 * belong into the command line.
 *
 * Owned by MapView; project and canvas outlive any call. GUI thread.
 */
class MapPrinter final : public QObject
{
    Q_OBJECT
public:
    /** Makes the layer that lies over all others on paper; null if there is nothing to paint. */
    using OverlayMaker = std::function<std::unique_ptr<PaintedLayer>()>;

    explicit MapPrinter(QgsProject &project);
    ~MapPrinter() override;

    /** For what the canvas shows without a layer: cases, staff. Asked anew for every print. */
    void setOverlay(OverlayMaker maker) { mOverlay = std::move(maker); }

    /** printed() follows, never before this returns. `theme` is the one the layers wear now. */
    void print(const PrintOrder &order,
               const QgsMapCanvas &canvas,
               const QString &attribution,
               MapTheme theme);
    [[nodiscard]] bool isPrinting() const { return mWork != nullptr; }

signals:
    void printed(const QString &path, const std::optional<gridward::Error> &error);

private:
    struct Work;

    void start();
    void drawServers();
    void takeServers();
    void write();
    void end(const std::optional<Error> &error);

    QgsProject &mProject;
    OverlayMaker mOverlay;
    std::unique_ptr<Work> mWork;
    QTimer mPatience; ///< with servers
};

} // namespace gridward
