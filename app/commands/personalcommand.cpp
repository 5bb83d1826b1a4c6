// SPDX-License-Identifier: GPL-3.0-or-later
// `gridward personal STORE open|households|smallest-cell|purge …`
#include "app/commands/commandactor.h"
#include "app/commands/commands.h"
#include "models/service/casedesk.h"
#include "models/store/personalstore.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(PersonalCommand)
};

constexpr int kMostDays = 36'500;

/** What every command about people has. */
struct Seat : CommandSeat
{
    std::unique_ptr<CaseDesk> desk;
    PersonalActor by;
};

Result<Seat> openPersonal(const CommandArguments &arguments)
{
    Result<CommandSeat> opened = openSeat(arguments);
    if (!opened) {
        return opened.error();
    }
    Seat seat{std::move(opened).value(), nullptr, {}};
    seat.desk = std::make_unique<CaseDesk>(*seat.store, *seat.clock, u"cli"_s);
    seat.by = {seat.user.name, commandOrigin(), seat.clock->now()};
    return seat;
}

QString purposeIds(PersonalKind kind)
{
    QStringList ids;
    for (const Purpose purpose : purposesFor(kind)) {
        ids.append(toId(purpose));
    }
    return ids.join(u", "_s);
}

QJsonObject toJson(const Caller &caller)
{
    return {{u"name"_s, caller.name},
            {u"phone"_s, caller.phone},
            {u"may_call_back"_s, caller.mayCallBack}};
}

QJsonObject toJson(const Household &household)
{
    QJsonArray needs;
    for (const ServiceNeed need : household.needs) {
        needs.append(toId(need));
    }
    return {{u"id"_s, household.id},
            {u"grid"_s, household.grid},
            {u"address"_s, household.address},
            {u"dwelling"_s, household.dwelling},
            {u"head"_s, household.head},
            {u"phone"_s, household.phone},
            {u"members"_s, QJsonArray::fromStringList(household.members)},
            {u"needs"_s, needs},
            {u"consent_for"_s, household.consentFor},
            {u"consent_on"_s, household.consentOn.toString(Qt::ISODate)},
            {u"next_visit"_s, household.nextVisit.toString(Qt::ISODate)}};
}

/** A number, or what stands instead of it: "few" or "withheld". */
QJsonValue toJson(const CellCount &count)
{
    switch (count.telling) {
    case CellCount::Telling::Exact:
        return count.count;
    case CellCount::Telling::Few:
        return u"few"_s;
    case CellCount::Telling::Withheld:
        return u"withheld"_s;
    }
    return {};
}

QString plainText(const QJsonValue &value)
{
    return value.isDouble() ? QString::number(value.toInt()) : value.toString();
}

void tell(const QJsonObject &object, bool json)
{
    if (json) {
        printJson(QJsonDocument(object));
        return;
    }
    for (auto item = object.begin(); item != object.end(); ++item) {
        const QJsonValue value = item.value();
        if (value.isArray()) {
            QStringList parts;
            for (const QJsonValue part : value.toArray()) {
                parts.append(part.toString());
            }
            printText(u"%1: %2"_s.arg(item.key(), parts.join(u"; "_s)));
        } else if (value.isObject()) {
            printText(item.key() + u':');
            tell(value.toObject(), false);
        } else {
            printText(u"%1: %2"_s.arg(item.key(),
                                      value.isBool() ? (value.toBool() ? u"yes"_s : u"no"_s)
                                                     : plainText(value)));
        }
    }
}

/** The store answered; only what was asked for is not there. */
ExitStatus failed(const Error &error)
{
    const ExitStatus status = failWith(error);
    return error.code == ErrorCode::NotFound ? ExitStatus::Failed : status;
}

ExitStatus openValue(const CommandArguments &arguments)
{
    const QString what = arguments.at(2);
    if (arguments.count() != 4 || (what != "case"_L1 && what != "household"_L1)) {
        return wrongUsage(Words::tr("Say what to open: gridward personal STORE open "
                                    "case|household ID --purpose P"));
    }
    const PersonalKind kind = what == "case"_L1 ? PersonalKind::Caller : PersonalKind::Household;
    const std::optional<Purpose> purpose = purposeFromId(arguments.value("purpose"));
    if (!purpose || !purposesFor(kind).contains(*purpose)) {
        return wrongUsage(Words::tr("--purpose must be one of: %1").arg(purposeIds(kind)));
    }
    const Result<Seat> opened = openPersonal(arguments);
    if (!opened) {
        return failWith(opened.error());
    }
    const Seat &seat = opened.value();
    const bool json = arguments.has("json");
    if (kind == PersonalKind::Household) {
        const Result<Household> household =
            seat.store->personal().openHousehold(arguments.at(3), *purpose, seat.by);
        if (!household) {
            return failed(household.error());
        }
        tell(toJson(household.value()), json);
        return ExitStatus::Done;
    }
    const Result<Case> subject = seat.desk->find(arguments.at(3));
    const Result<Caller> caller =
        subject ? seat.store->personal().openCaller(subject.value().id, *purpose, seat.by)
                : Result<Caller>(subject.error());
    if (!caller) {
        return failed(caller.error());
    }
    tell(toJson(caller.value()), json);
    return ExitStatus::Done;
}

ExitStatus countHouseholds(const CommandArguments &arguments)
{
    if (arguments.has("grid") == arguments.has("community")) {
        return wrongUsage(Words::tr("Say where: --grid CODE or --community CODE."));
    }
    const Result<Seat> opened = openPersonal(arguments);
    if (!opened) {
        return failWith(opened.error());
    }
    PersonalStore &personal = opened.value().store->personal();
    const Result<int> smallest = personal.smallestCell();
    if (!smallest) {
        return failWith(smallest.error());
    }
    QJsonObject object{{u"smallest_cell"_s, smallest.value()}};
    if (arguments.has("community")) {
        const Result<CommunityHouseholds> told =
            personal.countCommunity(arguments.value("community"));
        if (!told) {
            return failed(told.error());
        }
        QJsonObject grids;
        for (qsizetype place = 0; place < told.value().grids.size(); ++place) {
            grids.insert(told.value().grids.at(place), toJson(told.value().told.cells.at(place)));
        }
        object.insert(u"community"_s, arguments.value("community"));
        object.insert(u"households"_s, toJson(told.value().told.total));
        object.insert(u"grids"_s, grids);
    } else {
        const Result<HouseholdCount> told = personal.countHouseholds(arguments.value("grid"));
        if (!told) {
            return failed(told.error());
        }
        QJsonObject needs;
        for (const ServiceNeed need : allServiceNeeds()) {
            if (told.value().needs.contains(need)) {
                needs.insert(toId(need), toJson(told.value().needs.value(need)));
            }
        }
        object.insert(u"grid"_s, arguments.value("grid"));
        object.insert(u"households"_s, toJson(told.value().all));
        object.insert(u"needs"_s, needs);
    }
    tell(object, arguments.has("json"));
    return ExitStatus::Done;
}

ExitStatus purge(const CommandArguments &arguments)
{
    QString text = arguments.value("older-than");
    bool isNumber = false;
    const int days = text.endsWith(u'd') ? text.chopped(1).toInt(&isNumber) : 0;
    if (!isNumber || days < 1 || days > kMostDays) {
        return wrongUsage(Words::tr("Say after how many days: --older-than 180d"));
    }
    const Result<Seat> opened = openPersonal(arguments);
    if (!opened) {
        return failWith(opened.error());
    }
    const Seat &seat = opened.value();
    const Result<qint64> erased =
        seat.store->personal().purgeCallers(seat.by.at - std::chrono::days(days), seat.by);
    if (!erased) {
        return failWith(erased.error());
    }
    say(Words::tr("%n caller(s) erased.", nullptr, static_cast<int>(erased.value())));
    if (arguments.has("json")) {
        printJson(QJsonDocument(QJsonObject{{u"erased"_s, erased.value()}}));
    }
    return ExitStatus::Done;
}

ExitStatus smallestCell(const CommandArguments &arguments)
{
    const Result<Seat> opened = openPersonal(arguments);
    if (!opened) {
        return failWith(opened.error());
    }
    const Seat &seat = opened.value();
    if (arguments.has("set")) {
        const Result<qint64> wanted = arguments.number("set", kSmallestCell, 0, 1'000'000);
        const Result<void> set =
            wanted
                ? seat.store->personal().setSmallestCell(static_cast<int>(wanted.value()), seat.by)
                : Result<void>(wanted.error());
        if (!set) {
            return failWith(set.error());
        }
    }
    const Result<int> smallest = seat.store->personal().smallestCell();
    if (!smallest) {
        return failWith(smallest.error());
    }
    tell({{u"smallest_cell"_s, smallest.value()}}, arguments.has("json"));
    return ExitStatus::Done;
}

} // namespace

ExitStatus runPersonal(const QStringList &arguments)
{
    struct Verb
    {
        const char *name;
        QList<OptionSpec> options;
        int count;
        ExitStatus (*run)(const CommandArguments &);
    };
    static const QList<Verb> verbs{
        {"open", {{"purpose", "P"}, {"at", "TIME"}, {"json"}}, 4, &openValue},
        {"households",
         {{"grid", "CODE"}, {"community", "CODE"}, {"at", "TIME"}, {"json"}},
         2,
         &countHouseholds},
        {"purge", {{"older-than", "DAYS"}, {"at", "TIME"}, {"json"}}, 2, &purge},
        {"smallest-cell", {{"set", "N"}, {"at", "TIME"}, {"json"}}, 2, &smallestCell}};
    const QString name = arguments.value(1);
    for (const Verb &verb : verbs) {
        if (name == QLatin1String(verb.name)) {
            const Result<CommandArguments> parsed =
                CommandArguments::parse(arguments, withActor(verb.options), verb.count, verb.count);
            return parsed ? verb.run(parsed.value()) : wrongUsage(parsed.error().message);
        }
    }
    return wrongUsage(
        Words::tr("Say what to do: gridward personal STORE open|households|purge|smallest-cell"));
}

} // namespace gridward
