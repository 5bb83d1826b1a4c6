// SPDX-License-Identifier: GPL-3.0-or-later
// How the analysis workspace writes a picture of each step.
#include "ui/panels/analysisfilter.h"
#include "ui/panels/comparecontrols.h"
#include "ui/panels/heatcontrols.h"
#include "ui/panels/playbar.h"
#include "ui/workspaces/analysisworkspace.h"
#include "ui/workspaces/stepseries.h"

#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QToolButton>

namespace gridward {

void AnalysisWorkspace::connectSeries()
{
    connect(mEachStep, &QAction::triggered, this, &AnalysisWorkspace::chooseFolder);
    // Once the map has told everybody of the step that it shows.
    connect(
        mSeries,
        &StepSeries::pictureWanted,
        this,
        [this](const QString &path) {
            if (mSeries->isStopping()) {
                takeExported(path, exportStopped());
            } else {
                exportAs(HeatFormat::Png, path);
            }
        },
        Qt::QueuedConnection);
    connect(mSeries, &StepSeries::progressed, this, [this] {
        mExportBar->setRange(0, mSeries->count());
        mExportBar->setValue(mSeries->written());
    });
    connect(mSeries, &StepSeries::ended, this, &AnalysisWorkspace::takeSeries);
}

void AnalysisWorkspace::chooseFolder()
{
    if (!makeDialog(tr("Folder for a picture of each step"))) {
        return;
    }
    mDialog->setFileMode(QFileDialog::Directory);
    mDialog->setOption(QFileDialog::ShowDirsOnly);
    connect(mDialog, &QFileDialog::fileSelected, this, [this](const QString &folder) {
        mFolder = folder;
        exportSteps(folder);
    });
    mDialog->show();
}

void AnalysisWorkspace::exportSteps(const QString &folder)
{
    if (mState != State::Ready || mExporting || mPlayBar->stepCount() == 0) {
        return;
    }
    mExporting = true;
    setAsking(false);
    updateExport();
    if (const Result<void> started = mSeries->start(folder); !started) {
        takeSeries(started.error());
    }
}

void AnalysisWorkspace::setAsking(bool asking)
{
    // A map of something else in between would be a picture of something else.
    for (QWidget *part : {static_cast<QWidget *>(mFilter),
                          static_cast<QWidget *>(mControls),
                          static_cast<QWidget *>(mCompare),
                          static_cast<QWidget *>(mPlayBar),
                          static_cast<QWidget *>(mHoursButton),
                          mHoursPanel,
                          static_cast<QWidget *>(mAnalyses),
                          static_cast<QWidget *>(mRefresh),
                          static_cast<QWidget *>(mTitle),
                          static_cast<QWidget *>(mPaper)}) {
        part->setEnabled(asking);
    }
}

void AnalysisWorkspace::stopSeries(const Error &why)
{
    mSeries->stop(why);
    if (mSeries->isRunning()) {
        mAnalysis.cancel(); // the picture under way; the series ends with it
    }
}

Error AnalysisWorkspace::exportStopped()
{
    return {ErrorCode::Cancelled, tr("The export was stopped."), {}};
}

void AnalysisWorkspace::takeSeries(const std::optional<Error> &error)
{
    mExporting = false;
    setAsking(true);
    updateExport();
    if (mDirty) { // what came meanwhile
        readDistrict();
        refresh();
    }
    emit exported(mSeries->folder(), error);
    const QString folder = QDir::toNativeSeparators(mSeries->folder());
    if (!error) {
        emit messageRequested(
            {Message::Level::Success,
             tr("%n picture(s) were written into “%1”.", nullptr, mSeries->count()).arg(folder)});
        return;
    }
    const QString kept = mSeries->written() > 0 ? tr("%1 of %2 pictures are in “%3”.")
                                                      .arg(QString::number(mSeries->written()),
                                                           QString::number(mSeries->count()),
                                                           folder)
                                                : QString();
    const bool isAsked = error->code == ErrorCode::Cancelled;
    emit messageRequested(
        {isAsked ? Message::Level::Info : Message::Level::Error,
         kept.isEmpty() ? error->message : tr("%1 %2").arg(error->message, kept)});
}

} // namespace gridward
