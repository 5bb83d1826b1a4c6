// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/caseid.h"
#include "models/domain/geopoint.h"
#include "models/domain/result.h"
#include "ui/dialogs/aboutdialog.h"
#include "ui/notify/messagebar.h"
#include "ui/theme/theme.h"
#include "ui/wall/walloptions.h"

#include <QHash>
#include <QMainWindow>
#include <QPointer>

#include <functional>
#include <optional>

class QAction;

namespace gridward {

class AdminPage;
class AdminWorkspace;
class AlarmCentre;
class AlarmNotifier;
class AlarmPort;
class AlarmSound;
class AlarmStrip;
struct AlarmSettings;
class AnalysisPort;
class AnalysisShelfPort;
class AnalysisWorkspace;
class AuditPort;
class CasePanel;
class CaseWorkspace;
class DeskGuard;
class DeskMemory;
class DispatchWorkspace;
class DistrictPort;
class DossierPort;
class DraftPort;
class EvaluationPort;
class EvaluationWorkspace;
class IntakePort;
class IntakeWorkspace;
class InboxPort;
class LeaderPort;
class LeaderWorkspace;
class LiveCases;
struct FormDraft;
struct LoadReport;
struct ShortcutGroup;
struct TableSheet;
class LogModel;
class LogWindow;
class MapPort;
class MapWorkspace;
class PersonalPort;
class QueueWorkspace;
class ReportForm;
class SamplingPage;
class SamplingPort;
class SignInPort;
class StatusPanel;
class StreetPort;
class StreetWorkspace;
class SupervisionWorkspace;
class UnitPort;
class TriageWorkspace;
class SceneDialog;
class WallPort;
class WallWorkspace;
class WorkspaceHost;
class WorkspaceRail;

/**
 * The one main window: the rail, the workspaces, messages above and the state of the map below.
 * Holds no state of the district; asks its ports and shows what comes back. A workspace is built
 * when it is first looked at. GUI thread.
 */
class MainWindow final : public QMainWindow
{
    Q_OBJECT
public:
    /** A map of its own for the wall, and an engine for the analysis; widgets become the window's.
     */
    struct WallMap
    {
        MapPort *map = nullptr;
        QWidget *widget = nullptr;
        WallPort *wall = nullptr; ///< of the wall's alone: what it asks
    };
    struct Analysis
    {
        AnalysisPort *port = nullptr;
        QWidget *widget = nullptr;
        AnalysisShelfPort *shelf = nullptr; ///< without one no analysis is kept
        int fewestPersonal = 5;             ///< see AnalysisWorkspace::setFewestPersonal()
    };
    /** What the window stands on; the references must outlive it, the widgets become its own. */
    struct Parts
    {
        MapPort &map;
        QWidget *mapWidget;
        QWidget *layerPanel;
        DistrictPort &district;
        LiveCases &cases;
        PersonalPort &personal;
        AuditPort &audit;
        DraftPort &drafts;
        InboxPort &inbox;
        std::function<WallMap()> makeWallMap;
        std::function<Analysis()> makeAnalysis;
        std::function<QList<AdminPage *>()> makeAdminPages;
        LogModel &log;
        AboutFacts about;
        QString filePatterns;         ///< "*.gpkg *.geojson …" for the file dialog
        SignInPort *signIn = nullptr; ///< without one nobody is asked who they are
        DeskMemory *memory = nullptr; ///< without one no view and no panel is kept
        UnitPort *units = nullptr;    ///< without them the dispatch desk has no list of units
        std::function<WallMap()> makeDispatchMap = {}; ///< one of its own for the dispatch desk
        IntakePort *intake = nullptr; ///< what the call desk asks, and a map of its own for it
        std::function<WallMap()> makeIntakeMap = {};
        StreetPort *street = nullptr;
        EvaluationPort *evaluation = nullptr;
        /** Writes a workbook; called on a thread of its own. */
        std::function<Result<void>(const QList<TableSheet> &, const QString &)> writeTables = {};
        AlarmPort *alarms = nullptr;       ///< without one nothing is remembered of alarms
        AlarmSound *alarmSound = nullptr;  ///< without one alarms are silent
        AlarmNotifier *notifier = nullptr; ///< without one the desktop is told nothing
        DossierPort *dossiers = nullptr;   ///< without them the page of a case stays empty
        std::function<WallMap()> makeCaseMap = {};
        LeaderPort *leader = nullptr; ///< without one leaders see red cases only
        SamplingPort *sampling = nullptr;
    };
    explicit MainWindow(Parts parts, QWidget *parent = nullptr);
    ~MainWindow() override;

    void setTheme(const Theme &theme);
    /** Torn-off workspaces as they were when the program was last left. */
    void restoreTornOff();
    /** What the next start shall find. */
    void keepTornOff();
    /** Of the wall, which is dark unless told otherwise, whatever the desk is. */
    void setWallTheme(const Theme &theme);
    void setWallOptions(const WallOptions &options);
    /** What the wall showed when the program was last left: see WallWorkspace::state(). */
    void setWallState(const QByteArray &state) { mWallState = state; }
    /** Ids of the workspaces that exist, in the order of the rail: what `render` can draw. */
    [[nodiscard]] static QStringList screens();
    /** False if there is no such workspace. */
    bool showScreen(const QString &id);
    /** A page of the shown workspace; false if it has no such page, or not for this user. */
    bool showScene(const QString &id);
    /** True once the shown workspace has what it asked for: for pictures. */
    [[nodiscard]] bool isSettled() const;
    /** Into a window of its own, for another monitor. */
    void tearOff(const QString &id);
    /** Only the workspace: for pictures and walls. */
    void setBare(bool bare);
    /** The wall and nothing else: there is nobody to read a message, or to close it. */
    [[nodiscard]] bool isBareWall() const;
    /** The wall of this window; made if nobody has looked at it yet. */
    [[nodiscard]] WallWorkspace *wall();
    /** Another one, in a window of its own that this one owns: for a further monitor. */
    [[nodiscard]] WallWorkspace *makeFurtherWall();
    void showMessage(const Message &message);
    /** Which district the window works on; every screen says so, and if all of it is made up. */
    void setDistrict(const QString &name, bool simulated, int grids);
    void setOpenCases(int count);
    /** Who sits here: covers the desk, never a wall. Null without a SignInPort. */
    [[nodiscard]] DeskGuard *guard() const { return mGuard; }
    [[nodiscard]] MessageBar &messages() const { return *mMessages; }
    /** Null before it was looked at. */
    [[nodiscard]] AnalysisWorkspace *analysis() const { return mAnalysis; }
    void setAlarmSettings(const AlarmSettings &settings);
    [[nodiscard]] AlarmCentre &alarms() const { return *mAlarms; }

public slots:
    void openFiles(const QStringList &paths);
    void chooseFiles();
    void showLog();
    void showAbout();
    void showShortcuts();
    /** On the map, with its card. */
    void showCaseOnMap(const gridward::CaseId &id);
    /** On its own page, from which Esc leads back to where one is now. */
    void showCasePage(const gridward::CaseId &id);

signals:
    void themeChosen(gridward::ThemeName theme);
    void wallThemeChosen(gridward::ThemeName theme);
    /** Another scene of the wall, to be shown again after a restart. */
    void wallStateChanged(const QByteArray &state);
    /** A wall is on a screen, or no longer. */
    void wallShown(bool shown);
    /** Nothing else is in the window than the wall, or no longer. */
    void bareWallChanged(bool isBareWall);
    /** "zh_CN" or "en" */
    void languageChosen(const QString &language);
    void alarmSettingsChosen(const gridward::AlarmSettings &settings);

protected:
    void changeEvent(QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QAction *makeAction(const QString &name, const QKeySequence &shortcut = {});
    void makeActions();
    void makeWorkspaceActions();
    void makeMapWorkspace();
    void makeDispatch();
    void makeWall();
    void themeWalls();
    void editScenes();
    void tellOfScenes();
    void makeCasePage();
    /** The page, with the case that is shown in front, if there is one. */
    void openCasePage();
    void offerCasePage(QWidget &workspace);
    [[nodiscard]] std::optional<CaseId> caseInFront() const;
    /** The workspace, built if this is the first look at it. */
    QWidget *workspace(const QString &id);
    QWidget *makeWorkspace(const QString &id);
    void connectQueues(QueueWorkspace &queues);
    void themeWorkspaces();
    [[nodiscard]] QList<ShortcutGroup> shortcutGroups() const;
    void retranslate();
    void reportLoaded(const LoadReport &report);
    void updateActions();
    void makeGuard();
    QWidget *makeIntake();
    void showSampling();
    void remindOfDraft();
    void tellDrafts(const QList<FormDraft> &drafts);
    /** In the queue that is in front, or else on the map. */
    void showBesideWork(const CaseId &id);
    /** Of the workspace in front, if that has one to work with. */
    [[nodiscard]] MapPort &mapInFront() const;
    void makeAlarms();
    void makeSeatActions();
    void retranslateSeat();
    void updateTitle();

    Parts mParts;
    MapPort &mMap;
    const Theme *mTheme;
    const Theme *mWallTheme;
    WallOptions mWallOptions;
    QByteArray mWallState;

    MessageBar *mMessages;
    AlarmStrip *mAlarmStrip;
    AlarmCentre *mAlarms = nullptr;
    WorkspaceRail *mRail;
    WorkspaceHost *mHost;
    StatusPanel *mStatus;
    MapWorkspace *mMapWorkspace = nullptr;
    CasePanel *mCasePanel = nullptr;
    ReportForm *mReportForm = nullptr;
    IntakeWorkspace *mIntake = nullptr;
    QString mReminded; ///< who was told of what they had begun
    DispatchWorkspace *mDispatch = nullptr;
    CaseWorkspace *mCasePage = nullptr;
    QString mCameFrom; ///< the workspace that one went to the page of a case from
    StreetWorkspace *mStreet = nullptr;
    TriageWorkspace *mTriage = nullptr;
    SupervisionWorkspace *mSupervision = nullptr;
    QPointer<SamplingPage> mSampling; ///< a window of its own, made when it is first asked for
    WallWorkspace *mWall = nullptr;
    QList<WallWorkspace *> mFurtherWalls;
    WallPort *mWallPort = nullptr; ///< once there is a wall
    QPointer<QWidget> mWallMap;
    QPointer<SceneDialog> mScenes;
    bool mToldOfScenes = false;
    AnalysisWorkspace *mAnalysis = nullptr;
    EvaluationWorkspace *mEvaluation = nullptr;
    AdminWorkspace *mAdmin = nullptr;
    LeaderWorkspace *mLeader = nullptr;
    QPointer<LogWindow> mLogWindow;
    DeskGuard *mGuard = nullptr;
    QString mDistrictName;
    bool mAreFilesAwaited = false; ///< somebody asked for files, and was not told of them yet

    QHash<QString, QAction *> mShow; ///< by workspace
    QAction *mOpen = nullptr;
    QAction *mZoomAll = nullptr;
    QAction *mZoomIn = nullptr;
    QAction *mZoomOut = nullptr;
    QAction *mTearOff = nullptr;
    QAction *mEditScenes = nullptr;
    QAction *mFullScreen = nullptr;
    QAction *mSwitchTheme = nullptr;
    QAction *mSwitchLanguage = nullptr;
    QAction *mShortcuts = nullptr;
    QAction *mLogAction = nullptr;
    QAction *mAboutAction = nullptr;
    QAction *mQuit = nullptr;
    QAction *mLock = nullptr;
    QAction *mChooseUser = nullptr;
    QAction *mChangePassword = nullptr;
    QAction *mSignOut = nullptr;
    QAction *mCloseMessage = nullptr;
    QAction *mAcknowledge = nullptr;
    QAction *mAcknowledgeAll = nullptr;
};

} // namespace gridward
