// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/seatbutton.h"

#include "models/domain/language.h"
#include "models/service/districtport.h"
#include "models/view/casewords.h"
#include "ui/panels/choicelist.h"

#include <QAction>
#include <QBoxLayout>
#include <QCollator>
#include <QEvent>
#include <QLineEdit>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr int kPopupWidth = 400;
constexpr int kRows = 8;

} // namespace

SeatButton::SeatButton(DistrictPort &district, QWidget *parent)
    : StatusButton(parent)
    , mDistrict(district)
    , mPopup(new QFrame(this, Qt::Popup))
    , mUsers(new ChoiceList)
{
    setObjectName(u"statusUser"_s);
    mPopup->setObjectName(u"seatPopup"_s);
    mPopup->setFrameShape(QFrame::StyledPanel);
    mPopup->setFixedWidth(kPopupWidth);
    mUsers->setObjectName(u"seatUsers"_s);
    mUsers->setVisibleRows(kRows);
    mUsers->setAcceptsOnClick();
    mColumn = new QVBoxLayout(mPopup);
    mColumn->setContentsMargins(8, 8, 8, 8);
    mColumn->setSpacing(4);
    mColumn->addWidget(mUsers);
    connect(this, &QToolButton::clicked, this, &SeatButton::choose);
    connect(mUsers, &ChoiceList::accepted, this, &SeatButton::take);
    connect(&mDistrict, &DistrictPort::userChanged, this, &SeatButton::showUser);
    connect(&mDistrict, &DistrictPort::districtChanged, this, &SeatButton::showUser);
    showUser();
}

void SeatButton::setTheme(const Theme &theme)
{
    mUsers->setTheme(theme);
}

void SeatButton::setSeatActions(const QList<QAction *> &actions)
{
    qDeleteAll(mSeatButtons);
    mSeatButtons.clear();
    mSeatActions = actions;
    for (QAction *action : actions) {
        auto *button = new QToolButton;
        button->setDefaultAction(action);
        button->setObjectName(action->objectName() + u"InSeat"_s);
        button->setProperty("row", true);
        button->setToolButtonStyle(Qt::ToolButtonTextOnly);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        button->setFocusPolicy(Qt::StrongFocus);
        connect(action, &QAction::triggered, mPopup, &QWidget::hide);
        mSeatButtons.append(button);
        mColumn->addWidget(button);
    }
    showUser();
}

void SeatButton::changeEvent(QEvent *event)
{
    StatusButton::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        showUser();
    }
}

bool SeatButton::mayChoose() const
{
    // Where one has to prove it, nobody becomes somebody else by a list.
    return mDistrict.info().trustsClaims() && mDistrict.users().size() > 1;
}

void SeatButton::showUser()
{
    const User &user = mDistrict.user();
    setVisible(!user.name.isEmpty());
    const QString role = case_words::roleWord(user.role);
    const bool hasBrackets = role.contains(u'(') || role.contains(u'（');
    setText((hasBrackets ? tr("As %1, %2") : tr("As %1 (%2)")).arg(user.name, role));
    setShortcut(Qt::CTRL | Qt::Key_U); // setting the text takes it away
    const bool mayChange = !mSeatActions.isEmpty() || mayChoose();
    setEnabled(mayChange);
    setToolTip(mayChange ? tr("%1. As whom this window works (Ctrl+U)").arg(text())
                         : tr("%1. As whom this window works").arg(text()));
    mUsers->setPlaceholder(tr("Name, role, street or unit"), tr("Find a user"));
    mUsers->setEmptyText(tr("No user is called that."));
}

QString SeatButton::placeOf(const User &user) const
{
    const DistrictNames &names = mDistrict.names();
    if (user.actsForAllUnits) {
        return {}; // whose unit they are of does not matter then
    }
    if (user.role == "handler"_L1 && names.units().contains(user.organisation)) {
        return names.unit(user.organisation, isEnglish());
    }
    return user.division.isEmpty() ? QString() : names.division(user.division);
}

void SeatButton::fill()
{
    mUsers->setVisible(mayChoose());
    QList<Choice> choices;
    if (mayChoose()) {
        QList<User> users = mDistrict.users();
        QCollator order;
        order.setNumericMode(true);
        std::ranges::sort(users, [&order](const User &one, const User &other) {
            return order.compare(one.name, other.name) < 0;
        });
        for (const User &user : std::as_const(users)) {
            const QString role = case_words::roleWord(user.role);
            const QString place = placeOf(user);
            choices.append({user.name, user.name, place, role, role});
        }
    }
    mUsers->clearFilter();
    mUsers->setChoices(choices);
    mUsers->setCurrent(mDistrict.user().name);
}

void SeatButton::choose()
{
    fill();
    for (QToolButton *button : std::as_const(mSeatButtons)) {
        button->setVisible(button->defaultAction()->isVisible());
    }
    popUp(*mPopup);
    const auto first = std::ranges::find_if(mSeatButtons, [](const QToolButton *button) {
        return !button->isHidden() && button->isEnabled();
    });
    if (mayChoose()) {
        mUsers->field()->setFocus();
    } else if (first != mSeatButtons.end()) {
        (*first)->setFocus();
    }
}

void SeatButton::take()
{
    const QString name = mUsers->current();
    mPopup->hide();
    if (!name.isEmpty() && name != mDistrict.user().name) {
        mDistrict.setUser(name);
    }
}

} // namespace gridward
