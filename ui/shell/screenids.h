// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace gridward {

// The workspaces of the window, as the command line and what is kept call them.
inline const QString kMap = QStringLiteral("map");
inline const QString kIntake = QStringLiteral("intake");
inline const QString kDispatch = QStringLiteral("dispatch");
inline const QString kStreet = QStringLiteral("street");
inline const QString kTriage = QStringLiteral("triage");
inline const QString kSupervision = QStringLiteral("supervision");
inline const QString kWall = QStringLiteral("wall");
inline const QString kAnalysis = QStringLiteral("analysis");
inline const QString kEvaluation = QStringLiteral("evaluation");
inline const QString kCase = QStringLiteral("case");
inline const QString kAdmin = QStringLiteral("admin");
inline const QString kLeader = QStringLiteral("leader");

} // namespace gridward
