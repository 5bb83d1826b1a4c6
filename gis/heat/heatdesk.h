// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gis/heat/heattask.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <memory>
#include <optional>

namespace gridward {

/**
 * Makes surfaces one at a time: after each change a coarse one at once and, when nothing changed
 * for a moment, the exact one. A change stops an exact one that is under way; a coarse one is
 * finished, so that there is something to see while a slider moves. GUI thread; the surfaces are
 * made beside it.
 */
class HeatDesk final : public QObject
{
    Q_OBJECT
public:
    explicit HeatDesk(QObject *parent = nullptr);
    /** Waits until the one under way has stopped. */
    ~HeatDesk() override;

    /** Of what; places it anew with the next surface. Its order and play are left aside. */
    void setInput(HeatInput input);
    /** How; no surface is asked for by that alone. */
    void setWanted(const HeatOrder &order, const HeatPlay &play);
    /** Asks for both surfaces. */
    void request();
    /** Nothing more comes; true if something was to come. */
    bool stop();

    [[nodiscard]] bool isBusy() const;

    [[nodiscard]] HeatWork work() const;

signals:
    /** Only where no newer change asks for another one. */
    void made(const std::shared_ptr<const gridward::ShownSurface> &surface);
    void coarseMade(const std::shared_ptr<const gridward::ShownSurface> &surface);
    void failed(const gridward::Error &error);
    void progressed(int percent);

private:
    void next();
    void start(bool isCoarse);
    void take(const SurfaceTask &task, bool isCoarse);

    std::shared_ptr<const HeatInput> mInput;
    std::shared_ptr<PlacedHeat> mPlaced; ///< of the input, once a task has placed it
    HeatWanted mWanted;
    QPointer<SurfaceTask> mRunning;
    bool mRunsExact = false;
    bool mWantsCoarse = false;
    bool mWantsExact = false;
    QTimer mDue;    ///< gathers changes that come together
    QTimer mSettle; ///< nothing changes any more
    HeatWork mWork;
    std::shared_ptr<SurfaceCount> mCount;
};

} // namespace gridward
