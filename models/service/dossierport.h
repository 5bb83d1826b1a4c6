// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/stamp.h"
#include "models/service/casedossier.h"

#include <QFuture>
#include <QObject>
#include <QString>

namespace gridward {

/** What goes into the folder of a case, and who takes it out. */
struct FolderGrant
{
    CaseDossier dossier;
    Stamp stamp;
};

/**
 * What the page of a case asks of a district beside DistrictPort. Answers come as futures on the
 * GUI thread, where this lives. Errors: Refused for a case that the user may not see, NotFound, and
 * those of Store.
 */
class DossierPort : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    [[nodiscard]] virtual QFuture<Result<CaseDossier>> dossier(const CaseId &id) = 0;
    /** Cases by their number (its beginning will do) or id; highest number first. */
    [[nodiscard]] virtual QFuture<Result<QList<Case>>> find(const QString &text) = 0;
    /**
     * To be asked before a folder is written: Refused if the user may not print and export this
     * case; else it stands in the audit log, under the name of the file.
     */
    [[nodiscard]] virtual QFuture<Result<FolderGrant>> takeFolder(const CaseId &id,
                                                                  const QString &file) = 0;
};

} // namespace gridward
