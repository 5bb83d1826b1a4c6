// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/analysis/heatrecipe.h"
#include "models/domain/result.h"
#include "models/domain/stamp.h"
#include "models/service/districtpicture.h"
#include "models/service/districtport.h"
#include "models/service/mapport.h"
#include "models/store/storethread.h" // Error as a meta type

#include <QByteArray>
#include <QFuture>
#include <QList>
#include <QObject>
#include <QString>

#include <optional>

namespace gridward {

/** Colours from few to many; each keeps its order for colour-blind eyes and in grey. */
enum class HeatRamp { Viridis, Magma, Cividis, Greys };

/** How values become colours. */
enum class HeatClasses {
    Smooth,     ///< evenly, with round numbers beside them
    EqualSteps, ///< classes of one round width
    Quantiles,  ///< as many cells with cases in each
    Natural,    ///< breaks where values are sparse (Jenks)
};

/** What two periods are made into. */
enum class HeatCompare {
    Off,
    Difference, ///< this period less the other one
    Ratio,      ///< this period by the other one; not known where too few cases are in reach
};

/** How two periods lie on the map. */
enum class HeatLayout {
    One,        ///< the first one, or what the two are made into
    SideBySide, ///< this period to the left, the other one to the right
    Swipe,      ///< the same, on one ground with a divider
};

/** How cases become a surface, and its colours. */
struct HeatOrder
{
    HeatRecipe recipe; ///< its cell is what is wanted; see HeatFacts for what it became
    HeatRamp ramp = HeatRamp::Viridis;
    HeatClasses classes = HeatClasses::Smooth;
    HeatCompare compare = HeatCompare::Off;
    HeatLayout layout = HeatLayout::One;
    std::optional<Denominator> per = {}; ///< of what "per 10,000" is; nothing for other units

    bool operator==(const HeatOrder &) const = default;
};

/** What the surface on the map is made of. */
struct HeatFacts
{
    qint64 cases = 0;          ///< on the surface: its integral over the area
    qint64 outside = 0;        ///< have a place, but too far from the district to be on it
    qint64 withoutPlace = 0;   ///< match, and nobody said where
    double highest = 0.0;      ///< in the recipe's unit
    double radiusMetres = 0.0; ///< the kernel's bandwidth, as chosen
    double pixelMetres =
        0.0;             ///< less than wanted where the radius is small, more on a large ground
    int epsg = 0;        ///< of the UTM zone whose metres these are
    HeatRecipe recipe;   ///< by which it was made
    qint64 compared = 0; ///< cases of the other period
    HeatCompare compare = HeatCompare::Off; ///< what the two were made into
    bool hasUnknown = false;                ///< somewhere too few are in reach to know a value
    double lowest = 0.0;                    ///< below 0 for a difference
    qint64 hidden = 0; ///< cells of a file that rest on too few personal cases to be in it
    std::optional<Denominator> per = {}; ///< of what "per 10,000" is

    bool operator==(const HeatFacts &) const = default;
};

/** A value of the surface and its colour; between two of them both go evenly. */
struct HeatStop
{
    double value = 0.0;
    quint32 argb = 0;      ///< 0xAARRGGBB, not premultiplied; on the ground of the theme
    bool labelled = false; ///< a round number, to be written beside the colour

    bool operator==(const HeatStop &) const = default;
};

/** What the colours mean. */
struct HeatLegend
{
    QString unit;             ///< "cases per km²", in the language of the moment
    QList<HeatStop> stops;    ///< from the lowest upwards; empty: there is no surface
    bool isClassed = false;   ///< colours change at labelled stops only
    bool hasUnknown = false;  ///< somewhere no value is known
    bool isDiverging = false; ///< less to the left, more to the right

    bool operator==(const HeatLegend &) const = default;
};

/** A case that reaches a spot. */
struct NearCase
{
    CaseId id;
    double metres = 0.0;

    bool operator==(const NearCase &) const = default;
};

/** What is known of a place that somebody pointed at. */
struct HeatSpot
{
    GeoPoint place;
    std::optional<double> value; ///< in the unit of the legend
    double reach = 0.0;          ///< metres; beyond it no case counts here
    qint64 count = 0;            ///< cases in reach
    QList<NearCase> nearest;     ///< the first kMostNearCases of them

    bool operator==(const HeatSpot &) const = default;
};

inline constexpr int kMostNearCases = 200;

/** What leaves the program rests on so many cases that somebody outside reported, or on none,
 * unless another number was set. */
inline constexpr int kFewestPersonal = 5;

/** A period in steps, one of which is shown; colours mean the same in all of them. */
struct HeatPlay
{
    QList<Instant> bounds; ///< step i is from bounds[i] until before bounds[i + 1]; empty: no steps
    int step = 0;

    bool operator==(const HeatPlay &) const = default;
};

/** What a surface was made of and what came out, to the bit. */
struct HeatFingerprint
{
    QByteArray data;   ///< SHA-256: cases, what they are compared with and counted against, ground
    QByteArray values; ///< SHA-256 of the values, also of the other period where both are shown

    bool operator==(const HeatFingerprint &) const = default;
};

enum class HeatFormat {
    GeoTiff,    ///< the values, for QGIS: 32-bit floating point, in the metres of the UTM zone
    Png,        ///< the page as a picture
    Pdf,        ///< the page
    Svg,        ///< the page, to be edited
    GeoPackage, ///< classes and cells as areas, with their styles
    Project,    ///< for QGIS, with the values and the areas beside it
    Csv,        ///< a table: easting, northing, value
};

/** A sheet of paper, not values. */
[[nodiscard]] constexpr bool isPage(HeatFormat format)
{
    return format == HeatFormat::Png || format == HeatFormat::Pdf || format == HeatFormat::Svg;
}
/** Of two maps beside each other it has both. */
[[nodiscard]] constexpr bool holdsTwo(HeatFormat format)
{
    return isPage(format) || format == HeatFormat::GeoTiff;
}

/** A surface as a file. Words are as on the page, in the language of the moment. */
struct HeatExport
{
    QString path;
    HeatFormat format = HeatFormat::GeoTiff;
    QString title;
    QString period;    ///< in words
    QString other;     ///< the same of the other period, where two are compared
    QString selection; ///< which cases, in words: class, street …
    QString note;      ///< whatever else is to be on the page
    Instant from;      ///< the period for programs …
    Instant to;        ///< … until before this moment
    Instant otherFrom; ///< the same of the other period
    Instant otherTo;
    QString paper = QStringLiteral("A4"); ///< or A3 to A0
    double dpi = 300.0;
    /** One of many: by a process of its own, however small it is. */
    bool isOneOfMany = false;
    /** No cell that rests on fewer cases which somebody outside reported is in the file; 0: there
     * is no such rule. */
    qint64 fewestPersonal = 0;
    Stamp stamp = {}; ///< who makes it, and when
};

/**
 * The heat map as the screens see it: the only way in which ui speaks to it. Implemented by gis
 * (AnalysisView), and by a fake in the tests. Lives on the GUI thread; surfaces and GeoTIFFs are
 * made beside it and arrive by signal; a page is set and written on the GUI thread.
 */
class AnalysisPort : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /** On which ground: borders, streets, schematic base map. The same district keeps the view. */
    virtual void setDistrict(const DistrictPicture &picture) = 0;
    /** Of which cases; surfaceCompleted() or failed() follows, unless newer points come first. */
    virtual void setPoints(const CasePoints &points) = 0;
    /** Of the other period; nothing if there is none to compare with. */
    virtual void setCompared(const std::optional<CasePoints> &points) = 0;
    /** What "per 10,000" is counted against. */
    virtual void setDenominator(const CasePoints &points) = 0;
    /** Shows a step of the period, or all of it. */
    virtual void setPlay(const HeatPlay &play) = 0;
    /** Written on the map, on both where two are shown: which time that is. */
    virtual void setWords(const QString &left, const QString &right) = 0;
    /** As a click in the middle of the map; spotChosen() follows. */
    virtual void chooseMiddle() = 0;
    /** No place is marked any more. */
    virtual void clearSpot() = 0;
    /** How; the same follows if the surface is another one, and only other colours otherwise. */
    virtual void setHeat(const HeatOrder &order) = 0;

    /** Of the exact surface on the map, found beside the GUI thread; Conflict while there is none.
     */
    [[nodiscard]] virtual QFuture<Result<HeatFingerprint>> fingerprint() = 0;
    /** Writes what is on the map beside the path and renames it; exported() follows. */
    virtual void exportTo(const HeatExport &order) = 0;
    /** Stops the export that runs, or else the surface; nothing of it is left. */
    virtual void cancel() = 0;

    virtual void setTheme(MapTheme theme) = 0;
    /** The language has changed. */
    virtual void retranslate() = 0;
    virtual void zoomToAll() = 0;

    /** True while a surface or a file is made, or the picture is not the final one. */
    [[nodiscard]] virtual bool isBusy() const = 0;

signals:
    void busyChanged(bool busy);
    /** Percent (0 to 100) of the surface or the file being made, or nothing when none is. */
    void progressed(std::optional<int> percent);
    void surfaceCompleted(const gridward::HeatFacts &facts);
    /** A quick look at what is being made: cells four times as large, nothing corrected. */
    void coarseShown();
    /** Somebody pointed at a place. */
    void spotChosen(const gridward::HeatSpot &spot);
    /** What part of the ground is in view, in degrees. */
    void viewChanged(const gridward::GeoExtent &extent);
    /** There is no surface; Cancelled if cancel() was the reason. */
    void failed(const gridward::Error &error);
    void legendChanged(const gridward::HeatLegend &legend);
    void exported(const QString &path, const std::optional<gridward::Error> &error);
    /** The picture shows everything there is for the present view. */
    void pictureCompleted();
};

} // namespace gridward

Q_DECLARE_METATYPE(gridward::HeatFacts)
Q_DECLARE_METATYPE(gridward::HeatLegend)
Q_DECLARE_METATYPE(gridward::HeatSpot)
