// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/streetdesk.h"

#include "models/domain/dutyroster.h"
#include "models/domain/organisationtree.h"
#include "models/domain/staffing.h"
#include "models/service/districtservice.h"
#include "models/store/accessstore.h"
#include "models/store/staffstore.h"

#include <QCoreApplication>
#include <QPromise>
#include <QSet>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(StreetDesk)
};

constexpr int kPiece = 300;      ///< cases: some twenty milliseconds of the store's thread
constexpr int kMostOfUnit = 500; ///< people
constexpr std::chrono::hours kSeenLately{1};
const auto kOfficeKind = u"subdistrict-office"_s;

/** The office and all that is below it, the office first. */
QList<Organisation> unitsOf(const QList<Organisation> &all, const QString &street, QString office)
{
    if (office.isEmpty()) {
        const auto found = std::ranges::find_if(all, [&](const Organisation &one) {
            return one.division == street && one.kind == kOfficeKind;
        });
        office = found == all.end() ? QString() : found->code;
    }
    return withThoseBelow(all, office);
}

Result<QSet<QString>> onDuty(Store &store, Instant now)
{
    const Result<QList<Shift>> shifts = store.shifts(now, now + std::chrono::milliseconds(1));
    const Result<QList<StaffPosition>> seen = store.staffPositions(now - kSeenLately);
    if (!shifts || !seen) {
        return shifts ? seen.error() : shifts.error();
    }
    QSet<QString> people;
    for (const Shift &shift : shifts.value()) {
        if (shift.from <= now && now < shift.to) {
            people.insert(shift.person);
        }
    }
    for (const StaffPosition &position : seen.value()) {
        if (position.at <= now) {
            people.insert(position.person);
        }
    }
    return people;
}

} // namespace

StandingReader::StandingReader(const StreetPart &part, Instant now, TurnsCache &cache)
    : mPart(part)
    , mNow(now)
    , mCache(cache)
{
}

Result<bool> StandingReader::readOn(Store &store)
{
    if (!mCount) {
        mCount.emplace(mPart.street, mNow, timeZoneNamed(store.info().timeZone), mPart.community);
    }
    CaseQuery query;
    query.street = mPart.street;
    query.before = mBefore;
    query.limit = kPiece;
    const Result<QList<Case>> cases = store.cases().list(query);
    if (!cases) {
        return cases.error();
    }
    for (const Case &subject : cases.value()) {
        if (subject.reportedAt && *subject.reportedAt < mCount->since()) {
            return false; // newest first: all that follow are older
        }
        const Result<CaseTurns> back = turns(store, subject);
        if (!back) {
            return back.error();
        }
        mCount->add(subject, back.value());
        mBefore = subject.id;
    }
    return cases.value().size() == kPiece;
}

Result<CaseTurns> StandingReader::turns(Store &store, const Case &subject)
{
    const auto known = mCache.constFind(subject.id.value);
    if (known != mCache.constEnd() && known->version == subject.version) {
        return *known;
    }
    const Result<QList<CaseEvent>> events = store.cases().events(subject.id);
    if (!events) {
        return events.error();
    }
    CaseTurns counted = turnsOf(events.value());
    counted.version = subject.version; // should more have been written meanwhile, it is read again
    mCache.insert(subject.id.value, counted);
    return counted;
}

Result<Standing> readStanding(Store &store, const StreetPart &part, Instant now)
{
    TurnsCache cache;
    StandingReader reader(part, now, cache);
    for (;;) {
        const Result<bool> more = reader.readOn(store);
        if (!more) {
            return more.error();
        }
        if (!more.value()) {
            return reader.result();
        }
    }
}

Result<StreetPart> partFor(Store &store, const User &user, const QString &street)
{
    const Result<std::shared_ptr<const AccessRules>> rules = store.access().rules();
    if (!rules) {
        return rules.error();
    }
    if (const std::optional<StreetPart> part = partSeen(*rules.value(), user, street)) {
        return *part;
    }
    return Error{ErrorCode::Refused,
                 Words::tr("%1 sees single cases of this street only: its list and its figures "
                           "would leave out those of others.")
                     .arg(user.name),
                 street};
}

Result<StreetOffice>
readOffice(Store &store, const QString &street, const QString &office, Instant now)
{
    const QDate today = localDayOf(now, timeZoneNamed(store.info().timeZone));
    const Result<QList<Organisation>> organisations = store.organisations();
    const Result<QSet<QString>> duty = onDuty(store, now);
    const Result<QList<Leave>> leaves = store.staff().leaves(today, today);
    if (!organisations || !duty || !leaves) {
        return !organisations ? organisations.error() : !duty ? duty.error() : leaves.error();
    }
    const LeaveBook away(leaves.value());
    StreetOffice found{street, unitsOf(organisations.value(), street, office), {}};
    for (const Organisation &unit : std::as_const(found.units)) {
        const Result<QList<Person>> people = store.peopleOf(unit.code, kMostOfUnit);
        if (!people) {
            return people.error();
        }
        for (const Person &person : people.value()) {
            found.people.append(
                {person, duty.value().contains(person.id), away.isAway(person.id, today)});
        }
    }
    return found;
}

struct StreetDesk::Reading
{
    User user;
    QString street;
    Instant now;
    std::shared_ptr<TurnsCache> cache;
    std::optional<StandingReader> reader = {}; ///< on the store's thread, once it may
    QPromise<Result<Standing>> answer = {};

    [[nodiscard]] Result<bool> readOn(Store &store)
    {
        if (!reader) {
            const Result<StreetPart> part = partFor(store, user, street);
            if (!part) {
                return part.error();
            }
            reader.emplace(part.value(), now, *cache);
        }
        return reader->readOn(store);
    }
};

StreetDesk::StreetDesk(DistrictService &district, QObject *parent)
    : StreetPort(parent)
    , mDistrict(district)
    , mCache(std::make_shared<TurnsCache>())
{
}

QFuture<Result<StreetOffice>> StreetDesk::office(const QString &street)
{
    const User &user = mDistrict.user();
    const bool isTheirs = user.division == street && !user.organisation.isEmpty();
    return mDistrict.askStore<StreetOffice>(
        [street, office = isTheirs ? user.organisation : QString(), now = mDistrict.clock().now()](
            Store &store) { return readOffice(store, street, office, now); });
}

QFuture<Result<Standing>> StreetDesk::standing(const QString &street)
{
    const auto reading =
        std::make_shared<Reading>(mDistrict.user(), street, mDistrict.clock().now(), mCache);
    reading->answer.start();
    QFuture<Result<Standing>> future = reading->answer.future();
    readOn(reading);
    return future;
}

void StreetDesk::readOn(const std::shared_ptr<Reading> &reading)
{
    mDistrict.askStore<bool>([reading](Store &store) { return reading->readOn(store); })
        .then(this, [this, reading](const Result<bool> &more) {
            if (more && more.value()) {
                readOn(reading);
                return;
            }
            reading->answer.addResult(more ? Result<Standing>(reading->reader->result())
                                           : Result<Standing>(more.error()));
            reading->answer.finish();
        });
}

} // namespace gridward
