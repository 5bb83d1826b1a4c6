// SPDX-License-Identifier: GPL-3.0-or-later
// The folder of the shown case, out of its page.
#include "models/domain/lateranswer.h"
#include "models/service/districtport.h"
#include "ui/casepage/caseworkspace.h"
#include "ui/casepage/folderpaper.h"
#include "ui/panels/answer.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QPushButton>
#include <QStandardPaths>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace gridward {

void CaseWorkspace::askForFolder()
{
    if (!mDossier || !mFolder->isEnabled()) {
        return;
    }
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString name = tr("case-%1.pdf").arg(mDossier->file.subject.number);
    auto *dialog = new QFileDialog(this, tr("Case folder"), folder);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave); // it asks before it replaces
    dialog->setDefaultSuffix(u"pdf"_s);
    dialog->setNameFilters({tr("PDF files (*.pdf)")});
    dialog->selectFile(name);
    connect(dialog, &QFileDialog::fileSelected, this, &CaseWorkspace::writeFolder);
    dialog->open();
}

void CaseWorkspace::writeFolder(const QString &path)
{
    if (!mShown || mDesk.dossiers == nullptr || mIsWriting) {
        return;
    }
    mIsWriting = true;
    mFolder->setEnabled(false);
    whenAnswered(
        mDesk.dossiers->takeFolder(*mShown, path),
        mDistrict,
        this,
        [this, path](const Result<FolderGrant> &grant) {
            if (!grant) {
                tellFolder(path, grant.error().message, false);
                return;
            }
            // The words here, where the language is; the pages beside the window.
            const CaseFolder folder = makeCaseFolder(grant.value().dossier, grant.value().stamp);
            QFuture<Result<WrittenFolder>> done = onPool<Result<WrittenFolder>>(
                [folder, path] { return writeCaseFolder(folder, path); });
            whenAnswered(done, mDistrict, this, [this, path](const Result<WrittenFolder> &written) {
                if (!written) {
                    tellFolder(path, written.error().message, false);
                    return;
                }
                tellFolder(path,
                           tr("%n page(s) with the files inside were written to %1.",
                              nullptr,
                              written.value().pages)
                               .arg(QDir::toNativeSeparators(path)),
                           true);
            });
        });
}

void CaseWorkspace::tellFolder(const QString &path, const QString &text, bool isDone)
{
    mIsWriting = false;
    mFolder->setEnabled(mDossier.has_value());
    Message message{isDone ? Message::Level::Success : Message::Level::Error, text};
    if (isDone) {
        message.actionText = tr("Open folder");
        message.action = [folder = QFileInfo(path).absolutePath()] {
            QDesktopServices::openUrl(QUrl::fromLocalFile(folder));
        };
    }
    emit messageRequested(message);
    emit folderDone();
}

} // namespace gridward
