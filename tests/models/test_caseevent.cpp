// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/caseevent.h"
#include "tests/support/testregistry.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

const Instant kStart = *instantFromIso(u"2026-11-21T07:00:00Z");
const CaseId kId = CaseId::make(kStart, 1, 2);

CaseEvent reportEvent()
{
    Case subject;
    subject.number = u"1101012026112100001"_s;
    subject.classKey = {defaultScheme(), CaseKind::Matter, u"06010"_s};
    subject.text = u"门前有暴露垃圾"_s;
    subject.place = GeoPoint{116.4163201, 39.9284107};
    subject.grid = u"110101001001001"_s;
    CaseEvent event;
    event.sequence = 1;
    event.action = CaseAction::Report;
    event.at = kStart;
    event.actor = u"acceptor1"_s;
    event.to = CaseState::Reported;
    event.facts = factsText(factsOf(subject));
    return event;
}

CaseEvent
next(int sequence, CaseAction action, CaseState from, CaseState to, QJsonObject facts = {})
{
    CaseEvent event;
    event.sequence = sequence;
    event.action = action;
    event.at = kStart + std::chrono::minutes(sequence);
    event.actor = u"filer1"_s;
    event.from = from;
    event.to = to;
    event.facts = factsText(facts);
    return event;
}

} // namespace

class TestCaseEvent : public QObject
{
    Q_OBJECT
private slots:
    void derivesTheCase()
    {
        const Result<Case> result =
            replay(kId,
                   {reportEvent(),
                    next(2, CaseAction::File, CaseState::Reported, CaseState::Filed),
                    next(3,
                         CaseAction::Dispatch,
                         CaseState::Filed,
                         CaseState::AtUnit,
                         {{u"unit"_s, u"U1"_s}, {u"due_at"_s, u"2026-11-21T11:00:00.000Z"_s}}),
                    next(4, CaseAction::Handle, CaseState::AtUnit, CaseState::FedBack)});
        QVERIFY(result);
        const Case &subject = result.value();
        QCOMPARE(subject.version, 4);
        QCOMPARE(subject.state, CaseState::FedBack);
        QCOMPARE(subject.unit, u"U1"_s);
        QCOMPARE(subject.place, (std::optional(GeoPoint{116.4163201, 39.9284107})));
        QCOMPARE(subject.reportedAt, std::optional(kStart));
        QCOMPARE(subject.filedAt, std::optional(kStart + std::chrono::minutes(2)));
        QCOMPARE(subject.handledAt, std::optional(kStart + std::chrono::minutes(4)));
        QVERIFY(!isOverdue(subject, kStart + std::chrono::hours(48)));
        QVERIFY(isOpen(subject.state));
    }
    void overdueIsJudgedByTheHandBack()
    {
        Case subject;
        subject.dueAt = kStart;
        QVERIFY(!isOverdue(subject, kStart));
        QVERIFY(isOverdue(subject, kStart + std::chrono::milliseconds(1)));
        subject.handledAt = kStart;
        QVERIFY(!isOverdue(subject, kStart + std::chrono::hours(1)));
        subject.handledAt = kStart + std::chrono::seconds(1);
        QVERIFY(isOverdue(subject, kStart));
    }
    void aReturnTakesTheUnitAway()
    {
        Case subject;
        subject.version = 3;
        subject.state = CaseState::AtUnit;
        subject.unit = u"U1"_s;
        subject.person = u"P1"_s;
        const Result<Case> after =
            apply(subject, next(4, CaseAction::Return, CaseState::AtUnit, CaseState::Filed));
        QVERIFY(after);
        QVERIFY(after.value().unit.isEmpty());
        QVERIFY(after.value().person.isEmpty());
    }
    void refusesWhatDoesNotFollow_data()
    {
        QTest::addColumn<int>("sequence");
        QTest::addColumn<QString>("from");
        QTest::addColumn<QByteArray>("facts");
        QTest::newRow("gap") << 3 << u"reported"_s << QByteArray();
        QTest::newRow("again") << 1 << u"reported"_s << QByteArray();
        QTest::newRow("other state") << 2 << u"closed"_s << QByteArray();
        QTest::newRow("no JSON") << 2 << u"reported"_s << QByteArray("{");
        QTest::newRow("wrong level") << 2 << u"reported"_s << QByteArray(R"({"level":"pink"})");
        QTest::newRow("wrong time") << 2 << u"reported"_s << QByteArray(R"({"due_at":"soon"})");
        QTest::newRow("no text") << 2 << u"reported"_s << QByteArray(R"({"unit":5})");
    }
    void refusesWhatDoesNotFollow()
    {
        QFETCH(int, sequence);
        QFETCH(QString, from);
        QFETCH(QByteArray, facts);
        CaseEvent event =
            next(sequence, CaseAction::File, *caseStateFromId(from), CaseState::Filed);
        event.facts = facts;
        QVERIFY(!replay(kId, {reportEvent(), event}));
    }
    void hashIsTheDocumentedOne()
    {
        CaseEvent event = reportEvent();
        event.facts = "{}";
        event.note = u"因为"_s;
        QByteArray bytes(32, '\0');
        for (const QByteArray &field : {kId.toText().toLatin1(),
                                        QByteArray("1"),
                                        QByteArray("report"),
                                        QByteArray("2026-11-21T07:00:00.000Z"),
                                        QByteArray("acceptor1"),
                                        QByteArray(),
                                        QByteArray(),
                                        QByteArray("reported"),
                                        QByteArray("因为"),
                                        QByteArray("{}")}) {
            bytes += QByteArray::number(field.size()) + ':' + field + ',';
        }
        QCOMPARE(chainHash({}, kId, event),
                 QCryptographicHash::hash(bytes, QCryptographicHash::Sha256));
    }
    void hashDependsOnEverything()
    {
        const CaseEvent event = reportEvent();
        const QByteArray hash = chainHash({}, kId, event);
        QList<CaseEvent> others(8, event);
        others[0].sequence = 2;
        others[1].action = CaseAction::Import;
        others[2].at += std::chrono::milliseconds(1);
        others[3].actor = u"x"_s;
        others[4].origin = u"x"_s;
        others[5].to = CaseState::Registered;
        others[6].note = u"x"_s;
        others[7].facts = "{}";
        for (const CaseEvent &other : others) {
            QVERIFY(chainHash({}, kId, other) != hash);
        }
        QVERIFY(chainHash(hash, kId, event) != hash);
        QVERIFY(chainHash({}, CaseId::make(kStart, 1, 3), event) != hash);
    }
};

static const TestRegistration<TestCaseEvent> registration;

} // namespace gridward

#include "test_caseevent.moc"
