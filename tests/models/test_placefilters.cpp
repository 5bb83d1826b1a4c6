// SPDX-License-Identifier: GPL-3.0-or-later
// Which places an analysis gets, the same on every store.
#include "tests/support/storebuilders.h"
#include "tests/support/storekinds.h"
#include "tests/support/testregistry.h"

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

/** Some cases whose number in the list is the minute before the start in which each came. */
bool addFiltered(Store &store)
{
    struct Given
    {
        CaseLevel level = CaseLevel::Blue;
        CaseSource source = CaseSource::Patrol;
        std::optional<Instant> due = {};
        std::optional<Instant> handled = {};
        bool exempt = false;
    };
    const auto after = [](int hours) { return testStart() + std::chrono::hours(hours); };
    const QList<Given> all{{CaseLevel::Red, CaseSource::Hotline},
                           {CaseLevel::Blue, CaseSource::Hotline, after(2)},
                           {CaseLevel::Blue, CaseSource::App, after(2), after(1)},
                           {CaseLevel::Red, CaseSource::Patrol, after(2), after(3)},
                           {CaseLevel::Blue, CaseSource::Patrol, after(2), after(3), true}};
    Result<std::unique_ptr<CaseBatch>> batch = store.cases().beginBatch();
    for (int i = 0; batch && i < all.size(); ++i) {
        const Given &one = all.at(i);
        const Instant at = testStart() - std::chrono::minutes(i);
        Case subject;
        subject.classKey = {defaultScheme(), CaseKind::Matter, u"06010"_s};
        subject.text = u"门前有暴露垃圾"_s;
        subject.place = GeoPoint{116.30 + 0.001 * i, 39.905};
        subject.level = one.level;
        subject.source = one.source;
        subject.dueAt = one.due;
        subject.handledAt = one.handled;
        subject.exempt = one.exempt;
        CaseStep step = stepOf(CaseAction::Report, CaseState::Filed, at);
        step.facts = factsOf(subject);
        const Result<bool> added =
            batch.value()->add(CaseId::make(at, 3, static_cast<quint64>(i + 1)), {step});
        if (!added || !added.value()) {
            return false;
        }
    }
    return batch && batch.value()->commit().isOk();
}

} // namespace

class TestPlaceFilters : public QObject
{
    Q_OBJECT

private slots:
    void levelSourceAndLimit_data() { addStoreKinds(); }
    void levelSourceAndLimit()
    {
        QFETCH(QString, kind);
        StoreMaker maker;
        const std::unique_ptr<Store> store = maker.empty(kind);
        QVERIFY(store && addFiltered(*store));
        CasePlaceQuery all;
        all.from = testStart() - std::chrono::hours(1);
        all.to = testStart() + std::chrono::hours(1);
        all.at = testStart();
        const auto found = [&](const CasePlaceQuery &query) {
            QList<int> minutes; // before the start: which case it is
            const Result<void> visited =
                store->cases().visitPlaces(query, [&](const CasePlace &one) {
                    const auto before = testStart() - one.id.registeredAt();
                    minutes.append(static_cast<int>(before / std::chrono::minutes(1)));
                    const double longitude = 116.30 + 0.001 * minutes.last();
                    return one.place && std::abs(one.place->longitude - longitude) < 1.0e-9;
                });
            return visited ? minutes : QList<int>{-1};
        };
        QCOMPARE(found(all), (QList<int>{4, 3, 2, 1, 0})); // by registration
        QList<bool> personal;
        QVERIFY(store->cases().visitPlaces(all, [&personal](const CasePlace &one) {
            personal.append(one.isPersonal);
            return true;
        }));
        // Two of the patrol, then the app and twice the hotline: somebody outside.
        QCOMPARE(personal, (QList<bool>{false, false, true, true, true}));
        CasePlaceQuery query = all;
        query.level = CaseLevel::Red;
        QCOMPARE(found(query), (QList<int>{3, 0}));
        query.source = CaseSource::Hotline;
        QCOMPARE(found(query), (QList<int>{0}));
        query = all;
        query.source = CaseSource::App;
        QCOMPARE(found(query), (QList<int>{2}));
        query = all;
        query.late = true;
        QCOMPARE(found(query), (QList<int>{3})); // the exempt one is in neither
        query.late = false;
        QCOMPARE(found(query), (QList<int>{2, 1, 0}));
        query.at = testStart() + std::chrono::hours(4); // by then the open one is late, too
        QCOMPARE(found(query), (QList<int>{2, 0}));
        query.late = true;
        QCOMPARE(found(query), (QList<int>{3, 1}));
    }
};

static const TestRegistration<TestPlaceFilters> sRegistration;

} // namespace gridward

#include "test_placefilters.moc"
