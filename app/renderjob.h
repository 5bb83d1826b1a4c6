// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline.h"
#include "app/exitstatus.h"
#include "models/service/mapport.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <functional>
#include <optional>
#include <utility>

namespace gridward {

class MainWindow;

/**
 * Draws a screen into PNG files without a display: waits for the files to be on the map and for the
 * final picture of it, then paints the window. GUI thread; says by finished() how it went.
 */
class RenderJob final : public QObject
{
    Q_OBJECT
public:
    RenderJob(RenderOrder order, MainWindow &window, MapPort &map);

    /** Draws these files over the district, if one is given. */
    void start(const QStringList &files, const std::optional<DistrictPicture> &district);
    /** Asked for the district as it is then, before each further picture of `--every`. */
    void setSource(std::function<Result<DistrictPicture>()> source) { mSource = std::move(source); }

signals:
    void finished(gridward::ExitStatus status);

private:
    void showDistrict(const DistrictPicture &district);
    void drawAgain();
    void takeFiles(const LoadReport &report);
    void paintWhenComplete();
    void paint();
    [[nodiscard]] Result<void> write(const QString &path) const;
    void tell(const QString &path) const;

    RenderOrder mOrder;
    MainWindow &mWindow;
    MapPort &mMap;
    LoadReport mReport;
    QTimer mPatience;
    QTimer mRepeat;
    std::function<Result<DistrictPicture>()> mSource;
    int mAwaited = 0; ///< reports that are still to come
    bool mLoaded = false;
    bool mDue = true;
};

} // namespace gridward
