// SPDX-License-Identifier: GPL-3.0-or-later
// `gridward init` and `gridward admin init-db`: an empty real district, or a drill.
#include "app/commands/admincommand.h"
#include "app/commands/commandactor.h"
#include "app/commands/commands.h"
#include "app/places.h"
#include "gis/import/cellmaker.h"
#include "gis/import/organisationreader.h"
#include "models/domain/language.h"
#include "models/service/accountdesk.h"
#include "models/service/simulation/simulationdata.h"
#include "models/store/accountstore.h"
#include "models/store/postgisstore.h"
#include "models/store/storelocation.h"
#include "models/store/storeopening.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>
#include <QMap>
#include <QRegularExpression>
#include <QTimeZone>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(InitCommand)
};

constexpr double kSmallestCell = 5.0;
constexpr double kLargestCell = 20'000.0;

/** Users of a drill: the same ten as in the demo, for the same claims. */
QList<User> drillUsers()
{
    QList<User> users;
    for (const char *role : {"acceptor",
                             "filer",
                             "dispatcher",
                             "handler",
                             "checker",
                             "supervisor",
                             "street",
                             "analyst",
                             "leader",
                             "admin"}) {
        User user;
        user.role = QString::fromLatin1(role);
        user.name = user.role + u'1';
        user.actsForAllUnits = user.role == "handler"_L1;
        users.append(user);
    }
    return users;
}

/** Example units for every kind that the example standards name, so that a drill can dispatch. */
QList<Organisation> drillUnits(const QList<FilingStandard> &standards, const QList<UnitKind> &kinds)
{
    const bool isChinese = !isEnglish();
    QMap<QString, Organisation> units;
    for (const FilingStandard &standard : standards) {
        const auto kind = std::ranges::find(kinds, standard.unitKind, &UnitKind::key);
        const UnitKind called =
            kind != kinds.end() ? *kind
                                : UnitKind{standard.unitKind, standard.unitKind, standard.unitKind};
        Organisation unit;
        unit.code = u"DRILL-"_s + standard.unitKind;
        unit.name = Words::tr("Drill unit: %1").arg(isChinese ? called.name : called.nameEn);
        unit.nameEn = u"Drill unit: "_s + called.nameEn;
        unit.kind = standard.unitKind;
        unit.handles = true;
        units.insert(unit.code, unit);
    }
    return units.values();
}

struct Ground
{
    QList<Division> divisions;
    QList<UnitGrid> grids;
    QStringList notes;
};

Result<Ground> groundFrom(const CommandArguments &arguments)
{
    const QString district = arguments.value("district");
    const QString name = arguments.value("name");
    if (!arguments.has("cells")) {
        return Ground{{{district, {}, u"district"_s, name, 0, 0.0, {}}}, {}, {}};
    }
    bool isNumber = false;
    CellOptions options;
    options.metres = arguments.value("cells").toDouble(&isNumber);
    if (!isNumber || options.metres < kSmallestCell || options.metres > kLargestCell) {
        return Error{ErrorCode::InvalidInput,
                     Words::tr("--cells must be a side in metres from %1 to %2.")
                         .arg(kSmallestCell)
                         .arg(kLargestCell),
                     {}};
    }
    options.extentOf = arguments.value("extent-of");
    options.source.crs = arguments.value("crs");
    options.district = district;
    options.districtName = name;
    Result<CellReport> cells = makeCells(options);
    if (!cells) {
        return cells.error();
    }
    const CellReport report = std::move(cells).value();
    return Ground{report.divisions, report.grids, report.notes};
}

Result<void> fill(Store &store, const Ground &ground, bool drill, Instant now)
{
    const Result<SimulationData> catalogue =
        readSimulationData(places::sharedFolder(u"demo"_s), places::sharedFolder(u"catalogue"_s));
    if (!catalogue) {
        return catalogue.error();
    }
    const Result<QList<UnitKind>> kinds =
        readUnitKinds(places::sharedFolder(u"catalogue"_s) + u"/handling-units-sample.csv"_s);
    if (!kinds) {
        return kinds.error();
    }
    return store.transaction([&]() -> Result<void> {
        for (const Result<void> &step :
             {store.write(ground.divisions),
              store.write(ground.grids, u"init"_s, Words::tr("first division"), now),
              store.write(catalogue.value().catalogue),
              store.write(catalogue.value().standards),
              store.write(sampleRuleBook()),
              store.write(sampleCalendar())}) {
            if (!step) {
                return step;
            }
        }
        if (!drill) {
            return {};
        }
        if (Result<void> units =
                store.write(drillUnits(catalogue.value().standards, kinds.value()));
            !units) {
            return units;
        }
        return store.write(drillUsers());
    });
}

/** Options of both commands. */
QList<OptionSpec> withDistrict(QList<OptionSpec> options)
{
    options.append({{"district", "CODE"},
                    {"name", "N"},
                    {"cells", "METRES"},
                    {"extent-of", "FILE"},
                    {"crs", "CRS"},
                    {"time-zone", "ZONE", "Asia/Shanghai"},
                    {"drill"},
                    {"json"}});
    return options;
}

/** Whoever can give everybody else an account: a login of the server, and its user. */
Result<void> addAdministrator(Store &store, const QString &name, const Secret &password)
{
    const SystemClock clock;
    const PasswordHasher hasher;
    AccountDesk desk(store, clock, commandOrigin(), hasher);
    const Result<std::optional<User>> known = store.user(name);
    if (!known) {
        return known.error();
    }
    if (known.value()) { // of a drill
        return desk.setPassword(name, password, false);
    }
    NewAccount account;
    account.user.name = name;
    account.user.role = u"admin"_s;
    account.password = password;
    const Result<Account> added = desk.add(account);
    return added ? Result<void>() : Result<void>(added.error());
}

using Finish = std::function<Result<void>(Store &)>;

/** Makes the district; `finish` does what is to be done before anybody finds it. */
ExitStatus makeDistrict(const CommandArguments &given, const Finish &finish)
{
    static const QRegularExpression sixDigits(u"^[0-9]{6}$"_s);
    if (!sixDigits.match(given.value("district")).hasMatch()) {
        return wrongUsage(Words::tr("--district must be the six digits of the district's code."));
    }
    if (given.value("name").trimmed().isEmpty()) {
        return wrongUsage(Words::tr("--name must be the district's name."));
    }
    if (given.has("cells") != given.has("extent-of")) {
        return wrongUsage(Words::tr("--cells and --extent-of go together."));
    }
    StoreInfo info;
    info.district = given.value("district");
    info.name = given.value("name").trimmed();
    info.purpose = given.has("drill") ? u"drill"_s : u"real"_s;
    info.timeZone = given.value("time-zone");
    info.scheme = defaultScheme();
    info.created = SystemClock().now();
    if (!QTimeZone(info.timeZone.toLatin1()).isValid()) {
        return wrongUsage(Words::tr("“%1” is no time zone of the IANA list, such as Asia/Shanghai.")
                              .arg(info.timeZone));
    }
    ProgressLine progress(Words::tr("making the district"));
    const Result<Ground> ground = groundFrom(given);
    if (!ground) {
        return failWith(ground.error());
    }
    Result<std::unique_ptr<SqlStore>> created = createStore(given.at(0), info);
    if (!created) {
        return failWith(created.error());
    }
    const std::unique_ptr<SqlStore> store = std::move(created).value();
    if (const Result<void> filled = fill(*store, ground.value(), given.has("drill"), info.created);
        !filled) {
        return failWith(filled.error());
    }
    if (const Result<void> finished = finish(*store); !finished) {
        return failWith(finished.error());
    }
    if (!progress.show(100)) {
        return failWith(Error{ErrorCode::Cancelled, Words::tr("Stopped; nothing was made."), {}});
    }
    if (const Result<void> published = store->publish(); !published) {
        return failWith(published.error());
    }
    for (const QString &note : ground.value().notes) {
        say(note);
    }
    say(Words::tr("%1 is ready: district %2 with %n grid(s).",
                  nullptr,
                  static_cast<int>(ground.value().grids.size()))
            .arg(given.at(0), info.district));
    if (given.has("json")) {
        printJson(QJsonDocument(QJsonObject{{u"store"_s, given.at(0)},
                                            {u"district"_s, info.district},
                                            {u"grids"_s, ground.value().grids.size()},
                                            {u"purpose"_s, info.purpose}}));
    }
    return ExitStatus::Done;
}

} // namespace

ExitStatus runInit(const QStringList &arguments)
{
    const Result<CommandArguments> parsed =
        CommandArguments::parse(arguments, withDistrict({}), 1, 1);
    if (!parsed) {
        return wrongUsage(parsed.error().message);
    }
    if (isServerAddress(parsed.value().at(0))) {
        return wrongUsage(Words::tr("A store on a server has logins from the start: make it with "
                                    "“gridward admin init-db URL … --administrator NAME "
                                    "--password-file FILE”."));
    }
    return makeDistrict(parsed.value(), [](Store &) { return Result<void>(); });
}

ExitStatus runAdminInitDb(const QStringList &arguments)
{
    const Result<CommandArguments> parsed = CommandArguments::parse(
        arguments,
        withDistrict({{"administrator", "NAME"}, {"password-file", "FILE"}, {"password-fd", "N"}}),
        1,
        1);
    if (!parsed) {
        return wrongUsage(parsed.error().message);
    }
    const CommandArguments &given = parsed.value();
    if (!isServerAddress(given.at(0))) {
        return wrongUsage(Words::tr("“%1” is no address of a server. Write "
                                    "postgresql://user@host/database; a file is made with "
                                    "“gridward init”.")
                              .arg(given.at(0)));
    }
    const QString name = given.value("administrator");
    if (name.isEmpty() || given.has("password-file") == given.has("password-fd")) {
        return wrongUsage(Words::tr("Say who is to be the first administrator, and where the "
                                    "password is: --administrator NAME --password-file FILE."));
    }
    const Result<Secret> password = passwordOption(given, "password-file", "password-fd");
    if (!password) {
        return failWith(password.error());
    }
    const ExitStatus status = makeDistrict(
        given, [&](Store &store) { return addAdministrator(store, name, password.value()); });
    if (status == ExitStatus::Done) {
        say(Words::tr("%1 may log in now, and give others an account: “gridward admin user URL add "
                      "NAME --role ROLE --password-file FILE”.")
                .arg(name));
    }
    return status;
}

ExitStatus runAdminMigrate(const QStringList &arguments)
{
    const Result<CommandArguments> parsed = CommandArguments::parse(arguments, {{"json"}}, 1, 1);
    if (!parsed) {
        return wrongUsage(parsed.error().message);
    }
    const QString &store = parsed.value().at(0);
    if (!isServerAddress(store)) {
        return wrongUsage(Words::tr("“%1” is no address of a server; a file is migrated when it is "
                                    "opened.")
                              .arg(store));
    }
    const Result<QStringList> done = PostgisStore::bringUpToDate(store);
    if (!done) {
        return failWith(done.error());
    }
    for (const QString &step : done.value()) {
        say(Words::tr("Applied: %1").arg(step));
    }
    say(done.value().isEmpty()
            ? Words::tr("The schema was up to date; the standard rights were written anew.")
            : Words::tr("The schema is up to date."));
    if (parsed.value().has("json")) {
        printJson(
            QJsonDocument(QJsonObject{{u"applied"_s, QJsonArray::fromStringList(done.value())}}));
    }
    return ExitStatus::Done;
}

} // namespace gridward
