// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/leadermatter.h"
#include "models/domain/result.h"

#include <QFuture>
#include <QList>
#include <QObject>

namespace gridward {

/**
 * What the workspace of the leaders asks of a district beside its cases. Answers come as futures on
 * the GUI thread, where this lives. Errors: as Store; cases that the user may not see are left out.
 */
class LeaderPort : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /** Of all open cases that were urged or to which somebody was called. */
    [[nodiscard]] virtual QFuture<Result<QList<LeaderFacts>>> pressing() = 0;
    /** Of these, as they stand now. */
    [[nodiscard]] virtual QFuture<Result<QList<LeaderFacts>>> factsOf(const QList<CaseId> &ids) = 0;
};

} // namespace gridward
