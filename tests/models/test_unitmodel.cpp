// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/view/livecases.h"
#include "models/view/unitmodel.h"
#include "tests/support/casebuilder.h"
#include "tests/support/fakedistrict.h"
#include "tests/support/fakeunits.h"
#include "tests/support/testregistry.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace gridward {

class TestUnitModel : public QObject
{
    Q_OBJECT

    static constexpr Instant kNow{std::chrono::hours{24 * 365 * 56} + 24h};

    struct Bench
    {
        LiveCases live;
        FakeDistrict district;
        FakeUnits units;
        std::unique_ptr<UnitModel> model;

        Bench()
        {
            district.time.set(kNow);
            UnitPicture picture;
            for (const QString &code : {u"U1"_s, u"U2"_s}) {
                Organisation unit;
                unit.code = code;
                unit.name = u"Unit "_s + code;
                unit.handles = true;
                picture.units.append(unit);
            }
            picture.crew = {{u"P1"_s, u"Zhao"_s, u"U1"_s, kNow - 1h, kNow + 1h},
                            {u"P1"_s, u"Zhao"_s, u"U1"_s, kNow - 10min, kNow + 50min},
                            {u"P2"_s, u"Qian"_s, u"U1"_s, kNow + 30min, kNow + 8h},
                            {u"P3"_s, u"Sun"_s, u"U2"_s, kNow - 8h, kNow}};
            units.shown = picture;
            model = std::make_unique<UnitModel>(district, live, units);
        }
        [[nodiscard]] QString text(int row, UnitModel::Column column) const
        {
            return model->index(row, static_cast<int>(column)).data().toString();
        }
    };
    using C = UnitModel::Column;

private slots:
    void countsFollowTheCases()
    {
        Bench b;
        const QAbstractItemModelTester tester(b.model.get());
        b.live.reset({aCase(1).state(CaseState::AtUnit).unit(u"U1"_s).due(kNow - 1h),
                      aCase(2).state(CaseState::AtUnit).unit(u"U1"_s).due(kNow + 10min),
                      aCase(3).state(CaseState::FedBack).unit(u"U2"_s).due(kNow).handled(kNow + 1h),
                      aCase(4)});
        QCOMPARE(b.text(0, C::Open), u"2"_s);
        QCOMPARE(b.text(0, C::Overdue), u"1"_s);
        QCOMPARE(b.text(1, C::Open), u"1"_s);
        QCOMPARE(b.text(1, C::Overdue), u"1"_s); // handed back too late stays late
        // One case moves: two rows are told, nothing else.
        QSignalSpy changed(b.model.get(), &QAbstractItemModel::dataChanged);
        b.live.update({aCase(2).state(CaseState::AtUnit).unit(u"U2"_s).due(kNow + 10min)});
        QCOMPARE(changed.count(), 2);
        QCOMPARE(b.text(0, C::Open), u"1"_s);
        QCOMPARE(b.text(1, C::Open), u"2"_s);
        changed.clear();
        b.live.update({aCase(4)}); // at no unit
        QCOMPARE(changed.count(), 0);
        b.live.update({aCase(2).state(CaseState::Closed).unit(u"U2"_s)});
        QCOMPARE(b.text(1, C::Open), u"1"_s);
    }
    void timePassesWithoutAnyQuestion()
    {
        Bench b;
        b.live.reset({aCase(2).state(CaseState::AtUnit).unit(u"U1"_s).due(kNow + 10min)});
        QCOMPARE(b.text(0, C::Overdue), u"–"_s);
        QCOMPARE(b.text(0, C::OnDuty), u"1"_s); // twice there is one person
        QCOMPARE(b.text(1, C::OnDuty), u"–"_s); // the turn has ended
        b.district.time.set(kNow + 40min);
        b.model->refreshClocks();
        QCOMPARE(b.text(0, C::Overdue), u"1"_s);
        QCOMPARE(b.text(0, C::OnDuty), u"2"_s);
        QVERIFY(b.district.asked.isEmpty());
    }
    void ranksForTheCase()
    {
        Bench b;
        UnitProposal first;
        first.unit = b.units.shown.units.at(1);
        first.reasons = {{ReasonCode::ClassStreet, 4.0}, {ReasonCode::Distance, 1840.0}};
        b.model->setProposals({first});
        QCOMPARE(b.text(1, C::Rank), u"1"_s);
        QCOMPARE(b.text(1, C::Distance), u"1.8 km"_s);
        QCOMPARE(b.text(0, C::Distance), u"–"_s); // nothing is known of it
        QVERIFY(b.text(1, C::Reasons).contains(u"this street"_s));
        QVERIFY(!b.text(1, C::Reasons).contains(u"km"_s)); // stands in its own column
        QCOMPARE(b.text(0, C::Rank), QString());
        QVERIFY(!b.text(0, C::Reasons).isEmpty());
        const QList<UnitProposal> ranked = b.model->ranked();
        QCOMPARE(ranked.size(), 2);
        QCOMPARE(ranked.first().unit.code, u"U2"_s);
        const auto sorted = [&](int row) {
            return b.model->index(row, 0).data(UnitModel::SortRole).toInt();
        };
        QVERIFY(sorted(1) < sorted(0)); // those without a rank are last
        // One distance is one figure, in its column and among the reasons of a command.
        first.reasons = {{ReasonCode::Distance, 142.0}};
        b.model->setProposals({first});
        QCOMPARE(b.text(1, C::Distance), u"140 m"_s);
        QVERIFY(reasonsText(first.reasons).contains(b.text(1, C::Distance)));
        b.model->setProposals({});
        QCOMPARE(b.text(0, C::Reasons), QString());
        QCOMPARE(b.text(0, C::Distance), QString());
    }
};
static const TestRegistration<TestUnitModel> sRegistration;

} // namespace gridward

#include "test_unitmodel.moc"
