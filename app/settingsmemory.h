// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/view/deskmemory.h"

namespace gridward {

class Settings;

/** What a seat remembers, in its settings. GUI thread. */
class SettingsMemory final : public DeskMemory
{
    Q_OBJECT
public:
    /** They outlive it. */
    explicit SettingsMemory(Settings &settings, QObject *parent = nullptr);

    [[nodiscard]] QString kept(const QString &user, const QString &key) const override;
    void keep(const QString &user, const QString &key, const QString &text) override;
    [[nodiscard]] HeatLimits heatLimits() const override;
    void setHeatLimits(const HeatLimits &limits) override;

private:
    Settings &mSettings;
};

} // namespace gridward
