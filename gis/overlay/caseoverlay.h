// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gis/map/mapview.h"
#include "gis/overlay/arrivals.h"
#include "gis/overlay/caseoverlaypainter.h"
#include "gis/overlay/clusterer.h"
#include "gis/overlay/overlaydirt.h"
#include "gis/overlay/overlaypainter.h"
#include "gis/overlay/staffglide.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>
#include <vector>

class QgsMapCanvas;

namespace gridward {

/**
 * Live cases and staff on duty, drawn over the rendered base in the moment they change: the base is
 * never rendered for them. Clusters what would overlap, spreads a cluster under the pointer, and
 * lets a new case pulse once. Works on the GUI thread; owned by the canvas that it draws on.
 *
 * Points given and returned in pixels are logical pixels of the scene: of the view, unless the
 * canvas is being dragged.
 */
class CaseOverlay final : public QObject
{
    Q_OBJECT
public:
    CaseOverlay(QgsMapCanvas *canvas, MapMode mode);

    /** What "now" is; must outlive the overlay. The computer's clock until then. */
    void setClock(const Clock &clock);
    /** The clock stands at this moment until setClock(): for pictures of a moment. */
    void setMoment(Instant moment);
    /** These cases instead of those so far. */
    void setCases(const QList<Case> &cases);
    /** These as they stand now. Costs as much as there are changes; repaints once for them all. */
    void updateCases(const QList<Case> &cases);
    /** Who was shown before glides there from where they were, if that is seen. */
    void setStaff(const QList<StaffMark> &staff);
    void setFilter(const CaseFilter &filter);
    void setTheme(MapTheme theme);
    /** Symbols and their words so many times larger, for those who look from afar. */
    void setMagnification(double factor);
    [[nodiscard]] double magnification() const { return mMagnification; }
    /** Numbers and words of the overlay follow the language of the moment. */
    void retranslate();
    /** False hides cases and staff; marks stay. */
    void setShown(bool shown);
    /**
     * The map is on its way to another scale, whose largest map units per pixel are these: symbols
     * stay together as they are there until freeSymbols(), so that no frame groups them anew.
     */
    void holdSymbols(double coarsest);
    void freeSymbols();
    /** Looks at the clock: what became overdue, or too old for the filter. Once a minute by itself.
     */
    void checkClock();

    /** What lies under a point. */
    struct Hit
    {
        QList<CaseId> cases; ///< all of the symbol, most urgent first
        QString person;      ///< if there is no case

        [[nodiscard]] bool isAny() const { return !cases.isEmpty() || !person.isEmpty(); }
    };
    [[nodiscard]] Hit hitAt(QPointF scenePixel);
    /** The pointer is there and no button is down; true if something lies under it. */
    bool hoverAt(QPointF scenePixel);
    void endHover();
    /** EPSG:3857. */
    [[nodiscard]] QPointF mapPointAt(QPointF pixel) const;

    // Marks: a ring around one thing. It moves with what it marks.
    void markCase(const CaseId &id);
    void markPerson(const QString &person, const std::optional<QPointF> &otherwise);
    void markPlace(QPointF place);
    void clearMark();
    /** EPSG:3857; nothing for what is not here. */
    [[nodiscard]] std::optional<QPointF> placeOf(const CaseId &id) const;
    [[nodiscard]] std::optional<QPointF> placeOfPerson(const QString &person) const;
    /** How many cases the symbol of this one stands for now; 0 if it is not shown. */
    [[nodiscard]] int clusterSizeAround(const CaseId &id);
    /** Map units per pixel at which the case certainly has a symbol to itself; may be 0. */
    [[nodiscard]] double unitsToStandAlone(const CaseId &id) const;

    /** For print and export. Copies the columns: 8 MB for 100,000 cases. */
    [[nodiscard]] std::shared_ptr<const OverlaySnapshot> snapshot() const;

    // For tests: what the machine was asked to do.
    [[nodiscard]] int repaintsAsked() const { return mRepaintsAsked; }
    [[nodiscard]] int pulseRepaints() const { return mPulseRepaints; }
    [[nodiscard]] int framesPainted() const { return mFramesPainted; }
    /** Rectangles of the last repaint. */
    [[nodiscard]] int boxesAsked() const { return mBoxesAsked; }
    [[nodiscard]] const CaseClusterer &groups() const { return mGroups; }
    [[nodiscard]] const OverlayPainter &painter() const { return mPainter; }
    [[nodiscard]] std::size_t dirtCapacity() const { return mDirt.capacity(); }
    [[nodiscard]] const std::vector<ClusterSymbol> &symbols();
    [[nodiscard]] const CaseColumns &points() const { return mCases; }
    [[nodiscard]] const Spread &spread() const { return mSpread; }
    [[nodiscard]] int pulseCount() const { return mArrivals.painted(); }

private:
    enum class Mark { None, Case, Person, Place };

    [[nodiscard]] QPointF inView(QPointF pixel) const { return pixel / mMagnification; }
    [[nodiscard]] Instant now() const { return mClock->now(); }
    void followView();
    void updateView();
    void regroup();
    void askRepaint();
    void repaint();
    void update(const std::vector<QRectF> &boxes);
    [[nodiscard]] QRectF seen() const;
    [[nodiscard]] OverlayFrame frame();
    void lookForDirt(const OverlayFrame &frame);
    void paint(QPainter &painter, std::span<const QRectF> exposed);
    void forgetArrivals();
    void advancePulses();
    void advanceStaff();
    void settleHover();
    void openHover();
    [[nodiscard]] const ClusterSymbol *caseSymbolAt(QPointF pixel);
    [[nodiscard]] const ClusterSymbol *staffSymbolAt(QPointF pixel);
    [[nodiscard]] std::optional<std::pair<QPointF, double>> markCircle();
    [[nodiscard]] QString hintFor(const ClusterSymbol &symbol) const;
    [[nodiscard]] bool isStaffShown() const;

    QgsMapCanvas *mCanvas;
    bool mAnimated;
    SystemClock mSystemClock;
    FixedClock mMoment{Instant{}};
    const Clock *mClock = &mSystemClock;

    CaseColumns mCases;
    StaffGlide mStaff;
    QTimer mGlideTimer;
    CaseClusterer mGroups;
    CaseClusterer mStaffGroups{SymbolSizes::Staff};
    bool mShown = true;
    bool mAllNew = true; ///< the cells must be formed anew
    bool mStaffNew = true;
    std::optional<double> mHeld; ///< map units per pixel: while the map is on its way

    double mMagnification = 1.0;
    OverlayView mView; ///< its pixels are so many times larger than the canvas's
    OverlayPainter mPainter{MapTheme::Day};
    bool mChinese = false;

    OverlayDirt mDirt;
    int mCasesLookedAt = -1;      ///< mergings of mGroups when mDirt last looked at its symbols
    std::vector<QRectF> mExposed; ///< while painting

    Mark mMark = Mark::None;
    CaseId mMarkedCase;
    QString mMarkedPerson;
    std::optional<QPointF> mMarkedPlace;

    Arrivals mArrivals;
    QElapsedTimer mTime;
    QTimer mPulseTimer;

    Spread mSpread;
    QString mHint;
    QPointF mHintAt;
    std::optional<QPointF> mPointer; ///< pixel
    QTimer mHoverTimer;

    QTimer mRepaintTimer;
    qint64 mLastRepaint = -1000; ///< mTime, ms
    QTimer mMinuteTimer;
    int mRepaintsAsked = 0;
    int mBoxesAsked = 0;
    int mPulseRepaints = 0;
    int mFramesPainted = 0;
};

} // namespace gridward
