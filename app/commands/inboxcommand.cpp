// SPDX-License-Identifier: GPL-3.0-or-later
// `gridward inbox STORE list|counts|show|classify|locate|follow|register|join|refuse|take-back …`
#include "app/commands/commandactor.h"
#include "app/commands/commandio.h"
#include "app/commands/commands.h"
#include "app/commands/inboxwords.h"
#include "models/service/inboxclerk.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(InboxCommand)
};

using Kind = InboxOrder::Kind;

constexpr int kPage = 1000;
constexpr qsizetype kAtOnce = 200;
constexpr qsizetype kMostSaid = 20;

/** What every inbox command has. */
struct InboxSeat : CommandSeat
{
    std::unique_ptr<InboxClerk> clerk;
};

Result<InboxSeat> openInbox(const CommandArguments &arguments)
{
    Result<CommandSeat> opened = openSeat(arguments);
    if (!opened) {
        return opened.error();
    }
    InboxSeat seat{std::move(opened).value(), nullptr};
    seat.clerk = std::make_unique<InboxClerk>(*seat.store, *seat.clock, commandOrigin());
    return seat;
}

QJsonObject placeJson(const GeoPoint &point)
{
    return {{u"lon"_s, point.longitude}, {u"lat"_s, point.latitude}};
}

QJsonObject toJson(const InboxItem &item)
{
    QJsonObject object{{u"id"_s, item.id.value},
                       {u"version"_s, item.version},
                       {u"state"_s, toId(item.state)},
                       {u"batch"_s, item.batch},
                       {u"source"_s, item.source},
                       {u"number"_s, item.number},
                       {u"channel"_s, toId(item.channel)},
                       {u"told_at"_s, item.toldAt},
                       {u"text"_s, item.text},
                       {u"address"_s, item.address},
                       {u"has_caller"_s, item.hasCaller},
                       {u"proposed_class"_s, toText(item.proposedClass)},
                       {u"class_words"_s, item.classWords},
                       {u"class"_s, toText(item.chosenClass)},
                       {u"grid"_s, item.grid},
                       {u"ready"_s, item.isReady()},
                       {u"case"_s, item.caseId},
                       {u"case_number"_s, item.caseNumber},
                       {u"reason"_s, item.reason},
                       {u"changed_by"_s, item.changedBy},
                       {u"changed_at"_s, toIsoText(item.changedAt)}};
    if (item.receivedAt) {
        object.insert(u"received_at"_s, toIsoText(*item.receivedAt));
    }
    if (item.level) {
        object.insert(u"level"_s, toId(*item.level));
    }
    if (item.place) {
        object.insert(u"place"_s, placeJson(*item.place));
    }
    if (item.proposedPlace) {
        QJsonObject place = placeJson(item.proposedPlace->point);
        place.insert(u"words"_s, item.proposedPlace->words);
        object.insert(u"proposed_place"_s, place);
    }
    if (!item.leader.isNull()) {
        object.insert(u"leader"_s, item.leader.value);
    }
    return object;
}

Result<InboxQuery> queryFrom(const CommandArguments &arguments)
{
    InboxQuery query;
    const Result<qint64> limit = arguments.number("limit", 100, 1, 1'000'000);
    const Result<qint64> after = arguments.number("after", 0, 0, std::numeric_limits<int>::max());
    if (!limit || !after) {
        return limit ? after.error() : limit.error();
    }
    query.limit = static_cast<int>(limit.value());
    query.after = {after.value()};
    query.batch = arguments.value("batch");
    if (arguments.has("state")) {
        query.state = inboxStateFromId(arguments.value("state"));
        if (!query.state) {
            return Error{ErrorCode::InvalidInput,
                         Words::tr("--state must be one of: %1").arg(inboxStateIds().join(u", "_s)),
                         {}};
        }
    }
    return query;
}

ExitStatus runList(InboxSeat &seat, const CommandArguments &arguments)
{
    const Result<InboxQuery> query = queryFrom(arguments);
    if (!query) {
        return wrongUsage(query.error().message);
    }
    const Result<QList<InboxItem>> items = seat.store->inbox().list(query.value());
    if (!items) {
        return failWith(items.error());
    }
    if (arguments.has("json")) {
        QJsonArray array;
        for (const InboxItem &item : items.value()) {
            array.append(toJson(item));
        }
        printJson(QJsonDocument(array));
    } else {
        const RowWords words(*seat.store);
        for (const InboxItem &item : items.value()) {
            printText(words.lineOf(item));
        }
        if (items.value().isEmpty()) {
            say(Words::tr("No row that %1 may work on fits. Who may register cases sees more: "
                          "--as USER.")
                    .arg(seat.user.name));
        }
    }
    return ExitStatus::Done;
}

ExitStatus runCounts(InboxSeat &seat, const CommandArguments &arguments)
{
    const Result<QList<InboxCount>> counts = seat.store->inbox().counts();
    if (!counts) {
        return failWith(counts.error());
    }
    QJsonArray array;
    for (const InboxCount &count : counts.value()) {
        array.append(QJsonObject{
            {u"batch"_s, count.batch}, {u"state"_s, toId(count.state)}, {u"rows"_s, count.rows}});
        if (!arguments.has("json")) {
            printText(
                QStringList{count.batch, RowWords::of(count.state), QString::number(count.rows)}
                    .join(u'\t'));
        }
    }
    if (arguments.has("json")) {
        printJson(QJsonDocument(array));
    }
    return ExitStatus::Done;
}

QJsonArray classesJson(const QList<ClassProposal> &proposals)
{
    QJsonArray array;
    for (const ClassProposal &one : proposals) {
        array.append(QJsonObject{{u"class"_s, toText(one.chosen)},
                                 {u"words"_s, QJsonArray::fromStringList(one.words)},
                                 {u"sure"_s, one.isSure}});
    }
    return array;
}

QJsonArray placesJson(const QList<PlaceProposal> &proposals)
{
    QJsonArray array;
    for (const PlaceProposal &one : proposals) {
        QJsonObject place = placeJson(one.point);
        place.insert(u"name"_s, one.name);
        place.insert(u"words"_s, one.words);
        place.insert(u"sure"_s, one.isSure);
        array.append(place);
    }
    return array;
}

ExitStatus runShow(InboxSeat &seat, const CommandArguments &arguments)
{
    constexpr int kProposals = 5;
    const InboxId id{arguments.at(2).toLongLong()};
    const Result<InboxItem> item = seat.store->inbox().item(id);
    const Result<QList<InboxStep>> steps = seat.store->inbox().history(id);
    const auto proposer = seat.clerk->proposer();
    const Result<QList<Case>> near =
        item ? seat.clerk->casesNear(item.value()) : Result<QList<Case>>(item.error());
    for (const Error *error : {item ? nullptr : &item.error(),
                               steps ? nullptr : &steps.error(),
                               proposer ? nullptr : &proposer.error(),
                               near ? nullptr : &near.error()}) {
        if (error != nullptr) {
            return failWith(*error);
        }
    }
    QJsonObject object = toJson(item.value());
    const InboxItem &row = item.value();
    object.insert(u"classes"_s, classesJson(proposer.value()->classesFor(row.text, kProposals)));
    object.insert(u"places"_s,
                  placesJson(proposer.value()->placesFor(row.text, row.address, kProposals)));
    QJsonArray cases;
    for (const Case &one : near.value()) {
        cases.append(QJsonObject{{u"id"_s, one.id.toText()},
                                 {u"number"_s, one.number},
                                 {u"class"_s, one.classKey.code},
                                 {u"text"_s, one.text}});
    }
    object.insert(u"open_cases_near"_s, cases);
    QJsonArray history;
    for (const InboxStep &step : steps.value()) {
        history.append(QJsonObject{{u"version"_s, step.version},
                                   {u"at"_s, toIsoText(step.at)},
                                   {u"actor"_s, step.actor},
                                   {u"action"_s, step.action},
                                   {u"facts"_s, step.facts}});
    }
    object.insert(u"history"_s, history);
    if (arguments.has("json")) {
        printJson(QJsonDocument(object));
        return ExitStatus::Done;
    }
    const RowWords words(*seat.store);
    words.print(row);
    for (const ClassProposal &one : proposer.value()->classesFor(row.text, kProposals)) {
        printText(Words::tr("class that it may be: %1, for it says: %2")
                      .arg(words.className(one.chosen), one.words.join(u' ')));
    }
    for (const PlaceProposal &one :
         proposer.value()->placesFor(row.text, row.address, kProposals)) {
        printText(
            Words::tr("place that it may mean: %1, for it says: %2").arg(one.name, one.words));
    }
    for (const Case &one : near.value()) {
        printText(Words::tr("open case near: %1 %2").arg(one.number, one.text.left(60)));
    }
    InboxId leader;
    for (const InboxStep &step : steps.value()) {
        printText(Words::tr("%1 %2: %3")
                      .arg(words.timeOf(step.at), step.actor, RowWords::of(step, leader)));
    }
    return ExitStatus::Done;
}

std::optional<Kind> kindFrom(const QString &verb)
{
    for (const Kind kind : {Kind::Classify,
                            Kind::Locate,
                            Kind::SetLevel,
                            Kind::Follow,
                            Kind::Refuse,
                            Kind::TakeBack,
                            Kind::Register,
                            Kind::Join}) {
        if (toId(kind) == verb) {
            return kind;
        }
    }
    return std::nullopt;
}

/** "17"; nothing for anything else: a slip of the finger must not mean another row, or none. */
std::optional<InboxId> rowFrom(const QString &text)
{
    bool isNumber = false;
    const InboxId id{text.toLongLong(&isNumber)};
    return isNumber && id.value > 0 ? std::optional(id) : std::nullopt;
}

/** A row, or "0" for none. */
std::optional<InboxId> leaderFrom(const QString &text)
{
    return text == "0"_L1 ? InboxId{} : rowFrom(text);
}

/** What the arguments say that are no numbers of rows; empty: nothing. */
QString notRows(const CommandArguments &arguments)
{
    for (int place = 2; place < arguments.count(); ++place) {
        if (!rowFrom(arguments.at(place))) {
            return arguments.at(place);
        }
    }
    return {};
}

/** What the options say is to be done, but for the row. */
Result<InboxOrder> patternFrom(Kind kind, const CommandArguments &arguments)
{
    InboxOrder order;
    order.kind = kind;
    const auto wrong = [](const QString &message) {
        return Error{ErrorCode::InvalidInput, message, {}};
    };
    const bool isProposed = arguments.has("proposed");
    if (kind == Kind::Classify && !isProposed) {
        const std::optional<CaseKind> of =
            arguments.has("kind") ? caseKindFromId(arguments.value("kind")) : CaseKind::Matter;
        if (!of || !arguments.has("class")) {
            return wrong(Words::tr("Name the class: --class CODE [--kind matter|component], or "
                                   "--proposed."));
        }
        order.chosen = InboxClass{*of, arguments.value("class")};
    }
    if (kind == Kind::Locate && !isProposed) {
        order.place = placeFrom(arguments.value("place"));
        if (!order.place) {
            return wrong(Words::tr("Say where: --place LON,LAT in degrees, longitude first, or "
                                   "--proposed."));
        }
    }
    if (kind == Kind::SetLevel) {
        order.level = caseLevelFromId(arguments.value("level"));
        if (!order.level) {
            return wrong(Words::tr("--level must be one of: %1").arg(caseLevelIds().join(u", "_s)));
        }
    }
    if (kind == Kind::Follow) {
        const std::optional<InboxId> leader = leaderFrom(arguments.value("leader"));
        if (!leader) {
            return wrong(Words::tr("Name the row to follow by its number: --leader ID, or "
                                   "--leader 0 to let the rows go."));
        }
        order.leader = *leader;
    }
    order.text = kind == Kind::Join ? arguments.value("case") : arguments.value("note");
    if (kind == Kind::Join && order.text.isEmpty()) {
        return wrong(Words::tr("Name the case: --case ID, or its number."));
    }
    if (kind == Kind::Refuse && order.text.trimmed().isEmpty()) {
        return wrong(Words::tr("Say why the rows are refused: --note TEXT."));
    }
    return order;
}

/** The rows that are meant: those named, or with --all every waiting one that it can be done to. */
Result<QList<InboxItem>> rowsFrom(InboxSeat &seat, const CommandArguments &arguments)
{
    QList<InboxItem> rows;
    for (int place = 2; place < arguments.count(); ++place) {
        const Result<InboxItem> item = seat.store->inbox().item({arguments.at(place).toLongLong()});
        if (!item) {
            return item.error();
        }
        rows.append(item.value());
    }
    if (!arguments.has("all")) {
        return rows;
    }
    InboxQuery query;
    query.state = InboxState::Waiting;
    query.batch = arguments.value("batch");
    query.limit = kPage;
    while (true) {
        const Result<QList<InboxItem>> page = seat.store->inbox().list(query);
        if (!page) {
            return page.error();
        }
        if (page.value().isEmpty()) {
            return rows;
        }
        rows += page.value();
        query.after = page.value().last().id;
    }
}

QList<InboxOrder> ordersFor(const QList<InboxItem> &rows,
                            const InboxOrder &pattern,
                            const CommandArguments &arguments,
                            std::optional<int> version)
{
    const bool isAll = arguments.has("all");
    QList<InboxOrder> orders;
    for (const InboxItem &row : rows) {
        InboxOrder order = pattern;
        order.id = row.id;
        order.version = version.value_or(row.version);
        if (order.kind == Kind::Classify && arguments.has("proposed")) {
            order.chosen = row.proposedClass;
            if (!order.chosen || (isAll && row.chosenClass)) {
                continue;
            }
        }
        if (order.kind == Kind::Locate && arguments.has("proposed")) {
            if (!row.proposedPlace || (isAll && row.place)) {
                continue;
            }
            order.place = row.proposedPlace->point;
        }
        if (order.kind == Kind::Register && isAll && !row.isReady()) {
            continue;
        }
        orders.append(order);
    }
    return orders;
}

/** Takes away those that may be told of already, and returns them: one trouble is one case. */
Result<QList<InboxId>> leaveLikelyKnown(InboxSeat &seat, QList<InboxItem> &rows)
{
    rows.removeIf([](const InboxItem &row) { return !row.isReady(); });
    const Result<QSet<InboxId>> known = seat.clerk->likelyKnown(rows);
    if (!known) {
        return known.error();
    }
    QList<InboxId> left;
    for (const InboxItem &row : std::as_const(rows)) {
        if (known.value().contains(row.id)) {
            left.append(row.id);
        }
    }
    rows.removeIf([&](const InboxItem &row) { return known.value().contains(row.id); });
    return left;
}

void tellLeft(const QList<InboxId> &left)
{
    if (left.isEmpty()) {
        return;
    }
    QStringList numbers;
    for (const InboxId id : left.first(std::min(left.size(), kMostSaid))) {
        numbers.append(QString::number(id.value));
    }
    if (left.size() > kMostSaid) {
        numbers.append(u"…"_s);
    }
    say(Words::tr("%n row(s) were left, for they may be told of already: %1. Merge them (follow, "
                  "join), register them by their numbers, or all with --with-duplicates.",
                  nullptr,
                  static_cast<int>(left.size()))
            .arg(numbers.join(u' ')));
}

ExitStatus tell(const QList<InboxOutcome> &outcomes, const QList<InboxId> &left, bool json)
{
    QJsonArray rows;
    QJsonArray failures;
    std::optional<Error> first;
    qsizetype said = 0;
    for (const InboxOutcome &outcome : outcomes) {
        if (outcome.after) {
            rows.append(QJsonObject{{u"id"_s, outcome.after->id.value},
                                    {u"version"_s, outcome.after->version},
                                    {u"state"_s, toId(outcome.after->state)},
                                    {u"case"_s, outcome.after->caseId}});
            continue;
        }
        first = first ? first : outcome.error;
        failures.append(
            QJsonObject{{u"id"_s, outcome.order.id.value}, {u"reason"_s, outcome.error->message}});
        if (++said <= kMostSaid) {
            say(Words::tr("row %1: %2").arg(outcome.order.id.value).arg(outcome.error->message));
        }
    }
    say(Words::tr("%1 done, %2 not.").arg(rows.size()).arg(failures.size()));
    tellLeft(left);
    if (json) {
        QJsonArray likely;
        for (const InboxId id : left) {
            likely.append(id.value);
        }
        printJson(QJsonDocument(QJsonObject{{u"done"_s, rows.size()},
                                            {u"failed"_s, failures.size()},
                                            {u"left"_s, likely},
                                            {u"rows"_s, rows},
                                            {u"failures"_s, failures}}));
    }
    if (!first) {
        return ExitStatus::Done;
    }
    return rows.isEmpty() ? statusOf(*first) : ExitStatus::PartlyRejected;
}

ExitStatus runOrders(InboxSeat &seat, Kind kind, const CommandArguments &arguments)
{
    const Result<InboxOrder> pattern = patternFrom(kind, arguments);
    if (!pattern) {
        return wrongUsage(pattern.error().message);
    }
    const bool canBeAll =
        kind == Kind::Register ||
        ((kind == Kind::Classify || kind == Kind::Locate) && arguments.has("proposed"));
    if (arguments.has("all") && !canBeAll) {
        return wrongUsage(Words::tr("--all goes with register, and with classify and locate as "
                                    "--proposed."));
    }
    if (!arguments.has("all") && arguments.count() < 3) {
        return wrongUsage(Words::tr("Name the rows by their numbers."));
    }
    const Result<qint64> version =
        arguments.number("expect-version", 0, 0, std::numeric_limits<int>::max());
    if (!version) {
        return wrongUsage(version.error().message);
    }
    Result<QList<InboxItem>> found = rowsFrom(seat, arguments);
    if (!found) {
        return failWith(found.error());
    }
    QList<InboxItem> rows = std::move(found).value();
    QList<InboxId> left;
    if (kind == Kind::Register && arguments.has("all") && !arguments.has("with-duplicates")) {
        const Result<QList<InboxId>> known = leaveLikelyKnown(seat, rows);
        if (!known) {
            return failWith(known.error());
        }
        left = known.value();
    }
    const QList<InboxOrder> orders = ordersFor(
        rows,
        pattern.value(),
        arguments,
        version.value() > 0 ? std::optional(static_cast<int>(version.value())) : std::nullopt);
    QList<InboxOutcome> outcomes;
    {
        ProgressLine progress(Words::tr("working on the inbox"));
        while (outcomes.size() < orders.size()) {
            outcomes += seat.clerk->carryOutAll(orders.mid(outcomes.size(), kAtOnce), seat.user);
            if (!progress.show(static_cast<int>(100 * outcomes.size() / orders.size()))) {
                break; // what was done stays done
            }
        }
    }
    return tell(outcomes, left, arguments.has("json"));
}

} // namespace

ExitStatus runInbox(const QStringList &arguments)
{
    const Result<CommandArguments> parsed =
        CommandArguments::parse(arguments,
                                withActor({{"state", "S"},
                                           {"batch", "B"},
                                           {"after", "ID"},
                                           {"limit", "N"},
                                           {"class", "C"},
                                           {"kind", "K"},
                                           {"level", "L"},
                                           {"place", "LON,LAT"},
                                           {"leader", "ID"},
                                           {"case", "ID"},
                                           {"note", "T"},
                                           {"expect-version", "N"},
                                           {"proposed"},
                                           {"all"},
                                           {"with-duplicates"},
                                           {"at", "TIME"},
                                           {"json"}}),
                                2,
                                100'000);
    if (!parsed) {
        return wrongUsage(parsed.error().message);
    }
    const CommandArguments &given = parsed.value();
    const QString verb = given.at(1);
    const std::optional<Kind> kind = kindFrom(verb);
    const bool reads = verb == "list"_L1 || verb == "counts"_L1 || verb == "show"_L1;
    if (!kind && !reads) {
        return wrongUsage(Words::tr("Say what to do with the inbox: list, counts, show, classify, "
                                    "locate, level, follow, register, join, refuse or take-back."));
    }
    if (const QString wrong = notRows(given); !wrong.isEmpty()) {
        return wrongUsage(Words::tr("“%1” is no number of a row of the inbox.").arg(wrong));
    }
    if (verb == "show"_L1 && given.count() != 3) {
        return wrongUsage(Words::tr("Name the row to show by its number."));
    }
    Result<InboxSeat> seat = openInbox(given);
    if (!seat) {
        return failWith(seat.error());
    }
    InboxSeat at = std::move(seat).value();
    if (kind) {
        return runOrders(at, *kind, given);
    }
    return verb == "list"_L1     ? runList(at, given)
           : verb == "counts"_L1 ? runCounts(at, given)
                                 : runShow(at, given);
}

} // namespace gridward
