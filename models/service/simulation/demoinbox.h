// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/caseevent.h"
#include "models/domain/result.h"
#include "models/service/simulation/demodistrict.h"
#include "models/service/simulation/simulationdata.h"
#include "models/store/inboxstore.h"

#include <QList>
#include <QString>

#include <optional>

namespace gridward {

class Store;

/** A simulated case of the last day that a call to the hotline made, as it was reported. */
struct DemoCall
{
    CaseId id;
    Instant at;
    QString by; ///< who took the call
    InboxClass of;
    QString text;
    QString address;
    GeoPoint place;
    bool isOpen = false;
};

/** The call behind a simulated case, for the inbox; nothing if it is no newer than `since`. */
[[nodiscard]] std::optional<DemoCall>
demoCallOf(const CaseId &id, const QList<CaseStep> &steps, Instant since);

/** Rows that came in together: a dump of the hotline, an export of the citizens' app. */
struct DemoImport
{
    QString file;
    Instant at;
    QString by;
    QList<InboxArrival> rows; ///< each with a number of its own
};

/** What was done to one of the rows afterwards. */
struct DemoTriage
{
    Instant at;
    QString by;
    QString action; ///< toId() of an InboxOrder::Kind
    QString number; ///< of the row
    std::optional<InboxClass> chosen{};
    std::optional<GeoPoint> place{};
    QString grid{};
    QString refusal{}; ///< the reason
    std::optional<CaseId> registered{};
};

/** The inbox of a demo: what came in, and what people have made of it until now; by time. */
struct DemoInbox
{
    QList<DemoImport> imports;
    QList<DemoTriage> steps;
};

/**
 * Makes up the inbox from the texts, classes and places of the demo: about eighty rows of this
 * morning, some of them told twice or known already, some without a place or a class, a few of them
 * refused or registered by now. The same seed gives the same rows; nothing in it is later than the
 * demo's "now". `calls` are by time. Any thread.
 */
[[nodiscard]] DemoInbox makeDemoInbox(const SimulationData &data,
                                      const DemoDistrict &district,
                                      const QList<DemoCall> &calls);

/** Writes what came in, audit log and all; returns how many rows. Errors: of the store. */
[[nodiscard]] Result<qint64> writeDemoImport(Store &store, const DemoImport &import);
/** Does what was done to the rows, as the desk would have. Errors: of the store. */
[[nodiscard]] Result<void> writeDemoTriage(Store &store, const DemoInbox &inbox);

} // namespace gridward
