// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/statuspanel.h"

#include "models/service/districtport.h"
#include "models/service/mapport.h"
#include "models/view/casewords.h"
#include "ui/shell/scopebutton.h"

#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QCollator>
#include <QDateTime>
#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QStyle>
#include <QToolButton>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr int kMostInOneMenu = 20; ///< users; more of them stand in menus by role

} // namespace

StatusPanel::StatusPanel(DistrictPort &district, MapPort &map, QWidget *parent)
    : QStatusBar(parent)
    , mPort(district)
    , mMap(map)
    , mSimulated(new QLabel)
    , mDistrict(new QLabel)
    , mStore(new QLabel)
    , mMapState(new QLabel)
    , mScope(new ScopeButton(district))
    , mUser(new QToolButton)
    , mUserMenu(new QMenu(this))
    , mPlace(new QLabel)
    , mScale(new QLabel)
{
    setSizeGripEnabled(false);
    qApp->installEventFilter(this);
    mSimulated->setObjectName(u"simulatedBadge"_s);
    mDistrict->setObjectName(u"statusDistrict"_s);
    mStore->setObjectName(u"statusStore"_s);
    mMapState->setObjectName(u"statusState"_s);
    mUser->setObjectName(u"statusUser"_s);
    mPlace->setObjectName(u"statusPlace"_s);
    mScale->setObjectName(u"statusScale"_s);
    mPlace->setTextInteractionFlags(Qt::TextSelectableByMouse);
    mUser->setMenu(mUserMenu);
    mUser->setPopupMode(QToolButton::InstantPopup);
    addWidget(mSimulated);
    addWidget(mDistrict);
    addWidget(mStore);
    addWidget(mMapState, 1);
    addPermanentWidget(mScope);
    addPermanentWidget(mUser);
    addPermanentWidget(mPlace);
    addPermanentWidget(mScale);
    // After they have a parent: hiding before would be undone by adding.
    mSimulated->hide();
    mDistrict->hide();
    mStore->hide();
    mScope->hide();
    mUser->hide();

    connect(&mPort, &DistrictPort::stateChanged, this, &StatusPanel::showStoreState);
    connect(&mPort, &DistrictPort::userChanged, this, &StatusPanel::showUser);
    connect(&mPort, &DistrictPort::districtChanged, this, &StatusPanel::showUser);
    // Only what the map knows can be shown on it: the district itself is not marked.
    connect(mScope, &ScopeButton::scopeChosen, this, [this](const QString &area) {
        const QList<NamedArea> &areas = mPort.names().areas();
        const auto found = std::ranges::find(areas, area, &NamedArea::code);
        if (found == areas.end() || found->parent.isEmpty()) {
            mMap.clearMark();
            mMap.zoomToAll();
        } else {
            mMap.showThing(found->level == "grid"_L1 ? MapThing::Grid : MapThing::Division, area);
        }
    });
    connect(mUserMenu, &QMenu::aboutToShow, this, &StatusPanel::fillUserMenu);
    connect(&mMap, &MapPort::layerCountChanged, this, &StatusPanel::showMapState);
    connect(&mMap, &MapPort::busyChanged, this, &StatusPanel::showMapState);
    connect(&mMap, &MapPort::cursorMoved, this, &StatusPanel::showCursor);
    connect(&mMap, &MapPort::scaleChanged, this, &StatusPanel::showScale);
    retranslate();
}

void StatusPanel::setTheme(const Theme &theme)
{
    mScope->setTheme(theme);
}

void StatusPanel::setDistrict(const QString &name, bool simulated, int grids)
{
    mDistrictName = name;
    mGridCount = grids;
    mSimulated->setVisible(simulated);
    mDistrict->setVisible(!name.isEmpty());
    showDistrict();
}

void StatusPanel::setOpenCases(int count)
{
    mOpenCases = count;
    showDistrict();
}

void StatusPanel::setSeatActions(const QList<QAction *> &actions)
{
    mSeatActions = actions;
    showUser();
}

void StatusPanel::setMapShown(bool shown)
{
    for (QWidget *one : {static_cast<QWidget *>(mMapState),
                         static_cast<QWidget *>(mPlace),
                         static_cast<QWidget *>(mScale)}) {
        one->setVisible(shown);
    }
}

void StatusPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QStatusBar::changeEvent(event);
}

void StatusPanel::retranslate()
{
    mSimulated->setText(tr("Simulated data"));
    mSimulated->setToolTip(tr("Cases, people and borders of this district are made up."));
    mPlace->setToolTip(tr("Place under the mouse: longitude and latitude (WGS 84)"));
    mScale->setToolTip(tr("Scale at the middle of the map"));
    showDistrict();
    showStoreState();
    showUser();
    showMapState();
    showScale(mDenominator);
}

void StatusPanel::showDistrict()
{
    const QLocale numbers = QLocale(QLocale::English); // grouped the same way in both languages
    mDistrict->setText(
        tr("%1 · %2 unit grids · %3 open cases")
            .arg(mDistrictName, numbers.toString(mGridCount), numbers.toString(mOpenCases)));
}

void StatusPanel::showStoreState()
{
    const StoreState state = mPort.state();
    if (state != StoreState::Stale) {
        mStaleSince.reset();
    } else if (!mStaleSince) {
        mStaleSince = mPort.clock().now().time_since_epoch().count();
    }
    mStore->setVisible(state != StoreState::None);
    switch (state) {
    case StoreState::None:
        break;
    case StoreState::Opening:
        mStore->setText(tr("Opening the store …"));
        break;
    case StoreState::Live:
        mStore->setText(tr("● Live"));
        break;
    case StoreState::Stale:
        mStore->setText(
            tr("Not updated since %1")
                .arg(QDateTime::fromMSecsSinceEpoch(*mStaleSince).toString(u"HH:mm:ss"_s)));
        break;
    case StoreState::Failed:
        mStore->setText(tr("The store could not be opened"));
        break;
    case StoreState::SignedOut:
        mStore->setText(tr("Nobody is signed in"));
        break;
    }
    mStore->setProperty("state",
                        state == StoreState::Live      ? u"live"_s
                        : state == StoreState::Opening ? u"opening"_s
                                                       : u"stale"_s);
    style()->unpolish(mStore);
    style()->polish(mStore);
}

bool StatusPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const auto *widget = qobject_cast<QWidget *>(watched);
        if (key->key() == Qt::Key_U && key->modifiers() == Qt::ControlModifier &&
            widget != nullptr && widget->window() == window() && mUser->isEnabled()) {
            event->ignore();
            return true;
        }
    }
    return QStatusBar::eventFilter(watched, event);
}

void StatusPanel::showUser()
{
    const User &user = mPort.user();
    mUser->setVisible(!user.name.isEmpty());
    mUser->setText(tr("As %1 (%2)").arg(user.name, case_words::roleWord(user.role)));
    mUser->setShortcut(Qt::CTRL | Qt::Key_U); // setting the text takes it away
    const bool mayChange =
        !mSeatActions.isEmpty() || (mPort.info().trustsClaims() && mPort.users().size() > 1);
    mUser->setEnabled(mayChange);
    mUser->setToolTip(mayChange ? tr("As whom this window works (Ctrl+U)")
                                : tr("As whom this window works"));
}

void StatusPanel::addUser(QMenu *menu, QActionGroup *group, const User &user)
{
    QString text = tr("%1 – %2").arg(user.name, case_words::roleWord(user.role));
    const DistrictNames &names = mPort.names();
    if (user.actsForAllUnits) {
        // Whose unit they are of does not matter then.
    } else if (user.role == "handler"_L1 && names.units().contains(user.organisation)) {
        const bool english = QLocale().language() != QLocale::Chinese;
        text += u" · "_s + names.unit(user.organisation, english);
    } else if (!user.division.isEmpty()) {
        text += u" · "_s + names.division(user.division);
    }
    QAction *action = menu->addAction(text);
    action->setCheckable(true);
    action->setChecked(user.name == mPort.user().name);
    group->addAction(action);
    connect(action, &QAction::triggered, this, [this, name = user.name] { mPort.setUser(name); });
}

void StatusPanel::fillUserMenu()
{
    fillUsers();
    if (!mUserMenu->isEmpty() && !mSeatActions.isEmpty()) {
        mUserMenu->addSeparator();
    }
    mUserMenu->addActions(mSeatActions);
}

void StatusPanel::fillUsers()
{
    const QList<QMenu *> before =
        mUserMenu->findChildren<QMenu *>(QString(), Qt::FindDirectChildrenOnly);
    mUserMenu->clear();
    qDeleteAll(before);
    delete mUserMenu->findChild<QActionGroup *>(QString(), Qt::FindDirectChildrenOnly);
    if (!mPort.info().trustsClaims()) {
        return; // nobody becomes somebody else by a menu
    }
    auto *group = new QActionGroup(mUserMenu);
    QList<User> users = mPort.users();
    if (users.size() <= kMostInOneMenu) {
        for (const User &user : std::as_const(users)) {
            addUser(mUserMenu, group, user);
        }
        return;
    }
    // The first of each role at hand, the others in a menu of the role.
    QCollator order;
    order.setNumericMode(true);
    std::ranges::sort(users, [&order](const User &one, const User &other) {
        return order.compare(one.name, other.name) < 0;
    });
    QStringList roles;
    QHash<QString, QList<User>> others;
    for (const User &user : std::as_const(users)) {
        if (!roles.contains(user.role)) {
            roles.append(user.role);
            addUser(mUserMenu, group, user);
        } else {
            others[user.role].append(user);
        }
    }
    mUserMenu->addSeparator();
    for (const QString &role : std::as_const(roles)) {
        if (!others.contains(role)) {
            continue;
        }
        auto *more = new QMenu(tr("Others: %1").arg(case_words::roleWord(role)), mUserMenu);
        mUserMenu->addMenu(more);
        for (const User &user : std::as_const(others[role])) {
            addUser(more, group, user);
        }
    }
}

void StatusPanel::showMapState()
{
    const int layers = mMap.layerCount();
    mMapState->setText(layers == 0     ? tr("No layers")
                       : mMap.isBusy() ? tr("Drawing …")
                                       : tr("%n layer(s)", nullptr, layers));
}

void StatusPanel::showCursor(std::optional<GeoPoint> place)
{
    mPlace->setText(place ? toDisplayText(*place) : QString());
}

void StatusPanel::showScale(double denominator)
{
    mDenominator = denominator;
    // Two significant digits are what a scale on a screen is worth.
    const double step =
        denominator > 0 ? std::pow(10.0, std::floor(std::log10(denominator)) - 1.0) : 1.0;
    const double shown = std::round(denominator / step) * step;
    mScale->setText(denominator > 0
                        ? tr("Scale 1:%1").arg(QLocale(QLocale::English).toString(shown, 'f', 0))
                        : QString());
}

} // namespace gridward
