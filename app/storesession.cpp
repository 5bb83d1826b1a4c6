// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storesession.h"

#include "models/service/mapport.h"
#include "models/service/simulation/liveplayer.h"
#include "models/store/geopackagestore.h"
#include "ui/shell/mainwindow.h"

#include <QLoggingCategory>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {
Q_LOGGING_CATEGORY(sessionLog, "gridward.app.store")

constexpr int kPulse = 100; ///< milliseconds; with the store's own pace within a quarter second
} // namespace

StoreSession::StoreSession(MainWindow &window, MapPort &map, QString baseMapFolder)
    : mWindow(window)
    , mMap(map)
    , mBaseMapFolder(std::move(baseMapFolder))
{
    mPulse.setSingleShot(true);
    mPulse.setInterval(kPulse);
    connect(&mPulse, &QTimer::timeout, this, &StoreSession::readChanged);
    connect(&mStore, &StoreThread::casesChanged, this, &StoreSession::takeChanges);
    connect(&mStore, &StoreThread::manyCasesChanged, this, &StoreSession::readAll);
    connect(&mStore, &StoreThread::tablesChanged, this, [this](const QStringList &tables) {
        if (tables.contains(u"grids"_s) || tables.contains(u"divisions"_s) ||
            tables.contains(u"key_places"_s)) {
            readAll();
        }
    });
    connect(&mStore, &StoreThread::failed, this, &StoreSession::tell);
}

StoreSession::~StoreSession()
{
    mStopPlaying = true;
    if (mPlayer.joinable()) {
        mPlayer.join();
    }
}

void StoreSession::open(const QString &path)
{
    mStore
        .open([path]() -> Result<std::unique_ptr<Store>> {
            Result<std::unique_ptr<GeoPackageStore>> store = GeoPackageStore::open(path);
            if (!store) {
                return store.error();
            }
            return std::unique_ptr<Store>(std::move(store).value());
        })
        .then(this, [this](const Result<StoreInfo> &info) {
            if (info) {
                readAll();
            } else {
                tell(info.error());
            }
        });
}

void StoreSession::playLive(const QString &path,
                            const QString &dataFolder,
                            const QString &catalogueFolder)
{
    mPlayer = std::thread([this, path, dataFolder, catalogueFolder] {
        const auto told = [this](const Error &error) {
            QMetaObject::invokeMethod(this, [this, error] { tell(error); });
        };
        Result<std::unique_ptr<GeoPackageStore>> store = GeoPackageStore::open(path);
        const Result<void> played = store ? gridward::playLive(
                                                *store.value(),
                                                {dataFolder, catalogueFolder},
                                                SystemClock(),
                                                [this] { return !mStopPlaying; },
                                                told)
                                          : Result<void>(store.error());
        if (!played) {
            told(played.error());
        }
    });
}

void StoreSession::readAll()
{
    mStore
        .run<DistrictPicture>([](Store &store) { return readDistrictPicture(store, std::nullopt); })
        .then(this, [this](const Result<DistrictPicture> &picture) {
            if (picture) {
                takePicture(picture.value());
            } else {
                tell(picture.error());
            }
        });
}

void StoreSession::takePicture(DistrictPicture picture)
{
    if (picture.simulated) {
        picture.baseMapFolder = mBaseMapFolder;
    }
    mOpen.clear();
    for (const Case &subject : picture.openCases) {
        mOpen.insert(subject.id.value);
    }
    mWindow.setDistrict(picture.name, picture.simulated, static_cast<int>(picture.grids.size()));
    mWindow.setOpenCases(static_cast<int>(mOpen.size()));
    mMap.showDistrict(picture);
}

void StoreSession::takeChanges(const QList<CaseChange> &changes)
{
    for (const CaseChange &change : changes) {
        mChanged.insert(change.id.value);
    }
    if (!mPulse.isActive()) {
        mPulse.start();
    }
}

void StoreSession::readChanged()
{
    const QSet<QUuid> wanted = std::exchange(mChanged, {});
    mStore
        .run<QList<Case>>([wanted](Store &store) -> Result<QList<Case>> {
            QList<Case> cases;
            for (const QUuid &id : wanted) {
                Result<Case> subject = store.cases().find(CaseId{id});
                if (!subject) {
                    return subject.error();
                }
                cases.append(std::move(subject).value());
            }
            return cases;
        })
        .then(this, [this](const Result<QList<Case>> &cases) {
            if (!cases) {
                tell(cases.error());
                return;
            }
            for (const Case &subject : cases.value()) {
                if (isOpen(subject.state)) {
                    mOpen.insert(subject.id.value);
                } else {
                    mOpen.remove(subject.id.value);
                }
            }
            mWindow.setOpenCases(static_cast<int>(mOpen.size()));
            mMap.updateCases(cases.value());
        });
}

void StoreSession::tell(const Error &error)
{
    qCWarning(sessionLog).noquote() << error.message << error.detail;
    mWindow.showMessage({Message::Level::Error, error.message});
}

} // namespace gridward
