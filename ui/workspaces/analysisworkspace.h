// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/analysisport.h"
#include "models/service/analysisshelf.h"
#include "models/service/districtport.h"
#include "models/view/analysisquestion.h"
#include "ui/notify/messagebar.h"

#include <QMap>
#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <optional>

class QAction;
class QCheckBox;
class QComboBox;
class QFileDialog;
class QFrame;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QSplitter;
class QToolButton;

namespace gridward {

class AnalysesDialog;
class AnalysisFilter;
class AuditPort;
class CompareControls;
class HeatControls;
class HeatLegendBar;
class HourMatrix;
class MapNotice;
class PlayBar;
class SpotPanel;
class StepSeries;
struct Theme;

/**
 * The workspace `analysis`: which cases, how they become a heat map, its legend in numbers, another
 * period beside it, its steps in time, the hours of the week, the cases of a spot, and its files.
 * Asks DistrictPort for places and AnalysisPort for the map; while it is hidden it asks for
 * nothing. Lives on the GUI thread.
 */
class AnalysisWorkspace final : public QWidget
{
    Q_OBJECT
public:
    /** Becomes the parent of `map`; the ports must outlive it. */
    AnalysisWorkspace(DistrictPort &district,
                      AnalysisPort &analysis,
                      QWidget *map,
                      QWidget *parent = nullptr);

    /** Asked before anything is exported; outlives it. */
    void setAudit(AuditPort &audit);
    /** Where analyses are kept under a name; outlives it. Without one there is no button for it. */
    void setShelf(AnalysisShelfPort &shelf);
    /** No file of it shows what rests on fewer cases that somebody outside reported, at least 1. */
    void setFewestPersonal(int fewest) { mFewestPersonal = fewest; }
    /** Themes the map too. */
    void setTheme(const Theme &theme);

    /** What the map shows; what the middle of it says otherwise. */
    enum class State {
        NoStore, ///< no district is open, or it could not be opened
        Loading, ///< places are read or the surface is computed
        Ready,
        Empty,   ///< no case with a place matches
        Failed,  ///< the places could not be read, or there is no surface
        Stopped, ///< by the user
    };
    [[nodiscard]] State state() const { return mState; }

    /** Nothing of it is being read, computed or compared. */
    [[nodiscard]] bool isSettled() const;
    /** Shows a part of it for a picture: "hours", "spot", "weeks", "difference", "ratio",
     * "side-by-side", "swipe", or "saved:NAME", an analysis that was saved. */
    bool showScene(const QString &id);

    /** Brings the whole district into view. */
    void zoomToAll() { mAnalysis.zoomToAll(); }

    /** What became of the analysis on the map since it was saved; empty where none is. */
    [[nodiscard]] QString savedText() const;
    /** Its title unless another one is given. */
    void setExportTitle(const QString &title);
    /** A size of exportPapers(). */
    void setExportPaper(const QString &paper);
    /** Sizes of paper to export to. */
    [[nodiscard]] QStringList exportPapers() const;
    /** What is on the map, while State::Ready, in the format of the path's ending; exported()
     * follows. False for an ending that is none of exportEndings(). */
    bool exportTo(const QString &path);
    [[nodiscard]] static QStringList exportEndings();
    /** A picture of each step that is played, into a folder that is there; exported() follows with
     * the folder. Nothing happens unless State::Ready, with steps. */
    void exportSteps(const QString &folder);

public slots:
    /** Reads the places again, as of now. */
    void refresh();

signals:
    void messageRequested(const gridward::Message &message);
    /** The page of a case is to be opened. */
    void caseRequested(const gridward::CaseId &id);
    /** A file was written, or why not. */
    void exported(const QString &path, const std::optional<gridward::Error> &error);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void nameParts();
    void buildPanel();
    void addChoices(QWidget *panel);
    [[nodiscard]] QWidget *makeMapSide();
    void addResult(QWidget *panel);
    void addExport(QWidget *panel);
    void buildNotices();
    void connectParts();
    void connectPorts();
    void connectTime();
    void retranslate();
    void retranslateResult();
    [[nodiscard]] QString legendTitle() const;
    [[nodiscard]] QString detailsText() const;

    void showAnalyses();
    [[nodiscard]] AnalysisQuestion question() const;
    void openNamed(const QString &name);
    void openAnalysis(const StoredAnalysis &analysis, qint64 dataVersion);
    void apply(const AnalysisQuestion &question, const QString &name);
    [[nodiscard]] bool hasAll() const;
    void compareWithSaved();
    void takeFingerprint(const Result<HeatFingerprint> &found);
    void showSaved();

    void readDistrict();
    void readDenominators();
    void orderDenominator();
    void readCompared();
    [[nodiscard]] std::optional<CasePlaceQuery> comparedQuery() const;
    /** From and until before: of a step, if one is shown. */
    [[nodiscard]] std::pair<Instant, Instant> spanOnMap() const;
    /** A step is not compared with anything. */
    [[nodiscard]] std::optional<CasePlaceQuery> comparedOnMap() const;
    void giveCompared();
    void givePoints();
    void readHours();
    void takeHours(quint64 request, const QList<quint8> &hours);
    void countHours();
    void showHours(bool shown);
    void orderPlay();
    void showWords();
    void takeSpot(const HeatSpot &spot);
    void closeSpot();
    void takePoints(quint64 request, const Result<CasePoints> &points);
    void takeFacts(const HeatFacts &facts);
    void takeFailure(const Error &error);
    void takeExported(const QString &path, const std::optional<Error> &error);
    void showProgress(std::optional<int> percent);
    void setState(State state, const QString &detail = {});
    void updateNotice();
    void updateExport();
    void updateStale();
    void placeNotices();
    void orderHeat();
    /** For a file or a folder; false if one is open, which comes to the front. */
    [[nodiscard]] bool makeDialog(const QString &title);
    void chooseFile(HeatFormat format);
    void chooseFolder();
    void connectSeries();
    void setAsking(bool asking);
    void takeSeries(const std::optional<Error> &error);
    [[nodiscard]] static Error exportStopped();
    /** With what is being written for it. */
    void stopSeries(const Error &why);
    void exportAs(HeatFormat format, const QString &path);
    [[nodiscard]] QString defaultTitle() const;
    /** "2026-10-01 – 2026-10-31": the first day and the last one. */
    [[nodiscard]] QString daysText(const CasePlaceQuery &query) const;

    /** An analysis that was saved or opened, and whether what is on the map is the same. */
    struct Saved
    {
        enum class Verdict { Open, Same, OtherData, OtherValues, Gone };

        StoredAnalysis analysis;
        qint64 events = 0; ///< recorded since it was saved
        Verdict verdict = Verdict::Open;
    };

    DistrictPort &mDistrict;
    AnalysisPort &mAnalysis;
    AnalysisShelfPort *mShelf = nullptr;
    AuditPort *mAudit = nullptr;
    QWidget *mMap;
    QSplitter *mSplitter;
    AnalysisFilter *mFilter;
    QLabel *mHeading;
    QPushButton *mAnalyses;
    QToolButton *mRefresh;
    HeatControls *mControls;
    CompareControls *mCompare;
    PlayBar *mPlayBar;
    StepSeries *mSeries;
    QToolButton *mHoursButton;
    QWidget *mHoursPanel;
    HourMatrix *mHours;
    QLabel *mHoursText;
    QCheckBox *mHoursInView;
    SpotPanel *mSpot;
    QLabel *mCount;
    QLabel *mMissing;
    QLabel *mAsOf;
    QLabel *mSavedText;
    QLabel *mLegendTitle;
    HeatLegendBar *mLegend;
    QLabel *mDetails;
    QLabel *mExportHeading;
    QLineEdit *mTitle;
    QComboBox *mPaper;
    QPushButton *mGeoTiff;
    QPushButton *mPng;
    QPushButton *mPdf;
    QPushButton *mMore; ///< formats that are asked for less often
    QAction *mEachStep;
    QWidget *mExportRow;
    QProgressBar *mExportBar;
    QToolButton *mExportStop;
    MapNotice *mNotice;
    QLabel *mStale;
    QFrame *mLoading;
    QLabel *mLoadingText;
    QProgressBar *mLoadingBar;
    QToolButton *mLoadingStop;
    QPointer<QFileDialog> mDialog;
    QPointer<AnalysesDialog> mAnalysesDialog;

    int mFewestPersonal = kFewestPersonal;
    bool mOpening = false; ///< a saved analysis is being read
    State mState = State::NoStore;
    QString mDetail; ///< of the state Failed: what went wrong
    QTimer mWait;    ///< gathers changes of the filter
    QTimer mSlow;    ///< loading is told of only when it takes a while
    quint64 mRequest = 0;
    quint64 mTaken = 0;      ///< the request whose cases are on the map
    quint64 mOtherTaken = 0; ///< the same of the other period, with its hours
    std::optional<Saved> mSaved;
    quint64 mPrint = 0; ///< the last fingerprint that was asked for
    bool mDirty = true; ///< to be read when shown
    bool mExporting = false;
    CasePlaceQuery mQuery; ///< of what is on the map
    Instant mAsked;        ///< when that was asked for
    Instant mShownAt;      ///< as of when the map is
    QString mSelectionText;
    qint64 mFound = 0; ///< cases with a place
    qint64 mWithoutPlace = 0;
    HeatFacts mFacts;
    CasePoints mPoints;               ///< all that match, whatever the hours
    QList<quint8> mHoursOf;           ///< hour of the week of each of them
    std::optional<CasePoints> mOther; ///< of the other period
    QList<quint8> mHoursOfOther;
    quint64 mOtherRequest = 0;
    quint64 mHoursRequest = 0;
    QMap<Denominator, CasePoints> mDenominators;
    std::optional<Denominator> mDenominator; ///< that the map has
    std::optional<GeoExtent> mView;
    HeatOrder mOrdered;
    HeatLegend mLegendShown;
    QTimer mHoursWait; ///< gathers movements of the map
    QString mFolder;   ///< where the last file went
};

} // namespace gridward
