// SPDX-License-Identifier: GPL-3.0-or-later
// 100,000 random lawful histories: what must hold for every case, whatever happened to it.
#include "models/domain/caserules.h"
#include "models/domain/deadline.h"
#include "tests/support/testregistry.h"

#include <QJsonDocument>

#include <algorithm>
#include <array>
#include <atomic>
#include <mutex>
#include <random>
#include <thread>
#include <vector>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr int kHistories = 100'000;
constexpr int kMostSteps = 24;
constexpr qsizetype kShownFacts = 60; ///< characters of an event in the story of a fault
constexpr std::array kLimits{Limit{15, LimitUnit::UrgentMinute},
                             Limit{2, LimitUnit::UrgentHour},
                             Limit{1, LimitUnit::UrgentDay},
                             Limit{4, LimitUnit::WorkingHour},
                             Limit{1, LimitUnit::WorkingDay},
                             Limit{5, LimitUnit::WorkingDay},
                             Limit{7, LimitUnit::NaturalDay}};

/** One random history, made by the rules alone. */
class Chronicle
{
public:
    Chronicle(const Rules &rules, quint64 seed)
        : mRules(rules)
        , mRandom(seed)
    {
    }

    void write()
    {
        mNow = *instantFromIso(u"2026-01-01T00:00:00Z"_s) + minutes(0, 360 * 24 * 60);
        Case subject;
        subject.id = CaseId::make(mNow, 1, pick(1'000'000));
        subject.number = u"1101012026010100001"_s;
        subject.classKey = {defaultScheme(), CaseKind::Matter, u"09999"_s};
        subject.source = pick(2) == 0 ? CaseSource::Patrol : CaseSource::Hotline;
        subject.level = static_cast<CaseLevel>(pick(8) < 5 ? pick(2) : pick(4));
        subject.street = u"110101001"_s;
        record.subject.id = subject.id;
        append(reportStep(subject, actorOf(Role::Acceptor), mRules, mNow));
        const qint64 steps = pick(kMostSteps);
        for (qint64 i = 0; i < steps && step(); ++i) {
        }
    }

    CaseRecord record;
    QList<CaseEvent> events;
    QString fault;
    int takenBack = 0;

    [[nodiscard]] qint64 pick(qint64 of) { return static_cast<qint64>(mRandom() % quint64(of)); }
    [[nodiscard]] std::chrono::milliseconds minutes(qint64 least, qint64 most)
    {
        return std::chrono::milliseconds((least + pick(most - least + 1)) * 60'000 + pick(60'000));
    }

private:
    [[nodiscard]] Actor actorOf(Role role)
    {
        // Few people with several roles among them, so that the axes are put to the test.
        const QString person = u"P%1"_s.arg(pick(6));
        return {person.toLower(), person, u"U%1"_s.arg(pick(3)), role, pick(3) == 0};
    }
    void append(CaseStep step)
    {
        CaseEvent event;
        event.sequence = record.subject.version + 1;
        event.action = step.action;
        event.at = step.at;
        event.actor = step.actor;
        event.to = step.to;
        event.note = step.note;
        event.facts = factsText(step.facts);
        if (record.subject.version > 0) {
            event.from = record.subject.state;
        }
        Result<CaseRecord> after = applyRecord(record, event, step.facts);
        if (!after) {
            fault = after.error().message;
            return;
        }
        record = std::move(after).value();
        events.append(event);
    }
    void keepHouse()
    {
        while (fault.isEmpty() && record.subject.nextAt && *record.subject.nextAt <= mNow) {
            std::optional<CaseStep> due = dueStep(record, mRules, mNow);
            if (!due) {
                fault = u"the program should act, and finds nothing to do"_s;
                return;
            }
            append(std::move(*due));
        }
    }
    [[nodiscard]] StepRequest request(CaseAction action)
    {
        StepRequest made;
        made.action = action;
        made.note = u"because"_s;
        made.target = u"U%1"_s.arg(pick(3));
        made.hasEvidence = true;
        made.grants = pick(4) != 0;
        made.until = mNow + minutes(60, 40 * 24 * 60);
        if (action == CaseAction::Dispatch && pick(6) == 0) {
            made.assisting = {u"U9"_s};
        }
        if (action == CaseAction::Handle) {
            made.target = record.process.assisting.size() > record.process.partsDone.size()
                              ? record.process.assisting.first()
                              : QString();
        } else if (action == CaseAction::Answer || action == CaseAction::Arrive) {
            made.target.clear();
        } else if (action == CaseAction::Handover) {
            made.target = u"P%1"_s.arg(pick(6));
        }
        if (action == CaseAction::File) {
            const qint64 count = pick(3);
            for (qint64 i = 0; i < count; ++i) {
                FilingStandard standard;
                standard.id = u"C%1"_s.arg(i);
                standard.key = record.subject.classKey;
                const Limit &limit = kLimits[static_cast<std::size_t>(pick(kLimits.size()))];
                standard.limitValue = limit.value;
                standard.limitUnit = limit.unit;
                standard.closingMandatory = pick(2) == 0;
                made.standards.append(standard);
            }
        }
        made.children = {u"child"_s};
        return made;
    }
    /** Whoever took the last step thinks better of it, in time or too late. */
    void takeBack(const CaseRecord &before, Role role)
    {
        mNow += minutes(0, 12);
        keepHouse();
        if (!fault.isEmpty()) {
            return;
        }
        const bool isOwn = events.last().sequence == before.subject.version + 1;
        StepRequest request;
        request.action = CaseAction::Withdraw;
        request.undone = events.last();
        request.before = before;
        Actor actor = actorOf(role);
        actor.user = request.undone->actor;
        actor.person = actor.user.toUpper();
        std::variant<CaseStep, Refused> decision = decide(record, request, actor, mRules, mNow);
        CaseStep *made = std::get_if<CaseStep>(&decision);
        const bool isDue = isOwn && canBeTakenBack(events.last().action) &&
                           mNow - events.last().at <= RuleBook::kUsualTakeBack;
        if ((made != nullptr) != isDue) {
            fault = made != nullptr
                        ? u"taken back, and should not have been"_s
                        : u"not taken back: "_s + toId(std::get_if<Refused>(&decision)->why);
            return;
        }
        if (made == nullptr) {
            return;
        }
        append(std::move(*made));
        ++takenBack;
        CaseRecord expected = before; // but for what the time since then and the taking back made
        expected.subject.version = record.subject.version;
        expected.subject.nextAt = record.subject.nextAt;
        expected.subject.overdueAt = record.subject.overdueAt;
        expected.subject.steppedAt = mNow;             // taking back is a step
        expected.subject.hands = record.subject.hands; // who had it in hand stays so
        if (fault.isEmpty() && expected.subject != record.subject) {
            fault = u"what was taken back is not what was before"_s;
        }
    }
    /** A random step that the rules allow; false if a few tries found none. */
    bool step()
    {
        const qint64 pace = pick(10);
        mNow += pace < 5 ? minutes(0, 20) : pace < 8 ? minutes(20, 600) : minutes(600, 9 * 24 * 60);
        keepHouse();
        mNow = std::max(mNow, record.process.lastAt.value_or(mNow));
        for (int tries = 0; tries < 40 && fault.isEmpty(); ++tries) {
            std::vector<Transition> rows;
            for (const Transition &row : lifeCycle()) {
                const bool moves = row.from != row.to || row.effect != Effect::Note;
                const bool rare = row.action == CaseAction::Void ||
                                  row.action == CaseAction::Refuse ||
                                  row.action == CaseAction::Merge;
                if (row.from == record.subject.state && (!rare || pick(25) == 0) &&
                    (moves || pick(9) == 0)) {
                    rows.push_back(row);
                }
            }
            if (rows.empty()) {
                continue;
            }
            const Transition row = rows[static_cast<std::size_t>(pick(qint64(rows.size())))];
            for (int role = 0; role <= static_cast<int>(Role::Admin); ++role) {
                if (!row.roles.contains(static_cast<Role>(role))) {
                    continue;
                }
                std::variant<CaseStep, Refused> decision = decide(
                    record, request(row.action), actorOf(static_cast<Role>(role)), mRules, mNow);
                if (CaseStep *made = std::get_if<CaseStep>(&decision)) {
                    const CaseRecord before = record;
                    append(std::move(*made));
                    if (fault.isEmpty() && pick(8) == 0) {
                        takeBack(before, static_cast<Role>(role));
                    }
                    return fault.isEmpty();
                }
            }
        }
        return false;
    }

    Rules mRules;
    std::mt19937_64 mRandom;
    Instant mNow;
};

bool overlap(const QStringList &a, const QStringList &b)
{
    return std::ranges::any_of(a, [&](const QString &one) { return b.contains(one); });
}

/** What the explainer says and what the clocks say, at a moment. */
QString compareClocks(const Chronicle &made, const RuleLibrary &library, Instant at)
{
    QList<CaseEvent> until = made.events;
    until.removeIf([&](const CaseEvent &event) { return event.at > at; });
    const Result<CaseRecord> record = replayRecord(made.record.subject.id, until);
    const Result<DeadlineExplanation> explained =
        explainDeadline(made.record.subject.id, made.events, library, at);
    if (!record || !explained) {
        return record ? explained.error().message : record.error().message;
    }
    const DeadlineExplanation &told = explained.value();
    if (!told.disagreements.isEmpty()) {
        return u"events and rules disagree: "_s + told.disagreements.join(u"; "_s);
    }
    const Case &subject = record.value().subject;
    if (told.state != subject.state || told.version != subject.version) {
        return u"another state"_s;
    }
    // Until the next event nothing but time passes, unless a suspension ends meanwhile.
    if (subject.suspendedUntil && at >= *subject.suspendedUntil) {
        return {};
    }
    if (told.handlingDue != subject.dueAt && stageOf(subject.state) == Stage::Handle) {
        return u"another handling deadline"_s;
    }
    const std::array<StageClock, kStageCount> clocks = clocksAt(record.value(), at);
    for (const StageAccount &account : told.accounts) {
        const StageClock &clock = clocks[static_cast<std::size_t>(account.stage)];
        if (account.running != clock.running || account.paused != clock.paused) {
            return u"the clock of “%1”: %2+%3 ms explained, %4+%5 ms kept"_s
                .arg(toId(account.stage))
                .arg(account.running.count())
                .arg(account.paused.count())
                .arg(clock.running.count())
                .arg(clock.paused.count());
        }
    }
    std::chrono::milliseconds sum{};
    Instant last = told.stretches.isEmpty() ? at : told.stretches.first().from;
    for (const Stretch &stretch : told.stretches) {
        if (stretch.from != last || stretch.to < stretch.from) {
            return u"the stretches have a gap"_s;
        }
        last = stretch.to;
        sum += stretch.length();
    }
    const StageClock &total = clocks[static_cast<std::size_t>(Stage::Total)];
    return sum == total.running + total.paused ? QString() : u"the stretches do not add up"_s;
}

QString faultOf(Chronicle &made, const RuleLibrary &library)
{
    if (!made.fault.isEmpty()) {
        return made.fault;
    }
    const CaseRecord &record = made.record;
    const Result<CaseRecord> again = replayRecord(record.subject.id, made.events);
    if (!again || again.value() != record) {
        return u"replaying the events gives another case"_s;
    }
    const Result<CaseProcess> kept = CaseProcess::fromJson(record.process.toJson());
    if (!kept || kept.value() != record.process) {
        return u"what a store keeps is not what it got"_s;
    }
    // What is noted after the end (call-backs, appeals, archiving) is not on the main thread.
    Instant last = *record.process.firstAt;
    // A reopening that was taken back was none.
    for (qsizetype place = 0; place < made.events.size(); ++place) {
        const CaseEvent &event = made.events.at(place);
        const bool isBack = event.action == CaseAction::Withdraw;
        const bool isUndone = place + 1 < made.events.size() &&
                              made.events.at(place + 1).action == CaseAction::Withdraw;
        const bool wasOpen = !event.from || (!isBack && isOpen(*event.from));
        last = wasOpen || (!isUndone && isOpen(event.to)) ? event.at : last;
    }
    const StageClock &total = record.process.clock(Stage::Total);
    if (total.running + total.paused != last - *record.process.firstAt) {
        return u"running and paused do not add up to the time between first and last event"_s;
    }
    if (overlap(record.process.dispatchers + record.process.handlers, record.process.checkers)) {
        return u"somebody dispatched or handled it and checked it"_s;
    }
    if (isOpen(record.subject.state) && queuesOf(record.subject.state).isEmpty()) {
        return u"it is open and in no queue"_s;
    }
    for (const CaseEvent &event : std::as_const(made.events)) {
        if (event.from && !isLawful(*event.from, event.action, event.to)) {
            return u"an event is no row of the life cycle"_s;
        }
    }
    const std::chrono::milliseconds span = *record.process.lastAt - *record.process.firstAt;
    for (int i = 0; i < 2; ++i) {
        const Instant at = *record.process.firstAt +
                           std::chrono::milliseconds(made.pick(span.count() + 90'000'000));
        if (const QString fault = compareClocks(made, library, at); !fault.isEmpty()) {
            return u"at %1: %2"_s.arg(toIsoText(at), fault);
        }
    }
    return {};
}

QString storyOf(const Chronicle &made)
{
    QString story;
    for (const CaseEvent &event : made.events) {
        story += u"\n  %1 %2 %3 → %4 %5"_s.arg(toIsoText(event.at),
                                               toId(event.action),
                                               event.actor,
                                               toId(event.to),
                                               QString::fromUtf8(event.facts).left(kShownFacts));
    }
    return story;
}

} // namespace

class TestHistories : public QObject
{
    Q_OBJECT
private slots:
    void randomLawfulHistories()
    {
        const RuleBook &book = sampleRuleBook();
        const WorkingCalendar &calendar = sampleCalendar();
        const RuleLibrary library{
            [&](int version) {
                return version == book.version ? std::optional(book) : std::nullopt;
            },
            [&](const QString &key) {
                return key == calendar.key() ? std::optional(calendar) : std::nullopt;
            }};
        const int count = qEnvironmentVariableIntValue("GRIDWARD_HISTORIES") > 0
                              ? qEnvironmentVariableIntValue("GRIDWARD_HISTORIES")
                              : kHistories;
        std::atomic<int> next = 0;
        std::atomic<qint64> steps = 0;
        std::atomic<int> takenBack = 0;
        std::array<std::atomic<int>, 16> ends{};
        std::mutex mutex;
        QStringList faults;
        const auto work = [&] {
            for (int index = next++; index < count; index = next++) {
                Chronicle made({book, calendar}, 20'261'121ULL * 1'000'003ULL + quint64(index));
                made.write();
                steps += made.events.size();
                takenBack += made.takenBack;
                ++ends[static_cast<std::size_t>(made.record.subject.state)];
                if (const QString fault = faultOf(made, library); !fault.isEmpty()) {
                    const std::scoped_lock lock(mutex);
                    faults.append(u"history %1: %2%3"_s.arg(index).arg(fault, storyOf(made)));
                    if (faults.size() >= 5) {
                        next = count;
                    }
                }
            }
        };
        std::vector<std::thread> threads;
        const unsigned cores = std::clamp(std::thread::hardware_concurrency(), 1U, 4U);
        for (unsigned i = 0; i < cores; ++i) {
            threads.emplace_back(work);
        }
        for (std::thread &thread : threads) {
            thread.join();
        }
        for (const QString &fault : std::as_const(faults)) {
            qWarning().noquote() << fault; // longer than what a failure prints
        }
        QVERIFY2(faults.isEmpty(), qPrintable(faults.value(0).section(u'\n', 0, 0)));
        QString spread;
        for (const QString &id : caseStateIds()) {
            const int there = ends[static_cast<std::size_t>(*caseStateFromId(id))];
            spread += u" %1 %2"_s.arg(id).arg(there);
            if (count == kHistories) {
                QVERIFY2(there > 0, qPrintable(u"no history ends in "_s + id));
            }
        }
        QVERIFY(takenBack > count / 5);
        qInfo("%d histories, %lld events, %d taken back; they end in:%s",
              count,
              static_cast<long long>(steps),
              takenBack.load(),
              qPrintable(spread));
    }
};

static const TestRegistration<TestHistories> kRegistered;

} // namespace gridward

#include "test_histories.moc"
