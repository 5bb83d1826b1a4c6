// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gis/engine/maptask.h"
#include "models/service/mapport.h"

#include <qgscoordinatetransformcontext.h>
#include <qgsfeedback.h>

#include <QStringList>

#include <memory>
#include <vector>

class QgsMapLayer;

namespace gridward {

/**
 * Opens files as map layers, beside the GUI thread. The layers it made are taken from the slot of
 * loaded(), on the GUI thread.
 */
class LayerLoader final : public MapTask
{
    Q_OBJECT
public:
    LayerLoader(const QStringList &paths, const QgsCoordinateTransformContext &transforms);
    ~LayerLoader() override;

    /** The library underneath lets go as soon as it can. */
    void cancel() override;

    /** Top-most first; each lives on the GUI thread already. */
    [[nodiscard]] std::vector<std::unique_ptr<QgsMapLayer>> takeLayers();
    [[nodiscard]] const LoadReport &report() const { return mReport; }

signals:
    void loaded();

protected:
    void run() override;
    void finished() override;

private:
    void loadFile(const QString &path);
    void loadTable(const QString &path);
    void keep(std::unique_ptr<QgsMapLayer> layer, const QString &path);
    void refuse(ErrorCode code, const QString &message, const QString &detail = {});

    QStringList mPaths;
    QgsCoordinateTransformContext mTransforms;
    QgsFeedback mFeedback;
    std::vector<std::unique_ptr<QgsMapLayer>> mLayers;
    LoadReport mReport;
};

} // namespace gridward
