// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/districtport.h"

#include <QList>
#include <QObject>
#include <QStringList>

namespace gridward {

/**
 * Takes the same step of several cases, one after the other: each is a step of its own, so that one
 * that somebody else took first keeps none of the others back. GUI thread.
 */
class BatchRunner final : public QObject
{
    Q_OBJECT
public:
    struct Order
    {
        CaseId id;
        QString number;
        int version = 0; ///< as it was looked at: Conflict if it is another now
    };

    /** The port outlives it. */
    explicit BatchRunner(DistrictPort &district, QObject *parent = nullptr);

    /** Not while it runs. The version of the request is that of each order. */
    void start(const QList<Order> &orders, const ActionRequest &request);
    /** After the step that is on its way. */
    void stop() { mStopped = true; }
    [[nodiscard]] bool isRunning() const { return mRunning; }
    [[nodiscard]] int total() const { return static_cast<int>(mOrders.size()); }

signals:
    void progressed(int tried);
    /** All were tried: so many went, and for each of the others its number and the reason. */
    void finished(int done, const QStringList &failures);

private:
    void next();

    DistrictPort &mDistrict;
    bool mRunning = false;
    bool mStopped = false;
    QList<Order> mOrders;
    qsizetype mNext = 0;
    int mDone = 0;
    QStringList mFailures;
    ActionRequest mRequest;
};

} // namespace gridward
