// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/inboxport.h"
#include "tests/support/fakedistrict.h"

namespace gridward {

/** An inbox without a store: answers at once, and carries orders out when a test says so. */
class FakeInbox final : public InboxPort
{
    Q_OBJECT
public:
    QFuture<Result<QList<InboxItem>>> list(const InboxQuery &query) override
    {
        listed.append(query);
        if (failing) {
            return FakeDistrict::answer<QList<InboxItem>>(*failing);
        }
        QList<InboxItem> found;
        for (const InboxItem &item : std::as_const(items)) {
            if ((!query.state || item.state == *query.state) && item.id > query.after &&
                found.size() < query.limit) {
                found.append(item);
            }
        }
        return FakeDistrict::answer<QList<InboxItem>>(found);
    }
    QFuture<Result<QList<InboxItem>>> changedSince(qint64 change, int limit) override
    {
        QList<InboxItem> found;
        for (const InboxItem &item : std::as_const(items)) {
            if (item.change > change && found.size() < limit) {
                found.append(item);
            }
        }
        std::ranges::sort(found, {}, &InboxItem::change);
        return FakeDistrict::answer<QList<InboxItem>>(found);
    }
    QFuture<Result<qint64>> lastChange() override { return FakeDistrict::answer<qint64>(newest); }
    QFuture<Result<QList<InboxCount>>> counts() override
    {
        QList<InboxCount> found;
        for (const InboxItem &item : std::as_const(items)) {
            found.append({item.batch, item.state, 1});
        }
        found.append({QStringLiteral("older"), InboxState::Refused, olderDone});
        return FakeDistrict::answer<QList<InboxCount>>(found);
    }
    QFuture<Result<Caller>> openCaller(InboxId id, Purpose purpose) override
    {
        opened.append({id, purpose});
        return FakeDistrict::answer<Caller>(caller);
    }
    QFuture<Result<QList<InboxStep>>> history(InboxId) override
    {
        return FakeDistrict::answer<QList<InboxStep>>(QList<InboxStep>());
    }
    QFuture<Result<QList<ClassProposal>>> classesFor(const QString &, int) override
    {
        return FakeDistrict::answer<QList<ClassProposal>>(classes);
    }
    QFuture<Result<QList<PlaceProposal>>> placesFor(const QString &, const QString &, int) override
    {
        return FakeDistrict::answer<QList<PlaceProposal>>(places);
    }
    void carryOut(const QList<InboxOrder> &orders) override
    {
        given.append(orders);
        if (isHeld) {
            held = orders;
            return;
        }
        QList<InboxOutcome> outcomes;
        for (const InboxOrder &order : orders) {
            outcomes.append(done(order));
        }
        emit finished(outcomes);
    }
    void stop() override { ++stops; }
    [[nodiscard]] bool isBusy() const override { return !held.isEmpty(); }
    QFuture<Result<InboxPreview>> preview(const QString &, const InboxFileOptions &) override
    {
        return FakeDistrict::answer<InboxPreview>(shown);
    }
    QFuture<Result<InboxImportReport>> importFile(const QString &file,
                                                  const InboxFileOptions &options) override
    {
        imported.append({file, options.source});
        return FakeDistrict::answer<InboxImportReport>(report);
    }

    /** Somebody else changed it. */
    void changeElsewhere(InboxId id, const std::function<void(InboxItem &)> &change)
    {
        for (InboxItem &item : items) {
            if (item.id == id) {
                change(item);
                ++item.version;
                item.change = ++newest;
                item.changedBy = QStringLiteral("acceptor2");
            }
        }
    }

    QList<InboxItem> items;
    qint64 newest = 0;
    QList<ClassProposal> classes;
    QList<PlaceProposal> places;
    Result<InboxPreview> shown = InboxPreview{};
    Result<InboxImportReport> report = InboxImportReport{};
    QList<QList<InboxOrder>> given;
    QList<InboxOrder> held;
    bool isHeld = false;
    int stops = 0;
    qint64 olderDone = 0; ///< rows that ended and are not among the items
    QList<InboxQuery> listed;
    std::optional<Error> failing; ///< of list()
    Result<Caller> caller = Caller{};
    QList<std::pair<InboxId, Purpose>> opened;
    QList<std::pair<QString, QString>> imported;

private:
    /** Those that follow go as the clerk takes them: from the same state to the same one. */
    void takeAlong(const InboxItem &leader, InboxState from)
    {
        for (InboxItem &item : items) {
            if (item.leader == leader.id && item.state == from) {
                item.state = leader.state;
                item.reason = leader.reason;
                ++item.version;
                item.change = ++newest;
            }
        }
    }
    InboxOutcome done(const InboxOrder &order)
    {
        using Kind = InboxOrder::Kind;
        for (InboxItem &item : items) {
            if (item.id != order.id) {
                continue;
            }
            if (item.version != order.version) {
                return {order,
                        std::nullopt,
                        Error{ErrorCode::Conflict, QStringLiteral("somebody was first"), {}}};
            }
            if (order.kind == Kind::Classify) {
                item.chosenClass = order.chosen;
            } else if (order.kind == Kind::Locate) {
                item.place = order.place;
            } else if (order.kind == Kind::Follow) {
                item.leader = order.leader;
            } else if (order.kind == Kind::Refuse) {
                item.state = InboxState::Refused;
                item.reason = order.text;
                takeAlong(item, InboxState::Waiting);
            } else if (order.kind == Kind::TakeBack) {
                item.state = InboxState::Waiting;
                item.reason.clear();
                takeAlong(item, InboxState::Refused);
            } else if (order.kind == Kind::Register) {
                item.state = InboxState::Registered;
                item.caseId = QStringLiteral("case");
                item.caseNumber = QStringLiteral("1101012026112000049");
            } else if (order.kind == Kind::Join) {
                item.state = InboxState::Joined;
            }
            ++item.version;
            item.change = ++newest;
            return {order, item, std::nullopt};
        }
        return {order, std::nullopt, Error{ErrorCode::NotFound, QStringLiteral("no row"), {}}};
    }
};

} // namespace gridward
