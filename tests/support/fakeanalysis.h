// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/analysisport.h"

namespace gridward {

/** A heat map without an engine: remembers what it was asked; a test says what comes of it. */
class FakeAnalysis final : public AnalysisPort
{
    Q_OBJECT
public:
    void setDistrict(const DistrictPicture &picture) override { pictures.append(picture); }
    void setPoints(const CasePoints &given) override { points.append(given); }
    void setHeat(const HeatOrder &order) override { orders.append(order); }
    void exportTo(const HeatExport &order) override { exports.append(order); }
    void cancel() override { ++cancelled; }
    void setTheme(MapTheme given) override { theme = given; }
    void retranslate() override { ++retranslated; }
    void zoomToAll() override { ++zoomed; }
    [[nodiscard]] bool isBusy() const override { return busy; }

    QList<DistrictPicture> pictures;
    QList<CasePoints> points;
    QList<HeatOrder> orders;
    QList<HeatExport> exports;
    MapTheme theme = MapTheme::Day;
    int cancelled = 0;
    int retranslated = 0;
    int zoomed = 0;
    bool busy = false;
};

} // namespace gridward
