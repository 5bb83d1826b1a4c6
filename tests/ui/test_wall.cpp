// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/view/livecases.h"
#include "tests/support/fakedistrict.h"
#include "tests/support/fakemap.h"
#include "tests/support/testregistry.h"
#include "ui/theme/theme.h"
#include "ui/wall/wallarrangement.h"
#include "ui/wall/wallcaselist.h"
#include "ui/wall/wallchart.h"
#include "ui/wall/wallclock.h"
#include "ui/wall/wallcounter.h"
#include "ui/wall/walltitle.h"
#include "ui/wall/wallwords.h"
#include "ui/workspaces/wallworkspace.h"

#include <QAbstractBarSeries>
#include <QBarSet>
#include <QChart>
#include <QChartView>
#include <QHash>
#include <QLineSeries>
#include <QStackedBarSeries>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

/** A Friday, 16:00 in Beijing. */
Instant four()
{
    return *instantFromIso(u"2026-11-20T08:00:00Z");
}

Case openCase(quint64 number, CaseLevel level, Instant reported = four() - minutes(5))
{
    Case subject;
    subject.id = CaseId::make(reported, 0, number);
    subject.version = 1;
    subject.state = CaseState::Handling;
    subject.classKey = {defaultScheme(), CaseKind::Matter, u"06010"_s};
    subject.level = level;
    subject.reportedAt = reported;
    subject.street = u"110101001"_s;
    subject.grid = u"110101001001001"_s;
    subject.unit = u"UNIT"_s;
    return subject;
}

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

struct Bench
{
    FakeDistrict district;
    LiveCases live;
    FakeMap map;
    QWidget *mapWidget = new QWidget;
    std::unique_ptr<WallWorkspace> wall;

    explicit Bench(StoreState state = StoreState::Live)
    {
        district.time.set(four());
        district.storeState = state;
        district.storeInfo.name = u"东城区"_s;
        district.storeInfo.purpose = u"demo"_s;
        district.rhythm.day = QDate(2026, 11, 20);
        district.rhythm.hoursPassed = 17;
        district.rhythm.today.at(9) = 12;
        district.rhythm.today.at(16) = 3;
        district.rhythm.usual.fill(2.5);
        district.rhythm.usualDays = 20;
    }
    void show(QSize size = {1366, 768})
    {
        wall = std::make_unique<WallWorkspace>(district, live, map, mapWidget);
        wall->resize(size);
        wall->show();
    }
    void setState(StoreState state)
    {
        district.storeState = state;
        emit district.stateChanged(state);
    }
    template <typename T>
    [[nodiscard]] T *part(const QString &name) const
    {
        return wall->findChild<T *>(name);
    }
    [[nodiscard]] std::optional<int> counter(const QString &name) const
    {
        return part<WallCounter>(name)->number();
    }
    [[nodiscard]] QList<QUuid> rows(const QString &list) const
    {
        QList<QUuid> ids;
        for (const WallRow &row : part<WallCaseList>(list)->rows()) {
            ids.append(row.id);
        }
        return ids;
    }
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

    void arrangement_data()
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
    void arrangement()
    {
        QFETCH(QSize, size);
        const WallArrangement wall = arrangeWall(size);
        const QList<QRect> parts{
            wall.title, wall.counters, wall.chart, wall.map, wall.burning, wall.newest};
        for (qsizetype i = 0; i < parts.size(); ++i) {
            QVERIFY2(QRect(QPoint(), size).contains(parts.at(i)), qPrintable(QString::number(i)));
            QVERIFY(parts.at(i).width() >= 15 * wall.unit && parts.at(i).height() > 0);
            for (qsizetype j = 0; j < i; ++j) {
                QVERIFY2(!parts.at(i).intersects(parts.at(j)),
                         qPrintable(u"%1 and %2"_s.arg(i).arg(j)));
            }
        }
        QVERIFY(wall.title.contains(wall.clock) && wall.title.contains(wall.notice));
        QVERIFY(!wall.clock.intersects(wall.notice));
        const int shortSide = std::min(size.width(), size.height());
        QVERIFY(wall.unit * 60 >= shortSide);
        QVERIFY(wall.map.height() >= 12 * wall.unit);

        Bench b;
        b.district.newestCases = {openCase(1, CaseLevel::Blue)};
        b.show(size);
        QTRY_VERIFY(b.wall->isSettled());
        const auto *newest = b.part<WallCaseList>(u"newestList"_s);
        QVERIFY(!b.wall->grab().isNull());
        QCOMPARE(newest->visibleRows(), 1);
        QCOMPARE(newest->geometry(), wall.newest);
        QCOMPARE(b.mapWidget->geometry(), wall.map);
        QCOMPARE(b.mapWidget->font().pixelSize(), wall.unit);
    }
    void tenNewestFitEverywhere()
    {
        for (const QSize size : {QSize(1366, 768), QSize(5760, 1080), QSize(1080, 1920)}) {
            Bench b;
            for (quint64 i = 0; i < 12; ++i) {
                b.district.newestCases.append(openCase(i, CaseLevel::Yellow));
            }
            b.show(size);
            const auto *newest = b.part<WallCaseList>(u"newestList"_s);
            QTRY_COMPARE(newest->rows().size(), 10);
            QCOMPARE(newest->visibleRows(), 10);
        }
    }
    void countersFollowChanges()
    {
        Bench b;
        b.live.reset({openCase(1, CaseLevel::Blue), openCase(2, CaseLevel::Red)});
        b.show();
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
    void figuresAreGrouped()
    {
        QWidget parent;
        WallCounter counter(u"c"_s, WallCounter::Tone::Plain, &parent);
        QCOMPARE(counter.numberText(), u"–"_s);
        counter.setNumber(12345);
        QCOMPARE(counter.numberText(), u"12,345"_s);
    }
    void newestFollowsAndIsNotAskedTooOften()
    {
        Bench b;
        b.district.newestCases = {openCase(1, CaseLevel::Blue)};
        b.live.reset(b.district.newestCases);
        b.show();
        QTRY_COMPARE(b.rows(u"newestList"_s).size(), 1);
        const int asked = b.district.newestAsked;
        const Case second = openCase(2, CaseLevel::Yellow);
        b.district.newestCases.prepend(second);
        for (int i = 0; i < 50; ++i) {
            b.live.update({second});
        }
        QVERIFY(b.district.newestAsked <= asked + 1);
        QTRY_COMPARE(b.rows(u"newestList"_s).value(0), second.id.value);
        QVERIFY2(b.district.newestAsked <= asked + 2, qPrintable(QString::number(asked)));
        QTRY_VERIFY(b.wall->isSettled());
        const WallRow row = b.part<WallCaseList>(u"newestList"_s)->rows().first();
        QVERIFY(row.since.contains(u"5"_s));
        QVERIFY(!row.levelWord.isEmpty() && !row.state.isEmpty() && !row.unit.isEmpty());
        QVERIFY(row.place.contains(u"110101001001001"_s)); // a code without a name is its name
    }
    void agesAreWordedInTheDistrictsTime()
    {
        const DistrictNames names;
        const WallWords words{names, zoneNamed(u"Asia/Shanghai"_s), four()};
        QCOMPARE(words.since(four() - hours(2)), u"14:00"_s);
        QCOMPARE(words.since(four() - hours(24)), u"11-19 16:00"_s);
        QCOMPARE(words.since(*instantFromIso(u"2025-11-19T16:30:00Z")), u"2025-11-20 00:30"_s);
        QVERIFY(words.since(four() - minutes(12)).contains(u"12"_s));
        QCOMPARE(zoneNamed(QString()), QTimeZone::utc());
    }
    void burningComesFirst()
    {
        Bench b;
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
        QTRY_COMPARE(b.rows(u"burningList"_s),
                     (QList<QUuid>{lateRed.id.value, red.id.value, lateOrange.id.value}));
        const WallRow row = b.part<WallCaseList>(u"burningList"_s)->rows().first();
        QVERIFY(row.overdue && row.clock.contains(u"35"_s));
        QCOMPARE(row.unit, u"UNIT"_s);
        b.district.time.set(four() + minutes(2)); // the other orange one is late by now
        b.wall->tick();
        QCOMPARE(b.rows(u"burningList"_s).size(), 4);
        Case done = lateRed;
        done.state = CaseState::Closed;
        b.live.update({done});
        b.district.time.set(four() + minutes(3));
        b.wall->tick();
        QCOMPARE(b.rows(u"burningList"_s).value(0), red.id.value);
        b.live.reset({lateBlue});
        b.wall->tick();
        QVERIFY(b.rows(u"burningList"_s).isEmpty());
        QVERIFY(!b.part<WallCaseList>(u"burningList"_s)->emptyText().isEmpty());
    }
    void staleSaysSinceWhen()
    {
        Bench b;
        b.live.reset({openCase(1, CaseLevel::Red)});
        b.show();
        QTRY_VERIFY(b.wall->isSettled());
        auto *notice = b.part<WallNotice>(u"wallNotice"_s);
        QVERIFY(notice->isHidden());
        b.district.time.set(four() + seconds(7));
        b.wall->tick();
        b.setState(StoreState::Stale);
        QVERIFY(!notice->isHidden());
        QVERIFY2(notice->text().contains(u"16:00:07"_s), qPrintable(notice->text()));
        QVERIFY(b.part<WallCounter>(u"openCounter"_s)->isStale());
        QVERIFY(b.part<WallCaseList>(u"newestList"_s)->isStale());
        QVERIFY(!b.part<QWidget>(u"wallVeil"_s)->isHidden());
        b.district.time.set(four() + minutes(5));
        b.wall->tick(); // the clock goes on, the notice still says when it was
        QCOMPARE(b.part<WallClock>(u"wallClock"_s)->timeText(), u"16:05:00"_s);
        QVERIFY(notice->text().contains(u"16:00:07"_s));
        const int asked = b.district.newestAsked;
        b.setState(StoreState::Live);
        QVERIFY(notice->isHidden());
        QVERIFY(!b.part<WallCounter>(u"openCounter"_s)->isStale());
        QTRY_VERIFY(b.district.newestAsked > asked);
    }
    void everyStateIsDesigned()
    {
        Bench b(StoreState::None);
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
        QCOMPARE(b.district.newestAsked, 0);
        QCOMPARE(b.counter(u"openCounter"_s), std::nullopt);
        b.live.reset({});
        b.setState(StoreState::Live);
        QVERIFY(placeholder->isHidden());
        QTRY_VERIFY(b.wall->isSettled());
        QCOMPARE(b.counter(u"openCounter"_s), 0);
    }
    void titleSaysThatItIsSimulated()
    {
        Bench b;
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
        Bench b;
        b.show();
        QTRY_VERIFY(b.wall->isSettled());
        const auto *chart = b.part<WallChart>(u"wallChart"_s);
        QVERIFY(chart->title().contains(u"20"_s));
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
        QCOMPARE(b.district.rhythmAsked, 1);

        b.district.time.set(four() + hours(1));
        b.district.rhythm.hoursPassed = 18;
        b.district.rhythm.today.at(16) = 6;
        b.wall->tick();
        QTRY_COMPARE(bars->barSets().at(0)->at(16), 6.0); // read anew with the hour
        QCOMPARE(bars->barSets().at(1)->at(16), 0.0);
        QCOMPARE(b.district.rhythmAsked, 2);
        b.wall->tick();
        QCOMPARE(b.district.rhythmAsked, 2);
    }
    void hiddenWallAsksNothing()
    {
        Bench b;
        b.show();
        QTRY_VERIFY(b.wall->isSettled());
        b.wall->hide();
        const int asked = b.district.newestAsked;
        b.district.newestCases = {openCase(9, CaseLevel::Red)};
        b.live.update(b.district.newestCases);
        emit b.district.districtChanged();
        QCOMPARE(b.district.newestAsked, asked);
        b.wall->show();
        QTRY_COMPARE(b.rows(u"newestList"_s).size(), 1);
        QCOMPARE(b.counter(u"openCounter"_s), 1);
        QCOMPARE(b.rows(u"burningList"_s).size(), 1);
    }
    void onlyWhatChangedIsRepainted()
    {
        Bench b;
        b.district.newestCases = {openCase(1, CaseLevel::Blue), openCase(2, CaseLevel::Orange)};
        b.live.reset(b.district.newestCases);
        b.show({1920, 1080});
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
        Case back = openCase(1, CaseLevel::Blue);
        back.state = CaseState::FedBack;
        b.district.newestCases = {back, openCase(2, CaseLevel::Orange)};
        b.live.update({back});
        QTRY_COMPARE(paints.of(b.part<WallCounter>(u"checkCounter"_s)), 1);
        QTRY_COMPARE(paints.of(b.part<WallCaseList>(u"newestList"_s)), 1);
        QVERIFY2(paints.total() == 2, qPrintable(paints.names()));
    }
    void rowsMoveInAndComeToRest()
    {
        Bench b;
        b.district.newestCases = {openCase(1, CaseLevel::Blue)};
        b.live.reset(b.district.newestCases);
        b.show();
        QVERIFY(QTest::qWaitForWindowExposed(b.wall.get()));
        QTRY_COMPARE(b.rows(u"newestList"_s).size(), 1);
        QTest::qWait(1200);
        PaintCounter paints(*b.wall);
        const Case added = openCase(2, CaseLevel::Yellow);
        b.district.newestCases.prepend(added);
        b.live.update({added});
        const auto *list = b.part<WallCaseList>(u"newestList"_s);
        QTRY_COMPARE(list->rows().size(), 2);
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
        Bench b;
        b.district.newestCases = {openCase(1, CaseLevel::Red)};
        b.live.reset(b.district.newestCases);
        b.show();
        QCOMPARE(b.map.theme, MapTheme::Night);
        b.wall->setTheme(theme(ThemeName::Day));
        QCOMPARE(b.map.theme, MapTheme::Day);
        const QImage day = b.wall->grab().toImage();
        b.wall->setTheme(theme(ThemeName::Night));
        QVERIFY(b.wall->grab().toImage() != day);
        QTRY_VERIFY(b.wall->isSettled());
        const int before = b.map.retranslated;
        const int asked = b.district.newestAsked;
        QEvent change(QEvent::LanguageChange);
        QCoreApplication::sendEvent(b.wall.get(), &change);
        QCOMPARE(b.map.retranslated, before + 1);
        QCOMPARE(b.district.newestAsked, asked); // words change, not data
    }
    void takesNoInput()
    {
        Bench b;
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
