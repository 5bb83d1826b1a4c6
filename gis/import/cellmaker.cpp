// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/import/cellmaker.h"

#include "gis/import/areadivisions.h"
#include "gis/import/featureplacer.h"
#include "gis/import/featuresource.h"
#include "gis/import/utmplane.h"

#include <QCoreApplication>
#include <QDataStream>
#include <QFileInfo>
#include <QIODevice>

#include <algorithm>
#include <array>
#include <cmath>
#include <gdal_priv.h>
#include <ogr_spatialref.h>
#include <vector>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CellMaker)
};

/** A place this near to the middle is never left out, nor one within so many times the usual. */
constexpr double kAlwaysNear = 10'000.0;
constexpr double kTimesUsual = 4.0;
constexpr double kMetresPerDegree = 111'320.0;
/** Metres around the outermost places, so that none lies on the very edge. */
constexpr double kMargin = 1.0;
constexpr qint64 kMostPerSide = 30; ///< cells of a community
constexpr quint32 kPolygon = 3;

Error problem(const QString &message, const QString &detail = {})
{
    return Error{ErrorCode::InvalidInput, message, detail};
}

/** Corners of a picture; nothing if the file is none. */
Result<QList<CoordinateBox>> pictureBoxes(const CellOptions &options, QStringList &notes)
{
    const CPLErrorHandlerPusher quiet(CPLQuietErrorHandler);
    const QString name = QFileInfo(options.extentOf).fileName();
    const GDALDatasetUniquePtr picture(
        GDALDataset::Open(QFileInfo(options.extentOf).absoluteFilePath().toUtf8().constData(),
                          GDAL_OF_RASTER | GDAL_OF_READONLY));
    std::array<double, 6> transform{};
    if (!picture || picture->GetGeoTransform(transform.data()) != CE_None) {
        return Error{ErrorCode::Unsupported,
                     Words::tr("“%1” holds no places that can be read.").arg(name),
                     {}};
    }
    QList<GeoPoint> corners;
    for (const double column : {0.0, static_cast<double>(picture->GetRasterXSize())}) {
        for (const double row : {0.0, static_cast<double>(picture->GetRasterYSize())}) {
            corners.append({transform[0] + column * transform[1] + row * transform[2],
                            transform[3] + column * transform[4] + row * transform[5]});
        }
    }
    const auto [west, east] = std::ranges::minmax(corners, {}, &GeoPoint::longitude);
    const auto [south, north] = std::ranges::minmax(corners, {}, &GeoPoint::latitude);
    CoordinateSurvey survey;
    survey.add({west.longitude, south.latitude, east.longitude, north.latitude});
    Result<std::unique_ptr<Positioning>> positioning =
        Positioning::choose(name, options.source.crs, picture->GetSpatialRef(), survey);
    if (!positioning) {
        return positioning.error();
    }
    notes += positioning.value()->notes();
    QList<CoordinateBox> boxes;
    for (const GeoPoint &corner : std::as_const(corners)) {
        const std::optional<GeoPoint> point =
            positioning.value()->toWgs84(corner.longitude, corner.latitude);
        if (point) {
            boxes.append({point->longitude, point->latitude, point->longitude, point->latitude});
        }
    }
    return boxes;
}

/** Bounds of all features that have some. */
Result<QList<CoordinateBox>> featureBoxes(const CellOptions &options, QStringList &notes)
{
    Result<std::unique_ptr<FeatureSource>> opened =
        FeatureSource::open(options.extentOf, options.source);
    if (!opened) {
        return opened.error().code == ErrorCode::Unsupported ? pictureBoxes(options, notes)
                                                             : opened.error();
    }
    FeatureSource &source = *opened.value();
    Result<std::unique_ptr<FeaturePlacer>> made = FeaturePlacer::forSource(source, options.source);
    if (!made) {
        return made.error();
    }
    FeaturePlacer &placer = *made.value();
    QList<CoordinateBox> boxes;
    qint64 without = 0;
    SourceFeature feature;
    Result<bool> read = source.next(feature);
    for (; read && read.value(); read = source.next(feature)) {
        const Result<CoordinateBox> box = placer.boxOf(feature);
        if (box) {
            boxes.append(box.value());
        } else {
            ++without;
        }
    }
    if (!read) {
        return read.error();
    }
    if (Result<void> finished = placer.finish(); !finished) {
        return finished.error();
    }
    notes += source.notes() + placer.notes();
    if (without > 0) {
        notes.append(Words::tr("%n row(s) of “%1” have no place and were passed over.",
                               nullptr,
                               static_cast<int>(without))
                         .arg(source.name()));
    }
    return boxes;
}

GeoPoint middleOf(const CoordinateBox &box)
{
    return {(box.west + box.east) / 2.0, (box.south + box.north) / 2.0};
}

double median(std::vector<double> values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::ranges::nth_element(values, middle);
    return *middle;
}

/** Removes what lies far from the median of all; how many were removed. */
qint64 removeFarOnes(QList<CoordinateBox> &boxes)
{
    std::vector<double> longitudes;
    std::vector<double> latitudes;
    for (const CoordinateBox &box : std::as_const(boxes)) {
        longitudes.push_back(middleOf(box).longitude);
        latitudes.push_back(middleOf(box).latitude);
    }
    const GeoPoint centre{median(longitudes), median(latitudes)};
    const double shrink = std::cos(centre.latitude * M_PI / 180.0);
    const auto distance = [&](const CoordinateBox &box) {
        const GeoPoint point = middleOf(box);
        return kMetresPerDegree * std::hypot((point.longitude - centre.longitude) * shrink,
                                             point.latitude - centre.latitude);
    };
    std::vector<double> distances;
    for (const CoordinateBox &box : std::as_const(boxes)) {
        distances.push_back(distance(box));
    }
    const double limit = std::max(kAlwaysNear, kTimesUsual * median(distances));
    return boxes.removeIf([&](const CoordinateBox &box) { return distance(box) > limit; });
}

/** Cells in rows from the north, columns from the west, grouped to communities. */
class CellLattice
{
public:
    CellLattice(const CellOptions &options, const UtmPlane &plane)
        : mOptions(options)
        , mPlane(plane)
        , mLengths(CodeLengths::of(options.codeTemplate))
    {
    }
    [[nodiscard]] Result<void> cover(const QList<CoordinateBox> &boxes);
    void make(CellReport &report) const;

private:
    [[nodiscard]] Result<void> chooseBlocks();
    [[nodiscard]] Result<void> checkSize() const;
    [[nodiscard]] bool placeCorners();
    [[nodiscard]] const GeoPoint &corner(qint64 column, qint64 row) const
    {
        return mCorners.at(row * (mColumns + 1) + column);
    }
    /** The outline of cells from one column and row to another, with all corners on it. */
    [[nodiscard]] QByteArray outline(qint64 west, qint64 north, qint64 east, qint64 south) const;
    void
    makeBlock(const QString &street, qint64 blockColumn, qint64 blockRow, CellReport &report) const;
    [[nodiscard]] double area(qint64 cells) const
    {
        return static_cast<double>(cells) * mOptions.metres * mOptions.metres;
    }

    const CellOptions &mOptions;
    const UtmPlane &mPlane;
    CodeLengths mLengths;
    double mWest = 0.0; ///< metres
    double mNorth = 0.0;
    qint64 mColumns = 0;
    qint64 mRows = 0;
    qint64 mBlockColumns = 1; ///< cells of a community
    qint64 mBlockRows = 1;
    QList<GeoPoint> mCorners;
};

Result<void> CellLattice::checkSize() const
{
    const qint64 cells = mColumns * mRows;
    if (cells <= kMostCells) {
        return {};
    }
    const double factor = std::sqrt(static_cast<double>(cells) / static_cast<double>(kMostCells));
    const double step = mOptions.metres * factor < 100.0 ? 5.0 : 50.0;
    // One step more than needed: cells at the edges are rounded up.
    const double proposed = (std::floor(mOptions.metres * factor / step) + 1.0) * step;
    return problem(Words::tr("Cells of %1 m would be %2, more than %3. Take %4 m or more.")
                       .arg(mOptions.metres)
                       .arg(cells)
                       .arg(kMostCells)
                       .arg(proposed));
}

Result<void> CellLattice::chooseBlocks()
{
    const int sequence = mOptions.codeTemplate.length() - mLengths.community;
    const int above = mLengths.street > 0 ? mLengths.street : mLengths.district;
    const auto most = [](int digits) {
        return static_cast<qint64>(std::pow(10.0, std::min(digits, 9))) - 1;
    };
    const qint64 side =
        std::min(kMostPerSide, static_cast<qint64>(std::sqrt(static_cast<double>(most(sequence)))));
    mBlockColumns = std::min(side, mColumns);
    mBlockRows = std::min(side, mRows);
    // A long strip is cut into long communities.
    mBlockColumns = mRows < side ? std::min(mColumns, side * side / mBlockRows) : mBlockColumns;
    mBlockRows = mColumns < side ? std::min(mRows, side * side / mBlockColumns) : mBlockRows;
    const qint64 blocks =
        ((mColumns + mBlockColumns - 1) / mBlockColumns) * ((mRows + mBlockRows - 1) / mBlockRows);
    if (blocks > most(mLengths.community - above)) {
        return problem(Words::tr("So many cells find no codes of the form %1. Take larger cells.")
                           .arg(mOptions.codeTemplate.text()));
    }
    return {};
}

bool CellLattice::placeCorners()
{
    std::vector<double> x;
    std::vector<double> y;
    for (qint64 row = 0; row <= mRows; ++row) {
        for (qint64 column = 0; column <= mColumns; ++column) {
            x.push_back(mWest + static_cast<double>(column) * mOptions.metres);
            y.push_back(mNorth - static_cast<double>(row) * mOptions.metres);
        }
    }
    if (!mPlane.unproject(x, y)) {
        return false;
    }
    // A tenth of a millimetre, so that files stay small and every format keeps them.
    const auto rounded = [](double degrees) { return std::round(degrees * 1e9) / 1e9; };
    for (std::size_t place = 0; place < x.size(); ++place) {
        mCorners.append({rounded(x[place]), rounded(y[place])});
    }
    return true;
}

Result<void> CellLattice::cover(const QList<CoordinateBox> &boxes)
{
    std::vector<double> x;
    std::vector<double> y;
    for (const CoordinateBox &box : boxes) {
        x.insert(x.end(), {box.west, box.east, box.east, box.west});
        y.insert(y.end(), {box.south, box.south, box.north, box.north});
    }
    if (!mPlane.project(x, y)) {
        return problem(Words::tr("The places of the file lie too far apart for one district."));
    }
    const auto [west, east] = std::ranges::minmax(x);
    const auto [south, north] = std::ranges::minmax(y);
    const double size = mOptions.metres;
    mWest = std::floor((west - kMargin) / size) * size;
    mNorth = std::ceil((north + kMargin) / size) * size;
    mColumns = static_cast<qint64>(std::ceil((east + kMargin - mWest) / size));
    mRows = static_cast<qint64>(std::ceil((mNorth - south + kMargin) / size));
    if (Result<void> isSmall = checkSize(); !isSmall) {
        return isSmall;
    }
    if (Result<void> hasCodes = chooseBlocks(); !hasCodes) {
        return hasCodes;
    }
    return placeCorners()
               ? Result<void>()
               : problem(Words::tr("The places of the file lie too far apart for one district."));
}

QByteArray CellLattice::outline(qint64 west, qint64 north, qint64 east, qint64 south) const
{
    QList<GeoPoint> ring;
    for (qint64 column = west; column < east; ++column) {
        ring.append(corner(column, south));
    }
    for (qint64 row = south; row > north; --row) {
        ring.append(corner(east, row));
    }
    for (qint64 column = east; column > west; --column) {
        ring.append(corner(column, north));
    }
    for (qint64 row = north; row <= south; ++row) {
        ring.append(corner(west, row));
    }
    QByteArray wkb;
    QDataStream stream(&wkb, QIODevice::WriteOnly);
    stream.setByteOrder(QDataStream::LittleEndian);
    stream << quint8(1) << kPolygon << quint32(1) << static_cast<quint32>(ring.size());
    for (const GeoPoint &point : std::as_const(ring)) {
        stream << point.longitude << point.latitude;
    }
    return wkb;
}

void CellLattice::makeBlock(const QString &street,
                            qint64 blockColumn,
                            qint64 blockRow,
                            CellReport &report) const
{
    const qint64 west = blockColumn * mBlockColumns;
    const qint64 north = blockRow * mBlockRows;
    const qint64 east = std::min(west + mBlockColumns, mColumns);
    const qint64 south = std::min(north + mBlockRows, mRows);
    const qint64 blocksAcross = (mColumns + mBlockColumns - 1) / mBlockColumns;
    const qint64 number = blockRow * blocksAcross + blockColumn + 1;
    const QString &parent = street.isEmpty() ? mOptions.district : street;
    const auto padded = [](qint64 value, qsizetype digits) {
        return QString::number(value).rightJustified(digits, u'0');
    };
    Division community;
    community.code = parent + padded(number, mLengths.community - parent.size());
    community.parent = parent;
    community.level = u"community"_s;
    community.name = Words::tr("Community %1").arg(number);
    community.area = area((east - west) * (south - north));
    community.outline = outline(west, north, east, south);
    report.divisions.append(community);
    const int digits = mOptions.codeTemplate.length() - mLengths.community;
    qint64 sequence = 0;
    for (qint64 row = north; row < south; ++row) {
        for (qint64 column = west; column < east; ++column) {
            UnitGrid grid;
            grid.code = community.code + padded(++sequence, digits);
            grid.name = Words::tr("Grid %1-%2").arg(number).arg(sequence);
            grid.community = community.code;
            grid.street = street;
            grid.area = area(1);
            grid.outline = outline(column, row, column + 1, row + 1);
            report.grids.append(grid);
        }
    }
}

void CellLattice::make(CellReport &report) const
{
    Division district;
    district.code = mOptions.district;
    district.level = u"district"_s;
    district.name = mOptions.districtName.isEmpty() ? mOptions.district : mOptions.districtName;
    district.area = area(mColumns * mRows);
    district.outline = outline(0, 0, mColumns, mRows);
    report.divisions.append(district);
    QString street;
    if (mLengths.street > 0) {
        Division only = district;
        only.code += u"1"_s.rightJustified(mLengths.street - mLengths.district, u'0');
        only.parent = district.code;
        only.level = u"street"_s;
        only.name = Words::tr("Street %1").arg(1);
        street = only.code;
        report.divisions.append(only);
    }
    report.grids.reserve(mColumns * mRows);
    for (qint64 row = 0; row * mBlockRows < mRows; ++row) {
        for (qint64 column = 0; column * mBlockColumns < mColumns; ++column) {
            makeBlock(street, column, row, report);
        }
    }
}

} // namespace

Result<CellReport> makeCells(const CellOptions &options)
{
    const CodeLengths lengths = CodeLengths::of(options.codeTemplate);
    if (!(options.metres >= 1.0) || options.metres > 100'000.0) {
        return problem(
            Words::tr("A cell of %1 m is no use. Take 50 to 1000 m.").arg(options.metres));
    }
    if (options.district.size() != lengths.district || lengths.district == 0) {
        return problem(
            Words::tr("The district code “%1” does not fit grid codes of the form %2: %3 "
                      "digits are wanted.")
                .arg(options.district, options.codeTemplate.text())
                .arg(lengths.district));
    }
    CellReport report;
    Result<QList<CoordinateBox>> read = featureBoxes(options, report.notes);
    if (!read) {
        return read.error();
    }
    QList<CoordinateBox> boxes = std::move(read).value();
    if (boxes.isEmpty()) {
        return problem(Words::tr("“%1” holds no places, so it has no extent.")
                           .arg(QFileInfo(options.extentOf).fileName()));
    }
    report.ignored = removeFarOnes(boxes);
    if (report.ignored > 0) {
        report.notes.append(Words::tr("%n place(s) lie far from all others and were left out.",
                                      nullptr,
                                      static_cast<int>(report.ignored)));
    }
    CoordinateBox whole = boxes.first();
    for (const CoordinateBox &box : std::as_const(boxes)) {
        whole = {std::min(whole.west, box.west),
                 std::min(whole.south, box.south),
                 std::max(whole.east, box.east),
                 std::max(whole.north, box.north)};
    }
    const Result<std::unique_ptr<UtmPlane>> plane = UtmPlane::around(middleOf(whole));
    if (!plane) {
        return plane.error();
    }
    report.epsg = plane.value()->epsg();
    CellLattice lattice(options, *plane.value());
    if (Result<void> covered = lattice.cover(boxes); !covered) {
        return covered.error();
    }
    lattice.make(report);
    return report;
}

} // namespace gridward
