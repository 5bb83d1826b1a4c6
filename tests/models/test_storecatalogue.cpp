// SPDX-License-Identifier: GPL-3.0-or-later
// What every store promises of classes, filing standards and their versions.
#include "models/service/casedesk.h"
#include "models/service/cataloguekeeper.h"
#include "models/service/districtnames.h"
#include "models/store/geopackagestore.h"
#include "tests/support/memorystore.h"
#include "tests/support/storebuilders.h"
#include "tests/support/storekinds.h"
#include "tests/support/testregistry.h"

#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace gridward {

class TestStoreCatalogue : public QObject
{
    Q_OBJECT
private:
    QTemporaryDir mFolder;
    StoreMaker mMaker;

    std::unique_ptr<Store> smallStore()
    {
        QFETCH_GLOBAL(QString, kind);
        std::unique_ptr<Store> made;
        if (kind == "forgetful"_L1) {
            made = std::make_unique<MemoryStore>();
        } else {
            made = mMaker.empty(kind);
        }
        return made && fillSmallDistrict(*made) ? std::move(made) : nullptr;
    }
    static ClassKey garbage() { return smallCatalogue().first().key; }

private slots:
    void initTestCase_data()
    {
        addStoreKinds();
        QTest::newRow("forgetful") << u"forgetful"_s;
    }
    void keepsEditionsSideBySide()
    {
        const std::unique_ptr<Store> store = smallStore();
        QVERIFY(store);
        CatalogueEntry old;
        old.key = {legacyScheme(), CaseKind::Matter, u"0110"_s};
        old.name = u"暴露垃圾"_s;
        old.note = u"derived: the same order"_s;
        CatalogueEntry component = old;
        component.key.kind = CaseKind::Component;
        component.name = u"通信交接箱"_s;
        CatalogueEntry local = old;
        local.key = {u"local:东城"_s, CaseKind::Matter, u"9901"_s};
        local.local = true;
        local.validFrom = QDate(2026, 7, 1);
        QVERIFY(store->write(QList<CatalogueEntry>{old, component, local}));
        QCOMPARE(store->schemes().value(),
                 QStringList({legacyScheme(), defaultScheme(), u"local:东城"_s}));
        // The same digits are two classes, and a scheme is asked for alone.
        QCOMPARE(store->catalogue(legacyScheme()).value(), QList<CatalogueEntry>({component, old}));
        QCOMPARE(store->catalogueEntry(old.key).value(), std::optional(old));
        QCOMPARE(store->catalogueEntry(component.key).value(), std::optional(component));
        QCOMPARE(store->catalogueEntry(local.key).value(), std::optional(local));
        QVERIFY(!store->catalogueEntry({defaultScheme(), CaseKind::Matter, u"0110"_s}).value());
        // A case is called what its own edition calls it.
        const DistrictNames names = DistrictNames::read(*store).value();
        QCOMPARE(names.className(component.key, false), u"通信交接箱"_s);
        QCOMPARE(names.className(garbage(), true), u"Exposed garbage"_s);
    }
    void keepsWhatAClassWasBefore()
    {
        const std::unique_ptr<Store> store = smallStore();
        QVERIFY(store);
        const CatalogueEntry first = smallCatalogue().first();
        QVERIFY(store->write(QList<CatalogueEntry>{first}));
        QVERIFY(store->catalogueHistory(first.key).value().isEmpty());
        CatalogueEntry renamed = first;
        renamed.name = u"垃圾暴露"_s;
        renamed.validFrom = QDate(2026, 12, 1);
        QVERIFY(store->write(QList<CatalogueEntry>{renamed}));
        CatalogueEntry ended = renamed;
        ended.validTo = QDate(2027, 1, 1);
        QVERIFY(store->write(QList<CatalogueEntry>{ended}));
        CatalogueEntry again = renamed;
        again.validFrom = QDate(2027, 3, 1);
        QVERIFY(store->write(QList<CatalogueEntry>{again}));
        CatalogueEntry before = first;
        before.validTo = QDate(2026, 12, 1);
        QCOMPARE(store->catalogueHistory(first.key).value(),
                 QList<CatalogueEntry>({before, ended}));
        QCOMPARE(store->catalogueEntry(first.key).value(), std::optional(again));
    }
    void keepsEveryVersionOfAStandard()
    {
        const std::unique_ptr<Store> store = smallStore();
        QVERIFY(store);
        FilingStandard first = smallStandards().first();
        FilingStandard second = first;
        second.version = 2;
        second.limitValue = 6;
        second.validFrom = QDate(2026, 12, 1);
        second.area = u"110101001"_s;
        second.source = u"区办法第3条"_s;
        first.validTo = second.validFrom;
        FilingStandard other = smallStandards().first();
        other.id = u"M06010-2"_s;
        QVERIFY(store->write(QList<FilingStandard>{other, first, second}));
        const QList<FilingStandard> inForce{second, other};
        QCOMPARE(store->filingStandards(garbage()).value(), inForce);
        QCOMPARE(store->allFilingStandards().value(), inForce);
        QCOMPARE(store->filingStandardVersions(first.id).value(),
                 QList<FilingStandard>({first, second}));
        QCOMPARE(store->filingStandard(first.id, 1).value(), std::optional(first));
        QVERIFY(!store->filingStandard(first.id, 3).value());
        QVERIFY(store->filingStandardVersions(u"nothing"_s).value().isEmpty());
        // An older version does not come back when the newest one ends.
        second.validTo = QDate(2027, 1, 1);
        QVERIFY(store->write(QList<FilingStandard>{second}));
        QCOMPARE(store->filingStandards(garbage()).value(), QList<FilingStandard>({other}));
    }
    void neverChangesAVersion()
    {
        const std::unique_ptr<Store> store = smallStore();
        QVERIFY(store);
        const FilingStandard first = smallStandards().first();
        using Change = void (*)(FilingStandard &);
        const QList<Change> changes{[](FilingStandard &s) { s.key.code = u"06011"_s; },
                                    [](FilingStandard &s) { s.condition += u'。'; },
                                    [](FilingStandard &s) { s.conditionEn = u"x"_s; },
                                    [](FilingStandard &s) { ++s.limitValue; },
                                    [](FilingStandard &s) { s.limitUnit = LimitUnit::UrgentHour; },
                                    [](FilingStandard &s) { s.closingCondition.clear(); },
                                    [](FilingStandard &s) { s.closingConditionEn = u"x"_s; },
                                    [](FilingStandard &s) { s.closingMandatory = false; },
                                    [](FilingStandard &s) { s.unitKind = u"power"_s; },
                                    [](FilingStandard &s) { s.supervisor = u"dept-x"_s; },
                                    [](FilingStandard &s) { s.area = u"110101001"_s; },
                                    [](FilingStandard &s) { s.source = u"x"_s; }};
        for (const Change change : changes) {
            FilingStandard changed = first;
            change(changed);
            const Result<void> written = store->write(QList<FilingStandard>{changed});
            QVERIFY(!written);
            QCOMPARE(written.error().code, ErrorCode::Conflict);
        }
        QCOMPARE(store->filingStandards(garbage()).value(), smallStandards());
    }
    void casesKeepWhatTheyWereFiledUnder()
    {
        const std::unique_ptr<Store> store = smallStore();
        QVERIFY(store);
        FilingStandard first = smallStandards().first();
        FilingStandard second = first;
        second.version = 2;
        second.limitValue = 48;
        second.validFrom = QDate(2026, 12, 1);
        first.validTo = second.validFrom;
        QVERIFY(store->write(QList<FilingStandard>{first, second}));
        const auto on = [&](const char16_t *time) {
            return filedStandard(*store, first.id, instantFromIso(QString::fromUtf16(time)))
                .value();
        };
        QCOMPARE(on(u"2026-11-30T15:59:59Z"), std::optional(first)); // 23:59 in the district
        QCOMPARE(on(u"2026-11-30T16:00:00Z"), std::optional(second));
        QCOMPARE(on(u"2020-01-01T00:00:00Z"), std::optional(first));
        QCOMPARE(filedStandard(*store, first.id, {}).value(), std::optional(second));
        QVERIFY(!filedStandard(*store, u"nothing"_s, {}).value());
        // The one that stays was ended since: the case still has its limit and words.
        second.validTo = QDate(2026, 12, 2);
        QVERIFY(store->write(QList<FilingStandard>{second}));
        QCOMPARE(on(u"2026-11-21T07:00:00Z"), std::optional(first));
    }
    void tellsWhereAnAreaLies()
    {
        const std::unique_ptr<Store> store = smallStore();
        QVERIFY(store);
        UnitGrid grid = smallGrids().last();
        const QString community =
            DistrictNames::read(*store).value().path(grid.community).section(u" · "_s, -1);
        grid.code.replace(grid.code.size() - 3, 3, u"099"_s);
        grid.name = community + u"第九网格"_s;
        QVERIFY(store->write({grid}, u"admin1"_s, u"one more"_s, testStart()));
        const DistrictNames names = DistrictNames::read(*store).value();
        const QString street = names.path(grid.street);
        QVERIFY(!street.isEmpty() && !community.isEmpty());
        QCOMPARE(names.path(smallGrids().first().code),
                 QStringList({street, community, u"第1网格"_s}).join(u" · "_s));
        QCOMPARE(names.path(grid.code), street + u" · "_s + grid.name); // it has it in its name
    }
    void anEndedClassIsNotReported()
    {
        const std::unique_ptr<Store> store = smallStore();
        QVERIFY(store);
        const FixedClock clock(testStart());
        CaseDesk desk(*store, clock, u"test"_s);
        User user;
        user.name = user.role = u"acceptor"_s;
        ReportDraft draft;
        draft.classCode = garbage().code;
        draft.text = u"门前有暴露垃圾"_s;
        QVERIFY(desk.report(draft, user));
        CatalogueEntry ended = smallCatalogue().first();
        ended.validTo = QDate(2026, 11, 1);
        QVERIFY(store->write(QList<CatalogueEntry>{ended}));
        const Result<Case> refused = desk.report(draft, user);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::InvalidInput);
    }
    void nothingIsDeleted()
    {
        QFETCH_GLOBAL(QString, kind);
        const std::unique_ptr<Store> store = smallStore();
        QVERIFY(store);
        if (kind == "forgetful"_L1) {
            return;
        }
        auto &connection = static_cast<SqlStore &>(*store).connection();
        QVERIFY(!connection.execute(u"DELETE FROM catalogue"_s));
        QVERIFY(!connection.execute(u"DELETE FROM filing_standards"_s));
        QVERIFY(!connection.execute(u"UPDATE filing_standards SET version = 7"_s));
        QVERIFY(connection.execute(u"UPDATE filing_standards SET valid_to = '2026-12-01'"_s));
        QVERIFY(store->integrityFindings().value().isEmpty());
    }
    void takesOverAnOlderStore()
    {
        QFETCH_GLOBAL(QString, kind);
        if (kind != "file"_L1) {
            return;
        }
        const QString path = mFolder.filePath(u"old.gpkg"_s);
        {
            QList<Migration> first = geoPackageMigrations();
            first.resize(1);
            const Result<std::unique_ptr<GeoPackageStore>> old =
                GeoPackageStore::create(path, smallInfo(), first);
            QVERIFY(old && old.value()->publish());
            QVERIFY(old.value()->connection().execute(
                u"INSERT INTO filing_standards (standard_id, version, scheme, kind, code, "
                "condition, limit_value, limit_unit) "
                "VALUES ('M06010-1', 1, 'GBT47678.5-2026', 'matter', '06010', 'x', 4, "
                "'working-hour')"_s));
        }
        const Result<std::unique_ptr<GeoPackageStore>> store = GeoPackageStore::open(path);
        QVERIFY2(store, store ? "" : qPrintable(store.error().message));
        const QList<FilingStandard> standards = store.value()->allFilingStandards().value();
        QCOMPARE(standards.size(), 1);
        QCOMPARE(standards.first().area, QString());
        QCOMPARE(standards.first().source, exampleSource());
        QVERIFY(store.value()->schemes().value().isEmpty());
    }
};

static const TestRegistration<TestStoreCatalogue> registration;

} // namespace gridward

#include "test_storecatalogue.moc"
