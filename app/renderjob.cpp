// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/renderjob.h"

#include "app/commands/commandio.h"
#include "ui/shell/mainwindow.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QImage>
#include <QImageWriter>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPainter>
#include <QSaveFile>

#include <cmath>
#include <cstdio>
#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr std::chrono::minutes kPatience{5};

} // namespace

RenderJob::RenderJob(RenderOrder order, MainWindow &window, MapPort &map)
    : mOrder(std::move(order))
    , mWindow(window)
    , mMap(map)
{
    mPatience.setSingleShot(true);
    mPatience.setInterval(kPatience);
    connect(&mPatience, &QTimer::timeout, this, [this] {
        say(tr(
            "The picture was not complete after five minutes. Draw less, or a smaller picture."));
        emit finished(ExitStatus::Failed);
    });
    connect(&mMap, &MapPort::filesAdded, this, &RenderJob::takeFiles);
    connect(&mMap, &MapPort::pictureCompleted, this, &RenderJob::paintWhenComplete);
    if (mOrder.every) {
        mRepeat.setInterval(*mOrder.every);
        connect(&mRepeat, &QTimer::timeout, this, &RenderJob::drawAgain);
    }
}

void RenderJob::start(const QStringList &files, const std::optional<DistrictPicture> &district)
{
    const QSizeF logical = QSizeF(mOrder.size) / mOrder.scale;
    mWindow.resize(static_cast<int>(std::ceil(logical.width())),
                   static_cast<int>(std::ceil(logical.height())));
    mWindow.showScreen(mOrder.screen);
    mWindow.show();
    mPatience.start();
    mAwaited = (district ? 1 : 0) + (files.isEmpty() ? 0 : 1);
    if (district) {
        showDistrict(*district);
    }
    mMap.addFiles(files);
}

void RenderJob::showDistrict(const DistrictPicture &district)
{
    mWindow.setDistrict(district.name, district.simulated, static_cast<int>(district.grids.size()));
    mWindow.setOpenCases(static_cast<int>(district.openCases.size()));
    mMap.showDistrict(district);
}

void RenderJob::drawAgain()
{
    if (mSource) {
        const Result<DistrictPicture> district = mSource();
        if (!district) {
            // A picture of yesterday would be believed: better none, and the reason.
            say(district.error().message);
            return;
        }
        showDistrict(district.value());
    }
    mDue = true;
    mPatience.start();
    mMap.reload(); // pictureCompleted() follows
}

void RenderJob::takeFiles(const LoadReport &report)
{
    mReport.layers += report.layers;
    mReport.refused += report.refused;
    mReport.assumptions += report.assumptions;
    mLoaded = --mAwaited <= 0;
    // What a person would read in the window goes to standard error; the picture shows the map.
    while (mWindow.messages().count() > 0) {
        mWindow.messages().closeCurrent();
    }
    for (const QString &assumption : report.assumptions) {
        say(assumption);
    }
    for (const Error &error : report.refused) {
        say(error.message);
    }
    if (mLoaded && mReport.layers.isEmpty()) {
        mPatience.stop();
        emit finished(ExitStatus::Failed);
        return;
    }
    paintWhenComplete();
}

void RenderJob::paintWhenComplete()
{
    if (mLoaded && mDue && !mMap.isBusy()) {
        mDue = false;
        // The layout may still move by what just changed; that would start another picture.
        QTimer::singleShot(0, this, &RenderJob::paint);
    }
}

void RenderJob::paint()
{
    if (mMap.isBusy()) {
        mDue = true;
        return;
    }
    mPatience.stop();
    QString path = mOrder.out;
    if (mOrder.every) {
        const QString stamp = QDateTime::currentDateTime().toString(u"yyyyMMdd-HHmmss"_s);
        path = QDir(mOrder.outDir).filePath(u"%1-%2.png"_s.arg(mOrder.screen, stamp));
    }
    const Result<void> written = write(path);
    if (!written) {
        say(written.error().message);
        emit finished(ExitStatus::Failed);
        return;
    }
    tell(path);
    if (mOrder.every) {
        if (!mRepeat.isActive()) {
            mRepeat.start();
        }
        return;
    }
    emit finished(mReport.refused.isEmpty() ? ExitStatus::Done : ExitStatus::PartlyRejected);
}

Result<void> RenderJob::write(const QString &path) const
{
    QImage image(mOrder.size, QImage::Format_RGB32);
    image.setDevicePixelRatio(mOrder.scale);
    image.fill(mWindow.palette().color(QPalette::Window));
    mWindow.render(&image);

    if (!mOrder.outDir.isEmpty() && !QDir().mkpath(mOrder.outDir)) {
        return Error{
            ErrorCode::Unreadable, tr("The folder “%1” cannot be made.").arg(mOrder.outDir), {}};
    }
    // Written aside and renamed: whoever looks at the file never sees half a picture.
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly)) {
        return Error{ErrorCode::Unreadable,
                     tr("“%1” cannot be written: %2.").arg(path, file.errorString()),
                     {}};
    }
    QImageWriter writer(&file, "png");
    if (!writer.write(image) || !file.commit()) {
        return Error{ErrorCode::Unreadable,
                     tr("“%1” cannot be written: %2.").arg(path, file.errorString()),
                     writer.errorString()};
    }
    return {};
}

void RenderJob::tell(const QString &path) const
{
    if (!mOrder.json) {
        return;
    }
    QJsonArray refused;
    for (const Error &error : mReport.refused) {
        refused.append(error.message);
    }
    const QJsonObject object{{u"out"_s, QFileInfo(path).absoluteFilePath()},
                             {u"screen"_s, mOrder.screen},
                             {u"width"_s, mOrder.size.width()},
                             {u"height"_s, mOrder.size.height()},
                             {u"layers"_s, QJsonArray::fromStringList(mReport.layers)},
                             {u"refused"_s, refused}};
    std::fputs(QJsonDocument(object).toJson(QJsonDocument::Compact).constData(), stdout);
    std::fputc('\n', stdout);
    std::fflush(stdout);
}

} // namespace gridward
