// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/heatfile/heatclasses.h"

#include "gis/heat/gdaldataset.h"
#include "gis/heat/heatcompare.h"
#include "gis/heat/heatramp.h"
#include "gis/heat/heatraster.h"
#include "models/analysis/classbreaks.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>
#include <cpl_error.h>
#include <gdal_priv.h>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(HeatFile)
};

/** Cells across that say where classes end. */
constexpr int kMostSide = 2000;
/** What a step may be, times a power of ten. */
constexpr std::array<double, 11> kRound{1.0, 1.2, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0};

Result<std::vector<float>> someValues(const QString &tiff)
{
    const CPLErrorHandlerPusher quiet(CPLQuietErrorHandler);
    const Dataset file(GDALDataset::Open(tiff.toUtf8().constData(), GDAL_OF_RASTER));
    const int columns = file ? std::min(kMostSide, file->GetRasterXSize()) : 0;
    const int rows = file ? std::min(kMostSide, file->GetRasterYSize()) : 0;
    std::vector<float> values(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows));
    if (!file || file->GetRasterBand(1)->RasterIO(GF_Read,
                                                  0,
                                                  0,
                                                  file->GetRasterXSize(),
                                                  file->GetRasterYSize(),
                                                  values.data(),
                                                  columns,
                                                  rows,
                                                  GDT_Float32,
                                                  0,
                                                  0,
                                                  nullptr) != CE_None) {
        return Error{ErrorCode::Internal,
                     Words::tr("The surface cannot be read back. Check the disk for room."),
                     {}};
    }
    std::ranges::replace(values, static_cast<float>(kHeatNoData), 0.0F); // have no class
    return values;
}

Result<std::vector<double>>
breaksFor(const QString &tiff, const HeatStudy &study, const HeatLook &look)
{
    const double highest = std::max(look.scale, study.facts().highest);
    if (!look.breaks.empty() || !(highest > 0.0)) {
        return highest > 0.0 ? look.breaks : std::vector<double>();
    }
    switch (look.classes) {
    case HeatClasses::Smooth:
        return equalBreaks(highest);
    case HeatClasses::EqualSteps:
        return roundSteps(highest, look.classCount);
    case HeatClasses::Quantiles:
    case HeatClasses::Natural:
        break;
    }
    const Result<std::vector<float>> values = someValues(tiff);
    if (!values) {
        return values.error();
    }
    std::vector<double> breaks = look.classes == HeatClasses::Quantiles
                                     ? quantileBreaks(values.value(), look.classCount)
                                     : naturalBreaks(values.value(), look.classCount);
    if (!breaks.empty() && breaks.back() < highest) {
        breaks.back() = std::ceil(highest); // a cell that was not looked at
    }
    return breaks;
}

} // namespace

std::vector<double> roundSteps(double highest, int classes)
{
    const double least = highest / classes;
    const double power = std::pow(10.0, std::floor(std::log10(least)));
    double step = 10.0 * power;
    for (const double one : kRound) {
        if (one * power >= least * (1.0 - 1.0e-12)) {
            step = one * power;
            break;
        }
    }
    std::vector<double> breaks;
    for (int i = 0; i <= classes; ++i) {
        breaks.push_back(step * i);
    }
    return breaks;
}

Result<HeatLegend>
legendFor(const QString &tiff, const HeatStudy &study, const HeatLook &look, HeatCompare compare)
{
    HeatLegend legend;
    legend.hasUnknown = study.facts().hasUnknown;
    legend.isDiverging = compare != HeatCompare::Off;
    if (compare == HeatCompare::Ratio) {
        legend.isClassed = true;
        legend.stops =
            ratioStops(comparedBreaks(compare, 0.0, study.facts().highest), MapTheme::Day);
        return legend;
    }
    legend.isClassed = look.classes != HeatClasses::Smooth || !look.breaks.empty();
    const Result<std::vector<double>> breaks =
        compare == HeatCompare::Difference
            ? comparedBreaks(compare, study.facts().lowest, study.facts().highest)
            : breaksFor(tiff, study, look);
    if (!breaks) {
        return breaks.error();
    }
    legend.stops = heatStops(breaks.value(), legend.isClassed, look.ramp, MapTheme::Day);
    return legend;
}

} // namespace gridward
