// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/view/deadlinewords.h"

#include "models/view/casewords.h"

#include <QCoreApplication>

#include <algorithm>

namespace gridward::deadline_words {

namespace {

using std::chrono::milliseconds;
using Kind = DeadlineChange::Kind;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(DeadlineWords)
};

constexpr int kMostWeekends = 3; ///< more of them are told together

/** Sentences after each other. */
QString joined(const QStringList &sentences)
{
    QString text;
    for (const QString &sentence : sentences) {
        if (!sentence.isEmpty()) {
            text = text.isEmpty() ? sentence : Words::tr("%1 %2").arg(text, sentence);
        }
    }
    return text;
}

milliseconds absolute(milliseconds time)
{
    return time < milliseconds::zero() ? -time : time;
}

/** What is over or left, but would be told as nothing. */
bool isUnderAMinute(milliseconds time)
{
    return absolute(time) < std::chrono::minutes(1);
}

/** Writes the lines of one explanation. */
class Lines
{
public:
    Lines(const DeadlineExplanation &explanation, const Names &names)
        : mExplanation(explanation)
        , mNames(names)
    {
    }

    [[nodiscard]] QString headline() const;
    [[nodiscard]] QStringList changes() const;
    [[nodiscard]] QStringList notCounted() const;
    [[nodiscard]] QStringList rules() const;

private:
    /** Stretches after each other in which nothing counted. */
    struct Break
    {
        Instant from;
        Instant to;
        bool isWeekend = false;
        QStringList holidays;
        milliseconds hours{}; ///< off hours
    };

    [[nodiscard]] QString time(Instant moment) const
    {
        return case_words::timeText(moment, mExplanation.at);
    }
    [[nodiscard]] bool countsWorkingTime(Stage stage) const;
    [[nodiscard]] QString counted(milliseconds time, Stage stage) const
    {
        return countedText(absolute(time), countsWorkingTime(stage));
    }
    [[nodiscard]] QString ended() const;
    [[nodiscard]] QString sentence(const DeadlineChange &change) const;
    [[nodiscard]] QString began(const DeadlineChange &change) const;
    [[nodiscard]] QString wentOn(const DeadlineChange &change) const;
    [[nodiscard]] QString extended(const DeadlineChange &change) const;
    [[nodiscard]] QString suspended(const DeadlineChange &change) const;
    [[nodiscard]] QString resumed(const DeadlineChange &change) const;
    [[nodiscard]] QString shared(const DeadlineChange &change) const;
    [[nodiscard]] QString left(const DeadlineChange &change) const;
    [[nodiscard]] QString origin(const DeadlineChange &change) const;
    [[nodiscard]] QString unitOf(const DeadlineChange &change) const;
    [[nodiscard]] QString noteOf(const DeadlineChange &change) const;
    [[nodiscard]] QList<Break> breaks() const;
    [[nodiscard]] QStringList weekends(const QList<Break> &breaks) const;
    [[nodiscard]] QStringList pauses() const;

    const DeadlineExplanation &mExplanation;
    const Names &mNames;
};

bool Lines::countsWorkingTime(Stage stage) const
{
    return std::ranges::any_of(mExplanation.accounts, [&](const StageAccount &account) {
        return account.stage == stage && account.limit &&
               gridward::countsWorkingTime(account.limit->unit);
    });
}

QString Lines::headline() const
{
    if (!mExplanation.stage) {
        return ended();
    }
    const Stage stage = *mExplanation.stage;
    const QString name = word(stage);
    if (!mExplanation.due || !mExplanation.left) {
        return Words::tr("%1: no limit runs.").arg(name);
    }
    const QString due = time(*mExplanation.due);
    const QString time = counted(*mExplanation.left, stage);
    const bool isWorking = countsWorkingTime(stage);
    const bool isPaused =
        std::ranges::none_of(mExplanation.accounts, [&](const StageAccount &account) {
            return account.stage == stage && account.isRunning;
        });
    if (isUnderAMinute(*mExplanation.left) && !isPaused) {
        return mExplanation.at > *mExplanation.due
                   ? Words::tr("%1: overdue since %2, by less than a minute.").arg(name, due)
                   : Words::tr("%1: less than a minute left, until %2.").arg(name, due);
    }
    if (mExplanation.at > *mExplanation.due && !isPaused) {
        return isWorking
                   ? Words::tr("%1: overdue since %2, by %3 of working time.").arg(name, due, time)
                   : Words::tr("%1: overdue since %2, by %3.").arg(name, due, time);
    }
    if (isPaused && *mExplanation.left <= milliseconds::zero()) {
        return Words::tr("%1: suspended; the limit had run out at %2.").arg(name, due);
    }
    if (isPaused) {
        return isWorking ? Words::tr("%1: suspended with %2 of working time left; due %3.")
                               .arg(name, time, due)
                         : Words::tr("%1: suspended with %2 left; due %3.").arg(name, time, due);
    }
    return isWorking ? Words::tr("%1: %2 of working time left, until %3.").arg(name, time, due)
                     : Words::tr("%1: %2 left, until %3.").arg(name, time, due);
}

QString Lines::ended() const
{
    if (mExplanation.overdueSince) {
        return Words::tr("The case has ended. Handling had been overdue since %1.")
            .arg(time(*mExplanation.overdueSince));
    }
    return mExplanation.handlingDue
               ? Words::tr("The case has ended. Handling was in time; it was due %1.")
                     .arg(time(*mExplanation.handlingDue))
               : Words::tr("The case has ended without a handling limit.");
}

QStringList Lines::changes() const
{
    QStringList lines;
    const QList<DeadlineChange> &changes = mExplanation.changes;
    for (qsizetype i = 0; i < changes.size();) {
        // What one event did is one line.
        const DeadlineChange &first = changes.at(i);
        QStringList sentences;
        for (; i < changes.size() && changes.at(i).event == first.event &&
               changes.at(i).at == first.at;
             ++i) {
            sentences.append(sentence(changes.at(i)));
        }
        sentences.append(noteOf(first));
        if (const QString text = joined(sentences); !text.isEmpty()) {
            lines.append(time(first.at) + u' ' + text);
        }
    }
    return lines;
}

QString Lines::sentence(const DeadlineChange &change) const
{
    const QString name = word(change.stage);
    switch (change.kind) {
    case Kind::Began:
        return began(change);
    case Kind::WentOn:
        return wentOn(change);
    case Kind::Returned:
        return joined({Words::tr("Sent back."), change.limit ? began(change) : wentOn(change)});
    case Kind::Extended:
        return extended(change);
    case Kind::Suspended:
        return suspended(change);
    case Kind::Resumed:
        return resumed(change);
    case Kind::Shared:
        return shared(change);
    case Kind::Ended:
        break;
    }
    if (!change.left) {
        return {};
    }
    const bool isLate =
        *change.left < milliseconds::zero() || (change.due && change.at > *change.due);
    if (isUnderAMinute(*change.left)) {
        return isLate ? Words::tr("%1 ends less than a minute late.").arg(name)
                      : Words::tr("%1 ends with less than a minute left.").arg(name);
    }
    return isLate ? Words::tr("%1 ends %2 late.").arg(name, left(change))
                  : Words::tr("%1 ends with %2 left.").arg(name, left(change));
}

QString Lines::left(const DeadlineChange &change) const
{
    return counted(change.left.value_or(milliseconds::zero()), change.stage);
}

QString Lines::began(const DeadlineChange &change) const
{
    const QString name = word(change.stage);
    const QString unit = unitOf(change);
    if (!change.due) {
        return unit.isEmpty() ? Words::tr("%1 begins without a limit.").arg(name)
                              : Words::tr("Sent to %1 without a limit.").arg(unit);
    }
    const QString due = time(*change.due);
    if (!change.limit) {
        return unit.isEmpty() ? Words::tr("%1 begins; the deadline was told: %2.").arg(name, due)
                              : Words::tr("Sent to %1; the deadline was told: %2.").arg(unit, due);
    }
    const QString limit = case_words::limitText(*change.limit);
    if (unit.isEmpty()) {
        return Words::tr("%1 begins: %2, until %3.").arg(name, limit, due);
    }
    return joined({Words::tr("Sent to %1: %2, until %3.").arg(unit, limit, due), origin(change)});
}

/** Where a handling limit comes from. */
QString Lines::origin(const DeadlineChange &change) const
{
    for (const AppliedCondition &condition : mExplanation.conditions) {
        if (condition.limit == change.limit) {
            return Words::tr("The limit is that of condition %1, version %2: %3.")
                .arg(condition.id, QString::number(condition.version), condition.condition);
        }
    }
    return Words::tr("The limit is that of the rule book.");
}

QString Lines::wentOn(const DeadlineChange &change) const
{
    const QString name = word(change.stage);
    if (!change.due || !change.left) {
        return Words::tr("%1 goes on.").arg(name);
    }
    const QString due = time(*change.due);
    return *change.left > milliseconds::zero()
               ? Words::tr("%1 goes on with the %2 that were left, until %3.")
                     .arg(name, left(change), due)
               : Words::tr("%1 goes on with nothing left; the limit had run out at %2.")
                     .arg(name, due);
}

QString Lines::extended(const DeadlineChange &change) const
{
    if (!change.due) {
        return {};
    }
    const QString due = time(*change.due);
    return change.limit ? Words::tr("Extended by %1, until %2.")
                              .arg(case_words::limitText(*change.limit), due)
                        : Words::tr("Extended until %1.").arg(due);
}

QString Lines::suspended(const DeadlineChange &change) const
{
    if (!change.due || !change.left) {
        return Words::tr("Suspended.");
    }
    const QString due = time(*change.due);
    return *change.left > milliseconds::zero()
               ? Words::tr("Suspended with %1 left; the deadline moves to %2.")
                     .arg(left(change), due)
               : Words::tr("Suspended; the limit had run out at %1.").arg(due);
}

QString Lines::resumed(const DeadlineChange &change) const
{
    if (!change.due || !change.left || *change.left <= milliseconds::zero()) {
        return Words::tr("The suspension ends.");
    }
    return Words::tr("The suspension ends; the %1 that were left run until %2.")
        .arg(left(change), time(*change.due));
}

QString Lines::shared(const DeadlineChange &change) const
{
    if (!change.due) {
        return {};
    }
    const QString due = time(*change.due);
    return change.note.isEmpty()
               ? Words::tr("The deadline was told: %1.").arg(due)
               : Words::tr("It shares the deadline of case %1: %2.").arg(change.note, due);
}

QString Lines::unitOf(const DeadlineChange &change) const
{
    if (change.stage != Stage::Handle || change.kind != Kind::Began) {
        return {};
    }
    const auto own = std::ranges::find_if(mExplanation.stretches, [&](const Stretch &stretch) {
        return stretch.event == change.event && stretch.stage == Stage::Handle;
    });
    if (own == mExplanation.stretches.end() || own->unit.isEmpty()) {
        return {};
    }
    return mNames.unit ? mNames.unit(own->unit) : own->unit;
}

QString Lines::noteOf(const DeadlineChange &change) const
{
    if (change.note.isEmpty() || change.kind == Kind::Shared) {
        return {};
    }
    return Words::tr("Note: %1").arg(change.note);
}

QList<Lines::Break> Lines::breaks() const
{
    QList<Break> breaks;
    for (const Stretch &stretch : mExplanation.stretches) {
        const bool isOff = stretch.kind == StretchKind::OffHours;
        const bool isWeekend = stretch.kind == StretchKind::Weekend;
        const bool isHoliday = stretch.kind == StretchKind::Holiday;
        if (!isOff && !isWeekend && !isHoliday) {
            continue;
        }
        if (breaks.isEmpty() || breaks.last().to != stretch.from) {
            breaks.append({stretch.from, stretch.to, false, {}, {}});
        }
        Break &last = breaks.last();
        last.to = stretch.to;
        last.isWeekend = last.isWeekend || isWeekend;
        last.hours += isOff ? stretch.length() : milliseconds::zero();
        if (isHoliday && !last.holidays.contains(stretch.name)) {
            last.holidays.append(stretch.name);
        }
    }
    return breaks;
}

QStringList Lines::notCounted() const
{
    QStringList lines;
    const QList<Break> all = breaks();
    for (const Break &one : all) {
        if (!one.holidays.isEmpty()) {
            lines.append(
                Words::tr("Not counted: %1, %2 to %3.")
                    .arg(one.holidays.join(Words::tr(", ")), time(one.from), time(one.to)));
        }
    }
    lines += weekends(all);
    int nights = 0;
    milliseconds hours{};
    for (const Break &one : all) {
        if (!one.isWeekend && one.holidays.isEmpty()) {
            ++nights;
            hours += one.hours;
        }
    }
    if (nights > 0) {
        lines.append(Words::tr("Not counted: %n break(s) and night(s), %1 in all.", nullptr, nights)
                         .arg(countedText(hours, true)));
    }
    return lines + pauses();
}

QStringList Lines::weekends(const QList<Break> &breaks) const
{
    QStringList lines;
    milliseconds together{};
    for (const Break &one : breaks) {
        if (one.isWeekend && one.holidays.isEmpty()) {
            together += one.to - one.from;
            lines.append(
                Words::tr("Not counted: weekend, %1 to %2.").arg(time(one.from), time(one.to)));
        }
    }
    if (lines.size() <= kMostWeekends) {
        return lines;
    }
    return {
        Words::tr("Not counted: %n weekend(s), %1 in all.", nullptr, static_cast<int>(lines.size()))
            .arg(case_words::durationText(together))};
}

QStringList Lines::pauses() const
{
    QStringList lines;
    for (const Stretch &stretch : mExplanation.stretches) {
        const QString from = time(stretch.from);
        const QString to = time(stretch.to);
        if (stretch.kind == StretchKind::Suspended) {
            lines.append(Words::tr("Not counted: suspended, %1 to %2.").arg(from, to));
        } else if (stretch.kind == StretchKind::Ended) {
            lines.append(Words::tr("Not counted: closed, %1 to %2.").arg(from, to));
        }
    }
    return lines;
}

QStringList Lines::rules() const
{
    QStringList lines;
    if (mExplanation.extensions > 0) {
        lines.append(
            Words::tr("The limit was extended %n time(s).", nullptr, mExplanation.extensions));
    }
    if (mExplanation.overdueSince && mExplanation.stage && mExplanation.stage != Stage::Handle) {
        lines.append(
            Words::tr("Handling had been overdue since %1.").arg(time(*mExplanation.overdueSince)));
    }
    if (mExplanation.exempt) {
        lines.append(Words::tr("An appeal was upheld: the overdue mark stays, but the case is left "
                               "out of the statistics of overdue cases."));
    }
    if (mExplanation.rules == 0) {
        lines.append(Words::tr("The case is from before there were rules here: its deadlines are "
                               "as they were told, and its time is clock time."));
        return lines;
    }
    lines.append(Words::tr("Counted by version %1 of the rule book and the working calendar “%2” "
                           "(%3).")
                     .arg(QString::number(mExplanation.rules),
                          mExplanation.calendarName,
                          mExplanation.calendar));
    if (mExplanation.beyondCalendar && mExplanation.stage &&
        countsWorkingTime(*mExplanation.stage)) {
        lines.append(mExplanation.lastKnownYear > 0
                         ? Words::tr("The days off after %1 are not yet known: the deadline leaves "
                                     "out weekends only.")
                               .arg(mExplanation.lastKnownYear)
                         : Words::tr("The calendar knows no days off: the deadline leaves out "
                                     "weekends only."));
    }
    return lines;
}

} // namespace

QString word(Stage stage)
{
    switch (stage) {
    case Stage::Accept:
        return Words::tr("Acceptance");
    case Stage::Verify:
        return Words::tr("Verification");
    case Stage::Dispatch:
        return Words::tr("Dispatching");
    case Stage::Handle:
        return Words::tr("Handling");
    case Stage::Check:
        return Words::tr("Checking");
    case Stage::Total:
        return Words::tr("The whole case");
    }
    return {};
}

QString word(StretchKind kind)
{
    switch (kind) {
    case StretchKind::Running:
        return Words::tr("Counts");
    case StretchKind::OffHours:
        return Words::tr("Outside working hours");
    case StretchKind::Weekend:
        return Words::tr("Weekend");
    case StretchKind::Holiday:
        return Words::tr("Holiday");
    case StretchKind::Suspended:
        return Words::tr("Suspended");
    case StretchKind::Ended:
        return Words::tr("Closed");
    }
    return {};
}

QString countedText(milliseconds time, bool isWorkingTime)
{
    constexpr int kHour = 60;
    const auto minutes = std::chrono::floor<std::chrono::minutes>(time).count();
    if (!isWorkingTime || minutes < kHour) {
        return case_words::durationText(time);
    }
    return Words::tr("%1 h %2 min").arg(minutes / kHour).arg(minutes % kHour);
}

QString headline(const DeadlineExplanation &explanation)
{
    return Lines(explanation, {}).headline();
}

QStringList deadlineLines(const DeadlineExplanation &explanation, const Names &names)
{
    const Lines lines(explanation, names);
    return lines.changes() + lines.notCounted() + lines.rules() + explanation.disagreements;
}

} // namespace gridward::deadline_words
