// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/deskmap.h"

#include "models/domain/language.h"
#include "models/service/districtport.h"
#include "ui/panels/answer.h"
#include "ui/panels/casedrag.h"
#include "ui/theme/theme.h"

#include <QAbstractScrollArea>
#include <QBoxLayout>
#include <QDropEvent>
#include <QEvent>
#include <QFrame>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr int kRest = 200;             ///< milliseconds: who runs through the queue moves no map
constexpr qsizetype kMostSymbols = 50; ///< that one click chooses

} // namespace

DeskMap::DeskMap(DistrictPort &district,
                 UnitPort &units,
                 std::function<Made()> makeMap,
                 QWidget *parent)
    : QWidget(parent)
    , mDistrict(district)
    , mUnits(units)
    , mMakeMap(std::move(makeMap))
    , mTheme(&theme(ThemeName::Day))
    , mLayout(new QVBoxLayout(this))
    , mStrip(new QFrame)
    , mStripText(new QLabel)
    , mDo(new QPushButton)
    , mLeave(new QPushButton)
{
    setObjectName(u"deskMap"_s);
    mStrip->setObjectName(u"dropStrip"_s);
    mStripText->setWordWrap(true);
    mStripText->setTextFormat(Qt::PlainText);
    mDo->setObjectName(u"dropDo"_s);
    mDo->setProperty("primary", true);
    mDo->setAutoDefault(true);
    mLeave->setObjectName(u"dropLeave"_s);
    mLeave->setAutoDefault(true);
    auto *row = new QHBoxLayout(mStrip);
    row->setContentsMargins(16, 8, 16, 8);
    row->setSpacing(8);
    row->addWidget(mStripText, 1);
    row->addWidget(mDo);
    row->addWidget(mLeave);
    mStrip->hide();
    mLayout->setContentsMargins(0, 0, 0, 0);
    mLayout->setSpacing(0);
    mLayout->addWidget(mStrip);
    mSoon.setSingleShot(true);
    mSoon.setInterval(kRest);
    connect(&mSoon, &QTimer::timeout, this, &DeskMap::showNow);
    connect(mDo, &QPushButton::clicked, this, &DeskMap::carryOut);
    connect(mLeave, &QPushButton::clicked, this, &DeskMap::leave);
    connect(&district, &DistrictPort::userChanged, this, [this] {
        mPlan = {}; // who dropped it there does not answer any more
        ++mQuestion;
        mStrip->hide();
    });
    mStrip->installEventFilter(this);
    mDo->installEventFilter(this);
    mLeave->installEventFilter(this);
    retranslate();
}

void DeskMap::make()
{
    if (mMap != nullptr || !mMakeMap) {
        return;
    }
    const Made made = mMakeMap();
    mMap = made.map;
    mWidget = made.widget;
    mLayout->addWidget(mWidget, 1);
    mMap->setTheme(mTheme->name == ThemeName::Day ? MapTheme::Day : MapTheme::Night);
    connect(mMap, &MapPort::picked, this, [this](const MapPick &pick) {
        if (!pick.cases.isEmpty()) {
            emit casesPicked(pick.cases.first(std::min(pick.cases.size(), kMostSymbols)));
        }
    });
    // What is dropped on a map is seen by the part of it that draws.
    const auto *area = mWidget->findChild<QAbstractScrollArea *>();
    QWidget *target = area != nullptr ? area->viewport() : mWidget;
    mWidget->setAcceptDrops(true);
    target->setAcceptDrops(true);
    target->installEventFilter(this);
    if (target != mWidget) {
        mWidget->installEventFilter(this);
    }
}

void DeskMap::showEvent(QShowEvent *event)
{
    make();
    QWidget::showEvent(event);
    if (mCase) {
        mSoon.start();
    }
}

void DeskMap::showCase(const std::optional<Case> &subject)
{
    const bool same =
        mCase && subject && mCase->id == subject->id && mCase->place == subject->place;
    mCase = subject;
    if (!same && isVisible()) {
        mSoon.start();
    }
}

void DeskMap::showNow()
{
    if (mMap == nullptr) {
        return;
    }
    if (mCase && mCase->place) {
        if (mShowsGround && !mCase->grid.isEmpty()) {
            mMap->showThing(MapThing::Grid, mCase->grid);
        }
        mMap->showThing(MapThing::Case, mCase->id.toText(), mCase->place);
    } else {
        mMap->clearMark();
    }
}

void DeskMap::setTheme(const Theme &theme)
{
    mTheme = &theme;
    if (mMap != nullptr) {
        mMap->setTheme(theme.name == ThemeName::Day ? MapTheme::Day : MapTheme::Night);
    }
}

bool DeskMap::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::DragEnter:
    case QEvent::DragMove:
    case QEvent::Drop:
        return takeDrag(event);
    case QEvent::KeyPress:
        if (static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape && !mStrip->isHidden()) {
            leave();
            return true;
        }
        return false;
    default:
        return QWidget::eventFilter(watched, event);
    }
}

bool DeskMap::takeDrag(QEvent *event)
{
    auto *drag = static_cast<QDropEvent *>(event);
    const QList<CaseId> cases = case_drag::casesIn(*drag->mimeData());
    if (cases.isEmpty()) {
        return false; // files are the window's
    }
    drag->setDropAction(Qt::CopyAction);
    drag->accept();
    if (event->type() == QEvent::Drop) {
        takeDrop(cases, drag->position().toPoint());
    }
    return true;
}

void DeskMap::takeDrop(const QList<CaseId> &cases, const QPoint &place)
{
    const MapPick pick = mMap->thingsAt(place);
    if (pick.person.isEmpty()) {
        emit dropRefused(tr("Nobody on duty stands there: nothing was done. Drop cases on somebody "
                            "on duty, or on a unit in the list."));
        return;
    }
    const int question = ++mQuestion;
    whenAnswered(mUnits.person(pick.person),
                 mDistrict,
                 this,
                 [this, question, cases](const Result<Person> &person) {
                     if (question != mQuestion) {
                         return;
                     }
                     if (person) {
                         ask(cases, person.value());
                     } else {
                         emit dropRefused(person.error().message);
                     }
                 });
}

void DeskMap::ask(const QList<CaseId> &cases, const Person &person)
{
    const bool english = isEnglish();
    const QString unit = mDistrict.names().unit(person.organisation, english);
    const QList<Organisation> &units = mUnits.picture().units;
    if (std::ranges::find(units, person.organisation, &Organisation::code) == units.end()) {
        emit dropRefused(
            tr("%1 belongs to no unit that handles cases: nothing was done.").arg(person.name));
        return;
    }
    mPlan = {cases, person.organisation, {}, person.name};
    const bool isThere = cases.size() == 1 && mCase && mCase->id == cases.first() &&
                         mCase->unit == person.organisation && mCase->state != CaseState::Filed;
    if (isThere) {
        mPlan.person = person.id;
        mStripText->setText(tr("Assign case %1 to %2 (%3)?").arg(mCase->number, person.name, unit));
    } else {
        mStripText->setText(tr("Dispatch %n case(s) to %1, the unit of %2?",
                               nullptr,
                               static_cast<int>(cases.size()))
                                .arg(unit, person.name));
    }
    mStrip->show();
    mDo->setFocus(Qt::OtherFocusReason);
}

void DeskMap::carryOut()
{
    const Plan plan = std::exchange(mPlan, {});
    mStrip->hide();
    if (!plan.person.isEmpty()) {
        emit assignmentWanted(plan.cases.first(), plan.person, plan.name);
    } else if (!plan.cases.isEmpty()) {
        emit dispatchWanted(plan.cases, plan.unit);
    }
    emit left();
}

void DeskMap::leave()
{
    mPlan = {};
    mStrip->hide();
    emit left();
}

void DeskMap::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        if (mMap != nullptr) {
            mMap->retranslate();
        }
    }
    QWidget::changeEvent(event);
}

void DeskMap::retranslate()
{
    setAccessibleName(tr("Map"));
    mDo->setText(tr("Do it"));
    mLeave->setText(tr("Leave it"));
}

} // namespace gridward
