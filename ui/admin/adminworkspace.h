// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/admin/adminpage.h"

#include <QList>

class QLabel;
class QStackedWidget;
class QTabBar;

namespace gridward {

class DistrictPort;

/**
 * The workspace `admin`: people, staffing, roster, accounts, roles, audit log. Shows the pages that
 * the present user may see, and follows when that changes. GUI thread.
 */
class AdminWorkspace final : public QWidget
{
    Q_OBJECT
public:
    /** The port outlives it; the pages become its own. */
    AdminWorkspace(DistrictPort &district, QList<AdminPage *> pages, QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    /** False if there is no such page, or not for this user. */
    bool showPage(const QString &id);
    [[nodiscard]] QString currentPage() const;
    [[nodiscard]] bool isSettled() const;

signals:
    void messageRequested(const gridward::Message &message);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void offerPages();
    void showCurrent();
    void retranslate();
    [[nodiscard]] AdminPage *current() const;

    DistrictPort &mDistrict;
    QList<AdminPage *> mPages;
    QList<AdminPage *> mOffered;
    QTabBar *mTabs;
    QStackedWidget *mStack;
    QLabel *mNothing;
};

} // namespace gridward
