// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storesession.h"

#include "gis/heat/heatlayers.h"
#include "models/service/analysisport.h"
#include "models/service/mapport.h"
#include "models/service/simulation/liveplayer.h"
#include "models/store/storeopening.h"
#include "models/view/livecases.h"
#include "ui/notify/messagebar.h"
#include "ui/shell/mainwindow.h"

#include <QLoggingCategory>
#include <QPointer>

#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {
Q_LOGGING_CATEGORY(sessionLog, "gridward.app.store")

/** The same in all but the cases, and the moment. */
bool isSameGround(const DistrictPicture &one, const DistrictPicture &other)
{
    return one.name == other.name && one.simulated == other.simulated &&
           one.divisions == other.divisions && one.grids == other.grids &&
           one.keyPlaces == other.keyPlaces && one.managers == other.managers &&
           one.baseMapFolder == other.baseMapFolder;
}

constexpr std::chrono::milliseconds kNap{200};
constexpr int kNaps = 5; ///< until a store that is away is tried again, as the district does

/** A store that is not there may be there later: a drive that is not mounted yet. */
Error asAway(Error error)
{
    if (error.code == ErrorCode::NotFound) {
        error.code = ErrorCode::Unreachable;
    }
    return error;
}

void napUnless(const std::atomic<bool> &isStopped)
{
    for (int nap = 0; nap < kNaps && !isStopped; ++nap) {
        std::this_thread::sleep_for(kNap);
    }
}
} // namespace

StoreSession::StoreSession(MainWindow &window,
                           DistrictService &district,
                           LiveCases &cases,
                           QString baseMapFolder,
                           bool isHeadless)
    : mWindow(window)
    , mDistrict(district)
    , mCases(cases)
    , mBaseMapFolder(std::move(baseMapFolder))
    , mIsHeadless(isHeadless)
{
    connect(&mDistrict, &DistrictService::pictureRead, this, &StoreSession::takePicture);
    connect(&mDistrict, &DistrictService::casesRead, this, &StoreSession::takeCases);
    connect(&mDistrict, &DistrictService::staffChanged, this, &StoreSession::readStaff);
    connect(&mDistrict, &DistrictService::failed, this, &StoreSession::tell);
    connect(&mDistrict, &DistrictService::stateChanged, this, [this](StoreState state) {
        if (state == StoreState::Stale || state == StoreState::Failed) {
            mIsOutage = true;
        }
        // Somebody has to sign in, did so, or took another store.
        const bool isAnew = state == StoreState::Opening || state == StoreState::SignedOut;
        if ((state != StoreState::Live && !isAnew) || !std::exchange(mIsOutage, false)) {
            return;
        }
        for (const QString &text : std::exchange(mOutage, {})) {
            mWindow.messages().withdraw(text); // it would stay, and is over
        }
        if (!isAnew && !mWindow.isBareWall()) {
            mWindow.showMessage({Message::Level::Success,
                                 tr("The store answers again. What is shown is up to date.")});
        }
    });
}

StoreSession::~StoreSession()
{
    mStopPlaying = true;
    if (mPlayer.joinable()) {
        mPlayer.join();
    }
}

void StoreSession::addMap(MapPort &map)
{
    mMaps.append(&map);
    connect(&map, &QObject::destroyed, this, [this, gone = &map] { mMaps.removeAll(gone); });
    map.setClock(mDistrict.clock());
    connect(&map,
            &MapPort::componentsWanted,
            this,
            [this, asking = QPointer(&map)](const GeoExtent &extent, int limit) {
                mDistrict.components(extent, limit)
                    .then(this, [this, asking](const Result<QList<Component>> &components) {
                        if (!components) {
                            tellOfAnswer(components.error());
                        } else if (asking) {
                            asking->setComponents(components.value());
                        }
                    });
            });
    connect(&mDistrict, &DistrictService::componentsChanged, &map, &MapPort::forgetComponents);
    if (mHasPicture) {
        DistrictPicture picture = mPicture;
        picture.openCases = mCases.all().values();
        map.showDistrict(picture);
        readStaff();
    }
}

std::optional<GeoPoint> StoreSession::middle() const
{
    const std::optional<GeoExtent> extent = extentOf(mPicture);
    return extent ? std::optional(GeoPoint{(extent->west + extent->east) / 2.0,
                                           (extent->south + extent->north) / 2.0})
                  : std::nullopt;
}

void StoreSession::setAnalysis(AnalysisPort &analysis)
{
    mAnalysis = &analysis;
    if (mHasPicture) {
        mAnalysis->setDistrict(mPicture);
    }
}

void StoreSession::open(const QString &path, const DistrictService::Seat &seat)
{
    mReader.reset();
    mDistrict.open([path] { return openStore(path); }, seat);
}

void StoreSession::playLive(const QString &path,
                            const QString &dataFolder,
                            const QString &catalogueFolder)
{
    mPlayer = std::thread([this, path, folders = LiveFolders{dataFolder, catalogueFolder}] {
        Result<void> played = playOnce(path, folders);
        bool isLogged = false;
        while (!played && played.error().code == ErrorCode::Unreachable && !mStopPlaying) {
            if (!std::exchange(isLogged, true)) { // the district tells it in the window
                qCWarning(sessionLog).noquote()
                    << "nothing is played yet:" << played.error().message << played.error().detail;
            }
            napUnless(mStopPlaying);
            played = playOnce(path, folders);
        }
        if (!played) {
            QMetaObject::invokeMethod(this, [this, error = played.error()] { tell(error); });
        }
    });
}

Result<void> StoreSession::playOnce(const QString &path, const LiveFolders &folders)
{
    Result<std::unique_ptr<Store>> store = openStore(path);
    if (!store) {
        return asAway(store.error());
    }
    const std::unique_ptr<Store> played = std::move(store).value();
    const auto told = [this, &played](const Error &error) {
        if (!played->isCutOff()) { // else the district tells it
            QMetaObject::invokeMethod(this, [this, error] { tell(error); });
        }
    };
    return gridward::playLive(
        *played, folders, mDistrict.clock(), [this] { return !mStopPlaying; }, told);
}

void StoreSession::takePicture(DistrictPicture picture)
{
    if (picture.simulated) {
        picture.baseMapFolder = mBaseMapFolder;
    }
    // Read again for the same person, it is told as what has changed: nothing loses its choice, and
    // no map draws a hundred thousand symbols anew for nothing.
    const bool isRenewed = mReader == mDistrict.user();
    // One that is drawn into a file shows the moment of the picture: it is told each.
    const bool isSameMap = isRenewed && mHasPicture && !mIsHeadless && !mCases.all().isEmpty() &&
                           isSameGround(picture, mPicture);
    QList<Case> changes;
    if (isRenewed) {
        const auto heard =
            connect(&mCases, &LiveCases::changed, this, [&changes](const QList<Case> &cases) {
                changes += cases;
            });
        mCases.renew(picture.openCases);
        disconnect(heard);
    } else {
        mCases.reset(picture.openCases);
    }
    mReader = mDistrict.user();
    mWindow.setDistrict(picture.name, picture.simulated, static_cast<int>(picture.grids.size()));
    mWindow.setOpenCases(static_cast<int>(mCases.all().size()));
    for (MapPort *map : std::as_const(mMaps)) {
        if (!isSameMap) {
            map->showDistrict(picture);
        } else if (!changes.isEmpty()) {
            map->updateCases(changes);
        }
    }
    picture.openCases.clear();
    mPicture = std::move(picture);
    mHasPicture = true;
    if (mAnalysis != nullptr) {
        mAnalysis->setDistrict(mPicture);
    }
    readStaff();
}

void StoreSession::takeCases(const QList<Case> &cases)
{
    mCases.update(cases);
    mWindow.setOpenCases(static_cast<int>(mCases.all().size()));
    for (MapPort *map : std::as_const(mMaps)) {
        map->updateCases(cases);
    }
}

void StoreSession::readStaff()
{
    if (mDistrict.user().name.isEmpty()) {
        return; // nobody is shown anything
    }
    mDistrict.staffOnDuty().then(this, [this](const Result<QList<StaffMark>> &staff) {
        if (!staff) {
            tellOfAnswer(staff.error());
            return;
        }
        for (MapPort *map : std::as_const(mMaps)) {
            map->setStaff(staff.value());
        }
    });
}

void StoreSession::tellOfAnswer(const Error &error)
{
    // Nobody asked for it by hand: that the store is out of reach is told once, by its state.
    if (error.code != ErrorCode::Unreachable) {
        tell(error);
    }
}

void StoreSession::tell(const Error &error)
{
    qCWarning(sessionLog).noquote() << error.message << error.detail;
    if (mDistrict.state() == StoreState::Stale && mWindow.isBareWall()) {
        return; // its head says so, for as long as it is so
    }
    mIsOutage = mIsOutage || error.code == ErrorCode::SignInNeeded; // until it is let in again
    if (mIsOutage) {
        mOutage.append(error.message);
    }
    mWindow.showMessage({Message::Level::Error, error.message});
}

} // namespace gridward
