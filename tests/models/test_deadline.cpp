// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/casehistory.h"
#include "tests/support/testregistry.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

using std::chrono::milliseconds;
using namespace std::chrono_literals;

const QString kHandled = u"2026-11-20 15:50 report\n"
                         "2026-11-20 16:00 file 4 working-hour\n"
                         "2026-11-20 16:05 dispatch U1\n"
                         "2026-11-20 16:30 accept\n"_s;

/** "running handle 11-20 16:05–18:00 e3 U1": one line a stretch. */
QStringList lines(const QList<Stretch> &stretches)
{
    QStringList lines;
    for (const Stretch &stretch : stretches) {
        const QString stage = stretch.stage ? toId(*stretch.stage) : u"-"_s;
        QStringList words{toId(stretch.kind),
                          stage,
                          cnText(stretch.from).mid(5) + u"…"_s + cnText(stretch.to).mid(5),
                          u'e' + QString::number(stretch.event)};
        words += stretch.unit.isEmpty() ? QStringList() : QStringList(stretch.unit);
        words += stretch.name.isEmpty() ? QStringList() : QStringList(stretch.name);
        lines.append(words.join(u' '));
    }
    return lines;
}

/** "went-on handle e5 10800s 11-23 10:05": one line a change. */
QStringList lines(const QList<DeadlineChange> &changes)
{
    QStringList lines;
    for (const DeadlineChange &change : changes) {
        QStringList words{toId(change.kind),
                          toId(change.stage),
                          u'e' + QString::number(change.event),
                          change.left ? QString::number(*change.left / 1s) : u"-"_s,
                          change.due ? cnText(change.due).mid(5) : u"-"_s};
        words += change.limit ? QStringList(toText(*change.limit)) : QStringList();
        lines.append(words.join(u' '));
    }
    return lines;
}

/** Those of one stage. */
QStringList linesOf(Stage stage, const QList<DeadlineChange> &changes)
{
    QList<DeadlineChange> own;
    std::ranges::copy_if(changes, std::back_inserter(own), [&](const DeadlineChange &change) {
        return change.stage == stage;
    });
    return lines(own);
}

StageAccount accountOf(const DeadlineExplanation &explanation, Stage stage)
{
    const auto found = std::ranges::find_if(
        explanation.accounts, [&](const StageAccount &account) { return account.stage == stage; });
    return found != explanation.accounts.end() ? *found : StageAccount{};
}

/** The sample calendar in another version, with other days off. */
WorkingCalendar calendarWith(int version, const QByteArray &date, const QByteArray &name)
{
    QByteArray json = sampleCalendar().toJson();
    json.replace("\"version\":1", "\"version\":" + QByteArray::number(version));
    json.replace("\"holidays\":[",
                 "\"holidays\":[{\"date\":\"" + date + "\",\"name\":\"" + name + "\"},");
    return WorkingCalendar::fromJson(json).value();
}

RuleBook bookWith(int version, const QString &calendar)
{
    RuleBook book = sampleRuleBook();
    book.version = version;
    book.calendar = calendar;
    return book;
}

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
    void suspended();
    void suspendedPastItsDate();
    void notesMoveNothing();
    void extended();
    void returned();
    void reworked();
    void reopened();
    void transferred();
    void bundled();
    void bundleEndsWithAReturn();
    void verified();
    void ended();
    void newCalendar();
    void newCalendarWithoutADeadline();
    void beyondTheCalendar();
    void imported();
    void fromBeforeThereWereRules();
    void rulesCameWhileItRan();
    void toldDeadlineIsSuspended();
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

void TestDeadline::suspended()
{
    CaseHistory history;
    QVERIFY(history.play(kHandled + u"2026-11-20 17:05 suspend 2026-11-24 09:00"_s));
    const DeadlineExplanation explanation = history.explain(u"2026-11-23 10:00"_s);
    QCOMPARE(explanation.state, CaseState::Suspended);
    QCOMPARE(explanation.stage, Stage::Handle);
    QCOMPARE(explanation.left, milliseconds(3h));
    QCOMPARE(cnText(explanation.due), u"2026-11-24 12:00"_s);
    const StageAccount account = accountOf(explanation, Stage::Handle);
    QVERIFY(!account.isRunning);
    QCOMPARE(account.running, milliseconds(1h));
    QCOMPARE(account.counted, milliseconds(1h));
    QCOMPARE(account.paused, milliseconds(64h + 55min));
    QVERIFY(!accountOf(explanation, Stage::Total).isRunning);
    QCOMPARE(accountOf(explanation, Stage::Total).paused, account.paused);
    QCOMPARE(lines(explanation.stretches).last(),
             u"suspended handle 11-20 17:05…11-23 10:00 e5 U1"_s);
    QCOMPARE(linesOf(Stage::Handle, explanation.changes),
             QStringList({u"began handle e3 14400 11-23 10:05 4 working-hour"_s,
                          u"suspended handle e5 10800 11-24 12:00"_s}));
    QCOMPARE(explanation.changes.last().note, u"suspend it"_s);
}

void TestDeadline::suspendedPastItsDate()
{
    CaseHistory history;
    QVERIFY(history.play(kHandled + u"2026-11-20 17:05 suspend 2026-11-24 09:00"_s));
    const DeadlineExplanation explanation = history.explain(u"2026-11-24 10:00"_s);
    QCOMPARE(explanation.state, CaseState::Suspended); // nobody wrote it down
    QCOMPARE(explanation.left, milliseconds(2h));
    QVERIFY(accountOf(explanation, Stage::Handle).isRunning);
    QCOMPARE(lines(explanation.stretches).mid(3),
             QStringList({u"suspended handle 11-20 17:05…11-24 09:00 e5 U1"_s,
                          u"running handle 11-24 09:00…11-24 10:00 e5 U1"_s}));
    QCOMPARE(lines(explanation.changes).last(), u"resumed handle e5 10800 11-24 12:00"_s);
    // Written down late, it says the same of the past as before.
    QVERIFY(history.tick(cn(u"2026-11-24 11:00"_s)));
    QCOMPARE(cnText(history.record.subject.dueAt), u"2026-11-24 12:00"_s);
    QCOMPARE(history.events.at(5).at, cn(u"2026-11-24 09:00"_s));
    QCOMPARE(history.explain(u"2026-11-24 10:00"_s).left, explanation.left);
    QCOMPARE(lines(history.explain(u"2026-11-24 10:00"_s).changes).last(),
             u"resumed handle e6 10800 11-24 12:00"_s);
    QCOMPARE(history.contradiction(), QString());
}

void TestDeadline::notesMoveNothing()
{
    CaseHistory history;
    QVERIFY(history.play(kHandled + u"2026-11-20 17:05 suspend 2026-11-24 09:00\n"
                                    "2026-11-21 09:00 call D1\n"
                                    "2026-11-22 09:00 call D2"_s));
    QCOMPARE(cnText(history.record.subject.dueAt), u"2026-11-24 12:00"_s);
    QVERIFY(history.tick(cn(u"2026-11-24 09:00"_s)));
    QCOMPARE(cnText(history.record.subject.dueAt), u"2026-11-24 12:00"_s);
    QCOMPARE(linesOf(Stage::Handle, history.explain(u"2026-11-24 09:00"_s).changes).size(), 3);
    QCOMPARE(history.contradiction(), QString());
}

void TestDeadline::extended()
{
    CaseHistory history;
    QVERIFY(history.play(kHandled + u"2026-11-23 09:00 extend"_s));
    const DeadlineExplanation explanation = history.explain(u"2026-11-23 09:00"_s);
    QCOMPARE(explanation.extensions, 1);
    QCOMPARE(explanation.left, milliseconds(5h + 5min));
    QCOMPARE(lines(explanation.changes).last(),
             u"extended handle e6 18300 11-23 16:05 4 working-hour"_s);
    // The stretch goes on: nothing stopped.
    QCOMPARE(lines(explanation.stretches).last(),
             u"running handle 11-23 08:00…11-23 09:00 e3 U1"_s);
    QCOMPARE(history.explain(u"2026-11-23 08:59"_s).extensions, 0);
    QCOMPARE(history.contradiction(), QString());
}

void TestDeadline::returned()
{
    CaseHistory history;
    QVERIFY(history.play(kHandled + u"2026-11-20 17:05 return\n"
                                    "2026-11-20 17:10 dispatch U1\n"
                                    "2026-11-20 17:20 return\n"
                                    "2026-11-20 17:25 dispatch U2"_s));
    const DeadlineExplanation explanation = history.explain(u"2026-11-20 18:00"_s);
    QCOMPARE(lines(explanation.changes).mid(3),
             QStringList({u"ended dispatch e3 600 11-20 16:15"_s,
                          u"began handle e3 14400 11-23 10:05 4 working-hour"_s,
                          u"ended handle e5 10800 11-23 10:05"_s,
                          u"returned dispatch e5 600 11-20 17:15"_s,
                          u"ended dispatch e6 300 11-20 17:15"_s,
                          u"went-on handle e6 10800 11-23 10:10"_s,
                          u"ended handle e7 10200 11-23 10:10"_s,
                          u"returned dispatch e7 300 11-20 17:25"_s,
                          u"ended dispatch e8 0 11-20 17:25"_s,
                          u"began handle e8 14400 11-23 11:25 4 working-hour"_s}));
    QCOMPARE(lines(explanation.stretches).mid(2),
             QStringList({u"running handle 11-20 16:05…11-20 17:05 e3 U1"_s,
                          u"running dispatch 11-20 17:05…11-20 17:10 e5"_s,
                          u"running handle 11-20 17:10…11-20 17:20 e6 U1"_s,
                          u"running dispatch 11-20 17:20…11-20 17:25 e7"_s,
                          u"running handle 11-20 17:25…11-20 18:00 e8 U2"_s}));
    // All that two units took, but only what counts against the second one's limit.
    const StageAccount account = accountOf(explanation, Stage::Handle);
    QCOMPARE(account.running, milliseconds(1h + 45min));
    QCOMPARE(account.counted, milliseconds(35min));
    QCOMPARE(history.contradiction(), QString());
}

void TestDeadline::reworked()
{
    CaseHistory history;
    QVERIFY(history.play(kHandled + u"2026-11-20 17:05 handle\n"
                                    "2026-11-20 17:15 rework\n"
                                    "2026-11-20 17:45 handle\n"
                                    "2026-11-20 17:50 check"_s));
    const DeadlineExplanation explanation = history.explain(u"2026-11-20 17:55"_s);
    QCOMPARE(linesOf(Stage::Handle, explanation.changes),
             QStringList({u"began handle e3 14400 11-23 10:05 4 working-hour"_s,
                          u"ended handle e5 10800 11-23 10:05"_s,
                          u"went-on handle e6 10800 11-23 10:15"_s,
                          u"ended handle e7 9000 11-23 10:15"_s}));
    // Checking goes on with what the first check left; waiting to be closed is part of it.
    QCOMPARE(linesOf(Stage::Check, explanation.changes),
             QStringList({u"began check e5 1800 11-20 17:35 30 urgent-minute"_s,
                          u"ended check e6 1200 11-20 17:35"_s,
                          u"went-on check e7 1200 11-20 18:05"_s}));
    QCOMPARE(explanation.left, milliseconds(10min));
    QCOMPARE(cnText(explanation.handlingDue), u"2026-11-23 10:15"_s);
    QCOMPARE(history.contradiction(), QString());
}

void TestDeadline::reopened()
{
    CaseHistory history;
    QVERIFY(history.play(kHandled + u"2026-11-20 16:35 handle\n"
                                    "2026-11-20 17:00 check\n"
                                    "2026-11-20 17:01 close\n"
                                    "2026-11-21 09:00 callback\n"
                                    "2026-11-23 09:00 reopen\n"
                                    "2026-11-23 09:05 dispatch U1\n"
                                    "2026-11-23 10:00 handle"_s));
    const DeadlineExplanation explanation = history.explain(u"2026-11-23 10:10"_s);
    QCOMPARE(lines(explanation.stretches).mid(4),
             QStringList({u"ended - 11-20 17:01…11-23 09:00 e7"_s,
                          u"running dispatch 11-23 09:00…11-23 09:05 e9"_s,
                          u"running handle 11-23 09:05…11-23 10:00 e10 U1"_s,
                          u"running check 11-23 10:00…11-23 10:10 e11"_s}));
    QCOMPARE(accountOf(explanation, Stage::Total).paused, milliseconds(63h + 59min));
    // Everything anew: the check had taken 26 of its 30 minutes the first time.
    QCOMPARE(cnText(explanation.due), u"2026-11-23 10:30"_s);
    QCOMPARE(linesOf(Stage::Check, explanation.changes),
             QStringList({u"began check e5 1800 11-20 17:05 30 urgent-minute"_s,
                          u"ended check e7 240 11-20 17:05"_s,
                          u"began check e11 1800 11-23 10:30 30 urgent-minute"_s}));
    QCOMPARE(cnText(explanation.handlingDue), u"2026-11-23 15:05"_s);
    QCOMPARE(history.contradiction(), QString());
    // Before it was reopened, the case had ended.
    const DeadlineExplanation closed = history.explain(u"2026-11-22 12:00"_s);
    QVERIFY(!closed.stage && !closed.due && !closed.left);
    QCOMPARE(cnText(closed.handlingDue), u"2026-11-23 10:05"_s);
    QCOMPARE(closed.stretches.last().to, cn(u"2026-11-20 17:01"_s));
    QCOMPARE(accountOf(closed, Stage::Total).paused, milliseconds(0));
}

void TestDeadline::transferred()
{
    CaseHistory history;
    QVERIFY(history.play(u"2026-11-20 16:00 report\n"
                         "2026-11-20 16:00 file 4 working-hour\n"
                         "2026-11-20 16:05 dispatch U1\n"
                         "2026-11-20 16:20 ask-extend\n"
                         "2026-11-20 17:05 transfer U2"_s));
    const DeadlineExplanation explanation = history.explain(u"2026-11-20 17:35"_s);
    QCOMPARE(cnText(explanation.due), u"2026-11-23 11:05"_s);
    QCOMPARE(explanation.left, milliseconds(3h + 30min));
    QCOMPARE(lines(explanation.stretches),
             QStringList({u"running dispatch 11-20 16:00…11-20 16:05 e2"_s,
                          u"running handle 11-20 16:05…11-20 17:05 e3 U1"_s,
                          u"running handle 11-20 17:05…11-20 17:35 e5 U2"_s}));
    // What the first unit asked for is not the second one's.
    QVERIFY(!history.record.process.asksFor(CaseRequest::Kind::Extend));
    QCOMPARE(history.contradiction(), QString());
}

void TestDeadline::bundled()
{
    CaseHistory history;
    QVERIFY(history.play(u"2026-11-20 16:00 report\n"
                         "2026-11-20 16:00 file 4 working-hour\n"
                         "2026-11-20 16:05 dispatch U1 with 2026-11-23 09:00"_s));
    QVERIFY(history.follow(cn(u"2026-11-20 17:05"_s), cn(u"2026-11-24 09:00"_s)));
    const DeadlineExplanation first = history.explain(u"2026-11-20 16:05"_s);
    QCOMPARE(cnText(first.due), u"2026-11-23 09:00"_s);
    QCOMPARE(first.left, milliseconds(1h + 55min + 1h));
    QCOMPARE(lines(first.changes).last(), u"shared handle e3 10500 11-23 09:00"_s);
    QCOMPARE(first.changes.last().note, u"1101012026112000002"_s);
    const DeadlineExplanation second = history.explain(u"2026-11-20 17:05"_s);
    QCOMPARE(cnText(second.due), u"2026-11-24 09:00"_s);
    QCOMPARE(lines(second.changes).last(), u"shared handle e4 35700 11-24 09:00"_s);
    QCOMPARE(second.extensions, 0);
    // Handed back and reworked, it goes on with what was left of the shared deadline.
    QVERIFY(history.play(u"2026-11-23 08:00 handle\n2026-11-23 08:30 rework"_s));
    QCOMPARE(cnText(history.record.subject.dueAt), u"2026-11-24 09:30"_s);
    QCOMPARE(history.contradiction(), QString());
}

void TestDeadline::bundleEndsWithAReturn()
{
    CaseHistory history;
    QVERIFY(history.play(u"2026-11-20 16:00 report\n"
                         "2026-11-20 16:00 file 4 working-hour\n"
                         "2026-11-20 16:05 dispatch U1 with 2026-11-23 09:00\n"
                         "2026-11-20 16:35 return\n"
                         "2026-11-20 16:40 dispatch U2"_s));
    QCOMPARE(history.record.subject.bundle, QString());
    QCOMPARE(cnText(history.record.subject.dueAt), u"2026-11-23 10:40"_s);
    QVERIFY2(history.play(u"2026-11-20 17:00 extend"_s), qPrintable(history.refusal));
    QCOMPARE(history.contradiction(), QString());
}

void TestDeadline::verified()
{
    CaseHistory history;
    QVERIFY(history.play(u"2026-11-20 16:00 report\n"
                         "2026-11-20 16:05 verify\n"
                         "2026-11-20 16:20 verify\n"
                         "2026-11-20 16:25 file 4 working-hour"_s));
    const DeadlineExplanation explanation = history.explain(u"2026-11-20 16:25"_s);
    QCOMPARE(lines(explanation.changes),
             QStringList({u"began accept e1 900 11-20 16:15 15 urgent-minute"_s,
                          u"ended accept e2 600 11-20 16:15"_s,
                          u"began verify e2 1800 11-20 16:35 30 urgent-minute"_s,
                          u"ended verify e3 900 11-20 16:35"_s,
                          u"went-on accept e3 600 11-20 16:30"_s,
                          u"ended accept e4 300 11-20 16:30"_s,
                          u"began dispatch e4 900 11-20 16:40 15 urgent-minute"_s}));
    QCOMPARE(history.contradiction(), QString());
}

void TestDeadline::ended()
{
    CaseHistory history;
    QVERIFY(history.play(u"2026-11-20 16:00 report\n2026-11-20 16:20 void"_s));
    const DeadlineExplanation explanation = history.explain(u"2026-11-24 00:00"_s);
    QVERIFY(!explanation.stage && !explanation.due && !explanation.handlingDue);
    QCOMPARE(lines(explanation.stretches),
             QStringList(u"running accept 11-20 16:00…11-20 16:20 e1"_s));
    QCOMPARE(lines(explanation.changes).last(), u"ended accept e2 -300 11-20 16:15"_s);
    QVERIFY(!explanation.overdue); // that is about handling
    QCOMPARE(history.contradiction(), QString());
}

void TestDeadline::newCalendar()
{
    // The 24th, a Tuesday, is given off after the deadline was counted.
    CaseHistory history;
    QVERIFY(history.play(u"2026-11-20 16:00 report\n"
                         "2026-11-20 16:00 file 2 working-day\n"
                         "2026-11-20 16:00 dispatch U1"_s));
    QCOMPARE(cnText(history.record.subject.dueAt), u"2026-11-24 16:00"_s);
    const WorkingCalendar later = calendarWith(2, "2026-11-24", "雪");
    history.useRules(bookWith(2, later.key()), later);
    QVERIFY(history.play(u"2026-11-23 08:00 accept"_s));
    const DeadlineExplanation accepted = history.explain(u"2026-11-23 08:00"_s);
    QCOMPARE(accepted.rules, 2);
    QCOMPARE(accepted.calendar, u"CN/1"_s); // it stands as it was counted
    QCOMPARE(cnText(accepted.due), u"2026-11-24 16:00"_s);
    QCOMPARE(accepted.left, milliseconds(14h));
    // What is left of it is measured by the calendar in force when it stops, and goes on by that.
    QVERIFY(history.play(u"2026-11-23 10:00 suspend 2026-11-24 00:00"_s));
    const DeadlineExplanation paused = history.explain(u"2026-11-23 12:00"_s);
    QCOMPARE(paused.calendar, u"CN/2"_s);
    QCOMPARE(paused.left, milliseconds(6h));
    QCOMPARE(cnText(paused.due), u"2026-11-25 16:00"_s);
    QVERIFY(history.tick(cn(u"2026-11-24 00:00"_s)));
    QCOMPARE(lines(history.explain(u"2026-11-25 09:00"_s).stretches).mid(6),
             QStringList({u"holiday handle 11-24 00:00…11-25 00:00 e6 U1 雪"_s,
                          u"off-hours handle 11-25 00:00…11-25 08:00 e6 U1"_s,
                          u"running handle 11-25 08:00…11-25 09:00 e6 U1"_s}));
    QCOMPARE(history.contradiction(), QString());
}

void TestDeadline::newCalendarWithoutADeadline()
{
    // A rule book that names another calendar, and an event that ends everything: no deadline says
    // with what the rest was counted, so the book does.
    CaseHistory history;
    QVERIFY(history.play(u"2026-11-20 16:00 report\n"
                         "2026-11-20 16:00 file 2 working-day\n"
                         "2026-11-20 16:00 dispatch U1\n"
                         "2026-11-20 17:00 return"_s));
    const WorkingCalendar later = calendarWith(2, "2026-11-24", "雪");
    RuleBook book = bookWith(2, later.key());
    book.stageLimits.fill(std::nullopt);
    history.useRules(book, later);
    QVERIFY(history.play(u"2026-11-20 17:05 return\n2026-11-20 17:10 void"_s));
    QCOMPARE(history.contradiction(), QString());
}

void TestDeadline::beyondTheCalendar()
{
    CaseHistory history;
    QVERIFY(history.play(u"2026-12-31 15:00 report\n"
                         "2026-12-31 15:00 file 1 working-day\n"
                         "2026-12-31 15:00 dispatch U1\n"
                         "2026-12-31 16:00 handle"_s));
    const DeadlineExplanation explanation = history.explain(u"2026-12-31 15:30"_s);
    QCOMPARE(explanation.lastKnownYear, 2026);
    QCOMPARE(explanation.calendarName, sampleCalendar().name());
    QCOMPARE(cnText(explanation.due), u"2027-01-01 15:00"_s);
    QVERIFY(explanation.beyondCalendar);
    QVERIFY(!history.explain(u"2026-12-31 16:10"_s).beyondCalendar); // the check is due this year
    // By the local day: 2026-12-31 17:00 in UTC is next year.
    CaseHistory night;
    QVERIFY(night.play(u"2026-12-31 22:00 report\n"
                       "2026-12-31 22:00 file 3 urgent-hour\n"
                       "2026-12-31 22:00 dispatch U1"_s));
    QVERIFY(night.explain(u"2026-12-31 22:30"_s).beyondCalendar);
}

void TestDeadline::imported()
{
    CaseHistory history;
    const QJsonObject facts{{u"number"_s, u"1"_s},
                            {u"reported_at"_s, u"2026-11-01T00:00:00.000Z"_s},
                            {u"due_at"_s, u"2026-11-25T00:00:00.000Z"_s},
                            {u"unit"_s, u"U1"_s}};
    QVERIFY(
        history.write(CaseAction::Import, cn(u"2026-11-20 12:00"_s), CaseState::Handling, facts));
    const DeadlineExplanation explanation = history.explain(u"2026-11-24 08:00"_s);
    QCOMPARE(explanation.rules, 0);
    QCOMPARE(cnText(explanation.due), u"2026-11-25 08:00"_s);
    QCOMPARE(explanation.left, milliseconds(24h));
    QCOMPARE(lines(explanation.stretches),
             QStringList(u"running handle 11-20 12:00…11-24 08:00 e1 U1"_s));
    QVERIFY(explanation.disagreements.isEmpty());
    QVERIFY(!explanation.beyondCalendar);
    QVERIFY(history.explain(u"2026-11-26 08:00"_s).overdue);
    QCOMPARE(history.contradiction(), QString());
    // It goes on here by the rules, and comes back with what was left by the clock.
    QVERIFY(history.play(u"2026-11-24 08:00 handle\n2026-11-24 08:10 rework"_s));
    QCOMPARE(cnText(history.record.subject.dueAt), u"2026-11-25 08:10"_s);
    QCOMPARE(history.contradiction(), QString());

    CaseHistory closed;
    QVERIFY(closed.write(CaseAction::Import, cn(u"2026-11-20 12:00"_s), CaseState::Closed, facts));
    QVERIFY(closed.explain(u"2026-11-24 08:00"_s).stretches.isEmpty());
    QCOMPARE(cnText(closed.explain(u"2026-11-24 08:00"_s).handlingDue), u"2026-11-25 08:00"_s);
    QCOMPARE(closed.contradiction(), QString());
}

void TestDeadline::fromBeforeThereWereRules()
{
    CaseHistory history;
    const auto at = [](const char *time) {
        return cn(u"2026-11-20 "_s + QString::fromLatin1(time));
    };
    const auto due = [](const char *time) {
        return QJsonObject{{u"due_at"_s, QString::fromLatin1(time)}, {u"unit"_s, u"U1"_s}};
    };
    QVERIFY(history.write(CaseAction::Report, at("08:00"), CaseState::Registered, {}));
    QVERIFY(history.write(CaseAction::File, at("08:30"), CaseState::Filed));
    QVERIFY(history.write(
        CaseAction::Dispatch, at("09:00"), CaseState::AtUnit, due("2026-11-20T04:00:00.000Z")));
    QVERIFY(history.write(CaseAction::Handle, at("11:00"), CaseState::FedBack));
    QVERIFY(history.write(CaseAction::Rework, at("11:30"), CaseState::Rework));
    const DeadlineExplanation explanation = history.explain(u"2026-11-20 13:00"_s);
    QCOMPARE(cnText(explanation.due), u"2026-11-20 12:00"_s); // as told, not half an hour later
    QCOMPARE(explanation.left, milliseconds(-1h));
    QCOMPARE(cnText(explanation.overdueSince), u"2026-11-20 12:00"_s);
    QCOMPARE(explanation.calendar, QString());
    QCOMPARE(linesOf(Stage::Handle, explanation.changes),
             QStringList({u"began handle e3 10800 11-20 12:00"_s,
                          u"ended handle e4 3600 11-20 12:00"_s,
                          u"went-on handle e5 1800 11-20 12:00"_s}));
    QCOMPARE(history.contradiction(), QString());
    // Nobody needs a library for it.
    QVERIFY(explainDeadline(history.record.subject.id, history.events, RuleLibrary{}, at("13:00")));
}

void TestDeadline::rulesCameWhileItRan()
{
    CaseHistory history;
    const QJsonObject facts{{u"due_at"_s, u"2026-11-20T10:00:00.000Z"_s}, {u"unit"_s, u"U1"_s}};
    QVERIFY(history.write(CaseAction::Report, cn(u"2026-11-20 08:00"_s), CaseState::Registered));
    QVERIFY(history.write(CaseAction::File, cn(u"2026-11-20 08:30"_s), CaseState::Filed));
    QVERIFY(
        history.write(CaseAction::Dispatch, cn(u"2026-11-20 09:00"_s), CaseState::AtUnit, facts));
    QVERIFY2(history.play(u"2026-11-20 09:30 accept\n"
                          "2026-11-20 10:00 handle\n"
                          "2026-11-20 10:20 rework"_s),
             qPrintable(history.refusal));
    // Told without a limit it counts by the clock: 8 hours were left at 10:00.
    QCOMPARE(cnText(history.record.subject.dueAt), u"2026-11-20 18:20"_s);
    QCOMPARE(history.contradiction(), QString());
    // Another unit gets the limit of the rules.
    QVERIFY(history.play(u"2026-11-20 10:30 handle\n2026-11-20 10:35 check\n"
                         "2026-11-20 10:40 close\n2026-11-20 10:50 reopen\n"
                         "2026-11-20 11:00 dispatch U2"_s));
    QCOMPARE(cnText(history.record.subject.dueAt), u"2026-11-27 11:00"_s);
    QCOMPARE(history.contradiction(), QString());
    // One that was handed back in the old days and is reworked by the rules keeps what was told.
    CaseHistory old;
    QVERIFY(old.write(CaseAction::Report, cn(u"2026-11-20 08:00"_s), CaseState::Registered));
    QVERIFY(old.write(CaseAction::File, cn(u"2026-11-20 08:30"_s), CaseState::Filed));
    QVERIFY(old.write(CaseAction::Dispatch, cn(u"2026-11-20 09:00"_s), CaseState::AtUnit, facts));
    QVERIFY(old.write(CaseAction::Handle, cn(u"2026-11-20 10:00"_s), CaseState::FedBack));
    QVERIFY(old.play(u"2026-11-20 10:20 rework"_s));
    QCOMPARE(cnText(old.record.subject.dueAt), u"2026-11-20 18:00"_s);
    QCOMPARE(old.contradiction(), QString());
}

void TestDeadline::toldDeadlineIsSuspended()
{
    CaseHistory history;
    const QJsonObject facts{{u"due_at"_s, u"2026-11-20T10:00:00.000Z"_s}, {u"unit"_s, u"U1"_s}};
    QVERIFY(
        history.write(CaseAction::Import, cn(u"2026-11-20 09:00"_s), CaseState::Handling, facts));
    QVERIFY(history.play(u"2026-11-20 10:00 suspend 2026-11-22 10:00"_s));
    QCOMPARE(cnText(history.record.subject.dueAt), u"2026-11-22 18:00"_s);
    QVERIFY(history.play(u"2026-11-21 10:00 resume"_s));
    QCOMPARE(cnText(history.record.subject.dueAt), u"2026-11-21 18:00"_s);
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
