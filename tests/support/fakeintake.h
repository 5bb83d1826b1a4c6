// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/intakeport.h"
#include "tests/support/fakedistrict.h"

namespace gridward {

/** A call desk without a store: answers at once, or when a test says so, what a test put there. */
class FakeIntake final : public IntakePort
{
    Q_OBJECT
public:
    QFuture<Result<QList<PlaceCandidate>>> locate(const QString &text, int) override
    {
        located.append(text);
        if (!holdsBack) {
            return FakeDistrict::answer<QList<PlaceCandidate>>(candidates);
        }
        held = std::make_shared<QPromise<Result<QList<PlaceCandidate>>>>();
        held->start();
        return held->future();
    }
    QFuture<Result<QList<SimilarCase>>> similar(const SimilarQuery &query) override
    {
        asked.append(query);
        return FakeDistrict::answer<QList<SimilarCase>>(found);
    }
    QFuture<Result<QList<Attachment>>> pictures(const CaseId &, int) override
    {
        return FakeDistrict::answer<QList<Attachment>>(attachments);
    }
    QFuture<Result<std::shared_ptr<const ClassFinder>>> classes() override
    {
        return FakeDistrict::answer<std::shared_ptr<const ClassFinder>>(finder);
    }
    /** The answer that was held back. */
    void release()
    {
        held->addResult(candidates);
        held->finish();
    }

    Result<QList<PlaceCandidate>> candidates = QList<PlaceCandidate>();
    Result<QList<SimilarCase>> found = QList<SimilarCase>();
    QList<Attachment> attachments;
    std::shared_ptr<const ClassFinder> finder = ClassFinder::make({});
    bool holdsBack = false;
    std::shared_ptr<QPromise<Result<QList<PlaceCandidate>>>> held;

    QStringList located;
    QList<SimilarQuery> asked;
};

} // namespace gridward
