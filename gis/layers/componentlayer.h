// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/district.h"
#include "models/service/mapport.h"
#include "models/store/store.h"

#include <QList>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <memory>
#include <optional>

class QgsMapCanvas;
class QgsMapLayer;
class QgsProject;
class QgsVectorLayer;

namespace gridward {

/**
 * Managed components (部件) on demand: a memory layer that holds those of the present view and no
 * others, however many the district has, and asks for them while it is ticked in the layer list and
 * the map is near enough. GUI thread; project and canvas must outlive it.
 */
class ComponentLayer final : public QObject
{
    Q_OBJECT
public:
    ComponentLayer(QgsProject &project, QgsMapCanvas &canvas, QObject *parent);

    /** How many are shown at once at the most. */
    [[nodiscard]] static int most() { return 20'000; }

    /** A layer for a district, empty; whoever puts it on the map owns it. */
    [[nodiscard]] std::unique_ptr<QgsMapLayer> makeLayer();
    void dress(MapTheme theme);
    /** Those of the box that was wanted. */
    void take(const QList<Component> &components);
    /** Components were written: what is shown is asked for again. */
    void askAgain();

signals:
    void wanted(const gridward::GeoExtent &extent);

private:
    void ask();
    [[nodiscard]] std::optional<GeoExtent> view() const;

    QgsProject &mProject;
    QgsMapCanvas &mCanvas;
    QPointer<QgsVectorLayer> mLayer;
    QTimer mPause; ///< after the last movement
    std::optional<GeoExtent> mAsked;
};

/** Dresses the layer if it is one of ComponentLayer's, for the screen or for paper. */
void dressComponentLayer(QgsMapLayer &layer, MapTheme theme);

} // namespace gridward
