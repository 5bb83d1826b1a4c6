// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/case.h"
#include "models/view/wall/wallscene.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>
#include <QUuid>

#include <chrono>
#include <optional>

namespace gridward {

/** What a wall shows at a moment, and why. */
struct WallShown
{
    enum class Why {
        Turn,     ///< its turn among the scenes
        Takeover, ///< an orange or red case came, or was raised
        Reminder, ///< a red case that nobody has handed in
        Burst,    ///< more of them at once than can be shown one by one
        Pinned,   ///< somebody asked for it
    };
    QString scene;
    QUuid incident; ///< null: the scene is about no case
    Why why = Why::Turn;

    bool operator==(const WallShown &) const = default;
};

/** When cases take a wall over. */
struct TakeoverRules
{
    std::optional<CaseLevel> from = CaseLevel::Orange; ///< nothing: never
    bool operator==(const TakeoverRules &) const = default;
};

/**
 * Which scene a wall shows: in turns, and the incident scene when an orange or red case comes.
 *
 * - An orange case is shown once for 45 s, a red one until it is handed in, ends or is lowered,
 * from one minute to five; a red one comes before orange ones and before whatever is shown.
 * - Of several of one level the newest comes first and each has 20 s. More than five that wait are
 *   shown together as the first scene that lists what burns; where none does, one by one.
 * - Every ten minutes the most urgent red case that nobody has handed in is shown for a minute.
 * - What was interrupted goes on where it was, for 10 s at the least.
 * - At the beginning only cases younger than half an hour take over.
 * - While the store is lost nothing moves.
 *
 * Times are of a steady clock, since the wall was made: people look at it in real time, however
 * fast a demonstration is played. No timer and no event loop; GUI thread.
 */
class WallDirector
{
public:
    using Steady = std::chrono::milliseconds;

    /** Of all scenes, in order; those without a time of their own have no turn. */
    void setScenes(const QList<WallScene> &scenes);
    [[nodiscard]] const QList<WallScene> &scenes() const { return mScenes; }
    void setRules(const TakeoverRules &rules);
    /** The open cases, read anew; those that are no orange or red ones may be left out. */
    void setCases(const QList<Case> &open, Instant now);
    /** Cases that changed: open ones and ended ones. */
    void takeChanges(const QList<Case> &cases);
    void setLost(bool lost) { mIsLost = lost; }
    /** Nothing else from now on; an incident without a case is the most urgent one. False for a
     * scene that is none. */
    bool pin(const QString &scene, const QUuid &incident = {});
    /** From now on the next scene has its turn when nextTurn() says so, not by its seconds. */
    void setTurnsByHand() { mTurnsByHand = true; }
    void nextTurn() { mTurnLeft = Steady::zero(); }
    /** Turns again. */
    void unpin() { mPinned.reset(); }

    /** What is to be shown from now on. `minute`: of the district's local day. */
    [[nodiscard]] const WallShown &advance(Steady now, int minute);
    [[nodiscard]] const WallShown &shown() const { return mShown; }
    /** The most urgent open case: null if none is orange or red. */
    [[nodiscard]] QUuid mostUrgent() const;

    /** For the next start: what is shown now. */
    [[nodiscard]] QByteArray state() const;
    /** Shows the scene of state() again, and its case if that is still open. */
    void resume(const QByteArray &state);

private:
    struct Waiting
    {
        QUuid id;
        CaseLevel level = CaseLevel::Orange;
    };

    void takeCase(const Case &subject, bool isNews);
    void wait(const QUuid &id, CaseLevel level);
    [[nodiscard]] bool takesOver(CaseLevel level) const;
    void takeResumed();
    /** What is shown has no place here any more. */
    void dropShown();
    /** Whether the case on the wall still takes it over. */
    [[nodiscard]] bool holds() const;
    void moveTakeover(Steady now);
    void startNext(Steady now, bool hasJustEnded);
    void giveBack(Steady now);
    void turn(Steady now, int minute);
    void show(const WallShown &shown, Steady now);
    [[nodiscard]] const WallScene *sceneAt(const QString &id) const;
    [[nodiscard]] QString firstScene(int minute) const;
    [[nodiscard]] QString sceneAfter(const QString &id, int minute) const;

    QList<WallScene> mScenes;
    TakeoverRules mRules;
    QHash<QUuid, Case> mUrgent;    ///< open orange and red ones
    QHash<QUuid, CaseLevel> mSeen; ///< the level with which each of them took over last
    QList<Waiting> mWaiting;       ///< the first is next
    WallShown mShown;
    std::optional<WallShown> mPinned;
    QString mTurn;                 ///< the scene whose turn it is
    Steady mTurnLeft{};            ///< that it still has
    Steady mLast{};                ///< of advance()
    Steady mSince{};               ///< of what is shown
    Steady mReminded{};            ///< when a reminder ended last
    std::optional<QUuid> mResumed; ///< to be shown if it turns out to be open
    bool mIsLost = false;
    bool mTurnsByHand = false;
};

} // namespace gridward
