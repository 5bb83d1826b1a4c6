// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gis/heat/heatsurface.h"
#include "gis/map/mapview.h"
#include "models/service/analysisport.h"

#include <memory>

class QWidget;

namespace gridward {

class MapEngine;

/**
 * The heat map: a canvas in the metres of the district's UTM zone, with a project of its own, that
 * shows the very values which the exports hold. app hands the widget to ui and the rest of it as
 * an AnalysisPort. Free of Qgs names on purpose. Lives on the GUI thread and must go before the
 * engine.
 */
class AnalysisView final : public AnalysisPort
{
    Q_OBJECT
public:
    explicit AnalysisView(MapEngine &engine, MapMode mode = MapMode::Interactive);
    ~AnalysisView() override;

    /** Belongs to the view until it gets a parent. */
    [[nodiscard]] QWidget *widget() const;

    void setDistrict(const DistrictPicture &picture) override;
    void setPoints(const CasePoints &points) override;
    void setCompared(const std::optional<CasePoints> &points) override;
    void setDenominator(const CasePoints &points) override;
    void setPlay(const HeatPlay &play) override;
    void setWords(const QString &left, const QString &right) override;
    void chooseMiddle() override;
    void clearSpot() override;
    void setHeat(const HeatOrder &order) override;
    [[nodiscard]] QFuture<Result<HeatFingerprint>> fingerprint() override;
    void exportTo(const HeatExport &order) override;
    void cancel() override;
    void setTheme(MapTheme theme) override;
    void retranslate() override;
    void zoomToAll() override;
    [[nodiscard]] bool isBusy() const override;

    /** Our own program, which writes what is big in a process of its own. */
    void setExportProgram(const QString &program);
    /** Of that process; 0: there is none. For tests. */
    [[nodiscard]] qint64 exportProcess() const;

    /** What was computed so far: for tests that count it. */
    [[nodiscard]] HeatWork work() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace gridward
