// SPDX-License-Identifier: GPL-3.0-or-later
// What every store keeps of a case besides its row, and whom it lets write: the same for SQLite in
// memory, a GeoPackage and the store that tests use.
#include "models/store/geopackagestore.h"
#include "tests/support/memorystore.h"
#include "tests/support/storebuilders.h"
#include "tests/support/storekinds.h"
#include "tests/support/testregistry.h"

#include <QJsonArray>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

QString inHours(int hours)
{
    return toIsoText(testStart() + std::chrono::hours(hours));
}

CaseStep stepBy(const QString &actor,
                CaseAction action,
                CaseState to,
                int minute,
                const QJsonObject &facts = {},
                const QString &note = {})
{
    CaseStep step = stepOf(action, to, testStart() + std::chrono::minutes(minute));
    step.actor = actor;
    step.facts = facts;
    step.note = note;
    return step;
}

/** From the report to a second closing, with much of what may happen on the way. */
QList<CaseStep> eventfulHistory()
{
    using A = CaseAction;
    using S = CaseState;
    const QJsonObject condition{{u"id"_s, u"M06010-1"_s},
                                {u"version"_s, 2},
                                {u"condition"_s, u"存在暴露垃圾"_s},
                                {u"closing"_s, u"已清理"_s},
                                {u"mandatory"_s, true},
                                {u"limit"_s, u"4 working-hour"_s}};
    return {
        reportStep(testStart()),
        stepBy(u"filer1"_s,
               A::File,
               S::Filed,
               5,
               {{u"standard"_s, u"M06010-1"_s},
                {u"conditions"_s, QJsonArray{condition}},
                {u"rules"_s, 3},
                {u"limit"_s, u"30 urgent-minute"_s},
                {u"left_ms"_s, 1'500'000},
                {u"calendar"_s, u"CN/1"_s},
                {u"stage_due_at"_s, inHours(1)},
                {u"scene_person"_s, u"p7"_s},
                {u"scene_minutes"_s, 20},
                {u"scene_due_at"_s, inHours(2)}}),
        stepBy(u"dispatcher1"_s,
               A::Dispatch,
               S::AtUnit,
               10,
               {{u"unit"_s, u"U1"_s},
                {u"assisting"_s, QJsonArray{u"U2"_s}},
                {u"due_at"_s, inHours(4)},
                {u"limit"_s, u"4 working-hour"_s},
                {u"next_at"_s, inHours(3)},
                {u"bundle"_s, CaseId::make(testStart(), 5, 5).toText()}}),
        stepBy(u"handler1"_s,
               A::Extend,
               S::AtUnit,
               15,
               {{u"request"_s, u"asked"_s}, {u"by"_s, u"p1"_s}},
               u"缺少零件"_s),
        stepBy(u"dispatcher1"_s, A::Extend, S::AtUnit, 20, {{u"request"_s, u"granted"_s}}),
        stepBy(u"street1"_s, A::Call, S::AtUnit, 22, {{u"department"_s, u"U2"_s}}),
        stepBy(u"handler2"_s, A::Arrive, S::AtUnit, 25, {{u"department"_s, u"U2"_s}}),
        stepBy(u"dispatcher1"_s,
               A::Suspend,
               S::Suspended,
               30,
               {{u"request"_s, u"granted"_s}, {u"suspended_until"_s, inHours(24)}},
               u"等待材料"_s),
        stepBy(u"system"_s,
               A::Resume,
               S::Handling,
               1440,
               {{u"suspended_until"_s, QJsonValue()}, {u"due_at"_s, inHours(25)}}),
        stepBy(u"system"_s, A::Urge, S::Handling, 1450, {{u"rungs"_s, QJsonArray{50, 80}}}),
        stepBy(u"handler2"_s, A::Handle, S::Handling, 1600, {{u"part"_s, u"U2"_s}}),
        stepBy(u"handler1"_s, A::Handle, S::FedBack, 1700, {{u"by"_s, u"p1"_s}}),
        stepBy(u"checker1"_s,
               A::Check,
               S::PendingClose,
               1710,
               {{u"met"_s, QJsonArray{u"M06010-1"_s}}}),
        stepBy(u"filer1"_s, A::Close, S::Closed, 1720, {{u"next_at"_s, QJsonValue()}}),
        stepBy(u"handler1"_s,
               A::Appeal,
               S::Closed,
               1730,
               {{u"request"_s, u"asked"_s}, {u"by"_s, u"p1"_s}},
               u"并非我单位延误"_s),
        stepBy(u"reviewer1"_s, A::Appeal, S::Closed, 1740, {{u"request"_s, u"reviewed"_s}}),
        stepBy(u"acceptor1"_s,
               A::Appeal,
               S::Closed,
               1750,
               {{u"request"_s, u"granted"_s}, {u"exempt"_s, true}}),
        stepBy(
            u"acceptor1"_s, A::Callback, S::Closed, 1760, {{u"satisfied"_s, false}}, u"仍有异味"_s),
        stepBy(u"filer1"_s, A::Reopen, S::Filed, 1770, {{u"unit"_s, QString()}}, u"未办结"_s),
        stepBy(u"filer1"_s,
               A::Merge,
               S::Void,
               1780,
               {{u"merged_into"_s, CaseId::make(testStart(), 6, 6).toText()}})};
}

RuleBook someBook(int version)
{
    RuleBook book;
    book.version = version;
    book.name = u"试验规则"_s;
    book.validFrom = QDate(2026, 1, 1);
    book.calendar = u"CN/1"_s;
    book.naming = u"seven"_s;
    book.ladder = {{50, u"unit"_s}, {100, u"leader"_s}};
    return book;
}

WorkingCalendar someCalendar(int version, const QByteArray &hours = "08:00-12:00")
{
    return WorkingCalendar::fromJson(
               R"({"id":"CN","version":)" + QByteArray::number(version) +
               R"(,"name":"试","source":"试","time_zone":"Asia/Shanghai","workdays":[1,2,3,4,5],)" +
               R"("hours":[")" + hours + R"("],"years":[2026],"holidays":[],"make_up":[]})")
        .value();
}

} // namespace

class TestStoreRecords : public QObject
{
    Q_OBJECT
private:
    StoreMaker mMaker;
    std::unique_ptr<Store> mStore;
    CaseId mId = CaseId::make(testStart(), 1, 1);

    std::unique_ptr<Store> emptyStore()
    {
        QFETCH_GLOBAL(QString, kind);
        if (kind == "map"_L1) {
            return std::make_unique<MemoryStore>();
        }
        return mMaker.empty(kind);
    }
    CaseStore &cases() { return mStore->cases(); }
    /** A case of its own with these facts in its report. */
    CaseId addWith(quint64 bits, const QJsonObject &facts, CaseState state = CaseState::Reported)
    {
        const CaseId id = CaseId::make(testStart(), 2, bits);
        CaseStep report = reportStep(testStart());
        for (auto fact = facts.begin(); fact != facts.end(); ++fact) {
            report.facts.insert(fact.key(), fact.value());
        }
        report.to = state;
        return cases().add(id, report) ? id : CaseId{};
    }
    Result<void> addWhole(const CaseId &id, const QList<CaseStep> &steps)
    {
        const Result<std::unique_ptr<CaseBatch>> batch = cases().beginBatch();
        if (!batch) {
            return batch.error();
        }
        const Result<bool> added = batch.value()->add(id, steps);
        return added ? batch.value()->commit() : Result<void>(added.error());
    }
    static QList<CaseId> idsOf(const QList<Case> &rows)
    {
        QList<CaseId> ids;
        for (const Case &row : rows) {
            ids.append(row.id);
        }
        return ids;
    }

private slots:
    void initTestCase_data()
    {
        addStoreKinds();
        QTest::newRow("map") << u"map"_s;
    }
    void init()
    {
        mStore = emptyStore();
        QVERIFY(mStore && fillSmallDistrict(*mStore));
    }
    void keepsWhatACaseHasBeenThrough()
    {
        const QList<CaseStep> steps = eventfulHistory();
        QVERIFY(cases().add(mId, steps.first()));
        for (qsizetype i = 1; i < steps.size(); ++i) {
            const Result<Case> after = cases().append(mId, static_cast<int>(i), steps.at(i));
            QVERIFY2(after, after ? "" : qPrintable(after.error().message));
            const Result<CaseRecord> kept = cases().record(mId);
            QVERIFY(kept);
            const Result<CaseRecord> derived = replayRecord(mId, cases().events(mId).value());
            QVERIFY2(kept.value() == derived.value(), qPrintable(toId(steps.at(i).action)));
            QCOMPARE(after.value(), kept.value().subject);
            QCOMPARE(cases().find(mId).value(), kept.value().subject);
        }
        const CaseRecord record = cases().record(mId).value();
        QVERIFY(record.subject.exempt && record.subject.overdueAt && record.subject.stageDueAt);
        QVERIFY(!record.subject.mergedInto.isEmpty() && !record.subject.bundle.isEmpty());
        QCOMPARE(record.process.dispatchers, QStringList{u"dispatcher1"_s});
        QCOMPARE(record.process.handlers, (QStringList{u"handler2"_s, u"p1"_s}));
        QCOMPARE(record.process.conditions.size(), 1);
        QVERIFY(record.process.appealed && record.process.scene);
        QCOMPARE(cases().record(CaseId::make(testStart(), 9, 9)).error().code, ErrorCode::NotFound);
    }
    void aBatchKeepsTheSame()
    {
        CaseStep imported = stepOf(CaseAction::Import, CaseState::Closed, testStart());
        Case subject;
        subject.reportedAt = testStart();
        imported.facts = factsOf(subject);
        const CaseId other = CaseId::make(testStart(), 1, 2);
        Result<std::unique_ptr<CaseBatch>> batch = cases().beginBatch();
        QVERIFY(batch);
        QVERIFY(batch.value()->add(mId, eventfulHistory()));
        QVERIFY(batch.value()->add(other, {imported}));
        QVERIFY(batch.value()->commit());
        for (const CaseId &id : {mId, other}) {
            const CaseRecord record = cases().record(id).value();
            QVERIFY(record == replayRecord(id, cases().events(id).value()).value());
        }
        QVERIFY(cases().record(other).value().process == CaseProcess{});
        int visited = 0;
        QVERIFY(cases().visitRecords([&](const CaseRecord &record, const QList<CaseEvent> &events) {
            ++visited;
            return record == replayRecord(record.subject.id, events).value();
        }));
        QCOMPARE(visited, 2);
    }
    void tellsWhatIsDue()
    {
        const auto nextAt = [](int hours) { return QJsonObject{{u"next_at"_s, inHours(hours)}}; };
        const CaseId late = addWith(1, nextAt(3));
        const CaseId early = addWith(2, nextAt(1));
        addWith(3, nextAt(9));
        addWith(4, {});
        addWith(5, nextAt(1), CaseState::Closed); // nobody acts on it any more
        const CaseId same = addWith(6, nextAt(3));
        const auto due = [&](int hours, int limit) {
            return cases().due(testStart() + std::chrono::hours(hours), limit).value();
        };
        QCOMPARE(due(0, 10), QList<CaseId>());
        QCOMPARE(due(1, 10), QList<CaseId>{early}); // by now: this moment is in it
        QCOMPARE(due(4, 10), (QList<CaseId>{early, late, same}));
        QCOMPARE(due(4, 2), (QList<CaseId>{early, late}));
        QVERIFY(cases().append(early,
                               1,
                               stepBy(u"system"_s,
                                      CaseAction::Urge,
                                      CaseState::Reported,
                                      60,
                                      {{u"next_at"_s, QJsonValue()}})));
        QCOMPARE(due(4, 10), (QList<CaseId>{late, same}));
    }
    void knowsFamiliesAndBundles()
    {
        const QString parent = mId.toText();
        QVERIFY(cases().add(mId, reportStep(testStart())));
        const CaseId second = addWith(2, {{u"parent"_s, parent}});
        const CaseId first = addWith(
            1, {{u"parent"_s, parent}, {u"number"_s, u"1101012026112000001"_s}}, CaseState::Closed);
        const CaseId longest =
            addWith(3, {{u"parent"_s, parent}, {u"number"_s, u"11010120261120100000"_s}});
        const CaseId led = addWith(4, {{u"bundle"_s, parent}});
        addWith(5, {{u"bundle"_s, parent}}, CaseState::Closed);
        addWith(6, {{u"bundle"_s, first.toText()}});
        // By number: more digits come behind fewer, as the day's hundred-thousandth case does.
        QCOMPARE(idsOf(cases().childrenOf(mId).value()), (QList<CaseId>{first, second, longest}));
        QCOMPARE(idsOf(cases().bundledWith(mId).value()), QList<CaseId>{led});
        QVERIFY(cases().childrenOf(led).value().isEmpty());
        QVERIFY(cases().bundledWith(led).value().isEmpty());
        // Whoever leaves the bundle is in it no longer.
        QVERIFY(cases().append(
            led,
            1,
            stepBy(
                u"d"_s, CaseAction::Transfer, CaseState::AtUnit, 1, {{u"bundle"_s, QString()}})));
        QVERIFY(cases().bundledWith(mId).value().isEmpty());
    }
    void theSecondHearsBothVersions()
    {
        QVERIFY(cases().add(mId, reportStep(testStart())));
        for (int version = 1; version < 12; ++version) {
            QVERIFY(cases().append(mId, version, urgeStep(u"first")));
        }
        const Result<Case> late = cases().append(mId, 10, urgeStep(u"second"));
        QCOMPARE(late.error().code, ErrorCode::Conflict);
        QVERIFY2(late.error().message.contains(u"10"_s) && late.error().message.contains(u"12"_s),
                 qPrintable(late.error().message));
        QCOMPARE(cases().events(mId).value().size(), 12);
    }
    void theAxesAreSeparate_data()
    {
        QTest::addColumn<QString>("earlier"); // action actor person
        QTest::addColumn<QString>("later");
        QTest::addColumn<bool>("allowed");
        for (const char *work :
             {"dispatch", "transfer", "accept", "assign", "handle", "feedback"}) {
            const QString action = QString::fromLatin1(work);
            for (const char *judging : {"check", "close", "appeal"}) {
                QTest::addRow("%s, then %s", work, judging)
                    << action + u" a -"_s << QString::fromLatin1(judging) + u" a -"_s << false;
            }
            QTest::addRow("check, then %s", work) << u"check a -"_s << action + u" a -"_s << false;
            QTest::addRow("close, then %s", work) << u"close a -"_s << action + u" a -"_s << false;
            QTest::addRow("appeal, then %s", work)
                << u"appeal a -"_s << action + u" a -"_s << false;
        }
        QTest::newRow("others") << u"handle a p"_s << u"check b q"_s << true;
        QTest::newRow("others without a person") << u"handle a -"_s << u"check b -"_s << true;
        QTest::newRow("the same person") << u"handle a p"_s << u"check b p"_s << false;
        QTest::newRow("the same account") << u"handle a p"_s << u"check a q"_s << false;
        QTest::newRow("a person's name as account") << u"handle p -"_s << u"check b p"_s << false;
        QTest::newRow("an account of that name") << u"handle a p"_s << u"check p -"_s << false;
        QTest::newRow("the same person dispatches") << u"check a p"_s << u"dispatch b p"_s << false;
        QTest::newRow("asking is no judging") << u"handle a -"_s << u"ask a -"_s << true;
        QTest::newRow("urging is neither") << u"urge a -"_s << u"check a -"_s << true;
        QTest::newRow("checking twice") << u"check a -"_s << u"close a -"_s << true;
        QTest::newRow("working twice") << u"dispatch a -"_s << u"transfer a -"_s << true;
    }
    void theAxesAreSeparate()
    {
        QFETCH(QString, earlier);
        QFETCH(QString, later);
        QFETCH(bool, allowed);
        const auto made = [](const QString &words, int minute) {
            const QStringList parts = words.split(u' ');
            QJsonObject facts;
            if (parts.at(2) != "-"_L1) {
                facts.insert(u"by"_s, parts.at(2));
            }
            if (parts.at(0) == "ask"_L1 || parts.at(0) == "appeal"_L1) {
                facts.insert(u"request"_s, parts.at(0) == "ask"_L1 ? u"asked"_s : u"reviewed"_s);
            }
            const CaseAction action = caseActionFromId(parts.at(0)).value_or(CaseAction::Appeal);
            return stepBy(parts.at(1), action, CaseState::Checking, minute, facts);
        };
        const CaseStep first = made(earlier, 1);
        const CaseStep second = made(later, 3);
        QVERIFY(cases().add(mId, reportStep(testStart())));
        QVERIFY(cases().append(mId, 1, first));
        QVERIFY(cases().append(mId, 2, stepBy(u"z"_s, CaseAction::Urge, CaseState::Checking, 2)));
        const CaseRecord before = cases().record(mId).value();
        const Result<Case> after = cases().append(mId, 3, second);
        QCOMPARE(after.isOk(), allowed);
        // Somebody who works on another case is in nobody's way.
        const CaseId other = addWith(7, {});
        QVERIFY(cases().append(other, 1, second));
        const CaseId whole = CaseId::make(testStart(), 1, 3);
        const Result<void> kept = addWhole(whole, {reportStep(testStart()), first, second});
        QCOMPARE(kept.isOk(), allowed);
        QCOMPARE(cases().find(whole).isOk(), allowed);
        if (allowed) {
            return;
        }
        for (const Error &error : {after.error(), kept.error()}) {
            QCOMPARE(error.code, ErrorCode::Refused);
            QVERIFY2(error.message.startsWith(second.actor + u' ') &&
                         error.message.contains(toId(second.action)),
                     qPrintable(error.message));
        }
        QVERIFY(after.error().message.contains(before.subject.number));
        QVERIFY(cases().record(mId).value() == before);
        QCOMPARE(cases().events(mId).value().size(), 3);
    }
    void whatWasRefusedCanBeDoneByOthers()
    {
        QVERIFY(cases().add(mId, reportStep(testStart())));
        QVERIFY(cases().append(mId, 1, stepBy(u"a"_s, CaseAction::Handle, CaseState::FedBack, 1)));
        const CaseStep own = stepBy(u"a"_s, CaseAction::Check, CaseState::PendingClose, 2);
        CaseStep others = own;
        others.actor = u"b"_s;
        QCOMPARE(cases().append(mId, 2, own).error().code, ErrorCode::Refused);
        QCOMPARE(cases().append(mId, 2, others).value().version, 3);
    }
    void keepsRuleBooks()
    {
        QVERIFY(mStore->ruleBooks().value().isEmpty());
        const auto written = [&] {
            return mStore->mark().value().tables.value(u"gridward_rule_books"_s);
        };
        const qint64 before = written();
        QVERIFY(mStore->write(someBook(2)));
        QVERIFY(mStore->write(someBook(1)));
        const qint64 after = written();
        QCOMPARE(after, before + 2);
        QVERIFY(mStore->write(someBook(2))); // the same again is nothing
        QCOMPARE(written(), after);
        RuleBook changed = someBook(2);
        changed.extensions = 9;
        const Result<void> refused = mStore->write(changed);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Conflict);
        QVERIFY(mStore->ruleBooks().value() == (QList<RuleBook>{someBook(1), someBook(2)}));
    }
    void keepsCalendars()
    {
        QVERIFY(mStore->calendars().value().isEmpty());
        const auto written = [&] {
            return mStore->mark().value().tables.value(u"gridward_calendars"_s);
        };
        const qint64 before = written();
        QVERIFY(mStore->write(someCalendar(2)));
        QVERIFY(mStore->write(someCalendar(1)));
        const qint64 after = written();
        QCOMPARE(after, before + 2);
        QVERIFY(mStore->write(someCalendar(1)));
        QCOMPARE(written(), after);
        const Result<void> refused = mStore->write(someCalendar(1, "09:00-12:00"));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Conflict);
        QVERIFY(mStore->calendars().value() ==
                (QList<WorkingCalendar>{someCalendar(1), someCalendar(2)}));
    }
};

static const TestRegistration<TestStoreRecords> registration;

} // namespace gridward

#include "test_storerecords.moc"
