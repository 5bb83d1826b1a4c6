// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/intakeport.h"
#include "models/store/store.h"

#include <QHash>
#include <QStringList>

namespace gridward {

class DistrictService;
class GridLocator;

/**
 * The places of a district by their names, read once and again when they change. Blocks; on the
 * store's thread.
 */
class PlaceBook
{
public:
    /** Reads what has changed since the last time. */
    [[nodiscard]] Result<void> refresh(Store &store);
    /** As IntakePort::locate(). */
    [[nodiscard]] Result<QList<PlaceCandidate>>
    locate(Store &store, const QString &text, int limit) const;
    /** As IntakePort::similar(). */
    [[nodiscard]] Result<QList<SimilarCase>>
    similar(Store &store, const SimilarQuery &query, Instant now) const;

private:
    struct Named
    {
        PlaceCandidate candidate;
        QString key; ///< found by its beginning or whole, beside the title
    };
    struct Ranked
    {
        int rank = 0;
        PlaceCandidate candidate;
    };
    void readDivisions(const QList<Division> &divisions);
    [[nodiscard]] Result<void> readGrids(const QList<UnitGrid> &grids);
    void readPlaces(const QList<KeyPlace> &places);
    [[nodiscard]] QString whereIs(const QString &grid) const;
    void addNamed(QList<Ranked> &found, const QString &text) const;
    [[nodiscard]] Result<void>
    addComponents(Store &store, QList<Ranked> &found, const QString &text) const;
    [[nodiscard]] Result<void>
    addAddresses(Store &store, QList<Ranked> &found, const QString &text) const;
    [[nodiscard]] Result<void>
    addNeighbours(Store &store, QList<Ranked> &found, const QString &text) const;
    [[nodiscard]] PlaceCandidate candidateOf(const Address &address) const;
    [[nodiscard]] QStringList gridsAround(const GeoPoint &place) const;

    QHash<QString, qint64> mEditions; ///< of the tables when they were read
    QHash<QString, QString> mDivisions;
    QHash<QString, QString> mWhere; ///< by grid
    QList<Named> mNamed;
    std::shared_ptr<const GridLocator> mLocator;
    std::optional<GeoPoint> mMiddle;
};

/** Which classes were reported how often among the newest cases; visits those. */
[[nodiscard]] Result<ClassFinder::Use> usualClasses(Store &store);

/** Answers the call desk from the store of a district. GUI thread. */
class IntakeDesk final : public IntakePort
{
    Q_OBJECT
public:
    /** The district outlives it. */
    explicit IntakeDesk(DistrictService &district, QObject *parent = nullptr);

    QFuture<Result<QList<PlaceCandidate>>> locate(const QString &text, int limit) override;
    QFuture<Result<QList<SimilarCase>>> similar(const SimilarQuery &query) override;
    QFuture<Result<QList<Attachment>>> pictures(const CaseId &id, int limit) override;
    QFuture<Result<std::shared_ptr<const ClassFinder>>> classes() override;

private:
    DistrictService &mDistrict;
    std::shared_ptr<PlaceBook> mBook; ///< the store's thread's
};

} // namespace gridward
