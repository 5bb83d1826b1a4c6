// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/case.h"
#include "models/domain/caseevent.h"
#include "models/domain/result.h"
#include "models/service/classfinder.h"

#include <QFuture>
#include <QList>
#include <QObject>
#include <QString>

#include <chrono>
#include <memory>
#include <optional>

namespace gridward {

/**
 * What makes a report a likely duplicate: the same class (any class while none is chosen) within 50
 * metres and 24 hours. Source: domain reference 2.5 (proposed as similar in a city's system);
 * FixMyStreet, pull request 1677, used 50 m as well.
 */
inline constexpr double kSimilarMetres = 50.0;
inline constexpr std::chrono::hours kSimilarAge{24};

/** Something that what was typed may mean, with the place it stands for. */
struct PlaceCandidate
{
    enum class Kind { Coordinates, Address, KeyPlace, Component, Grid, Division };
    Kind kind = Kind::Address;
    QString id;          ///< code of the grid, component …
    QString title;       ///< what was found, in the words of the district
    QString grid;        ///< code; empty outside of the district
    QString where;       ///< street · community · grid
    GeoPoint place;      ///< of an area: a point in the middle of it
    bool exact = true;   ///< false: somewhere in the area, or another number of the street typed
    QString classCode{}; ///< of a component

    bool operator==(const PlaceCandidate &) const = default;
};

/** What a report says so far that could make it a duplicate. */
struct SimilarQuery
{
    GeoPoint place;
    CaseKind kind = CaseKind::Matter;
    QString classCode{}; ///< empty: any class

    bool operator==(const SimilarQuery &) const = default;
};

/** A case that may be the same problem. */
struct SimilarCase
{
    Case subject;
    double metres = 0.0; ///< from the place of the report

    bool operator==(const SimilarCase &) const = default;
};

/**
 * What the call desk asks while somebody types. Answers come as futures on the GUI thread, where
 * this lives. Errors: as Store.
 */
class IntakePort : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /**
     * What the text may mean: coordinates, part of an address, a key place, the beginning of a
     * component's code, a grid or division by code or name; what fits best first. Of a door that
     * nobody has entered: those of the same street, the nearest number first. Visits a number of
     * rows that does not grow with the district.
     */
    [[nodiscard]] virtual QFuture<Result<QList<PlaceCandidate>>> locate(const QString &text,
                                                                        int limit) = 0;
    /**
     * Cases that may be the same problem, nearest first: see kSimilarMetres. Open ones and those
     * closed within that time; not those that were refused, void or merged.
     */
    [[nodiscard]] virtual QFuture<Result<QList<SimilarCase>>>
    similar(const SimilarQuery &query) = 0;
    /** The pictures that came with a case, with their content, so many at the most. */
    [[nodiscard]] virtual QFuture<Result<QList<Attachment>>> pictures(const CaseId &id,
                                                                      int limit) = 0;
    /** Finds the classes in force; knows which were reported most of late. */
    [[nodiscard]] virtual QFuture<Result<std::shared_ptr<const ClassFinder>>> classes() = 0;
};

} // namespace gridward
