// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/alarmspeaker.h"
#include "app/desktopnotifier.h"
#include "app/seatslot.h"
#include "app/settingsmemory.h"
#include "app/storesession.h"
#include "gis/map/mapview.h"
#include "models/service/accessservice.h"
#include "models/service/alarmdesk.h"
#include "models/service/analysisshelf.h"
#include "models/service/auditdesk.h"
#include "models/service/districtservice.h"
#include "models/service/dossierdesk.h"
#include "models/service/draftdesk.h"
#include "models/service/evaluationdesk.h"
#include "models/service/inboxdesk.h"
#include "models/service/intakedesk.h"
#include "models/service/keyring.h"
#include "models/service/leaderdesk.h"
#include "models/service/personaldesk.h"
#include "models/service/samplingdesk.h"
#include "models/service/signinservice.h"
#include "models/service/staffdesk.h"
#include "models/service/streetdesk.h"
#include "models/service/unitdesk.h"
#include "models/service/walldesk.h"
#include "models/view/displayzone.h"
#include "models/view/livecases.h"
#include "ui/admin/rosteralarm.h"
#include "ui/shell/mainwindow.h"

#include <memory>
#include <vector>

namespace gridward {

class AnalysisView;
class Logging;
class MapEngine;
class Settings;

/**
 * The main window and everything it stands on, built and wired: what `gridward open`, `gridward
 * render` and the flow tests have in common. Everything given must outlive it. GUI thread.
 */
class Session
{
public:
    Session(
        Logging &logging, Settings &settings, MapEngine &engine, MapMode mode, const Clock &clock);
    ~Session();
    Session(const Session &) = delete;
    Session &operator=(const Session &) = delete;

    [[nodiscard]] MainWindow &window() { return mWindow; }
    [[nodiscard]] MapView &map() { return mMap; }
    [[nodiscard]] DistrictService &district() { return mDistrict; }
    [[nodiscard]] PersonalDesk &personal() { return mPersonal; }
    [[nodiscard]] AuditDesk &audit() { return mAudit; }
    [[nodiscard]] LiveCases &cases() { return mCases; }
    [[nodiscard]] StoreSession &store() { return mStore; }
    [[nodiscard]] SignInService &signIn() { return mSignIn; }
    /** Our own program, which writes what is big: the one that runs, unless another one is named
     * before there is an analysis. */
    void setExportProgram(const QString &program) { mExportProgram = program; }
    /** True while anything that is shown is still being read or drawn. */
    [[nodiscard]] bool isBusy() const;

private:
    // Made when they are first looked at: a window that shows one map pays for one.
    [[nodiscard]] MainWindow::WallMap makeWallMap();
    [[nodiscard]] MainWindow::WallMap makeDispatchMap();
    [[nodiscard]] MainWindow::WallMap makeIntakeMap();
    [[nodiscard]] MainWindow::WallMap makeCaseMap();
    [[nodiscard]] MainWindow::Analysis makeAnalysis();
    [[nodiscard]] QList<AdminPage *> makeAdminPages();

    MapEngine &mEngine;
    MapMode mMode;
    QString mExportProgram;
    int mFewestPersonal; ///< see AnalysisWorkspace::setFewestPersonal()
    DistrictService mDistrict;
    DisplayZoneKeeper mZone;
    std::unique_ptr<Keyring> mKeyring;
    SignInService mSignIn;
    AccessService mAccess;
    PersonalDesk mPersonal;
    AuditDesk mAudit;
    std::unique_ptr<SeatSlot> mSeat; ///< none for a picture: nothing is entered there
    DraftDesk mDrafts;
    IntakeDesk mIntake;
    InboxDesk mInbox;
    StaffDesk mStaff;
    UnitDesk mUnits;
    StreetDesk mStreet;
    EvaluationDesk mEvaluation;
    DossierDesk mDossiers;
    LeaderDesk mLeader;
    SamplingDesk mSampling;
    WallDesk mWallDesk;
    AnalysisShelf mShelf;
    AlarmDesk mAlarms;
    AlarmSpeaker mSpeaker;
    DesktopNotifier mNotifier;
    LiveCases mCases;
    SettingsMemory mMemory;
    MapView mMap;
    std::vector<std::unique_ptr<MapView>> mWallMaps; ///< one a monitor
    std::unique_ptr<MapView> mDispatchMap;
    std::unique_ptr<MapView> mIntakeMap;
    std::unique_ptr<MapView> mCaseMap;
    std::unique_ptr<AnalysisView> mAnalysis;
    MainWindow mWindow;
    RosterAlarm mRosterAlarm;
    StoreSession mStore;
};

} // namespace gridward
