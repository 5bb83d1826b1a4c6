// SPDX-License-Identifier: GPL-3.0-or-later
// A heat map's project and package as QGIS opens them, which points are far off, parts of a period.
#include "gis/engine/mapengine.h"
#include "gis/heatfile/filterwords.h"
#include "gis/heatfile/heatmapseries.h"
#include "gis/heatfile/metricplane.h"
#include "tests/support/testregistry.h"

#include <qgsgraduatedsymbolrenderer.h>
#include <qgslayertree.h>
#include <qgsproject.h>
#include <qgsrasterlayer.h>
#include <qgssinglebandpseudocolorrenderer.h>
#include <qgsvectorlayer.h>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;

namespace gridward {

class TestHeatFile : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void projectOpensElsewhere();
    void packageIsStyled();
    void onlyAFewFarOffAreLeftOut();
    void partsFollowTheCalendar();
    void conditionsAreTold();

private:
    [[nodiscard]] QString made(const QString &name);

    QTemporaryDir mProfile;
    QTemporaryDir mFolder;
    std::unique_ptr<MapEngine> mEngine;
};

void TestHeatFile::initTestCase()
{
    Result<std::unique_ptr<MapEngine>> started = MapEngine::start(mProfile.path());
    QVERIFY(started);
    mEngine = std::move(started).value();
    QFile points(mFolder.filePath(u"points.csv"_s));
    QVERIFY(points.open(QIODevice::WriteOnly));
    points.write("e,n\n");
    for (int i = 0; i < 400; ++i) { // a spiral: dense in the middle
        const double far = 3.0 * i;
        points.write(QByteArray::number(2'680'000.0 + far * std::cos(i)) + ',' +
                     QByteArray::number(1'250'000.0 + far * std::sin(i)) + '\n');
    }
}

QString TestHeatFile::made(const QString &name)
{
    HeatmapJob job;
    job.points.file = mFolder.filePath(u"points.csv"_s);
    job.points.crs = job.study.crs = u"EPSG:2056"_s;
    job.study.recipe.cell = 50.0;
    job.source = u"points.csv"_s;
    job.out = mFolder.filePath(name);
    const Result<HeatmapReport> report = makeHeatmap(job, {});
    return report ? report.value().files.first() : report.error().message;
}

void TestHeatFile::projectOpensElsewhere()
{
    const QString path = made(u"map.qgz"_s);
    QVERIFY2(QFile::exists(path), qUtf8Printable(path));
    // All of it moves together: no name of a folder is in it.
    const QString elsewhere = mFolder.filePath(u"elsewhere"_s);
    QVERIFY(QDir().mkpath(elsewhere));
    for (const char *ending : {"qgz", "tif", "gpkg"}) {
        const QString name = u"map."_s + QString::fromLatin1(ending);
        QVERIFY(QFile::rename(mFolder.filePath(name), QDir(elsewhere).filePath(name)));
    }
    QgsProject project;
    const bool isRead = project.read(QDir(elsewhere).filePath(u"map.qgz"_s));
    QVERIFY2(isRead, qUtf8Printable(project.error()));
    QCOMPARE(project.crs().authid(), u"EPSG:2056"_s);
    QCOMPARE(project.mapLayers().size(), 3);
    for (const QgsMapLayer *layer : project.mapLayers()) {
        QVERIFY2(layer->isValid(), qUtf8Printable(layer->name() + layer->source()));
        QCOMPARE(layer->crs().authid(), u"EPSG:2056"_s);
        QVERIFY(layer->source().contains(elsewhere));
    }
    // What the user sees: the panel knows every layer, and the surface alone is drawn at first.
    const QList<QgsLayerTreeLayer *> panel = project.layerTreeRoot()->findLayers();
    QCOMPARE(panel.size(), 3);
    const QgsRasterLayer *surface = nullptr;
    for (const QgsLayerTreeLayer *entry : panel) {
        QVERIFY2(entry->layer() != nullptr, qUtf8Printable(entry->layerId()));
        const auto *raster = qobject_cast<const QgsRasterLayer *>(entry->layer());
        QCOMPARE(entry->isVisible(), raster != nullptr);
        surface = raster != nullptr ? raster : surface;
    }
    QVERIFY(surface != nullptr);
    const auto *colours =
        dynamic_cast<const QgsSingleBandPseudoColorRenderer *>(surface->renderer());
    QVERIFY(colours != nullptr);
    QVERIFY(colours->legendSymbologyItems().size() > 2);
}

void TestHeatFile::packageIsStyled()
{
    const QString path = made(u"styled.gpkg"_s);
    QVERIFY2(QFile::exists(path), qUtf8Printable(path));
    for (const char *name : {"cells", "classes"}) {
        // As a user adds it: QGIS looks for a style by itself.
        const QgsVectorLayer layer(
            path + u"|layername="_s + QString::fromLatin1(name), u"layer"_s, u"ogr"_s);
        QVERIFY(layer.isValid());
        QVERIFY(layer.featureCount() > 0);
        const auto *renderer = dynamic_cast<const QgsGraduatedSymbolRenderer *>(layer.renderer());
        QVERIFY2(renderer != nullptr, name);
        QVERIFY(renderer->ranges().size() > 1);
        QVERIFY(renderer->ranges().first().symbol()->color() !=
                renderer->ranges().last().symbol()->color());
    }
}

void TestHeatFile::onlyAFewFarOffAreLeftOut()
{
    PointSet points;
    for (int i = 0; i < 200; ++i) {
        points.xs.push_back(i % 20);
        points.ys.push_back(i / 20);
    }
    const PlaneBox crowd{0.0, 0.0, 19.0, 9.0};
    QCOMPARE(*crowdOf(points), crowd);
    points.xs.push_back(100'000.0);
    points.ys.push_back(5.0);
    QCOMPARE(*crowdOf(points), crowd);
    // Three of two hundred are more than a few: nobody knows that they are wrong.
    for (int i = 0; i < 2; ++i) {
        points.xs.push_back(100'000.0);
        points.ys.push_back(5.0);
    }
    QCOMPARE(crowdOf(points)->east, 100'000.0);
    // Of a handful every point counts.
    points.xs = {0.0, 1.0, 2.0, 1.0, 9000.0};
    points.ys = {0.0, 1.0, 0.0, 2.0, 9000.0};
    QCOMPARE(crowdOf(points)->east, 9000.0);
    points.xs.assign(5, std::nan(""));
    QVERIFY(!crowdOf(points));
}

void TestHeatFile::partsFollowTheCalendar()
{
    const Instant from = *instantFromIso(u"2026-10-31T16:00:00Z"); // midnight in Shanghai
    const Instant to = *instantFromIso(u"2027-01-09T16:00:00Z");
    const QList<SeriesPart> months = partsOf(from, to, SeriesStep::Month, u"Asia/Shanghai"_s);
    QCOMPARE(months.size(), 3);
    QCOMPARE(months.at(1).name, u"2026-12-01"_s);
    QCOMPARE(toIsoText(months.at(1).from), u"2026-11-30T16:00:00.000Z"_s);
    QCOMPARE(toIsoText(months.at(2).to), toIsoText(to)); // the last one is shorter
    // The first of November 2026 is a Sunday; weeks begin on Monday, as on the screen.
    const QList<SeriesPart> weeks = partsOf(from, to, SeriesStep::Week, u"Asia/Shanghai"_s);
    QCOMPARE(weeks.size(), 11);
    QCOMPARE(weeks.at(0).name, u"2026-11-01"_s);
    QCOMPARE(weeks.at(1).name, u"2026-11-02"_s);
    QCOMPARE(weeks.at(10).name, u"2027-01-04"_s);
    QCOMPARE(toIsoText(weeks.at(1).to), u"2026-11-08T16:00:00.000Z"_s);
    QCOMPARE(partsOf(from, to, SeriesStep::Day, {}).size(), 71); // of UTC, whose days these are not
}

void TestHeatFile::conditionsAreTold()
{
    DistrictPicture district;
    Division street;
    street.code = u"110101003"_s;
    street.name = u"和平里街道"_s;
    district.divisions = {street};
    const auto ofStore = [&district](const QString &text) { return filterWords(text, &district); };
    QCOMPARE(ofStore(QString()), QString());
    QCOMPARE(ofStore(u"source = 'hotline'"_s), u"Source: Hotline"_s);
    QCOMPARE(ofStore(u"level='blue' and street = '110101003'"_s),
             u"Level: Blue · Street: 和平里街道"_s);
    QCOMPARE(ofStore(u"address = 'O''Neill'"_s), u"address: O'Neill"_s);
    QCOMPARE(ofStore(u"source = 'patrol' OR level = 'red'"_s),
             u"Filter: source = 'patrol' OR level = 'red'"_s);
    QCOMPARE(ofStore(u"text = 'this and that'"_s), u"Filter: text = 'this and that'"_s);
    QCOMPARE(filterWords(u"\"kind of\" = 3.5"_s, nullptr), u"kind of: 3.5"_s);
    QCOMPARE(filterWords(u"source = 'hotline'"_s, nullptr), u"source: hotline"_s);
}

static const TestRegistration<TestHeatFile> sRegistration;

} // namespace gridward

#include "test_heatfile.moc"
