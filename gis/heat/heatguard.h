// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gis/heat/heattask.h"

namespace gridward {

/**
 * The surface as it may leave the program: without the values of cells that are reached by fewer
 * than `fewest` cases which somebody outside reported, in either of two periods. A cell that others
 * alone reach keeps its value; one that nothing reaches is blank as well, or a hole around one case
 * would have its place in the middle. Its rasters for the screen are left out. Cancelled.
 */
[[nodiscard]] Result<std::shared_ptr<const ShownSurface>>
guardedSurface(const ShownSurface &shown, qint64 fewest, const std::function<bool()> &isCancelled);

/** Does that beside the GUI thread. */
class GuardTask final : public HeatTask
{
    Q_OBJECT
public:
    GuardTask(std::shared_ptr<const ShownSurface> surface, qint64 fewest);
    /** In the slot of done(). */
    [[nodiscard]] Result<std::shared_ptr<const ShownSurface>> result() const;

protected:
    void run() final;

private:
    std::shared_ptr<const ShownSurface> mSurface;
    qint64 mFewest;
    std::optional<Result<std::shared_ptr<const ShownSurface>>> mResult;
};

} // namespace gridward
