// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/caseid.h"
#include "models/domain/instant.h"
#include "tests/support/testregistry.h"

using namespace Qt::StringLiterals;

namespace gridward {

class TestInstant : public QObject
{
    Q_OBJECT
private slots:
    void reads_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        QTest::newRow("own form") << u"2026-11-21T07:06:03.250Z"_s << u"2026-11-21T07:06:03.250Z"_s;
        QTest::newRow("offset") << u"2026-11-21T07:06:03+08:00"_s << u"2026-11-20T23:06:03.000Z"_s;
        QTest::newRow("west") << u"2026-11-21 07:06-0430"_s << u"2026-11-21T11:36:00.000Z"_s;
        QTest::newRow("date") << u"2024-02-29"_s << u"2024-02-29T00:00:00.000Z"_s;
        QTest::newRow("before 1970")
            << u"1969-12-31T23:59:59.999Z"_s << u"1969-12-31T23:59:59.999Z"_s;
        QTest::newRow("more digits")
            << u"2026-01-01T00:00:00.1239Z"_s << u"2026-01-01T00:00:00.123Z"_s;
        QTest::newRow("no leap day") << u"2026-02-29"_s << QString();
        QTest::newRow("25 o'clock") << u"2026-01-01T25:00:00Z"_s << QString();
        QTest::newRow("rest") << u"2026-01-01T05:00:00Zx"_s << QString();
        QTest::newRow("words") << u"yesterday"_s << QString();
        QTest::newRow("empty") << QString() << QString();
    }
    void reads()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        const std::optional<Instant> instant = instantFromIso(text);
        QCOMPARE(instant ? toIsoText(*instant) : QString(), expected);
    }
    void idsSortByTime()
    {
        const Instant early = *instantFromIso(u"2026-01-01T00:00:00Z");
        const Instant late = early + std::chrono::milliseconds(1);
        const CaseId first = CaseId::make(early, 0x0fff, ~quint64(0));
        const CaseId second = CaseId::make(late, 0, 0);
        QVERIFY(first.toText() < second.toText());
        QVERIFY(first.rowNumber() < second.rowNumber());
        QVERIFY(firstRowNumber(late) <= second.rowNumber());
        QVERIFY(firstRowNumber(late) > first.rowNumber());
        QCOMPARE(first.toText().at(14), QChar(u'7')); // Qt 6.4 knows no version above 5
        QCOMPARE(CaseId::fromText(first.toText()), std::optional(first));
        QVERIFY(!CaseId::fromText(u"11010120261121"));
        QVERIFY(CaseId::makeRandom(early) != CaseId::makeRandom(early));
    }
};

static const TestRegistration<TestInstant> registration;

} // namespace gridward

#include "test_instant.moc"
