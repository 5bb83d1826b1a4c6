// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/renderjob.h"

#include "app/commands/commandio.h"
#include "app/picturelog.h"
#include "gis/heat/asidefile.h"
#include "gis/print/stamping.h"
#include "models/domain/dutyroster.h"
#include "models/service/auditdesk.h"
#include "models/service/districtservice.h"
#include "models/view/wall/wallwords.h"
#include "ui/shell/mainwindow.h"
#include "ui/workspaces/wallworkspace.h"

#include <QBuffer>
#include <QCursor>
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

#include <cerrno>
#include <cmath>
#include <cstdio>
#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr std::chrono::milliseconds kLook{10};
constexpr int kQuietLooks = 3;

} // namespace

RenderJob::RenderJob(RenderOrder order, MainWindow &window, MapPort &map, DistrictService &district)
    : mOrder(std::move(order))
    , mWindow(window)
    , mMap(map)
    , mDistrict(district)
{
    mPatience.setSingleShot(true);
    mPatience.setInterval(kPatience);
    connect(&mPatience, &QTimer::timeout, this, [this] {
        say(tr(
            "The picture was not complete after five minutes. Draw less, or a smaller picture."));
        if (mRepeat.isActive()) {
            mDue = false; // a log goes on with the next one
            mLook.stop();
            return;
        }
        emit finished(ExitStatus::Failed);
    });
    connect(&mMap, &MapPort::filesAdded, this, &RenderJob::takeFiles);
    connect(&mDistrict, &DistrictService::failed, this, &RenderJob::fail);
    mLook.setInterval(kLook);
    connect(&mLook, &QTimer::timeout, this, &RenderJob::lookWhetherComplete);
    if (mOrder.every) {
        mRepeat.setInterval(*mOrder.every);
        connect(&mRepeat, &QTimer::timeout, this, &RenderJob::drawAgain);
    }
}

void RenderJob::start(const QStringList &files, bool hasStore)
{
    const QSizeF logical = QSizeF(mOrder.size) / mOrder.scale;
    mWindow.resize(static_cast<int>(std::ceil(logical.width())),
                   static_cast<int>(std::ceil(logical.height())));
    mWindow.showScreen(mOrder.screen);
    mWindow.setBare(mOrder.screen == "wall"_L1);
    if (takesTurns()) {
        mWindow.wall()->setTurnsByHand();
    }
    // Not under the mouse pointer, which would light up what lies there.
    QCursor::setPos(-100, -100);
    mWindow.move(0, 0);
    mWindow.show();
    mPatience.start();
    mLook.start();
    mHasStore = hasStore;
    mAwaited = (hasStore ? 1 : 0) + (files.isEmpty() ? 0 : 1);
    mMap.addFiles(files);
}

void RenderJob::drawAgain()
{
    if (mDue) {
        return; // the last one takes longer than that: it would never be complete
    }
    mDue = true;
    mQuiet = 0;
    mPatience.start();
    mLook.start();
    if (mHasStore) {
        mDistrict.readAgain();
    }
    if (takesTurns()) {
        mWindow.wall()->nextTurn();
    }
    if (mOrder.screen == "wall"_L1) {
        mWindow.wall()->readAgain(); // with a map of its own
    } else {
        mMap.reload();
    }
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
        mLook.stop();
        emit finished(ExitStatus::Failed);
    }
}

void RenderJob::fail(const Error &error)
{
    say(error.message);
    // A picture of yesterday would be believed: better none, and the reason.
    mDue = false;
    mLook.stop();
    mPatience.stop();
    if (!mRepeat.isActive()) {
        emit finished(statusOf(error));
    }
}

void RenderJob::lookWhetherComplete()
{
    const bool busy =
        !mLoaded || !mDue || mMap.isBusy() || !mWindow.isSettled() || (mProbe && mProbe());
    if (!busy && !mSceneShown && !mOrder.scene.isEmpty()) {
        // Only now is it known who looks at it, and what they may see.
        mSceneShown = true;
        if (!mWindow.showScene(mOrder.scene)) {
            mLook.stop();
            mPatience.stop();
            say(tr("The screen “%1” has no scene “%2”, or not for this user.")
                    .arg(mOrder.screen, mOrder.scene));
            emit finished(ExitStatus::WrongUsage);
            return;
        }
        mQuiet = 0;
        return;
    }
    // The layout may still move by what just came; that would start another picture.
    mQuiet = busy ? 0 : mQuiet + 1;
    if (mQuiet >= kQuietLooks) {
        mLook.stop();
        mDue = false;
        mQuiet = 0;
        paint();
    }
}

void RenderJob::paint()
{
    mPatience.stop();
    if (!mHasStore) {
        writeStamped({});
        return;
    }
    // At the time of the picture: the same order gives the same bytes.
    const AuditActor by{mDistrict.user().name, mDistrict.origin(), mDistrict.clock().now()};
    mDistrict.askStore<Stamp>([by](Store &store) { return stampOf(store, by); })
        .then(this, [this](const Result<Stamp> &stamp) {
            if (stamp) {
                writeStamped(stamp.value());
            } else {
                fail(stamp.error());
            }
        });
}

void RenderJob::writeStamped(const Stamp &stamp)
{
    sayWhatIsCut();
    const Result<void> written = mOrder.every ? writeNext(stamp) : write(mOrder.out, stamp);
    if (!written) {
        say(written.error().message);
        if (!mRepeat.isActive()) {
            emit finished(ExitStatus::Failed);
        } // else the next one may find room again
        return;
    }
    if (mOrder.every) {
        if (!mRepeat.isActive()) {
            mRepeat.start();
        }
        return;
    }
    emit finished(mReport.refused.isEmpty() ? ExitStatus::Done : ExitStatus::PartlyRejected);
}

Result<void> RenderJob::writeNext(const Stamp &stamp)
{
    // By the clock on the wall of those who read the report.
    const Instant now = mDistrict.clock().now();
    const QDateTime moment = localTime(now, timeZoneNamed(mDistrict.info().timeZone));
    const QString scene = mOrder.screen == "wall"_L1 ? mWindow.wall()->shown().scene : mOrder.scene;
    const PictureLog log(mOrder.outDir, mOrder.screen, mOrder.keep);
    const QString path = log.pathFor(moment, scene);
    if (const Result<void> written = write(path, stamp); !written) {
        return written;
    }
    return log.add(
        path, moment, scene, mCounter ? std::optional(mCounter()) : std::optional<CaseCounts>());
}

bool RenderJob::takesTurns() const
{
    return mOrder.every && mOrder.screen == "wall"_L1 && mOrder.scene.isEmpty();
}

void RenderJob::sayWhatIsCut() const
{
    const QSizeF asked = QSizeF(mOrder.size) / mOrder.scale;
    const QSize needed = mWindow.size();
    if (needed.width() > std::ceil(asked.width()) || needed.height() > std::ceil(asked.height())) {
        say(tr("The screen needs %1 × %2 pixels: the picture is cut.")
                .arg(std::ceil(needed.width() * mOrder.scale))
                .arg(std::ceil(needed.height() * mOrder.scale)));
    }
}

Result<void> RenderJob::write(const QString &path, const Stamp &stamp) const
{
    QImage image(mOrder.size, QImage::Format_RGB32);
    image.setDevicePixelRatio(mOrder.scale);
    image.fill(mWindow.palette().color(QPalette::Window));
    mWindow.render(&image);
    stampImage(image, stamp);

    if (!mOrder.outDir.isEmpty() && !QDir().mkpath(mOrder.outDir)) {
        return Error{ErrorCode::Unreadable,
                     tr("The folder “%1” cannot be made: a file may have its name, or you may not "
                        "write there.")
                         .arg(mOrder.outDir),
                     {}};
    }
    // Written aside and renamed: whoever looks at the file never sees half a picture.
    QByteArray picture;
    QBuffer buffer(&picture);
    if (!QImageWriter(&buffer, "png").write(image)) {
        return Error{ErrorCode::Internal, tr("The picture cannot be packed."), {}};
    }
    errno = 0;
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(picture) != picture.size() ||
        !file.commit()) {
        return fileError(path, errno, file.errorString());
    }
    tell(path);
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
