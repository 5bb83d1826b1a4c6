// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/accessdesk.h"

#include <QDate>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QDateEdit;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace gridward {

class DistrictPort;
struct Theme;

/**
 * One account: name, role, area, unit, whether it may sign in, and the further posts with their
 * dates. Checks nothing: it gives what was entered, the service says what is wrong. GUI thread.
 */
class AccountForm final : public QWidget
{
    Q_OBJECT
public:
    /** The port outlives it. */
    explicit AccountForm(DistrictPort &district, QWidget *parent = nullptr);

    void setPicture(const AccessPicture &picture, QDate today);
    void setTheme(const Theme &theme);
    void showUser(const User &user);
    void showNew();

signals:
    void userGiven(const gridward::User &user);
    /** Somebody wants to give this account a new password. */
    void passwordWanted(const QString &name);
    void postGiven(const gridward::UserPost &post);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void fillRoles(QComboBox *box, const QString &current) const;
    void fillAreas(QComboBox *box, const QString &current) const;
    void fillUnits(QComboBox *box, const QString &current) const;
    void fill();
    void fillPosts();
    void addPostRow(const UserPost &post);
    void give();
    void givePost();
    void update();

    DistrictPort &mDistrict;
    AccessPicture mPicture;
    QDate mToday;
    User mUser;
    bool mIsNew = false;
    QLabel *mHeading;
    QLabel *mNameLabel;
    QLineEdit *mName;
    QLabel *mPersonLabel;
    QLineEdit *mPerson;
    QLabel *mRoleLabel;
    QComboBox *mRole;
    QLabel *mAreaLabel;
    QComboBox *mArea;
    QLabel *mUnitLabel;
    QComboBox *mUnit;
    QCheckBox *mDisabled;
    QPushButton *mSave;
    QPushButton *mPassword;
    QLabel *mPostsHeading;
    QVBoxLayout *mPosts;
    QWidget *mNewPost;
    QLabel *mNewPostLabel;
    QComboBox *mPostRole;
    QComboBox *mPostArea;
    QComboBox *mPostUnit;
    QLabel *mFromLabel;
    QDateEdit *mFrom;
    QPushButton *mAddPost;
};

} // namespace gridward
