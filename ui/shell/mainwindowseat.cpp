// SPDX-License-Identifier: GPL-3.0-or-later
// Who sits at the window: what covers it, the actions of the one who sits there, its title.
#include "models/service/districtport.h"
#include "models/service/personalport.h"
#include "models/service/signinport.h"
#include "ui/notify/alarmcentre.h"
#include "ui/notify/alarmstrip.h"
#include "ui/panels/casetable.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/screenids.h"
#include "ui/shell/statuspanel.h"
#include "ui/shell/workspacehost.h"
#include "ui/shell/workspacerail.h"
#include "ui/signin/deskguard.h"
#include "ui/street/streetqueue.h"
#include "ui/street/streetworkspace.h"
#include "ui/workspaces/dispatchworkspace.h"
#include "ui/workspaces/supervisionworkspace.h"

#include <QAction>

using namespace Qt::StringLiterals;

namespace gridward {

void MainWindow::makeGuard()
{
    if (mParts.signIn == nullptr) {
        return;
    }
    DeskGuard::Windows windows;
    windows.main = this;
    windows.mainIsWall = [this] { return isBareWall(); };
    windows.watchesWall = [this] { return isBareWall() || mHost->isTornOff(u"wall"_s); };
    windows.others = [this] {
        QList<QWidget *> desks;
        for (const QString &id : mHost->tornOffPages()) {
            if (id != u"wall"_s) {
                desks.append(mHost->windowOf(id));
            }
        }
        return desks;
    };
    mGuard = new DeskGuard(mParts.district, *mParts.signIn, windows);
    connect(mHost, &WorkspaceHost::currentPageChanged, mGuard, &DeskGuard::update);
    connect(mHost, &WorkspaceHost::tornOffChanged, mGuard, &DeskGuard::update);
    connect(mGuard, &DeskGuard::coveredChanged, this, [this] {
        updateTitle();
        if (mGuard->isCovered()) {
            mParts.personal.maskAll(); // nothing of it waits below for who comes next
        }
    });
    connect(mGuard, &DeskGuard::messageRaised, this, [this](const QString &message) {
        showMessage({Message::Level::Warning, message});
    });
    connect(mLock, &QAction::triggered, mGuard, &DeskGuard::lock);
    connect(mChooseUser, &QAction::triggered, mGuard, &DeskGuard::chooseUser);
    connect(mChangePassword, &QAction::triggered, mGuard, &DeskGuard::changePassword);
    connect(mSignOut, &QAction::triggered, mGuard, &DeskGuard::signOut);
    const auto offer = [this] {
        const SignInWay way = mParts.signIn->way();
        const bool isOwner = mParts.district.user().role == "owner"_L1;
        mLock->setEnabled(!isOwner);
        mChangePassword->setVisible(way == SignInWay::Password);
        mSignOut->setVisible(way == SignInWay::Password || way == SignInWay::Choice);
        mChooseUser->setVisible(way != SignInWay::Password);
        retranslate();
    };
    connect(mParts.signIn, &SignInPort::wayChanged, this, offer);
    connect(&mParts.district, &DistrictPort::userChanged, this, offer);
    mStatus->setSeatActions({mChooseUser, mChangePassword, mLock, mSignOut});
}

void MainWindow::makeAlarms()
{
    AlarmCentre::Parts parts{mParts.district, mParts.cases};
    parts.port = mParts.alarms;
    parts.sound = mParts.alarmSound;
    parts.notifier = mParts.notifier;
    parts.isWall = [this] { return isBareWall(); };
    parts.isCovered = [this] { return mGuard != nullptr && mGuard->isCovered(); };
    mAlarms = new AlarmCentre(std::move(parts), *mAlarmStrip, this);
    connect(mAlarms, &AlarmCentre::caseRequested, this, &MainWindow::showBesideWork);
    connect(mAlarms, &AlarmCentre::settingsChosen, this, &MainWindow::alarmSettingsChosen);
    connect(mAcknowledge, &QAction::triggered, mAlarms, &AlarmCentre::acknowledgeShown);
    connect(mAlarmStrip, &AlarmStrip::allAcknowledged, mAlarms, &AlarmCentre::acknowledgeAll);
    connect(mAcknowledgeAll, &QAction::triggered, mAlarms, &AlarmCentre::acknowledgeAll);
}

/** Nobody is torn away from a queue that can show it too. */
void MainWindow::showBesideWork(const CaseId &id)
{
    const QString shown = mHost->currentPage();
    QueueWorkspace *queues = nullptr;
    if (shown == kDispatch) {
        queues = mDispatch;
    } else if (shown == kSupervision) {
        queues = mSupervision;
    } else if (shown == kStreet) {
        queues = &mStreet->queue();
    }
    if (queues != nullptr && queues->showCase(id)) {
        queues->table().setFocus();
    } else {
        showCaseOnMap(id);
    }
}

void MainWindow::setAlarmSettings(const AlarmSettings &settings)
{
    mAlarms->setSettings(settings);
}

void MainWindow::makeSeatActions()
{
    if (mParts.signIn == nullptr) {
        return;
    }
    mChooseUser = makeAction(u"chooseUser"_s);
    mChangePassword = makeAction(u"changePassword"_s);
    mLock = makeAction(u"lockDesk"_s, Qt::CTRL | Qt::SHIFT | Qt::Key_L);
    mSignOut = makeAction(u"signOut"_s);
}

void MainWindow::retranslateSeat()
{
    if (mParts.signIn == nullptr) {
        return;
    }
    const auto describe = [](QAction *action, const QString &text, const QString &tip) {
        action->setText(text);
        const QString keys = action->shortcut().toString(QKeySequence::NativeText);
        action->setToolTip(keys.isEmpty() ? tip : u"%1 (%2)"_s.arg(tip, keys));
    };
    const bool isFirst = mParts.signIn->way() == SignInWay::FirstStart;
    describe(mChooseUser,
             isFirst ? tr("Make the first administrator …") : tr("Choose another user …"),
             isFirst ? tr("Make the first administrator") : tr("Choose another user"));
    describe(mChangePassword, tr("Change password …"), tr("Change your password"));
    describe(mLock, tr("Lock the desk"), tr("Lock the desk; a wall goes on"));
    describe(mSignOut, tr("Sign out"), tr("Sign out"));
}

void MainWindow::updateTitle()
{
    const bool isLocked = mGuard != nullptr && mGuard->isLocked();
    const QString name = isLocked ? tr("Locked") : mDistrictName;
    mHost->setLocked(isLocked);
    mHost->setDistrict(mDistrictName);
    setWindowTitle(name.isEmpty() ? tr("Gridward") : tr("%1 – Gridward").arg(name));
}

} // namespace gridward
