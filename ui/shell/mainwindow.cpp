// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/mainwindow.h"

#include "models/service/mapport.h"
#include "models/view/logmodel.h"
#include "ui/dialogs/logwindow.h"
#include "ui/shell/workspacerail.h"
#include "ui/theme/icons.h"
#include "ui/workspaces/mapworkspace.h"

#include <QAction>
#include <QBoxLayout>
#include <QDragEnterEvent>
#include <QEvent>
#include <QFileDialog>
#include <QLabel>
#include <QLocale>
#include <QMimeData>
#include <QStackedWidget>
#include <QStatusBar>
#include <QUrl>

#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

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

const auto kMapScreen = u"map"_s;
} // namespace

MainWindow::MainWindow(Parts parts, QWidget *parent)
    : QMainWindow(parent)
    , mMap(parts.map)
    , mLog(parts.log)
    , mAbout(std::move(parts.about))
    , mFilePatterns(std::move(parts.filePatterns))
    , mTheme(&theme(ThemeName::Day))
    , mMessages(new MessageBar)
    , mRail(new WorkspaceRail)
    , mStack(new QStackedWidget)
    , mMapWorkspace(new MapWorkspace(parts.map, parts.mapWidget, parts.layerPanel))
    , mSimulated(new QLabel)
    , mDistrict(new QLabel)
    , mState(new QLabel)
    , mPlace(new QLabel)
    , mScale(new QLabel)
{
    setObjectName(u"mainWindow"_s);
    setContextMenuPolicy(Qt::NoContextMenu);
    setAcceptDrops(true); // files, anywhere on the window
    makeActions();
    makeStatusBar();

    mStack->addWidget(mMapWorkspace);
    mMapWorkspace->setHeadActions({mZoomIn, mZoomOut, mZoomAll, mOpen});

    auto *column = new QVBoxLayout;
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(mMessages);
    column->addWidget(mStack, 1);
    auto *central = new QWidget;
    auto *row = new QHBoxLayout(central);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(mRail);
    row->addLayout(column, 1);
    setCentralWidget(central);

    connect(&mMap, &MapPort::filesAdded, this, &MainWindow::reportLoaded);
    connect(&mMap, &MapPort::layerCountChanged, this, &MainWindow::updateActions);
    connect(&mMap, &MapPort::cursorMoved, this, &MainWindow::showCursor);
    connect(&mMap, &MapPort::scaleChanged, this, &MainWindow::showScale);
    connect(&mMap, &MapPort::busyChanged, this, &MainWindow::updateActions);

    setTheme(*mTheme);
    parts.mapWidget->setFocus(); // the arrow keys move the map from the start
}

void MainWindow::setTheme(const Theme &theme)
{
    mTheme = &theme;
    mShowMap->setIcon(themedIcon(u"map"_s, theme));
    mOpen->setIcon(themedIcon(u"add-file"_s, theme));
    mZoomAll->setIcon(themedIcon(u"zoom-all"_s, theme));
    mZoomIn->setIcon(themedIcon(u"zoom-in"_s, theme));
    mZoomOut->setIcon(themedIcon(u"zoom-out"_s, theme));
    mSwitchTheme->setIcon(
        themedIcon(theme.name == ThemeName::Day ? u"theme-night"_s : u"theme-day"_s, theme));
    mSwitchLanguage->setIcon(themedIcon(u"language"_s, theme));
    mLogAction->setIcon(themedIcon(u"log"_s, theme));
    mAboutAction->setIcon(themedIcon(u"about"_s, theme));
    mMessages->setTheme(theme);
    mMapWorkspace->setTheme(theme);
    mMap.setTheme(theme.name == ThemeName::Day ? MapTheme::Day : MapTheme::Night);
    retranslate();
}

QStringList MainWindow::screens()
{
    return {kMapScreen};
}

bool MainWindow::showScreen(const QString &id)
{
    if (id != kMapScreen) {
        return false;
    }
    mStack->setCurrentWidget(mMapWorkspace);
    mShowMap->setChecked(true);
    return true;
}

void MainWindow::showMessage(const Message &message)
{
    mMessages->show(message);
}

void MainWindow::setDistrict(const QString &name, bool simulated, int grids)
{
    mDistrictName = name;
    mGridCount = grids;
    mSimulated->setVisible(simulated);
    mDistrict->setVisible(!name.isEmpty());
    showDistrictState();
}

void MainWindow::setOpenCases(int count)
{
    mOpenCases = count;
    showDistrictState();
}

void MainWindow::showDistrictState()
{
    setWindowTitle(mDistrictName.isEmpty() ? tr("Gridward")
                                           : tr("%1 – Gridward").arg(mDistrictName));
    const QLocale numbers = QLocale(QLocale::English); // grouped the same way in both languages
    mDistrict->setText(
        tr("%1 · %2 unit grids · %3 open cases")
            .arg(mDistrictName, numbers.toString(mGridCount), numbers.toString(mOpenCases)));
}

void MainWindow::openFiles(const QStringList &paths)
{
    mMap.addFiles(paths);
}

void MainWindow::chooseFiles()
{
    auto *dialog = new QFileDialog(this, tr("Add map files"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilters({tr("Map files (%1)").arg(mFilePatterns), tr("All files (*)")});
    connect(dialog, &QFileDialog::filesSelected, this, &MainWindow::openFiles);
    dialog->open();
}

void MainWindow::showLog()
{
    if (!mLogWindow) {
        mLogWindow = new LogWindow(mLog, mAbout.logFile, this);
        mLogWindow->setAttribute(Qt::WA_DeleteOnClose);
    }
    mLogWindow->show();
    mLogWindow->raise();
    mLogWindow->activateWindow();
}

void MainWindow::showAbout()
{
    auto *dialog = new AboutDialog(mAbout, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
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
    if (!localFiles(event->mimeData()).isEmpty()) {
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
    mShowMap = makeAction(u"showMap"_s, Qt::CTRL | Qt::Key_1);
    mShowMap->setCheckable(true);
    mShowMap->setChecked(true);
    connect(mShowMap, &QAction::triggered, this, [this] { showScreen(kMapScreen); });
    mRail->addWorkspace(mShowMap);

    mOpen = makeAction(u"openFiles"_s, QKeySequence::Open);
    connect(mOpen, &QAction::triggered, this, &MainWindow::chooseFiles);
    mZoomAll = makeAction(u"zoomAll"_s, Qt::CTRL | Qt::Key_0);
    connect(mZoomAll, &QAction::triggered, this, [this] { mMap.zoomToAll(); });
    mZoomIn = makeAction(u"zoomIn"_s);
    mZoomIn->setShortcuts({Qt::CTRL | Qt::Key_Plus, Qt::CTRL | Qt::Key_Equal});
    connect(mZoomIn, &QAction::triggered, this, [this] { mMap.zoomIn(); });
    mZoomOut = makeAction(u"zoomOut"_s, Qt::CTRL | Qt::Key_Minus);
    connect(mZoomOut, &QAction::triggered, this, [this] { mMap.zoomOut(); });

    mSwitchTheme = makeAction(u"switchTheme"_s, Qt::CTRL | Qt::Key_T);
    connect(mSwitchTheme, &QAction::triggered, this, [this] {
        emit themeChosen(mTheme->name == ThemeName::Day ? ThemeName::Night : ThemeName::Day);
    });
    mSwitchLanguage = makeAction(u"switchLanguage"_s);
    connect(mSwitchLanguage, &QAction::triggered, this, [this] {
        emit languageChosen(mSwitchLanguage->data().toString());
    });
    mLogAction = makeAction(u"showLog"_s, Qt::CTRL | Qt::Key_L);
    connect(mLogAction, &QAction::triggered, this, &MainWindow::showLog);
    mAboutAction = makeAction(u"showAbout"_s);
    connect(mAboutAction, &QAction::triggered, this, &MainWindow::showAbout);
    mQuit = makeAction(u"quit"_s, QKeySequence::Quit);
    connect(mQuit, &QAction::triggered, this, &QWidget::close);
    for (QAction *action : {mSwitchTheme, mSwitchLanguage, mLogAction, mAboutAction}) {
        mRail->addTool(action);
    }
}

void MainWindow::makeStatusBar()
{
    mState->setObjectName(u"statusState"_s);
    mPlace->setObjectName(u"statusPlace"_s);
    mScale->setObjectName(u"statusScale"_s);
    mPlace->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *bar = statusBar();
    bar->setSizeGripEnabled(false);
    mSimulated->setObjectName(u"simulatedBadge"_s);
    mSimulated->hide();
    mDistrict->setObjectName(u"statusDistrict"_s);
    mDistrict->hide();
    bar->addWidget(mSimulated);
    bar->addWidget(mDistrict);
    bar->addWidget(mState, 1);
    bar->addPermanentWidget(mPlace);
    bar->addPermanentWidget(mScale);
}

void MainWindow::retranslate()
{
    mSimulated->setText(tr("Simulated data"));
    mSimulated->setToolTip(tr("Cases, people and borders of this district are made up."));
    showDistrictState();
    mMap.retranslate();
    const bool day = mTheme->name == ThemeName::Day;
    const auto describe = [](QAction *action, const QString &text, const QString &tip) {
        action->setText(text);
        const QString keys = action->shortcut().toString(QKeySequence::NativeText);
        action->setToolTip(keys.isEmpty() ? tip : u"%1 (%2)"_s.arg(tip, keys));
    };
    describe(mShowMap, tr("Map"), tr("Show the map"));
    describe(mOpen, tr("Add files"), tr("Add map files"));
    describe(mZoomAll, tr("Show all"), tr("Show all layers"));
    describe(mZoomIn, tr("Zoom in"), tr("Zoom in"));
    describe(mZoomOut, tr("Zoom out"), tr("Zoom out"));
    describe(mSwitchTheme,
             day ? tr("Night") : tr("Day"),
             day ? tr("Change to dark colours") : tr("Change to light colours"));
    const bool chinese = QLocale().language() == QLocale::Chinese;
    // Each language is named in itself, for the one who does not read the other.
    mSwitchLanguage->setData(chinese ? u"en"_s : u"zh_CN"_s);
    describe(mSwitchLanguage,
             chinese ? u"English"_s : u"中文"_s,
             chinese ? u"Change to English"_s : u"切换为中文"_s);
    describe(mLogAction, tr("Log"), tr("Show the log"));
    describe(mAboutAction, tr("About"), tr("About Gridward"));
    describe(mQuit, tr("Quit"), tr("Quit"));
    mPlace->setToolTip(tr("Place under the mouse: longitude and latitude (WGS 84)"));
    mScale->setToolTip(tr("Scale at the middle of the map"));
    updateActions();
    showScale(mDenominator);
}

void MainWindow::reportLoaded(const LoadReport &report)
{
    // The last message is the one on top: the worst news comes last.
    if (report.refused.isEmpty() && !report.layers.isEmpty()) {
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

void MainWindow::showCursor(std::optional<GeoPoint> place)
{
    mPlace->setText(place ? toDisplayText(*place) : QString());
}

void MainWindow::showScale(double denominator)
{
    mDenominator = denominator;
    // Two significant digits are what a scale on a screen is worth.
    const double step =
        denominator > 0 ? std::pow(10.0, std::floor(std::log10(denominator)) - 1.0) : 1.0;
    const double shown = std::round(denominator / step) * step;
    mScale->setText(denominator > 0
                        ? tr("Scale 1:%1").arg(QLocale(QLocale::English).toString(shown, 'f', 0))
                        : QString());
}

void MainWindow::updateActions()
{
    const int layers = mMap.layerCount();
    mZoomAll->setEnabled(layers > 0);
    mZoomIn->setEnabled(layers > 0);
    mZoomOut->setEnabled(layers > 0);
    mState->setText(layers == 0     ? tr("No layers")
                    : mMap.isBusy() ? tr("Drawing …")
                                    : tr("%n layer(s)", nullptr, layers));
}

} // namespace gridward
