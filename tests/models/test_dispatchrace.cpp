// SPDX-License-Identifier: GPL-3.0-or-later
// Two dispatchers on one queue: every case is dispatched once, and whoever comes second is told.
#include "models/service/casedesk.h"
#include "tests/support/storebuilders.h"
#include "tests/support/storekinds.h"
#include "tests/support/testregistry.h"

#include <QHash>

#include <algorithm>
#include <array>
#include <barrier>
#include <thread>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr int kCases = 500; ///< two decisions for each: 1,000

struct Decision
{
    CaseId subject;
    bool sent = false;
    ErrorCode code = ErrorCode::Internal;
    QString message;
};

} // namespace

class TestDispatchRace : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<StoreMaker> mMaker;
    QString mName;
    FixedClock mClock{testStart() + std::chrono::hours(1)};
    const QStringList mNames{u"dispatcher1"_s, u"dispatcher2"_s};

    [[nodiscard]] std::unique_ptr<Store> open() const
    {
        Result<std::unique_ptr<Store>> store = openStore(mName);
        return store ? std::move(store).value() : nullptr;
    }
    /** Files what has been reported, so that it waits to be dispatched. */
    bool fillQueue(Store &store)
    {
        User filer;
        filer.name = u"filer1"_s;
        filer.role = u"filer"_s;
        QList<User> users{filer};
        for (const QString &name : mNames) {
            User user;
            user.name = name;
            user.role = u"dispatcher"_s;
            users.append(user);
        }
        QString unit;
        for (const Organisation &one : smallOrganisations()) {
            unit = one.handles ? one.code : unit;
        }
        if (!store.write(users) || unit.isEmpty()) {
            return false;
        }
        CaseDesk desk(store, mClock, u"test"_s);
        ActionRequest file;
        file.action = CaseAction::File;
        for (int i = 0; i < kCases; ++i) {
            const CaseStep report = reportStep(testStart() + std::chrono::seconds(i));
            const CaseId id = CaseId::make(report.at, 1, i);
            if (!store.cases().add(id, report) || !desk.act(id, file, filer)) {
                return false;
            }
        }
        return true;
    }
    /** One dispatcher goes through the queue as it stood when both sat down. */
    QList<Decision> work(const QString &name, std::barrier<> &together, bool fromScreen) const
    {
        QList<Decision> decisions;
        const std::unique_ptr<Store> store = open();
        CaseDesk desk(*store, mClock, name);
        const User user = desk.user(name).value();
        store->actAs(user, mClock.now());
        CaseQuery query;
        query.state = CaseState::Filed;
        query.limit = kCases;
        const QList<Case> queue = desk.list(query).value();
        const QList<UnitProposal> units = desk.proposals(queue.first()).value();
        for (const Case &subject : queue) {
            together.arrive_and_wait(); // both look at the same case at the same moment
            ActionRequest request;
            request.action = CaseAction::Dispatch;
            request.target = units.first().unit.code;
            if (fromScreen) {
                request.expectedVersion = subject.version;
            }
            const Result<Case> sent = desk.act(subject.id, request, user);
            decisions.append(
                sent ? Decision{subject.id, true, {}, {}}
                     : Decision{subject.id, false, sent.error().code, sent.error().message});
        }
        return decisions;
    }

private slots:
    static void initTestCase_data() { addSharedStoreKinds(); }
    void init()
    {
        QFETCH_GLOBAL(QString, kind);
        mMaker = std::make_unique<StoreMaker>();
        mName = mMaker->make(kind);
        const std::unique_ptr<Store> store = open();
        QVERIFY(store && fillSmallDistrict(*store) && fillQueue(*store));
    }
    void noneIsDispatchedTwice_data()
    {
        QTest::addColumn<bool>("fromScreen");
        QTest::newRow("with the version that the screen shows") << true;
        QTest::newRow("by the command line, without one") << false;
    }
    void noneIsDispatchedTwice()
    {
        QFETCH(bool, fromScreen);
        std::array<QList<Decision>, 2> all;
        std::barrier together(2);
        std::thread other([&] { all[1] = work(mNames.at(1), together, fromScreen); });
        all[0] = work(mNames.at(0), together, fromScreen);
        other.join();

        const std::unique_ptr<Store> store = open();
        QHash<QUuid, int> sent;
        int told = 0;
        for (const QList<Decision> &decisions : all) {
            QCOMPARE(decisions.size(), kCases);
            for (const Decision &decision : decisions) {
                if (decision.sent) {
                    ++sent[decision.subject.value];
                    continue;
                }
                // Whoever came second hears which case it was, and that it is not theirs any more.
                const QString number = store->cases().find(decision.subject).value().number;
                QCOMPARE(decision.code, fromScreen ? ErrorCode::Conflict : ErrorCode::Refused);
                QVERIFY2(decision.message.contains(number), qPrintable(decision.message));
                ++told;
            }
        }
        QCOMPARE(told, kCases);
        QCOMPARE(sent.size(), kCases);
        for (auto one = sent.cbegin(); one != sent.cend(); ++one) {
            QCOMPARE(one.value(), 1);
            const QList<CaseEvent> events = store->cases().events(CaseId{one.key()}).value();
            QCOMPARE(std::ranges::count(events, CaseAction::Dispatch, &CaseEvent::action), 1);
            QCOMPARE(store->cases().find(CaseId{one.key()}).value().state, CaseState::AtUnit);
        }
        qInfo("%d decisions: %d dispatched, %d told that somebody was first",
              2 * kCases,
              static_cast<int>(sent.size()),
              told);
    }
};

static const TestRegistration<TestDispatchRace> registration;

} // namespace gridward

#include "test_dispatchrace.moc"
