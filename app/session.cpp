// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session.h"

#include "app/desktopkeyring.h"
#include "app/logging.h"
#include "app/places.h"
#include "gis/engine/mapengine.h"
#include "gis/export/tableworkbook.h"
#include "gis/heat/analysisview.h"
#include "gis/import/inboxreader.h"
#include "models/settings/settings.h"
#include "models/view/casewords.h"
#include "ui/admin/accountspage.h"
#include "ui/admin/auditpage.h"
#include "ui/admin/peoplepage.h"
#include "ui/admin/rolespage.h"
#include "ui/admin/rosterpage.h"
#include "ui/admin/staffingpage.h"

#include <QSysInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

/** Steps, states and roles in messages as the screens call them, not by their ids. */
CaseWording screenWording()
{
    CaseWording wording;
    wording.state = [](CaseState state) { return case_words::word(state); };
    wording.action = [](CaseAction action) { return case_words::word(action); };
    wording.role = [](const QString &role) { return case_words::roleWord(role); };
    wording.namesOptions = false;
    return wording;
}

} // namespace

namespace {

const SettingsEntry<int> kFewest{
    u"analysis/fewest_personal"_s,
    kFewestPersonal,
    u"exported heat maps leave blank what rests on fewer cases that somebody outside reported"_s,
    [](int fewest) { return fewest >= 1; }};

AboutFacts aboutFacts(const Logging &logging, const Settings &settings)
{
    AboutFacts facts;
    facts.version = QStringLiteral(GRIDWARD_VERSION);
    facts.components.append({u"Qt"_s, QString::fromLatin1(qVersion())});
    for (const ComponentVersion &component : MapEngine::versions()) {
        facts.components.append({component.name, component.version});
    }
    facts.logFile = logging.file();
    facts.settingsFile = settings.fileName();
    return facts;
}

} // namespace

Session::Session(
    Logging &logging, Settings &settings, MapEngine &engine, MapMode mode, const Clock &clock)
    : mEngine(engine)
    , mMode(mode)
    , mExportProgram(QCoreApplication::applicationFilePath())
    , mFewestPersonal(settings.value(kFewest))
    , mDistrict(clock, QSysInfo::machineHostName(), nullptr, screenWording())
    , mZone(mDistrict)
    , mKeyring(mode == MapMode::Interactive ? std::make_unique<DesktopKeyring>() : nullptr)
    , mSignIn(mDistrict, mKeyring.get())
    , mAccess(mDistrict, mSignIn.hasher())
    , mPersonal(mDistrict, screenWording())
    , mAudit(mDistrict)
    , mSeat(mode == MapMode::Interactive
                ? std::make_unique<SeatSlot>(places::seatFolder(), QSysInfo::machineHostName())
                : nullptr)
    , mDrafts(mDistrict, mSeat ? mSeat->name() : QString())
    , mIntake(mDistrict)
    , mInbox(mDistrict,
             inboxFileReader({places::ownImportProfiles(), places::sharedFolder(u"profiles"_s)}),
             screenWording())
    , mStaff(mDistrict)
    , mUnits(mDistrict)
    , mStreet(mDistrict)
    , mEvaluation(mDistrict)
    , mDossiers(mDistrict, screenWording())
    , mLeader(mDistrict)
    , mSampling(mDistrict)
    , mWallDesk(mDistrict)
    , mShelf(mDistrict)
    , mAlarms(mDistrict)
    , mMemory(settings)
    , mMap(engine, mode)
    , mWindow({mMap,
               mMap.widget(),
               mMap.layerPanel(),
               mDistrict,
               mCases,
               mPersonal,
               mAudit,
               mDrafts,
               mInbox,
               [this] { return makeWallMap(); },
               [this] { return makeAnalysis(); },
               [this] { return makeAdminPages(); },
               logging.model(),
               aboutFacts(logging, settings),
               MapEngine::filePatterns(),
               &mSignIn,
               &mMemory,
               &mUnits,
               [this] { return makeDispatchMap(); },
               &mIntake,
               [this] { return makeIntakeMap(); },
               &mStreet,
               &mEvaluation,
               &gridward::writeTables,
               // A picture makes no noise and leaves no trace.
               mode == MapMode::Interactive ? &mAlarms : nullptr,
               mode == MapMode::Interactive ? &mSpeaker : nullptr,
               mode == MapMode::Interactive ? &mNotifier : nullptr,
               &mDossiers,
               [this] { return makeCaseMap(); },
               &mLeader,
               &mSampling})
    , mRosterAlarm(mStaff, mDistrict)
    , mStore(mWindow, mDistrict, mCases, places::sharedFolder(u"demo"_s), mode == MapMode::Headless)
{
    mStore.addMap(mMap);
    QObject::connect(&mRosterAlarm,
                     &RosterAlarm::messageRequested,
                     &mWindow,
                     [this](const Message &message) { mWindow.messages().show(message); });
    QObject::connect(&mRosterAlarm, &RosterAlarm::rosterRequested, &mWindow, [this] {
        mWindow.showScreen(u"admin"_s);
        mWindow.showScene(u"roster"_s);
    });
}

Session::~Session() = default;

MainWindow::WallMap Session::makeWallMap()
{
    MapView &map = *mWallMaps.emplace_back(
        std::make_unique<MapView>(mEngine, mMode, MapScope::Own, MapUse::Watch));
    mStore.addMap(map);
    return {&map, map.widget(), &mWallDesk};
}

MainWindow::WallMap Session::makeDispatchMap()
{
    mDispatchMap = std::make_unique<MapView>(mEngine, mMode, MapScope::Own, MapUse::Work);
    mStore.addMap(*mDispatchMap);
    return {mDispatchMap.get(), mDispatchMap->widget()};
}

MainWindow::WallMap Session::makeIntakeMap()
{
    mIntakeMap = std::make_unique<MapView>(mEngine, mMode, MapScope::Own);
    mStore.addMap(*mIntakeMap);
    return {mIntakeMap.get(), mIntakeMap->widget()};
}

MainWindow::WallMap Session::makeCaseMap()
{
    mCaseMap = std::make_unique<MapView>(mEngine, mMode, MapScope::Own, MapUse::Work);
    mStore.addMap(*mCaseMap);
    return {mCaseMap.get(), mCaseMap->widget()};
}

MainWindow::Analysis Session::makeAnalysis()
{
    mAnalysis = std::make_unique<AnalysisView>(mEngine, mMode);
    mAnalysis->setExportProgram(mExportProgram);
    mStore.setAnalysis(*mAnalysis);
    return {mAnalysis.get(), mAnalysis->widget(), &mShelf, mFewestPersonal};
}

QList<AdminPage *> Session::makeAdminPages()
{
    return {new StaffingPage(mStaff, mDistrict),
            new RosterPage(mStaff, mDistrict),
            new PeoplePage(mStaff, mDistrict),
            new AccountsPage(mDistrict, mAccess, mSignIn),
            new RolesPage(mDistrict, mAccess),
            new AuditPage(mDistrict, mAudit)};
}

bool Session::isBusy() const
{
    // A map behind another screen is drawn no further until it is looked at.
    const auto isDrawing = [](const auto *view) {
        return view != nullptr && view->widget()->isVisible() && view->isBusy();
    };
    return mDistrict.isBusy() || isDrawing(&mMap) ||
           std::ranges::any_of(mWallMaps, [&](const auto &map) { return isDrawing(map.get()); }) ||
           isDrawing(mDispatchMap.get()) || isDrawing(mIntakeMap.get()) ||
           isDrawing(mCaseMap.get()) || isDrawing(mAnalysis.get());
}

} // namespace gridward
