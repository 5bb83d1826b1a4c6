// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/unitdesk.h"

#include "models/domain/dutyroster.h"
#include "models/domain/scaledclock.h"
#include "models/store/staffstore.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr std::chrono::hours kBack{12};  ///< the longest turn
constexpr std::chrono::hours kAhead{24}; ///< four times what passes between two readings
constexpr std::chrono::hours kEvery{6};  ///< of the district's time
constexpr std::chrono::hours kSeen{1};   ///< as the ranking of units has it
constexpr std::chrono::milliseconds kAtOnce{50};
/** Positions come without end, and who is there is no news every second. */
constexpr std::chrono::minutes kCalmly{1};
/** However fast the clock of the district goes. */
constexpr std::chrono::seconds kOftenest{2};

} // namespace

Result<UnitPicture> readUnits(Store &store, Instant now, const QTimeZone &zone)
{
    const Result<QList<Organisation>> organisations = store.organisations();
    const Result<QList<Shift>> shifts = store.shifts(now - kBack, now + kAhead);
    const Result<QList<StaffPosition>> seen = store.staffPositions(now - kSeen);
    const QDate today = localDayOf(now, zone);
    const Result<QList<Leave>> leaves =
        store.staff().leaves(today.addDays(-1), localDayOf(now + kAhead, zone));
    if (!organisations || !shifts || !seen || !leaves) {
        return !organisations ? organisations.error()
               : !shifts      ? shifts.error()
               : !seen        ? seen.error()
                              : leaves.error();
    }
    UnitPicture picture;
    for (const Organisation &one : organisations.value()) {
        if (one.handles) {
            picture.units.append(one);
        }
    }
    QHash<QString, Person> people;
    const auto add = [&](const QString &id, Instant from, Instant to) -> Result<void> {
        if (!people.contains(id)) {
            const Result<std::optional<Person>> read = store.person(id);
            if (!read) {
                return read.error();
            }
            people.insert(id, read.value().value_or(Person{}));
        }
        const Person &person = people.value(id);
        if (!person.organisation.isEmpty() && from < to) {
            picture.crew.append({id, person.name, person.organisation, from, to});
        }
        return {};
    };
    const LeaveBook book(leaves.value());
    for (const Shift &shift : shifts.value()) {
        const auto acting = book.actingFor(shift.person, localDayOf(shift.from, zone));
        if (!acting) {
            continue; // away, and nobody acts
        }
        if (const Result<void> done = add(*acting, shift.from, shift.to); !done) {
            return done.error();
        }
    }
    for (const StaffPosition &position : seen.value()) {
        if (position.at > now || book.isAway(position.person, today)) {
            continue;
        }
        if (const Result<void> done = add(position.person, position.at, position.at + kSeen);
            !done) {
            return done.error();
        }
    }
    return picture;
}

UnitDesk::UnitDesk(DistrictService &district, QObject *parent)
    : UnitPort(parent)
    , mDistrict(district)
    , mUser(district.user().name)
{
    mSoon.setSingleShot(true);
    connect(&mSoon, &QTimer::timeout, this, &UnitDesk::read);
    mAhead.setInterval(realTimeOf(district.clock(), kEvery, kOftenest));
    connect(&mAhead, &QTimer::timeout, this, &UnitDesk::read);
    mAhead.start();
    connect(&mDistrict, &DistrictPort::stateChanged, this, [this](StoreState state) {
        if (state == StoreState::Live) {
            want(kAtOnce);
        } else if (state == StoreState::Opening) {
            forget(); // another district has other units
        }
    });
    connect(&mDistrict, &DistrictPort::userChanged, this, [this] {
        // What somebody else may see is not for whoever sits down now.
        const QString before = std::exchange(mUser, mDistrict.user().name);
        if (before != mUser) {
            forget();
        }
        want(kAtOnce);
    });
    connect(&mDistrict, &DistrictService::staffChanged, this, [this] { want(kCalmly); });
    connect(&mDistrict, &DistrictService::tablesChanged, this, [this](const QStringList &tables) {
        static const QSet<QString> kOurs{u"people"_s, u"organisations"_s, u"shifts"_s, u"leaves"_s};
        if (std::ranges::any_of(tables, [](const auto &one) { return kOurs.contains(one); })) {
            want(kAtOnce);
        }
    });
}

void UnitDesk::forget()
{
    ++mQuestion; // an answer on its way is the one from before
    if (mPicture != UnitPicture{}) {
        mPicture = {};
        emit pictureChanged();
    }
}

void UnitDesk::want(std::chrono::milliseconds within)
{
    if (!mSoon.isActive() || mSoon.remainingTimeAsDuration() > within) {
        mSoon.start(within);
    }
}

void UnitDesk::read()
{
    const int question = ++mQuestion;
    const QTimeZone zone = timeZoneNamed(mDistrict.info().timeZone);
    mDistrict
        .askStore<UnitPicture>([now = mDistrict.clock().now(), zone](Store &store) {
            return readUnits(store, now, zone);
        })
        .then(this, [this, question](const Result<UnitPicture> &read) {
            // What cannot be read is told by the district itself; the last picture stays.
            if (question == mQuestion && read && read.value() != mPicture) {
                mPicture = read.value();
                emit pictureChanged();
            }
        });
}

QFuture<Result<Person>> UnitDesk::person(const QString &id)
{
    return mDistrict.askStore<Person>([id](Store &store) -> Result<Person> {
        const Result<std::optional<Person>> read = store.person(id);
        if (!read) {
            return read.error();
        }
        if (!read.value()) {
            return Error{ErrorCode::NotFound, tr("Nobody has the number “%1”.").arg(id), {}};
        }
        return *read.value();
    });
}

} // namespace gridward
