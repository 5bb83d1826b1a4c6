// SPDX-License-Identifier: GPL-3.0-or-later
// bench_session FOLDER: the whole window on a demo store. How long from nothing to the first
// complete map; the longest time the GUI thread was busy at a stretch while another program writes
// 1,000 events a second and every screen is open, beside the same map with the open cases in a
// QGIS layer; and how much memory all of it takes.
#include "app/logging.h"
#include "app/session.h"
#include "gis/engine/mapengine.h"
#include "models/service/districtpicture.h"
#include "models/settings/settings.h"
#include "models/store/geopackagestore.h"
#include "ui/theme/theme.h"

#include <qgsfeature.h>
#include <qgsmapcanvas.h>
#include <qgspointclusterrenderer.h>
#include <qgsvectorlayer.h>

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <vector>

#ifdef __GLIBC__
#include <malloc.h>
#endif

using namespace Qt::StringLiterals;
using namespace gridward;

namespace {

constexpr int kRuns = 5;
constexpr int kRate = 1000;  ///< events a second
constexpr int kSeconds = 15; ///< of them
constexpr int kBeat = 2;     ///< milliseconds between looks at the thread's clock

double threadMilliseconds()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

double residentMegabytes()
{
    QFile file(u"/proc/self/status"_s);
    if (!file.open(QIODevice::ReadOnly)) {
        return 0.0;
    }
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith("VmRSS:")) {
            return line.mid(6).trimmed().split(' ').first().toDouble() / 1024.0;
        }
    }
    return 0.0;
}

/** Runs the loop until `done` says so; the longest stretch of GUI work seen, in milliseconds. */
double runUntil(const std::function<bool()> &done, int atMost)
{
    QEventLoop loop;
    QElapsedTimer elapsed;
    elapsed.start();
    double longest = 0.0;
    double before = threadMilliseconds();
    QTimer beat;
    beat.setTimerType(Qt::PreciseTimer);
    QObject::connect(&beat, &QTimer::timeout, &loop, [&] {
        const double now = threadMilliseconds();
        longest = std::max(longest, now - before);
        before = now;
        if (done() || elapsed.elapsed() > atMost) {
            loop.quit();
        }
    });
    beat.start(kBeat);
    loop.exec();
    return longest;
}

/** One start, in a process of its own: prints milliseconds, wall and GUI thread. */
int start(QApplication &application, const QString &store)
{
    QElapsedTimer elapsed;
    elapsed.start();
    const QTemporaryDir profile;
    Result<std::unique_ptr<MapEngine>> engine = MapEngine::start(profile.path());
    if (!engine) {
        std::fprintf(stderr, "%s\n", qUtf8Printable(engine.error().message));
        return 1;
    }
    applyTheme(application, theme(ThemeName::Day));
    Logging logging{QString()};
    Settings settings{QString()};
    const SystemClock clock;
    Session session(logging, settings, *engine.value(), MapMode::Interactive, clock);
    session.window().setTheme(theme(ThemeName::Day));
    session.window().resize(1920, 1080);
    session.window().show();
    session.store().open(store);
    bool complete = false;
    QObject::connect(&session.map(), &MapPort::pictureCompleted, &session.window(), [&] {
        complete = complete || (session.cases().all().size() > 0 && !session.map().isBusy());
    });
    runUntil([&] { return complete; }, 60'000);
    std::printf("%lld %.0f\n", static_cast<long long>(elapsed.elapsed()), threadMilliseconds());
    return complete ? 0 : 1;
}

/** Every screen at once, each in a window of its own. */
int play(QApplication &application, const QString &store, const QString &writer)
{
    const QTemporaryDir profile;
    Result<std::unique_ptr<MapEngine>> engine = MapEngine::start(profile.path());
    if (!engine) {
        return 1;
    }
    applyTheme(application, theme(ThemeName::Day));
    Logging logging{QString()};
    Settings settings{QString()};
    const SystemClock clock;
    Session session(logging, settings, *engine.value(), MapMode::Interactive, clock);
    session.window().setTheme(theme(ThemeName::Day));
    session.window().resize(1920, 1080);
    session.window().show();
    session.store().open(store);
    runUntil([&] { return !session.cases().all().isEmpty() && !session.isBusy(); }, 60'000);
    for (const QString &screen : MainWindow::screens()) {
        session.window().showScreen(screen);
        if (screen != "map"_L1) {
            session.window().tearOff(screen);
        }
        runUntil([&] { return !session.isBusy(); }, 60'000);
    }
    session.window().showScreen(u"map"_s);
    const double quiet = runUntil([] { return false; }, 2000);
    const double before = residentMegabytes();
    QProcess events;
    events.start(writer, {store, QString::number(kRate), QString::number(kSeconds)});
    const double longest =
        runUntil([&] { return events.state() == QProcess::NotRunning; }, 120'000);
    std::printf("  %-52s %6.0f ms (limit 50 ms; %.0f ms before)\n",
                "longest stretch of GUI work, every screen open",
                longest,
                quiet);
    std::printf(
        "  %-52s %s", "written by the other program", events.readAllStandardOutput().constData());
    std::printf("  %-52s %6.0f MB, then %.0f MB (limit 400 MB)\n",
                "resident memory",
                before,
                residentMegabytes());
    return events.exitCode();
}

/**
 * The peer: the same number of cases as a QGIS point layer on a QGIS canvas, clustered, changed a
 * hundred at a time ten times a second and drawn again, as a plain QGIS application would.
 */
int playPeer(const QString &store)
{
    const QTemporaryDir profile;
    Result<std::unique_ptr<MapEngine>> engine = MapEngine::start(profile.path());
    Result<std::unique_ptr<GeoPackageStore>> opened = GeoPackageStore::open(store);
    if (!engine || !opened) {
        return 1;
    }
    const Result<DistrictPicture> picture = readDistrictPicture(*opened.value(), std::nullopt);
    if (!picture) {
        return 1;
    }
    QgsVectorLayer layer(u"Point?crs=EPSG:4326&field=level:string"_s, u"cases"_s, u"memory"_s);
    const auto featureOf = [](const Case &subject) {
        QgsFeature feature;
        feature.setGeometry(QgsGeometry::fromPointXY(
            QgsPointXY(subject.place->longitude, subject.place->latitude)));
        QgsAttributes attributes;
        attributes.append(toId(subject.level));
        feature.setAttributes(attributes);
        return feature;
    };
    QgsFeatureList features;
    for (const Case &subject : picture.value().openCases) {
        if (subject.place) {
            features.append(featureOf(subject));
        }
    }
    layer.dataProvider()->addFeatures(features);
    layer.updateExtents();
    layer.setRenderer(new QgsPointClusterRenderer);
    QgsMapCanvas canvas;
    canvas.resize(1920, 1080);
    canvas.setParallelRenderingEnabled(true);
    canvas.setDestinationCrs(layer.crs());
    canvas.setLayers({&layer});
    canvas.setExtent(layer.extent());
    canvas.show();
    runUntil([] { return false; }, 2000);
    QTimer pulse;
    qint64 turn = 0;
    QObject::connect(&pulse, &QTimer::timeout, &canvas, [&] {
        QgsChangedAttributesMap changes;
        for (int i = 0; i < kRate / 10; ++i, ++turn) {
            QgsAttributeMap change;
            change.insert(0, turn % 2 == 0 ? u"red"_s : u"blue"_s);
            changes.insert(1 + turn * 7919 % features.size(), change);
        }
        layer.dataProvider()->changeAttributeValues(changes);
        layer.triggerRepaint();
    });
    pulse.start(100);
    const double longest = runUntil([] { return false; }, kSeconds * 1000);
    std::printf("  %-52s %6.0f ms\n", "peer: the same cases as a clustered QGIS layer", longest);
    std::fflush(stdout);
    return 0;
}

void measureStarts(const QString &self, const QString &store)
{
    std::vector<double> wall;
    std::vector<double> gui;
    for (int i = 0; i < kRuns; ++i) {
        QProcess process;
        QElapsedTimer elapsed;
        elapsed.start();
        process.start(self, {u"--start"_s, store});
        process.waitForFinished(120'000);
        const QList<QByteArray> words = process.readAllStandardOutput().trimmed().split(' ');
        wall.push_back(words.value(0).toDouble());
        gui.push_back(words.value(1).toDouble());
    }
    std::ranges::sort(wall);
    std::ranges::sort(gui);
    std::printf("  %-52s %6.0f ms (limit 2000 ms; GUI thread %.0f ms)\n",
                "start to the first complete map, median of five",
                wall.at(kRuns / 2),
                gui.at(kRuns / 2));
}

} // namespace

int main(int argc, char **argv)
{
#ifdef __GLIBC__
    mallopt(M_ARENA_MAX, 2); // as the program does
#endif
    const std::unique_ptr<QApplication> application = MapEngine::createApplication(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (arguments.value(1) == "--start"_L1) {
        return start(*application, arguments.value(2));
    }
    const QString folder = QApplication::applicationDirPath();
    if (arguments.value(1) == "--play"_L1) {
        return play(*application, arguments.value(2), folder + u"/eventwriter"_s);
    }
    if (arguments.value(1) == "--peer"_L1) {
        return playPeer(arguments.value(2));
    }
    const QTemporaryDir scratch(arguments.value(1) + u"/bench-XXXXXX"_s);
    const QString store = scratch.filePath(u"d.gpkg"_s);
    if (QProcess::execute(folder + u"/gridward"_s, {u"demo"_s, u"--out"_s, store}) != 0) {
        return 1;
    }
    std::puts("the window on the demo district");
    std::fflush(stdout);
    measureStarts(arguments.first(), store);
    QProcess playing;
    playing.setProcessChannelMode(QProcess::ForwardedChannels);
    playing.start(arguments.first(), {u"--play"_s, store});
    playing.waitForFinished(600'000);
    if (playing.exitStatus() != QProcess::NormalExit) {
        std::fputs("the window crashed\n", stderr);
        return 1;
    }
    const int peer = QProcess::execute(arguments.first(), {u"--peer"_s, store});
    return playing.exitCode() != 0 ? playing.exitCode() : peer;
}
