// SPDX-License-Identifier: GPL-3.0-or-later
// Two who decide on one case at the same moment: one wins, the other is told, nothing is doubled.
#include "models/store/sqlstore.h"
#include "tests/support/storebuilders.h"
#include "tests/support/storekinds.h"
#include "tests/support/testregistry.h"

#include <QProcess>

#include <array>
#include <barrier>
#include <thread>
#include <vector>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Outcome
{
    bool won = false;
    ErrorCode code = ErrorCode::Internal;
    QString message;
};

} // namespace

class TestRaces : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<StoreMaker> mMaker;
    QString mName;
    CaseId mCase = CaseId::make(testStart(), 1, 1);

    static std::unique_ptr<Store> open(const QString &name)
    {
        Result<std::unique_ptr<Store>> store = openStore(name);
        return store ? std::move(store).value() : nullptr;
    }
    static bool hasOneWinner(const std::array<Outcome, 2> &round, int version)
    {
        const Outcome &loser = round[0].won ? round[1] : round[0];
        return round[0].won != round[1].won && loser.code == ErrorCode::Conflict &&
               loser.message.contains(u"based on version %1 of"_s.arg(version)) &&
               loser.message.contains(u"at version %1 now"_s.arg(version + 1));
    }
    /** One event a round behind the registration, in one chain, and the row that it makes. */
    void verifyNothingIsDoubled(int rounds)
    {
        const std::unique_ptr<Store> store = open(mName);
        QVERIFY(store);
        const QList<CaseEvent> events = store->cases().events(mCase).value();
        QCOMPARE(events.size(), rounds + 1);
        QByteArray hash;
        for (qsizetype i = 0; i < events.size(); ++i) {
            QCOMPARE(events.at(i).sequence, static_cast<int>(i) + 1);
            hash = chainHash(hash, mCase, events.at(i));
            QCOMPARE(events.at(i).hash, hash);
        }
        const CaseRecord record = store->cases().record(mCase).value();
        QCOMPARE(record.subject.version, rounds + 1);
        QVERIFY(record == replayRecord(mCase, events).value());
        const Result<QVariant> all =
            static_cast<SqlStore &>(*store).connection().scalar(u"SELECT count(*) FROM events"_s);
        QCOMPARE(all.value().toInt(), rounds + 1);
        QVERIFY(store->integrityFindings().value().isEmpty());
    }

private slots:
    static void initTestCase_data() { addSharedStoreKinds(); }
    void init()
    {
        QFETCH_GLOBAL(QString, kind);
        mMaker = std::make_unique<StoreMaker>();
        mName = mMaker->make(kind);
        const std::unique_ptr<Store> store = open(mName);
        QVERIFY(store && fillSmallDistrict(*store));
        QVERIFY(store->cases().add(mCase, reportStep(testStart())));
    }
    void twoThreads()
    {
        constexpr int kRounds = 1000;
        std::vector<std::array<Outcome, 2>> rounds(kRounds);
        std::barrier together(2);
        const auto race = [&](std::size_t who) {
            const std::unique_ptr<Store> store = open(mName);
            for (int round = 0; round < kRounds; ++round) {
                together.arrive_and_wait();
                if (!store) {
                    continue; // the other one must not wait for ever
                }
                const Result<Case> moved = store->cases().append(
                    mCase, round + 1, urgeStep(who == 0 ? u"first" : u"second"));
                rounds[static_cast<std::size_t>(round)][who] =
                    moved ? Outcome{true, {}, {}}
                          : Outcome{false, moved.error().code, moved.error().message};
            }
        };
        std::thread other(race, std::size_t{1});
        race(0);
        other.join();
        for (int round = 0; round < kRounds; ++round) {
            const auto &[first, second] = rounds[static_cast<std::size_t>(round)];
            QVERIFY2(
                hasOneWinner({first, second}, round + 1),
                qPrintable(u"round %1: %2 / %3"_s.arg(round).arg(
                    first.won ? u"won"_s : first.message, second.won ? u"won"_s : second.message)));
        }
        verifyNothingIsDoubled(kRounds);
    }
    void twoPrograms()
    {
        constexpr int kRounds = 50;
        std::array<QProcess, 2> racers;
        const auto line = [](QProcess &racer) {
            while (!racer.canReadLine() && racer.waitForReadyRead(20'000)) {
            }
            return QString::fromUtf8(racer.readLine()).trimmed();
        };
        for (QProcess &racer : racers) {
            racer.start(QCoreApplication::applicationDirPath() + u"/storeracer"_s,
                        {mName, mCase.toText()});
            QCOMPARE(line(racer), u"open"_s);
        }
        for (int round = 0; round < kRounds; ++round) {
            for (QProcess &racer : racers) {
                racer.write(QByteArray::number(round + 1) + '\n');
            }
            for (QProcess &racer : racers) {
                while (racer.bytesToWrite() > 0 && racer.waitForBytesWritten()) {
                }
            }
            std::array<Outcome, 2> outcomes;
            for (std::size_t who = 0; who < racers.size(); ++who) {
                const QString said = line(racers[who]);
                const auto code = static_cast<ErrorCode>(said.section(u' ', 0, 0).toInt());
                outcomes[who] = {said == "won"_L1, code, said.section(u' ', 1)};
            }
            QVERIFY2(hasOneWinner(outcomes, round + 1),
                     qPrintable(outcomes[0].message + u" / "_s + outcomes[1].message));
        }
        for (QProcess &racer : racers) {
            racer.closeWriteChannel();
            QVERIFY(racer.waitForFinished());
            QCOMPARE(racer.exitCode(), 0);
        }
        verifyNothingIsDoubled(kRounds);
    }
};

static const TestRegistration<TestRaces> registration;

} // namespace gridward

#include "test_races.moc"
