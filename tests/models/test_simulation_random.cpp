// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/simulation/casetimeline.h"
#include "models/service/simulation/localtime.h"
#include "models/service/simulation/randomstream.h"
#include "models/service/simulation/simulationtable.h"
#include "tests/support/testregistry.h"

#include <QTemporaryDir>

#include <cmath>
#include <functional>

using namespace Qt::StringLiterals;

namespace gridward {

class TestSimulationRandom : public QObject
{
    Q_OBJECT
private slots:
    void streamsAreFixed()
    {
        RandomStream one(7, u"cases", 3);
        RandomStream same(7, u"cases", 3);
        const quint64 first = one.next();
        QCOMPARE(same.next(), first);
        QVERIFY(RandomStream(8, u"cases", 3).next() != first);
        QVERIFY(RandomStream(7, u"names", 3).next() != first);
        QVERIFY(RandomStream(7, u"cases", 4).next() != first);
    }

    void moments_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<double>("mean");
        QTest::addColumn<double>("variance");
        QTest::newRow("uniform") << 0 << 0.5 << 1.0 / 12.0;
        QTest::newRow("normal") << 1 << 0.0 << 1.0;
        QTest::newRow("gamma") << 2 << 2.5 << 2.5;
        QTest::newRow("small gamma") << 3 << 0.5 << 0.5;
        QTest::newRow("poisson") << 4 << 3.0 << 3.0;
        QTest::newRow("large poisson") << 5 << 100.0 << 100.0;
        QTest::newRow("negative binomial") << 6 << 20.0 << 20.0 + 400.0 / 10.0;
        QTest::newRow("below") << 7 << 4.5 << 8.25;
    }
    void moments()
    {
        QFETCH(int, kind);
        QFETCH(double, mean);
        QFETCH(double, variance);
        const std::array<std::function<double(RandomStream &)>, 8> draws{
            [](RandomStream &random) { return random.uniform(); },
            [](RandomStream &random) { return random.normal(); },
            [](RandomStream &random) { return random.gamma(2.5); },
            [](RandomStream &random) { return random.gamma(0.5); },
            [](RandomStream &random) { return static_cast<double>(random.poisson(3.0)); },
            [](RandomStream &random) { return static_cast<double>(random.poisson(100.0)); },
            [](RandomStream &random) {
                return static_cast<double>(random.negativeBinomial(20.0, 10.0));
            },
            [](RandomStream &random) { return static_cast<double>(random.below(10)); }};
        RandomStream random(1, u"moments", kind);
        constexpr int kDraws = 100'000;
        double sum = 0.0;
        double squares = 0.0;
        for (int i = 0; i < kDraws; ++i) {
            const double value = draws[static_cast<std::size_t>(kind)](random);
            sum += value;
            squares += value * value;
        }
        const double measured = sum / kDraws;
        QVERIFY(std::abs(measured - mean) < 5.0 * std::sqrt(variance / kDraws));
        QVERIFY(std::abs(squares / kDraws - measured * measured - variance) < 0.05 * variance);
    }

    void aliasFollowsWeights()
    {
        const AliasTable table({1.0, 0.0, 3.0, 6.0});
        std::array<int, 4> hits{};
        RandomStream random(5, u"alias");
        for (int i = 0; i < 100'000; ++i) {
            ++hits[table.pick(random)];
        }
        QCOMPARE(hits[1], 0);
        QVERIFY(std::abs(hits[0] - 10'000) < 500);
        QVERIFY(std::abs(hits[2] - 30'000) < 800);
        QCOMPARE(AliasTable().pick(random), std::size_t{0});
    }

    void localHours_data()
    {
        QTest::addColumn<QString>("utc");
        QTest::addColumn<int>("hour");
        QTest::newRow("Saturday 10 h") << u"2026-11-21T02:00:00Z"_s << 5 * 24 + 10;
        QTest::newRow("Monday 0 h") << u"2026-11-22T16:00:00Z"_s << 0;
        QTest::newRow("Sunday 23 h") << u"2026-11-22T15:59:59Z"_s << 167;
        QTest::newRow("before 1970") << u"1969-12-31T16:00:00Z"_s << 3 * 24;
    }
    void localHours()
    {
        QFETCH(QString, utc);
        QFETCH(int, hour);
        QCOMPARE(hourOfWeek(*instantFromIso(utc)), hour);
    }

    void tables_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("line"); ///< of the fault; 0: none
        QTest::newRow("quoted") << QByteArray("a,b\n\"x, \"\"y\"\"\",2\r\n") << 0;
        QTest::newRow("no column") << QByteArray("a,c\nx,2\n") << 1;
        QTest::newRow("cell missing") << QByteArray("a,b\nx,2\ny\n") << 3;
        QTest::newRow("no number") << QByteArray("a,b\nx,2\n\ny,two\n") << 4;
        QTest::newRow("empty") << QByteArray() << 1;
    }
    void tables()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, line);
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"table.csv"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        file.close();
        Result<SimulationTable> read = SimulationTable::read(path, {u"a"_s, u"b"_s});
        std::optional<Error> fault;
        if (!read) {
            fault = read.error();
        } else {
            SimulationTable table = std::move(read).value();
            for (qsizetype row = 0; row < table.rowCount(); ++row) {
                const double number = table.number(row, u"b"_s);
                QVERIFY(number == 2.0 || number == 0.0);
            }
            if (!table.fault()) {
                fault = table.fault().error();
            } else {
                QCOMPARE(table.text(0, u"a"_s), u"x, \"y\""_s);
            }
        }
        QCOMPARE(fault.has_value(), line > 0);
        if (fault) {
            QVERIFY(fault->message.contains(path));
            QVERIFY(fault->message.contains(u"Line %1 "_s.arg(line)));
        }
    }
    void missingTableIsNamed()
    {
        const Result<SimulationTable> read = SimulationTable::read(u"/nowhere/x.csv"_s, {});
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::NotFound);
        QVERIFY(read.error().message.contains(u"/nowhere/x.csv"_s));
    }

    void survivalFalls()
    {
        QCOMPARE(survival(0.0, 24.0, 100.0), 1.0);
        QVERIFY(survival(10.0, 24.0, 100.0) > survival(20.0, 24.0, 100.0));
        QVERIFY(survival(10.0, 120.0, 100.0) > survival(10.0, 2.0, 100.0));
    }
};
static const TestRegistration<TestSimulationRandom> sRegistration;

} // namespace gridward

#include "test_simulation_random.moc"
