// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/lifecycle.h"
#include "models/domain/scaledclock.h"
#include "models/service/simulation/demobuilder.h"
#include "models/service/simulation/demodistrict.h"
#include "models/service/simulation/demogeometry.h"
#include "models/service/simulation/liveplayer.h"
#include "models/service/simulation/simulationdata.h"
#include "models/service/simulation/staffplayer.h"
#include "models/service/storecheck.h"
#include "models/store/geopackagestore.h"
#include "tests/support/testregistry.h"

#include <QSet>
#include <QTemporaryDir>

#include <cmath>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

/** Every look at it is half an hour later. */
class HurryingClock final : public Clock
{
public:
    explicit HurryingClock(Instant start)
        : mNow(start)
    {
    }
    Instant now() const override { return mNow += std::chrono::minutes(30); }

private:
    mutable Instant mNow;
};

/** What is in the log by then, in an order that does not depend on how it came there. */
QStringList eventsUntil(Store &store, Instant until)
{
    QStringList lines;
    (void)store.cases().visitAll([&](const Case &subject, const QList<CaseEvent> &events) {
        for (const CaseEvent &event : events) {
            if (event.at < until) {
                lines.append(subject.id.toText() + u' ' + toIsoText(event.at) + u' ' +
                             QString::fromLatin1(event.hash.toHex()));
            }
        }
        return true;
    });
    lines.sort();
    return lines;
}

int openIn(Store &store)
{
    int open = 0;
    (void)store.cases().visitAll([&](const Case &subject, const QList<CaseEvent> &) {
        open += isOpen(subject.state) ? 1 : 0;
        return true;
    });
    return open;
}

} // namespace

class TestLivePlayer : public QObject
{
    Q_OBJECT
private:
    QTemporaryDir mFolder;

    static LiveFolders folders()
    {
        const QString resources = QStringLiteral(GRIDWARD_TEST_DATA) + u"/../../resources"_s;
        return {resources + u"/demo"_s, resources + u"/catalogue"_s};
    }
    static StoreInfo info()
    {
        StoreInfo info;
        info.district = u"110101"_s;
        info.purpose = u"demo"_s;
        info.scheme = defaultScheme();
        info.created = *instantFromIso(u"2026-11-21T02:00:00Z");
        info.simulatedAt = info.created;
        info.seed = 5;
        return info;
    }

    [[nodiscard]] std::unique_ptr<GeoPackageStore> demo(const QString &name) const
    {
        std::unique_ptr<GeoPackageStore> store =
            GeoPackageStore::create(mFolder.filePath(name), info()).value();
        DemoOptions options;
        options.at = info().created;
        options.days = 30;
        options.open = kOpen;
        options.cases = 4000;
        options.seed = info().seed;
        options.dataFolder = folders().data;
        options.catalogueFolder = folders().catalogue;
        const Result<DemoReport> made = buildDemo(*store, options, {});
        return made && store->publish() ? std::move(store) : nullptr;
    }
    static constexpr std::chrono::hours kBehind{2}; ///< by day something happens in each
    static Instant lastEventOf(Store &store)
    {
        const auto last = store.cases().latestEvents(1, {});
        return last && !last.value().isEmpty() ? last.value().first().at : Instant{};
    }
    /** Plays for so long at a day a second. */
    static Result<void> play(Store &store, std::chrono::hours length)
    {
        const ScaledClock clock(info().created, 86'400.0);
        return playLive(
            store,
            folders(),
            clock,
            // A busy machine falls behind the clock: what it has yet to play belongs to that time.
            [&] {
                const Instant end = info().created + length;
                return clock.now() < end || lastEventOf(store) < end - kBehind;
            },
            [](const Error &error) { qWarning("%s", qPrintable(error.message)); });
    }
    /** Turns that fall into the day that begins so many after the demo was made. */
    static qsizetype shiftsOn(Store &store, int day)
    {
        const Instant from = info().created + std::chrono::days(day);
        return store.shifts(from, from + std::chrono::days(1)).value().size();
    }
    static constexpr int kOpen = 800;

private slots:
    void takesCasesThroughTheirLives()
    {
        const std::unique_ptr<GeoPackageStore> store = demo(u"lives.gpkg"_s);
        QVERIFY(store);
        const int before = openIn(*store);
        QCOMPARE(before, kOpen);
        constexpr std::chrono::days kLength{13};
        const Result<void> played = play(*store, kLength);
        QVERIFY2(played, played ? "" : qPrintable(played.error().message));
        // As many as there were, and other ones: of those at the beginning most have ended.
        const int after = openIn(*store);
        QVERIFY2(std::abs(after - kOpen) <= kOpen / 5, qPrintable(QString::number(after)));
        int old = 0;
        int closed = 0;
        QSet<CaseAction> taken;
        (void)store->cases().visitAll([&](const Case &subject, const QList<CaseEvent> &events) {
            old += isOpen(subject.state) && events.first().at < info().created ? 1 : 0;
            closed += subject.closedAt && *subject.closedAt > info().created ? 1 : 0;
            for (const CaseEvent &event : events) {
                if (event.at > info().created) {
                    taken.insert(event.action);
                }
            }
            return true;
        });
        QVERIFY2(old < kOpen / 10, qPrintable(QString::number(old)));
        QVERIFY2(closed > 2000, qPrintable(QString::number(closed)));
        for (const CaseAction action : {CaseAction::Report,
                                        CaseAction::Verify,
                                        CaseAction::File,
                                        CaseAction::Refuse,
                                        CaseAction::Dispatch,
                                        CaseAction::Return,
                                        CaseAction::Accept,
                                        CaseAction::Assign,
                                        CaseAction::Handle,
                                        CaseAction::Feedback,
                                        CaseAction::Rework,
                                        CaseAction::Check,
                                        CaseAction::Close,
                                        CaseAction::Urge,
                                        CaseAction::Call,
                                        CaseAction::Arrive,
                                        CaseAction::Checkin,
                                        CaseAction::Release}) {
            QVERIFY2(taken.contains(action), qPrintable(toId(action)));
        }
        const Result<QList<CheckFinding>> found = checkStore(*store, [](int) { return true; });
        QVERIFY(found);
        for (const CheckFinding &finding : found.value()) {
            qWarning("%s", qPrintable(finding.message));
        }
        QVERIFY(found.value().isEmpty());
    }
    void theSameSeedGoesOnInTheSameWay()
    {
        std::unique_ptr<GeoPackageStore> stores[2];
        Instant until = info().created + std::chrono::hours(40);
        for (int i = 0; i < 2; ++i) {
            stores[i] = demo(u"same%1.gpkg"_s.arg(i));
            QVERIFY(stores[i]);
            QVERIFY(play(*stores[i], std::chrono::hours(60)));
            // Not the last hours: one of them may have come further than the other, much further
            // on a machine that has other things to do.
            Instant last{};
            (void)stores[i]->cases().visitAll([&](const Case &, const QList<CaseEvent> &events) {
                last = std::max(last, events.last().at);
                return true;
            });
            until = std::min(until, last - std::chrono::hours(12));
        }
        QVERIFY(until > info().created + std::chrono::hours(6));
        const QStringList events = eventsUntil(*stores[0], until);
        QVERIFY(events.size() > 10'000);
        QCOMPARE(events, eventsUntil(*stores[1], until));
    }
    void staffWalkInsideOfTheirGrids()
    {
        const SimulationData data = readSimulationData(folders().data, folders().catalogue).value();
        const DemoDistrict district = buildDemoDistrict(data, info().created, 5).value();
        StaffPlayer player(district);
        QHash<QString, GeoPoint> last;
        int moves = 0;
        for (int i = 0; i < 60; ++i) {
            const Instant now = info().created + i * std::chrono::seconds(20);
            const QList<StaffPosition> positions = player.walk(now);
            QVERIFY(positions.size() > 300);
            QSet<QString> people;
            for (const StaffPosition &position : positions) {
                QCOMPARE(position.at, now);
                QCOMPARE(district.grids.at(district.gridAt(position.place)).code, position.grid);
                QVERIFY(!people.contains(position.person));
                people.insert(position.person);
                if (last.contains(position.person)) {
                    const double metres =
                        metresBetween(last.value(position.person), position.place);
                    QVERIFY2(metres < 61.0, qPrintable(QString::number(metres)));
                    moves += metres > 1.0 ? 1 : 0;
                }
                last.insert(position.person, position.place);
            }
        }
        QVERIFY(moves > 10'000);
    }
    void theRosterGoesOn()
    {
        const std::unique_ptr<GeoPackageStore> store = demo(u"roster.gpkg"_s);
        QVERIFY(store);
        const SimulationData data = readSimulationData(folders().data, folders().catalogue).value();
        const DemoDistrict district = buildDemoDistrict(data, info().created, 5).value();
        StaffPlayer player(district);
        for (int day = 0; day < 60; ++day) {
            QVERIFY(player.play(*store, info().created + std::chrono::days(day)));
        }
        // What was left open on purpose makes one more of each such day.
        QVERIFY(std::abs(shiftsOn(*store, 60) - shiftsOn(*store, 4)) <= 2);
        QVERIFY(shiftsOn(*store, 4) > 30);
    }
    void theRosterGoesOnAfterAPause()
    {
        const std::unique_ptr<GeoPackageStore> store = demo(u"pause.gpkg"_s);
        QVERIFY(store);
        const SimulationData data = readSimulationData(folders().data, folders().catalogue).value();
        const DemoDistrict district = buildDemoDistrict(data, info().created, 5).value();
        const qsizetype usual = shiftsOn(*store, 4);
        QVERIFY(usual > 30);
        for (const int day : {36, 150}) { // it has ended, by less than a period and by more
            QCOMPARE(shiftsOn(*store, day), 0);
            const Instant now = info().created + std::chrono::days(day);
            StaffPlayer player(district);
            QVERIFY(player.play(*store, now));
            QVERIFY(std::abs(shiftsOn(*store, day) - usual) <= 2);
            QVERIFY(player.play(*store, now + std::chrono::minutes(1)));
            for (int ahead = 1; ahead < 10; ++ahead) {
                QVERIFY(std::abs(shiftsOn(*store, day + ahead) - usual) <= 2);
            }
        }
    }
    void waitsForALockedStore()
    {
        const QString file = mFolder.filePath(u"s.gpkg"_s);
        const std::unique_ptr<GeoPackageStore> store =
            GeoPackageStore::create(file, info()).value();
        QVERIFY(store->publish());
        QVERIFY(store->connection().execute(u"PRAGMA busy_timeout=20"_s));
        SqlConnection other;
        QVERIFY(other.open(file));
        QVERIFY(other.begin());
        const HurryingClock clock(info().created);
        int asked = 0;
        int told = 0;
        int askedWhenTold = 0;
        const Result<void> played = playLive(
            *store,
            folders(),
            clock,
            [&] {
                ++asked;
                // Locked for some attempts more, then free.
                if (told == 1 && other.isOpen() && asked > askedWhenTold + 3) {
                    other.rollback();
                    other.close();
                }
                return store->cases().list({}).value().size() < 3; // may be more: see the end
            },
            [&](const Error &error) {
                ++told;
                askedWhenTold = asked;
                QCOMPARE(error.code, ErrorCode::Unreachable);
            });
        QVERIFY2(played, played ? "" : qPrintable(played.error().message));
        QCOMPARE(told, 1);
        QVERIFY(store->cases().list({}).value().size() >= 3);
    }
    void waitsForAFileThatIsAway()
    {
        const QString file = mFolder.filePath(u"away.gpkg"_s);
        const QString elsewhere = file + u".elsewhere"_s;
        const std::unique_ptr<GeoPackageStore> store =
            GeoPackageStore::create(file, info()).value();
        QVERIFY(store->publish());
        const auto count = [&store] { return store->cases().list({}).value().size(); };
        qsizetype before = 0;
        qsizetype meanwhile = 0;
        int looks = 0;
        int told = 0;
        const Result<void> played = playLive(
            *store,
            folders(),
            HurryingClock(info().created),
            [&] {
                if (before == 0 && count() > 0) {
                    before = count();
                    return QFile::rename(file, elsewhere);
                }
                if (before > 0 && QFile::exists(elsewhere) && ++looks > 3) {
                    meanwhile = count();
                    return QFile::rename(elsewhere, file);
                }
                return before == 0 || count() == before;
            },
            [&](const Error &error) {
                ++told;
                QCOMPARE(error.code, ErrorCode::Unreachable);
            });
        QVERIFY2(played, played ? "" : qPrintable(played.error().message));
        QCOMPARE(meanwhile, before); // nothing is written into a file that nobody finds
        QVERIFY(count() > before);
        QCOMPARE(told, 1);
    }
    void leavesOtherStoresAlone()
    {
        StoreInfo real = info();
        real.purpose = u"real"_s;
        const std::unique_ptr<GeoPackageStore> store =
            GeoPackageStore::create(u":memory:"_s, real).value();
        const Result<void> played = playLive(
            *store,
            folders(),
            HurryingClock(real.created),
            [] { return true; },
            [](const Error &) {});
        QCOMPARE(played.error().code, ErrorCode::Refused);
    }
};

static const TestRegistration<TestLivePlayer> registration;

} // namespace gridward

#include "test_liveplayer.moc"
