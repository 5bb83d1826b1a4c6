// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline.h"
#include "app/exitstatus.h"
#include "models/domain/stamp.h"
#include "models/service/mapport.h"
#include "models/view/livecases.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>
#include <optional>
#include <utility>

namespace gridward {

class DistrictService;
class MainWindow;

/**
 * Draws a screen into PNG files without a display: waits for the files to be on the map and for the
 * final picture of it, then paints the window. GUI thread; says by finished() how it went.
 */
class RenderJob final : public QObject
{
    Q_OBJECT
public:
    /** So long is waited for a picture to be complete. */
    static constexpr std::chrono::minutes kPatience{5};

    RenderJob(RenderOrder order, MainWindow &window, MapPort &map, DistrictService &district);

    /** Counts the open cases, for the log of pictures; without one it says nothing of them. */
    void setCounter(std::function<CaseCounts()> counter) { mCounter = std::move(counter); }
    /** Says whether anything is still being read or drawn; without one only the map is asked. */
    void setBusyProbe(std::function<bool()> probe) { mProbe = std::move(probe); }
    /** Draws these files over the district, if a store is about to be opened. */
    void start(const QStringList &files, bool hasStore);

signals:
    void finished(gridward::ExitStatus status);

private:
    void drawAgain();
    void takeFiles(const LoadReport &report);
    void fail(const Error &error);
    void lookWhetherComplete();
    void paint();
    void writeStamped(const Stamp &stamp);
    [[nodiscard]] Result<void> writeNext(const Stamp &stamp);
    [[nodiscard]] Result<void> write(const QString &path, const Stamp &stamp) const;
    void tell(const QString &path) const;
    /** A scene of the wall after the other, one a picture. */
    [[nodiscard]] bool takesTurns() const;
    /** To standard error, if the window is larger than the picture. */
    void sayWhatIsCut() const;

    RenderOrder mOrder;
    MainWindow &mWindow;
    MapPort &mMap;
    LoadReport mReport;
    QTimer mPatience;
    QTimer mRepeat;
    DistrictService &mDistrict;
    std::function<bool()> mProbe;
    std::function<CaseCounts()> mCounter;
    QTimer mLook;
    int mQuiet = 0;   ///< how many looks in a row found nothing at work
    int mAwaited = 0; ///< reports that are still to come
    bool mHasStore = false;
    bool mLoaded = false;
    bool mDue = true;
    bool mSceneShown = false;
};

} // namespace gridward
