// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/workingcalendar.h"

#include "models/domain/jsonform.h"
#include "models/domain/worktimetable.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QMap>
#include <QRegularExpression>
#include <QResource>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::minutes;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(WorkingCalendar)
};

constexpr int kHighestVersion = 1'000'000;
constexpr minutes kMinutesADay{24 * 60};
constexpr milliseconds kLongest = std::chrono::days(4'000'000); // longer than all that is counted

/** What a calendar is, in the words of its file. */
struct Definition
{
    QString id;
    int version = 1;
    QString name;
    QString source;
    QString timeZone;
    QList<int> workdays; ///< ascending, 1 = Monday
    std::vector<DayPiece> hours;
    QList<int> years; ///< ascending
    QMap<QDate, QString> holidays;
    QMap<QDate, QString> makeUps;

    bool operator==(const Definition &) const = default;
};

Definition plainWeeks()
{
    Definition definition;
    definition.id = u"default"_s;
    definition.timeZone = u"Asia/Shanghai"_s;
    definition.workdays = {Qt::Monday, Qt::Tuesday, Qt::Wednesday, Qt::Thursday, Qt::Friday};
    definition.hours = {{hours(8), hours(12)}, {hours(14), hours(18)}};
    return definition;
}

WorkTimeTable tableOf(const Definition &definition)
{
    WorkTimePlan plan;
    for (const int day : definition.workdays) {
        plan.week.at(static_cast<std::size_t>(day - 1)) = true;
    }
    plan.hours = definition.hours;
    const auto datesOf = [](const QMap<QDate, QString> &days) {
        return QSet<QDate>(days.keyBegin(), days.keyEnd());
    };
    plan.off = datesOf(definition.holidays);
    plan.on = datesOf(definition.makeUps);
    const QTimeZone zone(definition.timeZone.toLatin1());
    // A machine without the time zone data base: only the built-in calendar comes here with it.
    constexpr int kChinaSeconds = 8 * 60 * 60;
    return {zone.isValid() ? zone : QTimeZone(kChinaSeconds), plan};
}

QString clockText(milliseconds time)
{
    const auto whole = std::chrono::duration_cast<minutes>(time).count();
    return u"%1:%2"_s.arg(whole / 60, 2, 10, QChar(u'0')).arg(whole % 60, 2, 10, QChar(u'0'));
}

QString hoursText(const DayPiece &piece)
{
    return clockText(piece.from) + u'-' + clockText(piece.to);
}

std::optional<DayPiece> hoursFromText(const QString &text)
{
    static const QRegularExpression kForm(u"\\A([0-9]{2}):([0-9]{2})-([0-9]{2}):([0-9]{2})\\z"_s);
    const QRegularExpressionMatch match = kForm.match(text);
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    const auto at = [&](int group) {
        return hours(match.captured(group).toInt()) + minutes(match.captured(group + 1).toInt());
    };
    const auto isTime = [&](int group) {
        return match.captured(group + 1).toInt() < 60 && at(group) <= kMinutesADay;
    };
    if (!isTime(1) || !isTime(3)) {
        return std::nullopt;
    }
    return DayPiece{at(1), at(3)};
}

std::vector<DayPiece> readHours(JsonForm &form)
{
    const QString key = u"hours"_s;
    const QStringList texts = form.texts(key);
    std::vector<DayPiece> pieces;
    for (const QString &text : texts) {
        const std::optional<DayPiece> piece = hoursFromText(text);
        if (!piece) {
            form.say(Words::tr("“%1” must hold hours such as 08:00-12:00, and “%2” is not.")
                         .arg(key, text));
            return {};
        }
        if (piece->from >= piece->to) {
            form.say(Words::tr("“%1”: the hours %2 end before they have begun.").arg(key, text));
        } else if (!pieces.empty() && piece->from < pieces.back().from) {
            form.say(Words::tr("“%1”: the hours %2 are out of order; write earlier ones first.")
                         .arg(key, text));
        } else if (!pieces.empty() && piece->from < pieces.back().to) {
            form.say(Words::tr("“%1”: the hours %2 overlap with %3.")
                         .arg(key, text, hoursText(pieces.back())));
        }
        pieces.push_back(*piece);
    }
    if (pieces.empty()) {
        form.say(Words::tr("“%1” must hold at least one piece of a working day.").arg(key));
    }
    return pieces;
}

QMap<QDate, QString> readDays(JsonForm &form, const QString &key, const QList<int> &years)
{
    QMap<QDate, QString> days;
    form.eachObject(key, [&](JsonForm &entry) {
        const QDate date = entry.date(u"date"_s);
        const QString name = entry.name(u"name"_s);
        const QString path = entry.pathOf(u"date"_s);
        if (days.contains(date)) {
            entry.say(Words::tr("“%1”: %2 is listed twice.").arg(path, date.toString(Qt::ISODate)));
        } else if (!years.contains(date.year())) {
            entry.say(Words::tr("“%1”: %2 is not in one of the “years”. Add the year once its "
                                "table is complete.")
                          .arg(path, date.toString(Qt::ISODate)));
        }
        days.insert(date, name);
    });
    return days;
}

void checkMakeUps(const Definition &definition, JsonForm &form)
{
    for (const QDate date : definition.makeUps.keys()) {
        const QString text = date.toString(Qt::ISODate);
        if (definition.holidays.contains(date)) {
            form.say(Words::tr("%1 is both in “holidays” and in “make_up”.").arg(text));
        } else if (definition.workdays.contains(date.dayOfWeek())) {
            form.say(Words::tr("“make_up” holds %1, which is a working day of the week anyway.")
                         .arg(text));
        }
    }
}

Definition read(JsonForm &form)
{
    Definition definition;
    definition.id = form.text(u"id"_s);
    static const QRegularExpression kId(u"\\A[A-Za-z0-9._-]{1,40}\\z"_s);
    if (!kId.match(definition.id).hasMatch()) {
        form.say(Words::tr("“%1” must be 1 to 40 letters, digits, dots, dashes or underscores.")
                     .arg(u"id"_s));
    }
    definition.version = form.number(u"version"_s, 1, kHighestVersion);
    definition.name = form.text(u"name"_s);
    definition.source = form.text(u"source"_s);
    definition.timeZone = form.name(u"time_zone"_s); // empty would be the computer's own
    if (!QTimeZone(definition.timeZone.toLatin1()).isValid()) {
        form.say(Words::tr("“%1” is “%2”, which is no time zone known to this computer. Use a name "
                           "such as Asia/Shanghai.")
                     .arg(u"time_zone"_s, definition.timeZone));
    }
    definition.workdays = form.numbers(u"workdays"_s, Qt::Monday, Qt::Sunday);
    std::ranges::sort(definition.workdays);
    if (definition.workdays.isEmpty()) {
        form.say(Words::tr("“%1” must name at least one day of the week.").arg(u"workdays"_s));
    }
    definition.hours = readHours(form);
    definition.years = form.numbers(u"years"_s, kFirstTableYear, kLastTableYear);
    std::ranges::sort(definition.years);
    definition.holidays = readDays(form, u"holidays"_s, definition.years);
    definition.makeUps = readDays(form, u"make_up"_s, definition.years);
    checkMakeUps(definition, form);
    form.finish();
    return definition;
}

QJsonArray arrayOf(const QList<int> &numbers)
{
    QJsonArray array;
    for (const int number : numbers) {
        array.append(number);
    }
    return array;
}

QJsonArray arrayOf(const QMap<QDate, QString> &days)
{
    QJsonArray array;
    for (auto day = days.begin(); day != days.end(); ++day) {
        array.append(
            QJsonObject{{u"date"_s, day.key().toString(Qt::ISODate)}, {u"name"_s, day.value()}});
    }
    return array;
}

} // namespace

struct WorkingCalendar::Data
{
    explicit Data(Definition calendar)
        : definition(std::move(calendar))
        , table(tableOf(definition))
    {
    }

    Definition definition;
    WorkTimeTable table;
};

WorkingCalendar::WorkingCalendar()
{
    // The table is not small; all default calendars are one.
    static const auto kData = std::make_shared<const Data>(plainWeeks());
    mData = kData;
}

WorkingCalendar::WorkingCalendar(std::shared_ptr<const Data> data)
    : mData(std::move(data))
{
}

Result<WorkingCalendar> WorkingCalendar::fromJson(const QByteArray &json)
{
    JsonComplaint complaint;
    Definition definition;
    if (const std::optional<QJsonObject> object = jsonObjectFrom(json, complaint)) {
        JsonForm form(complaint, *object);
        definition = read(form);
    }
    if (complaint.message()) {
        return Error{
            ErrorCode::InvalidInput,
            Words::tr("This working calendar cannot be used. %1").arg(*complaint.message()),
            {}};
    }
    return WorkingCalendar(std::make_shared<const Data>(std::move(definition)));
}

QByteArray WorkingCalendar::toJson() const
{
    const Definition &definition = mData->definition;
    QJsonArray hoursOfDay;
    for (const DayPiece &piece : definition.hours) {
        hoursOfDay.append(hoursText(piece));
    }
    const QJsonObject object{{u"id"_s, definition.id},
                             {u"version"_s, definition.version},
                             {u"name"_s, definition.name},
                             {u"source"_s, definition.source},
                             {u"time_zone"_s, definition.timeZone},
                             {u"workdays"_s, arrayOf(definition.workdays)},
                             {u"hours"_s, hoursOfDay},
                             {u"years"_s, arrayOf(definition.years)},
                             {u"holidays"_s, arrayOf(definition.holidays)},
                             {u"make_up"_s, arrayOf(definition.makeUps)}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact); // sorts the keys
}

QString WorkingCalendar::id() const
{
    return mData->definition.id;
}

int WorkingCalendar::version() const
{
    return mData->definition.version;
}

QString WorkingCalendar::key() const
{
    return id() + u'/' + QString::number(version());
}

QString WorkingCalendar::name() const
{
    return mData->definition.name;
}

QString WorkingCalendar::timeZone() const
{
    return mData->definition.timeZone;
}

int WorkingCalendar::lastKnownYear() const
{
    const QList<int> &years = mData->definition.years;
    return years.isEmpty() ? 0 : years.last();
}

bool WorkingCalendar::knows(int year) const
{
    return mData->definition.years.contains(year);
}

milliseconds WorkingCalendar::dayLength() const
{
    milliseconds length{0};
    for (const DayPiece &piece : mData->definition.hours) {
        length += piece.to - piece.from;
    }
    return length;
}

DayKind WorkingCalendar::dayKind(QDate day) const
{
    const Definition &definition = mData->definition;
    if (definition.holidays.contains(day)) {
        return DayKind::Holiday;
    }
    if (definition.makeUps.contains(day)) {
        return DayKind::MakeUp;
    }
    return definition.workdays.contains(day.dayOfWeek()) ? DayKind::Workday : DayKind::Weekend;
}

QString WorkingCalendar::dayName(QDate day) const
{
    const Definition &definition = mData->definition;
    return definition.holidays.value(day, definition.makeUps.value(day));
}

QDate WorkingCalendar::localDay(Instant instant) const
{
    return WorkTimeTable::dateOf(mData->table.dayAt(instant));
}

Instant WorkingCalendar::startOfDay(QDate day) const
{
    return mData->table.startOf(WorkTimeTable::dayOf(day));
}

milliseconds WorkingCalendar::workingTime(Instant from, Instant to) const
{
    return mData->table.workedUntil(to) - mData->table.workedUntil(from);
}

Instant WorkingCalendar::addWorkingTime(Instant from, milliseconds time) const
{
    if (time == milliseconds(0)) {
        return from;
    }
    const milliseconds worked =
        mData->table.workedUntil(from) + std::clamp(time, -kLongest, kLongest);
    return time > milliseconds(0) ? mData->table.firstReaching(worked)
                                  : mData->table.lastHaving(worked);
}

milliseconds WorkingCalendar::counted(Instant from, Instant to, LimitUnit unit) const
{
    return countsWorkingTime(unit) ? workingTime(from, to) : to - from;
}

Instant WorkingCalendar::addCounted(Instant from, milliseconds time, LimitUnit unit) const
{
    return countsWorkingTime(unit) ? addWorkingTime(from, time) : from + time;
}

milliseconds WorkingCalendar::length(const Limit &limit) const
{
    switch (limit.unit) {
    case LimitUnit::UrgentMinute:
        return minutes(limit.value);
    case LimitUnit::UrgentHour:
    case LimitUnit::WorkingHour:
        return hours(limit.value);
    case LimitUnit::WorkingDay:
        return limit.value * dayLength();
    case LimitUnit::UrgentDay:
    case LimitUnit::NaturalDay:
        return std::chrono::days(limit.value);
    }
    Q_ASSERT(false);
    return milliseconds(0);
}

Instant WorkingCalendar::deadline(Instant from, const Limit &limit) const
{
    return addCounted(from, length(limit), limit.unit);
}

QList<CalendarSpan> WorkingCalendar::spans(Instant from, Instant to) const
{
    QList<CalendarSpan> spans;
    const auto append = [&](Instant start, Instant end, bool working, QDate day) {
        const CalendarSpan span{
            std::max(start, from), std::min(end, to), working, dayKind(day), dayName(day)};
        if (span.from >= span.to) {
            return;
        }
        if (!spans.isEmpty() && spans.last().working == working && spans.last().day == span.day &&
            spans.last().name == span.name) {
            spans.last().to = span.to;
        } else {
            spans.append(span);
        }
    };
    const WorkTimeTable &table = mData->table;
    for (WorkTimeTable::Day day = table.dayAt(from); table.startOf(day) < to; ++day) {
        const QDate date = WorkTimeTable::dateOf(day);
        const Instant start = table.startOf(day);
        Instant done = start;
        for (const DayPiece &piece : table.piecesOf(day)) {
            append(done, start + piece.from, false, date);
            append(start + piece.from, start + piece.to, true, date);
            done = start + piece.to;
        }
        append(done, table.startOf(day + 1), false, date);
    }
    return spans;
}

bool WorkingCalendar::operator==(const WorkingCalendar &other) const
{
    return mData == other.mData || mData->definition == other.mData->definition;
}

const WorkingCalendar &sampleCalendar()
{
    static const WorkingCalendar kCalendar = [] {
        const QResource resource(u":/rules/calendar-cn.json"_s);
        Result<WorkingCalendar> calendar = WorkingCalendar::fromJson(resource.uncompressedData());
        Q_ASSERT(calendar);
        return calendar ? std::move(calendar).value() : WorkingCalendar();
    }();
    return kCalendar;
}

} // namespace gridward
