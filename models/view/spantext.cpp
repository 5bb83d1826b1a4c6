// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/view/spantext.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

QDateTime localTime(Instant moment, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(moment.time_since_epoch().count(), zone);
}

const auto kDay = u"yyyy-MM-dd"_s;
const auto kMoment = u"yyyy-MM-dd HH:mm"_s;

} // namespace

QString momentText(Instant moment, const QTimeZone &zone)
{
    const QDateTime local = localTime(moment, zone);
    return local.toString(local.time() == QTime(0, 0) ? kDay : kMoment);
}

QString spanText(Instant from, Instant to, const QTimeZone &zone)
{
    const QDateTime first = localTime(from, zone);
    const QDateTime end = localTime(to, zone);
    const QTime midnight(0, 0);
    if (first.time() == midnight && end.time() == midnight) {
        return first.toString(kDay) + u" – "_s + end.addMSecs(-1).toString(kDay);
    }
    return first.toString(kMoment) + u" – "_s + end.toString(kMoment);
}

} // namespace gridward
