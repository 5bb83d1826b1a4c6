// SPDX-License-Identifier: GPL-3.0-or-later
// What has to be read of a district: at its opening, and after somebody wrote.
#include "models/service/districtservice.h"
#include "models/store/accessstore.h"

#include <QTimeZone>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

void DistrictService::takeTables(const QStringList &tables)
{
    // Positions and components are asked for by those who show them.
    if (tables.contains(u"staff_positions"_s)) {
        emit staffChanged();
    }
    if (tables.contains(u"components"_s)) {
        emit componentsChanged();
    }
    emit tablesChanged(tables);
    static const QSet<QString> askedFor{u"staff_positions"_s,
                                        u"components"_s,
                                        u"audit_log"_s,
                                        u"personal_callers"_s, // with every call that comes in
                                        u"personal_households"_s,
                                        u"gridward_inbox"_s, // with every row worked on
                                        u"import_runs"_s,
                                        u"shifts"_s,
                                        u"posts"_s,
                                        u"post_holders"_s,
                                        u"handovers"_s,
                                        u"staffing_needs"_s,
                                        u"coverage_needs"_s,
                                        u"gridward_rule_books"_s,
                                        u"gridward_calendars"_s};
    // A deputy has posts for as long as somebody is on leave; a grid says who manages it.
    static const QSet<QString> ofStaff{u"leaves"_s, u"duties"_s, u"people"_s};
    const auto isKnown = [](const QString &table) {
        return askedFor.contains(table) || ofStaff.contains(table);
    };
    if (!std::ranges::all_of(tables, isKnown)) {
        readAll();
    } else if (std::ranges::any_of(tables, [](const auto &one) { return ofStaff.contains(one); })) {
        readStaffing();
    }
}

bool DistrictService::isAsBefore(const Opened &read) const
{
    // A store makes its rules anew whenever somebody takes leave, and they are the same.
    return read.user == mUser && read.posts == mPosts &&
           read.access->permissions() == mAccess->permissions() && read.users == mUsers &&
           read.picture.managers == mManagers;
}

Result<DistrictService::Opened>
DistrictService::readWho(Store &store, const SeatWish &wanted, Instant now)
{
    Opened opened;
    {
        const AsProgram program(store);
        Result<QList<User>> users = store.users();
        Result<std::shared_ptr<const AccessRules>> access = store.access().rules();
        Result<DistrictNames> names = DistrictNames::read(store);
        if (!users || !access || !names) {
            return !users ? users.error() : !access ? access.error() : names.error();
        }
        opened.users = std::move(users).value();
        opened.access = std::move(access).value();
        opened.names = std::move(names).value();
        const Result<std::optional<QString>> login = store.access().login();
        if (!login) {
            return login.error();
        }
        opened.isLoggedIn = login.value().has_value();
        Result<SeatChoice> choice = chooseSeat(store, wanted, opened.users, now);
        if (!choice) {
            return choice.error();
        }
        opened.user = choice.value().user;
        opened.posts = choice.value().posts;
        opened.refusal = choice.value().refusal;
    }
    return opened;
}

Result<DistrictService::Opened> DistrictService::readOpened(Store &store,
                                                            const SeatWish &wanted,
                                                            Instant now,
                                                            std::optional<Instant> at)
{
    Result<Opened> who = readWho(store, wanted, now);
    if (!who || who.value().user.name.isEmpty()) {
        return who;
    }
    Opened opened = std::move(who).value();
    store.actAs(opened.user, now); // until the question is answered
    Result<DistrictPicture> picture = readDistrictPicture(store, at);
    if (!picture) {
        return picture.error();
    }
    opened.picture = std::move(picture).value();
    if (!at) {
        // The day is that of the desk's clock, which is not the computer's where a demo is played.
        Result<QHash<QString, QString>> managers = managersOf(store, now);
        if (!managers) {
            return managers.error();
        }
        opened.picture.managers = std::move(managers).value();
        opened.picture.at = now;
    }
    return opened;
}

QDate DistrictService::today() const
{
    const QTimeZone zone(mInfo.timeZone.toLatin1());
    return QDateTime::fromMSecsSinceEpoch(mClock.now().time_since_epoch().count(),
                                          zone.isValid() ? zone : QTimeZone::utc())
        .date();
}

} // namespace gridward
