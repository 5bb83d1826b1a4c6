// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/statusbutton.h"

#include <QList>

class QBoxLayout;

namespace gridward {

class ChoiceList;
class DistrictPort;
struct Theme;
struct User;

/**
 * As whom this window works, in the status bar. Opens what the one who sits here may do about that,
 * and, where the store lets one claim to be somebody, the users of the store to choose from by
 * typing. GUI thread; the port outlives it.
 */
class SeatButton final : public StatusButton
{
    Q_OBJECT
public:
    explicit SeatButton(DistrictPort &district, QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    /** Stand below the users. They outlive it. */
    void setSeatActions(const QList<QAction *> &actions);

protected:
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] bool mayChoose() const;
    /** A second line that tells users of one role apart; may be empty. */
    [[nodiscard]] QString placeOf(const User &user) const;
    void showUser();
    void fill();
    void choose();
    void take();

    DistrictPort &mDistrict;
    QFrame *mPopup;
    ChoiceList *mUsers;
    QBoxLayout *mColumn;
    QList<QAction *> mSeatActions;
    QList<QToolButton *> mSeatButtons;
};

} // namespace gridward
