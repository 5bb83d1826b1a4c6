// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/savedanalysisjob.h"

#include "app/commands/commandio.h"
#include "app/renderjob.h"
#include "models/service/districtservice.h"
#include "ui/shell/mainwindow.h"
#include "ui/workspaces/analysisworkspace.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonObject>

#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr std::chrono::milliseconds kLook{10};
constexpr int kQuietLooks = 3;
constexpr QSize kWindow{1600, 1000}; ///< of which a page takes the part that is in view

} // namespace

SavedAnalysisJob::SavedAnalysisJob(SavedAnalysisOrder order,
                                   MainWindow &window,
                                   DistrictService &district)
    : mOrder(std::move(order))
    , mWindow(window)
    , mDistrict(district)
{
    mLook.setInterval(kLook);
    connect(&mLook, &QTimer::timeout, this, &SavedAnalysisJob::look);
    mPatience.setSingleShot(true);
    mPatience.setInterval(RenderJob::kPatience);
    connect(&mPatience, &QTimer::timeout, this, &SavedAnalysisJob::giveUp);
    connect(&mDistrict, &DistrictService::failed, this, [this](const Error &error) {
        say(error.message);
        finish(statusOf(error));
    });
}

void SavedAnalysisJob::start()
{
    mWindow.resize(kWindow);
    mWindow.showScreen(u"analysis"_s);
    mWindow.show();
    mWorkspace = mWindow.analysis();
    connect(mWorkspace, &AnalysisWorkspace::messageRequested, this, &SavedAnalysisJob::takeMessage);
    connect(mWorkspace, &AnalysisWorkspace::exported, this, &SavedAnalysisJob::takeWritten);
    mPatience.start();
    mLook.start();
}

void SavedAnalysisJob::giveUp()
{
    if (mDistrict.state() != StoreState::Live) {
        say(tr("The store did not answer within five minutes. See whether it can be reached, then "
               "try again."));
        finish(ExitStatus::Unreachable);
        return;
    }
    say(tr("The analysis “%1” was not on the map after five minutes. Save it with a shorter period "
           "or a smaller area, then try again.")
            .arg(mOrder.name));
    finish(ExitStatus::Failed);
}

void SavedAnalysisJob::look()
{
    const bool isOpen = mDistrict.state() == StoreState::Live;
    const bool isBusy = !isOpen || !mWorkspace->isSettled() || mProbe();
    mQuiet = isBusy ? 0 : mQuiet + 1;
    if (mQuiet < kQuietLooks) {
        return;
    }
    mQuiet = 0;
    if (mStep == Step::Opening) {
        openAnalysis();
    } else if (mStep == Step::Computing) {
        write();
    }
}

void SavedAnalysisJob::openAnalysis()
{
    mStep = Step::Computing;
    mPatience.start(); // anew: the store took its own time
    mWorkspace->showScene(u"saved:"_s + mOrder.name);
}

void SavedAnalysisJob::write()
{
    if (mWorkspace->state() != AnalysisWorkspace::State::Ready) {
        say(tr("There is no map of the analysis “%1”: none of its cases is here any more, or this "
               "user may not see them.")
                .arg(mOrder.name));
        finish(ExitStatus::Failed);
        return;
    }
    mStep = Step::Writing;
    mPatience.stop();
    if (const QString became = mWorkspace->savedText(); !became.isEmpty()) {
        mRemarks.append(became.split(u'\n'));
    }
    mWorkspace->setExportTitle(mOrder.title);
    if (!mOrder.paper.isEmpty()) {
        mWorkspace->setExportPaper(mOrder.paper);
    }
    mWorkspace->exportTo(mOrder.out);
}

void SavedAnalysisJob::takeMessage(const Message &message)
{
    if (mStep != Step::Computing) {
        return; // what is said of the file comes by takeWritten()
    }
    if (message.level == Message::Level::Error) {
        say(message.text);
        finish(ExitStatus::Failed);
    } else {
        mRemarks.append(message.text);
    }
}

void SavedAnalysisJob::takeWritten(const QString &path, const std::optional<Error> &error)
{
    if (error) {
        say(error->message);
        finish(statusOf(*error));
        return;
    }
    for (const QString &remark : std::as_const(mRemarks)) {
        say(remark);
    }
    say(tr("%1 written.").arg(path));
    if (mOrder.json) {
        printJson(
            QJsonDocument(QJsonObject{{u"analysis"_s, mOrder.name},
                                      {u"files"_s, QJsonArray{QFileInfo(path).absoluteFilePath()}},
                                      {u"remarks"_s, QJsonArray::fromStringList(mRemarks)}}));
    }
    finish(ExitStatus::Done);
}

void SavedAnalysisJob::finish(ExitStatus status)
{
    if (mStep == Step::Done) {
        return;
    }
    mStep = Step::Done;
    mLook.stop();
    mPatience.stop();
    emit finished(status);
}

} // namespace gridward
