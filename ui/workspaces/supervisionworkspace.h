// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/workspaces/queueworkspace.h"

namespace gridward {

/**
 * The workspace `supervision`: what is overdue, the worst first, and what waits to be checked,
 * longest waiting first. GUI thread.
 */
class SupervisionWorkspace final : public QueueWorkspace
{
    Q_OBJECT
public:
    /** Both outlive it. */
    SupervisionWorkspace(DistrictPort &district, LiveCases &live, QWidget *parent = nullptr);
};

} // namespace gridward
