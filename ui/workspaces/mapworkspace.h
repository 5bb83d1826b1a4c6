// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/case.h"
#include "models/domain/result.h"
#include "models/service/mapport.h"
#include "ui/notify/messagebar.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QAction;
class QLabel;
class QProgressBar;
class QSplitter;
class QToolButton;

namespace gridward {

class AuditPort;
class CaseFilterPanel;
class DistrictPort;
class FilterStrip;
class Inspector;
class LiveCases;
class MapOverlay;
class MapPanel;
class MapToolBar;
class MeasureStrip;
class NamePanel;
class PersonalPort;
struct SearchHit;
struct Theme;

/**
 * The workspace `map`: the layers at the left, the map with its tools beside them, what was picked
 * on it at the right, and what to do when there is nothing yet. Lives on the GUI thread.
 */
class MapWorkspace final : public QWidget
{
    Q_OBJECT
public:
    /** Becomes the parent of the two widgets; `port` must outlive it. */
    MapWorkspace(MapPort &port, QWidget *map, QWidget *layers, QWidget *parent = nullptr);

    /** Search, filter, cards and reports work from now on; both must outlive it. Once. */
    void setDistrict(DistrictPort &district, LiveCases &cases);
    /** Service households in the cards of grids; outlives it. After setDistrict(). */
    void setPersonal(PersonalPort &personal);
    /** Asked before anything is printed; outlives it. Without it nothing is. */
    void setAudit(AuditPort &audit);
    /** Shown for a picked case; becomes a child. See caseRequested(). */
    void setCasePanel(QWidget *panel);
    /** Shown for a place that was picked to report from; becomes a child. See reportRequested(). */
    void setReportForm(QWidget *form);

    void setTheme(const Theme &theme);
    /** The actions at the head of the layer list, in this order. */
    void setHeadActions(const QList<QAction *> &actions);

    /** Marks the case on the map and opens its panel; caseRequested() follows. */
    void showCase(const CaseId &id);
    /** The same for a grid and its card. */
    void showGrid(const QString &code);
    /** Its actions with keys, for the sheet of shortcuts. */
    [[nodiscard]] QList<QAction *> keyActions() const;
    [[nodiscard]] Inspector *inspector() const { return mInspector; }
    /** In pixels; kept from session to session by whoever owns the settings. */
    [[nodiscard]] int inspectorWidth() const { return mInspectorWidth; }
    void setInspectorWidth(int width);
    [[nodiscard]] const CaseFilter &caseFilter() const { return mFilter; }
    void setCaseFilter(const CaseFilter &filter);

public slots:
    void focusSearch();
    /** The next click on the map is the place of a report. */
    void startReport();
    void closeInspector();

signals:
    /** The case panel is to show this one. */
    void caseRequested(const gridward::CaseId &id);
    /** A problem is to be reported from there; the report form is shown if there is one. */
    void reportRequested(const gridward::GeoPoint &place);
    void messageRaised(const gridward::Message &message);
    void inspectorWidthChanged(int width);

protected:
    void changeEvent(QEvent *event) override;

private:
    void makeSide(QWidget *layers);
    void makeCentre();
    void makeEmpty();
    void makeLoading();
    void makePanels();
    void addPanel(MapPanel *panel, QAction *action);
    void connectTools();
    void connectInspector();
    void retranslate();
    void showProgress(std::optional<int> percent);
    void updateEmpty();

    void togglePanel(MapPanel *panel, bool open);
    void closeTopmost();
    void takePick(const MapPick &pick);
    void takeHit(const SearchHit &hit);
    void takePlace(const GeoPoint &place);
    void reportFromCard();
    void openInspector();
    void countCases();
    void addBaseMap();
    void print();
    void printStamped(PrintOrder order);
    void takePrinted(const QString &path, const std::optional<Error> &error);

    MapPort &mPort;
    DistrictPort *mDistrict = nullptr;
    AuditPort *mAudit = nullptr;
    LiveCases *mCases = nullptr;
    QSplitter *mSplitter;
    QWidget *mMap;
    QWidget *mCentre;
    MapToolBar *mBar;
    MapOverlay *mOverlay;
    Inspector *mInspector;

    QLabel *mHeading;
    QWidget *mHead;
    QLabel *mNoLayers;
    QWidget *mEmpty;
    QLabel *mEmptyIcon;
    QLabel *mEmptyTitle;
    QLabel *mEmptyText;
    QWidget *mLoading;
    QLabel *mLoadingText;
    QProgressBar *mLoadingBar;
    QToolButton *mLoadingStop;

    FilterStrip *mFilterStrip;
    MeasureStrip *mMeasure;
    CaseFilterPanel *mFilterPanel;
    NamePanel *mBookmarks;
    NamePanel *mLayerThemes;
    CaseFilter mFilter;
    QTimer mCount; ///< counts at most once a second, and as time goes by
    MapTool mTool = MapTool::Browse;
    std::optional<GeoPoint> mPickedPlace; ///< of the grid whose card is open
    ClassKey mClass; ///< of the case that was looked at last: what a place is asked about
    int mInspectorWidth = 360;
};

} // namespace gridward
