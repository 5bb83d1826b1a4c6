// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/view/casestages.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct CaseStages
{
    Q_DECLARE_TR_FUNCTIONS(gridward::CaseStages)
};

} // namespace

QList<CaseState> statesOf(CaseStage stage)
{
    using S = CaseState;
    switch (stage) {
    case CaseStage::Filing:
        return {S::Registered, S::Reported, S::Verifying, S::PendingFiling};
    case CaseStage::Dispatch:
        return {S::Filed};
    case CaseStage::AtUnits:
        return {S::AtUnit, S::Rework};
    case CaseStage::Handling:
        return {S::Handling, S::Suspended};
    case CaseStage::Checking:
        return {S::FedBack, S::Checking};
    case CaseStage::Closing:
        return {S::PendingClose};
    }
    return {};
}

QString word(CaseStage stage)
{
    switch (stage) {
    case CaseStage::Filing:
        return CaseStages::tr("Awaiting filing");
    case CaseStage::Dispatch:
        return CaseStages::tr("Awaiting dispatch");
    case CaseStage::AtUnits:
        return CaseStages::tr("With units");
    case CaseStage::Handling:
        return CaseStages::tr("Being handled");
    case CaseStage::Checking:
        return CaseStages::tr("To check");
    case CaseStage::Closing:
        return CaseStages::tr("To close");
    }
    return {};
}

QString toId(CaseStage stage)
{
    switch (stage) {
    case CaseStage::Filing:
        return u"filing"_s;
    case CaseStage::Dispatch:
        return u"dispatch"_s;
    case CaseStage::AtUnits:
        return u"units"_s;
    case CaseStage::Handling:
        return u"handling"_s;
    case CaseStage::Checking:
        return u"checking"_s;
    case CaseStage::Closing:
        return u"closing"_s;
    }
    return {};
}

std::optional<CaseStage> caseStageFromId(QStringView id)
{
    for (const CaseStage stage : kCaseStages) {
        if (toId(stage) == id) {
            return stage;
        }
    }
    return std::nullopt;
}

} // namespace gridward
