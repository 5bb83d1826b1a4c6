// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/districtservice.h"

#include "models/domain/scaledclock.h"
#include "models/service/rulekeeper.h"
#include "models/store/accessstore.h"

#include <QDateTime>
#include <QTimeZone>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr int kPulse = 100; ///< milliseconds; with the store's own pace within a quarter second
constexpr std::chrono::seconds kHouse{10}; ///< of the district's time, between looks at what is due
constexpr std::chrono::milliseconds kHouseAgain{250}; ///< … while there is more of it
constexpr int kMostDue = 20;     ///< cases in one transaction: others get their turn
constexpr int kOpenAgain = 1000; ///< milliseconds until a store out of reach is tried again
constexpr int kRetry = 1000;     ///< milliseconds until what could not be read is tried again
constexpr std::chrono::hours kSeenLately{12}; ///< a shift; the mark says when

} // namespace

DistrictService::DistrictService(const Clock &clock,
                                 QString origin,
                                 QObject *parent,
                                 CaseWording wording)
    : DistrictPort(parent)
    , mClock(clock)
    , mOrigin(std::move(origin))
    , mWording(std::move(wording))
    , mDesk(std::make_shared<Desk>())
{
    qRegisterMetaType<StoreState>();
    mAccess = std::make_shared<const AccessRules>();
    mPulse.setSingleShot(true);
    connect(&mPulse, &QTimer::timeout, this, &DistrictService::readChanged);
    mRetry.setSingleShot(true);
    mRetry.setInterval(kRetry);
    connect(&mRetry, &QTimer::timeout, this, [this] {
        mRetrying = true;
        readAll();
    });
    mHouse.setSingleShot(true);
    connect(&mHouse, &QTimer::timeout, this, &DistrictService::keepHouse);
    connect(&mStore, &StoreThread::casesChanged, this, &DistrictService::takeChanges);
    connect(&mStore, &StoreThread::casesChanged, this, &DistrictService::eventsTold);
    connect(&mStore, &StoreThread::manyCasesChanged, this, &DistrictService::readAll);
    connect(&mStore, &StoreThread::tablesChanged, this, &DistrictService::takeTables);
    connect(&mStore, &StoreThread::looked, this, [this] {
        if (mState == StoreState::Live) {
            mBelievedAt = mClock.now();
        }
    });
    connect(&mStore, &StoreThread::recovered, this, [this] {
        // It may be another file: nothing that was kept of the former one is true of it.
        (void)mStore.run<bool>([desk = mDesk](Store &) {
            desk->desk.reset();
            return Result<bool>(true);
        });
        readAll();
    });
    connect(&mStore, &StoreThread::failed, this, &DistrictService::loseStore);
    mOpenAgain.setSingleShot(true);
    mOpenAgain.setInterval(kOpenAgain);
    connect(&mOpenAgain, &QTimer::timeout, this, &DistrictService::tryToOpen);
}

DistrictService::~DistrictService() = default;

void DistrictService::open(StoreThread::Opener opener, const Seat &seat)
{
    mSeat = seat;
    mUser = {};
    mWanted = {seat.user, seat.proven};
    ++mTurn;
    // What belongs to the store before must not meet the new one: its desk refers to a store that
    // will be gone, its changed cases are not there.
    mDesk = std::make_shared<Desk>();
    mChanged.clear();
    mPulse.stop();
    mRetry.stop();
    mHouse.stop();
    mOpenAgain.stop();
    mBehind = mReadingAll = mAllAgain = mRetrying = false;
    mBelievedAt = {};
    setState(StoreState::Opening);
    mOpener = std::move(opener);
    mIsOpening = true;
    tryToOpen();
}

void DistrictService::tryToOpen()
{
    mStore.open(mOpener).then(this, [this, desk = mDesk](const Result<StoreInfo> &info) {
        if (desk != mDesk) {
            return; // another one is being opened already
        }
        if (!info && info.error().code == ErrorCode::SignInNeeded) {
            mIsLoggedIn = false;
            takeNobody();
            return;
        }
        if (!info) {
            const bool isAway = info.error().code == ErrorCode::Unreachable ||
                                info.error().code == ErrorCode::NotFound;
            if (isAway) {
                mOpenAgain.start(); // a wall that was there before its server has nobody to do it
            }
            if (!isAway || mState != StoreState::Failed) { // else it was told
                fail(info.error());
            }
            return;
        }
        mIsOpening = false;
        mInfo = info.value();
        readAll();
        if (mSeat.keepsHouse && !mSeat.at) {
            mHouse.start(kHouseAgain);
        }
    });
}

void DistrictService::loseStore(const Error &error)
{
    if (mIsOpening) {
        return; // said of the store before, or before there is anything to be shown
    }
    if (error.code == ErrorCode::SignInNeeded) {
        mIsLoggedIn = false; // the password was changed meanwhile
        mChanged.clear();
        mPulse.stop();
        mRetry.stop();
        takeNobody();
    }
    fail(error); // which leaves a sign-in page what it is
}

void DistrictService::keepHouse()
{
    const auto run = [](Store &, Desk &desk) { return desk.desk->runDue(kMostDue); };
    askWhileOpen<int>(run, [this](const Result<int> &done) {
        // A store that may only be read stays as it is; a busy one is asked again.
        if (done || done.error().code != ErrorCode::Refused) {
            const bool isMore = done && done.value() == kMostDue;
            mHouse.start(isMore ? kHouseAgain : realTimeOf(mClock, kHouse, kHouseAgain));
        }
    });
}

template <typename T>
QFuture<Result<T>> DistrictService::ask(std::function<Result<T>(Store &, Desk &)> question)
{
    return watched<T>(mStore.run<T>([desk = mDesk,
                                     seat = mUser,
                                     origin = mOrigin,
                                     wording = mWording,
                                     &clock = mClock,
                                     question = std::move(question)](Store &store) -> Result<T> {
        if (!desk->desk) {
            desk->desk = std::make_unique<CaseDesk>(store, clock, origin, wording);
        }
        const ActingAs acting(store, seat, clock.now());
        return question(store, *desk);
    }));
}

template <typename T>
void DistrictService::askWhileOpen(std::function<Result<T>(Store &, Desk &)> question,
                                   std::function<void(const Result<T> &)> take)
{
    ask<T>(std::move(question)).then(this, [this, desk = mDesk, take](const Result<T> &answer) {
        if (desk == mDesk) {
            take(answer);
        }
    });
}

void DistrictService::setUser(const QString &name)
{
    // Nobody becomes somebody else by a mistyped name.
    if (mInfo.trustsClaims() && std::ranges::find(mUsers, name, &User::name) != mUsers.end()) {
        wish({name, std::nullopt});
    }
}

void DistrictService::takePost(const User &post)
{
    if (post.name == mUser.name) {
        wish({mWanted.name, post});
    }
}

void DistrictService::signIn(const User &user)
{
    wish({user.name, user});
}

void DistrictService::wish(const SeatWish &wanted)
{
    mWanted = wanted;
    ++mTurn;
    readAll();
}

void DistrictService::signOut()
{
    mWanted = {};
    mWanted.isNobody = true; // also where claims are trusted: not somebody again by himself
    ++mTurn;
    takeNobody();
}

void DistrictService::takeNobody()
{
    mUser = {};
    mPosts.clear();
    emit userChanged();
    emit pictureRead({});
    setState(StoreState::SignedOut);
}

QFuture<Result<Case>> DistrictService::report(const ReportDraft &draft)
{
    return ask<Case>(
        [draft, user = mUser](Store &, Desk &desk) { return desk.desk->report(draft, user); });
}

QFuture<Result<Case>> DistrictService::act(const CaseId &id, const ActionRequest &request)
{
    return ask<Case>([id, request, user = mUser](Store &, Desk &desk) {
        return desk.desk->act(id, request, user);
    });
}

QFuture<Result<CaseFile>> DistrictService::caseFile(const CaseId &id)
{
    return ask<CaseFile>(
        [id, user = mUser, at = mSeat.at, now = mClock.now()](Store &store, Desk &desk) {
            return readCaseFile(store, *desk.desk, id, user, now, at);
        });
}

QFuture<Result<GridCard>> DistrictService::gridCard(const QString &grid)
{
    return ask<GridCard>([grid, day = today()](Store &store, Desk &desk) {
        return readGridCard(store, desk.index, grid, day);
    });
}

QFuture<Result<PlaceCard>> DistrictService::placeCard(const QString &place)
{
    return ask<PlaceCard>(
        [place](Store &store, Desk &desk) { return readPlaceCard(store, desk.index, place); });
}

QFuture<Result<PlaceFacts>> DistrictService::placeFacts(const GeoPoint &place)
{
    return ask<PlaceFacts>([place](Store &store, Desk &desk) -> Result<PlaceFacts> {
        PlaceFacts facts;
        const Result<QString> grid = desk.desk->gridAt(place);
        Result<QString> address = nearestAddress(store, place);
        if (!grid || !address) {
            return grid ? address.error() : grid.error();
        }
        facts.grid = grid.value();
        facts.address = std::move(address).value();
        const auto found = std::ranges::find(desk.index.grids, facts.grid, &UnitGrid::code);
        if (found == desk.index.grids.end()) {
            return facts;
        }
        facts.gridName = found->name;
        for (const Division &division : desk.index.divisions) {
            if (division.code == found->community) {
                facts.communityName = division.name;
            } else if (division.code == found->street) {
                facts.streetName = division.name;
            }
        }
        return facts;
    });
}

QFuture<Result<ResponsibleHere>> DistrictService::responsibleAt(const GeoPoint &place,
                                                                const ClassKey &key)
{
    return ask<ResponsibleHere>([place, key, now = mClock.now()](Store &store, Desk &desk) {
        const auto gridAt = [&](const GeoPoint &point) { return desk.desk->gridAt(point); };
        return ResponsibilityDesk(store, gridAt).at(place, key, {}, now);
    });
}

QFuture<Result<QList<SearchHit>>> DistrictService::search(const QString &text, int limit)
{
    return ask<QList<SearchHit>>([text, limit, user = mUser](Store &store, Desk &desk) {
        Result<QList<SearchHit>> found = searchDistrict(store, desk.index, text, limit);
        if (!found) {
            return found;
        }
        QList<SearchHit> hits = std::move(found).value();
        hits.removeIf([&](const SearchHit &hit) {
            if (hit.kind != SearchHit::Kind::Case) {
                return false;
            }
            const std::optional<CaseId> id = CaseId::fromText(hit.id);
            const Result<Case> subject = id ? store.cases().find(*id) : Result<Case>(Error{});
            return !subject || !desk.desk->maySee(subject.value(), user);
        });
        return Result<QList<SearchHit>>(hits);
    });
}

QFuture<Result<QList<Case>>> DistrictService::newest(int limit)
{
    return ask<QList<Case>>(
        [limit, at = mSeat.at](Store &store, Desk &) { return readNewest(store, limit, at); });
}

QFuture<Result<DayRhythm>> DistrictService::dayRhythm()
{
    return ask<DayRhythm>([now = mClock.now(), at = mSeat.at](Store &store, Desk &) {
        return readDayRhythm(store, now, at);
    });
}

QFuture<Result<CasePoints>> DistrictService::casePoints(const CasePlaceQuery &query)
{
    return ask<CasePoints>([query](Store &store, Desk &) { return readCasePoints(store, query); });
}

QFuture<Result<QList<Case>>> DistrictService::cases(const QList<CaseId> &ids)
{
    return ask<QList<Case>>([ids, user = mUser](Store &store, Desk &desk) {
        return readCases(store, *desk.desk, ids, user);
    });
}

QFuture<Result<CasePoints>> DistrictService::denominator(Denominator kind)
{
    return ask<CasePoints>([kind](Store &store, Desk &) { return readDenominator(store, kind); });
}

QFuture<Result<QList<CatalogueEntry>>> DistrictService::classes()
{
    return ask<QList<CatalogueEntry>>([](Store &store, Desk &) -> Result<QList<CatalogueEntry>> {
        Result<QList<CatalogueEntry>> read = store.catalogue(store.info().scheme);
        if (!read) {
            return read;
        }
        QList<CatalogueEntry> classes = std::move(read).value();
        classes.removeIf([](const CatalogueEntry &entry) { return !entry.isInForce(); });
        return classes;
    });
}

QFuture<Result<QList<Component>>> DistrictService::components(const GeoExtent &extent, int limit)
{
    return ask<QList<Component>>([extent, limit](Store &store, Desk &) {
        PlaceQuery query;
        query.extent = extent;
        query.limit = limit;
        return store.components(query);
    });
}

QFuture<Result<QList<StaffMark>>> DistrictService::staffOnDuty()
{
    return ask<QList<StaffMark>>(
        [notBefore = mClock.now() - kSeenLately, day = today()](Store &store, Desk &) {
            return readStaff(store, notBefore, day);
        });
}

void DistrictService::readAll()
{
    // One at a time, however fast others write: the next one when this one is here.
    mAllAgain = mReadingAll;
    if (mReadingAll) {
        return;
    }
    mReadingAll = true;
    mChanged.clear();
    mPulse.stop();
    mRetry.stop();
    // As the program first: who the user is has to be read before anything is read in their name.
    const auto read = [wanted = mWanted, now = mClock.now(), at = mSeat.at](
                          Store &store, Desk &desk) -> Result<Opened> {
        Result<Opened> opened = readOpened(store, wanted, now, at);
        if (!opened) {
            return opened;
        }
        const AsProgram program(store);
        Result<SearchIndex> index = SearchIndex::read(store);
        if (!index) {
            return index.error();
        }
        desk.index = std::move(index).value();
        return opened;
    };
    askWhileOpen<Opened>(read, [this, turn = mTurn](const Result<Opened> &opened) {
        if (turn == mTurn) {
            takeOpened(opened);
        } else {
            mReadingAll = mAllAgain = false; // for somebody who has gone
            readAll();
        }
    });
}

void DistrictService::readStaffing()
{
    const auto read = [wanted = mWanted, now = mClock.now(), at = mSeat.at](
                          Store &store, Desk &) -> Result<Opened> {
        Result<Opened> opened = readWho(store, wanted, now);
        const AsProgram program(store);
        Result<QHash<QString, QString>> managers =
            opened ? managersOf(store, at.value_or(now))
                   : Result<QHash<QString, QString>>(opened.error());
        if (!managers) {
            return managers.error();
        }
        Opened result = std::move(opened).value();
        result.picture.managers = std::move(managers).value();
        return result;
    };
    askWhileOpen<Opened>(read, [this, turn = mTurn](const Result<Opened> &opened) {
        if (turn != mTurn || mReadingAll) {
            mAllAgain = mReadingAll; // what is being read may be of before
        } else if (!opened) {
            fallBehind(opened.error());
        } else if (!isAsBefore(opened.value())) {
            readAll();
        } else {
            mAccess = opened.value().access;
            emit districtChanged(); // those who show people ask for them
        }
    });
}

void DistrictService::takeOpened(const Result<Opened> &opened)
{
    mReadingAll = false;
    const bool again = std::exchange(mAllAgain, false);
    if (!opened) {
        fallBehind(opened.error());
        return;
    }
    mBehind = false;
    mRetrying = false;
    const Opened &read = opened.value();
    mIsLoggedIn = read.isLoggedIn;
    const bool isOther = read.user != mUser || read.posts != mPosts || read.access != mAccess;
    mNames = read.names;
    mUsers = read.users;
    mAccess = read.access;
    mPosts = read.posts;
    mUser = read.user;
    mManagers = read.picture.managers;
    if (mWanted.user && *mWanted.user != mUser) {
        mWanted.user = mUser.name.isEmpty() ? std::nullopt : std::optional(mUser);
    }
    if (isOther) {
        emit userChanged();
    }
    emit districtChanged();
    emit pictureRead(read.picture);
    setState(mUser.name.isEmpty() ? StoreState::SignedOut : StoreState::Live);
    if (read.refusal) {
        emit postRefused(*read.refusal);
    }
    if (again) {
        readAll();
    }
}

void DistrictService::takeChanges(const QList<CaseChange> &changes)
{
    if (mSeat.at) {
        return; // later than what is looked at
    }
    for (const CaseChange &change : changes) {
        mChanged.insert(change.id.value);
    }
    if (!mPulse.isActive()) {
        // At once after a pause, else as often as screens can follow.
        const qint64 since = mPulsed.isValid() ? mPulsed.elapsed() : kPulse;
        mPulse.start(static_cast<int>(std::clamp<qint64>(kPulse - since, 0, kPulse)));
    }
}

void DistrictService::readChanged()
{
    const QSet<QUuid> wanted = std::exchange(mChanged, {});
    mPulsed.start();
    if (mBehind) {
        mRetrying = true;
        readAll();
        return;
    }
    const auto read = [wanted](Store &store, Desk &) -> Result<QList<Case>> {
        QList<CaseId> ids;
        for (const QUuid &id : wanted) {
            ids.append(CaseId{id});
        }
        Result<QList<Case>> found = store.cases().findThose(ids);
        if (!found) {
            return found;
        }
        QList<Case> cases = std::move(found).value();
        QSet<QUuid> missing = wanted;
        for (const Case &one : std::as_const(cases)) {
            missing.remove(one.id.value);
        }
        for (const QUuid &id : std::as_const(missing)) {
            // Not theirs, or no longer: for these screens it ended, whatever it is.
            Case gone;
            gone.id = CaseId{id};
            gone.state = CaseState::Archived;
            cases.append(gone);
        }
        return cases;
    };
    askWhileOpen<QList<Case>>(read, [this](const Result<QList<Case>> &cases) {
        if (!cases) {
            fallBehind(cases.error());
        } else {
            emit casesRead(cases.value());
            if (!mBehind) {
                setState(StoreState::Live);
            }
        }
    });
}

void DistrictService::setState(StoreState state)
{
    if (state == StoreState::Live && state != mState) {
        mBelievedAt = mClock.now();
    }
    if (state != mState) {
        mState = state;
        emit stateChanged(state);
    }
}

void DistrictService::fail(const Error &error)
{
    // What was read before stays on the screens, and says that it is old.
    // Whoever is to sign in is asked for that, whatever else is wrong.
    if (mState != StoreState::SignedOut) {
        const bool isNothingRead = mState == StoreState::Opening || mState == StoreState::Failed;
        setState(isNothingRead ? StoreState::Failed : StoreState::Stale);
    }
    emit failed(error);
}

void DistrictService::fallBehind(const Error &error)
{
    mBehind = true;
    mRetry.start();
    if (!std::exchange(mRetrying, false)) {
        fail(error);
    }
}

} // namespace gridward
