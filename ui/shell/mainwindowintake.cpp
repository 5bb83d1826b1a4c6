// SPDX-License-Identifier: GPL-3.0-or-later
// The call desk in the window, and what somebody has begun at it.
#include "models/service/districtport.h"
#include "models/service/draftport.h"
#include "models/view/casewords.h"
#include "ui/panels/answer.h"
#include "ui/panels/casepanel.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/workspacehost.h"
#include "ui/workspaces/filingqueue.h"
#include "ui/workspaces/intakeworkspace.h"

using namespace Qt::StringLiterals;

namespace gridward {

QWidget *MainWindow::makeIntake()
{
    const WallMap map = mParts.makeIntakeMap();
    mIntake = new IntakeWorkspace({mParts.district,
                                   mParts.cases,
                                   *mParts.intake,
                                   mParts.personal,
                                   mParts.drafts,
                                   *map.map,
                                   map.widget});
    mIntake->panel().setDrafts(mParts.drafts);
    connectQueues(mIntake->filing());
    connect(mIntake, &IntakeWorkspace::mapRequested, this, &MainWindow::showCaseOnMap);
    connect(mIntake, &IntakeWorkspace::messageRequested, this, &MainWindow::showMessage);
    return mIntake;
}

MapPort &MainWindow::mapInFront() const
{
    return mIntake != nullptr && mHost->currentPage() == u"intake"_s ? mIntake->map() : mMap;
}

void MainWindow::remindOfDraft()
{
    const QString user = mParts.district.user().name;
    if (user == mReminded || mParts.intake == nullptr || mIntake != nullptr ||
        mParts.district.state() != StoreState::Live) {
        return;
    }
    mReminded = user;
    if (user.isEmpty()) {
        return;
    }
    whenAnswered(
        mParts.drafts.drafts(),
        mParts.district,
        this,
        [this, user](const Result<QList<FormDraft>> &drafts) {
            if (!drafts || mIntake != nullptr || mParts.district.user().name != user) {
                return;
            }
            for (const FormDraft &draft : drafts.value()) {
                if (draft.form == draft_form::kReport && draft.about == mParts.drafts.seat()) {
                    Message message{Message::Level::Info,
                                    tr("A call that you began at %1 is not registered yet.")
                                        .arg(case_words::timeText(draft.savedAt,
                                                                  mParts.district.clock().now()))};
                    message.actionText = tr("Go on with it");
                    message.action = [this] { showScreen(u"intake"_s); };
                    showMessage(message);
                }
            }
        });
}

} // namespace gridward
