// SPDX-License-Identifier: GPL-3.0-or-later
// Tables of a store on a server as QGIS opens them: ordinary layers, with their default styles.
#include "gis/engine/mapengine.h"
#include "models/store/layerstyles.h"
#include "models/store/postgisstore.h"
#include "tests/support/storebuilders.h"
#include "tests/support/storekinds.h"
#include "tests/support/testregistry.h"

#include <qgscategorizedsymbolrenderer.h>
#include <qgsdatasourceuri.h>
#include <qgsrenderer.h>
#include <qgssinglesymbolrenderer.h>
#include <qgssymbol.h>
#include <qgsvectorlayer.h>
#include <qgsvectorlayerlabeling.h>

#include <QSet>
#include <QTemporaryDir>
#include <QUrl>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace gridward {

class TestLayerStyles : public QObject
{
    Q_OBJECT

private:
    /** A table as the data source manager of QGIS adds it. */
    [[nodiscard]] std::unique_ptr<QgsVectorLayer> layer(const QString &table,
                                                        const QString &type) const
    {
        const QUrl url(mStore->connection().path());
        const QUrlQuery query(url);
        QgsDataSourceUri source;
        source.setConnection(query.queryItemValue(u"host"_s),
                             QString(),
                             url.path().mid(1),
                             query.queryItemValue(u"user"_s),
                             QString());
        source.setDataSource(u"gridward"_s, table, u"geom"_s, QString(), u"id"_s);
        source.setWkbType(QgsWkbTypes::parseType(type));
        source.setSrid(u"4326"_s);
        return std::make_unique<QgsVectorLayer>(source.uri(false), table, u"postgres"_s);
    }
    [[nodiscard]] static QSet<QString> valuesOf(const QgsVectorLayer &layer)
    {
        QSet<QString> values;
        const auto *renderer = dynamic_cast<const QgsCategorizedSymbolRenderer *>(layer.renderer());
        for (const QgsRendererCategory &one :
             renderer == nullptr ? QgsCategoryList() : renderer->categories()) {
            values.insert(one.value().toString());
        }
        return values;
    }

    QTemporaryDir mProfile;
    std::unique_ptr<MapEngine> mEngine;
    std::unique_ptr<SqlStore> mStore;

private slots:
    void initTestCase()
    {
        Result<std::unique_ptr<MapEngine>> engine = MapEngine::start(mProfile.path());
        QVERIFY(engine);
        mEngine = std::move(engine).value();
        PrivateServer *server = PrivateServer::instance();
        QVERIFY(server != nullptr && server->makeDatabase(u"styles"_s));
        Result<std::unique_ptr<PostgisStore>> made =
            PostgisStore::create(server->url(u"styles"_s), smallInfo());
        QVERIFY(made && made.value()->publish());
        mStore = std::move(made).value();
        QVERIFY(fillSmallDistrict(*mStore) && mStore->write(smallPlaces()) &&
                mStore->write(smallComponents()) && mStore->write(smallAddresses()) &&
                addCases(*mStore, 20));
    }
    void everyTableWithPlacesIsALayerWithItsStyle_data()
    {
        QTest::addColumn<QString>("table");
        QTest::addColumn<QString>("type");
        QTest::addColumn<QColor>("first");
        QTest::newRow("divisions") << u"divisions"_s << u"MultiPolygon"_s << QColor(0, 0, 0, 0);
        QTest::newRow("grids") << u"grids"_s << u"MultiPolygon"_s << QColor(86, 163, 217, 48);
        QTest::newRow("points") << u"key_places"_s << u"Point"_s << QColor(0x4f, 0x5d, 0x70);
        QTest::newRow("areas") << u"key_places"_s << u"Polygon"_s << QColor(0x4f, 0x5d, 0x70, 60);
        QTest::newRow("components") << u"components"_s << u"Point"_s << QColor(0x2d, 0x6a, 0x9f);
        QTest::newRow("addresses") << u"addresses"_s << u"Point"_s << QColor(0x94, 0x9e, 0xab);
        QTest::newRow("resources") << u"resources"_s << u"Point"_s << QColor(0x2f, 0x8f, 0x6b);
        QTest::newRow("staff") << u"staff_positions"_s << u"Point"_s << QColor(0x0b, 0x7a, 0x75);
        QTest::newRow("cases") << u"cases"_s << u"Point"_s << QColor(0x1f, 0x5f, 0xbf);
    }
    void everyTableWithPlacesIsALayerWithItsStyle()
    {
        QFETCH(QString, table);
        QFETCH(QString, type);
        QFETCH(QColor, first);
        const std::unique_ptr<QgsVectorLayer> opened = layer(table, type);
        QVERIFY2(opened->isValid(), qPrintable(opened->error().message()));
        const Result<QVariant> rows = mStore->connection().scalar(
            u"SELECT count(*) FROM %1 WHERE geom IS NULL OR GeometryType(geom) IN ('%2', "
            "'MULTI%2')"_s.arg(table, type.toUpper().remove(u"MULTI"_s)));
        QCOMPARE(opened->featureCount(), rows.value().toLongLong());
        QgsRenderContext context;
        const QgsSymbolList symbols = opened->renderer()->symbols(context);
        QVERIFY(!symbols.isEmpty());
        QCOMPARE(symbols.first()->color(), first);
    }
    void everyValueHasASymbol()
    {
        QSet<QString> levels;
        for (const GridLevel level :
             {GridLevel::Daily, GridLevel::General, GridLevel::Key, GridLevel::Comprehensive}) {
            levels.insert(toId(level));
        }
        QCOMPARE(valuesOf(*layer(u"grids"_s, u"MultiPolygon"_s)), levels);
        QSet<QString> cases{u"done"_s};
        for (const CaseLevel level :
             {CaseLevel::Blue, CaseLevel::Yellow, CaseLevel::Orange, CaseLevel::Red}) {
            cases.insert(toId(level));
        }
        const std::unique_ptr<QgsVectorLayer> all = layer(u"cases"_s, u"Point"_s);
        QCOMPARE(valuesOf(*all), cases);
        QgsRenderContext context;
        all->renderer()->startRender(context, all->fields());
        QgsFeatureIterator features = all->getFeatures();
        QgsFeature feature;
        int drawn = 0;
        while (features.nextFeature(feature)) {
            context.expressionContext().setFeature(feature);
            drawn += all->renderer()->symbolForFeature(feature, context) != nullptr ? 1 : 0;
        }
        all->renderer()->stopRender(context);
        QCOMPARE(drawn, 20);
    }
    void namesComeNearEnough()
    {
        const std::unique_ptr<QgsVectorLayer> grids = layer(u"grids"_s, u"MultiPolygon"_s);
        QVERIFY(grids->labelsEnabled() && grids->labeling() != nullptr);
        const QgsPalLayerSettings settings = grids->labeling()->settings();
        QCOMPARE(settings.fieldName, u"name"_s);
        QVERIFY(settings.scaleVisibility);
        QCOMPARE(settings.minimumScale, 16'000.0);
    }
    void stylesOfOthersAreLeftAlone()
    {
        SqlConnection &connection = mStore->connection();
        QVERIFY(connection.execute(u"INSERT INTO public.layer_styles (f_table_catalog, "
                                   "f_table_schema, f_table_name, styleName) VALUES "
                                   "(current_database(), 'gridward', 'cases', 'mine')"_s));
        const auto count = [&] {
            return connection.scalar(u"SELECT count(*) FROM public.layer_styles"_s).value().toInt();
        };
        const int before = count();
        QVERIFY(writeLayerStyles(connection));
        QCOMPARE(count(), before); // not twice
        QVERIFY(removeLayerStyles(connection));
        QCOMPARE(count(), 1);
        QVERIFY(writeLayerStyles(connection));
        QCOMPARE(count(), before);
    }
};

static const TestRegistration<TestLayerStyles> registration;

} // namespace gridward

#include "test_layerstyles.moc"
