// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/accessdesk.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QTextBrowser;

namespace gridward {

class AccessPort;
class ChoiceList;
class DistrictPort;
struct Theme;

/** What can this person see and do here? Choose an account, a post and a place. GUI thread. */
class AccessPreviewPanel final : public QWidget
{
    Q_OBJECT
public:
    /** Both outlive it. */
    AccessPreviewPanel(DistrictPort &district, AccessPort &access, QWidget *parent = nullptr);

    void setPicture(const AccessPicture &picture);
    void setTheme(const Theme &theme);
    /** Chooses the first account of this role, unless one of it is chosen already. */
    void showRole(const QString &role);
    [[nodiscard]] bool isSettled() const { return mPending == 0; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void fillUsers();
    void fillPlaces();
    void fillPosts();
    void ask();
    void show(const AccessPreview &preview);
    [[nodiscard]] QString rowText(const AccessPreview &preview, Thing thing) const;

    DistrictPort &mDistrict;
    AccessPort &mAccess;
    AccessPicture mPicture;
    const Theme *mTheme;
    QList<User> mPosts; ///< of the chosen account
    int mPending = 0;
    QLabel *mHeading;
    QLabel *mUserLabel;
    ChoiceList *mUsers;
    QComboBox *mPost;
    QLabel *mPlaceLabel;
    ChoiceList *mPlaces;
    QTextBrowser *mAnswer;
};

} // namespace gridward
