// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/overlay/caseoverlay.h"

#include "gis/overlay/mercator.h"
#include "gis/overlay/overlayitem.h"
#include "models/domain/language.h"

#include <qgsmapcanvas.h>

#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr int kFrame = 33;              ///< ms: thirty repaints a second at the most
constexpr int kPulseLength = 1200;      ///< ms
constexpr std::size_t kMostPulses = 60; ///< more at once would say nothing
constexpr int kHoverDelay = 140;        ///< ms: passing over a cluster does not open it
constexpr int kMinute = 60'000;
constexpr double kGrace = 3.0; ///< pixels beside a symbol that still mean it

double distance(QPointF one, QPointF other)
{
    return std::hypot(one.x() - other.x(), one.y() - other.y());
}

} // namespace

CaseOverlay::CaseOverlay(QgsMapCanvas *canvas, MapMode mode)
    : QObject(canvas)
    , mCanvas(canvas)
    , mItem(new OverlayItem(
          canvas,
          [this](QPainter &painter, const QRectF &exposed) { paint(painter, exposed); },
          [this] {
              closeHover();
              updateView();
          }))
    , mAnimated(mode == MapMode::Interactive)
{
    setObjectName(u"caseOverlay"_s);
    mTime.start();
    mRepaintTimer.setSingleShot(true);
    mHoverTimer.setSingleShot(true);
    mHoverTimer.setInterval(kHoverDelay);
    mPulseTimer.setInterval(kFrame);
    mMinuteTimer.setInterval(kMinute);
    mMinuteTimer.setTimerType(Qt::VeryCoarseTimer);
    connect(&mRepaintTimer, &QTimer::timeout, this, &CaseOverlay::repaint);
    connect(&mHoverTimer, &QTimer::timeout, this, &CaseOverlay::openHover);
    connect(&mPulseTimer, &QTimer::timeout, this, &CaseOverlay::advancePulses);
    connect(&mMinuteTimer, &QTimer::timeout, this, &CaseOverlay::checkClock);
    retranslate();
    updateView();
}

void CaseOverlay::setClock(const Clock &clock)
{
    mClock = &clock;
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
    mArrivals.clear();
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
        if (isShown && old == CaseColumns::kNone && mAnimated && mShown && mCanvas->isVisible() &&
            mArrivals.size() < kMostPulses) {
            mArrivals.push_back({index, subject.id, mTime.elapsed()});
        }
        seen = seen || wasShown || isShown;
    }
    if (!mArrivals.empty() && !mPulseTimer.isActive()) {
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
    mStaff.assign(staff);
    mStaffNew = true;
    if (isStaffShown() || mMark == Mark::Person) {
        askRepaint();
    }
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
    if (mCases.refresh(now())) {
        mAllNew = true;
        settleHover();
        askRepaint();
    }
}

void CaseOverlay::setTheme(MapTheme theme)
{
    mPainter.setTheme(theme);
    askRepaint();
}

void CaseOverlay::setMagnification(double factor)
{
    if (factor != mMagnification) {
        closeHover();
        mMagnification = factor;
        updateView();
        askRepaint();
    }
}

void CaseOverlay::retranslate()
{
    mChinese = !isEnglish();
    mPainter.setChinese(mChinese);
    closeHover();
    askRepaint();
}

void CaseOverlay::setShown(bool shown)
{
    if (shown != mShown) {
        mShown = shown;
        closeHover();
        askRepaint();
    }
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

void CaseOverlay::regroup()
{
    const int step = zoomStepOf(mView.unitsPerPixel);
    if (mAllNew || mGroups.zoomStep() != step || mGroups.isWorn()) {
        mGroups.rebuild(mCases.columns(), step);
        mAllNew = false;
    }
    if (isStaffShown() && (mStaffNew || mStaffGroups.zoomStep() != step)) {
        mStaffGroups.rebuild(mStaff.columns(), step);
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
    mItem->update();
}

void CaseOverlay::paint(QPainter &painter, const QRectF &exposed)
{
    if (!mCanvas->mapSettings().hasValidSettings()) {
        return;
    }
    ++mFramesPainted;
    regroup();
    OverlayFrame frame;
    frame.points = mCases.columns();
    if (mShown) {
        frame.cases = mGroups.symbols();
        preparePulses();
        frame.pulses = mPulses;
        frame.spread = &mSpread;
        frame.hint = mHint;
        frame.hintAt = mHintAt;
    }
    if (isStaffShown()) {
        frame.staff = mStaffGroups.symbols();
        frame.staffNames = mStaff.names();
    }
    if (const auto circle = markCircle()) {
        frame.mark = circle->first;
        frame.markRadius = circle->second;
    }
    painter.save();
    painter.scale(mMagnification, mMagnification);
    mPainter.paint(painter,
                   mView,
                   frame,
                   QRectF(exposed.topLeft() / mMagnification, exposed.size() / mMagnification));
    painter.restore();
}

void CaseOverlay::preparePulses()
{
    mPulses.clear();
    for (const Arrival &arrival : mArrivals) {
        if (const ClusterSymbol *symbol = mGroups.symbolOf(arrival.index)) {
            const double progress =
                static_cast<double>(mTime.elapsed() - arrival.since) / kPulseLength;
            mPulses.push_back({{symbol->x, symbol->y},
                               std::clamp(progress, 0.0, 1.0),
                               static_cast<std::uint8_t>(mCases.levelOf(arrival.index))});
        }
    }
}

QRectF CaseOverlay::pulseBox(const Arrival &arrival)
{
    const ClusterSymbol *symbol = mGroups.symbolOf(arrival.index);
    if (symbol == nullptr) {
        return {};
    }
    const QPointF at = mView.pixelOf(symbol->x, symbol->y);
    const QPointF reach(Pulse::kReach, Pulse::kReach);
    return {(at - reach) * mMagnification, (at + reach) * mMagnification};
}

void CaseOverlay::advancePulses()
{
    if (!mShown || !mCanvas->isVisible()) {
        mArrivals.clear(); // who comes back looks at cases, not at when they came
        mPulseTimer.stop();
        return;
    }
    regroup();
    for (const Arrival &arrival : mArrivals) {
        if (const QRectF box = pulseBox(arrival);
            box.intersects(mItem->boundingRect()) && !box.isEmpty()) {
            ++mPulseRepaints;
            mItem->update(box);
        }
    }
    // The last repaint, after which nothing is left of it, was asked for just now.
    std::erase_if(mArrivals, [this](const Arrival &arrival) {
        return mTime.elapsed() - arrival.since >= kPulseLength ||
               mCases.find(arrival.id) != arrival.index;
    });
    if (mArrivals.empty()) {
        mPulseTimer.stop();
    }
}

const ClusterSymbol *CaseOverlay::caseSymbolAt(QPointF pixel)
{
    if (!mShown) {
        return nullptr;
    }
    const ClusterSymbol *nearest = nullptr;
    double least = std::numeric_limits<double>::max();
    for (const ClusterSymbol &symbol : symbols()) {
        const double away = distance(mView.pixelOf(symbol.x, symbol.y), pixel);
        if (away <= symbol.radius + kGrace && away < least) {
            nearest = &symbol;
            least = away;
        }
    }
    return nearest;
}

const ClusterSymbol *CaseOverlay::staffSymbolAt(QPointF pixel)
{
    if (!isStaffShown()) {
        return nullptr;
    }
    regroup();
    for (const ClusterSymbol &symbol : mStaffGroups.symbols()) {
        if (distance(mView.pixelOf(symbol.x, symbol.y), pixel) <= symbol.radius + kGrace) {
            return &symbol;
        }
    }
    return nullptr;
}

CaseOverlay::Hit CaseOverlay::hitAt(QPointF scenePixel)
{
    const QPointF pixel = inView(scenePixel);
    Hit hit;
    if (mSpread.isOpen()) {
        const QPointF middle = mView.pixelOf(mSpread.middle.x(), mSpread.middle.y());
        if (const int member = mSpread.memberAt(pixel - middle); member >= 0) {
            hit.cases.append(mSpread.members[static_cast<std::size_t>(member)].id);
            return hit;
        }
    }
    std::vector<std::int32_t> members;
    if (const ClusterSymbol *symbol = caseSymbolAt(pixel)) {
        mGroups.members(*symbol, members);
        mCases.sortByUrgency(members);
        for (const std::int32_t member : members) {
            hit.cases.append(mCases.idOf(member));
        }
    } else if (const ClusterSymbol *staff = staffSymbolAt(pixel)) {
        mStaffGroups.members(*staff, members);
        hit.person = mStaff.personAt(*std::ranges::min_element(members));
    }
    return hit;
}

bool CaseOverlay::hoverAt(QPointF scenePixel)
{
    const QPointF pixel = inView(scenePixel);
    mPointer = pixel;
    if (mSpread.isOpen()) {
        const QPointF middle = mView.pixelOf(mSpread.middle.x(), mSpread.middle.y());
        if (distance(middle, pixel) <= mSpread.reach() + 8.0) {
            return mSpread.memberAt(pixel - middle) >= 0;
        }
        closeHover();
        mPointer = pixel;
    }
    const ClusterSymbol *symbol = caseSymbolAt(pixel);
    if (symbol == nullptr || symbol->count < 2) {
        closeHover();
        mPointer = pixel;
        return symbol != nullptr || staffSymbolAt(pixel) != nullptr;
    }
    if (mHint.isEmpty() && !mHoverTimer.isActive()) {
        mHoverTimer.start();
    }
    return true;
}

void CaseOverlay::openHover()
{
    const ClusterSymbol *symbol = mPointer ? caseSymbolAt(*mPointer) : nullptr;
    if (symbol == nullptr || symbol->count < 2) {
        return;
    }
    if (symbol->count > kMostSpread) {
        mHint = hintFor(*symbol);
        mHintAt = {symbol->x, symbol->y};
        askRepaint();
        return;
    }
    std::vector<std::int32_t> members;
    mGroups.members(*symbol, members);
    mCases.sortByUrgency(members);
    const std::vector<QPointF> offsets = spreadOffsets(static_cast<int>(members.size()));
    mSpread.middle = {symbol->x, symbol->y};
    mSpread.members.clear();
    for (std::size_t i = 0; i < members.size(); ++i) {
        mSpread.members.push_back({members[i], mCases.idOf(members[i]), offsets[i]});
    }
    askRepaint();
}

/** Cases have changed under the pointer: what is open stays open, without those that are gone. */
void CaseOverlay::settleHover()
{
    std::erase_if(mSpread.members, [this](const Spread::Member &member) {
        return mCases.find(member.id) != member.index || !mCases.isShown(member.index);
    });
    if (!mHint.isEmpty()) {
        mHint.clear();
        mHoverTimer.start();
    }
}

void CaseOverlay::closeHover()
{
    mHoverTimer.stop();
    mPointer.reset();
    if (mSpread.isOpen() || !mHint.isEmpty()) {
        mSpread.members.clear();
        mHint.clear();
        askRepaint();
    }
}

void CaseOverlay::endHover()
{
    closeHover();
}

QString CaseOverlay::hintFor(const ClusterSymbol &symbol) const
{
    const QLocale numbers;
    const QString all = numbers.toString(symbol.count);
    return symbol.overdue > 0 ? tr("%1 open cases, %2 of them overdue. Zoom in to see each.")
                                    .arg(all, numbers.toString(symbol.overdue))
                              : tr("%1 open cases. Zoom in to see each.").arg(all);
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
    return mStaff.placeOf(person);
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
        OverlaySnapshot{mCases, mStaff, mShown, mChinese});
}

} // namespace gridward
