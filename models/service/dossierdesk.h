// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/auditdesk.h"
#include "models/service/dossierport.h"

namespace gridward {

class DistrictService;

/**
 * Permission, dossier, audit log and stamp for a folder, in this order: nothing is noted of what
 * is refused, and nothing leaves without its note. Blocks; on the store's thread.
 */
[[nodiscard]] Result<FolderGrant> grantFolder(Store &store,
                                              CaseDesk &desk,
                                              const CaseId &id,
                                              const User &user,
                                              const QString &file,
                                              const AuditActor &by,
                                              const std::optional<Instant> &at = std::nullopt);

/**
 * Cases by id, number or the beginning of one (four digits or more) that the user may see. Blocks;
 * on the store's thread.
 */
[[nodiscard]] Result<QList<Case>>
findCases(Store &store, CaseDesk &desk, const QString &text, const User &user);

/** Answers DossierPort from the store of a district, as its present user. GUI thread. */
class DossierDesk final : public DossierPort
{
    Q_OBJECT
public:
    /** The district outlives it; `wording` is for messages. */
    explicit DossierDesk(DistrictService &district,
                         CaseWording wording = {},
                         QObject *parent = nullptr);

    QFuture<Result<CaseDossier>> dossier(const CaseId &id) override;
    QFuture<Result<QList<Case>>> find(const QString &text) override;
    QFuture<Result<FolderGrant>> takeFolder(const CaseId &id, const QString &file) override;

private:
    DistrictService &mDistrict;
    CaseWording mWording;
};

} // namespace gridward
