// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/simulation/liveplayer.h"
#include "models/store/geopackagestore.h"
#include "tests/support/testregistry.h"

#include <QTemporaryDir>

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

private slots:
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
                return store->cases().list({}).value().size() < 3;
            },
            [&](const Error &error) {
                ++told;
                askedWhenTold = asked;
                QCOMPARE(error.code, ErrorCode::Unreachable);
            });
        QVERIFY2(played, played ? "" : qPrintable(played.error().message));
        QCOMPARE(told, 1);
        QCOMPARE(store->cases().list({}).value().size(), 3);
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
