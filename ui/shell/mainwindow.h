// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/geopoint.h"
#include "ui/dialogs/aboutdialog.h"
#include "ui/notify/messagebar.h"
#include "ui/theme/theme.h"

#include <QMainWindow>
#include <QPointer>

#include <optional>

class QAction;
class QLabel;
class QStackedWidget;

namespace gridward {

struct LoadReport;
class LogModel;
class LogWindow;
class MapPort;
class MapWorkspace;
class WorkspaceRail;

/**
 * The one main window: the rail, the workspaces, messages above and the state of the map below.
 * Holds no state of the district; asks MapPort and shows what comes back. GUI thread.
 */
class MainWindow final : public QMainWindow
{
    Q_OBJECT
public:
    /** What the window stands on; the references must outlive it, the widgets become its own. */
    struct Parts
    {
        MapPort &map;
        QWidget *mapWidget;
        QWidget *layerPanel;
        LogModel &log;
        AboutFacts about;
        QString filePatterns; ///< "*.gpkg *.geojson …" for the file dialog
    };
    explicit MainWindow(Parts parts, QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    /** Ids of the workspaces that exist, in the order of the rail: what `render` can draw. */
    [[nodiscard]] static QStringList screens();
    /** False if there is no such workspace. */
    bool showScreen(const QString &id);
    void showMessage(const Message &message);
    /** Which district the window works on; every screen says so, and if all of it is made up. */
    void setDistrict(const QString &name, bool simulated, int grids);
    void setOpenCases(int count);
    [[nodiscard]] MessageBar &messages() const { return *mMessages; }

public slots:
    void openFiles(const QStringList &paths);
    void chooseFiles();
    void showLog();
    void showAbout();

signals:
    void themeChosen(gridward::ThemeName theme);
    /** "zh_CN" or "en" */
    void languageChosen(const QString &language);

protected:
    void changeEvent(QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    QAction *makeAction(const QString &name, const QKeySequence &shortcut = {});
    void makeActions();
    void makeStatusBar();
    void retranslate();
    void reportLoaded(const LoadReport &report);
    void showCursor(std::optional<GeoPoint> place);
    void showScale(double denominator);
    void updateActions();
    void showDistrictState();

    MapPort &mMap;
    LogModel &mLog;
    AboutFacts mAbout;
    QString mFilePatterns;
    const Theme *mTheme;

    MessageBar *mMessages;
    WorkspaceRail *mRail;
    QStackedWidget *mStack;
    MapWorkspace *mMapWorkspace;
    QPointer<LogWindow> mLogWindow;

    QAction *mShowMap = nullptr;
    QAction *mOpen = nullptr;
    QAction *mZoomAll = nullptr;
    QAction *mZoomIn = nullptr;
    QAction *mZoomOut = nullptr;
    QAction *mSwitchTheme = nullptr;
    QAction *mSwitchLanguage = nullptr;
    QAction *mLogAction = nullptr;
    QAction *mAboutAction = nullptr;
    QAction *mQuit = nullptr;

    QLabel *mSimulated;
    QLabel *mDistrict;
    QLabel *mState;
    QLabel *mPlace;
    QLabel *mScale;
    double mDenominator = 0.0;
    QString mDistrictName;
    int mGridCount = 0;
    int mOpenCases = 0;
};

} // namespace gridward
