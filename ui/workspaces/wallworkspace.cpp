// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspaces/wallworkspace.h"

#include "models/domain/dutyroster.h"
#include "models/domain/language.h"
#include "models/service/mapport.h"
#include "models/view/livecases.h"
#include "models/view/wall/wallwords.h"
#include "ui/theme/theme.h"
#include "ui/wall/wallarrangement.h"
#include "ui/wall/wallclock.h"
#include "ui/wall/wallscreen.h"
#include "ui/wall/walltitle.h"

#include <QDir>
#include <QEvent>
#include <QLoggingCategory>
#include <QPaintEvent>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

Q_LOGGING_CATEGORY(wallLog, "gridward.ui.wall")

constexpr double kAround = 600.0; ///< metres to each side of an urgent case
constexpr int kTurn = 45;         ///< seconds
constexpr int kReread = 500;      ///< milliseconds

} // namespace

WallWorkspace::WallWorkspace(DistrictPort &district,
                             LiveCases &live,
                             WallPort &wall,
                             MapPort &wallMap,
                             QWidget *mapWidget,
                             QWidget *parent)
    : QWidget(parent)
    , mDistrict(district)
    , mLive(live)
    , mMap(wallMap)
    , mTheme(&theme(ThemeName::Night))
    , mScenes(WallScenes::read())
    , mData(district, live, wall)
    , mTitle(new WallTitle(this))
    , mClock(new WallClock(this))
    , mNotice(new WallNotice(this))
    , mPlaceholder(new WallPlaceholder(this))
    , mScreen(new WallScreen(district, live, mData, mapWidget, this))
{
    setObjectName(u"wallWorkspace"_s);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setFocusPolicy(Qt::NoFocus);
    mSteady.start();
    mTick.setSingleShot(true);
    mTick.setTimerType(Qt::PreciseTimer);
    mMap.setGridStyle(GridStyle::OpenLoad);
    mDirector.setScenes(mScenes.all());
    connectSources();
    mWasRead = district.state() == StoreState::Live || district.state() == StoreState::Stale;
    if (mData.knowsCases()) {
        mDirector.setCases(urgentCases(mLive.all()), district.clock().now());
    }
    takeDistrict();
    setTheme(*mTheme);
    retranslate();
    direct();
}

void WallWorkspace::connectSources()
{
    connect(&mTick, &QTimer::timeout, this, [this] {
        tick();
        scheduleTick();
    });
    mReread.setSingleShot(true);
    mReread.setInterval(kReread);
    connect(&mReread, &QTimer::timeout, this, &WallWorkspace::rereadScenes);
    connect(
        &mWatcher, &QFileSystemWatcher::directoryChanged, &mReread, qOverload<>(&QTimer::start));
    connect(&mWatcher, &QFileSystemWatcher::fileChanged, &mReread, qOverload<>(&QTimer::start));
    connect(&mDistrict, &DistrictPort::stateChanged, this, &WallWorkspace::showState);
    connect(&mDistrict, &DistrictPort::districtChanged, this, &WallWorkspace::takeDistrict);
    connect(&mLive, &LiveCases::wasReset, this, [this] {
        mDirector.setCases(urgentCases(mLive.all()), mDistrict.clock().now());
    });
    connect(&mLive, &LiveCases::changed, this, [this](const QList<Case> &cases) {
        mDirector.takeChanges(cases);
    });
}

void WallWorkspace::setTheme(const Theme &theme)
{
    mTheme = &theme;
    for (WallPanel *panel : framePanels()) {
        panel->setTheme(theme);
    }
    mScreen->setTheme(theme);
    mMap.setTheme(theme.name == ThemeName::Day ? MapTheme::Day : MapTheme::Night);
    update();
}

void WallWorkspace::setOptions(const WallOptions &options)
{
    mOptions = options;
    mScenes = WallScenes::read(options.ownScenes);
    for (const SceneProblem &problem : mScenes.problems()) {
        // Nobody reads a message on a wall.
        qCWarning(wallLog).noquote()
            << tr("The scene “%1” is left out: %2")
                   .arg(QDir(options.ownScenes).filePath(problem.file), problem.message);
    }
    takeScenes();
    watchScenes();
    mDirector.setRules(options.takeover);
    mScreen->setShowsNames(options.showsNames);
    mOnScreen.reset();
    layOut();
    direct();
}

void WallWorkspace::rereadScenes()
{
    // Before there are scenes of one's own, what is watched is the folder above theirs, where our
    // settings are written, too: with each scene that is shown.
    if (WallScenes::read(mOptions.ownScenes) == mScenes) {
        watchScenes();
    } else {
        setOptions(mOptions);
    }
}

void WallWorkspace::watchScenes()
{
    if (const QStringList old = mWatcher.files() + mWatcher.directories(); !old.isEmpty()) {
        mWatcher.removePaths(old);
    }
    if (mOptions.ownScenes.isEmpty()) {
        return;
    }
    const QDir folder(mOptions.ownScenes);
    QStringList paths{folder.exists() ? folder.path() : QFileInfo(folder.path()).path()};
    for (const QFileInfo &file : folder.entryInfoList({u"*.json"_s}, QDir::Files)) {
        paths.append(file.filePath());
    }
    paths.removeIf([](const QString &path) { return !QFileInfo::exists(path); });
    if (!paths.isEmpty()) {
        mWatcher.addPaths(paths);
    }
}

void WallWorkspace::setShare(const QStringList &scenes, bool takesOver)
{
    if (scenes == mShare && takesOver == mTakesOver) {
        return;
    }
    mShare = scenes;
    mTakesOver = takesOver;
    mDirector.unpin();
    takeScenes();
    direct();
}

void WallWorkspace::takeScenes()
{
    const auto isOwn = [this](const WallScene &scene) { return mShare.contains(scene.id); };
    const bool isShared = std::ranges::any_of(mScenes.all(), isOwn);
    QList<WallScene> scenes;
    for (WallScene scene : mScenes.all()) {
        const bool isIncident = scene.id == kIncidentScene;
        if (isIncident ? mTakesOver || mShare == QStringList{kIncidentScene}
                       : !isShared || isOwn(scene)) {
            // Asked for here by name: it has a turn here, if nowhere else.
            scene.seconds = isShared && !isIncident && scene.seconds == 0 ? kTurn : scene.seconds;
            scenes.append(scene);
        }
    }
    mDirector.setScenes(scenes);
    if (mShare == QStringList{kIncidentScene}) {
        mDirector.pin(kIncidentScene);
    }
}

bool WallWorkspace::showScene(const QString &id)
{
    if (!mDirector.pin(id)) {
        return false;
    }
    direct();
    tick();
    return true;
}

void WallWorkspace::nextTurn()
{
    mDirector.nextTurn();
    direct();
    tick();
}

void WallWorkspace::resume(const QByteArray &state)
{
    mDirector.resume(state);
    direct();
}

QList<WallPanel *> WallWorkspace::framePanels() const
{
    return {mTitle, mClock, mNotice, mPlaceholder};
}

bool WallWorkspace::isBelieved() const
{
    return mDistrict.state() == StoreState::Live;
}

bool WallWorkspace::isSettled() const
{
    const StoreState state = mDistrict.state();
    return state == StoreState::None || state == StoreState::Failed ||
           state == StoreState::SignedOut || (mData.isSettled() && mScreen->isAtRest());
}

void WallWorkspace::readAgain()
{
    mData.renew();
    mScreen->refresh();
    tick();
}

void WallWorkspace::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

void WallWorkspace::paintEvent(QPaintEvent *event)
{
    QPainter(this).fillRect(event->rect(), mTheme->window);
}

void WallWorkspace::resizeEvent(QResizeEvent * /*event*/)
{
    layOut();
}

void WallWorkspace::showEvent(QShowEvent * /*event*/)
{
    mData.readAgain(); // hidden while things happened
    mScreen->refresh();
    tick();
    scheduleTick();
    emit shownChanged(true);
}

void WallWorkspace::hideEvent(QHideEvent * /*event*/)
{
    mTick.stop();
    emit shownChanged(false);
}

void WallWorkspace::scheduleTick()
{
    // Just behind the full second, so that none is shown late or left out.
    mTick.start(static_cast<int>(1005 - QDateTime::currentMSecsSinceEpoch() % 1000));
}

void WallWorkspace::layOut()
{
    const int unit = wallUnit(mOptions.sight, height(), font());
    const WallArrangement wall = arrangeWall(size(), unit);
    for (WallPanel *panel : framePanels()) {
        panel->setUnit(unit);
    }
    mScreen->setUnit(unit);
    mTitle->setGeometry(wall.title);
    mTitle->setRoom(wall.clock.left());
    mClock->setGeometry(wall.clock.adjusted(0, 0, 0, -1));
    mNotice->setGeometry(wall.notice);
    mScreen->setGeometry(wall.scene);
    mPlaceholder->setGeometry(rect().adjusted(0, wall.title.height(), 0, 0));
}

void WallWorkspace::retranslate()
{
    mMap.retranslate();
    mScreen->retranslate();
    nameDistrict();
    showState();
}

void WallWorkspace::nameDistrict()
{
    const StoreInfo &info = mDistrict.info();
    mTitle->setDistrict(info.name, info.isSimulated() ? tr("Simulated data") : QString());
    const WallScene &scene = mScreen->scene();
    mTitle->setScene(isEnglish() ? scene.titleEn : scene.title);
}

void WallWorkspace::takeDistrict()
{
    mMap.setClock(mDistrict.clock());
    nameDistrict();
    showState();
    if (isVisible()) {
        mScreen->refresh();
        tick();
    }
}

void WallWorkspace::showState()
{
    const StoreState state = mDistrict.state();
    if (isBelieved()) {
        mWasRead = true;
    } else if (state != StoreState::Stale) {
        mWasRead = false;
    }
    const bool stale = state == StoreState::Stale;
    mDirector.setLost(stale);
    tellSince();
    mNotice->setVisible(stale);
    mNotice->raise();
    mScreen->setStale(stale);
    switch (state) {
    case StoreState::None:
        mPlaceholder->setWords(tr("No district is open"),
                               tr("The wall shows a district as soon as one is opened."),
                               false);
        break;
    case StoreState::Failed:
        mPlaceholder->setWords(tr("The district could not be opened"),
                               tr("It is shown as soon as its file or server can be reached."),
                               true);
        break;
    case StoreState::SignedOut:
        mPlaceholder->setWords(
            tr("Nobody is signed in"), tr("Press Esc, sign in at the desk, and press F11."), false);
        break;
    default:
        mPlaceholder->setWords(
            tr("Reading the district …"), tr("This takes a few seconds."), false);
    }
    mPlaceholder->setVisible(!mWasRead);
    mPlaceholder->raise();
    if (isBelieved() && isVisible()) {
        mScreen->refresh();
        tick();
    }
}

void WallWorkspace::tellSince()
{
    const QTimeZone zone = timeZoneNamed(mDistrict.info().timeZone);
    const Instant now = mDistrict.clock().now();
    const Instant then = mDistrict.believedAt();
    const QDateTime since = localTime(then, zone);
    const bool isToday = since.date() == localTime(now, zone).date();
    const QString time = since.toString(isToday ? u"HH:mm:ss"_s : u"MM-dd HH:mm"_s);
    const auto age = now - then;
    // There is room for the one or the other.
    mNotice->setText(age < std::chrono::minutes(1)
                         ? tr("Not updated since %1").arg(time)
                         : tr("As of %1, %2 old").arg(time, wall_words::ageText(age)));
}

void WallWorkspace::tick()
{
    const Instant now = mDistrict.clock().now();
    mClock->setTime(localTime(now, timeZoneNamed(mDistrict.info().timeZone)));
    if (mDistrict.state() == StoreState::Stale) {
        direct(); // which holds what is shown, and takes no time off it
        tellSince();
    }
    if (!isBelieved()) {
        return; // what is shown is of then; so are its ages
    }
    direct();
    mData.advance(std::chrono::milliseconds(mSteady.elapsed()));
    mScreen->tick();
}

void WallWorkspace::direct()
{
    const QTime local =
        localTime(mDistrict.clock().now(), timeZoneNamed(mDistrict.info().timeZone)).time();
    const WallShown shown = mDirector.advance(std::chrono::milliseconds(mSteady.elapsed()),
                                              local.hour() * 60 + local.minute());
    if (shown != mOnScreen) {
        showScene(shown);
    }
}

void WallWorkspace::showScene(const WallShown &shown)
{
    const WallScene *scene = mScenes.find(shown.scene);
    if (scene == nullptr) {
        return;
    }
    mOnScreen = shown;
    // Those whose turn comes are read beforehand, so that none of them begins empty.
    QSet<int> parts = WallScreen::partsOf(*scene);
    for (const WallScene &other : mDirector.scenes()) {
        if (shown.why != WallShown::Why::Pinned && other.seconds > 0) {
            parts.unite(WallScreen::partsOf(other));
        }
    }
    mData.setWanted(parts);
    mData.setIncident(shown.incident);
    mScreen->setScene(*scene);
    mScreen->refresh();
    nameDistrict();
    MapSight sight;
    const Case *incident = mLive.find(CaseId{shown.incident});
    if (incident != nullptr && incident->place) {
        sight.kind = MapSight::Kind::Around;
        sight.middle = *incident->place;
        sight.metres = kAround;
    }
    mMap.watch(sight);
    if (isBelieved() && isVisible()) {
        mData.advance(std::chrono::milliseconds(mSteady.elapsed()));
    }
    emit sceneChanged();
}

} // namespace gridward
