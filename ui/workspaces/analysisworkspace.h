// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/analysisport.h"
#include "models/service/districtport.h"
#include "ui/notify/messagebar.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <optional>

class QComboBox;
class QFileDialog;
class QFrame;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QSlider;
class QSpinBox;
class QSplitter;
class QToolButton;

namespace gridward {

class AnalysisFilter;
class AuditPort;
class HeatLegendBar;
class MapNotice;
struct Theme;

/**
 * The workspace `analysis`: which cases, how far one reaches, the heat map of them with its legend
 * in numbers, and its files. Asks DistrictPort for places and AnalysisPort for the map; while it is
 * hidden it asks for nothing. Lives on the GUI thread.
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

    /** Brings the whole district into view. */
    void zoomToAll() { mAnalysis.zoomToAll(); }

public slots:
    /** Reads the places again, as of now. */
    void refresh();

signals:
    void messageRequested(const gridward::Message &message);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void nameParts();
    void buildPanel();
    void addRadius(QWidget *panel);
    void addResult(QWidget *panel);
    void addExport(QWidget *panel);
    void buildNotices();
    void connectParts();
    void connectPorts();
    void retranslate();
    void retranslateResult();

    void readDistrict();
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
    void chooseFile(HeatFormat format);
    void exportTo(HeatFormat format, const QString &path);
    [[nodiscard]] QString defaultTitle() const;

    DistrictPort &mDistrict;
    AnalysisPort &mAnalysis;
    AuditPort *mAudit = nullptr;
    QWidget *mMap;
    QSplitter *mSplitter;
    AnalysisFilter *mFilter;
    QLabel *mHeading;
    QToolButton *mRefresh;
    QLabel *mRadiusLabel;
    QSlider *mRadiusSlider;
    QSpinBox *mRadius;
    QLabel *mRampLabel;
    QComboBox *mRamp;
    QLabel *mCount;
    QLabel *mMissing;
    QLabel *mAsOf;
    QLabel *mLegendTitle;
    HeatLegendBar *mLegend;
    QLabel *mDetails;
    QLabel *mExportHeading;
    QLineEdit *mTitle;
    QPushButton *mGeoTiff;
    QPushButton *mPng;
    QPushButton *mPdf;
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

    State mState = State::NoStore;
    QString mDetail; ///< of the state Failed: what went wrong
    QTimer mWait;    ///< gathers changes of the filter
    QTimer mHeatWait;
    QTimer mSlow; ///< loading is told of only when it takes a while
    quint64 mRequest = 0;
    bool mDirty = true; ///< to be read when shown
    bool mExporting = false;
    CasePlaceQuery mQuery; ///< of what is on the map
    Instant mAsked;        ///< when that was asked for
    Instant mShownAt;      ///< as of when the map is
    QString mPeriodText;
    QString mSelectionText;
    qint64 mFound = 0; ///< cases with a place
    qint64 mWithoutPlace = 0;
    HeatFacts mFacts;
    QString mFolder; ///< where the last file went
};

} // namespace gridward
