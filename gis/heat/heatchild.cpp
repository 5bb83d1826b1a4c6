// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/heat/heatchild.h"

#include "gis/heat/asidefile.h"
#include "gis/heat/heatsheet.h"
#include "gis/heat/heattask.h"

#include <QFileInfo>
#include <QLocale>
#include <QTemporaryDir>

#include <csignal>
#include <sys/prctl.h>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

/** What the program of the child puts before its words. */
const auto kSpeaker = u"gridward: "_s;

QString languageCode()
{
    return QLocale().language() == QLocale::Chinese ? u"zh_CN"_s : u"en"_s;
}

} // namespace

HeatChild::HeatChild(QObject *parent)
    : QObject(parent)
{
    connect(&mProcess, &QProcess::readyReadStandardOutput, this, &HeatChild::readProgress);
    connect(&mProcess, &QProcess::finished, this, &HeatChild::end);
    connect(&mProcess, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) {
            end(); // finished() does not come
        }
    });
    // Should the window crash, nobody would wait for the file any more.
    mProcess.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
}

HeatChild::~HeatChild()
{
    mProcess.disconnect(this);
    if (mProcess.state() != QProcess::NotRunning) {
        mProcess.kill();
        mProcess.waitForFinished();
    }
}

bool HeatChild::isBig(const HeatHandover &handover)
{
    if (handover.order.format == HeatFormat::Svg || !holdsTwo(handover.order.format)) {
        return true;
    }
    if (handover.isPage()) {
        return pixelsOf(handover.order.paper, handover.order.dpi) > kBigPixels;
    }
    const auto cells = static_cast<qint64>(handover.surface.values.size());
    return (handover.other ? 2 * cells : cells) > kBigCells;
}

void HeatChild::start(const QString &program, const HeatHandover &handover)
{
    Result<std::unique_ptr<AsideFile>> file = AsideFile::beside(handover.order.path);
    mFolder = std::make_unique<QTemporaryDir>();
    const QString order = mFolder->filePath(u"order"_s);
    Result<void> put = file ? Result<void>() : Result<void>(file.error());
    if (put) {
        mFile = std::move(file).value();
        HeatHandover aside = handover;
        aside.order.path = mFile->path();
        mBeside = namesBeside(handover, QFileInfo(mFile->path()).fileName());
        put = mFolder->isValid() ? putHandover(aside, order)
                                 : Result<void>(fileError(order, 0, mFolder->errorString()));
    }
    if (!put) {
        QMetaObject::invokeMethod(
            this, [this, error = put.error()] { tell(error); }, Qt::QueuedConnection);
        return;
    }
    mProcess.start(program, {u"heatmap"_s, u"--handed-over"_s, order, u"--lang"_s, languageCode()});
}

void HeatChild::cancel()
{
    mIsCancelled = true;
    mProcess.kill();
}

void HeatChild::readProgress()
{
    while (mProcess.canReadLine()) {
        bool isNumber = false;
        const int percent = mProcess.readLine().trimmed().toInt(&isNumber);
        if (isNumber) {
            emit progressed(percent);
        }
    }
}

std::optional<Error> HeatChild::outcome()
{
    if (mIsCancelled) {
        return Error{ErrorCode::Cancelled, tr("The export was stopped."), {}};
    }
    if (mProcess.error() == QProcess::FailedToStart) {
        return Error{ErrorCode::Internal,
                     tr("The export could not be started. Install the program anew, or choose a "
                        "smaller page."),
                     mProcess.errorString()};
    }
    const QString told = QString::fromUtf8(mProcess.readAllStandardError()).trimmed();
    if (mProcess.exitStatus() == QProcess::CrashExit) {
        return Error{ErrorCode::Internal,
                     tr("The export ended unexpectedly, and nothing was written. Try again; if it "
                        "happens again, choose a smaller page or larger cells."),
                     told};
    }
    if (mProcess.exitCode() != 0) {
        const QString last = told.section(u'\n', -1);
        return Error{ErrorCode::Internal,
                     last.startsWith(kSpeaker) ? last.mid(kSpeaker.size()) : last,
                     told};
    }
    for (const QString &name : std::as_const(mBeside)) {
        if (const Result<void> placed = mFile->putBeside(name); !placed) {
            return placed.error();
        }
    }
    const Result<void> placed = mFile->putInPlace();
    return placed ? std::nullopt : std::optional(placed.error());
}

void HeatChild::end()
{
    tell(outcome());
}

void HeatChild::tell(const std::optional<Error> &error)
{
    if (std::exchange(mIsDone, true)) {
        return;
    }
    mFile.reset();
    mFolder.reset();
    emit done(error);
}

} // namespace gridward
