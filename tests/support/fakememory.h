// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/view/deskmemory.h"

#include <QHash>

namespace gridward {

/** What a seat remembers, as long as the test runs. */
class FakeMemory final : public DeskMemory
{
    Q_OBJECT
public:
    [[nodiscard]] QString kept(const QString &user, const QString &key) const override
    {
        return texts.value(user + u'|' + key);
    }
    void keep(const QString &user, const QString &key, const QString &text) override
    {
        texts.insert(user + u'|' + key, text);
    }
    [[nodiscard]] HeatLimits heatLimits() const override { return limits; }
    void setHeatLimits(const HeatLimits &chosen) override
    {
        limits = chosen;
        emit heatLimitsChanged();
    }

    QHash<QString, QString> texts;
    HeatLimits limits;
};

} // namespace gridward
