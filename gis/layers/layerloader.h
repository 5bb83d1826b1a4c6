// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/mapport.h"

#include <qgscoordinatetransformcontext.h>
#include <qgsfeedback.h>
#include <qgstaskmanager.h>

#include <QStringList>

#include <memory>
#include <mutex>
#include <vector>

class QgsMapLayer;

namespace gridward {

/**
 * Opens files as map layers, beside the GUI thread. Made on the GUI thread with all it needs; the
 * task manager owns it; the layers it made are taken from the slot of loaded(), on the GUI thread.
 */
class LayerLoader final : public QgsTask
{
    Q_OBJECT
public:
    LayerLoader(const QStringList &paths, const QgsCoordinateTransformContext &transforms);
    ~LayerLoader() override;

    bool run() override;
    void finished(bool result) override;
    void cancel() override;
    /** Returns when run() is over; after cancel() that is as soon as the library underneath lets
     * go. */
    void waitUntilStopped();

    /** Top-most first; each lives on the GUI thread already. */
    [[nodiscard]] std::vector<std::unique_ptr<QgsMapLayer>> takeLayers();
    [[nodiscard]] const LoadReport &report() const { return mReport; }

signals:
    void loaded();

private:
    void loadFile(const QString &path);
    void loadTable(const QString &path);
    void keep(std::unique_ptr<QgsMapLayer> layer, const QString &path);
    void refuse(ErrorCode code, const QString &message, const QString &detail = {});

    QStringList mPaths;
    QgsCoordinateTransformContext mTransforms;
    QgsFeedback mFeedback;
    std::mutex mRunning; ///< held by run()
    std::vector<std::unique_ptr<QgsMapLayer>> mLayers;
    LoadReport mReport;
};

} // namespace gridward
