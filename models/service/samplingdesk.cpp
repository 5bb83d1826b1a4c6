// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/samplingdesk.h"

#include "models/domain/dutyroster.h"
#include "models/domain/language.h"
#include "models/service/districtservice.h"
#include "models/service/samplingsheet.h"

#include <QCoreApplication>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(SamplingDesk)
};

} // namespace

Result<qint64>
exportSamplingSheet(Store &store, qint64 id, const QString &file, const AuditActor &by)
{
    const Result<Sampling> one = store.samplings().sampling(id);
    const Result<QList<SampledCase>> cases =
        one ? store.samplings().cases(id) : Result<QList<SampledCase>>(one.error());
    if (!cases) {
        return cases.error();
    }
    const Result<DistrictNames> names = DistrictNames::read(store);
    if (!names) {
        return names.error();
    }
    const qint64 count = cases.value().size();
    const Result<Stamp> stamp =
        allowOutput(store, {AuditKind::Print, Thing::Case, u"sampling-sheet"_s, file, count}, by);
    if (!stamp) {
        return stamp.error();
    }
    const QByteArray text = samplingSheet(one.value(),
                                          cases.value(),
                                          names.value(),
                                          timeZoneNamed(store.info().timeZone),
                                          isEnglish());
    QSaveFile out(file);
    if (!out.open(QIODevice::WriteOnly) || out.write(text) != text.size() || !out.commit()) {
        return Error{ErrorCode::Unreachable,
                     Words::tr("“%1” cannot be written: %2").arg(file, out.errorString()),
                     {}};
    }
    const Result<void> written = writeStampBeside(file, stamp.value());
    return written ? Result<qint64>(count) : Result<qint64>(written.error());
}

SamplingDesk::SamplingDesk(DistrictService &district, QObject *parent)
    : SamplingPort(parent)
    , mDistrict(district)
{
}

QFuture<Result<QList<Sampling>>> SamplingDesk::samplings()
{
    return mDistrict.askStore<QList<Sampling>>(
        [](Store &store) { return store.samplings().samplings(); });
}

QFuture<Result<QList<SampledCase>>> SamplingDesk::cases(qint64 id)
{
    return mDistrict.askStore<QList<SampledCase>>(
        [id](Store &store) { return store.samplings().cases(id); });
}

QFuture<Result<Sampling>> SamplingDesk::draw(const SamplingOrder &order)
{
    return mDistrict.askStore<Sampling>([order, now = mDistrict.clock().now()](Store &store) {
        return store.samplings().draw(order, now);
    });
}

QFuture<Result<QList<SampledCase>>> SamplingDesk::record(const RecheckOrder &order)
{
    return mDistrict.askStore<QList<SampledCase>>(
        [order, now = mDistrict.clock().now()](Store &store) -> Result<QList<SampledCase>> {
            const Result<void> done = store.samplings().record(
                order.sampling, order.subject, order.result, order.note, order.evidence, now);
            return done ? store.samplings().cases(order.sampling)
                        : Result<QList<SampledCase>>(done.error());
        });
}

QFuture<Result<qint64>> SamplingDesk::writeSheet(qint64 id, const QString &file)
{
    const AuditActor by{mDistrict.user().name, mDistrict.origin(), mDistrict.clock().now()};
    return mDistrict.askStore<qint64>(
        [id, file, by](Store &store) { return exportSamplingSheet(store, id, file, by); });
}

} // namespace gridward
