// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storeseat.h"

#include "app/commands/commandactor.h"
#include "models/domain/scaledclock.h"
#include "models/service/districtpicture.h"
#include "models/store/storeopening.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(StoreSeat)
};

/** When something happened last, be it what the program does by itself; the epoch if never. */
Result<Instant> lastStepOf(Store &store)
{
    const Result<QList<LatestEvent>> latest = store.cases().latestEvents(1, std::nullopt);
    const Result<DistrictPicture> picture = readDistrictPicture(store, std::nullopt);
    if (!latest || !picture) {
        return latest ? picture.error() : latest.error();
    }
    Instant last = latest.value().isEmpty() ? Instant{} : latest.value().first().at;
    // Urging is not among the latest events, and goes to open cases only.
    for (const Case &open : picture.value().openCases) {
        const Result<QList<CaseEvent>> events = store.cases().events(open.id);
        if (!events) {
            return events.error();
        }
        if (!events.value().isEmpty()) {
            last = std::max(last, events.value().last().at);
        }
    }
    return last;
}

} // namespace

Result<DistrictSeat>
seatFor(const QString &path, const QString &user, const std::optional<Secret> &password)
{
    DistrictSeat seat;
    seat.user = user;
    Result<std::unique_ptr<Store>> opened = openStore(path);
    if (!opened) {
        return opened.error();
    }
    const std::unique_ptr<Store> store = std::move(opened).value();
    const Result<User> acting = actFor(*store, ActorClaim{user, password}, SystemClock().now());
    if (!acting) {
        return acting.error();
    }
    if (!store->info().trustsClaims()) {
        seat.proven = acting.value();
    }
    return seat;
}

Result<std::unique_ptr<Clock>>
playedClock(const QString &path, double speed, const std::optional<Instant> &from)
{
    Result<std::unique_ptr<Store>> opened = openStore(path);
    if (!opened) {
        return opened.error();
    }
    const std::unique_ptr<Store> store = std::move(opened).value();
    if (!store->info().isSimulated()) {
        return Error{ErrorCode::Refused,
                     Words::tr("--speed and --from play a demo, and “%1” is none. “gridward demo” "
                               "makes one.")
                         .arg(store->info().name),
                     {}};
    }
    const Result<Instant> stood = lastStepOf(*store);
    if (!stood) {
        return stood.error();
    }
    const Instant stands =
        std::max(stood.value(), store->info().simulatedAt.value_or(store->info().created));
    if (from && *from < stands) {
        return Error{ErrorCode::InvalidInput,
                     Words::tr("The demo “%1” stands at %2: --from cannot be before that. Leave it "
                               "out, or make a fresh demo.")
                         .arg(store->info().name, toIsoText(stands)),
                     {}};
    }
    return std::unique_ptr<Clock>(std::make_unique<ScaledClock>(from.value_or(stands), speed));
}

} // namespace gridward
