// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QObject>

namespace gridward {

/**
 * What a store that others write to tells by itself: see Store::watch(). Emits from a thread of its
 * own.
 */
class StoreWatch : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /** Did the store answer when it was last asked? Any thread. */
    [[nodiscard]] virtual bool isThere() const = 0;

signals:
    /** Somebody wrote, this program or another one; which may be told late, or twice, or in a while
     * only: what was written is in the store, not in the signal. */
    void written();
    /** The store does not answer any more; told once. */
    void lost(const gridward::Error &error);
    /** It answers again. */
    void found();
};

} // namespace gridward
