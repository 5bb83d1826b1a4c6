// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/geopoint.h"
#include "models/domain/result.h"
#include "models/service/districtpicture.h"

#include <QList>
#include <QObject>
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
    /** Where the mouse is, or nothing when it is not over the map. */
    void cursorMoved(std::optional<gridward::GeoPoint> place);
    /** The map scale 1:denominator at the middle of the picture. */
    void scaleChanged(double denominator);
};

} // namespace gridward

Q_DECLARE_METATYPE(gridward::LoadReport)
