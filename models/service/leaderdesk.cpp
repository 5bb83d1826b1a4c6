// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/leaderdesk.h"

#include "models/service/districtservice.h"

#include <QPromise>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr int kPiece = 500; ///< open cases: some twenty milliseconds of the store's thread

} // namespace

struct LeaderDesk::Reading
{
    qint64 behind = 0;
    QList<LeaderFacts> facts = {};
    QPromise<Result<QList<LeaderFacts>>> answer = {};

    /** True while there is more. */
    [[nodiscard]] Result<bool> readOn(Store &store)
    {
        const Result<PressingCases> piece = store.cases().pressing(behind, kPiece);
        if (!piece) {
            return piece.error();
        }
        const Result<QList<LeaderFacts>> read = readLeaderFacts(store, piece.value().ids);
        if (!read) {
            return read.error();
        }
        facts += read.value();
        behind = piece.value().mark;
        return !piece.value().isLast;
    }
};

Result<QList<LeaderFacts>> readLeaderFacts(Store &store, const QList<CaseId> &ids)
{
    QList<LeaderFacts> all;
    for (const CaseId &id : ids) {
        const Result<CaseRecord> record = store.cases().record(id);
        if (!record) {
            if (record.error().code == ErrorCode::Refused ||
                record.error().code == ErrorCode::NotFound) {
                continue;
            }
            return record.error();
        }
        // Of most cases the log need not be read.
        QList<CaseEvent> events;
        if (!record.value().process.rungs.isEmpty()) {
            const Result<QList<CaseEvent>> log = store.cases().events(id);
            if (!log) {
                return log.error();
            }
            events = log.value();
        }
        all.append(leaderFacts(record.value(), events));
    }
    return all;
}

LeaderDesk::LeaderDesk(DistrictService &district, QObject *parent)
    : LeaderPort(parent)
    , mDistrict(district)
{
}

QFuture<Result<QList<LeaderFacts>>> LeaderDesk::pressing()
{
    const auto reading = std::make_shared<Reading>();
    reading->answer.start();
    QFuture<Result<QList<LeaderFacts>>> future = reading->answer.future();
    readOn(reading);
    return future;
}

void LeaderDesk::readOn(const std::shared_ptr<Reading> &reading)
{
    mDistrict.askStore<bool>([reading](Store &store) { return reading->readOn(store); })
        .then(this, [this, reading](const Result<bool> &more) {
            if (more && more.value()) {
                readOn(reading);
                return;
            }
            reading->answer.addResult(more ? Result<QList<LeaderFacts>>(reading->facts)
                                           : Result<QList<LeaderFacts>>(more.error()));
            reading->answer.finish();
        });
}

QFuture<Result<QList<LeaderFacts>>> LeaderDesk::factsOf(const QList<CaseId> &ids)
{
    return mDistrict.askStore<QList<LeaderFacts>>(
        [ids](Store &store) { return readLeaderFacts(store, ids); });
}

} // namespace gridward
