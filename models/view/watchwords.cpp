// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/view/watchwords.h"

#include "models/view/casewords.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace gridward::watch_words {

namespace {

constexpr std::chrono::hours kShortTime{2};

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(WatchWords)
};

QString untilText(Instant due, Instant now)
{
    return now > due ? Words::tr("%1 late").arg(case_words::tickingDurationText(now - due))
                     : Words::tr("%1 left").arg(case_words::tickingDurationText(due - now));
}

QString ladderText(const Case &subject, Instant now)
{
    const QString rung =
        subject.rungTier.isEmpty()
            ? Words::tr("%1 %").arg(subject.rung)
            : Words::tr("%1 % · %2").arg(subject.rung).arg(tierWord(subject.rungTier));
    // What the program does next by itself is the next rung, but where it resumes a suspension.
    const bool isRung = subject.nextAt && !subject.suspendedUntil;
    return isRung && *subject.nextAt > now
               ? Words::tr("%1, next %2").arg(rung, case_words::timeText(*subject.nextAt, now))
               : rung;
}

} // namespace

QString title(Watch watch)
{
    switch (watch) {
    case Watch::Stuck:
        return Words::tr("No step for");
    case Watch::Task:
        return Words::tr("Sent");
    case Watch::Reply:
        return Words::tr("Reply");
    case Watch::Ladder:
        return Words::tr("Urged");
    case Watch::Evidence:
        return Words::tr("Missing");
    case Watch::CallBack:
        return Words::tr("Passed");
    case Watch::Check:
        return Words::tr("Check limit");
    default:
        return {};
    }
}

QString text(const Case &subject, Watch watch, Instant now, const QHash<QString, QString> &people)
{
    switch (watch) {
    case Watch::Stuck: {
        const std::optional<qint64> since = watchKey(subject, watch);
        return since ? case_words::durationText(now - Instant(std::chrono::milliseconds(*since)))
                     : QString();
    }
    case Watch::Task:
        return subject.taskDueAt
                   ? Words::tr("%1, %2").arg(people.value(subject.taskPerson, subject.taskPerson),
                                             untilText(*subject.taskDueAt, now))
                   : QString();
    case Watch::Reply:
        return subject.replyDueAt ? untilText(*subject.replyDueAt, now) : QString();
    case Watch::Ladder:
        return ladderText(subject, now);
    case Watch::Evidence:
        return Words::tr("picture after the work");
    case Watch::CallBack:
        return subject.checkedAt ? case_words::sinceText(*subject.checkedAt, now) : QString();
    case Watch::Check:
        return subject.stageDueAt ? untilText(*subject.stageDueAt, now) : QString();
    default:
        return {};
    }
}

CaseTableModel::HandlingClock clock(const Case &subject, Watch watch, Instant now)
{
    using HandlingClock = CaseTableModel::HandlingClock;
    const auto of = [now](const std::optional<Instant> &due) {
        return due && now > *due ? HandlingClock::Overdue : HandlingClock::Running;
    };
    switch (watch) {
    case Watch::Task:
        return of(subject.taskDueAt);
    case Watch::Reply:
        return of(subject.replyDueAt);
    case Watch::Stuck:
    case Watch::Evidence:
    case Watch::CallBack:
        return HandlingClock::Running;
    case Watch::Check:
        return !subject.stageDueAt                      ? HandlingClock::None
               : now > *subject.stageDueAt              ? HandlingClock::Overdue
               : *subject.stageDueAt - now < kShortTime ? HandlingClock::Short
                                                        : HandlingClock::Running;
    case Watch::Ladder:
        return subject.rung >= 100 ? HandlingClock::Overdue : HandlingClock::Short;
    default:
        return CaseTableModel::clockOf(subject, now);
    }
}

qint64 heatShare(const Case &subject, Watch watch, const HeatLimits &limits, Instant now)
{
    return watch == Watch::Check ? checkHeatShare(subject, now)
                                 : gridward::heatShare(subject, limits, now);
}

QString toolTip(const Case &subject, Watch watch, Instant now)
{
    if (watch != Watch::Check || !subject.stageDueAt) {
        return {};
    }
    const QString check =
        Words::tr("To be checked until %1.").arg(case_words::timeText(*subject.stageDueAt, now));
    // What the column said before: how the unit kept its own limit.
    return subject.dueAt
               ? check + u'\n' + Words::tr("The unit: %1.").arg(case_words::clockText(subject, now))
               : check;
}

QString heatToolTip(const Case &subject, Watch watch, Instant now)
{
    return watch == Watch::Check && heatOf(checkHeatShare(subject, now)) != Heat::None
               ? Words::tr("%1: waits too long for its check, for %2 (limit %3)")
                     .arg(case_words::word(subject.level),
                          case_words::durationText(now - *subject.handledAt),
                          case_words::durationText(*subject.stageDueAt - *subject.handledAt))
               : QString();
}

QString word(AgeBand band)
{
    switch (band) {
    case AgeBand::Day:
        return Words::tr("under 1 day");
    case AgeBand::ThreeDays:
        return Words::tr("1–3 days");
    case AgeBand::Week:
        return Words::tr("3–7 days");
    case AgeBand::Month:
        return Words::tr("7–30 days");
    case AgeBand::Longer:
        return Words::tr("over 30 days");
    }
    return {};
}

QString tierWord(const QString &tier)
{
    if (tier == "unit"_L1) {
        return Words::tr("unit");
    }
    if (tier == "street"_L1) {
        return Words::tr("street office");
    }
    if (tier == "supervisor"_L1) {
        return Words::tr("supervisor");
    }
    return tier == "leader"_L1 ? Words::tr("leader") : tier;
}

} // namespace gridward::watch_words
