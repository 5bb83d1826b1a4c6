// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/simulation/caseplayer.h"

#include "models/service/simulation/casetelling.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

using std::chrono::hours;
using std::chrono::milliseconds;

constexpr int kPiece = 500;        ///< open cases read at once
constexpr int kDays = 90;          ///< as a demo has them
constexpr double kFastest = 1.0;   ///< hours: where none is open
constexpr int kMostRefused = 6;    ///< in a row: then it is left to others
constexpr double kUneven = 0.5;    ///< of waits, logarithmic
constexpr double kVerified = 0.35; ///< of what need not be
constexpr double kFeedback = 0.35; ///< of what is handed in: somebody is sent to look
constexpr double kAssigns = 0.85;  ///< of street offices: they name a person
constexpr double kEndsEarly = 0.3; ///< of the time that a case would have had
constexpr double kMostPatience = 3.0;
constexpr double kUrgentWait = 0.1; ///< hours at each desk, of orange and red cases
constexpr milliseconds kShortest{1000};
constexpr hours kTryAgain{2};
constexpr int kVersionBits = 32;

/** How much of the time that a case has left goes by in a state, beside the others. */
struct Share
{
    CaseState state;
    double weight;
};
/** In order; what is skipped leaves its time to those that follow. Units go by their limit. */
constexpr std::array kShares{Share{CaseState::Registered, 7.0},
                             Share{CaseState::Verifying, 4.0},
                             Share{CaseState::PendingFiling, 4.0},
                             Share{CaseState::Filed, 12.0},
                             Share{CaseState::AtUnit, 10.0},
                             Share{CaseState::Handling, 30.0},
                             Share{CaseState::FedBack, 9.0},
                             Share{CaseState::Checking, 30.0},
                             Share{CaseState::PendingClose, 12.0}};
constexpr double kShortestWork = 0.25; ///< of the limit of a unit
constexpr double kLongestWork = 1.15;
constexpr double kAccepting = 0.2;  ///< of that, until a unit begins
constexpr double kLate = 0.22;      ///< of cases: they take the unit much longer
constexpr double kMostAtUnit = 0.7; ///< of the time that a case has left

/** A rework is handled once more; a suspension goes on from there. */
CaseState placeInOrder(CaseState state)
{
    switch (state) {
    case CaseState::Reported:
        return CaseState::Registered;
    case CaseState::Suspended:
    case CaseState::Rework:
        return CaseState::Handling;
    default:
        return state;
    }
}

/** Hours until the next step. */
double waitIn(CaseState where, double rest, double limit, RandomStream &random)
{
    const CaseState state = placeInOrder(where);
    const double uneven = random.logNormal(1.0, kUneven);
    if (state == CaseState::AtUnit || state == CaseState::Handling) {
        const double work = limit * random.uniform(kShortestWork, kLongestWork);
        const bool isLate = state == CaseState::Handling && random.chance(kLate);
        const double part = state == CaseState::AtUnit ? kAccepting : 1.0 - kAccepting;
        return isLate ? rest * kMostAtUnit : std::min(work * part, rest * kMostAtUnit);
    }
    const auto place = std::ranges::find(kShares, state, &Share::state);
    if (place == kShares.end() || place + 1 == kShares.end()) {
        return rest; // only the end is left
    }
    double later = 0.0;
    for (const auto *share = place + 1; share != kShares.end(); ++share) {
        later += share->weight;
    }
    const double own = place->weight * uneven;
    return rest * own / (own + later);
}

/**
 * Which try of a step: a move that was refused leaves the case as it was, and would be drawn again.
 */
qint64 numberOfTry(int version, int refused)
{
    return (static_cast<qint64>(refused) << kVersionBits) | version;
}

/** The same digits are of a matter and of a component. */
QString nameOf(const ClassKey &key)
{
    return toId(key.kind) + u' ' + key.code;
}

double hoursOf(milliseconds length)
{
    return std::chrono::duration<double, hours::period>(length).count();
}

milliseconds lengthOf(double inHours)
{
    return milliseconds(static_cast<qint64>(inHours * 3'600'000.0));
}

} // namespace

CasePlayer::CasePlayer(Store &store,
                       const SimulationData &data,
                       const DemoDistrict &district,
                       const CaseSimulator &simulator)
    : mStore(store)
    , mDistrict(district)
    , mDrafter(simulator.drafter())
    , mCast(simulator.cast())
    , mSimulator(simulator)
    , mRefused(data.rates.value(u"refused"_s) + data.rates.value(u"duplicate"_s))
    , mReturn(data.rates.value(u"return"_s))
    , mRework(data.rates.value(u"rework"_s))
    , mRules(store)
{
    for (qsizetype i = 0; i < district.grids.size(); ++i) {
        mGrids.insert(district.grids.at(i).code, static_cast<int>(i));
    }
    const std::vector<FilingStandard> &standards = mDrafter.standards();
    for (std::size_t i = standards.size(); i-- > 0;) {
        mStandards.insert(nameOf(standards[i].key), static_cast<int>(i));
    }
}

int CasePlayer::gridOf(const Case &subject) const
{
    return mGrids.value(subject.grid, 0);
}

int CasePlayer::standardOf(const Case &subject) const
{
    return mStandards.value(nameOf(subject.classKey), 0);
}

RandomStream CasePlayer::streamOf(const Case &subject, QStringView part, qint64 number) const
{
    const QString name = part.toString() + u' ' + subject.id.toText();
    return {mDistrict.seed, name, number};
}

QString CasePlayer::oneFor(const Case &subject, QStringView part, const QStringList &users) const
{
    RandomStream random = streamOf(subject, part, 0);
    return oneOf(users, random);
}

Result<void> CasePlayer::begin(Instant now)
{
    CaseQuery query;
    query.openOnly = true;
    query.limit = kPiece;
    QList<Case> open;
    for (bool isMore = true; isMore;) {
        const Result<QList<Case>> read = mStore.cases().list(query);
        if (!read) {
            return read.error();
        }
        open += read.value();
        isMore = read.value().size() == kPiece;
        if (isMore) {
            query.before = open.last().id;
        }
    }
    const Result<SimulationPlan> plan =
        mSimulator.plan({now, kDays, static_cast<int>(open.size()), -1});
    // More than three months bring cannot stay open: then it becomes fewer.
    mScale = plan ? std::max(plan.value().scale, kFastest) : kDays * 24.0;
    for (const Case &subject : std::as_const(open)) {
        add(subject, now);
    }
    mWanted = static_cast<int>(open.size());
    return {};
}

double CasePlayer::patience() const
{
    if (mWanted == 0) {
        return 1.0;
    }
    // Seasons and chance bring more or fewer than the demo had: they stay shorter or longer.
    const double part = mWanted / std::max(1.0, static_cast<double>(mState.lives.size()));
    return std::clamp(part * part * part, 1.0 / kMostPatience, kMostPatience);
}

void CasePlayer::add(const Case &subject, Instant now)
{
    RandomStream random = streamOf(subject, u"life", subject.version);
    const Instant reported = subject.reportedAt.value_or(now);
    const double limit = mDrafter.limitHours(standardOf(subject));
    const double age = hoursOf(now - reported);
    Life life;
    const double end = drawEnd(age, limit, mScale, random);
    life.ends = subject.state == firstState(subject.source) && random.chance(mRefused);
    const double hoursLeft = (end - age) * (life.ends ? kEndsEarly : 1.0) * patience();
    life.end = now + std::max(lengthOf(hoursLeft), kShortest);
    life.ownAt = ownMomentAfter(subject, life, now, random);
    life.wakeAt = subject.nextAt ? std::clamp(*subject.nextAt, now, life.ownAt) : life.ownAt;
    put(subject.id.value, life);
}

void CasePlayer::put(const QUuid &id, const Life &life)
{
    drop(id);
    mState.lives.insert(id, life);
    mState.queue.emplace(life.wakeAt, id);
}

void CasePlayer::drop(const QUuid &id)
{
    const auto known = mState.lives.constFind(id);
    if (known != mState.lives.cend()) {
        mState.queue.erase({known->wakeAt, id});
        mState.lives.erase(known);
    }
}

std::optional<Instant> CasePlayer::nextAt() const
{
    return mState.queue.empty() ? std::nullopt : std::optional(mState.queue.begin()->first);
}

Result<void> CasePlayer::playNext()
{
    if (mState.queue.empty()) {
        return {};
    }
    const auto [at, id] = *mState.queue.begin();
    const Result<CaseRecord> record = mStore.cases().record(CaseId{id});
    if (!record && record.error().code != ErrorCode::NotFound) {
        return record.error();
    }
    if (!record || !isOpen(record.value().subject.state)) {
        drop(id); // others have ended it
        return {};
    }
    Life life = mState.lives.value(id);
    return play(record.value(), life, at);
}

Result<void> CasePlayer::play(const CaseRecord &record, Life &life, Instant at)
{
    const Case &subject = record.subject;
    const Result<Rules> rules = mRules.of(record, at);
    if (!rules) {
        return rules.error();
    }
    RandomStream random = streamOf(subject, u"step", numberOfTry(subject.version, life.refused));
    RandomStream scene = streamOf(subject, u"scene", 0);
    const Instant moment = std::max(at, record.process.lastAt.value_or(at));
    const QString dispatcher = oneFor(subject, u"dispatcher", mCast.dispatchers());
    CaseTelling telling(
        rules.value(), mCast.sceneCast(gridOf(subject), dispatcher), u"simulation"_s);
    telling.resume(record, scene);
    telling.pass(moment, random);
    if (life.ownAt <= at) {
        takeOwn(telling, life, moment, rules.value(), random);
    }
    if (const Result<void> written = write(record, telling.steps()); !written) {
        return written;
    }
    if (!isOpen(telling.record().subject.state) || life.refused >= kMostRefused) {
        drop(subject.id.value);
        return {};
    }
    life.wakeAt = life.ownAt;
    // What should have happened by itself and did not is no reason to wake.
    const std::optional<Instant> next = telling.nextMoment();
    if (next && *next > moment) {
        life.wakeAt = std::min(life.wakeAt, *next);
    }
    put(subject.id.value, life);
    return {};
}

void CasePlayer::takeOwn(
    CaseTelling &telling, Life &life, Instant at, const Rules &rules, RandomStream &random)
{
    const std::optional<Move> move = moveFor(telling.record(), life, rules, random);
    if (!move) { // suspended: nobody can hurry it
        life.ownAt = std::max(at + kTryAgain, telling.record().subject.suspendedUntil.value_or(at));
        return;
    }
    if (telling.take(move->request, mCast.actor(move->user), at, random)) {
        life.refused = 0;
        life.ownAt = ownMomentAfter(telling.record().subject, life, at, random);
        return;
    }
    ++life.refused;
    life.ownAt = at + kTryAgain;
}

Result<void> CasePlayer::write(const CaseRecord &before, const QList<CaseStep> &steps)
{
    int version = before.subject.version;
    for (const CaseStep &step : steps) {
        const Result<Case> written = mStore.cases().append(before.subject.id, version++, step);
        if (!written) {
            return written.error();
        }
    }
    return {};
}

Instant CasePlayer::ownMomentAfter(const Case &subject,
                                   const Life &life,
                                   Instant at,
                                   RandomStream &random) const
{
    const double rest = hoursOf(std::max(life.end - at, kShortest));
    const double limit = mDrafter.limitHours(standardOf(subject));
    double wait = life.ends ? rest : waitIn(subject.state, rest, limit, random);
    if (subject.level >= CaseLevel::Orange && placeInOrder(subject.state) < CaseState::Handling) {
        wait = std::min(rest, random.logNormal(kUrgentWait, kUneven)); // nobody lets that lie
    }
    return at + std::max(lengthOf(wait), kShortest);
}

std::optional<CasePlayer::Move> CasePlayer::moveFor(const CaseRecord &record,
                                                    const Life &life,
                                                    const Rules &rules,
                                                    RandomStream &random)
{
    const Case &subject = record.subject;
    if (record.process.request.kind != CaseRequest::Kind::None) {
        Move grant;
        grant.request.action = record.process.request.kind == CaseRequest::Kind::Suspend
                                   ? CaseAction::Suspend
                                   : CaseAction::Extend;
        grant.request.note = u"情况属实，同意"_s;
        grant.request.grants = record.process.request.kind == CaseRequest::Kind::Extend;
        grant.user = oneFor(subject, u"dispatcher", mCast.dispatchers());
        return grant;
    }
    switch (subject.state) {
    case CaseState::Registered:
    case CaseState::Reported:
    case CaseState::Verifying:
    case CaseState::PendingFiling:
        return beforeFiling(subject, life, rules, record.process.verified, random);
    case CaseState::Filed: {
        const int street = gridOf(subject);
        Move send;
        send.request.action = CaseAction::Dispatch;
        const bool isReturned = !record.process.lastUnit.isEmpty();
        send.request.target = mCast.unitFor(standardOf(subject), street, isReturned).code;
        send.user = oneFor(subject, u"dispatcher", mCast.dispatchers());
        return send;
    }
    case CaseState::AtUnit:
    case CaseState::Handling:
    case CaseState::Rework:
        return atUnit(subject, gridOf(subject), random);
    case CaseState::FedBack:
    case CaseState::Checking:
        return checking(subject, random);
    case CaseState::PendingClose: {
        Move close;
        close.request.action = CaseAction::Close;
        close.user = oneFor(subject, u"filer", mCast.filers());
        return close;
    }
    default:
        return std::nullopt; // suspended: it comes back by itself
    }
}

CasePlayer::Move CasePlayer::beforeFiling(const Case &subject,
                                          const Life &life,
                                          const Rules &rules,
                                          bool isVerified,
                                          RandomStream &random) const
{
    Move move;
    move.user = oneFor(subject, u"filer", mCast.filers());
    if (life.ends && subject.state != CaseState::Verifying) {
        move.request.action = random.chance(0.5) ? CaseAction::Refuse : CaseAction::Void;
        move.request.note = simulatedReason(move.request.action, random);
        return move;
    }
    if (subject.state == CaseState::Verifying) {
        move.request.action = CaseAction::Verify;
        move.user = oneFor(subject, u"verifier", mCast.checkers());
        return move;
    }
    const FilingStandard &standard = mDrafter.standard(standardOf(subject));
    const bool mustVerify =
        rules.book.ruleFor(standard.key).verifySources.contains(toId(subject.source));
    const bool isFirst = subject.state != CaseState::PendingFiling;
    if (!isVerified && (mustVerify || (isFirst && subject.level < CaseLevel::Orange &&
                                       random.chance(kVerified)))) {
        move.request.action = CaseAction::Verify;
        return move;
    }
    move.request.action = CaseAction::File;
    move.request.standards.append(standard);
    move.request.level = subject.level;
    return move;
}

CasePlayer::Move CasePlayer::atUnit(const Case &subject, int grid, RandomStream &random) const
{
    const DemoCast::Unit *unit = mCast.unit(subject.unit);
    Move move;
    move.user = unit != nullptr ? unit->handler : u"handler1"_s;
    move.request.action = CaseAction::Handle;
    if (subject.state != CaseState::AtUnit) {
        return move;
    }
    if (random.chance(mReturn)) {
        move.request.action = CaseAction::Return;
        move.request.note = simulatedReason(CaseAction::Return, random);
    } else if (unit != nullptr && unit->ofStreet && !unit->people.isEmpty() &&
               random.chance(kAssigns)) {
        move.request.action = CaseAction::Assign;
        move.request.target = oneOf(unit->people, random);
        move.user = mCast.streetUserOf(grid);
    } else {
        move.request.action = CaseAction::Accept;
    }
    return move;
}

CasePlayer::Move CasePlayer::checking(const Case &subject, RandomStream &random) const
{
    Move move;
    const DemoCast::Unit *unit = mCast.unit(subject.unit);
    if (subject.state == CaseState::FedBack && unit != nullptr && random.chance(kFeedback)) {
        move.request.action = CaseAction::Feedback;
        move.user = unit->handler;
        return move;
    }
    move.request.action = random.chance(mRework) ? CaseAction::Rework : CaseAction::Check;
    move.request.note = simulatedReason(move.request.action, random);
    move.user = oneFor(subject, u"checker", mCast.checkers());
    return move;
}

} // namespace gridward
