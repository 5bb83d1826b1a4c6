// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/wall/walltile.h"

#include <array>

namespace gridward {

class WallCounter;

/** Open, overdue, urgent, to check: upon each other, or the first three beside each other where
 * the tile is low. GUI thread. */
class WallCounters final : public WallTile
{
    Q_OBJECT
public:
    WallCounters(const QString &name, QWidget *parent);

    void setContent(const CountersContent &content);

protected:
    void restyle() override;
    void paintEvent(QPaintEvent *event) override;

private:
    std::array<WallCounter *, 4> mCounters;
};

} // namespace gridward
