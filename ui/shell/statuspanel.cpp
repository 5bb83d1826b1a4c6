// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/statuspanel.h"

#include "models/service/districtport.h"
#include "models/service/mapport.h"
#include "models/view/displayzone.h"
#include "ui/panels/elidedlabel.h"
#include "ui/shell/scopebutton.h"
#include "ui/shell/seatbutton.h"

#include <QApplication>
#include <QDateTime>
#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QStyle>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace gridward {

StatusPanel::StatusPanel(DistrictPort &district, MapPort &map, QWidget *parent)
    : QStatusBar(parent)
    , mPort(district)
    , mMap(map)
    , mSimulated(new QLabel)
    , mDistrict(new ElidedLabel)
    , mStore(new QLabel)
    , mMapState(new ElidedLabel)
    , mScope(new ScopeButton(district))
    , mUser(new SeatButton(district))
    , mPlace(new QLabel)
    , mScale(new QLabel)
{
    setSizeGripEnabled(false);
    qApp->installEventFilter(this);
    mSimulated->setObjectName(u"simulatedBadge"_s);
    mDistrict->setObjectName(u"statusDistrict"_s);
    mStore->setObjectName(u"statusStore"_s);
    mMapState->setObjectName(u"statusState"_s);
    mPlace->setObjectName(u"statusPlace"_s);
    mScale->setObjectName(u"statusScale"_s);
    mPlace->setTextInteractionFlags(Qt::TextSelectableByMouse);
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
    mUser->setVisible(!mPort.user().name.isEmpty());

    connect(&mPort, &DistrictPort::stateChanged, this, &StatusPanel::showStoreState);
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
    connect(&mMap, &MapPort::layerCountChanged, this, &StatusPanel::showMapState);
    connect(&mMap, &MapPort::busyChanged, this, &StatusPanel::showMapState);
    connect(&mMap, &MapPort::cursorMoved, this, &StatusPanel::showCursor);
    connect(&mMap, &MapPort::scaleChanged, this, &StatusPanel::showScale);
    retranslate();
}

void StatusPanel::setTheme(const Theme &theme)
{
    mScope->setTheme(theme);
    mUser->setTheme(theme);
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
    mUser->setSeatActions(actions);
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
    showMapState();
    showScale(mDenominator);
}

void StatusPanel::showDistrict()
{
    const QLocale numbers = QLocale(QLocale::English); // grouped the same way in both languages
    mDistrict->setText(
        tr("%1 · %2 unit grids · %3 open case(s)", nullptr, mOpenCases)
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
        mStore->setText(tr("Not updated since %1")
                            .arg(inDisplayZone(Instant(std::chrono::milliseconds(*mStaleSince)))
                                     .toString(u"HH:mm:ss"_s)));
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
