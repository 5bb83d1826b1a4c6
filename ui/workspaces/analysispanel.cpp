// SPDX-License-Identifier: GPL-3.0-or-later
// How the analysis workspace is put together.
#include "ui/panels/analysisfilter.h"
#include "ui/panels/comparecontrols.h"
#include "ui/panels/heatcontrols.h"
#include "ui/panels/heatlegendbar.h"
#include "ui/panels/hourmatrix.h"
#include "ui/panels/mapnotice.h"
#include "ui/panels/playbar.h"
#include "ui/panels/spotpanel.h"
#include "ui/workspaces/analysisworkspace.h"
#include "ui/workspaces/stepseries.h"

#include <QAction>
#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QFrame>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QSplitter>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

/** Changes that come within so short a time are one question. */
constexpr std::chrono::milliseconds kGather{150};
/** What is over sooner needs no progress bar. */
constexpr std::chrono::milliseconds kSlow{200};

QLabel *makeLabel(const QString &name, bool wraps = true)
{
    auto *label = new QLabel;
    label->setObjectName(name);
    label->setWordWrap(wraps);
    label->setIndent(0);
    return label;
}

QProgressBar *makeBar(const QString &name)
{
    auto *bar = new QProgressBar;
    bar->setObjectName(name);
    bar->setTextVisible(false);
    bar->setFixedHeight(6);
    bar->setRange(0, 100);
    return bar;
}

} // namespace

AnalysisWorkspace::AnalysisWorkspace(DistrictPort &district,
                                     AnalysisPort &analysis,
                                     QWidget *map,
                                     QWidget *parent)
    : QWidget(parent)
    , mDistrict(district)
    , mAnalysis(analysis)
    , mMap(map)
    , mSplitter(new QSplitter(Qt::Horizontal, this))
    , mFilter(new AnalysisFilter)
    , mHeading(makeLabel(u"panelHeading"_s))
    , mAnalyses(new QPushButton)
    , mRefresh(new QToolButton)
    , mControls(new HeatControls)
    , mCompare(new CompareControls)
    , mPlayBar(new PlayBar)
    , mSeries(new StepSeries(*mPlayBar, this))
    , mHoursButton(new QToolButton)
    , mHoursPanel(new QWidget)
    , mHours(new HourMatrix)
    , mHoursText(makeLabel(u"hoursText"_s, false))
    , mHoursInView(new QCheckBox)
    , mSpot(new SpotPanel(district))
    , mCount(makeLabel(u"analysisCount"_s))
    , mMissing(makeLabel(u"analysisMissing"_s))
    , mAsOf(makeLabel(u"analysisAsOf"_s))
    , mSavedText(makeLabel(u"analysisSaved"_s))
    , mLegendTitle(makeLabel(u"fieldLabel"_s))
    , mLegend(new HeatLegendBar)
    , mDetails(makeLabel(u"analysisDetails"_s))
    , mExportHeading(makeLabel(u"fieldLabel"_s))
    , mTitle(new QLineEdit)
    , mPaper(new QComboBox)
    , mGeoTiff(new QPushButton)
    , mPng(new QPushButton)
    , mPdf(new QPushButton)
    , mMore(new QPushButton)
    , mEachStep(new QAction(this))
    , mExportRow(new QWidget)
    , mExportBar(makeBar(u"exportProgress"_s))
    , mExportStop(new QToolButton)
    , mNotice(new MapNotice(map))
    , mStale(new QLabel(map))
    , mLoading(new QFrame(map))
    , mLoadingText(new QLabel)
    , mLoadingBar(makeBar(u"loadingProgress"_s))
    , mLoadingStop(new QToolButton)
{
    setObjectName(u"analysisWorkspace"_s);
    nameParts();
    buildPanel();
    buildNotices();
    connectParts();
    connectPorts();
    connectTime();
    connectSeries();
    readDistrict();
    retranslate();
    refresh();
    orderHeat();
}

void AnalysisWorkspace::nameParts()
{
    mAnalyses->setObjectName(u"analysesButton"_s);
    mAnalyses->setAutoDefault(false);
    mAnalyses->hide();
    mSavedText->hide();
    mRefresh->setObjectName(u"analysisRefresh"_s);
    mHoursButton->setObjectName(u"hoursButton"_s);
    mHoursButton->setCheckable(true);
    mHoursInView->setObjectName(u"hoursInView"_s);
    mTitle->setObjectName(u"exportTitle"_s);
    mPaper->setObjectName(u"exportPaper"_s);
    mPaper->addItems({u"A4"_s, u"A3"_s, u"A2"_s, u"A1"_s, u"A0"_s});
    mGeoTiff->setObjectName(u"exportGeoTiff"_s);
    mPng->setObjectName(u"exportPng"_s);
    mPdf->setObjectName(u"exportPdf"_s);
    mMore->setObjectName(u"exportMore"_s);
    mEachStep->setObjectName(u"exportSteps"_s);
    mExportStop->setObjectName(u"exportStop"_s);
    mLoadingStop->setObjectName(u"loadingStop"_s);
    for (QToolButton *button : {mRefresh, mExportStop, mLoadingStop, mHoursButton}) {
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
    }
    mRefresh->setIconSize({20, 20});
    mHoursButton->setIconSize({20, 20});
}

void AnalysisWorkspace::buildPanel()
{
    auto *panel = new QWidget;
    panel->setObjectName(u"analysisPanel"_s);
    auto *layout = new QVBoxLayout(panel);
    layout->setContentsMargins(16, 8, 16, 16);
    layout->setSpacing(4);
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(mHeading, 1);
    head->addWidget(mAnalyses);
    layout->addLayout(head);
    layout->addWidget(mSavedText); // read first by whoever opened one, and never scrolled away
    addChoices(panel);
    addResult(panel);
    layout->addStretch(1);

    auto *side = new QScrollArea;
    side->setObjectName(u"analysisScroll"_s);
    side->setFrameShape(QFrame::NoFrame);
    side->setWidgetResizable(true);
    side->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    side->setWidget(panel);
    side->setFocusPolicy(Qt::NoFocus);
    // What one comes for is never scrolled away: on a low window the choices above it are.
    auto *foot = new QWidget;
    foot->setObjectName(u"analysisFoot"_s);
    foot->setLayout(new QVBoxLayout);
    foot->layout()->setContentsMargins(16, 8, 16, 16);
    foot->layout()->setSpacing(4);
    addExport(foot);
    auto *column = new QWidget;
    column->setObjectName(u"sidePanel"_s);
    column->setAttribute(Qt::WA_StyledBackground);
    column->setMinimumWidth(288);
    auto *rows = new QVBoxLayout(column);
    rows->setContentsMargins(0, 0, 1, 0); // the line at its right
    rows->setSpacing(0);
    rows->addWidget(side, 1);
    rows->addWidget(foot);

    mSplitter->addWidget(column);
    mSplitter->addWidget(makeMapSide());
    mSplitter->addWidget(mSpot);
    mSpot->hide();
    mSplitter->setStretchFactor(0, 0);
    mSplitter->setStretchFactor(1, 1);
    mSplitter->setChildrenCollapsible(false);
    mSplitter->setHandleWidth(1);
    mSplitter->setStretchFactor(2, 0);
    mSplitter->setSizes({328, 1000, 360});
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(mSplitter);
}

void AnalysisWorkspace::addChoices(QWidget *panel)
{
    auto *layout = static_cast<QVBoxLayout *>(panel->layout());
    layout->addWidget(mFilter);
    layout->addSpacing(8);
    layout->addWidget(mControls);
    layout->addSpacing(8);
    layout->addWidget(mCompare);
}

QWidget *AnalysisWorkspace::makeMapSide()
{
    mHoursPanel->setObjectName(u"hoursPanel"_s);
    mHoursPanel->setAttribute(Qt::WA_StyledBackground);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(16);
    foot->addWidget(mHoursText, 1);
    foot->addWidget(mHoursInView);
    auto *hours = new QVBoxLayout(mHoursPanel);
    hours->setContentsMargins(12, 8, 12, 4);
    hours->setSpacing(4);
    hours->addWidget(mHours);
    hours->addLayout(foot);
    mHoursPanel->hide();
    auto *bottom = new QWidget;
    bottom->setObjectName(u"analysisBottom"_s);
    bottom->setAttribute(Qt::WA_StyledBackground);
    auto *row = new QHBoxLayout(bottom);
    row->setContentsMargins(0, 1, 12, 0);
    row->setSpacing(8);
    row->addWidget(mPlayBar, 1);
    row->addWidget(mHoursButton);
    // Beside the map, not in the panel: a map whose legend is scrolled away says nothing.
    auto *legend = new QVBoxLayout;
    legend->setContentsMargins(8, 4, 0, 4);
    legend->setSpacing(2);
    legend->addWidget(mLegendTitle);
    legend->addWidget(mLegend);
    mLegend->setFixedWidth(300);
    row->addLayout(legend);
    auto *side = new QWidget;
    auto *rows = new QVBoxLayout(side);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(mMap, 1);
    rows->addWidget(mHoursPanel);
    rows->addWidget(bottom);
    return side;
}

void AnalysisWorkspace::addResult(QWidget *panel)
{
    auto *layout = static_cast<QVBoxLayout *>(panel->layout());
    layout->addSpacing(12);
    layout->addWidget(mCount);
    layout->addWidget(mMissing);
    auto *moment = new QHBoxLayout;
    moment->setContentsMargins(0, 0, 0, 0);
    moment->addWidget(mAsOf, 1);
    moment->addWidget(mRefresh);
    layout->addLayout(moment);
    layout->addWidget(mDetails);
}

void AnalysisWorkspace::addExport(QWidget *panel)
{
    auto *layout = static_cast<QVBoxLayout *>(panel->layout());
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(4);
    for (QPushButton *button : {mGeoTiff, mPng, mPdf, mMore}) {
        button->setAutoDefault(false);
        buttons->addWidget(button); // as wide as its words ask for
    }
    auto *row = new QHBoxLayout(mExportRow);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(mExportBar, 1);
    row->addWidget(mExportStop);
    layout->addWidget(mExportHeading);
    auto *page = new QHBoxLayout;
    page->setSpacing(8);
    page->addWidget(mTitle, 1);
    page->addWidget(mPaper);
    layout->addLayout(page);
    layout->addSpacing(4);
    layout->addLayout(buttons);
    layout->addWidget(mExportRow);
}

void AnalysisWorkspace::buildNotices()
{
    mStale->setObjectName(u"staleState"_s);
    mStale->setWordWrap(true);
    mStale->setAlignment(Qt::AlignCenter);
    mStale->hide();
    mLoading->setObjectName(u"loadingState"_s);
    auto *loading = new QHBoxLayout(mLoading);
    loading->setContentsMargins(16, 8, 8, 8);
    loading->setSpacing(16);
    loading->addWidget(mLoadingText);
    loading->addWidget(mLoadingBar, 1);
    loading->addWidget(mLoadingStop);
    mLoading->hide();
    mMap->installEventFilter(this); // the notices lie on the map, whatever resizes it
}

void AnalysisWorkspace::connectParts()
{
    for (QTimer *timer : {&mWait, &mHoursWait, &mSlow}) {
        timer->setSingleShot(true);
    }
    mWait.setInterval(kGather);
    mSlow.setInterval(kSlow);
    connect(&mWait, &QTimer::timeout, this, &AnalysisWorkspace::refresh);
    connect(&mSlow, &QTimer::timeout, this, [this] {
        mLoading->show();
        placeNotices();
    });
    connect(mFilter, &AnalysisFilter::changed, this, [this] { mWait.start(); });
    connect(mControls, &HeatControls::changed, this, [this] {
        orderDenominator();
        orderHeat();
    });
    connect(mRefresh, &QToolButton::clicked, this, &AnalysisWorkspace::refresh);
    connect(mNotice, &MapNotice::actionTriggered, this, &AnalysisWorkspace::refresh);
    connect(mLoadingStop, &QToolButton::clicked, this, [this] { mAnalysis.cancel(); });
    connect(mExportStop, &QToolButton::clicked, this, [this] {
        if (mSeries->isRunning()) {
            stopSeries(exportStopped());
        } else {
            mAnalysis.cancel();
        }
    });
    connect(mGeoTiff, &QPushButton::clicked, this, [this] { chooseFile(HeatFormat::GeoTiff); });
    connect(mPng, &QPushButton::clicked, this, [this] { chooseFile(HeatFormat::Png); });
    connect(mPdf, &QPushButton::clicked, this, [this] { chooseFile(HeatFormat::Pdf); });
    auto *formats = new QMenu(mMore);
    for (const HeatFormat format :
         {HeatFormat::Svg, HeatFormat::GeoPackage, HeatFormat::Project, HeatFormat::Csv}) {
        QAction *action = formats->addAction(QString());
        action->setData(static_cast<int>(format));
        connect(action, &QAction::triggered, this, [this, format] { chooseFile(format); });
    }
    formats->addSeparator();
    formats->addAction(mEachStep);
    mMore->setMenu(formats);
    auto *again = new QShortcut(QKeySequence::Refresh, this);
    again->setContext(Qt::WidgetWithChildrenShortcut);
    connect(again, &QShortcut::activated, this, &AnalysisWorkspace::refresh);
}

void AnalysisWorkspace::connectPorts()
{
    connect(&mDistrict, &DistrictPort::stateChanged, this, [this](StoreState state) {
        if (state == StoreState::Live && mDirty) {
            readDistrict();
        }
        if (state == StoreState::Stale || (state == StoreState::Live && !mDirty)) {
            updateStale(); // what is on the map stays; it has its time written beside it
        } else {
            refresh();
        }
    });
    connect(&mDistrict, &DistrictPort::districtChanged, this, [this] {
        if (mSeries->isRunning()) {
            mDirty = true; // once it is over
            return;
        }
        readDistrict();
        mTitle->setPlaceholderText(defaultTitle());
        refresh();
    });
    connect(&mAnalysis, &AnalysisPort::surfaceCompleted, this, &AnalysisWorkspace::takeFacts);
    connect(&mAnalysis, &AnalysisPort::failed, this, &AnalysisWorkspace::takeFailure);
    connect(&mAnalysis, &AnalysisPort::progressed, this, &AnalysisWorkspace::showProgress);
    connect(&mAnalysis, &AnalysisPort::exported, this, &AnalysisWorkspace::takeExported);
    connect(&mAnalysis, &AnalysisPort::legendChanged, this, [this](const HeatLegend &legend) {
        mLegendShown = legend;
        mLegend->setLegend(legend);
        mLegendTitle->setText(legendTitle());
        mLegend->setAccessibleName(mLegendTitle->text());
    });
}

} // namespace gridward
