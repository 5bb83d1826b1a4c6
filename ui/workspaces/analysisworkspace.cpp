// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspaces/analysisworkspace.h"

#include "models/service/auditport.h"
#include "models/view/casewords.h"
#include "models/view/spantext.h"
#include "ui/panels/analysisfilter.h"
#include "ui/panels/answer.h"
#include "ui/panels/comparecontrols.h"
#include "ui/panels/heatcontrols.h"
#include "ui/panels/heatlegendbar.h"
#include "ui/panels/hourmatrix.h"
#include "ui/panels/mapnotice.h"
#include "ui/panels/playbar.h"
#include "ui/panels/spotpanel.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/workspaces/stepseries.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QStandardPaths>
#include <QToolButton>

#include <algorithm>
#include <array>
#include <iterator>
#include <tuple>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

QString numberText(qint64 number)
{
    return QLocale(QLocale::English).toString(number); // grouped the same way in both languages
}

QString suffixOf(HeatFormat format)
{
    switch (format) {
    case HeatFormat::GeoTiff:
        return u"tif"_s;
    case HeatFormat::Png:
        return u"png"_s;
    case HeatFormat::Svg:
        return u"svg"_s;
    case HeatFormat::GeoPackage:
        return u"gpkg"_s;
    case HeatFormat::Project:
        return u"qgz"_s;
    case HeatFormat::Csv:
        return u"csv"_s;
    case HeatFormat::Pdf:
        break;
    }
    return u"pdf"_s;
}

constexpr std::array kFormats{HeatFormat::GeoTiff,
                              HeatFormat::Png,
                              HeatFormat::Pdf,
                              HeatFormat::Svg,
                              HeatFormat::GeoPackage,
                              HeatFormat::Project,
                              HeatFormat::Csv};

} // namespace

void AnalysisWorkspace::setTheme(const Theme &theme)
{
    mAnalysis.setTheme(theme.name == ThemeName::Day ? MapTheme::Day : MapTheme::Night);
    mLegend->setGround(theme.window);
    mPlayBar->setTheme(theme);
    mSpot->setTheme(theme);
    mHoursButton->setIcon(themedIcon(u"hours"_s, theme));
    mRefresh->setIcon(themedIcon(u"refresh"_s, theme));
    mLoadingStop->setIcon(themedIcon(u"close"_s, theme));
    mExportStop->setIcon(themedIcon(u"close"_s, theme));
}

void AnalysisWorkspace::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        mAnalysis.retranslate();
    }
    QWidget::changeEvent(event);
}

void AnalysisWorkspace::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (mDirty) {
        refresh();
    }
}

bool AnalysisWorkspace::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == mMap && event->type() == QEvent::Resize) {
        placeNotices();
    }
    return QWidget::eventFilter(watched, event);
}

void AnalysisWorkspace::readDistrict()
{
    mFilter->setDistrict(mDistrict.names(), mDistrict.info(), mDistrict.clock().now());
    if (mDistrict.state() != StoreState::Live && mDistrict.state() != StoreState::Stale) {
        return;
    }
    mDistrict.classes().then(this, [this](const Result<QList<CatalogueEntry>> &classes) {
        if (classes) {
            mFilter->setClasses(classes.value());
        }
    });
    readDenominators();
}

void AnalysisWorkspace::refresh()
{
    mWait.stop();
    stopSeries(
        {ErrorCode::Conflict, tr("The cases were read again meanwhile. Export once more."), {}});
    updateStale();
    const StoreState store = mDistrict.state();
    if (store != StoreState::Live && store != StoreState::Stale) {
        mDirty = true;
        setState(store == StoreState::Opening ? State::Loading : State::NoStore);
        return;
    }
    if (!isVisible()) {
        mDirty = true; // nobody would see it
        return;
    }
    mDirty = false;
    mAsked = mDistrict.clock().now();
    mQuery = mFilter->query(mAsked);
    mSelectionText = mFilter->selectionText();
    setState(State::Loading);
    readCompared();
    mDistrict.casePoints(mQuery).then(
        this, [this, request = ++mRequest](const Result<CasePoints> &points) {
            takePoints(request, points);
        });
}

void AnalysisWorkspace::takePoints(quint64 request, const Result<CasePoints> &points)
{
    if (request != mRequest) {
        return; // an answer to what was asked before
    }
    if (!points) {
        setState(State::Failed, points.error().message);
        return;
    }
    mPoints = points.value();
    mTaken = request;
    mFound = mPoints.longitudes.size();
    mWithoutPlace = mPoints.withoutPlace;
    mPlayBar->setPeriod(mQuery.from, mQuery.to, mFilter->zone());
    closeSpot();
    readHours();
    orderPlay();
    givePoints(); // takeFacts() or takeFailure() follows
}

void AnalysisWorkspace::takeFacts(const HeatFacts &facts)
{
    mFacts = facts;
    mShownAt = mAsked;
    mControls->setChosenBandwidth(facts.radiusMetres);
    mPlayBar->takeShown();
    setState(facts.cases > 0 ? State::Ready : State::Empty);
    compareWithSaved();
    mSeries->takeShown();
}

void AnalysisWorkspace::takeFailure(const Error &error)
{
    mFacts = {};
    setState(error.code == ErrorCode::Cancelled ? State::Stopped : State::Failed, error.message);
    mSeries->stop(error);
}

void AnalysisWorkspace::showProgress(std::optional<int> percent)
{
    if (mSeries->isRunning()) {
        return; // of all pictures, not of the one under way
    }
    QProgressBar *bar = mExporting ? mExportBar : mLoadingBar;
    // Without steps in between, a bar that moves says that it is alive.
    bar->setRange(0, percent.value_or(0) > 0 ? 100 : 0);
    bar->setValue(percent.value_or(0));
}

void AnalysisWorkspace::setState(State state, const QString &detail)
{
    mState = state;
    mDetail = detail;
    if (state != State::Loading) {
        mSlow.stop();
        mLoading->hide();
    } else if (!mSlow.isActive() && !mLoading->isVisible()) {
        mSlow.start();
    }
    updateNotice();
    updateExport();
    retranslateResult();
}

void AnalysisWorkspace::updateNotice()
{
    switch (mState) {
    case State::NoStore:
        mNotice->tell(tr("No district is open"),
                      tr("Open a store to see where its cases are dense."));
        return;
    case State::Empty:
        if (mFound == 0 && mWithoutPlace > 0) {
            mNotice->tell(tr("No case here has a place"),
                          tr("Cases match the filter, but nobody said where they are. Choose a "
                             "longer period or fewer conditions."));
        } else {
            mNotice->tell(tr("No cases match"), tr("Choose a longer period or fewer conditions."));
        }
        return;
    case State::Failed:
        mNotice->tell(tr("There is no heat map"), mDetail, tr("Try again"));
        return;
    case State::Stopped:
        mNotice->tell(tr("The heat map was stopped"), {}, tr("Compute again"));
        return;
    case State::Loading:
    case State::Ready:
        mNotice->hide();
        return;
    }
}

void AnalysisWorkspace::updateExport()
{
    const bool can = mState == State::Ready && !mExporting;
    mGeoTiff->setEnabled(can);
    mPng->setEnabled(can);
    mPdf->setEnabled(can);
    mGeoTiff->setToolTip(mOrdered.layout == HeatLayout::One
                             ? tr("The values, for QGIS")
                             : tr("The values of both periods, a file for each, for QGIS"));
    mMore->setEnabled(can);
    for (QAction *action : mMore->menu()->actions()) {
        if (!action->data().isValid()) {
            continue;
        }
        const auto format = static_cast<HeatFormat>(action->data().toInt());
        action->setEnabled(holdsTwo(format) || mOrdered.layout == HeatLayout::One);
    }
    mEachStep->setEnabled(mPlayBar->stepCount() > 0);
    mExportRow->setVisible(mExporting);
}

void AnalysisWorkspace::updateStale()
{
    const bool stale = mDistrict.state() == StoreState::Stale;
    mStale->setVisible(stale);
    placeNotices();
}

void AnalysisWorkspace::placeNotices()
{
    mNotice->place();
    const int width = std::min(480, std::max(240, mMap->width() - 96));
    const int left = (mMap->width() - width) / 2;
    mStale->setGeometry(left, 16, width, mStale->heightForWidth(width));
    mStale->raise();
    const int below = mStale->isHidden() ? 16 : mStale->geometry().bottom() + 8;
    mLoading->setGeometry(left, below, width, mLoading->sizeHint().height());
    mLoading->raise();
}

void AnalysisWorkspace::orderHeat()
{
    HeatOrder order = mControls->order();
    order.compare = mCompare->compare();
    order.layout = mCompare->layoutOfTwo();
    HeatOrder sameColours = order;
    sameColours.ramp = mOrdered.ramp;
    // Colours alone come at once; all else is another surface.
    const bool another = sameColours != mOrdered;
    mOrdered = order;
    mTitle->setPlaceholderText(defaultTitle());
    if (another && (mState == State::Ready || mState == State::Stopped)) {
        setState(State::Loading);
    }
    mAnalysis.setHeat(order);
}

QString AnalysisWorkspace::defaultTitle() const
{
    const QString name = mDistrict.info().name;
    const QString compared = mOrdered.compare == HeatCompare::Difference
                                 ? tr("More and fewer cases")
                             : mOrdered.compare == HeatCompare::Ratio ? tr("Times as many cases")
                                                                      : QString();
    if (const auto other = comparedOnMap(); other && !compared.isEmpty()) {
        return tr("%1: %2 against %3").arg(compared, daysText(mQuery), daysText(*other));
    }
    return name.isEmpty() ? tr("Density of cases") : tr("Density of cases, %1").arg(name);
}

bool AnalysisWorkspace::makeDialog(const QString &title)
{
    if (mDialog) {
        mDialog->raise();
        mDialog->activateWindow();
        return false;
    }
    if (mFolder.isEmpty()) {
        mFolder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    }
    mDialog = new QFileDialog(this, title, mFolder);
    mDialog->setAttribute(Qt::WA_DeleteOnClose);
    mDialog->setModal(false);
    return true;
}

void AnalysisWorkspace::chooseFile(HeatFormat format)
{
    if (!makeDialog(tr("Export the heat map"))) {
        return;
    }
    const auto [from, to] = spanOnMap();
    const QString suffix = suffixOf(format);
    const QString day = u"yyyyMMdd"_s;
    const QString name = u"heatmap-%1-%2.%3"_s.arg(
        mFilter->localTime(from).toString(day),
        mFilter->localTime(to - std::chrono::milliseconds(1)).toString(day),
        suffix);
    mDialog->setAcceptMode(QFileDialog::AcceptSave);
    mDialog->setFileMode(QFileDialog::AnyFile);
    mDialog->setDefaultSuffix(suffix);
    mDialog->setNameFilter(u"%1 (*.%2)"_s.arg(suffix.toUpper(), suffix));
    mDialog->selectFile(name);
    connect(mDialog, &QFileDialog::fileSelected, this, [this, format](const QString &path) {
        mFolder = QFileInfo(path).absolutePath();
        exportAs(format, path);
    });
    mDialog->show();
}

void AnalysisWorkspace::exportAs(HeatFormat format, const QString &path)
{
    HeatExport order;
    order.path = path;
    order.format = format;
    order.title = mTitle->text().trimmed().isEmpty() ? defaultTitle() : mTitle->text().trimmed();
    std::tie(order.from, order.to) = spanOnMap();
    order.period = spanText(order.from, order.to, mFilter->zone());
    QStringList selection{mSelectionText, hoursText(mHours->chosen())};
    selection.removeAll(QString());
    order.selection = selection.join(u" · "_s);
    order.isOneOfMany = mSeries->isRunning();
    order.paper = mPaper->currentText();
    order.fewestPersonal = mFewestPersonal;
    if (const std::optional<CasePlaceQuery> other = comparedOnMap()) {
        order.other = spanText(other->from, other->to, mFilter->zone());
        order.otherFrom = other->from;
        order.otherTo = other->to;
    }
    mExporting = true;
    if (!mSeries->isRunning()) { // which counts its pages
        mExportBar->setRange(0, 0);
    }
    updateExport();
    if (mAudit == nullptr) {
        mAnalysis.exportTo(order);
        return;
    }
    const OutputNote note{isPage(format) ? AuditKind::Print : AuditKind::Export,
                          Thing::Statistics,
                          u"heat-map"_s,
                          path};
    whenAnswered(
        mAudit->noteOutput(note), mDistrict, this, [this, order, path](const Result<Stamp> &stamp) {
            if (!stamp || mSeries->isStopping()) {
                takeExported(path, stamp ? exportStopped() : stamp.error());
                return;
            }
            HeatExport stamped = order;
            stamped.stamp = stamp.value();
            mAnalysis.exportTo(stamped);
        });
}

bool AnalysisWorkspace::exportTo(const QString &path)
{
    const QString ending = QFileInfo(path).suffix().toLower();
    const auto format =
        std::ranges::find(kFormats, ending == "tiff"_L1 ? u"tif"_s : ending, suffixOf);
    if (format == kFormats.end()) {
        return false;
    }
    exportAs(*format, path);
    return true;
}

QStringList AnalysisWorkspace::exportEndings()
{
    QStringList endings;
    std::ranges::transform(kFormats, std::back_inserter(endings), suffixOf);
    return endings;
}

void AnalysisWorkspace::setExportTitle(const QString &title)
{
    mTitle->setText(title);
}

void AnalysisWorkspace::setExportPaper(const QString &paper)
{
    mPaper->setCurrentText(paper);
}

QStringList AnalysisWorkspace::exportPapers() const
{
    QStringList papers;
    for (int i = 0; i < mPaper->count(); ++i) {
        papers.append(mPaper->itemText(i));
    }
    return papers;
}

void AnalysisWorkspace::setAudit(AuditPort &audit)
{
    mAudit = &audit;
}

void AnalysisWorkspace::takeExported(const QString &path, const std::optional<Error> &error)
{
    if (mSeries->isRunning()) {
        mSeries->takeWritten(error);
        return;
    }
    mExporting = false;
    updateExport();
    emit exported(path, error);
    if (!error) {
        emit messageRequested(
            {Message::Level::Success, tr("“%1” was written.").arg(QDir::toNativeSeparators(path))});
    } else if (error->code == ErrorCode::Cancelled) {
        emit messageRequested({Message::Level::Info, error->message});
    } else {
        emit messageRequested({Message::Level::Error, error->message});
    }
}

void AnalysisWorkspace::retranslate()
{
    mHeading->setText(tr("Heat map"));
    mAnalyses->setText(tr("Analyses …"));
    mAnalyses->setToolTip(tr("Save this analysis, or open a saved one (Ctrl+S)"));
    showSaved();
    mRefresh->setToolTip(tr("Read the cases again (F5)"));
    mRefresh->setAccessibleName(tr("Read the cases again"));
    mHoursButton->setToolTip(tr("Hours of the week (H)"));
    mHoursButton->setAccessibleName(tr("Hours of the week"));
    mHoursInView->setText(tr("Count only what is in view"));
    showWords();
    mExportHeading->setText(tr("Export"));
    mTitle->setAccessibleName(tr("Title of the exported map"));
    mTitle->setToolTip(tr("Title of the exported map"));
    mPaper->setAccessibleName(tr("Paper of a page"));
    mPaper->setToolTip(tr("Paper of a page"));
    mTitle->setPlaceholderText(defaultTitle());
    mGeoTiff->setText(tr("GeoTIFF …"));
    mPng->setText(tr("PNG …"));
    mPng->setToolTip(tr("A page as a picture"));
    mPdf->setText(tr("PDF …"));
    mPdf->setToolTip(tr("A page for printing"));
    mMore->setText(tr("More"));
    mMore->setToolTip(tr("Other formats. Those with areas or a table hold one map: compare as "
                         "difference or ratio, or not at all."));
    const QStringList formats{tr("SVG: a page to be edited …"),
                              tr("GeoPackage: classes and cells with styles …"),
                              tr("QGIS project with its layers …"),
                              tr("CSV: a table of the values …")};
    for (qsizetype i = 0; i < formats.size(); ++i) {
        mMore->menu()->actions().at(i)->setText(formats.at(i));
    }
    mEachStep->setText(tr("PNG of each step …"));
    mEachStep->setToolTip(tr("A picture of each step below the map, all in the same colours"));
    mExportBar->setAccessibleName(tr("Progress of the export"));
    mExportStop->setToolTip(tr("Stop the export"));
    mExportStop->setAccessibleName(tr("Stop the export"));
    mLoadingText->setText(tr("Computing the heat map …"));
    mLoadingStop->setToolTip(tr("Stop computing"));
    mLoadingStop->setAccessibleName(tr("Stop computing"));
    mStale->setText(
        tr("The store cannot be read at the moment. What is shown may be out of date."));
    if (mState == State::Ready || mState == State::Loading) {
        mSelectionText = mFilter->selectionText();
    }
    updateNotice();
    updateExport();
    retranslateResult();
    placeNotices();
}

void AnalysisWorkspace::retranslateResult()
{
    // What is on the map keeps its numbers until something else is.
    const bool loading = mState == State::Loading && mFacts.radiusMetres > 0.0;
    const bool known = mState == State::Ready || mState == State::Empty || loading;
    const bool ready = mState == State::Ready || (loading && mFacts.cases > 0);
    for (QWidget *part : {static_cast<QWidget *>(mCount),
                          static_cast<QWidget *>(mMissing),
                          static_cast<QWidget *>(mAsOf),
                          static_cast<QWidget *>(mDetails)}) {
        part->setEnabled(!loading);
    }
    mCount->setText(known ? tr("%1 cases on the map").arg(numberText(mFacts.cases)) : u"–"_s);
    QStringList missing;
    if (known && mFacts.withoutPlace > 0) {
        missing.append(tr("%n case(s) have no place and are not on the map.",
                          nullptr,
                          static_cast<int>(mFacts.withoutPlace)));
    }
    if (known && mFacts.outside > 0) {
        missing.append(tr("%n case(s) lie outside of the district and are not on the map.",
                          nullptr,
                          static_cast<int>(mFacts.outside)));
    }
    mMissing->setText(missing.join(u'\n'));
    mMissing->setVisible(!missing.isEmpty());
    mAsOf->setText(
        known ? tr("As of %1").arg(mFilter->localTime(mShownAt).toString(u"yyyy-MM-dd HH:mm"_s))
              : QString());
    mDetails->setText(ready ? detailsText() : QString());
    mLegendTitle->setVisible(ready);
    mLegend->setVisible(ready);
    mDetails->setVisible(ready);
}

} // namespace gridward
