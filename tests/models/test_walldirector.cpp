// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/view/wall/walldirector.h"
#include "models/view/wall/wallscenes.h"
#include "tests/support/testregistry.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;
using Why = WallShown::Why;

constexpr int kNoon = 12 * 60;

Instant start()
{
    return *instantFromIso(u"2026-11-20T04:00:00Z");
}

Case urgent(quint64 number, CaseLevel level, Instant reported = start() + minutes(1))
{
    Case subject;
    subject.id = CaseId::make(reported, 0, number);
    subject.state = CaseState::Handling;
    subject.level = level;
    subject.dueAt = reported + hours(2);
    return subject;
}

/** The scenes of the program, and nothing open. */
struct Wall
{
    WallDirector director;
    WallDirector::Steady time{};

    Wall()
    {
        director.setScenes(WallScenes::read().all());
        director.setCases({}, start());
    }
    const WallShown &after(WallDirector::Steady passed, int minute = kNoon)
    {
        time += passed;
        return director.advance(time, minute);
    }
};

} // namespace

class TestWallDirector : public QObject
{
    Q_OBJECT
private slots:
    void scenesTakeTurns()
    {
        Wall wall;
        QStringList seen;
        for (int second = 0; second < 60 + 30 + 30 + 30 + 5; ++second) {
            const QString &scene = wall.after(seconds(second == 0 ? 0 : 1)).scene;
            if (seen.isEmpty() || seen.last() != scene) {
                seen.append(scene);
            }
        }
        QCOMPARE(
            seen,
            (QStringList{u"situation"_s, u"streets"_s, u"duty"_s, u"month"_s, u"situation"_s}));
    }
    void hoursOfTheDay()
    {
        Wall wall;
        QList<WallScene> scenes = WallScenes::read().all();
        for (WallScene &scene : scenes) {
            if (scene.id == "situation"_L1) {
                scene.fromMinute = 20 * 60; // over midnight
                scene.toMinute = 6 * 60;
            }
        }
        wall.director.setScenes(scenes);
        QCOMPARE(wall.after(seconds(0), 23 * 60).scene, u"situation"_s);
        QCOMPARE(wall.after(seconds(1), 5 * 60 + 59).scene, u"situation"_s);
        QCOMPARE(wall.after(seconds(1), 6 * 60).scene, u"streets"_s); // its time is over at once
        for (int i = 0; i < 200; ++i) {
            QVERIFY(wall.after(seconds(5)).scene != u"situation"_s);
        }
    }
    void noSceneHasATurn()
    {
        Wall wall;
        QList<WallScene> one{*WallScenes::read().find(u"duty"_s)};
        one.first().toMinute = 60;
        wall.director.setScenes(one);
        QCOMPARE(wall.after(seconds(1)).scene, u"duty"_s); // better than a dark wall
        wall.director.setScenes({});
        QVERIFY(wall.after(seconds(1)).why == Why::Turn);
    }
    void oneSceneStays()
    {
        Wall wall;
        wall.director.setScenes({*WallScenes::read().find(u"month"_s)});
        for (int i = 0; i < 100; ++i) {
            QCOMPARE(wall.after(seconds(7)).scene, u"month"_s);
        }
    }
    void nothingFlickers()
    {
        Wall wall;
        (void)wall.after(seconds(0));
        (void)wall.after(seconds(60)); // the next scene has just begun
        wall.director.takeChanges({urgent(1, CaseLevel::Orange)});
        QCOMPARE(wall.after(seconds(9)).scene, u"streets"_s);
        QCOMPARE(wall.after(seconds(1)).why, Why::Takeover);
    }
    void shortScenesDoNotKeepAnOrangeCaseOut()
    {
        Wall wall;
        QList<WallScene> scenes = WallScenes::read().all();
        for (WallScene &scene : scenes) {
            scene.seconds = std::min(scene.seconds, 4);
        }
        wall.director.setScenes(scenes);
        (void)wall.after(seconds(0));
        (void)wall.after(seconds(4)); // the next scene has just begun
        wall.director.takeChanges({urgent(1, CaseLevel::Orange)});
        for (int second = 1; second < 10; ++second) {
            QCOMPARE(wall.after(seconds(1)).scene, u"streets"_s);
        }
        QCOMPARE(wall.after(seconds(1)).why, Why::Takeover);
    }
    void anOrangeCaseTakesOverOnceAndGivesBack()
    {
        Wall wall;
        QCOMPARE(wall.after(seconds(0)).scene, u"situation"_s);
        (void)wall.after(seconds(50)); // ten of its seconds are left
        const Case orange = urgent(1, CaseLevel::Orange);
        wall.director.takeChanges({orange});
        WallShown shown = wall.after(seconds(0));
        QCOMPARE(shown.scene, u"incident"_s);
        QCOMPARE(shown.incident, orange.id.value);
        QCOMPARE(shown.why, Why::Takeover);
        wall.director.takeChanges({orange}); // it changes, and is no news
        QCOMPARE(wall.after(seconds(44)).scene, u"incident"_s);
        QCOMPARE(wall.after(seconds(1)).scene, u"situation"_s);
        QCOMPARE(wall.after(seconds(9)).scene, u"situation"_s);
        QCOMPARE(wall.after(seconds(2)).scene, u"streets"_s);
        for (int i = 0; i < 100; ++i) {
            QVERIFY(wall.after(seconds(13)).why == Why::Turn); // no reminder of orange ones
        }
    }
    void aRedCaseStaysUntilItIsHandedIn()
    {
        Wall wall;
        (void)wall.after(seconds(0));
        Case red = urgent(1, CaseLevel::Red);
        wall.director.takeChanges({red});
        QCOMPARE(wall.after(seconds(0)).incident, red.id.value);
        QCOMPARE(wall.after(seconds(200)).incident, red.id.value);
        red.handledAt = start() + minutes(5);
        wall.director.takeChanges({red});
        QCOMPARE(wall.after(seconds(1)).why, Why::Turn);
    }
    void aRedCaseThatEndsAtOnceIsShownForAMinute()
    {
        Wall wall;
        (void)wall.after(seconds(0));
        Case red = urgent(1, CaseLevel::Red);
        wall.director.takeChanges({red});
        (void)wall.after(seconds(0));
        red.handledAt = start();
        wall.director.takeChanges({red});
        QCOMPARE(wall.after(seconds(59)).incident, red.id.value);
        QCOMPARE(wall.after(seconds(1)).why, Why::Turn);
    }
    void aLoweredOrClosedCaseEndsItsTakeover_data()
    {
        QTest::addColumn<int>("level");
        QTest::addColumn<int>("state");
        QTest::newRow("lowered") << int(CaseLevel::Yellow) << int(CaseState::Handling);
        QTest::newRow("closed") << int(CaseLevel::Red) << int(CaseState::Closed);
        QTest::newRow("void") << int(CaseLevel::Red) << int(CaseState::Void);
    }
    void aLoweredOrClosedCaseEndsItsTakeover()
    {
        QFETCH(int, level);
        QFETCH(int, state);
        Wall wall;
        (void)wall.after(seconds(0));
        Case red = urgent(1, CaseLevel::Red);
        wall.director.takeChanges({red});
        (void)wall.after(seconds(15));
        red.level = static_cast<CaseLevel>(level);
        red.state = static_cast<CaseState>(state);
        wall.director.takeChanges({red});
        QCOMPARE(wall.after(seconds(1)).incident, red.id.value); // since a second only
        QCOMPARE(wall.after(seconds(10)).why, Why::Turn);
    }
    void aRedCaseIsNeverShownLongerThanFiveMinutesAndRemindedOfAfterTen()
    {
        Wall wall;
        (void)wall.after(seconds(0));
        const Case red = urgent(1, CaseLevel::Red);
        wall.director.takeChanges({red});
        (void)wall.after(seconds(0));
        QCOMPARE(wall.after(seconds(299)).why, Why::Takeover);
        QCOMPARE(wall.after(seconds(1)).why, Why::Turn);
        QCOMPARE(wall.after(seconds(585)).why, Why::Turn);
        QCOMPARE(wall.after(seconds(14)).why, Why::Turn);
        QCOMPARE(wall.after(seconds(1)).why, Why::Reminder);
        QCOMPARE(wall.director.shown().incident, red.id.value);
        QCOMPARE(wall.after(seconds(59)).why, Why::Reminder);
        QCOMPARE(wall.after(seconds(1)).why, Why::Turn);
    }
    void redComesBeforeOrange()
    {
        Wall wall;
        (void)wall.after(seconds(0));
        (void)wall.after(seconds(10));
        const Case orange = urgent(1, CaseLevel::Orange);
        const Case red = urgent(2, CaseLevel::Red);
        wall.director.takeChanges({orange});
        QCOMPARE(wall.after(seconds(5)).incident, orange.id.value);
        wall.director.takeChanges({red});
        QCOMPARE(wall.after(seconds(1)).incident, red.id.value);     // at once
        QCOMPARE(wall.after(seconds(20)).incident, orange.id.value); // it had five seconds only
    }
    void orangeWaitsForRed()
    {
        Wall wall;
        (void)wall.after(seconds(0));
        const Case red = urgent(1, CaseLevel::Red);
        const Case orange = urgent(2, CaseLevel::Orange);
        wall.director.takeChanges({red});
        (void)wall.after(seconds(0));
        wall.director.takeChanges({orange});
        QCOMPARE(wall.after(seconds(19)).incident, red.id.value);
        QCOMPARE(wall.after(seconds(1)).incident, orange.id.value);
    }
    void theNewestOfALevelComesFirst()
    {
        Wall wall;
        (void)wall.after(seconds(0));
        (void)wall.after(seconds(10));
        const Case first = urgent(1, CaseLevel::Orange);
        const Case second = urgent(2, CaseLevel::Orange);
        wall.director.takeChanges({first});
        wall.director.takeChanges({second});
        QCOMPARE(wall.after(seconds(1)).incident, second.id.value);
        QCOMPARE(wall.after(seconds(20)).incident, first.id.value);
        QCOMPARE(wall.after(seconds(45)).why, Why::Turn);
    }
    void manyAreShownTogether()
    {
        Wall wall;
        (void)wall.after(seconds(0));
        (void)wall.after(seconds(10));
        QList<Case> many;
        for (quint64 i = 0; i < 6; ++i) {
            many.append(urgent(i, CaseLevel::Orange));
        }
        wall.director.takeChanges(many);
        QCOMPARE(wall.after(seconds(1)).why, Why::Burst);
        QCOMPARE(wall.director.shown().scene, u"situation"_s);
        QCOMPARE(wall.after(seconds(59)).why, Why::Burst);
        QCOMPARE(wall.after(seconds(1)).why, Why::Turn);
    }
    void aRaisedCaseTakesOver()
    {
        Wall wall;
        (void)wall.after(seconds(0));
        (void)wall.after(seconds(10));
        Case subject = urgent(1, CaseLevel::Orange);
        wall.director.takeChanges({subject});
        (void)wall.after(seconds(0));
        QCOMPARE(wall.after(seconds(45)).why, Why::Turn);
        subject.level = CaseLevel::Red;
        wall.director.takeChanges({subject});
        QCOMPARE(wall.after(seconds(1)).incident, subject.id.value);
    }
    void atTheBeginningOnlyYoungCasesTakeOver()
    {
        Wall wall;
        const Case old = urgent(1, CaseLevel::Orange, start() - hours(5));
        const Case young = urgent(2, CaseLevel::Orange, start() - minutes(5));
        wall.director.setCases({old, young}, start());
        QCOMPARE(wall.after(seconds(0)).incident, young.id.value);
        QCOMPARE(wall.after(seconds(45)).why, Why::Turn);
    }
    void whatCameWhileTheStoreWasLostTakesOver()
    {
        Wall wall;
        const Case old = urgent(1, CaseLevel::Orange, start() - hours(5));
        wall.director.setCases({old}, start());
        (void)wall.after(seconds(1));
        wall.director.setLost(true);
        const WallShown before = wall.director.shown();
        QCOMPARE(wall.after(hours(2)), before); // the last picture stays
        const Case meanwhile = urgent(2, CaseLevel::Red, start() + minutes(30));
        wall.director.setLost(false);
        wall.director.setCases({old, meanwhile}, start() + hours(2));
        QCOMPARE(wall.after(seconds(1)).incident, meanwhile.id.value);
    }
    void nothingMovesWhileTheStoreIsLost()
    {
        Wall wall;
        (void)wall.after(seconds(0));
        const Case red = urgent(1, CaseLevel::Red);
        wall.director.takeChanges({red});
        (void)wall.after(seconds(30));
        wall.director.setLost(true);
        QCOMPARE(wall.after(hours(1)).incident, red.id.value);
        wall.director.setLost(false);
        QCOMPARE(wall.after(seconds(1)).why, Why::Takeover); // its time did not run
    }
    void theLevelIsASetting()
    {
        Wall wall;
        (void)wall.after(seconds(0));
        wall.director.setRules({CaseLevel::Red});
        wall.director.takeChanges({urgent(1, CaseLevel::Orange)});
        QCOMPARE(wall.after(seconds(1)).why, Why::Turn);
        wall.director.setRules({std::nullopt});
        wall.director.takeChanges({urgent(2, CaseLevel::Red)});
        QCOMPARE(wall.after(seconds(1)).why, Why::Turn);
    }
    void rulesSayWhatIsShownWhenTheyCome()
    {
        Wall wall;
        const Case red = urgent(1, CaseLevel::Red);
        wall.director.takeChanges({red, urgent(2, CaseLevel::Orange)});
        QCOMPARE(wall.after(seconds(1)).incident, red.id.value);
        wall.director.setRules({std::nullopt}); // as the settings are read after the cases
        QCOMPARE(wall.after(seconds(1)).why, Why::Turn);
        for (int minute = 0; minute < 25; ++minute) {
            QCOMPARE(wall.after(minutes(1)).why, Why::Turn); // no reminder either
        }
        // A monitor for urgent cases has them all the same.
        QVERIFY(wall.director.pin(u"incident"_s));
        QCOMPARE(wall.after(seconds(1)).incident, red.id.value);
    }
    void aTakeoverEndsWhereItsSceneIsNot()
    {
        Wall wall;
        wall.director.takeChanges({urgent(1, CaseLevel::Red)});
        QCOMPARE(wall.after(seconds(1)).why, Why::Takeover);
        QList<WallScene> share = WallScenes::read().all();
        share.removeIf([](const WallScene &scene) { return scene.id == kIncidentScene; });
        wall.director.setScenes(share);
        QCOMPARE(wall.after(seconds(1)).why, Why::Turn);
    }
    void whatWasHandedInBurnsLess()
    {
        Wall wall;
        (void)wall.after(seconds(0));
        Case late = urgent(1, CaseLevel::Red, start() - hours(20));
        late.handledAt = start(); // long after its time
        const Case burning = urgent(2, CaseLevel::Red, start() - hours(1));
        wall.director.setCases({late, burning}, start());
        QCOMPARE(wall.director.mostUrgent(), burning.id.value);
        QCOMPARE(wall.after(minutes(10)).why, Why::Reminder);
        QCOMPARE(wall.director.shown().incident, burning.id.value);
    }
    void turnsByHand()
    {
        Wall wall;
        wall.director.setTurnsByHand();
        QCOMPARE(wall.after(seconds(0)).scene, u"situation"_s);
        QCOMPARE(wall.after(hours(1)).scene, u"situation"_s); // its seconds do not count
        for (const QString &scene : {u"streets"_s, u"duty"_s, u"month"_s, u"situation"_s}) {
            wall.director.nextTurn();
            QCOMPARE(wall.after(seconds(0)).scene, scene);
            QCOMPARE(wall.after(minutes(15)).scene, scene);
        }
        wall.director.takeChanges({urgent(1, CaseLevel::Orange, start() + hours(2))});
        QCOMPARE(wall.after(seconds(1)).why, Why::Takeover); // as ever
    }
    void withoutAListManyAreShownOneByOne()
    {
        Wall wall;
        const WallScenes all = WallScenes::read();
        wall.director.setScenes({*all.find(u"duty"_s), *all.find(u"incident"_s)});
        (void)wall.after(seconds(0));
        (void)wall.after(seconds(10));
        QList<Case> many;
        for (quint64 i = 0; i < 6; ++i) {
            many.append(urgent(i, CaseLevel::Orange));
        }
        wall.director.takeChanges(many);
        QSet<QUuid> seen;
        for (int i = 0; i < 300; ++i) {
            const WallShown &shown = wall.after(seconds(1));
            QVERIFY(shown.why != Why::Burst);
            seen.insert(shown.incident);
        }
        seen.remove(QUuid());
        QCOMPARE(seen.size(), 6);
    }
    void aPinnedSceneStays()
    {
        Wall wall;
        const Case red = urgent(1, CaseLevel::Red, start() - hours(9));
        const Case orange = urgent(2, CaseLevel::Orange, start() - hours(9));
        wall.director.setCases({orange, red}, start());
        QVERIFY(!wall.director.pin(u"unknown"_s));
        QVERIFY(wall.director.pin(u"duty"_s));
        QCOMPARE(wall.after(hours(3)).scene, u"duty"_s);
        QVERIFY(wall.director.pin(u"incident"_s));
        QCOMPARE(wall.after(seconds(1)).incident, red.id.value); // the most urgent one
        QVERIFY(wall.director.pin(u"incident"_s, orange.id.value));
        QCOMPARE(wall.after(seconds(1)).incident, orange.id.value);
    }
    void theSameSceneAfterARestart()
    {
        Wall wall;
        (void)wall.after(seconds(0));
        (void)wall.after(seconds(61));
        QCOMPARE(wall.after(seconds(12)).scene, u"streets"_s);
        Wall again;
        again.director.resume(wall.director.state());
        QCOMPARE(again.after(seconds(0)).scene, u"streets"_s);
        QCOMPARE(again.after(seconds(17)).scene, u"streets"_s);
        QCOMPARE(again.after(seconds(2)).scene, u"duty"_s);

        const Case red = urgent(1, CaseLevel::Red, start() - hours(1));
        wall.director.takeChanges({red});
        (void)wall.after(seconds(1));
        for (const bool isOpen : {true, false}) {
            WallDirector next;
            next.setScenes(WallScenes::read().all());
            next.resume(wall.director.state());
            next.setCases(isOpen ? QList<Case>{red} : QList<Case>{}, start());
            QCOMPARE(next.advance(seconds(0), kNoon).incident, isOpen ? red.id.value : QUuid());
            QCOMPARE(next.advance(seconds(600), kNoon).scene, isOpen ? u"streets"_s : u"duty"_s);
        }
        WallDirector broken;
        broken.setScenes(WallScenes::read().all());
        broken.resume("no state");
        QCOMPARE(broken.advance(seconds(0), kNoon).scene, u"situation"_s);
    }
    /** Whatever happens: no lower level while a red one waits, none shown for less than ten seconds
     * but for a red one, and the turn comes back. */
    void anySequence()
    {
        QRandomGenerator random(20261123);
        for (int round = 0; round < 40; ++round) {
            Wall wall;
            QHash<quint64, Case> open;
            WallShown before = wall.after(seconds(0));
            WallDirector::Steady changed{};
            for (int step = 0; step < 500; ++step) {
                bool redCame = false;
                if (random.bounded(20) == 0) {
                    const auto number = static_cast<quint64>(random.bounded(30));
                    Case subject = open.value(
                        number,
                        urgent(number,
                               random.bounded(3) == 0 ? CaseLevel::Red : CaseLevel::Orange));
                    switch (random.bounded(4)) {
                    case 0:
                        subject.state = CaseState::Closed;
                        break;
                    case 1:
                        subject.handledAt = start();
                        break;
                    case 2:
                        subject.level = CaseLevel::Red;
                        break;
                    default:
                        break;
                    }
                    redCame = subject.level == CaseLevel::Red;
                    open.insert(number, subject);
                    wall.director.takeChanges({subject});
                }
                const WallShown shown = wall.after(seconds(1));
                if (shown != before) {
                    const bool isRed =
                        shown.why != Why::Turn && std::ranges::any_of(open, [&](const Case &one) {
                            return one.id.value == shown.incident && one.level == CaseLevel::Red;
                        });
                    QVERIFY2(wall.time - changed >= seconds(10) || redCame || isRed,
                             qPrintable(u"round %1 step %2"_s.arg(round).arg(step)));
                    changed = wall.time;
                }
                before = shown;
            }
            for (const Case &one : std::as_const(open)) {
                Case ended = one;
                ended.state = CaseState::Closed;
                wall.director.takeChanges({ended});
            }
            QVERIFY(wall.after(minutes(6)).why == Why::Turn ||
                    wall.after(minutes(1)).why == Why::Turn);
        }
    }
};
static const TestRegistration<TestWallDirector> sRegistration;

} // namespace gridward

#include "test_walldirector.moc"
