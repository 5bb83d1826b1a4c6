// SPDX-License-Identifier: GPL-3.0-or-later
// wall_soak STORE SECONDS [PICTURES]: the wall on a demo that is played at 3,600 times real time,
// every scene in its turn and taken over by urgent cases, on 1080p. Notes every ten seconds what
// the process holds and how long the GUI thread could draw nothing. Fails if, after a quarter of
// the time (five minutes of twenty), resident memory grows by more than 3 % (in a short run, the
// part that is no pages of files by more than 8 %), files or timers become more or objects by more
// than fifty, a gap is longer than 250 ms, the number of open cases leaves what it was by a fifth,
// a scene was not shown, or what happened last in the store is two played hours behind at the end.
// Each note with a picture of the wall, if a folder is named for them: drawing those is a gap too.
#include "app/logging.h"
#include "app/memorykeeping.h"
#include "app/places.h"
#include "app/session.h"
#include "gis/engine/mapengine.h"
#include "models/domain/scaledclock.h"
#include "models/settings/settings.h"
#include "models/store/storeopening.h"
#include "models/view/wall/wallscenes.h"
#include "tests/soak/livewatch.h"
#include "ui/theme/theme.h"
#include "ui/workspaces/wallworkspace.h"

#include <QApplication>
#include <QEventLoop>
#include <QTemporaryDir>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <thread>
#include <vector>

using namespace Qt::StringLiterals;
using namespace gridward;

namespace {

constexpr double kSpeed = 3600.0;
constexpr int kNote = 10'000;         ///< milliseconds between notes
constexpr int kSceneSeconds = 12;     ///< of each scene: shorter ones nothing orange takes over
constexpr int kTurns = 50'000;        ///< milliseconds in which scenes take turns …
constexpr int kTakeovers = 10'000;    ///< … and in which urgent cases take over
constexpr double kMostGrowth = 1.03;  ///< of memory
constexpr double kLongestGap = 250.0; ///< milliseconds
/** Seconds: in less, fonts and programs are still read for the first time, and caches fill. */
constexpr int kShort = 600;
constexpr double kMostGrowthShort = 1.08;
constexpr double kLast = 60.0; ///< seconds: in each such time memory is given back once
constexpr int kPassingTimers = 2;
constexpr int kPassingObjects = 50; ///< answers on their way, messages
constexpr std::chrono::hours kMostBehind{2};
/** Looks at the end: on a busy machine the player may be behind for a moment, two hours are two
 * seconds. */
constexpr int kLooksAtEnd = 20;
constexpr std::chrono::milliseconds kLookAtEnd{500};
constexpr double kOpenWithin = 0.2;
constexpr int kLongestStart = 120'000;

/** A store, a wall on it, and what it does over time. */
class Soak
{
public:
    Soak(Session &session, const ScaledClock &clock, ObjectWatch &objects, int seconds)
        : mSession(session)
        , mClock(clock)
        , mObjects(objects)
        , mSeconds(seconds)
    {
        mTurning.ownScenes = mScenes.path();
        mTurning.takeover.from.reset();
        for (WallScene scene : WallScenes::read().all()) {
            scene.seconds = scene.seconds > 0 ? kSceneSeconds : 0;
            mAllScenes.append(scene.id);
            if (!WallScenes::save(mScenes.path(), scene)) {
                std::fprintf(stderr, "no place for the scenes\n");
            }
        }
        mTaken = mTurning;
        mTaken.takeover.from = CaseLevel::Orange;
    }

    void setPictures(const QString &folder) { mPictures = folder; }

    /** False if the wall does not come up. */
    bool begin(const QString &store)
    {
        mStore = store;
        MainWindow &window = mSession.window();
        window.setWallOptions(mTurning);
        window.setWallState(R"({"turn":"situation","left":1})");
        window.resize(1920, 1080);
        window.showScreen(u"wall"_s);
        window.setBare(true);
        window.show();
        DistrictSeat seat;
        seat.user = u"admin1"_s;
        seat.keepsHouse = true;
        mSession.store().open(store, seat);
        mSession.store().playLive(
            store, places::sharedFolder(u"demo"_s), places::sharedFolder(u"catalogue"_s));
        mWall = window.findChild<WallWorkspace *>();
        if (mWall == nullptr || !waitUntilShown()) {
            return false;
        }
        mOpenFirst = static_cast<int>(mSession.cases().all().size());
        QObject::connect(mWall, &WallWorkspace::sceneChanged, &mTick, [this] { seeScene(); });
        seeScene();
        return true;
    }

    void run()
    {
        QEventLoop loop;
        QTimer change;
        QObject::connect(&change, &QTimer::timeout, &loop, [&] {
            const bool isTurning = mWall->options() == mTurning;
            if (!isTurning && mShown.value(u"incident"_s) == 0) {
                change.start(1000); // none has come yet
                return;
            }
            mWall->setOptions(isTurning ? mTaken : mTurning);
            change.start(isTurning ? kTakeovers : kTurns);
        });
        change.start(kTurns);
        QObject::connect(&mTick, &QTimer::timeout, &loop, [&] {
            note();
            if (mNotes.back().seconds >= mSeconds) {
                loop.quit();
            }
        });
        mElapsed.start();
        (void)mGaps.takeLongest();
        (void)mGaps.takeLongestPassed();
        mTick.start(kNote);
        loop.exec();
        change.stop();
        mTick.stop();
    }

    /** What does not hold. */
    [[nodiscard]] QStringList findings() const
    {
        const auto warm = std::ranges::find_if(
            mNotes, [this](const Holding &one) { return one.seconds >= mSeconds / 4.0; });
        const Holding before = restOf(mNotes.begin(), warm + 1);
        const Holding after = restOf(mNotes.begin(), mNotes.end());
        const bool isShort = mSeconds < kShort;
        const qint64 first = isShort ? before.own : before.resident;
        const double growth =
            static_cast<double>(isShort ? after.own : after.resident) / static_cast<double>(first);
        std::printf("then   %s\n", qPrintable(line(before)));
        std::printf("at end %s\n", qPrintable(line(after)));
        std::printf("memory %+.2f %%, longest gap %.0f ms, %d cases open of %d at first\n",
                    100.0 * (growth - 1.0),
                    mLongest,
                    openNow(),
                    mOpenFirst);
        QStringList found;
        const auto must = [&found](bool holds, const QString &what) {
            if (!holds) {
                found.append(what);
            }
        };
        const double most = isShort ? kMostGrowthShort : kMostGrowth;
        must(growth <= most,
             u"memory grew by more than %1 %"_s.arg(100.0 * (most - 1.0), 0, 'f', 0));
        must(after.handles <= before.handles, u"more files are open"_s);
        // One that waits for the next change or movement may be running or not.
        must(after.timers <= before.timers + kPassingTimers, u"more timers run"_s);
        must(after.widgets <= before.widgets, u"there are more widgets"_s);
        must(after.objects <= before.objects + kPassingObjects,
             u"there are over %1 more objects"_s.arg(kPassingObjects));
        must(mLongest <= kLongestGap, u"nothing was drawn for more than 250 ms"_s);
        must(std::abs(openNow() - mOpenFirst) <= kOpenWithin * mOpenFirst,
             u"the number of open cases left what it was by a fifth"_s);
        must(isPlayedToTheEnd(), u"the demo was not played to the end"_s);
        for (const QString &scene : mAllScenes) {
            must(mShown.value(scene) > 0, u"the scene %1 was never shown"_s.arg(scene));
        }
        return found;
    }
    [[nodiscard]] QString scenes() const
    {
        QStringList counts;
        for (const QString &scene : mAllScenes) {
            counts.append(u"%1 %2 times"_s.arg(scene).arg(mShown.value(scene)));
        }
        return counts.join(u", "_s);
    }

private:
    using Notes = std::vector<Holding>;

    bool waitUntilShown()
    {
        QEventLoop loop;
        QElapsedTimer elapsed;
        elapsed.start();
        bool isShown = false;
        QTimer look;
        QObject::connect(&look, &QTimer::timeout, &loop, [&] {
            isShown = !mSession.cases().all().isEmpty() && mWall->isSettled();
            if (isShown || elapsed.elapsed() > kLongestStart) {
                loop.quit();
            }
        });
        look.start(100);
        loop.exec();
        return isShown;
    }
    /** The player still runs: one that is only slow for a moment catches up. */
    [[nodiscard]] bool isPlayedToTheEnd() const
    {
        const Result<std::unique_ptr<Store>> store = openStore(mStore);
        for (int look = 0; store && look < kLooksAtEnd; ++look) {
            const auto latest = store.value()->cases().latestEvents(1, std::nullopt);
            const Instant now = mClock.now();
            if (latest && !latest.value().isEmpty() &&
                now - latest.value().first().at <= kMostBehind) {
                return true;
            }
            std::this_thread::sleep_for(kLookAtEnd);
        }
        return false;
    }
    [[nodiscard]] int openNow() const { return static_cast<int>(mSession.cases().all().size()); }
    void seeScene() { ++mShown[mWall->shown().scene]; }
    void note()
    {
        Holding holding;
        holding.seconds = static_cast<double>(mElapsed.elapsed()) / 1000.0;
        holding.resident = kilobytesOf("VmRSS");
        holding.own = kilobytesOf("RssAnon");
        holding.handles = openHandles();
        mObjects.count(holding);
        const double gap = mGaps.takeLongest();
        const double passed = mGaps.takeLongestPassed();
        mLongest = std::max(mLongest, gap);
        mNotes.push_back(holding);
        std::printf("%s  gap %4.0f ms (%4.0f ms with others)  %4d open  %s  %s\n",
                    qPrintable(line(holding)),
                    gap,
                    passed,
                    openNow(),
                    qPrintable(toIsoText(mClock.now()).left(16)),
                    qPrintable(mWall->shown().scene));
        std::fflush(stdout);
        if (!mPictures.isEmpty()) {
            (void)mSession.window().grab().save(
                u"%1/%2.png"_s.arg(mPictures).arg(mNotes.size(), 4, 10, QChar(u'0')));
        }
    }
    static QString line(const Holding &holding)
    {
        return QString::asprintf("%5.0f s  %7lld kB (%7lld its own)  %3d handles  %3d timers  "
                                 "%4d widgets  %5d objects",
                                 holding.seconds,
                                 static_cast<long long>(holding.resident),
                                 static_cast<long long>(holding.own),
                                 holding.handles,
                                 holding.timers,
                                 holding.widgets,
                                 holding.objects);
    }
    /**
     * The least of everything in the last minute of these notes: what comes and goes, as the
     * threads do that draw the map, is not what stays.
     */
    static Holding restOf(Notes::const_iterator begin, Notes::const_iterator end)
    {
        Holding rest = *(end - 1);
        for (auto one = begin; one != end; ++one) {
            if (rest.seconds - one->seconds < kLast) {
                rest.resident = std::min(rest.resident, one->resident);
                rest.own = std::min(rest.own, one->own);
                rest.handles = std::min(rest.handles, one->handles);
                rest.timers = std::min(rest.timers, one->timers);
                rest.widgets = std::min(rest.widgets, one->widgets);
                rest.objects = std::min(rest.objects, one->objects);
            }
        }
        return rest;
    }

    Session &mSession;
    const ScaledClock &mClock;
    ObjectWatch &mObjects;
    int mSeconds;
    QString mStore;
    QString mPictures; ///< folder; empty: none
    QTemporaryDir mScenes;
    WallOptions mTurning;
    WallOptions mTaken;
    QStringList mAllScenes;
    QHash<QString, int> mShown;
    WallWorkspace *mWall = nullptr;
    int mOpenFirst = 0;
    QElapsedTimer mElapsed;
    QTimer mTick;
    FrameGaps mGaps;
    Notes mNotes;
    double mLongest = 0.0;
};

} // namespace

int main(int argc, char **argv)
{
    const int seconds = argc == 3 || argc == 4 ? std::atoi(argv[2]) : 0;
    if (seconds <= 0) {
        std::fprintf(stderr, "Usage: wall_soak STORE SECONDS [PICTURES]\n");
        return 2;
    }
    const QString store = QString::fromLocal8Bit(argv[1]);
    giveMemoryBack();
    ObjectWatch objects; // before there are any
    const std::unique_ptr<QApplication> application = MapEngine::createApplication(argc, argv);
    Instant begin;
    {
        const Result<std::unique_ptr<Store>> opened = openStore(store);
        if (!opened) {
            std::fprintf(stderr, "%s\n", qPrintable(opened.error().message));
            return 1;
        }
        begin = opened.value()->info().simulatedAt.value_or(opened.value()->info().created);
    }
    const QTemporaryDir profile;
    Result<std::unique_ptr<MapEngine>> engine = MapEngine::start(profile.path());
    if (!engine) {
        std::fprintf(stderr, "%s\n", qPrintable(engine.error().message));
        return 1;
    }
    applyTheme(*application, theme(ThemeName::Night));
    Logging logging{QString()};
    Settings settings{QString()};
    const ScaledClock clock(begin, kSpeed);
    Session session(logging, settings, *engine.value(), MapMode::Interactive, clock);
    session.window().setTheme(theme(ThemeName::Night));
    giveMemoryBackEachMinute(session.window());
    Soak soak(session, clock, objects, seconds);
    soak.setPictures(argc == 4 ? QString::fromLocal8Bit(argv[3]) : QString());
    if (!soak.begin(store)) {
        std::fprintf(stderr, "the wall did not come up\n");
        return 1;
    }
    soak.run();
    const QStringList findings = soak.findings();
    std::printf("scenes: %s\n", qPrintable(soak.scenes()));
    for (const QString &finding : findings) {
        std::printf("FAILED: %s\n", qPrintable(finding));
    }
    return findings.isEmpty() ? 0 : 1;
}
