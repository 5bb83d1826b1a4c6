// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/storebuilders.h"

#include "models/store/geopackagestore.h"

#include <QtEndian>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

const QString kStreet = u"110101001"_s;
const QString kCommunity = u"110101001001"_s;

template <typename T>
void append(QByteArray &bytes, T value)
{
    const T little = qToLittleEndian(value);
    bytes.append(reinterpret_cast<const char *>(&little), sizeof(T));
}

/** A square as a multipolygon of one ring. */
QByteArray square(double west, double south, double side)
{
    QByteArray wkb("\1", 1);
    append<quint32>(wkb, 6);
    append<quint32>(wkb, 1);
    wkb.append('\1');
    append<quint32>(wkb, 3);
    append<quint32>(wkb, 1);
    append<quint32>(wkb, 5);
    const double corners[][2] = {{west, south},
                                 {west + side, south},
                                 {west + side, south + side},
                                 {west, south + side},
                                 {west, south}};
    for (const auto &[x, y] : corners) {
        append<double>(wkb, x);
        append<double>(wkb, y);
    }
    return wkb;
}

} // namespace

Instant testStart()
{
    return *instantFromIso(u"2026-11-21T07:00:00Z");
}

StoreInfo smallInfo()
{
    StoreInfo info;
    info.district = u"110101"_s;
    info.name = u"试验区"_s;
    info.purpose = u"drill"_s;
    info.scheme = defaultScheme();
    info.created = testStart();
    return info;
}

QList<Division> smallDivisions()
{
    return {{u"110101"_s, {}, u"district"_s, u"试验区"_s, 400, 4.0, square(116.30, 39.90, 0.02)},
            {kStreet, u"110101"_s, u"street"_s, u"一街道"_s, 400, 4.0, square(116.30, 39.90, 0.02)},
            {kCommunity, kStreet, u"community"_s, u"一社区"_s, 400, 4.0, {}}};
}

QList<UnitGrid> smallGrids()
{
    QList<UnitGrid> grids;
    for (int i = 0; i < 4; ++i) {
        UnitGrid grid;
        grid.code = kCommunity + u"%1"_s.arg(i + 1, 3, 10, QLatin1Char('0'));
        grid.name = u"第%1网格"_s.arg(i + 1);
        grid.community = kCommunity;
        grid.street = kStreet;
        grid.type = GridType::Business;
        grid.area = 1.0;
        grid.residents = 100;
        grid.validFrom = QDate(2026, 1, 1);
        grid.outline = square(116.30 + (i % 2) * 0.01, 39.90 + (i / 2) * 0.01, 0.01);
        grids.append(grid);
    }
    return grids;
}

QList<Organisation> smallOrganisations()
{
    return {{u"U1"_s, {}, u"环卫中心"_s, u"Sanitation Centre"_s, u"sanitation"_s, {}, true},
            {u"U2"_s,
             {},
             u"一街道办事处"_s,
             u"Street Office"_s,
             u"subdistrict-office"_s,
             kStreet,
             true}};
}

QList<CatalogueEntry> smallCatalogue()
{
    CatalogueEntry entry;
    entry.key = {defaultScheme(), CaseKind::Matter, u"06010"_s};
    entry.majorCode = u"06"_s;
    entry.majorName = u"市容环境类"_s;
    entry.name = u"暴露垃圾"_s;
    entry.nameEn = u"Exposed garbage"_s;
    return {entry};
}

QList<FilingStandard> smallStandards()
{
    FilingStandard standard;
    standard.id = u"M06010-1"_s;
    standard.key = smallCatalogue().first().key;
    standard.condition = u"存在暴露垃圾"_s;
    standard.limitValue = 4;
    standard.limitUnit = LimitUnit::WorkingHour;
    standard.closingCondition = u"已清理"_s;
    standard.unitKind = u"sanitation"_s;
    return {standard};
}

QList<KeyPlace> smallPlaces()
{
    KeyPlace school;
    school.id = u"k1"_s;
    school.kind = u"school"_s;
    school.name = u"一社区小学"_s;
    school.grid = smallGrids().first().code;
    school.risk = 3;
    school.lastCheck = QDate(2026, 11, 1);
    school.nextCheck = QDate(2026, 11, 16);
    QByteArray point("\1", 1);
    append<quint32>(point, 1);
    append<double>(point, 116.301);
    append<double>(point, 39.901);
    school.shape = point;
    KeyPlace market = school;
    market.id = u"k2"_s;
    market.isArea = true;
    market.patrolRule = u"daily"_s;
    market.shape = square(116.305, 39.905, 0.001);
    return {school, market};
}

QList<Component> smallComponents()
{
    QList<Component> components;
    for (int i = 0; i < 3; ++i) {
        Component component;
        component.code = u"11010101037%1"_s.arg(i + 1, 6, 10, QLatin1Char('0'));
        component.scheme = defaultScheme();
        component.classCode = u"01037"_s;
        component.name = u"路灯"_s;
        component.grid = smallGrids().first().code;
        component.state = u"intact"_s;
        component.surveyed = QDate(2026, 3, 1);
        component.place = {116.31 + i * 0.001, 39.91};
        components.append(component);
    }
    return components;
}

QList<Address> smallAddresses()
{
    const QString grid = smallGrids().first().code;
    return {{u"a1"_s, u"多福巷1号"_s, u"多福巷"_s, u"1"_s, grid, {116.301, 39.901}},
            {u"a2"_s, u"多福巷2号"_s, u"多福巷"_s, u"2"_s, grid, {116.302, 39.901}}};
}

bool fillSmallDistrict(Store &store)
{
    return store.write(smallDivisions()).isOk() &&
           store.write(smallGrids(), u"admin1"_s, u"new"_s, testStart()).isOk() &&
           store.write(smallOrganisations()).isOk() && store.write(smallCatalogue()).isOk() &&
           store.write(smallStandards()).isOk() &&
           store
               .write(QList<User>{{u"acceptor1"_s, {}, u"acceptor"_s, {}, {}, false},
                                  {u"dispatcher1"_s, {}, u"dispatcher"_s, {}, {}, false}})
               .isOk();
}

CaseStep reportStep(Instant at)
{
    Case subject;
    subject.classKey = smallCatalogue().first().key;
    subject.text = u"门前有暴露垃圾"_s;
    subject.place = GeoPoint{116.305, 39.905};
    subject.grid = smallGrids().first().code;
    subject.community = kCommunity;
    subject.street = kStreet;
    CaseStep step = stepOf(CaseAction::Report, CaseState::Reported, at);
    step.facts = factsOf(subject);
    return step;
}

CaseStep stepOf(CaseAction action, CaseState to, Instant at)
{
    CaseStep step;
    step.action = action;
    step.at = at;
    step.actor = u"tester"_s;
    step.origin = u"test"_s;
    step.to = to;
    return step;
}

CaseStep urgeStep(QStringView actor)
{
    CaseStep step = stepOf(CaseAction::Urge, CaseState::Reported, testStart());
    step.actor = actor.toString();
    return step;
}

bool addCases(Store &store, int count, int first)
{
    Result<std::unique_ptr<CaseBatch>> batch = store.cases().beginBatch();
    if (!batch) {
        return false;
    }
    for (int i = first; i < first + count; ++i) {
        const Instant at = testStart() - std::chrono::minutes(i);
        QList<CaseStep> steps{reportStep(at)};
        if (i % 2 == 1) {
            steps.append(stepOf(CaseAction::File, CaseState::Filed, at));
        }
        const Result<bool> added =
            batch.value()->add(CaseId::make(at, 0, static_cast<quint64>(i)), steps);
        if (!added || !added.value()) {
            return false;
        }
    }
    return batch.value()->commit().isOk();
}

QList<std::pair<QString, CaseQuery>> everyQuery()
{
    QList<std::pair<QString, CaseQuery>> queries;
    for (int bits = 0; bits < 32; ++bits) {
        CaseQuery query;
        query.limit = 10;
        if ((bits & 1) != 0) {
            query.state = CaseState::Filed;
        }
        if ((bits & 2) != 0) {
            query.street = kStreet;
        }
        if ((bits & 4) != 0) {
            query.classCode = u"06010"_s;
        }
        query.openOnly = (bits & 8) != 0;
        if ((bits & 16) != 0) {
            query.before = CaseId::make(testStart() - std::chrono::minutes(100), 0, 100);
        }
        queries.append({u"filters %1"_s.arg(bits), query});
    }
    CaseQuery overdue;
    overdue.limit = 10;
    overdue.overdueAt = testStart(); // none of them has a limit: nothing may be gone through
    queries.append({u"overdue"_s, overdue});
    overdue.street = kStreet;
    queries.append({u"overdue in street"_s, overdue});
    CaseQuery grid;
    grid.limit = 10;
    grid.grid = smallGrids().first().code;
    queries.append({u"grid"_s, grid});
    grid.openOnly = true;
    queries.append({u"open in grid"_s, grid});
    CaseQuery unit;
    unit.unit = u"U1"_s;
    queries.append({u"unit"_s, unit});
    return queries;
}

QList<std::pair<QString, std::function<bool(Store &)>>> everyQuestion()
{
    const CaseId first = CaseId::make(testStart(), 0, 0); // of addCases()
    return {
        {u"open by unit"_s, [](Store &store) { return store.cases().openByUnit().isOk(); }},
        {u"open by person"_s,
         [](Store &store) {
             return store.cases().openByPerson({u"p1"_s, u"p2"_s}).isOk();
         }},
        {u"people of"_s, [](Store &store) { return store.peopleOf(u"U1"_s, 10).isOk(); }},
        {u"find"_s, [first](Store &store) { return store.cases().find(first).isOk(); }},
        {u"record"_s, [first](Store &store) { return store.cases().record(first).isOk(); }},
        {u"due"_s, [](Store &store) { return store.cases().due(testStart(), 10).isOk(); }},
        {u"children"_s, [first](Store &store) { return store.cases().childrenOf(first).isOk(); }},
        {u"bundle"_s, [first](Store &store) { return store.cases().bundledWith(first).isOk(); }},
        {u"find number"_s,
         [](Store &store) { return store.cases().findNumber(u"1101012026112100001"_s).isOk(); }},
        {u"events"_s, [first](Store &store) { return store.cases().events(first).isOk(); }},
        {u"attachments"_s,
         [first](Store &store) { return store.cases().attachments(first).isOk(); }},
        {u"changes"_s,
         [](Store &store) {
             const Result<LogPosition> end = store.cases().lastPosition();
             return end && store.cases().changesAfter(end.value(), 10).isOk();
         }},
        {u"too many changes"_s,
         [](Store &store) { return store.cases().changesAfter({}, 10).isOk(); }},
        {u"visit places"_s,
         [](Store &store) {
             // As many cases as there are minutes, whatever else there is.
             CasePlaceQuery query;
             query.from = testStart() - std::chrono::minutes(99);
             query.to = testStart() + std::chrono::minutes(1);
             int visited = 0;
             const auto visit = [&visited](const CasePlace &) {
                 ++visited;
                 return true;
             };
             return store.cases().visitPlaces(query, visit).isOk() && visited == 100;
         }},
        {u"count registered"_s,
         [](Store &store) {
             const Result<qint64> count = store.cases().countRegistered(
                 testStart() - std::chrono::minutes(99), testStart() + std::chrono::minutes(1));
             return count && count.value() == 100;
         }},
        {u"registered by the hour"_s,
         [](Store &store) {
             const Result<QList<int>> counts =
                 store.cases().registeredPer(std::chrono::hours(1),
                                             testStart() - std::chrono::minutes(99),
                                             testStart() + std::chrono::minutes(1));
             return counts && counts.value() == QList<int>{60, 40};
         }},
        {u"latest events"_s,
         [](Store &store) {
             const Result<QList<LatestEvent>> latest = store.cases().latestEvents(10, {});
             return latest && latest.value().size() == 10;
         }},
        {u"with number"_s,
         [](Store &store) {
             const Result<QList<Case>> found = store.cases().withNumber(u"1101012026112"_s, 10);
             return found && found.value().size() == 10;
         }},
        {u"people named"_s, [](Store &store) { return store.peopleNamed(u"王"_s, 5).isOk(); }},
        {u"last position"_s, [](Store &store) { return store.cases().lastPosition().isOk(); }},
        {u"mark"_s, [](Store &store) { return store.mark().isOk(); }},
        {u"add"_s, [](Store &store) {
             const CaseId id = CaseId::make(testStart(), 1, 0);
             return store.cases().add(id, reportStep(testStart())).isOk();
         }}};
}

} // namespace gridward
