// SPDX-License-Identifier: GPL-3.0-or-later
// The part of CaseOverlay that knows what lies under the pointer.
#include "gis/overlay/caseoverlay.h"

#include <QLocale>

#include <algorithm>
#include <cmath>
#include <limits>

namespace gridward {

namespace {

constexpr double kGrace = 3.0; ///< pixels beside a symbol that still mean it

double distance(QPointF one, QPointF other)
{
    return std::hypot(one.x() - other.x(), one.y() - other.y());
}

} // namespace

const ClusterSymbol *CaseOverlay::caseSymbolAt(QPointF pixel)
{
    if (!mShown) {
        return nullptr;
    }
    const ClusterSymbol *nearest = nullptr;
    double least = std::numeric_limits<double>::max();
    regroup();
    const QPointF reach(kClusterReach + kGrace, kClusterReach + kGrace);
    std::vector<std::int32_t> numbers;
    mGroups.index().find(mView.toMap.mapRect(QRectF(pixel - reach, pixel + reach)), numbers);
    for (const std::int32_t number : numbers) {
        const ClusterSymbol &symbol = mGroups.symbols()[static_cast<std::size_t>(number)];
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
        hit.person = mStaff.points().personAt(*std::ranges::min_element(members));
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
        endHover();
        mPointer = pixel;
    }
    const ClusterSymbol *symbol = caseSymbolAt(pixel);
    if (symbol == nullptr || symbol->count < 2) {
        endHover();
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

void CaseOverlay::endHover()
{
    mHoverTimer.stop();
    mPointer.reset();
    if (mSpread.isOpen() || !mHint.isEmpty()) {
        mSpread.members.clear();
        mHint.clear();
        askRepaint();
    }
}

QString CaseOverlay::hintFor(const ClusterSymbol &symbol) const
{
    const QLocale numbers;
    const QString all = numbers.toString(symbol.count);
    return symbol.overdue > 0 ? tr("%1 open cases, %2 of them overdue. Zoom in to see each.")
                                    .arg(all, numbers.toString(symbol.overdue))
                              : tr("%1 open cases. Zoom in to see each.").arg(all);
}

} // namespace gridward
