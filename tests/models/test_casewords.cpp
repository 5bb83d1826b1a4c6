// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/rights.h"
#include "models/view/casewords.h"
#include "tests/support/testregistry.h"

#include <QFile>
#include <QTranslator>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

using namespace std::chrono_literals;

/** The first column of a table of resources/demo/simulation. */
QStringList firstColumn(const QString &name)
{
    QFile file(QStringLiteral(GRIDWARD_TEST_DATA "/../../resources/demo/simulation/") + name);
    QStringList ids;
    if (file.open(QIODevice::ReadOnly)) {
        file.readLine(); // the head
        while (!file.atEnd()) {
            ids.append(QString::fromUtf8(file.readLine()).section(u',', 0, 0));
        }
    }
    ids.removeDuplicates();
    return ids;
}

struct Named
{
    QString id;
    QString word;
};

/** Every word there is, with what it stands for. */
QList<Named> everyWord()
{
    QList<Named> words;
    const auto add = [&words](const QString &id, const QString &word) { words.append({id, word}); };
    for (const QString &id : caseStateIds()) {
        add(id, case_words::word(*caseStateFromId(id)));
    }
    for (const QString &id : caseLevelIds()) {
        add(id, case_words::word(*caseLevelFromId(id)));
    }
    for (const QString &id : caseSourceIds()) {
        add(id, case_words::word(*caseSourceFromId(id)));
    }
    for (const QString &id : caseActionIds()) {
        add(id, case_words::word(*caseActionFromId(id)));
    }
    for (const CaseKind kind : {CaseKind::Matter, CaseKind::Component}) {
        add(toId(kind), case_words::word(kind));
    }
    for (const GridType type :
         {GridType::Residential, GridType::Business, GridType::Enterprise, GridType::Crowded}) {
        add(toId(type), case_words::word(type));
    }
    for (const GridLevel level :
         {GridLevel::Daily, GridLevel::General, GridLevel::Key, GridLevel::Comprehensive}) {
        add(toId(level), case_words::word(level));
    }
    for (const QString &id : roleIds()) {
        add(id, case_words::roleWord(id));
    }
    // The seven forces, and what else files of staff and the demo name.
    for (const QString &id : {u"manager"_s,
                              u"assistant"_s,
                              u"police"_s,
                              u"supervisor"_s,
                              u"judicial"_s,
                              u"fire"_s,
                              u"party-secretary"_s,
                              u"head"_s,
                              u"guide"_s,
                              u"monitor"_s,
                              u"volunteer"_s,
                              u"duty-officer"_s}) {
        add(id, case_words::postWord(id));
    }
    for (const QString &id : firstColumn(u"places.csv"_s)) {
        add(id, case_words::placeKindWord(id));
    }
    return words;
}

Case caseDue(std::optional<std::chrono::minutes> dueIn,
             std::optional<std::chrono::minutes> handledIn = {})
{
    Case subject;
    if (dueIn) {
        subject.dueAt = Instant{} + *dueIn;
    }
    if (handledIn) {
        subject.handledAt = Instant{} + *handledIn;
    }
    return subject;
}

} // namespace

class TestCaseWords : public QObject
{
    Q_OBJECT
private slots:
    void everythingHasAWord()
    {
        const QList<Named> words = everyWord();
        QVERIFY(words.size() > 100);
        QVERIFY(firstColumn(u"places.csv"_s).size() > 20);
        for (const Named &named : words) {
            QVERIFY2(!named.word.isEmpty() && named.word != named.id, qPrintable(named.id));
            QVERIFY2(named.word.at(0).isUpper(), qPrintable(named.word));
        }
        QCOMPARE(case_words::roleWord(u"x"_s), u"x"_s);
        QCOMPARE(case_words::postWord(u"x"_s), u"x"_s);
        QCOMPARE(case_words::placeKindWord(u"x"_s), u"x"_s);
    }
    void everyWordIsInChineseToo()
    {
        const QList<Named> english = everyWord();
        QTranslator words;
        QVERIFY(words.load(u":/translations/gridward_zh_CN.qm"_s));
        QCoreApplication::installTranslator(&words);
        const QList<Named> chinese = everyWord();
        QCoreApplication::removeTranslator(&words);
        for (qsizetype i = 0; i < english.size(); ++i) {
            const QString word = chinese.at(i).word;
            QVERIFY2(
                std::ranges::any_of(word, [](QChar c) { return c.script() == QChar::Script_Han; }),
                qPrintable(english.at(i).id));
        }
    }
    void durations_data()
    {
        QTest::addColumn<std::chrono::milliseconds>("duration");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *name, std::chrono::milliseconds time, const QString &text) {
            QTest::newRow(name) << time << text;
        };
        row("nothing", 0ms, u"0 min"_s);
        row("under a minute", 59'999ms, u"0 min"_s);
        row("a minute", 1min, u"1 min"_s);
        row("under an hour", 59min, u"59 min"_s);
        row("an hour", 1h, u"1 h 0 min"_s);
        row("hours", 2h + 10min, u"2 h 10 min"_s);
        row("under a day", 24h - 1ms, u"23 h 59 min"_s);
        row("a day", 24h, u"1 d 0 h"_s);
        row("days", 24h * 400 + 5h + 59min, u"400 d 5 h"_s);
    }
    void durations()
    {
        QFETCH(std::chrono::milliseconds, duration);
        QFETCH(QString, text);
        QCOMPARE(case_words::durationText(duration), text);
    }
    void clocks_data()
    {
        QTest::addColumn<Case>("subject");
        QTest::addColumn<int>("minutes"); // of now
        QTest::addColumn<QString>("text");
        QTest::newRow("before dispatch") << caseDue({}) << 0 << u"no limit yet"_s;
        QTest::newRow("running") << caseDue(130min) << 0 << u"2 h 10 min left"_s;
        QTest::newRow("to the minute") << caseDue(60min) << 60 << u"0 min left"_s;
        QTest::newRow("late") << caseDue(60min) << 95 << u"35 min overdue"_s;
        QTest::newRow("in time") << caseDue(60min, 60min) << 900 << u"handed in on time"_s;
        QTest::newRow("too late") << caseDue(60min, 61min) << 900 << u"1 min overdue"_s;
        Case desk = caseDue({});
        desk.stageDueAt = Instant{} + 15min;
        QTest::newRow("at a desk") << desk << 5 << u"desk 10 min left"_s;
        QTest::newRow("too long at a desk") << desk << 35 << u"desk 20 min overdue"_s;
        Case scene = caseDue(130min);
        scene.sceneDueAt = Instant{} + 30min;
        QTest::newRow("on the scene") << scene << 10 << u"2 h 0 min left"_s;
        QTest::newRow("nobody checks in") << scene << 42 << u"check-in missed: 12 min"_s;
        scene.reportedAt = Instant{};
        scene.sceneDueAt = scene.reportedAt; // nobody was there yet
        QTest::newRow("nobody came yet") << scene << 12 << u"nobody on the scene: 12 min"_s;
    }
    void clocks()
    {
        QFETCH(Case, subject);
        QFETCH(int, minutes);
        QFETCH(QString, text);
        QCOMPARE(case_words::clockText(subject, Instant{} + std::chrono::minutes(minutes)), text);
    }
    void times_data()
    {
        QTest::addColumn<QString>("moment");
        QTest::addColumn<QString>("since");
        QTest::addColumn<QString>("time");
        // Now it is 2026-11-21 07:00, here in UTC.
        QTest::newRow("now") << u"2026-11-21T07:00:00Z"_s << u"just now"_s << u"11-21 07:00"_s;
        QTest::newRow("seconds") << u"2026-11-21T06:59:01Z"_s << u"just now"_s << u"11-21 06:59"_s;
        QTest::newRow("a minute") << u"2026-11-21T06:59:00Z"_s << u"1 minute(s) ago"_s
                                  << u"11-21 06:59"_s;
        QTest::newRow("minutes") << u"2026-11-21T06:00:01Z"_s << u"59 minute(s) ago"_s
                                 << u"11-21 06:00"_s;
        QTest::newRow("an hour") << u"2026-11-21T06:00:00Z"_s << u"11-21 06:00"_s
                                 << u"11-21 06:00"_s;
        QTest::newRow("last year")
            << u"2025-12-31T23:59:00Z"_s << u"2025-12-31 23:59"_s << u"2025-12-31 23:59"_s;
        QTest::newRow("to come") << u"2026-11-21T07:01:00Z"_s << u"11-21 07:01"_s
                                 << u"11-21 07:01"_s;
    }
    void aSuspensionHidesNoLateness()
    {
        Case one = caseDue(std::chrono::minutes(0));
        one.state = CaseState::Suspended;
        one.suspendedUntil = *instantFromIso(u"2026-12-02T00:00:00Z"_s);
        one.dueAt = *instantFromIso(u"2026-11-20T00:00:00Z"_s);
        const Instant before = *instantFromIso(u"2026-11-19T00:00:00Z"_s);
        const Instant after = *instantFromIso(u"2026-11-23T04:00:00Z"_s);
        QCOMPARE(case_words::clockText(one, before), u"suspended until 12-02 00:00"_s);
        QCOMPARE(case_words::clockText(one, after),
                 u"3 d 4 h overdue, suspended until 12-02 00:00"_s);
        QCOMPARE(case_words::tickingClockText(one, after), u"3 d 4 h late, suspended"_s);
    }
    void times()
    {
        QFETCH(QString, moment);
        QFETCH(QString, since);
        QFETCH(QString, time);
        const Instant now = *instantFromIso(u"2026-11-21T07:00:00Z");
        QCOMPARE(case_words::sinceText(*instantFromIso(moment), now), since);
        QCOMPARE(case_words::timeText(*instantFromIso(moment), now), time);
    }
};
static const TestRegistration<TestCaseWords> sRegistration;

} // namespace gridward

#include "test_casewords.moc"
