// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/geopoint.h"
#include "models/domain/result.h"
#include "models/domain/stamp.h"
#include "models/service/districtpicture.h"
#include "models/service/districtport.h"

#include <QList>
#include <QObject>
#include <QPoint>
#include <QString>
#include <QStringList>

#include <optional>

namespace gridward {

/** What became of the files that were to be shown. */
struct LoadReport
{
    QStringList layers;      ///< names of the layers that are on the map now
    QList<Error> refused;    ///< one for each file, or part of one, that could not be shown
    QStringList assumptions; ///< what had to be assumed, such as an undeclared coordinate system
};

/** What lies under a click, most telling first: cases, staff, a key place, the grid. */
struct MapPick
{
    GeoPoint place;
    QList<CaseId> cases; ///< all that the symbol or cluster stands for, most urgent first
    QString person;      ///< id of somebody on duty
    QString keyPlace;    ///< id
    QString grid;        ///< code; empty outside of the district
};

/** What a click on the map means. */
enum class MapTool {
    Browse,      ///< drags the map; a click picks what is there
    PickPlace,   ///< the next click is a place: placePicked()
    MeasureLine, ///< clicks make a line, measured() tells its length; right click or Enter ends
    MeasureArea, ///< the same for an area
};

/** What colours the grids. */
enum class GridStyle { Type, Level, OpenLoad, Responsible };

/** Which open cases the map shows: all that is set must hold. */
struct CaseFilter
{
    QList<CaseLevel> levels; ///< none: all
    QList<CaseState> states; ///< none: all
    std::optional<std::chrono::hours> youngerThan;
    bool overdueOnly = false;

    bool operator==(const CaseFilter &) const = default;
    [[nodiscard]] bool isActive() const { return *this != CaseFilter{}; }
};

/** Something that the map can be sent to. */
enum class MapThing { Case, Grid, Division, KeyPlace, Person, Place };

/** What a map shows for those who only look at it. */
struct MapSight
{
    enum class Kind {
        District, ///< all of it
        Extent,
        Around, ///< a place and what is near it
    };
    Kind kind = Kind::District;
    GeoExtent extent;
    GeoPoint middle;
    double metres = 500.0; ///< around the middle, on the ground, at the least to each side

    bool operator==(const MapSight &) const = default;
};

/** What was measured on the ellipsoid so far. */
struct Measurement
{
    int corners = 0;
    double metres = 0.0;       ///< length of the line, or around the area
    double squareMetres = 0.0; ///< areas only
    bool finished = false;
};

/** A base map from a server. */
struct BaseMapOrder
{
    QString name;
    QString url;         ///< XYZ tiles with {x} {y} {z}, or a WMTS or WMS address
    QString attribution; ///< who must be named on the map
    bool gcj02 =
        false; ///< its positions are GCJ-02: shifted where that is exact enough, or refused
};

/** A picture of the present view on paper. */
struct PrintOrder
{
    QString path; ///< a PDF
    QString title;
    QString note; ///< date, source, "simulated data" …
    bool landscape = true;
    bool a3 = false;
    Stamp stamp = {}; ///< who prints it, and when
};

/** The looks that a map draws itself in. */
enum class MapTheme { Day, Night };

/**
 * The map as the screens see it: the only way in which ui speaks to it. Implemented by gis
 * (MapView), and by a fake in the tests. Lives on the GUI thread; nothing here blocks: files load
 * and pictures render beside it and arrive by signal.
 */
class MapPort : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /** Shows these files, every layer in them, on top of what is there; filesAdded() follows. */
    virtual void addFiles(const QStringList &paths) = 0;
    /** Stops loading: what is not on the map by now will not be. */
    virtual void cancelLoading() = 0;

    /**
     * Shows a district instead of the one shown so far, below all files; filesAdded() follows. The
     * same district again changes what the layers hold and nothing else, without a signal.
     */
    virtual void showDistrict(const DistrictPicture &picture) = 0;
    /** Shows these cases as they stand now; those that ended go. */
    virtual void updateCases(const QList<Case> &cases) = 0;

    /** Reads the layers from their files again and draws them; pictureCompleted() follows. */
    virtual void reload() = 0;

    virtual void zoomToAll() = 0;
    virtual void zoomIn() = 0;
    virtual void zoomOut() = 0;
    virtual void setTheme(MapTheme theme) = 0;

    /** What "now" is for ages and clocks; must outlive the map. The computer's clock until then. */
    virtual void setClock(const Clock &clock) = 0;
    /** The components of the box that componentsWanted() told of. */
    virtual void setComponents(const QList<Component> &components) = 0;
    /** Components were written: those on the map are wanted again. */
    virtual void forgetComponents() = 0;
    virtual void setStaff(const QList<StaffMark> &staff) = 0;
    virtual void setCaseFilter(const CaseFilter &filter) = 0;
    virtual void setGridStyle(GridStyle style) = 0;
    /** Browse again after PickPlace has picked; measuring stays until told otherwise. */
    virtual void setTool(MapTool tool) = 0;
    /** Marks the thing and moves the view so that it can be seen; `place` for Place and Person. */
    virtual void showThing(MapThing kind,
                           const QString &id,
                           const std::optional<GeoPoint> &place = std::nullopt) = 0;
    /** No mark any more. */
    virtual void clearMark() = 0;
    /**
     * Goes to what shall be seen, so that one sees where it goes. A map that is only looked at
     * stays with it, whatever its size and district; until told otherwise that is the whole
     * district.
     */
    virtual void watch(const MapSight &sight) = 0;
    /** What a click there would pick, in the coordinates of the map's widget: for what is dropped.
     */
    [[nodiscard]] virtual MapPick thingsAt(QPoint pixel) = 0;

    /** On the bottom of all layers; filesAdded() tells what became of it. */
    virtual void addBaseMap(const BaseMapOrder &order) = 0;
    /** Writes a PDF of the view; printed() follows. */
    virtual void print(const PrintOrder &order) = 0;

    /** Named views (where) and named themes (which layers, in which state); kept with the user. */
    [[nodiscard]] virtual QStringList bookmarks() const = 0;
    virtual void addBookmark(const QString &name) = 0;
    virtual void goToBookmark(const QString &name) = 0;
    virtual void removeBookmark(const QString &name) = 0;
    [[nodiscard]] virtual QStringList layerThemes() const = 0;
    virtual void saveLayerTheme(const QString &name) = 0;
    virtual void applyLayerTheme(const QString &name) = 0;
    virtual void removeLayerTheme(const QString &name) = 0;

    /** The language has changed: the map's own names too. */
    virtual void retranslate() = 0;

    [[nodiscard]] virtual int layerCount() const = 0;
    /** True while files load or the picture is not the final one for the present view. */
    [[nodiscard]] virtual bool isBusy() const = 0;

signals:
    void filesAdded(const gridward::LoadReport &report);
    void layerCountChanged(int count);
    /** Percent (0 to 100) of the files being loaded, or nothing when none is. */
    void loadingProgressed(std::optional<int> percent);
    void busyChanged(bool busy);
    /** The picture shows everything there is for the present view. */
    void pictureCompleted();
    /** Components are to be shown and those of this box are not there. */
    void componentsWanted(const gridward::GeoExtent &extent, int limit);
    void picked(const gridward::MapPick &pick);
    void placePicked(const gridward::GeoPoint &place);
    void toolChanged(gridward::MapTool tool);
    void measured(const gridward::Measurement &measurement);
    void printed(const QString &path, const std::optional<gridward::Error> &error);
    void bookmarksChanged();
    void layerThemesChanged();
    /** Where the mouse is, or nothing when it is not over the map. */
    void cursorMoved(std::optional<gridward::GeoPoint> place);
    /** The map scale 1:denominator at the middle of the picture. */
    void scaleChanged(double denominator);
};

} // namespace gridward

Q_DECLARE_METATYPE(gridward::LoadReport)
Q_DECLARE_METATYPE(gridward::MapPick)
Q_DECLARE_METATYPE(gridward::Measurement)
