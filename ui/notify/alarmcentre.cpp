// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notify/alarmcentre.h"

#include "models/domain/language.h"
#include "models/service/districtport.h"
#include "models/view/casewords.h"
#include "models/view/livecases.h"
#include "ui/notify/alarmstrip.h"
#include "ui/panels/answer.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr std::chrono::seconds kOneBurst{3}; ///< what comes within is one alarm to the ear
constexpr int kLookAtOthers = 3'000;         ///< milliseconds
constexpr int kNoteEvery = 60'000;           ///< milliseconds
constexpr std::chrono::hours kShift{8};      ///< as far back somebody looks who was never here
constexpr std::chrono::minutes kSlack{2};    ///< clocks differ, and notes are written now and then
constexpr qsizetype kMostLines = 3;
constexpr qsizetype kRehearsed = 3;

} // namespace

AlarmCentre::AlarmCentre(Parts parts, AlarmStrip &strip, QObject *parent)
    : QObject(parent)
    , mParts(std::move(parts))
    , mStrip(strip)
{
    connect(&mParts.cases, &LiveCases::wasReset, this, &AlarmCentre::takeReset);
    connect(&mParts.cases, &LiveCases::changed, this, &AlarmCentre::takeChanges);
    connect(&mParts.district, &DistrictPort::districtChanged, this, &AlarmCentre::show);
    connect(&mStrip, &AlarmStrip::acknowledged, this, &AlarmCentre::acknowledgeShown);
    connect(&mStrip, &AlarmStrip::openRequested, this, [this] {
        const QList<PendingAlarm> pending = mKeeper.pending();
        if (!pending.isEmpty()) {
            const CaseId id = pending.first().id;
            acknowledge(id);
            emit caseRequested(id);
        }
    });
    connect(&mStrip, &AlarmStrip::settingsChosen, this, [this](const AlarmSettings &settings) {
        setSettings(settings);
        emit settingsChosen(settings);
    });
    mBurst.setSingleShot(true);
    mBurst.setInterval(kOneBurst);
    connect(&mBurst, &QTimer::timeout, this, &AlarmCentre::notifyGathered);
    mOthers.setInterval(kLookAtOthers);
    connect(&mOthers, &QTimer::timeout, this, &AlarmCentre::readKnown);
    mWatch.setInterval(kNoteEvery);
    connect(&mWatch, &QTimer::timeout, this, &AlarmCentre::noteWatched);
    mStrip.setSettings(mSettings);
    show();
}

void AlarmCentre::setSettings(const AlarmSettings &settings)
{
    mSettings = settings;
    mKeeper.setLeast(std::max(CaseLevel::Orange, settings.least));
    mStrip.setSettings(settings);
}

QString AlarmCentre::seat() const
{
    const User &user = mParts.district.user();
    return mParts.district.info().district + u'\n' + user.name + u'\n' + user.role + u'\n' +
           user.division;
}

/** As what they sit there: who looks after another street has not seen what came in this one. */
QString AlarmCentre::post() const
{
    const User &user = mParts.district.user();
    return user.role + u'/' + user.division;
}

bool AlarmCentre::isInSight(const Case &subject) const
{
    const QString &division = mParts.district.user().division;
    return isOpen(subject.state) &&
           (division.isEmpty() || subject.street.startsWith(division) ||
            subject.community.startsWith(division) || subject.grid == division);
}

QList<Case> AlarmCentre::inSight() const
{
    QList<Case> cases;
    for (const Case &subject : mParts.cases.all()) {
        if (isInSight(subject)) {
            cases.append(subject);
        }
    }
    return cases;
}

void AlarmCentre::takeReset()
{
    if (seat() == mSeat) {
        claim(mKeeper.reset(inSight()));
        show();
        return;
    }
    mSeat = seat();
    ++mTurn;
    mGathered.clear();
    mBurst.stop();
    mWatch.stop();
    mKeeper.sitDown(inSight());
    show();
    catchUp();
}

void AlarmCentre::takeChanges(const QList<Case> &cases)
{
    QList<Case> there;
    QList<CaseId> gone;
    for (const Case &subject : cases) {
        if (isInSight(subject)) {
            there.append(subject);
        } else {
            gone.append(subject.id);
        }
    }
    const QList<CaseId> forgotten = mKeeper.leave(gone);
    if (!forgotten.isEmpty() && mParts.port != nullptr) {
        mParts.port->forget(forgotten);
    }
    claim(mKeeper.take(there));
    if (!gone.isEmpty()) {
        show();
    }
}

void AlarmCentre::catchUp()
{
    if (mParts.port == nullptr || mParts.district.user().name.isEmpty()) {
        return;
    }
    const int turn = mTurn;
    whenAnswered(mParts.port->memory(post()),
                 mParts.district,
                 this,
                 [this, turn](const Result<AlarmPort::Memory> &memory) {
                     if (turn == mTurn && memory) { // without one there is only what comes
                         takeMemory(memory.value());
                     }
                 });
}

void AlarmCentre::takeMemory(const AlarmPort::Memory &memory)
{
    const Instant now = mParts.district.clock().now();
    mKeeper.remember(memory.known, now);
    QList<CaseId> ended; // while nobody was here
    for (const Alarm &alarm : memory.known) {
        if (mParts.cases.find(alarm.id) == nullptr) {
            ended.append(alarm.id);
        }
    }
    if (!ended.isEmpty()) {
        mParts.port->forget(mKeeper.leave(ended));
    }
    if (memory.watchedUntil) {
        claim(AlarmKeeper::cameAfter(inSight(), *memory.watchedUntil - kSlack, mKeeper.least()));
    } else {
        // Who is here for the first time is shown what is urgent, not woken by what is old.
        claim(AlarmKeeper::cameAfter(inSight(), now - kShift, CaseLevel::Red), Heard::No);
    }
    noteWatched();
    mWatch.start();
    show();
}

void AlarmCentre::noteWatched()
{
    if (mParts.port != nullptr && seat() == mSeat) {
        mParts.port->noteWatched(post(), mParts.district.clock().now());
    }
}

void AlarmCentre::readKnown()
{
    if (mParts.port == nullptr || mParts.district.user().name.isEmpty()) {
        return;
    }
    const int turn = mTurn;
    whenAnswered(mParts.port->known(),
                 mParts.district,
                 this,
                 [this, turn](const Result<QList<Alarm>> &known) {
                     if (turn == mTurn && known) {
                         mKeeper.remember(known.value(), mParts.district.clock().now());
                         show();
                     }
                 });
}

void AlarmCentre::claim(const QList<Alarm> &alarms, Heard heard)
{
    if (alarms.isEmpty()) {
        return;
    }
    if (mParts.port == nullptr) {
        settle({alarms, {}}, heard);
        return;
    }
    const int turn = mTurn;
    whenAnswered(mParts.port->claim(alarms),
                 mParts.district,
                 this,
                 [this, turn, alarms, heard](const Result<AlarmPort::Claim> &claim) {
                     if (turn == mTurn) {
                         // An alarm that cannot be written down is heard all the same.
                         settle(claim ? claim.value() : AlarmPort::Claim{alarms, {}}, heard);
                     }
                 });
}

void AlarmCentre::settle(const AlarmPort::Claim &claim, Heard heard)
{
    const QList<PendingAlarm> news = mKeeper.settle(claim, mParts.district.clock().now());
    show();
    if (heard == Heard::Yes) {
        announce(news);
    }
}

void AlarmCentre::announce(const QList<PendingAlarm> &alarms)
{
    if (alarms.isEmpty()) {
        return;
    }
    const CaseLevel worst = alarms.first().level;
    const Instant now = mParts.district.clock().now();
    const bool isSameBurst = mHeardAt && now - *mHeardAt < kOneBurst && worst <= mHeardLevel;
    const bool isWall = mParts.isWall && mParts.isWall();
    mGathered.removeIf([&](const PendingAlarm &one) { // raised before it was told
        return std::ranges::find(alarms, one.id, &PendingAlarm::id) != alarms.end();
    });
    mGathered += alarms;
    if (isSameBurst) {
        // The ear has had its sound; the eye gets all that came with it, together.
        if (!mBurst.isActive()) {
            mBurst.start();
        }
        return;
    }
    mHeardAt = now;
    mHeardLevel = worst;
    if (mParts.sound != nullptr && mSettings.sound && (!isWall || mSettings.soundOnWall)) {
        mParts.sound->play(worst, mSettings.volume);
    }
    notifyGathered();
}

void AlarmCentre::notifyGathered()
{
    mBurst.stop();
    QList<PendingAlarm> alarms = std::exchange(mGathered, {});
    alarms.removeIf([this](const PendingAlarm &one) { return !mKeeper.isPending(one.id); });
    if (alarms.isEmpty() || mParts.notifier == nullptr || (mParts.isWall && mParts.isWall())) {
        return;
    }
    std::ranges::stable_sort(alarms, std::ranges::greater(), &PendingAlarm::level);
    const CaseLevel worst = alarms.first().level;
    const QString title =
        alarms.size() == 1
            ? tr("Alarm: %1").arg(case_words::word(worst))
            : tr("%n alarms, the worst: %1", nullptr, static_cast<int>(alarms.size()))
                  .arg(case_words::word(worst));
    QStringList lines;
    if (!mParts.isCovered || !mParts.isCovered()) {
        for (const PendingAlarm &alarm : alarms.first(std::min(alarms.size(), kMostLines))) {
            lines.append(sentence(alarm));
        }
        if (alarms.size() > kMostLines) {
            lines.append(u"…"_s);
        }
    }
    mParts.notifier->notify(title, lines.join(u'\n'), worst == CaseLevel::Red);
}

/** Class, place and level: never what somebody said, nor where somebody lives. */
QString AlarmCentre::sentence(const PendingAlarm &alarm) const
{
    const Case *subject = mParts.cases.find(alarm.id);
    if (subject == nullptr) {
        return case_words::word(alarm.level);
    }
    const DistrictNames &names = mParts.district.names();
    const bool english = isEnglish();
    QStringList parts{case_words::word(alarm.level), names.className(subject->classKey, english)};
    if (!subject->street.isEmpty()) {
        parts.append(names.division(subject->street));
    }
    if (!subject->grid.isEmpty()) {
        parts.append(names.grid(subject->grid));
    }
    return parts.join(u" · "_s);
}

void AlarmCentre::acknowledge(const CaseId &id)
{
    for (const PendingAlarm &alarm : mKeeper.pending()) {
        if (alarm.id == id) {
            acknowledgeThese({alarm});
            return;
        }
    }
}

void AlarmCentre::acknowledgeShown()
{
    const QList<PendingAlarm> pending = mKeeper.pending();
    if (!pending.isEmpty()) {
        acknowledgeThese(pending.first(1));
    }
}

void AlarmCentre::acknowledgeAll()
{
    acknowledgeThese(mKeeper.pending());
}

void AlarmCentre::acknowledgeThese(const QList<PendingAlarm> &alarms)
{
    if (alarms.isEmpty() || (mParts.isCovered && mParts.isCovered())) {
        return; // who is not signed in has seen nothing
    }
    QList<Alarm> seen;
    for (const PendingAlarm &alarm : alarms) {
        mKeeper.acknowledge(alarm.id);
        seen.append({alarm.id, alarm.level, true});
    }
    if (mParts.port != nullptr) {
        const QFuture<Result<bool>> written = mParts.port->acknowledge(seen);
        Q_UNUSED(written) // should it fail, it waits again at the next start
    }
    show();
}

void AlarmCentre::rehearse()
{
    QList<Alarm> worst;
    for (const Case &subject : inSight()) {
        if (subject.level >= CaseLevel::Orange) {
            worst.append({subject.id, subject.level, false});
        }
    }
    std::ranges::sort(worst, [](const Alarm &one, const Alarm &other) {
        return one.level != other.level ? one.level > other.level : other.id < one.id;
    });
    mKeeper.remember(worst.first(std::min(worst.size(), kRehearsed)),
                     mParts.district.clock().now());
    show();
    mOthers.stop();
}

void AlarmCentre::show()
{
    const QList<PendingAlarm> pending = mKeeper.pending();
    if (pending.isEmpty()) {
        mStrip.showNone();
        mOthers.stop();
        return;
    }
    const PendingAlarm &first = pending.first();
    QString text = sentence(first);
    if (const Case *subject = mParts.cases.find(first.id);
        subject != nullptr && subject->reportedAt) {
        text = tr("%1, reported %2")
                   .arg(text,
                        case_words::sinceText(*subject->reportedAt, mParts.district.clock().now()));
    }
    mStrip.showAlarm(first.level, text, static_cast<int>(pending.size()));
    if (!mOthers.isActive()) {
        mOthers.start();
    }
}

} // namespace gridward
