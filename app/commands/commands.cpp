// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/commands.h"

#include <QCoreApplication>

#include <array>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

struct Command
{
    const char *name;
    ExitStatus (*run)(const QStringList &);
    const char *help;
};

const std::array kCommands{
    Command{"demo",
            &runDemo,
            QT_TRANSLATE_NOOP(
                "CommandLine",
                "Usage: gridward demo [--out D.gpkg] [options]\n"
                "Makes a simulated district after Dongcheng: 589 grids, people, places, cases.\n\n"
                "  --out D.gpkg   where (the demo store of this user)\n"
                "  --at TIME      the demo's present (now, to the hour)\n"
                "  --days N       how many days of cases (90)\n"
                "  --open N       how many of them are open (1500)\n"
                "  --cases N      exactly so many cases in all\n"
                "  --seed N       another number, another district life (1)\n"
                "  --live         let the demo go on as time passes, until Ctrl+C\n"
                "  --json         say on standard output what was made, as JSON")},
    Command{"init",
            &runInit,
            QT_TRANSLATE_NOOP(
                "CommandLine",
                "Usage: gridward init STORE --district CODE --name N [options]\n"
                "Makes a real district, empty.\n\n"
                "  --district CODE  its six digits\n"
                "  --name N         its name\n"
                "  --cells METRES --extent-of FILE\n"
                "                   square grids of that side over the places of FILE\n"
                "  --crs CRS        coordinate system of FILE: EPSG:n, gcj02 or bd09\n"
                "  --time-zone Z    IANA name (Asia/Shanghai)\n"
                "  --drill          a drill: users and times may be claimed (--as, --at)\n"
                "  --json           say on standard output what was made, as JSON")},
    Command{
        "import",
        &runImport,
        QT_TRANSLATE_NOOP(
            "CommandLine",
            "Usage: gridward import STORE KIND FILE [options]\n"
            "Takes data from a file: KIND is divisions, grids, components, addresses, places,\n"
            "organisations, staff, households, cases, inbox or catalogue.\n\n"
            "  --profile NAME   cases, inbox: how to read them (boston-311, taipei-1999,\n"
            "                   zurich-zwn, or the path of a profile)\n"
            "  --column OURS=THEIRS  inbox: a column by another name, such as text=COLUMN;\n"
            "                   ours are text, address, time, number, class, caller, phone,\n"
            "                   longitude, latitude\n"
            "  --source NAME    inbox: where its rows come from (12345)\n"
            "  --crs CRS        coordinate system of the file: EPSG:n, gcj02 or bd09\n"
            "  --encoding E     of text that is not UTF-8, such as GBK\n"
            "  --layer NAME     which layer of the file (the first)\n"
            "  --map OURS=THEIRS  a column of the file by another name, such as code=village_id\n"
            "  --refused FILE   cases: where refused lines go (beside FILE)\n"
            "  --preview        catalogue, and staff as a workbook: tell what would change, and\n"
            "                   write nothing\n"
            "  --as USER        in whose name (demo and drill stores)\n"
            "  --json           the report on standard output, as JSON")},
    Command{
        "export",
        &runExport,
        QT_TRANSLATE_NOOP(
            "CommandLine",
            "Usage: gridward export STORE grids|places|components|cases|events FILE\n"
            "                       [--where EXPR]\n"
            "       gridward export STORE catalogue FILE.xlsx\n"
            "       gridward export STORE staff FILE.xlsx [--as USER]\n"
            "       gridward export STORE rules|calendar FILE.json\n"
            "Writes a file; its ending says the format: gpkg, geojson, shp, fgb, kml, csv, "
            "xlsx.\n"
            "The catalogue is written as a workbook of two sheets, staff (organisations, people,\n"
            "posts, duties, leave, shifts) as one of seven, to be edited and imported.\n"
            "Rules (limits, levels) and the calendar (workdays, hours) are written as JSON.\n\n"
            "  --where EXPR   only rows for which this holds, such as \"level = 'key'\"\n"
            "  --json         the report on standard output, as JSON")},
    Command{"replay",
            &runReplay,
            QT_TRANSLATE_NOOP("CommandLine",
                              "Usage: gridward replay STORE CASES --profile NAME [--speed N]\n"
                              "Plays recorded cases into the store as if they happened now.\n\n"
                              "  --speed N        N times as fast as they happened (1)\n"
                              "  --profile NAME   how to read them: see gridward import --help\n"
                              "  --crs, --encoding, --json   as there")},
    Command{
        "case",
        &runCase,
        QT_TRANSLATE_NOOP(
            "CommandLine",
            "Usage: gridward case STORE report|list|show|actions|act|explain|folder|responsible …\n"
            "       [--as USER] [--json]\n\n"
            "  report --class C --at LON,LAT --text T [--source S] [--level L] [--kind K]\n"
            "         [--address A] [--attach FILE] [--caller-name-file F] [--caller-phone-file "
            "F]\n"
            "  list [--state S] [--street CODE] [--class C] [--open] [--overdue] [--limit N]\n"
            "       [--queue Q [--band B]]   those of a queue of the supervision: verify, check,\n"
            "                   tasks, overdue, stuck, evidence, supervised, ladder, callback;\n"
            "                   of an age in days: 0-1, 1-3, 3-7, 7-30, 30+\n"
            "  show ID          everything about a case, its log and its clocks\n"
            "  actions ID       what may be done now, what not and why, and who could take it\n"
            "  act ID ACTION [--to UNIT|PERSON] [--note T] [--attach FILE]\n"
            "         [--expect-version N] [--standard ID] [--met ID] [--until DATE]\n"
            "         [--decision grant|deny] [--satisfied yes|no|not-reached] [--level L]\n"
            "         [--bundle ID]\n"
            "  explain ID       how its deadlines came about, in the time zone of the district\n"
            "  folder ID --out FILE.pdf [--lang L]\n"
            "                   all of a case on paper, with its evidence and its log inside\n"
            "  responsible --at LON,LAT [--class C] [--kind K]\n"
            "                   who is responsible there now, and why: people and units\n"
            "ID is the case's id or its 19-digit number. Sources: patrol (if none is named),\n"
            "hotline, app, video, leader, department, sensor; levels: blue (if none is named),\n"
            "yellow, orange, red. --at TIME works in demo and drill stores.")},
    Command{
        "inbox",
        &runInbox,
        QT_TRANSLATE_NOOP(
            "CommandLine",
            "Usage: gridward inbox STORE VERB … [--as USER] [--json]\n"
            "Rows that came in and are no cases yet: each becomes a case, is joined to one, or is\n"
            "refused with a reason. “gridward import STORE inbox FILE” brings them in.\n\n"
            "  list [--state S] [--batch B] [--after ID] [--limit N]\n"
            "  counts           how many rows of each batch are in which state\n"
            "  show ID          a row, what is proposed and why, open cases near it, its history\n"
            "  classify ID… --class C [--kind K] | --proposed\n"
            "  locate ID… --place LON,LAT | --proposed\n"
            "  level ID… --level L\n"
            "  follow ID… --leader ID    treat them as one with that row; 0: on their own again\n"
            "  register ID…     those that have a class and a place, as cases\n"
            "  join ID… --case ID        to an open case, by its id or number\n"
            "  refuse ID… --note T, take-back ID…\n"
            "--all [--batch B] instead of rows: every waiting one, for register, and for classify\n"
            "and locate with --proposed. “register --all” leaves rows that may be told of already\n"
            "and says which; --with-duplicates registers them too.\n"
            "--expect-version N: refused if somebody was first.\n"
            "States: waiting, registered, joined, refused. --at TIME works in demo and drill\n"
            "stores.")},
    Command{
        "catalogue",
        &runCatalogue,
        QT_TRANSLATE_NOOP(
            "CommandLine",
            "Usage: gridward catalogue STORE schemes|list|show|crosswalk … [--json]\n"
            "Shows classes and filing standards; import and export change them.\n\n"
            "  schemes          the editions and local schemes, and how many classes they have\n"
            "  list [--scheme S] [--kind component|matter] [--ended]\n"
            "                   the classes of a scheme (that of new cases)\n"
            "  show CODE|CONDITION\n"
            "                   a class wherever it is, with its filing conditions; or a\n"
            "                   condition with all its versions\n"
            "  crosswalk [--from S] [--to S] [--table FILE]\n"
            "                   what becomes of the classes of one edition in another: by rule,\n"
            "                   to be decided by a person, or not mapped")},
    Command{
        "personal",
        &runPersonal,
        QT_TRANSLATE_NOOP(
            "CommandLine",
            "Usage: gridward personal STORE open|households|purge|smallest-cell … [--as USER]\n"
            "       [--json]\n"
            "Callers and households. They are masked: every look is for a purpose and written "
            "down.\n\n"
            "  open case ID --purpose P       who reported a case\n"
            "  open household ID --purpose P  a household that a grid looks after\n"
            "  households --grid CODE         how many there are, as far as that may be told\n"
            "  households --community CODE    the same for each of its grids\n"
            "  purge --older-than 180d        erase the callers of cases that ended so long ago\n"
            "  smallest-cell [--set N]        no count below N (5 or more) is told\n"
            "Purposes: call-back, find-the-place, handling, care-visit, correction, complaint.")},
    Command{
        "admin",
        &runAdmin,
        QT_TRANSLATE_NOOP(
            "CommandLine",
            "Usage: gridward admin user STORE add|list|set-password|disable|enable|post|sessions "
            "…\n"
            "       gridward admin role STORE list|show|add|grant|reset|preview …\n"
            "       gridward admin audit STORE list|check …\n"
            "       gridward admin init-db URL --district CODE --name N --administrator NAME\n"
            "           --password-file FILE | --password-fd N [options of init]\n"
            "       gridward admin migrate URL\n"
            "Keeps accounts, roles and the audit log. Never asks for anything; without\n"
            "--password-file no password is set.\n\n"
            "user add NAME --role R [--division CODE] [--organisation CODE] [--person ID]\n"
            "           [--password-file FILE | --password-fd N] [--must-change]\n"
            "user list        accounts, their posts, and whether they have a password\n"
            "user set-password NAME --password-file FILE | --password-fd N [--must-change]\n"
            "           one's own with --old-password-file FILE | --old-password-fd N\n"
            "user disable NAME, user enable NAME\n"
            "user post NAME add|end --role R [--division CODE] [--organisation CODE]\n"
            "           [--from DATE] [--to DATE]\n"
            "user sessions    who is and was signed in, where\n"
            "role list        roles, and how many accounts have each\n"
            "role show ROLE   what it may do, how far\n"
            "role add ID --name NAME [--name-en NAME]\n"
            "role grant ROLE THING:ACTION none|own|unit|division|district\n"
            "role reset ROLE  back to what the program gives it\n"
            "role preview USER [--in CODE]\n"
            "                 what that user can see and do in a division or grid\n"
            "audit list [--kind K] [--user U] [--text T] [--from TIME] [--to TIME] [--limit N]\n"
            "                 entries of the audit log, newest first\n"
            "audit check      whether its chain is intact; exit status 1 if it is not\n"
            "init-db          a store in a database of a server, with its first administrator;\n"
            "                 takes a superuser of the server\n"
            "migrate          gives it the schema of this program; stop the seats before\n"
            "The first account with a password must be an administrator. After that, say who you\n"
            "are: --as USER --as-password-file FILE | --as-password-fd N. On a server the login\n"
            "says it: postgresql://USER@host/database.\n"
            "  --json         on standard output, as JSON")},
    Command{"sample",
            &runSample,
            QT_TRANSLATE_NOOP(
                "CommandLine",
                "Usage: gridward sample STORE WHAT … [--as USER] [--at TIME] [--json]\n"
                "Month-end sampling: closed cases drawn at random for another look on the spot.\n\n"
                "  draw --month 2026-10 [--count N|N%] [--by street|department] [--area CODE] "
                "[--seed N]\n"
                "                   records month, seed and all cases it was drawn from, so that\n"
                "                   anybody can repeat it; the month must be over (50 cases)\n"
                "  list             samplings and how far they are, newest first\n"
                "  show ID [--population]\n"
                "                   the cases drawn; with --json and --population what they were\n"
                "                   drawn from\n"
                "  result ID CASE confirmed|refuted|missing [--note T] [--attach FILE…]\n"
                "                   final; not by whoever had the case in hand or judged it\n"
                "  sheet ID --out FILE.csv\n"
                "                   to take along: where, what, whose, and what was found")},
    Command{
        "staff",
        &runStaff,
        QT_TRANSLATE_NOOP(
            "CommandLine",
            "Usage: gridward staff STORE WHAT … [--as USER] [--at TIME] [--json]\n"
            "Who works where, who is away, and what is missing.\n\n"
            "  matrix [--street CODE] [--grid CODE]     who has which role in which grid\n"
            "  vacancies [--street CODE] [--grid CODE]  roles that nobody has, since when\n"
            "  roster [--street CODE] [--days N]        turns and hand-overs from that day on\n"
            "  uncovered [--street CODE] [--hours N]    where too few are on duty (24 hours)\n"
            "  assign PERSON ROLE AREA --from DAY [--to DAY]\n"
            "  end PERSON ROLE AREA --from DAY --to DAY the last day of that duty\n"
            "  leave PERSON --from DAY --to DAY [--deputy PERSON] [--kind K] [--note T]\n"
            "                   annual, sick, family, training, secondment, other; the same\n"
            "                   first day again changes that leave, an end before it withdraws it\n"
            "  handover POST AREA --from PERSON --to PERSON [--note T] [--open T]\n"
            "  needs [--set ROLE=N,LEVEL:ROLE=N]        what a grid must have; “standard” for the\n"
            "                   seven forces\n"
            "  coverage [--set POST@SCOPE=N@08:00-18:00]\n"
            "                   which posts must be covered where; SCOPE is a level or a code\n"
            "Days are 2026-11-20. --at TIME works in demo and drill stores.")},
    Command{
        "street",
        &runStreet,
        QT_TRANSLATE_NOOP(
            "CommandLine",
            "Usage: gridward street STORE list --street CODE --out FILE.pdf [--json]\n"
            "       gridward street STORE standing --street CODE [--json]\n"
            "What a street office takes along and how its month stands.\n\n"
            "  list             the list for the round: what is to be done outside, by community\n"
            "                   and person, on A4\n"
            "  standing         this month so far and the month before, of the cases registered\n"
            "                   in each\n"
            "  --street CODE    which street\n"
            "  --out FILE       list: where the PDF goes\n"
            "  --json           on standard output, as JSON\n"
            "--as USER and --at TIME work in demo and drill stores.")},
    Command{
        "evaluate",
        &runEvaluate,
        QT_TRANSLATE_NOOP(
            "CommandLine",
            "Usage: gridward evaluate STORE --period P [--by LEVEL] --out FILE [options]\n"
            "       gridward evaluate STORE --period P [--by LEVEL] --cases INDICATOR\n"
            "                         [--unit CODE] [--numerator|--rest]\n"
            "       gridward evaluate --definitions\n"
            "How the cases registered in a period went: a row for each unit, a column for each\n"
            "indicator, per cent and hours. Its ending says the format: csv, xlsx, ods, pdf, "
            "json.\n\n"
            "  --period P       2026, 2026-Q4, 2026-11, 2026-W47, 2026-11-22 or\n"
            "                   2026-11-01..2026-11-22, in days of the district\n"
            "  --by LEVEL       district, street, community, grid, department, post or person\n"
            "                   (district)\n"
            "  --both           where two definitions are in use, the other one too (…_other)\n"
            "  --names, --counts   csv: names of units; numerators and denominators\n"
            "  --cases INDICATOR   the cases behind a figure: its denominator, as JSON\n"
            "  --unit CODE      of that unit alone\n"
            "  --numerator      those in the numerator alone; --rest: those not in it\n"
            "  --definitions    what each indicator counts\n"
            "  --json           all of it on standard output, as JSON\n"
            "--as USER and --at TIME work in demo and drill stores.")},
    Command{
        "heatmap",
        &runHeatmap,
        QT_TRANSLATE_NOOP(
            "CommandLine",
            "Usage: gridward heatmap STORE|FILE --out FILE.tif|png|pdf|svg|gpkg|csv|qgz [options]\n"
            "How many cases there are per square kilometre, exactly, in the metres of a map "
            "plane.\n"
            "FILE is any file of points: CSV (columns lon and lat, or e and n), GeoJSON,\n"
            "GeoPackage, Shapefile, also as .gz.\n\n"
            "  --kernel K       uniform, triangular, epanechnikov, quartic, triweight or gaussian\n"
            "                   (quartic)\n"
            "  --bandwidth B    metres: how far a case reaches; of gaussian the standard "
            "deviation;\n"
            "                   or scott, silverman, likelihood, adaptive:METRES (300)\n"
            "  --cell METRES    side of a cell (25)\n"
            "  --crs CRS        the plane, as in EPSG:2056; also that of a FILE which does not "
            "say\n"
            "                   its own (that of FILE, or the UTM zone of its middle)\n"
            "  --extent W,S,E,N in metres of the plane (all cases but those far off)\n"
            "  --where EXPR     which cases: an SQL condition, as for “gridward export”\n"
            "  --from TIME --to TIME   registered from then until before then\n"
            "  --compare difference|ratio --against-from TIME --against-to TIME\n"
            "                   that period less, or by, another one\n"
            "  --time FIELD     FILE: when (the first field of dates or times)\n"
            "  --weight FIELD   how much each counts (1)\n"
            "  --layer NAME     FILE: which of its layers\n"
            "  --half-life DAYS a case counts half after so many days\n"
            "  --unit U         per-km2, per-km2-month or per-10000 (per-km2)\n"
            "  --denominator FILE[:FIELD]   per-10000: points or areas with people\n"
            "  --least-denominator N   fewer in reach: not known (100)\n"
            "  --edge FILE|district   correct for what lies beyond the border of these areas\n"
            "  --k N            leave blank what rests on fewer than N personal cases (a store: "
            "5)\n"
            "  --title T, --lang zh_CN|en, --ramp viridis|magma|cividis|greys\n"
            "  --classes N|B1,B2,…   so many classes, or these breaks, instead of smooth colours;\n"
            "                   --class-method equal|quantiles|natural (equal)\n"
            "  --template F.qpt a sheet in the frame of a QGIS print layout template\n"
            "  --paper A4…A0, --dpi N   pdf, svg and png: a sheet (A4, 300)\n"
            "  --size WxH       png: the map alone, with its world file (1600x1200); --no-legend\n"
            "  --atlas street   pdf of a store: a sheet for each street\n"
            "  --every day|week|month --out-dir DIR   instead of --out: a picture for each part "
            "of\n"
            "                   the period, all in the same colours\n"
            "  --all            csv: cells without a case as well\n"
            "  --threads N      as many at once (all cores); the bytes are the same\n"
            "  --analysis NAME  a store: one that was saved in the window, as the window writes "
            "it;\n"
            "                   with --out, --title, --paper, --lang, --at and --json only\n"
            "  --json           on standard output what was made, as JSON\n"
            "--as USER and --at TIME work in demo and drill stores; with FILE, --at dates a "
            "sheet.")},
    Command{"check",
            &runCheck,
            QT_TRANSLATE_NOOP("CommandLine",
                              "Usage: gridward check STORE [--json]\n"
                              "Proves that the store is sound: file, logs, cases, grids. Exit "
                              "status 1 if something is not.")},
    Command{
        "migrate",
        &runMigrate,
        QT_TRANSLATE_NOOP(
            "CommandLine",
            "Usage: gridward migrate A B [--anew] [--json]\n"
            "Copies the whole store A into a new store B and proves that nothing changed: rows "
            "and\n"
            "hashes of each table, and the log of every case. Each is a file or the address of a\n"
            "server (postgresql://user@host/database, a database with no store in it).\n"
            "Stopped or killed, the same command goes on where it was; until all is copied and\n"
            "proved, nobody can open B. A stays as it is. Exit status 1 if anything differs.\n\n"
            "  --anew         take away what was begun at B, and begin again\n"
            "  --json         the proof on standard output, as JSON\n"
            "  --as USER      who may back up the store (--password-file FILE in a real one)")},
};

const Command *commandOf(const QString &name)
{
    for (const Command &command : kCommands) {
        if (name == QLatin1String(command.name)) {
            return &command;
        }
    }
    return nullptr;
}

} // namespace

QStringList headlessCommands()
{
    QStringList names;
    for (const Command &command : kCommands) {
        names.append(QString::fromLatin1(command.name));
    }
    return names;
}

ExitStatus runHeadless(const QString &command, const QStringList &arguments)
{
    const Command *found = commandOf(command);
    return found != nullptr ? found->run(arguments) : ExitStatus::WrongUsage;
}

QString headlessHelp(const QString &command)
{
    const Command *found = commandOf(command);
    return found != nullptr ? Words::tr(found->help) : QString();
}

} // namespace gridward
