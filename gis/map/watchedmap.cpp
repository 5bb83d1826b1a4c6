// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/map/watchedmap.h"

#include "gis/map/mapcanvas.h"
#include "gis/map/mapfurniture.h"

#include <qgslabelingenginesettings.h>
#include <qgsscreenhelper.h>

#include <QEvent>
#include <QFontInfo>

#include <algorithm>

namespace gridward {

namespace {

constexpr double kSmallest = 11.0; ///< pixels: the least of the words on a map
constexpr double kMost = 12.0;     ///< more than 8K seen from eight metres asks for

} // namespace

WatchedMap::WatchedMap(QWidget &frame,
                       MapCanvas &canvas,
                       MapFurniture &furniture,
                       std::function<void()> zoom)
    : mFrame(frame)
    , mCanvas(canvas)
    , mFurniture(furniture)
    , mZoom(std::move(zoom))
{
    furniture.setFont(frame.font()); // later fonts of the frame ask for a magnification instead
    frame.setAttribute(Qt::WA_TransparentForMouseEvents);
    frame.setFocusProxy(nullptr);
    frame.setFocusPolicy(Qt::NoFocus);
    canvas.setFocusPolicy(Qt::NoFocus);
    canvas.unsetMapTool(canvas.mapTool());
    canvas.setRenderFlag(false);
    // Nobody moves this map to read the rest of a name that is cut at its edge.
    QgsLabelingEngineSettings names = canvas.mapSettings().labelingEngineSettings();
    names.setFlag(Qgis::LabelingFlag::UsePartialCandidates, false);
    canvas.setLabelingEngineSettings(names);
    frame.installEventFilter(this);
    connect(&canvas, &MapCanvas::placed, this, &WatchedMap::fit);
    if (const auto *screens = canvas.findChild<QgsScreenHelper *>()) {
        connect(screens, &QgsScreenHelper::screenDpiChanged, this, &WatchedMap::fit);
    }
}

void WatchedMap::fit()
{
    const double factor = std::clamp(QFontInfo(mFrame.font()).pixelSize() / kSmallest, 1.0, kMost);
    mFurniture.setMagnification(factor);
    emit magnified(factor);
    // By the resolution in use: another screen may have put it back.
    const double wanted = factor * mCanvas.logicalDpiX();
    mCanvas.setMagnificationFactor(mCanvas.magnificationFactor() * wanted /
                                   mCanvas.mapSettings().outputDpi());
    mZoom();
}

bool WatchedMap::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Show || event->type() == QEvent::Hide) {
        mCanvas.setRenderFlag(event->type() == QEvent::Show);
    } else if (event->type() == QEvent::FontChange) {
        fit();
    }
    return QObject::eventFilter(watched, event);
}

} // namespace gridward
