// SPDX-License-Identifier: GPL-3.0-or-later
// What the clerk knows of the ground: proposals, what is likely known already, and the import that
// uses both.
#include "models/domain/dutyroster.h"
#include "models/domain/storedplace.h"
#include "models/service/inboxclerk.h"
#include "models/service/inboxtwins.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFileInfo>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(InboxClerk)
};

constexpr int kMostNear = 200;       ///< open cases of a grid that are compared
constexpr int kPage = 1000;          ///< rows that are read in one turn
constexpr qsizetype kWritten = 2000; ///< rows between two looks at whether to go on

} // namespace

Result<std::shared_ptr<const InboxProposer>> InboxClerk::proposer()
{
    const Result<StoreMark> mark = mStore.mark();
    if (!mark) {
        return mark.error();
    }
    const auto isSame = [&](const QString &table) {
        return mark.value().tables.value(table) == mGround.tables.value(table);
    };
    if (mProposer && isSame(u"catalogue"_s) && isSame(u"addresses"_s) && isSame(u"key_places"_s)) {
        return mProposer;
    }
    PlaceQuery all;
    all.limit = std::numeric_limits<int>::max();
    const Result<QList<CatalogueEntry>> classes = mStore.catalogue(mStore.info().scheme);
    const Result<QList<Address>> addresses = mStore.addresses(all);
    const Result<QList<KeyPlace>> places = mStore.keyPlaces();
    if (!classes || !addresses || !places) {
        return !classes ? classes.error() : !addresses ? addresses.error() : places.error();
    }
    mProposer = std::make_shared<const InboxProposer>(
        ProposalGround{classes.value(), addresses.value(), places.value()});
    mGround = mark.value();
    return mProposer;
}

Result<QList<Case>> InboxClerk::casesNear(const InboxItem &item)
{
    const std::optional<GeoPoint> place = item.place ? item.place
                                          : item.proposedPlace
                                              ? std::optional(item.proposedPlace->point)
                                              : std::nullopt;
    if (!place) {
        return QList<Case>();
    }
    // 50 m to each side, in degrees, a little more than that.
    constexpr double kUp = 0.0005;
    const double across = kUp / std::max(0.1, std::cos(place->latitude * M_PI / 180.0));
    QStringList grids;
    for (const double east : {0.0, -across, across}) {
        for (const double north : {0.0, -kUp, kUp}) {
            const Result<QString> grid =
                mDesk.gridAt({place->longitude + east, place->latitude + north});
            if (!grid) {
                return grid.error();
            }
            if (!grid.value().isEmpty() && !grids.contains(grid.value())) {
                grids.append(grid.value());
            }
        }
    }
    OpenCaseIndex index;
    for (const QString &grid : std::as_const(grids)) {
        CaseQuery query;
        query.grid = grid;
        query.openOnly = true;
        query.limit = kMostNear;
        const Result<QList<Case>> open = mStore.cases().list(query);
        if (!open) {
            return open.error();
        }
        for (const Case &one : open.value()) {
            index.put(one);
        }
    }
    QList<Case> near;
    for (const auto &found : index.near(item)) {
        near.append(*index.find(found.first));
    }
    return near;
}

Result<QSet<InboxId>> InboxClerk::likelyKnown(const QList<InboxItem> &rows)
{
    InboxTwins twins;
    InboxQuery query;
    query.state = InboxState::Waiting;
    query.limit = kPage;
    while (true) { // of all batches: what is told twice comes by two ways as often as not
        const Result<QList<InboxItem>> page = mStore.inbox().list(query);
        if (!page) {
            return page.error();
        }
        if (page.value().isEmpty()) {
            break;
        }
        for (const InboxItem &row : page.value()) {
            twins.put(row);
        }
        query.after = page.value().last().id;
    }
    QSet<InboxId> known;
    for (const InboxItem &row : rows) {
        const Result<QList<Case>> near =
            twins.hasTwins(row.id) ? Result<QList<Case>>(QList<Case>()) : casesNear(row);
        if (!near) {
            return near.error();
        }
        if (twins.hasTwins(row.id) || !near.value().isEmpty()) {
            known.insert(row.id);
        }
    }
    return known;
}

Result<InboxImportReport> InboxClerk::importFile(const QString &file,
                                                 const InboxFileOptions &options,
                                                 const User &user,
                                                 const InboxFileReader &reader,
                                                 const std::function<bool(int percent)> &progress)
{
    const Result<std::shared_ptr<const InboxProposer>> proposals = proposer();
    const Result<QString> grids = mDesk.gridAt({});
    if (!proposals || !grids) {
        return proposals ? grids.error() : proposals.error();
    }
    const PersonalActor by = actor(user);
    // Whether they may is asked before a long file is read for nothing.
    if (const Result<InboxArrivals> may = mStore.inbox().add({}, by); !may) {
        return may.error();
    }
    InboxImportReport report;
    // People find it by the clock on their wall, not by UTC.
    const QDateTime begun = QDateTime::fromMSecsSinceEpoch(by.at.time_since_epoch().count(),
                                                           timeZoneNamed(mStore.info().timeZone));
    report.batch =
        u"%1 %2"_s.arg(QFileInfo(file).fileName(), begun.toString(u"yyyy-MM-dd HH:mm:ss"_s));
    QList<InboxArrival> rows;
    const auto take = [&](QList<InboxArrival> &block) {
        for (InboxArrival &row : block) {
            row.item.batch = report.batch;
            proposals.value()->proposeFor(row.item);
            if (row.item.place) {
                row.item.place = asStored(*row.item.place);
                const Result<QString> grid = mDesk.gridAt(*row.item.place);
                row.item.grid = grid ? grid.value() : QString();
            }
        }
        rows += block;
        return true;
    };
    InboxFileOptions how = options;
    if (how.timeZone.isEmpty()) {
        how.timeZone = mStore.info().timeZone;
    }
    Result<InboxFileReport> read = reader(file, how, take, progress);
    if (!read) {
        return read.error();
    }
    report.file = std::move(read).value();
    const Result<void> done = mStore.transaction([&]() -> Result<void> {
        for (qsizetype at = 0; at < rows.size(); at += kWritten) {
            const Result<InboxArrivals> added = mStore.inbox().add(rows.mid(at, kWritten), by);
            if (!added) {
                return added.error();
            }
            report.rows.added += added.value().added;
            report.rows.known += added.value().known;
            report.rows.sameNumber += added.value().sameNumber;
            if (!progress(100)) {
                return Error{ErrorCode::Cancelled, Words::tr("The import was stopped."), {}};
            }
        }
        return mStore.inbox().noteImport(
            QFileInfo(file).fileName(), report.rows, report.file.refused, by);
    });
    return done ? Result<InboxImportReport>(report) : Result<InboxImportReport>(done.error());
}

} // namespace gridward
