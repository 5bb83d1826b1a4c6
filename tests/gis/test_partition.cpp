// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/import/areareader.h"
#include "gis/import/partitioncheck.h"
#include "tests/support/gridpartition.h"
#include "tests/support/testregistry.h"

#include <QFileInfo>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

using Kind = PartitionFindingKind;

constexpr double kStep = 0.001; ///< degrees: about 85 by 111 metres
const QString kCommunity = u"110101001001"_s;

GeoPoint at(double column, double row)
{
    return {116.4 + column * kStep, 39.9 + row * kStep};
}

/** A ring through corners of an even lattice. */
QByteArray area(const QList<GeoPoint> &corners)
{
    return polygonWkb({corners});
}

QByteArray box(double west, double south, double east, double north)
{
    return area({at(west, south), at(east, south), at(east, north), at(west, north)});
}

PartitionArea grid(int number, const QByteArray &wkb, const QString &parent = kCommunity)
{
    return {u"%1%2"_s.arg(kCommunity).arg(number, 3, 10, '0'_L1), parent, wkb};
}

QList<PartitionFinding> ofKind(const PartitionReport &report, Kind kind)
{
    QList<PartitionFinding> result;
    std::ranges::copy_if(report.findings, std::back_inserter(result), [kind](const auto &finding) {
        return finding.kind == kind;
    });
    return result;
}

/** Square metres of a box of the lattice, from the ellipsoid, to a per mille. */
bool isAbout(double value, double wanted)
{
    return std::abs(value - wanted) <= 0.005 * wanted;
}

constexpr double kCell = 85.39 * 111.03;

} // namespace

class TestPartition : public QObject
{
    Q_OBJECT
private slots:
    void clean()
    {
        PartitionOptions options;
        options.parents = {{kCommunity, {}, box(0, 0, 2, 1)}};
        const PartitionReport report =
            checkPartition({grid(1, box(0, 0, 1, 1)), grid(2, box(1, 0, 2, 1))}, options);
        QVERIFY2(report.findings.isEmpty(), qPrintable(report.findings.value(0).message));
        QCOMPARE(report.epsg, 32650);
        QVERIFY(isAbout(report.sumOfAreas, 2 * kCell));
        QVERIFY(std::abs(report.sumOfAreas - report.unionArea) < 0.01);
        QVERIFY(std::abs(report.parentsUnionArea - report.unionArea) < 0.1);
        QVERIFY(isAbout(report.squareMetres.at(1), kCell));
        QCOMPARE(report.unmatchedEdges, 0);
    }

    void overlap()
    {
        const PartitionReport report =
            checkPartition({grid(1, box(0, 0, 1.1, 1)), grid(2, box(1, 0, 2, 1))}, {});
        const QList<PartitionFinding> found = ofKind(report, Kind::Overlap);
        QCOMPARE(found.size(), 1);
        QCOMPARE(found.first().codes, QStringList({grid(1, {}).code, grid(2, {}).code}));
        QVERIFY(isAbout(found.first().squareMetres, 0.1 * kCell));
        QVERIFY(found.first().place.longitude > at(1, 0).longitude);
        QVERIFY(found.first().place.longitude < at(1.1, 0).longitude);
        QVERIFY(!report.isSound());
        QVERIFY(isAbout(report.sumOfAreas - report.unionArea, 0.1 * kCell));
    }

    void holeBetweenGrids()
    {
        // A ring of four grids around an empty cell.
        const PartitionReport report = checkPartition({grid(1, box(0, 0, 2, 1)),
                                                       grid(2, box(2, 0, 3, 2)),
                                                       grid(3, box(1, 2, 3, 3)),
                                                       grid(4, box(0, 1, 1, 3))},
                                                      {});
        const QList<PartitionFinding> found = ofKind(report, Kind::Gap);
        QCOMPARE(found.size(), 1);
        QVERIFY(isAbout(found.first().squareMetres, kCell));
        QCOMPARE(found.first().codes.size(), 4);
        QVERIFY(std::abs(found.first().place.longitude - at(1.5, 0).longitude) < kStep / 2);
    }

    void gapToParent()
    {
        PartitionOptions options;
        options.parents = {{kCommunity, {}, box(0, 0, 3, 1)}};
        const PartitionReport report =
            checkPartition({grid(1, box(0, 0, 1, 1)), grid(2, box(1, 0, 2, 1))}, options);
        const QList<PartitionFinding> found = ofKind(report, Kind::Gap);
        QCOMPARE(found.size(), 1);
        QVERIFY(isAbout(found.first().squareMetres, kCell));
        QCOMPARE(found.first().codes, QStringList{grid(2, {}).code});
    }

    void parentWithHoleIsNoGap()
    {
        PartitionOptions options;
        const Ring outer{at(0, 0), at(3, 0), at(3, 3), at(0, 3)};
        const Ring lake{at(1, 1), at(1, 2), at(2, 2), at(2, 1)};
        options.parents = {{kCommunity, {}, polygonWkb({outer, lake})}};
        const PartitionReport report =
            checkPartition({grid(1, polygonWkb({outer, lake}))}, options);
        QVERIFY(ofKind(report, Kind::Gap).isEmpty());
    }

    void sliverAndParts()
    {
        const QByteArray twice = multiPolygonWkb({{{at(3, 0), at(4, 0), at(4, 1), at(3, 1)}},
                                                  {{at(6, 0), at(7, 0), at(7, 1), at(6, 1)}}});
        const PartitionReport report = checkPartition(
            {grid(1, box(0, 0, 1, 1)), grid(2, box(1, 0, 1.01, 1)), grid(3, twice)}, {});
        QCOMPARE(ofKind(report, Kind::Sliver).size(), 1);
        QCOMPARE(ofKind(report, Kind::Sliver).first().codes, QStringList{grid(2, {}).code});
        QCOMPARE(ofKind(report, Kind::MultiPart).size(), 1);
        QVERIFY(report.isSound()); // warnings only
    }

    void vertexMissingAtJunction()
    {
        // The long grid below lacks the vertex where the two above meet.
        QByteArray bent = area({at(0, 1), at(1, 1.00001), at(1, 2), at(0, 2)});
        QByteArray other = area({at(1, 1.00001), at(2, 1), at(2, 2), at(1, 2)});
        PartitionReport report =
            checkPartition({grid(1, box(0, 0, 2, 1)), grid(2, bent), grid(3, other)}, {});
        QCOMPARE(report.unmatchedEdges, 3);
        QCOMPARE(report.unmatchedPlaces.size(), 3);
        QList<PartitionFinding> found = ofKind(report, Kind::UnmatchedBorder);
        QCOMPARE(found.size(), 1);
        QVERIFY(found.first().isWarning);
        QCOMPARE(found.first().codes.size(), 3);
        QVERIFY(ofKind(report, Kind::Gap).isEmpty()); // 0.1 m² is not told

        // Exactly on the line, nothing can be measured, and the borders still do not match.
        bent = box(0, 1, 1, 2);
        other = box(1, 1, 2, 2);
        report = checkPartition({grid(1, box(0, 0, 2, 1)), grid(2, bent), grid(3, other)}, {});
        QCOMPARE(report.unmatchedEdges, 3);

        // With the vertex all is well.
        const QByteArray below = area({at(0, 0), at(2, 0), at(2, 1), at(1, 1), at(0, 1)});
        report = checkPartition({grid(1, below), grid(2, bent), grid(3, other)}, {});
        QVERIFY(report.findings.isEmpty());
    }

    void slitOpenToTheOutside()
    {
        // Two neighbours a few centimetres apart: no hole, since the slit is open at both ends.
        const PartitionReport report =
            checkPartition({grid(1, box(0, 0, 1, 1)), grid(2, box(1.000001, 0, 2, 1))}, {});
        QVERIFY(ofKind(report, Kind::Gap).isEmpty());
        QCOMPARE(report.unmatchedEdges, 2);
    }

    void windingDoesNotMatter()
    {
        const QByteArray clockwise = area({at(1, 0), at(1, 1), at(2, 1), at(2, 0)});
        const PartitionReport report =
            checkPartition({grid(1, box(0, 0, 1, 1)), grid(2, clockwise)}, {});
        QVERIFY(report.findings.isEmpty());
    }

    void parents()
    {
        PartitionOptions options;
        const QString second = u"110101001002"_s;
        options.parents = {{kCommunity, {}, box(0, 0, 2, 1)}, {second, {}, box(2, 0, 4, 1)}};
        PartitionArea astray = grid(3, box(2, 0, 3, 1)); // of the first by code, lies in the second
        PartitionArea beyond = grid(2, box(1, 0, 2.2, 1));
        PartitionArea orphan{u"110101001009001"_s, u"110101001009"_s, box(3, 0, 4, 1)};
        const PartitionReport report =
            checkPartition({grid(1, box(0, 0, 1, 1)), beyond, astray, orphan}, options);
        QCOMPARE(ofKind(report, Kind::OutsideParent).size(), 1);
        QCOMPARE(ofKind(report, Kind::OutsideParent).first().codes.first(), astray.code);
        QCOMPARE(ofKind(report, Kind::BeyondParent).size(), 1);
        QVERIFY(isAbout(ofKind(report, Kind::BeyondParent).first().squareMetres, 0.2 * kCell));
        QCOMPARE(ofKind(report, Kind::UnknownParent).size(), 1);
        QCOMPARE(ofKind(report, Kind::UnknownParent).first().codes, QStringList{orphan.code});
    }

    void codes()
    {
        const PartitionReport report =
            checkPartition({grid(1, box(0, 0, 1, 1)),
                            grid(1, box(1, 0, 2, 1)),
                            {u"11010100100100X"_s, kCommunity, box(2, 0, 3, 1)},
                            grid(4, box(3, 0, 4, 1), u"110101001002"_s)},
                           {});
        QCOMPARE(ofKind(report, Kind::DuplicateCode).size(), 1);
        QCOMPARE(ofKind(report, Kind::BadCode).size(), 1);
        QCOMPARE(ofKind(report, Kind::PrefixMismatch).size(), 1);
        QCOMPARE(report.findings.size(), 3);
        for (const PartitionFinding &finding : report.findings) {
            QVERIFY(finding.message.endsWith(u'.'));
        }
    }

    void damagedOutlines()
    {
        const QByteArray bowtie = area({at(0, 0), at(1, 1), at(1, 0), at(0, 1)});
        const PartitionReport report = checkPartition(
            {grid(1, bowtie), grid(2, {}), grid(3, "rubbish"), grid(4, box(2, 0, 3, 1))}, {});
        QCOMPARE(ofKind(report, Kind::Invalid).size(), 2);
        QVERIFY(std::abs(ofKind(report, Kind::Invalid).first().place.longitude -
                         at(0.5, 0).longitude) < 1e-9);
        QCOMPARE(ofKind(report, Kind::Empty).size(), 1);
        QCOMPARE(report.squareMetres.size(), 4);
        QCOMPARE(report.squareMetres.at(0), 0.0);
        QVERIFY(isAbout(report.squareMetres.at(3), kCell));
    }

    void nothing()
    {
        const PartitionReport report = checkPartition({}, {});
        QVERIFY(report.findings.isEmpty());
        QCOMPARE(report.epsg, 0);
    }

    void manySmallOnes()
    {
        // Each overlap is under the tolerance, together they are not.
        QList<PartitionArea> areas;
        for (int column = 0; column < 10; ++column) {
            areas.append(grid(column, box(column, 0, column + 1.00005, 1)));
        }
        const PartitionReport report = checkPartition(areas, {});
        QVERIFY(report.overlapArea > 1.0);
        QCOMPARE(ofKind(report, Kind::Overlap).size(), 1);
        QVERIFY(ofKind(report, Kind::Overlap).first().codes.isEmpty());
    }

    void thousands()
    {
        QList<PartitionArea> areas;
        for (const GridOutline &outline : irregularPartition(40, 40, 3)) {
            areas.append({outline.code, {}, outline.wkb});
        }
        PartitionOptions options;
        options.codeTemplate.reset();
        QVERIFY(checkPartition(areas, options).findings.isEmpty());
        areas.removeAt(40 * 20 + 20);
        const PartitionReport report = checkPartition(areas, options);
        QCOMPARE(ofKind(report, Kind::Gap).size(), 1);
        QVERIFY(report.gapArea > 1000.0);
    }

    void demo()
    {
        const QString folder = u"" GRIDWARD_TEST_DATA "/../../resources/demo/"_s;
        const QString grids = folder + u"dongcheng-grids.geojson"_s;
        if (!QFileInfo::exists(grids)) {
            QSKIP("the demo's grids are not there");
        }
        AreaReadOptions options;
        const Result<DivisionReadReport> divisions =
            readDivisions(folder + u"dongcheng-divisions.geojson"_s, options);
        QVERIFY2(divisions, "divisions");
        QCOMPARE(divisions.value().divisions.size(), 187);
        QVERIFY(divisions.value().refused.isEmpty());
        options.known = divisions.value().divisions;
        const Result<GridReadReport> report = readGrids(grids, options);
        QVERIFY2(report, "grids");
        QCOMPARE(report.value().grids.size(), 589);
        QVERIFY(report.value().refused.isEmpty());
        QVERIFY(report.value().partition.findings.isEmpty());
        QVERIFY(report.value().divisions.isEmpty());
        QCOMPARE(report.value().partition.epsg, 32650);
        QVERIFY(std::abs(report.value().partition.unionArea - 41844135.37) < 0.1);
    }
};
static const TestRegistration<TestPartition> sRegistration;

} // namespace gridward

#include "test_partition.moc"
