// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/street/streetworkspace.h"

#include "models/domain/language.h"
#include "models/service/auditport.h"
#include "models/service/districtport.h"
#include "models/view/livecases.h"
#include "ui/panels/answer.h"
#include "ui/panels/casepanel.h"
#include "ui/panels/casetable.h"
#include "ui/street/peoplepanel.h"
#include "ui/street/rounddialog.h"
#include "ui/street/roundprinting.h"
#include "ui/street/standingstrip.h"
#include "ui/street/streetqueue.h"

#include <QBoxLayout>
#include <QDesktopServices>
#include <QDir>
#include <QEvent>
#include <QFileInfo>
#include <QKeyEvent>
#include <QSplitter>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr int kSoon = 300; ///< milliseconds
constexpr int kMinute = 60'000;
constexpr int kLater = 5000; ///< figures of a month: no more often

bool isModifier(int key)
{
    return key == Qt::Key_Shift || key == Qt::Key_Control || key == Qt::Key_Alt ||
           key == Qt::Key_AltGr || key == Qt::Key_Meta || key == Qt::Key_CapsLock;
}

} // namespace

StreetWorkspace::StreetWorkspace(
    DistrictPort &district, LiveCases &live, StreetPort *street, AuditPort *audit, QWidget *parent)
    : QWidget(parent)
    , mDistrict(district)
    , mLive(live)
    , mStreetPort(street)
    , mAudit(audit)
    , mStanding(new StandingStrip)
    , mPeople(new PeoplePanel)
    , mQueue(new StreetQueue(district, live))
{
    setObjectName(u"streetWorkspace"_s);
    auto *splitter = new QSplitter(Qt::Horizontal);
    splitter->setObjectName(u"streetSplitter"_s);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(1);
    splitter->addWidget(mPeople);
    splitter->addWidget(mQueue);
    splitter->setStretchFactor(0, 0);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({272, 1200});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(mStanding);
    layout->addWidget(splitter, 1);
    setFocusProxy(mQueue);
    mSoon.setSingleShot(true);
    mSoon.setInterval(kSoon);
    mMinute.start(kMinute);
    mLater.setSingleShot(true);
    mLater.setInterval(kLater);
    connectSources();
    takeUser();
}

void StreetWorkspace::connectSources()
{
    connect(&mSoon, &QTimer::timeout, this, &StreetWorkspace::showLoads);
    connect(&mMinute, &QTimer::timeout, this, &StreetWorkspace::showLoads);
    connect(&mLater, &QTimer::timeout, this, &StreetWorkspace::catchUp);
    connect(&mLive, &LiveCases::changed, this, &StreetWorkspace::takeChanges);
    connect(&mLive, &LiveCases::wasReset, this, [this] {
        mAreLoadsStale = true;
        mSoon.start();
        takeChanges({});
    });
    connect(&mDistrict, &DistrictPort::userChanged, this, &StreetWorkspace::takeUser);
    connect(&mDistrict, &DistrictPort::districtChanged, this, &StreetWorkspace::takeUser);
    connect(mQueue, &QueueWorkspace::mapRequested, this, &StreetWorkspace::mapRequested);
    connect(mQueue, &QueueWorkspace::messageRequested, this, &StreetWorkspace::messageRequested);
    connect(mQueue, &StreetQueue::listAsked, this, &StreetWorkspace::printList);
    connect(mQueue, &StreetQueue::communitiesAsked, mStanding, &StandingStrip::toggleCommunities);
    connect(mQueue, &StreetQueue::peopleAsked, this, [this] {
        if (mOffice.people.isEmpty()) {
            emit messageRequested(
                {Message::Level::Info, tr("This street office has nobody in its list.")});
        } else {
            mPeople->setFocus();
        }
    });
    connect(mStanding, &StandingStrip::left, this, [this] { mQueue->begin(); });
    for (CaseTable *table : mQueue->findChildren<CaseTable *>()) {
        table->installEventFilter(this);
    }
    connect(mPeople, &PeoplePanel::left, this, [this] { mQueue->begin(); });
    connect(mPeople, &PeoplePanel::streetChosen, this, [this](const QString &code) {
        showStreet(code, {});
        mQueue->begin();
    });
    connect(
        mPeople, &PeoplePanel::personChosen, this, [this](const QString &id, const QString &name) {
            StreetScope scope = mQueue->scope();
            scope.person = id;
            scope.personName = name;
            mQueue->setScope(scope);
        });
}

CasePanel &StreetWorkspace::panel() const
{
    return mQueue->panel();
}

QString StreetWorkspace::street() const
{
    return mQueue->scope().street;
}

/** Which street or community is theirs; where it is all of them, the one before or the first. */
void StreetWorkspace::takeUser()
{
    ++mTurn;
    const QString division = mDistrict.user().division;
    const QList<NamedArea> &areas = mDistrict.names().areas();
    const auto areaOf = [&areas](const QString &code) {
        return std::ranges::find(areas, code, &NamedArea::code);
    };
    auto area = areaOf(division);
    QString community;
    while (area != areas.end() && area->level != "street"_L1) {
        community = area->level == "community"_L1 ? area->code : community;
        area = areaOf(area->parent);
    }
    if (area != areas.end()) {
        showStreet(area->code, community);
    } else if (!division.isEmpty() && areas.isEmpty()) {
        showStreet(division, {}); // what it is called is not known yet
    } else {
        QStringList codes = mDistrict.names().streets().keys();
        codes.sort();
        showStreet(codes.contains(street()) ? street() : codes.value(0), {});
    }
}

void StreetWorkspace::showStreet(const QString &street, const QString &community)
{
    ++mTurn;
    mOffice = {};
    mAreLoadsStale = true;
    mMonth.reset();
    mStanding->clear();
    mPeople->setPeople({}, {});
    mPeople->setNotice({});
    mQueue->setScope({street, community, {}, {}, {}});
    fillStreets();
    if (!street.isEmpty() && mStreetPort != nullptr) {
        readOffice();
        mIsStale = true;
        catchUp();
    }
}

void StreetWorkspace::fillStreets()
{
    QList<std::pair<QString, QString>> streets;
    const QString division = mDistrict.user().division;
    const QHash<QString, QString> &names = mDistrict.names().streets();
    QStringList codes = names.keys();
    codes.sort();
    for (const QString &code : std::as_const(codes)) {
        // Who works on one part of the district has nothing to choose.
        if (division.isEmpty() || code.startsWith(division) || code == street()) {
            streets.append({code, names.value(code)});
        }
    }
    mPeople->setStreets(streets, street());
}

void StreetWorkspace::readOffice()
{
    const int turn = mTurn;
    ++mAsked;
    whenAnswered(mStreetPort->office(street()),
                 mDistrict,
                 this,
                 [this, turn](const Result<StreetOffice> &office) {
                     --mAsked;
                     if (turn != mTurn) {
                         return;
                     }
                     if (!office) {
                         mPeople->setNotice(office.error().message);
                         return;
                     }
                     mOffice = office.value();
                     mPeople->setNotice(
                         mOffice.units.isEmpty()
                             ? tr("This street has no office in the list of organisations: the "
                                  "queues show the cases of every unit here.")
                             : QString());
                     StreetScope scope = mQueue->scope();
                     scope.units = mOffice.unitCodes();
                     mQueue->setScope(scope);
                     mQueue->setPeople(peopleNames());
                     showLoads();
                 });
}

QHash<QString, QString> StreetWorkspace::peopleNames() const
{
    QHash<QString, QString> names;
    for (const OfficePerson &one : mOffice.people) {
        names.insert(one.person.id, one.person.name);
    }
    return names;
}

void StreetWorkspace::catchUp()
{
    if (!mIsStale || mReading || mStreetPort == nullptr || street().isEmpty()) {
        return;
    }
    if (!isVisible() && mMonth) {
        return; // when it is looked at again
    }
    readStanding();
}

void StreetWorkspace::readStanding()
{
    mIsStale = false;
    mReading = true;
    const int turn = mTurn;
    ++mAsked;
    whenAnswered(mStreetPort->standing(street()),
                 mDistrict,
                 this,
                 [this, turn](const Result<Standing> &standing) {
                     --mAsked;
                     mReading = false;
                     mLater.start(); // the next one at the earliest
                     if (turn != mTurn) {
                         mIsStale = true;
                         catchUp();
                         return;
                     }
                     if (!standing) {
                         mStanding->clear(standing.error().message);
                         return;
                     }
                     mMonth = standing.value();
                     mStanding->setStanding(*mMonth, mDistrict.names());
                     showLoads();
                 });
}

void StreetWorkspace::takeChanges(const QList<Case> &cases)
{
    mIsStale = true;
    if (!mLater.isActive()) {
        mLater.start();
    }
    if (!isVisible()) {
        mAreLoadsStale = true; // counted when it is looked at again
    } else if (!mAreLoadsStale && mLoads.take(cases) && !mSoon.isActive()) {
        mSoon.start();
    }
}

void StreetWorkspace::showLoads()
{
    if (!isVisible()) {
        return;
    }
    if (mAreLoadsStale) {
        mLoads.reset(mLive.all(), street());
        mAreLoadsStale = false;
    }
    QHash<QString, OfficeLoad> loads = mLoads.at(mDistrict.clock().now());
    if (mMonth) {
        for (auto one = mMonth->handledByPerson.cbegin(); one != mMonth->handledByPerson.cend();
             ++one) {
            loads[one.key()].handled = one.value();
        }
    }
    mPeople->setPeople(mOffice.people, loads);
}

RoundList StreetWorkspace::roundList() const
{
    const StreetScope &scope = mQueue->scope();
    const RoundOrder order{
        scope.street, scope.community, scope.units, mDistrict.clock().now(), isEnglish()};
    QList<Case> cases;
    for (const Case &subject : mLive.all()) {
        if (scope.person.isEmpty() || subject.person == scope.person) {
            cases.append(subject);
        }
    }
    RoundList list = makeRoundList(cases, order, mDistrict.names(), peopleNames());
    list.personName = scope.personName;
    list.district = mDistrict.info().name;
    list.timeZone = mDistrict.info().timeZone;
    list.simulated = mDistrict.info().isSimulated();
    return list;
}

void StreetWorkspace::printList()
{
    if (!mDistrict.may(Thing::Case, u"print"_s)) {
        emit messageRequested({Message::Level::Warning, tr("Your role may not print cases.")});
        return;
    }
    if (!partSeen(mDistrict.access(), mDistrict.user(), street())) {
        emit messageRequested(
            {Message::Level::Warning,
             tr("You see single cases of this street only: a list of it would leave out those of "
                "others.")});
        return;
    }
    const RoundList list = roundList();
    if (list.count() == 0) {
        emit messageRequested(
            {Message::Level::Info,
             tr("There is nothing to be done outside: the list would be empty.")});
        return;
    }
    auto *dialog = new RoundDialog(list, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &RoundDialog::ordered, this, &StreetWorkspace::print);
    dialog->open();
}

void StreetWorkspace::print(const RoundPrintOrder &order)
{
    const RoundList list = roundList(); // as it stands now, not as the dialog was opened
    const auto run = [this, list, order](const Stamp &stamp) {
        const Result<int> pages = printRound(list, stamp, order);
        if (!pages) {
            emit messageRequested({Message::Level::Error, pages.error().message});
            return;
        }
        Message message{Message::Level::Success,
                        order.path.isEmpty()
                            ? tr("%n page(s) were sent to the printer.", nullptr, pages.value())
                            : tr("%n page(s) were printed to %1.", nullptr, pages.value())
                                  .arg(QDir::toNativeSeparators(order.path))};
        if (!order.path.isEmpty()) {
            message.actionText = tr("Open folder");
            message.action = [folder = QFileInfo(order.path).absolutePath()] {
                QDesktopServices::openUrl(QUrl::fromLocalFile(folder));
            };
        }
        emit messageRequested(message);
    };
    if (mAudit == nullptr) {
        run({});
        return;
    }
    const OutputNote note{AuditKind::Print, Thing::Case, u"round-list"_s, order.path, list.count()};
    whenAnswered(
        mAudit->noteOutput(note), mDistrict, this, [this, run](const Result<Stamp> &stamp) {
            if (stamp) {
                run(stamp.value());
            } else {
                emit messageRequested({Message::Level::Error, stamp.error().message});
            }
        });
}

void StreetWorkspace::setTheme(const Theme &theme)
{
    mQueue->setTheme(theme);
    mPeople->setTheme(theme);
}

bool StreetWorkspace::showScene(const QString &id)
{
    if (id == "communities"_L1) {
        if (!mStanding->areCommunitiesShown()) {
            mStanding->toggleCommunities();
        }
        return true;
    }
    if (id == "batch"_L1) {
        mQueue->showQueue(u"assign"_s);
        mQueue->table().selectAll();
        return true;
    }
    if (id == "step"_L1) {
        mQueue->act(CaseAction::Assign);
        return true;
    }
    return mQueue->showQueue(id);
}

/** What lies over the queue, or narrows it down, goes away with Esc before anything else does. */
bool StreetWorkspace::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress) {
        return QWidget::eventFilter(watched, event);
    }
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool isEscape = key->key() == Qt::Key_Escape && key->modifiers() == Qt::NoModifier;
    if (mStanding->areCommunitiesShown() && key->key() != Qt::Key_M && !isModifier(key->key())) {
        mStanding->toggleCommunities(); // no key acts on a row that is not seen
        return isEscape;
    }
    if (isEscape && !mQueue->scope().person.isEmpty() && !mQueue->panel().isBusy()) {
        mPeople->chooseEverybody();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void StreetWorkspace::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    mQueue->begin(); // its keys work at once
    showLoads();
    catchUp();
}

void StreetWorkspace::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange && mMonth) {
        mStanding->setStanding(*mMonth, mDistrict.names());
    }
    QWidget::changeEvent(event);
}

} // namespace gridward
