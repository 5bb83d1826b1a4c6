// SPDX-License-Identifier: GPL-3.0-or-later
// `gridward staff STORE matrix|vacancies|roster|uncovered|assign|end|leave|handover|needs|coverage
// …`
#include "app/commands/commandactor.h"
#include "app/commands/commands.h"
#include "models/domain/permission.h"
#include "models/service/staffkeeper.h"
#include "models/store/staffstore.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(StaffCommand)
};

/** What every verb needs. */
struct Work
{
    Store &store;
    const CommandArguments &arguments;
    StaffActor actor;
    QTimeZone zone;

    [[nodiscard]] bool json() const { return arguments.has("json"); }
    [[nodiscard]] QDate today() const { return localDayOf(actor.now, zone); }
};

QJsonValue dayOrNull(QDate day)
{
    return day.isValid() ? QJsonValue(day.toString(Qt::ISODate)) : QJsonValue();
}

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QString nameOf(const QHash<QString, Person> &people, const QString &id)
{
    const auto found = people.constFind(id);
    return found == people.constEnd() ? id : found->name;
}

/** InvalidInput if the option is no day; nothing if it is absent. */
Result<QDate> dayFrom(const CommandArguments &arguments, const char *option)
{
    if (!arguments.has(option)) {
        return QDate();
    }
    const QDate day = QDate::fromString(arguments.value(option), Qt::ISODate);
    return day.isValid() ? Result<QDate>(day)
                         : Result<QDate>(Error{ErrorCode::InvalidInput,
                                               Words::tr("--%1 must be a day such as 2026-11-20.")
                                                   .arg(QString::fromLatin1(option)),
                                               {}});
}

/** Is the grid among those that were asked for? */
bool isWanted(const CommandArguments &arguments, const UnitGrid &grid)
{
    return (!arguments.has("street") || grid.street == arguments.value("street")) &&
           (!arguments.has("grid") || grid.code == arguments.value("grid"));
}

/** NotFound for a street or grid that the district does not have: an empty list would lie. */
Result<void> checkPlaces(const Work &work)
{
    for (const char *option : {"street", "grid"}) {
        const QString code = work.arguments.value(option);
        if (code.isEmpty()) {
            continue;
        }
        const Result<std::optional<Division>> division = work.store.division(code);
        const Result<std::optional<UnitGrid>> grid = work.store.grid(code);
        if (!division || !grid) {
            return division ? grid.error() : division.error();
        }
        if (!division.value() && !grid.value()) {
            return Error{ErrorCode::NotFound,
                         Words::tr("There is no street or grid “%1” in this store.").arg(code),
                         {}};
        }
    }
    return {};
}

Result<StaffingPicture> readFor(const Work &work)
{
    const Result<void> known = checkPlaces(work);
    return known ? readStaffing(work.store, work.today()) : Result<StaffingPicture>(known.error());
}

QJsonObject toJson(const StaffCell &cell, const QHash<QString, Person> &people)
{
    QJsonArray holders;
    for (const StaffHolder &holder : cell.holders) {
        const QString acting = holder.acting.value_or(QString());
        holders.append(QJsonObject{
            {u"person"_s, holder.duty.person},
            {u"name"_s, nameOf(people, holder.duty.person)},
            {u"since"_s, dayOrNull(holder.duty.from)},
            {u"on_leave_until"_s, holder.leave ? dayOrNull(holder.leave->to) : QJsonValue()},
            {u"deputy"_s, holder.leave ? textOrNull(acting) : QJsonValue()}});
    }
    return {{u"role"_s, cell.role},
            {u"state"_s, toId(cell.state)},
            {u"needed"_s, cell.needed},
            {u"missing"_s, cell.missing()},
            {u"holders"_s, holders}};
}

QString cellText(const StaffCell &cell, const QHash<QString, Person> &people)
{
    QStringList names;
    for (const StaffHolder &holder : cell.holders) {
        QString name = nameOf(people, holder.duty.person);
        if (holder.leave) {
            name += holder.acting
                        ? Words::tr(" (away; %1 acts)").arg(nameOf(people, *holder.acting))
                        : Words::tr(" (away; nobody acts)");
        }
        names.append(name);
    }
    if (cell.missing() > 0) {
        names.append(Words::tr("vacant"));
    }
    return u"%1=%2"_s.arg(cell.role, names.join(u", "_s));
}

ExitStatus showMatrix(const Work &work)
{
    const Result<StaffingPicture> picture = readFor(work);
    if (!picture) {
        return failWith(picture.error());
    }
    QJsonArray rows;
    for (qsizetype place = 0; place < picture.value().grids.size(); ++place) {
        const UnitGrid &grid = picture.value().grids.at(place);
        if (!isWanted(work.arguments, grid)) {
            continue;
        }
        QJsonArray cells;
        QStringList texts;
        for (const StaffCell &cell : picture.value().matrix.rows.at(place).cells) {
            cells.append(toJson(cell, picture.value().people));
            texts.append(cellText(cell, picture.value().people));
        }
        rows.append(QJsonObject{{u"grid"_s, grid.code},
                                {u"name"_s, grid.name},
                                {u"community"_s, grid.community},
                                {u"street"_s, grid.street},
                                {u"level"_s, toId(grid.level)},
                                {u"cells"_s, cells}});
        if (!work.json()) {
            printText(u"%1  %2  %3"_s.arg(grid.code, grid.name, texts.join(u"  "_s)));
        }
    }
    if (work.json()) {
        printJson(QJsonDocument(
            QJsonObject{{u"day"_s, dayOrNull(picture.value().matrix.day)},
                        {u"roles"_s, QJsonArray::fromStringList(picture.value().matrix.roles)},
                        {u"grids"_s, rows},
                        {u"simulated"_s, work.store.info().isSimulated()}}));
    }
    return ExitStatus::Done;
}

ExitStatus showVacancies(const Work &work)
{
    const Result<StaffingPicture> picture = readFor(work);
    if (!picture) {
        return failWith(picture.error());
    }
    QJsonArray json;
    for (const Vacancy &vacancy : picture.value().vacancies) {
        const auto grid = std::ranges::find(picture.value().grids, vacancy.grid, &UnitGrid::code);
        if (!isWanted(work.arguments, *grid)) {
            continue;
        }
        json.append(QJsonObject{{u"grid"_s, vacancy.grid},
                                {u"name"_s, grid->name},
                                {u"street"_s, grid->street},
                                {u"role"_s, vacancy.role},
                                {u"missing"_s, vacancy.missing},
                                {u"since"_s, dayOrNull(vacancy.since)},
                                {u"former"_s, textOrNull(vacancy.former)}});
        if (!work.json()) {
            printText(u"%1  %2  %3  %4"_s.arg(
                vacancy.grid,
                grid->name,
                vacancy.role,
                vacancy.since.isValid() ? vacancy.since.toString(Qt::ISODate) : u"-"_s));
        }
    }
    if (work.json()) {
        printJson(QJsonDocument(json));
    } else {
        say(Words::tr("%n vacant post(s).", nullptr, static_cast<int>(json.size())));
    }
    return ExitStatus::Done;
}

QJsonObject toJson(const UncoveredSpan &span)
{
    return {{u"post"_s, span.post},
            {u"area"_s, span.area},
            {u"from"_s, toIsoText(span.from)},
            {u"to"_s, toIsoText(span.to)},
            {u"missing"_s, span.missing},
            {u"needed"_s, span.needed}};
}

ExitStatus showUncovered(const Work &work)
{
    const Result<qint64> hours = work.arguments.number("hours", 24, 1, 24 * 31);
    const Result<void> known = checkPlaces(work);
    if (!hours || !known) {
        return failWith(hours ? known.error() : hours.error());
    }
    const Result<QList<UncoveredSpan>> spans = readUncovered(
        work.store, work.actor.now, work.actor.now + std::chrono::hours(hours.value()));
    if (!spans) {
        return failWith(spans.error());
    }
    QJsonArray json;
    for (const UncoveredSpan &span : spans.value()) {
        if (work.arguments.has("street") && span.area != work.arguments.value("street")) {
            continue;
        }
        json.append(toJson(span));
        if (!work.json()) {
            printText(u"%1  %2  %3 – %4  %5/%6"_s.arg(span.post,
                                                      span.area,
                                                      toIsoText(span.from),
                                                      toIsoText(span.to),
                                                      QString::number(span.missing),
                                                      QString::number(span.needed)));
        }
    }
    if (work.json()) {
        printJson(QJsonDocument(json));
    } else if (json.isEmpty()) {
        say(Words::tr("Everything is covered in the next %n hour(s).",
                      nullptr,
                      static_cast<int>(hours.value())));
    }
    return ExitStatus::Done;
}

QJsonObject toJson(const Handover &handover)
{
    return {{u"post"_s, handover.post},
            {u"area"_s, handover.area},
            {u"from"_s, handover.fromPerson},
            {u"to"_s, handover.toPerson},
            {u"at"_s, toIsoText(handover.at)},
            {u"note"_s, handover.note},
            {u"open"_s, handover.open},
            {u"acknowledged_at"_s,
             handover.acknowledged ? QJsonValue(toIsoText(*handover.acknowledged)) : QJsonValue()},
            {u"acknowledged_by"_s, textOrNull(handover.acknowledgedBy)}};
}

void printRoster(const RosterPicture &picture, const QString &street)
{
    const auto isElsewhere = [&](const QString &area) {
        return !street.isEmpty() && area != street;
    };
    for (const Shift &shift : picture.shifts) {
        if (!isElsewhere(shift.area)) {
            printText(u"%1  %2  %3 – %4  %5"_s.arg(shift.post,
                                                   shift.area,
                                                   toIsoText(shift.from),
                                                   toIsoText(shift.to),
                                                   nameOf(picture.people, shift.person)));
        }
    }
    for (const NextHandover &next : picture.next) {
        if (!isElsewhere(next.area)) {
            say(Words::tr("%1 %2: %3 hands over to %4 at %5.")
                    .arg(next.post,
                         next.area,
                         nameOf(picture.people, next.fromPerson),
                         next.toPerson.isEmpty() ? Words::tr("nobody")
                                                 : nameOf(picture.people, next.toPerson),
                         toIsoText(next.at)));
        }
    }
}

ExitStatus showRoster(const Work &work)
{
    const Result<qint64> days = work.arguments.number("days", 7, 1, 31);
    const Result<void> known = checkPlaces(work);
    if (!days || !known) {
        return failWith(days ? known.error() : days.error());
    }
    const Result<RosterPicture> picture =
        readRoster(work.store, work.today(), static_cast<int>(days.value()), work.actor.now);
    if (!picture) {
        return failWith(picture.error());
    }
    const QString street = work.arguments.value("street");
    if (!work.json()) {
        printRoster(picture.value(), street);
        return ExitStatus::Done;
    }
    QJsonArray shifts;
    for (const Shift &shift : picture.value().shifts) {
        if (street.isEmpty() || shift.area == street) {
            shifts.append(QJsonObject{{u"person"_s, shift.person},
                                      {u"name"_s, nameOf(picture.value().people, shift.person)},
                                      {u"post"_s, shift.post},
                                      {u"area"_s, shift.area},
                                      {u"from"_s, toIsoText(shift.from)},
                                      {u"to"_s, toIsoText(shift.to)}});
        }
    }
    QJsonArray handovers;
    for (const Handover &handover : picture.value().handovers) {
        if (street.isEmpty() || handover.area == street) {
            handovers.append(toJson(handover));
        }
    }
    QJsonArray uncovered;
    for (const UncoveredSpan &span : picture.value().uncovered) {
        if (street.isEmpty() || span.area == street) {
            uncovered.append(toJson(span));
        }
    }
    printJson(QJsonDocument(QJsonObject{{u"first"_s, dayOrNull(picture.value().first)},
                                        {u"days"_s, picture.value().days},
                                        {u"shifts"_s, shifts},
                                        {u"handovers"_s, handovers},
                                        {u"uncovered"_s, uncovered},
                                        {u"simulated"_s, work.store.info().isSimulated()}}));
    return ExitStatus::Done;
}

ExitStatus told(const Work &work, const Result<void> &done, const QJsonObject &json)
{
    if (!done) {
        return failWith(done.error());
    }
    if (work.json()) {
        printJson(QJsonDocument(json));
    } else {
        say(Words::tr("Written."));
    }
    return ExitStatus::Done;
}

/** PERSON ROLE AREA with --from and --to. */
ExitStatus changeDuty(const Work &work, bool isEnd)
{
    const Result<QDate> from = dayFrom(work.arguments, "from");
    const Result<QDate> to = dayFrom(work.arguments, "to");
    if (!from || !to) {
        return wrongUsage((from ? to : from).error().message);
    }
    Duty duty{work.arguments.at(2), work.arguments.at(3), work.arguments.at(4), from.value(), {}};
    if (isEnd) {
        if (!to.value().isValid()) {
            return wrongUsage(Words::tr("Say the last day of the duty with --to."));
        }
        return told(work,
                    endDuty(work.store, work.actor, duty, to.value()),
                    {{u"person"_s, duty.person}, {u"to"_s, dayOrNull(to.value())}});
    }
    duty.to = to.value();
    return told(work,
                assignDuty(work.store, work.actor, duty),
                {{u"person"_s, duty.person}, {u"from"_s, dayOrNull(duty.from)}});
}

ExitStatus assign(const Work &work)
{
    return changeDuty(work, false);
}

ExitStatus end(const Work &work)
{
    return changeDuty(work, true);
}

ExitStatus leave(const Work &work)
{
    const Result<QDate> from = dayFrom(work.arguments, "from");
    const Result<QDate> to = dayFrom(work.arguments, "to");
    const std::optional<LeaveKind> kind = leaveKindFromId(work.arguments.value("kind"));
    if (!from || !to || !kind) {
        return wrongUsage(
            !from ? from.error().message
            : !to ? to.error().message
                  : Words::tr("--kind must be one of: %1").arg(leaveKindIds().join(u", "_s)));
    }
    const Leave leave{work.arguments.at(2),
                      from.value(),
                      to.value(),
                      *kind,
                      work.arguments.value("deputy"),
                      work.arguments.value("note")};
    return told(work,
                enterLeave(work.store, work.actor, leave),
                {{u"person"_s, leave.person},
                 {u"from"_s, dayOrNull(leave.from)},
                 {u"to"_s, dayOrNull(leave.to)},
                 {u"deputy"_s, textOrNull(leave.deputy)}});
}

ExitStatus handover(const Work &work)
{
    Handover handover;
    handover.post = work.arguments.at(2);
    handover.area = work.arguments.at(3);
    handover.fromPerson = work.arguments.value("from");
    handover.toPerson = work.arguments.value("to");
    handover.note = work.arguments.value("note");
    handover.open = work.arguments.value("open");
    handover.at = work.actor.now;
    return told(work, enterHandover(work.store, work.actor, handover), toJson(handover));
}

/** "manager=1,key:police=2" */
Result<QList<StaffingNeed>> needsFrom(const QString &text)
{
    QList<StaffingNeed> needs;
    if (text == "standard"_L1) {
        return needs;
    }
    for (const QString &part : text.split(u',', Qt::SkipEmptyParts)) {
        const QString name = part.section(u'=', 0, 0).trimmed();
        bool isNumber = false;
        StaffingNeed need;
        need.count = part.section(u'=', 1, 1).toInt(&isNumber);
        need.level = name.contains(u':') ? name.section(u':', 0, 0) : QString();
        need.role = name.contains(u':') ? name.section(u':', 1) : name;
        if (!isNumber) {
            return Error{ErrorCode::InvalidInput,
                         Words::tr("“%1” is no need such as manager=1 or key:police=2.").arg(part),
                         {}};
        }
        needs.append(need);
    }
    return needs;
}

ExitStatus needs(const Work &work)
{
    if (work.arguments.has("set")) {
        const Result<QList<StaffingNeed>> wanted = needsFrom(work.arguments.value("set"));
        if (!wanted) {
            return wrongUsage(wanted.error().message);
        }
        if (const Result<void> done = enterStaffingNeeds(work.store, work.actor, wanted.value());
            !done) {
            return failWith(done.error());
        }
    }
    const Result<QList<StaffingNeed>> now = work.store.staff().staffingNeeds();
    if (!now) {
        return failWith(now.error());
    }
    QJsonArray json;
    for (const StaffingNeed &need : now.value()) {
        json.append(QJsonObject{{u"level"_s, textOrNull(need.level)},
                                {u"role"_s, need.role},
                                {u"count"_s, need.count}});
        if (!work.json()) {
            printText(
                u"%1%2=%3"_s.arg(need.level.isEmpty() ? QString() : need.level + u':', need.role)
                    .arg(need.count));
        }
    }
    if (work.json()) {
        printJson(QJsonDocument(json));
    }
    return ExitStatus::Done;
}

int minuteFrom(const QString &text)
{
    const QStringList parts = text.split(u':');
    return parts.value(0).toInt() * 60 + parts.value(1).toInt();
}

QString minuteText(int minute)
{
    return u"%1:%2"_s.arg(minute / 60, 2, 10, QChar(u'0')).arg(minute % 60, 2, 10, QChar(u'0'));
}

/** "street@street=1@00:00-24:00,command-centre@district=2" */
Result<QList<CoverageNeed>> coverageFrom(const QString &text)
{
    QList<CoverageNeed> needs;
    if (text == "standard"_L1) {
        return needs;
    }
    for (const QString &part : text.split(u',', Qt::SkipEmptyParts)) {
        const QStringList parts = part.split(u'@');
        const QStringList hours = parts.value(2, u"00:00-24:00"_s).split(u'-');
        bool isNumber = false;
        CoverageNeed need;
        need.post = parts.value(0).trimmed();
        need.scope = parts.value(1).section(u'=', 0, 0);
        need.count = parts.value(1).section(u'=', 1, 1).toInt(&isNumber);
        need.fromMinute = minuteFrom(hours.value(0));
        need.toMinute = minuteFrom(hours.value(1));
        if (!isNumber || hours.size() != 2) {
            return Error{
                ErrorCode::InvalidInput,
                Words::tr("“%1” is no need such as street@street=1@08:00-18:00.").arg(part),
                {}};
        }
        needs.append(need);
    }
    return needs;
}

ExitStatus coverage(const Work &work)
{
    if (work.arguments.has("set")) {
        const Result<QList<CoverageNeed>> wanted = coverageFrom(work.arguments.value("set"));
        if (!wanted) {
            return wrongUsage(wanted.error().message);
        }
        if (const Result<void> done = enterCoverageNeeds(work.store, work.actor, wanted.value());
            !done) {
            return failWith(done.error());
        }
    }
    const Result<QList<CoverageNeed>> now = work.store.staff().coverageNeeds();
    if (!now) {
        return failWith(now.error());
    }
    QJsonArray json;
    for (const CoverageNeed &need : now.value()) {
        const QString hours = minuteText(need.fromMinute) + u'-' + minuteText(need.toMinute);
        json.append(QJsonObject{{u"post"_s, need.post},
                                {u"scope"_s, need.scope},
                                {u"count"_s, need.count},
                                {u"hours"_s, hours}});
        if (!work.json()) {
            printText(u"%1@%2=%3@%4"_s.arg(need.post, need.scope).arg(need.count).arg(hours));
        }
    }
    if (work.json()) {
        printJson(QJsonDocument(json));
    }
    return ExitStatus::Done;
}

struct Verb
{
    const char *name;
    QList<OptionSpec> options;
    int count;
    ExitStatus (*run)(const Work &);
};

const QList<Verb> &verbs()
{
    static const OptionSpec from{"from", "DAY"};
    static const OptionSpec to{"to", "DAY"};
    static const OptionSpec street{"street", "CODE"};
    static const OptionSpec grid{"grid", "CODE"};
    static const QList<Verb> all{
        {"matrix", {street, grid}, 2, &showMatrix},
        {"vacancies", {street, grid}, 2, &showVacancies},
        {"roster", {street, {"days", "N"}}, 2, &showRoster},
        {"uncovered", {street, {"hours", "N"}}, 2, &showUncovered},
        {"assign", {from, to}, 5, &assign},
        {"end", {from, to}, 5, &end},
        {"leave",
         {from, to, {"deputy", "PERSON"}, {"kind", "K", "annual"}, {"note", "T"}},
         3,
         &leave},
        {"handover", {from, to, {"note", "T"}, {"open", "T"}}, 4, &handover},
        {"needs", {{"set", "NEEDS"}}, 2, &needs},
        {"coverage", {{"set", "NEEDS"}}, 2, &coverage}};
    return all;
}

} // namespace

ExitStatus runStaff(const QStringList &arguments)
{
    const QString name = arguments.value(1);
    const auto verb = std::ranges::find_if(
        verbs(), [&name](const Verb &one) { return name == QLatin1String(one.name); });
    if (verb == verbs().end()) {
        return wrongUsage(Words::tr("Say what to do: gridward staff STORE matrix|vacancies|roster|"
                                    "uncovered|assign|end|leave|handover|needs|coverage"));
    }
    const QList<OptionSpec> options =
        withActor(verb->options + QList<OptionSpec>{{"at", "TIME"}, {"json"}});
    const Result<CommandArguments> parsed =
        CommandArguments::parse(arguments, options, verb->count, verb->count);
    if (!parsed) {
        return wrongUsage(parsed.error().message);
    }
    Result<std::unique_ptr<Store>> opened = openStore(parsed.value().at(0));
    if (!opened) {
        return failWith(opened.error());
    }
    const std::unique_ptr<Store> store = std::move(opened).value();
    const Result<std::optional<Instant>> at = parsed.value().time("at");
    if (!at) {
        return wrongUsage(at.error().message);
    }
    const Instant now = at.value().value_or(SystemClock().now());
    if (const Result<void> claims = checkClaims(*store, at.value().has_value()); !claims) {
        return failWith(claims.error());
    }
    const Result<User> user = actFor(*store, parsed.value(), now);
    if (!user) {
        return failWith(user.error());
    }
    return verb->run({*store,
                      parsed.value(),
                      {user.value(), u"cli"_s, now},
                      timeZoneNamed(store->info().timeZone)});
}

} // namespace gridward
