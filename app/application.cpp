// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application.h"

#include "app/commandline.h"
#include "app/commands/commandio.h"
#include "app/commands/commands.h"
#include "app/exitstatus.h"
#include "app/languages.h"
#include "app/logging.h"
#include "app/memorykeeping.h"
#include "app/places.h"
#include "app/renderjob.h"
#include "app/savedanalysis.h"
#include "app/screenkeeper.h"
#include "app/servicenotice.h"
#include "app/session.h"
#include "app/storeseat.h"
#include "app/systemmonitors.h"
#include "app/wallsettings.h"
#include "gis/engine/mapengine.h"
#include "models/domain/dutyroster.h"
#include "models/domain/scaledclock.h"
#include "models/settings/settings.h"
#include "models/store/geopackagestore.h"
#include "models/store/sqlconnection.h"
#include "models/store/storelocation.h"
#include "models/view/wall/wallscenes.h"
#include "models/view/wall/wallwords.h"
#include "ui/notify/alarmoutputs.h"
#include "ui/shell/mainwindow.h"
#include "ui/signin/deskguard.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QFileInfo>
#include <QIcon>
#include <QLoggingCategory>
#include <QScreen>
#include <QTemporaryDir>
#include <QTimer>

#include <cstdio>
#include <memory>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

Q_LOGGING_CATEGORY(appLog, "gridward.app")

struct Application
{
    Q_DECLARE_TR_FUNCTIONS(Application)
};

const SettingsEntry<QString> kLanguage{
    u"ui/language"_s,
    QString(),
    u"zh_CN or en; empty follows the environment"_s,
    [](const QString &value) { return value.isEmpty() || Languages::available().contains(value); }};
const SettingsEntry<QString> kTheme{
    u"ui/theme"_s, u"day"_s, u"day or night"_s, [](const QString &value) {
        return value == "day"_L1 || value == "night"_L1;
    }};
const SettingsEntry<QString> kWallTheme{u"ui/wall_theme"_s,
                                        u"night"_s,
                                        u"day, night, sun or hours of day as in 06:30-20:00"_s,
                                        &isWallTheme};
const SettingsEntry<int> kIdleMinutes{
    u"seat/lock_after_minutes"_s,
    10,
    u"minutes without a key or the mouse until the desk is locked, 1 to 120"_s,
    [](int value) { return value >= 1 && value <= 120; }};
const SettingsEntry<bool> kAlarmSound{
    u"alarms/sound"_s, true, u"whether orange and red cases are heard"_s};
const SettingsEntry<int> kAlarmVolume{u"alarms/volume"_s,
                                      70,
                                      u"of alarms, 0 to 100"_s,
                                      [](int value) { return value >= 0 && value <= 100; }};
const SettingsEntry<QString> kAlarmLeast{
    u"alarms/from_level"_s, u"orange"_s, u"orange or red"_s, [](const QString &value) {
        return value == "orange"_L1 || value == "red"_L1;
    }};
const SettingsEntry<bool> kAlarmOnWall{
    u"alarms/sound_on_wall"_s, false, u"whether the wall makes a sound too"_s};
const SettingsEntry<QByteArray> kGeometry{
    u"ui/main_window_geometry"_s, QByteArray(), u"where the main window was"_s};

constexpr std::chrono::seconds kDaylightLook{30}; ///< of the district's time
constexpr std::chrono::seconds kDaylightOftenest{1};

AlarmSettings alarmSettings(const Settings &settings)
{
    return {settings.value(kAlarmSound),
            settings.value(kAlarmVolume),
            caseLevelFromId(settings.value(kAlarmLeast)).value_or(CaseLevel::Orange),
            settings.value(kAlarmOnWall)};
}

void keep(Settings &settings, const AlarmSettings &chosen)
{
    settings.setValue(kAlarmSound, chosen.sound);
    settings.setValue(kAlarmVolume, chosen.volume);
    settings.setValue(kAlarmLeast, toId(chosen.least));
    settings.setValue(kAlarmOnWall, chosen.soundOnWall);
}

/** Commands that print on paper. */
bool needsFonts(const QString &command)
{
    return command == "street"_L1 || command == "evaluate"_L1 || command == "heatmap"_L1;
}

/** The folder of a case is paper too. */
bool isFolder(const QStringList &arguments)
{
    return arguments.value(0) == "case"_L1 && arguments.value(2) == "folder"_L1;
}

int status(ExitStatus value)
{
    return static_cast<int>(value);
}

/**
 * The files to show. One among several that is not there is left to the map, which says so and
 * shows the others; an error only if nothing is left, or for what is no file at all.
 */
Result<QStringList> filesOf(const QStringList &sources, bool isAwaited)
{
    QStringList files;
    std::optional<Error> absent;
    bool any = sources.isEmpty();
    for (const QString &source : sources) {
        const Result<StoreLocation> location = StoreLocation::parse(source);
        if (!location && location.error().code == ErrorCode::InvalidInput) {
            return location.error();
        }
        if (location) {
            files.append(location.value().text);
            any = true;
        } else {
            files.append(source);
            absent = absent.value_or(location.error());
        }
    }
    if (!any && absent && !(isAwaited && sources.size() == 1)) {
        return *absent;
    }
    return files;
}

/** The sources of an order, sorted: at most one store, and map files. */
struct Sources
{
    QString store;
    QStringList files;
};

/**
 * Why a file whose name says that it is a store holds no database any more, in the words of
 * `check`; nothing if it is one, for map files may be called the same.
 */
std::optional<Error> damageOf(const QString &file)
{
    const QFileInfo info(file);
    if (!info.isFile() || info.suffix().compare("gpkg"_L1, Qt::CaseInsensitive) != 0) {
        return std::nullopt;
    }
    SqlConnection connection;
    if (info.size() > 0 && connection.open(file, true) &&
        connection.scalar(u"SELECT count(*) FROM sqlite_master"_s)) {
        return std::nullopt;
    }
    const Result<std::unique_ptr<GeoPackageStore>> store = GeoPackageStore::open(file);
    return store ? std::nullopt : std::optional(store.error());
}

/** `isAwaited`: one store that is not there is opened as soon as it is. */
Result<Sources> sourcesOf(const QStringList &names, bool isAwaited = false)
{
    const Result<QStringList> files = filesOf(names, isAwaited);
    if (!files) {
        return files.error();
    }
    Sources sources;
    for (const QString &file : files.value()) {
        const Result<bool> isStore =
            isServerAddress(file) ? Result<bool>(true) : GeoPackageStore::isStore(file);
        if (files.value().size() == 1) {
            const std::optional<Error> why = !isStore           ? std::optional(isStore.error())
                                             : !isStore.value() ? damageOf(file)
                                                                : std::nullopt;
            if (isAwaited && !isServerAddress(file) && !QFileInfo::exists(file)) {
                sources.store = file; // the wall says what is the matter
                return sources;
            }
            if (why) {
                return *why;
            }
        }
        // What cannot be read among several is left to the map too, which says why.
        if (!isStore || !isStore.value()) {
            sources.files.append(file);
        } else if (sources.store.isEmpty()) {
            sources.store = file;
        } else {
            return Error{ErrorCode::InvalidInput,
                         Application::tr("Name one store only; “%1” is the second.").arg(file),
                         {}};
        }
    }
    return sources;
}

int runWindow(QApplication &application,
              Logging &logging,
              Languages &languages,
              const OpenOrder &order)
{
    Settings settings(places::settingsFile());
    if (const QString language = settings.value(kLanguage); !language.isEmpty()) {
        languages.use(language);
    }
    // A wall starts with its machine: its disk may come later, and nobody is there to try again.
    const bool isWall = order.screen == "wall"_L1;
    const Result<Sources> sources = sourcesOf(order.sources, isWall);
    if (!sources) {
        return status(failWith(sources.error()));
    }
    std::unique_ptr<Clock> clock = std::make_unique<SystemClock>();
    if (order.isPlayed()) {
        Result<std::unique_ptr<Clock>> played =
            playedClock(sources.value().store, order.speed.value_or(1.0), order.from);
        if (!played) {
            return status(failWith(played.error()));
        }
        clock = std::move(played).value();
    }
    DistrictSeat seat;
    if (!sources.value().store.isEmpty() && !order.user.isEmpty()) {
        const Result<DistrictSeat> allowed =
            seatFor(sources.value().store, order.user, order.password);
        if (!allowed) {
            return status(failWith(allowed.error()));
        }
        seat = allowed.value();
    }
    seat.keepsHouse = true;
    Result<std::unique_ptr<MapEngine>> engine = MapEngine::start(places::profileFolder());
    if (!engine) {
        say(engine.error().message);
        return status(ExitStatus::Failed);
    }
    // Fonts and colours first: widgets that exist already would keep some of the old ones.
    const Theme &chosen =
        theme(settings.value(kTheme) == "night"_L1 ? ThemeName::Night : ThemeName::Day);
    applyTheme(application, chosen);
    Session session(logging, settings, *engine.value(), MapMode::Interactive, *clock);
    MainWindow &window = session.window();
    window.setTheme(chosen);
    giveMemoryBackEachMinute(window);

    QObject::connect(&window, &MainWindow::themeChosen, &window, [&](ThemeName name) {
        settings.setValue(kTheme, name == ThemeName::Night ? u"night"_s : u"day"_s);
        applyTheme(application, theme(name));
        window.setTheme(theme(name));
    });
    std::optional<ThemeName> wallTheme;
    const auto followDaylight = [&] {
        const QString zone = session.district().info().timeZone;
        const ThemeName wanted = wallThemeAt(settings.value(kWallTheme),
                                             clock->now(),
                                             session.store().middle(),
                                             timeZoneNamed(zone));
        if (std::exchange(wallTheme, wanted) != wanted) {
            window.setWallTheme(theme(wanted));
        }
    };
    followDaylight();
    QTimer daylight;
    QObject::connect(&daylight, &QTimer::timeout, &window, followDaylight);
    QObject::connect(
        &session.district(), &DistrictService::districtChanged, &window, followDaylight);
    // Where the district lies is known with its picture only.
    QObject::connect(&session.district(), &DistrictService::pictureRead, &window, followDaylight);
    daylight.start(realTimeOf(*clock, kDaylightLook, kDaylightOftenest));
    QObject::connect(&window, &MainWindow::wallThemeChosen, &window, [&](ThemeName name) {
        settings.setValue(kWallTheme, name == ThemeName::Night ? u"night"_s : u"day"_s);
        followDaylight();
    });
    QObject::connect(&window, &MainWindow::languageChosen, &window, [&](const QString &language) {
        settings.setValue(kLanguage, language);
        languages.use(language);
        logging.model().retranslate();
    });

    window.setWallOptions(wallOptions(settings));
    window.setWallState(wallState(settings));
    QObject::connect(&window,
                     &MainWindow::wallStateChanged,
                     &window,
                     [&settings](const QByteArray &state) { keepWallState(settings, state); });

    ScreenKeeper keeper;
    QObject::connect(&window, &MainWindow::wallShown, &keeper, &ScreenKeeper::setHeld);
    ServiceNotice service;

    window.setAlarmSettings(alarmSettings(settings));
    QObject::connect(&window,
                     &MainWindow::alarmSettingsChosen,
                     &window,
                     [&](const AlarmSettings &wanted) { keep(settings, wanted); });

    if (!window.restoreGeometry(settings.value(kGeometry))) {
        // Most of the screen, whatever its size; frame and panels of the desktop want some too.
        const QSize room = QGuiApplication::primaryScreen()->availableSize();
        window.resize(QSize(1440, 900).boundedTo(room * 0.9));
    }
    if (!order.screen.isEmpty()) {
        window.showScreen(order.screen);
    }
    SystemMonitors monitors;
    WallStage stage(window, monitors);
    stage.setRule(wallMonitors(settings));
    if (order.screen == "wall"_L1) {
        stage.begin(); // nobody is there to make it so
    } else {
        window.show();
        window.restoreTornOff();
    }
    window.guard()->setIdleMinutes(settings.value(kIdleMinutes));
    if (!sources.value().store.isEmpty()) {
        // A wall has nobody to ask; who was named has answered.
        window.guard()->setAsksAtStart(order.user.isEmpty() && order.screen != "wall"_L1);
        if (isServerAddress(sources.value().store)) {
            session.signIn().setServer(sources.value().store);
        } else {
            const QFileInfo file(sources.value().store);
            session.signIn().setStoreName(file.exists() ? file.canonicalFilePath()
                                                        : file.absoluteFilePath());
        }
        session.store().open(sources.value().store, seat);
        if (order.live) {
            session.store().playLive(sources.value().store,
                                     places::sharedFolder(u"demo"_s),
                                     places::sharedFolder(u"catalogue"_s));
        }
    }
    window.openFiles(sources.value().files);
    QTimer::singleShot(0, &service, &ServiceNotice::tellReady); // once the event loop runs
    const int result = QApplication::exec();
    if (!window.isFullScreen()) { // the desk does not start as the wall was left
        settings.setValue(kGeometry, window.saveGeometry());
    }
    window.keepTornOff();
    return result;
}

int runRender(QApplication &application,
              Logging &logging,
              Languages &languages,
              const RenderOrder &order)
{
    if (!order.language.isEmpty()) {
        languages.use(order.language);
    }
    const Result<Sources> sources = sourcesOf(order.sources);
    if (!sources) {
        return status(failWith(sources.error()));
    }
    if (!order.out.isEmpty()) {
        if (const Result<void> target = checkOutput(order.out, order.sources); !target) {
            return status(failWith(target.error()));
        }
    }
    const QString store = sources.value().store;
    DistrictSeat seat;
    if (!store.isEmpty()) {
        Result<DistrictSeat> allowed = Error{};
        if (order.user.isEmpty() && order.screen == "street"_L1) {
            allowed = seatFor(store, u"street1"_s, {}); // whom a demo has for that
        }
        if (!allowed) {
            allowed = seatFor(store, order.user, order.password);
        }
        if (!allowed) {
            return status(failWith(allowed.error()));
        }
        seat = allowed.value();
        seat.at = order.at;
    }
    // Neither settings nor profile of this user may show in the picture.
    const QTemporaryDir profile;
    Result<std::unique_ptr<MapEngine>> engine = MapEngine::start(profile.path());
    if (!engine) {
        say(engine.error().message);
        return status(ExitStatus::Failed);
    }
    applyTheme(application, theme(order.theme));
    QApplication::setCursorFlashTime(0); // a picture has no moment in which the cursor is off
    Settings none{QString()};
    const SystemClock present;
    const FixedClock then(order.at.value_or(Instant{}));
    const Clock &clock = order.at ? static_cast<const Clock &>(then) : present;
    Session session(logging, none, *engine.value(), MapMode::Headless, clock);
    session.window().setTheme(theme(order.theme));
    session.window().setWallTheme(theme(order.theme));

    RenderOrder drawn = order;
    if (order.screen == "wall"_L1 && order.scene.endsWith(".json"_L1)) {
        const Result<WallScene> own = WallScenes::fromFile(order.scene);
        if (!own) {
            return status(failWith({own.error().code,
                                    Application::tr("The scene “%1” is none: %2")
                                        .arg(order.scene, own.error().message),
                                    {}}));
        }
        WallOptions options;
        options.ownScenes = QFileInfo(order.scene).absolutePath();
        const WallScenes all = WallScenes::read(options.ownScenes);
        if (const WallScene *same = all.find(own.value().id);
            same == nullptr || *same != own.value()) {
            return status(failWith({ErrorCode::Conflict,
                                    Application::tr("Another file beside “%1” holds a scene of the "
                                                    "id “%2”, too. Give each an id of its own.")
                                        .arg(order.scene, own.value().id),
                                    {}}));
        }
        session.window().setWallOptions(options);
        drawn.scene = own.value().id;
    }
    RenderJob job(drawn, session.window(), session.map(), session.district());
    job.setBusyProbe([&session] { return session.isBusy(); });
    if (!store.isEmpty()) {
        job.setCounter([&session, &clock] { return session.cases().counts(clock.now()); });
    }
    QObject::connect(&job, &RenderJob::finished, &application, [](ExitStatus value) {
        QCoreApplication::exit(status(value));
    });
    job.start(sources.value().files, !store.isEmpty());
    if (!store.isEmpty()) {
        session.store().open(store, seat);
    }
    return QApplication::exec();
}

/** What must be known before there is an application object, straight from the arguments. */
void prepareEnvironment(const QStringList &arguments)
{
    if (arguments.value(0) != "render"_L1 && arguments.value(0) != "street"_L1 &&
        arguments.value(0) != "heatmap"_L1 && !isFolder(arguments)) {
        return;
    }
    // Whatever the desktop asks of other programs, this one opens no window.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    for (const char *variable :
         {"QT_SCREEN_SCALE_FACTORS", "QT_STYLE_OVERRIDE", "QT_QPA_PLATFORMTHEME"}) {
        qunsetenv(variable);
    }
    QString scale;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        if (arguments.at(i) == "--scale"_L1) {
            scale = arguments.value(i + 1);
        } else if (arguments.at(i).startsWith("--scale="_L1)) {
            scale = arguments.at(i).mid(8);
        }
    }
    // The same picture on every machine, whatever its desktop is set to.
    bool isNumber = false;
    const double factor = scale.toDouble(&isNumber);
    qputenv("QT_SCALE_FACTOR", isNumber && factor >= 1.0 && factor <= 4.0 ? scale.toLatin1() : "1");
    qputenv("QT_FONT_DPI", "96");
    // Hash order must not show in the picture either.
    qputenv("QT_HASH_SEED", "0");
}

bool hasDisplay()
{
    return qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY") ||
           qEnvironmentVariableIsSet("QT_QPA_PLATFORM");
}

} // namespace

int runGridward(int argc, char **argv)
{
    QStringList arguments;
    for (int i = 1; i < argc; ++i) {
        arguments.append(QString::fromLocal8Bit(argv[i]));
    }
    prepareEnvironment(arguments);
    const bool render = arguments.value(0) == "render"_L1;
    const bool window = arguments.isEmpty() || arguments.value(0) == "open"_L1;

    Result<Order> order = Error{};
    {
        // Help, version and wrong usage need no display and start nothing.
        const QCoreApplication words(argc, argv);
        Languages languages;
        languages.use(Languages::preferred());
        order = parseCommandLine(arguments);
        if (!order) {
            say(order.error().message);
            say(Application::tr("gridward --help tells what there is."));
            return status(ExitStatus::WrongUsage);
        }
        if (const auto *help = std::get_if<HelpOrder>(&order.value())) {
            std::printf("%s\n", qUtf8Printable(helpText(help->command)));
            return status(ExitStatus::Done);
        }
        if (std::holds_alternative<VersionOrder>(order.value())) {
            std::printf("gridward %s\n", GRIDWARD_VERSION);
            return status(ExitStatus::Done);
        }
        if (std::holds_alternative<ListScreensOrder>(order.value())) {
            std::printf("%s\n", qUtf8Printable(MainWindow::screens().join(u'\n')));
            return status(ExitStatus::Done);
        }
        const auto *headless = std::get_if<HeadlessOrder>(&order.value());
        if (headless != nullptr && !needsFonts(headless->command) && !isFolder(arguments)) {
            const ExitStatus done = runHeadless(headless->command, headless->arguments);
            if (!outputArrived()) {
                say(Application::tr("Standard output could not be written to."));
                return status(done == ExitStatus::Done ? ExitStatus::Failed : done);
            }
            return status(done);
        }
        if (window && !hasDisplay()) {
            say(Application::tr(
                "There is no display to open a window on. “gridward render” draws without one."));
            return status(ExitStatus::Failed);
        }
    }

    if (const auto *headless = std::get_if<HeadlessOrder>(&order.value())) {
        // Paper needs fonts, and nobody looks at a screen.
        if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) {
            qputenv("QT_QPA_PLATFORM", "offscreen");
        }
        // A heat map may be drawn by QGIS, which wants an application of its own kind.
        const std::unique_ptr<QCoreApplication> paper =
            headless->command == "heatmap"_L1
                ? std::unique_ptr<QCoreApplication>(MapEngine::createApplication(argc, argv))
                : std::make_unique<QGuiApplication>(argc, argv);
        Languages languages;
        const qsizetype asked = arguments.indexOf(u"--lang"_s);
        // What is no language is the command's to refuse.
        if (asked < 0 || !languages.use(arguments.value(asked + 1))) {
            languages.use(Languages::preferred());
        }
        auto *widgets = qobject_cast<QApplication *>(paper.get());
        ExitStatus done = ExitStatus::Failed;
        if (widgets != nullptr && asksForSavedAnalysis(headless->arguments)) {
            Logging logging{QString()};
            done = runSavedAnalysis(*widgets, logging, headless->arguments);
        } else {
            done = runHeadless(headless->command, headless->arguments);
        }
        return status(outputArrived() ? done : ExitStatus::Failed);
    }

    giveMemoryBack();
    Logging logging(render ? QString() : places::logFile());
    const std::unique_ptr<QApplication> application = MapEngine::createApplication(argc, argv);
    QCoreApplication::setApplicationName(u"gridward"_s);
    QCoreApplication::setOrganizationName(u"gridward"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(GRIDWARD_VERSION));
    QGuiApplication::setDesktopFileName(u"org.gridward.Gridward"_s);
    QApplication::setWindowIcon(QIcon(u":/icons/gridward.svg"_s));
    Languages languages;
    languages.use(Languages::preferred());

    qCInfo(appLog).noquote() << "Gridward" << GRIDWARD_VERSION << "on Qt" << qVersion();
    if (const auto *drawing = std::get_if<RenderOrder>(&order.value())) {
        return runRender(*application, logging, languages, *drawing);
    }
    return runWindow(*application, logging, languages, std::get<OpenOrder>(order.value()));
}

} // namespace gridward
