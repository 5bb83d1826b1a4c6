// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline.h"

#include "app/commands/commandactor.h"
#include "app/commands/commands.h"
#include "app/languages.h"
#include "ui/shell/mainwindow.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QRegularExpression>

#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr int kLargestSide = 16384;
constexpr qint64 kLongestWait = 86'400; ///< seconds
constexpr double kFastest = 3600.0;     ///< an hour of the district in a second

struct CommandLine
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

Error wrong(const QString &message)
{
    return Error{ErrorCode::InvalidInput, message, {}};
}

std::optional<QSize> sizeFrom(const QString &text)
{
    static const QRegularExpression pattern(u"^([0-9]{2,5})[xX×]([0-9]{2,5})$"_s);
    const QRegularExpressionMatch match = pattern.match(text);
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    const QSize size(match.captured(1).toInt(), match.captured(2).toInt());
    return size.width() <= kLargestSide && size.height() <= kLargestSide ? std::optional(size)
                                                                         : std::nullopt;
}

std::optional<std::chrono::seconds> durationFrom(const QString &text)
{
    static const QRegularExpression pattern(u"^([0-9]{1,6})(s|m|h)$"_s);
    const QRegularExpressionMatch match = pattern.match(text);
    const qint64 count = match.captured(1).toLongLong();
    if (!match.hasMatch() || count == 0) {
        return std::nullopt;
    }
    const QChar unit = match.captured(2).at(0);
    const qint64 seconds = count * (unit == u'h' ? 3600 : unit == u'm' ? 60 : 1);
    return seconds <= kLongestWait ? std::optional(std::chrono::seconds(seconds)) : std::nullopt;
}

/** What --password-file or --password-fd name: of the user of --as. */
Result<void>
readProof(const QCommandLineParser &parser, const QString &user, std::optional<Secret> &password)
{
    const bool fromFile = parser.isSet(u"password-file"_s);
    const bool fromDescriptor = parser.isSet(u"password-fd"_s);
    if (!fromFile && !fromDescriptor) {
        return {};
    }
    if (user.isEmpty() || (fromFile && fromDescriptor)) {
        return wrong(CommandLine::tr("One of --password-file and --password-fd goes with --as."));
    }
    bool isNumber = true;
    const int descriptor = fromDescriptor ? parser.value(u"password-fd"_s).toInt(&isNumber) : 0;
    if (!isNumber || descriptor < 0) {
        return wrong(CommandLine::tr("--password-fd must be the number of a descriptor."));
    }
    const Result<Secret> read = fromFile ? passwordInFile(parser.value(u"password-file"_s))
                                         : passwordFromDescriptor(descriptor);
    if (!read) {
        return read.error();
    }
    password = read.value();
    return {};
}

Result<Order> parseRender(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.addOptions({{u"screen"_s, {}, u"NAME"_s},
                       {u"size"_s, {}, u"WxH"_s, u"1920x1080"_s},
                       {u"scale"_s, {}, u"F"_s, u"1"_s},
                       {u"lang"_s, {}, u"L"_s},
                       {u"theme"_s, {}, u"T"_s, u"day"_s},
                       {u"out"_s, {}, u"PNG"_s},
                       {u"every"_s, {}, u"TIME"_s},
                       {u"out-dir"_s, {}, u"DIR"_s},
                       {u"keep"_s, {}, u"N"_s},
                       {u"at"_s, {}, u"TIME"_s},
                       {u"as"_s, {}, u"USER"_s},
                       {u"password-file"_s, {}, u"FILE"_s},
                       {u"password-fd"_s, {}, u"N"_s},
                       {u"scene"_s, {}, u"NAME"_s},
                       {u"json"_s, {}}});
    if (!parser.parse(QStringList{u"render"_s} + arguments)) {
        return wrong(parser.errorText());
    }
    RenderOrder order;
    order.sources = parser.positionalArguments();
    if (order.sources.isEmpty()) {
        return wrong(CommandLine::tr("Name the store or the files to draw."));
    }
    order.screen = parser.value(u"screen"_s);
    if (!MainWindow::screens().contains(order.screen)) {
        return wrong(CommandLine::tr("--screen must be one of: %1")
                         .arg(MainWindow::screens().join(u", "_s)));
    }
    const std::optional<QSize> size = sizeFrom(parser.value(u"size"_s));
    if (!size || size->width() < 320 || size->height() < 240) {
        return wrong(CommandLine::tr(
                         "--size must be WIDTHxHEIGHT, from 320x240 to %1x%1, such as 1920x1080.")
                         .arg(kLargestSide));
    }
    order.size = *size;
    bool isNumber = false;
    order.scale = parser.value(u"scale"_s).toDouble(&isNumber);
    if (!isNumber || !(order.scale >= 1.0 && order.scale <= 4.0)) {
        return wrong(CommandLine::tr("--scale must be a number from 1 to 4."));
    }
    if (order.size.width() < 320 * order.scale || order.size.height() < 240 * order.scale) {
        return wrong(CommandLine::tr(
            "--size divided by --scale must leave 320x240 or more for the window."));
    }
    order.language = parser.value(u"lang"_s);
    if (!order.language.isEmpty() && !Languages::available().contains(order.language)) {
        return wrong(
            CommandLine::tr("--lang must be one of: %1").arg(Languages::available().join(u", "_s)));
    }
    const QString theme = parser.value(u"theme"_s);
    if (theme != "day"_L1 && theme != "night"_L1) {
        return wrong(CommandLine::tr("--theme must be one of: %1").arg(u"day, night"_s));
    }
    order.theme = theme == "day"_L1 ? ThemeName::Day : ThemeName::Night;
    order.out = parser.value(u"out"_s);
    order.outDir = parser.value(u"out-dir"_s);
    if (parser.isSet(u"every"_s)) {
        order.every = durationFrom(parser.value(u"every"_s));
        if (!order.every) {
            return wrong(CommandLine::tr(
                "--every must be a time such as 30s, 5m or 1h, a day at the most."));
        }
    }
    if (order.every.has_value() != !order.outDir.isEmpty()) {
        return wrong(CommandLine::tr("--every and --out-dir go together."));
    }
    if (order.out.isEmpty() == order.outDir.isEmpty()) {
        return wrong(CommandLine::tr(
            "Say where the picture goes: --out PNG, or --every TIME --out-dir DIR."));
    }
    if (parser.isSet(u"keep"_s)) {
        bool isCount = false;
        order.keep = parser.value(u"keep"_s).toInt(&isCount);
        if (!isCount || order.keep < 1 || !order.every) {
            return wrong(CommandLine::tr(
                "--keep must be a number of pictures from 1, and goes with --every."));
        }
    }
    order.json = parser.isSet(u"json"_s);
    order.user = parser.value(u"as"_s);
    if (const Result<void> proof = readProof(parser, order.user, order.password); !proof) {
        return proof.error();
    }
    order.scene = parser.value(u"scene"_s);
    if (parser.isSet(u"at"_s)) {
        order.at = instantFromIso(parser.value(u"at"_s));
        if (!order.at) {
            return wrong(CommandLine::tr("--%1 must be a time such as 2026-11-21T08:00:00+08:00.")
                             .arg(u"at"_s));
        }
    }
    return Order(order);
}

/** How a demo is played: --speed and --from. */
Result<void> readPlay(const QCommandLineParser &parser, OpenOrder &order)
{
    if (parser.isSet(u"speed"_s)) {
        bool isNumber = false;
        const double speed = parser.value(u"speed"_s).toDouble(&isNumber);
        if (!isNumber || !(speed >= 1.0 && speed <= kFastest)) {
            return wrong(
                CommandLine::tr("--speed must be a number from 1 to %1.").arg(kFastest, 0, 'f', 0));
        }
        order.speed = speed;
    }
    if (parser.isSet(u"from"_s)) {
        order.from = instantFromIso(parser.value(u"from"_s));
        if (!order.from) {
            return wrong(CommandLine::tr("--%1 must be a time such as 2026-11-21T08:00:00+08:00.")
                             .arg(u"from"_s));
        }
    }
    if (order.isPlayed() && (!order.live || order.sources.isEmpty())) {
        return wrong(CommandLine::tr("--speed and --from go with --live and the store of a demo."));
    }
    return {};
}

Result<Order> parseOpen(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.addOptions({{u"screen"_s, {}, u"NAME"_s},
                       {u"live"_s, {}},
                       {u"speed"_s, {}, u"N"_s},
                       {u"from"_s, {}, u"TIME"_s},
                       {u"as"_s, {}, u"USER"_s},
                       {u"password-file"_s, {}, u"FILE"_s},
                       {u"password-fd"_s, {}, u"N"_s}});
    if (!parser.parse(QStringList{u"open"_s} + arguments)) {
        return wrong(parser.errorText());
    }
    const QString screen = parser.value(u"screen"_s);
    if (!screen.isEmpty() && !MainWindow::screens().contains(screen)) {
        return wrong(CommandLine::tr("--screen must be one of: %1")
                         .arg(MainWindow::screens().join(u", "_s)));
    }
    OpenOrder order{parser.positionalArguments(), screen, parser.isSet(u"live"_s)};
    order.user = parser.value(u"as"_s);
    if (const Result<void> proof = readProof(parser, order.user, order.password); !proof) {
        return proof.error();
    }
    if (const Result<void> play = readPlay(parser, order); !play) {
        return play.error();
    }
    return Order(order);
}

} // namespace

Result<Order> parseCommandLine(const QStringList &arguments)
{
    if (arguments.isEmpty()) {
        return Order(OpenOrder{});
    }
    const QString &command = arguments.first();
    const QStringList rest = arguments.mid(1);
    if (command == "--version"_L1 || command == "-v"_L1) {
        return Order(VersionOrder{});
    }
    if (command == "--help"_L1 || command == "-h"_L1 || command == "help"_L1) {
        return Order(HelpOrder{rest.value(0)});
    }
    if (command == "open"_L1 || command == "render"_L1) {
        if (rest.contains("--help"_L1) || rest.contains("-h"_L1)) {
            return Order(HelpOrder{command});
        }
        if (command == "render"_L1 && rest == QStringList{u"--list-screens"_s}) {
            return Order(ListScreensOrder{});
        }
        return command == "open"_L1 ? parseOpen(rest) : parseRender(rest);
    }
    if (headlessCommands().contains(command)) {
        if (rest.contains("--help"_L1) || rest.contains("-h"_L1)) {
            return Order(HelpOrder{command});
        }
        return Order(HeadlessOrder{command, rest});
    }
    return wrong(
        CommandLine::tr("There is no command “%1”. The commands are: %2")
            .arg(command,
                 (QStringList{u"open"_s, u"render"_s} + headlessCommands()).join(u", "_s)));
}

QString helpText(const QString &command)
{
    if (command == "render"_L1) {
        return CommandLine::
            tr("Usage: gridward render STORE|FILE… --screen NAME --out PNG [options]\n"
               "Draws a screen into a picture; needs no display.\n\n"
               "  --screen NAME    which screen: %1\n"
               "  --out PNG        where the picture goes\n"
               "  --size WxH       its size in pixels (1920x1080)\n"
               "  --scale F        pixels for one logical pixel, 1 to 4 (1)\n"
               "  --lang L         zh_CN or en (what the environment asks for)\n"
               "  --theme T        day or night (day)\n"
               "  --every TIME --out-dir DIR\n"
               "                   a picture every 30s, 5m or 1h, until stopped, and a line in\n"
               "                   log.csv with how many cases were open, overdue and urgent\n"
               "  --keep N         with --every: the last N pictures only\n"
               "  --at TIME        a store as it was then\n"
               "  --as USER        in whose name (demo and drill stores)\n"
               "  --password-file FILE, --password-fd N\n"
               "                   in a real store: that proves it\n"
               "  --scene NAME     a page of the screen, such as staffing of admin or duty of the\n"
               "                   wall; of the wall also a scene of one's own by its FILE.json\n"
               "  --json           say on standard output what was drawn, as JSON\n"
               "  --list-screens   only print the names of the screens")
                .arg(MainWindow::screens().join(u", "_s));
    }
    if (command == "open"_L1) {
        return CommandLine::tr(
            "Usage: gridward open [STORE] [FILE…] [--screen NAME] [--as USER]\n"
            "       [--password-file FILE | --password-fd N]\n"
            "       [--live [--speed N] [--from TIME]]\n"
            "Opens the window on a store, with these files on the map.\n"
            "--live lets a demo go on: cases are reported, handled and closed, and staff\n"
            "move. With --speed it goes on from where it stands, N times as fast as real\n"
            "time (1 to 3600); --from starts later. With --as nobody is asked who they\n"
            "are, as a wall needs it.");
    }
    if (headlessCommands().contains(command)) {
        return headlessHelp(command);
    }
    return CommandLine::tr(
        "Usage: gridward [COMMAND]\n"
        "Command centre for districts that are run by unit grids.\n\n"
        "Without a command the window opens.\n"
        "  open      open the window with a store or files on the map\n"
        "  render    draw a screen into a picture\n"
        "  demo      make a simulated district\n"
        "  init      make a real district, empty\n"
        "  import    take grids, components, addresses, places, organisations, staff or\n"
        "            cases from a file\n"
        "  export    write grids, places, cases or events to a file\n"
        "  replay    play recorded cases into a store\n"
        "  case      report a case, list cases, move one on\n"
        "  inbox     work off rows that came in and are no cases yet\n"
        "  street    today's list of a street office, and how its month stands\n"
        "  evaluate  indicators of a period, as a table or on paper\n"
        "  heatmap   a density of cases or of any points, as a map, a grid of values or a table\n"
        "  sample    draw closed cases for another look, and keep what it found\n"
        "  staff     who works where, who is away, and what is missing\n"
        "  personal  callers and households, which are masked\n"
        "  admin     keep accounts, roles and the audit log\n"
        "  check     prove that a store is sound\n"
        "  migrate   move a whole store between a file and a server\n"
        "  gridward COMMAND --help tells more; gridward --version tells the version.\n\n"
        "As whom a command runs: --as USER, which demo and drill stores believe; elsewhere with\n"
        "--password-file FILE or --password-fd N. Without: admin1 there, here the owner of a\n"
        "store in which nobody has a password.\n\n"
        "Exit status: 0 done, 1 the work failed, 2 wrong usage, 3 not reachable,\n"
        "4 refused, 5 input partly rejected.");
}

} // namespace gridward
