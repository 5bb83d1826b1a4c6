// SPDX-License-Identifier: GPL-3.0-or-later
// What the screens get to know when rights, posts and accounts change while they are open.
#include "models/service/districtservice.h"
#include "models/store/accessstore.h"
#include "models/store/personalstore.h"
#include "tests/support/storebuilders.h"
#include "tests/support/storekinds.h"
#include "tests/support/testregistry.h"

#include <QElapsedTimer>
#include <QSignalSpy>

using namespace Qt::StringLiterals;

namespace gridward {

class TestDistrictRights : public QObject
{
    Q_OBJECT
private:
    StoreMaker mMaker;
    FixedClock mClock{testStart()};
    std::unique_ptr<DistrictService> mService;
    std::unique_ptr<SqlStore> mOther; ///< another program on the same store
    QHash<QUuid, Case> mShown;

    static CaseStep reportIn(const QString &grid)
    {
        CaseStep step = reportStep(testStart());
        step.facts.insert(QLatin1String(fact::kGrid), grid);
        step.facts.insert(QLatin1String(fact::kCommunity), grid.left(12));
        step.facts.insert(QLatin1String(fact::kStreet), grid.left(9));
        return step;
    }
    bool open(const QString &user)
    {
        QFETCH_GLOBAL(QString, kind);
        const QString path = mMaker.make(kind);
        mOther = StoreMaker::again(path);
        if (!mOther || !fillSmallDistrict(*mOther)) {
            return false;
        }
        UnitGrid there = smallGrids().first();
        there.code = u"110101002001001"_s;
        there.community = u"110101002001"_s;
        there.street = u"110101002"_s;
        const bool filled =
            mOther
                ->write(QList<Division>{
                    {u"110101002"_s, u"110101"_s, u"street"_s, u"二街道"_s, 1, 1.0, {}},
                    {u"110101002001"_s, u"110101002"_s, u"community"_s, u"二社区"_s, 1, 1.0, {}}})
                .isOk() &&
            mOther->write({there}, u"test"_s, {}, testStart()).isOk() &&
            mOther
                ->write(QList<User>{{u"two"_s, {}, u"dispatcher"_s, {}, {}, false, false},
                                    {u"handler"_s, {}, u"handler"_s, {}, u"U1"_s, false, false},
                                    {u"keeper"_s, {}, u"admin"_s, {}, {}, false, false}})
                .isOk() &&
            mOther->cases().add(CaseId::make(testStart(), 1, 1), reportIn(u"110101001001001"_s)) &&
            mOther->cases().add(CaseId::make(testStart(), 1, 2), reportIn(u"110101002001001"_s));
        mShown.clear();
        mService = std::make_unique<DistrictService>(mClock, u"test"_s);
        connect(mService.get(),
                &DistrictService::pictureRead,
                this,
                [this](const DistrictPicture &picture) {
                    mShown.clear();
                    for (const Case &one : picture.openCases) {
                        mShown.insert(one.id.value, one);
                    }
                });
        connect(
            mService.get(), &DistrictService::casesRead, this, [this](const QList<Case> &cases) {
                for (const Case &one : cases) {
                    if (isOpen(one.state)) {
                        mShown.insert(one.id.value, one);
                    } else {
                        mShown.remove(one.id.value);
                    }
                }
            });
        mService->open([path] { return openStore(path); }, {user, std::nullopt});
        return filled &&
               QTest::qWaitFor([this] { return mService->state() == StoreState::Live; }, 10'000);
    }
    template <typename T>
    static Result<T> answer(QFuture<Result<T>> future)
    {
        return QTest::qWaitFor([&] { return future.isFinished(); }, 10'000)
                   ? future.result()
                   : Result<T>(Error{ErrorCode::Internal, u"no answer"_s, {}});
    }

private slots:
    void initTestCase_data() { addSharedStoreKinds(); }
    void cleanup()
    {
        mService.reset();
        mOther.reset();
    }
    void followsAChangeOfRights()
    {
        QVERIFY(open(u"two"_s));
        QVERIFY(mService->may(Thing::Case, u"dispatch"_s));
        QCOMPARE(mShown.size(), 2);
        Permissions permissions = mOther->access().permissions().value();
        permissions.set({u"dispatcher"_s, Thing::Case, u"dispatch"_s, Reach::None});
        permissions.set({u"dispatcher"_s, Thing::Case, u"see"_s, Reach::None});
        QSignalSpy told(mService.get(), &DistrictPort::userChanged);
        QElapsedTimer since;
        since.start();
        QVERIFY(mOther->access().write(permissions));
        QTRY_VERIFY(!mService->may(Thing::Case, u"dispatch"_s));
        qInfo("followed after %lld ms", static_cast<long long>(since.elapsed()));
        QVERIFY(!told.isEmpty());
        QTRY_COMPARE(mShown.size(), 0);
    }
    void followsAPostThatIsGivenAndTaken()
    {
        QVERIFY(open(u"two"_s));
        QCOMPARE(mService->posts().size(), 1);
        UserPost post{u"two"_s, u"filer"_s, u"110101002"_s, {}, QDate(2026, 1, 1), {}};
        QVERIFY(mOther->access().write(QList<UserPost>{post}));
        QTRY_COMPARE(mService->posts().size(), 2);
        mService->takePost(mService->posts().last());
        QTRY_COMPARE(mService->user().role, u"filer"_s);
        QCOMPARE(mShown.size(), 1); // that street's
        ActionRequest file;
        file.action = CaseAction::File;
        QVERIFY(answer(mService->act(CaseId::make(testStart(), 1, 2), file)));
        QCOMPARE(answer(mService->act(CaseId::make(testStart(), 1, 1), file)).error().code,
                 ErrorCode::Refused);
        // The post ends while it is worked in: back to the own one, and said so.
        QSignalSpy refused(mService.get(), &DistrictService::postRefused);
        post.to = QDate(2026, 11, 1);
        QVERIFY(mOther->access().write(QList<UserPost>{post}));
        QTRY_COMPARE(mService->user().role, u"dispatcher"_s);
        QCOMPARE(refused.size(), 1);
        QTRY_COMPARE(mShown.size(), 2);
    }
    void aPartOfTheAreaIsAScope()
    {
        QVERIFY(open(u"two"_s));
        User part = mService->user();
        for (const auto &[area, count] : {std::pair(u"110101002"_s, 1),
                                          std::pair(u"110101001001"_s, 1),
                                          std::pair(u"110101001001001"_s, 1),
                                          std::pair(u"110101001001002"_s, 0),
                                          std::pair(u"110101"_s, 2),
                                          std::pair(QString(), 2)}) {
            part.division = area;
            mService->takePost(part);
            QTRY_COMPARE(mService->user().division, area);
            QCOMPARE(mShown.size(), count);
        }
        part.division = u"999"_s; // no part of the district
        QSignalSpy refused(mService.get(), &DistrictService::postRefused);
        mService->takePost(part);
        QTRY_COMPARE(refused.size(), 1);
        QCOMPARE(mService->user().division, QString());
    }
    void whatLeavesTheirUnitLeavesTheScreen()
    {
        QVERIFY(open(u"handler"_s));
        QCOMPARE(mShown.size(), 0);
        const CaseId id = CaseId::make(testStart(), 1, 1);
        CaseStep send = stepOf(CaseAction::Dispatch, CaseState::AtUnit, testStart());
        send.facts.insert(QLatin1String(fact::kUnit), u"U1"_s);
        QVERIFY(mOther->cases().append(id, 1, send));
        QTRY_COMPARE(mShown.size(), 1);
        CaseStep away = stepOf(CaseAction::Transfer, CaseState::AtUnit, testStart());
        away.facts.insert(QLatin1String(fact::kUnit), u"U2"_s);
        QVERIFY(mOther->cases().append(id, 2, away));
        QTRY_COMPARE(mShown.size(), 0);
        QCOMPARE(mService->state(), StoreState::Live);
    }
    void aCallerMakesNobodyReadTheDistrictAgain()
    {
        QVERIFY(open(u"two"_s));
        QSignalSpy pictures(mService.get(), &DistrictService::pictureRead);
        QSignalSpy told(mService.get(), &DistrictService::tablesChanged);
        QVERIFY(mOther->personal().writeCaller(CaseId::make(testStart(), 1, 1),
                                               {u"王小明"_s, u"13800000000"_s, true},
                                               {u"program"_s, u"test"_s, testStart()}));
        QTRY_VERIFY(!told.isEmpty());
        QVERIFY(QTest::qWaitFor([this] { return !mService->isBusy(); }, 10'000));
        QCOMPARE(pictures.size(), 0);
    }
    void whoIsDisabledSeesNothingAnyMore()
    {
        QVERIFY(open(u"two"_s));
        User user = *mOther->user(u"two"_s).value();
        user.isDisabled = true;
        QVERIFY(mOther->write(QList<User>{user}));
        QTRY_COMPARE(mService->state(), StoreState::SignedOut);
        QVERIFY(mService->user().name.isEmpty());
        QCOMPARE(mShown.size(), 0);
        QVERIFY(!answer(mService->newest(5)));
    }
};

static const TestRegistration<TestDistrictRights> registration;

} // namespace gridward

#include "test_districtrights.moc"
