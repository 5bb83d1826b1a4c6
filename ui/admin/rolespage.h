// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "ui/admin/adminpage.h"

class QLabel;
class QPushButton;
class QTableView;

namespace gridward {

class AccessPort;
class AccessPreviewPanel;
class DistrictPort;
class PermissionDelegate;
class PermissionModel;
struct AccessPicture;

/**
 * The page of roles and permissions: who may do what, how far, as a table that can be changed, and
 * beside it what one person can see and do at one place. GUI thread.
 */
class RolesPage final : public AdminPage
{
    Q_OBJECT
public:
    /** Both outlive it. */
    RolesPage(DistrictPort &district, AccessPort &access, QWidget *parent = nullptr);

    [[nodiscard]] QString id() const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] Thing thing() const override { return Thing::Role; }
    void setTheme(const Theme &theme) override;
    void open() override;
    [[nodiscard]] bool isSettled() const override;

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void retranslate();
    void showPicture(const AccessPicture &picture);
    void offerReaches();
    void setReach(Reach reach);
    void resetRole();
    void addRole();
    void tell(const Result<bool> &done);
    void updateActions();

    DistrictPort &mDistrict;
    AccessPort &mAccess;
    PermissionModel *mModel;
    PermissionDelegate *mDelegate;
    QTableView *mTable;
    QLabel *mHint;
    QPushButton *mAdd;
    QPushButton *mReset;
    AccessPreviewPanel *mPreview;
    bool mIsKnown = false;
    int mPending = 0;
};

} // namespace gridward
