// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/geopackagestore.h"
#include "models/view/permissionmodel.h"
#include "tests/support/fakeaccess.h"
#include "tests/support/fakesignin.h"
#include "tests/support/testregistry.h"
#include "ui/admin/accountform.h"
#include "ui/admin/accountspage.h"
#include "ui/admin/adminworkspace.h"
#include "ui/admin/passworddialog.h"
#include "ui/admin/rolespage.h"
#include "ui/panels/choicelist.h"
#include "ui/shell/scopebutton.h"
#include "ui/theme/theme.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QTableView>
#include <QTextBrowser>

using namespace Qt::StringLiterals;

namespace gridward {

class TestAccessPages : public QObject
{
    Q_OBJECT
private:
    /** Names of one street with one community and one grid, as a store tells them. */
    static DistrictNames names()
    {
        StoreInfo info;
        info.district = u"110101"_s;
        const std::unique_ptr<GeoPackageStore> store =
            GeoPackageStore::create(u":memory:"_s, info).value();
        UnitGrid grid;
        grid.code = u"110101001001001"_s;
        grid.name = u"第1网格"_s;
        grid.community = u"110101001001"_s;
        grid.street = u"110101001"_s;
        const bool written =
            store
                ->write(QList<Division>{
                    {u"110101"_s, {}, u"district"_s, u"试验区"_s, 1, 1.0, {}},
                    {u"110101001"_s, u"110101"_s, u"street"_s, u"一街道"_s, 1, 1.0, {}},
                    {u"110101001001"_s, u"110101001"_s, u"community"_s, u"一社区"_s, 1, 1.0, {}}})
                .isOk() &&
            store->write({grid}, u"t"_s, {}, Instant{}).isOk();
        return written ? DistrictNames::read(*store).value() : DistrictNames();
    }
    struct Bench
    {
        FakeDistrict district;
        FakeAccess access;
        FakeSignIn signIn;

        explicit Bench(const QString &role)
        {
            district.who = {role + u'1', {}, role, {}, {}, false, false};
            district.districtNames = names();
            district.storeState = StoreState::Live;
            district.allPosts = {district.who};
            access.picture.permissions = Permissions::standard();
            access.rules = AccessRules(Permissions::standard(), {});
            access.picture.users = {
                {u"admin1"_s, {}, u"admin"_s, {}, {}, false, false},
                {u"filer1"_s, u"P1"_s, u"filer"_s, u"110101001"_s, {}, false, false}};
            access.picture.people = {{u"P1"_s, u"张敏"_s}};
        }
    };
    static QModelIndex cellOf(const QTableView &table, const QString &role, const QString &action)
    {
        const auto *model = static_cast<const PermissionModel *>(table.model());
        for (int row = 0; row < model->rowCount(); ++row) {
            for (int column = 0; column < model->columnCount(); ++column) {
                const std::optional<Grant> grant = model->grantAt(model->index(row, column));
                if (grant && grant->role == role && grant->thing == Thing::Case &&
                    grant->action == action) {
                    return model->index(row, column);
                }
            }
        }
        return {};
    }

private slots:
    void theTableIsASoundModel()
    {
        PermissionModel model;
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setPermissions(Permissions::standard());
        Permissions more = Permissions::standard();
        more.add({u"guide"_s, u"指导员"_s, u"Guide"_s, false});
        model.setPermissions(more);
        QCOMPARE(model.columnCount(), 11);
        more.set({u"guide"_s, Thing::Case, u"see"_s, Reach::Division});
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        model.setPermissions(more);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(reset.size(), 0); // whoever stands on a cell stays there
    }
    void aNumberChangesACell()
    {
        Bench bench(u"admin"_s);
        RolesPage page(bench.district, bench.access);
        page.setTheme(theme(ThemeName::Day));
        page.resize(1200, 700);
        page.show();
        page.open();
        QTRY_VERIFY(page.isSettled());
        auto *table = page.findChild<QTableView *>(u"permissionTable"_s);
        const QModelIndex cell = cellOf(*table, u"leader"_s, u"file"_s);
        QVERIFY(cell.isValid());
        table->setCurrentIndex(cell);
        QTest::keyClick(table, Qt::Key_3);
        QTRY_COMPARE(bench.access.grants.size(), 1);
        QCOMPARE(bench.access.grants.first(),
                 (Grant{u"leader"_s, Thing::Case, u"file"_s, Reach::Division}));
        QTRY_VERIFY(cell.data(PermissionModel::IsChangedRole).toBool());
        QTest::keyClick(table, Qt::Key_3); // the same again is nothing
        QCOMPARE(bench.access.grants.size(), 1);
        page.findChild<QPushButton *>(u"resetRole"_s)->click();
        QTRY_COMPARE(bench.access.resets, QStringList{u"leader"_s});
    }
    void whatIsRefusedIsSaidAndNotShown()
    {
        Bench bench(u"admin"_s);
        RolesPage page(bench.district, bench.access);
        page.show();
        page.open();
        QTRY_VERIFY(page.isSettled());
        bench.access.done = Error{ErrorCode::Refused, u"nobody would be left"_s, {}};
        QSignalSpy told(&page, &AdminPage::messageRequested);
        auto *table = page.findChild<QTableView *>(u"permissionTable"_s);
        const QModelIndex cell = cellOf(*table, u"filer"_s, u"file"_s);
        table->setCurrentIndex(cell);
        QTest::keyClick(table, Qt::Key_0);
        QTRY_COMPARE(told.size(), 1);
        QCOMPARE(told.first().first().value<Message>().text, u"nobody would be left"_s);
        QVERIFY(!cell.data(PermissionModel::IsChangedRole).toBool());
    }
    void whoMayOnlyLookIsOfferedNothingToChange()
    {
        Bench bench(u"leader"_s);
        RolesPage page(bench.district, bench.access);
        page.show();
        page.open();
        QTRY_VERIFY(page.isSettled());
        QVERIFY(page.findChild<QPushButton *>(u"addRole"_s)->isHidden());
        auto *table = page.findChild<QTableView *>(u"permissionTable"_s);
        table->setCurrentIndex(cellOf(*table, u"filer"_s, u"file"_s));
        QTest::keyClick(table, Qt::Key_Return);
        QVERIFY(QApplication::activePopupWidget() == nullptr);
    }
    void thePreviewAsksForWhoAndWhere()
    {
        Bench bench(u"admin"_s);
        RolesPage page(bench.district, bench.access);
        page.setTheme(theme(ThemeName::Night));
        page.show();
        page.open();
        QTRY_VERIFY(page.isSettled());
        auto *users = page.findChild<ChoiceList *>(u"previewUsers"_s);
        auto *places = page.findChild<ChoiceList *>(u"previewPlaces"_s);
        users->setCurrent(u"filer1"_s);
        places->setCurrent(u"110101001001001"_s);
        QTRY_COMPARE(bench.access.previews.last().first.name, u"filer1"_s);
        QCOMPARE(bench.access.previews.last().second, u"110101001001001"_s);
        const QString text = page.findChild<QTextBrowser *>(u"previewAnswer"_s)->toPlainText();
        QVERIFY2(text.contains(u"张敏"_s) && text.contains(u"7"_s), qPrintable(text));
        QVERIFY2(!text.contains(u"case:"_s), qPrintable(text)); // words, no ids
    }
    void anAccountIsChangedAndAdded()
    {
        Bench bench(u"admin"_s);
        AccountsPage page(bench.district, bench.access, bench.signIn);
        page.show();
        page.open();
        QTRY_VERIFY(page.isSettled());
        auto *table = page.findChild<QTableView *>(u"accountTable"_s);
        QCOMPARE(table->model()->rowCount(), 2);
        page.findChild<QLineEdit *>(u"accountFilter"_s)->setText(u"张敏"_s);
        QCOMPARE(table->model()->rowCount(), 1);
        table->setCurrentIndex(table->model()->index(0, 0));
        page.findChild<QCheckBox *>(u"accountDisabled"_s)->setChecked(true);
        page.findChild<QPushButton *>(u"saveAccount"_s)->click();
        QTRY_COMPARE(bench.access.users.size(), 1);
        User wanted = bench.access.picture.users.last();
        wanted.isDisabled = true;
        QCOMPARE(bench.access.users.first(), wanted);
        page.findChild<QPushButton *>(u"addPost"_s)->click();
        QTRY_COMPARE(bench.access.posts.size(), 1);
        QCOMPARE(bench.access.posts.first().user, u"filer1"_s);
        page.findChild<QPushButton *>(u"newAccount"_s)->click();
        auto *name = page.findChild<QLineEdit *>(u"accountName"_s);
        auto *save = page.findChild<QPushButton *>(u"saveAccount"_s);
        QVERIFY(!save->isEnabled());
        name->setText(u"filer2"_s);
        auto *role = page.findChild<QComboBox *>(u"accountRole"_s);
        role->setCurrentIndex(role->findData(u"filer"_s));
        auto *area = page.findChild<QComboBox *>(u"accountArea"_s);
        area->setCurrentIndex(area->findData(u"110101001001"_s));
        save->click();
        QTRY_COMPARE(bench.access.users.size(), 2);
        QCOMPARE(bench.access.users.last(),
                 (User{u"filer2"_s, {}, u"filer"_s, u"110101001001"_s, {}, false, false}));
    }
    void aPasswordIsGivenWhereClaimsAreNotTrusted()
    {
        Bench bench(u"admin"_s);
        bench.district.storeInfo.purpose = u"real"_s;
        AccountsPage page(bench.district, bench.access, bench.signIn);
        page.setTheme(theme(ThemeName::Day));
        page.show();
        page.open();
        QTRY_VERIFY(page.isSettled());
        auto *set = page.findChild<QPushButton *>(u"setPassword"_s);
        QVERIFY(set->isVisible());
        set->click();
        auto *dialog = page.findChild<PasswordDialog *>();
        QVERIFY(dialog != nullptr);
        auto *give = dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
        QVERIFY(!give->isEnabled());
        const QList<QLineEdit *> fields = dialog->findChildren<QLineEdit *>();
        QCOMPARE(fields.size(), 2);
        for (QLineEdit *field : fields) {
            QTest::keyClicks(field, u"correct-horse-7"_s);
        }
        QVERIFY(give->isEnabled());
        give->click();
        QTRY_COMPARE(bench.access.passwords.size(), 1);
        QCOMPARE(bench.access.passwords.first().name, u"admin1"_s);
        QCOMPARE(bench.access.passwords.first().text, u"correct-horse-7"_s);
        QVERIFY(bench.access.passwords.first().mustChange);
        // A demo believes names: there is nothing to set.
        bench.district.storeInfo.purpose = u"demo"_s;
        page.open();
        QTRY_VERIFY(!set->isVisible());
    }
    void pagesAreOfferedByRight()
    {
        Bench bench(u"analyst"_s);
        AdminWorkspace workspace(bench.district,
                                 {new AccountsPage(bench.district, bench.access, bench.signIn),
                                  new RolesPage(bench.district, bench.access)});
        workspace.show();
        QVERIFY(!workspace.showPage(u"accounts"_s));
        QCOMPARE(workspace.findChild<QTabBar *>()->count(), 0);
        bench.district.who.role = u"leader"_s;
        emit bench.district.userChanged();
        QCOMPARE(workspace.findChild<QTabBar *>()->count(), 1);
        QCOMPARE(workspace.currentPage(), u"roles"_s);
        bench.district.who.role = u"admin"_s;
        emit bench.district.userChanged();
        QCOMPARE(workspace.findChild<QTabBar *>()->count(), 2);
        QCOMPARE(workspace.currentPage(), u"roles"_s); // stays where one was
    }
    void aScopeIsChosenFromTheKeyboard()
    {
        Bench bench(u"dispatcher"_s);
        bench.district.rules =
            AccessRules(Permissions::standard(),
                        DivisionTree({{u"110101"_s, {}, {}, {}, 0, 0.0, {}},
                                      {u"110101001"_s, u"110101"_s, {}, {}, 0, 0.0, {}}}));
        bench.district.allPosts.append(
            {u"dispatcher1"_s, {}, u"filer"_s, u"110101001"_s, {}, false, false});
        ScopeButton button(bench.district);
        button.setTheme(theme(ThemeName::Day));
        button.show();
        QSignalSpy chosen(&button, &ScopeButton::scopeChosen);
        button.choose();
        auto *choices = button.findChild<ChoiceList *>(u"scopeChoices"_s);
        QVERIFY(choices->isVisible());
        QCOMPARE(choices->visibleCount(), 5);                  // two posts; street, community, grid
        QTest::keyClicks(choices->field(), u"110101001001"_s); // by its code, too
        QTest::keyClick(choices->field(), Qt::Key_Return);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(bench.district.who.division, u"110101001001"_s);
        QCOMPARE(bench.district.who.role, u"dispatcher"_s);
        QVERIFY2(button.text().contains(u"一社区"_s), qPrintable(button.text()));
    }
};

static const TestRegistration<TestAccessPages> registration;

} // namespace gridward

#include "test_accesspages.moc"
