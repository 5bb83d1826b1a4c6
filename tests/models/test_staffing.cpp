// SPDX-License-Identifier: GPL-3.0-or-later
// Leave and deputies, the staffing matrix and vacancies: rows worked by hand.
#include "models/domain/staffing.h"
#include "tests/support/testregistry.h"

#include <QObject>
#include <QTest>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

QDate day(int number)
{
    return QDate(2026, 11, number);
}

Leave leave(const QString &person, int from, int to, const QString &deputy = {})
{
    return {person, day(from), day(to), LeaveKind::Annual, deputy, {}};
}

UnitGrid grid(const QString &code, GridLevel level = GridLevel::Daily)
{
    UnitGrid made;
    made.code = code;
    made.level = level;
    return made;
}

Duty duty(const QString &person, const QString &role, int from, int to = 0)
{
    return {person, role, u"G1"_s, day(from), to == 0 ? QDate() : day(to)};
}

} // namespace

class TestStaffing : public QObject
{
    Q_OBJECT
private slots:
    void whoActs_data()
    {
        QTest::addColumn<QString>("person");
        QTest::addColumn<int>("on");
        QTest::addColumn<QString>("acting"); // "-": nobody
        // a away 10–12 (b), b away 12–14 (c), c away 14–16 (nobody), d and e away for each other.
        QTest::newRow("present") << u"a"_s << 9 << u"a"_s;
        QTest::newRow("the first day") << u"a"_s << 10 << u"b"_s;
        QTest::newRow("the deputy's deputy") << u"a"_s << 12 << u"c"_s;
        QTest::newRow("back again") << u"a"_s << 13 << u"a"_s;
        QTest::newRow("of b") << u"b"_s << 13 << u"c"_s;
        QTest::newRow("leads to nobody") << u"b"_s << 14 << u"-"_s;
        QTest::newRow("without a deputy") << u"c"_s << 15 << u"-"_s;
        QTest::newRow("a circle") << u"d"_s << 20 << u"-"_s;
        QTest::newRow("withdrawn") << u"f"_s << 10 << u"f"_s;
    }
    void whoActs()
    {
        QFETCH(QString, person);
        QFETCH(int, on);
        QFETCH(QString, acting);
        const LeaveBook book({leave(u"a"_s, 10, 12, u"b"_s),
                              leave(u"b"_s, 12, 14, u"c"_s),
                              leave(u"c"_s, 14, 16),
                              leave(u"d"_s, 20, 20, u"e"_s),
                              leave(u"e"_s, 20, 20, u"d"_s),
                              leave(u"f"_s, 10, 9, u"a"_s)});
        QCOMPARE(book.actingFor(person, day(on)).value_or(u"-"_s), acting);
    }
    void forWhom()
    {
        const LeaveBook book(
            {leave(u"a"_s, 10, 12, u"b"_s), leave(u"b"_s, 12, 14, u"c"_s), leave(u"z"_s, 12, 12)});
        QCOMPARE(book.absentFor(u"c"_s, day(12)), QStringList({u"a"_s, u"b"_s}));
        QCOMPARE(book.absentFor(u"b"_s, day(11)), QStringList({u"a"_s}));
        QCOMPARE(book.absentFor(u"b"_s, day(12)), QStringList());
        QCOMPARE(book.absentFor({}, day(12)), QStringList());
    }
    void leavesAreChecked_data()
    {
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("to");
        QTest::addColumn<QString>("deputy");
        QTest::addColumn<int>("code"); // of the error; -1: fine
        const auto code = [](ErrorCode one) { return static_cast<int>(one); };
        QTest::newRow("fine") << 1 << 9 << u"b"_s << -1;
        QTest::newRow("nobody acts") << 1 << 9 << QString() << -1;
        QTest::newRow("their own deputy") << 1 << 2 << u"a"_s << code(ErrorCode::InvalidInput);
        QTest::newRow("away already") << 9 << 10 << QString() << code(ErrorCode::Conflict);
        QTest::newRow("the same one, longer") << 10 << 20 << QString() << -1;
        QTest::newRow("the deputy is away") << 15 << 16 << u"b"_s << code(ErrorCode::InvalidInput);
        QTest::newRow("withdrawn") << 10 << 9 << u"a"_s << -1;
    }
    void leavesAreChecked()
    {
        QFETCH(int, from);
        QFETCH(int, to);
        QFETCH(QString, deputy);
        QFETCH(int, code);
        const Result<void> checked =
            checkLeave(leave(u"a"_s, from, to, deputy),
                       {leave(u"a"_s, 10, 12), leave(u"b"_s, 16, 17), leave(u"b"_s, 5, 4)});
        QCOMPARE(checked ? -1 : static_cast<int>(checked.error().code), code);
    }
    void needsByLevel()
    {
        const QList<StaffingNeed> needs{
            {{}, u"manager"_s, 1}, {u"key"_s, u"manager"_s, 2}, {u"key"_s, u"police"_s, 1}};
        QCOMPARE(rolesOf(needs), QStringList({u"manager"_s, u"police"_s}));
        QCOMPARE(needFor(needs, GridLevel::Daily, u"manager"_s), 1);
        QCOMPARE(needFor(needs, GridLevel::Key, u"manager"_s), 2);
        QCOMPARE(needFor(needs, GridLevel::Daily, u"police"_s), 0);
        QCOMPARE(rolesOf(standardStaffingNeeds()),
                 QStringList({u"manager"_s,
                              u"assistant"_s,
                              u"police"_s,
                              u"supervisor"_s,
                              u"judicial"_s,
                              u"fire"_s,
                              u"party-secretary"_s}));
    }
    void cells_data()
    {
        QTest::addColumn<QList<Duty>>("duties");
        QTest::addColumn<int>("needed");
        QTest::addColumn<QString>("state");
        QTest::addColumn<int>("missing");
        QTest::addColumn<int>("since"); // 0: never held, or not vacant
        QTest::addColumn<QString>("former");
        const auto m = u"manager"_s;
        QTest::newRow("held") << QList<Duty>{duty(u"p"_s, m, 1)} << 1 << u"held"_s << 0 << 0
                              << QString();
        QTest::newRow("never held") << QList<Duty>{} << 1 << u"vacant"_s << 1 << 0 << QString();
        QTest::newRow("left on the 5th")
            << QList<Duty>{duty(u"p"_s, m, 1, 5)} << 1 << u"vacant"_s << 1 << 6 << u"p"_s;
        QTest::newRow("the last day counts")
            << QList<Duty>{duty(u"p"_s, m, 1, 20)} << 1 << u"held"_s << 0 << 0 << QString();
        QTest::newRow("comes tomorrow")
            << QList<Duty>{duty(u"p"_s, m, 21)} << 1 << u"vacant"_s << 1 << 0 << QString();
        QTest::newRow("one of two left") << QList<Duty>{duty(u"p"_s, m, 1, 8), duty(u"q"_s, m, 2)}
                                         << 2 << u"vacant"_s << 1 << 9 << u"p"_s;
        QTest::newRow("vacant, filled, vacant again")
            << QList<Duty>{duty(u"p"_s, m, 1, 3), duty(u"q"_s, m, 6, 10)} << 1 << u"vacant"_s << 1
            << 11 << u"q"_s;
        QTest::newRow("twice the same person is one")
            << QList<Duty>{duty(u"p"_s, m, 1), duty(u"p"_s, m, 2)} << 2 << u"vacant"_s << 1 << 0
            << QString();
        QTest::newRow("away with a deputy")
            << QList<Duty>{duty(u"away"_s, m, 1)} << 1 << u"deputised"_s << 0 << 0 << QString();
        QTest::newRow("away without one")
            << QList<Duty>{duty(u"gone"_s, m, 1)} << 1 << u"away"_s << 0 << 0 << QString();
        QTest::newRow("not needed") << QList<Duty>{} << 0 << u"not-needed"_s << 0 << 0 << QString();
        QTest::newRow("another role")
            << QList<Duty>{duty(u"p"_s, u"police"_s, 1)} << 1 << u"vacant"_s << 1 << 0 << QString();
    }
    void cells()
    {
        QFETCH(QList<Duty>, duties);
        QFETCH(int, needed);
        QFETCH(QString, state);
        QFETCH(int, missing);
        QFETCH(int, since);
        QFETCH(QString, former);
        const LeaveBook book({leave(u"away"_s, 18, 22, u"p"_s), leave(u"gone"_s, 18, 22)});
        const StaffMatrix matrix =
            staffMatrix({grid(u"G1"_s)}, duties, book, {{{}, u"manager"_s, needed}}, day(20));
        QCOMPARE(matrix.rows.size(), 1);
        const StaffCell &cell = matrix.rows.first().cells.first();
        QCOMPARE(toId(cell.state), state);
        QCOMPARE(cell.missing(), missing);
        QCOMPARE(cell.vacantSince, since == 0 ? QDate() : day(since));
        const QList<Vacancy> found = vacancies(matrix, duties);
        QCOMPARE(found.size(), state == "vacant"_L1 ? 1 : 0);
        if (!found.isEmpty()) {
            QCOMPARE(found.first(),
                     (Vacancy{u"G1"_s, u"manager"_s, missing, cell.vacantSince, former}));
        }
    }
};

static const TestRegistration<TestStaffing> kRegistration;

} // namespace gridward

#include "test_staffing.moc"
