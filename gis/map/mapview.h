// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/mapport.h"

#include <memory>

class QWidget;

namespace gridward {

class MapEngine;

/** How the map renders. */
enum class MapMode {
    Interactive, ///< in several threads, showing what is ready
    Headless,    ///< in one go and one order, so that the same input gives the same pixels
};

/** Whose layers a map shows. */
enum class MapScope {
    Main, ///< the engine's one project: what the layer panel, files and printing work on
    Own,  ///< a project of its own: other layers, in another theme, than the main map's
};

/** What a map is for. */
enum class MapUse {
    Work,  ///< with mouse and keyboard
    Watch, ///< looked at from afar: takes no input, shows the whole district or what watch() says,
           ///< no word smaller than the font of its widget, symbols alike; nothing is drawn while
           ///< hidden
};

/**
 * The map: a QGIS canvas with scale bar, north arrow and attribution, and the layer panel that
 * goes with it. app hands the two widgets to ui and the rest of it as a MapPort. Free of Qgs names
 * on purpose. Lives on the GUI thread and must go before the engine.
 */
class MapView final : public MapPort
{
    Q_OBJECT
public:
    explicit MapView(MapEngine &engine,
                     MapMode mode = MapMode::Interactive,
                     MapScope scope = MapScope::Main,
                     MapUse use = MapUse::Work);
    ~MapView() override;

    /** The widgets belong to the view until they get a parent. */
    [[nodiscard]] QWidget *widget() const;
    [[nodiscard]] QWidget *layerPanel() const;

    void addFiles(const QStringList &paths) override;
    void cancelLoading() override;
    void showDistrict(const DistrictPicture &picture) override;
    void updateCases(const QList<Case> &cases) override;
    void reload() override;
    void zoomToAll() override;
    void zoomIn() override;
    void zoomOut() override;
    void setTheme(MapTheme theme) override;
    void setClock(const Clock &clock) override;
    void setComponents(const QList<Component> &components) override;
    void forgetComponents() override;
    void setStaff(const QList<StaffMark> &staff) override;
    void setCaseFilter(const CaseFilter &filter) override;
    void setGridStyle(GridStyle style) override;
    void setTool(MapTool tool) override;
    void showThing(MapThing kind, const QString &id, const std::optional<GeoPoint> &place) override;
    void clearMark() override;
    void watch(const MapSight &sight) override;
    [[nodiscard]] MapPick thingsAt(QPoint pixel) override;
    void addBaseMap(const BaseMapOrder &order) override;
    void print(const PrintOrder &order) override;
    [[nodiscard]] QStringList bookmarks() const override;
    void addBookmark(const QString &name) override;
    void goToBookmark(const QString &name) override;
    void removeBookmark(const QString &name) override;
    [[nodiscard]] QStringList layerThemes() const override;
    void saveLayerTheme(const QString &name) override;
    void applyLayerTheme(const QString &name) override;
    void removeLayerTheme(const QString &name) override;
    void retranslate() override;
    [[nodiscard]] int layerCount() const override;
    [[nodiscard]] bool isBusy() const override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace gridward
