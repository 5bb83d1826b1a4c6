// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspaces/stepseries.h"

#include "ui/panels/playbar.h"

#include <QDir>
#include <QFileInfo>

#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

StepSeries::StepSeries(PlayBar &bar, QObject *parent)
    : QObject(parent)
    , mBar(bar)
{
}

QString StepSeries::pathOf(int step) const
{
    // As "gridward heatmap --every" calls them.
    return QDir(mFolder).filePath(u"heat-%1.png"_s.arg(mBar.firstDay(step)));
}

Result<void> StepSeries::start(const QString &folder)
{
    mFolder = folder;
    mCount = mBar.stepCount();
    mWritten = 0;
    for (int step = 0; step < mCount; ++step) {
        if (QFileInfo::exists(pathOf(step))) {
            return Error{ErrorCode::Conflict,
                         tr("“%1” is there already. Choose an empty folder, or take the old "
                            "pictures away.")
                             .arg(QDir::toNativeSeparators(pathOf(step))),
                         {}};
        }
    }
    mBefore = mBar.shownStep();
    mBar.pause();
    mIsRunning = mCount > 0;
    if (mIsRunning) {
        emit progressed();
        show(0);
    }
    return {};
}

void StepSeries::show(int step)
{
    if (mBar.shownStep() == step) {
        takeShown();
    } else {
        mBar.showStep(step); // takeShown() follows
    }
}

void StepSeries::takeShown()
{
    if (mIsRunning && !mIsWriting && mBar.shownStep() == mWritten) {
        mIsWriting = true;
        emit pictureWanted(pathOf(mWritten));
    }
}

void StepSeries::takeWritten(const std::optional<Error> &error)
{
    if (!mIsRunning) {
        return;
    }
    mIsWriting = false;
    mWritten += error ? 0 : 1;
    emit progressed();
    if (error || mWhy) {
        const std::optional<Error> why = std::exchange(mWhy, std::nullopt);
        end(why ? why : error);
    } else if (mWritten == mCount) {
        end(std::nullopt);
    } else {
        show(mWritten);
    }
}

void StepSeries::stop(const Error &error)
{
    if (mIsWriting) {
        mWhy = error;
    } else if (mIsRunning) {
        end(error);
    }
}

void StepSeries::end(const std::optional<Error> &error)
{
    mIsRunning = false;
    mBar.showStep(mBefore);
    emit ended(error);
}

} // namespace gridward
