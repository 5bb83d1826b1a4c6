// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gis/tools/clicktool.h"

namespace gridward {

/** A click is a place. Owned by its canvas; GUI thread. */
class PickTool final : public ClickTool
{
    Q_OBJECT
public:
    using ClickTool::ClickTool;

signals:
    /** In the coordinates of the map. */
    void clicked(const QgsPointXY &place);

protected:
    void click(const QgsPointXY &place) override { emit clicked(place); }
};

} // namespace gridward
