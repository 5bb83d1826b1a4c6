// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/wallstage.h"

class QScreen;

namespace gridward {

/** The monitors that the desktop tells Qt of. GUI thread; after the application was made. */
class SystemMonitors final : public MonitorsPort
{
    Q_OBJECT
public:
    explicit SystemMonitors(QObject *parent = nullptr);

    [[nodiscard]] QList<WallMonitor> monitors() const override;

private:
    void follow(QScreen *screen);
};

} // namespace gridward
