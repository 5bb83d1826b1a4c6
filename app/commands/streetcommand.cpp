// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/commandactor.h"
#include "app/commands/commandio.h"
#include "app/commands/commands.h"
#include "gis/print/stamping.h"
#include "models/domain/language.h"
#include "models/service/auditdesk.h"
#include "models/service/casedesk.h"
#include "models/service/districtnames.h"
#include "models/service/streetdesk.h"
#include "models/view/roundlist.h"
#include "models/view/standingmodel.h"
#include "ui/street/roundprinting.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(StreetCommand)
};

struct Work
{
    Store &store;
    const CommandArguments &arguments;
    StreetPart part; ///< what the user sees all of
    Instant now;
    User user;
};

/** InvalidInput if no street is named, or there is none of that code. */
Result<void> checkStreet(Store &store, const QString &code)
{
    if (code.isEmpty()) {
        return Error{ErrorCode::InvalidInput, Words::tr("Say which street: --street CODE."), {}};
    }
    const Result<std::optional<Division>> division = store.division(code);
    if (!division) {
        return division.error();
    }
    if (!division.value() || division.value()->level != "street"_L1) {
        return Error{ErrorCode::InvalidInput,
                     Words::tr("There is no street “%1” in this store.").arg(code),
                     {}};
    }
    return {};
}

/** All open cases of the street; of a community alone where that is what the user sees. */
Result<QList<Case>> openCases(const Work &work)
{
    QList<Case> all;
    CaseQuery query;
    query.street = work.part.street;
    query.openOnly = true;
    query.limit = 1000;
    for (;;) {
        const Result<QList<Case>> some = work.store.cases().list(query);
        if (!some) {
            return some.error();
        }
        all += some.value();
        if (some.value().size() < query.limit) {
            return all;
        }
        query.before = all.last().id;
    }
}

Result<RoundList> readList(const Work &work)
{
    const bool isTheirs = work.user.division == work.part.street;
    const Result<StreetOffice> office = readOffice(
        work.store, work.part.street, isTheirs ? work.user.organisation : QString(), work.now);
    const Result<QList<Case>> cases = openCases(work);
    const Result<DistrictNames> names = DistrictNames::read(work.store);
    for (const Error *error : {office ? nullptr : &office.error(),
                               cases ? nullptr : &cases.error(),
                               names ? nullptr : &names.error()}) {
        if (error != nullptr) {
            return *error;
        }
    }
    QHash<QString, QString> people;
    for (const OfficePerson &one : office.value().people) {
        people.insert(one.person.id, one.person.name);
    }
    const RoundOrder order{
        work.part.street, work.part.community, office.value().unitCodes(), work.now, isEnglish()};
    RoundList list = makeRoundList(cases.value(), order, names.value(), people);
    list.district = work.store.info().name;
    list.timeZone = work.store.info().timeZone;
    list.simulated = work.store.info().isSimulated();
    return list;
}

ExitStatus writeList(const Work &work)
{
    const QString out = work.arguments.value("out");
    if (out.isEmpty() && !work.arguments.has("json")) {
        return wrongUsage(Words::tr("Say where the list goes: --out FILE.pdf, or --json."));
    }
    const Result<RoundList> list = readList(work);
    if (!list) {
        return failWith(list.error());
    }
    int pages = 0;
    if (!out.isEmpty()) {
        if (const Result<void> target = checkOutput(out, {work.arguments.at(0)}); !target) {
            return failWith(target.error());
        }
        const OutputNote note{
            AuditKind::Print, Thing::Case, u"round-list"_s, out, list.value().count()};
        const Result<Stamp> stamp =
            allowOutput(work.store, note, {work.user.name, commandOrigin(), work.now});
        if (!stamp) {
            return failWith(stamp.error());
        }
        const Result<int> printed = printRound(list.value(), stamp.value(), {out, {}});
        if (!printed) {
            return failWith(printed.error());
        }
        pages = printed.value();
        const QString title = QFileInfo(out).completeBaseName();
        if (!stampPdf(out, stamp.value(), title)) {
            say(Words::tr("The stamp stands on the pages, but not in the information of the PDF."));
        }
    }
    if (work.arguments.has("json")) {
        QJsonObject json = toJson(list.value());
        if (pages > 0) {
            json.insert(u"out"_s, QFileInfo(out).absoluteFilePath());
            json.insert(u"pages"_s, pages);
        }
        printJson(QJsonDocument(json));
    } else {
        say(Words::tr("%n case(s)", nullptr, list.value().count()) + u", "_s +
            Words::tr("%n page(s)", nullptr, pages) + u": "_s + out);
    }
    return ExitStatus::Done;
}

QJsonObject toJson(const StandingFigures &figures)
{
    const auto rate = [](const std::optional<double> &value) {
        return value ? QJsonValue(*value * 100.0) : QJsonValue();
    };
    return {{u"registered"_s, figures.registered},
            {u"closed"_s, figures.closed},
            {u"closed_in_time"_s, figures.closedInTime},
            {u"due_to_close"_s, figures.dueToClose},
            {u"in_time_percent"_s, rate(figures.inTimeRate())},
            {u"overdue_open"_s, figures.overdueOpen},
            {u"handled"_s, figures.handled},
            {u"returned"_s, figures.returned},
            {u"reworked"_s, figures.reworked}};
}

QJsonObject toJson(const StandingRow &row)
{
    return {{u"community"_s, row.community.isEmpty() ? QJsonValue() : QJsonValue(row.community)},
            {u"this_month"_s, toJson(row.now)},
            {u"month_before"_s, toJson(row.before)}};
}

ExitStatus tellStanding(const Work &work)
{
    const Result<Standing> standing = readStanding(work.store, work.part, work.now);
    if (!standing) {
        return failWith(standing.error());
    }
    if (work.arguments.has("json")) {
        QJsonArray communities;
        for (const StandingRow &row : standing.value().communities) {
            communities.append(toJson(row));
        }
        printJson(QJsonDocument(QJsonObject{
            {u"street"_s, work.part.street},
            {u"community"_s,
             work.part.community.isEmpty() ? QJsonValue() : QJsonValue(work.part.community)},
            {u"month"_s, standing.value().month.toString(u"yyyy-MM"_s)},
            {u"all"_s, toJson(standing.value().all)},
            {u"communities"_s, communities}}));
        return ExitStatus::Done;
    }
    if (!work.part.community.isEmpty()) {
        const Result<DistrictNames> names = DistrictNames::read(work.store);
        if (!names) {
            return failWith(names.error());
        }
        printText(Words::tr("Of %1 alone, which is all that %2 sees of the street.")
                      .arg(names.value().division(work.part.community), work.user.name));
    }
    for (int i = 0; i < standing_words::kFigures; ++i) {
        const auto figure = static_cast<standing_words::Figure>(i);
        printText(Words::tr("%1: %2 (the month before: %3)")
                      .arg(standing_words::title(figure),
                           standing_words::value(figure, standing.value().all.now),
                           standing_words::value(figure, standing.value().all.before)));
    }
    return ExitStatus::Done;
}

} // namespace

ExitStatus runStreet(const QStringList &given)
{
    const Result<CommandArguments> parsed = CommandArguments::parse(
        given, withActor({{"street", "CODE"}, {"at", "TIME"}, {"out", "FILE"}, {"json"}}), 2, 2);
    if (!parsed) {
        return wrongUsage(parsed.error().message);
    }
    const CommandArguments &arguments = parsed.value();
    const QString what = arguments.at(1);
    const Result<std::optional<Instant>> at = arguments.time("at");
    if (!at) {
        return wrongUsage(at.error().message);
    }
    if (what != "list"_L1 && what != "standing"_L1) {
        return wrongUsage(Words::tr("“%1” is neither list nor standing.").arg(what));
    }
    const Result<CommandSeat> opened = openSeat(arguments);
    if (!opened) {
        return failWith(opened.error());
    }
    const CommandSeat &seat = opened.value();
    const QString street = arguments.value("street");
    if (const Result<void> known = checkStreet(*seat.store, street); !known) {
        return known.error().code == ErrorCode::InvalidInput ? wrongUsage(known.error().message)
                                                             : failWith(known.error());
    }
    const QString &division = seat.user.division;
    if (!division.isEmpty() && !street.startsWith(division) && !division.startsWith(street)) {
        // An empty list would say that all is well there.
        return failWith({ErrorCode::Refused,
                         Words::tr("%1 works on %2 only.").arg(seat.user.name, division),
                         {}});
    }
    const Result<StreetPart> part = partFor(*seat.store, seat.user, street);
    if (!part) {
        return failWith(part.error());
    }
    const Work work{*seat.store, arguments, part.value(), seat.clock->now(), seat.user};
    return what == "list"_L1 ? writeList(work) : tellStanding(work);
}

} // namespace gridward
