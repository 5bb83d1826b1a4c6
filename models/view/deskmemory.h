// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/view/caseheat.h"

#include <QObject>
#include <QString>

namespace gridward {

/**
 * What this seat remembers of its screens from one day to the next: views, columns, limits, where
 * panels and windows are. Small texts under a key that the screen chooses, kept for each user or,
 * for kSeat, for whoever sits there. Nothing about cases. GUI thread; answers at once.
 */
class DeskMemory : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /** Instead of a user: the monitors belong to the seat. No user has this name in the settings.
     */
    static inline const QString kSeat = QStringLiteral("*");

    /** Empty if nothing is kept. */
    [[nodiscard]] virtual QString kept(const QString &user, const QString &key) const = 0;
    virtual void keep(const QString &user, const QString &key, const QString &text) = 0;
    /** The same for all users of the seat. */
    [[nodiscard]] virtual HeatLimits heatLimits() const = 0;
    virtual void setHeatLimits(const HeatLimits &limits) = 0;

signals:
    void heatLimitsChanged();
};

} // namespace gridward
