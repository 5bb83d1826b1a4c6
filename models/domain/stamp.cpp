// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/stamp.h"

#include <QCoreApplication>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Stamp)
};

/** "+08:00" */
QString offsetText(const QDateTime &time)
{
    const int minutes = time.offsetFromUtc() / 60;
    return u"%1%2:%3"_s.arg(QChar(minutes < 0 ? u'-' : u'+'))
        .arg(qAbs(minutes) / 60, 2, 10, QChar(u'0'))
        .arg(qAbs(minutes) % 60, 2, 10, QChar(u'0'));
}

QDateTime timeIn(Instant moment, const QString &timeZone)
{
    const QTimeZone zone(timeZone.toLatin1());
    return QDateTime::fromMSecsSinceEpoch(moment.time_since_epoch().count(),
                                          zone.isValid() ? zone : QTimeZone::utc());
}

} // namespace

QString zonedText(Instant moment, const QString &timeZone)
{
    const QDateTime time = timeIn(moment, timeZone);
    return u"%1 %2 %3"_s.arg(time.toString(u"yyyy-MM-dd HH:mm:ss"_s), offsetText(time), timeZone);
}

QString Stamp::who() const
{
    return person.isEmpty() ? user : u"%1 (%2)"_s.arg(person, user);
}

QDateTime Stamp::localTime() const
{
    return timeIn(at, timeZone);
}

QString Stamp::when() const
{
    return zonedText(at, timeZone);
}

QString Stamp::line() const
{
    return isEmpty() ? QString() : Words::tr("Made by %1, %2").arg(who(), when());
}

QJsonObject Stamp::toJson() const
{
    const QDateTime time = localTime();
    QJsonObject object{{u"made_by"_s, user},
                       {u"made_at"_s, time.toString(u"yyyy-MM-ddTHH:mm:ss"_s) + offsetText(time)},
                       {u"time_zone"_s, timeZone},
                       {u"program"_s, u"Gridward " GRIDWARD_VERSION ""_s}};
    if (!person.isEmpty()) {
        object.insert(u"made_by_name"_s, person);
    }
    return object;
}

} // namespace gridward
