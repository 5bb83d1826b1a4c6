// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/caseid.h"
#include "models/view/alarmkeeper.h"
#include "ui/notify/alarmoutputs.h"

#include <QObject>
#include <QTimer>

#include <functional>

namespace gridward {

class AlarmStrip;
class DistrictPort;
class LiveCases;

/**
 * Tells the user of orange and red cases: once by sound and by a notification of the desktop, and
 * in the strip until somebody acknowledges them. Ten at once make one sound and one notification;
 * what follows within three seconds is silent unless it is worse, and is notified of together when
 * they are over. What came while this user was nowhere is told at the start, once. Nothing is told
 * twice. GUI thread.
 */
class AlarmCentre final : public QObject
{
    Q_OBJECT
public:
    /** What is around it; all of it outlives it, and each of the three may be missing. */
    struct Parts
    {
        DistrictPort &district;
        LiveCases &cases;
        AlarmPort *port = nullptr;
        AlarmSound *sound = nullptr;
        AlarmNotifier *notifier = nullptr;
        std::function<bool()> isWall = {};    ///< nobody works here: no sound unless it is set
        std::function<bool()> isCovered = {}; ///< locked: what it is about is nobody's business
    };
    AlarmCentre(Parts parts, AlarmStrip &strip, QObject *parent = nullptr);

    void setSettings(const AlarmSettings &settings);
    [[nodiscard]] const AlarmSettings &settings() const { return mSettings; }
    /** Somebody opened it. */
    void acknowledge(const CaseId &id);
    [[nodiscard]] int waiting() const { return mKeeper.pendingCount(); }
    /** For pictures: the three worst open cases as if they had just come; nothing is written. */
    void rehearse();

public slots:
    /** The one that the strip shows. */
    void acknowledgeShown();
    void acknowledgeAll();
    void retranslate() { show(); }

signals:
    /** The user wants to see it. */
    void caseRequested(const gridward::CaseId &id);
    void settingsChosen(const gridward::AlarmSettings &settings);

private:
    void takeReset();
    void takeChanges(const QList<Case> &cases);
    enum class Heard { Yes, No };
    void claim(const QList<Alarm> &alarms, Heard heard = Heard::Yes);
    void settle(const AlarmPort::Claim &claim, Heard heard);
    void announce(const QList<PendingAlarm> &alarms);
    void notifyGathered();
    void acknowledgeThese(const QList<PendingAlarm> &alarms);
    void catchUp();
    void takeMemory(const AlarmPort::Memory &memory);
    void noteWatched();
    void readKnown();
    void show();
    [[nodiscard]] bool isInSight(const Case &subject) const;
    [[nodiscard]] QList<Case> inSight() const;
    [[nodiscard]] QString sentence(const PendingAlarm &alarm) const;
    [[nodiscard]] QString seat() const;
    [[nodiscard]] QString post() const;

    Parts mParts;
    AlarmStrip &mStrip;
    AlarmSettings mSettings;
    AlarmKeeper mKeeper;
    QString mSeat; ///< whose alarms these are
    int mTurn = 0;
    std::optional<Instant> mHeardAt; ///< the last sound
    CaseLevel mHeardLevel = CaseLevel::Blue;
    QList<PendingAlarm> mGathered; ///< heard, but not notified of yet
    QTimer mBurst;                 ///< until they are
    QTimer mOthers;                ///< looks whether they were acknowledged at another seat
    QTimer mWatch;                 ///< notes down that everything was told so far
};

} // namespace gridward
