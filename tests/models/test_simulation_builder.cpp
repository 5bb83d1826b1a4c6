// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/simulation/demobuilder.h"
#include "models/store/auditstore.h"
#include "models/store/geopackagestore.h"
#include "models/store/inboxstore.h"
#include "models/store/personalstore.h"
#include "tests/support/testregistry.h"

#include <QHash>
#include <QTemporaryDir>

#include <map>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

Error unused()
{
    return Error{ErrorCode::Unsupported, u"not in this fake"_s, {}};
}

/** Cases in memory: what a batch has committed, folded and chained as a real store does. */
class FakeCases final : public CaseStore
{
public:
    std::map<QString, std::pair<Case, QList<CaseEvent>>> kept;
    int refuseAfter = -1; ///< adding more than so many fails

    Result<Case> add(const CaseId &, const CaseStep &) override { return unused(); }
    Result<Case> append(const CaseId &, int, const CaseStep &) override { return unused(); }
    Result<Case> find(const CaseId &) override { return unused(); }
    Result<CaseRecord> record(const CaseId &) override { return unused(); }
    Result<Case> findNumber(const QString &) override { return unused(); }
    Result<QList<Case>> list(const CaseQuery &) override { return unused(); }
    Result<QList<CaseEvent>> events(const CaseId &) override { return unused(); }
    Result<QList<Attachment>> attachments(const CaseId &) override { return unused(); }
    Result<void>
    visitAll(const std::function<bool(const Case &, const QList<CaseEvent> &)> &) override
    {
        return unused();
    }
    Result<void>
    visitRecords(const std::function<bool(const CaseRecord &, const QList<CaseEvent> &)> &) override
    {
        return unused();
    }
    Result<void> visitPlaces(const CasePlaceQuery &,
                             const std::function<bool(const CasePlace &)> &) override
    {
        return unused();
    }
    Result<qint64> countRegistered(Instant, Instant) override { return unused(); }
    Result<QList<int>> registeredPer(std::chrono::milliseconds, Instant, Instant) override
    {
        return unused();
    }
    Result<QList<LatestEvent>> latestEvents(int, const std::optional<Instant> &) override
    {
        return unused();
    }
    Result<void> visitEvaluated(const EvaluatedQuery &,
                                const std::function<bool(const EvaluatedCase &)> &) override
    {
        return unused();
    }
    Result<CaseMilestones> milestones(const CaseId &) override { return unused(); }
    Result<QList<Case>> withNumber(const QString &, int) override { return unused(); }
    Result<QList<CaseId>> due(Instant, int) override { return unused(); }
    Result<PressingCases> pressing(qint64, int) override { return unused(); }
    Result<QList<Case>> childrenOf(const CaseId &) override { return unused(); }
    Result<QList<Case>> bundledWith(const CaseId &) override { return unused(); }
    Result<std::unique_ptr<CaseBatch>> beginBatch() override
    {
        return std::unique_ptr<CaseBatch>(std::make_unique<Batch>(*this));
    }
    Result<QHash<QString, int>> openByUnit() override { return unused(); }
    Result<QHash<QString, int>> openByPerson(const QStringList &) override { return unused(); }
    Result<CaseNews> changesAfter(const LogPosition &, int) override { return unused(); }
    Result<QList<Case>> findThose(const QList<CaseId> &) override { return unused(); }
    Result<LogPosition> lastPosition() override { return LogPosition{}; }

private:
    class Batch final : public CaseBatch
    {
    public:
        explicit Batch(FakeCases &store)
            : mStore(store)
        {
        }
        Result<bool> add(const CaseId &id, const QList<CaseStep> &steps) override
        {
            if (static_cast<int>(mAdded.size()) == mStore.refuseAfter) {
                return Error{ErrorCode::Unreachable, u"disk full"_s, {}};
            }
            QList<CaseEvent> events;
            Case subject;
            subject.id = id;
            for (const CaseStep &step : steps) {
                CaseEvent event{subject.version + 1,
                                step.action,
                                step.at,
                                step.actor,
                                step.origin,
                                events.isEmpty() ? std::nullopt : std::optional(subject.state),
                                step.to,
                                step.note,
                                factsText(step.facts),
                                {}};
                event.hash =
                    chainHash(events.isEmpty() ? QByteArray() : events.last().hash, id, event);
                Result<Case> next = apply(subject, event);
                if (!next) {
                    return next.error();
                }
                subject = std::move(next).value();
                events.append(event);
            }
            mAdded.insert_or_assign(id.toText(), std::pair(subject, events));
            return true;
        }
        Result<void> commit() override
        {
            mStore.kept.merge(mAdded);
            return {};
        }

    private:
        FakeCases &mStore;
        std::map<QString, std::pair<Case, QList<CaseEvent>>> mAdded;
    };
};

/** Callers and households: keeps what is imported. */
class FakePeople final : public PersonalStore
{
public:
    QList<std::pair<CaseId, Caller>> callers;
    QList<Household> households;

    Result<bool> hasCaller(const CaseId &) override { return unused(); }
    Result<Caller> openCaller(const CaseId &, Purpose, const PersonalActor &) override
    {
        return unused();
    }
    Result<void> writeCaller(const CaseId &, const Caller &, const PersonalActor &) override
    {
        return unused();
    }
    Result<void> importCallers(const QList<std::pair<CaseId, Caller>> &rows,
                               const QString &,
                               const PersonalActor &) override
    {
        callers = rows;
        return {};
    }
    Result<QStringList> householdsIn(const QString &) override { return unused(); }
    Result<Household> openHousehold(const QString &, Purpose, const PersonalActor &) override
    {
        return unused();
    }
    Result<void> writeHousehold(const Household &, const PersonalActor &) override
    {
        return unused();
    }
    Result<void> eraseHousehold(const QString &, const PersonalActor &) override
    {
        return unused();
    }
    Result<void>
    importHouseholds(const QList<Household> &rows, const QString &, const PersonalActor &) override
    {
        households = rows;
        return {};
    }
    Result<HouseholdCount> countHouseholds(const QString &) override { return unused(); }
    Result<CommunityHouseholds> countCommunity(const QString &) override { return unused(); }
    Result<int> smallestCell() override { return kSmallestCell; }
    Result<void> setSmallestCell(int, const PersonalActor &) override { return unused(); }
    Result<qint64> purgeCallers(Instant, const PersonalActor &) override { return unused(); }
};

/** Notes how many rows of each kind were written. */
class FakeStore final : public Store
{
public:
    StoreInfo mInfo;
    FakeCases mCases;
    FakePeople mPersonal;
    std::map<QString, qint64> rows;
    std::optional<User> mNobody;
    std::unique_ptr<Store> mAside;

    Store &aside()
    {
        if (!mAside) {
            mAside = GeoPackageStore::create(u":memory:"_s, mInfo).value();
        }
        return *mAside;
    }

    const StoreInfo &info() const override { return mInfo; }
    CaseStore &cases() override { return mCases; }
    AccessStore &access() override { return aside().access(); }
    AccountStore &accounts() override { return aside().accounts(); }
    AuditStore &audit() override { return aside().audit(); }
    StaffStore &staff() override { return aside().staff(); }
    PersonalStore &personal() override { return mPersonal; }
    DraftStore &drafts() override { return aside().drafts(); }
    InboxStore &inbox() override { return aside().inbox(); }
    SamplingStore &samplings() override { return aside().samplings(); }
    AnalysisStore &analyses() override { return aside().analyses(); }
    void actAs(std::optional<User>, Instant) override {}
    const std::optional<User> &acting() const override { return mNobody; }
    Instant actingAt() const override { return {}; }
    Result<void> transaction(const std::function<Result<void>()> &work) override { return work(); }
    Result<void> snapshot(const std::function<Result<void>()> &work) override { return work(); }
    Result<void> writeInfo(const StoreInfo &info) override
    {
        mInfo = info;
        return {};
    }
    Result<void> write(const QList<Division> &list) override { return note(u"divisions"_s, list); }
    Result<void>
    write(const QList<UnitGrid> &list, const QString &, const QString &, Instant) override
    {
        return note(u"grids"_s, list);
    }
    Result<void> write(const QList<KeyPlace> &list) override { return note(u"places"_s, list); }
    Result<void> write(const QList<Component> &list) override
    {
        return note(u"components"_s, list);
    }
    Result<void> write(const QList<Address> &list) override { return note(u"addresses"_s, list); }
    Result<void> write(const QList<Resource> &list) override { return note(u"resources"_s, list); }
    Result<void> write(const QList<Organisation> &list) override { return note(u"units"_s, list); }
    Result<void> write(const QList<Person> &list) override
    {
        const Result<void> known = aside().write(list); // leave and posts refer to them
        return known ? note(u"people"_s, list) : known;
    }
    Result<void> write(const QList<Duty> &list) override { return note(u"duties"_s, list); }
    Result<void> write(const QList<Shift> &list) override { return note(u"shifts"_s, list); }
    Result<void> write(const QList<StaffPosition> &list) override { return note(u"seen"_s, list); }
    Result<void> write(const QList<Task> &list) override { return note(u"tasks"_s, list); }
    Result<void> write(const QList<User> &list) override { return note(u"users"_s, list); }
    Result<void> write(const QList<CatalogueEntry> &list) override
    {
        return note(u"catalogue"_s, list);
    }
    Result<void> write(const QList<FilingStandard> &list) override
    {
        return note(u"standards"_s, list);
    }
    Result<void> write(const ImportRun &) override { return {}; }
    Result<void> write(const RuleBook &) override { return {}; }
    Result<void> write(const WorkingCalendar &) override { return {}; }
    Result<QList<RuleBook>> ruleBooks() override { return unused(); }
    Result<QList<WorkingCalendar>> calendars() override { return unused(); }
    Result<QList<Division>> divisions() override { return unused(); }
    Result<QList<UnitGrid>> grids() override { return unused(); }
    Result<std::optional<Division>> division(const QString &) override { return unused(); }
    Result<std::optional<UnitGrid>> grid(const QString &) override { return unused(); }
    Result<QList<GridHistory>> gridHistory(const QString &) override { return unused(); }
    Result<QList<KeyPlace>> keyPlaces() override { return unused(); }
    Result<QList<Component>> components(const PlaceQuery &) override { return unused(); }
    Result<QList<Address>> addresses(const PlaceQuery &) override { return unused(); }
    Result<QList<Resource>> resources() override { return unused(); }
    Result<QList<Organisation>> organisations() override { return unused(); }
    Result<QList<Person>> people(const QString &, QDate) override { return unused(); }
    Result<QList<Person>> peopleOf(const QString &, int) override { return unused(); }
    Result<QList<Person>> peopleNamed(const QString &, int) override { return unused(); }
    Result<QList<Duty>> duties(const QString &, QDate) override { return unused(); }
    Result<QList<RoleHolder>> holdersOf(const QString &, QDate) override { return unused(); }
    Result<QList<Shift>> shifts(Instant, Instant) override { return unused(); }
    Result<QList<StaffPosition>> staffPositions(Instant) override { return unused(); }
    Result<std::optional<Person>> person(const QString &) override { return unused(); }
    Result<QList<Task>> openTasks(const QString &) override { return unused(); }
    Result<std::optional<User>> user(const QString &) override { return unused(); }
    Result<StoreMark> mark() override { return unused(); }
    Result<QList<User>> users() override { return unused(); }
    Result<QList<CatalogueEntry>> catalogue(const QString &) override { return unused(); }
    Result<std::optional<CatalogueEntry>> catalogueEntry(const ClassKey &) override
    {
        return unused();
    }
    Result<QStringList> schemes() override { return unused(); }
    Result<QList<CatalogueEntry>> catalogueHistory(const ClassKey &) override { return unused(); }
    Result<QList<FilingStandard>> filingStandards(const ClassKey &) override { return unused(); }
    Result<QList<FilingStandard>> allFilingStandards() override { return unused(); }
    Result<std::optional<FilingStandard>> filingStandard(const QString &, int) override
    {
        return unused();
    }
    Result<QList<FilingStandard>> filingStandardVersions(const QString &) override
    {
        return unused();
    }
    Result<QList<ImportRun>> importRuns() override { return unused(); }
    Result<QStringList> integrityFindings() override { return unused(); }

private:
    template <typename T>
    Result<void> note(const QString &name, const QList<T> &list)
    {
        rows[name] += list.size();
        return {};
    }
};

} // namespace

class TestSimulationBuilder : public QObject
{
    Q_OBJECT
private:
    [[nodiscard]] static DemoOptions options()
    {
        const QString resources = QStringLiteral(GRIDWARD_TEST_DATA) + u"/../../resources"_s;
        DemoOptions options;
        options.at = *instantFromIso(u"2026-11-21T02:00:00Z");
        options.days = 10;
        options.open = 200;
        options.cases = 1000;
        options.seed = 5;
        options.dataFolder = resources + u"/demo"_s;
        options.catalogueFolder = resources + u"/catalogue"_s;
        return options;
    }

private slots:
    void buildsADemo()
    {
        FakeStore store;
        int told = -1;
        bool rising = true;
        const Result<DemoReport> report = buildDemo(store, options(), [&](int percent) {
            rising = rising && percent > told;
            told = percent;
            return true;
        });
        QVERIFY2(report.isOk(), report ? "" : qPrintable(report.error().message));
        QVERIFY(rising);
        QCOMPARE(told, 100);
        QCOMPARE(report.value().cases, 1000);
        QCOMPARE(report.value().open, 200);
        QCOMPARE(store.mCases.kept.size(), std::size_t{1000});
        QCOMPARE(store.rows[u"grids"_s], report.value().grids);
        QCOMPARE(store.rows[u"components"_s], report.value().components);
        QCOMPARE(store.rows.size(), std::size_t{14});
        QVERIFY(store.mInfo.isSimulated());
        QCOMPARE(store.mInfo.district, u"110101"_s);
        QCOMPARE(store.mInfo.simulatedAt, options().at);
        QCOMPARE(store.mInfo.seed, 5);
    }

    void sameOptionsSameStore()
    {
        FakeStore one;
        FakeStore other;
        QVERIFY(buildDemo(one, options(), {}));
        QVERIFY(buildDemo(other, options(), {}));
        QVERIFY(one.mCases.kept == other.mCases.kept);
        QVERIFY(one.mPersonal.callers == other.mPersonal.callers);
        QVERIFY(one.mPersonal.households == other.mPersonal.households);
    }

    void whoeverCalledIsMadeUpAndSaysSo()
    {
        FakeStore store;
        const Result<DemoReport> report = buildDemo(store, options(), {});
        QVERIFY(report);
        qsizetype hotline = 0;
        for (const auto &[id, kept] : store.mCases.kept) {
            hotline += kept.first.source == CaseSource::Hotline ? 1 : 0;
        }
        QVERIFY(hotline > 0);
        QCOMPARE(store.mPersonal.callers.size(), hotline);
        QCOMPARE(report.value().callers, hotline);
        for (const auto &[id, caller] : store.mPersonal.callers) {
            QVERIFY(store.mCases.kept.contains(id.toText()));
            QVERIFY(caller.name.endsWith(u"（模拟）"_s));
            QVERIFY(caller.phone.startsWith(u"1000"_s));
        }
        QVERIFY(store.mPersonal.households.size() > 1000);
        QSet<QString> ids;
        for (const Household &household : store.mPersonal.households) {
            QVERIFY(household.head.endsWith(u"（模拟）"_s));
            QVERIFY(!household.needs.isEmpty());
            ids.insert(household.id);
        }
        QCOMPARE(ids.size(), store.mPersonal.households.size());
        AuditQuery all;
        all.limit = 1000;
        const QList<AuditRecord> log = store.audit().list(all).value();
        QVERIFY(log.size() >= 10);
        Instant later = options().at;
        for (const AuditRecord &record : log) { // newest first
            QVERIFY(record.entry.at <= later);
            later = record.entry.at;
            QVERIFY(record.entry.facts.value(u"simulated"_s).toBool());
        }
    }

    void theInboxHasRowsOfEveryKind()
    {
        FakeStore store;
        const Result<DemoReport> report = buildDemo(store, options(), {});
        QVERIFY2(report.isOk(), report ? "" : qPrintable(report.error().message));
        InboxQuery all;
        const QList<InboxItem> rows = store.inbox().list(all).value();
        QCOMPARE(report.value().inbox, rows.size());
        QVERIFY2(rows.size() >= 60 && rows.size() <= 100, qPrintable(QString::number(rows.size())));
        qsizetype placeless = 0;
        qsizetype classless = 0;
        qsizetype ready = 0;
        qsizetype refused = 0;
        for (const InboxItem &row : rows) {
            placeless += !row.place && !row.proposedPlace ? 1 : 0;
            classless += !row.chosenClass && !row.proposedClass ? 1 : 0;
            ready += row.isReady() ? 1 : 0;
            refused += row.state == InboxState::Refused ? 1 : 0;
            QVERIFY(*row.receivedAt < options().at);
            QVERIFY(row.changedAt <= options().at);
            QCOMPARE(row.caseId.isEmpty(), row.state != InboxState::Registered);
            if (row.state == InboxState::Registered) {
                QVERIFY(store.mCases.kept.contains(row.caseId));
            }
        }
        QVERIFY2(
            placeless >= 5 && classless >= 5 && ready >= 5 && refused >= 3,
            qPrintable(u"%1 %2 %3 %4"_s.arg(placeless).arg(classless).arg(ready).arg(refused)));
        FakeStore other;
        QVERIFY(buildDemo(other, options(), {}));
        QVERIFY(other.inbox().list(all).value() == rows);
    }

    void stops_data()
    {
        QTest::addColumn<int>("at");
        QTest::newRow("at once") << 0;
        QTest::newRow("before the cases") << 10;
        QTest::newRow("among the cases") << 50;
    }
    void stops()
    {
        QFETCH(int, at);
        FakeStore store;
        const Result<DemoReport> report =
            buildDemo(store, options(), [&](int percent) { return percent < at; });
        QVERIFY(!report);
        QCOMPARE(report.error().code, ErrorCode::Cancelled);
        QVERIFY(store.mCases.kept.empty());
    }

    void storeFailureComesBack()
    {
        FakeStore store;
        store.mCases.refuseAfter = 300;
        const Result<DemoReport> report = buildDemo(store, options(), {});
        QVERIFY(!report);
        QCOMPARE(report.error().code, ErrorCode::Unreachable);
    }

    void missingDataAreNamed()
    {
        const QTemporaryDir empty;
        DemoOptions wanted = options();
        wanted.dataFolder = empty.path();
        FakeStore store;
        const Result<DemoReport> report = buildDemo(store, wanted, {});
        QVERIFY(!report);
        QCOMPARE(report.error().code, ErrorCode::NotFound);
        QVERIFY(report.error().message.contains(empty.path()));
        QVERIFY(store.rows.empty());
    }
};
static const TestRegistration<TestSimulationBuilder> sRegistration;

} // namespace gridward

#include "test_simulation_builder.moc"
