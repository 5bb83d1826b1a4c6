// SPDX-License-Identifier: GPL-3.0-or-later
// What makes a wall read and show anew, and what must not.
#include "tests/support/testregistry.h"
#include "tests/support/wallbench.h"
#include "ui/wall/walltitle.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace gridward {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

class TestWallSources : public QObject
{
    Q_OBJECT
private slots:
    void whatOthersWriteBesideTheScenesChangesNothing()
    {
        const QTemporaryDir settings;
        WallBench b;
        b.show();
        WallOptions options;
        options.ownScenes = settings.filePath(u"wall"_s); // not there yet: as after installing
        b.wall->setOptions(options);
        QTRY_VERIFY(b.wall->isSettled());
        const QSignalSpy shown(b.wall.get(), &WallWorkspace::sceneChanged);
        const qsizetype sights = b.map.sights.size();
        for (int i = 0; i < 3; ++i) {
            QFile file(settings.filePath(u"gridward.ini"_s));
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write("x") == 1);
            file.close();
            QVERIFY(file.remove());
            QTest::qWait(700);
        }
        QCOMPARE(shown.size(), 0);
        QCOMPARE(b.map.sights.size(), sights);
        // The first scene of one's own is seen all the same.
        WallScene own = *b.wall->scenes().find(u"duty"_s);
        own.id = u"night"_s;
        QVERIFY(WallScenes::save(options.ownScenes, own));
        QTRY_VERIFY(b.wall->scenes().find(u"night"_s) != nullptr);
        QVERIFY(WallScenes::remove(options.ownScenes, u"night"_s));
        QTRY_VERIFY(b.wall->scenes().find(u"night"_s) == nullptr);
    }
    void theSameDistrictReadAnewKeepsWhatIsShown()
    {
        WallBench b;
        b.district.storeInfo.created = four() - hours(1);
        b.port.eventsAnswer = eventsOf({openCase(1, CaseLevel::Blue)});
        b.show();
        emit b.district.districtChanged();
        QTRY_COMPARE(b.lines(u"eventsTile"_s).size(), 1);
        const int asked = b.port.eventsAsked;
        b.port.eventsAnswer = Error{ErrorCode::Unreadable, u"Not now."_s, {}};
        emit b.district.districtChanged(); // midnight, an outage that is over, a leave
        QTest::qWait(50);
        QCOMPARE(b.lines(u"eventsTile"_s).size(), 1);
        QTest::qWait(1100);
        b.wall->tick();
        QTRY_COMPARE(b.port.eventsAsked, asked + 1);
        b.district.storeInfo.created = four(); // another store: nothing of the last one stays
        emit b.district.districtChanged();
        QTRY_VERIFY(b.lines(u"eventsTile"_s).isEmpty());
    }
    void nothingIsCountedTwiceAndNothingOfOthers()
    {
        WallBench b;
        b.show();
        QTRY_VERIFY(b.wall->isSettled());
        const auto now = [&b] {
            return b.wall->screen().data().rhythm().value->rhythm.today.at(16);
        };
        QCOMPARE(now(), 3);
        // Registered before the moment to which the answer counts, told of after it.
        b.live.update({openCase(5, CaseLevel::Blue, four() - seconds(1))});
        QCOMPARE(now(), 3);
        b.live.update({openCase(6, CaseLevel::Blue, four() + seconds(1))});
        QCOMPARE(now(), 4);
        Case gone; // of a street that this user may not see
        gone.id = CaseId::make(four() + seconds(2), 0, 7);
        gone.state = CaseState::Archived;
        b.live.update({gone});
        QCOMPARE(now(), 4);
        // The next answer counts to a moment before the last case: that one is not lost.
        WallRhythm next = b.port.rhythmAnswer.value();
        next.asOf = four();
        b.port.rhythmAnswer = next;
        b.wall->readAgain();
        b.wall->tick();
        QTRY_COMPARE(b.port.rhythmAsked, 2);
        QTRY_COMPARE(now(), 4);
    }
    void anOutageSaysItsDayAndAge()
    {
        WallBench b;
        b.show();
        QTRY_VERIFY(b.wall->isSettled());
        b.district.believed = four();
        b.setState(StoreState::Stale);
        const auto *notice = b.part<WallNotice>(u"wallNotice"_s);
        QVERIFY(notice->text().contains(u"16:00:00"_s));
        b.district.time.set(four() + hours(70));
        b.wall->tick();
        QVERIFY2(notice->text().contains(u"11-20 16:00"_s), qPrintable(notice->text()));
    }
    void withoutAnUrgentCaseNothingIsBeingRead()
    {
        WallBench b;
        b.show();
        QVERIFY(b.wall->showScene(u"incident"_s));
        QTRY_VERIFY(b.wall->isSettled());
        for (const QString &tile : {u"stagesTile"_s, u"calledTile"_s, u"nearTile"_s}) {
            const auto *lines = b.part<WallLines>(tile);
            QVERIFY2(lines != nullptr && !lines->emptyText().contains(u"Reading"_s),
                     qPrintable(tile));
        }
    }
};

static const TestRegistration<TestWallSources> sRegistration;

} // namespace gridward

#include "test_wallsources.moc"
