// SPDX-License-Identifier: GPL-3.0-or-later
// The dispatch desk in the window, and what the window keeps across restarts.
#include "models/view/deskmemory.h"
#include "ui/panels/casepanel.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/workspacehost.h"
#include "ui/signin/deskguard.h"
#include "ui/workspaces/dispatchworkspace.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

const QString kTornOff = u"windows"_s; ///< workspaces in windows of their own

} // namespace

void MainWindow::makeDispatch()
{
    DispatchWorkspace::Desk desk;
    desk.units = mParts.units;
    desk.drafts = &mParts.drafts;
    desk.memory = mParts.memory;
    if (mParts.makeDispatchMap) {
        desk.makeMap = [this] {
            const WallMap made = mParts.makeDispatchMap();
            return DeskMap::Made{made.map, made.widget};
        };
    }
    mDispatch = new DispatchWorkspace(mParts.district, mParts.cases, desk);
    mDispatch->panel().setPersonal(mParts.personal);
    connect(mDispatch, &DispatchWorkspace::mapRequested, this, &MainWindow::showCaseOnMap);
    connect(mDispatch, &DispatchWorkspace::messageRequested, this, &MainWindow::showMessage);
    if (mGuard != nullptr) {
        connect(mGuard, &DeskGuard::coveredChanged, mDispatch, &DispatchWorkspace::setCovered);
        mDispatch->setCovered(mGuard->isCovered());
    }
}

void MainWindow::restoreTornOff()
{
    if (mParts.memory == nullptr) {
        return;
    }
    const QString text = mParts.memory->kept(DeskMemory::kSeat, kTornOff);
    const QJsonObject kept = QJsonDocument::fromJson(text.toUtf8()).object();
    for (const QString &id : screens()) {
        if (!kept.contains(id)) {
            continue;
        }
        workspace(id);
        mHost->setGeometryOf(
            id,
            QByteArray::fromBase64(kept.value(id).toObject().value("at"_L1).toString().toLatin1()));
        if (kept.value(id).toObject().value("open"_L1).toBool()) {
            mHost->tearOff(id);
        }
    }
}

void MainWindow::keepTornOff()
{
    if (mParts.memory == nullptr) {
        return;
    }
    QJsonObject kept;
    for (const QString &id : mHost->pages()) {
        const QByteArray at = mHost->geometryOf(id);
        if (!at.isEmpty()) {
            kept.insert(id,
                        QJsonObject{{u"at"_s, QString::fromLatin1(at.toBase64())},
                                    {u"open"_s, mHost->isTornOff(id)}});
        }
    }
    mParts.memory->keep(DeskMemory::kSeat,
                        kTornOff,
                        QString::fromUtf8(QJsonDocument(kept).toJson(QJsonDocument::Compact)));
}

} // namespace gridward
