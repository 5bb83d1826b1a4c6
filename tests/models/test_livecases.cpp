// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/view/casefiltering.h"
#include "models/view/livecases.h"
#include "tests/support/testregistry.h"

#include <QRandomGenerator>
#include <QSignalSpy>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

const Instant kStart = *instantFromIso(u"2026-11-21T07:00:00Z");

Case randomCase(QRandomGenerator &random, quint64 number)
{
    Case subject;
    subject.id = CaseId::make(kStart, 1, number);
    subject.version = 1;
    subject.state = static_cast<CaseState>(random.bounded(16));
    subject.level = static_cast<CaseLevel>(random.bounded(4));
    const auto moment = [&] { return kStart + std::chrono::minutes(random.bounded(600)); };
    subject.reportedAt = kStart - std::chrono::minutes(random.bounded(6000));
    if (random.bounded(4) > 0) {
        subject.dueAt = moment();
    }
    if (random.bounded(3) == 0) {
        subject.handledAt = moment();
    }
    if (random.bounded(3) > 0) {
        subject.place = GeoPoint{116.4, 39.9};
    }
    return subject;
}

/** The long way: over all cases that are open. */
CaseCounts recount(const QHash<QUuid, Case> &cases, Instant now)
{
    CaseCounts counts;
    for (const Case &subject : cases) {
        if (!isOpen(subject.state)) {
            continue;
        }
        ++counts.open;
        ++counts.byLevel.at(static_cast<std::size_t>(subject.level));
        counts.urgent += subject.level >= CaseLevel::Orange ? 1 : 0;
        counts.overdue += isOverdue(subject, now) ? 1 : 0;
        counts.waitingForCheck +=
            subject.state == CaseState::FedBack || subject.state == CaseState::Checking ? 1 : 0;
    }
    return counts;
}

} // namespace

class TestLiveCases : public QObject
{
    Q_OBJECT
private slots:
    /** Somebody wrote what stands still: all is read again, and no queue loses its place. */
    void whatIsReadAgainIsToldAsChanges()
    {
        QRandomGenerator random(3);
        QHash<QUuid, Case> all;
        for (quint64 i = 0; i < 500; ++i) {
            const Case subject = randomCase(random, i);
            all.insert(subject.id.value, subject);
        }
        LiveCases live;
        QSignalSpy anew(&live, &LiveCases::wasReset);
        QSignalSpy changed(&live, &LiveCases::changed);
        live.renew(all.values());
        QCOMPARE(anew.size(), 1); // there was nothing before
        live.renew(all.values());
        QCOMPARE(anew.size() + changed.size(), 1); // the same again is no news
        QList<Case> then = live.all().values();
        const Case gone = then.takeLast();
        then.first().version += 1;
        Case coming = randomCase(random, 1000);
        coming.state = CaseState::Filed;
        then.append(coming);
        live.renew(then);
        QCOMPARE(anew.size(), 1);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.first().first().value<QList<Case>>().size(), 3);
        QVERIFY(live.find(gone.id) == nullptr);
        QVERIFY(live.find(coming.id) != nullptr);
        QCOMPARE(live.all().size(), then.size());
        QHash<QUuid, Case> now;
        for (const Case &subject : std::as_const(then)) {
            now.insert(subject.id.value, subject);
        }
        QCOMPARE(live.counts(kStart), recount(now, kStart));
    }
private slots:
    void countsAreThoseOfARecount()
    {
        QRandomGenerator random(20261121);
        QHash<QUuid, Case> model;
        LiveCases live;
        QList<Case> first;
        for (quint64 i = 0; i < 200; ++i) {
            first.append(randomCase(random, i));
            model.insert(first.last().id.value, first.last());
        }
        live.reset(first);
        for (int round = 0; round < 300; ++round) {
            QList<Case> changed;
            for (quint32 i = random.bounded(1U, 6U); i > 0; --i) {
                // Now and then one that was never there, and one twice in the same update.
                changed.append(randomCase(random, random.bounded(260U)));
                model.insert(changed.last().id.value, changed.last());
            }
            live.update(changed);
            for (const int minutes : {-1, 0, 59, 60, 300, 599, 600, 100'000}) {
                const Instant now = kStart + std::chrono::minutes(minutes);
                QCOMPARE(live.counts(now).overdue, recount(model, now).overdue);
                QVERIFY(live.counts(now) == recount(model, now));
            }
        }
        for (const Case &subject : std::as_const(model)) {
            const Case *found = live.find(subject.id);
            QCOMPARE(found != nullptr, isOpen(subject.state));
            QVERIFY(found == nullptr || *found == subject);
        }
        live.reset({});
        QVERIFY(live.counts(kStart) == CaseCounts{});
        QVERIFY(live.all().isEmpty());
    }
    void countingCostsWhatBecameLateOnly()
    {
        QList<Case> many;
        for (quint64 i = 0; i < 50'000; ++i) {
            Case subject;
            subject.id = CaseId::make(kStart, 1, i);
            subject.state = CaseState::Handling;
            subject.dueAt = kStart - std::chrono::seconds(25'000) + std::chrono::seconds(i);
            many.append(subject);
        }
        LiveCases live;
        live.reset(many);
        QCOMPARE(live.counts(kStart).overdue, 25'000);
        const qint64 first = live.endsVisited();
        for (int second = 1; second <= 60; ++second) {
            many[second].level = CaseLevel::Red; // a late one changes: it stays counted
            live.update({many.at(second)});
            QCOMPARE(live.counts(kStart + std::chrono::seconds(second)).overdue, 25'000 + second);
        }
        QCOMPARE(live.endsVisited() - first, 60);
        // Back again, as when a moment of the past is looked at.
        QCOMPARE(live.counts(kStart).overdue, 25'000);
        QCOMPARE(live.endsVisited() - first, 120);
        live.reset(many.mid(0, 10));
        QCOMPARE(live.counts(kStart).overdue, 10);
    }
    void oneMillisecondIsLate()
    {
        Case subject;
        subject.id = CaseId::make(kStart, 1, 1);
        subject.state = CaseState::Handling;
        subject.dueAt = kStart;
        LiveCases live;
        live.reset({subject, subject}); // the same twice counts once
        QCOMPARE(live.counts(kStart).open, 1);
        QCOMPARE(live.counts(kStart).overdue, 0);
        QCOMPARE(live.counts(kStart + std::chrono::milliseconds(1)).overdue, 1);
        subject.handledAt = kStart;
        subject.state = CaseState::FedBack;
        live.update({subject});
        QCOMPARE(live.counts(kStart + std::chrono::hours(9)).overdue, 0);
        QCOMPARE(live.counts(kStart).waitingForCheck, 1);
        subject.handledAt = kStart + std::chrono::milliseconds(1);
        live.update({subject});
        QCOMPARE(live.counts(kStart).overdue, 1); // handed back too late, whenever one looks
    }
    void tellsWhatItWasGiven()
    {
        LiveCases live;
        QSignalSpy changed(&live, &LiveCases::changed);
        QSignalSpy reset(&live, &LiveCases::wasReset);
        Case subject;
        subject.id = CaseId::make(kStart, 1, 1);
        subject.state = CaseState::Closed; // ended, and never was here
        live.reset({subject});
        QCOMPARE(reset.size(), 1);
        QVERIFY(live.all().isEmpty());
        live.update({subject});
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.first().first().value<QList<Case>>().size(), 1);
    }
    void filtersByAllThatIsSet()
    {
        QRandomGenerator random(7);
        QList<Case> cases;
        for (quint64 i = 0; i < 500; ++i) {
            cases.append(randomCase(random, i));
        }
        LiveCases live;
        live.reset(cases);
        const Instant now = kStart + std::chrono::hours(5);
        const auto count = [&](const CaseFilter &filter, auto &&also) {
            const auto shown = std::ranges::count_if(cases, [&](const Case &subject) {
                return isOpen(subject.state) && subject.place && also(subject);
            });
            const FilterCount counted = countShown(live, filter, now);
            return counted.shown == shown && counted.shown > 0 &&
                   counted.open == live.counts(now).open;
        };
        QVERIFY(count({}, [](const Case &) { return true; }));
        CaseFilter filter;
        filter.levels = {CaseLevel::Orange, CaseLevel::Red};
        QVERIFY(count(filter, [](const Case &c) { return c.level >= CaseLevel::Orange; }));
        filter.overdueOnly = true;
        QVERIFY(count(filter, [now](const Case &c) {
            return c.level >= CaseLevel::Orange && isOverdue(c, now);
        }));
        filter = {};
        filter.states = {CaseState::AtUnit};
        QVERIFY(count(filter, [](const Case &c) { return c.state == CaseState::AtUnit; }));
        filter = {};
        filter.youngerThan = std::chrono::hours(24);
        QVERIFY(count(
            filter, [now](const Case &c) { return now - *c.reportedAt < std::chrono::hours(24); }));
        Case unknown;
        QVERIFY(!passes(filter, unknown, now)); // nobody knows how old it is
        QVERIFY(passes({}, unknown, now));
    }
};
static const TestRegistration<TestLiveCases> sRegistration;

} // namespace gridward

#include "test_livecases.moc"
