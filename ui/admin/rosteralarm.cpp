// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/admin/rosteralarm.h"

#include "models/view/staffwords.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace gridward {

RosterAlarm::RosterAlarm(StaffPort &staff, DistrictPort &district, QObject *parent)
    : QObject(parent)
    , mStaff(staff)
    , mDistrict(district)
{
    connect(&mStaff, &StaffPort::uncoveredChanged, this, &RosterAlarm::look);
    connect(&mDistrict, &DistrictPort::userChanged, this, &RosterAlarm::look);
}

void RosterAlarm::look()
{
    const User &user = mDistrict.user();
    if (user.name != mUser) {
        mUser = user.name;
        mTold.clear();
    }
    QList<UncoveredSpan> fresh;
    for (const UncoveredSpan &span : mStaff.uncovered()) {
        Spot spot;
        spot.community = span.area;
        if (mDistrict.access().denied(user, Thing::Roster, u"change"_s, spot)) {
            continue; // others cannot do anything about it
        }
        // By its end: the beginning of one that has begun goes with the time.
        const QString key = span.post + u' ' + span.area + u' ' + toIsoText(span.to);
        if (!mTold.contains(key)) {
            mTold.insert(key);
            fresh.append(span);
        }
    }
    if (fresh.isEmpty()) {
        return;
    }
    const UncoveredSpan &first = fresh.first();
    const QTimeZone zone = timeZoneNamed(mDistrict.info().timeZone);
    const auto clock = [&zone](Instant moment) {
        return QDateTime::fromMSecsSinceEpoch(moment.time_since_epoch().count(), zone)
            .toString(u"MM-dd HH:mm"_s);
    };
    const QString where = tr("%1 · %2").arg(mDistrict.names().division(first.area),
                                            staff_words::rosterPostWord(first.post));
    const QString gap = tr("Nobody, or too few, on duty at %1 from %2 to %3.")
                            .arg(where, clock(first.from), clock(first.to));
    const auto others = static_cast<int>(fresh.size()) - 1;
    Message message{Message::Level::Warning,
                    others == 0 ? gap
                                : tr("%1 %n more gap(s) in the roster.", nullptr, others).arg(gap)};
    message.actionText = tr("Show the roster");
    message.action = [this] { emit rosterRequested(); };
    emit messageRequested(message);
}

} // namespace gridward
