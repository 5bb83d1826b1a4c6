// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/districtport.h"
#include "models/service/staffport.h"
#include "ui/notify/messagebar.h"

#include <QSet>

namespace gridward {

/**
 * Warns those who may change the roster of hours that nobody covers within the next day: once for
 * each gap and user. GUI thread.
 */
class RosterAlarm final : public QObject
{
    Q_OBJECT
public:
    /** Both outlive it. */
    RosterAlarm(StaffPort &staff, DistrictPort &district, QObject *parent = nullptr);

signals:
    void messageRequested(const gridward::Message &message);
    /** The user wants to see the roster. */
    void rosterRequested();

private:
    void look();

    StaffPort &mStaff;
    DistrictPort &mDistrict;
    QSet<QString> mTold; ///< gaps of this user
    QString mUser;
};

} // namespace gridward
