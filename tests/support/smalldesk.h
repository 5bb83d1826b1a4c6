// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/casedesk.h"
#include "models/service/storecheck.h"
#include "models/store/geopackagestore.h"
#include "tests/support/storebuilders.h"

#include <memory>

namespace gridward {

/** `handler1` for "handler"; handlers act for all units unless they are of one. */
inline User userOf(const QString &role, const QString &organisation = {})
{
    User user;
    user.name = role + u'1';
    user.role = role;
    user.organisation = organisation;
    user.actsForAllUnits = role == QLatin1StringView("handler");
    return user;
}

/** The desk of cases on the small district, with a clock that tests turn. */
struct SmallDesk
{
    std::unique_ptr<SqlStore> store;
    FixedClock clock{testStart()}; ///< Saturday, 15:00 in the district
    std::unique_ptr<CaseDesk> desk;

    /** An empty store at testStart(): that one or one in memory. */
    [[nodiscard]] bool open()
    {
        return open(GeoPackageStore::create(QStringLiteral(":memory:"), smallInfo()).value());
    }
    [[nodiscard]] bool open(std::unique_ptr<SqlStore> made)
    {
        desk.reset();
        clock.set(testStart());
        store = std::move(made);
        if (!store || !fillSmallDistrict(*store)) {
            return false;
        }
        desk = std::make_unique<CaseDesk>(*store, clock, QStringLiteral("test"));
        return true;
    }
    /** How many are in the log. */
    [[nodiscard]] int events() const
    {
        const Result<QVariant> count =
            store->connection().scalar(QStringLiteral("SELECT count(*) FROM events"));
        return count ? count.value().toInt() : -1;
    }
    void later(std::chrono::milliseconds time) { clock.set(clock.now() + time); }
    /** Rubbish in a grid of it. */
    static ReportDraft draft()
    {
        ReportDraft draft;
        draft.classCode = QStringLiteral("06010");
        draft.place = GeoPoint{116.305, 39.905};
        draft.text = QStringLiteral("门前有暴露垃圾");
        return draft;
    }
    /** What `gridward check` would find. */
    [[nodiscard]] QStringList findings() const
    {
        QStringList messages;
        for (const CheckFinding &finding : checkStore(*store, [](int) { return true; }).value()) {
            messages.append(finding.kind + QStringLiteral(": ") + finding.message);
        }
        return messages;
    }
};

} // namespace gridward
