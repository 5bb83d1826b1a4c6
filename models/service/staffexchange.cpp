// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/staffexchange.h"

#include "models/domain/audit.h"
#include "models/store/accessstore.h"
#include "models/store/auditstore.h"
#include "models/store/staffstore.h"
#include "models/store/storeguard.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr int kPage = 10'000;

/** Those of everybody are taken out, so all of the district must be theirs. */
Result<void> mayTakeOut(Store &store, const User &user)
{
    return mayAt(store, user, Thing::Staff, u"export"_s, store.info().district);
}

Result<StaffContent> readContent(Store &store)
{
    StaffStore &staff = store.staff();
    Result<QList<Organisation>> organisations = store.organisations();
    Result<QList<Post>> posts = staff.posts();
    Result<QList<PostHolding>> holdings = staff.holdings({});
    Result<QList<Duty>> duties = staff.allDuties();
    Result<QList<Leave>> leaves = staff.leaves({}, {});
    Result<QList<Shift>> shifts = staff.allShifts();
    if (!organisations || !posts || !holdings || !duties || !leaves || !shifts) {
        return !organisations ? organisations.error()
               : !posts       ? posts.error()
               : !holdings    ? holdings.error()
               : !duties      ? duties.error()
               : !leaves      ? leaves.error()
                              : shifts.error();
    }
    StaffContent content{std::move(organisations).value(),
                         {},
                         std::move(posts).value(),
                         std::move(holdings).value(),
                         std::move(duties).value(),
                         std::move(leaves).value(),
                         std::move(shifts).value()};
    PeopleQuery query;
    query.limit = kPage;
    for (;;) {
        const Result<QList<Person>> page = staff.people(query);
        if (!page) {
            return page.error();
        }
        content.people += page.value();
        if (page.value().size() < kPage) {
            return content;
        }
        query.afterName = page.value().last().name;
        query.afterId = page.value().last().id;
    }
}

Result<StaffDiff> compareWith(Store &store, const SheetRows &workbook)
{
    const Result<StaffContent> before = readContent(store);
    const Result<QList<Division>> divisions = store.divisions();
    const Result<QList<UnitGrid>> grids = store.grids();
    if (!before || !divisions || !grids) {
        return !before ? before.error() : !divisions ? divisions.error() : grids.error();
    }
    QSet<QString> areas;
    for (const Division &division : divisions.value()) {
        areas.insert(division.code);
    }
    for (const UnitGrid &grid : grids.value()) {
        areas.insert(grid.code);
    }
    // Duties and turns may be of an organisation, and of grids that are no more.
    for (const Organisation &organisation : before.value().organisations) {
        areas.insert(organisation.code);
    }
    for (const Duty &duty : before.value().duties) {
        areas.insert(duty.area);
    }
    for (const Shift &shift : before.value().shifts) {
        areas.insert(shift.area);
    }
    return compareStaff(before.value(), workbook, areas, timeZoneNamed(store.info().timeZone));
}

Result<void> writeContent(Store &store, const StaffContent &content)
{
    Result<void> done;
    const auto write = [&](auto &&rows, auto &&into) {
        if (done && !rows.isEmpty()) {
            done = into.write(rows);
        }
    };
    write(content.organisations, store);
    write(content.people, store);
    write(content.posts, store.staff());
    write(content.holdings, store.staff());
    write(content.duties, store);
    write(content.leaves, store.staff());
    write(content.shifts, store);
    return done;
}

} // namespace

Result<StaffContent> readStaffContent(Store &store, const User &user)
{
    const Result<void> may = mayTakeOut(store, user);
    return may ? readContent(store) : Result<StaffContent>(may.error());
}

Result<StaffDiff> previewStaff(Store &store, const User &user, const SheetRows &workbook)
{
    const Result<void> may = mayAt(store, user, Thing::Staff, u"change"_s, store.info().district);
    return may ? compareWith(store, workbook) : Result<StaffDiff>(may.error());
}

Result<StaffDiff>
importStaff(Store &store, const StaffActor &actor, const SheetRows &workbook, const QString &file)
{
    if (const Result<void> may =
            mayAt(store, actor.user, Thing::Staff, u"change"_s, store.info().district);
        !may) {
        return may.error();
    }
    StaffDiff diff;
    const QString name = QFileInfo(file).fileName();
    const Result<void> done = store.transaction([&]() -> Result<void> {
        Result<StaffDiff> compared = compareWith(store, workbook);
        if (!compared) {
            return compared.error();
        }
        diff = std::move(compared).value();
        if (Result<void> written = writeContent(store, diff.write); !written) {
            return written;
        }
        ImportRun run;
        run.source = u"staff"_s;
        run.file = name;
        run.at = actor.now;
        run.actor = actor.user.name;
        run.accepted = diff.changes.size();
        run.known = diff.unchanged;
        run.refused = diff.refused();
        if (Result<void> noted = store.write(run); !noted) {
            return noted;
        }
        return store.audit().append(
            {actor.now,
             actor.user.name,
             actor.origin,
             AuditKind::Import,
             u"staff "_s + name,
             {{u"changed"_s, diff.changes.size()}, {u"refused"_s, diff.refused()}}});
    });
    return done ? Result<StaffDiff>(diff) : Result<StaffDiff>(done.error());
}

Result<void>
noteStaffExport(Store &store, const StaffActor &actor, const QString &file, qint64 rows)
{
    return store.audit().append({actor.now,
                                 actor.user.name,
                                 actor.origin,
                                 AuditKind::Export,
                                 u"staff "_s + QFileInfo(file).fileName(),
                                 {{u"rows"_s, rows}}});
}

} // namespace gridward
