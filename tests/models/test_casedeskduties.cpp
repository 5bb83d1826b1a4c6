// SPDX-License-Identifier: GPL-3.0-or-later
// What the program does by itself, and steps that concern more than one case.
#include "tests/support/smalldesk.h"
#include "tests/support/storekinds.h"
#include "tests/support/testregistry.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace gridward {

class TestCaseDeskDuties : public QObject
{
    Q_OBJECT
private:
    StoreMaker mMaker;
    SmallDesk mSmall;

    Case report(std::optional<CaseLevel> level = {})
    {
        ReportDraft draft = SmallDesk::draft();
        draft.level = level;
        return mSmall.desk->report(draft, userOf(u"acceptor"_s)).value();
    }
    Result<Case> act(const Case &subject,
                     CaseAction action,
                     const QString &role,
                     const std::function<void(ActionRequest &)> &fill = {})
    {
        ActionRequest request;
        request.action = action;
        request.note = u"why"_s;
        if (fill) {
            fill(request);
        }
        return mSmall.desk->act(subject.id, request, userOf(role));
    }
    Case atUnit(const QString &bundle = {})
    {
        const Case filed = act(report(), CaseAction::File, u"filer"_s).value();
        return act(filed,
                   CaseAction::Dispatch,
                   u"dispatcher"_s,
                   [&](ActionRequest &request) {
                       request.target = u"U1"_s;
                       request.bundle = bundle;
                   })
            .value();
    }
    void at(QStringView time) { mSmall.clock.set(*instantFromIso(time)); }
    Case now(const Case &subject) const { return mSmall.store->cases().find(subject.id).value(); }
    QList<CaseEvent> log(const Case &subject) const
    {
        return mSmall.store->cases().events(subject.id).value();
    }
    /** The percents that were told, an event an entry. */
    QStringList rungs(const Case &subject) const
    {
        QStringList told;
        for (const CaseEvent &event : log(subject)) {
            const QJsonObject facts = QJsonDocument::fromJson(event.facts).object();
            QStringList percents;
            for (const QJsonValue &rung : facts.value(u"rungs"_s).toArray()) {
                percents.append(QString::number(rung.toInt()));
            }
            if (!percents.isEmpty()) {
                told.append(percents.join(u'+') + u' ' + facts.value(u"tier"_s).toString());
            }
        }
        return told;
    }

private slots:
    void initTestCase_data() { addStoreKinds(); }
    void init()
    {
        QFETCH_GLOBAL(QString, kind);
        QVERIFY(mSmall.open(mMaker.empty(kind)));
    }
    void cleanup() { QCOMPARE(mSmall.findings(), QStringList()); }
    void urgesByTheLadderOnce()
    {
        const Case subject = atUnit();
        at(u"2026-11-23T01:59:00Z"); // Monday, a minute before half of four working hours
        QCOMPARE(mSmall.desk->runDue(10).value(), 0);
        at(u"2026-11-23T02:00:00Z");
        QCOMPARE(mSmall.desk->runDue(10).value(), 1);
        QCOMPARE(mSmall.desk->runDue(10).value(), 0); // once
        at(u"2026-11-23T03:40:00Z");                  // nobody had the store open at 75 %
        QCOMPARE(mSmall.desk->runDue(10).value(), 1);
        at(u"2026-11-23T04:00:00Z");
        QCOMPARE(mSmall.desk->runDue(10).value(), 1);
        QCOMPARE(rungs(subject),
                 QStringList({u"50 unit"_s, u"75+90 supervisor"_s, u"100 supervisor"_s}));
    }
    void resumesAtItsDate()
    {
        const Case subject = atUnit();
        const Instant until = *instantFromIso(u"2026-11-25T16:00:00Z");
        QVERIFY(act(subject, CaseAction::Suspend, u"dispatcher"_s, [&](ActionRequest &request) {
            request.until = until;
        }));
        at(u"2026-11-25T15:59:00Z");
        QCOMPARE(mSmall.desk->runDue(10).value(), 0);
        at(u"2026-11-25T18:00:00Z"); // late, in the night
        QCOMPARE(mSmall.desk->runDue(10).value(), 1);
        QCOMPARE(now(subject).state, CaseState::Handling);
        QCOMPARE(log(subject).last().at, until);
        // All four hours were left: Thursday, 8:00 to 12:00.
        QCOMPARE(now(subject).dueAt, instantFromIso(u"2026-11-26T04:00:00Z"));
    }
    void aMissedCheckinIsToldOnce()
    {
        const Case subject = report(CaseLevel::Red);
        QCOMPARE(subject.sceneDueAt, std::optional(testStart() + std::chrono::minutes(30)));
        mSmall.clock.set(testStart() + std::chrono::minutes(31));
        QCOMPARE(mSmall.desk->runDue(10).value(), 1);
        QCOMPARE(mSmall.desk->runDue(10).value(), 0);
        QVERIFY(mSmall.store->cases().record(subject.id).value().process.scene->missed);
        QVERIFY(act(subject, CaseAction::Checkin, u"acceptor"_s));
        QVERIFY(!mSmall.store->cases().record(subject.id).value().process.scene->missed);
    }
    void aBundleFollowsItsLeader()
    {
        const Case leader = atUnit();
        mSmall.clock.set(testStart() + std::chrono::minutes(20));
        const Case member = atUnit(leader.number);
        QCOMPARE(member.dueAt, leader.dueAt);
        QCOMPARE(act(member, CaseAction::Extend, u"handler"_s).error().code, ErrorCode::Refused);
        QVERIFY(act(leader, CaseAction::Extend, u"handler"_s));
        QCOMPARE(now(member).dueAt, leader.dueAt); // asked for is not granted
        QVERIFY(act(leader, CaseAction::Extend, u"dispatcher"_s));
        QCOMPARE(now(leader).dueAt, instantFromIso(u"2026-11-23T10:00:00Z"));
        QCOMPARE(now(member).dueAt, now(leader).dueAt);
    }
    void aSplitCaseWaitsForItsChildren()
    {
        const Case parent = atUnit();
        QVERIFY(act(parent, CaseAction::Split, u"dispatcher"_s));
        const QList<Case> children = mSmall.store->cases().childrenOf(parent.id).value();
        QCOMPARE(children.size(), 1);
        QVERIFY(act(parent, CaseAction::Handle, u"handler"_s));
        QVERIFY(act(parent, CaseAction::Check, u"checker"_s));
        QCOMPARE(act(parent, CaseAction::Close, u"filer"_s).error().code, ErrorCode::Refused);
        QVERIFY(act(children.first(), CaseAction::Void, u"filer"_s));
        QVERIFY(act(parent, CaseAction::Close, u"filer"_s));
    }
    void aDuplicateTellsTheOtherCase()
    {
        const Case kept = report();
        const Case duplicate = report();
        const auto into = [](const QString &name) {
            return [name](ActionRequest &request) { request.target = name; };
        };
        QCOMPARE(act(kept, CaseAction::Merge, u"filer"_s, into(kept.number)).error().code,
                 ErrorCode::InvalidInput);
        QVERIFY(act(duplicate, CaseAction::Merge, u"filer"_s, into(kept.number)));
        QCOMPARE(now(duplicate).state, CaseState::Void);
        QCOMPARE(now(duplicate).mergedInto, kept.id.toText());
        QCOMPARE(mSmall.store->cases().record(kept.id).value().process.duplicates,
                 QStringList{duplicate.number});
        QCOMPARE(now(kept).state, kept.state);
    }
};

static const TestRegistration<TestCaseDeskDuties> registration;

} // namespace gridward

#include "test_casedeskduties.moc"
