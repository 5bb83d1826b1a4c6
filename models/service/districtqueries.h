// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/districtport.h"

#include <QList>
#include <QString>

namespace gridward {

// What the screens ask of a district, answered from a store. Every function blocks; on the store's
// thread.

/** What the search looks through without asking the store each time. */
struct SearchIndex
{
    QList<Division> divisions; ///< without outlines
    QList<UnitGrid> grids;     ///< without outlines
    QList<KeyPlace> keyPlaces; ///< without shapes

    [[nodiscard]] static Result<SearchIndex> read(Store &store);
};

/**
 * As it stood at `at`, if that is given: later events do not count. Who could handle it is answered
 * for `now`.
 */
[[nodiscard]] Result<CaseFile> readCaseFile(Store &store,
                                            CaseDesk &desk,
                                            const CaseId &id,
                                            const User &user,
                                            Instant now,
                                            const std::optional<Instant> &at = std::nullopt);
/** The newest cases, open or not; as they stood at `at`, if that is given. */
[[nodiscard]] Result<QList<Case>>
readNewest(Store &store, int limit, const std::optional<Instant> &at);
/** Responsible are those whose duty covers `day`. */
[[nodiscard]] Result<GridCard>
readGridCard(Store &store, const SearchIndex &index, const QString &code, QDate day);
[[nodiscard]] Result<PlaceCard>
readPlaceCard(Store &store, const SearchIndex &index, const QString &id);
/** A day that is worked by the calendar, weekends that make up for a holiday among them. */
[[nodiscard]] bool isWorked(const WorkingCalendar &calendar, QDate day);
/** The local day of `now`; with `at` nothing that was registered behind it. */
[[nodiscard]] Result<DayRhythm> readDayRhythm(Store &store,
                                              Instant now,
                                              const std::optional<Instant> &at,
                                              const WorkingCalendar &calendar);
/** By the calendar in force. */
[[nodiscard]] Result<DayRhythm>
readDayRhythm(Store &store, Instant now, const std::optional<Instant> &at);
[[nodiscard]] Result<CasePoints> readCasePoints(Store &store, const CasePlaceQuery &query);
/** See DistrictPort::cases(). */
[[nodiscard]] Result<QList<Case>>
readCases(Store &store, CaseDesk &desk, const QList<CaseId> &ids, const User &user);
/** Everybody who was seen since then, with the role that they have there that day. */
[[nodiscard]] Result<QList<StaffMark>> readStaff(Store &store, Instant notBefore, QDate day);
/** See DistrictPort::denominator(). */
[[nodiscard]] Result<CasePoints> readDenominator(Store &store, Denominator kind);
/** By number, code, name or address; what fits best first, all kinds mixed in. */
[[nodiscard]] Result<QList<SearchHit>>
searchDistrict(Store &store, const SearchIndex &index, const QString &text, int limit);
/** The standard address nearest to a place, within 150 m; empty if there is none. */
[[nodiscard]] Result<QString> nearestAddress(Store &store, const GeoPoint &place);

} // namespace gridward
