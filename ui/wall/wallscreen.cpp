// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wall/wallscreen.h"

#include "models/domain/dutyroster.h"
#include "models/domain/scaledclock.h"
#include "ui/theme/theme.h"
#include "ui/wall/wallcaselist.h"
#include "ui/wall/wallchart.h"
#include "ui/wall/wallcounters.h"
#include "ui/wall/wallincidenttile.h"
#include "ui/wall/wallindicators.h"
#include "ui/wall/walllines.h"
#include "ui/wall/wallrank.h"

#include <QPaintEvent>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr int kBurning = 20;        ///< more than any wall has room for
constexpr int kTalliesPause = 5000; ///< milliseconds between two countings of all open cases

constexpr std::array kListKinds{TileKind::Events,
                                TileKind::Units,
                                TileKind::Stages,
                                TileKind::Called,
                                TileKind::Near,
                                TileKind::OnDuty,
                                TileKind::Gaps,
                                TileKind::Vacancies,
                                TileKind::Risen,
                                TileKind::Fallen};

std::optional<WallData::Part> partOf(TileKind kind)
{
    switch (kind) {
    case TileKind::Events:
        return WallData::Part::Events;
    case TileKind::Rhythm:
        return WallData::Part::Rhythm;
    case TileKind::Streets:
        return WallData::Part::Streets;
    case TileKind::Incident:
    case TileKind::Stages:
    case TileKind::Called:
    case TileKind::Near:
        return WallData::Part::Incident;
    case TileKind::OnDuty:
    case TileKind::Gaps:
    case TileKind::Vacancies:
        return WallData::Part::Duty;
    case TileKind::Indicators:
    case TileKind::Risen:
    case TileKind::Fallen:
        return WallData::Part::Month;
    case TileKind::Map:
    case TileKind::Counters:
    case TileKind::Burning:
    case TileKind::Units:
        break;
    }
    return std::nullopt;
}

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

WallScreen::WallScreen(DistrictPort &district,
                       LiveCases &live,
                       WallData &readings,
                       QWidget *mapWidget,
                       QWidget *parent)
    : QWidget(parent)
    , mDistrict(district)
    , mLive(live)
    , mData(readings)
    , mMapWidget(mapWidget)
    , mVeil(new Veil(this))
    , mTheme(&theme(ThemeName::Night))
    , mCounters(new WallCounters(u"countersTile"_s, this))
    , mBurning(new WallCaseList(u"burningList"_s, kBurning, this))
    , mChart(new WallChart(u"wallChart"_s, this))
    , mStreets(new WallRank(u"streetsTile"_s, this))
    , mIndicators(new WallIndicators(u"indicatorsTile"_s, this))
    , mIncident(new WallIncidentTile(u"incidentTile"_s, this))
{
    setObjectName(u"wallScreen"_s);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setFocusPolicy(Qt::NoFocus);
    for (const TileKind kind : kListKinds) {
        mLines.insert(kind, new WallLines(toId(kind) + u"Tile"_s, this));
    }
    mMapWidget->setParent(this);
    mVeil->raise();
    connect(&mLive, &LiveCases::wasReset, this, &WallScreen::takeReset);
    connect(&mLive, &LiveCases::changed, this, &WallScreen::takeChanged);
    connect(&mData, &WallData::changed, this, &WallScreen::takePart);
    takeReset();
    setTheme(*mTheme);
}

QList<WallTile *> WallScreen::tiles() const
{
    QList<WallTile *> all{mCounters, mBurning, mChart, mStreets, mIndicators, mIncident};
    for (const TileKind kind : kListKinds) {
        all.append(mLines.value(kind));
    }
    return all;
}

WallTile *WallScreen::tileOf(TileKind kind) const
{
    switch (kind) {
    case TileKind::Map:
        return nullptr;
    case TileKind::Counters:
        return mCounters;
    case TileKind::Burning:
        return mBurning;
    case TileKind::Rhythm:
        return mChart;
    case TileKind::Streets:
        return mStreets;
    case TileKind::Incident:
        return mIncident;
    case TileKind::Indicators:
        return mIndicators;
    default:
        return mLines.value(kind);
    }
}

bool WallScreen::isShown(TileKind kind) const
{
    return isVisible() && mArrangement.find(kind) != nullptr;
}

QSet<int> WallScreen::partsOf(const WallScene &scene)
{
    QSet<int> parts;
    for (const SceneColumn &column : scene.columns) {
        for (const SceneTile &tile : column.tiles) {
            if (const std::optional<WallData::Part> part = partOf(tile.kind)) {
                parts.insert(static_cast<int>(*part));
            }
        }
    }
    return parts;
}

WallWording WallScreen::wording() const
{
    // Ages to the full minute: words that change at a second of their own would never rest.
    const Instant now = std::chrono::floor<std::chrono::minutes>(mDistrict.clock().now());
    return {{mDistrict.names(), timeZoneNamed(mDistrict.info().timeZone), now}, mShowsNames};
}

void WallScreen::setTheme(const Theme &theme)
{
    mTheme = &theme;
    for (WallTile *tile : tiles()) {
        tile->setTheme(theme);
    }
    QPalette film = mVeil->palette();
    film.setColor(QPalette::Window, theme.window);
    mVeil->setPalette(film);
    update();
}

void WallScreen::setUnit(int pixels)
{
    if (pixels != mUnit) {
        mUnit = pixels;
        layOut();
    }
}

void WallScreen::setScene(const WallScene &scene)
{
    if (scene != mScene) {
        mScene = scene;
        layOut();
        refresh();
    }
}

void WallScreen::setShowsNames(bool shows)
{
    if (shows != mShowsNames) {
        mShowsNames = shows;
        refresh();
    }
}

void WallScreen::setStale(bool stale)
{
    mIsStale = stale;
    for (WallTile *tile : tiles()) {
        tile->setStale(stale);
    }
    mVeil->setVisible(stale && mArrangement.find(TileKind::Map) != nullptr);
}

void WallScreen::retranslate()
{
    refresh();
}

void WallScreen::paintEvent(QPaintEvent *event)
{
    QPainter(this).fillRect(event->rect(), mTheme->window);
}

void WallScreen::resizeEvent(QResizeEvent * /*event*/)
{
    layOut();
}

void WallScreen::layOut()
{
    mArrangement = arrangeScene(mScene, rect(), mUnit);
    for (WallTile *tile : tiles()) {
        tile->setUnit(mUnit);
    }
    QSet<WallTile *> shown;
    for (const PlacedTile &placed : std::as_const(mArrangement.tiles)) {
        if (WallTile *tile = tileOf(placed.kind)) {
            tile->setGeometry(placed.box);
            shown.insert(tile);
        }
    }
    for (WallTile *tile : tiles()) {
        tile->setVisible(shown.contains(tile));
    }
    const PlacedTile *map = mArrangement.find(TileKind::Map);
    mMapWidget->setVisible(map != nullptr);
    mVeil->setVisible(map != nullptr && mIsStale);
    if (map != nullptr) {
        QFont font = mMapWidget->font();
        font.setPixelSize(mUnit);
        mMapWidget->setFont(font); // its words and symbols grow with it
        mMapWidget->setGeometry(map->box);
        mVeil->setGeometry(map->box);
    }
    update();
}

void WallScreen::tick()
{
    const qint64 minute = std::chrono::floor<std::chrono::minutes>(mDistrict.clock().now())
                              .time_since_epoch()
                              .count();
    if (minute != mMinute) {
        mTalliesDue = true; // what is late is so by the clock, too
        refresh();
        return;
    }
    if (isShown(TileKind::Counters)) {
        showCounters(); // a case is late at its second
    }
    if (mBurningDue && isShown(TileKind::Burning)) {
        showBurning();
    }
    if (mTalliesDue && mTalliesAge.hasExpired(kTalliesPause)) {
        for (const TileKind kind : {TileKind::Streets, TileKind::Units}) {
            refreshTile(kind);
        }
    }
}

void WallScreen::refresh()
{
    mMinute = std::chrono::floor<std::chrono::minutes>(mDistrict.clock().now())
                  .time_since_epoch()
                  .count();
    for (const PlacedTile &tile : std::as_const(mArrangement.tiles)) {
        refreshTile(tile.kind);
    }
}

bool WallScreen::isAtRest() const
{
    const bool hasTallies = isShown(TileKind::Streets) || isShown(TileKind::Units);
    return !(mBurningDue && isShown(TileKind::Burning)) && !(mTalliesDue && hasTallies) &&
           std::ranges::none_of(findChildren<RowMotion *>(), &RowMotion::isMoving);
}

void WallScreen::takeReset()
{
    mUrgent.clear();
    for (const Case &subject : urgentCases(mLive.all())) {
        mUrgent.insert(subject.id.value, subject);
    }
    mTalliesDue = true;
    refresh();
}

void WallScreen::takeChanged(const QList<Case> &cases)
{
    for (const Case &subject : cases) {
        if (isOpen(subject.state) && subject.level >= CaseLevel::Orange) {
            mUrgent.insert(subject.id.value, subject);
            mBurningDue = true;
        } else if (mUrgent.remove(subject.id.value) > 0) {
            mBurningDue = true;
        }
    }
    mTalliesDue = true;
    if (isShown(TileKind::Counters)) {
        showCounters();
    }
}

void WallScreen::takePart(WallData::Part part)
{
    for (const PlacedTile &tile : std::as_const(mArrangement.tiles)) {
        if (partOf(tile.kind) == part) {
            refreshTile(tile.kind);
        }
    }
}

const OpenTallies &WallScreen::tallies()
{
    if (mTalliesDue && (!mTalliesAge.isValid() || mTalliesAge.hasExpired(kTalliesPause))) {
        mTallies = talliesOf(mLive.all(), mDistrict.clock().now());
        mTalliesAge.start();
        mTalliesDue = false;
    }
    return mTallies;
}

void WallScreen::refreshTile(TileKind kind)
{
    if (!isShown(kind)) {
        return;
    }
    const WallWording words = wording();
    switch (kind) {
    case TileKind::Map:
        return;
    case TileKind::Counters:
        showCounters();
        return;
    case TileKind::Burning:
        showBurning();
        return;
    case TileKind::Rhythm:
        showRhythm();
        return;
    case TileKind::Streets:
        showStreets();
        return;
    case TileKind::Units:
        showUnits();
        return;
    case TileKind::Incident:
        showIncident();
        return;
    case TileKind::Indicators:
        showIndicators();
        return;
    case TileKind::Events:
        showLines(kind, mData.events(), WallData::Part::Events, [&](const WallEvents &read) {
            return eventsOf(read, words);
        });
        return;
    case TileKind::Stages:
        showLines(kind, mData.incident(), WallData::Part::Incident, [&](const WallIncident &read) {
            return stagesOf(read, words);
        });
        return;
    case TileKind::Called:
        showLines(kind, mData.incident(), WallData::Part::Incident, [&](const WallIncident &read) {
            return calledOf(read, words);
        });
        return;
    case TileKind::Near:
        showLines(kind, mData.incident(), WallData::Part::Incident, [&](const WallIncident &read) {
            return nearOf(read, words);
        });
        return;
    case TileKind::OnDuty:
        showLines(kind, mData.duty(), WallData::Part::Duty, [&](const WallDuty &read) {
            return onDutyOf(read, words);
        });
        return;
    case TileKind::Gaps:
        showLines(kind, mData.duty(), WallData::Part::Duty, [&](const WallDuty &read) {
            return gapsOf(read, words);
        });
        return;
    case TileKind::Vacancies:
        showLines(kind, mData.duty(), WallData::Part::Duty, [&](const WallDuty &read) {
            return vacanciesOf(read, words);
        });
        return;
    case TileKind::Risen:
    case TileKind::Fallen:
        showLines(kind, mData.month(), WallData::Part::Month, [&](const WallMonth &read) {
            return changedAreasOf(read, kind == TileKind::Risen, words);
        });
        return;
    }
}

void WallScreen::showHead(TileKind kind, const TileHead &head, std::optional<WallData::Part> part)
{
    WallTile *tile = tileOf(kind);
    const WallWording words = wording();
    QStringList note;
    if (!head.period.isEmpty()) {
        note.append(head.period);
    }
    if (head.asOf) {
        note.append(wall_words::asOfText(*head.asOf, words.words.now, words.words.zone));
    }
    tile->setHead(head.title, note.join(u" · "_s));
    const Instant now = mDistrict.clock().now();
    // Parts are read by real time, so that is what they are late by where a demo is played fast.
    const bool isOld =
        part && head.asOf && !mIsStale &&
        realTimeOf(mDistrict.clock(), now - *head.asOf, {}) > WallData::limitOf(*part);
    tile->setMark(isOld ? tr("not updated for %1").arg(wall_words::ageText(now - *head.asOf))
                        : QString());
}

template <typename T, typename Compose>
void WallScreen::showLines(TileKind kind,
                           const WallReading<T> &reading,
                           WallData::Part part,
                           const Compose &compose)
{
    WallLines *tile = mLines.value(kind);
    const LinesContent content = compose(reading.value.value_or(T{}));
    if (reading.value) {
        showHead(kind, content.head, part);
        tile->setContent(content);
        return;
    }
    showHead(kind, {content.head.title, content.head.period, std::nullopt});
    LinesContent nothing;
    nothing.empty = whyNothing(reading.problem, part);
    tile->setContent(nothing);
}

QString WallScreen::whyNothing(const QString &problem, WallData::Part part) const
{
    if (part == WallData::Part::Incident && !mData.hasIncident()) {
        return tr("No orange or red case is open.");
    }
    return problem.isEmpty() ? tr("Reading …") : problem;
}

void WallScreen::showCounters()
{
    const Instant now = mDistrict.clock().now();
    const CountersContent content = countersOf(mLive.counts(now), mData.knowsCases(), wording());
    showHead(TileKind::Counters, content.head);
    mCounters->setContent(content);
}

void WallScreen::showBurning()
{
    mBurningDue = false;
    const WallWording all = wording();
    const WallWords &words = all.words;
    QList<Case> burning;
    for (const Case &subject : std::as_const(mUrgent)) {
        if (isBurning(subject, words.now)) {
            burning.append(subject);
        }
    }
    const auto count = static_cast<int>(burning.size());
    std::ranges::sort(burning,
                      [&](const Case &one, const Case &other) { return burnsMore(one, other); });
    QList<WallRow> rows;
    for (const Case &subject : std::as_const(burning).first(std::min(count, kBurning))) {
        rows.append(words.row(subject));
    }
    const bool isKnown = mData.knowsCases();
    mBurning->setRows(rows);
    const int shown = mBurning->visibleRows();
    showHead(TileKind::Burning,
             {count == 0 ? tr("Burning")
              : shown < count
                  ? tr("Burning: %n case(s), the first %1 here", nullptr, count).arg(shown)
                  : tr("Burning: %n case(s)", nullptr, count),
              tr("red, or orange and overdue or unwatched"),
              isKnown ? std::optional(words.now) : std::nullopt});
    mBurning->setEmptyText(isKnown ? tr("Nothing is burning: no red case is open, and no orange "
                                        "one is overdue.")
                                   : tr("Reading …"));
}

void WallScreen::showRhythm()
{
    const WallReading<WallRhythm> &reading = mData.rhythm();
    if (!reading.value) {
        showHead(TileKind::Rhythm, {tr("Cases registered by the hour"), {}, std::nullopt});
        mChart->setProblem(reading.problem.isEmpty() ? tr("Reading …") : reading.problem);
        return;
    }
    const DayRhythm &rhythm = reading.value->rhythm;
    const QString against =
        rhythm.usualDays == 0 ? tr("today; no earlier days to compare with")
        : reading.value->isWorkday
            ? tr("today, usual: mean of %n working day(s)", nullptr, rhythm.usualDays)
            : tr("today, usual: mean of %n day(s) off", nullptr, rhythm.usualDays);
    showHead(TileKind::Rhythm,
             {tr("Cases registered by the hour"), against, reading.value->asOf},
             WallData::Part::Rhythm);
    mChart->setProblem({});
    mChart->setRhythm(rhythm);
}

void WallScreen::showStreets()
{
    const WallReading<WallStreets> &reading = mData.streets();
    const RankContent content =
        streetsOf(reading.value.value_or(WallStreets{}), tallies(), wording());
    if (!reading.value) {
        showHead(TileKind::Streets, {content.head.title, {}, std::nullopt});
        mStreets->setProblem(reading.problem.isEmpty() ? tr("Reading …") : reading.problem);
        return;
    }
    showHead(TileKind::Streets, content.head, WallData::Part::Streets);
    mStreets->setContent(content);
}

void WallScreen::showUnits()
{
    const Instant now = mDistrict.clock().now();
    LinesContent content = unitsOf(tallies(), now, wording());
    if (!mData.knowsCases()) {
        content.empty = tr("Reading …");
    }
    showHead(TileKind::Units, content.head);
    mLines.value(TileKind::Units)->setContent(content);
}

void WallScreen::showIncident()
{
    const WallReading<WallIncident> &reading = mData.incident();
    if (!reading.value) {
        showHead(TileKind::Incident, {tr("Urgent case"), {}, std::nullopt});
        mIncident->setContent({});
        mIncident->setEmptyText(whyNothing(reading.problem, WallData::Part::Incident));
        return;
    }
    const IncidentContent content = incidentOf(*reading.value, wording());
    showHead(
        TileKind::Incident, {tr("Urgent case"), {}, content.head.asOf}, WallData::Part::Incident);
    mIncident->setContent(content);
}

void WallScreen::showIndicators()
{
    const WallReading<WallMonth> &reading = mData.month();
    const IndicatorsContent content = indicatorsOf(reading.value.value_or(WallMonth{}), wording());
    if (!reading.value) {
        showHead(TileKind::Indicators, {content.head.title, {}, std::nullopt});
        mIndicators->setProblem(reading.problem.isEmpty() ? tr("Reading …") : reading.problem);
        return;
    }
    TileHead head = content.head;
    head.period = u"%1 · %2"_s.arg(head.period, content.against);
    showHead(TileKind::Indicators, head, WallData::Part::Month);
    mIndicators->setContent(content);
}

} // namespace gridward
