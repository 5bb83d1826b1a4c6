// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/dutyroster.h"
#include "tests/support/testregistry.h"
#include "tests/support/textprobe.h"
#include "tests/support/wallbench.h"
#include "ui/theme/theme.h"
#include "ui/wall/wallarrangement.h"
#include "ui/wall/wallchart.h"
#include "ui/wall/wallclock.h"
#include "ui/wall/wallplot.h"
#include "ui/wall/walltitle.h"
#include "ui/wall/walltype.h"

#include <QAbstractBarSeries>
#include <QBarSet>
#include <QChart>
#include <QChartView>
#include <QHash>
#include <QLegend>
#include <QLineSeries>
#include <QStackedBarSeries>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

/** Notes who paints. */
class PaintCounter final : public QObject
{
public:
    explicit PaintCounter(QWidget &root)
    {
        for (QWidget *widget : root.findChildren<QWidget *>()) {
            widget->installEventFilter(this);
        }
        root.installEventFilter(this);
    }
    [[nodiscard]] int total() const
    {
        int all = 0;
        for (const int count : mCounts) {
            all += count;
        }
        return all;
    }
    [[nodiscard]] int of(const QObject *widget) const { return mCounts.value(widget); }
    [[nodiscard]] QString names() const
    {
        QStringList names;
        for (auto it = mCounts.cbegin(); it != mCounts.cend(); ++it) {
            names.append(u"%1 %2: %3"_s
                             .arg(QString::fromLatin1(it.key()->metaObject()->className()),
                                  it.key()->objectName())
                             .arg(it.value()));
        }
        return names.join(u"; "_s);
    }
    void reset() { mCounts.clear(); }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Paint) {
            ++mCounts[watched];
        }
        return QObject::eventFilter(watched, event);
    }

private:
    QHash<const QObject *, int> mCounts;
};

} // namespace

class TestWall : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
    }

    void frame_data()
    {
        QTest::addColumn<QSize>("size");
        for (const QSize size : {QSize(1366, 768),
                                 QSize(1920, 1080),
                                 QSize(3840, 2160),
                                 QSize(7680, 4320),
                                 QSize(5760, 1080),
                                 QSize(1080, 1920),
                                 QSize(1280, 1024)}) {
            QTest::addRow("%dx%d", size.width(), size.height()) << size;
        }
    }
    void frame()
    {
        QFETCH(QSize, size);
        WallBench b;
        b.show(size);
        QTRY_VERIFY(b.wall->isSettled());
        const int unit = wallUnit({}, size.height(), b.wall->font());
        const WallArrangement wall = arrangeWall(size, unit);
        QVERIFY(wall.title.contains(wall.clock) && wall.title.contains(wall.notice));
        QVERIFY(!wall.title.intersects(wall.scene));
        QVERIFY(QRect(QPoint(), size).contains(wall.scene));
        QVERIFY(!b.wall->grab().isNull());
        QCOMPARE(b.wall->screen().geometry(), wall.scene);
        for (const PlacedTile &tile : b.wall->screen().arrangement().tiles) {
            if (tile.kind == TileKind::Map) {
                QCOMPARE(b.mapWidget->geometry(), tile.box);
                QCOMPARE(b.mapWidget->font().pixelSize(), unit);
            }
        }
    }
    void countersFollowChanges()
    {
        WallBench b;
        b.live.reset({openCase(1, CaseLevel::Blue), openCase(2, CaseLevel::Red)});
        b.show();
        QVERIFY(b.wall->showScene(u"situation"_s));
        QCOMPARE(b.counter(u"openCounter"_s), 2);
        QCOMPARE(b.counter(u"urgentCounter"_s), 1);
        QCOMPARE(b.counter(u"overdueCounter"_s), 0);
        Case late = openCase(3, CaseLevel::Orange);
        late.dueAt = four() + seconds(10);
        Case back = openCase(1, CaseLevel::Blue);
        back.state = CaseState::FedBack;
        b.live.update({late, back});
        QCOMPARE(b.counter(u"openCounter"_s), 3);
        QCOMPARE(b.counter(u"urgentCounter"_s), 2);
        QCOMPARE(b.counter(u"checkCounter"_s), 1);
        QCOMPARE(b.counter(u"overdueCounter"_s), 0);
        b.district.time.set(four() + seconds(11));
        b.wall->tick(); // time alone makes a case overdue
        QCOMPARE(b.counter(u"overdueCounter"_s), 1);
        b.live.reset({});
        QCOMPARE(b.counter(u"openCounter"_s), 0);
    }
    void figuresAreGroupedAndHaveUnits()
    {
        QWidget parent;
        WallCounter counter(u"c"_s, &parent);
        QCOMPARE(counter.numberText(), u"–"_s);
        counter.setCounter({countFigure(u"x"_s, 12345, four()), u"Open"_s});
        QCOMPARE(counter.numberText(), u"12,345"_s);
        counter.resize(400, 200);
        QVERIFY(TextProbe::allTextOf(counter).contains(u"cases"_s));
    }
    void eventsFollowAndAreNotAskedTooOften()
    {
        WallBench b;
        const Case first = openCase(1, CaseLevel::Blue);
        b.port.eventsAnswer = eventsOf({first});
        b.live.reset({first});
        b.show();
        QTRY_COMPARE(b.lines(u"eventsTile"_s).size(), 1);
        const int asked = b.port.eventsAsked;
        const Case second = openCase(2, CaseLevel::Yellow);
        b.port.eventsAnswer = eventsOf({second, first});
        for (int i = 0; i < 50; ++i) {
            b.live.update({second});
        }
        QVERIFY(b.port.eventsAsked <= asked + 1);
        QTRY_COMPARE(b.lines(u"eventsTile"_s).size(), 2);
        QVERIFY2(b.port.eventsAsked <= asked + 2, qPrintable(QString::number(asked)));
        QTRY_VERIFY(b.wall->isSettled());
        const WallLine line = b.part<WallLines>(u"eventsTile"_s)->lines().first();
        QVERIFY(line.detail.contains(u"110101001001001"_s)); // a code without a name is its name
        QCOMPARE(line.right, u"15:55"_s);
        QVERIFY(!line.rightDetail.isEmpty() && line.level == CaseLevel::Yellow);
    }
    void whatCannotBeReadSaysSo()
    {
        WallBench b;
        b.port.eventsAnswer = Error{ErrorCode::Refused, u"Ask for statistics:see."_s, {}};
        b.port.rhythmAnswer = Error{ErrorCode::Unreachable, u"It is busy."_s, {}};
        b.show();
        QTRY_VERIFY(b.wall->isSettled());
        const QString all = TextProbe::allTextOf(*b.wall);
        QVERIFY2(all.contains(u"Ask for statistics:see."_s), qPrintable(all));
        QVERIFY2(all.contains(u"It is busy."_s), qPrintable(all));
    }
    void aTileSaysThatItsDataAreOld()
    {
        WallBench b;
        b.show();
        QTRY_VERIFY(b.wall->isSettled());
        auto *chart = b.part<WallChart>(u"wallChart"_s);
        QVERIFY2(chart->note().contains(u"16:00"_s), qPrintable(chart->note()));
        QVERIFY(chart->mark().isEmpty());
        b.port.rhythmAnswer = Error{ErrorCode::Unreachable, u"It is busy."_s, {}};
        b.district.time.set(four() + hours(2) + minutes(2));
        b.wall->tick();
        QVERIFY2(chart->mark().contains(u"2 h"_s), qPrintable(chart->mark()));
        QVERIFY(TextProbe::allTextOf(*chart).contains(chart->mark()));
    }
    void agesAreWordedInTheDistrictsTime()
    {
        const DistrictNames names;
        const WallWords words{names, timeZoneNamed(u"Asia/Shanghai"_s), four()};
        QCOMPARE(words.since(four() - hours(2)), u"14:00"_s);
        QCOMPARE(words.since(four() - hours(24)), u"11-19 16:00"_s);
        QCOMPARE(words.since(*instantFromIso(u"2025-11-19T16:30:00Z")), u"2025-11-20 00:30"_s);
        QVERIFY(words.since(four() - minutes(12)).contains(u"12"_s));
        QCOMPARE(timeZoneNamed(QString()), QTimeZone::utc());
    }
    void aMissedCheckInDoesNotHideHowLateItIs()
    {
        const DistrictNames names;
        const WallWords words{names, timeZoneNamed(u"Asia/Shanghai"_s), four()};
        Case red = openCase(1, CaseLevel::Red);
        red.reportedAt = four() - hours(3);
        red.sceneDueAt = four() - minutes(5);
        red.dueAt = four() + hours(2);
        QCOMPARE(words.row(red).clock, u"check-in missed: 5 min"_s);
        red.dueAt = four() - hours(2);
        QCOMPARE(words.row(red).clock, u"2 h 0 min late, no check-in"_s);
        WallIncident incident;
        incident.record.subject = red;
        QCOMPARE(incidentOf(incident, {words, false}).clock,
                 u"Handling: 2 h 0 min late, no check-in"_s);
        incident.record.subject.sceneDueAt.reset();
        incident.record.subject.dueAt = four() + hours(2);
        QCOMPARE(incidentOf(incident, {words, false}).clock, u"Handling: 2 h 0 min left"_s);
    }
    void burningComesFirst()
    {
        WallBench b;
        Case lateRed = openCase(1, CaseLevel::Red);
        lateRed.dueAt = four() - minutes(35);
        Case red = openCase(2, CaseLevel::Red);
        red.dueAt = four() + minutes(5);
        Case lateOrange = openCase(3, CaseLevel::Orange);
        lateOrange.dueAt = four() - hours(3);
        Case orange = openCase(4, CaseLevel::Orange);
        orange.dueAt = four() + minutes(1);
        Case lateBlue = openCase(5, CaseLevel::Blue);
        lateBlue.dueAt = four() - hours(9);
        b.live.reset({lateBlue, orange, lateOrange, red, lateRed});
        b.show();
        QVERIFY(b.wall->showScene(u"situation"_s));
        QTRY_COMPARE(b.burning(),
                     (QList<QUuid>{lateRed.id.value, red.id.value, lateOrange.id.value}));
        const WallRow row = b.part<WallCaseList>(u"burningList"_s)->rows().first();
        QVERIFY(row.overdue && row.clock.contains(u"35"_s));
        QCOMPARE(row.unit, u"UNIT"_s);
        b.district.time.set(four() + minutes(2)); // the other orange one is late by now
        b.wall->tick();
        QCOMPARE(b.burning().size(), 4);
        Case done = lateRed;
        done.state = CaseState::Closed;
        b.live.update({done});
        b.district.time.set(four() + minutes(3));
        b.wall->tick();
        QCOMPARE(b.burning().value(0), red.id.value);
        b.live.reset({lateBlue});
        b.wall->tick();
        QVERIFY(b.burning().isEmpty());
        QVERIFY(!b.part<WallCaseList>(u"burningList"_s)->emptyText().isEmpty());
    }
    void staleSaysSinceWhen()
    {
        WallBench b;
        b.live.reset({openCase(1, CaseLevel::Red)});
        b.show();
        QTRY_VERIFY(b.wall->isSettled());
        auto *notice = b.part<WallNotice>(u"wallNotice"_s);
        QVERIFY(notice->isHidden());
        b.district.time.set(four() + seconds(7));
        b.wall->tick();
        b.district.believed = four() + seconds(5); // the store was lost before the wall heard of it
        b.setState(StoreState::Stale);
        QVERIFY(!notice->isHidden());
        QVERIFY2(notice->text().contains(u"16:00:05"_s), qPrintable(notice->text()));
        QVERIFY(b.part<WallCounter>(u"openCounter"_s)->isStale());
        QVERIFY(b.part<WallLines>(u"eventsTile"_s)->isStale());
        QVERIFY(!b.part<QWidget>(u"wallVeil"_s)->isHidden());
        b.district.time.set(four() + minutes(5));
        b.wall->tick(); // the clock goes on, the notice still says when it was
        QCOMPARE(b.part<WallClock>(u"wallClock"_s)->timeText(), u"16:05:00"_s);
        QVERIFY(notice->text().contains(u"16:00:05"_s));
        const int asked = b.port.eventsAsked;
        QTest::qWait(1100);
        b.setState(StoreState::Live);
        QVERIFY(notice->isHidden());
        QVERIFY(!b.part<WallCounter>(u"openCounter"_s)->isStale());
        QTRY_VERIFY(b.port.eventsAsked > asked);
    }
    void everyStateIsDesigned()
    {
        WallBench b(StoreState::None);
        b.show();
        auto *placeholder = b.part<WallPlaceholder>(u"wallPlaceholder"_s);
        QStringList titles;
        for (const StoreState state : {StoreState::None, StoreState::Opening, StoreState::Failed}) {
            b.setState(state);
            QVERIFY(!placeholder->isHidden());
            QVERIFY(!titles.contains(placeholder->title()));
            titles.append(placeholder->title());
            QVERIFY(!b.wall->grab().isNull());
        }
        QCOMPARE(b.port.eventsAsked, 0);
        QCOMPARE(b.counter(u"openCounter"_s), std::nullopt);
        b.live.reset({});
        b.setState(StoreState::Live);
        QVERIFY(placeholder->isHidden());
        QTRY_VERIFY(b.wall->isSettled());
        QCOMPARE(b.counter(u"openCounter"_s), 0);
    }
    void titleSaysThatItIsSimulated()
    {
        WallBench b;
        b.show();
        const auto *title = b.part<WallTitle>(u"wallTitle"_s);
        QCOMPARE(title->name(), u"东城区"_s);
        QVERIFY(!title->badge().isEmpty());
        b.district.storeInfo.purpose = u"real"_s;
        emit b.district.districtChanged();
        QVERIFY(title->badge().isEmpty());
        QCOMPARE(b.part<WallClock>(u"wallClock"_s)->timeText(), u"16:00:00"_s);
        QVERIFY(b.part<WallClock>(u"wallClock"_s)->dateText().contains(u"2026-11-20"_s));
    }
    void chartShowsTheDay()
    {
        WallBench b;
        b.show();
        QTRY_VERIFY(b.wall->isSettled());
        const auto *chart = b.part<WallChart>(u"wallChart"_s);
        QVERIFY2(chart->note().contains(u"20"_s), qPrintable(chart->note()));
        QStringList labels;
        for (const PlotLabel &label : chart->plot().labels()) {
            labels.append(label.text);
            QVERIFY(chart->plot().rect().toRectF().contains(chart->plot().boxOf(label)));
        }
        QVERIFY2(labels.contains(u"3 since 16:00"_s) && labels.contains(u"usual"_s),
                 qPrintable(labels.join(u'|')));
        QVERIFY(!chart->plot().chart()->legend()->isVisible());
        const QList<QAbstractSeries *> series = chart->findChild<QChartView *>()->chart()->series();
        const auto *bars = qobject_cast<QStackedBarSeries *>(series.at(0));
        const auto *usual = qobject_cast<QLineSeries *>(series.at(1));
        QCOMPARE(bars->barSets().at(0)->at(9), 12.0);
        QCOMPARE(bars->barSets().at(0)->at(16), 0.0); // the running hour has its own tone
        QCOMPARE(bars->barSets().at(1)->at(16), 3.0);
        QCOMPARE(usual->points().size(), 24);
        QCOMPARE(usual->points().at(5), QPointF(5, 2.5));

        // Two more are registered, one of them told twice; an old one changes.
        const Case fresh = openCase(7, CaseLevel::Blue, four() + seconds(20));
        const Case other = openCase(8, CaseLevel::Blue, four() + seconds(30));
        b.live.update({fresh, openCase(1, CaseLevel::Blue)});
        b.live.update({fresh, other});
        QCOMPARE(bars->barSets().at(1)->at(16), 5.0);
        QCOMPARE(b.port.rhythmAsked, 1);

        b.district.time.set(four() + hours(1));
        WallRhythm later = b.port.rhythmAnswer.value();
        later.asOf = four() + hours(1);
        later.rhythm.hoursPassed = 18;
        later.rhythm.today.at(16) = 6;
        b.port.rhythmAnswer = later;
        QTest::qWait(2100);
        b.wall->tick();
        QTRY_COMPARE(bars->barSets().at(0)->at(16), 6.0); // read anew with the hour
        QCOMPARE(bars->barSets().at(1)->at(16), 0.0);
        QCOMPARE(b.port.rhythmAsked, 2);
        b.wall->tick();
        QCOMPARE(b.port.rhythmAsked, 2);
    }
    void hiddenWallAsksNothing()
    {
        WallBench b;
        b.show();
        QTRY_VERIFY(b.wall->isSettled());
        b.wall->hide();
        const int asked = b.port.eventsAsked;
        const Case fresh = openCase(9, CaseLevel::Red);
        b.port.eventsAnswer = eventsOf({fresh});
        b.live.update({fresh});
        emit b.district.districtChanged();
        QTest::qWait(1200);
        QCOMPARE(b.port.eventsAsked, asked);
        b.wall->show();
        QVERIFY(b.wall->showScene(u"situation"_s));
        QTRY_COMPARE(b.lines(u"eventsTile"_s).size(), 1);
        QCOMPARE(b.counter(u"openCounter"_s), 1);
        QCOMPARE(b.burning().size(), 1);
    }
    void onlyWhatChangedIsRepainted()
    {
        WallBench b;
        const Case blue = openCase(1, CaseLevel::Blue);
        b.port.eventsAnswer = eventsOf({blue, openCase(2, CaseLevel::Yellow)});
        b.live.reset({blue, openCase(2, CaseLevel::Yellow)});
        b.show();
        QVERIFY(QTest::qWaitForWindowExposed(b.wall.get()));
        QTRY_VERIFY(b.wall->isSettled());
        PaintCounter paints(*b.wall);
        QTest::qWait(1200); // nothing to wait for: that nothing happens is the point
        paints.reset();
        QTest::qWait(1200);
        QVERIFY2(paints.total() == 0, qPrintable(paints.names())); // the clock stands: all rests

        b.district.time.set(four() + seconds(1));
        b.wall->tick();
        QTRY_COMPARE(paints.of(b.part<WallClock>(u"wallClock"_s)), 1);
        QVERIFY2(paints.total() == 1, qPrintable(paints.names()));

        // A case is handed back: one counter, nothing else but the row of that case.
        paints.reset();
        Case back = blue;
        back.state = CaseState::FedBack;
        b.port.eventsAnswer = eventsOf({back, openCase(2, CaseLevel::Yellow)});
        b.live.update({back});
        QTRY_COMPARE(paints.of(b.part<WallCounter>(u"checkCounter"_s)), 1);
        QTRY_COMPARE(paints.of(b.part<WallLines>(u"eventsTile"_s)), 1);
        QVERIFY2(paints.total() == 2, qPrintable(paints.names()));
    }
    void agesChangeTogether()
    {
        WallBench b;
        QList<Case> all;
        for (quint64 i = 0; i < 5; ++i) {
            all.append(openCase(i, CaseLevel::Red, four() - minutes(40) - seconds(7 * i)));
            all.last().sceneDueAt = four() + hours(5);
        }
        b.live.reset(all);
        b.show();
        QVERIFY(b.wall->showScene(u"situation"_s));
        QVERIFY(QTest::qWaitForWindowExposed(b.wall.get()));
        QTRY_VERIFY(b.wall->isSettled());
        PaintCounter paints(*b.wall);
        QTest::qWait(600);
        paints.reset();
        for (int second = 1; second <= 60; ++second) {
            b.district.time.set(four() + seconds(second));
            b.wall->tick();
            QCoreApplication::processEvents();
        }
        QTest::qWait(100);
        const auto *list = b.part<WallCaseList>(u"burningList"_s);
        QVERIFY2(paints.of(list) <= 2, qPrintable(paints.names()));
        QCOMPARE(paints.of(b.part<WallClock>(u"wallClock"_s)), 60);
        QVERIFY2(paints.total() <= 90, qPrintable(paints.names()));
        QCOMPARE(paints.of(b.wall.get()), 0);
    }
    void rowsMoveInAndComeToRest()
    {
        WallBench b;
        const Case first = openCase(1, CaseLevel::Blue);
        b.port.eventsAnswer = eventsOf({first});
        b.live.reset({first});
        b.show();
        QVERIFY(QTest::qWaitForWindowExposed(b.wall.get()));
        QTRY_COMPARE(b.lines(u"eventsTile"_s).size(), 1);
        QTest::qWait(1200);
        PaintCounter paints(*b.wall);
        const Case added = openCase(2, CaseLevel::Yellow);
        b.port.eventsAnswer = eventsOf({added, first});
        b.live.update({added});
        const auto *list = b.part<WallLines>(u"eventsTile"_s);
        QTRY_COMPARE(list->lines().size(), 2);
        QTest::qWait(900);
        QVERIFY2(paints.of(list) > 2, qPrintable(paints.names())); // it moved
        QCOMPARE(paints.of(b.wall.get()), 0);
        QCOMPARE(paints.of(b.part<WallCaseList>(u"burningList"_s)), 0);
        paints.reset();
        QTest::qWait(500);
        QVERIFY2(paints.of(list) == 0, qPrintable(paints.names()));
    }
    void themeAndLanguageReachEverything()
    {
        WallBench b;
        b.live.reset({openCase(1, CaseLevel::Blue)});
        b.show();
        QCOMPARE(b.map.theme, MapTheme::Night);
        b.wall->setTheme(theme(ThemeName::Day));
        QCOMPARE(b.map.theme, MapTheme::Day);
        const QImage day = b.wall->grab().toImage();
        b.wall->setTheme(theme(ThemeName::Night));
        QVERIFY(b.wall->grab().toImage() != day);
        QTRY_VERIFY(b.wall->isSettled());
        const int before = b.map.retranslated;
        const int asked = b.port.eventsAsked;
        QEvent change(QEvent::LanguageChange);
        QCoreApplication::sendEvent(b.wall.get(), &change);
        QCOMPARE(b.map.retranslated, before + 1);
        QCOMPARE(b.port.eventsAsked, asked); // words change, not data
    }
    void aReportsTextIsNeverOnAWall()
    {
        const QString said = u"SENTINELTEXT"_s;
        const QString home = u"SENTINELHOME"_s;
        const QString spot = u"KNOWNCORNER"_s;
        WallBench b;
        QList<Case> all;
        for (const CaseSource source : {CaseSource::Hotline, CaseSource::App, CaseSource::Patrol}) {
            for (const bool isPlaced : {true, false}) {
                Case subject = openCase(static_cast<quint64>(all.size()),
                                        CaseLevel::Red,
                                        four() - hours(5) + minutes(all.size()));
                subject.source = source;
                subject.text = said;
                subject.address = hasReporter(source) ? home : spot;
                if (!isPlaced) {
                    subject.street.clear();
                    subject.grid.clear();
                }
                all.append(subject);
            }
        }
        b.live.reset(all);
        b.port.eventsAnswer = eventsOf(all);
        for (const WallEvent &event : b.port.eventsAnswer.value().events) {
            QVERIFY(event.subject.text.isEmpty());
        }
        b.show({3840, 2160});
        for (const Case &subject : std::as_const(all)) {
            WallIncident incident;
            incident.asOf = four();
            incident.record.subject = subject; // as if the port had forgotten to leave it out
            b.port.incidentAnswer = incident;
            for (const WallScene &scene : b.wall->scenes().all()) {
                QVERIFY(b.wall->showScene(u"situation"_s));
                QVERIFY(b.wall->showScene(scene.id));
                b.wall->screen().refresh();
                QTRY_VERIFY(b.wall->isSettled());
                const QString texts = TextProbe::allTextOf(*b.wall);
                QVERIFY2(!texts.contains(u"SENTINEL"_s), qPrintable(texts));
            }
        }
        // The last one was found by a patrol: the probe sees what is painted.
        emit b.district.districtChanged();
        QVERIFY(b.wall->showScene(u"incident"_s));
        QTRY_VERIFY(TextProbe::allTextOf(*b.wall).contains(spot));
    }
    void theMapGoesToTheUrgentCaseAndBack()
    {
        WallBench b;
        Case red = openCase(1, CaseLevel::Red, four() - minutes(2));
        red.place = GeoPoint{116.42, 39.93};
        b.live.reset({openCase(2, CaseLevel::Blue)});
        b.show();
        QCOMPARE(b.map.sights.last().kind, MapSight::Kind::District);
        QCOMPARE(b.map.gridStyle, GridStyle::OpenLoad);
        b.live.update({red});
        b.wall->tick();
        QCOMPARE(b.wall->shown().why, WallShown::Why::Takeover);
        QCOMPARE(b.map.sights.last().kind, MapSight::Kind::Around);
        QCOMPARE(b.map.sights.last().middle, *red.place);
        QCOMPARE(b.port.incidentsAsked.last().value, red.id.value);
        QVERIFY(b.wall->showScene(u"situation"_s));
        QCOMPARE(b.map.sights.last().kind, MapSight::Kind::District);
        QVERIFY(!b.wall->showScene(u"no-such-scene"_s));
    }
    void aLostStoreHoldsTheScene()
    {
        WallBench b;
        b.show();
        const QString scene = b.wall->shown().scene;
        b.setState(StoreState::Stale);
        Case red = openCase(1, CaseLevel::Red, four() - minutes(2));
        b.live.update({red});
        b.wall->tick();
        QCOMPARE(b.wall->shown().scene, scene);
        b.setState(StoreState::Live);
        b.wall->tick();
        QCOMPARE(b.wall->shown().incident, red.id.value);
    }
    void namesOfStaffAreASetting()
    {
        WallBench b;
        WallDuty duty;
        duty.asOf = four();
        duty.posts = {{u"street"_s, u"110101001"_s, 1, {u"KNOWNNAME"_s}, four() + hours(2)}};
        b.port.dutyAnswer = duty;
        b.show();
        QVERIFY(b.wall->showScene(u"duty"_s));
        QTRY_VERIFY(b.wall->isSettled());
        QVERIFY(!TextProbe::allTextOf(*b.wall).contains(u"KNOWNNAME"_s));
        WallOptions options;
        options.showsNames = true;
        b.wall->setOptions(options);
        QVERIFY(TextProbe::allTextOf(*b.wall).contains(u"KNOWNNAME"_s));
    }
    void takesNoInput()
    {
        WallBench b;
        b.show();
        for (const QWidget *part : b.wall->findChildren<QWidget *>()) {
            QVERIFY2(part->focusPolicy() == Qt::NoFocus || part == b.mapWidget,
                     part->metaObject()->className());
        }
    }
};
static const TestRegistration<TestWall> sRegistration;

} // namespace gridward

#include "test_wall.moc"
