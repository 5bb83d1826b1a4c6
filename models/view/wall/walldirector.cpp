// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/view/wall/walldirector.h"

#include "models/view/wall/wallwords.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

using std::chrono::minutes;
using std::chrono::seconds;

constexpr seconds kOrangeTime{45};
constexpr minutes kRedLeast{1};
constexpr minutes kRedMost{5};
constexpr seconds kShared{20}; ///< of each while others wait
constexpr seconds kGlance{10}; ///< nothing is shown shorter, but for a red case
constexpr minutes kBurstTime{1};
constexpr minutes kReminderTime{1};
constexpr minutes kReminderPause{10};
constexpr minutes kYoung{30};
constexpr qsizetype kMostWaiting = 5;

bool listsWhatBurns(const WallScene &scene)
{
    return std::ranges::any_of(scene.columns, [](const SceneColumn &column) {
        return std::ranges::any_of(
            column.tiles, [](const SceneTile &tile) { return tile.kind == TileKind::Burning; });
    });
}

} // namespace

void WallDirector::setScenes(const QList<WallScene> &scenes)
{
    mScenes = scenes;
    if (sceneAt(mTurn) == nullptr) {
        mTurn.clear(); // its file is gone
    }
    if (sceneAt(mShown.scene) == nullptr) {
        dropShown(); // as another share of the scenes leaves it to another monitor
    }
}

void WallDirector::setRules(const TakeoverRules &rules)
{
    mRules = rules;
    mWaiting.removeIf([this](const Waiting &one) { return !takesOver(one.level); });
    const auto shown = mUrgent.constFind(mShown.incident);
    if (shown != mUrgent.cend() && !takesOver(shown->level)) {
        dropShown();
    }
}

void WallDirector::dropShown()
{
    if (mShown.why != WallShown::Why::Pinned) {
        mShown = {};
    }
}

const WallScene *WallDirector::sceneAt(const QString &id) const
{
    const auto scene = std::ranges::find(mScenes, id, &WallScene::id);
    return scene == mScenes.end() ? nullptr : &*scene;
}

bool WallDirector::takesOver(CaseLevel level) const
{
    return mRules.from && level >= *mRules.from;
}

void WallDirector::setCases(const QList<Case> &open, Instant now)
{
    const bool isFirst = mUrgent.isEmpty() && mSeen.isEmpty();
    mUrgent.clear();
    for (const Case &subject : open) {
        takeCase(subject, !isFirst || now - subject.id.registeredAt() < kYoung);
    }
    mWaiting.removeIf([this](const Waiting &one) { return !mUrgent.contains(one.id); });
    mSeen.removeIf([this](const auto &entry) { return !mUrgent.contains(entry.key()); });
    takeResumed();
}

void WallDirector::takeResumed()
{
    const QUuid id = std::exchange(mResumed, {}).value_or(QUuid());
    const auto subject = mUrgent.constFind(id);
    if (subject != mUrgent.cend() && takesOver(subject->level)) {
        mWaiting.removeIf([&id](const Waiting &one) { return one.id == id; });
        mWaiting.prepend({id, subject->level});
    }
}

void WallDirector::takeChanges(const QList<Case> &cases)
{
    for (const Case &subject : cases) {
        takeCase(subject, true);
    }
}

void WallDirector::takeCase(const Case &subject, bool isNews)
{
    const QUuid &id = subject.id.value;
    if (!isOpen(subject.state) || subject.level < CaseLevel::Orange) {
        mUrgent.remove(id);
        mSeen.remove(id);
        mWaiting.removeIf([&id](const Waiting &one) { return one.id == id; });
        return;
    }
    mUrgent.insert(id, subject);
    const auto seen = mSeen.constFind(id);
    const bool isHigher = seen == mSeen.cend() || *seen < subject.level;
    mSeen.insert(id, subject.level); // lowered and raised again: it takes over again
    if (isHigher && isNews && !subject.handledAt && takesOver(subject.level)) {
        wait(id, subject.level);
    }
}

void WallDirector::wait(const QUuid &id, CaseLevel level)
{
    mWaiting.removeIf([&id](const Waiting &one) { return one.id == id; });
    const auto behind =
        std::ranges::find_if(mWaiting, [level](const Waiting &one) { return one.level <= level; });
    mWaiting.insert(behind, {id, level}); // the newest of a level first
}

QUuid WallDirector::mostUrgent() const
{
    const auto first = std::ranges::min_element(mUrgent, burnsMore);
    return first == mUrgent.cend() ? QUuid() : first->id.value;
}

bool WallDirector::pin(const QString &scene, const QUuid &incident)
{
    if (sceneAt(scene) == nullptr) {
        return false;
    }
    mPinned = WallShown{scene, incident, WallShown::Why::Pinned};
    return true;
}

const WallShown &WallDirector::advance(Steady now, int minute)
{
    const Steady passed = now - std::exchange(mLast, now);
    if (mIsLost && !mShown.scene.isEmpty()) {
        mSince += passed; // nothing moves
        mReminded += passed;
        return mShown;
    }
    if (mPinned) {
        mShown = *mPinned;
        if (mShown.scene == kIncidentScene && mShown.incident.isNull()) {
            mShown.incident = mostUrgent();
        }
        return mShown;
    }
    if (mShown.why == WallShown::Why::Pinned) {
        mShown = {mTurn, {}, WallShown::Why::Turn}; // not any more
    }
    const bool wasTurn = mShown.why == WallShown::Why::Turn;
    if (wasTurn) {
        mTurnLeft -= mTurnsByHand ? Steady::zero() : passed;
    } else {
        moveTakeover(now);
    }
    if (mShown.why == WallShown::Why::Turn) {
        startNext(now, !wasTurn);
    }
    if (mShown.why == WallShown::Why::Turn) {
        turn(now, minute);
    }
    return mShown;
}

bool WallDirector::holds() const
{
    const auto subject = mUrgent.constFind(mShown.incident);
    return subject != mUrgent.cend() && !subject->handledAt;
}

void WallDirector::moveTakeover(Steady now)
{
    const Steady shown = now - mSince;
    const bool isRed = mUrgent.value(mShown.incident).level == CaseLevel::Red;
    const bool redWaits = !mWaiting.isEmpty() && mWaiting.first().level == CaseLevel::Red && !isRed;
    if (redWaits) {
        if (mShown.why == WallShown::Why::Takeover && shown < kShared && holds()) {
            mWaiting.append({mShown.incident, CaseLevel::Orange}); // it had no time
        }
        giveBack(now);
        return;
    }
    if (shown < kGlance) {
        return;
    }
    Steady most = kBurstTime;
    if (mShown.why == WallShown::Why::Takeover) {
        most = !mWaiting.isEmpty() ? Steady(kShared)
               : isRed             ? Steady(kRedMost)
                                   : Steady(kOrangeTime);
    } else if (mShown.why == WallShown::Why::Reminder) {
        most = mWaiting.isEmpty() ? Steady(kReminderTime) : Steady(kGlance);
    }
    const bool isOver = mShown.why != WallShown::Why::Burst && !holds();
    const bool mayEnd = !isRed || shown >= kRedLeast || !mWaiting.isEmpty();
    if (shown >= most || (isOver && mayEnd)) {
        giveBack(now);
    }
}

void WallDirector::show(const WallShown &shown, Steady now)
{
    if (shown != mShown) {
        mShown = shown;
        mSince = now;
    }
}

void WallDirector::giveBack(Steady now)
{
    if (mUrgent.value(mShown.incident).level == CaseLevel::Red) {
        mReminded = now;
    }
    show({mTurn, {}, WallShown::Why::Turn}, now);
    mTurnLeft = std::max(mTurnLeft, Steady(kGlance));
}

void WallDirector::startNext(Steady now, bool hasJustEnded)
{
    if (sceneAt(kIncidentScene) == nullptr) {
        mWaiting.clear();
        return;
    }
    const bool isRed = !mWaiting.isEmpty() && mWaiting.first().level == CaseLevel::Red;
    if (!isRed && !hasJustEnded && !mShown.scene.isEmpty() && now - mSince < kGlance) {
        return; // what flickers is read by nobody
    }
    const auto list = std::ranges::find_if(mScenes, listsWhatBurns);
    if (mWaiting.size() > kMostWaiting && list != mScenes.end()) {
        mWaiting.clear();
        show({list->id, {}, WallShown::Why::Burst}, now);
        return;
    }
    if (!mWaiting.isEmpty()) {
        show({kIncidentScene, mWaiting.takeFirst().id, WallShown::Why::Takeover}, now);
        return;
    }
    const QUuid worst = now - mReminded >= kReminderPause ? mostUrgent() : QUuid();
    const auto subject = mUrgent.constFind(worst);
    if (subject != mUrgent.cend() && subject->level == CaseLevel::Red && !subject->handledAt &&
        takesOver(subject->level)) {
        show({kIncidentScene, worst, WallShown::Why::Reminder}, now);
    }
}

void WallDirector::turn(Steady now, int minute)
{
    const WallScene *present = sceneAt(mTurn);
    // Who waits comes when this one has been seen; short scenes would begin that anew each time.
    const bool isOver = mTurnLeft <= Steady::zero() && mWaiting.isEmpty();
    if (present == nullptr || isOver || !present->isOnAt(minute)) {
        const QString next = present == nullptr ? firstScene(minute) : sceneAfter(mTurn, minute);
        if (!next.isEmpty()) {
            mTurn = next;
            mTurnLeft = seconds(sceneAt(next)->seconds);
        } else if (present == nullptr && !mScenes.isEmpty()) {
            mTurn = mScenes.first().id; // none has a turn now: better this than a dark wall
        }
    }
    show({mTurn, {}, WallShown::Why::Turn}, now);
}

QString WallDirector::firstScene(int minute) const
{
    const auto scene = std::ranges::find_if(
        mScenes, [minute](const WallScene &one) { return one.seconds > 0 && one.isOnAt(minute); });
    return scene == mScenes.end() ? QString() : scene->id;
}

QString WallDirector::sceneAfter(const QString &id, int minute) const
{
    const auto present = std::ranges::find(mScenes, id, &WallScene::id);
    const qsizetype count = mScenes.size();
    const qsizetype at = present - mScenes.begin();
    for (qsizetype step = 1; step <= count; ++step) {
        const WallScene &scene = mScenes.at((at + step) % count);
        if (scene.seconds > 0 && scene.isOnAt(minute)) {
            return scene.id;
        }
    }
    return {};
}

QByteArray WallDirector::state() const
{
    QJsonObject object{{u"turn"_s, mTurn}, {u"left"_s, static_cast<qint64>(mTurnLeft.count())}};
    if (mShown.why == WallShown::Why::Takeover || mShown.why == WallShown::Why::Reminder) {
        object.insert(u"incident"_s, mShown.incident.toString(QUuid::WithoutBraces));
    }
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

void WallDirector::resume(const QByteArray &state)
{
    const QJsonObject object = QJsonDocument::fromJson(state).object();
    const WallScene *scene = sceneAt(object.value(u"turn"_s).toString());
    if (scene != nullptr && scene->seconds > 0) {
        mTurn = scene->id;
        const auto left = static_cast<qint64>(object.value(u"left"_s).toDouble());
        mTurnLeft = std::clamp(Steady(left), Steady(kGlance), Steady(seconds(scene->seconds)));
        mShown = {mTurn, {}, WallShown::Why::Turn};
    }
    const QUuid incident = QUuid::fromString(object.value(u"incident"_s).toString());
    if (!incident.isNull()) {
        mResumed = incident;
        if (!mSeen.isEmpty()) {
            takeResumed(); // else with the cases
        }
    }
}

} // namespace gridward
