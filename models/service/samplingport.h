// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/sampling.h"
#include "models/store/samplingstore.h"

#include <QFuture>
#include <QObject>

namespace gridward {

/** What somebody found at a case that was drawn. */
struct RecheckOrder
{
    qint64 sampling = 0;
    CaseId subject;
    RecheckResult result = RecheckResult::Confirmed;
    QString note;
    QList<Attachment> evidence;
};

/**
 * Month-end sampling as screens ask for it. Answers come as futures on the GUI thread, where this
 * lives. Errors: as SamplingStore.
 */
class SamplingPort : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    [[nodiscard]] virtual QFuture<Result<QList<Sampling>>> samplings() = 0;
    [[nodiscard]] virtual QFuture<Result<QList<SampledCase>>> cases(qint64 id) = 0;
    [[nodiscard]] virtual QFuture<Result<Sampling>> draw(const SamplingOrder &order) = 0;
    /** The draw's cases as they are afterwards. */
    [[nodiscard]] virtual QFuture<Result<QList<SampledCase>>> record(const RecheckOrder &order) = 0;
    /** Writes the sheet of a draw, as exportSamplingSheet(); says how many cases. */
    [[nodiscard]] virtual QFuture<Result<qint64>> writeSheet(qint64 id, const QString &file) = 0;
};

} // namespace gridward
