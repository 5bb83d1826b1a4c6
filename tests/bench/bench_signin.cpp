// SPDX-License-Identifier: GPL-3.0-or-later
// Does the time that signing in takes tell whether a name exists? Median of five, as a ratio; the
// order of the two is turned each time. And what one attempt costs.
#include "models/service/signindesk.h"
#include "models/store/geopackagestore.h"
#include "tests/support/storebuilders.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>

#include <algorithm>
#include <array>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace gridward;

namespace {

constexpr int kRounds = 5;
constexpr int kAttempts = 4;

double attempts(Store &store, const PasswordHasher &hasher, const QString &name, Instant at)
{
    FixedClock clock{at};
    SignInDesk desk(store, clock, u"bench"_s, hasher);
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < kAttempts; ++i) {
        const Result<SignInOutcome> outcome =
            desk.signIn({name, Secret::fromText(u"wrong"_s), false});
        if (!outcome || outcome.value().kind != SignInOutcome::Kind::Wrong) {
            std::fprintf(stderr, "an attempt was not looked at\n");
            std::exit(1);
        }
        clock.set(clock.now() + SignInDesk::kLongestDelay);
    }
    return static_cast<double>(timer.nsecsElapsed()) / 1e6 / kAttempts;
}

double median(std::array<double, kRounds> values)
{
    std::ranges::sort(values);
    return values.at(kRounds / 2);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QTemporaryDir folder;
    StoreInfo info = smallInfo();
    info.purpose = u"real"_s;
    auto made = GeoPackageStore::create(folder.filePath(u"bench.gpkg"_s), info);
    const std::unique_ptr<GeoPackageStore> store = std::move(made).value();
    const PasswordHasher hasher;
    const FixedClock clock{testStart()};
    if (!fillSmallDistrict(*store) || !store->publish() ||
        !SignInDesk(*store, clock, u"bench"_s, hasher)
             .makeAdministrator(u"chief"_s, Secret::fromText(u"correct-Horse-7"_s))) {
        return 1;
    }
    std::array<double, kRounds> known{};
    std::array<double, kRounds> unknown{};
    for (std::size_t i = 0; i < kRounds; ++i) {
        const Instant at = testStart() + std::chrono::hours(48 * (static_cast<int>(i) + 1));
        const auto run = [&](bool exists) {
            (exists ? known : unknown).at(i) =
                attempts(*store, hasher, exists ? u"chief"_s : u"nobody"_s, at);
        };
        run(i % 2 == 0);
        run(i % 2 != 0);
    }
    std::printf("sign-in, wrong password: known name %.1f ms, unknown name %.1f ms, ratio %.3f\n",
                median(known),
                median(unknown),
                median(known) / median(unknown));
    return 0;
}
