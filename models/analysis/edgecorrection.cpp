// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/edgecorrection.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace gridward {

namespace {

constexpr int kLines = 8;
constexpr double kNodesToBandwidth = 32.0;
constexpr double kNodesToDeviation = 8.0;
constexpr double kMostNodes = 4.0e6;

struct Box
{
    double west = std::numeric_limits<double>::infinity();
    double east = -std::numeric_limits<double>::infinity();
    double south = std::numeric_limits<double>::infinity();
    double north = -std::numeric_limits<double>::infinity();
};

Box boxOf(const GroundRings &ground)
{
    Box box;
    for (const std::vector<GroundPoint> &ring : ground) {
        for (const GroundPoint &point : ring) {
            box.west = std::min(box.west, point.easting);
            box.east = std::max(box.east, point.easting);
            box.south = std::min(box.south, point.northing);
            box.north = std::max(box.north, point.northing);
        }
    }
    return box;
}

/** Calls visit(from, to) for each edge. */
template <typename Visit>
void forEachEdge(const GroundRings &ground, const Visit &visit)
{
    for (const std::vector<GroundPoint> &ring : ground) {
        for (std::size_t i = 0; i < ring.size(); ++i) {
            visit(ring[i], ring[(i + 1) % ring.size()]);
        }
    }
}

/** Where horizontal lines cross the border, each line's eastings rising: the ground lies between
 * the first and second, third and fourth … */
class Crossings
{
public:
    /** Lines `gap` apart, the first half a gap below `north`. */
    Crossings(const GroundRings &ground, double north, double gap, std::size_t lines)
        : mEastings(lines)
    {
        forEachEdge(ground, [&](const GroundPoint &from, const GroundPoint &to) {
            const double top = std::max(from.northing, to.northing);
            const double bottom = std::min(from.northing, to.northing);
            // A line through a corner crosses one of its two edges: the lower end belongs to it.
            double line = std::max(std::ceil((north - top) / gap - 0.5), 0.0);
            for (; line < static_cast<double>(lines); line += 1.0) {
                const double northing = north - (line + 0.5) * gap;
                if (northing < bottom) {
                    break;
                }
                if (northing >= top) {
                    continue;
                }
                const double part = (northing - from.northing) / (to.northing - from.northing);
                mEastings[static_cast<std::size_t>(line)].push_back(
                    std::lerp(from.easting, to.easting, part));
            }
        });
        for (std::vector<double> &line : mEastings) {
            std::ranges::sort(line);
        }
    }

    [[nodiscard]] const std::vector<double> &at(std::size_t line) const { return mEastings[line]; }

private:
    std::vector<std::vector<double>> mEastings;
};

/** What is covered of a row of squares. */
struct RowCover
{
    std::vector<double> area;
    std::vector<double> easting;  ///< times area, from the western edge
    std::vector<double> northing; ///< times area, from the northern edge
};

void addLine(RowCover &cover,
             const std::vector<double> &crossings,
             double west,
             double spacing,
             double below)
{
    const double height = spacing / kLines;
    for (std::size_t pair = 0; pair + 1 < crossings.size(); pair += 2) {
        const double from = crossings[pair] - west;
        const double to = crossings[pair + 1] - west;
        const auto first = static_cast<std::size_t>(std::max(std::floor(from / spacing), 0.0));
        for (std::size_t square = first; square < cover.area.size(); ++square) {
            const double left = std::max(from, static_cast<double>(square) * spacing);
            const double right = std::min(to, static_cast<double>(square + 1) * spacing);
            if (right <= left) {
                break;
            }
            const double area = (right - left) * height;
            cover.area[square] += area;
            cover.easting[square] += area * 0.5 * (left + right);
            cover.northing[square] += area * below;
        }
    }
}

/** Greatest |Laplacian| and slope of a kernel of bandwidth 1, and its change across its edge. */
struct Steepness
{
    double laplacian = 0.0;
    double slope = 0.0;
    double step = 0.0;      ///< of the value
    double edgeSlope = 0.0; ///< of the slope
};

Steepness steepnessOf(KernelShape shape)
{
    constexpr double kInversePi = std::numbers::inv_pi;
    switch (shape) {
    case KernelShape::Uniform:
        return {0.0, 0.0, kInversePi, 0.0};
    case KernelShape::Triangular:
        // Its Laplacian has no bound at the peak; one square there counts by its slope.
        return {6.0 * kInversePi, 3.0 * kInversePi, 0.0, 3.0 * kInversePi};
    case KernelShape::Epanechnikov:
        return {8.0 * kInversePi, 4.0 * kInversePi, 0.0, 4.0 * kInversePi};
    case KernelShape::Quartic:
        return {24.0 * kInversePi, 4.62 * kInversePi, 0.0, 0.0};
    case KernelShape::Triweight:
        return {48.0 * kInversePi, 6.87 * kInversePi, 0.0, 0.0};
    case KernelShape::Gaussian:
        break;
    }
    return {kInversePi, 0.31 * kInversePi, 0.0, 0.0};
}

} // namespace

double areaOf(const GroundRings &ground)
{
    // Scan lines see what is enclosed an odd number of times; rings alone might overlap.
    const Box box = boxOf(ground);
    if (!(box.north > box.south)) {
        return 0.0;
    }
    constexpr std::size_t kScans = 4096;
    const double gap = (box.north - box.south) / kScans;
    const Crossings crossings(ground, box.north, gap, kScans);
    double length = 0.0;
    for (std::size_t line = 0; line < kScans; ++line) {
        const std::vector<double> &eastings = crossings.at(line);
        for (std::size_t pair = 0; pair + 1 < eastings.size(); pair += 2) {
            length += eastings[pair + 1] - eastings[pair];
        }
    }
    return length * gap;
}

bool isInside(const GroundRings &ground, const GroundPoint &place)
{
    bool inside = false;
    forEachEdge(ground, [&](const GroundPoint &from, const GroundPoint &to) {
        if ((from.northing > place.northing) != (to.northing > place.northing)) {
            const double part = (place.northing - from.northing) / (to.northing - from.northing);
            inside = inside != (std::lerp(from.easting, to.easting, part) > place.easting);
        }
    });
    return inside;
}

DensityPoints groundNodes(const GroundRings &ground, double spacing)
{
    DensityPoints nodes;
    const Box box = boxOf(ground);
    if (!(box.north > box.south) || !(box.east > box.west) || !(spacing > 0.0)) {
        return nodes;
    }
    const auto rows = static_cast<std::size_t>(std::ceil((box.north - box.south) / spacing));
    const auto columns = static_cast<std::size_t>(std::ceil((box.east - box.west) / spacing));
    const Crossings crossings(ground, box.north, spacing / kLines, rows * kLines);
    for (std::size_t row = 0; row < rows; ++row) {
        RowCover cover{std::vector<double>(columns),
                       std::vector<double>(columns),
                       std::vector<double>(columns)};
        for (std::size_t line = 0; line < kLines; ++line) {
            addLine(cover,
                    crossings.at(row * kLines + line),
                    box.west,
                    spacing,
                    (static_cast<double>(line) + 0.5) * spacing / kLines);
        }
        const double north = box.north - static_cast<double>(row) * spacing;
        for (std::size_t column = 0; column < columns; ++column) {
            if (cover.area[column] > 0.0) {
                nodes.eastings.push_back(box.west + cover.easting[column] / cover.area[column]);
                nodes.northings.push_back(north - cover.northing[column] / cover.area[column]);
                nodes.weights.push_back(cover.area[column]);
            }
        }
    }
    return nodes;
}

EdgeQuadrature edgeQuadrature(const GroundRings &ground, const DensityKernel &kernel)
{
    const Box box = boxOf(ground);
    const double nodes =
        kernel.shape == KernelShape::Gaussian ? kNodesToDeviation : kNodesToBandwidth;
    const double area = std::max(box.east - box.west, 0.0) * std::max(box.north - box.south, 0.0);
    EdgeQuadrature quadrature;
    quadrature.spacing = std::max(kernel.bandwidth / nodes, std::sqrt(area / kMostNodes));
    // In bandwidths from here on; a Gaussian counts as far as 4 of them.
    const double gap = quadrature.spacing / kernel.bandwidth;
    const double reach = kernel.shape == KernelShape::Gaussian ? 4.0 : 1.0;
    const Steepness steep = steepnessOf(kernel.shape);
    const double whole =
        gap * gap / 24.0 * steep.laplacian * std::numbers::pi * (reach + gap) * (reach + gap);
    // At most 8 r / s + 4 squares lie across a circle; one of them is wrong by half at most.
    const double across = 8.0 * reach / gap + 4.0;
    const double edge = across * gap * gap * (0.5 * steep.step + 0.25 * gap * steep.edgeSlope);
    const double peak =
        kernel.shape == KernelShape::Triangular ? 4.0 * gap * gap * gap * steep.slope : 0.0;
    const double squares = 4.0 * reach / gap * 1.5;
    const double lines = squares * gap * gap / (2.0 * kLines) *
                         (kernelValue({kernel.shape, 1.0}, 0.0) * 0.5 + gap * steep.slope);
    quadrature.bound = whole + edge + peak + lines;
    return quadrature;
}

EdgeShares::EdgeShares(GroundRings ground, const DensityKernel &kernel)
    : mGround(std::move(ground))
    , mQuadrature(edgeQuadrature(mGround, kernel))
    , mNodes(groundNodes(mGround, mQuadrature.spacing), kernel)
{
}

bool EdgeShares::fill(const CellGrid &grid,
                      std::span<double> shares,
                      const AnalysisControl &control) const
{
    if (!mNodes.fill(grid, shares, control)) {
        return false;
    }
    const Crossings crossings(
        mGround, grid.north, grid.size, static_cast<std::size_t>(std::max<qint64>(grid.rows, 0)));
    for (qint64 row = 0; row < grid.rows; ++row) {
        const std::vector<double> &eastings = crossings.at(static_cast<std::size_t>(row));
        for (qint64 column = 0; column < grid.columns; ++column) {
            const double easting = grid.centreEasting(column);
            const auto passed = std::ranges::upper_bound(eastings, easting) - eastings.begin();
            double &share = shares[static_cast<std::size_t>(row * grid.columns + column)];
            share =
                passed % 2 == 1 ? std::min(share, 1.0) : std::numeric_limits<double>::quiet_NaN();
        }
    }
    return true;
}

} // namespace gridward
