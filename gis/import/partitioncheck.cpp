// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/import/partitioncheck.h"

#include "gis/import/geos.h"
#include "gis/import/partitionborders.h"
#include "gis/import/partitiongaps.h"
#include "gis/import/utmplane.h"
#include "models/domain/idtable.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <vector>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

using Kind = PartitionFindingKind;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(PartitionCheck)
};

constexpr std::array kKinds{IdOf{Kind::Empty, "empty"},
                            IdOf{Kind::Invalid, "invalid"},
                            IdOf{Kind::DuplicateCode, "duplicate-code"},
                            IdOf{Kind::BadCode, "bad-code"},
                            IdOf{Kind::PrefixMismatch, "prefix-mismatch"},
                            IdOf{Kind::UnknownParent, "unknown-parent"},
                            IdOf{Kind::OutsideParent, "outside-parent"},
                            IdOf{Kind::BeyondParent, "beyond-parent"},
                            IdOf{Kind::Overlap, "overlap"},
                            IdOf{Kind::Gap, "gap"},
                            IdOf{Kind::Sliver, "sliver"},
                            IdOf{Kind::MultiPart, "multi-part"},
                            IdOf{Kind::UnmatchedBorder, "unmatched-border"}};

QString metresText(double squareMetres)
{
    return QString::number(squareMetres, 'f', squareMetres < 10.0 ? 2 : 0);
}

/** One check: reads the outlines, then looks at one thing after another. */
class PartitionChecker
{
public:
    PartitionChecker(const QList<PartitionArea> &areas, const PartitionOptions &options)
        : mAreas(areas)
        , mOptions(options)
    {
    }

    [[nodiscard]] PartitionReport run();

private:
    /** An area that can be measured. */
    struct Shape
    {
        int area = -1; ///< in mAreas, or in the options' parents
        Geos::Geometry degrees;
        Geos::Geometry metres;
        double squareMetres = 0.0;
    };

    void checkCodes();
    void readOutlines();
    [[nodiscard]] Geos::Geometry readOutline(const PartitionArea &area);
    [[nodiscard]] bool findPlane();
    void projectAll();
    void checkSizes();
    void checkOverlaps();
    void checkPair(const Shape &one, const Shape &other);
    void checkUnion();
    void checkGaps();
    void checkParents();
    void checkParent(const Shape &shape, const Shape &parent);
    void checkBorders();
    void tellOfSmallOnes();

    void add(Kind kind,
             const QStringList &codes,
             double size,
             const GeoPoint &place,
             const QString &text);
    [[nodiscard]] const QString &codeOf(const Shape &shape) const
    {
        return mAreas.at(shape.area).code;
    }
    [[nodiscard]] QStringList codesAround(const GEOSGeometry *metres) const;

    const QList<PartitionArea> &mAreas;
    const PartitionOptions &mOptions;
    PartitionReport mReport;
    Geos mGeos;
    std::unique_ptr<UtmPlane> mPlane;
    std::vector<Shape> mShapes;
    std::vector<Shape> mParents;
    bool mHasAllParents = false;
    Geos::Tree mTree;
    Geos::Geometry mUnion;
    Geos::Geometry mParentsUnion;
    double mSmallOverlaps = 0.0;
    double mSmallGaps = 0.0;
    QHash<Kind, qsizetype> mCounts;
};

void PartitionChecker::add(
    Kind kind, const QStringList &codes, double size, const GeoPoint &place, const QString &text)
{
    if (++mCounts[kind] <= mOptions.mostOfKind) {
        const bool isWarning =
            kind == Kind::Sliver || kind == Kind::MultiPart || kind == Kind::UnmatchedBorder;
        mReport.findings.append({kind, isWarning, codes, size, place, text});
    }
}

void PartitionChecker::checkCodes()
{
    QSet<QString> parents;
    for (const PartitionArea &parent : mOptions.parents) {
        parents.insert(parent.code);
    }
    QHash<QString, int> seen;
    for (const PartitionArea &area : mAreas) {
        const QStringList codes{area.code};
        if (++seen[area.code] == 2) {
            add(Kind::DuplicateCode,
                codes,
                0.0,
                {},
                Words::tr("The code %1 is given to more than one grid. Give each its own code.")
                    .arg(area.code));
        }
        if (mOptions.codeTemplate && !mOptions.codeTemplate->matches(area.code)) {
            add(Kind::BadCode,
                codes,
                0.0,
                {},
                Words::tr("The code “%1” is not built as %2: %3 digits are wanted. Correct the "
                          "code.")
                    .arg(area.code, mOptions.codeTemplate->text())
                    .arg(mOptions.codeTemplate->length()));
        } else if (mOptions.codeTemplate && !area.parent.isEmpty() &&
                   mOptions.codeTemplate->communityOf(area.code) != area.parent) {
            add(Kind::PrefixMismatch,
                codes,
                0.0,
                {},
                Words::tr("Grid %1 is said to belong to %2, but its code begins with %3. Correct "
                          "one of them.")
                    .arg(area.code, area.parent, mOptions.codeTemplate->communityOf(area.code)));
        }
        if (!parents.isEmpty() && !parents.contains(area.parent)) {
            add(Kind::UnknownParent,
                codes,
                0.0,
                {},
                Words::tr("Grid %1 belongs to “%2”, which is no division known here. Import the "
                          "divisions first, or correct its code.")
                    .arg(area.code, area.parent));
        }
    }
}

Geos::Geometry PartitionChecker::readOutline(const PartitionArea &area)
{
    Geos::Geometry geometry = mGeos.read(area.wkb);
    GEOSContextHandle_t context = mGeos.handle();
    if (area.wkb.isEmpty() || (geometry && GEOSisEmpty_r(context, geometry.get()) != 0)) {
        add(Kind::Empty,
            {area.code},
            0.0,
            {},
            Words::tr("Area %1 has no outline. Draw it, or leave the row out.").arg(area.code));
        return mGeos.own(nullptr);
    }
    const int type = geometry ? GEOSGeomTypeId_r(context, geometry.get()) : -1;
    if (type != GEOS_POLYGON && type != GEOS_MULTIPOLYGON) {
        add(Kind::Invalid,
            {area.code},
            0.0,
            {},
            Words::tr("What is given for %1 is no area. Draw it as a polygon.").arg(area.code));
        return mGeos.own(nullptr);
    }
    char *reason = nullptr;
    GEOSGeometry *where = nullptr;
    const bool isGood = GEOSisValidDetail_r(context, geometry.get(), 0, &reason, &where) == 1;
    const QString said = QString::fromUtf8(reason);
    const Geos::Geometry place = mGeos.own(where);
    GEOSFree_r(context, reason);
    if (isGood) {
        return geometry;
    }
    GeoPoint point;
    if (place) {
        GEOSGeomGetX_r(context, place.get(), &point.longitude);
        GEOSGeomGetY_r(context, place.get(), &point.latitude);
    }
    add(Kind::Invalid,
        {area.code},
        0.0,
        point,
        Words::tr("The outline of %1 is not valid at %2: %3. Mend it in a map program.")
            .arg(area.code, toDisplayText(point), said));
    return mGeos.own(nullptr);
}

void PartitionChecker::readOutlines()
{
    for (int area = 0; area < mAreas.size(); ++area) {
        mReport.squareMetres.append(0.0);
        if (Geos::Geometry degrees = readOutline(mAreas.at(area)); degrees) {
            mShapes.push_back({area, std::move(degrees), mGeos.own(nullptr), 0.0});
        }
    }
    QSet<QString> wanted;
    for (const PartitionArea &area : mAreas) {
        wanted.insert(area.parent);
    }
    mHasAllParents = true;
    QSet<QString> found;
    for (int parent = 0; parent < mOptions.parents.size(); ++parent) {
        const PartitionArea &area = mOptions.parents.at(parent);
        if (area.wkb.isEmpty()) {
            continue;
        }
        if (Geos::Geometry degrees = readOutline(area); degrees) {
            found.insert(area.code);
            mParents.push_back({parent, std::move(degrees), mGeos.own(nullptr), 0.0});
        }
    }
    mHasAllParents = found.contains(wanted);
}

bool PartitionChecker::findPlane()
{
    std::vector<const GEOSGeometry *> all;
    for (const Shape &shape : mShapes) {
        all.push_back(shape.degrees.get());
    }
    const std::optional<GeoPoint> middle = middleOf(mGeos, all);
    if (!middle) {
        return false;
    }
    Result<std::unique_ptr<UtmPlane>> plane = UtmPlane::around(*middle);
    if (!plane) {
        add(Kind::Invalid, {}, 0.0, *middle, plane.error().message);
        return false;
    }
    mPlane = std::move(plane).value();
    mReport.epsg = mPlane->epsg();
    return true;
}

void PartitionChecker::projectAll()
{
    const auto project = [this](std::vector<Shape> &shapes, const QList<PartitionArea> &areas) {
        std::vector<Shape> kept;
        for (Shape &shape : shapes) {
            shape.metres = mPlane->project(mGeos, shape.degrees.get());
            if (!shape.metres) {
                add(Kind::Invalid,
                    {areas.at(shape.area).code},
                    0.0,
                    {},
                    Words::tr("The outline of %1 does not lie on the earth. Check the coordinate "
                              "system of the file.")
                        .arg(areas.at(shape.area).code));
                continue;
            }
            shape.squareMetres = mGeos.areaOf(shape.metres.get());
            kept.push_back(std::move(shape));
        }
        shapes = std::move(kept);
    };
    project(mShapes, mAreas);
    project(mParents, mOptions.parents);
    mTree = mGeos.tree();
    for (Shape &shape : mShapes) {
        mReport.squareMetres[shape.area] = shape.squareMetres;
        mReport.sumOfAreas += shape.squareMetres;
        GEOSSTRtree_insert_r(mGeos.handle(), mTree.get(), shape.metres.get(), &shape);
    }
}

void PartitionChecker::checkSizes()
{
    for (const Shape &shape : mShapes) {
        const GeoPoint place = mPlane->placeIn(mGeos, shape.metres.get());
        if (shape.squareMetres < mOptions.sliver) {
            add(Kind::Sliver,
                {codeOf(shape)},
                shape.squareMetres,
                place,
                Words::tr("Grid %1 at %2 has only %3 m². Join it to a neighbour if it is a left "
                          "over.")
                    .arg(codeOf(shape), toDisplayText(place), metresText(shape.squareMetres)));
        }
        const auto parts = mGeos.polygonsOf(shape.degrees.get()).size();
        if (parts > 1) {
            add(Kind::MultiPart,
                {codeOf(shape)},
                shape.squareMetres,
                place,
                Words::tr("Grid %1 at %2 is made of %3 separate parts. Check whether they belong "
                          "together.")
                    .arg(codeOf(shape), toDisplayText(place))
                    .arg(parts));
        }
    }
}

void PartitionChecker::checkPair(const Shape &one, const Shape &other)
{
    const Geos::Geometry common =
        mGeos.own(GEOSIntersection_r(mGeos.handle(), one.metres.get(), other.metres.get()));
    const double size = mGeos.areaOf(common.get());
    mReport.overlapArea += size;
    if (size <= mOptions.tolerance) {
        mSmallOverlaps += size;
        return;
    }
    const GeoPoint place = mPlane->placeIn(mGeos, common.get());
    QStringList codes{codeOf(one), codeOf(other)};
    codes.sort();
    add(Kind::Overlap,
        codes,
        size,
        place,
        Words::tr("Grids %1 and %2 overlap by %3 m² at %4. Move the border of one of them.")
            .arg(codes.first(), codes.last(), metresText(size), toDisplayText(place)));
}

void PartitionChecker::checkOverlaps()
{
    for (const Shape &shape : mShapes) {
        std::vector<const Shape *> near;
        const auto visit = [](void *item, void *found) {
            static_cast<std::vector<const Shape *> *>(found)->push_back(
                static_cast<const Shape *>(item));
        };
        GEOSSTRtree_query_r(mGeos.handle(), mTree.get(), shape.metres.get(), visit, &near);
        for (const Shape *other : near) {
            if (other->area > shape.area) {
                checkPair(shape, *other);
            }
        }
    }
}

void PartitionChecker::checkUnion()
{
    const auto unite = [this](const std::vector<Shape> &shapes) {
        std::vector<const GEOSGeometry *> parts;
        parts.reserve(shapes.size());
        for (const Shape &shape : shapes) {
            parts.push_back(shape.metres.get());
        }
        return mGeos.unionOf(parts);
    };
    mUnion = unite(mShapes);
    mReport.unionArea = mGeos.areaOf(mUnion.get());
    mParentsUnion = unite(mParents);
    mReport.parentsUnionArea = mGeos.areaOf(mParentsUnion.get());
}

QStringList PartitionChecker::codesAround(const GEOSGeometry *metres) const
{
    struct Search
    {
        const PartitionChecker *checker;
        const GEOSGeometry *metres;
        QStringList codes;
    };
    // Without the hairs between borders by which it may reach far.
    const Geos::Geometry core = grown(mGeos, metres, -kHair);
    const bool hasCore = core && GEOSisEmpty_r(mGeos.handle(), core.get()) == 0;
    Search search{this, hasCore ? core.get() : metres, {}};
    const auto visit = [](void *item, void *data) {
        auto *found = static_cast<Search *>(data);
        const auto *shape = static_cast<const Shape *>(item);
        const Geos &geos = found->checker->mGeos;
        if (GEOSDistanceWithin_r(geos.handle(), shape->metres.get(), found->metres, 4 * kHair) ==
            1) {
            found->codes.append(found->checker->codeOf(*shape));
        }
    };
    GEOSSTRtree_query_r(mGeos.handle(), mTree.get(), metres, visit, &search);
    search.codes.sort();
    return search.codes;
}

void PartitionChecker::checkGaps()
{
    if (!mUnion) {
        return;
    }
    const Geos::Geometry gaps = gapsIn(
        mGeos, mUnion.get(), mParents.empty() ? nullptr : mParentsUnion.get(), mHasAllParents);
    for (const GEOSGeometry *gap : mGeos.polygonsOf(gaps.get())) {
        const double size = mGeos.areaOf(gap);
        mReport.gapArea += size;
        if (size <= mOptions.tolerance) {
            mSmallGaps += size;
            continue;
        }
        const GeoPoint place = mPlane->placeIn(mGeos, gap);
        const QStringList codes = codesAround(gap);
        add(Kind::Gap,
            codes,
            size,
            place,
            codes.isEmpty()
                ? Words::tr("%1 m² at %2 belong to no grid, and no grid lies beside them. Draw a "
                            "grid there.")
                      .arg(metresText(size), toDisplayText(place))
                : Words::tr("%1 m² at %2 belong to no grid. Extend one of the grids beside them: "
                            "%3.")
                      .arg(metresText(size), toDisplayText(place), codes.mid(0, 6).join(u", "_s)));
    }
}

void PartitionChecker::tellOfSmallOnes()
{
    if (mSmallOverlaps > mOptions.tolerance) {
        add(Kind::Overlap,
            {},
            mSmallOverlaps,
            {},
            Words::tr("Many small overlaps of grids add up to %1 m². Snap the borders of "
                      "neighbours to each other.")
                .arg(metresText(mSmallOverlaps)));
    }
    if (mSmallGaps > mOptions.tolerance) {
        add(Kind::Gap,
            {},
            mSmallGaps,
            {},
            Words::tr("Many small gaps between grids add up to %1 m². Snap the borders of "
                      "neighbours to each other.")
                .arg(metresText(mSmallGaps)));
    }
}

void PartitionChecker::checkParent(const Shape &shape, const Shape &parent)
{
    const Geos::Geometry rest =
        mGeos.own(GEOSDifference_r(mGeos.handle(), shape.metres.get(), parent.metres.get()));
    const double size = mGeos.areaOf(rest.get());
    if (size <= mOptions.tolerance) {
        return;
    }
    const GeoPoint place = mPlane->placeIn(mGeos, rest.get());
    const QString parentCode = mOptions.parents.at(parent.area).code;
    if (size > shape.squareMetres / 2.0) {
        add(Kind::OutsideParent,
            {codeOf(shape), parentCode},
            size,
            place,
            Words::tr("Grid %1 lies mostly outside of %2, to which it is said to belong: %3 m² at "
                      "%4. Correct its code or its outline.")
                .arg(codeOf(shape), parentCode, metresText(size), toDisplayText(place)));
    } else {
        add(Kind::BeyondParent,
            {codeOf(shape), parentCode},
            size,
            place,
            Words::tr("Grid %1 reaches out of %2 by %3 m² at %4. Move its border.")
                .arg(codeOf(shape), parentCode, metresText(size), toDisplayText(place)));
    }
}

void PartitionChecker::checkParents()
{
    QHash<QString, const Shape *> parents;
    for (const Shape &parent : mParents) {
        parents.insert(mOptions.parents.at(parent.area).code, &parent);
    }
    QHash<const Shape *, std::shared_ptr<Geos::Prepared>> prepared;
    for (const Shape &shape : mShapes) {
        const Shape *parent = parents.value(mAreas.at(shape.area).parent);
        if (parent == nullptr) {
            continue;
        }
        std::shared_ptr<Geos::Prepared> &ready = prepared[parent];
        if (!ready) {
            ready = std::make_shared<Geos::Prepared>(mGeos.prepare(parent->metres));
        }
        if (GEOSPreparedCovers_r(mGeos.handle(), ready->get(), shape.metres.get()) != 1) {
            checkParent(shape, *parent);
        }
    }
}

void PartitionChecker::checkBorders()
{
    std::vector<const GEOSGeometry *> degrees(static_cast<std::size_t>(mAreas.size()), nullptr);
    for (const Shape &shape : mShapes) {
        degrees[static_cast<std::size_t>(shape.area)] = shape.degrees.get();
    }
    const std::vector<UnmatchedEdge> edges =
        unmatchedEdges(mGeos, *mPlane, degrees, mUnion.get(), mOptions.nearMiss);
    mReport.unmatchedEdges = static_cast<qint64>(edges.size());
    if (edges.empty()) {
        return;
    }
    QStringList codes;
    for (const UnmatchedEdge &edge : edges) {
        const QString &code = mAreas.at(edge.area).code;
        if (mReport.unmatchedPlaces.size() < mOptions.mostPlaces) {
            mReport.unmatchedPlaces.append(
                mPlane->toGeo((edge.fromX + edge.toX) / 2.0, (edge.fromY + edge.toY) / 2.0));
        }
        if (codes.size() < mOptions.mostPlaces && (codes.isEmpty() || codes.last() != code)) {
            codes.append(code);
        }
    }
    const GeoPoint place = mReport.unmatchedPlaces.value(0);
    add(Kind::UnmatchedBorder,
        codes,
        0.0,
        place,
        Words::tr("%n piece(s) of borders do not match the neighbour's vertex by vertex, first at "
                  "%1 (grids %2). Snap the borders of neighbours to each other, vertices "
                  "included.",
                  nullptr,
                  static_cast<int>(std::min<std::size_t>(edges.size(), 1000000000)))
            .arg(toDisplayText(place), codes.mid(0, 6).join(u", "_s)));
}

PartitionReport PartitionChecker::run()
{
    checkCodes();
    readOutlines();
    if (findPlane()) {
        projectAll();
        checkSizes();
        checkOverlaps();
        checkUnion();
        checkGaps();
        checkParents();
        tellOfSmallOnes();
        checkBorders();
    }
    return mReport;
}

} // namespace

QString toId(PartitionFindingKind kind)
{
    return idIn(kKinds, kind);
}

bool PartitionReport::isSound() const
{
    return std::ranges::all_of(findings, &PartitionFinding::isWarning);
}

PartitionReport checkPartition(const QList<PartitionArea> &areas, const PartitionOptions &options)
{
    return PartitionChecker(areas, options).run();
}

} // namespace gridward
