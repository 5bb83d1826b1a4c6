// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/workspaces/queueworkspace.h"

namespace gridward {

/** What awaits filing at the call desk: to verify, file, refuse or void, longest waiting first. */
class FilingQueue final : public QueueWorkspace
{
    Q_OBJECT
public:
    /** Both outlive it. */
    FilingQueue(DistrictPort &district, LiveCases &live, QWidget *parent = nullptr);

    /** How many await filing or its verification in the user's part, whatever the filters are. */
    [[nodiscard]] qint64 awaiting() const;

private:
    /** To the next case. */
    void goOn();
};

} // namespace gridward
