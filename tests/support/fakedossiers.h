// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/dossierport.h"
#include "tests/support/fakedistrict.h"

namespace gridward {

/** Dossiers without a store: answers at once with what a test put there. */
class FakeDossiers final : public DossierPort
{
    Q_OBJECT
public:
    QFuture<Result<CaseDossier>> dossier(const CaseId &id) override
    {
        asked.append(id);
        return FakeDistrict::answer<CaseDossier>(theDossier);
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

    Result<CaseDossier> theDossier = CaseDossier{};
    Result<QList<Case>> found = QList<Case>{};
    Result<FolderGrant> grant = FolderGrant{};
    QList<CaseId> asked;
    QStringList sought;
    QList<std::pair<CaseId, QString>> taken;
};

} // namespace gridward
