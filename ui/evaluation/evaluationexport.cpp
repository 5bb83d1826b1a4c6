// SPDX-License-Identifier: GPL-3.0-or-later
// What leaves the workspace `evaluation`: tables, workbooks, paper.
#include "models/domain/lateranswer.h"
#include "models/service/auditport.h"
#include "models/service/districtport.h"
#include "models/service/evaluationfile.h"
#include "ui/evaluation/evaluationprinting.h"
#include "ui/evaluation/evaluationworkspace.h"
#include "ui/panels/answer.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace gridward {

void EvaluationWorkspace::chooseFile(const QString &suffix)
{
    if (mDialog) {
        mDialog->raise();
        mDialog->activateWindow();
        return;
    }
    if (mFolder.isEmpty()) {
        mFolder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    }
    mDialog = new QFileDialog(this, tr("Export the figures"), mFolder);
    mDialog->setAttribute(Qt::WA_DeleteOnClose);
    mDialog->setModal(false);
    mDialog->setAcceptMode(QFileDialog::AcceptSave);
    mDialog->setFileMode(QFileDialog::AnyFile);
    mDialog->setDefaultSuffix(suffix);
    mDialog->setNameFilter(u"%1 (*.%2)"_s.arg(suffix.toUpper(), suffix));
    mDialog->selectFile(u"evaluation-%1-%2.%3"_s.arg(
        toId(mOrder.level), mOrder.period.toText().replace(u".."_s, u"_"_s), suffix));
    connect(mDialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        mFolder = QFileInfo(path).absolutePath();
        exportTo(path);
    });
    mDialog->show();
}

void EvaluationWorkspace::exportTo(const QString &path)
{
    const bool isPaper = path.endsWith(".pdf"_L1, Qt::CaseInsensitive);
    const OutputNote note{isPaper ? AuditKind::Print : AuditKind::Export,
                          Thing::Statistics,
                          u"evaluation"_s,
                          path,
                          mEvaluation.now.rows.size()};
    ++mWaiting;
    whenAnswered(
        mAudit.noteOutput(note), mDistrict, this, [this, path](const Result<Stamp> &stamp) {
            --mWaiting;
            if (!stamp) {
                emit messageRequested({Message::Level::Error, stamp.error().message});
                return;
            }
            write(path, stamp.value());
        });
}

void EvaluationWorkspace::write(const QString &path, const Stamp &stamp)
{
    const QString district = mDistrict.info().name;
    const bool isSimulated = mDistrict.info().isSimulated();
    ++mWaiting;
    QFuture<Result<void>> done = onPool<Result<void>>([path,
                                                       stamp,
                                                       district,
                                                       isSimulated,
                                                       evaluation = mEvaluation,
                                                       writeTables =
                                                           mWriteTables]() -> Result<void> {
        const QString suffix = QFileInfo(path).suffix().toLower();
        if (suffix == "pdf"_L1) {
            const Result<int> pages = printEvaluation(
                {evaluation.now, district, isSimulated, evaluation.before, evaluation.yearBefore},
                stamp,
                path);
            return pages ? Result<void>() : Result<void>(pages.error());
        }
        if (suffix == "csv"_L1) {
            return writeFigures(
                evaluation.now, {true, true, true, true}, CsvReader::People, stamp, path);
        }
        return writeTables(evaluationBook(evaluation.now, district, isSimulated, stamp), path);
    });
    whenAnswered(done, mDistrict, this, [this, path](const Result<void> &written) {
        --mWaiting;
        emit messageRequested(
            written ? Message{Message::Level::Success,
                              tr("“%1” was written.").arg(QDir::toNativeSeparators(path))}
                    : Message{Message::Level::Error, written.error().message});
    });
}

} // namespace gridward
