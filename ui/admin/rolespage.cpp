// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/admin/rolespage.h"

#include "models/service/accessport.h"
#include "models/service/districtport.h"
#include "models/view/accesswords.h"
#include "models/view/permissionmodel.h"
#include "ui/admin/accesspreviewpanel.h"
#include "ui/admin/permissiondelegate.h"
#include "ui/admin/roledialog.h"
#include "ui/panels/answer.h"
#include "ui/theme/theme.h"

#include <QBoxLayout>
#include <QEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr int kColumnWidth = 88;
constexpr int kRowHeight = 30;
constexpr int kHeaderHeight = 56; ///< two lines of a role's name
constexpr int kPreviewWidth = 400;

} // namespace

RolesPage::RolesPage(DistrictPort &district, AccessPort &access, QWidget *parent)
    : AdminPage(parent)
    , mDistrict(district)
    , mAccess(access)
    , mModel(new PermissionModel(this))
    , mDelegate(new PermissionDelegate(this))
    , mTable(new QTableView)
    , mHint(new QLabel)
    , mAdd(new QPushButton)
    , mReset(new QPushButton)
    , mPreview(new AccessPreviewPanel(district, access))
{
    mTable->setObjectName(u"permissionTable"_s);
    mTable->setModel(mModel);
    mTable->setItemDelegate(mDelegate);
    mTable->setSelectionMode(QAbstractItemView::SingleSelection);
    mTable->setEditTriggers(QAbstractItemView::NoEditTriggers);
    mTable->setShowGrid(false);
    mTable->setFrameShape(QFrame::NoFrame);
    mTable->horizontalHeader()->setDefaultSectionSize(kColumnWidth);
    mTable->horizontalHeader()->setMinimumHeight(kHeaderHeight);
    mTable->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    mTable->horizontalHeader()->setMinimumSectionSize(kColumnWidth);
    mTable->horizontalHeader()->setDefaultAlignment(Qt::AlignCenter |
                                                    static_cast<Qt::Alignment>(Qt::TextWordWrap));
    mTable->verticalHeader()->setDefaultSectionSize(kRowHeight);
    mTable->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    mTable->installEventFilter(this);
    mHint->setObjectName(u"panelHint"_s);
    mHint->setWordWrap(true);
    mAdd->setObjectName(u"addRole"_s);
    mReset->setObjectName(u"resetRole"_s);

    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(16, 8, 16, 8);
    bar->setSpacing(8);
    bar->addWidget(mHint, 1);
    bar->addWidget(mReset);
    bar->addWidget(mAdd);
    auto *left = new QWidget;
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(bar);
    column->addWidget(mTable, 1);
    auto *scroll = new QScrollArea; // two lists and an answer are higher than a low screen
    scroll->setObjectName(u"cardScroll"_s);
    scroll->setWidget(mPreview);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setMinimumWidth(mPreview->minimumSizeHint().width());
    auto *splitter = new QSplitter;
    splitter->addWidget(left);
    splitter->addWidget(scroll);
    splitter->setStretchFactor(0, 1);
    splitter->setSizes({kPreviewWidth * 3, kPreviewWidth});
    splitter->setChildrenCollapsible(false);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(splitter);

    connect(mTable, &QTableView::doubleClicked, this, &RolesPage::offerReaches);
    connect(mTable->selectionModel(),
            &QItemSelectionModel::currentChanged,
            this,
            [this](const QModelIndex &now) {
                mPreview->showRole(mModel->roleAt(now.column()));
                updateActions();
            });
    connect(mAdd, &QPushButton::clicked, this, &RolesPage::addRole);
    connect(mReset, &QPushButton::clicked, this, &RolesPage::resetRole);
    connect(&mAccess, &AccessPort::changed, this, [this] {
        if (isVisible()) {
            open();
        }
    });
    retranslate();
}

QString RolesPage::id() const
{
    return u"roles"_s;
}

QString RolesPage::title() const
{
    return tr("Roles and permissions");
}

void RolesPage::setTheme(const Theme &theme)
{
    mDelegate->setTheme(theme);
    mPreview->setTheme(theme);
    mTable->viewport()->update();
}

void RolesPage::open()
{
    ++mPending;
    whenAnswered<AccessPicture>(
        mAccess.read(), mDistrict, this, [this](const Result<AccessPicture> &picture) {
            --mPending;
            if (picture) {
                showPicture(picture.value());
            } else {
                mHint->setText(picture.error().message);
            }
        });
}

bool RolesPage::isSettled() const
{
    return mIsKnown && mPending == 0 && mPreview->isSettled();
}

void RolesPage::showPicture(const AccessPicture &picture)
{
    mIsKnown = true;
    mModel->setPermissions(picture.permissions);
    for (int row = 0; row < mModel->rowCount(); ++row) {
        if (mModel->index(row, 0).data(PermissionModel::IsHeadingRole).toBool()) {
            mTable->setSpan(row, 0, 1, mModel->columnCount());
        }
    }
    mPreview->setPicture(picture);
    retranslate();
}

void RolesPage::changeEvent(QEvent *event)
{
    AdminPage::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        mModel->retranslate();
        retranslate();
    }
}

bool RolesPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == mTable && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key >= Qt::Key_0 && key <= Qt::Key_4) {
            setReach(static_cast<Reach>(key - Qt::Key_0));
            return true;
        }
        if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Space) {
            offerReaches();
            return true;
        }
    }
    return AdminPage::eventFilter(watched, event);
}

void RolesPage::retranslate()
{
    QStringList keys;
    for (const Reach reach : allReaches()) {
        keys.append(tr("%1 = %2", "a key and what it sets")
                        .arg(static_cast<int>(reach))
                        .arg(access_words::word(reach)));
    }
    mHint->setText(
        mDistrict.may(Thing::Role, u"change"_s)
            ? tr("How far each role may do what. Enter or a number changes a cell: %1. A corner "
                 "marks what is not as the program gives it.")
                  .arg(keys.join(tr(", ", "between words of a list")))
            : tr("How far each role may do what. A corner marks what is not as the program gives "
                 "it."));
    mAdd->setText(tr("New role …"));
    mReset->setText(tr("As the program gives it"));
    mReset->setToolTip(tr("Gives the role of this column what the program gives it"));
    mTable->setAccessibleName(tr("Rights of the roles"));
    updateActions();
}

void RolesPage::updateActions()
{
    const bool may = mDistrict.may(Thing::Role, u"change"_s);
    mAdd->setVisible(may);
    mReset->setVisible(may);
    mReset->setEnabled(mTable->currentIndex().isValid());
}

void RolesPage::offerReaches()
{
    const QModelIndex cell = mTable->currentIndex();
    const std::optional<Grant> grant = mModel->grantAt(cell);
    if (!grant || !mDistrict.may(Thing::Role, u"change"_s)) {
        return;
    }
    auto *menu = new QMenu(mTable);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const Reach reach : allReaches()) {
        QAction *action = menu->addAction(
            u"&%1  %2"_s.arg(static_cast<int>(reach)).arg(access_words::word(reach)));
        action->setCheckable(true);
        action->setChecked(reach == grant->reach);
        connect(action, &QAction::triggered, this, [this, reach] { setReach(reach); });
    }
    menu->popup(mTable->viewport()->mapToGlobal(mTable->visualRect(cell).bottomLeft()));
}

void RolesPage::setReach(Reach reach)
{
    std::optional<Grant> grant = mModel->grantAt(mTable->currentIndex());
    if (grant && grant->reach != reach) {
        grant->reach = reach;
        whenAnswered<bool>(
            mAccess.set(*grant), mDistrict, this, [this](const Result<bool> &done) { tell(done); });
    }
}

void RolesPage::resetRole()
{
    const QString role = mModel->roleAt(mTable->currentIndex().column());
    if (!role.isEmpty()) {
        whenAnswered<bool>(
            mAccess.reset(role), mDistrict, this, [this](const Result<bool> &done) { tell(done); });
    }
}

void RolesPage::addRole()
{
    auto *dialog = new RoleDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &RoleDialog::roleGiven, this, [this](const RoleInfo &role) {
        whenAnswered<bool>(
            mAccess.add(role), mDistrict, this, [this](const Result<bool> &done) { tell(done); });
    });
    dialog->open();
}

void RolesPage::tell(const Result<bool> &done)
{
    if (!done) {
        emit messageRequested({Message::Level::Error, done.error().message});
    }
    open(); // what is shown is what the store has, whatever was asked for
}

} // namespace gridward
