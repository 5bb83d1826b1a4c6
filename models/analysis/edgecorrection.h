// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/analysis/densitysum.h"

#include <span>
#include <vector>

namespace gridward {

/** A place in the metres of a projected CRS. */
struct GroundPoint
{
    double easting = 0.0;
    double northing = 0.0;
};

/** The ground that is studied: rings in any order and direction; what an odd number of them
 * encloses is inside. Rings need not be closed. */
using GroundRings = std::vector<std::vector<GroundPoint>>;

/** Square metres inside. */
[[nodiscard]] double areaOf(const GroundRings &ground);

/** Whether a place is inside; on the border either may come out. */
[[nodiscard]] bool isInside(const GroundRings &ground, const GroundPoint &place);

/**
 * The ground as points that weigh their square metres: one for each square of `spacing` that it
 * touches, in the middle of what it covers of it, along each of 8 lines through the square exactly.
 */
[[nodiscard]] DensityPoints groundNodes(const GroundRings &ground, double spacing);

/** How the share of a kernel that lies on the ground is found. */
struct EdgeQuadrature
{
    double spacing = 0.0; ///< metres between nodes
    /** The share is right within this (absolute, of 1); see edgeQuadrature(). */
    double bound = 0.0;
};

/**
 * Nodes a 32nd of the bandwidth apart (a Gaussian's: an 8th), or wider so that there are at most
 * four million. The bound adds, for the kernel's support: the midpoint rule's error on whole
 * squares (spacing²/24 · greatest Laplacian · area; for kernels with a kink or step at their edge,
 * squares across it by their greatest change), and for squares across the border, whose node is in
 * the middle of what is covered, the 8 lines' error, for a border no longer than four bandwidths in
 * reach.
 */
[[nodiscard]] EdgeQuadrature edgeQuadrature(const GroundRings &ground, const DensityKernel &kernel);

/**
 * The share of a kernel that lies on the ground. Dividing a density by it makes up for cases beyond
 * the border that nobody counted. Source: Diggle, A kernel method for smoothing point process data
 * (1985); the uniform correction as in spatstat. Immutable; several threads may ask at a time.
 */
class EdgeShares
{
public:
    EdgeShares(GroundRings ground, const DensityKernel &kernel);

    [[nodiscard]] const EdgeQuadrature &quadrature() const { return mQuadrature; }

    /** About each cell's centre, from 0 to 1; NaN for centres outside: nothing is known there.
     * False if cancelled. */
    [[nodiscard]] bool
    fill(const CellGrid &grid, std::span<double> shares, const AnalysisControl &control = {}) const;

private:
    GroundRings mGround;
    EdgeQuadrature mQuadrature;
    DensitySum mNodes;
};

} // namespace gridward
