// SPDX-License-Identifier: GPL-3.0-or-later
// Month-end sampling: who draws, from what, that anybody can draw the same again, and who may look.
#include "models/domain/sampling.h"
#include "models/service/samplingsheet.h"
#include "models/store/accessstore.h"
#include "models/store/samplingstore.h"
#include "tests/support/smalldesk.h"
#include "tests/support/storekinds.h"
#include "tests/support/testregistry.h"

#include <QRegularExpression>
#include <QSet>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

QList<PopulationRow> people(int a, int b)
{
    QList<PopulationRow> rows;
    for (int i = 0; i < a + b; ++i) {
        rows.append(
            {u"11010120261021%1"_s.arg(i, 5, 10, QLatin1Char('0')), i < a ? u"A"_s : u"B"_s});
    }
    return rows;
}

} // namespace

class TestSampling : public QObject
{
    Q_OBJECT
private:
    StoreMaker mMaker;
    SmallDesk mSmall;
    QList<CaseId> mClosed;

    static User userNamed(const QString &name, const QString &role, const QString &person = {})
    {
        User user;
        user.name = name;
        user.role = role;
        user.person = person;
        return user;
    }
    User supervisor() const { return userNamed(u"s1"_s, u"supervisor"_s, u"PS"_s); }
    /** Closed in November: dispatched by d1 (PD), handled by h1, checked by c1 (PC), closed by f1.
     */
    bool close(int count)
    {
        Result<std::unique_ptr<CaseBatch>> batch = mSmall.store->cases().beginBatch();
        for (int i = 0; batch && i < count; ++i) {
            const Instant start = testStart() + std::chrono::minutes(i);
            QList<CaseStep> steps{reportStep(start)};
            const auto add =
                [&](const QString &actor, const QString &by, CaseAction action, CaseState to) {
                    CaseStep step = stepOf(action, to, start + std::chrono::seconds(steps.size()));
                    step.actor = actor;
                    step.facts.insert(u"by"_s, by);
                    if (action == CaseAction::Close) {
                        step.facts.insert(u"closed_at"_s, toIsoText(step.at));
                    }
                    if (action == CaseAction::Dispatch) {
                        step.facts.insert(u"unit"_s, i % 2 == 0 ? u"U1"_s : u"U2"_s);
                    }
                    steps.append(step);
                };
            add(u"f1"_s, u"PF"_s, CaseAction::File, CaseState::Filed);
            add(u"d1"_s, u"PD"_s, CaseAction::Dispatch, CaseState::AtUnit);
            add(u"h1"_s, u"PH"_s, CaseAction::Handle, CaseState::FedBack);
            add(u"c1"_s, u"PC"_s, CaseAction::Check, CaseState::PendingClose);
            add(u"f1"_s, u"PF"_s, CaseAction::Close, CaseState::Closed);
            const CaseId id = CaseId::make(start, 7, i);
            if (!batch.value()->add(id, steps)) {
                return false;
            }
            mClosed.append(id);
        }
        return batch && batch.value()->commit().isOk();
    }
    static SamplingOrder november(int count = 5)
    {
        SamplingOrder order;
        order.month = u"2026-11"_s;
        order.size.count = count;
        order.seed = u"42"_s;
        return order;
    }
    void as(const User &user) { mSmall.store->actAs(user, mSmall.clock.now()); }
    Result<void> record(qint64 id, const CaseId &subject, RecheckResult result, const QString &note)
    {
        return mSmall.store->samplings().record(id,
                                                subject,
                                                result,
                                                note,
                                                {{u"a.jpg"_s, u"image/jpeg"_s, "picture"}},
                                                mSmall.clock.now());
    }

private slots:
    void initTestCase_data() { addStoreKinds(); }
    void init()
    {
        QFETCH_GLOBAL(QString, kind);
        mClosed.clear();
        QVERIFY(mSmall.open(mMaker.empty(kind)));
        QVERIFY(mSmall.store->write(QList<User>{supervisor(),
                                                userNamed(u"c1"_s, u"checker"_s, u"PC"_s),
                                                userNamed(u"c2"_s, u"checker"_s, u"P2"_s),
                                                userNamed(u"twin"_s, u"checker"_s, u"PD"_s),
                                                userNamed(u"d1"_s, u"dispatcher"_s, u"PD"_s),
                                                userNamed(u"l1"_s, u"leader"_s)}));
        QVERIFY(close(20));
        mSmall.later(std::chrono::hours(24 * 20)); // December
    }
    void cleanup() { mSmall.store->actAs(std::nullopt, {}); }

    // What is drawn.
    void isTheSameForEverybody()
    {
        // As `printf '42|NUMBER' | sha256sum`, sorted, gives it: see docs/sampling.md.
        const QList<PopulationRow> rows = people(6, 0);
        const QStringList drawn = drawSample(rows, 3, u"42"_s);
        QCOMPARE(drawn.size(), 3);
        QCOMPARE(drawn, drawSample(rows, 3, u"42"_s));
        QList<PopulationRow> turned = rows;
        std::ranges::reverse(turned);
        QCOMPARE(drawSample(turned, 3, u"42"_s), drawn);
        QCOMPARE(drawSample(rows, 6, u"42"_s).first(3), drawn);
        QVERIFY(drawSample(rows, 6, u"43"_s) != drawSample(rows, 6, u"42"_s));
    }
    void isTheDrawOfTheDocument()
    {
        // The example of docs/sampling.md, worked out there with sha256sum and sort.
        const QList<PopulationRow> rows{{u"1101012026100100001"_s, {}},
                                        {u"1101012026100100002"_s, {}},
                                        {u"1101012026100100003"_s, {}},
                                        {u"1101012026100100004"_s, {}}};
        QCOMPARE(drawSample(rows, 2, u"7"_s), kDrawOfTheDocument);
        QCOMPARE(populationHash(populationText(rows)), kHashOfTheDocument);
    }
    void givesEachPartItsShare_data()
    {
        QTest::addColumn<int>("a");
        QTest::addColumn<int>("b");
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("ofA");
        QTest::newRow("half") << 10 << 10 << 4 << 2;
        QTest::newRow("three to one") << 30 << 10 << 8 << 6;
        QTest::newRow("the larger remainder") << 7 << 3 << 5 << 4; // 3.5 and 1.5: the first by code
        QTest::newRow("one left over") << 6 << 5 << 1 << 1;
        QTest::newRow("all") << 3 << 2 << 9 << 3;
        QTest::newRow("none") << 3 << 2 << 0 << 0;
    }
    void givesEachPartItsShare()
    {
        QFETCH(int, a);
        QFETCH(int, b);
        QFETCH(int, count);
        QFETCH(int, ofA);
        const QList<PopulationRow> rows = people(a, b);
        const QStringList drawn = drawSample(rows, count, u"1"_s);
        QCOMPARE(drawn.size(), std::min(count, a + b));
        QCOMPARE(QSet<QString>(drawn.begin(), drawn.end()).size(), drawn.size());
        int found = 0;
        for (const PopulationRow &row : rows) {
            found += row.stratum == "A"_L1 && drawn.contains(row.number) ? 1 : 0;
        }
        QCOMPARE(found, ofA);
    }
    /** Of 2,000 draws of one in ten, each of twenty is drawn about 200 times. */
    void isFair()
    {
        const QList<PopulationRow> rows = people(20, 0);
        QHash<QString, int> times;
        for (int seed = 0; seed < 2000; ++seed) {
            for (const QString &number : drawSample(rows, 2, QString::number(seed))) {
                ++times[number];
            }
        }
        for (const PopulationRow &row : rows) {
            QVERIFY2(times[row.number] > 140 && times[row.number] < 260,
                     qPrintable(QString::number(times[row.number])));
        }
    }
    void sizesAreRead()
    {
        QCOMPARE(SamplingSize::fromText(u"50"_s), SamplingSize({50, 0}));
        QCOMPARE(SamplingSize::fromText(u"5%"_s), SamplingSize({0, 5}));
        for (const QString &wrong : {u""_s, u"0"_s, u"-1"_s, u"101%"_s, u"%"_s, u"a"_s}) {
            QVERIFY(!SamplingSize::fromText(wrong));
        }
        QCOMPARE(SamplingSize({0, 5}).of(21), 2);
        QCOMPARE(SamplingSize({50, 0}).of(21), 21);
    }

    // What is recorded.
    void aDrawCanBeRepeatedFromTheStore()
    {
        as(supervisor());
        SamplingOrder order = november();
        order.strata = SamplingStrata::Department;
        const Result<Sampling> drawn = mSmall.store->samplings().draw(order, mSmall.clock.now());
        QVERIFY2(drawn, drawn ? "" : qPrintable(drawn.error().message));
        QCOMPARE(drawn.value().population, 20);
        QCOMPARE(drawn.value().drawn, 5);
        QCOMPARE(drawn.value().user, u"s1"_s);
        QCOMPARE(drawn.value().person, u"PS"_s);
        const qint64 id = drawn.value().id;
        const Sampling kept = mSmall.store->samplings().sampling(id).value();
        QCOMPARE(kept, drawn.value());
        const QByteArray text = mSmall.store->samplings().population(id).value();
        QCOMPARE(populationHash(text), kept.populationHash);
        QStringList numbers;
        for (const SampledCase &one : mSmall.store->samplings().cases(id).value()) {
            numbers.append(one.subject.number);
            QCOMPARE(one.stratum, one.subject.unit);
        }
        QCOMPARE(drawSample(populationFrom(text).value(), 5, kept.seed), numbers);
        cleanup();
        QCOMPARE(mSmall.findings(), QStringList());
    }
    void whatWasOpenedAgainIsNotDrawn()
    {
        const Case again = mSmall.store->cases().find(mClosed.first()).value();
        CaseStep step = stepOf(CaseAction::Reopen, CaseState::Rework, mSmall.clock.now());
        step.actor = u"s1"_s;
        QVERIFY(mSmall.store->cases().append(again.id, again.version, step));
        as(supervisor());
        const Sampling drawn =
            mSmall.store->samplings().draw(november(20), mSmall.clock.now()).value();
        QCOMPARE(drawn.population, 19);
        for (const SampledCase &one : mSmall.store->samplings().cases(drawn.id).value()) {
            QVERIFY(one.subject.id != again.id);
        }
    }
    void onlyItsAreaIsDrawnFrom()
    {
        Division other;
        other.code = u"110101009"_s;
        other.parent = u"110101"_s;
        other.level = u"street"_s;
        other.name = u"九街道"_s;
        QVERIFY(mSmall.store->write(QList<Division>{other}) && mSmall.store->publish());
        as(supervisor());
        SamplingOrder order = november();
        order.area = other.code;
        const Result<Sampling> drawn = mSmall.store->samplings().draw(order, mSmall.clock.now());
        QVERIFY(!drawn);
        QCOMPARE(drawn.error().code, ErrorCode::NotFound); // nothing was closed there
    }
    void withoutASeedTheProgramTakesOne()
    {
        as(supervisor());
        SamplingOrder order = november();
        order.seed.reset();
        const Sampling one = mSmall.store->samplings().draw(order, mSmall.clock.now()).value();
        const Sampling other = mSmall.store->samplings().draw(order, mSmall.clock.now()).value();
        QVERIFY(!one.isSeedGiven && !one.seed.isEmpty());
        QVERIFY(one.seed != other.seed);
        // Who draws until it fits leaves every draw behind.
        QCOMPARE(mSmall.store->samplings().samplings().value().size(), 2);
    }
    void whatIsNoOrderIsRefused_data()
    {
        QTest::addColumn<QString>("month");
        QTest::addColumn<QString>("seed");
        QTest::addColumn<QString>("area");
        QTest::addColumn<int>("code");
        const int invalid = static_cast<int>(ErrorCode::InvalidInput);
        QTest::newRow("no month") << u"2026-13"_s << u"1"_s << QString() << invalid;
        QTest::newRow("not over") << u"2026-12"_s << u"1"_s << QString() << invalid;
        QTest::newRow("no seed") << u"2026-11"_s << u"x"_s << QString() << invalid;
        QTest::newRow("no division") << u"2026-11"_s << u"1"_s << u"9"_s << invalid;
        QTest::newRow("nothing closed")
            << u"2026-10"_s << u"1"_s << QString() << static_cast<int>(ErrorCode::NotFound);
    }
    void whatIsNoOrderIsRefused()
    {
        QFETCH(QString, month);
        QFETCH(QString, seed);
        QFETCH(QString, area);
        QFETCH(int, code);
        as(supervisor());
        SamplingOrder order = november();
        order.month = month;
        order.seed = seed;
        order.area = area;
        const Result<Sampling> drawn = mSmall.store->samplings().draw(order, mSmall.clock.now());
        QVERIFY(!drawn);
        QCOMPARE(static_cast<int>(drawn.error().code), code);
    }
    void onlyWhoSupervisesDraws_data()
    {
        QTest::addColumn<QString>("user");
        QTest::addColumn<QString>("role");
        QTest::addColumn<QString>("person");
        QTest::newRow("checker") << u"c2"_s << u"checker"_s << u"P2"_s;
        QTest::newRow("dispatcher") << u"d1"_s << u"dispatcher"_s << u"PD"_s;
        QTest::newRow("leader") << u"l1"_s << u"leader"_s << QString();
        QTest::newRow("another role than theirs") << u"c2"_s << u"supervisor"_s << u"P2"_s;
    }
    void onlyWhoSupervisesDraws()
    {
        QFETCH(QString, user);
        QFETCH(QString, role);
        QFETCH(QString, person);
        as(userNamed(user, role, person));
        QCOMPARE(mSmall.store->samplings().draw(november(), mSmall.clock.now()).error().code,
                 ErrorCode::Refused);
    }

    // Who looks again.
    void nobodyLooksAgainAtTheirOwn_data()
    {
        QTest::addColumn<QString>("user");
        QTest::addColumn<QString>("person");
        QTest::addColumn<bool>("may");
        QTest::newRow("who checked it") << u"c1"_s << u"PC"_s << false;
        QTest::newRow("another account of who dispatched it") << u"twin"_s << u"PD"_s << false;
        QTest::newRow("somebody else") << u"c2"_s << u"P2"_s << true;
    }
    void nobodyLooksAgainAtTheirOwn()
    {
        QFETCH(QString, user);
        QFETCH(QString, person);
        QFETCH(bool, may);
        as(supervisor());
        const qint64 id = mSmall.store->samplings().draw(november(), mSmall.clock.now()).value().id;
        as(userNamed(user, u"checker"_s, person));
        const QList<SampledCase> cases = mSmall.store->samplings().cases(id).value();
        QCOMPARE(cases.first().isOwn, !may);
        const Result<void> done =
            record(id, cases.first().subject.id, RecheckResult::Confirmed, {});
        QCOMPARE(done.isOk(), may);
        QVERIFY(may || done.error().detail == "own-work"_L1);
    }
    /** Drawn for the district and for a street by those who see it, and looked at by nobody else.
     */
    void rightsEndWhereTheAreaEnds()
    {
        User far = userNamed(u"s2"_s, u"supervisor"_s, u"P3"_s);
        far.division = u"110101999"_s;
        User near = userNamed(u"s3"_s, u"supervisor"_s, u"P4"_s);
        near.division = u"110101001"_s;
        const User worker = userNamed(u"w1"_s, u"dispatcher"_s, u"P5"_s);
        QVERIFY(mSmall.store->write(QList<User>{far, near, worker}));
        SamplingOrder order = november();
        as(near);
        QCOMPARE(mSmall.store->samplings().draw(order, mSmall.clock.now()).error().code,
                 ErrorCode::Refused); // the whole district is not theirs
        order.area = near.division;
        const Result<Sampling> drawn = mSmall.store->samplings().draw(order, mSmall.clock.now());
        QVERIFY(drawn);
        QCOMPARE(drawn.value().population, 20);
        const CaseId first =
            mSmall.store->samplings().cases(drawn.value().id).value().first().subject.id;
        as(far);
        QCOMPARE(mSmall.store->samplings().draw(order, mSmall.clock.now()).error().code,
                 ErrorCode::Refused);
        QVERIFY(mSmall.store->samplings().samplings().value().isEmpty());
        QCOMPARE(mSmall.store->samplings().cases(drawn.value().id).error().code,
                 ErrorCode::Refused);
        QVERIFY(!record(drawn.value().id, first, RecheckResult::Confirmed, {}));
        as(worker);
        QCOMPARE(record(drawn.value().id, first, RecheckResult::Confirmed, {}).error().code,
                 ErrorCode::Refused);
        as(near);
        QVERIFY(record(drawn.value().id, first, RecheckResult::Confirmed, {}));
    }
    void aResultIsFinal()
    {
        as(supervisor());
        const qint64 id = mSmall.store->samplings().draw(november(), mSmall.clock.now()).value().id;
        const QList<SampledCase> cases = mSmall.store->samplings().cases(id).value();
        const CaseId first = cases.at(0).subject.id;
        as(userNamed(u"c2"_s, u"checker"_s, u"P2"_s));
        QCOMPARE(record(id, first, RecheckResult::Refuted, u" "_s).error().code,
                 ErrorCode::InvalidInput);
        QVERIFY(record(id, first, RecheckResult::Refuted, u"垃圾还在"_s));
        QVERIFY(record(id, cases.at(1).subject.id, RecheckResult::Missing, u"没有这个地方"_s));
        QVERIFY(record(id, cases.at(2).subject.id, RecheckResult::Confirmed, {}));
        QCOMPARE(record(id, first, RecheckResult::Confirmed, {}).error().code, ErrorCode::Conflict);
        for (const CaseId &other : std::as_const(mClosed)) {
            const bool wasDrawn = std::ranges::any_of(
                cases, [&](const SampledCase &one) { return one.subject.id == other; });
            if (!wasDrawn) {
                QCOMPARE(record(id, other, RecheckResult::Confirmed, {}).error().code,
                         ErrorCode::NotFound);
            }
        }
        const Sampling now = mSmall.store->samplings().sampling(id).value();
        QCOMPARE(now.confirmed, 1);
        QCOMPARE(now.refuted, 1);
        QCOMPARE(now.missing, 1);
        const SampledCase told = mSmall.store->samplings().cases(id).value().first();
        QCOMPARE(told.recheck->user, u"c2"_s);
        QCOMPARE(told.recheck->note, u"垃圾还在"_s);
        QCOMPARE(told.recheck->evidence, QStringList{u"a.jpg"_s});
        QCOMPARE(mSmall.store->samplings().evidence(id, first).value().first().content,
                 QByteArray("picture"));
        cleanup();
        SqlConnection &file = mSmall.store->connection();
        for (const QString &table :
             {u"samplings"_s, u"sampling_cases"_s, u"sampling_results"_s, u"sampling_evidence"_s}) {
            QVERIFY(!file.execute(u"UPDATE %1 SET id = id"_s.arg(table)));
            QVERIFY(!file.execute(u"DELETE FROM %1"_s.arg(table)));
            QVERIFY(!file.execute(
                file.pick(u"INSERT OR REPLACE INTO %1 SELECT * FROM %1"_s,
                          u"INSERT INTO %1 SELECT * FROM %1 ON CONFLICT (id) DO UPDATE SET id = "
                          "excluded.id"_s)
                    .arg(table)));
        }
        // Nor does the store take a result by whoever checked the case.
        const QString own =
            u"INSERT INTO sampling_results (sampling_case_id, result, done_by, "
            "done_at) SELECT id, 'confirmed', '%1', '2026-12-12T00:00:00.000Z' FROM sampling_cases "
            "WHERE place = 4"_s;
        QVERIFY(!file.execute(own.arg(u"c1"_s)));
        QVERIFY(!file.execute(own.arg(u"twin"_s)));
        QVERIFY(file.execute(own.arg(u"c2"_s)));
        QCOMPARE(mSmall.findings(), QStringList());
    }
    void aCheckFindsAChangedDraw_data()
    {
        QTest::addColumn<QString>("table");
        QTest::addColumn<QString>("sql");
        QTest::newRow("seed") << u"samplings"_s << u"UPDATE samplings SET seed = '43'"_s;
        QTest::newRow("population")
            << u"samplings"_s
            << u"UPDATE samplings SET population_list = population_list || 'x\t\n'"_s;
        QTest::newRow("case")
            << u"sampling_cases"_s
            << u"UPDATE sampling_cases SET case_id = (SELECT id FROM cases WHERE id "
               "NOT IN (SELECT case_id FROM sampling_cases) ORDER BY id LIMIT 1) WHERE place = 1"_s;
    }
    void aCheckFindsAChangedDraw()
    {
        QFETCH(QString, table);
        QFETCH(QString, sql);
        as(supervisor());
        QVERIFY(mSmall.store->samplings().draw(november(), mSmall.clock.now()));
        cleanup();
        QCOMPARE(mSmall.findings(), QStringList());
        SqlConnection &file = mSmall.store->connection();
        QVERIFY(file.execute(u"DROP TRIGGER %1_are_not_changed"_s.arg(table) +
                             file.pick({}, u" ON "_s + table)));
        QVERIFY(file.execute(sql));
        QCOMPARE(mSmall.findings().filter(u"is not what its seed makes"_s).size(), 1);
    }
    void theSheetTellsWhereToGo()
    {
        as(supervisor());
        const Sampling drawn =
            mSmall.store->samplings().draw(november(3), mSmall.clock.now()).value();
        const QList<SampledCase> cases = mSmall.store->samplings().cases(drawn.id).value();
        const Result<DistrictNames> names = DistrictNames::read(*mSmall.store);
        QVERIFY(names);
        const QString text = QString::fromUtf8(
            samplingSheet(drawn, cases, names.value(), QTimeZone("Asia/Shanghai"), true));
        QCOMPARE(text.count(u"\r\n"_s), 4);
        for (const SampledCase &one : cases) {
            QVERIFY(text.contains(u"\"#%1\""_s.arg(one.subject.number)));
        }
        // What somebody reported is no formula where the sheet is opened.
        QList<SampledCase> odd = cases.first(1);
        odd.first().subject.text = u"=1+\"2\""_s;
        QVERIFY(QString::fromUtf8(
                    samplingSheet(drawn, odd, names.value(), QTimeZone("Asia/Shanghai"), true))
                    .contains(u"\"'=1+\"\"2\"\"\""_s));
    }

private:
    const QStringList kDrawOfTheDocument{u"1101012026100100002"_s, u"1101012026100100001"_s};
    const QString kHashOfTheDocument =
        u"d0a93a522d37dcf913690c82190501bc748630e0099e5e5f62e95b9e0030c6c3"_s;
};

static const TestRegistration<TestSampling> registration;

} // namespace gridward

#include "test_sampling.moc"
