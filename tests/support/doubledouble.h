// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/analysis/densitysum.h"

#include <cmath>

namespace gridward::test {

/**
 * A number of some 31 digits as the sum of two doubles. Source: Dekker, A floating-point technique
 * for extending the available precision (1971); Knuth for the sum.
 */
struct DoubleDouble
{
    double high = 0.0;
    double low = 0.0;

    DoubleDouble() = default;
    DoubleDouble(double value) // NOLINT: a double is one
        : high(value)
    {
    }
    DoubleDouble(double one, double other)
        : high(one + other)
        , low(other - (high - one))
    {
    }

    friend DoubleDouble operator+(const DoubleDouble &a, const DoubleDouble &b)
    {
        const double sum = a.high + b.high;
        const double part = sum - a.high;
        const double error = (a.high - (sum - part)) + (b.high - part);
        return {sum, error + a.low + b.low};
    }
    friend DoubleDouble operator-(const DoubleDouble &a, const DoubleDouble &b)
    {
        DoubleDouble minus;
        minus.high = -b.high;
        minus.low = -b.low;
        return a + minus;
    }
    friend DoubleDouble operator*(const DoubleDouble &a, const DoubleDouble &b)
    {
        const double product = a.high * b.high;
        const double error = std::fma(a.high, b.high, -product);
        return {product, error + a.high * b.low + a.low * b.high};
    }
    friend DoubleDouble operator/(const DoubleDouble &a, const DoubleDouble &b)
    {
        const double first = a.high / b.high;
        const DoubleDouble rest = a - b * DoubleDouble(first);
        return {first, rest.high / b.high};
    }
    [[nodiscard]] double value() const { return high + low; }
};

[[nodiscard]] inline DoubleDouble rootOf(const DoubleDouble &square)
{
    if (square.high <= 0.0) {
        return {};
    }
    const double first = std::sqrt(square.high);
    const DoubleDouble rest = square - DoubleDouble(first) * DoubleDouble(first);
    return {first, rest.high / (2.0 * first)};
}

/** e^-x for x not below 0. */
[[nodiscard]] inline DoubleDouble expOfMinus(const DoubleDouble &x)
{
    if (x.high > 700.0) {
        return {}; // below what a double can hold
    }
    // e^-x = (e^(-x / 1024))^1024, the small power by its series.
    const DoubleDouble small = x / DoubleDouble(1024.0);
    DoubleDouble term = 1.0;
    DoubleDouble sum = 1.0;
    for (int n = 1; n < 24; ++n) {
        term = DoubleDouble(0.0) - term * small / DoubleDouble(n);
        sum = sum + term;
    }
    for (int i = 0; i < 10; ++i) {
        sum = sum * sum;
    }
    return sum;
}

/** The kernel by its definition (densitykernel.h), for a weight of 1. */
[[nodiscard]] inline DoubleDouble
exactKernel(KernelShape shape, double bandwidth, double dx, double dy)
{
    const DoubleDouble width(bandwidth);
    const DoubleDouble x = DoubleDouble(dx) / width;
    const DoubleDouble y = DoubleDouble(dy) / width;
    const DoubleDouble square = x * x + y * y;
    const DoubleDouble pi(3.141592653589793116, 1.224646799147353207e-16);
    const DoubleDouble norm = DoubleDouble(1.0) / (pi * width * width);
    const DoubleDouble rest = DoubleDouble(1.0) - square;
    if (shape != KernelShape::Gaussian && rest.value() < 0.0) {
        return {};
    }
    switch (shape) {
    case KernelShape::Uniform:
        return norm;
    case KernelShape::Triangular:
        return DoubleDouble(3.0) * (DoubleDouble(1.0) - rootOf(square)) * norm;
    case KernelShape::Epanechnikov:
        return DoubleDouble(2.0) * rest * norm;
    case KernelShape::Quartic:
        return DoubleDouble(3.0) * rest * rest * norm;
    case KernelShape::Triweight:
        return DoubleDouble(4.0) * rest * rest * rest * norm;
    case KernelShape::Gaussian:
        break;
    }
    return DoubleDouble(0.5) * expOfMinus(DoubleDouble(0.5) * square) * norm;
}

} // namespace gridward::test
