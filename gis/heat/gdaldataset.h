// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gdal_priv.h>
#include <memory>

namespace gridward {

struct CloseDataset
{
    void operator()(GDALDataset *dataset) const { GDALClose(dataset); }
};

/** A data set of GDAL's that is closed with it. One thread at a time. */
using Dataset = std::unique_ptr<GDALDataset, CloseDataset>;

} // namespace gridward
