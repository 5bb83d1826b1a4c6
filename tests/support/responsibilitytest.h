// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/casedesk.h"
#include "models/service/responsibility.h"
#include "tests/support/storebuilders.h"

#include <QObject>

#include <algorithm>
#include <chrono>
#include <memory>
#include <optional>

namespace gridward {

// What the tests of responsibility are made of: short ways to people, units, duties and reasons.

inline const QString kDistrict = QStringLiteral("110101");
inline const QString kStreet = QStringLiteral("110101001");
inline const QString kElsewhere = QStringLiteral("110101002");
inline const QString kCommunity = QStringLiteral("110101001001");
inline const QString kGrid = QStringLiteral("110101001001001");
inline const QString kOffice = QStringLiteral("subdistrict-office");
inline constexpr GeoPoint kPlace{116.305, 39.905}; ///< the middle of the first grid

/** North of the place, by about so many metres. */
[[nodiscard]] inline GeoPoint north(double metres)
{
    return {kPlace.longitude, kPlace.latitude + metres / 111'033.0};
}

[[nodiscard]] inline Organisation
unit(const QString &code, const QString &kind, const QString &division = {})
{
    return {code, {}, QStringLiteral("单位") + code, {}, kind, division, true};
}

[[nodiscard]] inline FilingStandard
standard(const QString &id, const QString &unitKind, const QString &area = {})
{
    FilingStandard made = smallStandards().first();
    made.id = id;
    made.unitKind = unitKind;
    made.area = area;
    return made;
}

[[nodiscard]] inline Person
person(const QString &id, const QString &unit = {}, const QString &skills = {})
{
    return {id, QStringLiteral("人") + id, unit, QStringLiteral("010-5550"), skills, {}};
}

[[nodiscard]] inline Duty duty(const QString &who, const QString &role, const QString &area = kGrid)
{
    return {who, role, area, QDate(2026, 1, 1), QDate()};
}

[[nodiscard]] inline StaffPosition
seen(const QString &who, const GeoPoint &place, std::chrono::minutes ago = std::chrono::minutes(5))
{
    return {who, kGrid, testStart() - ago, place};
}

[[nodiscard]] inline QStringList codesOf(const QList<UnitProposal> &units)
{
    QStringList codes;
    for (const UnitProposal &one : units) {
        codes.append(one.unit.code);
    }
    return codes;
}

[[nodiscard]] inline QStringList idsOf(const QList<PersonProposal> &people)
{
    QStringList ids;
    for (const PersonProposal &one : people) {
        ids.append(one.person.id);
    }
    return ids;
}

template <typename T>
[[nodiscard]] std::optional<Reason> reasonOf(const T &proposal, ReasonKind kind)
{
    const auto found = std::ranges::find(proposal.reasons, kind, &Reason::kind);
    return found == proposal.reasons.end() ? std::nullopt : std::optional(*found);
}

template <typename T>
[[nodiscard]] ReasonCode codeOf(const T &proposal, ReasonKind kind = ReasonKind::Responsibility)
{
    return reasonOf(proposal, kind).value_or(Reason{}).code;
}

/** A small district to ask who is responsible in; empty of units and people. */
class ResponsibilityTest : public QObject
{
protected:
    std::unique_ptr<Store> mStore;
    FixedClock mClock{testStart()};
    std::unique_ptr<CaseDesk> mDesk;
    int mCases = 0;

    /** Two streets, one community with four grids, one class; no units, no people. */
    bool begin(std::unique_ptr<Store> store)
    {
        mStore = std::move(store);
        if (!mStore) {
            return false;
        }
        mCases = 0;
        QList<Division> divisions = smallDivisions();
        divisions.append({kElsewhere,
                          kDistrict,
                          QStringLiteral("street"),
                          QStringLiteral("二街道"),
                          0,
                          0.0,
                          {}});
        mDesk = std::make_unique<CaseDesk>(*mStore, mClock, QStringLiteral("test"));
        return mStore->writeInfo(smallInfo()) && mStore->write(divisions) &&
               mStore->write(
                   smallGrids(), QStringLiteral("admin1"), QStringLiteral("new"), testStart()) &&
               mStore->write(smallCatalogue());
    }
    [[nodiscard]] ResponsibleHere here(const ClassKey &key = smallCatalogue().first().key,
                                       const GeoPoint &place = kPlace)
    {
        const auto gridAt = [this](const GeoPoint &point) { return mDesk->gridAt(point); };
        const Result<ResponsibleHere> answer =
            ResponsibilityDesk(*mStore, gridAt).at(place, key, {}, testStart());
        return answer ? answer.value() : ResponsibleHere();
    }
    static Case caseAt(const QString &unit)
    {
        Case subject;
        subject.classKey = smallCatalogue().first().key;
        subject.state = CaseState::AtUnit;
        subject.place = kPlace;
        subject.grid = kGrid;
        subject.community = kCommunity;
        subject.street = kStreet;
        subject.unit = unit;
        return subject;
    }
    [[nodiscard]] QList<PersonProposal> crew(const Case &subject)
    {
        return ResponsibilityDesk(*mStore).peopleFor(subject, testStart()).value();
    }
    /** Open cases of a unit and, if one is named, of a person of it. */
    bool addOpen(int count, const QString &unit, const QString &who = {})
    {
        for (int i = 0; i < count; ++i) {
            const CaseId id = CaseId::make(
                testStart() - std::chrono::hours(2), 1, static_cast<quint64>(++mCases));
            CaseStep dispatch = stepOf(CaseAction::Dispatch, CaseState::AtUnit, testStart());
            dispatch.facts = {{QStringLiteral("unit"), unit}, {QStringLiteral("person"), who}};
            if (!mStore->cases().add(id, reportStep(testStart() - std::chrono::hours(2))) ||
                !mStore->cases().append(id, 1, dispatch)) {
                return false;
            }
        }
        return true;
    }
};

} // namespace gridward
