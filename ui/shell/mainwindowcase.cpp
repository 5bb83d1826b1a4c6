// SPDX-License-Identifier: GPL-3.0-or-later
// The page of one case in the window: how one gets there from every other screen, and back.
#include "models/service/personalport.h"
#include "models/view/livecases.h"
#include "ui/casepage/caseworkspace.h"
#include "ui/panels/casepanel.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/screenids.h"
#include "ui/shell/workspacehost.h"

#include <QAction>

namespace gridward {

void MainWindow::makeCasePage()
{
    CaseWorkspace::Desk desk;
    desk.dossiers = mParts.dossiers;
    desk.units = mParts.units;
    if (mParts.makeCaseMap) {
        desk.makeMap = [this] {
            const WallMap made = mParts.makeCaseMap();
            return DeskMap::Made{made.map, made.widget};
        };
    }
    mCasePage = new CaseWorkspace(mParts.district, mParts.cases, desk);
    mCasePage->panel().setPersonal(mParts.personal);
    mCasePage->panel().setDrafts(mParts.drafts);
    connect(mCasePage, &CaseWorkspace::mapRequested, this, &MainWindow::showCaseOnMap);
    connect(mCasePage, &CaseWorkspace::messageRequested, this, &MainWindow::showMessage);
    connect(mCasePage, &CaseWorkspace::left, this, [this] {
        showScreen(mCameFrom.isEmpty() ? kMap : mCameFrom);
    });
}

void MainWindow::offerCasePage(QWidget &workspace)
{
    for (const CasePanel *panel : workspace.findChildren<CasePanel *>()) {
        connect(panel, &CasePanel::pageRequested, this, &MainWindow::showCasePage);
    }
}

std::optional<CaseId> MainWindow::caseInFront() const
{
    const QWidget *page = mHost->page(mHost->currentPage());
    if (page == nullptr) {
        return std::nullopt;
    }
    for (const CasePanel *panel : page->findChildren<CasePanel *>()) {
        if (panel->isVisibleTo(page) && panel->shownCase()) {
            return panel->shownCase();
        }
    }
    return std::nullopt;
}

void MainWindow::openCasePage()
{
    if (mHost->currentPage() == kCase) {
        mCasePage->find();
        return;
    }
    if (const std::optional<CaseId> id = caseInFront()) {
        showCasePage(*id);
        return;
    }
    mCameFrom = mHost->currentPage();
    showScreen(kCase);
    mCasePage->setOrigin(mShow.value(mCameFrom)->text());
    mCasePage->find();
}

void MainWindow::showCasePage(const CaseId &id)
{
    const QString from = mHost->currentPage();
    showScreen(kCase);
    if (from != kCase) {
        mCameFrom = from;
        mCasePage->setOrigin(mShow.value(from)->text());
    }
    mCasePage->showCase(id);
    mCasePage->setFocus();
}

} // namespace gridward
