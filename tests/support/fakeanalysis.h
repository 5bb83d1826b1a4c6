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
    void setCompared(const std::optional<CasePoints> &given) override { compared.append(given); }
    void setDenominator(const CasePoints &given) override { denominators.append(given); }
    void setPlay(const HeatPlay &given) override { plays.append(given); }
    void setWords(const QString &left, const QString &right) override { words = {left, right}; }
    void chooseMiddle() override { ++middles; }
    void clearSpot() override { ++cleared; }
    void setHeat(const HeatOrder &order) override { orders.append(order); }
    void exportTo(const HeatExport &order) override { exports.append(order); }
    [[nodiscard]] QFuture<Result<HeatFingerprint>> fingerprint() override
    {
        ++fingerprints;
        return QtFuture::makeReadyFuture(found);
    }
    void cancel() override { ++cancelled; }
    void setTheme(MapTheme given) override { theme = given; }
    void retranslate() override { ++retranslated; }
    void zoomToAll() override { ++zoomed; }
    [[nodiscard]] bool isBusy() const override { return busy; }

    QList<DistrictPicture> pictures;
    QList<CasePoints> points;
    QList<std::optional<CasePoints>> compared;
    QList<CasePoints> denominators;
    QList<HeatPlay> plays;
    QList<HeatOrder> orders;
    QList<HeatExport> exports;
    MapTheme theme = MapTheme::Day;
    QStringList words;
    Result<HeatFingerprint> found = HeatFingerprint{"data", "values"};
    int fingerprints = 0;
    int middles = 0;
    int cleared = 0;
    int cancelled = 0;
    int retranslated = 0;
    int zoomed = 0;
    bool busy = false;
};

} // namespace gridward
