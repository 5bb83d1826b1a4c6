// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/dossierport.h"
#include "tests/support/fakedistrict.h"

#include <QPromise>

#include <functional>
#include <memory>

namespace gridward {

/** Dossiers without a store: answers with what a test put there, at once or when it is told to. */
class FakeDossiers final : public DossierPort
{
    Q_OBJECT
public:
    QFuture<Result<CaseDossier>> dossier(const CaseId &id) override
    {
        asked.append(id);
        if (!late) {
            return FakeDistrict::answer<CaseDossier>(theDossier);
        }
        const auto promise = std::make_shared<QPromise<Result<CaseDossier>>>();
        promise->start();
        waiting.append([promise, value = theDossier] {
            promise->addResult(value);
            promise->finish();
        });
        return promise->future();
    }
    QFuture<Result<QList<Case>>> find(const QString &text) override
    {
        sought.append(text);
        return FakeDistrict::answer<QList<Case>>(found);
    }
    QFuture<Result<FolderGrant>> takeFolder(const CaseId &id, const QString &file) override
    {
        taken.append({id, file});
        return FakeDistrict::answer<FolderGrant>(grant);
    }

    bool late = false;                    ///< of dossiers
    QList<std::function<void()>> waiting; ///< their answers, in the order of the questions
    Result<CaseDossier> theDossier = CaseDossier{};
    Result<QList<Case>> found = QList<Case>{};
    Result<FolderGrant> grant = FolderGrant{};
    QList<CaseId> asked;
    QStringList sought;
    QList<std::pair<CaseId, QString>> taken;
};

} // namespace gridward
