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
    void setClock(const Clock & /*clock*/) override {}
    void setComponents(const QList<Component> & /*components*/) override {}
    void forgetComponents() override {}
    void setStaff(const QList<StaffMark> &value) override { staff = value; }
    void setCaseFilter(const CaseFilter &value) override { filter = value; }
    void setGridStyle(GridStyle value) override { gridStyle = value; }
    void setTool(MapTool value) override
    {
        tool = value;
        emit toolChanged(value);
    }
    void showThing(MapThing kind, const QString &id, const std::optional<GeoPoint> &) override
    {
        shown.append({kind, id});
    }
    void clearMark() override { ++marksCleared; }
    void watch(const MapSight &sight) override { sights.append(sight); }
    [[nodiscard]] MapPick thingsAt(QPoint) override { return under; }
    void addBaseMap(const BaseMapOrder &order) override { baseMaps.append(order.url); }
    void print(const PrintOrder &order) override { prints.append(order.path); }
    [[nodiscard]] QStringList bookmarks() const override { return marks; }
    void addBookmark(const QString &name) override
    {
        marks.append(name);
        emit bookmarksChanged();
    }
    void goToBookmark(const QString &name) override { wentTo.append(name); }
    void removeBookmark(const QString &name) override
    {
        marks.removeAll(name);
        emit bookmarksChanged();
    }
    [[nodiscard]] QStringList layerThemes() const override { return themes; }
    void saveLayerTheme(const QString &name) override
    {
        themes.append(name);
        emit layerThemesChanged();
    }
    void applyLayerTheme(const QString &name) override { applied.append(name); }
    void removeLayerTheme(const QString &name) override
    {
        themes.removeAll(name);
        emit layerThemesChanged();
    }
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
    QList<StaffMark> staff;
    CaseFilter filter;
    GridStyle gridStyle = GridStyle::Type;
    MapTool tool = MapTool::Browse;
    QList<std::pair<MapThing, QString>> shown;
    QList<MapSight> sights;
    int marksCleared = 0;
    MapPick under; ///< what lies wherever something is dropped
    QStringList baseMaps;
    QStringList prints;
    QStringList marks;
    QStringList wentTo;
    QStringList themes;
    QStringList applied;
};

} // namespace gridward
