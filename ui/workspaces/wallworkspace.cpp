// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspaces/wallworkspace.h"

#include "models/service/mapport.h"
#include "models/view/livecases.h"
#include "ui/theme/theme.h"
#include "ui/wall/wallarrangement.h"
#include "ui/wall/wallcaselist.h"
#include "ui/wall/wallchart.h"
#include "ui/wall/wallclock.h"
#include "ui/wall/wallcounter.h"
#include "ui/wall/walltitle.h"
#include "ui/wall/wallwords.h"

#include <QEvent>
#include <QLocale>
#include <QPaintEvent>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr int kNewest = 10;
constexpr int kBurning = 20; ///< more than any wall has room for; the counters say how many
constexpr int kPace = 1000;  ///< milliseconds
constexpr std::chrono::minutes kPatience{1}; ///< before something that failed is tried again

/** A film over the map while it is out of date. */
class Veil final : public QWidget
{
public:
    explicit Veil(QWidget *parent)
        : QWidget(parent)
    {
        setObjectName(u"wallVeil"_s);
        setAttribute(Qt::WA_TransparentForMouseEvents);
    }

protected:
    void paintEvent(QPaintEvent * /*event*/) override
    {
        QColor film = palette().color(QPalette::Window);
        film.setAlpha(170);
        QPainter(this).fillRect(rect(), film);
    }
};

} // namespace

WallWorkspace::WallWorkspace(
    DistrictPort &district, LiveCases &live, MapPort &wallMap, QWidget *mapWidget, QWidget *parent)
    : QWidget(parent)
    , mDistrict(district)
    , mLive(live)
    , mMap(wallMap)
    , mMapWidget(mapWidget)
    , mTheme(&theme(ThemeName::Night))
    , mTitle(new WallTitle(this))
    , mClock(new WallClock(this))
    , mNotice(new WallNotice(this))
    , mCounters{new WallCounter(u"openCounter"_s, WallCounter::Tone::Plain, this),
                new WallCounter(u"overdueCounter"_s, WallCounter::Tone::Alarm, this),
                new WallCounter(u"urgentCounter"_s, WallCounter::Tone::Warning, this),
                new WallCounter(u"checkCounter"_s, WallCounter::Tone::Plain, this)}
    , mBurning(new WallCaseList(u"burningList"_s, WallCaseList::Style::Prominent, kBurning, this))
    , mNewest(new WallCaseList(u"newestList"_s, WallCaseList::Style::Rows, kNewest, this))
    , mChart(new WallChart(this))
    , mPlaceholder(new WallPlaceholder(this))
    , mVeil(new Veil(this))
{
    setObjectName(u"wallWorkspace"_s);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setFocusPolicy(Qt::NoFocus);
    mMapWidget->setParent(this);
    mMapWidget->show();
    mVeil->raise();
    mTick.setSingleShot(true);
    mTick.setTimerType(Qt::PreciseTimer);
    mPace.setSingleShot(true);
    mPace.setInterval(kPace);
    connectSources();
    mWasRead = district.state() == StoreState::Live || district.state() == StoreState::Stale;
    mBelievedUntil = district.clock().now();
    mLiveKnown = mWasRead || !live.all().isEmpty();
    takeReset();
    takeDistrict();
    setTheme(*mTheme);
    retranslate();
}

void WallWorkspace::connectSources()
{
    connect(&mTick, &QTimer::timeout, this, [this] {
        tick();
        scheduleTick();
    });
    connect(&mPace, &QTimer::timeout, this, [this] {
        if (mListsDue) {
            refreshLists();
        }
    });
    connect(&mDistrict, &DistrictPort::stateChanged, this, [this](StoreState state) {
        if (state == StoreState::Live) {
            mRhythmHour = {}; // what happened meanwhile is in no list
            mBehind = true;
        }
        showState();
    });
    connect(&mDistrict, &DistrictPort::districtChanged, this, &WallWorkspace::takeDistrict);
    connect(&mLive, &LiveCases::wasReset, this, [this] {
        mLiveKnown = true;
        takeReset();
    });
    connect(&mLive, &LiveCases::changed, this, &WallWorkspace::takeChanged);
}

void WallWorkspace::setTheme(const Theme &theme)
{
    mTheme = &theme;
    for (WallPanel *panel : panels()) {
        panel->setTheme(theme);
    }
    QPalette film = mVeil->palette();
    film.setColor(QPalette::Window, theme.window);
    mVeil->setPalette(film);
    mMap.setTheme(theme.name == ThemeName::Day ? MapTheme::Day : MapTheme::Night);
    update();
}

QList<WallPanel *> WallWorkspace::panels() const
{
    return {mTitle,
            mClock,
            mNotice,
            mCounters[0],
            mCounters[1],
            mCounters[2],
            mCounters[3],
            mBurning,
            mNewest,
            mChart,
            mPlaceholder};
}

WallWords WallWorkspace::words() const
{
    return {mDistrict.names(), zoneNamed(mDistrict.info().timeZone), mDistrict.clock().now()};
}

bool WallWorkspace::isSettled() const
{
    const StoreState state = mDistrict.state();
    return state == StoreState::None || state == StoreState::Failed ||
           state == StoreState::SignedOut || (mNewestKnown && mRhythmKnown && mLiveKnown);
}

void WallWorkspace::settleUp()
{
    if (isSettled()) {
        emit settled();
    }
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
    catchUp();
    scheduleTick();
}

void WallWorkspace::hideEvent(QHideEvent * /*event*/)
{
    mTick.stop();
}

void WallWorkspace::scheduleTick()
{
    // Just behind the full second, so that none is shown late or left out.
    mTick.start(static_cast<int>(1005 - QDateTime::currentMSecsSinceEpoch() % 1000));
}

void WallWorkspace::layOut()
{
    const WallArrangement wall = arrangeWall(size());
    for (WallPanel *panel : panels()) {
        panel->setUnit(wall.unit);
    }
    mTitle->setGeometry(wall.title);
    mClock->setGeometry(wall.clock.adjusted(0, 0, 0, -1));
    mNotice->setGeometry(wall.notice);
    mBurning->setGeometry(wall.burning);
    mNewest->setGeometry(wall.newest);
    mChart->setGeometry(wall.chart);
    QFont mapFont = mMapWidget->font();
    mapFont.setPixelSize(wall.unit);
    mMapWidget->setFont(mapFont); // its words and symbols grow with it
    mMapWidget->setGeometry(wall.map);
    mVeil->setGeometry(wall.map);
    mPlaceholder->setGeometry(rect().adjusted(0, wall.title.height(), 0, 0));
    mCounters[3]->setHidden(wall.countersInRow);
    const int gap = std::max(2, wall.unit / 2);
    if (wall.countersInRow) {
        // As wide as their numbers usually are: thousands, hundreds, tens.
        const int room = wall.counters.width() - 2 * gap;
        int left = wall.counters.left();
        for (const auto &[index, share] : {std::pair(0, 40), std::pair(1, 31), std::pair(2, 29)}) {
            const int width = room * share / 100;
            mCounters.at(static_cast<std::size_t>(index))
                ->setGeometry(left, wall.counters.top(), width, wall.counters.height());
            left += width + gap;
        }
        return;
    }
    for (int i = 0; i < 4; ++i) {
        const int top = wall.counters.top() + (wall.counters.height() + gap) * i / 4;
        const int next = wall.counters.top() + (wall.counters.height() + gap) * (i + 1) / 4;
        mCounters.at(static_cast<std::size_t>(i))
            ->setGeometry(wall.counters.left(), top, wall.counters.width(), next - top - gap);
    }
}

void WallWorkspace::retranslate()
{
    mCounters[0]->setWord(tr("Open cases"));
    mCounters[1]->setWord(tr("Overdue"));
    mCounters[2]->setWord(tr("Urgent: orange and red"));
    mCounters[3]->setWord(tr("To check"));
    mNewest->setHeading(tr("Newest cases"));
    mMap.retranslate();
    nameDistrict();
    showState();
    refreshBurning();
    refreshNewest();
}

void WallWorkspace::nameDistrict()
{
    const StoreInfo &info = mDistrict.info();
    mTitle->setDistrict(info.name, info.isSimulated() ? tr("Simulated data") : QString());
}

void WallWorkspace::takeDistrict()
{
    nameDistrict();
    mMap.setClock(mDistrict.clock());
    ++mGeneration;
    mNewestAsked = false;
    mRhythmAsked = false;
    mRhythmHour = {};
    mListsDue = true;
    mBehind = true;
    showState();
    if (isVisible()) {
        catchUp();
    }
}

void WallWorkspace::showState()
{
    const StoreState state = mDistrict.state();
    if (state == StoreState::Live) {
        mWasRead = true;
        mBelievedUntil = mDistrict.clock().now();
    } else if (state != StoreState::Stale) {
        mWasRead = false;
    }
    const bool stale = state == StoreState::Stale;
    const QDateTime since = localTime(mBelievedUntil, zoneNamed(mDistrict.info().timeZone));
    mNotice->setText(tr("Not updated since %1").arg(since.toString(u"HH:mm:ss"_s)));
    mNotice->setVisible(stale);
    mVeil->setVisible(stale);
    for (WallPanel *panel : panels()) {
        panel->setStale(stale && panel != mClock && panel != mTitle && panel != mNotice);
    }
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
            tr("Nobody is signed in"), tr("The wall shows a district to who signed in."), false);
        break;
    default:
        mPlaceholder->setWords(
            tr("Reading the district …"), tr("This takes a few seconds."), false);
    }
    mPlaceholder->setVisible(!mWasRead);
    mPlaceholder->raise();
    if (state == StoreState::Live && isVisible()) {
        catchUp();
    }
    settleUp();
}

void WallWorkspace::takeReset()
{
    mUrgent.clear();
    for (const Case &subject : mLive.all()) {
        if (subject.level >= CaseLevel::Orange) {
            mUrgent.insert(subject.id.value, subject);
        }
    }
    mListsDue = true;
    mBehind = true;
    if (isVisible()) {
        catchUp();
    }
}

void WallWorkspace::takeChanged(const QList<Case> &cases)
{
    for (const Case &subject : cases) {
        if (isOpen(subject.state) && subject.level >= CaseLevel::Orange) {
            mUrgent.insert(subject.id.value, subject);
        } else {
            mUrgent.remove(subject.id.value);
        }
    }
    countNew(cases);
    mListsDue = true;
    if (!isVisible()) {
        mBehind = true;
        return;
    }
    refreshCounters();
    if (!mPace.isActive()) {
        refreshLists();
    }
}

void WallWorkspace::countNew(const QList<Case> &cases)
{
    const QTimeZone zone = zoneNamed(mDistrict.info().timeZone);
    std::array<int, 24> more{};
    for (const Case &subject : cases) {
        // What was registered since the rhythm was read is not in it yet.
        const Instant registered = registeredAt(subject);
        if (registered < mRhythmAskedAt || mCounted.contains(subject.id.value)) {
            continue;
        }
        mCounted.insert(subject.id.value);
        const QDateTime local = localTime(registered, zone);
        if (local.date() == mChart->rhythm().day) {
            ++more.at(static_cast<std::size_t>(local.time().hour()));
        }
    }
    if (mRhythmKnown && more != std::array<int, 24>{}) {
        mChart->countMore(more);
    }
}

void WallWorkspace::catchUp()
{
    const StoreState state = mDistrict.state();
    if (mBehind && (state == StoreState::Live || state == StoreState::Stale)) {
        mBehind = false;
        refreshLists();
    }
    tick();
}

void WallWorkspace::tick()
{
    const Instant now = mDistrict.clock().now();
    const QDateTime local = localTime(now, zoneNamed(mDistrict.info().timeZone));
    mClock->setTime(local);
    const StoreState state = mDistrict.state();
    if (state != StoreState::Live) {
        return; // what is shown is of then; so are its ages
    }
    mBelievedUntil = now;
    refreshCounters();
    refreshBurning();
    refreshNewest();
    const QDateTime hour(local.date(), QTime(local.time().hour(), 0), local.timeZone());
    const bool again = mRhythmFailed && now - mRhythmAskedAt >= kPatience;
    if ((hour != mRhythmHour || again) && !mRhythmAsked) {
        mRhythmHour = hour;
        readRhythm();
    }
}

void WallWorkspace::refreshLists()
{
    mListsDue = false;
    mPace.start();
    refreshCounters();
    refreshBurning();
    readNewest();
}

void WallWorkspace::refreshCounters()
{
    const CaseCounts counts = mLive.counts(mDistrict.clock().now());
    const auto known = [this](int number) {
        return mLiveKnown ? std::optional(number) : std::nullopt;
    };
    mCounters[0]->setNumber(known(counts.open));
    mCounters[1]->setNumber(known(counts.overdue));
    mCounters[2]->setNumber(known(counts.urgent));
    mCounters[3]->setNumber(known(counts.waitingForCheck));
}

void WallWorkspace::refreshBurning()
{
    const WallWords wording = words();
    QList<Case> burning;
    for (const Case &subject : std::as_const(mUrgent)) {
        if (isBurning(subject, wording.now)) {
            burning.append(subject);
        }
    }
    const auto count = static_cast<int>(burning.size());
    std::ranges::sort(burning, [&](const Case &one, const Case &other) {
        return burnsMore(one, other, wording.now);
    });
    QList<WallRow> rows;
    for (const Case &subject : std::as_const(burning).mid(0, kBurning)) {
        rows.append(wording.row(subject));
    }
    mBurning->setHeading(
        count == 0
            ? tr("Burning")
            : tr("Burning: %n case(s), red, or orange and overdue or unwatched", nullptr, count));
    mBurning->setEmptyText(mLiveKnown ? tr("Nothing is burning: no red case is open, and no "
                                           "orange one is overdue.")
                                      : tr("Reading …"));
    mBurning->setRows(rows);
}

void WallWorkspace::refreshNewest()
{
    const WallWords wording = words();
    QList<WallRow> rows;
    for (const Case &subject : std::as_const(mNewestCases)) {
        rows.append(wording.row(subject));
    }
    mNewest->setEmptyText(!mNewestProblem.isEmpty() ? mNewestProblem
                          : mNewestKnown            ? tr("No case has been registered yet.")
                                                    : tr("Reading …"));
    mNewest->setRows(rows);
}

void WallWorkspace::readNewest()
{
    if (mNewestAsked) {
        mListsDue = true; // again when this one has been answered
        return;
    }
    mNewestAsked = true;
    mDistrict.newest(kNewest).then(
        this, [this, generation = mGeneration](const Result<QList<Case>> &cases) {
            if (generation != mGeneration) {
                return;
            }
            mNewestAsked = false;
            mNewestKnown = true;
            mNewestProblem =
                cases ? QString()
                      : tr("The newest cases cannot be read. %1").arg(cases.error().message);
            if (cases) {
                mNewestCases = cases.value();
            }
            refreshNewest();
            settleUp();
            if (mListsDue && !mPace.isActive() && isVisible()) {
                refreshLists();
            }
        });
}

void WallWorkspace::readRhythm()
{
    mRhythmAsked = true;
    mRhythmAskedAt = mDistrict.clock().now();
    mCounted.clear();
    mDistrict.dayRhythm().then(
        this, [this, generation = mGeneration](const Result<DayRhythm> &rhythm) {
            if (generation != mGeneration) {
                return;
            }
            mRhythmAsked = false;
            mRhythmKnown = true;
            mChart->setProblem(
                rhythm ? QString()
                       : tr("The day so far cannot be read. %1").arg(rhythm.error().message));
            mRhythmFailed = !rhythm;
            if (rhythm) {
                mChart->setRhythm(rhythm.value());
            }
            settleUp();
        });
}

} // namespace gridward
