// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/signin/userchoicepage.h"

#include "models/domain/language.h"
#include "models/service/districtport.h"
#include "models/view/casewords.h"
#include "ui/panels/choicelist.h"

#include <QBoxLayout>
#include <QCollator>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr int kRows = 7;

} // namespace

UserChoicePage::UserChoicePage(DistrictPort &district, QWidget *parent)
    : QWidget(parent)
    , mDistrict(district)
    , mTitle(new QLabel)
    , mWhy(new QLabel)
    , mList(new ChoiceList)
    , mGo(new QPushButton)
{
    mTitle->setObjectName(u"dialogHeading"_s);
    mWhy->setObjectName(u"simulatedNotice"_s);
    mWhy->setWordWrap(true);
    mList->setObjectName(u"userChoice"_s);
    mList->setVisibleRows(kRows);
    mGo->setObjectName(u"userChoiceGo"_s);
    mGo->setProperty("primary", true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(16);
    column->addWidget(mTitle);
    column->addWidget(mWhy);
    column->addWidget(mList, 1);
    column->addWidget(mGo);
    connect(mList, &ChoiceList::currentChanged, this, &UserChoicePage::retranslate);
    connect(mList, &ChoiceList::accepted, this, &UserChoicePage::submit);
    connect(mGo, &QPushButton::clicked, this, &UserChoicePage::submit);
    connect(&mDistrict, &DistrictPort::districtChanged, this, &UserChoicePage::fill);
    fill();
    retranslate();
}

void UserChoicePage::setTheme(const Theme &theme)
{
    mList->setTheme(theme);
}

void UserChoicePage::start()
{
    mList->clearFilter();
    fill();
    if (!mDistrict.user().name.isEmpty()) {
        mList->setCurrent(mDistrict.user().name);
    }
    retranslate();
    mList->field()->setFocus();
}

void UserChoicePage::fill()
{
    QList<User> users = mDistrict.users();
    users.removeIf([](const User &user) { return user.isDisabled; });
    // The first of each role stands above all the others: these are the ones that a demo is about.
    QCollator order;
    order.setNumericMode(true);
    std::ranges::sort(users, [&order](const User &one, const User &other) {
        return order.compare(one.name, other.name) < 0;
    });
    QStringList roles;
    std::ranges::stable_partition(users, [&roles](const User &user) {
        const bool isFirst = !roles.contains(user.role);
        roles += isFirst ? QStringList{user.role} : QStringList{};
        return isFirst;
    });
    const bool english = isEnglish();
    const DistrictNames &names = mDistrict.names();
    QList<Choice> choices;
    for (const User &user : std::as_const(users)) {
        QString area = tr("the whole district");
        if (user.actsForAllUnits) {
            area = tr("for every handling unit");
        } else if (!user.organisation.isEmpty() && names.units().contains(user.organisation)) {
            area = names.unit(user.organisation, english);
        } else if (!user.division.isEmpty()) {
            area = names.division(user.division);
        }
        choices.append({user.name,
                        case_words::roleWord(user.role),
                        tr("%1 · %2").arg(user.name, area),
                        {},
                        user.role});
    }
    mList->setChoices(choices);
}

void UserChoicePage::submit()
{
    if (const QString name = mList->current(); !name.isEmpty()) {
        emit chosen(name);
    }
}

void UserChoicePage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        fill();
        retranslate();
    }
    QWidget::changeEvent(event);
}

void UserChoicePage::retranslate()
{
    mTitle->setText(tr("As whom do you want to work?"));
    mWhy->setText(mDistrict.info().isSimulated()
                      ? tr("This is a demonstration: everything in it is made up, and nobody needs "
                           "a password.")
                      : tr("This is a drill: whoever takes part says who they are, and nobody "
                           "needs a password."));
    mList->setPlaceholder(tr("Filter by name, role or area"), tr("Filter the users"));
    mList->setEmptyText(tr("No user is called that."));
    mGo->setText(mList->current().isEmpty() ? tr("Go on")
                                            : tr("Go on as %1").arg(mList->current()));
    mGo->setEnabled(!mList->current().isEmpty());
}

} // namespace gridward
