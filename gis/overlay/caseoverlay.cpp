// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/overlay/caseoverlay.h"

#include "gis/overlay/mercator.h"
#include "gis/overlay/overlayitem.h"
#include "models/domain/language.h"
#include "models/domain/scaledclock.h"

#include <qgsmapcanvas.h>

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr int kFrame = 33;                 ///< ms: thirty repaints a second at the most
constexpr int kHoverDelay = 140;           ///< ms: passing over a cluster does not open it
constexpr std::chrono::minutes kMinute{1}; ///< of the district's time
constexpr std::chrono::seconds kOftenest{1};

double distance(QPointF one, QPointF other)
{
    return std::hypot(one.x() - other.x(), one.y() - other.y());
}

} // namespace

CaseOverlay::CaseOverlay(QgsMapCanvas *canvas, MapMode mode)
    : QObject(canvas)
    , mCanvas(canvas)
    , mAnimated(mode == MapMode::Interactive)
{
    setObjectName(u"caseOverlay"_s);
    // Owned by the canvas's scene, which goes just before us.
    new OverlayItem(
        canvas,
        [this](QPainter &painter, std::span<const QRectF> exposed) { paint(painter, exposed); },
        [this] { followView(); });
    mTime.start();
    mRepaintTimer.setSingleShot(true);
    mHoverTimer.setSingleShot(true);
    mHoverTimer.setInterval(kHoverDelay);
    mPulseTimer.setInterval(kFrame);
    mGlideTimer.setInterval(StaffGlide::kFrame);
    mMinuteTimer.setInterval(kMinute);
    mMinuteTimer.setTimerType(Qt::VeryCoarseTimer);
    connect(&mRepaintTimer, &QTimer::timeout, this, &CaseOverlay::repaint);
    connect(&mHoverTimer, &QTimer::timeout, this, &CaseOverlay::openHover);
    connect(&mPulseTimer, &QTimer::timeout, this, &CaseOverlay::advancePulses);
    connect(&mGlideTimer, &QTimer::timeout, this, &CaseOverlay::advanceStaff);
    connect(&mMinuteTimer, &QTimer::timeout, this, &CaseOverlay::checkClock);
    retranslate();
    updateView();
}

void CaseOverlay::setClock(const Clock &clock)
{
    mClock = &clock;
    const std::chrono::milliseconds minute = realTimeOf(clock, kMinute, kOftenest);
    if (minute != mMinuteTimer.intervalAsDuration()) { // else it would begin anew each time
        mMinuteTimer.setInterval(minute);
    }
    checkClock();
}

void CaseOverlay::setMoment(Instant moment)
{
    mMoment.set(moment);
    if (mClock == &mSystemClock) {
        mClock = &mMoment;
    }
    checkClock();
}

void CaseOverlay::setCases(const QList<Case> &cases)
{
    mCases.assign(cases, now());
    mAllNew = true;
    forgetArrivals();
    if (mCases.changesWithTime()) {
        mMinuteTimer.start();
    } else {
        mMinuteTimer.stop();
    }
    settleHover();
    askRepaint();
}

void CaseOverlay::updateCases(const QList<Case> &cases)
{
    const Instant clock = now();
    bool seen = false;
    for (const Case &subject : cases) {
        const CaseColumns::Index old = mCases.find(subject.id);
        const bool wasShown = old != CaseColumns::kNone && mCases.isShown(old);
        if (wasShown && !mAllNew) {
            mGroups.remove(mCases.columns(), old);
        }
        const CaseColumns::Index index = mCases.put(subject, clock);
        const bool isShown = index != CaseColumns::kNone && mCases.isShown(index);
        if (isShown && !mAllNew) {
            mGroups.add(mCases.columns(), index);
        }
        if (isShown && old == CaseColumns::kNone && mAnimated && mShown && mCanvas->isVisible()) {
            mArrivals.add(index, subject.id, subject.level, mTime.elapsed());
        }
        seen = seen || wasShown || isShown;
    }
    if (!mArrivals.isEmpty() && !mPulseTimer.isActive()) {
        mPulseTimer.start();
    }
    if (mCases.changesWithTime() && !mMinuteTimer.isActive()) {
        mMinuteTimer.start();
    }
    if (seen) {
        settleHover();
        askRepaint();
    }
}

void CaseOverlay::setStaff(const QList<StaffMark> &staff)
{
    mStaff.assign(staff, mTime.elapsed(), mAnimated && isStaffShown() && mCanvas->isVisible());
    mStaffNew = true;
    if (mStaff.isMoving()) {
        mGlideTimer.start();
    }
    if (isStaffShown() || mMark == Mark::Person) {
        askRepaint();
    }
}

void CaseOverlay::advanceStaff()
{
    if (isStaffShown() && mCanvas->isVisible()) {
        mStaff.advance(mTime.elapsed());
    } else {
        mStaff.finish();
    }
    mStaffNew = true;
    if (!mStaff.isMoving()) {
        mGlideTimer.stop();
    }
    askRepaint();
}

void CaseOverlay::setFilter(const CaseFilter &filter)
{
    if (mCases.setFilter(filter, now())) {
        mAllNew = true;
        settleHover();
        askRepaint();
    }
}

void CaseOverlay::checkClock()
{
    const auto isGrouped = [this](CaseColumns::Index index) {
        return !mAllNew && mCases.isShown(index);
    };
    const std::vector<CaseColumns::Index> &changed =
        mCases.refresh(now(), [&](CaseColumns::Index index) {
            if (isGrouped(index)) {
                mGroups.remove(mCases.columns(), index);
            }
        });
    if (changed.empty()) {
        return;
    }
    for (const CaseColumns::Index index : changed) {
        if (isGrouped(index)) {
            mGroups.add(mCases.columns(), index);
        }
    }
    settleHover();
    askRepaint();
}

void CaseOverlay::setTheme(MapTheme theme)
{
    mPainter.setTheme(theme);
    mDirt.addAll();
    askRepaint();
}

void CaseOverlay::setMagnification(double factor)
{
    if (factor != mMagnification) {
        endHover();
        mMagnification = factor;
        updateView();
        mDirt.addAll();
        askRepaint();
    }
}

void CaseOverlay::retranslate()
{
    mChinese = !isEnglish();
    mPainter.setChinese(mChinese);
    endHover();
    mDirt.addAll();
    askRepaint();
}

void CaseOverlay::setShown(bool shown)
{
    if (shown != mShown) {
        mShown = shown;
        endHover();
        mDirt.addAll();
        askRepaint();
    }
}

void CaseOverlay::followView()
{
    endHover();
    updateView();
    mDirt.clear(); // the item asks for all of it
}

void CaseOverlay::updateView()
{
    const QgsMapSettings &settings = mCanvas->mapSettings();
    if (settings.hasValidSettings()) {
        const QgsPointXY middle = settings.visibleExtent().center();
        mView = OverlayView::make(middle.toQPointF(),
                                  settings.mapUnitsPerPixel() * mMagnification,
                                  QSizeF(settings.outputSize()) / mMagnification,
                                  settings.rotation());
    }
}

void CaseOverlay::holdSymbols(double coarsest)
{
    mHeld = coarsest;
}

void CaseOverlay::freeSymbols()
{
    mHeld.reset();
    mDirt.addAll();
    askRepaint();
}

void CaseOverlay::regroup()
{
    const int step = zoomStepOf(mHeld ? *mHeld * mMagnification : mView.unitsPerPixel);
    if (mAllNew || mGroups.zoomStep() != step || mGroups.isWorn()) {
        mGroups.rebuild(mCases.columns(), step);
        mAllNew = false;
    }
    if (isStaffShown() && (mStaffNew || mStaffGroups.zoomStep() != step)) {
        mStaffGroups.rebuild(mStaff.points().columns(), step);
        mStaffNew = false;
    }
}

const std::vector<ClusterSymbol> &CaseOverlay::symbols()
{
    regroup();
    return mGroups.symbols();
}

bool CaseOverlay::isStaffShown() const
{
    return mShown && mView.denominator <= kStaffFromScale;
}

/** Once in a turn of the event loop, and thirty times a second at the most. */
void CaseOverlay::askRepaint()
{
    if (!mRepaintTimer.isActive()) {
        const qint64 wait = mLastRepaint + kFrame - mTime.elapsed();
        mRepaintTimer.start(static_cast<int>(std::max<qint64>(0, wait)));
    }
}

void CaseOverlay::repaint()
{
    mLastRepaint = mTime.elapsed();
    ++mRepaintsAsked;
    regroup();
    lookForDirt(frame());
    const std::vector<QRectF> boxes = mDirt.take(seen());
    mBoxesAsked = static_cast<int>(boxes.size());
    update(boxes);
}

/**
 * By way of the viewport: the scene would make one box of those of an item, which is nearly all of
 * the map if they are far apart.
 */
void CaseOverlay::update(const std::vector<QRectF> &boxes)
{
    QRegion region;
    for (const QRectF &box : boxes) {
        const QRectF onScene(box.topLeft() * mMagnification, box.size() * mMagnification);
        region += mCanvas->mapFromScene(onScene).boundingRect().adjusted(-1, -1, 1, 1);
    }
    mCanvas->viewport()->update(region);
}

/** What the viewport shows, also while it is dragged. */
QRectF CaseOverlay::seen() const
{
    const QRectF onScene = mCanvas->mapToScene(mCanvas->viewport()->rect()).boundingRect();
    return {onScene.topLeft() / mMagnification, onScene.size() / mMagnification};
}

/** What is to be seen now; regroup() comes first. */
OverlayFrame CaseOverlay::frame()
{
    OverlayFrame frame;
    frame.points = mCases.columns();
    if (mShown) {
        frame.cases = mGroups.symbols();
        frame.index = &mGroups.index();
        frame.spread = &mSpread;
        frame.hint = mHint;
        frame.hintAt = mHintAt;
    }
    if (isStaffShown()) {
        frame.staff = mStaffGroups.symbols();
        frame.staffNames = mStaff.points().names();
    }
    if (const auto circle = markCircle()) {
        frame.mark = circle->first;
        frame.markRadius = circle->second;
    }
    return frame;
}

void CaseOverlay::lookForDirt(const OverlayFrame &frame)
{
    if (mCasesLookedAt != mGroups.mergings()) {
        mCasesLookedAt = mGroups.mergings();
        mDirt.lookAtCases(frame.cases, frame.points, mView);
    }
    mDirt.lookAtStaff(frame.staff,
                      mView.denominator > kNamesFromScale ? std::span<const QString>()
                                                          : frame.staffNames,
                      mView);
    mDirt.lookAtMark(OverlayPainter::markBox(mView, frame));
    mDirt.lookAtHover(OverlayPainter::hoverBox(mView, frame));
}

void CaseOverlay::paint(QPainter &painter, std::span<const QRectF> exposed)
{
    if (!mCanvas->mapSettings().hasValidSettings()) {
        return;
    }
    ++mFramesPainted;
    regroup();
    OverlayFrame shown = frame();
    lookForDirt(shown);
    if (mShown) {
        shown.pulses = mArrivals.pulses(mCases, mGroups, mView, mTime.elapsed());
    }
    mExposed.clear();
    for (const QRectF &box : exposed) {
        mExposed.emplace_back(box.topLeft() / mMagnification, box.size() / mMagnification);
    }
    if (mExposed.size() == 1 && mExposed.front().contains(seen())) {
        mDirt.clear();
    }
    painter.save();
    painter.scale(mMagnification, mMagnification);
    mPainter.paint(painter, mView, shown, mExposed);
    painter.restore();
}

void CaseOverlay::forgetArrivals()
{
    mDirt.add(mArrivals.clear());
    mPulseTimer.stop();
}

void CaseOverlay::advancePulses()
{
    if (!mShown || !mCanvas->isVisible()) {
        forgetArrivals(); // who comes back looks at cases, not at when they came
        return;
    }
    regroup();
    // The last repaint, after which nothing is left of a ring, is asked for here too.
    if (std::vector<QRectF> boxes =
            coalesced(mArrivals.advance(mCases, mGroups, mView, mTime.elapsed()),
                      seen(),
                      OverlayDirt::kMostBoxes);
        !boxes.empty()) {
        ++mPulseRepaints;
        update(boxes);
    }
    if (mArrivals.isEmpty()) {
        mPulseTimer.stop();
    }
}

QPointF CaseOverlay::mapPointAt(QPointF pixel) const
{
    return mView.toMap.map(inView(pixel));
}

void CaseOverlay::markCase(const CaseId &id)
{
    mMark = Mark::Case;
    mMarkedCase = id;
    askRepaint();
}

void CaseOverlay::markPerson(const QString &person, const std::optional<QPointF> &otherwise)
{
    mMark = Mark::Person;
    mMarkedPerson = person;
    mMarkedPlace = otherwise;
    askRepaint();
}

void CaseOverlay::markPlace(QPointF place)
{
    mMark = Mark::Place;
    mMarkedPlace = place;
    askRepaint();
}

void CaseOverlay::clearMark()
{
    if (mMark != Mark::None) {
        mMark = Mark::None;
        askRepaint();
    }
}

/** Middle (EPSG:3857) and radius (pixels) of what is marked. */
std::optional<std::pair<QPointF, double>> CaseOverlay::markCircle()
{
    switch (mMark) {
    case Mark::None:
        break;
    case Mark::Case:
        if (const ClusterSymbol *symbol = mGroups.symbolOf(mCases.find(mMarkedCase));
            symbol != nullptr && mShown) {
            return std::pair(QPointF(symbol->x, symbol->y), double(symbol->radius));
        }
        break;
    case Mark::Person:
        if (const std::optional<QPointF> place = placeOfPerson(mMarkedPerson)) {
            return std::pair(*place, 10.0);
        }
        [[fallthrough]];
    case Mark::Place:
        if (mMarkedPlace) {
            return std::pair(*mMarkedPlace, 10.0);
        }
        break;
    }
    return std::nullopt;
}

std::optional<QPointF> CaseOverlay::placeOf(const CaseId &id) const
{
    const CaseColumns::Index index = mCases.find(id);
    if (index == CaseColumns::kNone) {
        return std::nullopt;
    }
    const PointColumns columns = mCases.columns();
    return QPointF(columns.x[static_cast<std::size_t>(index)],
                   columns.y[static_cast<std::size_t>(index)]);
}

std::optional<QPointF> CaseOverlay::placeOfPerson(const QString &person) const
{
    return mStaff.points().placeOf(person);
}

int CaseOverlay::clusterSizeAround(const CaseId &id)
{
    updateView(); // nothing may have been drawn yet: then the view is none
    regroup();
    const ClusterSymbol *symbol = mGroups.symbolOf(mCases.find(id));
    return symbol == nullptr ? 0 : symbol->count;
}

double CaseOverlay::unitsToStandAlone(const CaseId &id) const
{
    constexpr double kCertain = 80.0; // pixels: in another cell, and out of reach of its symbol
    const std::optional<QPointF> place = placeOf(id);
    const CaseColumns::Index own = mCases.find(id);
    const PointColumns columns = mCases.columns();
    double nearest = std::numeric_limits<double>::max();
    for (std::size_t row = 0; place && row < columns.x.size(); ++row) {
        if (columns.shown[row] != 0 && static_cast<CaseColumns::Index>(row) != own) {
            nearest = std::min(nearest, distance(*place, {columns.x[row], columns.y[row]}));
        }
    }
    return nearest / (kCertain * mMagnification);
}

std::shared_ptr<const OverlaySnapshot> CaseOverlay::snapshot() const
{
    return std::make_shared<const OverlaySnapshot>(
        OverlaySnapshot{mCases, mStaff.points(), mShown, mChinese});
}

} // namespace gridward
