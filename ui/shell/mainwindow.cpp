// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/mainwindow.h"

#include "models/domain/language.h"
#include "models/service/analysisport.h"
#include "models/service/districtport.h"
#include "models/service/mapport.h"
#include "models/service/personalport.h"
#include "models/service/signinport.h"
#include "models/view/livecases.h"
#include "models/view/logmodel.h"
#include "ui/dialogs/logwindow.h"
#include "ui/dialogs/shortcutsheet.h"
#include "ui/notify/alarmcentre.h"
#include "ui/notify/alarmstrip.h"
#include "ui/panels/casepanel.h"
#include "ui/panels/casetable.h"
#include "ui/panels/reportform.h"
#include "ui/shell/screenids.h"
#include "ui/shell/statuspanel.h"
#include "ui/shell/workspacehost.h"
#include "ui/shell/workspacerail.h"
#include "ui/signin/deskguard.h"
#include "ui/supervision/samplingpage.h"
#include "ui/theme/icons.h"
#include "ui/workspaces/analysisworkspace.h"
#include "ui/workspaces/dispatchworkspace.h"
#include "ui/workspaces/intakeworkspace.h"
#include "ui/workspaces/mapworkspace.h"

#include <QAction>
#include <QActionGroup>
#include <QBoxLayout>
#include <QDragEnterEvent>
#include <QEvent>
#include <QFileDialog>
#include <QKeyEvent>
#include <QMimeData>
#include <QUrl>

#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

/** Ctrl with the digits in order; those behind the ninth with Alt, too. */
QKeySequence screenKey(int place)
{
    constexpr int kDigits = 9;
    const auto digit = static_cast<Qt::Key>(Qt::Key_1 + place % kDigits);
    return place < kDigits ? QKeyCombination(Qt::CTRL, digit)
                           : QKeyCombination(Qt::CTRL | Qt::ALT, digit);
}

QStringList localFiles(const QMimeData *data)
{
    QStringList files;
    for (const QUrl &url : data->urls()) {
        if (url.isLocalFile()) {
            files.append(url.toLocalFile());
        }
    }
    return files;
}

} // namespace

MainWindow::MainWindow(Parts parts, QWidget *parent)
    : QMainWindow(parent)
    , mParts(std::move(parts))
    , mMap(mParts.map)
    , mTheme(&theme(ThemeName::Day))
    , mWallTheme(&theme(ThemeName::Night))
    , mMessages(new MessageBar)
    , mAlarmStrip(new AlarmStrip)
    , mRail(new WorkspaceRail)
    , mHost(new WorkspaceHost)
    , mStatus(new StatusPanel(mParts.district, mParts.map))
{
    setObjectName(u"mainWindow"_s);
    setContextMenuPolicy(Qt::NoContextMenu);
    setAcceptDrops(true); // files, anywhere on the window
    makeActions();
    setStatusBar(mStatus);
    makeMapWorkspace();

    auto *desk = new QWidget;
    auto *column = new QVBoxLayout(desk);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(mAlarmStrip);
    column->addWidget(mHost, 1);
    auto *central = new QWidget;
    auto *row = new QHBoxLayout(central);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(mRail);
    row->addWidget(desk, 1);
    setCentralWidget(central);
    // In front: nothing moves under the hand that works there.
    mMessages->layOver(*desk, mAlarmStrip, [this] { return mAlarmStrip->waiting() == 0; });
    connect(mAlarmStrip, &AlarmStrip::changed, mMessages, &MessageBar::place);

    makeGuard();
    connect(&mParts.district, &DistrictPort::userChanged, this, &MainWindow::remindOfDraft);
    connect(&mParts.district, &DistrictPort::stateChanged, this, &MainWindow::remindOfDraft);
    makeAlarms();
    connect(&mMap, &MapPort::filesAdded, this, &MainWindow::reportLoaded);
    connect(&mMap, &MapPort::layerCountChanged, this, &MainWindow::updateActions);

    const auto showWhatIsOfTheMap = [this] {
        mStatus->setMapShown(mHost->currentPage() == kMap || mHost->isTornOff(kMap));
    };
    connect(mHost, &WorkspaceHost::currentPageChanged, this, showWhatIsOfTheMap);
    connect(mHost, &WorkspaceHost::tornOffChanged, this, showWhatIsOfTheMap);

    setTheme(*mTheme);
    mParts.mapWidget->setFocus(); // the arrow keys move the map from the start
}

MainWindow::~MainWindow()
{
    delete mSampling; // a window of its own
}

void MainWindow::makeMapWorkspace()
{
    mMapWorkspace = new MapWorkspace(mMap, mParts.mapWidget, mParts.layerPanel);
    mMapWorkspace->setDistrict(mParts.district, mParts.cases);
    mMapWorkspace->setPersonal(mParts.personal);
    mMapWorkspace->setAudit(mParts.audit);
    mMapWorkspace->setHeadActions({mZoomIn, mZoomOut, mZoomAll, mOpen});
    auto *panel = new CasePanel(mParts.district, mParts.cases);
    panel->setCloseVisible(false); // the inspector around it has one
    panel->setPersonal(mParts.personal);
    panel->setDrafts(mParts.drafts);
    connect(panel, &CasePanel::pageRequested, this, &MainWindow::showCasePage);
    auto *form = new ReportForm(mParts.district);
    form->setPersonal(mParts.personal);
    form->setDrafts(mParts.drafts);
    mMapWorkspace->setCasePanel(panel);
    mMapWorkspace->setReportForm(form);
    mCasePanel = panel;
    mReportForm = form;
    connect(mMapWorkspace, &MapWorkspace::caseRequested, panel, &CasePanel::showCase);
    connect(mMapWorkspace, &MapWorkspace::reportRequested, form, &ReportForm::setPlace);
    connect(mMapWorkspace, &MapWorkspace::messageRaised, this, &MainWindow::showMessage);
    connect(panel, &CasePanel::mapRequested, this, &MainWindow::showCaseOnMap);
    connect(panel, &CasePanel::closeRequested, mMapWorkspace, &MapWorkspace::closeInspector);
    connect(panel, &CasePanel::outcomeMissed, this, [this](bool isDone, const QString &text) {
        showMessage({isDone ? Message::Level::Success : Message::Level::Warning, text});
    });
    connect(form, &ReportForm::reported, this, &MainWindow::showCaseOnMap);
    connect(form, &ReportForm::cancelled, mMapWorkspace, &MapWorkspace::closeInspector);
    mHost->addPage(kMap, mMapWorkspace);
    QList<QAction *> shared = actions();
    shared.removeAll(mFullScreen); // F11 is the torn-off window's own there
    mHost->setSharedActions(shared);
}

void MainWindow::setTheme(const Theme &theme)
{
    mTheme = &theme;
    const std::initializer_list<std::pair<QAction *, QString>> icons{
        {mShow.value(kMap), u"map"_s},
        {mShow.value(kIntake), u"intake"_s},
        {mShow.value(kDispatch), u"dispatch"_s},
        {mShow.value(kStreet), u"street"_s},
        {mShow.value(kTriage), u"triage"_s},
        {mShow.value(kSupervision), u"supervision"_s},
        {mShow.value(kWall), u"wall"_s},
        {mShow.value(kAnalysis), u"analysis"_s},
        {mShow.value(kEvaluation), u"evaluation"_s},
        {mShow.value(kAdmin), u"admin"_s},
        {mShow.value(kCase), u"case"_s},
        {mShow.value(kLeader), u"leader"_s},
        {mOpen, u"add-file"_s},
        {mZoomAll, u"zoom-all"_s},
        {mZoomIn, u"zoom-in"_s},
        {mZoomOut, u"zoom-out"_s},
        {mTearOff, u"tear-off"_s},
        {mShortcuts, u"keyboard"_s},
        {mSwitchTheme, theme.name == ThemeName::Day ? u"theme-night"_s : u"theme-day"_s},
        {mSwitchLanguage, u"language"_s},
        {mLogAction, u"log"_s},
        {mAboutAction, u"about"_s}};
    for (const auto &[action, icon] : icons) {
        action->setIcon(themedIcon(icon, theme));
    }
    mMessages->setTheme(theme);
    mAlarmStrip->setTheme(theme);
    mStatus->setTheme(theme);
    if (mGuard != nullptr) {
        mGuard->setTheme(theme);
    }
    themeWorkspaces();
    mMap.setTheme(theme.name == ThemeName::Day ? MapTheme::Day : MapTheme::Night);
    retranslate();
}

QStringList MainWindow::screens()
{
    return {kMap,
            kIntake,
            kTriage,
            kDispatch,
            kStreet,
            kSupervision,
            kWall,
            kAnalysis,
            kAdmin,
            kLeader,
            kEvaluation,
            kCase};
}

bool MainWindow::showScreen(const QString &id)
{
    if (!screens().contains(id)) {
        return false;
    }
    workspace(id);
    mHost->showPage(id);
    mShow.value(id)->setChecked(true);
    if (id == kWall) {
        tellOfScenes();
    }
    if (isVisible() && !isActiveWindow() && !mHost->isTornOff(id)) {
        // Asked for in a torn-off window, which may lie above this one.
        raise();
        activateWindow();
    }
    return true;
}

void MainWindow::tearOff(const QString &id)
{
    if (screens().contains(id)) {
        workspace(id);
        mHost->tearOff(id);
    }
}

void MainWindow::showCaseOnMap(const CaseId &id)
{
    mAlarms->acknowledge(id);
    showScreen(kMap);
    mMapWorkspace->showCase(id);
}

void MainWindow::showMessage(const Message &message)
{
    mMessages->show(message);
}

void MainWindow::setDistrict(const QString &name, bool simulated, int grids)
{
    mStatus->setDistrict(name, simulated, grids);
    mDistrictName = name;
    updateTitle();
}

void MainWindow::setOpenCases(int count)
{
    mStatus->setOpenCases(count);
}

void MainWindow::openFiles(const QStringList &paths)
{
    mAreFilesAwaited = mAreFilesAwaited || !paths.isEmpty();
    mMap.addFiles(paths);
}

void MainWindow::chooseFiles()
{
    auto *dialog = new QFileDialog(this, tr("Add map files"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilters({tr("Map files (%1)").arg(mParts.filePatterns), tr("All files (*)")});
    connect(dialog, &QFileDialog::filesSelected, this, &MainWindow::openFiles);
    dialog->open();
}

void MainWindow::showLog()
{
    if (!mLogWindow) {
        mLogWindow = new LogWindow(mParts.log, mParts.about.logFile, this);
        mLogWindow->setAttribute(Qt::WA_DeleteOnClose);
    }
    mLogWindow->show();
    mLogWindow->raise();
    mLogWindow->activateWindow();
}

void MainWindow::showAbout()
{
    auto *dialog = new AboutDialog(mParts.about, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MainWindow::showShortcuts()
{
    auto *sheet = new ShortcutSheet([this] { return shortcutGroups(); }, this);
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    sheet->open();
}

QList<ShortcutGroup> MainWindow::shortcutGroups() const
{
    const auto queueKeys = [] {
        QList<ShortcutLine> lines;
        for (const auto &[keys, words] : CaseTable::keyWords()) {
            lines.append({keys, words});
        }
        return lines;
    };
    QList<QAction *> workspaces;
    for (const QString &id : screens()) {
        workspaces.append(mShow.value(id));
    }
    return {{tr("Workspaces"), workspaces, {}},
            {tr("Map"),
             QList<QAction *>{mZoomIn, mZoomOut, mZoomAll, mOpen} + mMapWorkspace->keyActions(),
             {{tr("Arrow keys"), tr("Move the map")},
              {tr("Mouse wheel"), tr("Zoom in and out at the mouse")},
              {tr("Click"), tr("Show what is there")}}},
            {tr("Call desk"),
             {},
             {{u"F2"_s, tr("Register a call; the place")},
              {u"F3"_s, tr("What awaits filing")},
              {u"F4 / F8"_s, tr("Likely duplicates; join the call with one")},
              {u"F7 / F9"_s, tr("Add pictures; take the place of a picture")},
              {u"F12"_s, tr("Empty the form, and bring it back")},
              {u"Ctrl+Enter"_s, tr("Register")},
              {u"Alt+1–5"_s, tr("Refuse or void: one of the usual reasons")},
              {u"F5 / F6 / F7 / F9"_s, tr("Awaiting filing: file, refuse, verify, void")}}},
            {tr("Queues"), {}, queueKeys()},
            {tr("Dispatch"),
             {},
             {{u"D"_s, tr("Dispatch the chosen cases")},
              {u"F4, :"_s, tr("Command line of the dispatch desk")}}},
            {tr("Triage"),
             {},
             {{u"1 – 6"_s, tr("A lane: waiting, without place or class, duplicates, ready, done")},
              {u"L, K"_s, tr("Place and class of the chosen rows")},
              {u"G, M"_s, tr("Choose the rows that are alike; merge them")},
              {u"R, U"_s, tr("Refuse, with a reason; take the last step back")},
              {u"B"_s, tr("Choose the batch")},
              {u"Ctrl+Enter"_s, tr("Register what is ready; import, in the preview of a file")}}},
            {tr("Page of a case"),
             {},
             {{u"1 – 7"_s,
               tr("Its parts: steps, surroundings, evidence, clocks, people, related, log")},
              {u"/"_s, tr("Open another case")},
              {u"Ctrl+P"_s, tr("Write the case folder")},
              {tr("Enter or click"), tr("On a picture: show it large; arrows show the others")},
              {u"Esc"_s, tr("The case before, or back to where one came from")}}},
            {tr("Street"),
             {},
             {{u"A"_s, tr("Assign to a person; with several chosen, all to one")},
              {u"R, E, S"_s, tr("Return, ask for extension, ask for suspension")},
              {u"T"_s, tr("Urge the unit, with a note")},
              {u"P"_s, tr("Print today's list")},
              {u"W, M"_s, tr("Who is behind; the month by community")}}},
            {tr("Supervision"),
             {},
             {{u"1 – 9"_s, tr("A queue: to verify, to check, sent out, overdue, stuck …")},
              {u"P, W"_s, tr("Verified or checked: passed; send to rework")},
              {u"E"_s, tr("Send the nearest collector to look at it")},
              {u"T, S"_s, tr("Urge, with several chosen all of them; supervise")},
              {u"B"_s, tr("Call the reporter back")},
              {u"N"_s, tr("The next pictures")},
              {tr("Enter or click"), tr("On a picture: show it large; arrows show the others")}}},
            {tr("Analysis"),
             {},
             {{u"Ctrl+S"_s, tr("Save this analysis, or open a saved one")},
              {u"H"_s, tr("Hours of the week")},
              {tr("Space, arrow keys"), tr("Play the steps of the period; go from step to step")}}},
            {tr("Alarms"), {mAcknowledge, mAcknowledgeAll}, {}},
            {tr("Window"),
             {mTearOff,
              mEditScenes,
              mFullScreen,
              mCloseMessage,
              mSwitchTheme,
              mSwitchLanguage,
              mShortcuts,
              mLogAction,
              mAboutAction,
              mQuit},
             {{u"Ctrl+Shift+P"_s, tr("Scope: the post, street, community or grid")},
              {u"Ctrl+U"_s, tr("Change user or password, lock, sign out")},
              {u"Esc"_s, tr("Close a card, leave a tool or full screen")}}}};
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QMainWindow::changeEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    const bool isCovered = mGuard != nullptr && mGuard->isCovered();
    if (!isCovered && !localFiles(event->mimeData()).isEmpty()) {
        event->acceptProposedAction();
    }
}

void MainWindow::dropEvent(QDropEvent *event)
{
    const QStringList files = localFiles(event->mimeData());
    if (!files.isEmpty()) {
        event->acceptProposedAction();
        openFiles(files);
    }
}

void MainWindow::keyPressEvent(QKeyEvent *event)
{
    // Whoever had a use for it, a tool or a card, has taken it by now.
    if (event->key() == Qt::Key_Escape && mMessages->count() > 0) {
        mMessages->closeCurrent();
        return;
    }
    if (event->key() == Qt::Key_Escape && (isFullScreen() || isBareWall())) {
        mFullScreen->trigger();
        return;
    }
    QMainWindow::keyPressEvent(event);
}

QAction *MainWindow::makeAction(const QString &name, const QKeySequence &shortcut)
{
    auto *action = new QAction(this);
    action->setObjectName(name);
    action->setShortcut(shortcut);
    addAction(action);
    return action;
}

void MainWindow::makeActions()
{
    makeWorkspaceActions();
    mOpen = makeAction(u"openFiles"_s, QKeySequence::Open);
    connect(mOpen, &QAction::triggered, this, &MainWindow::chooseFiles);
    mZoomAll = makeAction(u"zoomAll"_s, Qt::CTRL | Qt::Key_0);
    connect(mZoomAll, &QAction::triggered, this, [this] {
        if (mAnalysis != nullptr && mHost->currentPage() == kAnalysis) {
            mAnalysis->zoomToAll();
        } else {
            mapInFront().zoomToAll();
        }
    });
    mZoomIn = makeAction(u"zoomIn"_s);
    mZoomIn->setShortcuts({Qt::CTRL | Qt::Key_Plus, Qt::CTRL | Qt::Key_Equal});
    connect(mZoomIn, &QAction::triggered, this, [this] { mapInFront().zoomIn(); });
    mZoomOut = makeAction(u"zoomOut"_s, Qt::CTRL | Qt::Key_Minus);
    connect(mZoomOut, &QAction::triggered, this, [this] { mapInFront().zoomOut(); });
    mTearOff = makeAction(u"tearOff"_s, Qt::CTRL | Qt::SHIFT | Qt::Key_N);
    connect(mTearOff, &QAction::triggered, this, [this] { tearOff(mHost->currentPage()); });
    mEditScenes = makeAction(u"editScenes"_s, Qt::CTRL | Qt::SHIFT | Qt::Key_E);
    connect(mEditScenes, &QAction::triggered, this, &MainWindow::editScenes);
    mFullScreen = makeAction(u"fullScreen"_s, Qt::Key_F11);
    connect(mFullScreen, &QAction::triggered, this, [this] {
        // A wall over several monitors is bare and no full screen.
        const bool wasBare = isFullScreen() || isBareWall();
        setBare(!wasBare);
        setWindowState(wasBare ? windowState() & ~Qt::WindowFullScreen
                               : windowState() | Qt::WindowFullScreen);
    });
    mSwitchTheme = makeAction(u"switchTheme"_s, Qt::CTRL | Qt::Key_T);
    connect(mSwitchTheme, &QAction::triggered, this, [this] {
        const auto other = [](const Theme &theme) {
            return theme.name == ThemeName::Day ? ThemeName::Night : ThemeName::Day;
        };
        // The wall is dark in a bright room and the desk bright in a dark one: each has its own.
        if (mHost->currentPage() == kWall) {
            emit wallThemeChosen(other(*mWallTheme));
        } else {
            emit themeChosen(other(*mTheme));
        }
    });
    mSwitchLanguage = makeAction(u"switchLanguage"_s);
    connect(mSwitchLanguage, &QAction::triggered, this, [this] {
        emit languageChosen(mSwitchLanguage->data().toString());
    });
    mShortcuts = makeAction(u"showShortcuts"_s, Qt::Key_F1);
    connect(mShortcuts, &QAction::triggered, this, &MainWindow::showShortcuts);
    mLogAction = makeAction(u"showLog"_s, Qt::CTRL | Qt::Key_L);
    connect(mLogAction, &QAction::triggered, this, &MainWindow::showLog);
    mAboutAction = makeAction(u"showAbout"_s);
    connect(mAboutAction, &QAction::triggered, this, &MainWindow::showAbout);
    mAcknowledge = makeAction(u"acknowledgeAlarm"_s, Qt::Key_F10);
    mCloseMessage = makeAction(u"closeMessage"_s, Qt::SHIFT | Qt::Key_Escape);
    connect(mCloseMessage, &QAction::triggered, mMessages, &MessageBar::closeCurrent);
    mAcknowledgeAll = makeAction(u"acknowledgeAllAlarms"_s, Qt::CTRL | Qt::Key_F10);
    makeSeatActions();
    mQuit = makeAction(u"quit"_s, QKeySequence::Quit);
    connect(mQuit, &QAction::triggered, this, &QWidget::close);
    for (QAction *action :
         {mTearOff, mShortcuts, mSwitchTheme, mSwitchLanguage, mLogAction, mAboutAction}) {
        mRail->addTool(action);
    }
}

void MainWindow::makeWorkspaceActions()
{
    auto *group = new QActionGroup(this);
    int place = 0;
    for (const QString &id : screens()) {
        QString name = u"show"_s + id;
        name[4] = name.at(4).toUpper();
        // The page of a case is gone to from a case: it has a letter, the others their digit.
        QAction *action =
            makeAction(name, id == kCase ? QKeySequence(Qt::CTRL | Qt::Key_I) : screenKey(place++));
        action->setCheckable(true);
        action->setChecked(id == kMap);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, id] {
            if (id == kCase) {
                openCasePage();
            } else {
                showScreen(id);
            }
        });
        mShow.insert(id, action);
        mRail->addWorkspace(action);
    }
}

void MainWindow::retranslate()
{
    mMap.retranslate();
    const auto describe = [](QAction *action, const QString &text, const QString &tip) {
        action->setText(text);
        const QString keys = action->shortcut().toString(QKeySequence::NativeText);
        action->setToolTip(keys.isEmpty() ? tip : u"%1 (%2)"_s.arg(tip, keys));
    };
    describe(mShow.value(kMap), tr("Map"), tr("Show the map"));
    describe(mShow.value(kIntake), tr("Call desk"), tr("Show the call desk"));
    describe(mShow.value(kDispatch), tr("Dispatch"), tr("Show the dispatch queue"));
    describe(mShow.value(kStreet), tr("Street"), tr("Show the street office"));
    describe(mShow.value(kTriage), tr("Triage"), tr("Show the rows that came in"));
    describe(mShow.value(kSupervision), tr("Supervision"), tr("Show what is overdue or unchecked"));
    describe(mShow.value(kWall), tr("Wall"), tr("Show the wall"));
    describe(mShow.value(kAnalysis), tr("Analysis"), tr("Show heat maps"));
    describe(mShow.value(kEvaluation), tr("Evaluation"), tr("Show the indicators"));
    describe(mShow.value(kAdmin), tr("Admin"), tr("Show people, accounts and rights"));
    describe(mShow.value(kCase), tr("Case"), tr("Open the page of the case that is shown"));
    describe(mShow.value(kLeader), tr("Leaders"), tr("Show what needs a decision now"));
    describe(mOpen, tr("Add files"), tr("Add map files"));
    describe(mZoomAll, tr("Show all"), tr("Show all layers"));
    describe(mZoomIn, tr("Zoom in"), tr("Zoom in"));
    describe(mZoomOut, tr("Zoom out"), tr("Zoom out"));
    describe(mTearOff, tr("New window"), tr("Show this workspace in a window of its own"));
    describe(mEditScenes, tr("Scenes"), tr("Edit the scenes of the wall"));
    describe(mFullScreen, tr("Full screen"), tr("Full screen on and off"));
    describe(mShortcuts, tr("Keys"), tr("Show all keys"));
    const bool day = mTheme->name == ThemeName::Day;
    describe(mSwitchTheme,
             day ? tr("Night") : tr("Day"),
             day ? tr("Change to dark colours") : tr("Change to light colours"));
    const bool chinese = !isEnglish();
    // Each language is named in itself, for the one who does not read the other.
    mSwitchLanguage->setData(chinese ? u"en"_s : u"zh_CN"_s);
    describe(mSwitchLanguage,
             chinese ? u"English"_s : u"中文"_s,
             chinese ? u"Change to English"_s : u"切换为中文"_s);
    describe(mLogAction, tr("Log"), tr("Show the log"));
    describe(mAboutAction, tr("About"), tr("About Gridward"));
    describe(mQuit, tr("Quit"), tr("Quit"));
    describe(mCloseMessage, tr("Close the message"), tr("Close the message that is shown"));
    describe(mAcknowledge, tr("Acknowledge"), tr("Acknowledge the alarm that is shown"));
    describe(mAcknowledgeAll, tr("Acknowledge all"), tr("Acknowledge all alarms"));
    mAlarms->retranslate();
    retranslateSeat();
    for (const QString &id : screens()) {
        mHost->setTitle(id, mShow.value(id)->text());
    }
    updateActions();
}

void MainWindow::reportLoaded(const LoadReport &report)
{
    // The last message is the one on top: the worst news comes last.
    // What somebody asked for: not the layers of the district, which are there from the start.
    const bool wereAsked = std::exchange(mAreFilesAwaited, false);
    if (wereAsked && report.refused.isEmpty() && !report.layers.isEmpty()) {
        mMessages->show(
            {Message::Level::Success,
             tr("%n layer(s) added to the map.", nullptr, static_cast<int>(report.layers.size()))});
    }
    for (const QString &assumption : report.assumptions) {
        mMessages->show({Message::Level::Warning, assumption});
    }
    for (const Error &error : report.refused) {
        const bool cancelled = error.code == ErrorCode::Cancelled;
        Message message{cancelled ? Message::Level::Info : Message::Level::Error, error.message};
        if (!cancelled && !error.detail.isEmpty()) {
            message.actionText = tr("Show log");
            message.action = [this] { showLog(); };
        }
        mMessages->show(message);
    }
}

void MainWindow::updateActions()
{
    const bool any = mMap.layerCount() > 0;
    mZoomAll->setEnabled(any);
    mZoomIn->setEnabled(any);
    mZoomOut->setEnabled(any);
}

} // namespace gridward
