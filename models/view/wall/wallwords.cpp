// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/view/wall/wallwords.h"

#include "models/domain/language.h"
#include "models/service/wallport.h"
#include "models/view/casewords.h"

#include <QCoreApplication>

#include <tuple>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(WallWords)
};

} // namespace

WallRow WallWords::row(const Case &subject) const
{
    const bool english = isEnglish();
    WallRow row;
    row.id = subject.id.value;
    row.level = subject.level;
    row.levelWord = case_words::word(subject.level);
    row.title = names.className(subject.classKey, english);
    const QString street = subject.street.isEmpty() ? QString() : names.division(subject.street);
    const QString grid = subject.grid.isEmpty() ? QString() : names.grid(subject.grid);
    const QString address = addressOf(subject);
    row.place = street.isEmpty() || grid.isEmpty() ? street + grid : street + u" · "_s + grid;
    if (row.place.isEmpty()) {
        row.place = address.isEmpty() ? Words::tr("Place unknown") : address;
    }
    row.address = !address.isEmpty()            ? address
                  : subject.community.isEmpty() ? QString()
                                                : names.division(subject.community);
    row.since = since(subject.reportedAt.value_or(subject.id.registeredAt()));
    row.state = case_words::word(subject.state);
    // That nobody answers from the scene does not take away how late the case is.
    row.clock =
        isUnwatched(subject, now) && isOverdue(subject, now)
            ? Words::tr("%1 late, no check-in").arg(case_words::durationText(now - *subject.dueAt))
            : case_words::clockText(subject, now);
    row.unit =
        subject.unit.isEmpty() ? Words::tr("No unit yet") : names.unit(subject.unit, english);
    row.overdue = isOverdue(subject, now);
    const bool isNearlyOver =
        subject.dueAt && !subject.handledAt && *subject.dueAt - now < std::chrono::hours(1);
    row.isPressing = row.overdue || isUnwatched(subject, now) || isNearlyOver;
    return row;
}

QString WallWords::since(Instant moment) const
{
    if (moment <= now && now - moment < std::chrono::hours(1)) {
        return case_words::sinceText(moment, now);
    }
    return timeText(moment);
}

QString WallWords::timeText(Instant moment) const
{
    const QDateTime local = localTime(moment, zone);
    const QDate today = localTime(now, zone).date();
    return local.toString(local.date() == today                 ? u"HH:mm"_s
                          : local.date().year() == today.year() ? u"MM-dd HH:mm"_s
                                                                : u"yyyy-MM-dd HH:mm"_s);
}

QString WallWords::endText(Instant moment) const
{
    if (localTime(moment, zone).time() != QTime(0, 0)) {
        return timeText(moment);
    }
    const QString before = timeText(moment - std::chrono::minutes(1)); // "23:59", "11-20 23:59"
    return before.left(before.size() - 5) + u"24:00"_s;
}

QDateTime localTime(Instant moment, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(moment.time_since_epoch().count(), zone);
}

QList<Case> urgentCases(const QHash<QUuid, Case> &open)
{
    QList<Case> urgent;
    for (const Case &subject : open) {
        if (subject.level >= CaseLevel::Orange) {
            urgent.append(subject);
        }
    }
    return urgent;
}

bool isUnwatched(const Case &subject, Instant now)
{
    return subject.sceneDueAt && now > *subject.sceneDueAt;
}

bool isBurning(const Case &subject, Instant now)
{
    return isOpen(subject.state) && (subject.level == CaseLevel::Red ||
                                     (subject.level == CaseLevel::Orange &&
                                      (isUnwatched(subject, now) || isOverdue(subject, now))));
}

bool burnsMore(const Case &one, const Case &other)
{
    const auto rank = [](const Case &subject) {
        // What was handed in burns less, however late that was.
        return std::tuple(subject.level != CaseLevel::Red,
                          subject.handledAt.has_value(),
                          subject.dueAt.value_or(Instant::max()),
                          subject.id.value);
    };
    return rank(one) < rank(other);
}

} // namespace gridward
