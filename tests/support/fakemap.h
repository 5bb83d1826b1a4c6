// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/mapport.h"

#include <QWidget>

namespace gridward {

/** A map without an engine: notes what it was asked for, and says what a test lets it say. */
class FakeMap final : public MapPort
{
    Q_OBJECT
public:
    void addFiles(const QStringList &paths) override { asked.append(paths); }
    void cancelLoading() override { ++cancelled; }
    void showDistrict(const DistrictPicture &picture) override { district = picture; }
    void updateCases(const QList<Case> &cases) override { updated.append(cases); }
    void retranslate() override { ++retranslated; }
    void reload() override { ++reloaded; }
    void zoomToAll() override { ++zoomedToAll; }
    void zoomIn() override { ++zoomedIn; }
    void zoomOut() override { ++zoomedOut; }
    void setTheme(MapTheme value) override { theme = value; }
    [[nodiscard]] int layerCount() const override { return layers; }
    [[nodiscard]] bool isBusy() const override { return false; }

    QStringList asked;
    DistrictPicture district;
    QList<Case> updated;
    int retranslated = 0;
    int cancelled = 0;
    int reloaded = 0;
    int zoomedToAll = 0;
    int zoomedIn = 0;
    int zoomedOut = 0;
    int layers = 0;
    MapTheme theme = MapTheme::Day;
};

} // namespace gridward
