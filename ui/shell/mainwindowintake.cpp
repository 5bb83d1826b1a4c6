// SPDX-License-Identifier: GPL-3.0-or-later
// The call desk in the window, and what somebody has begun at it.
#include "models/service/districtport.h"
#include "models/service/draftport.h"
#include "models/view/casewords.h"
#include "models/view/livecases.h"
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
    if (user == mReminded || mParts.district.state() != StoreState::Live) {
        return;
    }
    mReminded = user;
    if (user.isEmpty()) {
        return;
    }
    whenAnswered(mParts.drafts.drafts(),
                 mParts.district,
                 this,
                 [this, user](const Result<QList<FormDraft>> &drafts) {
                     if (drafts && mParts.district.user().name == user) {
                         tellDrafts(drafts.value());
                     }
                 });
}

/** What was begun and not sent: else it is found by chance alone, when its case is looked at. */
void MainWindow::tellDrafts(const QList<FormDraft> &drafts)
{
    Message message{Message::Level::Warning, {}}; // stays until it was read
    QStringList lines;
    QList<CaseId> begun;
    for (const FormDraft &draft : drafts) {
        const bool isCall =
            draft.form == draft_form::kReport && draft.about == mParts.drafts.seat();
        if (isCall && mParts.intake != nullptr && mIntake == nullptr) {
            lines.append(
                tr("A call that you began at %1 is not registered yet.")
                    .arg(case_words::timeText(draft.savedAt, mParts.district.clock().now())));
            message.action = [this] { showScreen(u"intake"_s); };
            message.actionText = tr("Go on with the call");
        }
        const std::optional<CaseId> of = CaseId::fromText(draft.about);
        if (draft.form == u"step"_s && of && mParts.cases.find(*of) != nullptr) {
            begun.append(*of);
        }
    }
    if (!begun.isEmpty()) {
        lines.append(tr("%n step(s) that you began wait to be sent; the last one is of case %1.",
                        nullptr,
                        static_cast<int>(begun.size()))
                         .arg(mParts.cases.find(begun.first())->number));
        if (!message.action) {
            message.action = [this, id = begun.first()] { showBesideWork(id); };
            message.actionText = tr("Go on with the step");
        }
    }
    if (!lines.isEmpty()) {
        message.text = lines.join(u'\n');
        showMessage(message);
    }
}

} // namespace gridward
