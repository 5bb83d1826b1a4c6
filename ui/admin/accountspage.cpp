// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/admin/accountspage.h"

#include "models/domain/dutyroster.h"
#include "models/service/accessport.h"
#include "models/service/districtport.h"
#include "models/view/accountmodel.h"
#include "ui/admin/accountform.h"
#include "ui/admin/passworddialog.h"
#include "ui/panels/answer.h"

#include <QBoxLayout>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSortFilterProxyModel>
#include <QSplitter>
#include <QTableView>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr int kFormWidth = 400;
constexpr int kRowHeight = 32;

} // namespace

AccountsPage::AccountsPage(DistrictPort &district,
                           AccessPort &access,
                           SignInPort &signIn,
                           QWidget *parent)
    : AdminPage(parent)
    , mDistrict(district)
    , mAccess(access)
    , mSignIn(signIn)
    , mModel(new AccountModel(this))
    , mFiltered(new QSortFilterProxyModel(this))
    , mFilter(new QLineEdit)
    , mCount(new QLabel)
    , mNew(new QPushButton)
    , mTable(new QTableView)
    , mForm(new AccountForm(district))
{
    mFiltered->setSourceModel(mModel);
    mFiltered->setFilterKeyColumn(-1);
    mFiltered->setFilterCaseSensitivity(Qt::CaseInsensitive);
    mTable->setObjectName(u"accountTable"_s);
    mTable->setModel(mFiltered);
    mTable->setSelectionBehavior(QAbstractItemView::SelectRows);
    mTable->setSelectionMode(QAbstractItemView::SingleSelection);
    mTable->setEditTriggers(QAbstractItemView::NoEditTriggers);
    mTable->setShowGrid(false);
    mTable->setFrameShape(QFrame::NoFrame);
    mTable->verticalHeader()->hide();
    mTable->verticalHeader()->setDefaultSectionSize(kRowHeight);
    mTable->horizontalHeader()->setHighlightSections(false);
    mTable->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    mFilter->setObjectName(u"accountFilter"_s);
    mFilter->setClearButtonEnabled(true);
    mCount->setObjectName(u"fieldLabel"_s);
    mNew->setObjectName(u"newAccount"_s);

    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(16, 8, 16, 8);
    bar->setSpacing(16);
    bar->addWidget(mFilter, 1);
    bar->addWidget(mCount);
    bar->addStretch(1);
    bar->addWidget(mNew);
    auto *left = new QWidget;
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(bar);
    column->addWidget(mTable, 1);
    auto *scroll = new QScrollArea;
    scroll->setWidget(mForm);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *splitter = new QSplitter;
    splitter->addWidget(left);
    splitter->addWidget(scroll);
    splitter->setStretchFactor(0, 1);
    splitter->setSizes({kFormWidth * 3, kFormWidth});
    splitter->setChildrenCollapsible(false);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(splitter);

    connect(mFilter, &QLineEdit::textChanged, this, [this](const QString &text) {
        mFiltered->setFilterFixedString(text.trimmed());
        mCount->setText(tr("%n account(s)", nullptr, mFiltered->rowCount()));
    });
    connect(mTable->selectionModel(),
            &QItemSelectionModel::currentRowChanged,
            this,
            &AccountsPage::showChosen);
    connect(mNew, &QPushButton::clicked, this, &AccountsPage::beginNew);
    connect(mForm, &AccountForm::userGiven, this, [this](const User &user) {
        mWanted = user.name;
        whenAnswered<bool>(
            mAccess.save(user), mDistrict, this, [this](const Result<bool> &done) { tell(done); });
    });
    connect(mForm, &AccountForm::passwordWanted, this, &AccountsPage::askPassword);
    connect(mForm, &AccountForm::postGiven, this, [this](const UserPost &post) {
        mWanted = post.user;
        whenAnswered<bool>(
            mAccess.save(post), mDistrict, this, [this](const Result<bool> &done) { tell(done); });
    });
    connect(&mAccess, &AccessPort::changed, this, [this] {
        if (isVisible()) {
            open();
        }
    });
    retranslate();
}

QString AccountsPage::id() const
{
    return u"accounts"_s;
}

QString AccountsPage::title() const
{
    return tr("Accounts");
}

void AccountsPage::setTheme(const Theme &theme)
{
    mTheme = &theme;
    mForm->setTheme(theme);
}

void AccountsPage::open()
{
    ++mPending;
    whenAnswered<AccessPicture>(
        mAccess.read(), mDistrict, this, [this](const Result<AccessPicture> &picture) {
            --mPending;
            if (picture) {
                showPicture(picture.value());
            } else {
                emit messageRequested({Message::Level::Error, picture.error().message});
            }
        });
}

void AccountsPage::showPicture(const AccessPicture &picture)
{
    // Whoever edits is not interrupted by what somebody else wrote.
    const std::optional<User> chosen =
        mModel->userAt(mFiltered->mapToSource(mTable->currentIndex()).row());
    const QString name = !mWanted.isEmpty() ? mWanted : chosen ? chosen->name : QString();
    mWanted.clear();
    mIsKnown = true;
    mPicture = picture;
    const QDate today =
        localDayOf(mDistrict.clock().now(), timeZoneNamed(mDistrict.info().timeZone));
    mModel->setPicture(picture, mDistrict.names(), today);
    mForm->setPicture(picture, today);
    mTable->resizeColumnsToContents();
    for (const AccountModel::Column wide :
         {AccountModel::Column::Area, AccountModel::Column::Unit}) {
        mTable->horizontalHeader()->setSectionResizeMode(static_cast<int>(wide),
                                                         QHeaderView::Stretch);
    }
    mNew->setVisible(mDistrict.may(Thing::Account, u"change"_s));
    mCount->setText(tr("%n account(s)", nullptr, mFiltered->rowCount()));
    const int row = std::max(0, mModel->rowOf(name));
    const QModelIndex index = mFiltered->mapFromSource(mModel->index(row, 0));
    mTable->setCurrentIndex(index.isValid() ? index : mFiltered->index(0, 0));
    showChosen();
}

void AccountsPage::showChosen()
{
    const QModelIndex current = mTable->currentIndex();
    if (const auto user = mModel->userAt(mFiltered->mapToSource(current).row());
        current.isValid() && user) {
        mForm->showUser(*user);
    }
}

void AccountsPage::beginNew()
{
    mTable->clearSelection();
    mForm->showNew();
}

void AccountsPage::askPassword(const QString &name)
{
    auto *dialog = new PasswordDialog(mSignIn, name, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (mTheme != nullptr) {
        dialog->setTheme(*mTheme);
    }
    connect(dialog,
            &PasswordDialog::passwordGiven,
            this,
            [this, name](const Secret &password, bool mustChange) {
                mWanted = name;
                whenAnswered<bool>(
                    mAccess.setPassword(name, password, mustChange),
                    mDistrict,
                    this,
                    [this, name](const Result<bool> &done) {
                        if (done) {
                            emit messageRequested(
                                {Message::Level::Success, tr("%1 has a new password.").arg(name)});
                        }
                        tell(done);
                    });
            });
    dialog->open();
}

void AccountsPage::tell(const Result<bool> &done)
{
    if (!done) {
        emit messageRequested({Message::Level::Error, done.error().message});
        return; // what was typed stays
    }
    open();
}

void AccountsPage::changeEvent(QEvent *event)
{
    AdminPage::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        mModel->retranslate();
        retranslate();
    }
}

void AccountsPage::retranslate()
{
    mFilter->setPlaceholderText(tr("Account, person, role, area or unit"));
    mFilter->setAccessibleName(tr("Find accounts"));
    mNew->setText(tr("New account …"));
    mNew->setVisible(mDistrict.may(Thing::Account, u"change"_s));
    mCount->setText(tr("%n account(s)", nullptr, mFiltered->rowCount()));
    mTable->setAccessibleName(tr("Accounts"));
}

} // namespace gridward
