// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/leaderport.h"
#include "tests/support/fakedistrict.h"

#include <QPromise>

#include <functional>
#include <memory>

namespace gridward {

/** What concerns leaders, without a store; counts what it is asked. */
class FakeLeader final : public LeaderPort
{
    Q_OBJECT
public:
    QFuture<Result<QList<LeaderFacts>>> pressing() override
    {
        ++pressingAsked;
        if (!late) {
            return FakeDistrict::answer<QList<LeaderFacts>>(all);
        }
        const auto promise = std::make_shared<QPromise<Result<QList<LeaderFacts>>>>();
        promise->start();
        waiting.append([promise, value = all] {
            promise->addResult(value);
            promise->finish();
        });
        return promise->future();
    }
    QFuture<Result<QList<LeaderFacts>>> factsOf(const QList<CaseId> &ids) override
    {
        asked.append(ids);
        QList<LeaderFacts> found;
        if (all) {
            for (const LeaderFacts &one : all.value()) {
                if (ids.contains(one.id)) {
                    found.append(one);
                }
            }
        }
        return FakeDistrict::answer<QList<LeaderFacts>>(found);
    }

    Result<QList<LeaderFacts>> all = QList<LeaderFacts>{};
    bool late = false;                    ///< of all that presses
    QList<std::function<void()>> waiting; ///< its answers, in the order of the questions
    int pressingAsked = 0;
    QList<QList<CaseId>> asked;
};

} // namespace gridward
