// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/inboxclerk.h"

#include "models/domain/dutyroster.h"
#include "models/domain/storedplace.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QTimeZone>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(InboxClerk)
};

using Kind = InboxOrder::Kind;

constexpr qsizetype kLongestText = 4000;

bool makesCase(Kind kind)
{
    return kind == Kind::Register || kind == Kind::Join;
}

Error conflict(const InboxItem &now, const User &user)
{
    if (now.changedBy == user.name) { // at another desk, or by a step on the row it is one with
        return Error{
            ErrorCode::Conflict,
            Words::tr("You have changed row %1 yourself in the meantime. Look at it again.")
                .arg(now.id.value),
            {}};
    }
    return Error{ErrorCode::Conflict,
                 Words::tr("%1 has changed row %2 in the meantime. Look at it again.")
                     .arg(now.changedBy)
                     .arg(now.id.value),
                 {}};
}

/** `zone`: of the district, in whose time people say when it came in. */
ReportDraft draftOf(const InboxItem &item, const QTimeZone &zone)
{
    ReportDraft draft;
    if (item.chosenClass) {
        draft.kind = item.chosenClass->kind;
        draft.classCode = item.chosenClass->code;
    }
    draft.place = item.place;
    draft.text = item.text.left(kLongestText);
    draft.address = item.address;
    draft.source = item.channel;
    draft.level = item.level;
    // So that whoever reads the case finds the ticket that it was.
    QStringList came{Words::tr("Row %1 of the inbox").arg(item.id.value)};
    if (!item.source.isEmpty() || !item.number.isEmpty()) {
        came.append((item.source + u' ' + item.number).trimmed());
    }
    // The case begins with its registration; when the complaint came in is a fact of its report.
    if (item.receivedAt) {
        const qint64 at = item.receivedAt->time_since_epoch().count();
        came.append(
            Words::tr("received %1")
                .arg(QDateTime::fromMSecsSinceEpoch(at, zone).toString(u"yyyy-MM-dd HH:mm"_s)));
    } else if (!item.toldAt.isEmpty()) {
        came.append(Words::tr("received %1").arg(item.toldAt));
    }
    if (item.text.size() > kLongestText) {
        came.append(Words::tr("the text was cut after %1 characters").arg(kLongestText));
    }
    draft.note = came.join(u" · "_s);
    return draft;
}

} // namespace

QString toId(InboxOrder::Kind kind)
{
    switch (kind) {
    case Kind::Classify:
        return u"classify"_s;
    case Kind::Locate:
        return u"locate"_s;
    case Kind::SetLevel:
        return u"level"_s;
    case Kind::Follow:
        return u"follow"_s;
    case Kind::Refuse:
        return u"refuse"_s;
    case Kind::TakeBack:
        return u"take-back"_s;
    case Kind::Register:
        return u"register"_s;
    case Kind::Join:
        return u"join"_s;
    }
    return {};
}

InboxClerk::InboxClerk(Store &store, const Clock &clock, QString origin, CaseWording wording)
    : mStore(store)
    , mClock(clock)
    , mOrigin(origin)
    , mDesk(store, clock, std::move(origin), std::move(wording))
{
}

PersonalActor InboxClerk::actor(const User &user) const
{
    return {user.name, mOrigin, mClock.now()};
}

/** The row as the order wants it, with nothing written; for orders that make no case. */
Result<InboxItem> InboxClerk::prepared(const InboxOrder &order, const InboxItem &before)
{
    InboxItem wanted = before;
    switch (order.kind) {
    case Kind::Classify: {
        if (order.chosen) {
            const Result<std::optional<CatalogueEntry>> entry = mStore.catalogueEntry(
                {mStore.info().scheme, order.chosen->kind, order.chosen->code});
            if (!entry) {
                return entry.error();
            }
            if (!entry.value() || !entry.value()->isInForce()) {
                return Error{
                    ErrorCode::InvalidInput,
                    Words::tr("There is no class %1 (%2) in the catalogue %3.")
                        .arg(order.chosen->code, toId(order.chosen->kind), mStore.info().scheme),
                    {}};
            }
        }
        wanted.chosenClass = order.chosen;
        break;
    }
    case Kind::Locate: {
        wanted.place.reset();
        wanted.grid.clear();
        if (order.place) {
            if (!isValid(*order.place)) {
                return Error{ErrorCode::InvalidInput,
                             Words::tr("The place must be longitude, latitude in degrees."),
                             {}};
            }
            wanted.place = asStored(*order.place);
            const Result<QString> grid = mDesk.gridAt(*wanted.place);
            if (!grid) {
                return grid.error();
            }
            wanted.grid = grid.value();
        }
        break;
    }
    case Kind::SetLevel:
        wanted.level = order.level;
        break;
    case Kind::Follow: {
        if (const Result<void> may = checkLeader(order.leader, before); !may) {
            return may.error();
        }
        wanted.leader = order.leader;
        break;
    }
    case Kind::Refuse:
        wanted.state = InboxState::Refused;
        wanted.reason = order.text.trimmed();
        break;
    case Kind::TakeBack: {
        wanted.state = InboxState::Waiting;
        wanted.reason.clear();
        const Result<bool> led = isLed(before);
        if (!led) {
            return led.error();
        }
        if (!led.value()) {
            wanted.leader = {}; // by itself: who led it has ended
        }
        break;
    }
    case Kind::Register:
    case Kind::Join:
        break;
    }
    return wanted;
}

Result<void> InboxClerk::checkLeader(InboxId leader, const InboxItem &follower)
{
    if (leader.isNull()) {
        return {};
    }
    const Result<InboxItem> row = mStore.inbox().item(leader);
    const Result<bool> led = row ? isLed(row.value()) : Result<bool>(row.error());
    if (!led) {
        return led.error();
    }
    if (!row.value().isWaiting() || led.value()) {
        return Error{ErrorCode::Refused,
                     Words::tr("Row %1 cannot take others in: it has ended or is a part "
                               "of another one itself.")
                         .arg(leader.value),
                     {}};
    }
    const Result<QList<InboxItem>> own = followersOf(follower.id);
    if (!own) {
        return own.error();
    }
    if (std::ranges::any_of(own.value(), &InboxItem::isWaiting)) {
        return Error{
            ErrorCode::Refused,
            Words::tr("Row %1 has taken others in: let those go first.").arg(follower.id.value),
            {}};
    }
    return {};
}

Result<bool> InboxClerk::isLed(const InboxItem &item)
{
    if (item.leader.isNull()) {
        return false;
    }
    const AsProgram program(mStore); // whether it waits is no secret, wherever it lies
    const Result<InboxItem> leader = mStore.inbox().item(item.leader);
    return leader ? Result<bool>(leader.value().isWaiting()) : Result<bool>(leader.error());
}

Result<QList<InboxItem>> InboxClerk::followersOf(InboxId leader)
{
    const AsProgram program(mStore);
    return mStore.inbox().followersOf(leader);
}

/**
 * A refusal goes for those that follow and wait; taking it back for those that were refused with
 * it. What somebody refused by itself, before or for another reason, stays refused.
 */
Result<void> InboxClerk::prepareFollowers(const InboxOrder &order,
                                          const InboxItem &before,
                                          const PersonalActor &by)
{
    const Result<QList<InboxItem>> followers = followersOf(before.id);
    if (!followers) {
        return followers.error();
    }
    const AsProgram program(mStore); // it follows from the step that was permitted
    for (const InboxItem &follower : followers.value()) {
        const bool isMeant =
            order.kind == Kind::Refuse
                ? follower.isWaiting()
                : follower.state == InboxState::Refused && follower.reason == before.reason &&
                      follower.changedBy == before.changedBy &&
                      follower.changedAt == before.changedAt && follower.change > before.change;
        if (!isMeant) {
            continue;
        }
        const Result<InboxItem> same = prepared(order, follower);
        const Result<InboxItem> done =
            same ? mStore.inbox().change(same.value(), toId(order.kind), by, {}) : same;
        if (!done) {
            return done.error();
        }
    }
    return {};
}

/** Writes what prepares a row. */
Result<InboxItem>
InboxClerk::prepare(const InboxOrder &order, const InboxItem &before, const User &user)
{
    const Result<InboxItem> wanted = prepared(order, before);
    if (!wanted) {
        return wanted;
    }
    const PersonalActor by = actor(user); // once: those that end together end at one moment
    Result<InboxItem> after = mStore.inbox().change(wanted.value(), toId(order.kind), by, {});
    if (!after || (order.kind != Kind::Refuse && order.kind != Kind::TakeBack)) {
        return after;
    }
    const Result<void> followed = prepareFollowers(order, before, by);
    return followed ? after : Result<InboxItem>(followed.error());
}

Result<Case> InboxClerk::knownCase(const QString &name)
{
    Result<Case> known = mDesk.find(name);
    if (known && !isOpen(known.value().state)) {
        return Error{ErrorCode::Refused,
                     Words::tr("Case %1 has ended: register the row as a case of its own.")
                         .arg(known.value().number),
                     {}};
    }
    return known;
}

/**
 * A row that tells of a known case is reported all the same, and merged into it at once: the case
 * knows how often it was told of, and its caller is kept where callers are.
 */
Result<InboxItem> InboxClerk::joinTo(const InboxItem &item, const Case &known, const User &user)
{
    ReportDraft draft = draftOf(item, timeZoneNamed(mStore.info().timeZone));
    if (!item.chosenClass) {
        draft.kind = known.classKey.kind;
        draft.classCode = known.classKey.code;
    }
    if (!draft.place) {
        draft.place = known.place;
    }
    draft.duplicateOf = known.id;
    const Result<Case> reported = mDesk.report(draft, user);
    if (!reported) {
        return reported.error();
    }
    InboxItem wanted = item;
    wanted.state = InboxState::Joined;
    wanted.caseId = known.id.toText();
    wanted.caseNumber = known.number;
    return mStore.inbox().change(
        wanted, toId(Kind::Join), actor(user), reported.value().id.toText());
}

Result<void> InboxClerk::joinFollowers(const InboxItem &leader, const User &user)
{
    const Result<QList<InboxItem>> followers = followersOf(leader.id);
    if (!followers) {
        return followers.error();
    }
    if (followers.value().isEmpty()) {
        return {};
    }
    const Result<Case> known = mDesk.find(leader.caseId);
    if (!known) {
        return known.error();
    }
    const AsProgram program(mStore); // it follows from the step that was permitted
    for (const InboxItem &follower : followers.value()) {
        if (!follower.isWaiting()) {
            continue;
        }
        if (const Result<InboxItem> joined = joinTo(follower, known.value(), user); !joined) {
            return joined.error();
        }
    }
    return {};
}

Result<InboxItem>
InboxClerk::makeCase(const InboxOrder &order, const InboxItem &before, const User &user)
{
    if (!before.isWaiting()) {
        return conflict(before, user); // it was waiting when they saw it
    }
    Result<InboxItem> after = Error{};
    if (order.kind == Kind::Join) {
        const Result<Case> known = knownCase(order.text);
        after = known ? joinTo(before, known.value(), user) : Result<InboxItem>(known.error());
    } else {
        const Result<bool> led = isLed(before);
        if (!led) {
            return led.error();
        }
        if (led.value()) {
            return Error{ErrorCode::Refused,
                         Words::tr("Row %1 is treated as one with row %2: register that one.")
                             .arg(before.id.value)
                             .arg(before.leader.value),
                         {}};
        }
        if (!before.chosenClass || !before.place) {
            return Error{ErrorCode::InvalidInput,
                         before.chosenClass
                             ? Words::tr("Row %1 has no place yet.").arg(before.id.value)
                             : Words::tr("Row %1 has no class yet.").arg(before.id.value),
                         {}};
        }
        const Result<Case> reported =
            mDesk.report(draftOf(before, timeZoneNamed(mStore.info().timeZone)), user);
        if (!reported) {
            return reported.error();
        }
        InboxItem wanted = before;
        wanted.state = InboxState::Registered;
        wanted.caseId = reported.value().id.toText();
        wanted.caseNumber = reported.value().number;
        after = mStore.inbox().change(wanted, toId(order.kind), actor(user), wanted.caseId);
    }
    if (!after) {
        return after;
    }
    const Result<void> followed = joinFollowers(after.value(), user);
    return followed ? after : Result<InboxItem>(followed.error());
}

Result<InboxItem> InboxClerk::carryOut(const InboxOrder &order, const User &user)
{
    if (makesCase(order.kind)) {
        // The grids are read before the lock is taken, not under it.
        if (const Result<QString> grids = mDesk.gridAt({}); !grids) {
            return grids.error();
        }
    }
    std::optional<InboxItem> after;
    const Result<void> done = mStore.transaction([&]() -> Result<void> {
        const Result<InboxItem> before = mStore.inbox().item(order.id);
        if (!before) {
            return before.error();
        }
        if (before.value().version != order.version) {
            return conflict(before.value(), user);
        }
        Result<InboxItem> outcome = Error{};
        if (makesCase(order.kind)) {
            outcome = makeCase(order, before.value(), user);
        } else {
            outcome = prepare(order, before.value(), user);
        }
        if (!outcome) {
            return outcome.error();
        }
        after = std::move(outcome).value();
        return {};
    });
    return done ? Result<InboxItem>(*after) : Result<InboxItem>(done.error());
}

QList<InboxOutcome> InboxClerk::carryOutAll(const QList<InboxOrder> &orders, const User &user)
{
    QList<InboxOutcome> outcomes;
    const auto tell = [](const InboxOrder &order, const Result<InboxItem> &after) {
        return after ? InboxOutcome{order, after.value(), std::nullopt}
                     : InboxOutcome{order, std::nullopt, after.error()};
    };
    const bool prepareOnly =
        std::ranges::none_of(orders, [](const InboxOrder &order) { return makesCase(order.kind); });
    if (prepareOnly && orders.size() > 1) {
        // What somebody else took first is found out before it is tried: a change that fails
        // inside would take the others with it.
        const Result<void> together = mStore.transaction([&]() -> Result<void> {
            for (const InboxOrder &order : orders) {
                const Result<InboxItem> before = mStore.inbox().item(order.id);
                if (!before || before.value().version != order.version) {
                    outcomes.append(
                        tell(order,
                             before ? Result<InboxItem>(conflict(before.value(), user)) : before));
                    continue;
                }
                const Result<InboxItem> wanted = prepared(order, before.value());
                const QString why = wanted ? whyNotInto(before.value(), wanted.value()) : QString();
                if (!wanted || !why.isEmpty()) {
                    outcomes.append(tell(
                        order,
                        wanted ? Result<InboxItem>(Error{ErrorCode::Refused, why, {}}) : wanted));
                    continue;
                }
                const Result<InboxItem> after = prepare(order, before.value(), user);
                if (!after) {
                    return after.error();
                }
                outcomes.append(tell(order, after));
            }
            return {};
        });
        if (together) {
            return outcomes;
        }
        outcomes.clear();
    }
    for (const InboxOrder &order : orders) {
        outcomes.append(tell(order, carryOut(order, user)));
    }
    return outcomes;
}

} // namespace gridward
