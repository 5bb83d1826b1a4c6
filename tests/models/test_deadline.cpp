// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/casehistory.h"
#include "tests/support/testregistry.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

using std::chrono::milliseconds;
using namespace std::chrono_literals;

const QString kHandled = u"2026-11-20 15:50 report\n"
                         "2026-11-20 16:00 file 4 working-hour\n"
                         "2026-11-20 16:05 dispatch U1\n"
                         "2026-11-20 16:30 accept\n"_s;

/** An event with another fact. */
void tamper(CaseHistory &history, int sequence, const char *fact, const QJsonValue &value)
{
    CaseEvent &event = history.events[sequence - 1];
    QJsonObject facts = QJsonDocument::fromJson(event.facts).object();
    facts.insert(QLatin1String(fact), value);
    event.facts = factsText(facts);
}

} // namespace

class TestDeadline : public QObject
{
    Q_OBJECT
private slots:
    void stretchesOfWorkingTime();
    void stretchesOfClockTime();
    void stretchesOfAHoliday();
    void everyInstant_data();
    void everyInstant();
    void whatCannotBeExplained();
    void limits_data();
    void limits();
    void overdueWithoutAnEvent();
    void missingRules();
    void disagreements_data();
    void disagreements();
    void differencesOfARecord();
    void clocksOfTwoStations();
    void json();
};

void TestDeadline::stretchesOfWorkingTime()
{
    CaseHistory history;
    QVERIFY(history.play(kHandled));
    QCOMPARE(lines(history.explain(u"2026-11-23 15:00"_s).stretches),
             QStringList({u"running accept 11-20 15:50…11-20 16:00 e1"_s,
                          u"running dispatch 11-20 16:00…11-20 16:05 e2"_s,
                          u"running handle 11-20 16:05…11-20 18:00 e3 U1"_s,
                          u"off-hours handle 11-20 18:00…11-21 00:00 e3 U1"_s,
                          u"weekend handle 11-21 00:00…11-23 00:00 e3 U1"_s,
                          u"off-hours handle 11-23 00:00…11-23 08:00 e3 U1"_s,
                          u"running handle 11-23 08:00…11-23 12:00 e3 U1"_s,
                          u"off-hours handle 11-23 12:00…11-23 14:00 e3 U1"_s,
                          u"running handle 11-23 14:00…11-23 15:00 e3 U1"_s}));
    const StageAccount account = accountOf(history.explain(u"2026-11-23 15:00"_s), Stage::Handle);
    QCOMPARE(account.running, milliseconds(70h + 55min));
    QCOMPARE(account.counted, milliseconds(6h + 55min));
    // Night after night without cutting at the nights.
    const Result<DeadlineExplanation> quick = clockState(
        history.record.subject.id, history.events, history.library(), cn(u"2026-11-23 15:00"_s));
    QCOMPARE(lines(quick.value().stretches).mid(2),
             QStringList(u"running handle 11-20 16:05…11-23 15:00 e3 U1"_s));
    QCOMPARE(quick.value().accounts, history.explain(u"2026-11-23 15:00"_s).accounts);
    QCOMPARE(history.contradiction(), QString());
}

void TestDeadline::stretchesOfClockTime()
{
    CaseHistory history;
    QVERIFY(history.play(u"2026-11-20 16:00 report\n"
                         "2026-11-20 16:00 file 2 urgent-day\n"
                         "2026-11-20 16:00 dispatch U1"_s));
    // Stages that took no time leave no stretch, but an account.
    const DeadlineExplanation explanation = history.explain(u"2026-11-22 15:00"_s);
    QCOMPARE(lines(explanation.stretches),
             QStringList(u"running handle 11-20 16:00…11-22 15:00 e3 U1"_s));
    QCOMPARE(explanation.accounts.size(), 4);
    QCOMPARE(explanation.left, milliseconds(1h));
    QCOMPARE(lines(history.explain(u"2026-11-20 16:00"_s).stretches), QStringList());
}

void TestDeadline::stretchesOfAHoliday()
{
    CaseHistory history;
    QVERIFY(history.play(u"2026-09-30 17:00 report\n"
                         "2026-09-30 17:00 file 2 working-day\n"
                         "2026-09-30 17:00 dispatch U1"_s));
    QCOMPARE(lines(history.explain(u"2026-10-10 09:00"_s).stretches).mid(0, 4),
             QStringList({u"running handle 09-30 17:00…09-30 18:00 e3 U1"_s,
                          u"off-hours handle 09-30 18:00…10-01 00:00 e3 U1"_s,
                          u"holiday handle 10-01 00:00…10-08 00:00 e3 U1 国庆节"_s,
                          u"off-hours handle 10-08 00:00…10-08 08:00 e3 U1"_s}));
    // The Saturday that is worked instead is a day like others.
    QCOMPARE(lines(history.explain(u"2026-10-10 09:00"_s).stretches).last(),
             u"running handle 10-10 08:00…10-10 09:00 e3 U1"_s);
    QCOMPARE(history.contradiction(), QString());
}

void TestDeadline::everyInstant_data()
{
    QTest::addColumn<QString>("at");
    QTest::addColumn<int>("version");
    QTest::addColumn<QString>("state");
    QTest::addColumn<QString>("stage");
    QTest::addColumn<QString>("due");
    QTest::addColumn<QString>("handlingDue");
    QTest::addColumn<int>("left"); ///< minutes
    const QString none = u"–"_s;
    const QString monday = u"2026-11-23 10:05"_s;
    QTest::newRow("as it is reported") << u"2026-11-20 15:50"_s << 1 << u"registered"_s
                                       << u"accept"_s << u"2026-11-20 16:05"_s << none << 15;
    QTest::newRow("filed") << u"2026-11-20 16:02"_s << 2 << u"filed"_s << u"dispatch"_s
                           << u"2026-11-20 16:15"_s << none << 13;
    QTest::newRow("at the unit") << u"2026-11-20 16:10"_s << 3 << u"at-unit"_s << u"handle"_s
                                 << monday << monday << 235;
    QTest::newRow("a moment before it is accepted")
        << u"2026-11-20 16:29:59"_s << 3 << u"at-unit"_s << u"handle"_s << monday << monday << 216;
    QTest::newRow("accepted") << u"2026-11-20 16:30"_s << 4 << u"handling"_s << u"handle"_s
                              << monday << monday << 215;
    QTest::newRow("at night") << u"2026-11-20 23:00"_s << 4 << u"handling"_s << u"handle"_s
                              << monday << monday << 125;
    QTest::newRow("on the dot") << monday << 4 << u"handling"_s << u"handle"_s << monday << monday
                                << 0;
    QTest::newRow("late") << u"2026-11-23 15:00"_s << 5 << u"fed-back"_s << u"check"_s
                          << u"2026-11-23 15:30"_s << monday << 30;
}

void TestDeadline::everyInstant()
{
    QFETCH(QString, at);
    QFETCH(int, version);
    QFETCH(QString, state);
    QFETCH(QString, stage);
    QFETCH(QString, due);
    QFETCH(QString, handlingDue);
    QFETCH(int, left);
    CaseHistory history;
    QVERIFY(history.play(kHandled + u"2026-11-23 15:00 handle"_s));
    const DeadlineExplanation explanation = history.explain(at);
    QCOMPARE(explanation.version, version);
    QCOMPARE(toId(explanation.state), state);
    QCOMPARE(toId(*explanation.stage), stage);
    QCOMPARE(cnText(explanation.due), due);
    QCOMPARE(cnText(explanation.handlingDue), handlingDue);
    QCOMPARE(std::chrono::ceil<std::chrono::minutes>(*explanation.left).count(), left);
    QCOMPARE(explanation.number, history.record.subject.number);
    QCOMPARE(explanation.rules, 1);
    QCOMPARE(explanation.calendar, u"CN/1"_s);
    QCOMPARE(explanation.overdue, version == 5);
}

void TestDeadline::whatCannotBeExplained()
{
    CaseHistory history;
    QVERIFY(history.play(kHandled));
    const CaseId id = history.record.subject.id;
    const Instant late = cn(u"2026-11-24 00:00"_s);
    const auto codeOf = [&](const QList<CaseEvent> &events, Instant at) {
        return explainDeadline(id, events, history.library(), at).error().code;
    };
    QCOMPARE(codeOf(history.events, cn(u"2026-11-20 15:49"_s)), ErrorCode::NotFound);
    QCOMPARE(codeOf({}, late), ErrorCode::InvalidInput);
    QCOMPARE(codeOf(history.events.mid(1), late), ErrorCode::InvalidInput);
    QList<CaseEvent> events = history.events;
    events.removeAt(2);
    QCOMPARE(codeOf(events, late), ErrorCode::InvalidInput);
    events = history.events;
    events[2].from = CaseState::Closed;
    QCOMPARE(codeOf(events, late), ErrorCode::InvalidInput);
    events = history.events;
    events[2].facts = "[]";
    QCOMPARE(codeOf(events, late), ErrorCode::InvalidInput);
    events[2].facts = "{\"due_at\":\"soon\"}";
    QCOMPARE(codeOf(events, late), ErrorCode::InvalidInput);
    // What comes later does not matter to what was before.
    QVERIFY(explainDeadline(id, events, history.library(), cn(u"2026-11-20 16:04"_s)));
}

void TestDeadline::limits_data()
{
    QTest::addColumn<QString>("limit");
    QTest::addColumn<QString>("due"); ///< dispatched on Friday 2026-11-20 at 16:05
    QTest::newRow("urgent minutes") << u"45 urgent-minute"_s << u"2026-11-20 16:50"_s;
    QTest::newRow("urgent hours") << u"10 urgent-hour"_s << u"2026-11-21 02:05"_s;
    QTest::newRow("urgent days") << u"2 urgent-day"_s << u"2026-11-22 16:05"_s;
    QTest::newRow("working hours") << u"4 working-hour"_s << u"2026-11-23 10:05"_s;
    QTest::newRow("working days") << u"1 working-day"_s << u"2026-11-23 16:05"_s;
    QTest::newRow("natural days") << u"3 natural-day"_s << u"2026-11-23 16:05"_s;
    QTest::newRow("no condition: the book's") << QString() << u"2026-11-27 16:05"_s;
}

void TestDeadline::limits()
{
    QFETCH(QString, limit);
    QFETCH(QString, due);
    CaseHistory history;
    QVERIFY(history.play(u"2026-11-20 16:00 report\n2026-11-20 16:00 file "_s + limit +
                         u"\n2026-11-20 16:05 dispatch U1"_s));
    const DeadlineExplanation explanation = history.explain(u"2026-11-20 16:05"_s);
    QCOMPARE(cnText(explanation.due), due);
    QCOMPARE(explanation.left,
             sampleCalendar().length(*history.record.process.clock(Stage::Handle).limit));
    QCOMPARE(explanation.conditions.size(), limit.isEmpty() ? 0 : 1);
    QCOMPARE(history.contradiction(), QString());
}

void TestDeadline::overdueWithoutAnEvent()
{
    CaseHistory history;
    QVERIFY(history.play(kHandled));
    const DeadlineExplanation onTheDot = history.explain(u"2026-11-23 10:05"_s);
    QVERIFY(!onTheDot.overdue);
    QCOMPARE(onTheDot.left, milliseconds(0));
    const DeadlineExplanation later = history.explain(u"2026-11-23 15:05"_s);
    QVERIFY(later.overdue);
    QCOMPARE(cnText(later.overdueSince), u"2026-11-23 10:05"_s);
    QCOMPARE(later.left, milliseconds(-3h)); // the lunch break does not count against the unit
    // The mark stays when it is handed back; what is left stays what it was then.
    QVERIFY(history.play(u"2026-11-23 15:05 handle"_s));
    const DeadlineExplanation after = history.explain(u"2026-11-24 10:00"_s);
    QCOMPARE(cnText(after.overdueSince), u"2026-11-23 10:05"_s);
    QCOMPARE(accountOf(after, Stage::Handle).left, milliseconds(-3h));
    QVERIFY(!accountOf(after, Stage::Handle).isRunning);
    QVERIFY(accountOf(after, Stage::Check).isRunning);
    QCOMPARE(history.contradiction(), QString());
}

void TestDeadline::missingRules()
{
    CaseHistory history;
    QVERIFY(history.play(kHandled));
    const CaseId id = history.record.subject.id;
    const Instant at = cn(u"2026-11-21 00:00"_s);
    RuleLibrary library = history.library();
    library.book = [](int) { return std::nullopt; };
    QCOMPARE(explainDeadline(id, history.events, library, at).error().code, ErrorCode::NotFound);
    library = history.library();
    library.calendar = [](const QString &) { return std::nullopt; };
    const Error error = explainDeadline(id, history.events, library, at).error();
    QCOMPARE(error.code, ErrorCode::NotFound);
    QVERIFY(error.message.contains("CN/1"_L1));
}

void TestDeadline::disagreements_data()
{
    QTest::addColumn<int>("event");
    QTest::addColumn<QString>("fact");
    QTest::addColumn<QVariant>("value");
    QTest::addColumn<int>("entries");
    const QVariant later = u"2026-11-23T02:06:00.000Z"_s;
    QTest::newRow("a later deadline") << 3 << u"due_at"_s << later << 1;
    QTest::newRow("no deadline") << 3 << u"due_at"_s << QVariant::fromValue(nullptr) << 1;
    QTest::newRow("another deadline of the stage") << 2 << u"stage_due_at"_s << later << 1;
    QTest::newRow("a longer limit") << 3 << u"limit"_s << QVariant(u"5 working-hour"_s) << 6;
    QTest::newRow("a limit where there is none")
        << 6 << u"limit"_s << QVariant(u"4 working-hour"_s) << 3;
    QTest::newRow("less left") << 5 << u"left_ms"_s << QVariant(1000) << 1;
    QTest::newRow("a deadline out of the blue") << 4 << u"due_at"_s << later << 1;
    QTest::newRow("left of nothing") << 4 << u"left_ms"_s << QVariant(1000) << 1;
    QTest::newRow("the same again") << 3 << u"limit"_s << QVariant(u"4 working-hour"_s) << 0;
}

void TestDeadline::disagreements()
{
    QFETCH(int, event);
    QFETCH(QString, fact);
    QFETCH(QVariant, value);
    QFETCH(int, entries);
    CaseHistory history;
    QVERIFY(history.play(kHandled + u"2026-11-20 17:05 handle\n2026-11-20 17:15 rework"_s));
    QCOMPARE(history.contradiction(), QString());
    const QJsonValue json =
        value.typeId() == QMetaType::Nullptr ? QJsonValue() : QJsonValue::fromVariant(value);
    tamper(history, event, fact.toLatin1().constData(), json);
    const QStringList told = history.explain(u"2026-11-23 18:00"_s).disagreements;
    QVERIFY2(told.size() == entries, qPrintable(told.join(u'\n')));
    if (entries > 0) {
        QVERIFY2(told.first().contains(fact) && told.first().contains(QString::number(event)),
                 qPrintable(told.first()));
    }
}

void TestDeadline::differencesOfARecord()
{
    CaseHistory history;
    QVERIFY(history.play(kHandled));
    const DeadlineExplanation explanation = history.explain(u"2026-11-20 16:30"_s);
    QCOMPARE(differences(explanation, history.record), QStringList());
    CaseRecord wrong = history.record;
    wrong.subject.dueAt = *wrong.subject.dueAt + 1min;
    wrong.subject.overdueAt = wrong.subject.dueAt;
    wrong.process.clocks[static_cast<std::size_t>(Stage::Handle)].running += 1ms;
    const QStringList entries = differences(explanation, wrong);
    QCOMPARE(entries.size(), 3);
    QVERIFY(entries.first().contains("due_at"_L1));
    QVERIFY(entries.last().contains("handle.running_ms"_L1));
}

void TestDeadline::clocksOfTwoStations()
{
    // The second station is a minute behind. What follows is dated before what it follows.
    CaseHistory history;
    QVERIFY(history.play(u"2026-11-20 16:00 report\n"
                         "2026-11-20 16:05 file 4 working-hour\n"
                         "2026-11-20 16:04 dispatch U1\n"
                         "2026-11-20 16:30 handle"_s));
    const DeadlineExplanation explanation = history.explain(u"2026-11-20 16:40"_s);
    QVERIFY(explanation.disagreements.isEmpty());
    QCOMPARE(differences(explanation, history.record), QStringList());
    QCOMPARE(lines(explanation.stretches),
             QStringList({u"running accept 11-20 16:00…11-20 16:05 e1"_s,
                          u"running handle 11-20 16:05…11-20 16:30 e3 U1"_s,
                          u"running check 11-20 16:30…11-20 16:40 e4"_s}));
}

void TestDeadline::json()
{
    CaseHistory history;
    QVERIFY(history.play(kHandled + u"2026-11-20 17:05 suspend 2026-11-24 09:00"_s));
    const QJsonObject json = toJson(history.explain(u"2026-11-23 10:00:00.500"_s));
    QCOMPARE(json.value(u"at"_s).toString(), u"2026-11-23T02:00:00.500Z"_s);
    QCOMPARE(json.value(u"state"_s).toString(), u"suspended"_s);
    QCOMPARE(json.value(u"stage"_s).toString(), u"handle"_s);
    QCOMPARE(json.value(u"due_at"_s).toString(), u"2026-11-24T04:00:00.000Z"_s);
    QCOMPARE(json.value(u"left_seconds"_s).toInteger(), 10'800);
    QCOMPARE(json.value(u"overdue_since"_s), QJsonValue());
    QCOMPARE(json.value(u"calendar"_s)[u"key"_s].toString(), u"CN/1"_s);
    QCOMPARE(json.value(u"conditions"_s)[0][u"limit"_s].toString(), u"4 working-hour"_s);
    const QJsonValue last = json.value(u"stretches"_s).toArray().last();
    QCOMPARE(last[u"kind"_s].toString(), u"suspended"_s);
    QCOMPARE(last[u"seconds"_s].toDouble(), 64 * 3600.0 + 55 * 60 + 0.5);
    QCOMPARE(json.value(u"changes"_s).toArray().last()[u"kind"_s].toString(), u"suspended"_s);
    const QJsonValue total = json.value(u"accounts"_s).toArray().last();
    QCOMPARE(total[u"stage"_s].toString(), u"total"_s);
    QCOMPARE(total[u"running"_s].toBool(), false);
    QVERIFY(json.value(u"disagreements"_s).toArray().isEmpty());
}

static const TestRegistration<TestDeadline> testRegistration;

} // namespace gridward

#include "test_deadline.moc"
