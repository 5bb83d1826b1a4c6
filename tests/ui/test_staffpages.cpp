// SPDX-License-Identifier: GPL-3.0-or-later
// The administrator's pages about staff, on a port that answers at once.
#include "models/view/peoplemodel.h"
#include "models/view/rostermodel.h"
#include "models/view/staffmatrixmodel.h"
#include "tests/support/fakedistrict.h"
#include "tests/support/testregistry.h"
#include "ui/admin/adminworkspace.h"
#include "ui/admin/peoplepage.h"
#include "ui/admin/rosteralarm.h"
#include "ui/admin/rosterpage.h"
#include "ui/admin/staffform.h"
#include "ui/admin/staffingpage.h"
#include "ui/theme/theme.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QTableView>
#include <QTest>
#include <QTreeWidget>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

const QString kStreet = u"110101001"_s;
const QString kOther = u"110101002"_s;
const QDate kToday(2026, 11, 20);                              // a Friday
const Instant kNow = *instantFromIso(u"2026-11-20T02:00:00Z"); // 10:00 in Shanghai

Person somebody(const QString &id, const QString &name)
{
    return {id, name, u"U2"_s, u"010-5550"_s, u"driver,first-aid"_s, u"zh-CN,en"_s};
}

UnitGrid grid(const QString &code, const QString &name, const QString &street)
{
    UnitGrid made;
    made.code = code;
    made.name = name;
    made.street = street;
    made.community = street + u"001"_s;
    return made;
}

Leave away(const QString &who, const QString &deputy)
{
    return {who, kToday.addDays(-1), kToday.addDays(2), LeaveKind::Sick, deputy, {}};
}

class FakeStaff final : public StaffPort
{
public:
    FakeStaff()
    {
        const QList<Duty> duties{
            {u"p1"_s, u"manager"_s, u"G1"_s, kToday.addDays(-100), {}},
            {u"p2"_s, u"police"_s, u"G1"_s, kToday.addDays(-100), {}},
            {u"p3"_s, u"manager"_s, u"G2"_s, kToday.addDays(-100), kToday.addDays(-10)},
            {u"p3"_s, u"police"_s, u"G2"_s, kToday.addDays(-100), {}}};
        const QList<StaffingNeed> needs{{{}, u"manager"_s, 1}, {{}, u"police"_s, 1}};
        leaves = {away(u"p1"_s, u"p2"_s), away(u"p3"_s, {})};
        for (const auto &[id, name] : {std::pair{u"p1"_s, u"王敏"_s},
                                       std::pair{u"p2"_s, u"李强"_s},
                                       std::pair{u"p3"_s, u"张伟"_s}}) {
            known.append(somebody(id, name));
            matrix.people.insert(id, known.last());
            turns.people.insert(id, known.last());
        }
        matrix.grids = {grid(u"G1"_s, u"第一网格"_s, kStreet),
                        grid(u"G2"_s, u"第二网格"_s, kOther)};
        matrix.divisions = {{u"110101"_s, {}, u"district"_s, u"试验区"_s, 0, 0.0, {}},
                            {kStreet, u"110101"_s, u"street"_s, u"一街道"_s, 0, 0.0, {}},
                            {kOther, u"110101"_s, u"street"_s, u"二街道"_s, 0, 0.0, {}},
                            {kStreet + u"001"_s, kStreet, u"community"_s, u"一社区"_s, 0, 0.0, {}},
                            {kOther + u"001"_s, kOther, u"community"_s, u"二社区"_s, 0, 0.0, {}}};
        matrix.matrix = staffMatrix(matrix.grids, duties, LeaveBook(leaves), needs, kToday);
        matrix.vacancies = vacancies(matrix.matrix, duties);
        fillRoster();
        tree.organisations = {{u"U1"_s, {}, u"指挥中心"_s, u"Centre"_s, {}, {}, false},
                              {u"U2"_s, u"U1"_s, u"一街道办"_s, u"Office"_s, {}, kStreet, true}};
        tree.posts = {{u"street"_s, u"U2"_s, u"街道值班岗"_s, {}, 2, {u"duty-officer"_s}, {}, {}}};
        tree.holdings = {{u"street"_s, u"U2"_s, u"p1"_s, kToday.addDays(-5), {}}};
        tree.people = {{u"U2"_s, 3}};
        file = {known.first(), {duties.first()}, {}, {leaves.first()}, {{u"G1"_s, u"第一网格"_s}}};
    }
    void fillRoster()
    {
        const QTimeZone zone("Asia/Shanghai");
        const Instant midnight = startOfDay(kToday, zone);
        using std::chrono::hours;
        turns.first = QDate(2026, 11, 16);
        turns.timeZone = u"Asia/Shanghai"_s;
        turns.now = kNow;
        turns.posts = {{u"street"_s, kStreet}, {u"street"_s, kOther}};
        turns.shifts = {
            {u"p1"_s, u"street"_s, kStreet, midnight, midnight + hours(12)},
            {u"p2"_s, u"street"_s, kStreet, midnight + hours(12), midnight + hours(20)}};
        turns.leaves = {};
        turns.uncovered = {
            {u"street"_s, kStreet, midnight + hours(20), midnight + hours(24), 1, 1}};
        turns.next = {{u"street"_s, kStreet, u"p1"_s, u"p2"_s, midnight + hours(12)}};
        turns.handovers = {{u"street"_s, kStreet, u"p2"_s, u"p1"_s, midnight, u"无"_s, {}, {}, {}}};
        turns.areas = {{kStreet, u"一街道"_s}, {kOther, u"二街道"_s}};
    }

    QFuture<Result<StaffingPicture>> staffing(QDate day) override
    {
        asked.append(day);
        return FakeDistrict::answer<StaffingPicture>(matrix);
    }
    QFuture<Result<RosterPicture>> roster(QDate first, int) override
    {
        weeks.append(first);
        RosterPicture picture = turns;
        picture.first = first;
        return FakeDistrict::answer<RosterPicture>(picture);
    }
    QFuture<Result<OrganisationPicture>> organisation() override
    {
        return FakeDistrict::answer<OrganisationPicture>(tree);
    }
    QFuture<Result<QList<Person>>> people(const PeopleQuery &query) override
    {
        queries.append(query);
        QList<Person> found = known;
        found.removeIf([&](const Person &one) { return !one.name.contains(query.text); });
        return FakeDistrict::answer<QList<Person>>(found);
    }
    QFuture<Result<PersonFile>> person(const QString &) override
    {
        return FakeDistrict::answer<PersonFile>(file);
    }
    QFuture<Result<void>> assign(const Duty &duty) override
    {
        assigned.append(duty);
        return FakeDistrict::answer<void>(done);
    }
    QFuture<Result<void>> end(const Duty &duty, QDate last) override
    {
        ended.append({duty, last});
        return FakeDistrict::answer<void>(done);
    }
    QFuture<Result<void>> enter(const Leave &leave) override
    {
        enteredLeaves.append(leave);
        return FakeDistrict::answer<void>(done);
    }
    QFuture<Result<void>> enter(const Shift &shift) override
    {
        enteredShifts.append(shift);
        return FakeDistrict::answer<void>(done);
    }
    QFuture<Result<void>> enter(const Handover &handover) override
    {
        enteredHandovers.append(handover);
        return FakeDistrict::answer<void>(done);
    }
    QFuture<Result<void>> acknowledge(const Handover &handover) override
    {
        taken.append(handover);
        return FakeDistrict::answer<void>(done);
    }
    QFuture<Result<void>> enter(const Person &one) override
    {
        enteredPeople.append(one);
        return FakeDistrict::answer<void>(done);
    }
    QFuture<Result<void>> enter(const Post &) override { return FakeDistrict::answer<void>(done); }
    [[nodiscard]] QDate today() const override { return kToday; }
    [[nodiscard]] const QList<UncoveredSpan> &uncovered() const override { return gaps; }

    StaffingPicture matrix;
    RosterPicture turns;
    OrganisationPicture tree;
    PersonFile file;
    QList<Leave> leaves;
    QList<Person> known;
    QList<UncoveredSpan> gaps;
    Result<void> done;
    QList<QDate> asked;
    QList<QDate> weeks;
    QList<PeopleQuery> queries;
    QList<Duty> assigned;
    QList<std::pair<Duty, QDate>> ended;
    QList<Leave> enteredLeaves;
    QList<Shift> enteredShifts;
    QList<Handover> enteredHandovers;
    QList<Handover> taken;
    QList<Person> enteredPeople;
};

User user(const QString &role, const QString &division = {})
{
    User made;
    made.name = role + u'1';
    made.role = role;
    made.division = division;
    return made;
}

QString wordsOf(QWidget &widget)
{
    QCoreApplication::processEvents(); // what was just made is shown then
    QStringList words;
    for (const QLabel *label : widget.findChildren<QLabel *>()) {
        if (label->isVisible()) {
            words.append(label->text());
        }
    }
    return words.join(u'\n');
}

template <typename T>
T *visibleChild(QWidget &widget, const QString &name)
{
    QCoreApplication::processEvents(); // what was just made is shown then
    for (T *child : widget.findChildren<T *>(name)) {
        if (child->isVisible()) {
            return child;
        }
    }
    return nullptr;
}

} // namespace

class TestStaffPages : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<FakeDistrict> mDistrict;
    std::unique_ptr<FakeStaff> mStaff;

    void show(StaffPage &page)
    {
        page.setTheme(theme(ThemeName::Day));
        page.resize(1600, 900);
        page.show();
        page.open();
        QTRY_VERIFY(page.isSettled());
    }
    static void choose(QWidget &page, const QString &name)
    {
        // The form's field asks while one types.
        auto *field = visibleChild<QListWidget>(page, {});
        auto *line = field->parentWidget()->findChild<QLineEdit *>();
        line->setText(name);
        emit line->textEdited(name); // as an input method does
        QTRY_VERIFY(field->count() == 1);
    }

private slots:
    void init()
    {
        mDistrict = std::make_unique<FakeDistrict>();
        mDistrict->time.set(kNow);
        mDistrict->who = user(u"admin"_s);
        mDistrict->storeInfo.timeZone = u"Asia/Shanghai"_s;
        mStaff = std::make_unique<FakeStaff>();
        mDistrict->rules =
            AccessRules(Permissions::standard(), DivisionTree(mStaff->matrix.divisions));
    }

    void theMatrixSaysWhatIsMissing()
    {
        StaffMatrixModel model;
        const QAbstractItemModelTester tester(&model);
        model.show(mStaff->matrix);
        // Two streets and two communities stand above their grids.
        QCOMPARE(model.rowCount(), 6);
        QCOMPARE(model.columnCount(), 3);
        const auto state = [&](const QString &code, const QString &role) {
            return model.indexOf(code, role).data(StaffMatrixModel::StateRole).toString();
        };
        QCOMPARE(state(u"G1"_s, u"manager"_s), u"deputised"_s);
        QCOMPARE(state(u"G1"_s, u"police"_s), u"held"_s);
        QCOMPARE(state(u"G2"_s, u"manager"_s), u"vacant"_s);
        QCOMPARE(state(u"G2"_s, u"police"_s), u"away"_s);
        QVERIFY(model.indexOf(u"G1"_s, u"manager"_s)
                    .data(StaffMatrixModel::DetailRole)
                    .toString()
                    .contains(u"李强"_s));
        QCOMPARE(model.vacant(), 1);
        QCOMPARE(model.unmanned(), 1);
        QCOMPARE(model.headerData(1, Qt::Horizontal, StaffMatrixModel::GapsRole).toInt(), 1);
        QCOMPARE(model.headerData(2, Qt::Horizontal, StaffMatrixModel::GapsRole).toInt(), 0);
        QCOMPARE(model.index(0, 1).data(StaffMatrixModel::GapsRole).toInt(), 0);
        QCOMPARE(model.index(3, 1).data(StaffMatrixModel::GapsRole).toInt(), 1);
    }
    void theMatrixIsFiltered_data()
    {
        QTest::addColumn<QString>("street");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("gaps");
        QTest::addColumn<int>("grids");
        QTest::newRow("all") << QString() << QString() << false << 2;
        QTest::newRow("a street") << kOther << QString() << false << 1;
        QTest::newRow("by name of a grid") << QString() << u"第一"_s << false << 1;
        QTest::newRow("by somebody in it") << QString() << u"张伟"_s << false << 1;
        QTest::newRow("by a deputy") << kStreet << u"李强"_s << false << 1;
        QTest::newRow("gaps only") << QString() << QString() << true << 1;
        QTest::newRow("nothing") << kStreet << QString() << true << 0;
    }
    void theMatrixIsFiltered()
    {
        QFETCH(QString, street);
        QFETCH(QString, text);
        QFETCH(bool, gaps);
        StaffMatrixModel model;
        const QAbstractItemModelTester tester(&model);
        model.show(mStaff->matrix);
        model.setFilter({street, text, gaps});
        QTEST(model.gridCount(), "grids");
    }
    void aCellTellsWhoAndSinceWhen()
    {
        StaffingPage page(*mStaff, *mDistrict);
        show(page);
        auto *table = page.findChild<QTableView *>(u"staffingTable"_s);
        const auto &model = static_cast<const StaffMatrixModel &>(*table->model());
        table->setCurrentIndex(model.indexOf(u"G1"_s, u"manager"_s));
        const QString said = wordsOf(page);
        QVERIFY(said.contains(u"王敏"_s));
        QVERIFY(said.contains(u"2026-08-12"_s)); // a hundred days ago
        QVERIFY(said.contains(u"010-5550"_s));
        QVERIFY(said.contains(u"Deputy: 李强"_s));
        table->setCurrentIndex(model.indexOf(u"G2"_s, u"manager"_s));
        QVERIFY(wordsOf(page).contains(u"Vacant since 2026-11-11"_s));
    }
    void somebodyIsAssignedFromTheKeyboard()
    {
        StaffingPage page(*mStaff, *mDistrict);
        show(page);
        auto *table = page.findChild<QTableView *>(u"staffingTable"_s);
        const auto &model = static_cast<const StaffMatrixModel &>(*table->model());
        table->setCurrentIndex(model.indexOf(u"G2"_s, u"manager"_s));
        QTest::keyClick(table, Qt::Key_Return);
        auto *form = page.findChild<StaffForm *>(u"assignForm"_s);
        QVERIFY(form->isVisible());
        // Nobody chosen: the form says so, and nothing is sent.
        QTest::keyClick(form, Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(mStaff->assigned.isEmpty());
        choose(*form, u"王敏"_s);
        QTest::keyClick(form, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(mStaff->assigned.size(), 1);
        QCOMPARE(mStaff->assigned.first(), (Duty{u"p1"_s, u"manager"_s, u"G2"_s, kToday, QDate()}));
        QTRY_VERIFY(!form->isVisible());
        // What is refused stays in the form, with the reason.
        QTest::keyClick(table, Qt::Key_Return);
        mStaff->done = Error{ErrorCode::Refused, u"not yours"_s, {}};
        choose(*form, u"王敏"_s);
        QTest::keyClick(form, Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(wordsOf(*form).contains(u"not yours"_s));
        QVERIFY(form->isVisible());
        QTest::keyClick(form, Qt::Key_Escape);
        QVERIFY(!form->isVisible());
    }
    void aDutyIsEnded()
    {
        StaffingPage page(*mStaff, *mDistrict);
        show(page);
        auto *table = page.findChild<QTableView *>(u"staffingTable"_s);
        const auto &model = static_cast<const StaffMatrixModel &>(*table->model());
        table->setCurrentIndex(model.indexOf(u"G1"_s, u"police"_s));
        visibleChild<QPushButton>(page, u"endDuty"_s)->click();
        page.findChild<StaffForm *>(u"endForm"_s)
            ->findChild<QPushButton *>(u"formAccept"_s)
            ->click();
        QCOMPARE(mStaff->ended.size(), 1);
        QCOMPARE(mStaff->ended.first().first.person, u"p2"_s);
        QCOMPARE(mStaff->ended.first().second, kToday);
    }
    void rightsAreFollowedAtOnce()
    {
        StaffingPage page(*mStaff, *mDistrict);
        show(page);
        auto *table = page.findChild<QTableView *>(u"staffingTable"_s);
        const auto &model = static_cast<const StaffMatrixModel &>(*table->model());
        table->setCurrentIndex(model.indexOf(u"G1"_s, u"police"_s));
        QVERIFY(visibleChild<QPushButton>(page, u"staffingAssign"_s) != nullptr);
        // A street office may in its own street alone, an analyst nowhere.
        for (const auto &[who, may] : {std::pair{user(u"street"_s, kStreet), true},
                                       std::pair{user(u"street"_s, kOther), false},
                                       std::pair{user(u"analyst"_s), false}}) {
            mDistrict->takePost(who);
            QCOMPARE(visibleChild<QPushButton>(page, u"staffingAssign"_s) != nullptr, may);
        }
    }
    void pagesReadAgainWhenStaffChanges()
    {
        StaffingPage page(*mStaff, *mDistrict);
        show(page);
        const qsizetype before = mStaff->asked.size();
        emit mStaff->staffChanged();
        emit mStaff->staffChanged(); // several tables at once are one question
        QTRY_COMPARE_WITH_TIMEOUT(mStaff->asked.size(), before + 1, 1000);
        // Not looked at: it waits.
        page.hide();
        emit mStaff->staffChanged();
        QTest::qWait(250);
        QCOMPARE(mStaff->asked.size(), before + 1);
        page.show();
        page.open();
        QCOMPARE(mStaff->asked.size(), before + 2);
    }

    void theRosterHasBarsAndGaps()
    {
        RosterModel model;
        const QAbstractItemModelTester tester(&model);
        model.show(mStaff->turns);
        const QModelIndex friday = model.indexOf({u"street"_s, kStreet}, kToday);
        QCOMPARE(friday.column(), 5);
        const auto bars = friday.data(RosterModel::BarsRole).value<QList<RosterBar>>();
        QCOMPARE(bars.size(), 3);
        QCOMPARE(bars.at(0).text, u"王敏"_s);
        QCOMPARE(bars.at(0).to, 0.5);
        QVERIFY(bars.at(2).isGap);
        QCOMPARE(bars.at(2).from, 20.0 / 24.0);
        QVERIFY(bars.at(2).detail.contains(u"20:00 – 24:00"_s));
        QVERIFY(model.headerData(5, Qt::Horizontal, RosterModel::TodayRole).toBool());
        QVERIFY(!model.headerData(4, Qt::Horizontal, RosterModel::TodayRole).toBool());
        // Somebody away is named with who acts.
        mStaff->turns.leaves = {away(u"p1"_s, u"p3"_s)};
        model.show(mStaff->turns);
        const auto deputy = model.indexOf({u"street"_s, kStreet}, kToday)
                                .data(RosterModel::BarsRole)
                                .value<QList<RosterBar>>();
        QVERIFY(deputy.at(0).isDeputy);
        QVERIFY(deputy.at(0).text.contains(u"张伟"_s) && deputy.at(0).text.contains(u"王敏"_s));
    }
    void aTurnIsAddedChangedAndWithdrawn()
    {
        RosterPage page(*mStaff, *mDistrict);
        show(page);
        QCOMPARE(mStaff->weeks, QList<QDate>{QDate(2026, 11, 16)});
        auto *form = page.findChild<StaffForm *>(u"shiftForm"_s);
        visibleChild<QPushButton>(page, u"rosterAdd"_s)->click();
        choose(*form, u"张伟"_s);
        form->findChild<QPushButton *>(u"formAccept"_s)->click();
        QCOMPARE(mStaff->enteredShifts.size(), 1);
        const Instant eight = *instantFromIso(u"2026-11-20T00:00:00Z"); // 08:00 in Shanghai
        QCOMPARE(mStaff->enteredShifts.last(),
                 (Shift{u"p3"_s, u"street"_s, kStreet, eight, eight + std::chrono::hours(8)}));
        QTRY_VERIFY(!form->isVisible());
        visibleChild<QPushButton>(page, u"shiftChange"_s)->click();
        form->findChild<QPushButton *>(u"shiftWithdraw"_s)->click();
        QCOMPARE(mStaff->enteredShifts.size(), 2);
        QCOMPARE(mStaff->enteredShifts.last().person, u"p1"_s);
        QCOMPARE(mStaff->enteredShifts.last().to, mStaff->enteredShifts.last().from);
    }
    void aTurnIsHandedOverAndTaken()
    {
        RosterPage page(*mStaff, *mDistrict);
        show(page);
        visibleChild<QPushButton>(page, u"acknowledge"_s)->click();
        QCOMPARE(mStaff->taken.size(), 1);
        visibleChild<QPushButton>(page, u"handOver"_s)->click();
        auto *form = page.findChild<StaffForm *>(u"handoverForm"_s);
        form->findChild<QLineEdit *>(u"handoverOpen"_s)->setText(u"2 件"_s);
        form->findChild<QPushButton *>(u"formAccept"_s)->click();
        QCOMPARE(mStaff->enteredHandovers.size(), 1);
        QCOMPARE(mStaff->enteredHandovers.first().fromPerson, u"p1"_s);
        QCOMPARE(mStaff->enteredHandovers.first().toPerson, u"p2"_s);
        QCOMPARE(mStaff->enteredHandovers.first().open, u"2 件"_s);
        QCOMPARE(mStaff->enteredHandovers.first().at, kNow);
    }
    void gapsAheadAreToldOnceToThoseWhoCanMendThem()
    {
        RosterAlarm alarm(*mStaff, *mDistrict);
        const QSignalSpy told(&alarm, &RosterAlarm::messageRequested);
        auto *page = new RosterPage(*mStaff, *mDistrict);
        AdminWorkspace workspace(*mDistrict, {page});
        const auto *tabs = workspace.findChild<QTabBar *>(u"adminTabs"_s);
        QCOMPARE(tabs->tabText(0), u"Duty roster"_s);
        mStaff->gaps = mStaff->turns.uncovered;
        emit mStaff->uncoveredChanged();
        QCOMPARE(told.size(), 1);
        QCOMPARE(tabs->tabText(0), u"Duty roster ▲1"_s);
        emit mStaff->uncoveredChanged(); // the same gap
        QCOMPARE(told.size(), 1);
        mDistrict->takePost(user(u"analyst"_s));
        QCOMPARE(told.size(), 1);
        mDistrict->takePost(user(u"street"_s, kOther));
        QCOMPARE(told.size(), 1);
        mDistrict->takePost(user(u"supervisor"_s));
        QCOMPARE(told.size(), 2);
        mStaff->gaps.clear();
        emit mStaff->uncoveredChanged();
        QCOMPARE(tabs->tabText(0), u"Duty roster"_s);
    }

    void peopleAreFoundAndShown()
    {
        PeoplePage page(*mStaff, *mDistrict);
        show(page);
        auto *tree = page.findChild<QTreeWidget *>(u"organisationTree"_s);
        QCOMPARE(tree->topLevelItemCount(), 2); // everybody, and the centre
        QCOMPARE(tree->topLevelItem(1)->childCount(), 1);
        tree->setCurrentItem(tree->topLevelItem(1));
        QTRY_COMPARE(mStaff->queries.last().organisations, QStringList({u"U1"_s, u"U2"_s}));
        tree->setCurrentItem(tree->topLevelItem(1)->child(0));
        QTRY_VERIFY(wordsOf(page).contains(u"1 of 2 filled"_s));
        page.findChild<QLineEdit *>(u"peopleFind"_s)->setText(u"王"_s);
        auto *table = page.findChild<QTableView *>(u"peopleTable"_s);
        QTRY_COMPARE(table->model()->rowCount(), 1);
        table->selectRow(0);
        QTRY_VERIFY(wordsOf(page).contains(u"sick leave"_s));
        QVERIFY(wordsOf(page).contains(u"Grid manager · 第一网格"_s));
        QVERIFY(wordsOf(page).contains(u"driver, first aid"_s));
        QVERIFY(wordsOf(page).contains(u"Chinese, English"_s));
    }
    void leaveIsEntered()
    {
        PeoplePage page(*mStaff, *mDistrict);
        show(page);
        auto *table = page.findChild<QTableView *>(u"peopleTable"_s);
        QTRY_COMPARE(table->model()->rowCount(), 3);
        table->selectRow(0);
        QTRY_VERIFY(visibleChild<QPushButton>(page, u"personAddLeave"_s) != nullptr);
        visibleChild<QPushButton>(page, u"personAddLeave"_s)->click();
        auto *form = page.findChild<StaffForm *>(u"leaveForm"_s);
        form->findChild<QDateEdit *>(u"leaveFrom"_s)->setDate(kToday.addDays(7));
        form->findChild<QDateEdit *>(u"leaveTo"_s)->setDate(kToday.addDays(9));
        choose(*form, u"李强"_s);
        form->findChild<QPushButton *>(u"formAccept"_s)->click();
        QCOMPARE(mStaff->enteredLeaves.size(), 1);
        const Leave &leave = mStaff->enteredLeaves.first();
        QCOMPARE(leave.person, u"p1"_s);
        QCOMPARE(leave.deputy, u"p2"_s);
        QCOMPARE(leave.from, kToday.addDays(7));
        QCOMPARE(leave.to, kToday.addDays(9));
        // Nobody who may not change staff is offered it.
        mDistrict->takePost(user(u"analyst"_s));
        QVERIFY(visibleChild<QPushButton>(page, u"personAddLeave"_s) == nullptr);
    }
    void peopleModelKeepsItsPromises()
    {
        PeopleModel model;
        const QAbstractItemModelTester tester(&model);
        model.show(mStaff->known);
        model.append(mStaff->known);
        QCOMPARE(model.rowCount(), 6);
        model.show({});
        QCOMPARE(model.rowCount(), 0);
    }
};

static const TestRegistration<TestStaffPages> registration;

} // namespace gridward

#include "test_staffpages.moc"
