// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/service/accessdesk.h"
#include "ui/admin/adminpage.h"

class QLabel;
class QLineEdit;
class QPushButton;
class QSortFilterProxyModel;
class QTableView;

namespace gridward {

class AccessPort;
class AccountForm;
class AccountModel;
class DistrictPort;
class SignInPort;

/** The page of accounts: who may sign in, as whom, in which posts. GUI thread. */
class AccountsPage final : public AdminPage
{
    Q_OBJECT
public:
    /** All of them outlive it. */
    AccountsPage(DistrictPort &district,
                 AccessPort &access,
                 SignInPort &signIn,
                 QWidget *parent = nullptr);

    [[nodiscard]] QString id() const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] Thing thing() const override { return Thing::Account; }
    void setTheme(const Theme &theme) override;
    void open() override;
    [[nodiscard]] bool isSettled() const override { return mIsKnown && mPending == 0; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void showPicture(const AccessPicture &picture);
    void showChosen();
    void beginNew();
    void askPassword(const QString &name);
    void tell(const Result<bool> &done);

    DistrictPort &mDistrict;
    AccessPort &mAccess;
    SignInPort &mSignIn;
    const Theme *mTheme = nullptr;
    AccessPicture mPicture;
    AccountModel *mModel;
    QSortFilterProxyModel *mFiltered;
    QLineEdit *mFilter;
    QLabel *mCount;
    QPushButton *mNew;
    QTableView *mTable;
    AccountForm *mForm;
    QString mWanted; ///< to be chosen when the accounts have been read
    bool mIsKnown = false;
    int mPending = 0;
};

} // namespace gridward
