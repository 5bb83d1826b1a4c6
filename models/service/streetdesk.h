// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/streetport.h"
#include "models/store/store.h"

#include <QHash>
#include <QUuid>

#include <memory>

namespace gridward {

class DistrictService;

/** How often cases went back, by id: what need not be read again. */
using TurnsCache = QHash<QUuid, CaseTurns>;

/** Reads the standing of a street piece by piece. On the store's thread. */
class StandingReader
{
public:
    /** The cache outlives it. */
    StandingReader(const StreetPart &part, Instant now, TurnsCache &cache);

    /** Reads on; false when all is read. */
    [[nodiscard]] Result<bool> readOn(Store &store);
    [[nodiscard]] Standing result() const { return mCount->result(); }

private:
    [[nodiscard]] Result<CaseTurns> turns(Store &store, const Case &subject);

    StreetPart mPart;
    Instant mNow;
    TurnsCache &mCache;
    std::optional<StandingCount> mCount; ///< once the zone of the district is known
    std::optional<CaseId> mBefore;       ///< the oldest one so far
};

/** All of it at once; blocks, on the store's thread. */
[[nodiscard]] Result<Standing> readStanding(Store &store, const StreetPart &part, Instant now);
/** partSeen() by the store's rules; Refused if that is nothing. Blocks; on the store's thread. */
[[nodiscard]] Result<StreetPart> partFor(Store &store, const User &user, const QString &street);
/**
 * Who works for a street: the office (`office` if it is known: the user's own), the units below it,
 * and their people, 500 a unit at the most. Blocks; on the store's thread.
 */
[[nodiscard]] Result<StreetOffice>
readOffice(Store &store, const QString &street, const QString &office, Instant now);

/** Answers StreetPort from the store of a district, as its present user. GUI thread. */
class StreetDesk final : public StreetPort
{
    Q_OBJECT
public:
    /** The district outlives it. */
    explicit StreetDesk(DistrictService &district, QObject *parent = nullptr);

    QFuture<Result<StreetOffice>> office(const QString &street) override;
    QFuture<Result<Standing>> standing(const QString &street) override;

private:
    struct Reading;
    void readOn(const std::shared_ptr<Reading> &reading);

    DistrictService &mDistrict;
    std::shared_ptr<TurnsCache> mCache; ///< used on the store's thread alone
};

} // namespace gridward
