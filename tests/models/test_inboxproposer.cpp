// SPDX-License-Identifier: GPL-3.0-or-later
// What the words of a row speak for, on rows worked out by hand; and which rows are alike.
#include "models/service/inboxproposer.h"
#include "models/service/inboxtwins.h"
#include "models/view/inboxmodel.h"
#include "tests/support/fakedistrict.h"
#include "tests/support/storebuilders.h"
#include "tests/support/testregistry.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

CatalogueEntry entry(const QString &code, const QString &name, CaseKind kind = CaseKind::Matter)
{
    CatalogueEntry one;
    one.key = {defaultScheme(), kind, code};
    one.name = name;
    return one;
}

ProposalGround ground()
{
    ProposalGround made;
    made.classes = {entry(u"06010"_s, u"暴露垃圾"_s),
                    entry(u"06042"_s, u"垃圾站（箱）满溢"_s),
                    entry(u"07001"_s, u"非法小广告"_s),
                    entry(u"01037"_s, u"路灯异常"_s),
                    entry(u"01037"_s, u"路灯"_s, CaseKind::Component),
                    entry(u"01006"_s, u"路灯井盖异常"_s),
                    entry(u"01001"_s, u"供水井盖异常"_s),
                    entry(u"02001"_s, u"停车场异常"_s),
                    entry(u"02004"_s, u"公交站设施异常"_s),
                    entry(u"06028"_s, u"噪声扰民"_s),
                    entry(u"06036"_s, u"乱堆杂物"_s),
                    entry(u"09009"_s, u"机动车乱停放"_s)};
    made.addresses = smallAddresses();
    Address other = made.addresses.first();
    other.id = u"a9"_s;
    other.road = u"多福"_s;
    other.number = u"9"_s;
    other.text = u"多福9号"_s;
    made.addresses.append(other);
    made.places = smallPlaces().first(1);
    KeyPlace area = made.places.first(); // large: its middle is no place that anybody named
    area.id = u"k9"_s;
    area.name = u"王府井商业区"_s;
    area.isArea = true;
    made.places.append(area);
    return made;
}

InboxItem item(qint64 id, const QString &text, std::optional<GeoPoint> place = {})
{
    InboxItem one;
    one.id = {id};
    one.text = text;
    one.place = place;
    one.receivedAt = testStart();
    one.version = 1;
    one.batch = u"b"_s;
    return one;
}

} // namespace

class TestInboxProposer : public QObject
{
    Q_OBJECT
private slots:
    void proposesAClass_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("code"); // empty: unsure
        QTest::addColumn<QString>("words");
        QTest::newRow("by its name") << u"楼前有暴露垃圾两处"_s << u"06010"_s << u"暴露垃圾"_s;
        QTest::newRow("as people say it")
            << u"小区门口垃圾没人清三天了"_s << u"06010"_s << u"垃圾没人清"_s;
        QTest::newRow("two words apart")
            << u"垃圾桶早就满了没人管"_s << u"06042"_s << u"垃圾桶 满"_s;
        QTest::newRow("a broken thing") << u"胡同里路灯不亮"_s << u"01037"_s << u"路灯不亮"_s;
        QTest::newRow("the longer name wins")
            << u"路灯井盖破损"_s << u"01006"_s << u"路灯井盖 破损"_s;
        QTest::newRow("the matter, not the component")
            << u"路灯倾斜快倒了"_s << u"01037"_s << u"路灯 倾斜"_s;
        QTest::newRow("a thing that is only where it is")
            << u"停车场门口有人扩音叫卖，噪声扰民"_s << u"06028"_s << u"扩音 噪声扰民"_s;
        QTest::newRow("posted on a thing") << u"公交站牌上有小广告"_s << u"07001"_s << u"小广告"_s;
        QTest::newRow("a thing and no trouble") << u"我在停车场等你们"_s << u""_s << u""_s;
        QTest::newRow("two troubles") << u"又有暴露垃圾又有非法小广告"_s << u""_s << u""_s;
        QTest::newRow("nothing") << u"请你们来看一下"_s << u""_s << u""_s;
        QTest::newRow("empty") << u""_s << u""_s << u""_s;
    }
    void proposesAClass()
    {
        QFETCH(QString, text);
        QFETCH(QString, code);
        QFETCH(QString, words);
        const InboxProposer proposer(ground());
        const std::optional<ClassProposal> found = proposer.classOf(text);
        QCOMPARE(found ? found->chosen.code : QString(), code);
        if (found) {
            QCOMPARE(found->chosen.kind, CaseKind::Matter);
            QCOMPARE(found->words.join(u' '), words);
        }
    }

    void proposesAPlace_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("sure");
        QTest::addColumn<int>("candidates");
        QTest::newRow("an address") << u""_s << u"东城区多福巷2号"_s << u"多福巷2号"_s << 1;
        QTest::newRow("in the text") << u"多福巷1号门前有垃圾"_s << u""_s << u"多福巷1号"_s << 1;
        QTest::newRow("full-width") << u"多福巷２号"_s << u""_s << u"多福巷2号"_s << 1;
        QTest::newRow("no such number") << u""_s << u"多福巷77号"_s << u""_s << 2;
        QTest::newRow("no number") << u"多福巷里有垃圾"_s << u""_s << u""_s << 0;
        QTest::newRow("two houses") << u"从多福巷1号到多福巷2号"_s << u""_s << u""_s << 2;
        QTest::newRow("a key location") << u"一社区小学门口"_s << u""_s << u"一社区小学"_s << 1;
        QTest::newRow("a key area") << u"王府井商业区有人发传单"_s << u""_s << u""_s << 0;
        QTest::newRow("nowhere") << u"我家楼下"_s << u"楼下"_s << u""_s << 0;
    }
    void proposesAPlace()
    {
        QFETCH(QString, text);
        QFETCH(QString, address);
        QFETCH(QString, sure);
        QFETCH(int, candidates);
        const InboxProposer proposer(ground());
        const QList<PlaceProposal> found = proposer.placesFor(text, address, 5);
        QCOMPARE(found.size(), candidates);
        QCOMPARE(!found.isEmpty() && found.first().isSure ? found.first().name : QString(), sure);
    }

    void aProposalIsNoChoice()
    {
        InboxItem row = item(1, u"多福巷1号有暴露垃圾"_s);
        InboxProposer(ground()).proposeFor(row);
        QVERIFY(row.proposedClass);
        QVERIFY(row.proposedPlace);
        QVERIFY(!row.chosenClass);
        QVERIFY(!row.place);
        QVERIFY(!row.isReady());
        // What the other system called it comes before the words.
        InboxItem called = item(2, u"多福巷1号有暴露垃圾"_s);
        called.classWords = u"噪声扰民"_s;
        InboxProposer(ground()).proposeFor(called);
        QCOMPARE(called.proposedClass->code, u"06028"_s);
    }

    void knowsWhatIsAlike_data()
    {
        QTest::addColumn<InboxItem>("one");
        QTest::addColumn<InboxItem>("other");
        QTest::addColumn<bool>("alike");
        const GeoPoint here{116.301, 39.901};
        const GeoPoint near{116.3013, 39.901}; // 26 m
        const GeoPoint far{116.303, 39.901};   // 171 m
        const QString noise = u"工地半夜施工噪声大，影响休息"_s;
        const QString again = u"工地半夜又在施工，噪声很大影响休息"_s;
        const QString other = u"路边共享单车堵住盲道无法通行"_s;
        QTest::newRow("the same words") << item(1, noise) << item(2, noise) << true;
        QTest::newRow("other words") << item(1, noise) << item(2, other) << false;
        QTest::newRow("alike and near") << item(1, noise, here) << item(2, again, near) << true;
        QTest::newRow("alike and far") << item(1, noise, here) << item(2, noise, far) << false;
        InboxItem one = item(1, noise, here);
        InboxItem two = item(2, other, near);
        QTest::newRow("near, no class") << one << two << false;
        one.chosenClass = two.chosenClass = InboxClass{CaseKind::Matter, u"06028"_s};
        QTest::newRow("near and of one class") << one << two << true;
        two.receivedAt = *one.receivedAt + std::chrono::hours(25);
        QTest::newRow("a day later") << one << two << false;
        one = item(1, noise);
        two = item(2, again);
        QTest::newRow("alike, nobody knows where") << one << two << false;
        one.address = u"多福巷 1号"_s;
        two.address = u"多福巷1号"_s;
        QTest::newRow("alike at one address") << one << two << true;
    }
    void knowsWhatIsAlike()
    {
        QFETCH(InboxItem, one);
        QFETCH(InboxItem, other);
        QFETCH(bool, alike);
        QCOMPARE(likenessOf(one, other).has_value(), alike);
        QCOMPARE(likenessOf(other, one).has_value(), alike);
        InboxTwins twins;
        twins.put(one);
        twins.put(other);
        QCOMPARE(twins.twinsOf(one.id), alike ? QList<InboxId>{other.id} : QList<InboxId>());
        twins.remove(other.id);
        QVERIFY(!twins.hasTwins(one.id));
    }

    void knownCaseNear()
    {
        Case known;
        known.id = CaseId::make(testStart(), 1, 1);
        known.place = GeoPoint{116.301, 39.901};
        known.classKey = {defaultScheme(), CaseKind::Matter, u"06028"_s};
        known.reportedAt = testStart();
        known.text = u"工地噪声"_s;
        OpenCaseIndex index;
        index.put(known);
        InboxItem row = item(1, u"说不清楚的一件事情"_s, GeoPoint{116.3013, 39.901});
        QCOMPARE(index.near(row).size(), 0);
        row.chosenClass = InboxClass{CaseKind::Matter, u"06028"_s};
        QCOMPARE(index.near(row).size(), 1);
        known.state = CaseState::Closed;
        index.put(known);
        QCOMPARE(index.near(row).size(), 0);
    }

    void lanesOfTheModel()
    {
        FakeDistrict district;
        InboxModel model(district);
        const QAbstractItemModelTester tester(&model);
        InboxItem one = item(1, u"工地半夜施工噪声大，影响休息"_s);
        InboxItem two = item(2, u"工地半夜施工噪声大，影响休息"_s);
        InboxItem three = item(3, u"别的事情很多说不完"_s, GeoPoint{116.3, 39.9});
        three.chosenClass = InboxClass{CaseKind::Matter, u"06010"_s};
        model.take({one, two, three});
        QCOMPARE(model.count(InboxLane::Waiting), 3);
        QCOMPARE(model.count(InboxLane::NeedsPlace), 2);
        QCOMPARE(model.count(InboxLane::Duplicates), 2);
        QCOMPARE(model.count(InboxLane::Ready), 1);
        model.setLane(InboxLane::Duplicates);
        QCOMPARE(model.rowCount(), 2);
        two.leader = one.id; // merged: one is left, and it has a part
        two.version = 2;
        model.take({two});
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(model.count(InboxLane::Waiting), 2);
        QCOMPARE(model.followers(one.id), 1);
        model.setLane(InboxLane::Waiting);
        three.state = InboxState::Registered;
        model.take({three});
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.count(InboxLane::Done), 1);
        model.setFilter(u"施工 休息"_s, {});
        QCOMPARE(model.rowCount(), 1);
        model.setFilter(u"没有的话"_s, {});
        QCOMPARE(model.rowCount(), 0);
    }

    void aHundredThousandRows()
    {
        FakeDistrict district;
        InboxModel model(district);
        constexpr int kAll = 100'000;
        constexpr int kPage = 2000;
        QElapsedTimer timer;
        timer.start();
        qint64 longest = 0;
        QList<InboxItem> page;
        for (int number = 1; number <= kAll; ++number) {
            InboxItem row =
                item(number,
                     u"多福巷%1号门前第%2次反映有暴露垃圾无人清理影响通行"_s.arg(number % 4000)
                         .arg(number));
            row.address = u"多福巷%1号"_s.arg(number % 4000);
            page.append(row);
            if (page.size() == kPage) {
                const qint64 before = timer.elapsed();
                model.take(page);
                longest = std::max(longest, timer.elapsed() - before);
                page.clear();
            }
        }
        qInfo("100,000 rows: %lld ms, longest page %lld ms",
              static_cast<long long>(timer.elapsed()),
              static_cast<long long>(longest));
        QCOMPARE(model.rowCount(), kAll);
        QVERIFY(model.count(InboxLane::Duplicates) > 0);
    }
};

static const TestRegistration<TestInboxProposer> sRegistration;

} // namespace gridward

#include "test_inboxproposer.moc"
