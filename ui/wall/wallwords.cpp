// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wall/wallwords.h"

#include "models/domain/language.h"
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
    row.place = street.isEmpty() || grid.isEmpty() ? street + grid : street + u" · "_s + grid;
    if (row.place.isEmpty()) {
        row.place = subject.address.isEmpty() ? Words::tr("Place unknown") : subject.address;
    }
    row.address = subject.address.isEmpty() ? subject.text : subject.address;
    row.since = since(subject.reportedAt.value_or(registeredAt(subject)));
    row.state = case_words::word(subject.state);
    row.clock = case_words::clockText(subject, now);
    row.unit =
        subject.unit.isEmpty() ? Words::tr("No unit yet") : names.unit(subject.unit, english);
    row.overdue = isOverdue(subject, now);
    return row;
}

QString WallWords::since(Instant moment) const
{
    if (moment <= now && now - moment < std::chrono::hours(1)) {
        return case_words::sinceText(moment, now);
    }
    const QDateTime local = localTime(moment, zone);
    const QDate today = localTime(now, zone).date();
    return local.toString(local.date() == today                 ? u"HH:mm"_s
                          : local.date().year() == today.year() ? u"MM-dd HH:mm"_s
                                                                : u"yyyy-MM-dd HH:mm"_s);
}

QTimeZone zoneNamed(const QString &name)
{
    QTimeZone zone(name.toLatin1());
    return zone.isValid() ? zone : QTimeZone::utc();
}

QDateTime localTime(Instant moment, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(moment.time_since_epoch().count(), zone);
}

Instant registeredAt(const Case &subject)
{
    const QUuid &id = subject.id.value;
    return Instant(std::chrono::milliseconds((static_cast<qint64>(id.data1) << 16) | id.data2));
}

bool isBurning(const Case &subject, Instant now)
{
    const bool missed = subject.sceneDueAt && now > *subject.sceneDueAt;
    return isOpen(subject.state) &&
           (subject.level == CaseLevel::Red ||
            (subject.level == CaseLevel::Orange && (missed || isOverdue(subject, now))));
}

bool burnsMore(const Case &one, const Case &other, Instant now)
{
    const auto rank = [now](const Case &subject) {
        const bool red = subject.level == CaseLevel::Red;
        return std::tuple(!(red && isOverdue(subject, now)),
                          !red,
                          subject.handledAt.has_value(),
                          subject.dueAt.value_or(Instant::max()),
                          subject.id.value);
    };
    return rank(one) < rank(other);
}

} // namespace gridward
