// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/personal.h"
#include "models/domain/result.h"
#include "models/service/casedesk.h"
#include "models/store/personalstore.h"

#include <QFuture>
#include <QObject>
#include <QString>
#include <QStringList>

namespace gridward {

/**
 * Callers and households as the screens see them: masked, unless opened for a purpose. Answers come
 * as futures on the GUI thread, where this lives. Errors: as PersonalStore.
 */
class PersonalPort : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /** Registers a report and who made it, both or neither. */
    [[nodiscard]] virtual QFuture<Result<Case>> report(const ReportDraft &draft,
                                                       const Caller &caller) = 0;
    [[nodiscard]] virtual QFuture<Result<bool>> hasCaller(const CaseId &id) = 0;
    /** It is in the audit log when the answer comes. */
    [[nodiscard]] virtual QFuture<Result<Caller>> openCaller(const CaseId &id, Purpose purpose) = 0;
    [[nodiscard]] virtual QFuture<Result<HouseholdCount>> countHouseholds(const QString &grid) = 0;
    /** Refused for those who may open none there. */
    [[nodiscard]] virtual QFuture<Result<QStringList>> householdsIn(const QString &grid) = 0;
    [[nodiscard]] virtual QFuture<Result<Household>> openHousehold(const QString &id,
                                                                   Purpose purpose) = 0;

    /** The desk was left alone or locked: whatever is open on a screen is masked again. */
    void maskAll() { emit maskWanted(); }

signals:
    void maskWanted();
};

} // namespace gridward
