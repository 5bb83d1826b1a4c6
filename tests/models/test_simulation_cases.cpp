// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/lifecycle.h"
#include "models/domain/rights.h"
#include "models/domain/storedplace.h"
#include "models/domain/workingcalendar.h"
#include "models/service/simulation/casesimulator.h"
#include "models/service/simulation/demogeometry.h"
#include "models/service/simulation/localtime.h"
#include "tests/support/testregistry.h"

#include <QCryptographicHash>
#include <QSet>

#include <cmath>
#include <map>

using namespace Qt::StringLiterals;

namespace gridward {

/** Simulated cases, as they come, without a store. */
class TestSimulationCases : public QObject
{
    Q_OBJECT
private:
    struct Made
    {
        Case last;
        QList<CaseEvent> events;
        CaseId id;
    };

    /** The steps as a store would log them: numbered, with the state before, and chained. */
    static QList<CaseEvent> eventsOf(const SimulatedCase &made)
    {
        QList<CaseEvent> events;
        QByteArray previous;
        std::optional<CaseState> state;
        for (const CaseStep &step : made.steps) {
            CaseEvent event;
            event.sequence = static_cast<int>(events.size()) + 1;
            event.action = step.action;
            event.at = step.at;
            event.actor = step.actor;
            event.origin = step.origin;
            event.from = state;
            event.to = step.to;
            event.note = step.note;
            event.facts = factsText(step.facts);
            event.hash = chainHash(previous, made.id, event);
            previous = event.hash;
            state = step.to;
            events.append(event);
        }
        return events;
    }

    [[nodiscard]] SimulationRequest request(qint64 cases, int open, int days = 90) const
    {
        return {mAt, days, open, cases};
    }

    /** Hash over the chain heads of all cases; empty if the simulation failed. */
    [[nodiscard]] QByteArray digest(qint64 seed, const SimulationRequest &wanted) const
    {
        CaseSimulator simulator(mData, mDistrict, seed);
        QCryptographicHash hash(QCryptographicHash::Sha256);
        const Result<SimulationPlan> plan = simulator.plan(wanted);
        if (!plan) {
            return {};
        }
        const Result<void> done = simulator.simulate(plan.value(), [&](SimulatedCase made) {
            hash.addData(eventsOf(made).last().hash);
            return true;
        });
        return done ? hash.result() : QByteArray();
    }

private slots:
    void initTestCase()
    {
        const QString resources = QStringLiteral(GRIDWARD_TEST_DATA) + u"/../../resources"_s;
        Result<SimulationData> data =
            readSimulationData(resources + u"/demo"_s, resources + u"/catalogue"_s);
        QVERIFY2(data.isOk(), data ? "" : qPrintable(data.error().message));
        mData = std::move(data).value();
        Result<DemoDistrict> built = buildDemoDistrict(mData, mAt, 1);
        QVERIFY(built);
        mDistrict = std::move(built).value();
        for (const User &user : std::as_const(mDistrict.users)) {
            mRoles.insert(user.name, user.role);
        }
        CaseSimulator simulator(mData, mDistrict, 1);
        const Result<SimulationPlan> plan = simulator.plan(request(-1, 1500));
        QVERIFY(plan);
        mPlanned = plan.value().cases;
        const Result<void> done = simulator.simulate(plan.value(), [&](const SimulatedCase &made) {
            const QList<CaseEvent> events = eventsOf(made);
            const Result<Case> last = replay(made.id, events);
            mBad += last ? 0 : 1;
            mCases.push_back({last ? last.value() : Case(), events, made.id});
            return true;
        });
        QVERIFY(done);
    }

    void defaultCounts()
    {
        QCOMPARE(mBad, 0);
        QCOMPARE(static_cast<qint64>(mCases.size()), mPlanned);
        QVERIFY(std::abs(mPlanned - 21'600) < 700);
        const auto open =
            std::ranges::count_if(mCases, [](const Made &made) { return isOpen(made.last.state); });
        QCOMPARE(open, 1500);
    }

    void exactCounts_data()
    {
        QTest::addColumn<qint64>("cases");
        QTest::addColumn<int>("open");
        QTest::addColumn<int>("days");
        QTest::newRow("few") << qint64{300} << 20 << 90;
        QTest::newRow("one day") << qint64{500} << 77 << 1;
        QTest::newRow("all open") << qint64{400} << 400 << 10;
        QTest::newRow("nearly all open") << qint64{400} << 399 << 10;
        QTest::newRow("none open") << qint64{400} << 0 << 10;
        QTest::newRow("one open") << qint64{400} << 1 << 10;
        QTest::newRow("none") << qint64{0} << 0 << 10;
        QTest::newRow("dense") << qint64{30'000} << 1500 << 9;
    }
    void exactCounts()
    {
        QFETCH(qint64, cases);
        QFETCH(int, open);
        QFETCH(int, days);
        CaseSimulator simulator(mData, mDistrict, 3);
        const Result<SimulationPlan> plan = simulator.plan(request(cases, open, days));
        QVERIFY(plan);
        qint64 count = 0;
        int stillOpen = 0;
        int red = 0;
        int wrong = 0;
        Instant last = mAt - std::chrono::days(days);
        const Result<void> done = simulator.simulate(plan.value(), [&](const SimulatedCase &made) {
            ++count;
            stillOpen += isOpen(made.steps.last().to) ? 1 : 0;
            const bool isRed = made.steps.first().facts.value("level"_L1).toString() == "red"_L1;
            red += isRed && isOpen(made.steps.last().to) ? 1 : 0;
            wrong += made.steps.first().at < last || made.steps.last().at > mAt ? 1 : 0;
            last = made.steps.first().at;
            return true;
        });
        QVERIFY(done);
        QCOMPARE(count, cases);
        QCOMPARE(stillOpen, open);
        QCOMPARE(wrong, 0);
        QVERIFY(open == 0 || red > 0);
    }

    void badRequestsAreRefused_data()
    {
        QTest::addColumn<qint64>("cases");
        QTest::addColumn<int>("open");
        QTest::addColumn<int>("days");
        QTest::newRow("more open than cases") << qint64{10} << 11 << 90;
        QTest::newRow("no days") << qint64{10} << 1 << 0;
        QTest::newRow("negative") << qint64{10} << -1 << 5;
    }
    void badRequestsAreRefused()
    {
        QFETCH(qint64, cases);
        QFETCH(int, open);
        QFETCH(int, days);
        const CaseSimulator simulator(mData, mDistrict, 3);
        const Result<SimulationPlan> plan = simulator.plan(request(cases, open, days));
        QVERIFY(!plan);
        QCOMPARE(plan.error().code, ErrorCode::InvalidInput);
    }

    void sameSeedSameBytes()
    {
        const SimulationRequest wanted = request(2'000, 150, 20);
        const QByteArray once = digest(1, wanted);
        QVERIFY(!once.isEmpty());
        QCOMPARE(digest(1, wanted), once);
        QVERIFY(digest(2, wanted) != once);
    }

    void stepsFollowTheLifeCycle()
    {
        for (const Made &made : mCases) {
            const CaseEvent &first = made.events.first();
            QCOMPARE(first.action, CaseAction::Report);
            QCOMPARE(first.to, firstState(made.last.source));
            for (qsizetype i = 1; i < made.events.size(); ++i) {
                const CaseEvent &event = made.events.at(i);
                QVERIFY2(isLawful(*event.from, event.action, event.to),
                         qPrintable(toId(event.action)));
                const auto step = transition(*event.from, event.action);
                QVERIFY(step && (!step->needsReason || !event.note.isEmpty()));
                QVERIFY(!step->needsTarget || event.facts.contains("unit") ||
                        event.facts.contains("person") || event.facts.contains("department"));
                QVERIFY(event.at >= made.events.at(i - 1).at);
            }
            QVERIFY(first.at >= mAt - std::chrono::days(90));
            QVERIFY(made.events.last().at <= mAt);
        }
    }

    void actorsMayAndAreApart()
    {
        for (const Made &made : mCases) {
            QSet<QString> workers; // dispatched or handled it
            QSet<QString> judges;  // checked, reworked or closed it
            for (const CaseEvent &event : made.events) {
                const QString role =
                    event.actor == "system"_L1 ? u"system"_s : mRoles.value(event.actor);
                QVERIFY2(mayDo(role, event.action),
                         qPrintable(event.actor + u' ' + toId(event.action)));
                if (event.action == CaseAction::Dispatch || event.action == CaseAction::Handle) {
                    workers.insert(event.actor);
                } else if (event.action == CaseAction::Check ||
                           event.action == CaseAction::Rework ||
                           event.action == CaseAction::Close) {
                    judges.insert(event.actor);
                }
            }
            QVERIFY(!workers.intersects(judges));
        }
    }

    void idsAreOrderedAndUnique()
    {
        qint64 last = 0;
        for (const Made &made : mCases) {
            QVERIFY(made.id.rowNumber() > last);
            last = made.id.rowNumber();
        }
    }

    void placesAndTexts()
    {
        QHash<QString, const Component *> components;
        for (const Component &component : std::as_const(mDistrict.components)) {
            components.insert(component.code, &component);
        }
        qsizetype aboutComponents = 0;
        for (const Made &made : mCases) {
            const Case &subject = made.last;
            QVERIFY(subject.place);
            QCOMPARE(*subject.place, asStored(*subject.place));
            const int grid = mDistrict.gridAt(*subject.place);
            QVERIFY(grid >= 0);
            QCOMPARE(subject.grid, mDistrict.grids.at(grid).code);
            QCOMPARE(subject.community, mDistrict.grids.at(grid).community);
            QCOMPARE(subject.street, mDistrict.grids.at(grid).street);
            QVERIFY(!subject.text.isEmpty() && !subject.text.contains(u'{'));
            QVERIFY(!subject.address.isEmpty());
            if (!subject.component.isEmpty()) {
                const Component *component = components.value(subject.component);
                QVERIFY(component != nullptr);
                QCOMPARE(component->classCode, subject.classKey.code);
                QCOMPARE(component->place, *subject.place);
                ++aboutComponents;
            }
        }
        QVERIFY(aboutComponents > static_cast<qsizetype>(mCases.size()) / 20);
    }

    void dispatchesFollowTheStandard()
    {
        QHash<QString, const FilingStandard *> standards;
        for (const FilingStandard &standard : std::as_const(mDistrict.standards)) {
            standards.insert(standard.id, &standard);
        }
        for (const Made &made : mCases) {
            const Case &subject = made.last;
            if (subject.standard.isEmpty()) {
                continue;
            }
            const FilingStandard *standard = standards.value(subject.standard);
            QVERIFY(standard != nullptr);
            QCOMPARE(standard->key, subject.classKey);
            const auto moves = [](const CaseEvent &event) {
                return event.action == CaseAction::Extend || event.action == CaseAction::Suspend ||
                       event.action == CaseAction::Rework || event.action == CaseAction::Return ||
                       event.action == CaseAction::Reopen;
            };
            if (subject.dispatchedAt && std::ranges::none_of(made.events, moves)) {
                QCOMPARE(*subject.dueAt,
                         sampleCalendar().deadline(*subject.dispatchedAt, standard->limit()));
            }
            const bool returned = std::ranges::any_of(made.events, [](const CaseEvent &event) {
                return event.action == CaseAction::Return;
            });
            if (!subject.unit.isEmpty() && !returned) {
                QCOMPARE(subject.unit, mDistrict.unitFor(standard->unitKind, subject.street));
            }
        }
    }

    void openCasesAreSpread()
    {
        std::map<CaseState, int> states;
        int red = 0;
        int orange = 0;
        int overdue = 0;
        int badly = 0;
        int young = 0;
        for (const Made &made : mCases) {
            const Case &subject = made.last;
            if (!isOpen(subject.state)) {
                continue;
            }
            ++states[subject.state];
            red += subject.level == CaseLevel::Red ? 1 : 0;
            orange += subject.level == CaseLevel::Orange ? 1 : 0;
            overdue += isOverdue(subject, mAt) ? 1 : 0;
            badly += isOverdue(subject, mAt - std::chrono::days(3)) && !subject.handledAt ? 1 : 0;
            young += *subject.reportedAt > mAt - std::chrono::days(7) ? 1 : 0;
        }
        QCOMPARE(states.size(), std::size_t{12}); // all open ones of the table
        for (const auto &[state, count] : states) {
            QVERIFY2(count >= 5, qPrintable(toId(state)));
        }
        QVERIFY(red >= 1 && orange >= 3);
        QVERIFY(overdue > 150 && overdue < 600);
        QVERIFY(badly > 20);
        QVERIFY(young > 750);
    }

    void nightIsQuiet()
    {
        std::array<int, 24> hours{};
        for (const Made &made : mCases) {
            ++hours[static_cast<std::size_t>(hourOfWeek(made.events.first().at) % 24)];
        }
        const auto quietest = std::ranges::min_element(hours) - hours.begin();
        QVERIFY(quietest >= 1 && quietest <= 5);
        QVERIFY(hours[10] > 5 * hours[3]);
    }

    /** As a sum over classes: repeats within a day make it a little larger than for pure chance. */
    void mixFollowsTheWeights()
    {
        std::map<QString, int> classes;
        std::map<CaseSource, int> sources;
        std::map<CaseLevel, int> levels;
        for (const Made &made : mCases) {
            ++classes[made.last.classKey.code];
            ++sources[made.last.source];
            ++levels[made.last.level];
        }
        const auto total = static_cast<double>(mCases.size());
        double sum = 0.0;
        for (const ClassShare &share : std::as_const(mData.classes)) {
            sum += share.weight;
        }
        double square = 0.0;
        for (const ClassShare &share : std::as_const(mData.classes)) {
            const double expected = share.weight / sum * total;
            square += std::pow(classes[share.code] - expected, 2.0) / expected;
        }
        QVERIFY2(square < 2.5 * static_cast<double>(mData.classes.size()),
                 qPrintable(QString::number(square)));
        for (const SourceShare &share : std::as_const(mData.sources)) {
            const double expected = share.weight * total;
            QVERIFY(std::abs(sources[share.source] - expected) < 30.0 + 0.1 * expected);
        }
        for (const LevelShare &share : std::as_const(mData.levels)) {
            const double expected = share.weight * total;
            QVERIFY(std::abs(levels[share.level] - expected) < 30.0 + 0.1 * expected);
        }
    }

    void someCasesRepeatNearby()
    {
        std::map<QString, std::vector<const Made *>> ofClass;
        for (const Made &made : mCases) {
            ofClass[made.last.classKey.code].push_back(&made);
        }
        int repeats = 0;
        for (const auto &[code, list] : ofClass) {
            for (std::size_t i = 0; i < list.size(); ++i) {
                bool found = false;
                for (std::size_t j = i; j-- > 0 && !found;) {
                    const auto age = *list[i]->last.reportedAt - *list[j]->last.reportedAt;
                    if (age > std::chrono::hours(24)) {
                        break;
                    }
                    found = metresBetween(*list[i]->last.place, *list[j]->last.place) < 50.0;
                }
                repeats += found ? 1 : 0;
            }
        }
        const double share = repeats / static_cast<double>(mCases.size());
        QVERIFY2(share > 0.09 && share < 0.28, qPrintable(QString::number(share)));
    }

    void reportsGoOnForEver()
    {
        CaseSimulator simulator(mData, mDistrict, 1);
        Instant now = mAt;
        for (int i = 0; i < 500; ++i) {
            const std::optional<SimulatedReport> report = simulator.next(now);
            QVERIFY(report);
            QVERIFY(report->step.at > now);
            QCOMPARE(report->step.action, CaseAction::Report);
            QVERIFY(simulator.next(now)->id == report->id);
            now = report->step.at;
        }
        const auto hours = std::chrono::duration_cast<std::chrono::hours>(now - mAt).count();
        QVERIFY(hours > 30 && hours < 80); // 240 a day
    }

    void stops()
    {
        CaseSimulator simulator(mData, mDistrict, 1);
        const Result<SimulationPlan> plan = simulator.plan(request(100, 5));
        QVERIFY(plan);
        int count = 0;
        const Result<void> done =
            simulator.simulate(plan.value(), [&](const SimulatedCase &) { return ++count < 10; });
        QVERIFY(!done);
        QCOMPARE(done.error().code, ErrorCode::Cancelled);
        QCOMPARE(count, 10);
    }

private:
    const Instant mAt = *instantFromIso(u"2026-11-21T02:00:00Z");
    SimulationData mData;
    DemoDistrict mDistrict;
    QHash<QString, QString> mRoles;
    std::vector<Made> mCases;
    qint64 mPlanned = 0;
    int mBad = 0;
};
static const TestRegistration<TestSimulationCases> sRegistration;

} // namespace gridward

#include "test_simulation_cases.moc"
