// SPDX-License-Identifier: GPL-3.0-or-later
// Makes the workspaces of the window when they are first asked for, and speaks to the one shown.
#include "models/service/analysisport.h"
#include "models/service/personalport.h"
#include "models/view/livecases.h"
#include "ui/admin/adminworkspace.h"
#include "ui/casepage/caseworkspace.h"
#include "ui/evaluation/evaluationworkspace.h"
#include "ui/leader/leaderworkspace.h"
#include "ui/notify/alarmcentre.h"
#include "ui/panels/casepanel.h"
#include "ui/panels/casetable.h"
#include "ui/panels/reportform.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/screenids.h"
#include "ui/shell/workspacehost.h"
#include "ui/signin/deskguard.h"
#include "ui/street/streetqueue.h"
#include "ui/street/streetworkspace.h"
#include "ui/supervision/samplingpage.h"
#include "ui/triage/triageworkspace.h"
#include "ui/workspaces/analysisworkspace.h"
#include "ui/workspaces/dispatchworkspace.h"
#include "ui/workspaces/intakeworkspace.h"
#include "ui/workspaces/mapworkspace.h"
#include "ui/workspaces/supervisionworkspace.h"
#include "ui/workspaces/wallworkspace.h"

#include <QAction>

using namespace Qt::StringLiterals;

namespace gridward {

void MainWindow::themeWorkspaces()
{
    mMapWorkspace->setTheme(*mTheme);
    mCasePanel->setTheme(*mTheme);
    mReportForm->setTheme(*mTheme);
    if (mIntake != nullptr) {
        mIntake->setTheme(*mTheme);
    }
    if (mDispatch != nullptr) {
        mDispatch->setTheme(*mTheme);
    }
    if (mCasePage != nullptr) {
        mCasePage->setTheme(*mTheme);
    }
    if (mStreet != nullptr) {
        mStreet->setTheme(*mTheme);
    }
    if (mTriage != nullptr) {
        mTriage->setTheme(*mTheme);
    }
    if (mSupervision != nullptr) {
        mSupervision->setTheme(*mTheme);
    }
    if (mSampling) {
        mSampling->setTheme(*mTheme);
    }
    themeWalls();
    if (mAnalysis != nullptr) {
        mAnalysis->setTheme(*mTheme);
    }
    if (mEvaluation != nullptr) {
        mEvaluation->setTheme(*mTheme);
    }
    if (mAdmin != nullptr) {
        mAdmin->setTheme(*mTheme);
    }
    if (mLeader != nullptr) {
        mLeader->setTheme(*mTheme);
    }
}

QWidget *MainWindow::workspace(const QString &id)
{
    if (QWidget *known = mHost->page(id)) {
        return known;
    }
    QWidget *made = makeWorkspace(id);
    for (const CaseTable *table : made->findChildren<CaseTable *>()) {
        connect(table, &CaseTable::opened, mAlarms, &AlarmCentre::acknowledge);
    }
    offerCasePage(*made);
    mHost->addPage(id, made, id == kWall ? TornOffStyle::Wall : TornOffStyle::Window);
    mHost->setTitle(id, mShow.value(id)->text());
    themeWorkspaces();
    return made;
}

void MainWindow::connectQueues(QueueWorkspace &queues)
{
    connect(&queues, &QueueWorkspace::keysRequested, this, &MainWindow::showShortcuts);
    if (mParts.memory != nullptr) {
        queues.setMemory(*mParts.memory);
    }
}

QWidget *MainWindow::makeWorkspace(const QString &id)
{
    if (id == kIntake) {
        return makeIntake();
    }
    if (id == kDispatch) {
        makeDispatch();
        connectQueues(*mDispatch);
        return mDispatch;
    }
    if (id == kStreet) {
        mStreet = new StreetWorkspace(mParts.district, mParts.cases, mParts.street, &mParts.audit);
        mStreet->panel().setPersonal(mParts.personal);
        mStreet->panel().setDrafts(mParts.drafts);
        connect(mStreet, &StreetWorkspace::mapRequested, this, &MainWindow::showCaseOnMap);
        connect(mStreet, &StreetWorkspace::messageRequested, this, &MainWindow::showMessage);
        connectQueues(mStreet->queue());
        return mStreet;
    }
    if (id == kTriage) {
        mTriage = new TriageWorkspace(mParts.district, mParts.cases, mParts.inbox, *mParts.intake);
        connect(mTriage, &TriageWorkspace::messageRequested, this, &MainWindow::showMessage);
        connect(&mParts.personal, &PersonalPort::maskWanted, mTriage, &TriageWorkspace::maskCaller);
        return mTriage;
    }
    if (id == kSupervision) {
        mSupervision = new SupervisionWorkspace(mParts.district, mParts.cases, mParts.units);
        mSupervision->panel().setPersonal(mParts.personal);
        mSupervision->panel().setDrafts(mParts.drafts);
        connect(
            mSupervision, &SupervisionWorkspace::mapRequested, this, &MainWindow::showCaseOnMap);
        connect(
            mSupervision, &SupervisionWorkspace::messageRequested, this, &MainWindow::showMessage);
        connect(mSupervision,
                &SupervisionWorkspace::samplingRequested,
                this,
                &MainWindow::showSampling);
        connectQueues(*mSupervision);
        return mSupervision;
    }
    if (id == kCase) {
        makeCasePage();
        return mCasePage;
    }
    if (id == kWall) {
        makeWall();
        return mWall;
    }
    if (id == kEvaluation) {
        mEvaluation = new EvaluationWorkspace(
            mParts.district, *mParts.evaluation, mParts.audit, mParts.writeTables);
        connect(mEvaluation, &EvaluationWorkspace::caseRequested, this, &MainWindow::showCasePage);
        connect(
            mEvaluation, &EvaluationWorkspace::messageRequested, this, &MainWindow::showMessage);
        return mEvaluation;
    }
    if (id == kAdmin) {
        mAdmin = new AdminWorkspace(mParts.district, mParts.makeAdminPages());
        connect(mAdmin, &AdminWorkspace::messageRequested, this, &MainWindow::showMessage);
        return mAdmin;
    }
    if (id == kLeader) {
        mLeader = new LeaderWorkspace(mParts.district, mParts.cases, mParts.leader);
        mLeader->panel().setPersonal(mParts.personal);
        mLeader->panel().setDrafts(mParts.drafts);
        connect(mLeader, &LeaderWorkspace::mapRequested, this, &MainWindow::showCaseOnMap);
        return mLeader;
    }
    const Analysis analysis = mParts.makeAnalysis();
    mAnalysis = new AnalysisWorkspace(mParts.district, *analysis.port, analysis.widget);
    mAnalysis->setAudit(mParts.audit);
    mAnalysis->setFewestPersonal(analysis.fewestPersonal);
    if (analysis.shelf != nullptr) {
        mAnalysis->setShelf(*analysis.shelf);
    }
    connect(mAnalysis, &AnalysisWorkspace::caseRequested, this, &MainWindow::showCasePage);
    connect(mAnalysis, &AnalysisWorkspace::messageRequested, this, &MainWindow::showMessage);
    return mAnalysis;
}

void MainWindow::showSampling()
{
    if (mParts.sampling == nullptr) {
        return;
    }
    if (!mSampling) {
        // Without a parent: the page of a case, in this window, has to come before it.
        mSampling = new SamplingPage(mParts.district, *mParts.sampling);
        mSampling->setAttribute(Qt::WA_DeleteOnClose);
        mSampling->setAttribute(Qt::WA_QuitOnClose, false);
        mSampling->setTheme(*mTheme);
        mSampling->resize(1280, 720);
        connect(mSampling, &SamplingPage::caseRequested, this, &MainWindow::showCasePage);
        if (mGuard != nullptr) {
            // Nothing of it is to be read, or to be done, at a desk that is locked.
            connect(mGuard, &DeskGuard::coveredChanged, mSampling, [this](bool isCovered) {
                if (isCovered && mSampling) {
                    mSampling->close();
                }
            });
        }
        // Of whoever sits here now: the next one asks for it anew.
        connect(&mParts.district, &DistrictPort::userChanged, mSampling, &QWidget::close);
    }
    mSampling->show();
    mSampling->raise();
    mSampling->activateWindow();
}

bool MainWindow::isSettled() const
{
    const QString shown = mHost->currentPage();
    if (shown == kWall) {
        return mWall->isSettled();
    }
    if (shown == kAdmin) {
        return mAdmin->isSettled();
    }
    if (shown == kCase) {
        return mCasePage->isSettled();
    }
    if (shown == kDispatch) {
        return mDispatch->isSettled();
    }
    if (shown == kIntake) {
        return mIntake->isSettled();
    }
    if (shown == kStreet) {
        return mStreet->isSettled();
    }
    if (shown == kSupervision) {
        return mSupervision->isSettled();
    }
    if (shown == kTriage) {
        return mTriage->isSettled();
    }
    if (shown == kEvaluation) {
        return mEvaluation->isSettled();
    }
    if (shown == kLeader) {
        return mLeader->isSettled();
    }
    return shown != kAnalysis || mAnalysis->isSettled();
}

bool MainWindow::showScene(const QString &id)
{
    if (mGuard != nullptr && mGuard->showScene(id)) {
        return true;
    }
    if (id == "alarms"_L1) {
        mAlarms->rehearse();
        return true;
    }
    if (mHost->currentPage() == kCase) {
        return mCasePage->showScene(id);
    }
    if (mHost->currentPage() == kDispatch) {
        return mDispatch->showScene(id);
    }
    if (mHost->currentPage() == kIntake) {
        return mIntake->showScene(id);
    }
    if (mHost->currentPage() == kStreet) {
        return mStreet->showScene(id);
    }
    if (mHost->currentPage() == kTriage) {
        return mTriage->showScene(id);
    }
    if (mHost->currentPage() == kEvaluation) {
        return mEvaluation->showScene(id);
    }
    if (mHost->currentPage() == kSupervision) {
        return mSupervision->showScene(id);
    }
    if (mHost->currentPage() == kLeader) {
        return mLeader->showScene(id);
    }
    if (mHost->currentPage() == kAnalysis) {
        return mAnalysis->showScene(id);
    }
    if (mHost->currentPage() == kWall) {
        return mWall->showScene(id);
    }
    return mHost->currentPage() == kAdmin && mAdmin->showPage(id);
}

} // namespace gridward
