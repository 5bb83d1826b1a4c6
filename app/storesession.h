// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/districtpicture.h"
#include "models/service/districtservice.h"

#include <QObject>
#include <QString>

#include <atomic>
#include <optional>
#include <thread>

namespace gridward {

class AnalysisPort;
class LiveCases;
class MainWindow;
class MapPort;
struct LiveFolders;

/**
 * Keeps window, maps and live cases in step with a store: the district as it is, then every change,
 * from here or from another program. GUI thread; everything it is given must outlive it.
 */
class StoreSession final : public QObject
{
    Q_OBJECT
public:
    StoreSession(MainWindow &window,
                 DistrictService &district,
                 LiveCases &cases,
                 QString baseMapFolder,
                 bool isHeadless);
    ~StoreSession() override;

    /** Shows the district on this map from now on. */
    void addMap(MapPort &map);
    /** The middle of the district on the map; nothing before one is there. */
    [[nodiscard]] std::optional<GeoPoint> middle() const;
    /** Tells the analysis which district it is about. */
    void setAnalysis(AnalysisPort &analysis);

    void open(const QString &path, const DistrictService::Seat &seat = {});
    /**
     * Plays simulated reports into the store, on a thread and a connection of their own. A store
     * that cannot be reached is tried again until it can.
     */
    void playLive(const QString &path, const QString &dataFolder, const QString &catalogueFolder);

private:
    /** In the player's thread, as long as it goes well and nobody stops it. */
    [[nodiscard]] Result<void> playOnce(const QString &path, const LiveFolders &folders);
    void takePicture(DistrictPicture picture);
    void takeCases(const QList<Case> &cases);
    void readStaff();
    void tell(const Error &error);
    void tellOfAnswer(const Error &error);

    MainWindow &mWindow;
    DistrictService &mDistrict;
    LiveCases &mCases;
    QString mBaseMapFolder;
    QList<MapPort *> mMaps;
    AnalysisPort *mAnalysis = nullptr;
    DistrictPicture mPicture; ///< without its cases: those are in mCases
    bool mIsHeadless;         ///< what is shown is drawn into files, each as of its moment
    bool mHasPicture = false;
    bool mIsOutage = false;      ///< what is shown is old, or nothing can be shown
    QStringList mOutage;         ///< what was told of it
    std::optional<User> mReader; ///< who sees the cases that are there
    std::atomic<bool> mStopPlaying = false;
    std::thread mPlayer;
};

} // namespace gridward
