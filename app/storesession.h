// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/districtpicture.h"
#include "models/store/storethread.h"

#include <QObject>
#include <QPointer>
#include <QString>
#include <QTimer>

#include <atomic>
#include <thread>

namespace gridward {

class MainWindow;
class MapPort;

/**
 * Keeps window and map in step with a store: opens it on its thread, shows the district, then every
 * change, from here or from another program. GUI thread; window and map must outlive it.
 */
class StoreSession final : public QObject
{
    Q_OBJECT
public:
    StoreSession(MainWindow &window, MapPort &map, QString baseMapFolder);
    ~StoreSession() override;

    void open(const QString &path);
    /** Plays simulated reports into the store, on a thread and a connection of their own. */
    void playLive(const QString &path, const QString &dataFolder, const QString &catalogueFolder);

private:
    void readAll();
    void takePicture(DistrictPicture picture);
    void takeChanges(const QList<CaseChange> &changes);
    void readChanged();
    void tell(const Error &error);

    MainWindow &mWindow;
    MapPort &mMap;
    QString mBaseMapFolder;
    StoreThread mStore;
    QSet<QUuid> mOpen;    ///< open cases, to be counted
    QSet<QUuid> mChanged; ///< to be read at the next pulse
    QTimer mPulse;        ///< gathers bursts of changes into one update of the screen
    std::atomic<bool> mStopPlaying = false;
    std::thread mPlayer;
};

} // namespace gridward
